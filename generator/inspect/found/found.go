// Package found is the vocabulary of an inspection: what a file has been found to hold, and where a
// reader of a format puts it.
//
// It owns the report and the kinds in it, and the limits that all readers share. It promises that a report holds no word
// of the file: parts by their names, what tells of people and of editing by its kind, what could not be read by its reason. Words are
// given to whoever asked for them, once, and are not kept. It knows no format.
//
// # Paths
//
// A part is named by its path in the file: "word/document.xml". The file itself is "". A part of a file within the file follows
// a "!": "ppt/embeddings/Sheet1.xlsx!xl/worksheets/sheet1.xml". A place within a part follows a "#":
// "docProps/core.xml#title". Texts may come from such a place; parts, traces and what is unread are of whole parts.
package found

// Report is what a file was found to hold. It is plain data without words of the file, so that it can be kept.
type Report struct {
	Parts  []Part
	Traces []Trace
	Unread []Unread
	Flaws  []Flaw
}

// Part is something of which all words have been read.
type Part struct {
	Path  string
	Kind  Kind
	Bytes int
}

// Kind is what a part is.
type Kind string

const (
	Text        Kind = "text"
	Markup      Kind = "markup" // XML
	Archive     Kind = "archive"
	Document    Kind = "document"    // a file of Word, Excel, PowerPoint or LibreOffice, as a whole
	PDF         Kind = "pdf"         // as a whole
	Picture     Kind = "picture"     // its metadata are read; what it shows is not
	Drawing     Kind = "drawing"     // a picture made of strokes and letters; the letters are read
	Typeface    Kind = "typeface"    // an embedded font: shapes of letters
	Printer     Kind = "printer"     // settings of a printer
	Certificate Kind = "certificate" // of a signature: whose it is
)

// Trace tells of people or of editing in a part, never in which words.
type Trace struct {
	Kind  TraceKind
	Path  string
	Count int
}

// TraceKind is what a trace tells of.
type TraceKind string

const (
	Author           TraceKind = "author"
	LastModifiedBy   TraceKind = "last-modified-by"
	Company          TraceKind = "company"
	Manager          TraceKind = "manager"
	Title            TraceKind = "title"      // whether it names a person is for the caller to judge
	Properties       TraceKind = "properties" // subject, keywords, comments, category: whatever staff or a program filled in
	CustomProperties TraceKind = "custom-properties"
	People           TraceKind = "people" // a list of who has worked on it
	TrackedChanges   TraceKind = "tracked-changes"
	Comments         TraceKind = "comments"
	HiddenText       TraceKind = "hidden-text"
	HiddenSheet      TraceKind = "hidden-sheet"
	HiddenRows       TraceKind = "hidden-rows"
	HiddenColumns    TraceKind = "hidden-columns"
	HiddenSlide      TraceKind = "hidden-slide"
	HiddenObject     TraceKind = "hidden-object"
	SpeakerNotes     TraceKind = "speaker-notes"
	EmbeddedFile     TraceKind = "embedded-file" // with more in it than is shown
	CachedData       TraceKind = "cached-data"   // data behind a pivot table, or of another workbook
	ExternalLink     TraceKind = "external-link" // to a file on a disk or in a network, not to a web page
	PrinterSettings  TraceKind = "printer-settings"
	Thumbnail        TraceKind = "thumbnail" // may show an earlier version
	Template         TraceKind = "template"  // the path of the template it was made from
	Folder           TraceKind = "folder"    // on the disk of whoever worked on it
	Signature        TraceKind = "signature"
	Position         TraceKind = "position" // where a picture was taken
	Camera           TraceKind = "camera"
	Captured         TraceKind = "captured" // when
	ImageText        TraceKind = "image-text"
	EarlierVersion   TraceKind = "earlier-version"
	Script           TraceKind = "script"
	Covered          TraceKind = "covered-text" // under a box that hides it on screen and paper only
)

// Unread is a part of which not all words could be read.
type Unread struct {
	Path string
	Why  Reason
}

// Reason is why something is unread.
type Reason string

const (
	Encrypted    Reason = "encrypted"
	OldOffice    Reason = "old-office" // the formats of Office before 2007, also within newer files
	Macros       Reason = "macros"
	Sound        Reason = "sound-or-film"
	ImageOnly    Reason = "image-only" // a page that is nothing but a picture
	UnknownKind  Reason = "unknown-kind"
	Disagreement Reason = "disagreement" // the name says another kind than the bytes
	Damaged      Reason = "damaged"
	TooDeep      Reason = "too-deep"
	TooLarge     Reason = "too-large"
	TooMany      Reason = "too-many"
	UnsafeName   Reason = "unsafe-name" // the name of a part leads out of its folder
	Between      Reason = "between"     // bytes that belong to no part
	Fault        Reason = "fault"       // of the reader, which should have known better
)

// Flaw is what hinders people who cannot see a document in reading it.
type Flaw struct {
	Kind FlawKind
	Path string
}

// FlawKind is what a document lacks.
type FlawKind string

const (
	Untagged      FlawKind = "untagged" // headings, lists and the order of reading are not told
	NoLanguage    FlawKind = "no-language"
	NoTitle       FlawKind = "no-title"
	TitleNotShown FlawKind = "title-not-shown" // a program shows the file's name instead
)
