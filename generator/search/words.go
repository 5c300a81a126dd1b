package search

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// lexicon knows the stems of the words that it has met, by numbers of its own.
type lexicon struct {
	words map[string]int32 // of words as they are written
	stems map[string]int32
	terms []string // the stems by their numbers
}

// commonWord is the number of all common words.
const commonWord = -1

func newLexicon() *lexicon {
	l := &lexicon{words: map[string]int32{}, stems: map[string]int32{}}
	for _, s := range common() {
		l.stems[s] = commonWord
	}
	return l
}

// number is that of a word as it is written, in any case.
func (l *lexicon) number(word string) int32 {
	if n, ok := l.words[word]; ok {
		return n
	}
	n := int32(commonWord)
	if s := stemOf(word); s != "" {
		n = l.term(s)
	}
	l.words[strings.Clone(word)] = n // not the text that it is a part of
	return n
}

// longestStem is how many bytes a stem may have. What is longer is no word.
const longestStem = 60

// longestTerm is how many bytes any term may have: their number is written in one.
const longestTerm = 255

// stemOf is the stem of a word in any case, "" of what is none.
func stemOf(word string) string {
	if s := stem(strings.ToLower(plainWord(word))); len(s) <= longestStem {
		return s
	}
	return ""
}

// term is the number of a stem or a term.
func (l *lexicon) term(s string) int32 {
	n, ok := l.stems[s]
	if !ok {
		n = int32(len(l.terms))
		l.stems[s] = n
		l.terms = append(l.terms, s)
	}
	return n
}

// plainWord is a word without the soft hyphens and full stops within it, and without what
// stands behind an apostrophe.
func plainWord(word string) string {
	if at := strings.IndexAny(word, apostrophes); at >= 0 {
		word = word[:at]
	}
	if strings.Contains(word, softHyphen) || strings.Contains(word, ".") {
		return strings.NewReplacer(softHyphen, "", ".", "").Replace(word)
	}
	return word
}

const (
	softHyphen  = "\u00ad"
	apostrophes = "'’"
)

// endings are those that Danish puts behind abbreviations with an apostrophe: "NGC's", "pc'erne".
var endings = regexp.MustCompile(`^['’](?:s|ernes?|e[nrt]s?)`)

// afterApostrophe is how long the apostrophe and the ending are that a text begins with, 0 of none.
func afterApostrophe(rest string) int {
	n := len(endings.FindString(rest))
	if r, _ := utf8.DecodeRuneInString(rest[n:]); inWord(r) {
		return 0
	}
	return n
}

// inWord tells of letters, marks and digits.
func inWord(r rune) bool { return unicode.In(r, unicode.L, unicode.M, unicode.N) }

// eachWord visits the words of a text, and tells when a sentence has ended before
// the word.
func eachWord(text string, visit func(word string, begins bool)) {
	begins := true
	for at := 0; at < len(text); {
		end := wordEnd(text, at)
		if end > at {
			visit(text[at:end], begins)
			begins, at = false, end
			continue
		}
		r, size := rune(text[at]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[at:])
		}
		at += size
		switch r {
		case '\n', '\t':
			begins = true
		case '.', '!', '?':
			begins = begins || capitalAfterSpace(text[at:])
		}
	}
}

// wordEnd is where the word ends that begins at a place; the place itself, if none does.
func wordEnd(text string, from int) int {
	at := from
	for at < len(text) {
		c := text[at]
		if c < utf8.RuneSelf {
			if 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '.' && at > from && thousands(text, at) {
				at++
				continue
			}
			return ended(text, from, at)
		}
		r, size := utf8.DecodeRuneInString(text[at:])
		if !inWord(r) && (at == from || text[at:at+size] != softHyphen) {
			return ended(text, from, at)
		}
		at += size
	}
	return at
}

// ended is where a word ends whose letters end at a place: behind an ending with an apostrophe.
func ended(text string, from, at int) int {
	if at > from && (text[at] == '\'' || strings.HasPrefix(text[at:], "’")) {
		return at + afterApostrophe(text[at:])
	}
	return at
}

// thousands tells that a full stop stands before exactly three digits and behind one.
func thousands(text string, at int) bool {
	digit := func(i int) bool { return i < len(text) && '0' <= text[i] && text[i] <= '9' }
	return digit(at-1) && digit(at+1) && digit(at+2) && digit(at+3) && !digit(at+4)
}

func capitalAfterSpace(rest string) bool {
	for i, r := range rest {
		if !unicode.IsSpace(r) {
			return i > 0 && unicode.IsUpper(r)
		}
	}
	return false
}
