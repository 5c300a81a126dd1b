package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"referat/generator/intake/manuscript"
	"referat/generator/intake/pattern"
)

// This file decides which letters need a backslash, so that Markdown takes them for what
// they are. There are no more of them than that: staff read and correct this text.

// entity is what Markdown reads as the name of a letter.
var entity = pattern.Of(`&(#[0-9]{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]*;)`)

// escaper goes through the text of all pieces.
type escaper struct {
	in    setting
	text  string
	cuts  map[int]bool // offsets where one piece ends and the next begins
	marks map[int]bool // the result
}

// escapesOf gives the offsets, in the text of all pieces, of the letters that need a backslash.
func escapesOf(pieces []piece, in setting) map[int]bool {
	var text strings.Builder
	e := escaper{in: in, cuts: map[int]bool{}, marks: map[int]bool{}}
	for _, p := range pieces {
		text.WriteString(p.Text)
		e.cuts[p.at] = true
		if p.Link != "" || p.Look != (manuscript.Look{}) {
			e.cuts[p.at+len(p.Text)] = true
		}
	}
	e.text = text.String()
	for i, p := range pieces {
		e.piece(p)
		if i > 0 && pieces[i-1].Note > 0 && strings.HasPrefix(p.Text, ":") {
			e.marks[p.at] = true // else the words after a reference would be its note
		}
	}
	if in == inParagraph {
		e.lines(pieces)
	}
	if in == inHeading {
		e.closingSigns()
	}
	for _, at := range entity().FindAllStringIndex(e.text, -1) {
		e.marks[at[0]] = true
	}
	return e.marks
}

// piece finds what would be read as a mark wherever it stands.
func (e *escaper) piece(p piece) {
	for i, c := range p.Text {
		at := p.at + i
		switch c {
		case '\\', '`':
			e.marks[at] = true
		case '*', '~':
			e.marks[at] = !e.apart(at)
		case '_':
			e.marks[at] = !e.apart(at) && !e.insideWord(at)
		case '[':
			e.marks[at] = p.Link != "" || !e.harmless(at)
		case ']':
			e.marks[at] = p.Link != ""
		case '(':
			e.marks[at] = strings.HasSuffix(e.text[:at], "]")
		case '<':
			next := e.next(at)
			e.marks[at] = unicode.IsLetter(next) || next == '/' || next == '!' || next == '?'
		case '!':
			e.marks[at] = e.next(at) == '[' || e.cuts[at+1] || strings.HasSuffix(e.text[:at], "<")
		case '>':
			e.marks[at] = strings.HasSuffix(e.text[:at], "--")
		case '|':
			e.marks[at] = e.in == inCell
		}
		if !e.marks[at] {
			delete(e.marks, at)
		}
	}
}

// next is the letter after the one at the offset, a space at the end.
func (e *escaper) next(at int) rune { return letterAt(e.text[at+1:]) }

func letterAt(s string) rune {
	if s == "" {
		return ' '
	}
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func (e *escaper) before(at int) rune {
	if at == 0 {
		return ' '
	}
	r, _ := utf8.DecodeLastRuneInString(e.text[:at])
	return r
}

// apart tells of a sign that stands alone between spaces, and so can be no mark. At the
// start of a line it could be one of a list.
func (e *escaper) apart(at int) bool {
	before, after := e.before(at), e.next(at)
	return before == ' ' && at > 0 && after == ' ' && !e.cuts[at] && !e.cuts[at+1]
}

// insideWord tells of a sign between letters or digits of one piece.
func (e *escaper) insideWord(at int) bool {
	is := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	return is(e.before(at)) && is(e.next(at)) && !e.cuts[at] && !e.cuts[at+1]
}

// harmless tells of a bracket that no link or note begins with: it ends in the same
// piece, and nothing follows that would make it a link.
func (e *escaper) harmless(at int) bool {
	inside, rest, ends := strings.Cut(e.text[at+1:], "]")
	end := at + 1 + len(inside) + 1
	if !ends || strings.HasPrefix(inside, "^") || strings.ContainsAny(inside, "[\n") || strings.ContainsAny(rest[:min(1, len(rest))], "[{:") {
		return false
	}
	for i := at + 1; i <= end; i++ {
		if e.cuts[i] {
			return false
		}
	}
	return true
}

// What begins a line and would be read as a list, a heading, a quote, a definition, a
// mark of ours, or a line under a heading or the head of a table.
var lineBegin = pattern.Of(`^(?:([-+*])(?:[ ]|$)|\d{1,9}([.)])(?:[ ]|$)|(#)|(>)|(:)(?:[ ]|$|::)|(~)|(=)=*$|([-:|])[-:| ]*$)`)

// lines finds what would be read as a mark only where a line begins.
func (e *escaper) lines(pieces []piece) {
	marked := map[int]bool{}
	for _, p := range pieces {
		if p.Look != (manuscript.Look{}) || p.Link != "" || p.Note > 0 {
			marked[p.at] = true
		}
	}
	at := 0
	for _, line := range strings.Split(e.text, "\n") {
		if m := lineBegin().FindStringSubmatchIndex(line); m != nil && !marked[at] {
			for group := 2; group < len(m); group += 2 {
				if m[group] >= 0 {
					e.marks[at+m[group]] = true
				}
			}
		}
		at += len(line) + 1
	}
}

// closingSigns finds the signs at the end of a heading that Markdown would leave out.
func (e *escaper) closingSigns() {
	rest := strings.TrimRight(e.text, "#")
	if rest == "" || strings.HasSuffix(rest, " ") {
		for at := len(rest); at < len(e.text); at++ {
			e.marks[at] = true
		}
	}
}
