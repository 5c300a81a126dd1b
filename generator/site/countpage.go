package site

import (
	"strings"

	"referat/generator/chart"
	"referat/generator/content"
	"referat/generator/data"
	"referat/generator/disclosure"
	"referat/generator/source"
)

// countPages are the page of the counts and each series as a table.
func (s *Site) countPages() {
	address := s.countsAddress()
	v := CountsView{Page: s.page(address, s.Counts.Title), Follow: s.followCounts()}
	v.JSON = s.href(address + "index.json")
	d := data.Counts{SchemaAddress: s.schemaAddress("counts"), Schema: data.SchemaVersion("counts"), Address: s.absolute(address), Series: []data.Series{}}
	for _, c := range s.series {
		series := s.seriesData(c)
		d.Series = append(d.Series, series)
		v.Series = append(v.Series, s.seriesView(c, sizeAsCSV(series)))
		v.Facts.Datasets = append(v.Facts.Datasets, s.seriesFacts(c))
		s.put(Output{Path: outputPath(s.csvAddress(c)), Form: CSV, Made: series, From: c.CSV})
	}
	s.putPage("counts", address, v.Lang, v, "")
	s.put(s.feedOutput(address, s.countFeed(v.Series), ""))
	s.putJSON(address, d, "")
}

func (s *Site) csvAddress(c *content.Series) string { return s.countsAddress() + c.ID + ".csv" }

func (s *Site) seriesView(c *content.Series, size int64) SeriesView {
	v := SeriesView{
		ID: c.ID, Title: c.Title, Definition: c.Definition, Unit: c.Unit, Cadence: c.Cadence, About: c.About,
		Headline: s.countView(c), Chart: chart.Line{ID: c.ID},
		CSV: AttachmentView{Title: c.Title, Href: s.href(s.csvAddress(c)), Type: "csv", Size: size},
	}
	if v.Persons = c.Persons; v.Persons {
		v.Masking = maskingOf(c.Disclosure)
	}
	for _, r := range c.Rows {
		row := CountRow{Anchor: countAnchor(c, &r), Words: r.Date.Spoken(), Value: r.Value, Status: string(r.Status), Source: s.cite(r.Source), Note: r.Note,
			Mark: v.Masking.mark(r.Mark), Hidden: r.Mark == disclosure.Hidden}
		v.Rows = append(v.Rows, row)
		other := r.Status == content.OtherRow
		if r.Mark != disclosure.Clear {
			continue // it has no place in a drawing
		}
		v.Others = v.Others || other
		v.Chart.Points = append(v.Chart.Points, chart.Point{From: r.Date.From, To: r.Date.To, Words: r.Date.Spoken(), Value: r.Value,
			Other: other, Provisional: r.Status == content.Provisional})
	}
	return v
}

// countView is the authority's own latest number.
func (s *Site) countView(c *content.Series) CountView {
	latest := c.Latest()
	if latest == nil {
		return CountView{Title: s.Counts.Title, Unit: c.Unit, Href: s.href(s.countsAddress())}
	}
	return CountView{Known: true, Title: s.Counts.Title, Value: latest.Value, Unit: c.Unit, Words: latest.Date.Spoken(),
		Href: s.href(s.countsAddress()), Source: s.cite(latest.Source)}
}

// headline is the count of the home page.
func (s *Site) headline() CountView {
	wanted := s.Counts.Headline
	var ids []string
	for _, c := range s.series {
		if c.ID == wanted {
			return s.countView(c)
		}
		ids = append(ids, c.ID)
	}
	if wanted != "" {
		s.report(s.Counts.HeadlinePos, source.BadValue, "headline", wanted, source.Nearest(wanted, ids), strings.Join(ids, ", "))
	}
	return CountView{}
}

func (s *Site) seriesData(c *content.Series) data.Series {
	d := data.Series{Persons: c.Persons, ID: c.ID, Title: c.Title, Unit: c.Unit, Definition: c.Definition, Cadence: c.Cadence, Cumulative: c.Cumulative,
		CSV: s.absolute(s.csvAddress(c)), Rows: []data.Row{}}
	for _, r := range c.Rows {
		d.Rows = append(d.Rows, data.Row{Date: isoDate(r.Date.AsOf()), Words: r.Date.Words, Value: countData(disclosure.Cell{Mark: r.Mark, Value: r.Value}, c.Disclosure), Status: string(r.Status),
			Source: s.citeAddress(r.Source), Note: r.Note})
	}
	return d
}
