package source

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Pos is a place in one of the user's files. Line and Col count from 1 and Col
// counts characters; zero means that the place is the whole file or line.
type Pos struct {
	Path Path
	Line int
	Col  int
}

// String writes path:line:col and leaves out what is not known.
func (p Pos) String() string {
	switch {
	case p.Line == 0:
		return string(p.Path)
	case p.Col == 0:
		return fmt.Sprintf("%s:%d", p.Path, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.Path, p.Line, p.Col)
}

// Severity says whether a problem forbids publication.
type Severity uint8

const (
	Warning     Severity = iota // shown; the build goes on
	Error                       // nothing is written
	Information                 // only who asks is told
)

// Problem is something in the user's files that a person should settle: a
// stable code, the place, and the values that the message quotes.
type Problem struct {
	Code Code
	Pos  Pos
	Args []any
}

// At makes a problem. The arguments fill the verbs of the code's messages.
func At(pos Pos, code Code, args ...any) Problem {
	return Problem{Code: code, Pos: pos, Args: args}
}

// Is tells that two problems are one: the same, at the same place.
func (p Problem) Is(other Problem) bool {
	return p.Pos == other.Pos && p.Code == other.Code && fmt.Sprint(p.Args...) == fmt.Sprint(other.Args...)
}

// Severity is a property of the code.
func (p Problem) Severity() Severity { return messageOf(p.Code).severity }

// Text gives the message and, on a line of its own, what to do about it, in
// the language named: "da", or English for any other.
func (p Problem) Text(lang string) (message, hint string) {
	m := messageOf(p.Code)
	w := m.en
	if lang == "da" {
		w = m.da
	}
	_, doubt := doubts[p.Code]
	args := make([]any, len(p.Args))
	for i, a := range p.Args {
		switch a := a.(type) {
		case string:
			if doubt {
				a = quotable(a)
			}
			args[i] = said{shorten(p.argument(i, a, lang)), lang}
		case inLanguage:
			args[i] = said{a.in(lang), lang}
		default:
			args[i] = a
		}
	}
	return fill(w[0], args), fill(w[1], args)
}

// inLanguage is an argument that has words of its own in each language.
type inLanguage interface{ in(lang string) string }

// Given gives the argument by which a part of a message stands or does not, {?2 of the draft}.
func Given(stands bool) string {
	if stands {
		return "!"
	}
	return ""
}

// ifGiven is a part of a message that stands only when the argument of its
// number is there and not empty, {?2 it looks most like %[2]q;}, or only when it
// is not: {!2 there are none}.
var ifGiven = regexp.MustCompile(`\{([?!])(\d) ([^}]*)\}`)

// fill leaves the verbs to name the arguments they want by index, so that
// a message need not use all of them (fmt then counts none as left over).
func fill(format string, args []any) string {
	format = strings.TrimSpace(ifGiven.ReplaceAllStringFunc(format, func(part string) string {
		m := ifGiven.FindStringSubmatch(part)
		if n := int(m[2][0] - '1'); (n < len(args) && given(args[n])) != (m[1] == "?") {
			return ""
		}
		return m[3]
	}))
	if !strings.Contains(format, "%") {
		return format
	}
	return fmt.Sprintf(format, args...)
}

// given tells of an argument that says something.
func given(arg any) bool {
	text, is := arg.(said)
	return arg != nil && !(is && text.written == "")
}

// shorten keeps a quoted value readable: messages are for people.
func shorten(s string) string {
	const most = 240
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	r := []rune(s)
	return string(r[:most-1]) + "…"
}

// quotable gives words of a document that stand between quotes themselves: its own are others, and what cannot be
// seen is left out.
func quotable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '"':
			return '”'
		case unicode.IsSpace(r):
			return ' '
		case !unicode.IsPrint(r):
			return -1
		}
		return r
	}, s)
}

// Sort orders problems by place, then code, so that a run always reports them
// alike, and drops repetitions of the same problem at the same place. It leaves the
// list that it is given alone, which others may hold too.
func Sort(problems []Problem) []Problem {
	problems = slices.Clone(problems)
	slices.SortStableFunc(problems, func(a, b Problem) int {
		order := strings.Compare(string(a.Pos.Path), string(b.Pos.Path))
		if order == 0 {
			order = cmp.Or(cmp.Compare(a.Pos.Line, b.Pos.Line), cmp.Compare(a.Pos.Col, b.Pos.Col), strings.Compare(string(a.Code), string(b.Code)))
		}
		if order == 0 { // which few are, so that few are written out
			order = strings.Compare(fmt.Sprint(a.Args...), fmt.Sprint(b.Args...))
		}
		return order
	})
	return slices.CompactFunc(problems, Problem.Is)
}

// Errors counts the problems that forbid publication.
func Errors(problems []Problem) int { return Count(problems, Error) }

// Count counts the problems of a severity.
func Count(problems []Problem, s Severity) int {
	n := 0
	for _, p := range problems {
		if p.Severity() == s {
			n++
		}
	}
	return n
}
