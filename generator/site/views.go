package site

import (
	"referat/generator/danish"
	"referat/generator/data"
	"referat/generator/source"
)

// This file holds the views: everything a layout can reach. A view is plain
// data — numbers, strings, booleans, dates, slices and structs of those — so
// that its digest says whether the page drawn from it is fresh (a test walks
// the types). Words that the site adds stand in the layouts' labels, not here;
// words here are an author's.

// Page is what every HTML page shows and what its head says.
type Page struct {
	Lang        string // language of the page, "da" or "en"
	Title       string // the page's name for <title>; with Date for minutes
	Description string // for search engines; may be empty
	Canonical   string // absolute address
	JSON        string // address of the same facts as JSON; empty of none
	Draft       bool   // shown by --drafts or a committee that publishes drafts
	Home        Link   // the site's title and first page
	Menu        []Link // main menu
	Footer      []Link // the footer's own links; the accessibility statement is not among them
	Statement   string // address of the page about accessibility
	Crumbs      []Link // from the home page to this one; empty on the home page
	Publisher   Organisation
	Facts       data.Facts // for search engines
}

// Link is a text with an address. An empty address is a text alone.
type Link struct {
	Text    string
	Href    string
	Current bool // the page itself, or the part of the site it belongs to
}

// SourceView says where a fact comes from: some minutes (Date is set), or a
// page with a title. An empty Href is no source.
type SourceView struct {
	Href   string
	Text   string      // title of a page or of an outside address
	Date   danish.Date // of the minutes
	Number string      // of their item; may be empty
}

// Organisation publishes the site.
type Organisation struct {
	Name    string
	Short   string
	Address []string // lines
	Phone   string
	Email   string
	Web     string
}

// Text is converted Markdown in a view: which fragment (content keeps it), and
// what stands in its holes. A fragment's name is the digest of its bytes, so
// the view need not hold them.
type Text struct {
	From     source.Path // the document that it stands in
	Fragment string      // empty: no text
	Links    []Target    // one for each hole, in order
	Marks    []Mark      // in order, not overlapping
	Heading  string      // what stands above it on its page; names its tables
	Quoted   bool        // shown away from its own page, so that its anchors are left out
}

// Target is where a link of a text leads.
type Target struct {
	Href string
	Size int64 // of a file that is published as it is, in bytes; 0 of a page
}

// Mark wraps the bytes From to To of a fragment's HTML.
type Mark struct {
	From, To int
	Kind     MarkKind
	Value    string // address of a mention, words of an abbreviation, language of a phrase
}

// MarkKind says what a mark is for.
type MarkKind string

const (
	Mention      MarkKind = "mention"      // a subject's name, linked to its page
	Abbreviation MarkKind = "abbreviation" // a glossary term, explained
	Phrase       MarkKind = "phrase"       // words in another language
)

// HomeView is the first page.
type HomeView struct {
	Page
	Heading    string
	Intro      Text
	Newest     []NewestView // newest minutes of each committee, at most five; items only of the first
	Meetings   Link         // the list of all minutes
	Committees Link         // the list of the committees
	Coming     []MeetingRow // planned and cancelled meetings that are still to come, the first of them first
	Registers  RegistersView
	Count      CountView // the headline count; Known is false of none
	Subjects   SubjectsSummary
	Follow     Following
}

// NewestView is a committee's newest minutes on the home page.
type NewestView struct {
	Meeting MeetingRow
	Items   []ItemLink
}

// ItemLink leads to one item of a meeting.
type ItemLink struct {
	Number    string // empty of an item without one
	Title     string
	Href      string
	Decisions int
}

// CountView is one count with its date, as the authority's own latest.
type CountView struct {
	Known  bool
	Title  string // of the counts' page: "Genomtal"
	Value  int
	Unit   string
	Words  string // the date in the authority's words
	Href   string // the page of the count
	Source SourceView
}

// SubjectsSummary counts the subjects by status.
type SubjectsSummary struct {
	Title   string // "Patientgrupper"
	Many    string // the same inside a sentence: "patientgrupper"
	Total   int
	Report  string // what is waited for: "statusrapport"
	Done    int    // have it
	Planned int    // have a plan whose outcome is not known, or still to come
	Href    string
}

// CommitteeRow is one committee in a list.
type CommitteeRow struct {
	Name   string
	Href   string
	Count  int
	Latest danish.Date // zero: no minutes
	Draft  bool        // the latest are a draft
	Newest string      // address of its newest minutes
	Closed string      // when it closed, in the authority's words
}

// CommitteesView lists the committees.
type CommitteesView struct {
	Page
	Committees []CommitteeRow
}

