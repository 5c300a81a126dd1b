package intake

import (
	"slices"

	"referat/generator/intake/manuscript"
	"referat/generator/source"
)

// outOfOrder adds the items that stand out of order in a document without an agenda: lines whose number the
// items lack, or that comes right before or behind one of them, and that look as the items do. Lines that
// have such a number but look otherwise, or stand in a list, are given back as doubtful.
func (a *analysis) outOfOrder(chain, candidates []start) (items, doubtful []start) {
	if len(a.agenda.entries) > 0 || len(chain) == 0 {
		return chain, nil
	}
	for again := true; again; {
		again = false
		for i := range candidates {
			c := &candidates[i]
			if lacks(chain, c) && a.looksAs(chain, c) && !a.inRun(c) {
				chain = append(chain, *c)
				again = true
			}
		}
	}
	for i := range candidates {
		if c := &candidates[i]; lacks(chain, c) && amid(chain, c) && capital(c.title) {
			doubtful = append(doubtful, *c)
		}
	}
	slices.SortFunc(chain, func(x, y start) int { return x.line - y.line })
	return chain, doubtful
}

// lacks tells that no item has the number, and that one has the number before or behind it.
func lacks(chain []start, c *start) bool {
	near := false
	for i := range chain {
		if chain[i].number == c.number {
			return false
		}
		near = near || c.next(&chain[i].numbered) || chain[i].next(&c.numbered)
	}
	return near
}

// amid tells that a line stands among the items and its number among theirs.
func amid(chain []start, c *start) bool {
	lower := slices.ContainsFunc(chain, func(s start) bool { return c.after(&s.numbered) })
	higher := slices.ContainsFunc(chain, func(s start) bool { return s.after(&c.numbered) })
	above := slices.ContainsFunc(chain, func(s start) bool { return s.line < c.line })
	return lower && higher && above
}

// looksAs tells that a line has the form of the items, and weighs about as much as the lightest of them.
func (a *analysis) looksAs(chain []start, c *start) bool {
	const less = 0.25
	kind := func(s *start) manuscript.Kind { return a.lines[s.line].block.Kind }
	lightest, alike := c.weight+less, false
	for i := range chain {
		lightest = min(lightest, chain[i].weight)
		alike = alike || kind(&chain[i]) == kind(c) && a.lines[chain[i].line].marked() == a.lines[c.line].marked() && a.lines[chain[i].line].first == a.lines[c.line].first
	}
	return alike && c.weight+less > lightest && (c.title == "" || capital(c.title) && !sentenceLike(c.title))
}

// inRun tells that the line above or below has the number before or behind, as in a list.
func (a *analysis) inRun(c *start) bool {
	for _, i := range []int{c.line - 1, c.line + 1} {
		if i < 0 || i >= len(a.lines) {
			continue
		}
		n, ok := numberedLine(a.lines[i].text)
		if ok && n.family == c.family && (n.next(&c.numbered) || c.next(&n)) {
			return true
		}
	}
	return false
}

// doubtMissing tells of lines that may be the items whose numbers are lacking.
func (a *analysis) doubtMissing(doubtful []start) {
	for i := range doubtful {
		c, index := &doubtful[i], 0
		for s := range a.starts {
			if a.starts[s].line < c.line {
				index = s
			}
		}
		a.doubt(doubtAt{a.lines[c.line].at, Target{Part: InItem, Index: index, Near: c.title}}, source.DoubtMissingItem, c.number, a.lines[c.line].text)
	}
}
