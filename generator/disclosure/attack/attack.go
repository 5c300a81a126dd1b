// Package attack plays the reader who wants to know what a table of counts of persons hides. It owns a way to
// find out that has nothing in common with the package that hides: it knows a table as its cells are shown, fills in
// every count that they could stand for, adds up, and sees what is the same in all tables that fit. Tests alone use
// it, and it may not know package disclosure.
package attack

import (
	"fmt"
	"slices"
	"strconv"
)

// Shown is a table as a reader sees it. Its last column may be the totals of the rows, its last row
// those of the columns; Rows and Columns are how many there are besides.
type Shown struct {
	Rows, Columns           int
	RowTotals, ColumnTotals bool
	Cells                   [][]string // "1053", "<5", "skjult", or nothing
}

// Attacker is who wants to know. He knows all rules.
type Attacker struct {
	Threshold int
	Zero      bool // zeros may be among the small
	Most      int  // the greatest count that he thinks of
}

// Limits of his patience: cells filled in for a table, and pairs of tables compared.
const (
	mostSteps = 300_000
	mostPairs = 300_000
)

// Alone is what he finds out from one table; tried is false when it is too much work.
func (a Attacker) Alone(s Shown) (found []string, tried bool) {
	tables, ok := a.tables(s)
	return a.known(s, tables), ok
}

// Together is what he finds out from two versions of a table, when goTogether says which counts the
// two can have: if no tables of the two go together, he knows that they do not.
func (a Attacker) Together(old, now Shown, goTogether func(old, now []int) bool) (found []string, tried bool) {
	x, ok := a.tables(old)
	y, too := a.tables(now)
	if !ok || !too || len(x)*len(y) > mostPairs {
		return nil, false
	}
	var first, second, differences [][]int
	for _, t := range x {
		for _, u := range y {
			if goTogether(t, u) {
				first, second, differences = append(first, t), append(second, u), append(differences, less(u, t))
			}
		}
	}
	if first == nil {
		first, second = x, y
	}
	found = append(a.known(old, first), a.known(now, second)...)
	for i, possible := range possibilities(differences) {
		if old.shows(i) && now.shows(i) && a.tells(possible) {
			found = append(found, fmt.Sprintf("the growth of cell %d can only be %v", i, possible))
		}
	}
	return found, true
}

// Grows tells that no count is less than before.
func Grows(old, now []int) bool {
	for i := range old {
		if now[i] < old[i] {
			return false
		}
	}
	return true
}

func less(a, b []int) []int {
	d := make([]int, len(a))
	for i := range a {
		d[i] = a[i] - b[i]
	}
	return d
}

// known is what is the same in all tables.
func (a Attacker) known(s Shown, tables [][]int) (found []string) {
	for i, possible := range possibilities(tables) {
		if s.shows(i) && a.knows(s.at(i), possible) {
			found = append(found, fmt.Sprintf("cell %d, shown as %q, can only be %v", i, s.at(i), possible))
		}
	}
	return found
}

// knows tells that what a cell can be says too much of it: less than every small count of
// a small one, fewer counts than there are small ones of a hidden one.
func (a Attacker) knows(cell string, possible []int) bool {
	if cell == "" || isNumber(cell) {
		return false
	}
	if cell[0] != '<' {
		return len(possible) < max(a.Threshold-1, 2)
	}
	for n := 1; n < a.Threshold; n++ {
		if !slices.Contains(possible, n) {
			return true
		}
	}
	return false
}

// tells says that what a difference can be tells of few persons.
func (a Attacker) tells(possible []int) bool {
	few := func(d int) bool { return d != 0 && -a.Threshold < d && d < a.Threshold }
	return len(possible) < max(a.Threshold-1, 2) && slices.ContainsFunc(possible, few)
}

// possibilities are the counts that each cell has in any of the tables.
func possibilities(tables [][]int) [][]int {
	if len(tables) == 0 {
		return nil
	}
	possible := make([][]int, len(tables[0]))
	for _, t := range tables {
		for i, n := range t {
			if k, there := slices.BinarySearch(possible[i], n); !there {
				possible[i] = slices.Insert(possible[i], k, n)
			}
		}
	}
	return possible
}

func isNumber(cell string) bool { _, err := strconv.Atoi(cell); return err == nil }

// at is the cell of a number: all cells row by row, those of totals counted even when they are not shown.
func (s Shown) at(i int) string { return s.Cells[i/(s.Columns+1)][i%(s.Columns+1)] }

// shows tells that the cell of a number is shown at all.
func (s Shown) shows(i int) bool {
	row, column := i/(s.Columns+1), i%(s.Columns+1)
	return row < len(s.Cells) && column < len(s.Cells[row])
}
