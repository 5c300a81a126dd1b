// Package disclosure owns tables of counts of persons: which of their numbers
// may be shown, which others must then be hidden so that nobody can compute
// them, and the proof that nobody can. It is arithmetic on values that it is given:
// it reads no file, knows no page and keeps nothing.
//
// # Marks
//
// A count from 1 to one below the threshold is small: it is shown as [Small], "<5",
// never as itself. Any other cell that must be hidden, so that a small one cannot be
// computed from it, is shown as [Hidden], which says that the count is the threshold or more:
// a mark that called it small would be a lie. A count of 0 is shown, or is one of the
// small ones where the [Rule] masks it.
//
// # What the proof proves
//
// [Prove] takes all versions of a table, those that have been published and the new one, and thinks as
// a reader does who has them all, knows these rules and this program, and can compute as much as
// he likes: every cell is a number of at least 0, every line adds up to its total, what is masked lies where its
// mark says. For each value that a small cell might have, from 1 to one below the
// threshold, it finds whole tables with just that value there, which agree with everything that was ever published. A
// hidden cell must be open to as many values. A cell for which no such table
// is found is a [Leak].
//
// Such a table is a witness: that it agrees can be checked by adding up, so the proof does not rest on the
// search being clever. The search (solve.go) is exact, in whole numbers, and gives up after a fixed amount of
// work; what it could not decide counts as a leak.
//
// # Time
//
// Versions are of one table at different dates. Where each counts everybody until its date, which is taken
// for granted unless the rule says that each is of its own period, a later one
// contains an earlier one, and their difference is itself a count of persons: 12 and then 13 tell of one
// person. So no difference between the same cell of two versions may be known to be small more narrowly than a small cell is.
// Two versions of one date are taken to be equal wherever they do not
// contradict each other. What a reader can see to be untrue of two versions, a
// count that falls, he does not believe (ties.go).
//
// Rows and columns are known by their names. One that gets another name is another one to this
// package: what a new row has to do with rows that are gone is not seen here.
package disclosure

// DefaultThreshold is the threshold of a table that does not give another.
const DefaultThreshold = 5

// Most is the greatest count that is understood.
const Most = 1 << 30

// Rule says what is masked.
type Rule struct {
	Threshold int  // the least count that is not small; at least 2
	MaskZero  bool // 0 is masked as the small ones are
	Periods   bool // each version counts the persons of its own period, not all until its date
}

// Shows tells that a count may be shown as it is.
func (r Rule) Shows(count int) bool { return count >= r.Threshold || count == 0 && !r.MaskZero }

// Mark is how a cell is shown.
type Mark uint8

const (
	Clear  Mark = iota // as it is
	Small              // as "<5": below the threshold
	Hidden             // as a word: the threshold or more, and not told
	Empty              // not at all: nothing is counted there
)

// Cell is one cell as a reader sees it.
type Cell struct {
	Mark  Mark
	Value int // of a clear one; of a small one the threshold below which it is, if not the rule's
}

// Masked tells that a reader does not see the count.
func (c Cell) Masked() bool { return c.Mark == Small || c.Mark == Hidden }

// Table is a table with rows and columns. Its last column may hold the totals of the
// rows, its last row those of the columns.
type Table struct {
	Rows, Columns []string // names, without those of the totals
	RowTotals     bool     // the last column is the sum of the others
	ColumnTotals  bool     // the last row is the sum of the others
	Cells         [][]Cell // every row, that of the totals too
}

// Version is a table as it was, or is to be, published.
type Version struct {
	Table
	Date      string // as ISO 8601 has it: what the table counts up to, or the end of its period
	Published bool   // readers have it
}

// Place is a cell by its row and column in Cells.
type Place struct{ Row, Column int }

// TotalName is the name of a line of totals in a [Name].
const TotalName = ""

// Name is a cell by the names of its row and column, [TotalName] for a line of totals.
type Name struct{ Row, Column string }

// Name gives the names of a cell.
func (t *Table) Name(p Place) Name {
	n := Name{TotalName, TotalName}
	if p.Row < len(t.Rows) {
		n.Row = t.Rows[p.Row]
	}
	if p.Column < len(t.Columns) {
		n.Column = t.Columns[p.Column]
	}
	return n
}

// at is the cell at a place.
func (t *Table) at(p Place) Cell { return t.Cells[p.Row][p.Column] }

// places are all cells, row by row.
func (t *Table) places() []Place {
	var all []Place
	for r, row := range t.Cells {
		for c := range row {
			all = append(all, Place{r, c})
		}
	}
	return all
}

// copied is a table with cells of its own.
func (t *Table) copied() Table {
	c := *t
	c.Cells = make([][]Cell, len(t.Cells))
	for i, row := range t.Cells {
		c.Cells[i] = append([]Cell(nil), row...)
	}
	return c
}

// line is cells that add up to the last of them.
type line struct {
	parts []Place
	total Place
}

// lines are all sums that a reader of a table knows.
func (t *Table) lines() []line {
	var all []line
	if t.RowTotals {
		for r := range t.Cells {
			l := line{total: Place{r, len(t.Columns)}}
			for c := range t.Columns {
				l.parts = append(l.parts, Place{r, c})
			}
			all = append(all, l)
		}
	}
	if t.ColumnTotals && len(t.Cells) > 0 {
		for c := range t.Cells[0] {
			l := line{total: Place{len(t.Rows), c}}
			for r := range t.Rows {
				l.parts = append(l.parts, Place{r, c})
			}
			all = append(all, l)
		}
	}
	return all
}
