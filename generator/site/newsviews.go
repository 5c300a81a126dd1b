package site

import "referat/generator/danish"

// The views of what is new on the site.

// NewsView is what is new, the newest first.
type NewsView struct {
	Page
	Groups      []NewsGroup
	Older       bool // there is more than Groups have
	Minutes     Link // the list of all minutes
	Corrections string
	Follow      Following
}

// NewsGroup is what was new in a month, or in a year of which no source gives the month.
type NewsGroup struct {
	Year    int
	Month   int // 0: it is not known
	Entries []NewsEntry
}

// NewsEntry is one thing that was new: of its kind, one of the last four is set.
type NewsEntry struct {
	Kind     NewsKind
	Date     danish.Date // the day, or the last one of a time, that it stands in order by
	Words    string      // of a number or a step: the time that it is of, in the authority's words
	Recorded bool        // and Date is when it was published, as the record knows
	Href     string      // what it is about

	Minutes    NewMinutes
	Correction CorrectionRow
	Count      NewCount
	Step       NewStep
}

// NewsKind says what was new.
type NewsKind string

const (
	NewsMinutes    NewsKind = "minutes"    // were published
	NewsCorrection NewsKind = "correction" // of minutes, or their withdrawal
	NewsCount      NewsKind = "count"      // a number of a series
	NewsStep       NewsKind = "step"       // of a subject, or of all
)

// NewMinutes are minutes as the list of what is new names them.
type NewMinutes struct {
	Date      danish.Date // of the meeting
	Sequence  int         // as in MeetingRow
	Committee string
	Draft     bool
}

// NewCount is a number of a series.
type NewCount struct {
	Series string // title
	Value  int    // as of CountRow, like what follows
	Mark   string
	Hidden bool
	Unit   string

	Provisional bool
	Others      bool // it was stated by others
}

// NewStep is a step that was taken.
type NewStep struct {
	Subject string // empty: it concerns all
	All     string // as in MilestoneView
	Title   string
}
