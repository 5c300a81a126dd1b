package pdf

import (
	"math"
	"slices"

	"referat/generator/intake/manuscript"
)

// band is a stretch of lines with upright white gaps through all of them: columns of text, or of a table
// drawn without rules.
type band struct {
	lines     [][]*piece
	gaps      []gap
	staggered bool // lines of its columns do not stand at the same height, as rows of a table do
}

// gap is an upright white stripe.
type gap struct{ from, to float64 }

// least is how wide a gap between columns is, in the size of letters.
const least = 0.8

// bandAt follows the white gaps of a line downwards.
func bandAt(lines [][]*piece, start int, far float64) *band {
	b := &band{lines: lines[start : start+1]}
	for i := 1; i < len(lines[start]); i++ {
		b.gaps = append(b.gaps, gap{lines[start][i-1].box.x1, lines[start][i].box.x0})
	}
	if len(b.gaps) == 0 {
		g, ok := beside(lines, start)
		if !ok {
			return nil
		}
		b.gaps, b.staggered = []gap{g}, true
	}
	for end := start + 1; end < len(lines); end++ {
		if lines[end][0].base-lines[end-1][0].base > far*lines[end][0].size {
			break
		}
		left := narrowed(b.gaps, lines[end])
		if len(left) == 0 || len(lines[end]) == 1 && beyond(b, lines[end][0]) {
			break
		}
		b.gaps, b.lines = left, lines[start:end+1]
	}
	b.trim(lines[start+len(b.lines):])
	return b
}

// beside is the gap between two lines that stand beside each other and not quite at one height.
func beside(lines [][]*piece, i int) (gap, bool) {
	if i+1 == len(lines) || len(lines[i+1]) > 1 {
		return gap{}, false
	}
	left, right := lines[i][0], lines[i+1][0]
	if left.box.x0 > right.box.x0 {
		left, right = right, left
	}
	near := math.Abs(left.base-right.base) < 0.9*min(left.size, right.size)
	return gap{left.box.x1, right.box.x0}, near && right.box.x0-left.box.x1 > least*left.size
}

// beyond reports whether a line that stands alone is no line of a column of the band: it starts neither
// with one of them nor is it indented in one.
func beyond(b *band, p *piece) bool {
	starts, first := b.starts(), b.lines[0][0]
	if !b.staggered && (!same(p.size, first.size) || allBold(p) && !allBold(b.lines[len(b.lines)-1][0])) {
		return true
	}
	for i, x := range starts {
		if i > 0 && math.Abs(p.box.x0-x) < 4 {
			return false
		}
	}
	return p.box.x0 < starts[0]-4 || len(starts) == 2 && p.box.x1 > starts[1]
}

// narrowed are the gaps that are still white with one more line.
func narrowed(gaps []gap, line []*piece) []gap {
	var left []gap
	for _, g := range gaps {
		for _, p := range line {
			switch {
			case p.box.x1 <= g.from || p.box.x0 >= g.to:
			case p.box.x0 > g.from && p.box.x1 < g.to:
				g = gap{0, 0}
			case p.box.x0 <= g.from:
				g.from = p.box.x1
			default:
				g.to = p.box.x0
			}
		}
		if g.to-g.from >= least*line[0].size {
			left = append(left, g)
		}
	}
	return left
}

// trim takes the lines at the end of a band that stand alone at its left edge: they are the text below it.
// One such line is the last row of a table when it stands as close as rows do and the text below further off.
func (b *band) trim(below [][]*piece) {
	n := len(b.lines)
	alone := func(i int) bool { return len(b.lines[i]) == 1 && b.lines[i][0].box.x0 < b.gaps[0].to-1 }
	for n > 1 && alone(n-1) {
		n--
	}
	if n > 1 && len(b.lines) == n+1 {
		pitch, step := b.lines[n-1][0].base-b.lines[n-2][0].base, b.lines[n][0].base-b.lines[n-1][0].base
		if step < pitch+1 && (len(below) == 0 || below[0][0].base-b.lines[n][0].base > pitch+3) {
			return
		}
	}
	b.lines = b.lines[:n]
}

