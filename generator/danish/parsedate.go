package danish

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// longestWords bounds what is looked at: no date needs more bytes, and a whole
// paragraph given by mistake should be refused at once.
const longestWords = 200

var (
	isoForm    = regexp.MustCompile(`^(\d{4})-(\d{2})-(\d{2})$`)
	hyphenForm = regexp.MustCompile(`^(\d{1,2})-(\d{1,2})-(\d{4})$`)
	pointForm  = regexp.MustCompile(`^(\d{1,2})\.(\d{1,2})\.(\d{4})$`)
	wordForm   = regexp.MustCompile(`^(\d{1,2})(?:\. ?| |-)([a-z]+\.?)[ -](\d{4})$`)
)

// ParseDate reads one day in the forms of the package comment. White space
// around it and capitals do not matter. The error quotes s and says whether it
// has no form of a date or names a day that does not exist.
func ParseDate(s string) (Date, error) {
	y, m, d, ok := dateParts(fold(s))
	if !ok {
		return Date{}, fmt.Errorf("%q is not a date", s)
	}
	date, ok := NewDate(y, m, d)
	if !ok {
		return Date{}, fmt.Errorf("%q is not a day of the calendar", s)
	}
	return date, nil
}

// dateParts takes folded words and gives the numbers as they stand, whether or
// not there is such a day.
func dateParts(s string) (y, m, d int, ok bool) {
	s = strings.TrimPrefix(strings.TrimPrefix(s, "den "), "d. ")
	if s == "" || s[0] < '0' || s[0] > '9' {
		return 0, 0, 0, false // none of the forms begins otherwise
	}
	if g := isoForm.FindStringSubmatch(s); g != nil {
		return number(g[1]), number(g[2]), number(g[3]), true
	}
	g := hyphenForm.FindStringSubmatch(s)
	if g == nil {
		g = pointForm.FindStringSubmatch(s)
	}
	if g != nil {
		return number(g[3]), number(g[2]), number(g[1]), true
	}
	if g = wordForm.FindStringSubmatch(s); g != nil {
		m, ok = IsMonth(g[2])
		return number(g[3]), m, number(g[1]), ok
	}
	return 0, 0, 0, false
}

// fold brings words to one form for reading: small letters, composed
// characters, single spaces. Words of an impossible length become "".
func fold(words string) string {
	if len(words) > longestWords {
		return ""
	}
	return norm.NFC.String(strings.ToLower(strings.Join(strings.Fields(words), " ")))
}

// number reads digits that a pattern has already found and bounded.
func number(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}
