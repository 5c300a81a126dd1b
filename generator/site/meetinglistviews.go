package site

import "referat/generator/danish"

// This file holds the views of lists of meetings, which are cut by time.

// MeetingsView lists minutes: all, of a year, of a month, of a committee.
type MeetingsView struct {
	Page
	Periods
	Committee  Link   // empty: all committees
	Closed     string // when that committee closed; empty while it has not
	Newest     bool   // Groups hold only the newest, the rest is found by year
	Total      int    // minutes; planned and cancelled meetings are not counted
	Groups     []MeetingGroup
	Committees []CommitteeRow // of all committees; empty on other lists

	Registers RegistersView // of all minutes, or of the committee; empty on other lists
	Follow    Following
}

// RegistersView are the addresses of what is gathered from the minutes; an empty one is
// not shown.
type RegistersView struct {
	Decisions   string
	Corrections string
	News        string
}

// Periods are which part of a list a page shows, and what leads to the other parts.
type Periods struct {
	Year   int // 0: all years
	Month  int // 0: the whole year
	Years  []PeriodLink
	Months []PeriodLink // of a year that is shown by month
}

// PeriodLink leads to the minutes of a year or a month.
type PeriodLink struct {
	Year    int
	Month   int // 0: the whole year
	Count   int
	Href    string
	Current bool
}

// MeetingGroup is a year's or a month's meetings in a list, newest first, or those that
// are still to come, cancelled ones too, the first of them first.
type MeetingGroup struct {
	Year     int
	Month    int
	Coming   bool
	Meetings []MeetingRow
}

// MeetingRow is one meeting in a list.
type MeetingRow struct {
	Date      danish.Date
	Sequence  int // 2 of a committee's second meeting on the day; 0 of the only or first one
	Title     string
	Committee string // the committee's name
	State     string
	Draft     bool
	Href      string
	Items     int // numbered or not
	Decisions int
	Topics    []string // titles of the items
	Case      string
}
