package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"referat/generator/intake/pattern"
)

// This file tells where the author ended a line, and where the page was full.

var (
	label    = pattern.Of(`^\p{Lu}[\pL./-]*(?: [\pL./-]+){0,3}:(?:\s|$)`)
	numbered = pattern.Of(`(?i)^(?:pkt\.?|punkt|ad\.?|bilag)\s*\d`)
	address  = pattern.Of(`^(?:https?://|www\.)\S+$`)
)

// openWords are words that need others behind them.
var openWords = wordSet(`og eller samt i på af for til med ved fra om den det de der at som en et
	ca. kl. nr. pkt. bl.a. f.eks. fx dr. prof. jf. ifm. ift. hhv. mhp. vedr. inkl. ekskl.`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

const (
	longLine  = 160 // letters; more than a page has
	shortNeed = 40  // letters; the lines of a narrow column are no measure of the page
	enough    = 6   // lines
)

// measure is how wide the text is set.
type measure struct {
	fit  int  // a line that would have ended before this column with the next word was not full
	free bool // lines are as long as their paragraphs: every end is the author's
}

// measureOf learns from lines that were full for sure, since the next begins in lower case: where
// did the next word not fit? Letters differ in width, so the answer is a low one, and the
// lower the fewer lines it comes from.
func measureOf(lines []line) measure {
	var needs []int
	longest, long := 0, 0
	for i := range lines {
		l := &lines[i]
		if widest(l.gaps()) < wideGap {
			longest = max(longest, l.edge())
			if l.edge() > longLine {
				long++
			}
		}
		if i == 0 || l.blank > 0 || l.opens || !startsLower(l.text) || markPattern().MatchString(l.text) {
			continue
		}
		if n := need(&lines[i-1], l); n > shortNeed {
			needs = append(needs, n)
		}
	}
	m := measure{fit: longest * 85 / 100, free: long > 2}
	slices.Sort(needs)
	switch {
	case len(needs) >= enough:
		m.fit = needs[len(needs)/10]
	case len(needs) > 0:
		m.fit = needs[0] * 9 / 10
	}
	return m
}

// need is where a line would end with the first word of the next.
func need(l, next *line) int {
	word, _, _ := strings.Cut(next.text, " ")
	return l.edge() + 1 + length(word)
}

// fits tells that the first word of the next line would have had room.
func (m measure) fits(l, next *line) bool { return m.free || need(l, next) <= m.fit*95/100 }

// fitsEasily is fits, for a line of which nothing else says that it has ended.
func (m measure) fitsEasily(l, next *line) bool { return m.free || need(l, next) <= m.fit*85/100 }

func endsSentence(s string) bool {
	s = strings.TrimRight(s, ")”\"’»")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?:;…", r)
}

// findEnds tells of each line whether the author ended it for sure.
func (r *reader) findEnds() []bool {
	ends := make([]bool, len(r.lines))
	for from := 0; from < len(r.lines); {
		to := from + 1
		for to < len(r.lines) && r.lines[to].blank == 0 && !r.lines[to].opens {
			to++
		}
		ends[to-1] = true
		for i := from; i < to-1; i++ {
			ends[i] = r.ended(i)
		}
		if r.isList(r.lines[from:to], ends[from:to]) {
			for i := from; i < to-1; i++ {
				ends[i] = !isOpen(r.lines[i].text)
			}
		}
		from = to
	}
	return ends
}

func (r *reader) ended(i int) bool {
	l, next := &r.lines[i], &r.lines[i+1]
	switch {
	case address().MatchString(l.text) || address().MatchString(next.text):
		return true
	case r.page.free:
		return !l.soft
	case startsLower(next.text) || l.soft || isOpen(l.text) || closes(next.text):
		return false
	case label().MatchString(l.text) && label().MatchString(next.text):
		return true
	case endsSentence(l.text) || endsDigit(l.text) || label().MatchString(next.text) || numbered().MatchString(next.text):
		return r.page.fits(l, next)
	}
	return r.page.fitsEasily(l, next)
}

// closes tells that a line begins with a sign that ends something.
func closes(s string) bool { return strings.ContainsAny(s[:1], ",.;:)") }

// isOpen tells that a line ends in the middle of something.
func isOpen(s string) bool {
	last := strings.ToLower(s[strings.LastIndexByte(s, ' ')+1:])
	before, _ := utf8.DecodeLastRuneInString(strings.TrimSuffix(last, "-"))
	return strings.ContainsAny(s[len(s)-1:], ",/(") || strings.HasSuffix(s, "–") || openWords[last] ||
		last[len(last)-1] == '-' && (last == "-" || unicode.IsLetter(before)) || strings.LastIndexByte(s, '(') > strings.LastIndexByte(s, ')')
}

// isList tells of lines below one another that each say one thing: all begin with a capital or a
// number, which lines of prose do only by chance, and enough of them had room for more. Of three
// lines, most must have ended for sure.
func (r *reader) isList(lines []line, ends []bool) bool {
	short, ended := 0, 0
	for i := range lines {
		if !startsUpper(lines[i].text) || lines[i].soft || strings.Contains(lines[i].text, "; ") {
			return false
		}
		if i+1 < len(lines) && r.page.fits(&lines[i], &lines[i+1]) {
			short++
		}
		if ends[i] {
			ended++
		}
	}
	return len(lines) > 3 && short*4 >= len(lines)-1 || len(lines) == 3 && ended == 3
}

func endsDigit(s string) bool { return startsDigit(s[len(s)-1:]) }

// leadsOn tells of words that lead to a list.
func leadsOn(s string) bool {
	return strings.HasSuffix(s, ",") || strings.HasSuffix(s, ":") && strings.Count(s, " ") > 4
}

// hasSentences tells that a sentence ends within a text. An initial ends none, nor does a short word.
func hasSentences(s string) bool {
	for i := strings.Index(s, ". "); i > 0; {
		word := s[strings.LastIndexAny(s[:i], " .-")+1 : i]
		next, _ := utf8.DecodeRuneInString(s[i+2:])
		if length(word) > 3 && (startsLower(word[len(word)-1:]) || endsDigit(word) || word[len(word)-1] > 127) && unicode.IsUpper(next) {
			return true
		}
		n := strings.Index(s[i+2:], ". ")
		if n < 0 {
			break
		}
		i += 2 + n
	}
	return false
}

// isSentence tells that a text is prose that has come to its end, or leads to a list.
func isSentence(s string) bool {
	if hasSentences(s) || leadsOn(s) {
		return true
	}
	s = strings.TrimRightFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(")”\"’»", r) })
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?")
}
