package docx

import (
	"strings"

	"referat/generator/intake/manuscript"
)

// fate is what becomes of words. Where words are in several states at once, the later one counts.
type fate int

const (
	shown       fate = iota // to be read
	contents                // a table of contents
	placeholder             // what a form says where nobody has written
	hidden
	insertion
	deletion
)

func (f fate) unseen() bool { return f >= hidden }

func (f fate) kind() manuscript.UnseenKind {
	switch f {
	case insertion:
		return manuscript.Insertion
	case deletion:
		return manuscript.Deletion
	}
	return manuscript.Hidden
}

func (f fate) reason() manuscript.Reason {
	if f == contents {
		return manuscript.Furniture
	}
	return manuscript.Placeholder
}

// context is what elements inherit from those around them.
type context struct {
	fate    fate
	ground  string // colour behind the letters; "" is white
	style   string // of the paragraph
	letters letters
	raised  string // in a formula
	link    string
}

// into is the context of what stands in e.
func (f *file) into(e *element, c context) context {
	switch e.name {
	case "w:del", "w:moveFrom", "w:delText":
		c.fate = max(c.fate, deletion)
	case "w:ins", "w:moveTo":
		c.fate = max(c.fate, f.inserted())
	case "w:tr":
		c.fate = max(c.fate, f.tracked(e.child("w:trPr"), "w:del", "w:ins"))
	case "w:tc":
		p := e.child("w:tcPr")
		c.fate = max(c.fate, f.tracked(p, "w:cellDel", "w:cellIns"))
		c.ground = or(fill(p.child("w:shd")), c.ground)
	case "w:tbl":
		p := e.child("w:tblPr")
		c.ground = or(fill(p.child("w:shd")), c.ground)
		if f.styles.of(p.child("w:tblStyle").val()).shaded {
			c.ground = unknown
		}
	case "w:sdt":
		p := e.child("w:sdtPr")
		if p.toggle("w:showingPlcHdr") == on {
			c.fate = max(c.fate, placeholder)
		}
		if p.child("w:docPartObj").child("w:docPartGallery").val() == "Table of Contents" {
			c.fate = max(c.fate, contents)
		}
	case "wps:wsp", "v:shape", "v:rect", "v:roundrect":
		c.ground = shapeGround(e)
	case "w:p":
		p := e.child("w:pPr")
		c.style = or(p.child("w:pStyle").val(), f.styles.plain)
		c.ground = or(fill(p.child("w:shd")), or(f.styles.of(c.style).ground, c.ground))
		c.letters = f.lettersIn(nil, c.style)
	case "w:r", "m:r":
		c.letters = f.lettersIn(e.child("w:rPr"), c.style)
		if c.letters.unreadable(c.ground) {
			c.fate = max(c.fate, hidden)
		}
	}
	return c
}

func (f *file) inserted() fate {
	if f.accept {
		return shown
	}
	return insertion
}

// tracked is the fate of what properties say to be deleted or inserted as a whole.
func (f *file) tracked(properties *element, deleted, inserted string) fate {
	switch {
	case properties.child(deleted) != nil:
		return deletion
	case properties.child(inserted) != nil:
		return f.inserted()
	}
	return shown
}

// lettersIn is how the letters of a run look in a paragraph of a style.
func (f *file) lettersIn(properties *element, paragraph string) letters {
	styled := f.styles.of(paragraph).letters
	if id := properties.child("w:rStyle").val(); id != "" {
		styled = f.styles.of(id).letters.styledOver(styled)
	}
	return lettersOf(properties).over(styled).over(f.styles.defaults)
}

// shapeGround is the colour of a shape that may hold text: white when it has no fill.
func shapeGround(e *element) string {
	p := e.child("wps:spPr")
	for _, filling := range []string{"a:solidFill", "a:gradFill", "a:pattFill", "a:blipFill"} {
		if p.child(filling) != nil {
			return unknown
		}
	}
	if reference := e.child("wps:style").child("a:fillRef"); reference != nil && reference.attr("idx") != "0" && p.child("a:noFill") == nil {
		return unknown
	}
	if colour := e.attr("fillcolor"); colour != "" && colour != "white" && !strings.EqualFold(colour, "#ffffff") {
		return unknown
	}
	return ""
}

// joined tells whether a paragraph goes on in the next one, and what becomes of the end between
// them: its mark is deleted, or inserted and not accepted, or it is a first letter set large.
func (f *file) joined(p *element) (fate, bool) {
	properties := p.child("w:pPr")
	mark := properties.child("w:rPr")
	switch {
	case mark.child("w:del") != nil, mark.child("w:moveFrom") != nil:
		return deletion, true
	case mark.child("w:ins") != nil, mark.child("w:moveTo") != nil:
		return f.inserted(), !f.accept
	}
	switch properties.child("w:framePr").attr("w:dropCap") {
	case "drop", "margin":
		return shown, true
	}
	return shown, false
}

// isProperties tells whether an element says how something is, and holds no words.
func isProperties(name string) bool { return strings.HasSuffix(name, "Pr") }
