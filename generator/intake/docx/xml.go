package docx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"

	coding "referat/generator/inspect/letters"
)

// element is an element of XML. Its name is that of the specification, "w:p", whatever prefix the file uses.
// Only elements that hold words have text.
type element struct {
	name     string
	attrs    []attr
	children []*element
	text     string
}

type attr struct{ name, value string }

// namespaces are the prefixes of the specification by what they stand for: the transitional
// form, which Word writes, and the strict one.
var namespaces = map[string]string{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main":           "w",
	"http://purl.oclc.org/ooxml/wordprocessingml/main":                       "w",
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships":    "r",
	"http://purl.oclc.org/ooxml/officeDocument/relationships":                "r",
	"http://schemas.openxmlformats.org/package/2006/relationships":           "rel",
	"http://schemas.openxmlformats.org/markup-compatibility/2006":            "mc",
	"http://schemas.openxmlformats.org/officeDocument/2006/math":             "m",
	"http://purl.oclc.org/ooxml/officeDocument/math":                         "m",
	"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
	"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing":             "wp",
	"http://schemas.openxmlformats.org/drawingml/2006/main":                  "a",
	"http://purl.oclc.org/ooxml/drawingml/main":                              "a",
	"http://schemas.openxmlformats.org/drawingml/2006/picture":               "pic",
	"http://purl.oclc.org/ooxml/drawingml/picture":                           "pic",
	"http://schemas.openxmlformats.org/drawingml/2006/chart":                 "c",
	"http://purl.oclc.org/ooxml/drawingml/chart":                             "c",
	"http://schemas.microsoft.com/office/drawing/2014/chartex":               "c",
	"http://schemas.openxmlformats.org/drawingml/2006/diagram":               "dgm",
	"http://purl.oclc.org/ooxml/drawingml/diagram":                           "dgm",
	"http://schemas.microsoft.com/office/word/2010/wordprocessingShape":      "wps",
	"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup":      "wpg",
	"http://schemas.microsoft.com/office/word/2010/wordml":                   "w14",
	"urn:schemas-microsoft-com:vml":                                          "v",
	"urn:schemas-microsoft-com:office:office":                                "o",
}

// parser makes a tree of elements of one part.
type parser struct {
	part  string
	names map[xml.Name]string
	stack []*element
	words []byte // of the element on top
	left  *int   // how many elements may still come, of all parts
}

// parse reads a part. Errors name the part and the line, never its words.
func parse(part string, data []byte, left *int) (*element, error) {
	d := xml.NewDecoder(bytes.NewReader(coding.FromUTF16(data)))
	d.CharsetReader = func(charset string, r io.Reader) (io.Reader, error) {
		if strings.EqualFold(charset, "utf-16") {
			return r, nil // it is UTF-8 by now
		}
		return nil, errors.ErrUnsupported
	}
	top := &element{}
	p := &parser{part: part, names: make(map[xml.Name]string, 64), stack: []*element{top}, left: left}
	for {
		t, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			line, _ := d.InputPos()
			return nil, damaged("%q is not well-formed XML at line %d", part, line)
		}
		if err := p.token(t); err != nil {
			return nil, err
		}
	}
	if len(top.children) != 1 {
		return nil, damaged("%q has no root element", part)
	}
	root := top.children[0]
	if pairFields(root) > maxFields {
		return nil, tooLarge("%q has more than %d fields within fields", part, maxFields)
	}
	return root, nil
}

func (p *parser) token(t xml.Token) error {
	top := p.stack[len(p.stack)-1]
	switch t := t.(type) {
	case xml.StartElement:
		if *p.left--; *p.left < 0 {
			return tooLarge("more than %d elements", maxElements)
		}
		if len(p.stack) > maxDepth {
			return tooLarge("%q is nested deeper than %d elements", p.part, maxDepth)
		}
		e := &element{name: p.name(t.Name)}
		if len(t.Attr) > 0 {
			e.attrs = make([]attr, len(t.Attr))
			for i, a := range t.Attr {
				e.attrs[i] = attr{p.name(a.Name), a.Value}
			}
		}
		top.children = append(top.children, e)
		p.stack = append(p.stack, e)
		p.words = p.words[:0]
	case xml.EndElement:
		if holdsWords(top.name) {
			top.text = string(p.words)
			p.words = p.words[:0]
		}
		p.stack = p.stack[:len(p.stack)-1]
		if top.name == "mc:AlternateContent" {
			above := p.stack[len(p.stack)-1]
			above.children = append(above.children[:len(above.children)-1], alternative(top)...)
		}
	case xml.CharData:
		if !holdsWords(top.name) {
			return nil
		}
		if p.words = append(p.words, t...); len(p.words) > maxRun {
			return tooLarge("%q has a piece of text longer than %d bytes", p.part, maxRun)
		}
	case xml.Directive:
		return damaged("%q has a DOCTYPE", p.part)
	}
	return nil
}

func (p *parser) name(n xml.Name) string {
	s, known := p.names[n]
	if !known {
		s = n.Local
		if n.Space != "" {
			prefix, ours := namespaces[n.Space]
			if !ours {
				prefix = "?"
			}
			s = prefix + ":" + n.Local
		}
		p.names[n] = s
	}
	return s
}

func holdsWords(name string) bool {
	switch name {
	case "w:t", "w:delText", "w:instrText", "m:t", "a:t":
		return true
	}
	return false
}

// alternative is what is to be read of content that a file holds twice, for new programs and for old: what is
// for new ones, unless only the other has words.
func alternative(e *element) []*element {
	var choices []*element
	for _, c := range e.children {
		if c.name == "mc:Choice" || c.name == "mc:Fallback" {
			choices = append(choices, c)
		}
	}
	for _, c := range choices {
		if c.find("w:t") != nil {
			return c.children
		}
	}
	if len(choices) == 0 {
		return nil
	}
	return choices[0].children
}

// child is the first child of a name. It and what asks it may be nil, so that a path can be asked for.
func (e *element) child(name string) *element {
	if e == nil {
		return nil
	}
	for _, c := range e.children {
		if c.name == name {
			return c
		}
	}
	return nil
}

func (e *element) attr(name string) string {
	if e == nil {
		return ""
	}
	if i := slices.IndexFunc(e.attrs, func(a attr) bool { return a.name == name }); i >= 0 {
		return e.attrs[i].value
	}
	return ""
}

func (e *element) val() string { return e.attr("w:val") }

// find is the first element of a name at any depth.
func (e *element) find(name string) *element {
	if e == nil {
		return nil
	}
	for _, c := range e.children {
		if c.name == name {
			return c
		}
		if found := c.find(name); found != nil {
			return found
		}
	}
	return nil
}

// toggle is a property that is on or off, or not said.
type toggle int8

const (
	unsaid toggle = iota
	off
	on
)

func (e *element) toggle(name string) toggle {
	c := e.child(name)
	if c == nil {
		return unsaid
	}
	switch c.val() {
	case "0", "false", "off":
		return off
	}
	return on
}
