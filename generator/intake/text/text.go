// Package text reads minutes that come as plain text or as Markdown.
//
// It owns what can be told from lines alone. Plain text is what other programs take out of a PDF
// (Apache Tika, pdftotext with its layout or without), what a person copies out of a viewer, or
// what somebody typed. It may know how such text looks, and the few Danish words that tell where a
// line ends or that a page does ("Side 2 af 7"); what minutes are it may not know.
//
// It promises:
//
//   - No word is lost: each stands in Blocks, Notes or Aside as often as in Raw, but for those in Joins.
//     Raw is the text itself, with letters tidied (tidy) and nothing else.
//   - Nothing is guessed. Where the author may have ended a line, or the page was full, the line end
//     stays in the block and the block is Wrapped. Lines that the author ended for sure are blocks
//     of their own; those of one group that are no sentences, such as names below one another,
//     are one block that is not Wrapped.
//   - A place is the line of the file, also where pages are known.
//   - Text has no looks: there are no headings but in Markdown.
package text

import (
	"strings"
	"unicode"

	"referat/generator/intake/hyphen"
	"referat/generator/intake/manuscript"
)

// reader makes a document out of lines.
type reader struct {
	doc    *manuscript.Document
	lines  []line
	paged  bool // the file tells where its pages begin
	page   measure
	marks  []mark       // of each line; without words of none
	known  hyphen.Words // how words are written within a line
	pieces []piece
	asides map[manuscript.Aside]int // where in the document's list they are, by words and reason
}

// Read makes a document of a file of plain text.
func Read(data []byte) (*manuscript.Document, error) {
	raw, encoding, err := decode(data)
	if err != nil {
		return nil, err
	}
	r := &reader{
		doc:    &manuscript.Document{Encoding: encoding, Raw: strings.ReplaceAll(raw, softHyphen, "-")},
		asides: map[manuscript.Aside]int{},
	}
	r.lines, r.paged = linesOf(raw)
	r.known = wordsWithin(r.lines)
	r.setAside()
	r.lines = withMarks(partMargins(r.lines))
	r.page = measureOf(r.lines)
	r.marks = marksOf(r.lines)
	r.gather()
	r.joinTables()
	r.write()
	r.attachLinks()
	return r.doc, nil
}

// aside keeps words that are no part of the text.
func (r *reader) aside(words string, why manuscript.Reason, at manuscript.Place) {
	key := manuscript.Aside{Words: words, Why: why}
	if i, is := r.asides[key]; is {
		r.doc.Aside[i].Times++
		return
	}
	r.asides[key] = len(r.doc.Aside)
	r.doc.Aside = append(r.doc.Aside, manuscript.Aside{Words: words, Why: why, At: at, Times: 1})
}

// isWord tells of a letter or a digit.
func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
