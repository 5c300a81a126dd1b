package pdf

import "referat/generator/intake/manuscript"

// hide finds the letters of a page that no reader of it sees: printed with no color or in that of what
// lies below them, smaller than can be read, outside the page, or covered by what is drawn later. A bar over
// a name is the last of these.
func (p *page) hide() {
	for i := range p.glyphs {
		g := &p.glyphs[i]
		x, y := g.middle()
		if g.ink.bare || g.ink.color.a == 0 || g.ink.size < 1 || !p.box.holds(x, y) {
			g.fate = hidden
		} else {
			g.fate = p.lost(g, x, y)
		}
	}
}

// lost tells whether a letter is covered, or as good as the color of its ground.
func (p *page) lost(g *glyph, x, y float64) fate {
	ground, known, last := color{255, 255, 255, 255}, true, -1
	for i := range p.shapes {
		s := &p.shapes[i]
		if s.color.a < 250 || !s.holds(x, y) {
			continue
		}
		if s.order > g.ink.order {
			return covered
		}
		if s.order >= last {
			ground, known, last = s.color, !s.image, s.order
		}
	}
	if known && near(g.ink.color, ground) {
		return hidden
	}
	return seen
}

// near reports whether two colors cannot be told apart on paper.
func near(a, b color) bool {
	const step = 10
	return apart(a.r, b.r) < step && apart(a.g, b.g) < step && apart(a.b, b.b) < step
}

func apart(a, b uint) uint { return max(a, b) - min(a, b) }

// strike finds the letters of a turned page that a rule or an annotation crosses in the middle. A rule at
// the foot of the letters is an underline.
func (p *page) strike() {
	var level []rect
	for _, r := range p.rules {
		if !r.upright {
			level = append(level, r.rect)
		}
	}
	for i := range p.glyphs {
		g := &p.glyphs[i]
		if g.fate != seen {
			continue
		}
		x, y := g.middle()
		for _, r := range p.struck {
			if r.holds(x, y) {
				g.fate = struck
			}
		}
		for _, r := range level {
			above := (g.base - (r.y0+r.y1)/2) / g.ink.size
			if r.x0 <= x && x <= r.x1 && 0.14 < above && above < 0.55 && r.height() < 0.2*g.ink.size {
				g.fate = struck
			}
		}
	}
}

// report tells of the letters that are left out, by place and number of words.
func (l *loaded) report(lineAt func(y float64) int) {
	for i, group := range append([][]glyph{l.glyphs, l.slanted}, l.others...) {
		last := seen
		for j := range group {
			g := &group[j]
			if g.fate < hidden {
				last = seen
				continue
			}
			if last >= hidden && unseenKind(g.fate) == unseenKind(last) {
				if g.blank {
					l.unseen[len(l.unseen)-1].Words++
				}
				continue
			}
			at := manuscript.Place{Page: l.number}
			if i == 0 {
				at.Line = lineAt(g.base)
			}
			last = g.fate
			l.unseen = append(l.unseen, manuscript.Unseen{Kind: unseenKind(g.fate), At: at, Words: 1})
		}
	}
	l.reportRest(lineAt)
}

func unseenKind(f fate) manuscript.UnseenKind {
	if f == dropped {
		return manuscript.Deletion
	}
	return manuscript.Hidden
}

// logo is the part of a page up to which a picture is decoration.
const logo = 0.03

func (l *loaded) reportRest(lineAt func(y float64) int) {
	add := func(kind manuscript.UnseenKind, y float64, words int) {
		at := manuscript.Place{Page: l.number, Line: lineAt(y)}
		l.unseen = append(l.unseen, manuscript.Unseen{Kind: kind, At: at, Words: words})
	}
	for _, c := range l.comments {
		add(manuscript.Comment, c.y1, c.words)
	}
	for _, s := range l.shapes {
		if s.image && s.width()*s.height() > logo*l.box.width()*l.box.height() {
			add(manuscript.Picture, s.y0, 0)
		}
	}
	for range l.embedded {
		add(manuscript.Embedded, 0, 0)
	}
}
