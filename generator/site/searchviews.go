package site

// SearchView is the page that searches in the minutes. Without scripts it is the index
// of names from A to Å alone.
type SearchView struct {
	Page
	Index      string   // folder of the files that the script searches in
	Committees []Choice // of the filters
	Subjects   []Choice
	Years      []int // of the meetings, newest first
	One        string
	Many       string // what the subjects are called, inside a sentence
	Letters    []IndexLetter
}

// Choice is one of several that a form offers.
type Choice struct{ Value, Text string }

// IndexLetter is a letter of the index and what begins with it.
type IndexLetter struct {
	Letter  string // "Å"; "#" of what begins with none
	Anchor  string
	Entries []IndexEntry
}

// IndexEntry is one name of the index.
type IndexEntry struct {
	Name    string
	Lang    string // of a name in another language
	Kind    EntryKind
	Href    string // of a subject or committee, whose own name it is
	See     Link   // of another name: that of what it means
	Meaning string // of a term
}

// EntryKind is what a name is the name of.
type EntryKind string

const (
	SubjectEntry   EntryKind = "subject"
	CommitteeEntry EntryKind = "committee"
	TermEntry      EntryKind = "term"
)
