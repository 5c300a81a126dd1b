package pdf

import "referat/generator/intake/manuscript"

// rect is a rectangle. As read from the file y grows upwards, and y0 is the lower edge; once a page is
// turned y grows downwards, and y0 is the upper edge.
type rect struct{ x0, y0, x1, y1 float64 }

func (r rect) width() float64  { return r.x1 - r.x0 }
func (r rect) height() float64 { return r.y1 - r.y0 }

func (r rect) holds(x, y float64) bool { return r.x0 <= x && x <= r.x1 && r.y0 <= y && y <= r.y1 }

func (r rect) union(s rect) rect {
	return rect{min(r.x0, s.x0), min(r.y0, s.y0), max(r.x1, s.x1), max(r.y1, s.y1)}
}

// glyph is one letter on a page. Blanks are no glyphs: they are told by the glyph behind them.
type glyph struct {
	letter rune
	box    rect    // from its origin to that of the next letter, and as high as it is
	base   float64 // of the line it stands on
	ink    *ink
	blank  bool // PDFium has seen a blank or the end of a line before it
	far    bool // a wide gap is before it
	number int  // in the file's order
	fate   fate
}

// middle is a point that a letter must have in common with what covers or strikes it.
func (g *glyph) middle() (x, y float64) { return (g.box.x0 + g.box.x1) / 2, (g.box.y0 + g.box.y1) / 2 }

// fate is what becomes of a letter.
type fate int

const (
	seen    fate = iota
	struck       // crossed out, and kept
	hidden       // from here on letters are not to be read
	covered      // hidden by what is drawn over it
	dropped      // crossed out
)

// ink is what the letters of one text object have in common.
type ink struct {
	font   string
	size   float64 // of the letters as they are printed
	bold   bool
	italic bool
	color  color
	bare   bool // printed with no color at all
	mark   int  // number of the marked content that it belongs to; -1 is none
	order  int  // of drawing
	angle  float64
}

// color is red, green, blue, and how much it covers.
type color struct{ r, g, b, a uint }

// shape is something drawn that covers what was drawn before it.
type shape struct {
	rect
	color color
	image bool
	order int
}

// rule is a straight line, drawn as such or as a thin rectangle.
type rule struct {
	rect
	upright bool
}

// link is an area that leads to an address.
type link struct {
	rect
	address string
}

// page is all that one page shows.
type page struct {
	number int
	box    rect // what of it is to be seen
	glyphs []glyph
	shapes []shape
	rules  []rule
	overlay
	tree     []*element
	unseen   []manuscript.Unseen
	drawings int // things drawn that are no text
}

// overlay is what lies on a page without being drawn on it.
type overlay struct {
	links    []link
	struck   []rect
	comments []comment
	fields   []field
	embedded int
}

// comment is an annotation that holds words.
type comment struct {
	rect
	words int
}

// field is a form's field that somebody has filled in.
type field struct {
	rect
	value string
}
