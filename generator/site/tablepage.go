package site

import (
	"bytes"
	"slices"

	"referat/generator/chart"
	"referat/generator/content"
	"referat/generator/data"
	"referat/generator/disclosure"
)

func (f *frame) tablesAddress() string { return "/" + f.Tables.Folder + "/" }

func (f *frame) tableAddress(id string) string { return f.tablesAddress() + id + "/" }

// tablePages are the list of the tables of counts of persons and a page for each. A site without
// a folder for them has none.
func (s *Site) tablePages() {
	if s.Tables.Folder == "" {
		return
	}
	address := s.tablesAddress()
	list := TablesView{Page: s.page(address, s.Tables.Title), Tables: s.tableRows(s.docs.Tables)}
	s.putPage("tables", address, list.Lang, list, "")
	top := Link{Text: s.Tables.Title, Href: s.href(address)}
	for _, t := range s.docs.Tables {
		at := s.tableAddress(t.ID)
		d := s.tableData(t)
		v := s.tableView(t, top)
		v.JSON, v.Facts.Datasets = s.href(at+"index.json"), []data.DatasetFacts{s.tableFacts(t)}
		v.CSV = AttachmentView{Title: t.Title, Href: s.href(at + t.ID + ".csv"), Type: "csv", Size: sizeAsCSV(d)}
		s.putPage("table", at, v.Lang, v, t.Path)
		s.putJSON(at, d, t.Path)
		s.put(Output{Path: outputPath(at + t.ID + ".csv"), Form: CSV, Made: d, From: t.CSV})
	}
}

// sizeAsCSV is the size of the file of some counts.
func sizeAsCSV(counts any) int64 {
	var file bytes.Buffer
	_ = data.CSV(&file, counts, nil) // a buffer does not fail
	return int64(file.Len())
}

func (s *Site) tableRows(tables []*content.PersonTable) []TableRow {
	var rows []TableRow
	for _, t := range tables {
		rows = append(rows, TableRow{Title: t.Title, Href: s.href(s.tableAddress(t.ID)), Words: t.Date.Spoken()})
	}
	return rows
}

// tablesOf are the tables that have a row of a subject.
func (s *Site) tablesOf(id string) []Link {
	var links []Link
	for _, t := range s.docs.Tables {
		if slices.Contains(t.Counts.Rows, id) {
			links = append(links, Link{Text: t.Title, Href: s.href(s.tableAddress(t.ID))})
		}
	}
	return links
}

func (s *Site) tableView(t *content.PersonTable, top Link) TableView {
	v := TableView{
		Page: s.page(s.tableAddress(t.ID), t.Title, top), Heading: t.Title, Definition: t.Definition, About: t.About, Unit: t.Unit,
		Words: t.Date.Spoken(), Period: t.Disclosure.Periods, Source: s.cite(t.Source),
		Masking: maskingOf(t.Disclosure),
		Grid:    GridView{Rows: t.Rows, Columns: t.Counts.Columns, RowTotals: t.Counts.RowTotals},
	}
	for r, row := range t.Counts.Cells {
		line := LineView{Total: r == len(t.Counts.Rows)}
		if !line.Total {
			line.Name = s.rowName(t.Counts.Rows[r])
		}
		for _, c := range row {
			line.Cells = append(line.Cells, CellView{Known: c.Mark == disclosure.Clear, Value: c.Value,
				Mark: v.Masking.mark(c.Mark), Empty: c.Mark == disclosure.Empty})
		}
		v.Grid.Lines = append(v.Grid.Lines, line)
	}
	v.Description = t.Definition
	if c := v.chart(t.ID); c.Drawn() {
		v.Chart = c
	}
	return v
}

// maskingOf says what a rule masks.
func maskingOf(r disclosure.Rule) MaskingView {
	m := MaskingView{Threshold: r.Threshold, Sign: content.SmallMark(r), Least: 1, Most: r.Threshold - 1, Zero: r.MaskZero}
	if m.Zero {
		m.Least = 0
	}
	return m
}

// mark is the sign of a small count, "" of any other, and notes that it is there.
func (m *MaskingView) mark(mark disclosure.Mark) string {
	m.Hidden = m.Hidden || mark == disclosure.Hidden
	if mark != disclosure.Small {
		return ""
	}
	m.Small = true
	return m.Sign
}

// rowName is the name of a row: a subject's with its page when it is a subject's id.
func (s *Site) rowName(name string) Link {
	if g := s.subject(name); g != nil {
		return Link{Text: g.Title, Href: s.href(s.subjectAddress(g.ID))}
	}
	return Link{Text: name}
}

// mostBlocks is how many columns are drawn, each as a block of bars. Of more columns only the
// totals are.
const mostBlocks = 4

// chart draws what the table shows: the totals of the rows, or else a block for each column.
func (v *TableView) chart(id string) chart.BarChart {
	c := chart.BarChart{ID: id}
	columns := v.Grid.Columns
	if v.Grid.RowTotals {
		c.Blocks = append(c.Blocks, v.block("", len(columns)))
		return c
	}
	if len(columns) > mostBlocks {
		return c
	}
	for i, name := range columns {
		c.Blocks = append(c.Blocks, v.block(name, i))
	}
	return c
}

// block is a column's counts, as they are shown, without those of totals and of nothing.
func (v *TableView) block(name string, column int) chart.Block {
	b := chart.Block{Name: name}
	for _, line := range v.Grid.Lines {
		if cell := line.Cells[column]; !line.Total && !cell.Empty {
			b.Bars = append(b.Bars, chart.Bar{Name: line.Name.Text, Value: cell.Value, Mark: cell.Mark, Hidden: !cell.Known && cell.Mark == ""})
		}
	}
	return b
}

func (s *Site) tableData(t *content.PersonTable) data.Table {
	d := data.Table{
		SchemaAddress: s.schemaAddress("table"), Schema: data.SchemaVersion("table"), ID: t.ID, Address: s.absolute(s.tableAddress(t.ID)), Title: t.Title, Unit: t.Unit, Definition: t.Definition,
		Date: period(t.Date), Counts: "until", Source: s.citeAddress(t.Source), RowsAre: t.Rows,
		Disclosure: data.Disclosure{Threshold: t.Disclosure.Threshold, Mark: content.SmallMark(t.Disclosure), Zero: "shown"},
		CSV:        s.absolute(s.tableAddress(t.ID) + t.ID + ".csv"), Cells: []data.Cell{},
	}
	if t.Disclosure.Periods {
		d.Counts = "period"
	}
	if t.Disclosure.MaskZero {
		d.Disclosure.Zero = "masked"
	}
	for r, row := range t.Counts.Cells {
		for i, c := range row {
			cell := data.Cell{Row: data.Total, Column: data.Total}
			if r < len(t.Counts.Rows) {
				cell.Row = s.rowName(t.Counts.Rows[r]).Text
				if g := s.subject(t.Counts.Rows[r]); g != nil {
					cell.Subject = g.ID
				}
			}
			if i < len(t.Counts.Columns) {
				cell.Column = t.Counts.Columns[i]
			}
			cell.Count = countData(c, t.Disclosure)
			d.Cells = append(d.Cells, cell)
		}
	}
	return d
}

// countData is a count for machines.
func countData(c disclosure.Cell, rule disclosure.Rule) data.Count {
	switch c.Mark {
	case disclosure.Small:
		return data.Count{Masked: content.SmallMark(rule)}
	case disclosure.Hidden:
		return data.Count{Masked: data.Hidden}
	case disclosure.Empty:
		return data.Count{Empty: true}
	}
	return data.Count{Value: c.Value}
}
