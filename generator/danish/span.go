package danish

import (
	"regexp"
	"strings"
)

// span is a stretch of time without any word that opens one of its ends. In a
// span without a year the days have the year 0, which like the longest February
// has 29 days there.
type span struct {
	first, last Date
	noYear      bool
	moment      bool // the midnight between the two days, as with a turn of the year
}

func (s span) dayBefore() Date {
	if s.moment {
		return s.first
	}
	return s.first.AddDays(-1)
}

func (s span) dayAfter() Date {
	if s.moment {
		return s.last
	}
	return s.last.AddDays(1)
}

// inYear moves a day of the year 0; 29 February becomes 28 where y has no leap
// day, since it can only be the end of the month.
func (d Date) inYear(y int) Date {
	if d.IsZero() {
		return d
	}
	return Date{y, d.Month, min(d.Day, daysIn(y, d.Month))}
}

// fullMonths covers first to last, both whole. It takes the year 0.
func fullMonths(y, first, last int) span {
	return span{
		first:  Date{y, first, 1},
		last:   Date{y, last, daysIn(y, last)},
		noYear: y == 0,
	}
}

var (
	fillers = []string{"i løbet af ", "i ", "ved "}

	// A turn of the year and a winter belong to two years.
	twoYears = regexp.MustCompile(`^(årsskiftet?|vinter(?:en)?) ([1-9]\d{3}) ?[/–-] ?(\d{2}|\d{4})$`)

	twoMonths = regexp.MustCompile(`^([a-z]+\.?)( [1-9]\d{3})? ?[/–-] ?([a-z]+\.?)(?: måned)?( [1-9]\d{3})?$`)

	yearLast = regexp.MustCompile(`^(?:(.+) )?([1-9]\d{3})$`)

	dayOfMonth = regexp.MustCompile(`^(?:den )?(\d{1,2})\. ?([a-z]+\.?)$`)
)

// readSpan takes folded words.
func readSpan(s string) (span, bool) {
	for _, filler := range fillers {
		if rest, ok := strings.CutPrefix(s, filler); ok {
			s = rest
			break
		}
	}
	if y, m, d, ok := dateParts(s); ok {
		day, ok := NewDate(y, m, d)
		return span{first: day, last: day}, ok
	}
	if strings.ContainsAny(s, "/–-") {
		if g := twoYears.FindStringSubmatch(s); g != nil {
			return acrossNewYear(g[1], number(g[2]), g[3])
		}
		if g := twoMonths.FindStringSubmatch(s); g != nil {
			return monthToMonth(g[1], g[2], g[3], g[4])
		}
	}
	if g := dayOfMonth.FindStringSubmatch(s); g != nil {
		return dayWithoutYear(g[1], g[2])
	}
	year := 0
	if g := yearLast.FindStringSubmatch(s); g != nil {
		s, year = g[1], number(g[2])
	}
	return partOfYear(s, year)
}

// acrossNewYear takes the second year as it is written, "24" or "2024".
func acrossNewYear(what string, year int, next string) (span, bool) {
	want := year + 1
	if len(next) == 2 {
		want %= 100
	}
	if number(next) != want || year == lastYear {
		return span{}, false
	}
	if strings.HasPrefix(what, "vinter") {
		return span{first: Date{year, 12, 1}, last: EndOfMonth(year+1, 2)}, true
	}
	return span{first: Date{year, 12, 31}, last: Date{year + 1, 1, 1}, moment: true}, true
}

// monthToMonth takes the years as they are written, "" where there is none. A
// year behind the last month holds for both.
func monthToMonth(month1, year1, month2, year2 string) (span, bool) {
	m1, ok1 := IsMonth(month1)
	m2, ok2 := IsMonth(month2)
	if !ok1 || !ok2 {
		return span{}, false
	}
	y2 := number(strings.TrimSpace(year2))
	y1 := y2
	if year1 != "" {
		y1 = number(strings.TrimSpace(year1))
	}
	s := fullMonths(y2, m2, m2)
	s.first = Date{y1, m1, 1}
	return s, Date{y1, m1, 1}.Before(Date{y2, m2, 1})
}

// partOfYear reads words that stand before a year, or alone when y is 0. No
// words are the whole year.
func partOfYear(s string, y int) (span, bool) {
	s = strings.TrimSuffix(s, " måned")
	if s == "" {
		return fullMonths(y, 1, 12), y != 0
	}
	if m, ok := IsMonth(s); ok {
		return fullMonths(y, m, m), true
	}
	if m, ok := monthsOf[s]; ok {
		return fullMonths(y, m[0], m[1]), true
	}
	third, month, _ := strings.Cut(s, " ")
	n, ok := thirds[third]
	if !ok {
		return span{}, false
	}
	if month == "" {
		return fullMonths(y, 4*n+1, 4*n+4), y != 0
	}
	m, ok := IsMonth(month)
	if !ok {
		return span{}, false
	}
	sp := fullMonths(y, m, m)
	sp.first.Day = 10*n + 1
	if n < 2 {
		sp.last.Day = 10*n + 10
	}
	return sp, true
}

// dayWithoutYear takes only a day that every year has.
func dayWithoutYear(day, month string) (span, bool) {
	const shortYear = 2023
	m, _ := IsMonth(month)
	d, ok := NewDate(shortYear, m, number(day))
	d.Year = 0
	return span{first: d, last: d, noYear: true}, ok
}

var thirds = map[string]int{"primo": 0, "medio": 1, "ultimo": 2}

// monthsOf names the first and the last month of the named parts of a year. A
// winter that states one year or none may be the one at either end of it.
var monthsOf = map[string][2]int{
	"forår": {3, 5}, "foråret": {3, 5},
	"sommer": {6, 8}, "sommeren": {6, 8},
	"efterår": {9, 11}, "efteråret": {9, 11},
	"vinter": {1, 12}, "vinteren": {1, 12},

	"h1": {1, 6}, "1. halvår": {1, 6}, "første halvår": {1, 6},
	"h2": {7, 12}, "2. halvår": {7, 12}, "andet halvår": {7, 12},

	"q1": {1, 3}, "1. kvartal": {1, 3}, "første kvartal": {1, 3},
	"q2": {4, 6}, "2. kvartal": {4, 6}, "andet kvartal": {4, 6},
	"q3": {7, 9}, "3. kvartal": {7, 9}, "tredje kvartal": {7, 9},
	"q4": {10, 12}, "4. kvartal": {10, 12}, "fjerde kvartal": {10, 12},
}
