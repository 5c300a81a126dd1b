package pdf

// turn is how a page is turned so that its text reads from left to right and y grows downwards.
type turn struct {
	angle int // of the text on the page: 0, 90, 180 or 270
	box   rect
}

func (t turn) rect(r rect) rect {
	b := t.box
	switch t.angle {
	case 90:
		return rect{r.y0 - b.y0, r.x0 - b.x0, r.y1 - b.y0, r.x1 - b.x0}
	case 180:
		return rect{b.x1 - r.x1, r.y0 - b.y0, b.x1 - r.x0, r.y1 - b.y0}
	case 270:
		return rect{b.y1 - r.y1, b.x1 - r.x1, b.y1 - r.y0, b.x1 - r.x0}
	default:
		return rect{r.x0 - b.x0, b.y1 - r.y1, r.x1 - b.x0, b.y1 - r.y0}
	}
}

func (t turn) base(v float64) float64 {
	switch t.angle {
	case 90:
		return v - t.box.x0
	case 180:
		return v - t.box.y0
	case 270:
		return t.box.x1 - v
	default:
		return t.box.y1 - v
	}
}

func (t turn) glyphs(all []glyph) {
	for i := range all {
		g := &all[i]
		g.box, g.base = t.rect(g.box), t.base(g.base)
	}
}

// direction is the direction of most letters of a page.
func direction(glyphs []glyph) int {
	var count [4]int
	best := 0
	for i := range glyphs {
		if q := quarter(glyphs[i].ink.angle); q >= 0 {
			count[q/90]++
			if count[q/90] > count[best] {
				best = q / 90
			}
		}
	}
	return best * 90
}

// turned turns a page by its text. Text in other directions is taken out and given by itself.
func (p *page) turned() (others [][]glyph, slanted []glyph) {
	t := turn{direction(p.glyphs), p.box}
	var groups [4][]glyph
	straight := p.glyphs[:0]
	for _, g := range p.glyphs {
		switch q := quarter(g.ink.angle); q {
		case t.angle:
			straight = append(straight, g)
		case -1:
			slanted = append(slanted, g)
		default:
			groups[q/90] = append(groups[q/90], g)
		}
	}
	p.glyphs = straight
	for q, group := range groups {
		if len(group) > 0 {
			turn{q * 90, p.box}.glyphs(group)
			others = append(others, group)
		}
	}
	t.glyphs(p.glyphs)
	p.turnRest(t)
	return others, slanted
}

func (p *page) turnRest(t turn) {
	for i := range p.shapes {
		p.shapes[i].rect = t.rect(p.shapes[i].rect)
	}
	for i := range p.rules {
		r := &p.rules[i]
		r.rect = t.rect(r.rect)
		if t.angle%180 != 0 {
			r.upright = !r.upright
		}
	}
	for i := range p.links {
		p.links[i].rect = t.rect(p.links[i].rect)
	}
	for i := range p.struck {
		p.struck[i] = t.rect(p.struck[i])
	}
	for i := range p.fields {
		p.fields[i].rect = t.rect(p.fields[i].rect)
	}
	for i := range p.comments {
		p.comments[i].rect = t.rect(p.comments[i].rect)
	}
	p.box = t.rect(p.box)
}
