package intake

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"referat/generator/danish"
	"referat/generator/intake/pattern"
)

// written is a date as a line has it.
type written struct {
	date    danish.Date // empty when words lacks the year
	words   string
	weekday string // "" of none
	short   bool   // the year has two digits
	days    bool   // words name several days, of which date is the first
	day     int    // also where the year lacks
	month   int
	end     int // in the line, in bytes
}

var datePattern = pattern.Of(`(?i)(?:\b(mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)\s*,?\s*)?(?:\b(?:den|d\.)\s*)?(?:` +
	`(\d{1,2})(?:\.\s?|\s|-)([a-z]{3,9})\b\.?(?:[\s,-]+(\d{4})\b)?|` +
	`\b(\d{1,2})[-./](\d{1,2})(?:[-./](\d{4}|\d{2})|\s(20\d{2}))\b|` +
	`\b(\d{4})-(\d{2})-(\d{2})(?:T|\b)|` +
	`\b(20\d{2})(\d{2})(\d{2})\b)`)

// yearBefore is the year of a date in records: "År 2023, den 2. februar".
var yearBefore = pattern.Of(`(?i)(?:^|\s)år\s+(20\d{2})\s*,?\s*$`)

// datesIn finds the whole dates of a text, those without year and those with a year of two digits.
func datesIn(text string) []written {
	var found []written
	if !strings.ContainsAny(text, "0123456789") {
		return nil
	}
	for _, m := range datePattern().FindAllStringSubmatchIndex(text, -1) {
		part := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return text[m[2*i]:m[2*i+1]]
		}
		w := written{words: strings.TrimRight(strings.TrimSpace(text[m[0]:m[1]]), "T"), weekday: strings.ToLower(part(1)), end: m[1]}
		var year, month, day int
		switch {
		case part(3) != "":
			var ok bool
			if month, ok = danish.IsMonth(part(3)); !ok {
				continue
			}
			day, year = digits(part(2)), digits(part(4))
			if m := yearBefore().FindStringSubmatch(text[:m[0]]); m != nil && year == 0 {
				year = digits(m[1])
			}
		case part(5) != "":
			day, month, year = digits(part(5)), digits(part(6)), digits(part(7)+part(8))
			if w.short = year < 100; w.short {
				if text[m[11]] != text[m[13]] {
					continue // "9-11.30" is a time of day
				}
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
		w.day, w.month = day, month
		if first := dayBefore().FindStringSubmatchIndex(text[:m[0]]); first != nil && part(3) != "" {
			w.severalDays(text[first[0]:m[1]], digits(text[first[2]:first[3]]), month)
		}
		if n := len(found); n > 0 && found[n-1].date.IsZero() && !w.date.IsZero() && rangeSign().MatchString(text[found[n-1].end:m[0]]) {
			before := found[n-1]
			w.severalDays(text[before.end-len(before.words):m[1]], before.day, before.month)
			found = found[:n-1]
		}
		found = append(found, w)
	}
	return found
}

var (
	dayBefore = pattern.Of(`(?i)(?:\b(?:den|d\.)\s*)?\b(\d{1,2})\.\s*(?:[-–—/]|til|og)\s*(?:den\s+|d\.\s*)?$`)
	rangeSign = pattern.Of(`(?i)^\s*(?:[-–—]|til|og)\s*$`)
)

// severalDays makes a date the first of those that words name: "3.-4. marts 2024".
func (w *written) severalDays(words string, day, month int) {
	w.words, w.days, w.weekday, w.day, w.month = strings.TrimSpace(words), true, "", day, month
	if !w.date.IsZero() {
		if first, ok := danish.NewDate(w.date.Year, month, day); ok {
			w.date = first
		}
	}
}

// inYear completes a date without year: the last one that is not behind another date.
func (w *written) inYear(not danish.Date) (danish.Date, bool) {
	for _, year := range []int{not.Year, not.Year - 1} {
		if d, ok := danish.NewDate(year, w.month, w.day); ok && d.String() <= not.String() {
			return d, true
		}
	}
	return danish.Date{}, false
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
	timePattern = pattern.Of(`(?i)\bkl(?:\.|okken)?\s*` + clock + `\b(?:\s*(?:[-–—]|til|og til)\s*(?:kl\.?\s*)?` + clock + `\b)?`)
	barePattern = pattern.Of(`(?i)(?:^|\s)(\d{1,2})[.:](\d{2})(?:[.:]\d{2})?\b(?:\s*(?:[-–—]|til)\s*(?:kl\.?\s*)?` + clock + `\b)?(?:$|[\s,(])`)
)

// hours finds a time without "kl." and without minutes, where a label says that it is one: "Tid: 9-11".
var hours = pattern.Of(`^` + clock + `(?:\s*(?:[-–—]|til)\s*(?:kl\.?\s*)?` + clock + `)?\s*(?:$|[,(])`)

// timeOfLabel reads the time of day that a label is about.
func timeOfLabel(text string) (span, bool) {
	text = strings.TrimSpace(text)
	if hours().MatchString(text) {
		text = "kl. " + text
	}
	return timeIn(text, true)
}

// wrongTime is a time of day that no clock has, as it is written; "" of none.
func wrongTime(text string) string {
	if hours().MatchString(text) {
		text = "kl. " + text
	}
	m := timePattern().FindStringSubmatch(text)
	if m == nil {
		return ""
	}
	start, ok := clockOf(m[1], m[2])
	end, also := clockOf(m[3], m[4])
	if !ok || !also || m[3] != "" && minutesOf(end) <= minutesOf(start) {
		return m[0]
	}
	return ""
}

// minutesOf counts the minutes since midnight of a time as content files have it.
func minutesOf(clock string) int {
	hour, minute, _ := strings.Cut(clock, ".")
	return digits(hour)*60 + digits(minute)
}

// timeIn finds the first time of day of a text. Without "kl." it needs minutes, and must not be part of a date.
func timeIn(text string, bare bool) (span, bool) {
	m := timePattern().FindStringSubmatchIndex(text)
	if m == nil && bare {
		for _, d := range datesIn(text) {
			text = text[:d.end-len(d.words)] + strings.Repeat("-", len(d.words)) + text[d.end:]
		}
		m = barePattern().FindStringSubmatchIndex(text)
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
