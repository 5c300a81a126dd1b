package content

import (
	"encoding/csv"
	"slices"
	"strconv"
	"strings"

	"referat/generator/danish"
	"referat/generator/disclosure"
	"referat/generator/source"
)

// PersonTable is a table of counts of persons: its description in a .toml file, its
// masked counts in the .csv file of the same name.
type PersonTable struct {
	Path source.Path
	CSV  source.Path
	ID   string
	TableWords
	Disclosure disclosure.Rule
	Totals     bool     // totals are wanted
	KeepTotals bool     // other cells are hidden rather than totals left out
	NotSums    []string // rows and columns that are no sums, though they look like some
	Counts     disclosure.Table
}

// TableWords are what the table says of itself.
type TableWords struct {
	Title, Unit, Definition, About string
	Rows                           string // what the rows are: "Patientgruppe"
	Source                         Ref
	Date                           danish.Partial // what it counts up to, or the period that it counts
}

// leastThreshold is the least that hides anybody: below it a masked count could only be 1.
const leastThreshold = 3

func parsePersonTable(f *source.File, tree *source.Tree) (*PersonTable, []source.Problem) {
	t, problems := describeTable(f)
	if t == nil {
		return nil, problems
	}
	numbers, ok := tree.File(t.CSV)
	if !ok {
		return t, append(problems, source.At(source.Pos{Path: f.Path}, source.TableWithoutNumbers, t.CSV.Base(), t.ID))
	}
	loaded, problem := tree.Load(numbers)
	if problem != nil {
		return t, append(problems, *problem)
	}
	if len(problems) > 0 {
		return t, problems
	}
	earlier, problems := t.Earlier(tree)
	if len(problems) > 0 {
		return t, problems
	}
	return t.With(loaded.Text, earlier)
}

// describeTable reads the description of a table.
func describeTable(f *source.File) (*PersonTable, []source.Problem) {
	t, doc := decode(f.Path, f.Text, 1)
	if t == nil {
		return nil, doc.problems
	}
	p := &PersonTable{
		Path: f.Path, ID: t.id(), CSV: source.Path(strings.TrimSuffix(string(f.Path), ".toml") + ".csv"),
		TableWords: TableWords{
			Title: t.required("title", `title = "…"`), Unit: t.required("unit", `unit = "personer"`),
			Definition: t.required("definition", `definition = "…"`), About: t.text("about"),
			Rows: t.required("rows", `rows = "Patientgruppe"`), Source: t.requiredRef("source"), Date: t.partial("date"),
		},
		Totals: t.flag("totals"), KeepTotals: t.flag("keep_totals"), NotSums: t.texts("not_sums"),
		Disclosure: t.table("disclosure").rule(),
	}
	if !t.has("date") {
		t.missing("date", `date = "ultimo 2025"`)
	} else if p.Date.NoYear {
		t.report("date", source.BadPartialDate, p.Date.Words)
	}
	p.Disclosure.Periods = t.flag("period")
	t.end()
	return p, doc.problems
}

// rule reads what is masked, and ends the table.
func (t *table) rule() disclosure.Rule {
	r := disclosure.Rule{MaskZero: t.choice("zero", "show", "mask") == "mask"}
	if n, whole := t.values["threshold"].value.(int64); whole && n < leastThreshold {
		t.get("threshold") // it is known, and told of here
		t.report("threshold", source.ThresholdLow, n, leastThreshold)
	} else {
		r.Threshold = t.number("threshold", leastThreshold)
	}
	if r.Threshold == 0 {
		r.Threshold = disclosure.DefaultThreshold
	}
	t.end()
	return r
}

// SmallMark is how a count below the threshold is written: "<5".
func SmallMark(r disclosure.Rule) string { return "<" + strconv.Itoa(r.Threshold) }

// HiddenMark is how a hidden count is written.
const HiddenMark = "skjult"

// With is the table with the counts of a CSV text, and what is wrong with them, also after
// the earlier versions that have been published.
func (t *PersonTable) With(text string, earlier []disclosure.Version) (*PersonTable, []source.Problem) {
	with := *t
	r := cellReader{path: t.CSV, id: t.ID, rule: t.Disclosure, notSums: t.NotSums}
	r.read(text)
	with.Counts = r.counts
	if len(r.problems) == 0 {
		now := with.Version()
		// What has been published just so tells nothing new.
		others := slices.DeleteFunc(slices.Clone(earlier), func(e disclosure.Version) bool { return sameVersion(e, now) })
		r.prove(now, others)
		r.sums()
	}
	return &with, r.problems
}

// sameVersion tells that two versions show the same.
func sameVersion(a, b disclosure.Version) bool {
	return a.Date == b.Date && slices.Equal(a.Rows, b.Rows) && slices.Equal(a.Columns, b.Columns) &&
		a.RowTotals == b.RowTotals && a.ColumnTotals == b.ColumnTotals &&
		slices.EqualFunc(a.Cells, b.Cells, func(x, y []disclosure.Cell) bool { return slices.Equal(x, y) })
}

// Version is the table as it is to be published.
func (t *PersonTable) Version() disclosure.Version {
	return disclosure.Version{Table: t.Counts, Date: t.Date.AsOf().String()}
}

// Unmasked reads a CSV text of true counts. What is wrong with it is told without them.
func (t *PersonTable) Unmasked(text string, path source.Path) (disclosure.Table, []source.Problem) {
	r := cellReader{path: path, id: t.ID, rule: t.Disclosure, notSums: t.NotSums, unmasked: true}
	r.read(text)
	if len(r.problems) == 0 {
		r.sums()
	}
	return r.counts, r.problems
}

// Text writes counts as the CSV file of the table.
func (t *PersonTable) Text(counts disclosure.Table, comma rune) string {
	var b strings.Builder
	w := csv.NewWriter(&b)
	w.Comma = comma
	total := func(there bool) []string {
		if there {
			return []string{TotalWord}
		}
		return nil
	}
	_ = w.Write(slices.Concat([]string{t.Rows}, counts.Columns, total(counts.RowTotals))) // memory does not fail
	for r, name := range slices.Concat(counts.Rows, total(counts.ColumnTotals)) {
		line := []string{name}
		for _, c := range counts.Cells[r] {
			line = append(line, t.field(c))
		}
		_ = w.Write(line)
	}
	w.Flush()
	return b.String()
}

func (t *PersonTable) field(c disclosure.Cell) string {
	switch c.Mark {
	case disclosure.Small:
		return SmallMark(t.Disclosure)
	case disclosure.Hidden:
		return HiddenMark
	case disclosure.Empty:
		return ""
	}
	return strconv.Itoa(c.Value)
}
