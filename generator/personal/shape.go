package personal

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// form is how the digits of a number stand, which says how much more has to speak for it.
type form uint8

const (
	usual  form = iota // DDMMYY-SSSS: sure as it is
	bare               // DDMMYYSSSS: sure with the check digit, a word nearby or 1 January, else possible
	parted             // in cells or paragraphs of their own: sure with the check digit or a word, else nothing
	quoted             // (DDMMYY)SSSS, "DDMMYY" "SSSS": sure with the check digit, a word or 1 January, else nothing
	pairs              // DD MM YY SS SS: sure with a word, possible with the check digit
	told               // in small groups among others: sure with a word, else nothing
	odd                // DDM MYY SSSS: sure with both, possible with a word, or standing alone with the check digit
	eleven             // within eleven digits: sure with the check digit, possible with a word
	twelve             // within twelve digits: sure with both, possible with one of them
	long               // within more digits: possible with both
	nine               // DMMYYSSSS, as a spreadsheet leaves it: possible with both
)

// candidate is ten digits in a row, or twelve with a whole year, that may be a number.
type candidate struct {
	form form
	of   []token
}

// weighCluster finds the candidates of a cluster and keeps what they prove to be.
func (s *scanner) weighCluster() {
	if len(s.tokens) < leastDigits {
		return
	}
	s.group()
	before := len(s.found)
	for i := range s.groups {
		if !s.known(i) {
			s.spread(i)
		}
	}
	s.phones()
	s.keepBest(before)
}

// keepBest leaves one finding of those that overlap: the surest, then the first. They are those of one cluster.
func (s *scanner) keepBest(from int) {
	kept := s.found[:from]
	slices.SortStableFunc(s.found[from:], func(a, b Finding) int { return cmp.Compare(a.From, b.From) })
	for _, f := range s.found[from:] {
		last := len(kept) - 1
		switch {
		case last < from || kept[last].To <= f.From:
			kept = append(kept, f)
		case f.Sure && !kept[last].Sure || kept[last].Kind == Phone:
			kept[last] = f
		}
	}
	s.found = kept
}

// known weighs what begins with group i when it has a shape that people write.
func (s *scanner) known(i int) bool {
	g := s.groups[i]
	switch n := g.len(); {
	case n >= 9:
		s.run(g)
		return true
	case n == 6 && s.shaped(i, 6, 4), n == 8 && s.shaped(i, 8, 4):
		s.weigh(s.place(i+1), g.from, n+4)
	case n == 7 && s.tokens[g.to-1].value < 'A' && s.shaped(i, 7, 3): // DDMMYYC AAG
		s.weigh(bare, g.from, 10)
	case s.shaped(i, 2, 2, 2, 4) && s.alike(i+1, i+2):
		s.weigh(s.dated(i, i+3), g.from, 10)
	case s.shaped(i, 2, 2, 4, 4) && s.alike(i+1, i+2):
		s.weigh(s.dated(i, i+3), g.from, 12)
	case s.shaped(i, 2, 2, 6) && s.alike(i+1, i+2):
		s.weigh(s.loose(i), g.from, 10)
	case s.shaped(i, 2, 2, 8) && s.alike(i+1, i+2):
		s.weigh(s.loose(i), g.from, 12)
	case s.shaped(i, 2, 2, 2, 2, 2) && s.alike(i+1, i+2) && s.alike(i+1, i+4) && (s.alike(i+1, i+3) || s.gap(i+3) == gap(dash)):
		s.weigh(min(told, max(pairs, s.loose(i))), g.from, 10)
	default:
		return n == 1 && s.single(i)
	}
	return true
}

func (s *scanner) gap(i int) gap { return s.tokens[s.groups[i].from].gap }

// shaped tells that the groups from i on have these lengths.
func (s *scanner) shaped(i int, lengths ...int) bool {
	if i+len(lengths) > len(s.groups) {
		return false
	}
	for k, n := range lengths {
		if s.groups[i+k].len() != n {
			return false
		}
	}
	return true
}

// alike tells that two groups stand after the same kind of gap.
func (s *scanner) alike(i, j int) bool { return s.gap(i) == s.gap(j) }

// place is the form of a number whose last four digits, group i, stand by themselves.
func (s *scanner) place(i int) form {
	switch s.gap(i) {
	case gap(dash), gap(space):
		return usual
	case gap(cell), gap(block):
		return parted
	case brackets:
		return quoted
	}
	return bare
}

// dated is the form of a date, group i and the next two, and of four digits, the last group: DD.MM.YY-SSSS. What does not
// stand right after a dash may be the time, the year or the count of something else.
func (s *scanner) dated(i, last int) form {
	switch g := s.gap(last); {
	case g == gap(dash) && !s.spaced(last) && (s.gap(i+1) == gap(space) || s.loose(i) != told):
		return usual
	case g == gap(cell) || g == gap(block) || g == gap(line) || s.loose(i) == told:
		return told
	case s.timeOrYear(last) && s.gap(i+1) == gap(dash) && g == gap(space) && !s.roundTimeOrYear(last):
		return pairs
	case s.timeOrYear(last) && !s.alike(i+1, last):
		return told
	}
	return parted
}

// loose is the form of digits in small groups, from group i on. In a table, or among more such groups, they are rather
// counts.
func (s *scanner) loose(i int) form {
	switch g := s.gap(i + 1); {
	case g >= gap(line) && g <= gap(block):
		return told
	case g == gap(space) && i > 0 && s.alike(i, i+1):
		return told
	case g == gap(space):
		return parted
	}
	return bare
}

// spaced tells that a gap has a space in it.
func (s *scanner) spaced(i int) bool {
	at := s.groups[i].from
	return strings.ContainsFunc(s.text[s.tokens[at-1].to:s.tokens[at].from], unicode.IsSpace)
}

// timeOrYear tells that four digits can be read as 14.00 or as a year of our time.
func (s *scanner) timeOrYear(i int) bool {
	t := s.tokens[s.groups[i].from:s.groups[i].to]
	hour, minute := number(t[:2]), number(t[2:])
	return hour < 24 && minute < 60 || hour == 19 || hour == 20
}

// roundTimeOrYear tells that they can be read as a year, or as a time that meetings begin at.
func (s *scanner) roundTimeOrYear(i int) bool {
	t := s.tokens[s.groups[i].from:s.groups[i].to]
	hour := number(t[:2])
	return hour == 19 || hour == 20 || number(t[2:])%5 == 0
}

// single weighs digits that are written one by one, ten or twelve of them in a row.
func (s *scanner) single(i int) bool {
	n := 1
	for i+n < len(s.groups) && s.groups[i+n].len() == 1 && (n == 1 || s.alike(i+n, i+1) || n == 6 || n == 8) {
		n++
	}
	if n != 10 && n != 12 || i > 0 && s.groups[i-1].len() == 1 && s.alike(i, i+1) {
		return false
	}
	f := pairs // rather a list of counts
	if g := s.gap(i + 1); g == gap(space) || g == gap(dash) || g == gap('.') {
		f = usual
	}
	s.weigh(f, s.groups[i].from, n)
	return true
}

// run weighs digits without anything between them.
func (s *scanner) run(g group) {
	t := s.tokens[g.from:g.to]
	switch n := len(t); {
	case n == 9:
		s.weigh(nine, g.from, 9)
	case n == 10 && t[6].gap == gap(shy):
		s.weigh(usual, g.from, 10)
	case n == 10:
		s.weigh(bare, g.from, 10)
	case n == 12 && t[8].gap == gap(shy):
		s.weigh(usual, g.from, 12)
	case n == 12 && s.weigh(bare, g.from, 12):
	case n == 12 && timestamp(t):
	default:
		within := long
		if n <= 12 {
			within = eleven + form(n-11)
		}
		for p := g.from; p+10 <= g.to; p++ {
			s.weigh(within, p, 10)
		}
	}
}

// timestamp tells that twelve digits are year, month, day, hour and minute.
func timestamp(t []token) bool {
	century, month, day := number(t[:2]), number(t[4:6]), number(t[6:8])
	return (century == 19 || century == 20) && 1 <= month && month <= 12 && 1 <= day && day <= 31 && number(t[8:10]) < 24 && number(t[10:]) < 60
}

// spread weighs ten digits in groups that nobody writes, from group i on.
func (s *scanner) spread(i int) {
	n, to, most := 0, i, together
	for ; to < len(s.groups) && n < 10; to++ {
		if to > i {
			most = max(most, s.gap(to))
		}
		if n += s.groups[to].len(); s.groups[to].len() == 4 && s.timeOrYear(to) {
			most = gap(block)
		}
	}
	if n != 10 {
		return
	}
	alone := i == 0 && to == len(s.groups) && (most == gap(space) || most == gap(dash)) && !s.thousands(i, to)
	s.weighSpread(candidate{odd, s.tokens[s.groups[i].from : s.groups[i].from+10]}, alone)
}

// thousands tells that the groups are those of one large number.
func (s *scanner) thousands(i, to int) bool {
	for ; i+1 < to; i++ {
		if s.groups[i+1].len() != 3 {
			return false
		}
	}
	return true
}
