// Package intake finds the minutes of a meeting in a document and writes the
// content file of them, with every doubt listed for a person to settle.
//
// It owns the three steps from a manuscript to a file, and the way back:
//
//	Analyse  manuscript → Draft       what the document says, and every doubt
//	Write    Draft → File             front matter and Markdown, as staff would write them
//	Balance  manuscript, File → Account   every word of the source is in the file, or set aside with a reason
//	Merge    File, the file before, the file now → File   a revised document comes again
//	Ask      doubts → File             what a merge could not decide, asked in the file
//
// It never guesses silently: what the document does not say stays empty, what may be
// read in two ways is a Doubt. It never loses a word: what has no place in the model is
// kept, verbatim, under [import] in front matter. Decisions are proposed as doubts and never marked.
//
// A doubt has its place in the document and in the file, where it stands with the first words of
// what it is about (near), so that it lasts until a person deletes it and LineOf finds its line
// again, whatever has been edited above.
//
// It may not read the disk and knows no format of a document; those are the packages docx, pdf
// and text below it. Which words are headings of sections and letters of kinds comes from the
// site's settings.
package intake

import (
	"referat/generator/content"
	"referat/generator/danish"
	"referat/generator/intake/manuscript"
	"referat/generator/source"
)

// Words are what a document is read by.
type Words struct {
	*content.Vocabulary
	Committees []Committee
}

// Committee is a committee of the site, by all names that documents may use.
type Committee struct {
	ID    string
	Names []string
}

// Draft is what was found in a document. It is in the order of a content file.
type Draft struct {
	Head         Head
	Record       content.Record
	Agenda       []content.AgendaItem
	Participants []content.Person
	Preface      []manuscript.Block // what stands before the first item and is no part of the rest
	Items        []Item
	Notes        []manuscript.Note
	Kept         []Kept
	Doubts       []Doubt
}

// Head are the facts of a meeting. What the document does not say is empty.
type Head struct {
	Title            string
	Committee        string // id; "" when no committee of the site is named
	Date             danish.Date
	Start, End       string // "14.00"
	Place            string
	Chair, Secretary string
	Cancelled        bool // the document says that the meeting was not held
}

// Item is an item of the minutes.
type Item struct {
	Heading  string // its words as the content file has them after "## ": "Pkt. 1 Status (orientering) v/Bettina Lundgren"
	Number   string // "1"; "" of an item without number
	Sections []Section
	At       manuscript.Place
}

// Section is a section of an item. The first of an item may be without name: what stands
// before any section's heading.
type Section struct {
	Name   string
	Blocks []manuscript.Block
	At     manuscript.Place
}

// Kept is what has no place in the model, verbatim: labels, wordings of dates, what stands
// before and after the minutes. It stands under [import] and is never published.
type Kept struct {
	What  string // a key of lower-case English words: "label", "date", "sender", "agenda_heading"
	Words string
	At    manuscript.Place
}

// Doubt is something for a person to settle. Its problem names the place in the content file, once it is
// written; At is the place in the source.
type Doubt struct {
	source.Problem
	At     manuscript.Place
	Target Target
}

// Target is what part of a draft a doubt is about, so that Write can tell the line.
type Target struct {
	Part    Part
	Index   int    // of the participant, the agenda item, the item, from 0
	Section int    // of the item, from 0
	Near    string // words of the text that it is about; "" is all of the part
}

// Part is a part of a draft.
type Part int

const (
	InHead Part = iota // Near is then the key: "date"
	InParticipants
	InAgenda
	InPreface
	InItem
	InSection
)

// Origin is the document that a file was imported from.
type Origin struct {
	Name   string // without its folder
	Format string // "docx", "pdf", "txt", "md"
	Digest source.Digest
}
