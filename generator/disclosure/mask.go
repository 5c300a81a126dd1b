package disclosure

import (
	"cmp"
	"slices"
)

// Masked is a table that may be published, and how it came to be so.
type Masked struct {
	Table
	Small  []Name // cells that are below the threshold
	Hidden []Step // cells that are hidden for the sake of others
	// Totals that were left out, so that fewer cells need be hidden, or none.
	DroppedRowTotals, DroppedColumnTotals bool
	Proof                                 Proof // if it does not hold, nothing may be published
}

// Step is a cell that was hidden, and what could otherwise be known.
type Step struct {
	Name Name
	For  Leak
}

// Mask masks a table of clear counts that is to follow the earlier versions. The small counts
// go first. If others can compute them, remedies are tried in this order: totals are left out,
// unless they are to be kept; then the next smallest cell of a line is hidden, and again, until
// the proof holds. (The first remedy, to merge rows or columns, is for who knows what
// they mean.)
func Mask(rule Rule, raw Version, earlier []Version, keepTotals bool) Masked {
	raw.Table, raw.Published = primary(rule, raw.Table), false
	m := masker{prover: proverOf(rule, earlier), versions: append(slices.Clone(earlier), raw)}
	left := mostWork
	m.left = &left
	whole := raw.Table
	if masked, ok := m.asIs(whole); ok {
		return masked
	}
	if !keepTotals {
		for _, d := range drops(whole) {
			if masked, ok := m.asIs(d.Table); ok {
				masked.DroppedRowTotals, masked.DroppedColumnTotals = d.DroppedRowTotals, d.DroppedColumnTotals
				return masked
			}
		}
	}
	masked := m.hide(whole)
	if keepTotals || masked.Proof.Holds() {
		return masked
	}
	for _, d := range drops(whole) {
		fewer := m.hide(d.Table)
		fewer.DroppedRowTotals, fewer.DroppedColumnTotals = d.DroppedRowTotals, d.DroppedColumnTotals
		if fewer.Proof.Holds() {
			return fewer
		}
	}
	return masked
}

// primary masks what is below the threshold.
func primary(rule Rule, raw Table) Table {
	t := raw.copied()
	for _, row := range t.Cells {
		for c := range row {
			if row[c].Mark == Clear && !rule.Shows(row[c].Value) {
				row[c] = Cell{Mark: Small}
			}
		}
	}
	return t
}

// drops are the ways to leave out totals, least first.
func drops(t Table) []Masked {
	var ways []Masked
	if t.RowTotals {
		ways = append(ways, Masked{Table: t.withoutRowTotals(), DroppedRowTotals: true})
	}
	if t.ColumnTotals {
		ways = append(ways, Masked{Table: t.withoutColumnTotals(), DroppedColumnTotals: true})
	}
	if t.RowTotals && t.ColumnTotals {
		rows := t.withoutRowTotals()
		ways = append(ways, Masked{Table: rows.withoutColumnTotals(), DroppedRowTotals: true, DroppedColumnTotals: true})
	}
	return ways
}

func (t *Table) withoutRowTotals() Table {
	less := t.copied()
	less.RowTotals = false
	for r := range less.Cells {
		less.Cells[r] = less.Cells[r][:len(t.Columns)]
	}
	return less
}

func (t *Table) withoutColumnTotals() Table {
	less := t.copied()
	less.ColumnTotals = false
	less.Cells = less.Cells[:len(t.Rows)]
	return less
}

// mostWork is how much work masking may take. What it has not shown again by then stays hidden.
const mostWork = 8 * effort

// masker looks for what to hide in the last of the versions.
type masker struct {
	prover
	versions []Version
}

// with proves with the table as the last version.
func (m *masker) with(t Table, first bool) Proof {
	m.versions[len(m.versions)-1].Table = t
	return m.prove(m.versions, first)
}

// asIs is the table when nothing more need be hidden.
func (m *masker) asIs(t Table) (Masked, bool) {
	if proof := m.with(t, true); !proof.Holds() {
		return Masked{}, false
	}
	return m.done(t, nil), true
}

func (m *masker) done(t Table, steps []Step) Masked {
	m.versions[len(m.versions)-1].Table = t
	whole := prover{rule: m.rule, known: m.known}
	masked := Masked{Table: t, Hidden: steps, Proof: whole.prove(m.versions, false)}
	for _, p := range t.places() {
		if t.at(p).Mark == Small {
			masked.Small = append(masked.Small, t.Name(p))
		}
	}
	return masked
}

// hide hides one cell after another until the proof holds or nothing is left to hide.
func (m *masker) hide(t Table) Masked {
	t = t.copied()
	counts := t.copied()
	var steps []Step
	for {
		proof := m.with(t, true)
		if len(proof.Leaks) == 0 {
			break
		}
		p, ok := m.next(&t, proof.Leaks[0])
		if !ok {
			break
		}
		steps = append(steps, Step{t.Name(p), proof.Leaks[0]})
		t.Cells[p.Row][p.Column] = Cell{Mark: Hidden}
	}
	steps = m.restore(&t, &counts, steps)
	return m.done(t, steps)
}

// restore shows again, the greatest first, what need not be hidden since others are.
func (m *masker) restore(t, counts *Table, steps []Step) []Step {
	if proof := m.with(*t, true); !proof.Holds() {
		return steps
	}
	var hidden []Place
	for _, p := range t.places() {
		if t.at(p).Mark == Hidden {
			hidden = append(hidden, p)
		}
	}
	slices.SortStableFunc(hidden, func(a, b Place) int { return cmp.Compare(counts.at(b).Value, counts.at(a).Value) })
	for _, p := range hidden {
		t.Cells[p.Row][p.Column] = counts.at(p)
		if proof := m.with(*t, true); !proof.Holds() {
			t.Cells[p.Row][p.Column] = Cell{Mark: Hidden}
			continue
		}
		steps = slices.DeleteFunc(steps, func(s Step) bool { return s.Name == t.Name(p) })
	}
	return steps
}
