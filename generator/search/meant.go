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

// apart are the stems of the two words that a compound is made of, both of which minutes
// have: "børn" and "kræft" of "børnekræft". Of several ways that with the longest last word
// is taken.
func (r *Reader) apart(w asked) []string {
	for at := range w.word {
		first, last := stemOf(w.word[:at]), stemOf(w.word[at:])
		if len(first) >= leastPart && len(last) >= leastPart && r.knows(first) && r.knows(last) {
			return []string{first, last}
		}
	}
	return nil
}

// What is offered in the place of a word that minutes do not have: from leastFar bytes on it
// may have another first letter, or be two slips away if it is in several items.
const (
	leastFar = 8
	someUse  = 2 // two items or more
)

// offered is the stem that is most likely meant; "" of none.
func (r *Reader) offered(w asked) string {
	asked := loose(w.stem)
	var list []candidate // whose factor falls with the slips
	for _, v := range r.vocabulary {
		key := loose(v.name)
		n := slips(key, asked, 2)
		begins, long := key[0] == asked[0], len(asked) >= leastFar
		if n == 1 && (begins || long) || n == 2 && begins && long && v.use >= someUse {
			list = append(list, candidate{v, -n})
		}
	}
	if len(list) == 0 {
		return ""
	}
	return slices.MinFunc(list, better).name
}

// slips counts the bytes that are put in, left out or others, or swapped with their
// neighbours; of more than some it gives up.
func slips(a, b string, most int) int {
	if len(a)-len(b) > most || len(b)-len(a) > most {
		return most + 1
	}
	var before []int
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		next := make([]int, len(b)+1)
		next[0] = i + 1
		for j := range len(b) {
			changed := row[j]
			if a[i] != b[j] {
				changed++
			}
			next[j+1] = min(row[j+1]+1, next[j]+1, changed)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				next[j+1] = min(next[j+1], before[j-1]+1)
			}
		}
		if slices.Min(next) > most {
			return most + 1
		}
		before, row = row, next
	}
	return row[len(b)]
}
