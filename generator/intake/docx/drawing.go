package docx

import (
	"strings"

	"referat/generator/intake/manuscript"
)

// picture reports what is drawn, and sets aside what is said of it. What stands in text boxes is read
// with them.
func (s *story) picture(e *element, c context) {
	if s.fields.inCode() {
		return
	}
	if e.name == "w:object" || e.name == "w:control" {
		s.missing(manuscript.Embedded, c)
	} else {
		s.drawn(e, c)
	}
	if c.fate.unseen() {
		return
	}
	for _, words := range descriptions(e) {
		s.file.aside(words, manuscript.Decoration, s.here)
	}
}

func (s *story) drawn(e *element, c context) {
	for _, child := range e.children {
		switch child.name {
		case "w:txbxContent":
		case "pic:pic", "v:imagedata":
			s.missing(manuscript.Picture, c)
		case "c:chart", "dgm:relIds":
			s.missing(manuscript.Embedded, c)
		default:
			s.drawn(child, c)
		}
	}
}

// descriptions are the words that stand in a drawing but in no text box: alternative text, and the letters of a
// watermark. What a file says of a picture and of its frame is there once.
func descriptions(e *element) []string {
	var all []string
	known := map[string]bool{"": true}
	add := func(words string) {
		words = strings.Join(strings.Fields(strings.ReplaceAll(words, "\u00AD", "")), " ")
		if !known[words] {
			known[words] = true
			all = append(all, words)
		}
	}
	var walk func(e *element)
	walk = func(e *element) {
		switch {
		case e.name == "w:txbxContent":
			return
		case e.name == "wp:docPr", strings.HasSuffix(e.name, ":cNvPr"):
			add(e.attr("title"))
			add(e.attr("descr"))
		case e.name == "v:textpath":
			add(e.attr("string"))
		case strings.HasPrefix(e.name, "v:"):
			add(e.attr("alt"))
		}
		for _, c := range e.children {
			walk(c)
		}
	}
	walk(e)
	return all
}
