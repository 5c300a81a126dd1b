package check

import (
	"bytes"
	"strings"
)

// scanner goes from tag to tag of HTML or SVG as the HTML standard reads them
// (https://html.spec.whatwg.org/multipage/parsing.html#tokenization), and tells
// nothing but start tags and their attributes. A page is mostly tags, so it looks at
// each byte at most once and copies none. Tests hold it against a parser.
type scanner struct {
	in    []byte
	at    int
	name  []byte // of the tag, as written
	attrs []attribute
	text  []byte // of an element whose text is no markup
}

// attribute is as it is written; entities stay.
type attribute struct{ name, value []byte }

func (s *scanner) reset(text []byte) { s.in, s.at = text, 0 }

// next goes to the next start tag; false at the end.
func (s *scanner) next() bool {
	for {
		i := bytes.IndexByte(s.in[s.at:], '<')
		if i < 0 || s.at+i+1 >= len(s.in) {
			return false
		}
		s.at += i + 1
		switch c := s.in[s.at]; {
		case isLetter(c):
			return s.tag(s.in[s.at:])
		case c == '/':
			s.at++
			if s.at < len(s.in) && isLetter(s.in[s.at]) {
				if !s.tag(s.in[s.at:]) {
					return false
				}
			} else {
				s.skip(">")
			}
		case c == '!':
			s.declaration()
		case c == '?':
			s.skip(">")
		}
	}
}

// declaration passes a comment, or whatever else begins with <!.
func (s *scanner) declaration() {
	rest := s.in[s.at:]
	switch {
	case bytes.HasPrefix(rest, []byte("!-->")):
		s.at += len("!-->")
	case bytes.HasPrefix(rest, []byte("!--->")):
		s.at += len("!--->")
	case !bytes.HasPrefix(rest, []byte("!--")):
		s.skip(">")
	default:
		s.at += len("!--")
		rest = s.in[s.at:]
		plain := bytes.Index(rest, []byte("-->"))
		if plain >= 0 {
			rest = rest[:plain+1]
		}
		switch odd := bytes.Index(rest, []byte("--!>")); {
		case odd >= 0:
			s.at += odd + len("--!>")
		case plain >= 0:
			s.at += plain + len("-->")
		default:
			s.at = len(s.in)
		}
	}
}

func (s *scanner) skip(end string) {
	i := bytes.Index(s.in[s.at:], []byte(end))
	if i < 0 {
		s.at = len(s.in)
		return
	}
	s.at += i + len(end)
}

// tag reads a tag whose name begins at text, and passes the text of an element that
// holds no tags. It is false of one that never ends.
func (s *scanner) tag(text []byte) bool {
	closing := s.in[s.at-1] == '/'
	i := 0
	for i < len(text) && !isSpace(text[i]) && text[i] != '/' && text[i] != '>' {
		i++
	}
	s.name, s.attrs = text[:i], s.attrs[:0]
	for {
		for i < len(text) && (isSpace(text[i]) || text[i] == '/') {
			i++
		}
		if i >= len(text) {
			s.at = len(s.in)
			return false
		}
		if text[i] == '>' {
			break
		}
		n := s.attribute(text[i:])
		if n == 0 {
			s.at = len(s.in)
			return false
		}
		i += n
	}
	s.at += i + 1
	if from := s.at; !closing {
		s.passText()
		s.text = s.in[from:s.at]
	}
	return true
}

// attribute reads an attribute and gives its length, 0 of one that never ends.
func (s *scanner) attribute(text []byte) int {
	i := 1 // even an equals sign may begin a name
	for i < len(text) && !isSpace(text[i]) && text[i] != '/' && text[i] != '>' && text[i] != '=' {
		i++
	}
	a := attribute{name: text[:i]}
	after := i
	for after < len(text) && isSpace(text[after]) {
		after++
	}
	if after < len(text) && text[after] == '=' {
		i = after + 1
		for i < len(text) && isSpace(text[i]) {
			i++
		}
		var n int
		if a.value, n = valueOf(text[i:]); n < 0 {
			return 0
		}
		i += n
	}
	s.attrs = append(s.attrs, a)
	return i
}

// valueOf reads a value, and gives its length with its quotes; -1 of one that never ends.
func valueOf(text []byte) (value []byte, length int) {
	if len(text) == 0 {
		return nil, -1
	}
	if quote := text[0]; quote == '"' || quote == '\'' {
		n := bytes.IndexByte(text[1:], quote)
		if n < 0 {
			return nil, -1
		}
		return text[1 : 1+n], n + 2
	}
	i := 0
	for i < len(text) && !isSpace(text[i]) && text[i] != '>' {
		i++
	}
	return text[:i], i
}

// passText passes what stands in an element whose text is no markup.
func (s *scanner) passText() {
	if len(s.name) < len("xmp") || strings.IndexByte("xstinXSTIN", s.name[0]) < 0 {
		return
	}
	name := strings.ToLower(string(s.name))
	switch name {
	case "xmp", "style", "title", "script", "iframe", "noembed", "noframes", "textarea":
	default:
		return
	}
	for at := s.at; ; {
		i := bytes.Index(s.in[at:], []byte("</"))
		if i < 0 {
			s.at = len(s.in)
			return
		}
		at += i
		end := at + len("</") + len(name)
		if end < len(s.in) && bytes.EqualFold(s.in[at+2:end], []byte(name)) && (isSpace(s.in[end]) || s.in[end] == '/' || s.in[end] == '>') {
			s.at = at
			return
		}
		at += len("</")
	}
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }
