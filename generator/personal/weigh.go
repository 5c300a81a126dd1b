package personal

import "time"

// weigh keeps a candidate of n tokens from the one that is given on, if enough speaks for it.
func (s *scanner) weigh(f form, from, n int) bool {
	return s.weighSpread(candidate{f, s.tokens[from : from+n]}, false)
}

// weighSpread is weigh; alone tells that the text has no other digits near.
func (s *scanner) weighSpread(c candidate, alone bool) bool {
	n := read(c.of)
	if n.day == 0 {
		return false
	}
	e := s.evidence(c, n)
	e.alone = alone
	sure, possible := e.verdict(c.form)
	if e.elsewise && !e.word && !(c.form == usual && e.check) {
		sure, possible = false, sure
	}
	if !sure && !possible {
		return false
	}
	s.found = append(s.found, Finding{n.kind, sure, c.of[0].from, c.of[len(c.of)-1].to, n.shown(), sameAs(n.kind, string(n.digits[:]))})
	return true
}

// evidence is what speaks for a number, or against it.
type evidence struct {
	kind     Kind
	date     bool // the date has been, and agrees with the century that the number tells
	old      bool // the date is of before 1900
	strange  bool // the day is that of an administrative number
	dash     bool // before the last four digits
	check    bool // the check digit is right
	january  bool // the 1st of January
	word     bool // "cpr", "født" …, near
	elsewise bool // labelled as something else
	alone    bool // there are no other digits near
}

// evidence looks at all that matters; at the words only when the digits could be a number.
func (s *scanner) evidence(c candidate, n reading) evidence {
	e := evidence{kind: n.kind, strange: n.day > 60, dash: c.of[len(c.of)-4].gap == gap(dash)}
	var year int
	year, e.date = n.born(time.Now())
	e.old = year < 1900
	e.check = n.kind == CPR && n.check()
	e.january = n.day == 1 && n.month == 1
	if !e.date || !e.check && c.form >= long {
		return e // nothing can help it
	}
	from, to := c.of[0].from, c.of[len(c.of)-1].to
	near := s.around(from, to)
	e.word = near.word()
	e.elsewise = near.label() || c.form != usual && s.inHash(from, to)
	return e
}

// verdict is the table of forms.
func (e evidence) verdict(f form) (sure, possible bool) {
	if !e.date {
		return false, false
	}
	switch {
	case e.kind == Replacement:
		return f <= pairs && !e.strange, f <= told && !e.strange
	case e.strange:
		return false, e.word || f == usual && e.dash
	}
	switch f {
	case usual:
		return true, true
	case bare:
		return e.check || e.word || e.january, !e.old
	case parted:
		return e.check || e.word, false
	case quoted:
		return e.check || e.word || e.january, false
	case pairs:
		return e.word, e.check
	case told:
		return e.word, false
	case odd:
		return e.word && e.check, e.word || e.check && e.alone
	case eleven:
		return e.check, e.word
	case twelve:
		return e.check && e.word, e.check || e.word
	}
	return false, e.check && e.word // long, nine
}

// reading is a candidate as a number.
type reading struct {
	kind             Kind
	day, month, year int // day is 0 when these tokens are no number
	whole            int // the year, where all of it is written
	digits           [10]byte
}

// read takes tokens for a number: ten, twelve with a whole year, or nine without the first 0.
func read(t []token) reading {
	var n reading
	at := 0
	if len(t) == 9 {
		n.digits[0], at = '0', 1
	}
	for i, k := range t {
		if len(t) == 12 && (i == 4 || i == 5) {
			continue
		}
		n.digits[at] = k.value
		at++
	}
	for i, c := range n.digits {
		pair := i == 7 || i == 8
		switch {
		case c >= 'A' && pair && n.digits[15-i] >= 'A':
			n.kind = Replacement
		case c >= 'A':
			return n
		}
	}
	d, m := n.two(0), n.two(2)
	if m < 1 || m > 12 || d < 1 || d > 91 || 31 < d && d < 61 {
		return n
	}
	n.day, n.month, n.year = d, m, n.two(4)
	if len(t) == 12 {
		n.whole = number(t[4:8])
	}
	return n
}

func (n reading) two(i int) int { return int(n.digits[i]-'0')*10 + int(n.digits[i+1]-'0') }

// number is the value of a few digits; letters give one that is of no use.
func number(t []token) int {
	v := 0
	for _, k := range t {
		v = v*10 + int(k.value-'0')
	}
	return v
}

// century is the one that the seventh digit tells of the year.
func (n reading) century() int {
	switch c := n.digits[6] - '0'; {
	case n.kind == Replacement && (c == 1 || c == 7):
		return map[byte]int{1: 1900, 7: 2000}[c]
	case n.kind == Replacement && n.year <= 36:
		return 2000
	case n.kind == Replacement, c <= 3, (c == 4 || c == 9) && n.year >= 37:
		return 1900
	case c >= 5 && c <= 8 && n.year >= 58:
		return 1800
	}
	return 2000
}

// born is the year of birth; not ok when there is no such day, when it is still to come, or when the year that is
// written is another.
func (n reading) born(now time.Time) (year int, ok bool) {
	year = n.century() + n.year
	if n.whole != 0 && n.whole != year {
		return year, false
	}
	day := n.day
	if day > 60 {
		day -= 60
	}
	date := time.Date(year, time.Month(n.month), day, 0, 0, 0, 0, time.UTC)
	if n.kind == Replacement && date.After(now) {
		year -= 100 // the century of these is told in more than one way
		date = time.Date(year, time.Month(n.month), day, 0, 0, 0, 0, time.UTC)
	}
	return year, date.Day() == day && !date.After(now.AddDate(0, 0, 1))
}

// check tells that the weighted sum of the digits can be divided by eleven.
func (n reading) check() bool {
	sum := 0
	for i, weight := range [10]int{4, 3, 2, 7, 6, 5, 4, 3, 2, 1} {
		sum += weight * int(n.digits[i]-'0')
	}
	return sum%11 == 0
}

// shown is the number without its last four characters.
func (n reading) shown() string { return string(n.digits[:6]) + "-****" }
