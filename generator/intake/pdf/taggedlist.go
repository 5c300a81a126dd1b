package pdf

import (
	"math"

	"referat/generator/intake/manuscript"
)

// farApart is how wide a gap, in sizes of letters, can only be a tab.
const farApart = 2.5

// linesInOrder follows letters in the order that they are to be read in, and parts them where a line ends.
func linesInOrder(glyphs []glyph) []*piece {
	var lines []*piece
	var now *piece
	for _, g := range glyphs {
		if now != nil {
			last := &now.glyphs[len(now.glyphs)-1]
			gap := g.box.x0 - last.box.x1
			if math.Abs(g.base-now.base) < 0.6*max(now.size, g.ink.size) && gap > -now.size {
				if last.ink != g.ink && g.base != last.base {
					g.blank = gap > 0.14*g.ink.size
				}
				g.blank = g.blank || gap > 0.3*g.ink.size
				g.far = gap > farApart*g.ink.size && g.number == last.number+1 // a tab, and no letters left out
				now.add(g)
				if g.ink.size > now.size {
					now.size, now.base = g.ink.size, g.base
				}
				continue
			}
		}
		now = &piece{base: g.base, size: g.ink.size, box: g.box, from: g.box.x0}
		now.add(g)
		lines = append(lines, now)
	}
	return lines
}

// list gives the entries of a list.
func (r *reader) list(e *element) {
	for _, p := range e.parts {
		switch {
		case p.element == nil:
			r.text(&element{kind: "P", parts: []part{p}})
		case p.kind == "LI":
			r.entry(p.element)
		case p.kind == "L":
			r.depth++
			r.list(p.element)
			r.depth--
		default:
			r.element(p.element)
		}
	}
}

// entry gives one entry of a list, and the lists within it.
func (r *reader) entry(e *element) {
	body := &element{kind: "LBody"}
	for _, p := range e.parts {
		if p.element != nil && p.kind == "LBody" {
			body.parts = append(body.parts, p.parts...)
			continue
		}
		body.parts = append(body.parts, p)
	}
	glyphs, inner := r.gather(body)
	if b := r.block(glyphs); b != nil {
		if m, ok := markOf(b.first()); ok && b.mark == nil {
			b.mark = &m
			r.finish(b)
		}
		b.Kind, b.Level, b.tagged, b.Strong = manuscript.Entry, r.depth, true, false
		r.blocks = append(r.blocks, b)
	}
	r.depth++
	for _, i := range inner {
		r.element(i)
	}
	r.depth--
}

// everything are all letters of an element, of blocks within it too.
func (r *reader) everything(e *element) []glyph {
	glyphs, inner := r.gather(e)
	for _, i := range inner {
		glyphs = append(glyphs, r.everything(i)...)
	}
	return glyphs
}

func width(row []manuscript.Cell) int {
	n := 0
	for _, c := range row {
		n += c.Columns
	}
	return n
}
