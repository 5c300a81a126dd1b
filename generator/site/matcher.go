package site

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"referat/generator/content"
	"referat/generator/plain"
)

// matcher finds known names in running text: subjects by name and alias,
// terms of the glossary, phrases of another language. It knows no grammar, which
// cannot decide what is one group: a name is found when its very words stand there
// as whole words, in upper or lower case, across a line break if need be.
type matcher struct {
	names  map[[2]byte][]name // by their first two bytes, folded; longest first
	starts [1 << 16]bool      // the keys of names once more: most words begin like none
	known  []name             // in the order they were given
}

// digest stands for all known names.
func (m *matcher) digest() plain.Digest { return plain.DigestOf(m.known) }

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
	m.known = append(m.known, n)
	if len(n.words) < 2 {
		return
	}
	key := [2]byte{n.words[0], n.words[1]}
	m.starts[int(key[0])<<8|int(key[1])] = true
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
		key := [2]byte{foldAt(text, i), foldAt(text, i+1)}
		if !m.starts[int(key[0])<<8|int(key[1])] {
			continue
		}
		for _, n := range m.names[key] {
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
