package pdf

import (
	"slices"
	"strings"

	"referat/generator/intake/manuscript"
)

// reader follows the structure of a page and makes blocks of it.
type reader struct {
	*composer
	byMark map[int][]glyph
	used   map[int]bool // letters that have been reached
	blocks []*block
	notes  *notes
	depth  int // of lists
	asides []manuscript.Aside
}

// readTagged gives the blocks of a page that has a structure. What the structure does not reach is put
// among them by where it stands.
func (c *composer) readTagged(s *sheet, n *notes) ([]*block, []manuscript.Aside) {
	c.sheet, c.right = s, c.rightOf(s)
	r := &reader{composer: c, byMark: map[int][]glyph{}, used: map[int]bool{}, notes: n}
	for _, g := range s.left() {
		if g.ink.mark >= 0 {
			r.byMark[g.ink.mark] = append(r.byMark[g.ink.mark], g)
		}
	}
	for _, e := range s.tree {
		r.element(e)
	}
	s.pieces = s.piecesOf(slices.DeleteFunc(s.left(), func(g glyph) bool { return r.used[g.number] }))
	var rest []*block
	for _, b := range c.compose(s) {
		if words, ok := r.repeats(b); ok {
			r.asides = append(r.asides, manuscript.Aside{Words: words, Why: manuscript.Furniture, At: b.At, Times: 1})
			continue
		}
		rest = append(rest, b)
	}
	return among(r.blocks, rest), r.asides
}

// left are the letters that are still to be placed, in the order of the file.
func (s *sheet) left() []glyph {
	var all []glyph
	for _, p := range s.pieces {
		all = append(all, p.glyphs...)
	}
	slices.SortFunc(all, func(a, b glyph) int { return a.number - b.number })
	return all
}

// repeats reports whether a block is the heading of a table, printed again where the table goes on.
func (r *reader) repeats(b *block) (string, bool) {
	if b.Kind != manuscript.Table || len(b.Rows) != 1 {
		return "", false
	}
	words := rowWords(b.Rows[0])
	return words, r.heads[words]
}

// among puts blocks where they stand between others.
func among(blocks, rest []*block) []*block {
	for _, b := range rest {
		at := slices.IndexFunc(blocks, func(o *block) bool { return o.top > b.top })
		if at < 0 {
			at = len(blocks)
		}
		blocks = slices.Insert(blocks, at, b)
	}
	return blocks
}

// element gives the blocks of one element.
func (r *reader) element(e *element) {
	switch {
	case e.kind == "Artifact":
	case e.kind == "Table":
		r.table(e)
	case e.kind == "L":
		r.list(e)
	case e.kind == "Note" || e.kind == "FENote":
		r.note(e)
	case isText(e.kind) || !holdsBlocks(e):
		r.text(e)
	default:
		r.parts(e)
	}
}

// parts gives the blocks of the parts of an element that is only a frame; letters right in it are a
// paragraph.
func (r *reader) parts(e *element) {
	loose := &element{kind: "P"}
	flush := func() {
		if len(loose.parts) > 0 {
			r.text(loose)
			loose = &element{kind: "P"}
		}
	}
	for _, p := range e.parts {
		if p.element == nil || isInline(p.kind) {
			loose.parts = append(loose.parts, p)
			continue
		}
		flush()
		r.element(p.element)
	}
	flush()
}

func isText(kind string) bool {
	switch kind {
	case "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "Title", "Caption", "TOCI":
		return true
	}
	return false
}

func isInline(kind string) bool {
	switch kind {
	case "Span", "Link", "Reference", "Quote", "Em", "Strong", "Code", "BibEntry", "Annot", "Lbl", "Sub", "Ruby", "Warichu":
		return true
	}
	return false
}

// holdsBlocks reports whether an element has blocks within it, so that it is only a frame.
func holdsBlocks(e *element) bool {
	for _, p := range e.parts {
		if p.element != nil && !isInline(p.kind) && p.kind != "Note" && p.kind != "FENote" && p.kind != "Figure" {
			return true
		}
	}
	return false
}

// text gives an element that is one block. Blocks within it come after what stands before them.
func (r *reader) text(e *element) {
	glyphs, inner := r.gather(e)
	if b := r.block(glyphs); b != nil {
		switch e.kind {
		case "H", "Title":
			b.Kind, b.Level, b.Strong = manuscript.Heading, 1, false
			if e.kind == "Title" {
				b.Level = 0
			}
		case "H1", "H2", "H3", "H4", "H5", "H6":
			b.Kind, b.Level, b.Strong = manuscript.Heading, int(e.kind[1]-'0'), false
		}
		if b.Kind == manuscript.Heading && b.mark != nil {
			b.mark, b.Mark = nil, ""
			b.Text = runsOf(b.lines, r.sheet.links, 0)
		}
		r.blocks = append(r.blocks, b)
	}
	for _, i := range inner {
		r.element(i)
	}
}

// gather gives the letters of an element, and the blocks that lie in it.
func (r *reader) gather(e *element) (glyphs []glyph, inner []*element) {
	for _, p := range e.parts {
		switch {
		case p.element == nil:
			glyphs = append(glyphs, r.marked(p.mark)...)
		case p.kind == "Artifact":
		case isInline(p.kind) || isText(p.kind) && !isText(e.kind) || p.kind == "Figure" || p.kind == "Formula":
			more, deeper := r.gather(p.element)
			if isText(p.kind) && len(more) > 0 {
				more[0].blank = true
			}
			glyphs, inner = append(glyphs, more...), append(inner, deeper...)
		default:
			inner = append(inner, p.element)
		}
	}
	if e.alt != "" {
		r.asides = append(r.asides, manuscript.Aside{Words: e.alt, Why: manuscript.Decoration, At: manuscript.Place{Page: r.sheet.number}, Times: 1})
	}
	return spelledOut(glyphs, e.actual), inner
}

// marked are the letters of one marked content.
func (r *reader) marked(mark int) []glyph {
	all := slices.Clone(r.byMark[mark])
	delete(r.byMark, mark)
	for i := range all {
		r.used[all[i].number] = true
	}
	return all
}

// spelledOut puts the text that an element says it stands for in place of its letters. Letters that
// nobody may read stay out: then there is nothing to put it in place of.
func spelledOut(glyphs []glyph, actual string) []glyph {
	letters := []rune(strings.TrimSpace(actual))
	if len(glyphs) == 0 || len(letters) == 0 || len(letters) > 4*len(glyphs) {
		return glyphs
	}
	box := glyphs[0].box.union(glyphs[len(glyphs)-1].box)
	var all []glyph
	blank := glyphs[0].blank
	for i, l := range letters {
		if l == ' ' || l == '\u00a0' || l == '\n' {
			blank = true
			continue
		}
		if l == softHyphen {
			continue
		}
		g := glyphs[0]
		g.letter, g.blank = l, blank
		g.box.x0 = box.x0 + box.width()*float64(i)/float64(len(letters))
		g.box.x1 = box.x0 + box.width()*float64(i+1)/float64(len(letters))
		all, blank = append(all, g), false
	}
	return all
}

// block makes a paragraph of letters, or an entry when it begins with a mark of lists.
func (r *reader) block(glyphs []glyph) *block {
	lines := linesInOrder(glyphs)
	if len(lines) == 0 {
		return nil
	}
	b := &block{page: r.sheet.number, right: r.right, lines: lines, box: lines[0].box, top: lines[0].base}
	for _, l := range lines {
		b.box = b.box.union(l.box)
	}
	if m, ok := markOf(lines[0]); ok && m.sure {
		b.mark = &m
	}
	r.finish(b)
	return b
}
