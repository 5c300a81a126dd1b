package intake

import (
	"strings"
)

// Overlap is how much of one file's text stands in another too: pairs of words that follow each
// other. Single words would not tell: the minutes of one body have most of them in common.
type Overlap struct{ Pairs, Common int }

// fewestPairs is a text so short that a few corrections may change most of it.
const fewestPairs = 24

// OverlapOf compares the text of a content file with that of another. Front matter is no part
// of it: the meetings of a body have the same people.
func OverlapOf(file, other string) Overlap {
	there := map[[2]string]int{}
	for _, pair := range pairsOf(other) {
		there[pair]++
	}
	o := Overlap{}
	for _, pair := range pairsOf(file) {
		o.Pairs++
		if there[pair] > 0 {
			there[pair]--
			o.Common++
		}
	}
	return o
}

// pairsOf are the pairs of neighbouring words of a file's text.
func pairsOf(file string) [][2]string {
	_, body := split(file)
	words := wordsIn(strings.ToLower(body))
	pairs := make([][2]string, 0, len(words))
	for i := 1; i < len(words); i++ {
		pairs = append(pairs, [2]string{words[i-1], words[i]})
	}
	return pairs
}

// Percent is the share of the text that stands in the other too.
func (o Overlap) Percent() int { return 100 * o.Common / max(o.Pairs, 1) }

// Little tells that most of the text is not in the other, as of minutes of another meeting.
func (o Overlap) Little() bool { return o.Pairs >= fewestPairs && 2*o.Common < o.Pairs }

// Most tells that nearly all of the text is in the other.
func (o Overlap) Most() bool { return o.Pairs >= fewestPairs && 10*o.Common >= 9*o.Pairs }
