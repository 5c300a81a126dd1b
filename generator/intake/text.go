package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"referat/generator/intake/pattern"
)

// folded is what two spellings of a label have in common: no capitals, no colon, no space around it.
func folded(s string) string {
	return strings.ToLower(strings.TrimRight(spaced(s), " :;."))
}

// tokens are the words of a text in small letters, without signs.
func tokens(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// holds tells that parts have all the words of whole, each as often.
func holds(whole string, parts ...string) bool {
	count := map[string]int{}
	for _, p := range parts {
		for _, w := range tokens(p) {
			count[w]++
		}
	}
	for _, w := range tokens(whole) {
		if count[w]--; count[w] < 0 {
			return false
		}
	}
	return true
}

// endings are those of inflection, the longer before those that end them.
var endings = []string{"ernes", "erne", "ens", "ets", "ers", "en", "et", "er", "ne", "es", "s", "e", "t"}

// stem takes a word's inflection away, roughly: "arbejdsgruppen" and "arbejdsgruppe" are one.
func stem(word string) string {
	if utf8.RuneCountInString(word) < 5 {
		return word
	}
	for _, e := range endings {
		if rest, has := strings.CutSuffix(word, e); has {
			return rest
		}
	}
	return word
}

// alike tells that two titles are most likely of one item: the same words, or most of those
// of the shorter one, however they are abbreviated.
func alike(a, b string) bool {
	x, y := tokens(a), tokens(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) == 0 {
		return false
	}
	common, weight := 0, 0
	for _, w := range x {
		weight += utf8.RuneCountInString(w)
		for _, v := range y {
			if stem(w) == stem(v) {
				common += utf8.RuneCountInString(w)
				break
			}
		}
	}
	if len(x) == 1 && len(y) > 2 {
		return false
	}
	return common*10 >= weight*7 && (common >= 4 || len(x) == len(y))
}

// sentenceLike tells that words read as a sentence and not as a heading.
func sentenceLike(s string) bool {
	s = strings.TrimRight(s, " ")
	return (strings.HasSuffix(s, ".") && !abbreviated().MatchString(s) || strings.HasSuffix(s, ",") || strings.HasSuffix(s, ";")) || utf8.RuneCountInString(s) > longestTitle
}

// longestTitle is more than a title has.
const longestTitle = 180

// abbreviated is an end that has its point without ending a sentence.
var abbreviated = pattern.Of(`(?i)(?:^|[\s(])(?:evt|kl|mv|m\.v|m\.m|mm|m\.fl|mfl|o\.l|osv|etc|pkt|nr)\.$`)

// capital tells that the text begins with a capital, a digit or a quote, as titles and names do.
func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "\"'”’“»«([–- "))
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}

// shout tells that all letters are capitals.
func shout(s string) bool {
	return strings.ContainsFunc(s, unicode.IsLetter) && !strings.ContainsFunc(s, unicode.IsLower)
}