// CommitteeView is one committee.
type CommitteeView struct {
	Page
	Heading     string
	Purpose     Text
	Terms       string // address of its terms of reference
	Chair       string
	Established string // in the authority's words
	Closed      string // when it has closed; empty while it has not
	Closes      string // when it is going to close
	Successor   Link
	Members     []Person
	Meetings    Link // list of its minutes
	Total       int
	Coming      []MeetingRow // as in HomeView, but all of them
	Newest      []MeetingRow // minutes only
	Follow      Following
}

// Person is a member or a participant.
type Person struct {
	Name         string
	Role         string
	Organisation string
	NominatedBy  string
	Specialty    string
	Note         string
	Chair        bool
	Absent       bool
	Marked       bool // Absent, and in no list of those who are
}

// MinutesView is one meeting.
type MinutesView struct {
	Page
	Heading   string
	Date      danish.Date
	Sequence  int    // as in MeetingRow
	Start     string // "14.00"; may be empty, as may all that follows
	End       string
	Place     string
	Committee Link
	Closed    string // when the committee closed: an earlier structure
	Chair     string
	Secretary string
	State     string      // planned, cancelled, draft, final or approved
	Approved  danish.Date // zero: not approved
	By        MeetingLink // the meeting that approved them
	Record    RecordView

	Summary     string
	Corrections []CorrectionView
	AllOfThem   string // address of the corrections of all minutes
	Agenda      []AgendaRow
	Invited     int // Present and Absent together
	Present     []Person
	Absent      []Person
	Staff       []Person
	Preface     Text // what stands before the first item
	Items       []ItemView
	Notes       Text // footnotes of all items
	Attachments []AttachmentView
	Decisions   int
	Original    Link   // of a translation; empty of others
	Translation []Link // the same minutes in other languages; Text is the language
	Languages   []Link // absolute addresses of them in all languages; Text is the language; empty of one only
	Previous    MeetingLink
	Next        MeetingLink
	Version     VersionLink   // empty: there is but one
	Earlier     []VersionLink // versions before this one, the newest first
	Current     VersionLink   // the version that holds now; empty of that itself
	Cite        string        // absolute address
	Follow      Following     // the committee
}

// RecordView is what the case system knows the document by.
type RecordView struct {
	Unit     string
	Officer  string
	Case     string
	Document string
	Date     danish.Date
}

// AgendaRow is one item of the agenda.
type AgendaRow struct {
	Number    string
	Title     string // empty of a closed item
	Minutes   int    // 0: not stated
	Kind      string // the letter, "O"
	KindWords string // "Orientering"
	Presenter string
	Closed    bool
	Href      string // its item; empty: no text
	Anchor    string // where it is pointed at, of a meeting without minutes
	Elsewhere string // the number under which the same title stands in the minutes, when it differs
}

// ItemView is one item of the minutes. Its words are the record's.
type ItemView struct {
	Anchor    string // "punkt-3"
	Label     string // "Pkt. 3", as written; empty of an item without number
	Number    string
	Title     string
	Kind      string // as written in the heading, without brackets; may be empty
	Presenter string // as written after "v/"
	Closed    bool   // dealt with behind closed doors: nothing else is set but Number
	Sections  []SectionView
	Decisions int
	Files     []AttachmentView
}

// SectionView is one section of an item. The text before the first section
// heading is a section without name.
type SectionView struct {
	Anchor string // "punkt-3-referat"
	Name   string
	Role   string // proposal, outcome, case, next, enclosure; "" of an unknown name
	Parts  []PartView
}

// PartView is a run of a section's text: plain, or a decision that its author marked.
type PartView struct {
	Decision bool
	Anchor   string // of a decision: "punkt-3-beslutning"
	Text     Text
}

// AttachmentView is a published file.
type AttachmentView struct {
	Title string
	Href  string
	Type  string // "pdf"
	Size  int64  // bytes
}

// MeetingLink leads to another meeting; an empty Href is none.
type MeetingLink struct {
	Date  danish.Date
	Href  string
	Draft bool
}

// WithdrawnView stands where withdrawn minutes stood: nothing of their text.
type WithdrawnView struct {
	Page
	Date      danish.Date // of the meeting
	Withdrawn danish.Date
	Ahead     bool   // withdrawn before the day of the meeting, which had no minutes yet
	Reason    string // persondata, fejl or ophavsret; empty: not stated
	Committee Link

	Corrections string // address of all corrections
}

// RedirectView stands where a page stood that has moved. It is the same whatever
// that page says.
type RedirectView struct {
	Page
	Old string // the address that is asked for, below the site's own
	To  string // where the page stands now
}

// PageView is any other page.
type PageView struct {
	Page
	Heading string
	Text    Text
	Terms   bool // it tells the licence of the site's data
	Licence Link // empty: none is stated
}

// AccessibilityView is /was/: where the accessibility statement is and whom to ask.
type AccessibilityView struct {
	Page
	Address string // of the statement; empty: not made yet
	Phone   string
	Email   string
	Updated danish.Date
}
