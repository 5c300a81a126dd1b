package site

import (
	"strings"
	"time"

	"referat/generator/content"
	"referat/generator/danish"
	"referat/generator/data"
)

// This file makes what pages say of themselves to search engines. Nothing stands there
// that the page does not show, and no person.

// publisher is the authority as other things name it.
func (f *frame) publisher() data.PartyFacts {
	return data.PartyFacts{Type: "GovernmentOrganization", Name: f.Organisation.Name, URL: f.Organisation.Web}
}

// authority is all that the settings say of it.
func (f *frame) authority() data.PartyFacts {
	o, p := f.Organisation, f.publisher()
	if o.Short != o.Name {
		p.AlternateName = o.Short
	}
	p.Address, p.Telephone, p.Email = strings.Join(o.Address, ", "), o.Phone, o.Email
	return p
}

// meetingFacts are the meeting that minutes are of.
func (r *meetingRecipe) meetingFacts() data.MeetingFacts {
	m, f := r.Minutes, r.Frame
	page := f.absolute(f.minutesAddress(m))
	e := data.MeetingFacts{Type: "Event", Name: m.Title, Status: data.EventScheduled, Location: m.Place, URL: page,
		StartDate: timeOf(m.Date, m.Start),
		Organizer: data.PartyFacts{Type: "Organization", Name: r.Committee.Title, URL: f.absolute(f.committeeAddress(r.Committee.ID))}}
	if m.Start != "" && m.End != "" {
		e.EndDate = timeOf(m.Date, m.End)
	}
	switch m.State {
	case content.Cancelled:
		e.Status = data.EventCancelled
	case content.Final, content.Approved:
		e.RecordedIn = data.DocumentFacts{Type: "DigitalDocument", URL: page, Language: f.langOf(m), Publisher: f.publisher()}
	}
	return e
}

// timeOf is a day, or a time of the day as it is in Denmark, in the form of ISO 8601.
func timeOf(d danish.Date, clock string) string {
	of, err := time.Parse("15.04", clock)
	if err != nil {
		return d.String()
	}
	at := time.Date(d.Year, time.Month(d.Month), d.Day, of.Hour(), of.Minute(), 0, 0, time.UTC)
	for range 2 { // the zone is that of the time in it
		zone := danish.Zone(at)
		at = time.Date(d.Year, time.Month(d.Month), d.Day, of.Hour(), of.Minute(), 0, 0, zone)
	}
	return at.Format(time.RFC3339)
}

// dataset is numbers of a page that can be fetched as files.
func (f *frame) dataset(name, description, address string, files ...data.DownloadFacts) data.DatasetFacts {
	return data.DatasetFacts{Type: "Dataset", Name: name, Description: description, URL: f.absolute(address), Language: f.Language,
		Free: true, License: f.licence().Href, Publisher: f.publisher(), Distribution: files}
}

// download is a file of a dataset.
func (f *frame) download(address string) data.DownloadFacts {
	return data.DownloadFacts{Type: "DataDownload", EncodingFormat: mediaType(address), ContentURL: f.absolute(address)}
}

// mediaType is what web servers call a file of data.
func mediaType(address string) string {
	switch fileType(address) {
	case "csv":
		return "text/csv"
	case "ndjson":
		return "application/x-ndjson"
	}
	return "application/json"
}

// seriesFacts are a series of counts.
func (s *Site) seriesFacts(c *content.Series) data.DatasetFacts {
	page := s.countsAddress()
	d := s.dataset(c.Title, c.Definition, page, s.download(s.csvAddress(c)), s.download(page+"index.json"))
	if n := len(c.Rows); n > 0 {
		from, to := c.Rows[0].Date, c.Rows[n-1].Date
		if !from.NoYear && !to.NoYear && !from.AsOf().IsZero() && !to.AsOf().IsZero() {
			d.TemporalCoverage = isoDate(from.AsOf()) + "/" + isoDate(to.AsOf())
		}
	}
	return d
}

// setFacts are a dataset on the page about the data, but for what labels say.
func (s *Site) setFacts(set dataset) data.DatasetFacts {
	var files []data.DownloadFacts
	for _, f := range set.files {
		files = append(files, s.download(f))
	}
	d := s.dataset("", "", dataAddress+"#"+set.id, files...)
	d.Published, d.Modified = isoDate(set.recorded.issued), isoDate(set.recorded.modified)
	return d
}

// tableFacts are a table of counts of persons.
func (s *Site) tableFacts(t *content.PersonTable) data.DatasetFacts {
	page := s.tableAddress(t.ID)
	return s.dataset(t.Title, t.Definition, page, s.download(page+t.ID+".csv"), s.download(page+"index.json"))
}

// descriptionOf is what minutes are about, in words that stand in them: their summary,
// or else the titles of their items, as many as search engines may show. Of a meeting
// that is still to be held it is the titles of its agenda.
func descriptionOf(m *content.Minutes) string {
	if m.Summary != "" {
		return m.Summary
	}
	var titles []string
	for i := range m.Items {
		if item := &m.Items[i]; !item.Closed {
			titles = append(titles, item.Title)
		}
	}
	for _, a := range m.Agenda {
		if len(m.Items) == 0 && !a.Closed {
			titles = append(titles, a.Title)
		}
	}
	return someOf(titles)
}

// mostInDescription is about twice of what search engines show.
const mostInDescription = 300

// someOf joins the first titles, whole ones only.
func someOf(titles []string) string {
	var b strings.Builder
	for _, t := range titles {
		if b.Len() > 0 && b.Len()+len(t) > mostInDescription {
			break
		}
		if b.Len() > 0 && t != "" {
			b.WriteString("; ")
		}
		b.WriteString(t)
	}
	return b.String()
}

// manifest is the site among a reader's programs.
func (f *frame) manifest() data.Manifest {
	return data.Manifest{Name: f.Title, Short: f.Organisation.Short, Language: f.Language}
}
