package site

import "referat/generator/chart"

// The views of tables of counts of persons. They are made from masked counts, which
// are all that content holds.

// TablesView lists the tables.
type TablesView struct {
	Page
	Tables []TableRow
}

// TableRow is one table in a list.
type TableRow struct {
	Title string
	Href  string
	Words string // what it counts up to, in the authority's words
}

// TableView is one table.
type TableView struct {
	Page
	Heading    string
	Definition string
	About      string
	Unit       string
	Words      string // as in TableRow
	Period     bool   // it counts the time of Words only
	Source     SourceView
	Masking    MaskingView
	Chart      chart.BarChart
	Grid       GridView
	CSV        AttachmentView
}

// MaskingView says what is masked in a table.
type MaskingView struct {
	Threshold int    // counts below it are masked
	Sign      string // how: "<5"
	Least     int    // the least count that the sign may stand for
	Most      int    // and the greatest
	Zero      bool   // 0 is masked too
	Small     bool   // the sign stands in the table
	Hidden    bool   // greater counts are hidden too
}

// GridView is the table itself.
type GridView struct {
	Rows      string // what the rows are
	Columns   []string
	RowTotals bool // a last column has the totals of the rows
	Lines     []LineView
}

// LineView is one row of a table.
type LineView struct {
	Name  Link // to the subject that the row is about, if it is
	Total bool // the totals of the columns
	Cells []CellView
}

// CellView is one cell.
type CellView struct {
	Known bool   // Value is shown
	Value int    // 0 of any other
	Mark  string // "<5" of a count below the threshold
	Empty bool   // nothing is counted there
}
