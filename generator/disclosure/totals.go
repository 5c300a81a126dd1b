package disclosure

// WithoutTotals is a table without its totals. ok is false at the place of one that is not what its
// line of clear cells adds up to.
func (t *Table) WithoutTotals() (less Table, wrong Place, ok bool) {
	for _, l := range t.lines() {
		sum := 0
		for _, p := range l.parts {
			sum += t.at(p).Value
		}
		if sum != t.at(l.total).Value {
			return Table{}, l.total, false
		}
	}
	less = *t
	if t.RowTotals {
		less = less.withoutRowTotals()
	}
	if t.ColumnTotals {
		less = less.withoutColumnTotals()
	}
	return less, Place{}, true
}

// WithTotals is a table of clear cells with its totals: of the rows where there are several
// columns, of the columns where there are several rows.
func (t *Table) WithTotals() Table {
	more := t.copied()
	more.RowTotals, more.ColumnTotals = len(t.Columns) > 1, len(t.Rows) > 1
	if more.RowTotals {
		for r, row := range more.Cells {
			more.Cells[r] = append(row, sumOf(row))
		}
	}
	if more.ColumnTotals {
		var totals []Cell
		for c := range more.Cells[0] {
			var column []Cell
			for _, row := range more.Cells {
				column = append(column, row[c])
			}
			totals = append(totals, sumOf(column))
		}
		more.Cells = append(more.Cells, totals)
	}
	return more
}

func sumOf(cells []Cell) Cell {
	sum := Cell{}
	for _, c := range cells {
		sum.Value += c.Value
	}
	return sum
}
