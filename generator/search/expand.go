package search

import (
	"cmp"
	"slices"
	"strings"
)

// The factors of the stems that a word of a query finds, in per cent.
const (
	factorExact   = 100
	factorSynonym = 90
	factorLoose   = 80
	factorTyped   = 70
	factorPart    = 60 // begins or ends so
	factorNear    = 40 // a slip of the keyboard away
	factorMiddle  = 30

	halved = 2 // of what is part of a loose key

	leastPart  = 4 // bytes of what may be a part
	leastTyped = 2
	leastNear  = 5

	mostStems  = 15 // from the vocabulary
	mostOthers = 3  // shards besides the word's own
)

// wordGroup is the group of a word.
func (r *Reader) wordGroup(w asked, typing bool) group {
	own := []string{w.stem}
	g := group{units: append([]unit{{own, factorExact}}, r.synonymsOf(own)...)}
	if hasDigit(w.word) {
		return g
	}
	home := shardOf(w.stem, r.widest)
	var others []int
	taken := 0
	for _, c := range r.candidates(w, typing) {
		if n := shardOf(c.name, r.widest); n != home && !slices.Contains(others, n) {
			if len(others) == mostOthers {
				continue
			}
			others = append(others, n)
		}
		g.units = append(g.units, unit{[]string{c.name}, c.factor})
		if taken++; taken == mostStems {
			break
		}
	}
	return g
}

// candidate is a stem of the vocabulary for a word.
type candidate struct {
	word
	factor int
}

// candidates are the stems of the vocabulary for a word, the best first.
func (r *Reader) candidates(w asked, typing bool) []candidate {
	_, exact := slices.BinarySearchFunc(r.vocabulary, w.stem, func(v word, s string) int { return cmp.Compare(v.name, s) })
	folded := fold(w.word)
	var list []candidate
	for _, v := range r.vocabulary {
		factor := max(partOf(v.name, w.stem, factorPart, factorMiddle), partOf(v.name, folded, factorPart, factorMiddle))
		if typing && len(folded) >= leastTyped && strings.HasPrefix(v.name, folded) {
			factor = max(factor, factorTyped)
		}
		if !exact {
			factor = max(factor, looseFactor(v.name, w.stem))
		}
		if factor > 0 && v.name != w.stem {
			list = append(list, candidate{v, factor})
		}
	}
	if len(list) == 0 && !exact && len(w.stem) >= leastNear {
		for _, v := range r.vocabulary {
			if near(loose(v.name), loose(w.stem)) {
				list = append(list, candidate{v, factorNear})
			}
		}
	}
	slices.SortFunc(list, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.factor, a.factor), cmp.Compare(b.use, a.use), cmp.Compare(len(a.name), len(b.name)), cmp.Compare(a.name, b.name))
	})
	return list
}

// partOf is the factor of a stem that has another at an end or in its middle.
func partOf(name, part string, atEnd, inside int) int {
	switch {
	case len(part) < leastPart || len(part) >= len(name):
		return 0
	case strings.HasPrefix(name, part) || strings.HasSuffix(name, part):
		return atEnd
	case strings.Contains(name, part):
		return inside
	}
	return 0
}

func looseFactor(name, stem string) int {
	name, stem = loose(name), loose(stem)
	if name == stem {
		return factorLoose
	}
	return partOf(name, stem, factorLoose/halved, factorLoose/halved/halved)
}

// near tells that one byte is put in, left out or another, or that two neighbours
// are swapped.
func near(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	n := shared(a, b)
	switch len(b) - len(a) {
	case 0:
		if n+1 < len(a) && a[n] == b[n+1] && a[n+1] == b[n] && a[n+2:] == b[n+2:] {
			return true
		}
		return n < len(a) && a[n+1:] == b[n+1:]
	case 1:
		return a[n:] == b[n+1:]
	}
	return false
}
