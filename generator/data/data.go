// Package data owns the public files for machines: JSON beside the pages, the
// counts as CSV, feeds as Atom, calendars as iCalendar, the sitemap, robots.txt,
// security.txt, the manifest, and what pages say of themselves as JSON-LD. Its types are
// small and its own, so that a page can be redesigned without breaking anybody's program.
//
// Every JSON file says which schema it follows, "minutes/v1", and where that stands
// (schema.go). Within a version fields may come, but none goes or changes its meaning. Field names are English,
// values as the authority writes them; dates are ISO 8601, addresses absolute. A field without a value is
// left out. Texts are plain: blocks parted by an empty line, cells of a table
// row by a tab.
//
// The values are plain data, as views are: a text stands there by the name of
// its fragment and is put in when the file is written.
package data

import "strings"

// Text is a converted text by the names of its fragments, in order.
type Text []Part

// Part is a fragment of the text of a document.
type Part struct{ From, Fragment string }

// Texts gives the plain text of a part.
type Texts func(Part) string

func (t Text) plain(texts Texts) string {
	parts := make([]string, len(t))
	for i, part := range t {
		parts[i] = texts(part)
	}
	return strings.Join(parts, "\n\n")
}

// Named is a page of the site by its name.
type Named struct {
	ID      string `json:"id,omitempty"`
	Name    string `json:"name"`
	Address string `json:"address,omitempty"`
}

// Source is where a fact comes from.
type Source struct {
	Address string `json:"address"`
}

// Minutes is one meeting.
type Minutes struct {
	SchemaAddress string        `json:"$schema"`
	Schema        string        `json:"schema"`
	Address       string        `json:"address"`
	Title         string        `json:"title"`
	Language      string        `json:"language"`
	Date          string        `json:"date"`
	Start         string        `json:"start,omitempty"`
	End           string        `json:"end,omitempty"`
	Place         string        `json:"place,omitempty"`
	Committee     Named         `json:"committee"`
	State         string        `json:"state"`
	Approved      string        `json:"approved,omitempty"`
	ApprovedBy    string        `json:"approved_by,omitempty"` // address of the minutes that say so
	Draft         bool          `json:"draft,omitempty"`
	Chair         string        `json:"chair,omitempty"`
	Secretary     string        `json:"secretary,omitempty"`
	Record        Record        `json:"record"`
	Participants  []Participant `json:"participants"`
	Agenda        []AgendaItem  `json:"agenda"`
	Summary       string        `json:"summary,omitempty"`
	PrefaceText   Text          `json:"-"`
	Preface       string        `json:"preface,omitempty"`
	Items         []Item        `json:"items"`
	NotesText     Text          `json:"-"`
	Notes         string        `json:"notes,omitempty"`
	Attachments   []File        `json:"attachments"`
	Corrections   []Correction  `json:"corrections"`
	Version       int           `json:"version,omitempty"` // left out: there is but one
	Earlier       []Version     `json:"earlier_versions,omitempty"`
}

// Record is what the case system knows the document by.
type Record struct {
	Unit     string `json:"unit,omitempty"`
	Officer  string `json:"officer,omitempty"`
	Case     string `json:"case,omitempty"`
	Document string `json:"document,omitempty"`
	Date     string `json:"date,omitempty"`
}

// Participant took part, or sent an apology.
type Participant struct {
	Name         string `json:"name"`
	Role         string `json:"role,omitempty"`
	Organisation string `json:"organisation,omitempty"`
	NominatedBy  string `json:"nominated_by,omitempty"`
	Specialty    string `json:"specialty,omitempty"`
	Note         string `json:"note,omitempty"`
	Chair        bool   `json:"chair,omitempty"`
	Absent       bool   `json:"absent"`
	Staff        bool   `json:"staff,omitempty"`
}

// AgendaItem is an item as the agenda has it. A closed one has only its number.
type AgendaItem struct {
	Number      string   `json:"number"`
	Title       string   `json:"title,omitempty"`
	Minutes     int      `json:"minutes,omitempty"`
	Kind        string   `json:"kind,omitempty"`
	Presenter   string   `json:"presenter,omitempty"`
	Concerns    []string `json:"concerns,omitempty"` // ids of subjects
	ConcernsAll bool     `json:"concerns_all,omitempty"`
	Closed      bool     `json:"closed,omitempty"`
	Address     string   `json:"address,omitempty"` // of a meeting without minutes
}

// Item is one item of the minutes.
type Item struct {
	Number    string    `json:"number,omitempty"`
	Title     string    `json:"title"`
	Kind      string    `json:"kind,omitempty"`
	Presenter string    `json:"presenter,omitempty"`
	Address   string    `json:"address"`
	Sections  []Section `json:"sections"`
}

// Section is one section of an item, its decisions also by themselves.
type Section struct {
	Name          string   `json:"name,omitempty"`
	Role          string   `json:"role,omitempty"`
	Address       string   `json:"address,omitempty"`
	BodyText      Text     `json:"-"`
	Text          string   `json:"text"`
	DecisionTexts []Text   `json:"-"`
	Decisions     []string `json:"decisions,omitempty"`
}

