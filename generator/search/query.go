package search

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Query is what a reader asks for.
type Query struct {
	Text      string
	Typing    bool // the last word may not be whole yet
	Committee string
	Year      int
	Subject   string // id
	Decisions bool   // only in decisions
}

// asked is a word of a query.
type asked struct {
	word string // in lower case
	stem string
}

// phraseWord is a word of a phrase and how far it stands behind the first.
type phraseWord struct {
	stem   string
	offset int
}

// said is a query's text in parts: its words without the common ones, and its phrases.
type said struct {
	words   []asked
	typing  bool // the last word is the end of the query
	phrases [][]phraseWord
	empty   bool // there was no word at all
}

// quotes open or close a phrase.
const quotes = "\"“”„»«"

// listen takes a text apart.
func listen(text string, typing bool, isCommon func(stem string) bool) said {
	text = norm.NFC.String(text)
	s := said{empty: true}
	quoted := false
	for text != "" {
		end := strings.IndexAny(text, quotes)
		piece := text
		if end >= 0 {
			piece = text[:end]
			text = text[end+len(firstRune(text[end:])):]
		} else {
			text = ""
		}
		var words []asked
		eachWord(piece, func(word string, _ bool) {
			words = append(words, asked{strings.ToLower(plainWord(word)), stemOf(word)})
		})
		s.empty = s.empty && len(words) == 0
		unknown := func(w asked) bool { return w.stem == "" || isCommon(w.stem) }
		if quoted {
			s.phrase(words, unknown)
		} else {
			s.typing = typing && len(words) > 0 && !unknown(words[len(words)-1]) && text == "" && end < 0 && endsInWord(piece)
			s.words = append(s.words, slices.DeleteFunc(words, unknown)...)
		}
		quoted = quoted != (end >= 0)
	}
	return s
}

func firstRune(s string) string {
	for i := range s {
		if i > 0 {
			return s[:i]
		}
	}
	return s
}

func endsInWord(s string) bool {
	return strings.LastIndexFunc(s, unicode.IsSpace) < len(s)-1 && strings.TrimRightFunc(s, inWord) != s
}

// phrase notes a phrase. One of a single word is a word that is sought as it stands.
func (s *said) phrase(words []asked, unknown func(asked) bool) {
	var p []phraseWord
	first := 0
	for i, w := range words {
		if unknown(w) {
			continue
		}
		if len(p) == 0 {
			first = i
		}
		p = append(p, phraseWord{w.stem, i - first})
	}
	if len(p) > 0 {
		s.phrases = append(s.phrases, p)
	}
}

// unit is one way to have a group: all of its stems, or to stand at its place.
type unit struct {
	stems  []string
	place  *place
	factor int
}

// group is what an item has to have for a word, for several that are synonyms together or say where it
// stands, or for a phrase.
type group struct {
	units  []unit
	phrase []phraseWord
	apart  string // the word whose two parts it is
	near   string // the stem that may have been meant
}

// groups makes a query's groups.
func (r *Reader) groups(s said) ([]group, error) {
	var all []group
	for i := 0; i < len(s.words); {
		g, n, err := r.placeGroup(s.words[i:])
		if err != nil {
			return nil, err
		}
		if n == 0 {
			g, n = r.synonymGroup(s.words[i:])
		}
		if n == 0 {
			g, n = r.wordGroup(s.words[i], s.typing && i == len(s.words)-1), 1
		}
		all = append(all, g)
		i += n
	}
	for _, p := range s.phrases {
		g := group{phrase: p}
		if len(p) == 1 {
			g = group{units: []unit{{stems: []string{p[0].stem}, factor: factorExact}}}
		}
		all = append(all, g)
	}
	return all, nil
}

// synonymGroup is the group of the longest synonym of several words that words
// begin with, and how many these are; 0 of none.
func (r *Reader) synonymGroup(words []asked) (group, int) {
	longest := 1
	var known []string
	for _, list := range r.synonyms {
		for _, entry := range list {
			if len(entry) > longest && len(entry) <= len(words) && equalStems(words[:len(entry)], entry) {
				longest, known = len(entry), entry
			}
		}
	}
	if known == nil {
		return group{}, 0
	}
	return group{units: r.existing(append([]unit{{stems: known, factor: factorExact}}, r.synonymsOf(known)...))}, longest
}

func equalStems(words []asked, stems []string) bool {
	for i, s := range stems {
		if words[i].stem != s {
			return false
		}
	}
	return true
}

// synonymsOf are the other ways of saying something.
func (r *Reader) synonymsOf(stems []string) []unit {
	var units []unit
	for _, list := range r.synonyms {
		if !slices.ContainsFunc(list, func(e []string) bool { return slices.Equal(e, stems) }) {
			continue
		}
		for _, entry := range list {
			if !slices.Equal(entry, stems) {
				units = append(units, unit{stems: entry, factor: factorSynonym})
			}
		}
	}
	return units
}
