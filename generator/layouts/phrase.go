package layouts

import "strings"

// places is how many places for arguments a label can have.
const places = 9

// phrase is a label with places for arguments: "{1} af {2}".
type phrase struct {
	raw   string
	parts []part
	most  int // the highest place, 0 of none
}

// part is a piece of text, or the place of an argument counted from 1.
type part struct {
	text string
	arg  int
}

// newPhrase finds the places {1} to {9}; any other brace is text.
func newPhrase(raw string) phrase {
	p := phrase{raw: raw}
	from := 0
	for i := 0; i+2 < len(raw); i++ {
		if raw[i] != '{' || raw[i+2] != '}' || raw[i+1] < '1' || raw[i+1] > '9' {
			continue
		}
		n := int(raw[i+1] - '0')
		p.parts = append(p.parts, part{text: raw[from:i]}, part{arg: n})
		p.most = max(p.most, n)
		from = i + 3
		i += 2
	}
	p.parts = append(p.parts, part{text: raw[from:]})
	return p
}

// fill puts the arguments into their places.
func (p phrase) fill(args ...string) string {
	if p.most == 0 {
		return p.raw
	}
	var b strings.Builder
	size := len(p.raw)
	for _, arg := range args {
		size += len(arg)
	}
	b.Grow(size)
	for _, part := range p.parts {
		b.WriteString(part.text)
		if part.arg > 0 && part.arg <= len(args) {
			b.WriteString(args[part.arg-1])
		}
	}
	return b.String()
}
