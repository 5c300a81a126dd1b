package disclosure

import (
	"cmp"
	"slices"
)

// next is the cell to hide against a leak. A count whose growth is known is hidden itself. Otherwise it
// is the smallest cell of a line: one that has a single masked cell, which whoever subtracts has; or else
// the line through the leak in which the fewest are masked.
func (m *masker) next(t *Table, leak Leak) (Place, bool) {
	at, there := t.place(leak.Name)
	if there && m.may(t.at(at)) {
		return at, true
	}
	lines := t.lines()
	singles := map[Place]int{} // in how many lines with a single masked cell a cell lies
	var best *line
	for i := range lines {
		l := &lines[i]
		if len(m.open(t, l)) == 0 || l.masked(t) != 1 {
			continue
		}
		for _, p := range l.cells() {
			singles[p]++
		}
		if best == nil || l.has(at) && !best.has(at) {
			best = l
		}
	}
	for i := range lines {
		l := &lines[i]
		if len(singles) == 0 && there && l.has(at) && len(m.open(t, l)) > 0 && (best == nil || l.masked(t) < best.masked(t)) {
			best = l
		}
	}
	candidates := m.open(t, best)
	if len(candidates) == 0 {
		return Place{}, false
	}
	return slices.MinFunc(candidates, func(a, b Place) int {
		return cmp.Or(cmp.Compare(singles[b], singles[a]), cmp.Compare(t.at(a).Value, t.at(b).Value),
			cmp.Compare(a.Row, b.Row), cmp.Compare(a.Column, b.Column))
	}), true
}

// place finds a cell by its names.
func (t *Table) place(n Name) (Place, bool) {
	p := Place{slices.Index(t.Rows, n.Row), slices.Index(t.Columns, n.Column)}
	if n.Row == TotalName && t.ColumnTotals {
		p.Row = len(t.Rows)
	}
	if n.Column == TotalName && t.RowTotals {
		p.Column = len(t.Columns)
	}
	return p, p.Row >= 0 && p.Column >= 0
}

// open are the cells of a line that can be hidden; of no line, those of the table.
func (m *masker) open(t *Table, l *line) []Place {
	cells := t.places()
	if l != nil {
		cells = l.cells()
	}
	return slices.DeleteFunc(cells, func(p Place) bool { return !m.may(t.at(p)) })
}

// may tells that a cell can be hidden: it is shown and not below the threshold.
func (m *masker) may(c Cell) bool { return c.Mark == Clear && c.Value >= m.rule.Threshold }

func (l *line) cells() []Place { return append(slices.Clone(l.parts), l.total) }

func (l *line) has(p Place) bool { return l.total == p || slices.Contains(l.parts, p) }

// masked counts the masked cells of a line.
func (l *line) masked(t *Table) int {
	n := 0
	for _, p := range l.cells() {
		if t.at(p).Masked() {
			n++
		}
	}
	return n
}
