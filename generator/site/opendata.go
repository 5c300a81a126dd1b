package site

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"referat/generator/content"
	"referat/generator/danish"
	"referat/generator/data"
	"referat/generator/source"
)

// The data of the site as whole files, and what tells of them.
const (
	dataAddress      = "/data/"
	linesAddress     = dataAddress + "referater.ndjson"
	itemsAddress     = dataAddress + "punkter.csv"
	catalogueAddress = dataAddress + "katalog.jsonld"
	sumsAddress      = dataAddress + "sha256sums.txt"
	schemaFolder     = dataAddress + "skema/"
)

// subjectsData is the address of the data of all subjects, but for the end of its name.
func (f *frame) subjectsData() string { return dataAddress + f.Subjects.Folder }

// schemaAddress is where a schema stands.
func (f *frame) schemaAddress(name string) string {
	return f.absolute(schemaFolder + data.SchemaFile(name))
}

// checkOpenData tells what is missing of the terms of use, and that a day for new data has passed.
func (s *Site) checkOpenData() {
	d := s.Data
	if d.Licence == "" || d.LicenceURL == "" {
		s.report(d.Pos, source.LicenceMissing)
	}
	if !d.Next.IsZero() && s.clock.over(d.Next) {
		s.report(d.NextPos, source.DataOverdue, d.Next.String())
	}
}

// openData is all below /data/, and what describes the tables elsewhere.
func (s *Site) openData() {
	s.put(s.itemsOutput())
	subjects := s.subjectsFile()
	s.put(Output{Path: outputPath(s.subjectsData() + ".csv"), Form: CSV, Made: subjects})
	s.put(Output{Path: outputPath(s.subjectsData() + ".json"), Form: JSON, Made: subjects})
	for _, name := range data.SchemaNames() {
		s.put(Output{Path: outputPath(schemaFolder + data.SchemaFile(name)), Form: JSON, Made: data.Schema{Name: name, Address: s.schemaAddress(name), Kinds: s.letters()}})
	}
	s.put(s.linesOutput())
	sets := s.datasets()
	for _, set := range sets {
		if set.columns != nil {
			s.put(s.metadataOutput(set))
		}
	}
	s.put(s.catalogueOutput(sets))
	s.put(s.sumsOutput(sets))
	s.openDataPage(sets)
}

// linesOutput is all public minutes in one file: a line for each is the very file beside
// its page, the newest first.
func (s *Site) linesOutput() Output {
	of := make([]string, 0, len(s.minutes))
	for _, m := range s.minutes {
		if m.extract.file != "" {
			of = append(of, m.extract.file)
		}
	}
	return Output{Path: outputPath(linesAddress), Form: Lines, Made: lines{}, Of: of}
}

// subjectsFile are all subjects for machines.
func (s *Site) subjectsFile() data.Subjects {
	d := data.Subjects{SchemaAddress: s.schemaAddress("subjects"), Schema: data.SchemaVersion("subjects"),
		Address: s.absolute("/" + s.Subjects.Folder + "/"), Title: s.Subjects.Title, Subjects: []data.SubjectState{}}
	for _, g := range s.subjects {
		one := s.subjectData(g)
		state := data.SubjectState{ID: one.ID, Name: one.Name, Aliases: []string{}, Status: one.Status, Evaluation: one.Evaluation, Address: one.Address}
		for _, a := range one.Aliases {
			state.Aliases = append(state.Aliases, a.Name)
		}
		d.Subjects = append(d.Subjects, state)
	}
	return d
}

// dataset is what the page of the data and the catalogue have in common.
type dataset struct {
	kind     string // minutes, items, subjects, series or table
	id       string
	title    Wording
	about    Wording
	page     string // address of the page that shows the same
	asOf     danish.Date
	recorded release
	files    []string // addresses, the one that columns are of first
	schema   string   // name, of the JSON among the files
	columns  []string
	counted
}

// release is from the first day on which something of a dataset was published until the last
// on which it changed, as the record knows them; zero where it knows none.
type release struct{ issued, modified danish.Date }

// counted is what is known of a dataset of numbers.
type counted struct {
	unit   string
	masked string      // the mark of a masked count
	from   source.Path // the numbers
}

// metadataAddress is where the columns of the first file are described.
func (d dataset) metadataAddress() string { return d.files[0] + "-metadata.json" }

// paths are the outputs of a dataset.
func (d dataset) paths() []string {
	var list []string
	for _, f := range d.files {
		list = append(list, outputPath(f))
	}
	return list
}

