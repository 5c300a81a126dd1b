package main

import (
	"math"
	"strings"
	"testing"
)

// rowsOf are the cells of a table in Markdown, without their spaces.
func rowsOf(t *testing.T, text string) [][]string {
	t.Helper()
	var rows [][]string
	_, lines, _ := strings.Cut(text, "\n| ")
	for line := range strings.Lines("| " + lines) {
		var row []string
		for _, c := range strings.Split(strings.Trim(line, "| \n"), " | ") {
			row = append(row, strings.TrimSpace(c))
		}
		rows = append(rows, row)
	}
	return rows
}

func rowCalled(t *testing.T, rows [][]string, size, name string) string {
	t.Helper()
	for _, row := range rows {
		if row[0] == size && row[1] == name {
			return strings.Join(row[2:], " | ")
		}
	}
	t.Fatalf("no row %s %s in %v", size, name, rows)
	return ""
}

func TestTheTableHoldsEachProgramAgainstTheOthers(t *testing.T) {
	f := newFigures()
	for i, v := range []float64{2, 4, 3} {
		f.add(cell{1000, cold, ours}, v, 0.1*float64(i))
		f.add(cell{1000, cold, floor}, 1, 0)
		f.add(cell{1000, cold, hugo}, 12, -1)
		f.add(cell{1000, coldWithoutData, ours}, v/2, 0)
	}
	rows := rowsOf(t, table(f, []int{1000}))
	for name, want := range map[string]string{
		cold.name():            "3.00 s (2.00–4.00) | 1.00 s (1.00–1.00) | 12.00 s (12.00–12.00) | 4.00 (3.00–6.00) | 3.00 (2.00–4.00) | 0.20",
		coldWithoutData.name(): "1.50 s (1.00–2.00) | 1.00 s (1.00–1.00) | 12.00 s (12.00–12.00) | 8.00 (6.00–12.00) | 1.50 (1.00–2.00) | 0.00",
	} {
		if got := rowCalled(t, rows, "1,000", name); got != want {
			t.Errorf("%s:\n%s\nwant:\n%s", name, got, want)
		}
	}
	if len(rows) != 4 {
		t.Errorf("what was not measured has a row: %v", rows)
	}
}

func TestTheTableSaysWhatNeverHappened(t *testing.T) {
	f := newFigures()
	f.add(cell{10, bodyServed, ours}, math.NaN(), -1)
	f.add(cell{10, bodyServed, hugo}, 1, -1)
	if got := rowCalled(t, rowsOf(t, table(f, []int{10})), "10", bodyServed.name()); got != "never |  | 1.00 s | never" {
		t.Errorf("got %q", got)
	}
}

func TestTheTableTellsWhatAMeetingCostsMoreInALargeSite(t *testing.T) {
	f := newFigures()
	for size, v := range map[int]float64{1000: 1, 10000: 15} {
		f.add(cell{size, cold, ours}, v, -1)
		f.add(cell{size, bodyServed, ours}, v/1000, -1)
	}
	rows := rowsOf(t, table(f, []int{1000, 10000}))
	if got := rowCalled(t, rows, "1,000 → 10,000", "cold build, each meeting costs × as much"); got != "1.50" {
		t.Errorf("got %q", got)
	}
	if got := rowCalled(t, rows, "1,000 → 10,000", "server, one text edited, more for each meeting"); got != "1.6 µs" {
		t.Errorf("got %q", got)
	}
}

func TestEveryQuantityHasItsOwnName(t *testing.T) {
	names := map[string]quantity{}
	for q := range quantities {
		if other, taken := names[q.name()]; taken || q.name() == "" {
			t.Errorf("%d and %d are both called %q", q, other, q.name())
		}
		names[q.name()] = q
	}
}
