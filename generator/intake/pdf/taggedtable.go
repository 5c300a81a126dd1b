package pdf

import (
	"cmp"
	"math"
	"slices"

	"referat/generator/intake/manuscript"
)

// table gives a table. A cell that reaches over several rows is there in each of them, and empty.
func (r *reader) table(e *element) {
	t := &block{Block: manuscript.Block{Kind: manuscript.Table}, page: r.sheet.number, top: math.Inf(1)}
	var rows [][]taggedCell
	below := map[int]int{} // by column, how many rows a cell still reaches
	for _, row := range rowsOf(e) {
		rows = append(rows, r.row(row, below))
	}
	columns := columnsOf(rows)
	for _, row := range rows {
		if len(row) < len(columns) {
			row = spread(row, columns)
		}
		var cells []manuscript.Cell
		for i := range row {
			cells = append(cells, row[i].Cell)
			if row[i].first != nil && row[i].first.base < t.top {
				t.top, t.At = row[i].first.base, r.sheet.place(row[i].first)
			}
		}
		t.Rows = append(t.Rows, cells)
	}
	t.Rows = withoutEmptyRows(t.Rows)
	if len(t.Rows) == 0 {
		return
	}
	for _, c := range columns {
		if c.x1 > c.x0 {
			t.grid = append(t.grid, c.x0)
		}
	}
	slices.SortFunc(t.grid, cmp.Compare)
	padRows(t.Rows)
	r.heads[rowWords(t.Rows[0])] = true
	r.blocks = append(r.blocks, t)
}

// taggedCell is a cell with where its words stand. One that another reaches into from above is empty.
type taggedCell struct {
	manuscript.Cell
	first *piece // line; nil of none
	box   rect
}

// row gives the cells of a row, with those that reach into it from above.
func (r *reader) row(e *element, below map[int]int) []taggedCell {
	var cells []taggedCell
	at := 0
	fill := func() {
		for below[at] > 0 {
			below[at]--
			cells = append(cells, taggedCell{Cell: manuscript.Cell{Columns: 1}})
			at++
		}
	}
	for _, p := range e.parts {
		if p.element == nil || p.kind != "TD" && p.kind != "TH" {
			continue
		}
		fill()
		for i := range p.columns {
			below[at+i] = p.rows - 1
		}
		at += p.columns
		cells = append(cells, r.cellOf(p.element))
	}
	fill()
	return cells
}

// columnsOf is where the words of each column stand, by the rows that have a cell in all of them.
func columnsOf(rows [][]taggedCell) []rect {
	widest := 0
	for _, row := range rows {
		widest = max(widest, len(row))
	}
	columns := make([]rect, widest)
	for _, row := range rows {
		if len(row) < widest || slices.ContainsFunc(row, func(c taggedCell) bool { return c.Columns > 1 }) {
			continue
		}
		for i := range row {
			switch {
			case row[i].first == nil:
			case columns[i].x1 == 0:
				columns[i] = row[i].box
			default:
				columns[i] = columns[i].union(row[i].box)
			}
		}
	}
	return columns
}

// spread puts the cells of a row that has too few under the columns they stand below: a cell without
// words is not in the structure of the page. A row with a cell of several columns stays as it is.
func spread(row []taggedCell, columns []rect) []taggedCell {
	all := make([]taggedCell, len(columns))
	for i := range all {
		all[i].Columns = 1
	}
	from := 0
	for i := range row {
		if row[i].Columns > 1 || row[i].first == nil {
			return row
		}
		best, far := -1, math.Inf(1)
		for c := from; c <= len(columns)-len(row)+i; c++ {
			if d := apartFrom(row[i].box, columns[c]); columns[c].x1 > 0 && d < far {
				best, far = c, d
			}
		}
		if best < 0 {
			return row
		}
		all[best], from = row[i], best+1
	}
	return all
}

// apartFrom is how far two boxes stand apart across the page; of those that share some of it, the
// one that begins nearer is nearer.
func apartFrom(a, b rect) float64 {
	gap := max(a.x0-b.x1, b.x0-a.x1, 0)
	return gap*100 + math.Abs(a.x0-b.x0)
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

// cellOf reads a cell.
func (r *reader) cellOf(e *element) taggedCell {
	lines := linesInOrder(r.everything(e))
	c := taggedCell{Cell: manuscript.Cell{Text: runsOf(lines, r.sheet.links, 0), Columns: e.columns, Heading: e.kind == "TH"}}
	if len(lines) == 0 {
		return c
	}
	c.first, c.box = lines[0], lines[0].box
	for _, l := range lines {
		c.box = c.box.union(l.box)
	}
	return c
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
