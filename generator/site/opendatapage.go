package site

import (
	"encoding/hex"
	"slices"
	"strings"

	"referat/generator/danish"
	"referat/generator/data"
)

// OpenDataView is the page about the data.
type OpenDataView struct {
	Page
	Licence       Link // empty: none is stated
	Contact       Link
	Next          danish.Date // when data are brought up to date the next time; zero: not stated
	Sets          []DatasetView
	Schemas       []DataFile
	Catalogue     DataFile
	Sums          DataFile
	Cite          string // absolute address
	Decisions     string // address of the register of decisions
	DecisionsJSON string // address of the same decisions as JSON
	Follow        string // address of the page about feeds and calendars
}

// DatasetView is a dataset on the page about the data.
type DatasetView struct {
	Kind     string // minutes, items, subjects, series or table
	ID       string // its anchor
	Title    Wording
	About    Wording
	Href     string      // the page that shows the same
	AsOf     danish.Date // what its newest part is of; zero: not known
	Changed  danish.Date // when something of it was last published; zero: not recorded
	Unit     string      // what is counted
	Files    []DataFile
	Metadata DataFile // what describes the columns; empty of none
	Codes    Codes
	Facts    data.DatasetFacts // for search engines; without name and description, which are labels
}

// Codes tell what stands for what in the columns of a table.
type Codes struct {
	Masked   string // the mark of masked counts; empty: none are
	Kinds    string // of items: "O = Orientering, B = Beslutning"; empty: the agendas have no letters
	Subjects string // of items: name of the file with the subjects and their ids
}

// DataFile is a file of data.
type DataFile struct {
	Path string // from the site's first page, which is also its name
	Href string
	Type string // "csv"
	Size int64
	Sum  string // SHA-256 in hexadecimal
}

// openDataPage puts the page about the data.
func (s *Site) openDataPage(sets []dataset) {
	v := OpenDataView{Page: s.page(dataAddress, ""), Licence: s.licence(), Contact: s.dataContact(),
		Catalogue: s.dataFile(catalogueAddress), Sums: s.dataFile(sumsAddress), Cite: s.absolute(dataAddress),
		Decisions: s.href(decisionsAddress), DecisionsJSON: s.href(decisionsAddress + "index.json"), Follow: s.href(followAddress)}
	if next := s.Data.Next; !next.IsZero() && !s.clock.over(next) {
		v.Next = next
	}
	for _, set := range sets {
		d := DatasetView{Kind: set.kind, ID: set.id, Title: set.title, About: set.about, Href: s.href(set.page), AsOf: set.asOf, Changed: set.recorded.modified, Unit: set.unit,
			Codes: s.codes(set), Facts: s.setFacts(set)}
		for _, f := range set.files {
			d.Files = append(d.Files, s.dataFile(f))
		}
		if set.columns != nil {
			d.Metadata = s.dataFile(set.metadataAddress())
		}
		v.Sets = append(v.Sets, d)
	}
	for _, name := range data.SchemaNames() {
		v.Schemas = append(v.Schemas, s.dataFile(schemaFolder+data.SchemaFile(name)))
	}
	of := append(s.dataPaths(sets), outputPath(catalogueAddress), outputPath(sumsAddress))
	s.put(Output{Path: outputPath(dataAddress), Form: HTML, Layout: "opendata", Lang: v.Lang, Made: openDataPage{v}, Of: of})
}

func (s *Site) dataFile(address string) DataFile {
	return DataFile{Path: outputPath(address), Href: s.href(address), Type: fileType(address)}
}

// licence is what the authority has chosen.
func (f *frame) licence() Link {
	if f.Data.Licence == "" || f.Data.LicenceURL == "" {
		return Link{}
	}
	return Link{Text: f.Data.Licence, Href: f.Data.LicenceURL}
}

// dataContact is whom to ask about the data.
func (f *frame) dataContact() Link {
	address := f.Data.Contact
	if address == "" && f.Organisation.Email != "" {
		address = "mailto:" + f.Organisation.Email
	}
	if mail, is := strings.CutPrefix(address, "mailto:"); is {
		return Link{Text: mail, Href: address}
	}
	return Link{Text: shortAddress(address), Href: address}
}

// openDataPage is what the page about the data is made from, but for sizes and digests.
type openDataPage struct{ OpenDataView }

// ViewOf puts in what the files have become.
func (p openDataPage) ViewOf(files []Finished) any {
	v := p.OpenDataView
	v.Sets, v.Schemas = slices.Clone(v.Sets), slices.Clone(v.Schemas)
	fill := func(f *DataFile) {
		if done, there := finishedAt(files, f.Path); there {
			f.Size, f.Sum = done.Size, hex.EncodeToString(done.Digest[:])
		}
	}
	for i := range v.Sets {
		set := &v.Sets[i]
		set.Files = slices.Clone(set.Files)
		for j := range set.Files {
			fill(&set.Files[j])
		}
		fill(&set.Metadata)
	}
	for i := range v.Schemas {
		fill(&v.Schemas[i])
	}
	fill(&v.Catalogue)
	fill(&v.Sums)
	return v
}
