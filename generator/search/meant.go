package search

import (
	"slices"
	"strings"
)

// What a word may have meant that no minutes have: the verb of a noun, two words that it
// is made of, another that is written nearly like it.

// verbsOf are the stems of the verbs that a noun in -ing can come from: "indstil" of
// "indstilling", "forsk" of "forskning".
func verbsOf(stemmed string) []string {
	var verbs []string
	for _, ending := range []string{"ing", "ning"} {
		verb, of := strings.CutSuffix(stemmed, ending)
		if verb = stem(verb + "e"); of && len(verb) >= leastNear {
			verbs = append(verbs, verb)
		}
	}
	return verbs
}

// instead is the group of a word that is nowhere: what may be meant in its place, or else its
// two parts, one behind the other where they are short. The answer says so.
func (r *Reader) instead(w asked) group {
	if near := r.near(w); near != "" {
		return group{units: []unit{{stems: []string{near}, factor: factorNear}}, near: near}
	}
	if parts := r.apart(w, leastPart); parts != nil {
		return group{units: []unit{{stems: parts, factor: factorApart}}, apart: w.word}
	}
	if parts := r.apart(w, leastShort); parts != nil {
		return group{phrase: []phraseWord{{parts[0], 0}, {parts[1], 1}}, apart: w.word}
	}
	return group{}
}

// leastShort is how many bytes each part of "set-up" has at least.
const leastShort = 2

// apart are the stems of the two words that a compound is made of, both of which minutes
// have: "børn" and "kræft" of "børnekræft". Of several ways that with the longest last word
// is taken. An ending that is also a stem, of "ingen", is no word.
func (r *Reader) apart(w asked, least int) []string {
	for at := range w.word {
		first, last := stemOf(w.word[:at]), stemOf(w.word[at:])
		if len(first) >= least && len(last) >= least && last != "ing" && r.knows(first) && r.knows(last) {
			return []string{first, last}
		}
	}
	return nil
}

// leastFar is how many bytes a word has that may be meant although it begins otherwise.
const leastFar = 8

// near is the stem a slip away that is most likely meant; "" of none.
func (r *Reader) near(w asked) string {
	asked := loose(w.stem)
	if len(asked) < leastNear {
		return ""
	}
	var list []candidate
	for _, v := range r.vocabulary {
		key := loose(v.name)
		if (len(asked) >= leastFar || key[0] == asked[0]) && slip(key, asked) {
			list = append(list, candidate{v, factorNear})
		}
	}
	if len(list) == 0 {
		return ""
	}
	return slices.MinFunc(list, better).name
}

// slip tells that two stems differ by a byte that is put in, left out or another, or by two
// neighbours that are swapped.
func slip(a, b string) bool {
	n := shared(a, b)
	a, b = a[n:], b[n:]
	switch {
	case a == "" || b == "":
		return len(a)+len(b) == 1
	case a[1:] == b[1:] || a[1:] == b || a == b[1:]:
		return true
	}
	return len(a) > 1 && len(b) > 1 && a[0] == b[1] && a[1] == b[0] && a[2:] == b[2:]
}
