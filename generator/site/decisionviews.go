package site

import "referat/generator/danish"

// The views of what was decided: of one decision, wherever it is shown, and of the
// register of all.

// DecisionView is a decision in some minutes.
type DecisionView struct {
	Date      danish.Date
	Sequence  int // as in MeetingRow
	Committee string
	Draft     bool
	Number    string
	Title     string // of the item
	Href      string // the item
	Text      Text   // empty of a long one
	Opening   string // how a long one begins
	Subjects  []Link // in the register: those that the item concerns
	All       string // what all is, "patientgrupper", where it concerns all
}

// DecisionsView is the register of decisions: of all minutes or of a committee's, all
// years or one, or a month.
type DecisionsView struct {
	Page
	Periods
	Committee  Link   // empty: all committees
	All        string // address of the register of all committees
	Newest     bool   // Groups hold only the newest, the rest is found by year
	Total      int
	Groups     []DecisionGroup
	Committees []DecisionsOf // on the first page only, as Subjects
	Subjects   []DecisionsOf
	Follow     Following // the minutes, or the committee: decisions have no feed of their own
}

// DecisionGroup is a year's or a month's decisions, newest first.
type DecisionGroup struct {
	Year      int
	Month     int
	Decisions []DecisionView
}

// DecisionsOf leads to the decisions of a committee or about a subject.
type DecisionsOf struct {
	Name  string
	Count int
	Href  string
}