// datasets are all of them, the counts last.
func (s *Site) datasets() []dataset {
	newest := s.newestHeld()
	sets := []dataset{
		{kind: "minutes", id: "referater", title: Wording{Label: "data_minutes"}, about: Wording{Label: "data_minutes_about"}, page: s.listAddress(),
			asOf: newest, recorded: recordedDays(s.minutes), files: []string{linesAddress}, schema: "minutes"},
		{kind: "items", id: "punkter", title: Wording{Label: "data_items"}, about: Wording{Label: "data_items_about"}, page: s.listAddress(),
			asOf: newest, recorded: recordedDays(s.withItems()), files: []string{itemsAddress}, columns: data.ItemColumns()},
		{kind: "subjects", id: s.Subjects.Folder, title: Wording{Words: []string{s.Subjects.Title}}, about: Wording{Label: "data_subjects_about", Words: []string{s.Subjects.Many}},
			page: "/" + s.Subjects.Folder + "/", files: []string{s.subjectsData() + ".csv", s.subjectsData() + ".json"}, schema: "subjects", columns: data.SubjectColumns()},
	}
	for _, c := range s.series {
		set := dataset{kind: "series", id: c.ID, title: Wording{Words: []string{c.Title}}, about: Wording{Words: []string{c.Definition}}, page: s.countsAddress(), counted: counted{unit: c.Unit, from: c.CSV},
			files: []string{s.csvAddress(c), s.countsAddress() + "index.json"}, schema: "counts", columns: data.Series{Persons: c.Persons}.Columns()}
		if c.Persons {
			set.masked = content.SmallMark(c.Disclosure)
		}
		for _, row := range c.Rows {
			set.asOf = later(set.asOf, row.Date.AsOf())
		}
		sets = append(sets, set)
	}
	if s.Tables.Folder == "" {
		return sets
	}
	for _, t := range s.docs.Tables {
		at := s.tableAddress(t.ID)
		sets = append(sets, dataset{kind: "table", id: "tabel-" + t.ID, title: Wording{Words: []string{t.Title}}, about: Wording{Words: []string{t.Definition}}, page: at, counted: counted{t.Unit, content.SmallMark(t.Disclosure), t.CSV},
			asOf: t.Date.AsOf(), files: []string{at + t.ID + ".csv", at + "index.json"}, schema: "table", columns: data.TableColumns()})
	}
	return sets
}

// newestHeld is the day of the newest meeting that was held.
func (s *Site) newestHeld() danish.Date {
	if held := minutesIn(s.held[""]); len(held) > 0 {
		return held[0].Date
	}
	return danish.Date{}
}

// withItems are the minutes that the table of items holds, and those that were withdrawn
// from it.
func (s *Site) withItems() []*meeting {
	return slices.DeleteFunc(minutesIn(s.minutes), func(m *meeting) bool { return !m.TranslationOf.IsZero() })
}

// recordedDays are the days that the record has of minutes. A withdrawal changes what was
// published as a correction does.
func recordedDays(list []*meeting) (days release) {
	for _, m := range list {
		if m.on.recorded {
			days = days.with(release{m.on.published, later(m.on.updated, m.Withdrawn)})
		}
	}
	return days
}

// with is a release that has another in it too.
func (r release) with(other release) release {
	if r.issued.IsZero() || !other.issued.IsZero() && other.issued.Before(r.issued) {
		r.issued = other.issued
	}
	r.modified = later(r.modified, other.modified)
	return r
}

// fileType is a file's kind by the end of its name.
func fileType(address string) string { return strings.TrimPrefix(path.Ext(address), ".") }

// sumsOutput are the digests of all files of data, for the program sha256sum in the folder
// of the list.
func (s *Site) sumsOutput(sets []dataset) Output {
	return Output{Path: outputPath(sumsAddress), Form: Sums, Made: sums{}, Of: append(s.dataPaths(sets), outputPath(catalogueAddress))}
}

// dataPaths are the files of data and of what describes them, each once and sorted.
func (s *Site) dataPaths(sets []dataset) []string {
	var list []string
	for _, set := range sets {
		list = append(list, set.paths()...)
		if set.columns != nil {
			list = append(list, outputPath(set.metadataAddress()))
		}
	}
	for _, name := range data.SchemaNames() {
		list = append(list, outputPath(schemaFolder+data.SchemaFile(name)))
	}
	slices.SortFunc(list, cmp.Compare[string])
	return slices.Compact(list)
}

// sums are made into the list of digests.
type sums struct{}

// ViewOf writes paths as they are reached from the folder of the list.
func (sums) ViewOf(files []Finished) any {
	var v data.Sums
	for _, f := range files {
		relative, below := strings.CutPrefix(f.Path, strings.TrimPrefix(dataAddress, "/"))
		if !below {
			relative = "../" + f.Path
		}
		v.Files = append(v.Files, data.Sum{Path: relative, Digest: f.Digest})
	}
	return v
}
