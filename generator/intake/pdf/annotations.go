package pdf

import (
	"strings"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// readAnnotations notes what lies on a page without being drawn on it: links, words that somebody has
// written on it, bars and strokes over its text, and forms.
func (p *page) readAnnotations(b *book, ref requests.Page) {
	count, _ := ask(b, b.FPDFPage_GetAnnotCount, requests.FPDFPage_GetAnnotCount{Page: ref})
	if !b.spend(0, count.Count) {
		return
	}
	for i := range count.Count {
		found, ok := ask(b, b.FPDFPage_GetAnnot, requests.FPDFPage_GetAnnot{Page: ref, Index: i})
		if !ok {
			continue
		}
		p.annotation(b, found.Annotation)
		ask(b, b.FPDFPage_CloseAnnot, requests.FPDFPage_CloseAnnot{Annotation: found.Annotation})
	}
}

func (p *page) annotation(b *book, ref references.FPDF_ANNOTATION) {
	kind, _ := ask(b, b.FPDFAnnot_GetSubtype, requests.FPDFAnnot_GetSubtype{Annotation: ref})
	place, _ := ask(b, b.FPDFAnnot_GetRect, requests.FPDFAnnot_GetRect{Annotation: ref})
	area := box4(place.Rect)
	switch kind.Subtype {
	case enums.FPDF_ANNOT_SUBTYPE_LINK:
		p.link(b, ref, area)
		return
	case enums.FPDF_ANNOT_SUBTYPE_WIDGET:
		value := annotationText(b, ref, "V")
		if value != "" {
			p.fields = append(p.fields, field{area, value})
		}
		return
	case enums.FPDF_ANNOT_SUBTYPE_POPUP:
		return // the words are those of the annotation that it belongs to
	case enums.FPDF_ANNOT_SUBTYPE_FILEATTACHMENT:
		p.embedded++
	case enums.FPDF_ANNOT_SUBTYPE_STRIKEOUT:
		p.struck = append(p.struck, quads(b, ref, area)...)
	case enums.FPDF_ANNOT_SUBTYPE_REDACT:
		for _, q := range quads(b, ref, area) {
			p.shapes = append(p.shapes, shape{rect: q, color: color{a: 255}, order: afterAll})
		}
	case enums.FPDF_ANNOT_SUBTYPE_SQUARE, enums.FPDF_ANNOT_SUBTYPE_STAMP:
		p.cover(b, ref, area)
	}
	if text := annotationText(b, ref, "Contents"); text != "" {
		p.comments = append(p.comments, comment{area, len(strings.Fields(text))})
	}
}

// afterAll is the order of what lies above all that is drawn.
const afterAll = 1 << 30

// cover notes an annotation that is filled and so hides the text below it.
func (p *page) cover(b *book, ref references.FPDF_ANNOTATION, area rect) {
	c, ok := ask(b, b.FPDFAnnot_GetColor, requests.FPDFAnnot_GetColor{Annotation: ref, ColorType: enums.FPDFANNOT_COLORTYPE_InteriorColor})
	if ok && c.A == 255 {
		p.shapes = append(p.shapes, shape{rect: area, color: color{c.R, c.G, c.B, c.A}, order: afterAll})
	}
}

func (p *page) link(b *book, ref references.FPDF_ANNOTATION, area rect) {
	found, ok := ask(b, b.FPDFAnnot_GetLink, requests.FPDFAnnot_GetLink{Annotation: ref})
	if !ok {
		return
	}
	action, _ := ask(b, b.FPDFLink_GetAction, requests.FPDFLink_GetAction{Link: found.Link})
	if action.Action == nil {
		return
	}
	uri, _ := ask(b, b.FPDFAction_GetURIPath, requests.FPDFAction_GetURIPath{Document: b.ref, Action: *action.Action})
	if uri.URIPath == nil || *uri.URIPath == "" {
		return
	}
	for _, q := range quads(b, ref, area) {
		p.links = append(p.links, link{q, strings.ToValidUTF8(*uri.URIPath, "")})
	}
}

// quads are the areas of an annotation that marks text, line by line.
func quads(b *book, ref references.FPDF_ANNOTATION, area rect) []rect {
	count, ok := ask(b, b.FPDFAnnot_CountAttachmentPoints, requests.FPDFAnnot_CountAttachmentPoints{Annotation: ref})
	if !ok || count.Count == 0 || !b.spend(0, int(count.Count)) {
		return []rect{area}
	}
	var all []rect
	for i := range count.Count {
		points, ok := ask(b, b.FPDFAnnot_GetAttachmentPoints, requests.FPDFAnnot_GetAttachmentPoints{Annotation: ref, Index: i})
		if q := points.QuadPoints; ok {
			all = append(all, rect{
				float64(min(q.X1, q.X2, q.X3, q.X4)), float64(min(q.Y1, q.Y2, q.Y3, q.Y4)),
				float64(max(q.X1, q.X2, q.X3, q.X4)), float64(max(q.Y1, q.Y2, q.Y3, q.Y4)),
			})
		}
	}
	return all
}

func annotationText(b *book, ref references.FPDF_ANNOTATION, key string) string {
	text, _ := ask(b, b.FPDFAnnot_GetStringValue, requests.FPDFAnnot_GetStringValue{Annotation: ref, Key: key})
	return strings.TrimSpace(text.Value)
}

// readAttachments counts the files in a document.
func readAttachments(b *book) int {
	count, _ := ask(b, b.FPDFDoc_GetAttachmentCount, requests.FPDFDoc_GetAttachmentCount{Document: b.ref})
	return count.AttachmentCount
}
