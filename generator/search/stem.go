package search

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/danish"
	"golang.org/x/text/unicode/norm"
)

// stem is the stem of a word in lower case, folded.
func stem(word string) string {
	env := snowballstem.NewEnv(word)
	danish.Stem(env)
	stem := fold(env.Current())
	if abbreviations.MatchString(stem) {
		return strings.TrimSuffix(stem, "s")
	}
	return stem
}

// abbreviations are the stems of more than one such as "NGC", in which Snowball sees no ending.
var abbreviations = regexp.MustCompile(`^[b-df-hj-np-tv-xz]{3,}s$`)

// foldings are the letters that are written with others where they cannot be typed.
var foldings = strings.NewReplacer("å", "aa", "æ", "ae", "ä", "ae", "ø", "oe", "ö", "oe", "ü", "u", "ß", "ss")

// fold writes a word without the letters that not everybody can type.
func fold(word string) string {
	if ascii(word) {
		return word
	}
	word = foldings.Replace(norm.NFC.String(word))
	if ascii(word) {
		return word
	}
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.M, r) {
			return -1
		}
		return r
	}, norm.NFD.String(word))
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// loosenings are what folding made of æøå, and what is typed instead.
var loosenings = strings.NewReplacer("oe", "o", "aa", "a", "ae", "e")

func loose(stem string) string { return loosenings.Replace(stem) }

// commonWords are the words that are in nearly every text.
const commonWords = "hvornår hvordan hvorfor hvilken hvis da her efter under mellem gennem omkring blevet må skulle ville noget nogle og i at det den de der er for af på til en et med som fra om har var blev bliver blive være kan skal vil ved også samt men eller hvad hvilke hvor hvem når så hos dette denne disse sig sin sit man vi the of and to in is a"

// common are the stems of the common words.
func common() []string {
	words := strings.Fields(commonWords)
	for i := range words {
		words[i] = stem(words[i])
	}
	return words
}
