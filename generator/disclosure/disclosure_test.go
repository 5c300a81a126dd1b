package disclosure_test

import (
	"fmt"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"referat/generator/disclosure"
	"referat/generator/disclosure/attack"
)

// table makes a table of counts, with totals where they are wanted.
func table(counts [][]int, rowTotals, columnTotals bool) disclosure.Table {
	t := disclosure.Table{RowTotals: rowTotals, ColumnTotals: columnTotals}
	for c := range counts[0] {
		t.Columns = append(t.Columns, fmt.Sprintf("c%d", c))
	}
	sums := make([]int, len(counts[0]))
	for r, row := range counts {
		t.Rows = append(t.Rows, fmt.Sprintf("r%d", r))
		t.Cells = append(t.Cells, cells(row, rowTotals))
		for c, n := range row {
			sums[c] += n
		}
	}
	if columnTotals {
		t.Cells = append(t.Cells, cells(sums, rowTotals))
	}
	return t
}

func cells(counts []int, withTotal bool) []disclosure.Cell {
	var row []disclosure.Cell
	for _, n := range counts {
		row = append(row, disclosure.Cell{Value: n})
	}
	if withTotal {
		row = append(row, disclosure.Cell{Value: sumOf(counts)})
	}
	return row
}

func sumOf(counts []int) (sum int) {
	for _, n := range counts {
		sum += n
	}
	return sum
}

// seen is a table as a reader sees it.
func seen(t disclosure.Table) attack.Shown {
	s := attack.Shown{Rows: len(t.Rows), Columns: len(t.Columns), RowTotals: t.RowTotals, ColumnTotals: t.ColumnTotals}
	for _, row := range t.Cells {
		var cells []string
		for _, c := range row {
			cells = append(cells, map[disclosure.Mark]string{disclosure.Clear: strconv.Itoa(c.Value), disclosure.Small: "<5", disclosure.Hidden: "skjult"}[c.Mark])
		}
		s.Cells = append(s.Cells, cells)
	}
	return s
}

// shown is a table as its cells look, "<" of a small one and "-" of a hidden one.
func shown(t disclosure.Table) string {
	s := ""
	for _, row := range t.Cells {
		for _, c := range row {
			switch c.Mark {
			case disclosure.Clear:
				s += fmt.Sprintf("%d ", c.Value)
			case disclosure.Small:
				s += "< "
			case disclosure.Hidden:
				s += "- "
			case disclosure.Empty:
				s += ". "
			}
		}
		s += "\n"
	}
	return s
}

var five = disclosure.Rule{Threshold: 5}

func mask(rule disclosure.Rule, t disclosure.Table, keep bool) disclosure.Masked {
	return disclosure.Mask(rule, disclosure.Version{Table: t, Date: "2024-01-01"}, nil, keep)
}

func TestMaskingInTheOrderOfRemedies(t *testing.T) {
	counts := [][]int{{3, 20, 30}, {40, 50, 60}}
	for _, c := range []struct {
		what          string
		rows, columns bool
		keep          bool
		want          string
	}{
		{"without totals only the small cell is masked", false, false, false, "< 20 30 \n40 50 60 \n"},
		{"totals that give it away are left out", true, false, false, "< 20 30 \n40 50 60 \n"},
		{"both totals are left out only when both give it away", true, true, false, "< 20 30 \n40 50 60 \n"},
		{"the next smallest cell is hidden where totals are to be kept", true, false, true, "< - 30 53 \n40 50 60 150 \n"},
		{"hidden cells protect in rows and columns", true, true, true, "< - 30 53 \n- - 60 150 \n43 70 90 203 \n"},
	} {
		t.Run(c.what, func(t *testing.T) {
			got := mask(five, table(counts, c.rows, c.columns), c.keep)
			if shown(got.Table) != c.want || !got.Proof.Holds() {
				t.Errorf("%s%v", shown(got.Table), got.Proof.Leaks)
			}
		})
	}
}

func TestZerosAreShownOrCountAmongTheSmall(t *testing.T) {
	counts := [][]int{{0, 7}, {9, 8}}
	if got := mask(five, table(counts, false, false), false); shown(got.Table) != "0 7 \n9 8 \n" {
		t.Error(shown(got.Table))
	}
	if got := mask(disclosure.Rule{Threshold: 5, MaskZero: true}, table(counts, false, false), false); shown(got.Table) != "< 7 \n9 8 \n" {
		t.Error(shown(got.Table))
	}
}

func TestAHiddenCellMayBeTooSmallToProtect(t *testing.T) {
	// 3 + 5 = 8: whoever knows that the hidden cell is at least 5 knows that the small one is at most 3.
	masked := table([][]int{{3, 5, 9}}, true, false)
	masked.Cells[0][0], masked.Cells[0][1] = disclosure.Cell{Mark: disclosure.Small}, disclosure.Cell{Mark: disclosure.Hidden}
	proof := disclosure.Prove(five, []disclosure.Version{{Table: masked}})
	if len(proof.Leaks) == 0 || proof.Leaks[0].Low != 1 || proof.Leaks[0].High != 3 {
		t.Errorf("%+v", proof.Leaks)
	}
	if got := mask(five, table([][]int{{3, 5, 9}}, true, false), true); shown(got.Table) != "< 5 - 17 \n" {
		t.Error(shown(got.Table))
	}
}

