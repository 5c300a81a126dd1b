package site

import (
	"cmp"
	"crypto/sha256"
	"slices"
	"strconv"

	"referat/generator/content"
	"referat/generator/data"
	"referat/generator/plain"
	"referat/generator/search"
)

// This file decides what the readers' index holds: the texts of all minutes that
// are public, and what is on the agenda of meetings to come, in parts of whole years, so that an edit costs one part. Of a meeting
// it has a leaf, of which texts are no part: they are asked for when the part is drawn.

// indexFolder is where the index lies, below public/.
const indexFolder = "soeg/indeks/"

// mostInPart is how many meetings a part of the index has when no other year is
// added to it.
const mostInPart = 2000

// indexed is what the index holds of a meeting. It is a leaf.
type indexed struct {
	minutes *content.Minutes
	draft   bool
	about   [][]string // of each item, and of a planned agenda: ids of the subjects that it names or concerns
	bytes   int64      // of its texts
	items   int        // that the index has of it
	digest  plain.Digest
}

func (m *indexed) Digest() plain.Digest { return m.digest }

// makeIndexed makes a meeting's leaf.
func (s *Site) makeIndexed(of *meeting) *indexed {
	m := &indexed{minutes: of.Minutes, draft: of.draft, about: s.subjectsOf(of)}
	of.EachText(func(f *content.Fragment) { m.bytes += int64(f.Size) })
	told := m.meeting(func(p data.Part) string { return p.Fragment }) // by their names
	m.items, m.digest = len(told.Items), plain.DigestOf(&told)
	return m
}

// subjectsOf are the ids of the subjects that each item names or concerns, and of a planned
// meeting then each of its agenda.
func (s *Site) subjectsOf(of *meeting) [][]string {
	concerned := func(a *content.AgendaItem) []string {
		switch {
		case a == nil:
			return nil
		case a.All:
			return s.subjectIDs()
		}
		return slices.Clone(a.Concerns)
	}
	about := make([][]string, 0, len(of.Items)+len(of.Agenda))
	for i := range of.Items {
		about = append(about, concerned(of.AgendaItem(of.Items[i].Number)))
	}
	for i := range of.Agenda {
		if of.State == content.Planned {
			about = append(about, concerned(&of.Agenda[i]))
		}
	}
	for _, found := range of.reading.Mentions {
		if ids := about[found.Item]; !slices.Contains(ids, found.Subject) {
			about[found.Item] = append(ids, found.Subject)
		}
	}
	for i := range about {
		slices.Sort(about[i])
		about[i] = slices.Compact(about[i])
	}
	return about
}

// meeting is what the index is told; text gives the text of a fragment. Without it none is told.
func (m *indexed) meeting(text func(data.Part) string) search.Meeting {
	told := search.Meeting{Committee: m.minutes.Committee, Name: m.minutes.Name, Date: m.minutes.Date, Draft: m.draft, Items: make([]search.Item, 0, len(m.minutes.Items)+1)}
	add := func(item *search.Item, f *content.Fragment, decision bool) {
		if text != nil && f != nil && f.ID != "" {
			item.Texts = append(item.Texts, search.Text{Plain: text(data.Part{From: string(m.minutes.Path), Fragment: f.ID}), Decision: decision})
		}
	}
	outside := search.Item{Title: m.minutes.Title}
	add(&outside, m.minutes.Preface, false)
	add(&outside, m.minutes.Notes, false)
	for _, words := range []string{m.minutes.Summary, m.minutes.Record.Case, m.minutes.Record.Document} {
		if words != "" {
			outside.Texts = append(outside.Texts, search.Text{Plain: words})
		}
	}
	told.Items = append(told.Items, outside)
	for i := range m.minutes.Items {
		item := &m.minutes.Items[i]
		if item.Closed {
			continue
		}
		in := search.Item{Anchor: item.Anchor, Title: item.Title, About: m.about[i]}
		decided := item.Decided()
		for j := range item.Sections {
			for k := range item.Sections[j].Parts {
				p := &item.Sections[j].Parts[k]
				add(&in, p.Text, slices.Contains(decided, p))
			}
		}
		told.Items = append(told.Items, in)
	}
	for i := range m.minutes.Agenda {
		a := &m.minutes.Agenda[i]
		if anchor := m.minutes.Announced(a); anchor != "" {
			told.Items = append(told.Items, search.Item{Anchor: anchor, Title: a.Title, About: m.about[len(m.minutes.Items)+i]})
		}
	}
	return told
}

// IndexPart is a part of the index: the meetings of some years. It is a leaf.
type IndexPart struct {
	search.PartName
	meetings []*indexed // in order of date, committee and name
	digest   plain.Digest
}

// Digest stands for all that the part's files are drawn from.
func (p *IndexPart) Digest() plain.Digest { return p.digest }

// Len is the number of meetings.
func (p *IndexPart) Len() int { return len(p.meetings) }

// Meeting is what the index is told of one of them; text gives the text of a fragment.
func (p *IndexPart) Meeting(i int, text func(data.Part) string) search.Meeting {
	return p.meetings[i].meeting(text)
}

