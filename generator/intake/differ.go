package intake

import (
	"slices"
	"strings"
)

// Difference is what a file has and another has not, in words.
type Difference struct {
	Where string // "Pkt. 2, Referat"; of front matter its key: "place", "participants, Anna Holm"
	Gone  string // words of the first, with some around them; "" when there are none
	New   string // words of the second
	Front bool   // it is of the front matter
}

// Differences tells what theirs, a file imported now, has other than mine, item by item and in
// words. What an import writes for itself, and the state, are no part of it.
func Differences(mine, theirs string) []Difference {
	a, b := parseFile(mine), parseFile(theirs)
	for _, head := range []*node{a.head, b.head} {
		head.kids = slices.DeleteFunc(head.kids, func(n *node) bool { return fromImport(n) || n.id == "state" })
	}
	d := differ{front: true}
	d.nodes(nil, a.head, b.head)
	d.front = false
	d.nodes(nil, a.body, b.body)
	return d.list
}

type differ struct {
	list  []Difference
	front bool
}

func (d *differ) add(path []*node, gone, now string) {
	d.list = append(d.list, Difference{where(path), gone, now, d.front})
}

// change adds what two texts do not have in common. Those of the same words differ in how they are
// written.
func (d *differ) change(path []*node, old, now, oldWritten, nowWritten string) {
	if old == now {
		old, now = squeezed(oldWritten), squeezed(nowWritten)
	}
	gone, fresh := difference(old, now)
	d.add(path, gone, fresh)
}

// nodes compares two versions of one node, which path leads to.
func (d *differ) nodes(path []*node, a, b *node) {
	if a.same(b) {
		return
	}
	if squeezed(a.text) != squeezed(b.text) {
		d.change(path, a.own(), b.own(), a.text, b.text)
	}
	pair := align(a.blocks, b.blocks)
	fresh := between(pair, b.blocks)
	for i := range len(pair) + 1 {
		for _, n := range fresh[i] {
			if !n.isRule() {
				d.add(path, "", excerpt(n.words()))
			}
		}
		if i == len(pair) {
			break
		}
		switch old, now := a.blocks[i], paired(b.blocks, pair[i]); {
		case old.isRule(): // it comes and goes with its table
		case now == nil:
			d.add(path, excerpt(old.words()), "")
		case !old.same(now):
			d.change(path, old.words(), now.words(), old.text, now.text)
		}
	}
	d.kids(path, a.kids, b.kids)
}

// isRule tells of the line under the head of a table.
func (b *block) isRule() bool { return b.kind == rowBlock && !hasWords(b.text) }

func (d *differ) kids(path []*node, a, b []*node) {
	if slices.ContainsFunc(slices.Concat(a, b), (*node).isHeading) {
		rename(a, b)
	}
	for _, n := range a {
		below := append(slices.Clone(path), n)
		if now := byID(b, n.id); now != nil {
			d.nodes(below, n, now)
		} else {
			d.add(below, excerpt(n.words()), "")
		}
	}
	for _, n := range without(b, a) {
		d.add(append(slices.Clone(path), n), "", excerpt(n.words()))
	}
}

// Words around a change that are shown with it, and how many are shown of a long one.
const (
	aroundChange = 3
	mostShown    = 24
)

// difference is what two texts do not have in common, each with some words around it.
func difference(a, b string) (gone, now string) {
	x, y := strings.Fields(a), strings.Fields(b)
	from := 0
	for from < min(len(x), len(y)) && x[from] == y[from] {
		from++
	}
	end := 0
	for end < min(len(x), len(y))-from && x[len(x)-1-end] == y[len(y)-1-end] {
		end++
	}
	cut := func(words []string) string {
		first, last := max(from-aroundChange, 0), min(len(words)-end+aroundChange, len(words))
		return shownWords(words, first, last)
	}
	return cut(x), cut(y)
}

// excerpt is the beginning of a text.
func excerpt(text string) string {
	words := strings.Fields(text)
	return shownWords(words, 0, len(words))
}

// shownWords are some of the words, with a sign where others are left out.
func shownWords(words []string, from, to int) string {
	cut := to
	if to-from > mostShown {
		cut = from + mostShown
	}
	s := strings.Join(words[from:cut], " ")
	if from > 0 {
		s = "… " + s
	}
	if cut < len(words) {
		s += " …"
	}
	return s
}
