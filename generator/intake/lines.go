package intake

import (
	"strings"
	"unicode"
)

// finder tells which line of a content file a doubt is about.
type finder struct {
	draft *Draft
	head  *headWriter
	body  *bodyWriter
}

// line is a line of the file, from 1.
func (f finder) line(t Target) int {
	above := f.head.line() - 1 // of the body's first line
	at := func(list []int) int {
		if t.Index >= 0 && t.Index < len(list) {
			return list[t.Index]
		}
		return 1
	}
	switch t.Part {
	case InHead:
		if line, known := f.head.keys[t.Near]; known {
			return line
		}
		return 1
	case InParticipants:
		return at(f.head.participants)
	case InAgenda:
		return at(f.head.agenda)
	}
	from, to := f.part(t)
	return above + 1 + from + near(f.body.lines[from:to], t.Near)
}

// part is the lines of the body that a part of it has.
func (f finder) part(t Target) (from, to int) {
	b := f.body
	if t.Part == InPreface || t.Index < 0 || t.Index >= len(b.items) {
		if len(b.items) > 0 {
			return 0, b.items[0]
		}
		return 0, len(b.lines)
	}
	from, to = b.items[t.Index], len(b.lines)
	if t.Index+1 < len(b.items) {
		to = b.items[t.Index+1]
	}
	if sections := b.sections[t.Index]; t.Part == InSection && t.Section >= 0 && t.Section < len(sections) {
		from = sections[t.Section]
		if t.Section+1 < len(sections) {
			to = sections[t.Section+1]
		}
	}
	return from, to
}

// near is the index of the first line that has the words, or their beginning; 0 of none.
func near(lines []string, words string) int {
	wanted := lettersOf(words)
	if wanted == "" {
		return 0
	}
	for _, wanted := range []string{wanted, beginning(wanted)} {
		for i, line := range lines {
			if strings.Contains(lettersOf(line), wanted) {
				return i
			}
		}
	}
	return 0
}

// beginning is enough of a text to find it by.
func beginning(s string) string {
	r := []rune(s)
	return string(r[:min(len(r), 30)])
}

// lettersOf leaves the letters and digits of a text.
func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// hasWords tells that there is a letter or a digit in a text.
func hasWords(s string) bool { return lettersOf(s) != "" }
