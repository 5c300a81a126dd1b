package site

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"referat/generator/data"
)

// MetadataView is the description of the columns of a CSV file. Its words stand there by
// their labels and are put in when it is written.
type MetadataView struct {
	data.Metadata
	Titled Wording
	About  Wording
	Words  []Wording // of the columns, in their order
}

// metadataOutput describes the columns of a dataset's first file.
func (s *Site) metadataOutput(set dataset) Output {
	v := MetadataView{Metadata: data.Metadata{Language: s.Language, File: path.Base(set.files[0]), Licence: s.licence().Href}, Titled: set.title, About: set.about}
	for _, name := range set.columns {
		c := data.ColumnOf(name)
		word := Wording{Label: set.kind + "_" + name}
		switch name {
		case "value":
			c.Unit = set.unit
		case "masked":
			c.Format = set.masked + "|" + data.Hidden
			word.Words = []string{set.masked}
		case "kind":
			c.Format, word = s.kindColumn()
		case "concerns":
			word.Words = []string{s.codes(set).Subjects}
		}
		v.Columns, v.Words = append(v.Columns, c), append(v.Words, word)
	}
	return Output{Path: outputPath(set.metadataAddress()), Form: Metadata, Layout: FeedWords, Lang: s.Language, Made: v, From: set.from}
}

// letters are those that the settings have for how an item is dealt with.
func (f *frame) letters() (list []data.Kind) {
	for _, k := range f.Kinds {
		list = append(list, data.Kind{Code: k.Code, Name: k.Name})
	}
	return list
}

// codes tell what stands for what in the columns of a dataset.
func (f *frame) codes(set dataset) Codes {
	if set.kind != "items" {
		return Codes{Masked: set.masked}
	}
	_, kinds := f.kinds()
	return Codes{Kinds: kinds, Subjects: path.Base(f.subjectsData() + ".csv")}
}

// kinds are the letters as a pattern, and with the words that they stand for.
func (f *frame) kinds() (pattern, words string) {
	var patterns, told []string
	for _, k := range f.Kinds {
		patterns, told = append(patterns, regexp.QuoteMeta(k.Code)), append(told, k.Code+" = "+k.Name)
	}
	return strings.Join(patterns, "|"), strings.Join(told, ", ")
}

// kindColumn is what a cell with a letter may hold, and what is said of it.
func (f *frame) kindColumn() (format string, words Wording) {
	pattern, told := f.kinds()
	if told == "" {
		return "", Wording{Label: "items_kind"}
	}
	return pattern, Wording{Label: "items_kinds", Words: []string{told}}
}

// CatalogueView is the catalogue of the data, as MetadataView has its words.
type CatalogueView struct {
	data.Catalogue
	Titled Wording
	About  Wording
	Words  []DatasetWords // of the datasets, in their order
}

// DatasetWords are the words of a dataset.
type DatasetWords struct{ Title, About Wording }

// catalogueOutput is the catalogue of all datasets.
func (s *Site) catalogueOutput(sets []dataset) Output {
	v := CatalogueView{Titled: Wording{Label: "data_catalogue", Words: []string{s.Organisation.Name}}, About: Wording{Label: "data_catalogue_about", Words: []string{s.Title}},
		Catalogue: data.Catalogue{Address: s.absolute(catalogueAddress), Page: s.absolute(dataAddress), Language: s.Language, Licence: s.licence().Href,
			Publisher: data.Agent{Name: s.Organisation.Name, Web: s.Organisation.Web}, Contact: s.dataContact().Href}}
	var all release
	for _, set := range sets {
		all = all.with(set.recorded)
		v.Datasets = append(v.Datasets, s.catalogued(set))
		v.Words = append(v.Words, DatasetWords{set.title, set.about})
	}
	v.Issued, v.Modified = isoDate(all.issued), isoDate(all.modified)
	return Output{Path: outputPath(catalogueAddress), Form: Catalogue, Layout: FeedWords, Lang: s.Language, Made: dataCatalogue{v}, Of: s.dataPaths(sets)}
}

// How often data are brought up to date, in the codes of the EU: minutes when there was a
// meeting. Of counts staff write it in words only.
const (
	irregularly = "IRREG"
	notKnown    = "UNKNOWN"
)

// catalogued is a dataset in the catalogue, but for the sizes and digests of its files.
func (s *Site) catalogued(set dataset) data.Dataset {
	d := data.Dataset{Address: s.absolute(dataAddress + "#" + set.id), Page: s.absolute(set.page), Themes: s.themes(), Frequency: notKnown,
		Issued: isoDate(set.recorded.issued), Modified: isoDate(set.recorded.modified)}
	if set.kind == "minutes" || set.kind == "items" {
		d.Frequency = irregularly
	}
	for _, f := range set.files {
		one := data.Distribution{Address: s.absolute(f), FileFormat: "JSON", Schema: s.schemaAddress(set.schema)}
		switch fileType(f) {
		case "json":
			one.MediaType = mediaType(f)
		case "csv":
			one.MediaType, one.FileFormat, one.Schema = mediaType(f), "CSV", s.absolute(set.metadataAddress())
		}
		d.Distributions = append(d.Distributions, one)
	}
	return d
}

// themes are those of the EU's that all datasets belong to: government, and the authority's
// own field.
func (f *frame) themes() []string {
	if own := f.Data.Theme; own != "" && own != "GOVE" {
		return []string{"GOVE", own}
	}
	return []string{"GOVE"}
}

// dataCatalogue is what the catalogue is made from, but for sizes and digests.
type dataCatalogue struct{ CatalogueView }

// ViewOf puts in what the files have become.
func (c dataCatalogue) ViewOf(files []Finished) any {
	v := c.CatalogueView
	root := strings.TrimSuffix(v.Address, catalogueAddress) + "/"
	v.Datasets = slices.Clone(v.Datasets)
	for i := range v.Datasets {
		d := &v.Datasets[i]
		d.Distributions = slices.Clone(d.Distributions)
		for j := range d.Distributions {
			f := &d.Distributions[j]
			done, _ := finishedAt(files, strings.TrimPrefix(f.Address, root))
			f.Size, f.Digest = done.Size, done.Digest
		}
	}
	return v
}

// TableKind is a kind of CSV file with its columns. What a column holds is told by the label
// "<kind>_<column>".
type TableKind struct {
	Kind    string
	Columns []string
}

// TableKinds are all kinds.
func TableKinds() []TableKind {
	return []TableKind{{"items", data.ItemColumns()}, {"subjects", data.SubjectColumns()}, {"series", data.Series{Persons: true}.Columns()}, {"table", data.TableColumns()}}
}
