package content

import (
	"cmp"
	"encoding/csv"
	"slices"
	"strings"

	"referat/generator/danish"
	"referat/generator/disclosure"
	"referat/generator/source"
)

// TotalWord names the row and the column of totals in the file of a table.
const TotalWord = "i alt"

// totalNames are what a row or a column of totals may be called.
var totalNames = []string{
	TotalWord, "ialt", "total", "totalt", "sum", "alle", "samlet", "tilsammen",
	"hele landet", "danmark", "alle grupper", "alle patientgrupper", "alle regioner",
}

// isTotal tells that a name is that of totals.
func isTotal(name string) bool {
	return slices.ContainsFunc(totalNames, func(known string) bool { return strings.EqualFold(name, known) })
}

// cellReader reads the counts of a table, also as Danish Excel writes them. What it
// tells quotes names and never what stands in a cell.
type cellReader struct {
	path      source.Path
	id        string
	rule      disclosure.Rule
	notSums   []string // names of what is no sum, though it looks like one
	unmasked  bool     // true counts are what is wanted
	published bool     // whatever counts stand there, they are out

	counts   disclosure.Table
	places   [][]source.Pos // of the cells
	width    int            // fields of the first line
	totals   string         // what the row of totals is called
	problems []source.Problem
}

func (r *cellReader) report(pos source.Pos, code source.Code, args ...any) {
	pos.Path = r.path
	r.problems = append(r.problems, source.At(pos, code, args...))
}

func (r *cellReader) read(text string) {
	c, _ := csvReader(text)
	header, err := c.Read()
	if err != nil || len(header) < 2 {
		r.report(source.Pos{Line: 1}, source.TableHeader)
		return
	}
	r.header(trimmed(header))
	for {
		fields, err := c.Read()
		if err != nil {
			if pe, bad := err.(*csv.ParseError); bad {
				r.report(source.Pos{Line: pe.Line}, source.TableFields, len(fields), r.width)
			}
			break
		}
		line, _ := c.FieldPos(0)
		switch fields = trimmed(fields); {
		case strings.Join(fields, "") == "": // Excel writes empty rows after the last
		case len(fields) != r.width:
			r.report(source.Pos{Line: line}, source.TableFields, len(fields), r.width)
		default:
			r.row(c, line, fields)
		}
	}
	if len(r.counts.Rows) == 0 && len(r.problems) == 0 {
		r.report(source.Pos{Line: 1}, source.TableHeader)
	}
}

func trimmed(fields []string) []string {
	for i := range fields {
		fields[i] = strings.Join(strings.Fields(fields[i]), " ")
	}
	return fields
}

func (r *cellReader) header(fields []string) {
	r.width = len(fields)
	pos := source.Pos{Line: 1}
	for i, name := range fields[1:] {
		switch {
		case isTotal(name) && i == len(fields)-2 && i > 0:
			r.counts.RowTotals = true
		case isTotal(name) && len(fields) > 2 && !r.published:
			r.report(pos, source.TableTotal, name)
		case name == "" || slices.Contains(r.counts.Columns, name):
			r.report(pos, source.TableName, name)
		default:
			r.counts.Columns = append(r.counts.Columns, name)
		}
	}
}

func (r *cellReader) row(c *csv.Reader, line int, fields []string) {
	name := fields[0]
	at := source.Pos{Line: line}
	switch {
	case r.counts.ColumnTotals:
		r.report(at, source.TableTotal, r.totals)
		return
	case len(r.counts.Rows) == 1 && isTotal(r.counts.Rows[0]) && !r.published:
		r.report(at, source.TableTotal, r.counts.Rows[0])
		return
	case isTotal(name) && len(r.counts.Rows) > 0:
		r.counts.ColumnTotals, r.totals = true, name
	case name == "" || slices.Contains(r.counts.Rows, name):
		r.report(at, source.TableName, name)
		return
	default:
		r.counts.Rows = append(r.counts.Rows, name)
	}
	var cells []disclosure.Cell
	var places []source.Pos
	for i, field := range fields[1:] {
		_, at.Col = c.FieldPos(i + 1)
		cell, code := r.cell(field)
		if code != "" {
			column := TotalWord
			if i < len(r.counts.Columns) {
				column = r.counts.Columns[i]
			}
			mark := r.id
			if code == source.TableCell {
				mark = SmallMark(r.rule)
			}
			r.report(at, code, name, column, mark)
		}
		cells, places = append(cells, cell), append(places, source.Pos{Path: r.path, Line: line, Col: at.Col})
	}
	r.counts.Cells, r.places = append(r.counts.Cells, cells), append(r.places, places)
}

