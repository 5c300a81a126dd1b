package content

import (
	"encoding/csv"
	"strconv"
	"strings"

	"referat/generator/danish"
	"referat/generator/disclosure"
	"referat/generator/source"
)

// Series is a count in time: its description in a .toml file, its numbers in
// the .csv file of the same name.
type Series struct {
	Path       source.Path
	CSV        source.Path
	ID         string
	Title      string
	Unit       string // "genomer"
	Definition string
	Cadence    string // how often it is brought up to date, in words
	About      string
	Cumulative bool // a running total, which falls only with a note
	Persons    bool // it counts persons, and is masked by the rule
	Disclosure disclosure.Rule
	Rows       []Row

	earlier []disclosure.Version // points of it that have been published, of a series of persons
}

// Row is one number of a series.
type Row struct {
	Date   danish.Partial
	Value  int
	Mark   disclosure.Mark // of a count of persons; of a masked one the value is 0
	Status RowStatus
	Source Ref
	Note   string
	Line   int
}

// RowStatus says whose number it is.
type RowStatus string

const (
	FinalRow    RowStatus = "final"       // the authority's own
	Provisional RowStatus = "provisional" // the authority's own, not final
	OtherRow    RowStatus = "other"       // stated by somebody else
)

func parseSeries(f *source.File, tree *source.Tree) (*Series, []source.Problem) {
	s, problems := describeSeries(f, false)
	if s == nil {
		return nil, problems
	}
	numbers, ok := tree.File(s.CSV)
	if !ok {
		return s, append(problems, source.At(source.Pos{Path: f.Path}, source.SeriesWithoutTable, s.CSV.Base()))
	}
	loaded, problem := tree.Load(numbers)
	if problem != nil {
		return s, append(problems, *problem)
	}
	if s.Persons {
		var more []source.Problem
		if s.earlier, more = s.published(tree); len(more) > 0 {
			return s, append(problems, more...)
		}
	}
	s, more := s.With(loaded.Text)
	return s, append(problems, more...)
}

// describeSeries reads the description of a series. One of persons has to say what is masked, unless it
// has been published without.
func describeSeries(f *source.File, published bool) (*Series, []source.Problem) {
	t, doc := decode(f.Path, f.Text, 1)
	if t == nil {
		return nil, doc.problems
	}
	s := &Series{
		Path: f.Path, ID: t.id(), CSV: source.Path(strings.TrimSuffix(string(f.Path), ".toml") + ".csv"),
		Title: t.required("title", `title = "…"`), Unit: t.required("unit", `unit = "genomer"`),
		Definition: t.required("definition", `definition = "…"`), Cadence: t.text("cadence"), About: t.text("about"),
		Cumulative: t.flag("cumulative"), Persons: t.has("disclosure"),
	}
	if s.Persons {
		s.Disclosure = t.table("disclosure").rule()
		s.Disclosure.Periods = !s.Cumulative
	} else if !published && countsPersons(s.Unit) {
		t.report("unit", source.CountOfPersons, s.Unit)
	}
	t.end()
	return s, doc.problems
}

// With is the series with the rows of a table's text, and what is wrong with them.
func (s *Series) With(table string) (*Series, []source.Problem) {
	with := *s
	with.Rows = nil
	r := rowReader{path: s.CSV, series: &with, lines: map[string]int{}}
	r.read(table)
	r.checkFalls()
	r.checkPersons()
	return &with, r.problems
}

// columns are the fields of the table, in their order.
var columns = []string{"date", "value", "status", "source", "note"}

// rowReader reads the table, also as Danish Excel writes it: semicolons,
// 31-10-2023, 20.621.
type rowReader struct {
	path     source.Path
	series   *Series
	lines    map[string]int // line of each date
	old      bool           // it has been published, whatever counts stand there
	problems []source.Problem
}

func (r *rowReader) report(line, field int, c *csv.Reader, code source.Code, args ...any) {
	pos := source.Pos{Path: r.path, Line: line}
	if c != nil {
		_, pos.Col = c.FieldPos(field) // counts bytes, which in dates and numbers are letters
	}
	r.problems = append(r.problems, source.At(pos, code, args...))
}

