package site

import (
	"referat/generator/danish"
	"referat/generator/source"
)

// The views of what was corrected: on a page of minutes, as a list, as a feed, and what
// the words were before.

// CorrectionView is a dated correction.
type CorrectionView struct {
	Date   danish.Date
	Kind   string // rettelse, praecisering or revision
	What   string
	Why    string
	Item   string // number of the item; empty: the whole
	Href   string // the item
	Anchor string // where it stands on the page of its minutes
}

// CorrectionsView is the list of all corrections, newest first.
type CorrectionsView struct {
	Page
	Follow Following // the same as a feed
	Years  []CorrectionYear
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
	Ahead     bool   // as in WithdrawnView
	Reason    string // as in WithdrawnView

	Was VersionLink // the version that it ended; empty of one that is not kept
}

// VersionLink leads to a version of minutes.
type VersionLink struct {
	Number      int
	Date        danish.Date // of its newest correction; of a first version, when it was recorded
	Href        string
	Differences string // address of what was changed in it since
}

// DifferencesView is what was changed in minutes since an earlier version, word for word.
type DifferencesView struct {
	Page
	Date     danish.Date // of the meeting
	Sequence int         // as in MeetingRow
	From     source.Path // of the earlier version's text
	Was      VersionLink
	Is       VersionLink
	Parts    []DifferencePart
}

// DifferencePart is a part of the minutes in which words were changed.
type DifferencePart struct {
	Place   string // facts, participants, agenda, item or text
	Label   string // of an item, "Pkt. 2"
	Title   string
	Section string
	Runs    []DifferenceRun
}

// DifferenceRun is words one after the other that have one fate.
type DifferenceRun struct {
	Fate  string // kept, gone, new; left out: words between that were kept
	Words string
}
