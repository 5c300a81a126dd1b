package pdf

import (
	"bytes"
	"math"
	"strings"
)

// matrix places what is drawn.
type matrix struct{ a, b, c, d, e, f float64 }

var upright = matrix{a: 1, d: 1}

// then is m followed by n.
func (m matrix) then(n matrix) matrix {
	return matrix{
		m.a*n.a + m.b*n.c, m.a*n.b + m.b*n.d,
		m.c*n.a + m.d*n.c, m.c*n.b + m.d*n.d,
		m.e*n.a + m.f*n.c + n.e, m.e*n.b + m.f*n.d + n.f,
	}
}

// content is what a stream of drawing says: every letter, seen or not, in the order of drawing.
type content struct {
	fonts   func(name) *font
	said    strings.Builder // what is drawn
	beside  strings.Builder // other strings: what letters are said to be, alternatives of pictures
	unknown int             // codes of which nobody knows the letter

	pen
	saved      []pen
	endX, endY float64 // where the last letters end
	begun      bool
}

// pen is where and how letters are drawn.
type pen struct {
	place, line, page matrix // of the next letter, of the line, of the page
	font              *font
	size, lead        float64
	spacing, blank    float64 // between letters, and more between words
	wide              float64
}

// maxOperands is how many values may stand before an operator; what stands before them is read, and not drawn.
const maxOperands = 4096

// draw reads a stream of drawing.
func draw(data []byte, fonts func(name) *font) *content {
	c := &content{fonts: fonts, pen: pen{place: upright, line: upright, page: upright, wide: 1}}
	r := &reader{data: data}
	var operands array
	for {
		v, ok := r.next()
		if !ok {
			break
		}
		w, is := v.(word)
		if !is || w == "true" || w == "false" {
			if operands = append(operands, v); len(operands) > maxOperands {
				c.aside(operands)
				operands = operands[:0]
			}
			continue
		}
		if w == "ID" {
			r.at = endOfPicture(data, r.at)
		}
		if !c.text(string(w), operands) && !c.state(string(w), operands) {
			c.aside(operands)
		}
		operands = operands[:0]
	}
	c.aside(operands)
	c.beside.Write(r.notes)
	return c
}

// endOfPicture finds where the bytes of a picture in a stream of drawing end.
func endOfPicture(data []byte, at int) int {
	for start := at; ; {
		n := bytes.Index(data[start:], []byte("EI"))
		if n < 0 {
			return at // then there is no picture
		}
		start += n + 2
		before, after := data[start-3], byte(' ')
		if start < len(data) {
			after = data[start]
		}
		if isBlank(before) && isBlank(after) && bytes.IndexFunc(data[start:min(len(data), start+40)], func(r rune) bool { return r < ' ' && !isBlank(byte(r)) || r > '~' }) < 0 {
			return start
		}
	}
}

// aside reads the strings of what is no drawing of text.
func (c *content) aside(operands array) {
	each("", operands, func(_ name, v any) bool {
		if t, is := v.(text); is {
			c.beside.WriteString(t.String())
			c.beside.WriteByte('\n')
		}
		return true
	})
}

// state follows what changes where and how large letters are drawn.
func (c *content) state(operator string, v array) bool {
	switch operator {
	case "q":
		if len(c.saved) < maxOperands {
			c.saved = append(c.saved, c.pen)
		}
	case "Q":
		if n := len(c.saved); n > 0 {
			c.pen, c.saved = c.saved[n-1], c.saved[:n-1]
		}
	case "cm":
		c.page = matrixOf(v).then(c.page)
	case "BT":
		c.place, c.line = upright, upright
	case "Tm":
		c.line = matrixOf(v)
		c.place = c.line
	case "Td":
		c.move(number(v, 0), number(v, 1))
	case "TD":
		c.lead = -number(v, 1)
		c.move(number(v, 0), number(v, 1))
	case "T*":
		c.move(0, -c.lead)
	case "TL":
		c.lead = number(v, 0)
	case "Tc":
		c.spacing = number(v, 0)
	case "Tw":
		c.blank = number(v, 0)
	case "Tz":
		c.wide = number(v, 0) / 100
	case "Tf":
		c.size = number(v, 1)
		if len(v) > 0 {
			n, _ := v[0].(name)
			c.font = c.fonts(n)
		}
	default:
		return false
	}
	return true
}

// text draws letters.
func (c *content) text(operator string, v array) bool {
	if len(v) == 0 {
		return false
	}
	last := v[len(v)-1]
	switch operator {
	case "Tj":
		c.show(last)
	case "'":
		c.move(0, -c.lead)
		c.show(last)
	case "\"":
		c.blank, c.spacing = number(v, 0), number(v, 1)
		c.move(0, -c.lead)
		c.show(last)
	case "TJ":
		list, _ := last.(array)
		for _, e := range list {
			if n, is := e.(float64); is {
				c.advance(-n / 1000 * c.size * c.wide)
				continue
			}
			c.show(e)
		}
	default:
		return false
	}
	return true
}

func number(v array, i int) float64 {
	if i >= len(v) {
		return 0
	}
	n, _ := v[i].(float64)
	return n
}

func matrixOf(v array) matrix {
	return matrix{number(v, 0), number(v, 1), number(v, 2), number(v, 3), number(v, 4), number(v, 5)}
}

func (c *content) move(x, y float64) {
	c.line = matrix{1, 0, 0, 1, x, y}.then(c.line)
	c.place = c.line
}

func (c *content) advance(x float64) { c.place = matrix{1, 0, 0, 1, x, 0}.then(c.place) }

func (c *content) show(v any) {
	t, is := v.(text)
	if !is || len(t) == 0 {
		return
	}
	c.part()
	if c.font == nil {
		c.unknown += len(t)
		c.said.WriteString(t.String())
		c.advance(float64(len(t)) / 2 * c.size)
	} else {
		letters, unknown, width := c.font.read(t, c.ratio(c.spacing), c.ratio(c.blank))
		c.unknown += unknown
		c.said.WriteString(letters)
		c.advance(width * c.size * c.wide)
	}
	at := c.place.then(c.page)
	c.endX, c.endY, c.begun = at.e, at.f, true
}

// ratio is a length as a part of the size of the letters.
func (c *content) ratio(length float64) float64 {
	if c.size == 0 {
		return 0
	}
	return length / c.size
}

// part parts the letters that come from those before them, by where both stand: not at all, as words, or as lines.
func (c *content) part() {
	if !c.begun {
		return
	}
	at := c.place.then(c.page)
	scale := math.Hypot(at.a, at.b)
	size := math.Abs(c.size) * scale
	if size == 0 || math.IsNaN(size) || math.IsInf(size, 0) {
		c.said.WriteByte('\n')
		return
	}
	x, y := at.e-c.endX, at.f-c.endY
	along, across := (x*at.a+y*at.b)/scale, (y*at.a-x*at.b)/scale
	switch {
	case math.Abs(across) > size/2 || along < -size/2 || along > 2*size || math.IsNaN(along+across):
		c.said.WriteByte('\n')
	case along > size/5:
		c.said.WriteByte(' ')
	}
}
