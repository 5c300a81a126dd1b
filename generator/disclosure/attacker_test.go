package disclosure_test

import (
	"slices"

	"referat/generator/disclosure"
)

// The attacker of these tests knows all that is published and all rules, and tries out every table. He shares
// no line with the package: he fills in the inner cells one after another, adds them up by himself
// and compares the sums with what he was shown.

// attacker is who wants to know.
type attacker struct {
	threshold int
	zero      bool // zeros may hide among the small
	most      int  // the greatest count that he thinks of
}

// tables are all ways to fill a table, each as all its cells and all totals, shown or not, row by
// row; false when there are too many.
func (a attacker) tables(t disclosure.Table, limit int) ([][]int, bool) {
	rows, columns := len(t.Rows), len(t.Columns)
	cells := make([]int, rows*columns)
	var found [][]int
	steps := 0
	var fill func(i int) bool
	fill = func(i int) bool {
		if steps++; steps > limit {
			return false
		}
		if i > 0 && i%columns == 0 && t.RowTotals {
			r := i/columns - 1
			if !a.fits(t.Cells[r][columns], total(cells[r*columns:i])) {
				return true
			}
		}
		if i == len(cells) {
			if whole := withTotals(cells, columns); a.columnsFit(t, whole[rows*(columns+1):]) {
				found = append(found, whole)
			}
			return true
		}
		for _, n := range a.guesses(t.Cells[i/columns][i%columns]) {
			cells[i] = n
			if !fill(i + 1) {
				return false
			}
		}
		return true
	}
	if !fill(0) {
		return nil, false
	}
	return found, true
}

func withTotals(cells []int, columns int) []int {
	var whole []int
	sums := make([]int, columns+1)
	for i, n := range cells {
		whole = append(whole, n)
		sums[i%columns] += n
		if i%columns == columns-1 {
			row := total(cells[i-columns+1 : i+1])
			whole = append(whole, row)
			sums[columns] += row
		}
	}
	return append(whole, sums...)
}

func (a attacker) columnsFit(t disclosure.Table, sums []int) bool {
	if !t.ColumnTotals {
		return true
	}
	for c, shown := range t.Cells[len(t.Rows)] {
		if !a.fits(shown, sums[c]) {
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

// guesses are the counts that a cell may stand for.
func (a attacker) guesses(c disclosure.Cell) []int {
	if c.Mark == disclosure.Clear {
		return []int{c.Value}
	}
	var list []int
	for n := range a.most + 1 {
		if a.fits(c, n) {
			list = append(list, n)
		}
	}
	return list
}

// fits tells that a count may be shown so.
func (a attacker) fits(c disclosure.Cell, n int) bool {
	switch c.Mark {
	case disclosure.Clear:
		return n == c.Value
	case disclosure.Small:
		return n < a.threshold && (n > 0 || a.zero)
	case disclosure.Empty:
		return n == 0
	}
	return n >= a.threshold
}

// finding is what the attacker found out of the cells of a table: all counts each may have.
func finding(tables [][]int) [][]int {
	if len(tables) == 0 {
		return nil
	}
	possible := make([][]int, len(tables[0]))
	for _, t := range tables {
		for i, n := range t {
			possible[i] = with(possible[i], n)
		}
	}
	return possible
}

func with(sorted []int, n int) []int {
	if i, there := slices.BinarySearch(sorted, n); !there {
		sorted = slices.Insert(sorted, i, n)
	}
	return sorted
}

// knows tells that the possible counts of a cell say too much of it.
func (a attacker) knows(c disclosure.Cell, possible []int) bool {
	switch c.Mark {
	case disclosure.Small:
		for n := 1; n < a.threshold; n++ {
			if !slices.Contains(possible, n) {
				return true
			}
		}
	case disclosure.Hidden:
		return len(possible) < max(a.threshold-1, 2)
	}
	return false
}

// knowsDifference tells that the possible differences say too much of few persons.
func (a attacker) knowsDifference(possible []int) bool {
	if len(possible) >= max(a.threshold-1, 2) {
		return false
	}
	return slices.ContainsFunc(possible, func(d int) bool { return d != 0 && -a.threshold < d && d < a.threshold })
}

// pairs are the tables of two versions that go together: the later has no cell that is less,
// or, when there are no such tables, any two.
func pairs(old, now [][]int, goTogether func(x, y []int) bool) (first, second [][]int, differences [][]int) {
	for _, x := range old {
		for _, y := range now {
			if goTogether(x, y) {
				first, second = append(first, x), append(second, y)
			}
		}
	}
	if first == nil {
		return old, now, nil
	}
	differences = make([][]int, len(first[0]))
	for k := range first {
		for i := range first[k] {
			differences[i] = with(differences[i], second[k][i]-first[k][i])
		}
	}
	return first, second, differences
}

func grows(x, y []int) bool {
	for i := range x {
		if y[i] < x[i] {
			return false
		}
	}
	return true
}

// place is where the attacker's cell stands in a table; false when that does not show it.
func place(t disclosure.Table, i int) (disclosure.Place, bool) {
	width := len(t.Columns) + 1
	p := disclosure.Place{Row: i / width, Column: i % width}
	return p, p.Row < len(t.Cells) && p.Column < len(t.Cells[p.Row])
}