func TestATotalThatIsNotTheSumIsTold(t *testing.T) {
	wrong := table([][]int{{13, 15}, {20, 8}}, true, true)
	wrong.Cells[1][2].Value++
	proof := disclosure.Prove(five, []disclosure.Version{{Table: wrong}})
	if len(proof.Broken) != 2 || proof.Broken[0].Name != (disclosure.Name{Row: "r1", Column: disclosure.TotalName}) {
		t.Errorf("%+v", proof.Broken)
	}
}

// series is versions of a single count.
func series(counts ...disclosure.Cell) []disclosure.Version {
	var list []disclosure.Version
	for i, c := range counts {
		list = append(list, disclosure.Version{Date: fmt.Sprintf("2024-%02d", i+1),
			Table: disclosure.Table{Rows: []string{"r"}, Columns: []string{"c"}, Cells: [][]disclosure.Cell{{c}}}})
	}
	return list
}

func TestGrowthByFewPersonsLeaks(t *testing.T) {
	small, hidden := disclosure.Cell{Mark: disclosure.Small}, disclosure.Cell{Mark: disclosure.Hidden}
	clear := func(n int) disclosure.Cell { return disclosure.Cell{Value: n} }
	for _, c := range []struct {
		what   string
		counts []disclosure.Cell
		leaks  int
	}{
		{"12 and then 13 tell of one", []disclosure.Cell{clear(12), clear(13)}, 1},
		{"12 and then 12 tell of none", []disclosure.Cell{clear(12), clear(12)}, 0},
		{"12 and then 17 tell of many", []disclosure.Cell{clear(12), clear(17)}, 0},
		{"a count that falls by one tells of one", []disclosure.Cell{clear(13), clear(12)}, 1},
		{"one that is hidden between does not help", []disclosure.Cell{clear(12), hidden, clear(13)}, 4},
		{"a hidden one after 12 may be anything", []disclosure.Cell{clear(12), hidden}, 0},
		{"a small one after another", []disclosure.Cell{small, small}, 0},
		{"a small one before 5", []disclosure.Cell{small, clear(5)}, 0},
		{"one that is hidden where nothing grew is known", []disclosure.Cell{clear(12), hidden, clear(12)}, 1},
	} {
		if got := disclosure.Prove(five, series(c.counts...)); len(got.Leaks) != c.leaks || got.Undecided {
			t.Errorf("%s: %+v", c.what, got)
		}
	}
	if got := disclosure.Prove(disclosure.Rule{Threshold: 5, Periods: true}, series(clear(12), clear(13))); !got.Holds() {
		t.Errorf("counts of different periods are of different persons: %+v", got)
	}
}

// anyCounts are counts many of which are small.
func anyCounts(t *rapid.T, rows, columns, most int) [][]int {
	counts := make([][]int, rows)
	for r := range counts {
		for range columns {
			n := rapid.IntRange(0, 6).Draw(t, "few")
			if rapid.Bool().Draw(t, "many") {
				n = rapid.IntRange(0, most).Draw(t, "count")
			}
			counts[r] = append(counts[r], n)
		}
	}
	return counts
}

func anyRule(t *rapid.T) disclosure.Rule {
	return disclosure.Rule{Threshold: rapid.IntRange(3, 5).Draw(t, "threshold"), MaskZero: rapid.Bool().Draw(t, "zero")}
}

func greatest(t disclosure.Table) int {
	most := 0
	for _, c := range slices.Concat(t.Cells...) {
		most = max(most, c.Value)
	}
	return most
}

// anyTable draws a small table of counts.
func anyTable(t *rapid.T, most int) disclosure.Table {
	return table(anyCounts(t, rapid.IntRange(1, 3).Draw(t, "rows"), rapid.IntRange(1, 3).Draw(t, "columns"), most),
		rapid.Bool().Draw(t, "row totals"), rapid.Bool().Draw(t, "column totals"))
}

