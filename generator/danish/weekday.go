package danish

import (
	"regexp"
	"strings"
	"time"
)

// Weekday is a day of the week that stands before a whole date.
type Weekday struct {
	Words   string // "tirsdag den 7. november 2023"
	Written string // "tirsdag"
	Right   string // that of the date
	At      int    // where the words begin
}

var weekdayNames = [7]string{"søndag", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag"}

// dateAfter is a date with a year right after a day of the week.
var dateAfter = regexp.MustCompile(`(?i)^,?\s+((?:den|d\.)?\s*(?:\d{1,2}\.?\s*[a-z]+\.?\s*\d{4}|\d{1,2}[-.]\d{1,2}[-.]\d{4}|\d{4}-\d{2}-\d{2}))`)

// longestDate bounds where dateAfter looks.
const longestDate = 40

// Weekdays finds the days of the week that stand before a date with a year.
func Weekdays(text string) []Weekday {
	var found []Weekday
	const end = "dag"
	for at := 0; ; {
		i := strings.Index(text[at:], end)
		if i < 0 {
			return found
		}
		at += i + len(end)
		name := weekdayBefore(text[:at])
		if name == "" || !mayBeDate(text[at:]) {
			continue
		}
		m := dateAfter.FindStringSubmatch(text[at:min(at+longestDate, len(text))])
		if m == nil {
			continue
		}
		date, err := ParseDate(m[1])
		if err != nil {
			continue
		}
		day := time.Date(date.Year, time.Month(date.Month), date.Day, 12, 0, 0, 0, time.UTC).Weekday()
		from := at - len(name)
		found = append(found, Weekday{Words: text[from : at+len(m[0])], Written: name, Right: weekdayNames[day], At: from})
	}
}

// weekdayBefore is the day of the week that a text ends with, in small letters; "" of none.
func weekdayBefore(text string) string {
	for _, name := range weekdayNames {
		if len(text) >= len(name) && strings.EqualFold(text[len(text)-len(name):], name) {
			return name
		}
	}
	return ""
}

// mayBeDate tells quickly that what follows a day of the week may be a date.
func mayBeDate(text string) bool {
	text = strings.TrimLeft(text, ", \u00a0")
	return text != "" && (text[0]|0x20 == 'd' || text[0] >= '0' && text[0] <= '9')
}
