package markup

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/encoding/charmap"
)

// reading is a file of XML while it is read.
type reading struct {
	rules   *Rules
	stack   []Element // its capacity is that of the deepest file, so that pointers into it last
	names   map[xml.Name]string
	pending []byte // text since the last element began or ended
	lines   []*line
	rooted  bool // there has been an element
	blank   bool // there is nothing in it

	text, attrs strings.Builder
	places      map[string]*strings.Builder
	files       [][]byte
}

func (s *reading) words() Words {
	w := Words{Text: s.text.String(), Attributes: s.attrs.String(), Places: make(map[string]string, len(s.places)), Files: s.files}
	for place, text := range s.places {
		w.Places[place] = text.String()
	}
	return w
}

// element puts an element on the stack.
func (s *reading) element(t xml.StartElement) *Element {
	var above *Element
	if n := len(s.stack); n > 0 {
		above = &s.stack[n-1]
	}
	s.stack = append(s.stack, Element{Name: s.name(t.Name), Above: above, lines: len(s.lines)})
	e := &s.stack[len(s.stack)-1]
	if above != nil {
		e.State = above.State
	}
	for _, a := range t.Attr {
		e.Attrs = append(e.Attrs, Attr{s.name(a.Name), a.Value})
	}
	return e
}

func (s *reading) open(t xml.StartElement) {
	s.flush()
	s.rooted = true
	e := s.element(t)
	if s.rules.Open != nil {
		s.rules.Open(e)
	}
	for _, a := range e.Attrs {
		if s.rules.Technical == nil || !s.rules.Technical(e, a) {
			s.attribute(a.Value)
		}
	}
	if s.rules.Lines[e.Name] {
		s.lines = append(s.lines, &line{})
	}
	if s.rules.Sign != nil {
		if sign := s.rules.Sign(e); sign != "" {
			s.add(e, sign)
		}
	}
}

func (s *reading) close() {
	s.flush()
	e := &s.stack[len(s.stack)-1]
	if after, is := s.rules.After[e.Name]; is {
		s.add(e, after)
	}
	switch {
	case len(s.lines) > e.lines:
		s.lines[e.lines].writeTo(&s.text)
		s.lines = s.lines[:e.lines]
	case e.direct && (len(s.lines) == 0 || s.beside(e)):
		s.text.Write(e.own)
		s.text.WriteByte('\n')
	}
	s.stack = s.stack[:len(s.stack)-1]
	if e.Above != nil && len(s.lines) == 0 && len(e.own) > 0 && len(e.own)+len(e.Above.own) < maxJoin {
		e.Above.own = append(e.Above.own, e.own...)
	}
}

// flush reads the text since the last element began or ended, as text of the one that is open.
func (s *reading) flush() {
	if len(s.pending) == 0 {
		return
	}
	pending := s.pending
	s.pending = s.pending[:0]
	if len(s.stack) == 0 {
		return // space around the root
	}
	e := &s.stack[len(s.stack)-1]
	if isLetters(pending) {
		if file, is := fromLetters(pending); is {
			if s.rules.Bytes == nil || !s.rules.Bytes(e, file) {
				s.files = append(s.files, file)
			}
			return
		}
	}
	text := string(pending)
	if s.rules.Place != nil {
		if place, own := s.rules.Place(e); own {
			s.place(place, text)
			return
		}
	}
	if s.rules.Text != nil {
		text = s.rules.Text(e, text)
	}
	s.add(e, text)
}

func (s *reading) place(place, text string) {
	if strings.TrimSpace(text) == "" {
		return
	}
	if s.places == nil {
		s.places = map[string]*strings.Builder{}
	}
	if s.places[place] == nil {
		s.places[place] = &strings.Builder{}
	}
	s.places[place].WriteString(text + "\n")
}

func (s *reading) beside(e *Element) bool { return s.rules.Beside != nil && s.rules.Beside(e) }

// add adds text to the line that is open, or else to the element.
func (s *reading) add(e *Element, text string) {
	if len(s.lines) > 0 && !s.beside(e) {
		s.lines[len(s.lines)-1].add(text, e.State)
		return
	}
	e.direct = e.direct || strings.TrimSpace(text) != ""
	if e.direct || len(e.own) < maxJoin {
		e.own = append(e.own, text...)
	}
}

// attribute adds a value of an attribute, or a remark, when it says anything to people: words, an address, a number of some length.
func (s *reading) attribute(value string) {
	if file, is := FromAddress(value); is {
		s.files = append(s.files, file)
		return
	}
	digits, letters, spaces := 0, false, false
	for _, r := range value {
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLetter(r):
			letters = true
		case unicode.IsSpace(r):
			spaces = true
		}
	}
	const leastDigits = 6
	if digits < leastDigits && !(letters && spaces) && !strings.Contains(value, "@") || isGUID(value) || isMeasure(value) {
		return
	}
	if s.attrs.Len() > 0 {
		s.attrs.WriteString(Apart)
	}
	s.attrs.WriteString(value)
}

func (s *reading) name(n xml.Name) string {
	known, is := s.names[n]
	if !is {
		known = n.Local
		if n.Space != "" {
			prefix, ours := s.rules.Prefixes[n.Space]
			if !ours {
				prefix = "?"
			}
			known = prefix + ":" + n.Local
		}
		s.names[n] = known
	}
	return known
}

// isGUID tells whether a value is one of the random numbers that programs name things by: {01234567-89AB-CDEF-0123-456789ABCDEF}.
func isGUID(value string) bool {
	value = strings.TrimSuffix(strings.TrimPrefix(value, "{"), "}")
	if len(value) != 36 {
		return false
	}
	for i, c := range []byte(value) {
		dash := i == 8 || i == 13 || i == 18 || i == 23
		hexadecimal := c >= '0' && c <= '9' || c >= 'A' && c <= 'F' || c >= 'a' && c <= 'f'
		if dash != (c == '-') || !dash && !hexadecimal {
			return false
		}
	}
	return true
}

// isMeasure tells whether a value is nothing but numbers, one of them with a point: how long, how wide.
func isMeasure(value string) bool {
	if !strings.Contains(value, ".") {
		return false
	}
	between := func(r rune) bool { return r == ' ' || r == ',' || r == ';' }
	for field := range strings.FieldsFuncSeq(value, between) {
		if _, err := strconv.ParseFloat(strings.TrimRight(field, "%abcdefghijklmnopqrstuvwxyz"), 64); err != nil {
			return false
		}
	}
	return true
}

func latin(charset string, in io.Reader) (io.Reader, error) {
	switch strings.ToLower(charset) {
	case "us-ascii", "iso-8859-1", "latin1", "windows-1252":
		return charmap.Windows1252.NewDecoder().Reader(in), nil
	case "iso-8859-15":
		return charmap.ISO8859_15.NewDecoder().Reader(in), nil
	}
	return nil, errors.ErrUnsupported
}
