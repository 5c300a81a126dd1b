package pdf

import (
	"math"
	"strings"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"
)

// object tells one text object from another: PDFium has no other name for it that can be compared.
type object struct {
	matrix structs.FPDF_FS_MATRIX
	bounds rect
}

// letters reads the letters of a page with their places, in the order of the file.
type letters struct {
	*book
	text   references.FPDF_TEXTPAGE
	orders map[object]int // when each text object is drawn

	matrix structs.FPDF_FS_MATRIX // of the object that ink and base belong to
	ink    *ink
	base   float64
}

// readGlyphs reads all letters of a page.
func readGlyphs(b *book, ref references.FPDF_TEXTPAGE, orders map[object]int) []glyph {
	l := &letters{book: b, text: ref, orders: orders}
	count, _ := ask(b, b.FPDFText_CountChars, requests.FPDFText_CountChars{TextPage: ref})
	if count.Count > maxPageGlyphs {
		b.tooMuch()
	}
	if !b.spend(count.Count, 0) {
		return nil
	}
	glyphs := make([]glyph, 0, count.Count)
	blank := true
	for i := range count.Count {
		letter := l.letter(i)
		switch letter {
		case ' ', '\t', '\r', '\n', '\u00a0':
			blank = true
			continue
		case softHyphen, '\u200b', '\ufeff':
			continue
		}
		g, ok := l.glyph(i, letter)
		if !ok {
			continue
		}
		g.blank, g.number = blank, len(glyphs)
		blank = false
		glyphs = append(glyphs, g)
	}
	shareBoxes(glyphs)
	return glyphs
}

// shareBoxes gives each letter of a ligature its part of the one box that all of them have.
func shareBoxes(glyphs []glyph) {
	for start := 0; start < len(glyphs); {
		end := start + 1
		for end < len(glyphs) && glyphs[end].box == glyphs[start].box && glyphs[end].ink == glyphs[start].ink {
			end++
		}
		box, n := glyphs[start].box, float64(end-start)
		for i := start; i < end && n > 1; i++ {
			from, to := float64(i-start)/n, float64(i-start+1)/n
			g := &glyphs[i]
			switch quarter(g.ink.angle) {
			case 90:
				g.box.y0, g.box.y1 = box.y0+from*box.height(), box.y0+to*box.height()
			case 180:
				g.box.x0, g.box.x1 = box.x1-to*box.width(), box.x1-from*box.width()
			case 270:
				g.box.y0, g.box.y1 = box.y1-to*box.height(), box.y1-from*box.height()
			default:
				g.box.x0, g.box.x1 = box.x0+from*box.width(), box.x0+to*box.width()
			}
		}
		start = end
	}
}

const softHyphen = '\u00ad'

// letter is the letter at a place of the text. What the font does not name is shown as such, so
// that nobody takes the words for whole. PDFium marks a hyphen at the end of a line by 2.
func (l *letters) letter(i int) rune {
	u, _ := ask(l.book, l.FPDFText_GetUnicode, requests.FPDFText_GetUnicode{TextPage: l.text, Index: i})
	if l.exact {
		e, _ := ask(l.book, l.FPDFText_HasUnicodeMapError, requests.FPDFText_HasUnicodeMapError{TextPage: l.text, Index: i})
		if e.HasUnicodeMapError || u.Unicode == 0 {
			l.unnamed++
		}
	}
	switch r := rune(u.Unicode); {
	case r == 2:
		return '-'
	case r == 0 || r == 0xfffe || r == 0xffff:
		return '\ufffd'
	case r == '\u00a0':
		return ' '
	case r == '\uf0b7' || r == '\uf0a7':
		return '•'
	default:
		return r
	}
}

func (l *letters) glyph(i int, letter rune) (glyph, bool) {
	m, _ := ask(l.book, l.FPDFText_GetMatrix, requests.FPDFText_GetMatrix{TextPage: l.text, Index: i})
	if l.ink == nil || m.Matrix != l.matrix {
		if !l.nextObject(i, m.Matrix) {
			return glyph{}, false
		}
	}
	box, _ := ask(l.book, l.FPDFText_GetLooseCharBox, requests.FPDFText_GetLooseCharBox{TextPage: l.text, Index: i})
	return glyph{letter: letter, box: box4(box.Rect), base: l.base, ink: l.ink}, l.err == nil
}

