package danish

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
)

// Partial is a date as an authority gives it, often less than a day: its words
// and the days they may mean, From and To included. From is no date when the
// words are open to the past ("senest 12. april 2024"), To when they are open
// to the future ("fra 14. marts 2022"); never both. With NoYear the words state
// no year and the dates have the year 0.
type Partial struct {
	Words    string // as the author wrote them
	From, To Date
	NoYear   bool
}

// bound says how the words before a stretch of time turn it into an interval.
type bound int

const (
	within bound = iota
	upTo
	before
	since
	after
)

// A longer form stands before the shorter one that it begins with.
var bounds = []struct {
	words string
	bound bound
}{
	{"inden udgangen af ", upTo},
	{"senest ", upTo},
	{"til og med ", upTo},
	{"frem til ", upTo},
	{"før ", before},
	{"inden ", before},
	{"fra og med ", since},
	{"fra ", since},
	{"tidligst ", since},
	{"efter ", after},
}

var lengthBefore = regexp.MustCompile(`^[^ ,]+ (?:år|måned|måneder|uge|uger), frem til `)

// ParsePartial reads a date, whole or partial, in the forms of the package
// comment. The error quotes the words.
func ParsePartial(words string) (Partial, error) {
	p, ok := readPartial(fold(words))
	if !ok {
		return Partial{}, fmt.Errorf("%q is not a date or a part of a year", words)
	}
	p.Words = words
	return p, nil
}

func readPartial(s string) (Partial, bool) {
	b, rest := cutBound(s)
	sp, ok := readSpan(rest)
	if !ok {
		return Partial{}, false
	}
	p := Partial{NoYear: sp.noYear}
	switch b {
	case within:
		p.From, p.To = sp.first, sp.last
	case upTo:
		p.To = sp.last
	case before:
		p.To = sp.dayBefore()
	case since:
		p.From = sp.first
	case after:
		p.From = sp.dayAfter()
	}
	return p, p.knows(p.From) && p.knows(p.To)
}

// knows refuses a day that fell out of the calendar, or out of a year that
// nobody has stated ("efter december").
func (p Partial) knows(d Date) bool {
	if d.IsZero() || p.NoYear {
		return d.Year == 0
	}
	return d.Year >= 1 && d.Year <= lastYear
}

func cutBound(s string) (bound, string) {
	if length := lengthBefore.FindString(s); length != "" {
		return upTo, s[len(length):]
	}
	for _, b := range bounds {
		if rest, ok := strings.CutPrefix(s, b.words); ok {
			return b.bound, rest
		}
	}
	return within, s
}

// IsZero reports whether p is no date at all.
func (p Partial) IsZero() bool { return p == Partial{} }

// Spoken gives the words as they can stand in a text: a whole date that is written
// in digits is put as "7. november 2023", all else stays the author's.
func (p Partial) Spoken() string {
	if p.From != p.To || p.NoYear || p.To.IsZero() || strings.ContainsFunc(p.Words, unicode.IsLetter) {
		return p.Words
	}
	return p.To.Words()
}

// InYear gives a partial date that states no year the year y, and keeps its
// words. The end of February follows the year. Where p has a year already, or y
// is not one of 1 to 9999, p is returned as it is.
func (p Partial) InYear(y int) Partial {
	if !p.NoYear || y < 1 || y > lastYear {
		return p
	}
	p.NoYear = false
	p.From, p.To = p.From.inYear(y), p.To.inYear(y)
	return p
}

// InMonth tells that the words say in which month the day lies that AsOf returns: they
// state a day or a part of that month, or the month itself, and not a season or a year.
func (p Partial) InMonth() bool {
	_, rest := cutBound(fold(p.Words))
	stated, ok := readSpan(rest)
	return ok && stated.first.Year == stated.last.Year && stated.first.Month == stated.last.Month && stated.last.Month == p.AsOf().Month
}

// AsOf returns the day that a figure counted at that time stands for: the last
// one where there is one, so that "ultimo oktober 2023" is 31 October 2023,
// else the first. It is no date while the year is not known.
func (p Partial) AsOf() Date {
	switch {
	case p.NoYear:
		return Date{}
	case p.To.IsZero():
		return p.From
	}
	return p.To
}