func (r *rowReader) read(text string) {
	c, first := csvReader(text)
	header, err := c.Read()
	if err != nil || !isHeader(header) {
		r.report(1, 0, nil, source.CSVHeader, first)
		return
	}
	for {
		fields, err := c.Read()
		if err != nil {
			if pe, bad := err.(*csv.ParseError); bad {
				r.report(pe.Line, 0, nil, source.CSVRow, len(fields))
			}
			break
		}
		line, _ := c.FieldPos(0)
		if strings.Join(fields, "") == "" {
			continue // Excel writes empty rows after the last
		}
		if len(fields) != len(columns) {
			r.report(line, 0, nil, source.CSVRow, len(fields))
			continue
		}
		r.row(c, line, fields)
	}
}

// csvReader reads a table whose fields are parted as those of its first line are.
func csvReader(text string) (c *csv.Reader, first string) {
	first, _, _ = strings.Cut(text, "\n")
	c = csv.NewReader(strings.NewReader(text))
	c.FieldsPerRecord = -1
	if strings.Contains(first, ";") {
		c.Comma = ';'
	}
	return c, first
}

func isHeader(fields []string) bool {
	if len(fields) != len(columns) {
		return false
	}
	for i, f := range fields {
		if !strings.EqualFold(strings.TrimSpace(f), columns[i]) {
			return false
		}
	}
	return true
}

func (r *rowReader) row(c *csv.Reader, line int, fields []string) {
	for i := range fields {
		fields[i] = strings.TrimSpace(fields[i])
	}
	row := Row{Line: line, Note: fields[4], Status: RowStatus(fields[2])}
	before := len(r.problems)
	var err error
	if row.Date, err = danish.ParsePartial(fields[0]); err != nil || row.Date.NoYear {
		r.report(line, 0, c, source.BadPartialDate, fields[0])
	}
	if code, args := r.count(fields[1], &row); code != "" {
		r.report(line, 1, c, code, args...)
	}
	switch row.Status {
	case FinalRow, Provisional, OtherRow:
	default:
		known := []string{string(FinalRow), string(Provisional), string(OtherRow)}
		r.report(line, 2, c, source.BadValue, "status", fields[2], source.Nearest(fields[2], known), strings.Join(known, ", "))
	}
	if fields[3] == "" {
		r.report(line, 3, c, source.CSVSource)
	} else {
		_, col := c.FieldPos(3)
		row.Source = NewRef(r.path, fields[3], source.Pos{Path: r.path, Line: line, Col: col})
	}
	key := row.Date.AsOf().String() + strconv.FormatBool(row.Status == OtherRow)
	if first, twice := r.lines[key]; twice && !row.Date.IsZero() {
		r.report(line, 0, c, source.CSVDuplicate, fields[0], first)
	}
	r.lines[key] = line
	if len(r.problems) == before {
		r.series.insert(row)
	}
}

// insert keeps the rows in order of time, oldest first.
func (s *Series) insert(row Row) {
	i := len(s.Rows)
	for i > 0 && row.Date.AsOf().Before(s.Rows[i-1].Date.AsOf()) {
		i--
	}
	s.Rows = append(s.Rows[:i], append([]Row{row}, s.Rows[i:]...)...)
}

// checkFalls wants a note where a running total falls. The authority's own
// numbers are compared with one another, others' with nothing.
func (r *rowReader) checkFalls() {
	if !r.series.Cumulative {
		return
	}
	var last *Row
	for i := range r.series.Rows {
		row := &r.series.Rows[i]
		if row.Status == OtherRow || row.Mark != disclosure.Clear {
			continue
		}
		if last != nil && row.Value < last.Value && row.Note == "" {
			r.report(row.Line, 0, nil, source.CountFalls, last.Value, row.Value)
		}
		last = row
	}
}

// Latest is the authority's own newest number that is shown, or nil.
func (s *Series) Latest() *Row {
	for i := len(s.Rows) - 1; i >= 0; i-- {
		if s.Rows[i].Status != OtherRow && s.Rows[i].Mark == disclosure.Clear {
			return &s.Rows[i]
		}
	}
	return nil
}
