package disclosure_test

import (
	"math/rand/v2"
	"testing"

	"referat/generator/disclosure"
)

// span is what the attacker of large tables knows of a cell: he cannot try every table, but narrows what each
// cell can be by every sum, again and again, until nothing gets narrower.
type span struct{ low, high int }

const anything = 1 << 40

func spans(t disclosure.Table) [][]span {
	all := make([][]span, len(t.Cells))
	for r, row := range t.Cells {
		for _, c := range row {
			s := span{c.Value, c.Value}
			switch c.Mark {
			case disclosure.Small:
				s = span{1, five.Threshold - 1}
			case disclosure.Hidden:
				s = span{five.Threshold, anything}
			}
			all[r] = append(all[r], s)
		}
	}
	rows, columns := len(t.Rows), len(t.Columns)
	for changed := true; changed; {
		changed = false
		for r := range all {
			if t.RowTotals {
				var line []*span
				for c := range columns {
					line = append(line, &all[r][c])
				}
				changed = narrowed(line, &all[r][columns]) || changed
			}
		}
		for c := range all[0] {
			if t.ColumnTotals {
				var line []*span
				for r := range rows {
					line = append(line, &all[r][c])
				}
				changed = narrowed(line, &all[rows][c]) || changed
			}
		}
	}
	return all
}

// narrowed narrows the parts of a sum and the sum by one another.
func narrowed(parts []*span, sum *span) bool {
	low, high := 0, 0
	for _, p := range parts {
		low, high = low+p.low, high+p.high
	}
	changed := narrow(sum, low, high)
	for _, p := range parts {
		changed = narrow(p, sum.low-(high-p.high), sum.high-(low-p.low)) || changed
	}
	return changed
}

func narrow(s *span, low, high int) bool {
	before := *s
	s.low, s.high = max(s.low, low), min(s.high, high)
	return *s != before
}

// hospital is a large table in which every few-th count is small, and the same some time later.
func hospital(r *rand.Rand, size, few int) (before, after [][]int) {
	for range size {
		var row, later []int
		for range size {
			n := r.IntN(200)
			if r.IntN(few) == 0 {
				n = r.IntN(6)
			}
			row, later = append(row, n), append(later, n+r.IntN(12))
		}
		before, after = append(before, row), append(after, later)
	}
	return before, after
}

func TestLargeTablesAreMaskedAndTheirLaterVersionsToo(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, size := range []int{6, 12, 20} {
		for _, few := range []int{10, 3} {
			before, after := hospital(r, size, few)
			first := mask(five, table(before, true, true), true)
			old := disclosure.Version{Table: first.Table, Date: "2024-01-01", Published: true}
			second := disclosure.Mask(five, disclosure.Version{Table: table(after, true, true), Date: "2024-02-01"}, []disclosure.Version{old}, true)
			for _, masked := range []disclosure.Masked{first, second} {
				if !masked.Proof.Holds() {
					t.Fatalf("%d cells, 1 of %d small: %d leaks, undecided %v", size*size, few, len(masked.Proof.Leaks), masked.Proof.Undecided)
				}
				notNarrow(t, masked.Table)
			}
		}
	}
}

func notNarrow(t *testing.T, table disclosure.Table) {
	for r, row := range spans(table) {
		for c, s := range row {
			switch table.Cells[r][c].Mark {
			case disclosure.Small:
				if s != (span{1, 4}) {
					t.Errorf("row %d, column %d can only be %v", r, c, s)
				}
			case disclosure.Hidden:
				if s.high-s.low < 3 {
					t.Errorf("row %d, column %d can only be %v", r, c, s)
				}
			}
		}
	}
}

func TestMaskingIsTheSameEveryTime(t *testing.T) {
	counts, _ := hospital(rand.New(rand.NewPCG(3, 4)), 8, 4)
	first := shown(mask(five, table(counts, true, true), true).Table)
	for range 5 {
		if again := shown(mask(five, table(counts, true, true), true).Table); again != first {
			t.Fatalf("%s\n%s", first, again)
		}
	}
}

func TestATableThatIsTooLargeToProveIsUndecided(t *testing.T) {
	counts := make([][]int, 60)
	for r := range counts {
		counts[r] = make([]int, 60)
	}
	large := table(counts, true, true)
	for _, row := range large.Cells[:60] {
		for c := range row[:60] {
			row[c] = disclosure.Cell{Mark: disclosure.Small}
		}
		row[60] = disclosure.Cell{Mark: disclosure.Hidden}
	}
	for c := range large.Cells[60] {
		large.Cells[60][c] = disclosure.Cell{Mark: disclosure.Hidden}
	}
	if proof := disclosure.Prove(five, []disclosure.Version{{Table: large}}); !proof.Undecided || proof.Holds() {
		t.Errorf("%d leaks, undecided %v", len(proof.Leaks), proof.Undecided)
	}
}
