// Package manuscript is a document as a person reads it, whatever format it came in: blocks
// in reading order, each with its place.
//
// The readers of the formats (docx, pdf, text) make documents; package intake finds
// the minutes in them. This package knows no format and no word of any language. It
// promises nothing about what the words mean: a heading is what the document itself marks as one.
//
// Three things are kept apart, so that no word is lost in silence and none comes in
// unseen:
//
//   - Blocks and Notes hold what is to be read.
//   - Aside holds words that stand in the document but are no part of its text, with the
//     reason: what is repeated on every page, numbers of pages.
//   - Unseen tells of words that nobody is meant to read, or that somebody has changed,
//     by their place and number only. Their letters are nowhere.
package manuscript

import (
	"cmp"
	"strings"
)

// Document is what a reader gives.
type Document struct {
	Blocks []Block
	Notes  []Note // footnotes and endnotes; a run refers to one by its number, from 1
	Aside  []Aside
	Unseen []Unseen
	Joins  []Join

	// Hyphens are words that the end of a line had parted at a hyphen and that have kept it, though they may be
	// written without.
	Hyphens []Join

	// Raw is every word of the source that may be imported, in the order of the file and taken by a
	// plainer way than Blocks, Notes and Aside: what they must hold together. Words of Unseen are not in it.
	Raw string

	// Encoding is that of a text that does not say its own, as it was guessed: "Windows-1252"; "" where nothing was.
	Encoding string
}

// Place is where something stands in the source.
type Place struct {
	Page int // from 1; 0 where the format has none
	Line int // of the page or, without pages, of the file; of .docx the number of the paragraph. From 1; 0 is unknown
}

// Compare is negative of a place before another, positive of one behind it.
func (p Place) Compare(q Place) int {
	return cmp.Or(cmp.Compare(p.Page, q.Page), cmp.Compare(p.Line, q.Line))
}

// Block is a paragraph, a heading, an entry of a list or a table.
type Block struct {
	Kind    Kind
	Level   int    // of a heading: in the document's own outline, from 1, or 0 for the document's title; of an entry: its depth, from 0
	Mark    string // of an entry, and of a heading that is numbered by itself: what stands before it, "•", "1.", "a)"
	Text    []Run  // of all but a table; "\n" parts lines
	Wrapped bool   // whether the author ended a line, or the page was full, cannot be told from the source
	Strong  bool   // of a paragraph or an entry: all of it is bold, or larger than most of the text, so that it may be a heading
	Rows    [][]Cell
	At      Place
}

// Kind is what a block is.
type Kind int

const (
	Paragraph Kind = iota
	Heading
	Entry
	Table
)

// Run is text of one look.
type Run struct {
	Text string // NFC, no soft hyphens; "\n" only between lines
	Look Look
	Link string // address; "" of none
	Note int    // number of the note that is referred to here, from 1; Text is then ""
}

// Look is how text looks, as far as that has a meaning.
type Look struct{ Bold, Italic, Struck, Superscript, Subscript bool }

// Cell is a cell of a table. A cell that continues the one above is there, and empty.
type Cell struct {
	Text    []Run // "\n" parts paragraphs and lines
	Columns int   // how many columns it is wide, from 1
	Heading bool
}

// Note is a footnote or endnote.
type Note struct {
	Text []Run
	At   Place
}

// Aside are words set aside.
type Aside struct {
	Words string
	Why   Reason
	At    Place // of the first of them
	Times int   // how often they stand in the source, from 1
}

// Reason is why words are set aside.
type Reason string

const (
	Furniture   Reason = "furniture"   // repeated at the head or foot of pages
	PageNumber  Reason = "page-number" // as "Side 2 af 7"
	Repeated    Reason = "repeated"    // an address written again beside the text that links to it
	Decoration  Reason = "decoration"  // a picture's alternative text, a watermark, a rule of signs
	Placeholder Reason = "placeholder" // what a form says where nobody has written: "Klik her for at skrive"
	Markup      Reason = "markup"      // what a markup language says to its programs, and shows nobody
)

// Unseen is what is reported by its place only.
type Unseen struct {
	Kind  UnseenKind
	At    Place
	Words int // how many
}

// UnseenKind is why words are not to be seen.
type UnseenKind string

const (
	Insertion UnseenKind = "insertion" // tracked, and nobody has said that it is accepted
	Deletion  UnseenKind = "deletion"  // tracked, or struck through where the format cannot tell
	Comment   UnseenKind = "comment"
	Hidden    UnseenKind = "hidden"  // hidden text, white on white, outside the page
	Picture   UnseenKind = "picture" // may hold text that cannot be read; Words is 0
	Embedded  UnseenKind = "embedded"
	Sign      UnseenKind = "sign" // of a font of pictures, with no letter that stands for it; U+FFFD is in its place, Words is 0
)

// Join is a word that the end of a line had parted at a hyphen: "sund-" and "heds".
type Join struct {
	Left, Right string // as in the source, Left with its hyphen
	At          Place
}

// Words are a block's words without their looks, lines parted by "\n"; of a table, cells by tabs.
func (b *Block) Words() string {
	if b.Kind != Table {
		return Plain(b.Text)
	}
	var s strings.Builder
	for _, row := range b.Rows {
		for i, cell := range row {
			if i > 0 {
				s.WriteByte('\t')
			}
			s.WriteString(strings.ReplaceAll(Plain(cell.Text), "\n", " "))
		}
		s.WriteByte('\n')
	}
	return s.String()
}

// Plain is the text of runs without their looks.
func Plain(runs []Run) string {
	if len(runs) == 1 {
		return runs[0].Text
	}
	var s strings.Builder
	for _, r := range runs {
		s.WriteString(r.Text)
	}
	return s.String()
}
