package pdf

import (
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"
)

// matrix places what a form holds on the page.
type matrix struct{ a, b, c, d, e, f float64 }

func matrixOf(m structs.FPDF_FS_MATRIX) matrix {
	return matrix{float64(m.A), float64(m.B), float64(m.C), float64(m.D), float64(m.E), float64(m.F)}
}

// then is m followed by n.
func (m matrix) then(n matrix) matrix {
	return matrix{
		m.a*n.a + m.b*n.c, m.a*n.b + m.b*n.d,
		m.c*n.a + m.d*n.c, m.c*n.b + m.d*n.d,
		m.e*n.a + m.f*n.c + n.e, m.e*n.b + m.f*n.d + n.f,
	}
}

func (m matrix) point(x, y float64) (float64, float64) {
	return m.a*x + m.c*y + m.e, m.b*x + m.d*y + m.f
}

func (m matrix) rect(r rect) rect {
	x0, y0 := m.point(r.x0, r.y0)
	x1, y1 := m.point(r.x1, r.y1)
	x2, y2 := m.point(r.x0, r.y1)
	x3, y3 := m.point(r.x1, r.y0)
	return rect{min(x0, x1, x2, x3), min(y0, y1, y2, y3), max(x0, x1, x2, x3), max(y0, y1, y2, y3)}
}

// drawing collects what is drawn on a page, in the order of drawing.
type drawing struct {
	*book
	orders map[object]int
	shapes []shape
	rules  []rule
	drawn  int
}

// maxNesting is how deep forms may lie in forms.
const maxNesting = 12

// readObjects reads the objects of a page, those in forms too.
func readObjects(b *book, page requests.Page) *drawing {
	d := &drawing{book: b, orders: map[object]int{}}
	count, _ := ask(b, b.FPDFPage_CountObjects, requests.FPDFPage_CountObjects{Page: page})
	if !b.spend(0, count.Count) {
		return d
	}
	for i := range count.Count {
		found, ok := ask(b, b.FPDFPage_GetObject, requests.FPDFPage_GetObject{Page: page, Index: i})
		if ok {
			d.object(found.PageObject, matrix{a: 1, d: 1}, 0)
		}
	}
	return d
}

func (d *drawing) object(ref references.FPDF_PAGEOBJECT, place matrix, depth int) {
	d.drawn++
	kind, _ := ask(d.book, d.FPDFPageObj_GetType, requests.FPDFPageObj_GetType{PageObject: ref})
	switch kind.Type {
	case enums.FPDF_PAGEOBJ_TEXT:
		own, _ := ask(d.book, d.FPDFPageObj_GetMatrix, requests.FPDFPageObj_GetMatrix{PageObject: ref})
		d.orders[object{own.Matrix, d.bounds(ref)}] = d.drawn
	case enums.FPDF_PAGEOBJ_IMAGE, enums.FPDF_PAGEOBJ_SHADING:
		d.shapes = append(d.shapes, shape{rect: place.rect(d.bounds(ref)), image: true, color: d.cover(ref, color{a: 255}), order: d.drawn})
	case enums.FPDF_PAGEOBJ_PATH:
		d.path(ref, place)
	case enums.FPDF_PAGEOBJ_FORM:
		d.form(ref, place, depth)
	}
}

func (d *drawing) form(ref references.FPDF_PAGEOBJECT, place matrix, depth int) {
	own, _ := ask(d.book, d.FPDFPageObj_GetMatrix, requests.FPDFPageObj_GetMatrix{PageObject: ref})
	count, ok := ask(d.book, d.FPDFFormObj_CountObjects, requests.FPDFFormObj_CountObjects{PageObject: ref})
	if !ok || depth == maxNesting || !d.spend(0, count.Count) {
		return
	}
	for i := range count.Count {
		found, ok := ask(d.book, d.FPDFFormObj_GetObject, requests.FPDFFormObj_GetObject{PageObject: ref, Index: uint64(i)})
		if ok {
			d.object(found.PageObject, matrixOf(own.Matrix).then(place), depth+1)
		}
	}
}

// thin is how thick a rule may be.
const thin = 3.0

