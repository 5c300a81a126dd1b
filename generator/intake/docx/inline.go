package docx

import (
	"strings"

	"referat/generator/intake/manuscript"
)

// inline reads what stands in a line of text.
func (s *story) inline(e *element, c context) {
	if isProperties(e.name) {
		return
	}
	c = s.file.into(e, c)
	if text, is := leaf(e, c); is {
		s.write(text, c)
		return
	}
	switch e.name {
	case "w:instrText":
		s.fields.takesCode(e.text)
	case "w:fldChar":
		s.stand(s.fields.mark(e), c)
	case "w:fldSimple":
		s.fields.simple(e.attr("w:instr"))
		s.inner(e, c)
		s.stand(s.fields.end(), c)
	case "w:hyperlink":
		c.link = s.address(e)
		s.inner(e, c)
	case "w:footnoteReference", "w:endnoteReference":
		s.refer(e, c)
	case "w:commentReference":
		s.comment(e)
	case "w:lastRenderedPageBreak":
		if s.paged {
			s.here.Page++
		}
	case "w:drawing", "w:pict", "w:object", "w:control":
		s.picture(e, c)
		s.inner(e, c)
	case "w:txbxContent":
		if !s.fields.inCode() {
			s.para.boxes = append(s.para.boxes, box{e, c})
		}
	default:
		s.inner(e, c)
	}
}

func (s *story) inner(e *element, c context) {
	before, after := bracket(e)
	s.write(before, c)
	switch e.name {
	case "m:sup":
		c.raised = "superscript"
	case "m:sub":
		c.raised = "subscript"
	}
	for _, child := range inReadingOrder(e) {
		s.inline(child, c)
	}
	s.write(after, c)
}

// write adds text to the paragraph, or to the code of a field.
func (s *story) write(text string, c context) {
	if text == "" || s.fields.takesCode(text) {
		return
	}
	s.fields.showed()
	look := c.letters
	look.raised = or(c.raised, look.raised)
	link := c.link
	if link == "" {
		link = s.fields.link()
	}
	s.para.add(span{
		run:  manuscript.Run{Text: text, Look: look.look(), Link: link},
		fate: max(c.fate, s.fields.fate()), size: look.size, at: s.here,
	})
	if s.fields.numbersPages() {
		s.para.numbersPages = true
	}
}

// stand writes what is shown in place of a field.
func (s *story) stand(f stand, c context) {
	c.fate = max(c.fate, f.fate)
	s.write(f.text, c)
	if f.lost {
		s.missing(manuscript.Embedded, c)
	}
}

// missing reports something that may say more than words can be read of.
func (s *story) missing(kind manuscript.UnseenKind, c context) {
	if c.fate.unseen() {
		s.para.add(span{fate: c.fate, at: s.here}) // it is reported as what it is part of
		return
	}
	s.file.unseen(kind, s.here, 0)
}

// address is where a link leads; nowhere when that is in the document itself.
func (s *story) address(e *element) string {
	to := s.links[e.attr("r:id")]
	if !to.external {
		return ""
	}
	anchor := e.attr("w:anchor")
	if strings.Contains(to.target, "#") {
		anchor = ""
	}
	return withAnchor(to.target, anchor)
}
