package pdf

import (
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// element is a part of a page in the structure that its author's program has given it: a paragraph, a
// row of a table. What it holds is in reading order.
type element struct {
	kind    string // "P", "TR", …
	alt     string // what is to be read instead, of a picture
	actual  string // what is to be read instead, of letters
	parts   []part
	columns int
	rows    int
}

// part is a smaller element, or marked content: letters of the page.
type part struct {
	*element
	mark int // where there is no element
}

// readTree reads the structure of a page; nil of a page that has none.
func readTree(b *book, page requests.Page) []*element {
	tree, ok := ask(b, b.FPDF_StructTree_GetForPage, requests.FPDF_StructTree_GetForPage{Page: page})
	if !ok {
		return nil
	}
	defer ask(b, b.FPDF_StructTree_Close, requests.FPDF_StructTree_Close{StructTree: tree.StructTree})
	count, _ := ask(b, b.FPDF_StructTree_CountChildren, requests.FPDF_StructTree_CountChildren{StructTree: tree.StructTree})
	if !b.spend(0, count.Count) {
		return nil
	}
	var all []*element
	for i := range count.Count {
		child, ok := ask(b, b.FPDF_StructTree_GetChildAtIndex, requests.FPDF_StructTree_GetChildAtIndex{StructTree: tree.StructTree, Index: i})
		if ok {
			all = append(all, readElement(b, child.StructElement, 0))
		}
	}
	return all
}

// maxDepth is how deep elements may lie in elements; deeper ones are found as if they had no structure.
const maxDepth = 60

func readElement(b *book, ref references.FPDF_STRUCTELEMENT, depth int) *element {
	kind, _ := ask(b, b.FPDF_StructElement_GetType, requests.FPDF_StructElement_GetType{StructElement: ref})
	actual, _ := ask(b, b.FPDF_StructElement_GetActualText, requests.FPDF_StructElement_GetActualText{StructElement: ref})
	e := &element{kind: kind.Type, actual: actual.Actualtext, columns: 1, rows: 1}
	switch e.kind {
	case "Figure", "Formula":
		alt, _ := ask(b, b.FPDF_StructElement_GetAltText, requests.FPDF_StructElement_GetAltText{StructElement: ref})
		e.alt = alt.AltText
	case "TD", "TH":
		e.columns, e.rows = readSpan(b, ref)
	}
	count, _ := ask(b, b.FPDF_StructElement_CountChildren, requests.FPDF_StructElement_CountChildren{StructElement: ref})
	if depth == maxDepth || !b.spend(0, count.Count) {
		return e
	}
	for i := range count.Count {
		child, ok := ask(b, b.FPDF_StructElement_GetChildAtIndex, requests.FPDF_StructElement_GetChildAtIndex{StructElement: ref, Index: i})
		if ok {
			e.parts = append(e.parts, part{element: readElement(b, child.StructElement, depth+1)})
			continue
		}
		id, ok := ask(b, b.FPDF_StructElement_GetChildMarkedContentID, requests.FPDF_StructElement_GetChildMarkedContentID{StructElement: ref, Index: i})
		if ok {
			e.parts = append(e.parts, part{mark: id.ChildMarkedContentID})
		}
	}
	return e
}

// readSpan is how many columns and rows a cell takes.
func readSpan(b *book, ref references.FPDF_STRUCTELEMENT) (columns, rows int) {
	columns, rows = 1, 1
	count, _ := ask(b, b.FPDF_StructElement_GetAttributeCount, requests.FPDF_StructElement_GetAttributeCount{StructElement: ref})
	for i := range count.Count {
		attribute, ok := ask(b, b.FPDF_StructElement_GetAttributeAtIndex, requests.FPDF_StructElement_GetAttributeAtIndex{StructElement: ref, Index: i})
		if !ok {
			continue
		}
		columns = max(columns, readNumber(b, attribute.StructElementAttribute, "ColSpan"))
		rows = max(rows, readNumber(b, attribute.StructElementAttribute, "RowSpan"))
	}
	return min(columns, 64), min(rows, 1000)
}

func readNumber(b *book, ref references.FPDF_STRUCTELEMENT_ATTR, name string) int {
	value, ok := ask(b, b.FPDF_StructElement_Attr_GetValue, requests.FPDF_StructElement_Attr_GetValue{StructElementAttribute: ref, Name: name})
	if !ok {
		return 0
	}
	number, _ := ask(b, b.FPDF_StructElement_Attr_GetNumberValue, requests.FPDF_StructElement_Attr_GetNumberValue{StructElementAttributeValue: value.StructElementAttributeValue})
	return int(number.Value)
}
