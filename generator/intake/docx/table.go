package docx

import (
	"strconv"

	"referat/generator/intake/manuscript"
)

// grid is a table while it is read.
type grid struct {
	rows [][]cell
	at   manuscript.Place
}

type cell struct {
	manuscript.Cell
	blocks []laid
}

// table reads a table. One of a single column is a frame around its text.
func (s *story) table(e *element, c context) {
	c = s.file.into(e, c)
	g := &grid{}
	g.at.Line = s.here.Line + 1
	s.rows(e, c, g)
	if s.flat || g.isFrame() {
		for _, row := range g.rows {
			for _, cell := range row {
				*s.out = append(*s.out, cell.blocks...)
			}
		}
		return
	}
	*s.out = append(*s.out, g.lay(s.here.Page)...)
}

// rows reads the rows that stand in e; they may be wrapped. Words that stand between rows or cells come before the table.
func (s *story) rows(e *element, c context, g *grid) {
	for _, child := range e.children {
		switch {
		case child.name == "w:tr":
			s.row(child, s.file.into(child, c), g)
		case child.find("w:tr") != nil:
			s.rows(child, s.file.into(child, c), g)
		default:
			s.loose(child, c)
		}
	}
}

func (s *story) row(e *element, c context, g *grid) {
	properties := e.child("w:trPr")
	r := &rowOf{heading: properties.toggle("w:tblHeader") == on}
	r.skip(properties.child("w:gridBefore"))
	s.cells(e, c, r)
	r.skip(properties.child("w:gridAfter"))
	if !c.fate.unseen() && len(r.cells) > 0 {
		g.rows = append(g.rows, r.cells)
	}
}

// rowOf is a row while it is read.
type rowOf struct {
	cells   []cell
	heading bool
}

// skip adds an empty cell where a row leaves out columns.
func (r *rowOf) skip(columns *element) {
	if n := count(columns, 0); n > 0 {
		r.cells = append(r.cells, cell{Cell: manuscript.Cell{Columns: n, Heading: r.heading}})
	}
}

func (s *story) cells(e *element, c context, r *rowOf) {
	for _, child := range e.children {
		inside := s.file.into(child, c)
		if child.name != "w:tc" {
			if child.find("w:tc") != nil {
				s.cells(child, inside, r)
			} else {
				s.loose(child, c)
			}
			continue
		}
		blocks := s.collect(child, c)
		if inside.fate.unseen() {
			continue
		}
		p := child.child("w:tcPr")
		columns := count(p.child("w:gridSpan"), 1)
		if merged := p.child("w:hMerge"); merged != nil && merged.val() != "restart" && len(r.cells) > 0 {
			last := &r.cells[len(r.cells)-1]
			last.Columns += columns
			last.blocks = append(last.blocks, blocks...)
			continue
		}
		r.cells = append(r.cells, cell{manuscript.Cell{Columns: columns, Heading: r.heading}, blocks})
	}
}

// count is the number that a property says.
func count(e *element, otherwise int) int {
	n, err := strconv.Atoi(e.val())
	if err != nil || n < otherwise {
		return otherwise
	}
	return min(n, maxColumns)
}

func (g *grid) isFrame() bool {
	for _, row := range g.rows {
		if len(row) > 1 {
			return false
		}
	}
	return true
}

// lay makes a block of a table, and after it those of the tables within it.
func (g *grid) lay(page int) []laid {
	table := laid{Block: manuscript.Block{Kind: manuscript.Table, At: g.at}}
	table.At.Page = page
	var within []laid
	words, found := false, false
	for _, row := range g.rows {
		cells := make([]manuscript.Cell, len(row))
		for i, c := range row {
			var tables []laid
			cells[i] = c.Cell
			cells[i].Text, tables = flatten(c.blocks)
			within = append(within, tables...)
			words = words || len(cells[i].Text) > 0
			if !found && len(c.blocks) > 0 {
				table.At, found = c.blocks[0].At, true
			}
		}
		table.Rows = append(table.Rows, cells)
	}
	if !words {
		return within
	}
	return append([]laid{table}, within...)
}

// flatten makes text of blocks, a line of each, and gives the tables among them. A number that a list
// gives stands before its line; the bullets of a list in a cell say nothing that the lines do not.
func flatten(blocks []laid) (text []manuscript.Run, tables []laid) {
	for _, b := range blocks {
		if b.Kind == manuscript.Table {
			tables = append(tables, b)
			continue
		}
		if len(b.Text) == 0 && (b.bullet || b.Mark == "") {
			continue
		}
		if n := len(text); n > 0 {
			text = append(text, manuscript.Run{Text: "\n", Look: text[n-1].Look, Link: text[n-1].Link})
		}
		switch {
		case b.Mark == "" || b.bullet:
		case len(b.Text) == 0:
			text = append(text, manuscript.Run{Text: b.Mark})
		default:
			text = append(text, manuscript.Run{Text: b.Mark + " ", Look: b.Text[0].Look})
		}
		text = append(text, b.Text...)
	}
	return merge(text), tables
}
