package intake

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"referat/generator/danish"
)

// written is a date as a line has it.
type written struct {
	date    danish.Date // empty when words lacks the year
	words   string
	weekday string // "" of none
	short   bool   // the year has two digits
	end     int    // in the line, in bytes
}

var datePattern = regexp.MustCompile(`(?i)(?:\b(mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)\s*,?\s*)?(?:\b(?:den|d\.)\s*)?(?:` +
	`(\d{1,2})(?:\.\s?|\s|-)([a-z]{3,9})\b\.?(?:[\s,-]+(\d{4})\b)?|` +
	`\b(\d{1,2})[-./](\d{1,2})(?:[-./](\d{4}|\d{2})|\s(20\d{2}))\b|` +
	`\b(\d{4})-(\d{2})-(\d{2})\b|` +
	`\b(20\d{2})(\d{2})(\d{2})\b)`)

// yearBefore is the year of a date in records: "År 2023, den 2. februar".
var yearBefore = regexp.MustCompile(`(?i)(?:^|\s)år\s+(20\d{2})\s*,?\s*$`)

// datesIn finds the whole dates of a text, those without year and those with a year of two digits.
func datesIn(text string) []written {
	var found []written
	if !strings.ContainsAny(text, "0123456789") {
		return nil
	}
	for _, m := range datePattern.FindAllStringSubmatchIndex(text, -1) {
		part := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return text[m[2*i]:m[2*i+1]]
		}
		w := written{words: strings.TrimSpace(text[m[0]:m[1]]), weekday: strings.ToLower(part(1)), end: m[1]}
		var year, month, day int
		switch {
		case part(3) != "":
			var ok bool
			if month, ok = danish.IsMonth(part(3)); !ok {
				continue
			}
			day, year = digits(part(2)), digits(part(4))
			if m := yearBefore.FindStringSubmatch(text[:m[0]]); m != nil && year == 0 {
				year = digits(m[1])
			}
		case part(5) != "":
			day, month, year = digits(part(5)), digits(part(6)), digits(part(7)+part(8))
			if w.short = year < 100; w.short {
				year += 2000
			}
		case part(9) != "":
			year, month, day = digits(part(9)), digits(part(10)), digits(part(11))
		default:
			year, month, day = digits(part(12)), digits(part(13)), digits(part(14))
		}
		if year > 0 {
			var ok bool
			if w.date, ok = danish.NewDate(year, month, day); !ok {
				continue
			}
		}
		found = append(found, w)
	}
	return found
}

// digits reads digits that a pattern has found.
func digits(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

var weekdays = []string{"søndag", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag"}

// weekdayOf is the day of the week of a date.
func weekdayOf(d danish.Date) string {
	return weekdays[time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Weekday()]
}

// span is a time of day and, where it is said, the one it lasts to.
type span struct {
	start, end string
	to         int // where the text goes on behind it
}

const clock = `(\d{1,2})(?:[.:](\d{2}))?(?:[.:]\d{2})?`

var (
	timePattern = regexp.MustCompile(`(?i)\bkl(?:\.|okken)?\s*` + clock + `\b(?:\s*(?:[-–—]|til|og til)\s*(?:kl\.?\s*)?` + clock + `\b)?`)
	barePattern = regexp.MustCompile(`(?i)(?:^|\s)(\d{1,2})[.:](\d{2})(?:[.:]\d{2})?\b(?:\s*(?:[-–—]|til)\s*(?:kl\.?\s*)?` + clock + `\b)?(?:$|[\s,(])`)
)

// timeIn finds the first time of day of a text. Without "kl." it needs minutes, and must not be part of a date.
func timeIn(text string, bare bool) (span, bool) {
	m := timePattern.FindStringSubmatchIndex(text)
	if m == nil && bare {
		for _, d := range datesIn(text) {
			text = text[:d.end-len(d.words)] + strings.Repeat("-", len(d.words)) + text[d.end:]
		}
		m = barePattern.FindStringSubmatchIndex(text)
	}
	if m == nil {
		return span{}, false
	}
	part := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return text[m[2*i]:m[2*i+1]]
	}
	start, ok := clockOf(part(1), part(2))
	if !ok {
		return span{}, false
	}
	s := span{start: start, to: m[1]}
	if part(3) != "" {
		s.end, _ = clockOf(part(3), part(4))
	}
	return s, true
}

// clockOf writes a time as content files have it.
func clockOf(hour, minute string) (string, bool) {
	h, m := digits(hour), digits(minute)
	if h > 23 || m > 59 {
		return "", false
	}
	return fmt.Sprintf("%d.%02d", h, m), true
}
