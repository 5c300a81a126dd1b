package site

import (
	"strings"

	"referat/generator/content"
	"referat/generator/danish"
	"referat/generator/source"
)

// mention is a place in minutes that names a subject.
type mention struct {
	meeting             *meeting
	item                *content.Item
	section             *content.Section
	before, name, after string
}

// readTexts finds what every public text mentions, and claims each name once.
func (s *Site) readTexts() {
	s.checkNames()
	readers := make([]*textReader, len(s.minutes))
	s.parallel(func(i int, l *linker) {
		readers[i] = &textReader{linker: l, meeting: s.minutes[i]}
		if s.minutes[i].State != content.Withdrawn {
			readers[i].read()
		}
	})
	for _, r := range readers {
		for _, n := range r.noted {
			s.mentions[n.subject] = append(s.mentions[n.subject], n.mention)
		}
	}
}

func (s *Site) checkNames() {
	owners := map[string]*content.Subject{}
	claim := func(g *content.Subject, name string, pos source.Pos) {
		key := foldText(strings.Join(strings.Fields(name), " "))
		if other := owners[key]; other != nil && other != g {
			s.report(pos, source.AliasConflict, name, string(other.Path))
		}
		owners[key] = g
	}
	for _, g := range s.subjects {
		claim(g, g.Title, g.TitlePos)
	}
	for _, g := range s.subjects {
		for _, a := range g.Aliases {
			claim(g, a.Name, a.Pos)
		}
	}
}

// textReader reads the texts of one meeting: it fills their holes, marks the
// names in them (a subject once in a section, a term once on the page, a
// phrase always) and notes who is mentioned.
type textReader struct {
	*linker
	meeting *meeting
	linked  map[string]bool // subjects that the section links to already
	terms   map[string]bool // terms that the page explains already
	noted   []note
}

// note is a mention of a subject.
type note struct {
	subject string
	mention mention
}

// read reads the whole meeting.
func (r *textReader) read() {
	m := r.meeting
	r.text(m.Preface)
	for i := range m.Items {
		item := &m.Items[i]
		for j := range item.Sections {
			section := &item.Sections[j]
			r.linked = nil
			for _, p := range section.Parts {
				r.note(item, section, p.Text, r.text(p.Text))
			}
		}
	}
	r.linked = nil
	r.text(m.Notes)
}

// text prepares a fragment for its meeting's page and gives the names in it.
func (r *textReader) text(f *content.Fragment) []found {
	if f == nil || f.ID == "" {
		return nil
	}
	names := r.site.names.find(f.Text)
	t := Text{Fragment: f.ID, Links: r.linksOf(r.meeting.Path, r.meeting.address, f)}
	for _, n := range names {
		seen, key := &r.linked, n.value
		switch n.kind {
		case Abbreviation:
			seen, key = &r.terms, n.exact
		case Phrase:
			seen = nil
		}
		if seen != nil && (*seen)[key] {
			continue
		}
		from, to, ok := f.HTMLRange(n.from, n.to)
		if !ok {
			continue
		}
		if seen != nil {
			if *seen == nil {
				*seen = map[string]bool{}
			}
			(*seen)[key] = true
		}
		mark := Mark{From: from, To: to, Kind: n.kind, Value: n.value}
		if n.kind == Mention {
			mark.Value = r.site.href("/" + r.site.settings.Subjects.Folder + "/" + n.value + "/")
		}
		t.Marks = append(t.Marks, mark)
	}
	r.meeting.texts[f] = t
	return names
}

// note keeps each sentence that mentions a subject.
func (r *textReader) note(item *content.Item, section *content.Section, f *content.Fragment, names []found) {
	var last map[string]int // where the sentence last noted of a subject begins
	for _, n := range names {
		if n.kind != Mention {
			continue
		}
		from, to := danish.Sentence(f.Text, n.from)
		if before, ok := last[n.value]; ok && before == from {
			continue
		}
		if last == nil {
			last = map[string]int{}
		}
		last[n.value] = from
		r.noted = append(r.noted, note{n.value, mention{r.meeting, item, section,
			oneLine(f.Text[from:n.from]), oneLine(f.Text[n.from:n.to]), oneLine(f.Text[n.to:max(to, n.to)])}})
	}
}

// oneLine sets line breaks and cells as one line of text; spaces at the ends stay.
func oneLine(s string) string {
	s = strings.ReplaceAll(s, "\t", " · ")
	return strings.ReplaceAll(strings.ReplaceAll(s, "\n\n", " "), "\n", " ")
}
