package site

import "referat/generator/danish"

// The views of what was corrected, as a page and as a feed.

// CorrectionsView is the list of all corrections, newest first.
type CorrectionsView struct {
	Page
	Feed  string // address of the same as a feed
	Years []CorrectionYear
}

// CorrectionYear is what was corrected in a year.
type CorrectionYear struct {
	Year        int
	Corrections []CorrectionRow
}

// CorrectionRow is a correction and the minutes that it is of, or tells that these
// were withdrawn.
type CorrectionRow struct {
	CorrectionView
	Page      string      // where the correction stands
	Meeting   danish.Date // the day of the meeting
	Sequence  int         // as in MeetingRow
	Committee string
	Draft     bool
	Withdrawn bool
	Reason    string // as in WithdrawnView
}

// FeedWords stands for the words of feeds where an output names its layout.
const FeedWords = "feed"

// FeedView is a feed. Its words stand there by their labels and are put in when
// it is written.
type FeedView struct {
	Self    string // absolute address
	Page    string // absolute address of the page that says the same
	Title   []Wording
	Author  string
	Updated string // instant (RFC 3339)
	Entries []FeedEntry
}

// FeedEntry is one entry of a feed, known by the address of what it tells.
type FeedEntry struct {
	Page    string // absolute address
	Updated string // instant (RFC 3339)
	Title   []Wording
	Text    []Wording
}

// Wording is a label with what stands in its places, days first; without a label
// the words of an author.
type Wording struct {
	Label string
	Days  []danish.Date
	Words []string
}
