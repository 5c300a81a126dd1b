package chart

import (
	"cmp"
	"math/bits"
	"slices"
	"strconv"
	"strings"
)

// box is a rectangle; y grows downwards.
type box struct {
	left, top, right, bottom int
}

// overlaps reports whether the boxes have more than an edge in common.
func (b box) overlaps(c box) bool {
	return b.left < c.right && c.left < b.right && b.top < c.bottom && c.top < b.bottom
}

// grown returns the box with a margin on every side.
func (b box) grown(margin int) box {
	return box{b.left - margin, b.top - margin, b.right + margin, b.bottom + margin}
}

// spot is a place in a drawing.
type spot struct {
	x, y int
}

// crosses reports whether the straight line from p to q has a part inside the
// box: it does unless it stays on one side of the box, or the box on one side
// of it.
func (b box) crosses(p, q spot) bool {
	if max(p.x, q.x) <= b.left || min(p.x, q.x) >= b.right || max(p.y, q.y) <= b.top || min(p.y, q.y) >= b.bottom {
		return false
	}
	side := func(x, y int) int { return cmp.Compare((q.x-p.x)*(y-p.y)-(q.y-p.y)*(x-p.x), 0) }
	first := side(b.left, b.top)
	return first == 0 || side(b.right, b.top) != first || side(b.left, b.bottom) != first || side(b.right, b.bottom) != first
}

// share returns length*part/whole, rounded to the nearest tenth. It is exact
// for numbers of any size, and needs part <= whole.
func share(length int, part, whole uint64) int {
	hi, lo := bits.Mul64(uint64(length), part)
	lo, carry := bits.Add64(lo, whole/2, 0)
	quotient, _ := bits.Div64(hi+carry, lo, whole)
	return int(quotient)
}

// number writes tenths of a unit as units: 123 as "12.3".
func number(tenths int) string {
	sign := ""
	if tenths < 0 {
		sign, tenths = "-", -tenths
	}
	whole := sign + strconv.Itoa(tenths/10)
	if tenths%10 == 0 {
		return whole
	}
	return whole + "." + strconv.Itoa(tenths%10)
}

// path is the data of a path element. Capital letters take places, small ones
// distances.
type path struct {
	strings.Builder
}

func (p *path) move(x, y int) { p.WriteString("M" + number(x) + " " + number(y)) }
func (p *path) line(x, y int) { p.WriteString("L" + number(x) + " " + number(y)) }
func (p *path) across(x int)  { p.WriteString("H" + number(x)) }
func (p *path) down(y int)    { p.WriteString("V" + number(y)) }
func (p *path) fall(dy int)   { p.WriteString("v" + number(dy)) }

// cap draws a short upright line with its middle at x, y and goes on from there.
func (p *path) cap(x, y, half int) {
	p.move(x, y-half)
	p.fall(2 * half)
	p.WriteString("m0 " + number(-half))
}

// span is a part of a line.
type span struct {
	from, to int
}

// without returns what is left of a line when the holes are taken out, so that
// no rule runs through the letters of a label.
func (s span) without(holes []span) []span {
	slices.SortFunc(holes, func(a, b span) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to)) })
	var left []span
	at := s.from
	for _, hole := range holes {
		if hole.to <= at || hole.from >= s.to {
			continue
		}
		if hole.from > at {
			left = append(left, span{at, hole.from})
		}
		at = hole.to
	}
	if at < s.to {
		left = append(left, span{at, s.to})
	}
	return left
}
