package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"referat/generator/content"
	"referat/generator/danish"
	"referat/generator/site"
	"referat/generator/source"
)

// runCount is the command count: it puts a number at the end of a series, once the whole
// series with it passes the checks of a build.
func runCount(_ context.Context, args []string, stdout, stderr io.Writer) int {
	n, err := countOptions(args)
	if err != nil {
		return explain(err, languageOf(args), stdout, stderr)
	}
	d, problems := openDesk(n.dir)
	if d == nil {
		return complain(stderr, problems, cmp.Or(n.lang, "da"))
	}
	defer d.close()
	lang := cmp.Or(n.lang, d.files.Settings.Language)
	counted, problems := n.put(d)
	if problems != nil {
		return complain(stderr, problems, lang)
	}
	counted.print(stdout, lang)
	return exitDone
}

// complain prints problems.
func complain(w io.Writer, problems []source.Problem, lang string) int {
	for _, p := range problems {
		printProblem(w, p, lang)
	}
	return exitProblems
}

// number is a number to be put into a series, as it was written.
type number struct {
	options
	series, date, value  string
	source, status, note string
}

// countOptions reads the arguments of count.
func countOptions(args []string) (number, error) {
	n := number{}
	n.now = time.Now()
	f := flag.NewFlagSet("count", flag.ContinueOnError)
	f.StringVar(&n.source, "source", "", "")
	f.StringVar(&n.status, "status", string(content.FinalRow), "")
	f.StringVar(&n.note, "note", "", "")
	if err := n.readSite(f, args, into([]*string{&n.series, &n.date, &n.value})); err != nil {
		return n, err
	}
	if _, err := n.setNow(""); err != nil {
		return n, err
	}
	switch content.RowStatus(n.status) {
	case content.FinalRow, content.Provisional, content.OtherRow:
	default:
		return n, misuse(source.UsageValue, "--status", n.status, "--status provisional")
	}
	if n.value == "" {
		return n, misuse(source.UsageCount)
	}
	return n, nil
}

// counted is a series that a number was put into.
type counted struct {
	*content.Series
	row  string // as it stands in the table
	line int
}

// put writes the number into its table, or tells why it may not stand there.
func (n number) put(d *desk) (counted, []source.Problem) {
	if problem := n.ahead(); problem != nil {
		return counted{}, []source.Problem{*problem}
	}
	unlock, problem := d.lock()
	if problem != nil {
		return counted{}, []source.Problem{*problem}
	}
	defer unlock()
	series, problems := d.files.Series(n.series)
	if series == nil && problems == nil {
		return counted{}, []source.Problem{n.unknown(d)}
	}
	if source.Errors(problems) > 0 {
		return counted{}, problems
	}
	ref, problem := n.reference(d, series.CSV)
	if problem != nil {
		return counted{}, []source.Problem{*problem}
	}
	was, err := d.root.ReadFile(string(series.CSV))
	if err != nil {
		return counted{}, []source.Problem{d.cannotWrite(series.CSV, err)}
	}
	form := formOf(string(was))
	row := form.row([]string{form.date(n.date), form.number(n.value), n.status, ref, strings.Join(strings.Fields(n.note), " ")})
	now := form.with(row)
	text, problem := source.Text(series.CSV, []byte(now))
	if problem != nil {
		return counted{}, []source.Problem{*problem}
	}
	line := strings.Count(strings.TrimSuffix(text, "\n"), "\n") + 1 - strings.Count(row, "\n")
	with, problems := series.With(text)
	if len(problems) > 0 {
		return counted{}, asAsked(problems, line)
	}
	if err := d.write(series.CSV, now); err != nil {
		return counted{}, []source.Problem{d.cannotWrite(series.CSV, err)}
	}
	return counted{with, row, line}, nil
}

// ahead tells of a date that has not come: nobody has counted then.
func (n number) ahead() *source.Problem {
	date, err := danish.ParsePartial(n.date)
	first := date.From
	if first.IsZero() {
		first = date.To
	}
	if err != nil || date.NoYear || !danish.FromTime(danish.Local(n.now)).Before(first) {
		return nil
	}
	p := source.At(source.Pos{}, source.CountAhead, n.date)
	return &p
}

