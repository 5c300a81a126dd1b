package personal

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// class is what a character is to a number.
type class uint8

const (
	stop   class = iota // no number goes on after it
	digit               // value is '0' to '9'
	letter              // value is 'A' to 'Z'
	unseen              // nothing that a reader sees
	shy                 // a hyphen that shows only at the end of a line
	space
	dash
	line  // the end of a line
	cell  // the end of a cell
	block // the end of a paragraph
	mark  // another character that may part digits; value says which
)

// sign is a character of the text as a reader has it, or a tag.
type sign struct {
	class class
	value byte
	size  int // in bytes of the text
}

// ascii holds the class of every ASCII character.
var ascii = func() (all [utf8.RuneSelf]class) {
	for c := range all {
		switch {
		case '0' <= c && c <= '9':
			all[c] = digit
		case 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z':
			all[c] = letter
		case strings.ContainsRune("._/:,;+=#('~^*", rune(c)):
			all[c] = mark
		case strings.ContainsRune("`\\\x00", rune(c)): // of code and of escapes in Markdown
			all[c] = unseen
		}
	}
	all[' '], all['\f'], all['\v'], all['\r'] = space, space, space, space
	all['\n'] = line
	all['\t'], all['|'] = cell, cell
	all['-'] = dash
	return all
}()

// sign reads what stands at p.
func (s *scanner) sign(p int) sign {
	c := s.text[p]
	if c >= utf8.RuneSelf {
		r, size := utf8.DecodeRuneInString(s.text[p:])
		return signOf(r, size)
	}
	switch {
	case c == '<' && s.has(tags):
		return s.tag(p)
	case c == '&' && s.has(entities):
		return s.entity(p)
	case c == '\\' && s.has(escapes):
		return s.escape(p)
	case c == '%':
		return s.percent(p)
	case c == '*' && strings.HasPrefix(s.text[max(0, p-1):], "**"), c == '*' && strings.HasPrefix(s.text[p:], "**"):
		return sign{class: unseen, size: 1} // strong emphasis in Markdown
	case c == '\n' && s.has(folded):
		return sign{class: space, size: 1}
	case s.has(quotes):
		switch c {
		case '"':
			return sign{class: unseen, size: 1}
		case ',', ';':
			return sign{class: cell, size: 1}
		case '\n':
			return sign{class: block, size: 1}
		}
	}
	return asciiSign(c, 1)
}

func asciiSign(c byte, size int) sign {
	if 'a' <= c && c <= 'z' {
		c -= 'a' - 'A'
	}
	return sign{ascii[c], c, size}
}

// signOf says what a character is; size is that of its writing.
func signOf(r rune, size int) sign {
	if r < utf8.RuneSelf {
		return asciiSign(byte(r), size)
	}
	if value, ok := digitOf(r); ok {
		return sign{digit, value, size}
	}
	switch {
	case r == '\u00AD':
		return sign{class: shy, size: size}
	case unicode.In(r, unicode.Pd) || strings.ContainsRune("−⁃˗➖⁻₋─━ー", r):
		return sign{class: dash, size: size}
	case r == '\u0085' || r == '\u2028' || r == '\u2029':
		return sign{class: line, size: size}
	case unicode.IsSpace(r) || r == '\u2800' || r == '\u3164':
		return sign{class: space, size: size}
	case unicode.In(r, unicode.Cf, unicode.Mn, unicode.Me) || r == '\u115F' || r == '\u1160':
		return sign{class: unseen, size: size}
	case strings.ContainsRune("·•∙‧・", r):
		return sign{mark, '.', size}
	case r == '⁄' || r == '∕':
		return sign{mark, '/', size}
	case strings.ContainsRune("“”„»«", r):
		return sign{stop, '"', size}
	case r == utf8.RuneError:
		return sign{class: stop, size: size}
	}
	if plain := norm.NFKC.String(string(r)); len(plain) == 1 {
		return asciiSign(plain[0], size)
	}
	return sign{class: stop, size: size}
}

// entity reads a reference such as &#45; or &nbsp;.
func (s *scanner) entity(p int) sign {
	const longest = 32
	end := strings.IndexByte(s.text[p:min(p+longest, len(s.text))], ';')
	if end < 0 {
		return sign{class: stop, size: 1}
	}
	r, size := utf8.DecodeRuneInString(html.UnescapeString(s.text[p : p+end+1]))
	if r == '&' || size == 0 {
		return sign{class: stop, size: 1}
	}
	return signOf(r, end+1)
}

// escape reads \u002d and the like. A backslash before another character is a mark of Markdown.
func (s *scanner) escape(p int) sign {
	if p+1 == len(s.text) {
		return sign{class: stop, size: 1}
	}
	digits := 0
	switch s.text[p+1] {
	case 'u':
		digits = 4
	case 'U':
		digits = 8
	case 'x':
		digits = 2
	case 'n', 'r':
		return sign{class: line, size: 2}
	case 't':
		return sign{class: cell, size: 2}
	default:
		return sign{class: unseen, size: 1}
	}
	if p+2+digits > len(s.text) {
		return sign{class: stop, size: 1}
	}
	r := rune(0)
	for _, c := range []byte(s.text[p+2 : p+2+digits]) {
		v, ok := hexValue(c)
		if !ok {
			return sign{class: stop, size: 1}
		}
		r = r<<4 | rune(v)
	}
	return signOf(r, 2+digits)
}

// percent reads a character as addresses write it: %2D, or several such for one that is not ASCII.
func (s *scanner) percent(p int) sign {
	var bytes []byte
	for i := p; i+3 <= len(s.text) && s.text[i] == '%' && len(bytes) < utf8.UTFMax; i += 3 {
		high, ok := hexValue(s.text[i+1])
		low, also := hexValue(s.text[i+2])
		if !ok || !also {
			break
		}
		if bytes = append(bytes, high<<4|low); utf8.FullRune(bytes) {
			break
		}
	}
	r, size := utf8.DecodeRune(bytes)
	if r == utf8.RuneError {
		return sign{class: stop, size: 1}
	}
	return signOf(r, 3*size)
}

func hexValue(c byte) (byte, bool) {
	switch {
	case '0' <= c && c <= '9':
		return c - '0', true
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return c | 0x20 - 'a' + 10, true
	}
	return 0, false
}

// start is where the character begins whose writing has a digit at p: that of &#49; or %31 is no digit itself.
func (s *scanner) start(p, from int) int {
	const longest = 10
	for i := p - 1; i >= max(from, p-longest); i-- {
		switch c := s.text[i]; {
		case c == '%' || c == '\\' || c == '&':
			if s.sign(i).size > p-i {
				return i
			}
			return p
		case c >= utf8.RuneSelf || c != '#' && ascii[c] != letter && ascii[c] != digit:
			return p
		}
	}
	return p
}
