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
// so that it can be kept. All readings stay in memory, so that there is little in
// them that the collector has to follow.
type Reading struct {
	Marks    []Mark  // of all texts, in order; a mention's value is the subject's id
	Ends     []int32 // of each text, in order: how many marks there are up to its end
	Mentions []Mentioned
	Words    string // of all mentions

	made plain.Digest `plain:"-"`
}

// Digest stands for the minutes and the names that the reading was made from.
func (r *Reading) Digest() plain.Digest { return r.made }

// marks are those of a text, by its number.
func (r *Reading) marks(text int) []Mark {
	from := int32(0)
	if text > 0 {
		from = r.Ends[text-1]
	}
	return r.Marks[from:r.Ends[text]]
}

// Mentioned is a sentence that names a subject; or without words an item that concerns it
// by the agenda alone.
type Mentioned struct {
	Subject              string
	Item, Section, Part  int32 // their places in the minutes
	From, Name, Rest, To int32 // where the sentence begins in the reading's words, its name, what is behind that, and where it ends
}

// named tells that a sentence names the subject.
func (m Mentioned) named() bool { return m.Name < m.Rest }

// sentence is that of a mention: the name, and what stands before and behind it.
func (r *Reading) sentence(m Mentioned) (before, name, after string) {
	return r.Words[m.From:m.Name], r.Words[m.Name:m.Rest], r.Words[m.Rest:m.To]
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
	}
	r.made = key
	return r, texts
}

// textReader reads the texts of one meeting: it marks the names in them (a subject
// once in a section, a term once on the page, a phrase always) and notes who is
// mentioned.
type textReader struct {
	names  *matcher
	found  *Reading // alone stays in memory
	words  []byte   // of its mentions
	linked []string // subjects that the section links to already
	terms  []string // terms that the page explains already
	noted  []noted  // in the text in progress
	texts  map[string]string
}

// noted is a sentence of a text that mentions a subject.
type noted struct {
	subject string
	from    int
}

// read reads the whole meeting; text gives a fragment with its HTML.
func (r *textReader) read(minutes *content.Minutes, text func(id string) *content.Fragment) {
	if f := minutes.Preface; f != nil {
		r.text(text(f.ID))
	}
	for i := range minutes.Items {
		for j, section := range minutes.Items[i].Sections {
			r.linked = r.linked[:0]
			for k, p := range section.Parts {
				plain, names := r.text(text(p.Text.ID))
				r.note(Mentioned{Item: int32(i), Section: int32(j), Part: int32(k)}, plain, names)
			}
		}
		r.concerned(minutes, i)
	}
	r.linked = r.linked[:0]
	if f := minutes.Notes; f != nil {
		r.text(text(f.ID))
	}
	found := r.found // which stays, without the room that it grew by
	found.Marks, found.Ends, found.Mentions, found.Words = slices.Clone(found.Marks), slices.Clone(found.Ends), slices.Clone(found.Mentions), string(r.words)
}

// text finds the names in a fragment and marks them.
func (r *textReader) text(f *content.Fragment) (text string, names []found) {
	if f != nil {
		plain := f.Plain()
		r.texts[f.ID] = plain.Text
		text, names = plain.Text, r.names.find(plain.Text)
		for _, n := range names {
			r.mark(n, plain)
		}
	}
	r.found.Ends = append(r.found.Ends, int32(len(r.found.Marks)))
	return text, names
}

// mark marks a name, unless that has been done where once is enough.
func (r *textReader) mark(n found, in content.Plain) {
	seen, key := &r.linked, n.value
	switch n.kind {
	case Abbreviation:
		seen, key = &r.terms, n.exact
	case Phrase:
		seen = nil
	}
	if seen != nil && slices.Contains(*seen, key) {
		return
	}
	from, to, ok := in.HTMLRange(n.from, n.to)
	if !ok {
		return
	}
	if seen != nil {
		*seen = append(*seen, key)
	}
	r.found.Marks = append(r.found.Marks, Mark{From: from, To: to, Kind: n.kind, Value: n.value})
}

// note keeps each sentence that mentions a subject, in the text at a place.
func (r *textReader) note(at Mentioned, text string, names []found) {
	r.noted = r.noted[:0]
	add := func(words string) (end int32) {
		r.words = append(r.words, oneLine(words)...)
		return int32(len(r.words))
	}
	for _, n := range names {
		if n.kind != Mention {
			continue
		}
		from, to := danish.Sentence(text, n.from)
		this := noted{n.value, from}
		if slices.Contains(r.noted, this) {
			continue
		}
		r.noted = append(r.noted, this)
		at.Subject, at.From = n.value, int32(len(r.words))
		at.Name = add(text[from:n.from])
		at.Rest = add(text[n.from:n.to])
		at.To = add(text[n.to:max(to, n.to)])
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
		if !slices.ContainsFunc(r.found.Mentions, func(m Mentioned) bool { return m.Item == int32(item) && m.Subject == id }) {
			r.found.Mentions = append(r.found.Mentions, Mentioned{Subject: id, Item: int32(item)})
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
