package main

import "time"

// doubtFor is for how long a failure is doubted.
const doubtFor = 150 * time.Millisecond

// doubt is whether a failure is more than half a save. Many programs empty a file
// before they write it again, and a build may come in between: what was right before
// and is wrong only for a moment is not worth a word. What is right never waits.
type doubt struct {
	patience time.Duration
	since    time.Time // of the first failure after a success; zero after that
}

// about tells that it is too early to believe how a build went that has just ended.
func (d *doubt) about(failed bool, now time.Time) bool {
	switch {
	case !failed:
		d.since = time.Time{}
	case d.since.IsZero():
		d.since = now
	}
	return failed && now.Sub(d.since) < d.patience
}
