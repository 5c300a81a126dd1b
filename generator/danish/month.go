package danish

import (
	"slices"
	"strconv"
	"strings"
)

var months = map[string]int{
	"januar": 1, "februar": 2, "marts": 3, "april": 4, "maj": 5, "juni": 6,
	"juli": 7, "august": 8, "september": 9, "oktober": 10, "november": 11, "december": 12,
}

// monthNames are the same months in their order.
var monthNames = [...]string{
	"januar", "februar", "marts", "april", "maj", "juni",
	"juli", "august", "september", "oktober", "november", "december",
}

// Words writes d as a sentence has it, "7. november 2023", and no date as "".
func (d Date) Words() string {
	if d.IsZero() {
		return ""
	}
	return strconv.Itoa(d.Day) + ". " + monthNames[d.Month-1] + " " + strconv.Itoa(d.Year)
}

var monthAbbreviations = map[string]int{
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7,
	"aug": 8, "sep": 9, "sept": 9, "okt": 10, "nov": 11, "dec": 12,
}

// MonthBeginning is the month whose name begins with at least three small letters, from 1 to
// 12, and 0 of none.
func MonthBeginning(letters string) int {
	if len(letters) < 3 {
		return 0
	}
	return 1 + slices.IndexFunc(monthNames[:], func(name string) bool { return strings.HasPrefix(name, letters) })
}

// IsMonth reports whether word is the Danish name of a month and which, from 1
// to 12. It takes the full name and the usual abbreviations, these with or
// without their point, in any case.
func IsMonth(word string) (int, bool) {
	word = strings.ToLower(word)
	if m, ok := months[word]; ok {
		return m, true
	}
	m, ok := monthAbbreviations[strings.TrimSuffix(word, ".")]
	return m, ok
}
