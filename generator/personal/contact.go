package personal

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// phones finds telephone numbers in a cluster: eight digits in pairs, after +45, or where a word says so.
func (s *scanner) phones() {
	for i := 0; i < len(s.groups); i++ {
		first, last, abroad := i, 0, s.country(i)
		if abroad && s.groups[i].len() < 10 {
			first++
		}
		if last = s.eight(first); last < 0 {
			continue
		}
		digits := s.tokens[s.groups[first].from:s.groups[last].to]
		digits = digits[len(digits)-8:] // without a country that stands right before them
		from, to := s.tokens[s.groups[i].from].from, digits[7].to
		if !abroad {
			around := s.around(from, to)
			inPairs := i == 0 && last == 3 && len(s.groups) == 4 && s.gap(1) == gap(space)
			if around.label() && !around.telephone() || !inPairs && !around.telephone() {
				continue
			}
		}
		if digits[0].value < '2' {
			continue
		}
		value := make([]byte, 8)
		for k, t := range digits {
			value[k] = t.value
		}
		s.found = append(s.found, Finding{Phone, true, from, to, string(value[:4]) + "****", sameAs(Phone, string(value))})
		i = last
	}
}

// country tells that group i is the number of Denmark, +45 or 0045, or begins with it.
func (s *scanner) country(i int) bool {
	g := s.groups[i]
	t := s.tokens[g.from:g.to]
	switch g.len() {
	case 2, 10:
		return number(t[:2]) == 45 && (t[0].gap == '+' || t[0].from > 0 && s.text[t[0].from-1] == '+')
	case 4, 12:
		return number(t[:4]) == 45
	}
	return false
}

// eight is the last of the groups from i on that together are the eight digits of a telephone, as people part them, with
// their country if that stands right before them; -1 if they are not.
func (s *scanner) eight(i int) int {
	for _, shape := range [...][]int{{2, 2, 2, 2}, {8}, {4, 4}, {2, 3, 3}, {10}, {12}} {
		if !s.shaped(i, shape...) {
			continue
		}
		if shape[0] >= 10 && !s.country(i) {
			continue
		}
		last := i + len(shape) - 1
		for k := i + 1; k <= last; k++ {
			if at := s.gap(k); at != gap(space) && at != gap(dash) && at != gap('.') || !s.alike(k, i+1) {
				return -1
			}
		}
		if last == i+1 && s.year(i) && s.year(last) || s.hasLetter(i, last) {
			return -1
		}
		return last
	}
	return -1
}

// year tells that four digits are a year of our time.
func (s *scanner) year(i int) bool {
	g := s.groups[i]
	century := number(s.tokens[g.from : g.from+2])
	return g.len() == 4 && (century == 19 || century == 20)
}

func (s *scanner) hasLetter(first, last int) bool {
	return slices.ContainsFunc(s.tokens[s.groups[first].from:s.groups[last].to], token.letter)
}

// telephone tells that the words before a number announce a telephone's.
func (w surroundings) telephone() bool {
	text := lastRunes(w.before, 25)
	for _, word := range [...]string{"tlf", "telefon", "mobil", "phone", "direkte nr", "direkte nummer"} {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}

// mails finds mail addresses.
func (s *scanner) mails() {
	for p := 0; ; p++ {
		i := strings.IndexByte(s.text[p:], '@')
		if i < 0 {
			return
		}
		p += i
		from, to := p, p+1
		for from > 0 && mailByte(s.text[from-1]) {
			from--
		}
		for from < p && !alphanumeric(s.text[from]) {
			from++
		}
		for to < len(s.text) && (alphanumeric(s.text[to]) || s.text[to] == '.' || s.text[to] == '-') {
			to++
		}
		for to > p && !alphanumeric(s.text[to-1]) {
			to--
		}
		if domain := s.text[min(p+1, to):to]; from < p && isDomain(domain) {
			s.found = append(s.found, Finding{Mail, true, from, to, s.text[from:from+firstSize(s.text[from:])] + "…@" + domain, sameAs(Mail, strings.ToLower(s.text[from:to]))})
		}
	}
}

func firstSize(text string) int { _, n := utf8.DecodeRuneInString(text); return n }

func mailByte(c byte) bool { return alphanumeric(c) || strings.IndexByte("._%+-'", c) >= 0 }

func alphanumeric(c byte) bool {
	return c >= utf8.RuneSelf || ascii[c] == letter || ascii[c] == digit
}

// isDomain tells that a name could be one of the Internet: labels, the last of letters.
func isDomain(name string) bool {
	dot := strings.LastIndexByte(name, '.')
	if dot <= 0 || len(name)-dot < 3 || strings.Contains(name, "..") {
		return false
	}
	return strings.IndexFunc(name[dot+1:], func(r rune) bool { return !unicode.IsLetter(r) }) < 0
}
