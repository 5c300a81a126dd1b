// Package hyphen owns what becomes of a word that the end of a line has parted at a hyphen.
//
// It may know how Danish is written, and nothing of formats. It promises that no space comes into a word: the
// halves are put together, and where it cannot be told whether the hyphen belongs to the word, it stays and the
// word is named among the document's Hyphens. A hyphen that stands for the end of another word, "arve- og
// miljøfaktorer", or between two times, keeps its space.
package hyphen

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"referat/generator/intake/pattern"
)

// Parting is what to do with a hyphen at the end of a line.
type Parting int

const (
	Leave   Parting = iota // the word ends there: "sundheds-" before "og", "august-" before "november"
	Keep                   // it belongs to the word: "set-up"
	Unclear                // it may: "Kræft-patienter"
	Drop                   // it was set where the line ends
)

// suspended are the words that follow a hyphen which stands for the end of another word.
var suspended = []string{"og", "eller", "samt", "men", "til", "som", "såvel", "hhv", "henholdsvis", "respektive"}

// spans are the words of times, which a hyphen may part.
var spans = pattern.Of(`(?i)^(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|(?:man|tirs|ons|tors|fre|lør|søn)dag|primo|medio|ultimo)$`)

// firstHalves keep their hyphen wherever they stand.
var firstHalves = []string{"ad", "anti", "back", "check", "co", "cv", "e", "eks", "ex", "follow", "ikke", "it", "kick", "non", "off", "on", "pc",
	"semi", "set", "stand", "start", "tv", "up", "work"}

var word = pattern.Of(`[\p{L}\p{N}’']+(?:-[\p{L}\p{N}’']+)*-?`)

// Words are words that stand within the lines of a document, in small letters: they tell how it is written.
type Words map[string]bool

// Add adds those of a line. A word with a hyphen at the end of it is not whole.
func (v Words) Add(line string) {
	words := word().FindAllString(line, -1)
	for i, w := range words {
		if i < len(words)-1 || !strings.HasSuffix(w, "-") {
			v[strings.ToLower(w)] = true
		}
	}
}

// ending is the most bytes of an ending that a word may have in one place and not in another.
const ending = 4

// Part decides by the letters and by the rest of the document. full says that the line ends because it was full.
func (v Words) Part(left, right string, full bool) Parting {
	if slices.Contains(suspended, right) || spans().MatchString(left) || spans().MatchString(right) {
		return Leave
	}
	small := strings.ToLower(left)
	for i := range min(len(right), ending) {
		if v[small+"-"+strings.ToLower(right[:len(right)-i])] {
			return Keep
		}
	}
	switch whole := v[small+strings.ToLower(right)]; {
	case whole && lower(right):
		return Drop
	case !lower(right), !lower(left) && !capitalised(left):
		return Keep
	case slices.Contains(firstHalves, small), v[small+"-"], utf8.RuneCountInString(left) == 1, utf8.RuneCountInString(right) == 1:
		return Keep
	}
	if full && lower(left) {
		return Drop
	}
	return Unclear
}

func lower(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsLower(r) })
}

// capitalised tells of a word as it begins a sentence, or is a name.
func capitalised(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) && size < len(s) && lower(s[size:])
}
