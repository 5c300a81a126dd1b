package main

import (
	"cmp"
	"context"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"

	"referat/generator/content"
	"referat/generator/disclosure"
	"referat/generator/source"
)

// runMask is the command mask: it masks a table of true counts, which lies outside the site, and
// puts what may be published into the site. It says nothing that may not be published.
func runMask(_ context.Context, args []string, stdout, stderr io.Writer) int {
	m, err := maskOptions(args)
	if err != nil {
		return explain(err, languageOf(args), stdout, stderr)
	}
	d, problems := openDesk(m.dir)
	if d == nil {
		return complain(stderr, problems, cmp.Or(m.lang, "da"))
	}
	defer d.close()
	lang := cmp.Or(m.lang, d.files.Settings.Language)
	plan, problems := m.put(d)
	if problems != nil {
		return complain(stderr, problems, lang)
	}
	plan.print(stdout, lang)
	return exitDone
}

// masking is what is asked of mask.
type masking struct {
	options
	table, from string
	keepTotals  bool
	dry         bool // only tell
}

// maskOptions reads the arguments of mask.
func maskOptions(args []string) (masking, error) {
	m := masking{}
	f := flag.NewFlagSet("mask", flag.ContinueOnError)
	f.StringVar(&m.from, "from", "", "")
	f.BoolVar(&m.keepTotals, "keep-totals", false, "")
	f.BoolVar(&m.dry, "dry-run", false, "")
	if err := m.readSite(f, args, into([]*string{&m.table})); err != nil {
		return m, err
	}
	if m.table == "" || m.from == "" {
		return m, misuse(source.UsageMask)
	}
	return m, nil
}

// put masks the table and writes its file, or tells why it may not stand there.
func (m masking) put(d *desk) (maskPlan, []source.Problem) {
	unlock, problem := d.lock()
	if problem != nil {
		return maskPlan{}, []source.Problem{*problem}
	}
	defer unlock()
	table, earlier, problems := d.files.Table(m.table)
	if table == nil && problems == nil {
		return maskPlan{}, []source.Problem{m.unknown(d)}
	}
	if len(problems) > 0 {
		return maskPlan{}, problems
	}
	counts, problems := m.read(d, table)
	if problems != nil {
		return maskPlan{}, problems
	}
	raw := disclosure.Version{Table: counts, Date: table.Date.AsOf().String()}
	p := maskPlan{table: table, from: m.from, dry: m.dry}
	p.Masked = disclosure.Mask(table.Disclosure, raw, earlier, m.keepTotals || table.KeepTotals)
	if !p.Proof.Holds() {
		return maskPlan{}, []source.Problem{m.impossible(p)}
	}
	if p.DroppedRowTotals || p.DroppedColumnTotals {
		p.kept = disclosure.Mask(table.Disclosure, raw, earlier, true)
	}
	return p, m.write(d, p, earlier)
}

// read reads the true counts, with the totals that are wanted.
func (m masking) read(d *desk, table *content.PersonTable) (disclosure.Table, []source.Problem) {
	at := source.Pos{Path: source.Path(filepath.ToSlash(m.from))}
	absolute, err := filepath.Abs(m.from)
	if err != nil {
		return disclosure.Table{}, []source.Problem{source.At(at, source.FileUnreadable, source.Because(err))}
	}
	if inside(real(absolute), repository(d.dir)) {
		return disclosure.Table{}, []source.Problem{source.At(at, source.MaskInside)}
	}
	data, problem := load(absolute, at)
	if problem != nil && problem.Code == source.ImportMissing {
		return disclosure.Table{}, []source.Problem{source.At(at, source.MaskMissing)}
	}
	if problem != nil {
		return disclosure.Table{}, []source.Problem{*problem}
	}
	text, problem := source.Text(at.Path, data)
	if problem != nil {
		return disclosure.Table{}, []source.Problem{*problem}
	}
	counts, problems := table.Unmasked(text, at.Path)
	if len(problems) > 0 {
		return disclosure.Table{}, problems
	}
	less, wrong, ok := counts.WithoutTotals()
	if !ok {
		row, column := content.CellNames(counts.Name(wrong))
		return disclosure.Table{}, []source.Problem{source.At(at, source.MaskSum, row, column)}
	}
	if table.Totals {
		less = less.WithTotals()
	}
	return less, nil
}

// repository is the folder of the repository that a site's folder lies in, else that folder itself: what
// lies there is likely to be published with it one day.
func repository(dir string) string {
	for at := dir; ; at = filepath.Dir(at) {
		if _, err := os.Stat(filepath.Join(at, ".git")); err == nil {
			return at
		}
		if at == filepath.Dir(at) {
			return dir
		}
	}
}

// write writes the file, after it has passed the check of a build.
func (m masking) write(d *desk, p maskPlan, earlier []disclosure.Version) []source.Problem {
	comma := ','
	if was, err := d.root.ReadFile(string(p.table.CSV)); err == nil {
		comma = formOf(string(was)).comma
	}
	text := p.table.Text(p.Table, comma)
	if _, problems := p.table.With(text, earlier); len(problems) > 0 {
		return problems
	}
	if m.dry {
		return nil
	}
	if err := d.write(p.table.CSV, text); err != nil {
		return []source.Problem{d.cannotWrite(p.table.CSV, err)}
	}
	return nil
}

// unknown tells of a table that is not there.
func (m masking) unknown(d *desk) source.Problem {
	ids := d.files.TableIDs()
	folder := cmp.Or(d.files.Settings.Tables.Folder, "tabeller")
	return source.At(source.Pos{}, source.UnknownTable, m.table, source.Nearest(m.table, ids), strings.Join(ids, ", "),
		"content/"+folder+"/"+m.table+".toml")
}

// impossible tells of counts that no masking hides.
func (m masking) impossible(p maskPlan) source.Problem {
	name := disclosure.Name{}
	if leaks := p.Proof.Leaks; len(leaks) > 0 {
		name = leaks[0].Name
	}
	row, column := content.CellNames(name)
	return source.At(source.Pos{Path: p.table.CSV}, source.MaskImpossible, row, column, filepath.ToSlash(m.from))
}
