package main

// The neutral form of a corpus. Its names in JSON are those of the form that
// is read with -json; fields without a name there are filled only by what this
// program invents itself.

// corpus is everything that the site is made of. Meetings are made one at a
// time, since there may be many; both functions may be called in parallel.
type corpus struct {
	committees []body
	groups     []group
	months     []month
	size       int // number of meetings
	meeting    func(i int) (meeting, error)
	// place is where the minutes of a meeting stand below content/referater,
	// "drift/2023-11-07"; "" of a meeting that the corpus does not hold.
	place func(slug string) string
}

// body is a committee.
type body struct {
	Slug string `json:"slug"`
	Name string `json:"name"`
}

// meeting is one set of minutes.
type meeting struct {
	Slug         string        `json:"slug"` // unique; what links point at
	Title        string        `json:"title"`
	Date         string        `json:"date"` // 2006-01-02
	Time         string        `json:"time"` // 11:00-12:30
	Place        string        `json:"place"`
	Body         body          `json:"body"`
	Chair        string        `json:"chair"`
	Secretary    string        `json:"secretary"`
	CaseNo       string        `json:"case_no"`
	DocNo        string        `json:"doc_no"`
	Participants []participant `json:"participants"`
	Agenda       []item        `json:"agenda"`
}

type participant struct {
	Name         string `json:"name"`
	Role         string `json:"role"`
	Absent       bool   `json:"absent"`
	Organisation string `json:"-"`
	NominatedBy  string `json:"-"`
	Specialty    string `json:"-"`
	Chair        bool   `json:"-"`
	Staff        bool   `json:"-"`
}

// item is one point of the agenda with its text.
type item struct {
	No       int       `json:"no"`
	Minutes  int       `json:"minutes"` // expected length
	Title    string    `json:"title"`
	Kind     string    `json:"kind"` // O, D or B
	Speaker  string    `json:"speaker"`
	Sections []section `json:"sections"`
	Concerns []string  `json:"-"` // slugs of groups
}

type section struct {
	Name   string  `json:"name"`
	Blocks []block `json:"blocks"`
}

// block is a paragraph, a list or a table: one of the three is set.
type block struct {
	Para     []span     `json:"para,omitempty"`
	List     [][]span   `json:"list,omitempty"`
	Table    [][]string `json:"table,omitempty"` // first row: headings
	Decision bool       `json:"-"`               // the paragraph is marked as one
}

// span is a run of text. Meeting or Group, when set, make it a link.
type span struct {
	Text    string `json:"text"`
	Strong  bool   `json:"strong,omitempty"`
	Meeting string `json:"meeting,omitempty"` // slug of a meeting
	Group   string `json:"group,omitempty"`   // slug of a group
	Anchor  string `json:"-"`                 // place on the meeting's page
}

// group is a patient group with its status.
type group struct {
	Slug    string  `json:"slug"`
	Name    string  `json:"name"`
	Started string  `json:"started"` // 2006-01-02
	Text    []block `json:"text"`
	Due     string  `json:"-"` // of the report, a partial date
	Steps   []step  `json:"-"`
}

// step is a milestone of a group. It has a title or a stage.
type step struct {
	Date   string // partial
	Title  string
	Stage  string
	Source string // address, or path from the group's file
}

// month is one number of the count series.
type month struct {
	Month string `json:"month"` // 2006-01
	Total int    `json:"total"`
}