// nextObject notes the look of the text object that letter i belongs to. Letters of no object are
// made up by PDFium.
func (l *letters) nextObject(i int, matrix structs.FPDF_FS_MATRIX) bool {
	found, ok := ask(l.book, l.FPDFText_GetTextObject, requests.FPDFText_GetTextObject{TextPage: l.text, Index: i})
	if !ok {
		return false
	}
	l.matrix = matrix
	origin, _ := ask(l.book, l.FPDFText_GetCharOrigin, requests.FPDFText_GetCharOrigin{TextPage: l.text, Index: i})
	k := l.readInk(i, matrix)
	switch quarter(k.angle) {
	case 0, 180:
		l.base = origin.Y
	default:
		l.base = origin.X
	}
	own, _ := ask(l.book, l.FPDFPageObj_GetMatrix, requests.FPDFPageObj_GetMatrix{PageObject: found.TextObject})
	k.order = l.orders[object{own.Matrix, l.book.bounds(found.TextObject)}]
	mode, _ := ask(l.book, l.FPDFTextObj_GetTextRenderMode, requests.FPDFTextObj_GetTextRenderMode{PageObject: found.TextObject})
	switch mode.TextRenderMode {
	case enums.FPDF_TEXTRENDERMODE_INVISIBLE, enums.FPDF_TEXTRENDERMODE_CLIP:
		k.bare = true
	case enums.FPDF_TEXTRENDERMODE_STROKE, enums.FPDF_TEXTRENDERMODE_STROKE_CLIP:
		if c, ok := ask(l.book, l.FPDFText_GetStrokeColor, requests.FPDFText_GetStrokeColor{TextPage: l.text, Index: i}); ok {
			k.color = color{c.R, c.G, c.B, c.A}
		}
	}
	k.mark = -1
	if id, ok := ask(l.book, l.FPDFPageObj_GetMarkedContentID, requests.FPDFPageObj_GetMarkedContentID{PageObject: found.TextObject}); ok {
		k.mark = id.MarkedContentID
	}
	l.ink = k
	return true
}

// Flags of a font's descriptor.
const (
	italicFlag = 1 << 6
	boldFlag   = 1 << 18
)

func (l *letters) readInk(i int, m structs.FPDF_FS_MATRIX) *ink {
	size, _ := ask(l.book, l.FPDFText_GetFontSize, requests.FPDFText_GetFontSize{TextPage: l.text, Index: i})
	font, _ := ask(l.book, l.FPDFText_GetFontInfo, requests.FPDFText_GetFontInfo{TextPage: l.text, Index: i})
	name := strings.ToLower(font.FontName)
	k := &ink{
		font:   font.FontName,
		size:   size.FontSize * math.Hypot(float64(m.C), float64(m.D)),
		bold:   font.Flags&boldFlag != 0 || containsAny(name, "bold", "black", "heavy", "semibold", "demi"),
		italic: font.Flags&italicFlag != 0 || containsAny(name, "italic", "oblique", "kursiv"),
		angle:  math.Atan2(float64(m.B), float64(m.A)) * 180 / math.Pi,
		color:  color{a: 255},
	}
	if c, ok := ask(l.book, l.FPDFText_GetFillColor, requests.FPDFText_GetFillColor{TextPage: l.text, Index: i}); ok {
		k.color = color{c.R, c.G, c.B, c.A}
	}
	return k
}

func containsAny(s string, parts ...string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}

// quarter is the nearest of the four directions that text of forms and tables is printed in, or -1.
func quarter(angle float64) int {
	q := math.Round(angle / 90)
	if math.Abs(angle-q*90) > 3 {
		return -1
	}
	return (int(q)*90 + 360) % 360
}

func box4(r structs.FPDF_FS_RECTF) rect {
	return rect{float64(r.Left), float64(min(r.Bottom, r.Top)), float64(r.Right), float64(max(r.Bottom, r.Top))}
}

// bounds is the area of an object in the space of the page or form that it is in.
func (b *book) bounds(ref references.FPDF_PAGEOBJECT) rect {
	r, _ := ask(b, b.FPDFPageObj_GetBounds, requests.FPDFPageObj_GetBounds{PageObject: ref})
	return rect{float64(r.Left), float64(r.Bottom), float64(r.Right), float64(r.Top)}
}
