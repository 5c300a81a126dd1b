package pdf

import (
	"cmp"
	"slices"

	"referat/generator/intake/manuscript"
)

// composer makes blocks of the sheets of a document by where things stand.
type composer struct {
	measures
	right float64 // of the sheet at hand
	sheet *sheet
	heads map[string]bool // first rows of tables of the structure
}

// compose gives the blocks of a sheet in the order of reading.
func (c *composer) compose(s *sheet) []*block {
	c.sheet, c.right = s, c.rightOf(s)
	var blocks []*block
	for _, g := range s.grids() {
		taken := s.take(func(p *piece) bool {
			return g.box.holds((p.box.x0+p.box.x1)/2, p.base-0.3*p.size)
		})
		if len(taken) > 0 {
			blocks = append(blocks, g.table(s, taken))
		}
	}
	margin := c.margin()
	tables := slices.Clone(blocks)
	slices.SortFunc(tables, func(a, b *block) int { return cmp.Compare(a.box.y0, b.box.y0) })
	for _, t := range tables {
		blocks = append(blocks, c.stretch(s.take(func(p *piece) bool { return p.base <= t.box.y0+1 }))...)
	}
	blocks = append(blocks, c.stretch(s.take(func(*piece) bool { return true }))...)
	slices.SortStableFunc(blocks, func(a, b *block) int { return cmp.Compare(a.top, b.top) })
	return append(margin, blocks...)
}

// rightOf is how far lines of a sheet go.
func (c *composer) rightOf(s *sheet) float64 {
	right := 0.0
	for _, p := range s.pieces {
		if len(p.glyphs) > 50 {
			right = max(right, p.box.x1)
		}
	}
	if right == 0 {
		return c.measures.right
	}
	return right
}

// stretch gives the blocks of the lines between two ruled tables.
func (c *composer) stretch(all []*piece) []*block {
	var blocks []*block
	var flow []*piece
	flush := func() {
		blocks = append(blocks, c.flow(flow, c.right)...)
		flow = nil
	}
	lines := byLine(all)
	for i := 0; i < len(lines); {
		b := bandAt(lines, i, 2.6)
		switch {
		case b != nil && (b.isProse() || b.staggered && !b.isTable()):
			flush()
			blocks = append(blocks, c.proseColumns(b)...)
			i += len(b.lines)
		case b != nil && b.isTable():
			flush()
			t := b.table(c.sheet, c.pitchOf(lines[i][0].size))
			t.top = lines[i][0].base
			blocks = append(blocks, t)
			i += len(b.lines)
		default:
			flow = append(flow, merged(lines[i]))
			i++
		}
	}
	flush()
	return blocks
}

// isTable reports whether enough lines of a band have several columns.
func (b *band) isTable() bool {
	several := 0
	for _, line := range b.lines {
		if len(line) > 1 {
			several++
		}
	}
	return several > 1
}

// proseColumns reads each column to its end.
func (c *composer) proseColumns(b *band) []*block {
	var blocks []*block
	top := b.lines[0][0].base
	for _, column := range b.columns() {
		right := 0.0
		for _, p := range column {
			right = max(right, p.box.x1)
		}
		var lines []*piece
		for _, line := range byLine(column) {
			lines = append(lines, merged(line))
		}
		if len(lines) == 0 {
			continue
		}
		for i, block := range c.flow(lines, max(right, lines[0].box.x0+120)) {
			block.top = top
			if n := len(blocks); i == 0 && n > 0 && continues(blocks[n-1], block) {
				blocks[n-1].append(block)
				continue
			}
			blocks = append(blocks, block)
		}
	}
	return blocks
}

// flow gives the paragraphs of lines that run down one column.
func (c *composer) flow(lines []*piece, right float64) []*block {
	if len(lines) == 0 {
		return nil
	}
	f := &flow{lines: lines, right: right, pitch: c.pitchOf, page: c.sheet.number}
	blocks := f.paragraphs()
	for _, b := range blocks {
		c.finish(b)
		b.top = b.first().base
	}
	return blocks
}

// finish fills a block with its words.
func (c *composer) finish(b *block) {
	skip := 0
	b.Kind, b.Mark = manuscript.Paragraph, ""
	if b.mark != nil {
		skip = b.mark.size
		b.Kind, b.Mark = manuscript.Entry, b.mark.text
	}
	b.At = c.sheet.place(b.first())
	b.Text = runsOf(b.lines, c.sheet.links, skip)
	b.Wrapped = len(b.lines) > 1
	b.Strong = b.Kind == manuscript.Paragraph && (allBoldLines(b.lines) || b.first().size > 1.08*c.size)
}

func allBoldLines(lines []*piece) bool {
	for _, l := range lines {
		if !allBold(l) {
			return false
		}
	}
	return true
}

// margin takes the pieces that stand beside the text and are no part of its lines, such as the number of
// the case and who handles it.
func (c *composer) margin() []*block {
	s := c.sheet
	right, long := 0.0, 0
	for _, p := range s.pieces {
		if len(p.glyphs) > 45 {
			right = max(right, p.box.x1)
			long++
		}
	}
	if long < 3 {
		return nil
	}
	beside := func(p *piece) bool { return p.box.x0 > right+4 }
	lines, with := 0, 0
	for _, line := range byLine(s.pieces) {
		if n := len(line); beside(line[n-1]) {
			lines++
			if n > 1 && len(line[0].glyphs) < 45 {
				with++
			}
		}
	}
	if lines < 2 || 2*with > lines {
		return nil
	}
	taken := s.take(beside)
	var flow []*piece
	for _, line := range byLine(taken) {
		flow = append(flow, merged(line))
	}
	return c.flow(flow, s.box.x1)
}
