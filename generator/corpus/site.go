package main

import (
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"strings"
)

// fixed are the files that every corpus has: the settings and the pages. Its
// words and folders are those of the real site.
//
//go:embed site
var fixed embed.FS

// file is one file of the site, its path relative to the site's folder.
type file struct {
	path string
	data []byte
}

// fewFiles are all files but the minutes.
func (c *corpus) fewFiles() []file {
	var files []file
	_ = fs.WalkDir(fixed, "site", func(name string, e fs.DirEntry, _ error) error {
		if !e.IsDir() {
			data, _ := fixed.ReadFile(name) // what is embedded can be read
			files = append(files, file{strings.TrimPrefix(name, "site/"), data})
		}
		return nil
	})
	for _, b := range c.committees {
		files = append(files, committeeFile(b))
	}
	for i, g := range c.groups {
		files = append(files, c.groupFile(g, i+1))
	}
	return append(files, countFiles(c.months)...)
}

func committeeFile(b body) file {
	var t toml
	t.text("title", b.Name)
	return file{"content/udvalg/" + b.Slug + ".md", document(&t, []byte("Møderne her er opdigtede og bruges til prøver af webstedet."))}
}

// groupFile writes a group; order is its place in the list of them.
func (c *corpus) groupFile(g group, order int) file {
	var t toml
	t.text("title", g.Name)
	t.number("order", order)
	if g.Due != "" {
		t.table("report")
		t.text("due", g.Due)
		t.text("source", exampleSource+g.Slug)
	}
	for _, s := range g.Steps {
		t.table("[milestones]")
		t.text("date", s.Date)
		t.text("title", s.Title)
		t.text("stage", s.Stage)
		t.flag("done", true)
		t.text("source", s.Source)
	}
	var b bytes.Buffer
	prose{minutes: "../referater/", place: c.place}.blocks(&b, g.Text)
	return file{"content/patientgrupper/" + g.Slug + ".md", document(&t, b.Bytes())}
}

// exampleSource begins addresses of sources that are not there.
const exampleSource = "https://kilde.example.org/"

func countFiles(months []month) []file {
	var t toml
	t.text("title", "Syntetiske genomer")
	t.text("unit", "genomer")
	t.text("definition", "Et opdigtet antal genomer.")
	t.text("cadence", "månedligt")
	t.flag("cumulative", true)
	var b bytes.Buffer
	b.WriteString("date,value,status,source,note\n")
	for _, m := range months {
		fmt.Fprintf(&b, "ultimo %s,%d,final,https://example.org/,\n", monthWords(m.Month), m.Total)
	}
	return []file{{"content/genomtal/genomer.toml", t.Bytes()}, {"content/genomtal/genomer.csv", b.Bytes()}}
}

// monthWords turns 2016-01 into "januar 2016".
func monthWords(month string) string {
	var y, m int
	if _, err := fmt.Sscanf(month, "%d-%d", &y, &m); err != nil || m < 1 || m > 12 {
		return month // the build reports it with its line
	}
	return fmt.Sprintf("%s %d", monthNames[m-1], y)
}

var monthNames = []string{"januar", "februar", "marts", "april", "maj", "juni",
	"juli", "august", "september", "oktober", "november", "december"}

// document is front matter and the text below it.
func document(t *toml, text []byte) []byte {
	return []byte("+++\n" + t.String() + "+++\n\n" + strings.TrimRight(string(text), "\n") + "\n")
}

// kindWords are the kinds of items as minutes write them.
var kindWords = map[string]string{"O": "orientering", "D": "drøftelse", "B": "beslutning"}

// minutesFile writes the minutes of a meeting.
func (c *corpus) minutesFile(m meeting) file {
	var t toml
	m.head(&t)
	var b bytes.Buffer
	p := prose{minutes: "../", groups: "../../patientgrupper/", place: c.place}
	for _, it := range m.Agenda {
		fmt.Fprintf(&b, "## Pkt. %d %s", it.No, literal(it.Title))
		if words := kindWords[it.Kind]; words != "" {
			b.WriteString(" (" + words + ")")
		}
		if it.Speaker != "" {
			b.WriteString(" v/" + literal(it.Speaker))
		}
		b.WriteString("\n\n")
		for _, s := range it.Sections {
			b.WriteString("### " + literal(s.Name) + "\n\n")
			p.blocks(&b, s.Blocks)
		}
	}
	return file{"content/referater/" + c.place(m.Slug) + ".md", document(&t, b.Bytes())}
}

func (m *meeting) head(t *toml) {
	t.text("title", m.Title)
	t.plain("date", m.Date)
	start, end, _ := strings.Cut(strings.ReplaceAll(m.Time, ":", "."), "-")
	t.text("start", start)
	t.text("end", end)
	t.text("place", m.Place)
	t.text("chair", m.Chair)
	t.text("secretary", m.Secretary)
	t.text("state", "final")
	if m.CaseNo != "" || m.DocNo != "" {
		t.table("record")
		t.text("case", m.CaseNo)
		t.text("document", m.DocNo)
	}
	for _, it := range m.Agenda {
		t.table("[agenda]")
		t.text("number", fmt.Sprint(it.No))
		t.number("minutes", it.Minutes)
		t.text("title", it.Title)
		t.text("kind", it.Kind)
		t.text("presenter", it.Speaker)
		t.texts("concerns", it.Concerns)
	}
	for _, p := range m.Participants {
		t.table("[participants]")
		t.text("name", p.Name)
		t.text("role", p.Role)
		t.text("organisation", p.Organisation)
		t.text("nominated_by", p.NominatedBy)
		t.text("specialty", p.Specialty)
		t.flag("chair", p.Chair)
		t.flag("absent", p.Absent)
		t.flag("staff", p.Staff)
	}
}
