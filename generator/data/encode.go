package data

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"strings"
)

// JSON writes one of this package's values, its texts put in.
func JSON(w io.Writer, v any, texts Texts) error {
	switch d := v.(type) {
	case Minutes:
		v = d.filled(texts)
	case Committee:
		d.Purpose = d.PurposeText.plain(texts)
		v = d
	case Decisions:
		return d.write(w, texts)
	case Subject:
		d.Text = d.BodyText.plain(texts)
		v = d
	case Schema:
		v = d.whole()
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// filled is a copy: a view is never changed.
func (m Minutes) filled(texts Texts) Minutes {
	m.Preface = m.PrefaceText.plain(texts)
	m.Notes = m.NotesText.plain(texts)
	items := make([]Item, len(m.Items))
	for i, item := range m.Items {
		sections := make([]Section, len(item.Sections))
		for j, s := range item.Sections {
			s.Text = s.BodyText.plain(texts)
			for _, d := range s.DecisionTexts {
				s.Decisions = append(s.Decisions, d.plain(texts))
			}
			sections[j] = s
		}
		item.Sections = sections
		items[i] = item
	}
	m.Items = items
	return m
}

// CSV writes one of this package's tables as RFC 4180 has it, its texts put in. Fields are as
// they were written: one that begins with a sign that a spreadsheet would compute with stays so.
func CSV(w io.Writer, v any, texts Texts) error {
	c := csv.NewWriter(w)
	c.UseCRLF = true
	line := func(cells ...string) { _ = c.Write(cells) } // c keeps the error
	switch t := v.(type) {
	case Series:
		t.lines(line)
	case Table:
		t.lines(line)
	case Items:
		t.lines(line, texts)
	case Subjects:
		t.lines(line)
	}
	c.Flush()
	return c.Error()
}

func seriesColumns() []string {
	return []string{"date", "value", "status", "source", "note", "date_words"}
}

// Columns are the columns of a series, in their order.
func (s Series) Columns() []string {
	if s.Persons {
		return append(seriesColumns(), "masked")
	}
	return seriesColumns()
}

// lines are those of a series with plain integers and ISO dates; the date in the authority's words is the
// last column, but for the marks of a series of persons.
func (s Series) lines(line func(...string)) {
	line(s.Columns()...)
	for _, r := range s.Rows {
		value, masked := r.Value.fields()
		cells := []string{r.Date, value, r.Status, r.Source, r.Note, r.Words}
		if s.Persons {
			cells = append(cells, masked)
		}
		line(cells...)
	}
}

// Site is what robots are told of the site.
type Site struct {
	Sitemap string // absolute address of sitemap.xml
}

// RobotsTXT lets everybody in and names the sitemap (RFC 9309).
func RobotsTXT(s Site) []byte {
	return []byte("User-agent: *\nAllow: /\n\nSitemap: " + s.Sitemap + "\n")
}

// Security is whom to tell of a hole in the site's security (RFC 9116).
type Security struct {
	Contacts  []string // addresses with their schemes, the preferred first
	Expires   string   // RFC 3339
	Policy    string
	Languages []string
	Canonical string // where this stands
}

// SecurityTXT writes it in the form of RFC 9116.
func SecurityTXT(s Security) []byte {
	var b bytes.Buffer
	for _, c := range s.Contacts {
		b.WriteString("Contact: " + c + "\n")
	}
	b.WriteString("Expires: " + s.Expires + "\n")
	if len(s.Languages) > 0 {
		b.WriteString("Preferred-Languages: " + strings.Join(s.Languages, ", ") + "\n")
	}
	b.WriteString("Canonical: " + s.Canonical + "\n")
	if s.Policy != "" {
		b.WriteString("Policy: " + s.Policy + "\n")
	}
	return b.Bytes()
}
