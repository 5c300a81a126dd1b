package chart

import (
	"math/big"
	"strings"
)

// The motif of the site is the broken bar of a base pair. Both drawings are
// decoration beside words that say the same, and are hidden from screen readers.

// mostDigits is the longest number that is drawn as a strip.
const mostDigits = 24

// Strip draws the digits of a number as bars: the number in base 4, one pair of
// bars a digit. Other characters are passed over; of no digits there is no strip.
func Strip(number string) string {
	digits := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, number)
	if digits == "" || len(digits) > mostDigits {
		return ""
	}
	n, _ := new(big.Int).SetString(digits, 10)
	var thin, thick path
	pairs := n.Text(4)
	for i, digit := range pairs {
		p := &thin
		if digit == '1' || digit == '2' {
			p = &thick
		}
		x := 60*i + 20
		if digit == '0' || digit == '2' {
			p.bars(x, 100, 120)
		} else {
			p.bars(x, 60, 80)
		}
	}
	return decoration("strip", 60*len(pairs)-20, 180,
		`<path stroke-width="1.5" d="`+thin.String()+`"/><path stroke-width="3" d="`+thick.String()+`"/>`)
}

// bars draws a pair from the top to a strip's foot, with a gap between.
func (p *path) bars(x, upper, lower int) {
	p.move(x, 0)
	p.down(upper)
	p.move(x, lower)
	p.down(180)
}

// Lengths of a row of bars, in tenths of a unit.
const (
	barsInRow  = 20
	barPitch   = 160
	barWidth   = 80
	barsHeight = 600
)

// mostBars is how many things are drawn one by one.
const mostBars = 100

// Bars draws a pair of bars for each of n things: first the upper bars, then the
// lower ones, which the stylesheet may leave hollow. Of more than a hundred things
// there is no drawing.
func Bars(n int) string {
	if n < 1 || n > mostBars {
		return ""
	}
	var upper, lower path
	for i := range n {
		x, top := i%barsInRow*barPitch+20, i/barsInRow*(barsHeight+120)+20
		gap := top + 180
		if i%3 != 1 { // an uneven rhythm, as in the mark of the site
			gap = top + 330
		}
		upper.rect(x, top, gap)
		lower.rect(x, gap+60, top+barsHeight-40)
	}
	rows := (n + barsInRow - 1) / barsInRow
	return decoration("bars", (min(n, barsInRow)-1)*barPitch+barWidth+40, rows*(barsHeight+120)-120,
		`<path stroke-width="2" d="`+upper.String()+`"/><path stroke-width="2" d="`+lower.String()+`"/>`)
}

// rect draws a bar's outline.
func (p *path) rect(x, top, bottom int) {
	p.move(x, top)
	p.across(x + barWidth)
	p.down(bottom)
	p.across(x)
	p.WriteString("z")
}

// decoration is a drawing in the colour of the words beside it.
func decoration(class string, width, height int, shapes string) string {
	return `<svg class="` + class + `" viewBox="0 0 ` + number(width) + ` ` + number(height) + `" width="` + number(width) +
		`" height="` + number(height) + `" stroke="currentColor" aria-hidden="true" focusable="false">` + shapes + `</svg>`
}
