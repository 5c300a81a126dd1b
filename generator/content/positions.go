package content

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// spot is a line of a file and the columns where a key and its value begin,
// counted from 1, columns in characters. A column is 0 when nobody can tell.
type spot struct{ line, key, value int }

// positions finds where each key of a TOML text stands and where its value
// begins: "title", "record.case", "agenda[2].title". The TOML library gives
// neither for a key that is unknown or holds a value of the wrong type.
//
// It is used on text that the library has already accepted, so it only needs
// to tell keys from values, not to judge them. Keys inside inline tables have
// the place of the key that holds the table.
type positions struct {
	places map[string]spot
	again  []repeated
}

// repeated is a key that stands for the second time.
type repeated struct {
	key       string
	first, at spot
}

func findPositions(text string, firstLine int) *positions {
	s := tomlScanner{text: text, line: firstLine,
		found:  positions{places: map[string]spot{}},
		counts: map[string]int{}}
	for s.at < len(s.text) {
		s.statement()
	}
	return &s.found
}

type tomlScanner struct {
	text      string
	at        int
	line      int
	lineStart int
	prefix    string         // the table that plain keys belong to, with its dot
	counts    map[string]int // how many [[name]] were seen
	found     positions
}

func (s *tomlScanner) column() int {
	return utf8.RuneCountInString(s.text[s.lineStart:s.at]) + 1
}

func (s *tomlScanner) peek() byte {
	if s.at < len(s.text) {
		return s.text[s.at]
	}
	return 0
}

func (s *tomlScanner) next() {
	if s.peek() == '\n' {
		s.line++
		s.lineStart = s.at + 1
	}
	s.at++
}

func (s *tomlScanner) blanks() {
	for c := s.peek(); c == ' ' || c == '\t'; c = s.peek() {
		s.at++
	}
}

func (s *tomlScanner) restOfLine() {
	for s.at < len(s.text) && s.peek() != '\n' {
		s.at++
	}
	s.next()
}

// statement takes one line, or a key with a value of several lines.
func (s *tomlScanner) statement() {
	s.blanks()
	switch c := s.peek(); {
	case c == 0 || c == '\n' || c == '#' || c == '\r':
		s.restOfLine()
	case c == '[':
		s.header()
	default:
		at := spot{line: s.line, key: s.column()}
		key := s.prefix + s.key()
		s.blanks()
		if s.peek() != '=' {
			s.restOfLine()
			return
		}
		s.at++
		s.blanks()
		at.value = s.column()
		if first, twice := s.found.places[key]; twice {
			s.found.again = append(s.found.again, repeated{key, first, at})
		}
		s.found.places[key] = at
		s.value()
		s.restOfLine()
	}
}

// header takes [name] or [[name]].
func (s *tomlScanner) header() {
	at := spot{s.line, s.column(), s.column()}
	s.at++
	array := s.peek() == '['
	if array {
		s.at++
	}
	s.blanks()
	name := s.indexed(s.key())
	if array {
		n := s.counts[name]
		s.counts[name]++
		name += "[" + strconv.Itoa(n) + "]"
	}
	s.found.places[name] = at
	s.prefix = name + "."
	s.restOfLine()
}

// indexed turns subjects.stages into subjects.stages, and members.terms under
// the third [[members]] into members[2].terms.
func (s *tomlScanner) indexed(name string) string {
	parts := strings.Split(name, ".")
	path := ""
	for i, p := range parts {
		path += p
		if i < len(parts)-1 {
			if n := s.counts[path]; n > 0 {
				path += "[" + strconv.Itoa(n-1) + "]"
			}
			path += "."
		}
	}
	return path
}

// key takes a bare, quoted or dotted key.
func (s *tomlScanner) key() string {
	var b strings.Builder
	for {
		s.blanks()
		switch c := s.peek(); {
		case c == '"' || c == '\'':
			start := s.at + 1
			s.quoted(c)
			b.WriteString(strings.TrimSuffix(s.text[start:s.at], string(c)))
		default:
			start := s.at
			for c := s.peek(); c == '-' || c == '_' || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'; c = s.peek() {
				s.at++
			}
			b.WriteString(s.text[start:s.at])
		}
		s.blanks()
		if s.peek() != '.' {
			return b.String()
		}
		s.at++
		b.WriteByte('.')
	}
}

// value passes over one value, whatever it is.
func (s *tomlScanner) value() {
	switch c := s.peek(); c {
	case '"', '\'':
		if triple := strings.Repeat(string(c), 3); strings.HasPrefix(s.text[s.at:], triple) {
			s.multiline(triple)
		} else {
			s.quoted(c)
		}
	case '[', '{':
		s.brackets()
	default:
		for c := s.peek(); c != 0 && c != '\n' && c != '#' && c != ',' && c != ']' && c != '}'; c = s.peek() {
			s.at++
		}
	}
}

// quoted passes over a string on one line, its quotes included.
func (s *tomlScanner) quoted(q byte) {
	for s.at++; s.at < len(s.text) && s.peek() != q && s.peek() != '\n'; s.at++ {
		if q == '"' && s.peek() == '\\' {
			s.at++
		}
	}
	if s.peek() == q {
		s.at++
	}
}

func (s *tomlScanner) multiline(triple string) {
	for s.at += 3; s.at < len(s.text) && !strings.HasPrefix(s.text[s.at:], triple); {
		if triple[0] == '"' && s.peek() == '\\' {
			s.next()
		}
		s.next()
	}
	s.at += 3
	for s.peek() == triple[0] { // up to two quotes may end the text itself
		s.at++
	}
}

// brackets passes over an array or inline table.
func (s *tomlScanner) brackets() {
	depth := 0
	for s.at < len(s.text) {
		switch c := s.peek(); c {
		case '[', '{':
			depth++
			s.at++
		case ']', '}':
			depth--
			s.at++
			if depth == 0 {
				return
			}
		case '"', '\'':
			s.value()
		case '#':
			s.restOfLine()
		default:
			s.next()
		}
	}
}