// Outline is one of them without its texts, of whose words the count is known.
func (p *IndexPart) Outline(i int) search.Meeting { return p.meetings[i].meeting(nil) }

// Key stands for what the index is told of one of them.
func (p *IndexPart) Key(i int) plain.Digest { return p.meetings[i].digest }

// Each visits the minutes of the part, with the ids of the subjects of each item.
func (p *IndexPart) Each(visit func(m *content.Minutes, about [][]string)) {
	for _, m := range p.meetings {
		visit(m.minutes, m.about)
	}
}

// newIndexPart makes a part of meetings.
func newIndexPart(meetings []*indexed) *IndexPart {
	p := &IndexPart{meetings: meetings}
	first, last := meetings[0].minutes.Date, meetings[len(meetings)-1].minutes.Date
	var bytes int64
	sums := make([]byte, 0, (len(meetings)+1)*sha256.Size)
	for _, m := range meetings {
		bytes += m.bytes
		sums = append(sums, m.digest[:]...)
	}
	p.PartName = search.PartName{Name: strconv.Itoa(first.Year), Shards: search.ShardsFor(bytes), First: first.String(), Last: last.String()}
	named := plain.DigestOf(p.PartName)
	p.digest = sha256.Sum256(append(sums, named[:]...))
	return p
}

// IndexFile is a file of a part of the index.
type IndexFile struct {
	Part  *IndexPart
	Kind  IndexKind
	Shard int
}

// IndexKind says which of a part's files it is.
type IndexKind string

// The files of a part.
const (
	IndexPlaces    IndexKind = "places"
	IndexPostings  IndexKind = "postings"
	IndexPositions IndexKind = "positions"
)

// IndexWords is the vocabulary of the index.
type IndexWords struct{ Parts []*IndexPart }

// indexFiles are the files of the index.
func (s *Site) indexFiles() {
	parts := s.indexParts()
	put := func(name string, made any) { s.put(Output{Path: indexFolder + name, Form: Index, Made: made}) }
	put(search.ManifestName, s.indexManifest(parts))
	put(search.VocabularyName, IndexWords{parts})
	for _, p := range parts {
		put(search.PlacesName(p.Name), IndexFile{p, IndexPlaces, 0})
		for n := range search.AllShards(p.Shards) {
			put(search.PostingsName(p.Name, n), IndexFile{p, IndexPostings, n})
			put(search.PositionsName(p.Name, n), IndexFile{p, IndexPositions, n})
		}
	}
	s.index = parts
}

// indexParts cuts the meetings at the turn of a year where a part has many.
func (s *Site) indexParts() []*IndexPart {
	var parts []*IndexPart
	var part []*indexed
	list := make([]*indexed, 0, len(s.byPath))
	for _, m := range s.byPath {
		if m.State != content.Withdrawn && m.extract.indexed != nil {
			list = append(list, m.extract.indexed)
		}
	}
	slices.SortFunc(list, func(a, b *indexed) int {
		return cmp.Or(a.minutes.Date.Compare(b.minutes.Date), cmp.Compare(a.minutes.Committee, b.minutes.Committee), cmp.Compare(a.minutes.Name, b.minutes.Name))
	})
	for i, m := range list {
		part = append(part, m)
		if i+1 == len(list) || len(part) >= mostInPart && m.minutes.Date.Year != list[i+1].minutes.Date.Year {
			parts = append(parts, newIndexPart(part))
			part = nil
		}
	}
	return parts
}

// indexManifest says what the index has, and which pages queries also find.
func (s *Site) indexManifest(parts []*IndexPart) search.Manifest {
	m := search.Manifest{Minutes: s.href("/" + s.Minutes.Folder + "/"), Subject: s.Subjects.One}
	for _, p := range parts {
		m.Parts = append(m.Parts, p.PartName)
		for _, one := range p.meetings {
			m.Items += one.items
		}
	}
	if len(parts) > 0 {
		m.First, m.Last = parts[0].First, parts[len(parts)-1].Last
	}
	for _, c := range s.committees {
		m.Committees = append(m.Committees, search.Named{ID: c.ID, Name: c.Title, Also: c.Aliases, Address: s.href(s.committeeAddress(c.ID))})
	}
	for _, g := range s.subjects {
		named := search.Named{ID: g.ID, Name: g.Title, Address: s.href(s.subjectAddress(g.ID))}
		for _, a := range g.Aliases {
			named.Also = append(named.Also, a.Name)
		}
		m.Subjects = append(m.Subjects, named)
	}
	m.Pages, m.Synonyms = s.namedPages(), s.synonyms()
	return m
}

// namedPages are the pages that staff wrote and those that the menus lead to.
func (s *Site) namedPages() []search.Named {
	var list []search.Named
	add := func(name, address string) {
		if !slices.ContainsFunc(list, func(n search.Named) bool { return n.Address == address }) {
			list = append(list, search.Named{Name: name, Address: address})
		}
	}
	for _, e := range slices.Concat(s.Menu, s.Footer) {
		add(e.Title, s.href(e.Page))
	}
	for _, p := range s.pages {
		if p.Address != "/" && p.Address != "/404.html" && !p.Draft {
			add(p.Title, s.href(p.Address))
		}
	}
	return list
}
