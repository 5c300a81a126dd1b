package pdf

import (
	"strings"

	"github.com/klippa-app/go-pdfium/requests"
	"golang.org/x/text/unicode/norm"
)

// loaded is a page as read and turned, with the text on it that runs in other directions.
type loaded struct {
	page
	others  [][]glyph
	slanted []glyph
}

// load reads a page and settles what becomes of its letters.
func load(b *book, index int) *loaded {
	opened, ok := ask(b, b.FPDF_LoadPage, requests.FPDF_LoadPage{Document: b.ref, Index: index})
	l := &loaded{page: page{number: index + 1}}
	if !ok {
		return l
	}
	ref := requests.Page{ByReference: &opened.Page}
	box, _ := ask(b, b.FPDF_GetPageBoundingBox, requests.FPDF_GetPageBoundingBox{Page: ref})
	l.box = box4(box.Rect)
	drawn := readObjects(b, ref)
	l.shapes, l.rules, l.drawings = drawn.shapes, drawn.rules, drawn.drawn-len(drawn.orders)
	l.readAnnotations(b, ref)
	l.tree = readTree(b, ref)
	text, ok := ask(b, b.FPDFText_LoadPage, requests.FPDFText_LoadPage{Page: ref})
	if ok {
		l.glyphs = readGlyphs(b, text.TextPage, drawn.orders)
		ask(b, b.FPDFText_ClosePage, requests.FPDFText_ClosePage{TextPage: text.TextPage})
	}
	ask(b, b.FPDF_ClosePage, requests.FPDF_ClosePage{Page: opened.Page})
	l.fillIn()
	if len(l.glyphs)*len(l.shapes) > maxPairs {
		b.tooMuch()
		return l
	}
	l.hide()
	l.others, l.slanted = l.turned()
	return l
}

// fillIn puts the values of a form's fields on the page, as letters in the places of the fields.
func (p *page) fillIn() {
	for _, f := range p.fields {
		lines := strings.Split(strings.ReplaceAll(f.value, "\r", "\n"), "\n")
		size := min(f.height()/float64(len(lines))/1.3, 11)
		k := &ink{size: size, color: color{a: 255}, mark: -1, order: afterAll}
		for i, line := range lines {
			base := f.y1 - size*1.3*float64(i) - size
			x, blank := f.x0, true
			for _, r := range line {
				if r == ' ' || r == '\t' {
					x, blank = x+size/4, true
					continue
				}
				p.glyphs = append(p.glyphs, glyph{letter: r, box: rect{x, base, x + size/2, base + size*0.7}, base: base, ink: k, blank: blank, number: len(p.glyphs)})
				x, blank = x+size/2, false
			}
		}
	}
}

// words are the letters of a page that may be read, in the order of the file and with no other thought of
// where they stand.
func (l *loaded) words(signs map[int]bool) string {
	var s strings.Builder
	for n, group := range append([][]glyph{l.glyphs, l.slanted}, l.others...) {
		gap := false
		for i := range group {
			g := &group[i]
			gap = gap || g.blank
			if g.fate >= hidden || n == 0 && signs[g.number] {
				gap = true
				continue
			}
			if gap && s.Len() > 0 {
				s.WriteByte(' ')
			}
			gap = false
			s.WriteString(spelled(g.letter))
		}
		s.WriteByte('\n')
	}
	return norm.NFC.String(s.String())
}
