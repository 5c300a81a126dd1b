package danish

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// A point stands before each group of three digits or before none. A leading
// zero is refused: "0.621" is a decimal number of another language.
var wholeNumber = regexp.MustCompile(`^(?:0|[1-9]\d*|[1-9]\d{0,2}(?:\.\d{3})+)$`)

// ParseNumber reads a whole number that is not negative, with Danish thousands
// points ("20.621") or without ("20621"). White space around it does not
// matter. The error quotes s.
func ParseNumber(s string) (int, error) {
	digits := strings.TrimSpace(s)
	if !wholeNumber.MatchString(digits) {
		return 0, fmt.Errorf("%q is not a whole number", s)
	}
	n, err := strconv.Atoi(strings.ReplaceAll(digits, ".", ""))
	if err != nil {
		return 0, fmt.Errorf("%q is too large a number", s)
	}
	return n, nil
}

// Number writes n in digits, with mark before each group of three when there
// are four or more: in Danish a point, after the spelling guide of
// Folketingstidende.
func Number(n int, mark string) string {
	digits := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, digits = "-", digits[1:]
	}
	var b strings.Builder
	b.WriteString(sign)
	for i, d := range []byte(digits) {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteString(mark)
		}
		b.WriteByte(d)
	}
	return b.String()
}
