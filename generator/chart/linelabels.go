package chart

import (
	"cmp"
	"slices"
)

// lettering returns the lines of a point's label: the number, its date in the
// authority's words, and what kind of number it is.
func (p *linePlot) lettering(i int) []text {
	point := p.series[i]
	lines := []text{{class: "value", words: grouped(uint64(point.Value), p.words.Thousands)}}
	under := []string{point.Words}
	if point.Other {
		under = append(under, p.words.Other)
	} else if point.Provisional {
		under = append(under, p.words.Provisional)
	}
	for _, words := range under {
		for _, line := range wrap(words, "label", min(p.widest, p.width-p.calendar.left), p.form) {
			lines = append(lines, text{class: "label", words: line})
		}
	}
	return lines
}

// label writes the labels of the points where they touch nothing. Only the
// first, which is the newest number, may lie on a line when there is no other
// room.
func (p *linePlot) label() {
	for n, i := range p.named() {
		lines := p.lettering(i)
		places := p.around(p.spots[i], lines)
		k := slices.IndexFunc(places, func(l place) bool { return p.free(l.box) })
		if k < 0 && n == 0 {
			k = slices.IndexFunc(places, func(l place) bool { return p.clear(l.box) })
		}
		if k < 0 {
			continue
		}
		for n, line := range lines {
			line.anchor, line.x = places[k].anchor, places[k].x
			line.y = baseline(places[k].top+n*p.leading, p.form)
			p.add(line)
		}
	}
}

// place is the room of a label, and where its lines are anchored.
type place struct {
	box
	anchor anchor
	x      int
}

// around returns the places for a label, the best first. The last is inside the
// drawing for every point.
func (p *linePlot) around(at spot, lines []text) []place {
	w, h := 0, len(lines)*p.leading
	for _, line := range lines {
		w = max(w, width(line.words, line.class, p.form))
	}
	away := p.radius + 40
	above, beside, below := at.y-away-h, at.y-h/2, at.y+away
	put := func(anchor anchor, x, top int) place {
		left := anchor.left(x, w)
		return place{box{left, top, left + w, top + h}, anchor, x}
	}
	middle := min(max(at.x, p.calendar.left+w/2), p.width-w+w/2)
	return []place{
		put(atStart, at.x-p.radius, above),
		put(atEnd, at.x+p.radius, above),
		put(atStart, at.x+away, beside),
		put(atStart, at.x-p.radius, below),
		put(atEnd, at.x+p.radius, below),
		put(atEnd, at.x-away, beside),
		put(atMiddle, middle, below),
		put(atMiddle, middle, above),
	}
}

// clear reports whether no words are in the box, which must lie above the axis.
func (p *linePlot) clear(b box) bool {
	if b.left < 0 || b.right > p.width || b.top < 0 || b.bottom > p.zero {
		return false
	}
	return !slices.ContainsFunc(p.texts, func(t text) bool { return b.overlaps(t.box(p.form)) })
}

// free reports whether nothing at all is in the box.
func (p *linePlot) free(b box) bool {
	if !p.clear(b) {
		return false
	}
	for _, taken := range p.taken {
		if b.overlaps(taken) {
			return false
		}
	}
	for _, line := range p.joined {
		if b.grown(15).crosses(p.spots[line.from], p.spots[line.to]) {
			return false
		}
	}
	return true
}

// bracketGaps draws a bracket over each gap that is wide enough for one, near
// the axis or else near the highest tick, and writes beside it that there are
// no numbers, the widest gap first.
func (p *linePlot) bracketGaps() *path {
	brackets := &path{}
	gaps := p.gaps()
	slices.SortStableFunc(gaps, func(a, b pair) int {
		return cmp.Compare(p.spots[b.to].x-p.spots[b.from].x, p.spots[a.to].x-p.spots[a.from].x)
	})
	for _, gap := range gaps {
		left, right := p.spots[gap.from].x, p.spots[gap.to].x
		if right-left < 120 {
			continue
		}
		levels := [...]int{p.zero - 170, p.top + p.leading + 110}
		k := slices.IndexFunc(levels[:], func(y int) bool {
			return p.free(box{left, y - 50, right, y + 50}) && p.free(p.gapText(left, right, y).box(p.form))
		})
		if k >= 0 {
			p.add(p.gapText(left, right, levels[k]))
		} else {
			k = slices.IndexFunc(levels[:], func(y int) bool { return p.free(box{left, y - 50, right, y + 50}) })
		}
		if k < 0 {
			continue
		}
		p.taken = append(p.taken, box{left, levels[k] - 50, right, levels[k] + 50})
		brackets.cap(left, levels[k], 50)
		brackets.across(right)
		brackets.cap(right, levels[k], 50)
	}
	return brackets
}

// gapText stands over the middle of a bracket, as far as the drawing allows.
func (p *linePlot) gapText(left, right, y int) text {
	w := width(p.words.NoMonths, "label", p.form)
	x := min(max((left+right)/2, p.calendar.left+w/2), p.width-w+w/2)
	return text{"label", atMiddle, x, baseline(y-60-p.leading, p.form), p.words.NoMonths}
}
