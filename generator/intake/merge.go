package intake

import (
	"slices"
	"strings"

	"referat/generator/source"
)

// Merge brings what a revised document says into a content file that staff have worked on. base is
// the file as it was imported before, mine as it is now, theirs as the revised document gives
// it. What only one side changed is taken from that side. Where both did, mine stays, and a
// clash says what the document has now (Target.Near) and on which line to look. What the
// document cannot know, such as marks of decisions, attachments and the state, is mine's.
//
// The merging is of keys, items, sections and blocks, not of lines. What came under
// [import] is theirs, but for the doubts that staff have settled.
func Merge(base, mine, theirs string) (merged string, clashes []Doubt) {
	switch {
	case theirs == base, theirs == mine:
		return mine, nil
	case mine == base:
		return theirs, nil
	}
	b, m, t := parseFile(base), parseFile(mine), parseFile(theirs)
	doubts, open := mergedDoubts(b.head, m.head, t.head), doubtIDs(m.head)
	origin := t.head.imported()
	for _, head := range []*node{b.head, m.head, t.head} {
		head.kids = slices.DeleteFunc(head.kids, fromImport)
	}
	g := &merger{}
	out := &tree{head: g.node(b.head, m.head, t.head), body: g.node(b.body, m.body, t.body)}
	doubts = slices.DeleteFunc(doubts, func(n *node) bool { return !open[n.id] && g.decided(out.body, n) })
	out.head.kids = slices.Concat(out.head.kids, origin, doubts)
	text, lines := out.file()
	for _, c := range g.clashes {
		clashes = append(clashes, c.doubt(out, lines))
	}
	return text, clashes
}

// fromImport tells of the tables that an import writes for itself.
func fromImport(n *node) bool {
	return strings.HasPrefix(n.id, "[import]") || strings.HasPrefix(n.id, "[import.") || strings.HasPrefix(n.id, "[[import.")
}

func isDoubt(n *node) bool { return strings.HasPrefix(n.id, "[[import.doubts]]") }

// imported are the tables of [import] but for the doubts.
func (n *node) imported() []*node {
	var list []*node
	for _, k := range n.kids {
		if fromImport(k) && !isDoubt(k) {
			list = append(list, k)
		}
	}
	return list
}

// mergedDoubts are those of the revised document that are new or that staff have not settled, and
// those that mine has from elsewhere.
func mergedDoubts(base, mine, theirs *node) []*node {
	has := func(in, doubt *node) bool {
		return slices.ContainsFunc(in.kids, func(n *node) bool { return n.id == doubt.id })
	}
	var list []*node
	for _, n := range theirs.kids {
		if isDoubt(n) && (has(mine, n) || !has(base, n)) {
			list = append(list, n)
		}
	}
	for _, n := range mine.kids {
		if isDoubt(n) && !has(base, n) && !has(theirs, n) {
			list = append(list, n)
		}
	}
	return list
}

// merger merges trees. It may change those it is given.
type merger struct {
	clashes []clash
	path    []*node // the nodes around what is being merged, of the result
}

func (n *node) same(o *node) bool { return n.written() == o.written() }

// written is a node as text, without what stands before it.
func (n *node) written() string {
	w := treeWriter{lines: map[any]int{}}
	w.node(&node{text: n.text, blocks: n.blocks, kids: n.kids})
	return strings.TrimSpace(w.String())
}

// node merges three versions of one thing. That of base may be nil.
func (g *merger) node(b, m, t *node) *node {
	if b == nil {
		b = &node{id: m.id}
	}
	switch {
	case t.same(b), m.same(t):
		return m
	case m.same(b):
		t.id = m.id
		if strings.TrimSpace(m.gap) != "" {
			t.gap = m.gap // a comment that staff wrote
		}
		return t
	}
	out := &node{id: m.id, gap: m.gap, text: m.text, tail: m.tail}
	g.path = append(g.path, out)
	if squeezed(m.text) == squeezed(b.text) {
		out.text = t.text
	} else if squeezed(t.text) != squeezed(b.text) && squeezed(t.text) != squeezed(m.text) {
		g.clash(source.DoubtClash, out, nil, m.own(), t.own())
	}
	out.blocks = g.blocks(b.blocks, m.blocks, t.blocks)
	out.kids = g.kids(b.kids, m.kids, t.kids)
	g.path = g.path[:len(g.path)-1]
	return out
}

// byID finds a node among others; nil of none.
func byID(list []*node, id string) *node {
	for _, n := range list {
		if n.id == id {
			return n
		}
	}
	return nil
}

// kids merges what has an id: in mine's order, what is new in theirs behind what it follows
// there.
func (g *merger) kids(base, mine, theirs []*node) []*node {
	if slices.ContainsFunc(slices.Concat(base, mine, theirs), (*node).isHeading) {
		rename(base, mine)
		rename(base, theirs)
		rename(without(mine, base), without(theirs, base))
	}
	var out []*node
	for _, m := range mine {
		b, t := byID(base, m.id), byID(theirs, m.id)
		switch {
		case t != nil:
			out = append(out, g.node(b, m, t))
		case b == nil:
			out = append(out, m)
		case !m.same(b):
			out = append(out, m)
			g.clash(source.DoubtClashGone, m, m, m.words(), "")
		}
	}
	for i, t := range theirs {
		if byID(mine, t.id) != nil {
			continue
		}
		if b := byID(base, t.id); b == nil {
			out = slices.Insert(out, g.behind(out, theirs[:i]), t)
		} else if !t.same(b) {
			g.clash(source.DoubtClashDeleted, g.inside(), b, b.words(), t.words())
		}
	}
	return out
}

// isHeading tells of an item or a section.
func (n *node) isHeading() bool { return strings.HasPrefix(n.id, "#") }

// without leaves out the nodes whose ids others have.
func without(list, others []*node) []*node {
	var left []*node
	for _, n := range list {
		if byID(others, n.id) == nil {
			left = append(left, n)
		}
	}
	return left
}

// behind is where something belongs that stands behind others: after the last of them that is
// there.
func (g *merger) behind(in, others []*node) int {
	for i := len(others) - 1; i >= 0; i-- {
		for at, n := range in {
			if n.id == others[i].id {
				return at + 1
			}
		}
	}
	return 0
}
