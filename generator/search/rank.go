package search

import (
	"cmp"
	"math/bits"
	"slices"
)

// finder finds what one part has for the groups of a query.
type finder struct {
	reader *Reader
	part   *part
	query  Query
	groups []inGroup
	about  map[int32]bool // the items of the subject that is asked for; nil if none is
}

// inGroup is what a part has for a group.
type inGroup struct {
	units []inUnit
	items int // in how many items the group is, added up
}

// inUnit is what a part has for a unit: the postings of each of its stems, or those
// of a phrase.
type inUnit struct {
	factor int
	lists  [][]posting
}

// find fetches what the part has.
func (f *finder) find(groups []group) error {
	if id := f.query.Subject; id != "" {
		list, err := f.reader.postings(f.part, "="+id)
		if err != nil {
			return err
		}
		f.about = make(map[int32]bool, len(list))
		for _, p := range list {
			f.about[p.item] = true
		}
	}
	for _, g := range groups {
		var found inGroup
		if len(g.phrase) > 1 {
			list, least, err := f.phrase(g.phrase)
			if err != nil {
				return err
			}
			found = inGroup{[]inUnit{{factorExact, [][]posting{list}}}, least}
		}
		for _, u := range g.units {
			in := inUnit{factor: u.factor}
			least := -1
			if u.place != nil {
				in.lists = [][]posting{f.part.at(u.place)}
				least = len(in.lists[0])
			}
			for _, s := range u.stems {
				list, err := f.reader.postings(f.part, s)
				if err != nil {
					return err
				}
				in.lists = append(in.lists, list)
				if least < 0 || len(list) < least {
					least = len(list)
				}
			}
			found.units = append(found.units, in)
			found.items += least
		}
		f.groups = append(f.groups, found)
	}
	return nil
}

// phrase finds the items with a phrase, and the least number of items that one of its
// stems is in.
func (f *finder) phrase(words []phraseWord) (found []posting, least int, err error) {
	lists, spots := make([][]posting, len(words)), make([][][]int, len(words))
	for i, w := range words {
		if lists[i], err = f.reader.postings(f.part, w.stem); err != nil {
			return nil, 0, err
		}
		if i == 0 || len(lists[i]) < least {
			least = len(lists[i])
		}
	}
	if least == 0 {
		return nil, 0, nil
	}
	for i, w := range words {
		if spots[i], err = f.reader.spots(f.part, w.stem, lists[i]); err != nil {
			return nil, 0, err
		}
	}
	at := make([]int, len(words))
	for i, p := range lists[0] {
		at[0] = i
		everywhere, impact := true, p.impact
		for j := 1; j < len(words) && everywhere; j++ {
			at[j], everywhere = slices.BinarySearchFunc(lists[j], p.item, func(p posting, item int32) int { return cmp.Compare(p.item, item) })
			if everywhere {
				impact &= lists[j][at[j]].impact | impactCount
			}
		}
		if !everywhere {
			continue
		}
		if n := times(words, spots, at); n > 0 {
			found = append(found, posting{p.item, impact&^impactCount | byte(min(n-1, impactCount))})
		}
	}
	return found, least, nil
}

// times is how often a phrase stands in an item.
func times(words []phraseWord, spots [][][]int, at []int) int {
	n := 0
	for _, first := range spots[0][at[0]] {
		all := true
		for j := 1; j < len(words) && all; j++ {
			all = slices.Contains(spots[j][at[j]], first+words[j].offset)
		}
		if all {
			n++
		}
	}
	return n
}