func TestTheProofSaysWhatTryingEveryTableSays(t *testing.T) {
	tried, leaked := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		rule := anyRule(t)
		raw := anyTable(t, 12)
		a := attack.Attacker{Threshold: rule.Threshold, Zero: rule.MaskZero, Most: greatest(raw) + 3*rule.Threshold}
		for _, row := range raw.Cells {
			for c := range row {
				if !rule.Shows(row[c].Value) {
					row[c] = disclosure.Cell{Mark: disclosure.Small}
				} else if row[c].Value >= rule.Threshold && rapid.IntRange(0, 2).Draw(t, "hide") == 0 {
					row[c] = disclosure.Cell{Mark: disclosure.Hidden}
				}
			}
		}
		found, ok := a.Alone(seen(raw))
		if !ok {
			return
		}
		tried++
		leaked += len(found)
		proof := disclosure.Prove(rule, []disclosure.Version{{Table: raw}})
		if len(proof.Leaks) != len(found) || proof.Undecided {
			t.Fatalf("the proof says %+v, the attacker %q\n%s", proof, found, shown(raw))
		}
	})
	if tried < 20 || leaked < 5 {
		t.Errorf("only %d tables were tried, %d cells leaked", tried, leaked)
	}
}

func TestNoMaskedCellCanBeFoundByTryingEveryTable(t *testing.T) {
	tried := 0
	rapid.Check(t, func(t *rapid.T) {
		rule := anyRule(t)
		raw := anyTable(t, 15)
		masked := mask(rule, raw, rapid.Bool().Draw(t, "keep"))
		if !masked.Proof.Holds() {
			return
		}
		a := attack.Attacker{Threshold: rule.Threshold, Zero: rule.MaskZero, Most: greatest(raw) + 2*rule.Threshold}
		found, ok := a.Alone(seen(masked.Table))
		if len(found) > 0 {
			t.Fatalf("%q\n%s%s", found, shown(raw), shown(masked.Table))
		}
		if ok {
			tried++
		}
	})
	if tried < 20 {
		t.Errorf("only %d tables were tried", tried)
	}
}

// versions draws a table that is published, and what follows it on the date.
func versions(t *rapid.T, rule disclosure.Rule, date string, growth func(t *rapid.T, rows, columns int) [][]int) (first, second disclosure.Masked, most int) {
	rows, columns := rapid.IntRange(1, 2).Draw(t, "rows"), rapid.IntRange(1, 2).Draw(t, "columns")
	rowTotals, columnTotals := rapid.Bool().Draw(t, "row totals"), rapid.Bool().Draw(t, "column totals")
	counts := anyCounts(t, rows, columns, 12)
	first = mask(rule, table(counts, rowTotals, columnTotals), rapid.Bool().Draw(t, "keep"))
	for r, row := range growth(t, rows, columns) {
		for c, n := range row {
			counts[r][c] += n
		}
	}
	raw := table(counts, rowTotals, columnTotals)
	old := disclosure.Version{Table: first.Table, Date: "2024-01-01", Published: true}
	second = disclosure.Mask(rule, disclosure.Version{Table: raw, Date: date}, []disclosure.Version{old}, rapid.Bool().Draw(t, "keep later"))
	return first, second, greatest(raw) + 2*rule.Threshold
}

// forgiven is the later of two versions of a day without what it hides and the earlier shows: that is
// no secret.
func forgiven(first, second disclosure.Table) disclosure.Table {
	for r, row := range second.Cells {
		for c, cell := range row {
			if cell.Mark == disclosure.Hidden && r < len(first.Cells) && c < len(first.Cells[r]) && first.Cells[r][c].Mark == disclosure.Clear {
				row[c] = first.Cells[r][c]
			}
		}
	}
	return second
}

// attacked lets the attacker compare two versions; false when that would be too much, or
// when the tool did not publish them.
func attacked(t *rapid.T, rule disclosure.Rule, first, second disclosure.Masked, most int, goTogether func(x, y []int) bool) bool {
	if !first.Proof.Holds() || !second.Proof.Holds() {
		return false
	}
	a := attack.Attacker{Threshold: rule.Threshold, Zero: rule.MaskZero, Most: most}
	found, tried := a.Together(seen(first.Table), seen(second.Table), goTogether)
	if len(found) > 0 {
		t.Fatalf("%q\n%s%s", found, shown(first.Table), shown(second.Table))
	}
	return tried
}

func TestNoGrowthOfFewPersonsCanBeFoundInTwoVersions(t *testing.T) {
	tried := 0
	rapid.Check(t, func(t *rapid.T) {
		rule := anyRule(t)
		first, second, most := versions(t, rule, "2024-02-01", func(t *rapid.T, rows, columns int) [][]int { return anyCounts(t, rows, columns, 8) })
		if attacked(t, rule, first, second, most, attack.Grows) {
			tried++
		}
	})
	if tried < 20 {
		t.Errorf("only %d pairs were tried", tried)
	}
}

func TestNoMaskedCellCanBeFoundInTwoVersionsOfADay(t *testing.T) {
	tried := 0
	rapid.Check(t, func(t *rapid.T) {
		rule := anyRule(t)
		first, second, most := versions(t, rule, "2024-01-01", func(t *rapid.T, rows, columns int) [][]int { return make([][]int, rows) })
		second.Table = forgiven(first.Table, second.Table)
		if attacked(t, rule, first, second, most, slices.Equal) {
			tried++
		}
	})
	if tried < 20 {
		t.Errorf("only %d pairs were tried", tried)
	}
}
