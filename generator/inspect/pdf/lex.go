package pdf

import (
	"bytes"
	"strconv"
)

// maxNesting is how deep values may lie in values.
const maxNesting = 100

// reader reads values. What it cannot read it gives as words, so that it always comes to an end and nothing is
// passed over.
type reader struct {
	data  []byte
	at    int
	notes []byte // what stands in comments
	depth int
	refs  bool // "1 0 R" is a reference; on a page it is not
}

// next is the next value; it is false at the end.
func (r *reader) next() (any, bool) {
	r.blank()
	if r.at >= len(r.data) {
		return nil, false
	}
	switch c := r.data[r.at]; {
	case c == '/':
		return r.name(), true
	case c == '(':
		return r.literal(), true
	case c == '<' && r.peek(1) == '<':
		return r.dict(), true
	case c == '<':
		return r.hex(), true
	case c == '[':
		return r.array(), true
	case c == '>' && r.peek(1) == '>':
		r.at += 2
		return word(">>"), true
	case isDelimiter(c):
		r.at++
		return word(rune(c)), true
	}
	return r.plain(), true
}

func (r *reader) peek(n int) byte {
	if r.at+n < len(r.data) {
		return r.data[r.at+n]
	}
	return 0
}

// blank passes over blanks and comments.
func (r *reader) blank() {
	for r.at < len(r.data) {
		c := r.data[r.at]
		switch {
		case c == '%':
			end := bytes.IndexAny(r.data[r.at:], "\r\n")
			if end < 0 {
				end = len(r.data) - r.at
			}
			r.notes = append(append(r.notes, r.data[r.at+1:r.at+end]...), '\n')
			r.at += end
		case isBlank(c):
			r.at++
		default:
			return
		}
	}
}

func isBlank(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

// token is what stands up to the next blank or delimiter.
func (r *reader) token() []byte {
	start := r.at
	for r.at < len(r.data) && !isBlank(r.data[r.at]) && !isDelimiter(r.data[r.at]) {
		r.at++
	}
	return r.data[start:r.at]
}

func (r *reader) name() name {
	r.at++
	t := r.token()
	if bytes.IndexByte(t, '#') < 0 {
		return name(t)
	}
	var n []byte
	for i := 0; i < len(t); i++ {
		if t[i] == '#' && i+2 < len(t) {
			if v, err := strconv.ParseUint(string(t[i+1:i+3]), 16, 8); err == nil {
				n, i = append(n, byte(v)), i+2
				continue
			}
		}
		n = append(n, t[i])
	}
	return name(n)
}

// plain reads a number, a reference or a word.
func (r *reader) plain() any {
	t := r.token()
	if number, ok := whole(t); ok && r.refs {
		if generation, ok := r.reference(); ok {
			return ref{number, generation}
		}
	}
	if bytes.IndexByte([]byte("+-.0123456789"), t[0]) >= 0 {
		if f, err := strconv.ParseFloat(string(t), 64); err == nil {
			return f
		}
	}
	if string(t) == "null" {
		return nil
	}
	return word(t)
}

// reference reads the rest of a reference, if that is what follows.
func (r *reader) reference() (generation int, ok bool) {
	at := r.at
	r.blankOnly()
	generation, ok = whole(r.token())
	if ok {
		r.blankOnly()
		if ok = string(r.token()) == "R"; ok {
			return generation, true
		}
	}
	r.at = at
	return 0, false
}

func (r *reader) blankOnly() {
	for r.at < len(r.data) && isBlank(r.data[r.at]) {
		r.at++
	}
}

// whole is a number without a sign and of at most nine digits.
func whole(t []byte) (int, bool) {
	n := 0
	for _, c := range t {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, len(t) > 0 && len(t) < 10
}

// literal reads a string in parentheses.
func (r *reader) literal() text {
	r.at++
	s := text{}
	for open := 1; r.at < len(r.data); r.at++ {
		switch c := r.data[r.at]; c {
		case '\\':
			r.at++
			s = r.escape(s)
			continue
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				r.at++
				return s
			}
		}
		s = append(s, r.data[r.at])
	}
	return s
}

// escape reads what stands behind a backslash, and stays at the last byte of it.
func (r *reader) escape(s text) text {
	c := r.peek(0)
	switch c {
	case 'n':
		return append(s, '\n')
	case 'r':
		return append(s, '\r')
	case 't':
		return append(s, '\t')
	case 'b':
		return append(s, '\b')
	case 'f':
		return append(s, '\f')
	case '\r':
		if r.peek(1) == '\n' {
			r.at++
		}
		return s
	case '\n':
		return s
	}
	if c < '0' || c > '7' {
		return append(s, c)
	}
	v := 0
	for n := 0; n < 3 && r.peek(0) >= '0' && r.peek(0) <= '7'; n++ {
		v = v*8 + int(r.peek(0)-'0')
		r.at++
	}
	r.at--
	return append(s, byte(v))
}

// hex reads a string in angle brackets. Where it is not of digits only, its letters are kept among the notes too.
func (r *reader) hex() text {
	r.at++
	end := bytes.IndexByte(r.data[r.at:], '>')
	if end < 0 {
		end = len(r.data) - r.at
	}
	digits := r.data[r.at : r.at+end]
	if bytes.ContainsFunc(digits, func(c rune) bool { return c > 'f' || !isBlank(byte(c)) && !isHex(byte(c)) }) {
		r.notes = append(append(r.notes, digits...), '\n')
	}
	s := unhex(digits)
	r.at = min(r.at+end+1, len(r.data))
	return s
}

func unhex(digits []byte) []byte {
	s := make([]byte, 0, len(digits)/2+1)
	half, v := false, byte(0)
	for _, c := range digits {
		d, ok := digit(c)
		if !ok {
			continue
		}
		if half {
			s = append(s, v<<4|d)
		}
		v, half = d, !half
	}
	if half {
		s = append(s, v<<4)
	}
	return s
}

func isHex(c byte) bool {
	_, is := digit(c)
	return is
}

func digit(c byte) (byte, bool) {
	switch {
	case c >= '0' && c <= '9':
		return c - '0', true
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return c | 0x20 - 'a' + 10, true
	}
	return 0, false
}

func (r *reader) array() any {
	r.at++
	a := array{}
	if r.depth++; r.depth > maxNesting {
		return word("[")
	}
	defer func() { r.depth-- }()
	for {
		v, ok := r.next()
		if !ok || v == word("]") {
			return a
		}
		if isEnd(v) {
			r.at -= len(v.(word))
			return a
		}
		a = append(a, v)
	}
}

func (r *reader) dict() any {
	r.at += 2
	d := dict{}
	if r.depth++; r.depth > maxNesting {
		return word("<<")
	}
	defer func() { r.depth-- }()
	for {
		key, ok := r.next()
		if !ok || key == word(">>") {
			return d
		}
		if isEnd(key) {
			r.at -= len(key.(word))
			return d
		}
		k, isName := key.(name)
		if !isName {
			d[stray] = append(listOf(d[stray]), key)
			continue
		}
		v, ok := r.next()
		if v == word(">>") || !ok {
			return d
		}
		if _, twice := d[k]; twice {
			d[stray] = append(listOf(d[stray]), d[k])
		}
		d[k] = v
	}
}

// stray is the key of what stands in a dictionary without a key of its own.
const stray name = "\x00"

func listOf(v any) array {
	a, _ := v.(array)
	return a
}

// isEnd tells that a value is a word that ends an object, in which something is left open.
func isEnd(v any) bool { return v == word("endobj") || v == word("stream") || v == word("endstream") }
