package main

import "time"

// doubtFor is for how long a failure is doubted.
const doubtFor = 150 * time.Millisecond

// doubt is whether a failure is more than half a save. Many programs empty a file
// before they write it again, and a build may come in between: what is wrong in another
// way than before, and only for a moment, is not worth a word. What is right never waits.
type doubt struct {
	patience time.Duration
	since    time.Time // of the first failure that nobody was told of; zero without one
}

// about tells that it is too early to believe how a build went that has just ended, which
// failed in a way that nobody was told of, or did not. What is believed is told, and the next
// such failure is doubted anew.
func (d *doubt) about(failed bool, now time.Time) bool {
	if failed && d.since.IsZero() {
		d.since = now
	}
	doubtful := failed && now.Sub(d.since) < d.patience
	if !doubtful {
		d.since = time.Time{}
	}
	return doubtful
}