// cell reads one cell.
func (r *cellReader) cell(field string) (disclosure.Cell, source.Code) {
	cell, wrong := countedCell(field, r.rule)
	switch {
	case wrong, r.unmasked && cell.Masked():
		return cell, source.TableCell
	case !r.unmasked && !r.published && cell.Mark == disclosure.Clear && !r.rule.Shows(cell.Value):
		return cell, source.TableSmall
	}
	return cell, ""
}

// countedCell reads a count or the mark in its place.
func countedCell(field string, rule disclosure.Rule) (cell disclosure.Cell, wrong bool) {
	switch {
	case field == "":
		return disclosure.Cell{Mark: disclosure.Empty}, false
	case strings.ReplaceAll(field, " ", "") == SmallMark(rule):
		return disclosure.Cell{Mark: disclosure.Small}, false
	case strings.EqualFold(field, HiddenMark):
		return disclosure.Cell{Mark: disclosure.Hidden}, false
	}
	n, err := danish.ParseNumber(field)
	return disclosure.Cell{Value: n}, err != nil || n > disclosure.Most
}

// prove reports what could be computed.
func (r *cellReader) prove(version disclosure.Version, earlier []disclosure.Version) {
	now := len(earlier)
	versions := append(slices.Clone(earlier), version)
	proof := disclosure.Prove(r.rule, versions)
	for _, l := range proof.Broken {
		r.leak(source.TableSum, l, now)
	}
	for _, l := range proof.Leaks {
		switch {
		case l.Earlier >= 0:
			r.leak(source.TableGrowth, l, now, versions[l.Earlier].Date)
		case l.Version == now:
			r.leak(source.TableComputable, l, now)
		default:
			r.leak(source.TableEarlier, l, now, versions[l.Version].Date)
		}
	}
	if proof.Undecided {
		r.report(source.Pos{Line: 1}, source.TableUndecided)
	}
}

// sums reports what looks like a total and is not called so, while numbers are masked: whoever
// sees it can subtract.
func (r *cellReader) sums() {
	masked := func(row []disclosure.Cell) bool { return slices.ContainsFunc(row, r.masks) }
	if !slices.ContainsFunc(r.counts.Cells, masked) {
		return
	}
	rows, columns := r.counts.Sums()
	for _, name := range columns {
		if !slices.Contains(r.notSums, name) {
			r.report(source.Pos{Line: 1}, source.TableUncalledSum, "", name, r.id)
		}
	}
	for _, name := range rows {
		if !slices.Contains(r.notSums, name) {
			line := r.places[slices.Index(r.counts.Rows, name)][0].Line
			r.report(source.Pos{Line: line}, source.TableUncalledSum, name, "", r.id)
		}
	}
}

// masks tells that a cell is masked, or has to be.
func (r *cellReader) masks(c disclosure.Cell) bool {
	return c.Masked() || c.Mark == disclosure.Clear && !r.rule.Shows(c.Value)
}

// CellNames are the names of a cell's row and column for people.
func CellNames(n disclosure.Name) (row, column string) {
	return cmp.Or(n.Row, TotalWord), cmp.Or(n.Column, TotalWord)
}

// leak reports one about a cell, at its place when the table has it.
func (r *cellReader) leak(code source.Code, l disclosure.Leak, now int, more ...any) {
	pos := source.Pos{Line: 1}
	if l.Version == now {
		pos = r.places[l.Place.Row][l.Place.Column]
	}
	row, column := CellNames(l.Name)
	r.report(pos, code, append([]any{row, column, r.id}, more...)...)
}
