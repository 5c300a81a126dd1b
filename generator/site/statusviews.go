package site

import (
	"referat/generator/chart"
	"referat/generator/danish"
)

// The views of what has a status in time and of the counts.

// SubjectsView is the status of all subjects.
type SubjectsView struct {
	Page
	Lead     string
	Summary  SubjectsSummary
	Source   SourceView // of the plan that periods and report months are taken from
	Rows     []SubjectRow
	Statuses []StatusCount // those that rows have, done ones first; empty when it is only one
	Inferred string        // why years are inferred; empty: none is
	Timeline chart.Timeline
	Reports  int // number of reports, joint ones counted once
}

// SubjectRow is one subject in the status table.
type SubjectRow struct {
	Name     string
	Href     string
	Status   StatusView
	Period   string // evaluation period in the authority's words
	Years    string // inferred years of the period: "2023", "2023-2024"; empty: the words say it
	Report   string // the report's month in the authority's words
	Joint    []Link
	NewBlock bool // the period or the report month differs from the row above
}

// StatusView is a subject's status: the latest milestone done, or else the plan.
// Without a title neither is known.
type StatusView struct {
	Title  string // "Statusrapport offentliggjort"
	Words  string // its date in the authority's words
	Done   bool
	Passed bool // not done, and the planned date has passed
	Source SourceView
}

// StatusCount is how many subjects have a status.
type StatusCount struct {
	Status StatusView // of the first of them
	Count  int
}

// SubjectView is one subject.
type SubjectView struct {
	Page
	Heading    string
	Kind       string // "Patientgruppe"
	Names      []NameView
	Status     StatusView
	Period     string
	Years      string
	Inferred   string // why the years are inferred
	PlanSource SourceView
	Report     string
	Joint      []Link
	Family     string
	FamilyNote string // why the family is inferred
	Links      []Link // recommendation, report, requisition where known
	Text       Text
	Milestones []MilestoneView
	Own        []DecisionView // decisions about this subject
	Shared     []DecisionView // decisions about all subjects
	Mentions   []MentionView
	Earlier    EarlierView
	Tables     []Link // tables of counts of persons that have a row of it
	Total      int    // number of subjects
	Many       string // as in SubjectsSummary
	Follow     Following
}

// EarlierView leads to the years of what a page shows only the newest of. Without
// links the page shows all.
type EarlierView struct {
	Decisions []PeriodLink // counted by decisions
	Shared    []PeriodLink // the same of decisions about all subjects
	Mentions  []PeriodLink // counted by mentions
}

// SubjectPeriodView is what minutes of a year or of a month say of a subject.
type SubjectPeriodView struct {
	Page
	Periods
	Heading   string // the subject; empty of what concerns all
	Kind      string // as in SubjectView
	Total     int
	Many      string
	Decisions []DecisionView
	Shared    PeriodLink // decisions of the year about all subjects; empty where they stand on the subject's page
	Mentions  []MentionView
}

// NameView is another name of a subject.
type NameView struct {
	Name   string
	Lang   string // empty: the page's
	Date   string // when the source says so, in words
	Source SourceView
}

// MilestoneView is a dated step.
type MilestoneView struct {
	Anchor string // where it stands on the page; empty of what is only planned
	Words  string // date in the authority's words
	Years  string // inferred years of an evaluation period
	Title  string // empty of an evaluation period
	Done   bool
	Passed bool   // not done, and the date has passed
	All    string // what all is, "patientgrupper", of a step that concerns all subjects
	Period bool   // the evaluation period itself
	Source SourceView
	Note   string
}

// MentionView is a place in some minutes that names the subject; without a sentence an
// item that concerns it by the agenda.
type MentionView struct {
	Date      danish.Date
	Sequence  int // as in MeetingRow
	Committee string
	Draft     bool
	Number    string
	Title     string // the item's
	Section   string // the section's name; may be empty
	Href      string
	Before    string // the sentence, cut at the name
	Name      string
	After     string
}

// CountsView is the page of the counts.
type CountsView struct {
	Page
	Series []SeriesView
	Follow Following
}

// SeriesView is one series with its headline, chart and table.
type SeriesView struct {
	ID         string
	Title      string
	Definition string
	Unit       string
	Cadence    string
	Headline   CountView
	Chart      chart.Line
	Rows       []CountRow // newest last
	Others     bool       // a row that is drawn is not the authority's own
	Persons    bool       // it counts persons, masked as Masking says
	Masking    MaskingView
	CSV        AttachmentView
	About      string
}

// CountRow is one number of a series.
type CountRow struct {
	Anchor string // where it stands on the page
	Words  string
	Value  int    // 0 of a masked one
	Mark   string // of a count of persons below the threshold: "<5"
	Hidden bool   // a greater count, hidden for its sake
	Status string // final, provisional or other
	Source SourceView
	Note   string
}
