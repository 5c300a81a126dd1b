package docx

import (
	"strconv"

	"referat/generator/intake/manuscript"
)

// letters is how the letters of a run are to look. What is not said is zero.
type letters struct {
	bold, italic, struck, double, hidden toggle
	raised                               string // "superscript", "subscript"
	size                                 int    // in half points
	colour, ground, marker               string // six hexadecimal digits; marker is that of a highlighter
	font                                 string
}

// lettersOf reads run properties, which may be missing.
func lettersOf(e *element) letters {
	if e == nil || len(e.children) == 0 {
		return letters{}
	}
	l := letters{
		bold: e.toggle("w:b"), italic: e.toggle("w:i"), struck: e.toggle("w:strike"),
		double: e.toggle("w:dstrike"), hidden: e.toggle("w:vanish"),
		raised: or(e.child("w:vertAlign").val(), raisedBy(e.child("w:position"))),
		colour: e.child("w:color").val(), ground: fill(e.child("w:shd")),
		marker: highlights[e.child("w:highlight").val()],
		font:   e.child("w:rFonts").attr("w:ascii"),
	}
	if size := e.child("w:sz"); size != nil {
		n, _ := strconv.Atoi(size.val())
		l.size = max(n, 1)
	}
	return l
}

// raisedBy is what letters are that stand above or below the line by their place alone.
func raisedBy(position *element) string {
	switch n, _ := strconv.Atoi(position.val()); {
	case n > 0:
		return "superscript"
	case n < 0:
		return "subscript"
	}
	return ""
}

// over is l where it says something, and below where it does not.
func (l letters) over(below letters) letters {
	return letters{
		bold: l.bold.or(below.bold), italic: l.italic.or(below.italic), struck: l.struck.or(below.struck),
		double: l.double.or(below.double), hidden: l.hidden.or(below.hidden),
		raised: or(l.raised, below.raised), size: or(l.size, below.size),
		colour: or(l.colour, below.colour), ground: or(l.ground, below.ground), marker: or(l.marker, below.marker),
		font: or(l.font, below.font),
	}
}

// styledOver is the style of letters over that of their paragraph: what both turn on is off again, as
// bold letters in a bold heading are plain.
func (l letters) styledOver(paragraph letters) letters {
	both := l.over(paragraph)
	both.bold = l.bold.unlike(paragraph.bold)
	both.italic = l.italic.unlike(paragraph.italic)
	both.struck = l.struck.unlike(paragraph.struck)
	both.hidden = l.hidden.unlike(paragraph.hidden)
	return both
}

func (t toggle) or(below toggle) toggle { return or(t, below) }

func (t toggle) unlike(other toggle) toggle {
	switch {
	case t == unsaid:
		return other
	case other == unsaid:
		return t
	case (t == on) != (other == on):
		return on
	}
	return off
}

func or[T comparable](a, b T) T {
	var zero T
	if a != zero {
		return a
	}
	return b
}

func (l letters) look() manuscript.Look {
	return manuscript.Look{
		Bold: l.bold == on, Italic: l.italic == on, Struck: l.struck == on || l.double == on,
		Superscript: l.raised == "superscript", Subscript: l.raised == "subscript",
	}
}

const (
	white   = "FFFFFF"
	black   = "000000"
	unknown = "?" // a ground that is some colour or picture
	tiny    = 2   // half points: what is no larger is not meant to be seen
)

// unreadable tells whether letters are there but cannot be seen: hidden, tiny, or of the colour of
// their ground.
func (l letters) unreadable(ground string) bool {
	if l.hidden == on || l.size > 0 && l.size <= tiny {
		return true
	}
	ground = or(l.marker, or(l.ground, or(ground, white)))
	colour := l.colour
	if (colour == "" || colour == "auto") && l.marker == black {
		return true // blacked out with the highlighter
	}
	return alike(colour, ground)
}

// alike tells whether nobody can tell two colours apart.
func alike(a, b string) bool {
	x, errX := strconv.ParseUint(a, 16, 32)
	y, errY := strconv.ParseUint(b, 16, 32)
	if errX != nil || errY != nil || len(a) != 6 || len(b) != 6 {
		return false
	}
	for shift := 0; shift < 24; shift += 8 {
		if d := int(x>>shift&0xFF) - int(y>>shift&0xFF); d < -6 || d > 6 {
			return false
		}
	}
	return true
}

// fill is the colour that shading gives; "" of none.
func fill(shading *element) string {
	colour := shading.attr("w:fill")
	switch shading.val() {
	case "solid":
		colour = shading.attr("w:color")
	case "", "clear", "nil":
	default:
		return unknown // a pattern
	}
	if colour == "auto" {
		return ""
	}
	return colour
}

var highlights = map[string]string{
	"black": black, "white": white, "yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF", "magenta": "FF00FF",
	"blue": "0000FF", "red": "FF0000", "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000",
	"darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0",
}