// rank puts all hits in order.
func (r *Reader) rank(parts []finder, groups []group) (hits []Hit, some bool) {
	weights := make([]int, len(groups))
	total, somewhere := 0, 0 // the weights of all groups, and of those that some item has
	for i := range groups {
		items := 0
		for _, f := range parts {
			if f.groups != nil {
				items += f.groups[i].items
			}
		}
		weights[i] = weight(r.Manifest.Items, items)
		total += weights[i]
		if items > 0 {
			somewhere += weights[i]
		}
	}
	for _, least := range []int{total, somewhere, (somewhere + 1) / 2} {
		for i := range parts {
			if parts[i].part != nil && (len(groups) == 0 || least > 0) {
				hits = append(hits, parts[i].hits(weights, least)...)
			}
		}
		if some = least < total; len(hits) > 0 {
			break
		}
	}
	some = some && len(hits) > 0
	slices.SortFunc(hits, func(a, b Hit) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(b.day, a.day), cmp.Compare(a.item, b.item))
	})
	return hits, some
}

// weight is that of a group that is in some of all items.
func weight(all, items int) int {
	items = max(1, min(items, all))
	x := uint(max(16, 16*all/items))
	b := bits.Len(x)
	return 16 + 16*(b-5) + int(x>>(b-5)&15)
}

// value is what a stem in an item counts, in a group of a weight.
func value(factor, weight int, impact, size byte) int {
	n, length := int(impact&impactCount)+1, int(size&placeLength)
	v := 128 * n / (2*n + 1 + length)
	if impact&impactTitle != 0 {
		v += 64
	}
	if impact&impactDecision != 0 {
		v += 24
	}
	return factor * weight * v / 100
}

// hits are the part's items that have groups of some weight or more together.
func (f *finder) hits(weights []int, least int) []Hit {
	items := len(f.part.of)
	scores, had := make([]int, items), make([]int, items)
	for i := range f.groups {
		for item, v := range f.values(&f.groups[i], weights[i]) {
			if v > 0 {
				scores[item] += v
				had[item] += weights[i]
			}
		}
	}
	var hits []Hit
	for item := range scores {
		if had[item] >= least && f.wanted(item) {
			hits = append(hits, f.hit(item, scores[item]))
		}
	}
	return hits
}

// values are what the items count for a group; 0 is that they do not have it.
func (f *finder) values(g *inGroup, weight int) []int {
	best := make([]int, len(f.part.of))
	for _, u := range g.units {
		least := f.listed(u.lists[0], u.factor, weight)
		for _, list := range u.lists[1:] {
			for item, v := range f.listed(list, u.factor, weight) {
				least[item] = min(least[item], v)
			}
		}
		for item, v := range least {
			best[item] = max(best[item], v)
		}
	}
	return best
}

// listed are what the items count for a list of postings.
func (f *finder) listed(list []posting, factor, weight int) []int {
	values := make([]int, len(f.part.of))
	for _, p := range list {
		size := f.part.sizes[p.item]
		decided := p.impact&impactDecision != 0 || p.impact&impactTitle != 0 && size&placeDecision != 0
		if !f.query.Decisions || decided {
			values[p.item] = value(factor, weight, p.impact, size)
		}
	}
	return values
}

// wanted tells that an item passes the filters.
func (f *finder) wanted(item int) bool {
	m, q := &f.part.meetings[f.part.of[item]], &f.query
	return (q.Committee == "" || m.committee == q.Committee) && (q.Year == 0 || dateOf(m.day).Year == q.Year) &&
		(f.about == nil || f.about[int32(item)]) && (!q.Decisions || f.part.sizes[item]&placeDecision != 0) &&
		(len(f.groups) > 0 || f.part.anchors[item] != "")
}

func (f *finder) hit(item, score int) Hit {
	manifest := &f.reader.Manifest
	m := &f.part.meetings[f.part.of[item]]
	if first, span := dayNamed(manifest.First), dayNamed(manifest.Last)-dayNamed(manifest.First); span > 0 {
		score += score * min(max(0, m.day-first), span) / (8 * span)
	}
	h := Hit{Address: manifest.Minutes + m.committee + "/" + m.name + "/", Draft: m.draft, Score: score, day: m.day, item: item, part: f.part}
	if anchor := f.part.anchors[item]; anchor != "" {
		h.Address += "#" + anchor
	}
	return h
}
