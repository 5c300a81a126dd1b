package pdf

import (
	"math"
	"slices"

	"referat/generator/intake/manuscript"
)

// grid is a table drawn with rules.
type grid struct {
	box    rect
	xs, ys []float64 // where its columns and rows part
	levels []rule
	sides  []rule
}

// touching is how far rules may stand apart and still meet.
const touching = 3.5

// grids finds the tables that the rules of a page draw.
func (s *sheet) grids() []*grid {
	all := append(slices.Clone(s.levels), s.sides...)
	var found []*grid
	for _, group := range meeting(all) {
		g := &grid{box: group[0].rect}
		for _, r := range group {
			g.box = g.box.union(r.rect)
			if r.upright {
				g.sides = append(g.sides, r)
				g.xs = append(g.xs, (r.x0+r.x1)/2)
			} else {
				g.levels = append(g.levels, r)
				g.ys = append(g.ys, (r.y0+r.y1)/2)
			}
		}
		g.xs, g.ys = apartBy(g.xs), apartBy(g.ys)
		if len(g.xs) > 2 && len(g.ys) > 1 {
			found = append(found, g)
		}
	}
	return found
}

// meeting groups rules that meet.
func meeting(all []rule) [][]rule {
	group := make([]int, len(all))
	for i := range group {
		group[i] = i
	}
	root := func(i int) int {
		for group[i] != i {
			group[i] = group[group[i]]
			i = group[i]
		}
		return i
	}
	for i, a := range all {
		for j := range i {
			b := all[j]
			if a.x0 <= b.x1+touching && b.x0 <= a.x1+touching && a.y0 <= b.y1+touching && b.y0 <= a.y1+touching {
				group[root(i)] = root(j)
			}
		}
	}
	byRoot := map[int]int{}
	var groups [][]rule
	for i, r := range all {
		n, known := byRoot[root(i)]
		if !known {
			n = len(groups)
			byRoot[root(i)] = n
			groups = append(groups, nil)
		}
		groups[n] = append(groups[n], r)
	}
	return groups
}

// apartBy sorts values and keeps one of those that are as good as equal.
func apartBy(values []float64) []float64 {
	slices.Sort(values)
	var kept []float64
	for _, v := range values {
		if n := len(kept); n == 0 || v-kept[n-1] > touching {
			kept = append(kept, v)
		}
	}
	return kept
}

// between is the number of the gap of edges that a value lies in.
func between(edges []float64, v float64) int {
	i, _ := slices.BinarySearch(edges, v)
	return min(max(i-1, 0), len(edges)-2)
}

// table fills a grid with pieces.
func (g *grid) table(s *sheet, taken []*piece) *block {
	columns, rows := len(g.xs)-1, len(g.ys)-1
	held := make([][][]*piece, rows)
	for r := range held {
		held[r] = make([][]*piece, columns)
	}
	for _, p := range taken {
		r, c := between(g.ys, p.base-0.3*p.size), between(g.xs, p.box.x0+min(p.box.width()/2, p.size))
		for c > 0 && !g.sideBetween(r, c) {
			c--
		}
		for r > 0 && !g.levelBetween(r, c) {
			r--
		}
		held[r][c] = append(held[r][c], p)
	}
	b := &block{Block: manuscript.Block{Kind: manuscript.Table, At: s.place(taken[0])}, page: s.number, box: g.box, grid: g.xs, top: taken[0].base}
	for r := range rows {
		var row []manuscript.Cell
		for c := 0; c < columns; {
			wide := 1
			for c+wide < columns && !g.sideBetween(r, c+wide) {
				wide++
			}
			var in []*piece
			for i := range wide {
				in = append(in, held[r][c+i]...)
			}
			row = append(row, s.cell(in, wide))
			c += wide
		}
		b.Rows = append(b.Rows, row)
	}
	b.Rows = withoutEmptyRows(b.Rows)
	markHeading(b.Rows)
	return b
}

// sideBetween reports whether an upright rule parts a column from the one before it in a row.
func (g *grid) sideBetween(row, column int) bool {
	x, top, bottom := g.xs[column], g.ys[row], g.ys[row+1]
	covered := 0.0
	for _, r := range g.sides {
		if math.Abs((r.x0+r.x1)/2-x) <= touching {
			covered = max(covered, min(r.y1, bottom)-max(r.y0, top))
		}
	}
	return covered > 0.5*(bottom-top)
}

// levelBetween reports whether a level rule parts a row from the one above it in a column.
func (g *grid) levelBetween(row, column int) bool {
	y, left, right := g.ys[row], g.xs[column], g.xs[column+1]
	covered := 0.0
	for _, r := range g.levels {
		if math.Abs((r.y0+r.y1)/2-y) <= touching {
			covered = max(covered, min(r.x1, right)-max(r.x0, left))
		}
	}
	return covered > 0.5*(right-left)
}

// cell is the pieces of a cell as its text.
func (s *sheet) cell(in []*piece, columns int) manuscript.Cell {
	var lines []*piece
	for _, line := range byLine(in) {
		m := merged(line)
		for i := range m.glyphs {
			m.glyphs[i].far = false
		}
		lines = append(lines, m)
	}
	return manuscript.Cell{Text: runsOf(lines, s.links, 0), Columns: columns}
}

func withoutEmptyRows(rows [][]manuscript.Cell) [][]manuscript.Cell {
	return slices.DeleteFunc(rows, func(row []manuscript.Cell) bool {
		return !slices.ContainsFunc(row, func(c manuscript.Cell) bool { return len(c.Text) > 0 })
	})
}

// markHeading marks the first row as headings when it is bold and the next is not.
func markHeading(rows [][]manuscript.Cell) {
	if len(rows) < 2 || !bold(rows[0]) || bold(rows[1]) {
		return
	}
	for i := range rows[0] {
		rows[0][i].Heading = true
	}
}

// bold reports whether all words of a row are.
func bold(row []manuscript.Cell) bool {
	any := false
	for _, c := range row {
		for _, r := range c.Text {
			if !r.Look.Bold {
				return false
			}
			any = true
		}
	}
	return any
}
