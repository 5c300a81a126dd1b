package intake

import (
	"slices"

	"referat/generator/source"
)

// blocks merges the blocks below one heading. Each block of base has become one in mine and
// one in theirs, or is gone there; what is new stands between. Where theirs has something
// new in place of what it left out, and the new is not taken, mine keeps the old.
func (g *merger) blocks(base, mine, theirs []*block) []*block {
	m, t := align(base, mine), align(base, theirs)
	newMine, newTheirs := between(m, mine), between(t, theirs)
	var out []*block
	kept := false
	for i, b := range base {
		var taken bool
		out, taken = g.added(out, newMine[i], newTheirs[i])
		kept = t[i] < 0 && (kept || !taken)
		if stays := paired(mine, m[i]); kept && stays != nil && stays.unchanged(b) {
			out = append(out, stays)
			continue
		}
		out = g.block(out, b, paired(mine, m[i]), paired(theirs, t[i]))
	}
	out, _ = g.added(out, newMine[len(base)], newTheirs[len(base)])
	return out
}

// paired is the block of an index; nil of none.
func paired(list []*block, i int) *block {
	if i < 0 {
		return nil
	}
	return list[i]
}

// between are the blocks that have no pair: before each of base, and behind the last.
func between(pair []int, list []*block) [][]*block {
	slots := make([][]*block, len(pair)+1)
	slot, next := 0, 0
	for i, j := range pair {
		if j >= 0 {
			slots[slot] = list[next:j]
			slot, next = i+1, j+1
		}
	}
	slots[slot] = list[next:]
	return slots
}

// block merges what has become of one block.
func (g *merger) block(out []*block, b, m, t *block) []*block {
	switch {
	case m == nil && t == nil:
		return out
	case m == nil:
		if !t.same(b) {
			g.clash(source.DoubtClashDeleted, g.inside(), nil, b.words(), t.words())
		}
		return out
	case t == nil:
		if m.unchanged(b) {
			return out
		}
		g.clash(source.DoubtClashGone, m, nil, m.words(), "")
	case t.same(b), m.same(t):
		if m.gap == b.gap {
			m.gap = t.gap
		}
	case m.unchanged(b):
		m = t
	default:
		g.clash(source.DoubtClash, m, nil, m.words(), t.words())
	}
	return append(out, m)
}

// unchanged tells that staff have left a block as it was imported.
func (b *block) unchanged(base *block) bool { return b.same(base) && b.mark == base.mark }

// added puts what is new at one place, and tells whether all of it was taken. Where both
// sides have something new, it may be the same in other words; and what the document has
// new between the lines of a mark is not marked by anybody.
func (g *merger) added(out, mine, theirs []*block) (all []*block, taken bool) {
	out, taken = append(out, mine...), true
	marked := len(out) > 0 && out[len(out)-1].mark != "" && out[len(out)-1].end == ""
	if len(mine) == 0 && !marked {
		return append(out, theirs...), true
	}
	for _, t := range theirs {
		if slices.ContainsFunc(mine, t.same) {
			continue
		}
		var at any = g.inside()
		if len(out) > 0 {
			at = out[len(out)-1]
		}
		words := ""
		if len(mine) > 0 {
			words = mine[0].words()
		}
		g.clash(source.DoubtClashNew, at, nil, words, t.words())
		taken = false
	}
	return out, taken
}
