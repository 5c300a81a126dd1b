package text

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"referat/generator/intake/pattern"
)

// markPattern is what stands before an entry of a list.
var markPattern = pattern.Of(`^(?:[•▪●◦■□☐☒☑✓→–*§o-]|\(?\d{1,3}(?:\.\s?\d{1,3})*[.)]|\(?[a-zæøå][.)])\s+`)

var month = pattern.Of(`(?i)^(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)(?:\PL|$)`)

// certainMarks are signs that stand before entries and nowhere else at the beginning of a line.
const certainMarks = "•▪●◦■□☐☒☑✓→"

// nearby is how far apart, in lines, two entries of one list begin at the most.
const nearby = 15

// mark is what stands before an entry.
type mark struct {
	words string // "•", "1.", "a)"
	kind  string // what the marks of one list have in common: "•", "#.", "a)"
	order int    // 3 of "3." and of "c."; of "2.1" the last; 0 of a sign
	rest  string
}

func markOf(text string) (m mark, ok bool) {
	found := markPattern().FindString(text)
	m.words, m.rest = strings.TrimSpace(found), strings.TrimSpace(text[len(found):])
	if m.words == "" || m.rest == "" {
		return m, false
	}
	m.kind = digits().ReplaceAllString(m.words, "#")
	core := strings.Trim(m.words, "().")
	switch last := digits().FindAllString(core, -1); {
	case last != nil:
		m.order, _ = strconv.Atoi(last[len(last)-1])
	case core != m.words:
		r, _ := utf8.DecodeRuneInString(core)
		m.order = strings.IndexRune("abcdefghijklmnopqrstuvwxyzæøå", r) + 1
		m.kind = strings.Replace(m.words, core, "a", 1)
	}
	return m, true
}

// marksOf reads what may be marks.
func marksOf(lines []line) []mark {
	marks := make([]mark, len(lines))
	for i := range lines {
		if m, ok := markOf(lines[i].text); ok {
			marks[i] = m
		}
	}
	return marks
}

// markAt reads the mark of a line, if it is one. A dash, a number or a letter may begin a line only
// because the line before was full ("den / 1. januar 2013"); then others of its list must be near.
func (r *reader) markAt(i int) (mark, bool) {
	m, ok := r.marks[i], r.marks[i].words != ""
	if !ok || strings.Contains(certainMarks, m.words) {
		return m, ok
	}
	letter := strings.HasPrefix(strings.TrimLeft(m.kind, "("), "a")
	switch {
	case m.words == "§":
		return m, !startsDigit(m.rest)
	case m.order > 0 && month().MatchString(m.rest):
		return m, false
	case letter:
		return m, r.beginsNew(i) && r.hasNeighbour(i, m)
	case m.order > 0 && startsLower(m.rest):
		return m, r.hasNeighbour(i, m) && !r.inSentence(i) || strings.HasPrefix(m.rest, "at ") && r.beginsNew(i)
	}
	return m, r.beginsNew(i) || r.hasNeighbour(i, m) && !r.inSentence(i)
}

// inSentence tells that the words before a line need others behind them: "punkt 2 og", "den". Behind
// "at" a list may begin.
func (r *reader) inSentence(i int) bool {
	if l := &r.lines[i]; i == 0 || l.opens || l.blank > 0 || l.column > r.lines[i-1].column {
		return false
	}
	before := r.lines[i-1].text
	return !strings.HasSuffix(before, ",") && !strings.HasSuffix(before, " at") && isOpen(before)
}

// beginsNew tells that a line does not stand where it does only because the one before was full.
func (r *reader) beginsNew(i int) bool {
	l := &r.lines[i]
	if i == 0 || l.opens || l.blank > 0 {
		return true
	}
	before := &r.lines[i-1]
	if r.marks[i-1].words != "" && l.column <= before.column {
		return true
	}
	return endsSentence(before.text) || l.column > before.column || r.page.fits(before, l)
}

// hasNeighbour tells that an entry of the same list begins near: the next or the one before, or of
// signs any.
func (r *reader) hasNeighbour(i int, m mark) bool {
	for j := max(0, i-nearby); j < min(len(r.lines), i+nearby+1); j++ {
		if other := &r.marks[j]; other.words != "" && j != i && other.kind == m.kind {
			if d := other.order - m.order; m.order == 0 || d == 1 && j > i || d == -1 && j < i {
				return true
			}
		}
	}
	return false
}

func startsDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "(\"'”“»«’"))
	return unicode.IsLower(r)
}

// startsUpper tells that a text begins as titles and names do.
func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "(\"'”“»«’"))
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}
