// Package markup reads the words of XML, whatever its vocabulary: text, the values of attributes, remarks.
//
// It owns which pieces of text belong together. It promises that no text of a well-formed file is left out but the values of attributes
// that are too short to say anything, and those that rules call technical; that a piece which is parted by elements within a
// line is joined; and that reading takes memory in proportion to the file and time, too. Rules of a vocabulary say what makes a
// line, what elements stand for letters, and may look at every element. It knows no vocabulary itself.
package markup

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"referat/generator/inspect/letters"
)

// Rules are what a vocabulary means. Names of elements and attributes have the prefixes that Prefixes gives their
// namespaces, "?" for others, and none for those without namespace. All may be left out.
type Rules struct {
	Prefixes map[string]string
	Lines    map[string]bool   // elements whose text is one line, whatever is in them
	After    map[string]string // what follows elements
	Lenient  bool              // elements need not end, as old VML and HTML have them

	Technical func(e *Element, a Attr) bool             // the value of an attribute is for programs only
	Open      func(e *Element)                          // told of each element before what stands in it
	Sign      func(e *Element) string                   // the letters that an element stands for
	Beside    func(e *Element) bool                     // the text of an element is no part of the line that it stands in
	Text      func(e *Element, text string) string      // what a text of an element is read as
	Bytes     func(e *Element, data []byte) bool        // the bytes that stand in an element as letters have been read; else they are a file
	Place     func(e *Element) (place string, own bool) // where the text of an element is given, when not with all other
}

// Element is an element that is being read.
type Element struct {
	Name  string
	Attrs []Attr
	Above *Element // nil of the root
	State State

	Drop, Empty bool // what Cut does with it, or with all that stands in it

	own    []byte // text directly in it, and in what does not make a line
	direct bool   // not only in others
	lines  int    // how many lines were open before it
}

// Attr is an attribute.
type Attr struct{ Name, Value string }

// Attr is the value of an attribute; "" where there is none.
func (e *Element) Attr(name string) string {
	if e != nil {
		for _, a := range e.Attrs {
			if a.Name == name {
				return a.Value
			}
		}
	}
	return ""
}

// Within tells whether an element stands in one of a name.
func (e *Element) Within(name string) bool {
	for up := e.Above; up != nil; up = up.Above {
		if up.Name == name {
			return true
		}
	}
	return false
}

// Words are what XML has of text.
type Words struct {
	Text       string
	Attributes string            // and remarks: a line of each
	Places     map[string]string // by place
	Files      [][]byte          // that stand in the text as letters (base64)
}

// Apart stands between texts that have nothing to do with each other, so that two numbers are not one.
const Apart = "\n¦\n"

const (
	maxDepth = 256  // of elements within elements
	maxJoin  = 4096 // bytes of the text in elements without lines that is joined with what stands around them
)

var (
	errTooDeep = errors.New("elements are nested too deep")
	errRoot    = errors.New("no root element")
)

// Read reads XML; of nothing, there are no words. Where that cannot be read to its end, the words are those before the fault. Errors never hold a word.
func Read(data []byte, r *Rules) (Words, error) {
	plain := letters.FromUTF16(data)
	d := xml.NewDecoder(bytes.NewReader(plain))
	d.CharsetReader = func(charset string, in io.Reader) (io.Reader, error) {
		if strings.EqualFold(charset, "utf-16") {
			return in, nil // it is UTF-8 by now
		}
		return latin(charset, in)
	}
	if r.Lenient {
		d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	}
	s := &reading{rules: r, blank: len(bytes.TrimSpace(plain)) == 0, stack: make([]Element, 0, maxDepth), names: map[xml.Name]string{}}
	err := s.all(d)
	return s.words(), err
}

func (s *reading) all(d *xml.Decoder) error {
	for {
		t, err := d.Token()
		if err == io.EOF {
			if !s.rooted && !s.blank {
				return errRoot
			}
			return nil
		}
		if err != nil {
			s.flush()
			return errors.New("not well-formed")
		}
		switch t := t.(type) {
		case xml.StartElement:
			if len(s.stack) == cap(s.stack) {
				return errTooDeep
			}
			s.open(t)
		case xml.EndElement:
			s.close()
		case xml.CharData:
			s.pending = append(s.pending, t...)
		case xml.Comment:
			s.attribute(string(t))
		case xml.ProcInst:
			if t.Target != "xml" {
				s.attribute(string(t.Inst))
			}
		case xml.Directive:
			s.attribute(string(t))
			if bytes.IndexByte(t, '[') >= 0 {
				return errors.New("defines entities of its own")
			}
		}
	}
}