// asAsked are problems of a table as they are put to who asked for a line of it, which is not there
// yet: in place of the fields there are options.
func asAsked(problems []source.Problem, line int) []source.Problem {
	options := map[source.Code]string{source.CSVSource: "--source", source.CountFalls: "--note"}
	for i := range problems {
		p := &problems[i]
		if p.Pos.Line < line {
			continue
		}
		p.Pos = source.Pos{}
		if option := options[p.Code]; option != "" {
			p.Args = append(p.Args, option)
		}
	}
	return problems
}

// unknown tells of a series that is not there.
func (n number) unknown(d *desk) source.Problem {
	ids := d.files.SeriesIDs()
	file := ""
	if len(ids) == 0 {
		file = "content/" + d.files.Settings.Counts.Folder + "/" + n.series + ".toml"
	}
	return source.At(source.Pos{}, source.UnknownSeries, n.series, source.Nearest(n.series, ids), strings.Join(ids, ", "), file)
}

// print tells the row and what the series now says.
func (c counted) print(w io.Writer, lang string) {
	_, _ = fmt.Fprintf(w, "%s:%d: %s\n", c.CSV, c.line, c.row)
	text, mark := "%s: %d %s, senest %s %s (%s)\n", "."
	words := plural(len(c.Rows), "tal", "tal")
	if lang != "da" {
		text, mark = "%s: %d %s, the latest %s %s (%s)\n", ","
		words = plural(len(c.Rows), "number", "numbers")
	}
	if latest := c.Latest(); latest != nil {
		_, _ = fmt.Fprintf(w, text, c.Title, len(c.Rows), words, danish.Number(latest.Value, mark), c.Unit, latest.Date.Words)
	}
}

// reference is the number's source as the table has it: an address, or the path from the
// table's folder. "" is no source, which the check of the series refuses.
func (n number) reference(d *desk, table source.Path) (string, *source.Problem) {
	if n.source == "" || strings.HasPrefix(n.source, "https://") && content.NewRef(table, n.source, source.Pos{}).Web != "" {
		return n.source, nil
	}
	file, anchor, anchored := strings.Cut(n.source, "#")
	p, ok := d.path(file)
	if _, there := d.tree.File(p); !ok || !there || !strings.HasPrefix(string(p), "content/") || p.Recorded() {
		problem := source.At(source.Pos{}, source.CountSource, n.source, d.nearest(p))
		return "", &problem
	}
	if problem := d.cited(p, anchor); problem != nil {
		return "", problem
	}
	ref := relative(table.Dir(), p)
	if anchored {
		ref += "#" + anchor
	}
	return ref, nil
}

// nearest is the content file with a name most like the one at a path; "" of none.
func (d *desk) nearest(p source.Path) string {
	var names []string
	for _, f := range d.tree.Below("content") {
		names = append(names, string(f.Path))
	}
	return source.Nearest(string(p), names)
}

// cited tells why a file may not be cited as a source: nobody can read it, or it has no
// such place.
func (d *desk) cited(p source.Path, anchor string) *source.Problem {
	parsed := d.files.File(p)
	var anchors content.Anchors
	switch {
	case parsed.Minutes != nil && d.hides(parsed.Minutes), parsed.Page != nil && parsed.Page.Draft:
		problem := site.Hidden{Draft: true}.Linked(source.Pos{}, p)
		return &problem
	case parsed.Minutes != nil:
		anchors = parsed.Minutes.Anchors
	case parsed.Subject != nil:
		anchors = parsed.Subject.Anchors
	case parsed.Committee != nil:
		anchors = parsed.Committee.Anchors
	case parsed.Page != nil:
		anchors = parsed.Page.Anchors
	}
	if anchor != "" && !anchors.Has(anchor) {
		problem := source.At(source.Pos{}, source.DeadAnchor, anchor, string(p), source.Nearest(anchor, anchors.List()))
		return &problem
	}
	return nil
}

// hides tells that minutes are a draft that readers do not see.
func (d *desk) hides(m *content.Minutes) bool {
	if m.State != content.Draft {
		return false
	}
	return !slices.ContainsFunc(d.files.Committees(), func(c *content.Committee) bool { return c.ID == m.Committee && c.PublishDrafts })
}
