package source

import (
	"strconv"
	"strings"
	"time"
)

// Day is a whole date, as ISO 8601 has it: an argument of a problem that is said in the
// words of the message's language, since nobody need have written it in digits.
type Day string

var danishMonths = [...]string{"januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"}

// in gives the date in a language: "30. november 2023", "30 November 2023". What is no
// date stands as it is.
func (d Day) in(lang string) string {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return string(d)
	}
	if lang != "da" {
		return t.Format("2 January 2006")
	}
	return strings.Join([]string{strconv.Itoa(t.Day()) + ".", danishMonths[t.Month()-1], strconv.Itoa(t.Year())}, " ")
}
