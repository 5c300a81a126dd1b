package data

import (
	"strconv"
	"strings"
	"time"
)

// Calendar is the meetings of somebody as others may show them in their own
// calendars (iCalendar, RFC 5545, published as RFC 5546 has it).
type Calendar struct {
	Name     string
	Maker    string // who publishes it
	Language string
	Self     string // absolute address of the calendar
	Events   []Event
}

// Event is a meeting, at a time in Denmark.
type Event struct {
	Page      string // absolute address of the meeting, which never changes and is its name
	Title     string
	Text      string
	Place     string
	Category  string
	Changed   string // instant (RFC 3339)
	Sequence  int    // how often it has changed
	Day       string // 2023-11-07
	Start     string // 14:00; "" of a meeting whose time is not known
	End       string // "" when it is not known
	Cancelled bool
}

// danishTime is the zone of all events, with the rules that have held since 1996.
const (
	danishZone = "Europe/Copenhagen"
	danishTime = `BEGIN:VTIMEZONE
TZID:` + danishZone + `
BEGIN:DAYLIGHT
DTSTART:19700329T020000
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19701025T030000
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE`
)

// askAgain is how long a calendar may be kept before it is asked for again.
const askAgain = "P1D"

// ICalendar writes a calendar. It says nothing of who took part.
func ICalendar(c Calendar) []byte {
	w := &contentLines{}
	w.line("BEGIN", "VCALENDAR")
	w.line("VERSION", "2.0")
	w.text("PRODID", "-//"+c.Maker+"//referat//"+strings.ToUpper(c.Language))
	w.line("CALSCALE", "GREGORIAN")
	w.line("METHOD", "PUBLISH")
	w.text("NAME", c.Name)
	w.text("X-WR-CALNAME", c.Name)
	w.line("X-WR-TIMEZONE", danishZone)
	w.line("SOURCE;VALUE=URI", c.Self)
	w.line("REFRESH-INTERVAL;VALUE=DURATION", askAgain)
	w.line("X-PUBLISHED-TTL", askAgain)
	for line := range strings.SplitSeq(danishTime, "\n") {
		name, value, _ := strings.Cut(line, ":")
		w.line(name, value)
	}
	for i := range c.Events {
		w.event(&c.Events[i])
	}
	w.line("END", "VCALENDAR")
	return w.Bytes()
}

// event writes a meeting. It keeps nobody busy who only follows what is decided.
func (w *contentLines) event(e *Event) {
	w.line("BEGIN", "VEVENT")
	_, name, _ := strings.Cut(e.Page, "://")
	w.text("UID", name)
	if changed, err := time.Parse(time.RFC3339, e.Changed); err == nil {
		w.line("DTSTAMP", changed.UTC().Format("20060102T150405Z"))
		w.line("LAST-MODIFIED", changed.UTC().Format("20060102T150405Z"))
	}
	w.line("SEQUENCE", strconv.Itoa(e.Sequence))
	day := strings.ReplaceAll(e.Day, "-", "")
	if e.Start == "" {
		w.line("DTSTART;VALUE=DATE", day)
	} else {
		w.line("DTSTART;TZID="+danishZone, day+"T"+digitsOf(e.Start))
		if e.End > e.Start { // an end has to come later
			w.line("DTEND;TZID="+danishZone, day+"T"+digitsOf(e.End))
		}
	}
	w.text("SUMMARY", e.Title)
	for _, p := range [...]struct{ name, value string }{{"DESCRIPTION", e.Text}, {"LOCATION", e.Place}, {"CATEGORIES", e.Category}} {
		if p.value != "" {
			w.text(p.name, p.value)
		}
	}
	w.line("URL", e.Page)
	if e.Cancelled {
		w.line("STATUS", "CANCELLED")
	}
	w.line("TRANSP", "TRANSPARENT")
	w.line("END", "VEVENT")
}

// digitsOf writes 14:00 as 140000.
func digitsOf(clock string) string { return strings.Replace(clock, ":", "", 1) + "00" }
