// Package docx reads the format of Word, Office Open XML, into a manuscript.
//
// It owns what the format means: which parts a file has, what styles and lists make of a paragraph,
// what fields, text boxes, notes and tracked changes show on the page. It promises that
// every word that Word would show is in the manuscript once, that a word which Word would not show
// (deleted, hidden, a comment, an insertion nobody has accepted) is in no part of it, and that a file made to
// do harm is refused before it costs more than a large file would. It knows nothing of minutes, and touches no disk.
//
// What it makes of things that have no exact place in a manuscript:
//
//   - An automatic number stands in Block.Mark, of headings too; in a cell it stands before the words.
//   - A link into the document itself has no address.
//   - A table of one column is a frame around text: its blocks stand in its place. A table inside a table follows it.
//   - A text box follows the paragraph that it is anchored in.
//   - A table of contents is page furniture, since all that it says is said again below it.
//   - A sign of a font of pictures that is not known is U+FFFD, and is reported.
package docx

import (
	"io"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"referat/generator/intake/manuscript"
)

// Options say how a document is to be read.
type Options struct {
	AcceptChanges bool // tracked insertions are text
}

// Read reads a document. Its error is a *manuscript.Refusal.
func Read(r io.ReaderAt, size int64, o Options) (*manuscript.Document, error) {
	p, err := open(r, size)
	if err != nil {
		return nil, err
	}
	f, err := p.file(o.AcceptChanges)
	if err != nil {
		return nil, err
	}
	f.readBody()
	f.readNotes()
	f.readFurniture()
	f.reportStrayComments()
	f.out.Raw = norm.NFC.String(f.raw())
	if isScanned(&f.out) {
		return nil, &manuscript.Refusal{Why: manuscript.NoText}
	}
	return &f.out, nil
}

// isScanned tells whether a document is pictures and nothing else, whatever is said of them.
func isScanned(d *manuscript.Document) bool {
	other := func(u manuscript.Unseen) bool { return u.Kind != manuscript.Picture }
	return len(d.Blocks) == 0 && len(d.Unseen) > 0 && !slices.ContainsFunc(d.Unseen, other)
}

// file is what is known of a document while it is read.
type file struct {
	accept    bool
	body      part
	ground    string // colour of the page
	styles    *styles
	numbering *numbering
	notes     map[noteKey]*note
	noteOrder []*note // as the file has them
	referred  []*note // as the text refers to them
	comments  map[string]*comment
	furniture []furniture
	sizes     map[int]int // how many letters there are of a size
	out       manuscript.Document
}

// part is one XML part of a file, and what it refers to.
type part struct {
	root  *element
	links relations
}

func (f *file) readBody() {
	s := &story{file: f, links: f.body.links, body: true}
	if s.paged = f.body.root.find("w:lastRenderedPageBreak") != nil; s.paged {
		s.here.Page = 1
	}
	laid := s.collect(f.body.root, context{ground: f.ground})
	f.markStrong(laid)
	for _, l := range laid {
		if l.Kind == manuscript.Table || len(l.Text) > 0 {
			f.out.Blocks = append(f.out.Blocks, l.Block)
		}
	}
}

func (f *file) unseen(kind manuscript.UnseenKind, at manuscript.Place, words int) {
	f.out.Unseen = append(f.out.Unseen, manuscript.Unseen{Kind: kind, At: at, Words: words})
}

// aside sets words aside.
func (f *file) aside(words string, why manuscript.Reason, at manuscript.Place) {
	if words = norm.NFC.String(strings.TrimSpace(words)); words != "" {
		f.out.Aside = append(f.out.Aside, manuscript.Aside{Words: words, Why: why, At: at, Times: 1})
	}
}
