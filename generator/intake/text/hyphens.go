package text

import (
	"strings"

	"referat/generator/intake/hyphen"
	"referat/generator/intake/manuscript"
	"referat/generator/intake/pattern"
)

var (
	lastPart  = pattern.Of(`[\pL\p{Nd}]+(?:-[\pL\p{Nd}]+)*-$`)
	firstPart = pattern.Of(`^[\pL\p{Nd}]+`)
)

// maxJoined is how long a line can be, in bytes, that a word is joined to.
const maxJoined = 1 << 10

// wordsWithin are the words that stand within lines.
func wordsWithin(lines []line) hyphen.Words {
	known := hyphen.Words{}
	for i := range lines {
		known.Add(lines[i].text)
	}
	return known
}

// lineEnd is why a line ends after a hyphen.
type lineEnd int

const (
	anyEnd  lineEnd = iota // nobody can tell
	fullEnd                // there was no room for more
	softEnd                // the hyphen says that it is there for that only
)

// hyphen puts the first word of a line behind the hyphen that ends the line above. The hyphen goes when it
// stands there only because the line was full; it stays in words that are written with one, or may be. One
// that stands for the end of another word is left alone.
func (r *reader) hyphen(above, next string, end lineEnd, at manuscript.Place) (left, rest string, joined bool) {
	if !strings.HasSuffix(above, "-") || len(above) > maxJoined {
		return "", "", false
	}
	a, b := lastPart().FindString(above[strings.LastIndexByte(above, ' ')+1:]), firstPart().FindString(next)
	if a == "" || b == "" {
		return "", "", false
	}
	half := strings.TrimSuffix(a, "-")
	parting := hyphen.Drop
	if end != softEnd {
		parting = r.known.Part(half[strings.LastIndexByte(half, '-')+1:], b, end == fullEnd)
	}
	word, rest, _ := strings.Cut(next, " ")
	rest = strings.TrimSpace(rest)
	switch join := (manuscript.Join{Left: a, Right: b, At: at}); parting {
	case hyphen.Leave:
		return "", "", false
	case hyphen.Drop:
		r.doc.Joins = append(r.doc.Joins, join)
		return strings.TrimSuffix(above, "-") + word, rest, true
	case hyphen.Unclear:
		r.doc.Hyphens = append(r.doc.Hyphens, join)
	}
	return above + word, rest, true
}
