package site

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"referat/generator/content"
	"referat/generator/danish"
	"referat/generator/source"
)

// matcher finds known names in running text: subjects by name and alias,
// terms of the glossary, phrases of another language. It knows no grammar:
// a name is found when its very words stand there as whole words, in upper or
// lower case, across a line break if need be.
type matcher struct {
	names map[[2]byte][]name // by their first two bytes, folded; longest first
}

type name struct {
	words string // folded, words parted by one space
	exact string // a term: must also stand exactly like this
	kind  MarkKind
	value string // id of a subject, words of a term, language of a phrase
}

// found is a name in a text.
type found struct {
	from, to int // bytes of the text
	name
}

func newMatcher(s *content.Settings, subjects []*content.Subject) *matcher {
	m := &matcher{names: map[[2]byte][]name{}}
	for _, g := range subjects {
		m.add(name{words: g.Title, kind: Mention, value: g.ID})
		for _, a := range g.Aliases {
			m.add(name{words: a.Name, kind: Mention, value: g.ID})
		}
	}
	for _, t := range s.Glossary {
		m.add(name{words: t.Term, exact: t.Term, kind: Abbreviation, value: t.Text})
	}
	for _, p := range s.Phrases {
		for _, w := range p.Words {
			m.add(name{words: w, kind: Phrase, value: p.Lang})
		}
	}
	for _, list := range m.names {
		slices.SortStableFunc(list, func(a, b name) int { return len(b.words) - len(a.words) })
	}
	return m
}

func (m *matcher) add(n name) {
	n.words = foldText(strings.Join(strings.Fields(n.words), " "))
	if len(n.words) < 2 {
		return
	}
	key := [2]byte{n.words[0], n.words[1]}
	m.names[key] = append(m.names[key], n)
}

// foldText lowers letters byte for byte as foldAt does.
func foldText(s string) string {
	b := make([]byte, len(s))
	for i := range b {
		b[i] = foldAt(s, i)
	}
	return string(b)
}

// foldAt is the byte at i in lower case, for ASCII and the letters À to Þ of
// Latin-1, whose upper and lower case differ in the second byte only.
func foldAt(s string, i int) byte {
	c := s[i]
	if c >= 'A' && c <= 'Z' {
		return c | 0x20
	}
	if c >= 0x80 && c <= 0x9E && c != 0x97 && i > 0 && s[i-1] == 0xC3 {
		return c | 0x20
	}
	return c
}

// find gives the names in a text, in order, not overlapping, the longest
// where several begin at one place.
func (m *matcher) find(text string) []found {
	var list []found
	inWord := false
	for i := 0; i+1 < len(text); i++ {
		word := isWord(text[i])
		starts := word && !inWord
		inWord = word
		if !starts {
			continue
		}
		for _, n := range m.names[[2]byte{foldAt(text, i), foldAt(text, i+1)}] {
			if end := n.endAt(text, i); end > 0 {
				list = append(list, found{i, end, n})
				i = end - 1
				break
			}
		}
	}
	return list
}

// isWord takes any byte of a letter outside ASCII for a letter.
func isWord(c byte) bool {
	return c >= 0x80 || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'
}

// endAt is where the name ends when it stands at i, else 0.
func (n name) endAt(text string, i int) int {
	if n.exact != "" && !strings.HasPrefix(text[i:], n.exact) {
		return 0
	}
	for j := 0; j < len(n.words); j++ {
		if n.words[j] == ' ' {
			space := spaceLength(text[i:])
			if space == 0 {
				return 0
			}
			i += space
			continue
		}
		if i >= len(text) || foldAt(text, i) != n.words[j] {
			return 0
		}
		i++
	}
	if r, _ := utf8.DecodeRuneInString(text[i:]); unicode.IsLetter(r) || unicode.IsDigit(r) {
		return 0
	}
	return i
}

// spaceLength is the length of the white space that may stand between two
// words of a name: not an empty line, where a block ends.
func spaceLength(text string) int {
	n, lines := 0, 0
	for n < len(text) {
		switch {
		case text[n] == ' ':
			n++
		case text[n] == '\n':
			lines++
			n++
		case strings.HasPrefix(text[n:], "\u00a0"):
			n += len("\u00a0")
		default:
			if lines > 1 {
				return 0
			}
			return n
		}
	}
	return 0
}

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
	for _, m := range s.minutes {
		if m.State != content.Withdrawn {
			s.readMinutes(m)
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

// readMinutes fills the holes of a meeting's texts and marks its names: a
// subject once in a section, a term once on the page, a phrase always.
func (s *Site) readMinutes(m *meeting) {
	terms := map[string]bool{}
	s.text(m, m.Preface, map[string]bool{}, terms)
	for i := range m.Items {
		item := &m.Items[i]
		if s.closed(m, item) {
			continue
		}
		for j := range item.Sections {
			section := &item.Sections[j]
			linked := map[string]bool{}
			for _, p := range section.Parts {
				s.note(m, item, section, p.Text, s.text(m, p.Text, linked, terms))
			}
		}
	}
	s.text(m, m.Notes, map[string]bool{}, terms)
}

// closed tells of an item behind closed doors.
func (s *Site) closed(m *meeting, item *content.Item) bool {
	a := m.AgendaItem(item.Number)
	return item.Number != "" && a != nil && a.Closed
}

// text prepares a fragment for its meeting's page and gives the names in it.
func (s *Site) text(m *meeting, f *content.Fragment, linked, terms map[string]bool) []found {
	if f == nil || f.ID == "" {
		return nil
	}
	names := s.names.find(f.Text)
	t := Text{Fragment: f.ID, Links: s.linksOf(m.Path, m.address, f)}
	for _, n := range names {
		mark := Mark{Kind: n.kind, Value: n.value}
		switch n.kind {
		case Mention:
			if linked[n.value] {
				continue
			}
			mark.Value = s.href(s.subjectAddress(s.subject(n.value)))
		case Abbreviation:
			if terms[n.exact] {
				continue
			}
		}
		var ok bool
		if mark.From, mark.To, ok = f.HTMLRange(n.from, n.to); !ok {
			continue
		}
		switch n.kind {
		case Mention:
			linked[n.value] = true
		case Abbreviation:
			terms[n.exact] = true
		}
		t.Marks = append(t.Marks, mark)
	}
	m.texts[f] = t
	return names
}

// linksOf fills the holes of a fragment that stands on the page at an address.
func (s *Site) linksOf(from source.Path, page string, f *content.Fragment) []string {
	var links []string
	for _, l := range f.Links {
		links = append(links, s.onPage(s.resolve(from, l), page))
	}
	return links
}

// note keeps each sentence that mentions a subject.
func (s *Site) note(m *meeting, item *content.Item, section *content.Section, f *content.Fragment, names []found) {
	seen := map[string]int{}
	for _, n := range names {
		if n.kind != Mention {
			continue
		}
		from, to := danish.Sentence(f.Text, n.from)
		if before, ok := seen[n.value]; ok && before == from {
			continue
		}
		seen[n.value] = from
		s.mentions[n.value] = append(s.mentions[n.value], mention{m, item, section,
			oneLine(f.Text[from:n.from]), oneLine(f.Text[n.from:n.to]), oneLine(f.Text[n.to:max(to, n.to)])})
	}
}

// oneLine sets line breaks and cells as one line of text; spaces at the ends stay.
func oneLine(s string) string {
	s = strings.ReplaceAll(s, "\t", " · ")
	return strings.ReplaceAll(strings.ReplaceAll(s, "\n\n", " "), "\n", " ")
}
