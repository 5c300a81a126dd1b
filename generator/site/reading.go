package site

import (
	"slices"
	"strings"

	"referat/generator/content"
	"referat/generator/danish"
	"referat/generator/data"
	"referat/generator/plain"
)

// Reading is what was found in the texts of some minutes: names to mark, and who
// is mentioned where. It depends on nothing but the minutes and the known names,
// so that it can be kept.
type Reading struct {
	Marks    [][]Mark // of each text, in order; a mention's value is the subject's id
	Mentions []Mentioned

	made plain.Digest `plain:"-"`
}

// Digest stands for the minutes and the names that the reading was made from.
func (r *Reading) Digest() plain.Digest { return r.made }

// Mentioned is a sentence that names a subject; or without words an item that concerns it
// by the agenda alone.
type Mentioned struct {
	Subject             string
	Item, Section, Part int // their places in the minutes
	Before, Name, After string
}

// readTexts finds what the public texts of meetings mention.
func (s *Site) readTexts(meetings []*meeting) {
	names, nothing := s.names.digest(), newExtract()
	s.parallel(meetings, func(m *meeting) {
		m.extract = nothing // for the rest of New, should a fault follow
		if m.State == content.Withdrawn {
			return
		}
		k := m.known
		var texts map[string]string
		if k.minutes != m.Minutes || k.names != names {
			k.reading, texts = s.read(m.Minutes, names)
			k.minutes, k.names = m.Minutes, names
		}
		m.reading = k.reading
		if k.extract == nil {
			k.extract = nothing
		}
		if k.extract.of != s.extractOf(m) {
			k.extract = s.makeExtract(m, k.extract)
		}
		m.extract = k.extract
		if texts != nil && s.memory.Count != nil {
			told := m.extract.indexed.meeting(func(p data.Part) string { return texts[p.Fragment] })
			s.memory.Count(m.extract.indexed.digest, &told)
		}
	})
}

// readingOf reads the texts of minutes that the index does not have.
func (s *Site) readingOf(m *content.Minutes) *Reading {
	r, _ := s.read(m, s.names.digest())
	return r
}

// read reads the texts of some minutes, unless a cache knows what they say; else it
// gives them too, by the names of their fragments.
func (s *Site) read(m *content.Minutes, names plain.Digest) (*Reading, map[string]string) {
	key := plain.DigestOf([2]plain.Digest{m.Digest(), names})
	var r *Reading
	var texts map[string]string
	if s.memory.Recall != nil {
		r = s.memory.Recall(key)
	}
	if r == nil {
		s.docs.Expect(m.Path)
		made := textReader{names: s.names, found: &Reading{}, texts: map[string]string{}}
		made.read(m, func(id string) *content.Fragment { return s.docs.Fragment(m.Path, id) })
		r, texts = made.found, made.texts
		r.Mentions = slices.Clone(r.Mentions) // it stays, without the room that it grew by
	}
	r.made = key
	return r, texts
}

// textReader reads the texts of one meeting: it marks the names in them (a subject
// once in a section, a term once on the page, a phrase always) and notes who is
// mentioned.
type textReader struct {
	names  *matcher
	found  *Reading        // alone stays in memory
	linked map[string]bool // subjects that the section links to already
	terms  map[string]bool // terms that the page explains already
	texts  map[string]string
}

// read reads the whole meeting; text gives a fragment with its HTML.
func (r *textReader) read(minutes *content.Minutes, text func(id string) *content.Fragment) {
	if f := minutes.Preface; f != nil {
		r.text(text(f.ID))
	}
	for i := range minutes.Items {
		for j, section := range minutes.Items[i].Sections {
			r.linked = nil
			for k, p := range section.Parts {
				plain, names := r.text(text(p.Text.ID))
				r.note(Mentioned{Item: i, Section: j, Part: k}, plain, names)
			}
		}
		r.concerned(minutes, i)
	}
	r.linked = nil
	if f := minutes.Notes; f != nil {
		r.text(text(f.ID))
	}
}

// text finds the names in a fragment and marks them.
func (r *textReader) text(f *content.Fragment) (string, []found) {
	if f == nil {
		r.found.Marks = append(r.found.Marks, nil)
		return "", nil
	}
	plain := f.Plain()
	r.texts[f.ID] = plain.Text
	names := r.names.find(plain.Text)
	var marks []Mark
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
		from, to, ok := plain.HTMLRange(n.from, n.to)
		if !ok {
			continue
		}
		if seen != nil {
			if *seen == nil {
				*seen = map[string]bool{}
			}
			(*seen)[key] = true
		}
		marks = append(marks, Mark{From: from, To: to, Kind: n.kind, Value: n.value})
	}
	r.found.Marks = append(r.found.Marks, marks)
	return plain.Text, names
}

// note keeps each sentence that mentions a subject, in the text at a place.
func (r *textReader) note(at Mentioned, text string, names []found) {
	var last map[string]int // where the sentence last noted of a subject begins
	for _, n := range names {
		if n.kind != Mention {
			continue
		}
		from, to := danish.Sentence(text, n.from)
		if before, ok := last[n.value]; ok && before == from {
			continue
		}
		if last == nil {
			last = map[string]int{}
		}
		last[n.value] = from
		before, name, after := oneLine(text[from:n.from]), oneLine(text[n.from:n.to]), oneLine(text[n.to:max(to, n.to)])
		whole := before + name + after // no part of the text, which is large
		at.Subject = n.value
		at.Before, at.Name, at.After = whole[:len(before)], whole[len(before):len(before)+len(name)], whole[len(before)+len(name):]
		r.found.Mentions = append(r.found.Mentions, at)
	}
}

// concerned keeps an item for those subjects that it concerns by the agenda, where no
// decision and no sentence would tell them of it.
func (r *textReader) concerned(minutes *content.Minutes, item int) {
	of := &minutes.Items[item]
	a := minutes.AgendaItem(of.Number)
	if a == nil || of.Closed || of.Decisions() > 0 {
		return
	}
	for _, id := range a.Concerns {
		if !slices.ContainsFunc(r.found.Mentions, func(m Mentioned) bool { return m.Item == item && m.Subject == id }) {
			r.found.Mentions = append(r.found.Mentions, Mentioned{Subject: id, Item: item})
		}
	}
}

// oneLine sets line breaks and cells as one line of text; spaces at the ends stay.
func oneLine(s string) string {
	if strings.ContainsAny(s, "\t\n") {
		s = strings.ReplaceAll(s, "\t", " · ")
		return strings.ReplaceAll(strings.ReplaceAll(s, "\n\n", " "), "\n", " ")
	}
	return s
}
