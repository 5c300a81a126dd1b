package intake

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"referat/generator/content"
	"referat/generator/intake/manuscript"
)

// facts are what a careful person reads in a document; see testdata/bodies/README.
type facts struct {
	Date                                string
	Start, End, Place, Chair, Secretary string
	Cancelled                           bool
	Doubtful                            []string
	Participants                        []struct {
		Name          string
		Absent, Chair bool
	}
	Items []struct {
		Number, Title string
		Sections      []string
	}
}

func readFacts(t *testing.T, path string) facts {
	t.Helper()
	var f facts
	var raw struct{ Date any }
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := toml.Unmarshal(data, &raw); err != nil {
		t.Fatal(err)
	}
	_ = raw
	lines := strings.Split(string(data), "\n")
	for i, l := range lines {
		if date, is := strings.CutPrefix(l, "date = "); is {
			f.Date = date
			lines[i] = ""
		}
	}
	if err := toml.Unmarshal([]byte(strings.Join(lines, "\n")), &f); err != nil {
		t.Fatal(err)
	}
	return f
}

// misses are what a draft has not as the facts have it.
func misses(f facts, d *Draft) []string {
	var list []string
	miss := func(format string, args ...any) { list = append(list, fmt.Sprintf(format, args...)) }
	h := d.Head
	for _, pair := range [][3]string{{"date", h.Date.String(), f.Date}, {"start", h.Start, f.Start}, {"end", h.End, f.End}, {"place", h.Place, f.Place},
		{"chair", h.Chair, f.Chair}, {"secretary", h.Secretary, f.Secretary}} {
		if pair[1] != pair[2] {
			miss("%s is %q, want %q", pair[0], pair[1], pair[2])
		}
	}
	if h.Cancelled != f.Cancelled {
		miss("cancelled is %v", h.Cancelled)
	}
	for _, want := range f.Participants {
		i := slices.IndexFunc(d.Participants, func(p content.Person) bool { return p.Name == want.Name })
		switch {
		case i < 0:
			miss("participant %q is missing", want.Name)
		case d.Participants[i].Absent != want.Absent:
			miss("participant %q: absent is %v", want.Name, d.Participants[i].Absent)
		}
	}
	for _, p := range d.Participants {
		if !slices.ContainsFunc(f.Participants, func(w struct {
			Name          string
			Absent, Chair bool
		}) bool {
			return w.Name == p.Name
		}) {
			miss("participant %q is none", p.Name)
		}
	}
	missItems(f, d, miss)
	return list
}

// missItems compares the items and their sections, in order.
func missItems(f facts, d *Draft, miss func(string, ...any)) {
	for i := range max(len(f.Items), len(d.Items)) {
		switch {
		case i >= len(f.Items):
			miss("item %q is none", d.Items[i].Heading)
			continue
		case i >= len(d.Items):
			miss("item %q %q is missing", f.Items[i].Number, f.Items[i].Title)
			continue
		}
		want, got := f.Items[i], &d.Items[i]
		if got.Number != want.Number {
			miss("item %q has the number %q, want %q %q", got.Heading, got.Number, want.Number, want.Title)
		}
		var names []string
		for _, s := range got.Sections {
			if s.Name != "" {
				names = append(names, s.Name)
			}
		}
		if !slices.EqualFunc(names, want.Sections, func(a, b string) bool { return folded(a) == folded(b) }) {
			miss("item %q has the sections %q, want %q", got.Heading, names, want.Sections)
		}
	}
}

func bodyDocument(t *testing.T, name string) *manuscript.Document {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata/bodies", name))
	if err != nil {
		t.Fatal(err)
	}
	return linesDocument(string(data))
}

func TestWhatTwentyBodiesWriteIsFound(t *testing.T) {
	files, err := filepath.Glob("testdata/bodies/*.facts.toml")
	if err != nil || len(files) < 20 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".facts.toml")
		ext := ".txt"
		if _, err := os.Stat(filepath.Join("testdata/bodies", name+ext)); err != nil {
			ext = ".md"
		}
		t.Run(name, func(t *testing.T) {
			doc := bodyDocument(t, name+ext)
			d := Analyse(doc, siteWords(t))
			for _, m := range misses(readFacts(t, file), d) {
				t.Error(m)
			}
			if lost := lostWords(doc, d); len(lost) > 0 {
				t.Errorf("lost: %q", lost)
			}
		})
	}
}
