package attack

import "strconv"

// filling is a table being filled in.
type filling struct {
	Attacker
	Shown
	cells  []int // without totals
	tables [][]int
	steps  int
	counts map[string][]int // that cells may stand for
}

// tables are all ways to fill a table, each with all its totals, shown or not; false when they are too many.
func (a Attacker) tables(s Shown) ([][]int, bool) {
	f := &filling{Attacker: a, Shown: s, cells: make([]int, s.Rows*s.Columns), counts: map[string][]int{}}
	if !f.fill(0) {
		return nil, false
	}
	return f.tables, true
}

// fill fills in the cells from i on. It is false when there is too much to try.
func (f *filling) fill(i int) bool {
	if f.steps++; f.steps > mostSteps {
		return false
	}
	if i > 0 && i%f.Columns == 0 && f.RowTotals {
		row := i/f.Columns - 1
		if !f.fits(f.Cells[row][f.Columns], total(f.cells[i-f.Columns:i])) {
			return true
		}
	}
	if i == len(f.cells) {
		if whole := f.whole(); f.columnsFit(whole[f.Rows*(f.Columns+1):]) {
			f.tables = append(f.tables, whole)
		}
		return true
	}
	for _, n := range f.guesses(f.Cells[i/f.Columns][i%f.Columns]) {
		f.cells[i] = n
		if !f.fill(i + 1) {
			return false
		}
	}
	return true
}

// guesses are the counts that a cell may stand for.
func (f *filling) guesses(cell string) []int {
	if list, known := f.counts[cell]; known {
		return list
	}
	var list []int
	for n := range max(f.Most, number(cell)) + 1 {
		if f.fits(cell, n) {
			list = append(list, n)
		}
	}
	f.counts[cell] = list
	return list
}

func number(cell string) int { n, _ := strconv.Atoi(cell); return n }

// whole adds the totals.
func (f *filling) whole() []int {
	var whole []int
	sums := make([]int, f.Columns+1)
	for i, n := range f.cells {
		whole = append(whole, n)
		sums[i%f.Columns] += n
		if i%f.Columns == f.Columns-1 {
			row := total(f.cells[i-f.Columns+1 : i+1])
			whole = append(whole, row)
			sums[f.Columns] += row
		}
	}
	return append(whole, sums...)
}

func (f *filling) columnsFit(sums []int) bool {
	if !f.ColumnTotals {
		return true
	}
	for c, shown := range f.Cells[f.Rows] {
		if !f.fits(shown, sums[c]) {
			return false
		}
	}
	return true
}

func total(of []int) (sum int) {
	for _, n := range of {
		sum += n
	}
	return sum
}

// fits tells that a count may be shown so.
func (a Attacker) fits(cell string, n int) bool {
	switch {
	case cell == "":
		return n == 0
	case cell[0] == '<':
		return n < a.Threshold && (n > 0 || a.Zero)
	case isNumber(cell):
		return n == number(cell)
	}
	return n >= a.Threshold
}
