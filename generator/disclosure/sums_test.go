package disclosure_test

import (
	"slices"
	"testing"

	"referat/generator/disclosure"
)

// aTable has rows a, b, c … and columns A, B, C …; -1 is a small count, -2 an empty cell.
func aTable(counts ...[]int) disclosure.Table {
	t := disclosure.Table{}
	for c := range counts[0] {
		t.Columns = append(t.Columns, string(rune('A'+c)))
	}
	for r, row := range counts {
		t.Rows = append(t.Rows, string(rune('a'+r)))
		var cells []disclosure.Cell
		for _, n := range row {
			cell := disclosure.Cell{Value: n}
			if n < 0 {
				cell = disclosure.Cell{Mark: map[int]disclosure.Mark{-1: disclosure.Small, -2: disclosure.Empty}[n]}
			}
			cells = append(cells, cell)
		}
		t.Cells = append(t.Cells, cells)
	}
	return t
}

func TestASumThatIsNotCalledSoIsFound(t *testing.T) {
	for name, c := range map[string]struct {
		table         disclosure.Table
		rows, columns []string
	}{
		"the last column is all others":     {aTable([]int{3, 41, 44}, []int{17, 2, 19}), nil, []string{"C"}},
		"the first column is those after":   {aTable([]int{44, 3, 41, 9}, []int{19, 17, 2, 9}), nil, []string{"A"}},
		"a column between is those before":  {aTable([]int{1, 5, 7, 13, 90}, []int{8, 8, 8, 24, 70}), nil, []string{"D"}},
		"a row is all others":               {aTable([]int{3, 41}, []int{17, 2}, []int{1, 1}, []int{6, 7}, []int{27, 51}), []string{"e"}, nil},
		"scattered parts in two lines":      {aTable([]int{3, 60, 41, 80, 44}, []int{17, 60, 2, 80, 19}), nil, []string{"E"}},
		"scattered parts in one line":       {aTable([]int{3, 60, 41, 80, 44}), nil, nil},
		"one clear line is enough":          {aTable([]int{-1, 41, 44}, []int{17, 20, 37}), nil, []string{"C"}},
		"no clear line tells":               {aTable([]int{-1, 41, 44}, []int{17, -1, 19}), nil, nil},
		"one line that disagrees":           {aTable([]int{3, 41, 44}, []int{17, 2, 20}), nil, nil},
		"an empty cell does not disagree":   {aTable([]int{3, 41, 44}, []int{17, 2, -2}), nil, []string{"C"}},
		"zeros alone":                       {aTable([]int{0, 0, 0}, []int{-1, 9, 30}), nil, nil},
		"two that are alike are not a sum":  {aTable([]int{9, 9}, []int{8, 8}), nil, nil},
		"an unrelated table":                {aTable([]int{3, 41, 7}, []int{17, 2, 90}, []int{6, 11, 50}), nil, nil},
		"a line of totals is compared, too": {withTotals(aTable([]int{-1, 30, 40}, []int{-1, 20, 50}), []int{20, 50, 70}), nil, []string{"C"}},
	} {
		rows, columns := c.table.Sums()
		if !slices.Equal(rows, c.rows) || !slices.Equal(columns, c.columns) {
			t.Errorf("%s: sums are %q and %q, not %q and %q", name, rows, columns, c.rows, c.columns)
		}
	}
}

func withTotals(t disclosure.Table, totals []int) disclosure.Table {
	t.ColumnTotals = true
	var cells []disclosure.Cell
	for _, n := range totals {
		cells = append(cells, disclosure.Cell{Value: n})
	}
	t.Cells = append(t.Cells, cells)
	return t
}
