package pdf

import (
	"cmp"
	"math"
	"slices"

	"referat/generator/intake/manuscript"
)

// linesInOrder follows letters in the order that they are to be read in, and parts them where a line ends.
func linesInOrder(glyphs []glyph) []*piece {
	var lines []*piece
	var now *piece
	for _, g := range glyphs {
		if now != nil {
			last := &now.glyphs[len(now.glyphs)-1]
			gap := g.box.x0 - last.box.x1
			if math.Abs(g.base-now.base) < 0.6*max(now.size, g.ink.size) && gap > -now.size {
				if last.ink != g.ink && g.base != last.base {
					g.blank = gap > 0.14*g.ink.size
				}
				g.blank = g.blank || gap > 0.3*g.ink.size
				now.add(g)
				if g.ink.size > now.size {
					now.size, now.base = g.ink.size, g.base
				}
				continue
			}
		}
		now = &piece{base: g.base, size: g.ink.size, box: g.box, from: g.box.x0}
		now.add(g)
		lines = append(lines, now)
	}
	return lines
}

// list gives the entries of a list.
func (r *reader) list(e *element) {
	for _, p := range e.parts {
		switch {
		case p.element == nil:
			r.text(&element{kind: "P", parts: []part{p}})
		case p.kind == "LI":
			r.entry(p.element)
		case p.kind == "L":
			r.depth++
			r.list(p.element)
			r.depth--
		default:
			r.element(p.element)
		}
	}
}

// entry gives one entry of a list, and the lists within it.
func (r *reader) entry(e *element) {
	body := &element{kind: "LBody"}
	for _, p := range e.parts {
		if p.element != nil && p.kind == "LBody" {
			body.parts = append(body.parts, p.parts...)
			continue
		}
		body.parts = append(body.parts, p)
	}
	glyphs, inner := r.gather(body)
	if b := r.block(glyphs); b != nil {
		if m, ok := markOf(b.first()); ok && b.mark == nil {
			b.mark = &m
			r.finish(b)
		}
		b.Kind, b.Level, b.tagged, b.Strong = manuscript.Entry, r.depth, true, false
		r.blocks = append(r.blocks, b)
	}
	r.depth++
	for _, i := range inner {
		r.element(i)
	}
	r.depth--
}

// table gives a table. A cell that reaches over several rows is there in each of them, and empty.
func (r *reader) table(e *element) {
	t := &block{Block: manuscript.Block{Kind: manuscript.Table}, page: r.sheet.number, top: math.Inf(1)}
	columns := map[int]float64{}
	below := map[int]int{} // by column, how many rows a cell still reaches
	for _, row := range rowsOf(e) {
		var cells []manuscript.Cell
		at := 0
		fill := func() {
			for below[at] > 0 {
				below[at]--
				cells = append(cells, manuscript.Cell{Columns: 1})
				at++
			}
		}
		for _, p := range row.parts {
			if p.element == nil || p.kind != "TD" && p.kind != "TH" {
				continue
			}
			fill()
			cell, first := r.cellOf(p.element)
			if first != nil {
				if x, known := columns[at]; !known || first.box.x0 < x {
					columns[at] = first.box.x0
				}
				if first.base < t.top {
					t.top, t.At = first.base, r.sheet.place(first)
				}
			}
			for i := range p.columns {
				below[at+i] = p.rows - 1
			}
			at += p.columns
			cells = append(cells, cell)
		}
		fill()
		t.Rows = append(t.Rows, cells)
	}
	t.Rows = withoutEmptyRows(t.Rows)
	if len(t.Rows) == 0 {
		return
	}
	for _, x := range columns {
		t.grid = append(t.grid, x)
	}
	slices.SortFunc(t.grid, cmp.Compare)
	padRows(t.Rows)
	r.heads[rowWords(t.Rows[0])] = true
	r.blocks = append(r.blocks, t)
}

// rowsOf are the rows of a table, in its parts too.
func rowsOf(e *element) []*element {
	var rows []*element
	for _, p := range e.parts {
		switch {
		case p.element == nil:
		case p.kind == "TR":
			rows = append(rows, p.element)
		case p.kind == "THead" || p.kind == "TBody" || p.kind == "TFoot":
			rows = append(rows, rowsOf(p.element)...)
		}
	}
	return rows
}

// cellOf is a cell with its first line.
func (r *reader) cellOf(e *element) (manuscript.Cell, *piece) {
	glyphs := r.everything(e)
	lines := linesInOrder(glyphs)
	cell := manuscript.Cell{Text: runsOf(lines, r.sheet.links, 0), Columns: e.columns, Heading: e.kind == "TH"}
	if len(lines) == 0 {
		return cell, nil
	}
	return cell, lines[0]
}

// everything are all letters of an element, of blocks within it too.
func (r *reader) everything(e *element) []glyph {
	glyphs, inner := r.gather(e)
	for _, i := range inner {
		glyphs = append(glyphs, r.everything(i)...)
	}
	return glyphs
}

// padRows gives all rows as many columns as the widest: at the end of a page empty cells are left out.
func padRows(rows [][]manuscript.Cell) {
	widest := 0
	for _, row := range rows {
		widest = max(widest, width(row))
	}
	for i := range rows {
		for width(rows[i]) < widest {
			rows[i] = append(rows[i], manuscript.Cell{Columns: 1})
		}
	}
}

func width(row []manuscript.Cell) int {
	n := 0
	for _, c := range row {
		n += c.Columns
	}
	return n
}