// File is a published file.
type File struct {
	Title   string `json:"title"`
	Address string `json:"address"`
	Item    string `json:"item,omitempty"`
	Size    int64  `json:"size"`
}

// Correction is a dated change of a published text.
type Correction struct {
	Date    string `json:"date"`
	Kind    string `json:"kind"` // rettelse, praecisering or revision
	What    string `json:"what"`
	Why     string `json:"why,omitempty"`
	Item    string `json:"item,omitempty"`
	Address string `json:"address"`
}

// Version is an earlier version of minutes.
type Version struct {
	Number  int    `json:"number"`
	Date    string `json:"date"`
	Address string `json:"address"`
}

// Committee is one committee and its minutes, newest first.
type Committee struct {
	SchemaAddress string        `json:"$schema"`
	Schema        string        `json:"schema"`
	ID            string        `json:"id"`
	Address       string        `json:"address"`
	Name          string        `json:"name"`
	Aliases       []string      `json:"aliases,omitempty"`
	Chair         string        `json:"chair,omitempty"`
	Established   string        `json:"established,omitempty"`
	Closed        string        `json:"closed,omitempty"`
	Successor     string        `json:"successor,omitempty"`
	Terms         string        `json:"terms,omitempty"`
	Members       []Participant `json:"members"`
	PurposeText   Text          `json:"-"`
	Purpose       string        `json:"purpose,omitempty"`
	Minutes       []Meeting     `json:"minutes"`
}

// Meeting is one meeting in a list.
type Meeting struct {
	Date    string `json:"date"`
	Title   string `json:"title"`
	State   string `json:"state"`
	Draft   bool   `json:"draft,omitempty"`
	Address string `json:"address"`
}

// Subject is one subject with its status.
type Subject struct {
	SchemaAddress string      `json:"$schema"`
	Schema        string      `json:"schema"`
	ID            string      `json:"id"`
	Address       string      `json:"address"`
	Name          string      `json:"name"`
	Aliases       []Alias     `json:"aliases"`
	Status        Status      `json:"status"`
	Evaluation    Evaluation  `json:"evaluation,omitzero"`
	Report        Report      `json:"report,omitzero"`
	Family        string      `json:"family,omitempty"`
	Milestones    []Milestone `json:"milestones"`
	BodyText      Text        `json:"-"`
	Text          string      `json:"text,omitempty"`
	Mentions      []Mention   `json:"mentions"`
}

// Alias is another name of a subject.
type Alias struct {
	Name     string `json:"name"`
	Language string `json:"language,omitempty"`
	Date     string `json:"date,omitempty"`
	Source   string `json:"source,omitempty"`
}

// Period is a time in the authority's words, and the days it covers where
// they are known.
type Period struct {
	Words string `json:"words"`
	From  string `json:"from,omitempty"`
	To    string `json:"to,omitempty"`
}

// Status is a subject's status now.
type Status struct {
	Title  string `json:"title"`
	Done   bool   `json:"done"`
	Date   Period `json:"date"`
	Source string `json:"source,omitempty"`
}

// Evaluation is the period of evaluation; Inferred is why its years are.
type Evaluation struct {
	Period
	Inferred string `json:"inferred,omitempty"`
	Source   string `json:"source,omitempty"`
}

// Report is the planned report.
type Report struct {
	Due       Period   `json:"due"`
	JointWith []string `json:"joint_with,omitempty"`
	Source    string   `json:"source,omitempty"`
}

// Milestone is a dated step.
type Milestone struct {
	Title  string `json:"title"`
	Date   Period `json:"date"`
	Done   bool   `json:"done"`
	Source string `json:"source,omitempty"`
	Note   string `json:"note,omitempty"`
}

// Mention is a place in minutes that names the subject, or an item that concerns it.
type Mention struct {
	Date    string `json:"date"`
	Draft   bool   `json:"draft,omitempty"`
	Address string `json:"address"`
	Text    string `json:"text"`
}

// Counts are all series.
type Counts struct {
	SchemaAddress string   `json:"$schema"`
	Schema        string   `json:"schema"`
	Address       string   `json:"address"`
	Series        []Series `json:"series"`
}

// Series is one count in time, oldest first.
type Series struct {
	ID         string `json:"id"`
	Title      string `json:"title"`
	Unit       string `json:"unit"`
	Definition string `json:"definition"`
	Cadence    string `json:"cadence,omitempty"`
	Cumulative bool   `json:"cumulative"`
	CSV        string `json:"csv"`
	Persons    bool   `json:"persons,omitempty"` // it counts persons: a value may be masked
	Rows       []Row  `json:"rows"`
}

// Row is one number. Date is the last day that it is known to hold for.
type Row struct {
	Date   string `json:"date"`
	Words  string `json:"date_words"`
	Value  Count  `json:"value"`
	Status string `json:"status"` // final, provisional or other
	Source string `json:"source"`
	Note   string `json:"note,omitempty"`
}
