package personal

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// phones finds telephone numbers in a cluster: eight digits in pairs, after +45, or where a word says so.
func (s *scanner) phones() {
	for i := 0; i < len(s.groups); i++ {
		first := i
		abroad := s.country(i)
		if abroad {
			first++
		}
		last := s.eight(first)
		if last < 0 || s.tokens[s.groups[first].from].value < '2' {
			continue
		}
		from, to := s.tokens[s.groups[i].from].from, s.tokens[s.groups[last].to-1].to
		inPairs := s.shaped(first, 2, 2, 2, 2) && last == len(s.groups)-1 && i == 0 && s.gap(first+1) == gap(space)
		around := s.around(from, to)
		if !abroad && (around.label() && !around.telephone() || !inPairs && !around.telephone()) {
			continue
		}
		shown := make([]byte, 0, 8)
		for _, t := range s.tokens[s.groups[first].from : s.groups[first].from+4] {
			shown = append(shown, t.value)
		}
		s.found = append(s.found, Finding{Phone, abroad || around.telephone(), from, to, string(shown) + "****"})
		i = last
	}
}

// country tells that group i is the number of Denmark, written as +45 or 0045.
func (s *scanner) country(i int) bool {
	g := s.groups[i]
	t := s.tokens[g.from:g.to]
	switch {
	case g.len() == 2 && number(t) == 45:
		return t[0].gap == '+' || t[0].from > 0 && s.text[t[0].from-1] == '+'
	case g.len() == 4:
		return number(t) == 45
	}
	return false
}

// eight is the last of the groups from i on that together have eight digits and stand in one way; -1 if there are none.
func (s *scanner) eight(i int) int {
	n := 0
	for k := i; k < len(s.groups); k++ {
		g := s.groups[k]
		if k > i {
			if at := s.gap(k); at != gap(space) && at != gap(dash) && at != gap('.') || k > i+1 && !s.alike(k, i+1) {
				return -1
			}
		}
		if n += g.len(); n >= 8 {
			for _, t := range s.tokens[s.groups[i].from:g.to] {
				if t.letter() {
					return -1
				}
			}
			if n == 8 {
				return k
			}
			return -1
		}
	}
	return -1
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
			s.found = append(s.found, Finding{Mail, true, from, to, s.text[from:from+firstSize(s.text[from:])] + "…@" + domain})
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
