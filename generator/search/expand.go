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
	factorNear    = 40 // meant in its place
	factorMiddle  = 30
	factorApart   = 20 // its two parts, each for itself

	halved = 2 // of what is part of a loose key

	leastPart  = 4 // bytes of what may be a part
	leastTyped = 2
	leastNear  = 5

	mostStems  = 15      // from the vocabulary
	mostOthers = 5       // shards besides the word's own
	mostLoad   = 3 << 16 // of all shards
)

// wordGroup is the group of a word.
func (r *Reader) wordGroup(w asked, typing bool) group {
	own := []string{w.stem}
	g := group{units: r.existing(append([]unit{{stems: own, factor: factorExact}}, r.synonymsOf(own)...))}
	if hasDigit(w.word) {
		return g
	}
	var wanted []int // shards
	load, most := 0, mostOthers
	want := func(stem string) bool {
		n := wordShard(stem, r.widest)
		if slices.Contains(wanted, n) {
			return true
		}
		if len(wanted) == most || len(wanted) > 0 && load+r.loads[n] > mostLoad {
			return false
		}
		wanted, load = append(wanted, n), load+r.loads[n]
		return true
	}
	if r.knows(w.stem) {
		most++
		want(w.stem)
	}
	taken := 0
	for _, c := range r.candidates(w, typing) {
		if !want(c.name) {
			continue
		}
		g.units = append(g.units, unit{stems: []string{c.name}, factor: c.factor})
		if taken++; taken == mostStems {
			break
		}
	}
	if len(g.units) == 0 {
		return r.instead(w)
	}
	return g
}

// existing are the units whose stems all are somewhere: for others nothing is fetched.
func (r *Reader) existing(units []unit) []unit {
	return slices.DeleteFunc(units, func(u unit) bool {
		return slices.ContainsFunc(u.stems, func(s string) bool { return !hasDigit(s) && !r.knows(s) })
	})
}

// knows tells that a stem is in the vocabulary.
func (r *Reader) knows(stem string) bool {
	_, known := slices.BinarySearchFunc(r.vocabulary, stem, func(v word, s string) int { return cmp.Compare(v.name, s) })
	return known
}

// candidate is a stem of the vocabulary for a word.
type candidate struct {
	word
	factor int
}

// candidates are the stems of the vocabulary for a word, the best first.
func (r *Reader) candidates(w asked, typing bool) (list []candidate) {
	exact := r.knows(w.stem)
	folded, verbs := fold(w.word), verbsOf(w.stem)
	for _, v := range r.vocabulary {
		factor := max(partOf(v.name, w.stem, factorPart, factorMiddle), partOf(v.name, folded, factorPart, factorMiddle))
		if slices.Contains(verbs, v.name) {
			factor = max(factor, factorPart)
		}
		if typing && len(folded) >= leastTyped && strings.HasPrefix(v.name, folded) {
			factor = max(factor, factorTyped)
		}
		if !exact {
			factor = max(factor, looseFactor(v.name, w.stem), shortFactor(v.name, folded))
		}
		if factor > 0 && v.name != w.stem {
			list = append(list, candidate{v, factor})
		}
	}
	slices.SortFunc(list, better)
	return list
}

// better puts candidates in order.
func better(a, b candidate) int {
	return cmp.Or(cmp.Compare(b.factor, a.factor), cmp.Compare(b.use, a.use), cmp.Compare(len(a.name), len(b.name)), cmp.Compare(a.name, b.name))
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

// shortFactor is the factor of a stem that begins with a word too short to be sought in others: "hud".
func shortFactor(name, folded string) int {
	if len(folded) == leastPart-1 && strings.HasPrefix(name, folded) {
		return factorLoose / halved
	}
	return 0
}