// starts are where the columns begin.
func (b *band) starts() []float64 {
	starts := []float64{math.Inf(1)}
	for _, g := range b.gaps {
		starts = append(starts, g.to)
	}
	for _, line := range b.lines {
		if line[0].box.x0 < b.gaps[0].from {
			starts[0] = min(starts[0], line[0].box.x0)
		}
	}
	return starts
}

func (b *band) column(p *piece) int {
	for i, g := range b.gaps {
		if p.box.x0 < g.to-1 {
			return i
		}
	}
	return len(b.gaps)
}

// columns are the pieces of each column.
func (b *band) columns() [][]*piece {
	columns := make([][]*piece, len(b.gaps)+1)
	for _, line := range b.lines {
		for _, p := range line {
			columns[b.column(p)] = append(columns[b.column(p)], p)
		}
	}
	return columns
}

// prose is how many letters a line of text in a column has, and how many such lines make it text.
const (
	proseLetters = 26
	proseLines   = 5
)

// isProse reports whether the columns hold running text, so that each is read to its end before the next:
// most lines are long and go to where the column ends.
func (b *band) isProse() bool {
	for _, column := range b.columns() {
		if !runs(column) {
			return false
		}
	}
	return true
}

func runs(column []*piece) bool {
	letters, right := 0, 0.0
	for _, p := range column {
		letters += len(p.glyphs)
		right = max(right, p.box.x1)
	}
	full := 0
	for _, p := range column {
		if right-p.box.x1 < 0.2*(right-p.box.x0) {
			full++
		}
	}
	return len(column) >= proseLines && letters >= proseLetters*len(column) && 2*full > len(column)
}

// table reads a band as a table: a line that has something in the first column begins a row, and so does one
// that stands further from the line above than lines of a cell do.
func (b *band) table(s *sheet, pitch float64) *block {
	t := &block{Block: manuscript.Block{Kind: manuscript.Table, At: s.place(b.lines[0][0])}, page: s.number, box: b.lines[0][0].box, grid: b.starts()}
	var rows [][][]*piece
	for i, line := range b.lines {
		if i == 0 || b.column(line[0]) == 0 && !b.goesOn(i, pitch) || s.ruledBetween(b.lines[i-1][0].base, line[0].base, t.box) {
			rows = append(rows, make([][]*piece, len(b.gaps)+1))
		}
		row := rows[len(rows)-1]
		for _, p := range line {
			row[b.column(p)] = append(row[b.column(p)], p)
			t.box = t.box.union(p.box)
		}
	}
	for _, row := range rows {
		var cells []manuscript.Cell
		for _, in := range row {
			cells = append(cells, s.cell(in, 1))
		}
		t.Rows = append(t.Rows, cells)
	}
	markHeading(t.Rows)
	return t
}

// goesOn reports whether a line with words in the first column only goes on with the row above: it stands as
// close as lines of a cell, and rows stand further apart.
func (b *band) goesOn(i int, pitch float64) bool {
	line, before := b.lines[i], b.lines[i-1]
	if len(line) > 1 || line[0].base-before[0].base > 1.15*pitch {
		return false
	}
	var steps []float64
	for j := 1; j < len(b.lines); j++ {
		if len(b.lines[j]) > 1 {
			steps = append(steps, b.lines[j][0].base-b.lines[j-1][0].base)
		}
	}
	slices.Sort(steps)
	return len(steps) > 0 && steps[len(steps)/2] > 1.15*(line[0].base-before[0].base)
}

// ruledBetween reports whether a level rule stands between two lines.
func (s *sheet) ruledBetween(above, below float64, box rect) bool {
	for _, r := range s.levels {
		if y := (r.y0 + r.y1) / 2; above+1 < y && y < below-0.5*(below-above)+4 && r.x1-r.x0 > 0.5*box.width() && r.width() > 100 {
			return true
		}
	}
	return false
}
