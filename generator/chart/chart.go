// Package chart draws a series of counts over time, and the plan of all
// subjects, as inline SVG. It owns the geometry of a drawing and nothing else:
// every word comes from the caller, every colour from the stylesheet. The motif of
// the site, which says nothing, is drawn here too (motif.go).
//
// # Two drawings
//
// A drawing that is shrunk until it fits a phone has text that nobody can read;
// text must be 14 px or more in a window of 320 px. So each SVG function returns
// two svg elements, and the stylesheet shows one of them:
//
//	class "chart chart-wide"    900 units wide, text of 16 units; made for 56rem or more
//	class "chart chart-narrow"  288 units wide, text of 14 units; made for 18rem or more
//
// One unit is meant to be one CSS pixel or more, so the stylesheet must not set
// font-size inside a drawing. An svg has a viewBox and no width or height, is
// one image with a text alternative to a screen reader (WCAG 2.1, 1.1.1) and
// never takes focus. Ids are made from the ID of the data, which must have no
// white space.
//
// # Classes
//
//	line, line-provisional       between own figures of consecutive months
//	point, point-other           solid: the authority's own; open: somebody else's, or provisional
//	whisker                      in a line: a date that is only an upper limit, dotted;
//	                             in a timeline: the days between which a period starts or ends
//	gap                          bracket over months without a number
//	bar, diamond, bracket        certain days of a period; a report; one report for several rows
//	grid, axis                   rules; the zero line, the January lines
//	label, value, month, year    text; value and year are measured as semibold
//
// The stylesheet gives them stroke, fill and font. Widths and dashes of strokes
// are presentation attributes, because dashed and solid mean different things
// and must do so on paper and in forced colours too. There is no style
// attribute, which the site's content security policy would block.
//
// # What holds
//
// A number stands within half a unit of its scaled place, on an axis that
// starts at zero; so does a date. No text overlaps another or leaves the
// drawing, as far as letters are as wide as text.go believes; a label without
// room is left out, for the table beside the drawing has every number. The same
// data give the same bytes: all lengths are whole tenths of a unit, and no map
// and no floating point is involved.
package chart

import "strings"

// form is one of the two shapes in which everything is drawn. Lengths are in
// tenths of a unit, here and in the whole package.
type form struct {
	suffix  string // of class and ids
	width   int
	font    int
	leading int // from one line of text to the next

	marker int // radius of a point
	reach  int // length of the whisker of a date that is only an upper limit
	plot   int // height between the zero line and the highest tick
	widest int // of the lines of a point's label

	names   int // width of the column of names in a timeline; 0: they stand above the bars
	diamond int // from its middle to a corner
	arm     int // of a bracket, from a row to the place of the diamond
}

var forms = [...]form{
	{suffix: "wide", width: 9000, font: 160, leading: 200, marker: 60, reach: 480, plot: 3200, widest: 2600, names: 3200, diamond: 80, arm: 90},
	{suffix: "narrow", width: 2880, font: 140, leading: 170, marker: 50, reach: 240, plot: 2000, widest: 2000, diamond: 65, arm: 50},
}

// drawing collects what an svg element holds, in painting order.
type drawing struct {
	form
	height int
	shapes strings.Builder
	texts  []text
}

// add places a text if it lies inside the drawing and on no other text, and
// reports whether it did. An unknown height (0) is no limit.
func (d *drawing) add(t text) bool {
	b := t.box(d.form)
	if b.left < 0 || b.right > d.width || b.top < 0 || d.height > 0 && b.bottom > d.height {
		return false
	}
	for _, other := range d.texts {
		if b.overlaps(other.box(d.form)) {
			return false
		}
	}
	d.texts = append(d.texts, t)
	return true
}

// svg returns the finished element.
func (d *drawing) svg(id, title, description string) string {
	id = escape(id + "-" + d.suffix)
	var b strings.Builder
	b.WriteString(`<svg class="chart chart-` + d.suffix + `" viewBox="0 0 ` + number(d.width) + ` ` + number(d.height) +
		`" font-size="` + number(d.font) + `" role="img" aria-labelledby="` + id + `-title ` + id + `-desc" focusable="false">` +
		`<title id="` + id + `-title">` + escape(title) + `</title><desc id="` + id + `-desc">` + escape(description) + `</desc>`)
	b.WriteString(d.shapes.String())
	for _, t := range d.texts {
		t.write(&b)
	}
	b.WriteString("</svg>")
	return b.String()
}

// stroke adds a path that is drawn with a line of the given width; more holds
// further attributes. An empty path is left out.
func (d *drawing) stroke(class string, width int, more string, p *path) {
	if p.Len() == 0 {
		return
	}
	d.shapes.WriteString(`<path class="` + class + `" fill="none" stroke-width="` + number(width) + `"` + more +
		` vector-effect="non-scaling-stroke" d="` + p.String() + `"/>`)
}