// path notes a path as rules, as a shape, or not at all.
func (d *drawing) path(ref references.FPDF_PAGEOBJECT, place matrix) {
	mode, _ := ask(d.book, d.FPDFPath_GetDrawMode, requests.FPDFPath_GetDrawMode{PageObject: ref})
	filled := mode.FillMode != enums.FPDF_FILLMODE_NONE
	if !filled && !mode.Stroke {
		return
	}
	area := place.rect(d.bounds(ref))
	if r, ok := ruleOf(area); ok {
		d.rules = append(d.rules, r)
		return
	}
	own, _ := ask(d.book, d.FPDFPageObj_GetMatrix, requests.FPDFPageObj_GetMatrix{PageObject: ref})
	parts := d.parts(ref, matrixOf(own.Matrix).then(place))
	if !filled || nested(parts) {
		return
	}
	if c, ok := ask(d.book, d.FPDFPageObj_GetFillColor, requests.FPDFPageObj_GetFillColor{PageObject: ref}); ok {
		fill := d.cover(ref, color{c.FillColor.R, c.FillColor.G, c.FillColor.B, c.FillColor.A})
		for _, part := range parts {
			d.shapes = append(d.shapes, shape{rect: part, color: fill, order: d.drawn})
		}
	}
}

// ruleOf is an area as a rule, if it is thin enough.
func ruleOf(area rect) (rule, bool) {
	w, h := area.width(), area.height()
	switch {
	case h <= thin && w > 2*h && w > 2:
		return rule{rect: area}, true
	case w <= thin && h > 2*w && h > 2:
		return rule{rect: area, upright: true}, true
	}
	return rule{}, false
}

// maxSegments is up to how many segments a path may be a bar, a frame or a grid; a drawing has more.
const maxSegments = 400

// parts are the areas of the closed figures of a path. Their straight edges are noted as rules, since
// that is how frames and grids of tables are drawn.
func (d *drawing) parts(ref references.FPDF_PAGEOBJECT, place matrix) []rect {
	count, ok := ask(d.book, d.FPDFPath_CountSegments, requests.FPDFPath_CountSegments{PageObject: ref})
	if !ok || count.Count > maxSegments || !d.spend(0, count.Count) {
		return nil
	}
	var parts []rect
	var x, y, startX, startY float64
	for i := range count.Count {
		segment, _ := ask(d.book, d.FPDFPath_GetPathSegment, requests.FPDFPath_GetPathSegment{PageObject: ref, Index: i})
		kind, _ := ask(d.book, d.FPDFPathSegment_GetType, requests.FPDFPathSegment_GetType{PathSegment: segment.PathSegment})
		point, _ := ask(d.book, d.FPDFPathSegment_GetPoint, requests.FPDFPathSegment_GetPoint{PathSegment: segment.PathSegment})
		closing, _ := ask(d.book, d.FPDFPathSegment_GetClose, requests.FPDFPathSegment_GetClose{PathSegment: segment.PathSegment})
		toX, toY := place.point(float64(point.X), float64(point.Y))
		if kind.Type == enums.FPDF_SEGMENT_MOVETO || len(parts) == 0 {
			startX, startY = toX, toY
			parts = append(parts, rect{toX, toY, toX, toY})
		}
		if kind.Type == enums.FPDF_SEGMENT_LINETO {
			d.edge(x, y, toX, toY)
		}
		last := &parts[len(parts)-1]
		*last = last.union(rect{toX, toY, toX, toY})
		x, y = toX, toY
		if closing.IsClose {
			d.edge(x, y, startX, startY)
			x, y = startX, startY
		}
	}
	return parts
}

// nested reports whether a figure lies within another, so that together they are a frame and cover nothing.
func nested(parts []rect) bool {
	for i, p := range parts {
		for j, q := range parts {
			if i != j && p.x0 <= q.x0 && q.x1 <= p.x1 && p.y0 <= q.y0 && q.y1 <= p.y1 {
				return true
			}
		}
	}
	return false
}

func (d *drawing) edge(x0, y0, x1, y1 float64) {
	if r, ok := ruleOf(rect{min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)}); ok && max(r.width(), r.height()) > 4 {
		d.rules = append(d.rules, r)
	}
}

// cover is the color of an object, with how much of what lies below it can still be seen.
func (d *drawing) cover(ref references.FPDF_PAGEOBJECT, c color) color {
	clear, _ := ask(d.book, d.FPDFPageObj_HasTransparency, requests.FPDFPageObj_HasTransparency{PageObject: ref})
	if clear.HasTransparency {
		c.a = 0
	}
	return c
}
