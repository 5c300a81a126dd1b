package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// piece is a part of a line with no wide gap in it, so that it belongs to one column.
type piece struct {
	glyphs []glyph
	box    rect
	base   float64
	size   float64
	from   float64 // its ends, with letters there that are left out
	reach  float64
}

// wide is the gap between letters, in their size, that parts columns. Words of a line that is stretched
// to both margins stand closer.
const wide = 0.9

// pieces puts the letters of a page together to pieces, from the top.
func pieces(glyphs []glyph, rules []rule) []*piece {
	all := runsInOrder(glyphs, rules)
	slices.SortStableFunc(all, func(a, b *piece) int {
		return cmp.Or(cmp.Compare(math.Round(a.base), math.Round(b.base)), cmp.Compare(a.box.x0, b.box.x0))
	})
	return raised(sideBySide(all, rules))
}

// runsInOrder follows the letters in the order of the file for as long as they go on along a line.
func runsInOrder(glyphs []glyph, rules []rule) []*piece {
	var all []*piece
	var now *piece
	var out rect // letters that are left out, since the last that is not
	for _, g := range glyphs {
		if g.fate >= hidden {
			if now != nil && math.Abs(g.base-now.base) < 0.1*g.ink.size {
				now.reach = max(now.reach, g.box.x1)
			}
			if out.y0 != g.base {
				out = rect{x0: g.box.x0, y0: g.base}
			}
			continue
		}
		if now != nil {
			last := &now.glyphs[len(now.glyphs)-1]
			gap := g.box.x0 - last.box.x1
			if math.Abs(g.base-last.base) < 0.1*g.ink.size && same(g.ink.size, last.ink.size) && -0.5*g.ink.size < gap && gap < wide*g.ink.size && !parted(rules, last.box.x1, g.box.x0, g.base) {
				g.blank = g.blank || gap > 0.5*g.ink.size
				now.add(g)
				out = rect{}
				continue
			}
		}
		now = &piece{base: g.base, size: g.ink.size, box: g.box, from: g.box.x0}
		if out.y0 == g.base {
			now.from = min(out.x0, now.from)
		}
		out = rect{}
		now.add(g)
		all = append(all, now)
	}
	return all
}

func (p *piece) add(g glyph) {
	p.glyphs = append(p.glyphs, g)
	p.box = p.box.union(g.box)
	p.reach = max(p.reach, p.box.x1)
}

func same(a, b float64) bool { return math.Abs(a-b) < 0.06*max(a, b) }

// parted reports whether an upright rule stands between two letters.
func parted(rules []rule, x0, x1, base float64) bool {
	for i := range rules {
		r := &rules[i]
		if x := (r.x0 + r.x1) / 2; r.upright && x0-1 < x && x < x1+1 && r.y0 <= base && base-2 <= r.y1 {
			return true
		}
	}
	return false
}

// sideBySide joins the pieces of a line that stand next to each other, in whatever order the file has them.
func sideBySide(all []*piece, rules []rule) []*piece {
	var joined []*piece
	for _, p := range all {
		if left := neighbor(joined, p, rules); left != nil {
			left.take(p)
			continue
		}
		joined = append(joined, p)
	}
	return joined
}

// maxNeighbors is how many pieces may stand on one line.
const maxNeighbors = 200

// neighbor is the piece that a piece goes on from: on the same line, with no wide gap between.
func neighbor(before []*piece, p *piece, rules []rule) *piece {
	for i := len(before) - 1; i >= max(0, len(before)-maxNeighbors); i-- {
		q := before[i]
		if q.base < p.base-2 {
			return nil
		}
		size := max(p.size, q.size)
		gap := p.box.x0 - q.reach
		if math.Abs(q.base-p.base) < 0.1*size && -0.5*size < gap && gap < wide*size && !parted(rules, q.box.x1, p.box.x0, p.base) {
			return q
		}
	}
	return nil
}

// take puts the letters of another piece among those of p, by their places.
func (p *piece) take(q *piece) {
	q.glyphs[0].blank = q.glyphs[0].blank && q.box.x0-p.box.x1 > q.size
	p.glyphs = append(p.glyphs, q.glyphs...)
	slices.SortStableFunc(p.glyphs, func(a, b glyph) int { return cmp.Compare(a.box.x0, b.box.x0) })
	p.box, p.from, p.reach = p.box.union(q.box), min(p.from, q.from), max(p.reach, q.reach)
	p.size = max(p.size, q.size)
	for i := 1; i < len(p.glyphs); i++ {
		last, g := &p.glyphs[i-1], &p.glyphs[i]
		if last.ink != g.ink {
			g.blank = g.blank && g.base == last.base || g.box.x0-last.box.x1 > 0.14*g.ink.size
		}
	}
}

// maxPieces is up to how many pieces a page is looked over for raised letters.
const maxPieces = 4000

// raised puts small letters above or below the line into the piece that they belong to.
func raised(all []*piece) []*piece {
	if len(all) > maxPieces {
		return all
	}
	var rest []*piece
	for _, p := range all {
		host := -1
		for i, q := range all {
			off := math.Abs(p.base - q.base)
			if q != p && p.size < 0.85*q.size && off > 0.05*q.size && off < 0.6*q.size &&
				p.box.x1 > q.box.x0-0.5*q.size && p.box.x0 < q.box.x1+0.5*q.size {
				host = i
			}
		}
		if host < 0 {
			rest = append(rest, p)
			continue
		}
		all[host].take(p)
	}
	return rest
}

// text is the words of a piece.
func (p *piece) text() string {
	var s strings.Builder
	for i := range p.glyphs {
		if p.glyphs[i].blank && i > 0 {
			s.WriteByte(' ')
		}
		s.WriteString(spelled(p.glyphs[i].letter))
	}
	return norm.NFC.String(s.String())
}
