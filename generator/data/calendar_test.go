package data

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // for the reader, which knows zones by their names alone
	"unicode/utf8"

	ics "github.com/arran4/golang-ical"
	"pgregory.net/rapid"
)

// aCalendar has an event of every kind.
func aCalendar() Calendar {
	return Calendar{Name: "Møder – Arkiv", Maker: "Nationalt Genom Center", Language: "da", Self: "https://ngc.dk/kalender.ics", Events: []Event{
		{Page: "https://ngc.dk/referater/raad/2023-11-07/", Title: "Møde om økonomi; budget, tal \\ regnskab", Text: "Referat: https://ngc.dk/referater/raad/2023-11-07/",
			Place: "Ørestads Boulevard 5\n2300 København S", Category: "Rådet for æbler, øl og å og alt det, der ellers falder ned fra træerne i haven på Ørø", Changed: "2023-11-08T00:00:00+01:00", Sequence: 2, Day: "2023-11-07", Start: "14:00", End: "15:30"},
		{Page: "https://ngc.dk/referater/raad/2024-06-11/", Title: "Aflyst: Møde", Changed: "2024-06-01T00:00:00+02:00", Sequence: 1, Day: "2024-06-11", Start: "09:00", Cancelled: true},
		{Page: "https://ngc.dk/referater/raad/2026-12-01/", Title: "Møde", Changed: "1970-01-01T00:00:00Z", Day: "2026-12-01", End: "16:00"},
	}}
}

// property is a line of iCalendar, whole.
type property struct{ name, parameters, value string }

// calendarBreaches are the requirements of RFC 5545 that a calendar does not meet, as far
// as its kind has to do with them, and what it says, line by line.
func calendarBreaches(calendar []byte) (found []string, lines []property) {
	say := func(format string, args ...any) { found = append(found, fmt.Sprintf(format, args...)) }
	if !bytes.HasSuffix(calendar, []byte("END:VCALENDAR\r\n")) || bytes.Contains(bytes.ReplaceAll(calendar, []byte("\r\n"), nil), []byte("\n")) {
		say("a line does not end in CRLF")
	}
	for _, line := range strings.Split(string(calendar), "\r\n") {
		if len(line) > 75 || !utf8.ValidString(line) {
			say("%d octets: %q", len(line), line)
		}
	}
	var open []string
	times := map[string]int{} // of properties in the innermost component
	for _, line := range strings.Split(strings.TrimSuffix(string(Unfolded(calendar)), "\r\n"), "\r\n") {
		head, value, ok := strings.Cut(line, ":")
		name, parameters, _ := strings.Cut(head, ";")
		if !ok || strings.Trim(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ-") != "" {
			say("%q is no property", line)
		}
		lines = append(lines, property{name, parameters, value})
		switch name {
		case "BEGIN":
			open, times = append(open, value), map[string]int{}
		case "END":
			if len(open) == 0 || open[len(open)-1] != value {
				say("%s is not open", value)
				continue
			}
			open = open[:len(open)-1]
			if value == "VEVENT" {
				for _, once := range []string{"UID", "DTSTAMP", "DTSTART", "SUMMARY", "URL", "SEQUENCE"} {
					if times[once] != 1 {
						say("an event has %d %s", times[once], once)
					}
				}
				if times["ATTENDEE"]+times["ORGANIZER"] > 0 || times["DTEND"] > 1 || times["STATUS"] > 1 {
					say("an event has %v", times)
				}
			}
		default:
			times[name]++
		}
	}
	if len(open) > 0 || lines[0] != (property{"BEGIN", "", "VCALENDAR"}) || lines[1] != (property{"VERSION", "", "2.0"}) {
		say("it begins with %v and leaves %v open", lines[:2], open)
	}
	return found, lines
}

func TestACalendarIsICalendarAsRFC5545HasIt(t *testing.T) {
	empty := aCalendar()
	empty.Events = nil
	for name, c := range map[string]Calendar{"full": aCalendar(), "empty": empty} {
		made := ICalendar(c)
		if found, _ := calendarBreaches(made); found != nil {
			t.Errorf("%s: %s\n%s", name, strings.Join(found, "\n"), made)
		}
		read, err := ics.ParseCalendar(bytes.NewReader(made))
		if err != nil || len(read.Events()) != len(c.Events) || len(read.Timezones()) != 1 {
			t.Errorf("%s: %v\n%s", name, err, made)
		}
	}
}

func TestTheBreachesOfACalendarAreSeen(t *testing.T) {
	for name, broken := range map[string][2]string{
		"a bare end of line": {"VERSION:2.0\r\n", "VERSION:2.0\n"}, "a long line": {"\r\n ", ""}, "no stamp": {"DTSTAMP:20231107T230000Z\r\n", ""},
		"somebody who took part": {"SEQUENCE:2\r\n", "SEQUENCE:2\r\nATTENDEE:mailto:a@ngc.dk\r\n"}, "an event that is not ended": {"END:VEVENT\r\n", ""},
	} {
		made := bytes.Replace(ICalendar(aCalendar()), []byte(broken[0]), []byte(broken[1]), 1)
		if found, _ := calendarBreaches(made); found == nil {
			t.Errorf("%s is no breach", name)
		}
	}
}

// event reads an event with a reader that is not ours.
func event(t *testing.T, made []byte, number int) *ics.VEvent {
	t.Helper()
	read, err := ics.ParseCalendar(bytes.NewReader(made))
	if err != nil {
		t.Fatal(err)
	}
	return read.Events()[number]
}

func TestAnEventIsAtItsTimeInDenmark(t *testing.T) {
	made := ICalendar(aCalendar())
	winter, summer, day := event(t, made, 0), event(t, made, 1), event(t, made, 2)
	if start, err := winter.GetStartAt(); err != nil || !start.Equal(time.Date(2023, 11, 7, 13, 0, 0, 0, time.UTC)) {
		t.Errorf("%v (%v)", start, err)
	}
	if end, err := winter.GetEndAt(); err != nil || !end.Equal(time.Date(2023, 11, 7, 14, 30, 0, 0, time.UTC)) {
		t.Errorf("%v (%v)", end, err)
	}
	if start, err := summer.GetStartAt(); err != nil || !start.Equal(time.Date(2024, 6, 11, 7, 0, 0, 0, time.UTC)) {
		t.Errorf("%v (%v)", start, err)
	}
	for _, want := range []string{"DTSTART;VALUE=DATE:20261201\r\n", "STATUS:CANCELLED\r\n", "BYMONTH=3;BYDAY=-1SU", "BYMONTH=10;BYDAY=-1SU", "SEQUENCE:2\r\n", "DTSTAMP:20231107T230000Z\r\n"} {
		if !strings.Contains(string(made), want) {
			t.Errorf("no %q in\n%s", want, made)
		}
	}
	if start, err := day.GetAllDayStartAt(); err != nil || start.Format(time.DateOnly) != "2026-12-01" || day.GetProperty(ics.ComponentPropertyDtEnd) != nil {
		t.Errorf("%v (%v)", start, err)
	}
}

func TestAnEventKeepsItsNameWhenAllElseChanges(t *testing.T) {
	c := aCalendar()
	before := event(t, ICalendar(c), 0).Id()
	c.Events[0] = Event{Page: strings.Replace(c.Events[0].Page, "https", "http", 1), Title: "Andet", Day: "2023-12-01", Sequence: 9, Changed: "2024-01-01T00:00:00+01:00"}
	if after := event(t, ICalendar(c), 0).Id(); after != before || before == "" {
		t.Errorf("%q became %q", before, after)
	}
}

// words are texts with the signs that iCalendar has a use for.
func words() *rapid.Generator[string] {
	return rapid.StringOfN(rapid.SampledFrom([]rune("aæøåÆ€😀\\;,:\"\n n NTZ-")), 0, 200, -1)
}

func TestWhateverIsWrittenComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := Event{Page: "https://ngc.dk/a/", Day: "2023-11-07", Changed: "2023-11-08T00:00:00+01:00", Title: words().Draw(t, "title"), Place: words().Draw(t, "place")}
		made := ICalendar(Calendar{Name: words().Draw(t, "name"), Maker: words().Draw(t, "maker"), Language: "da", Events: []Event{e}})
		found, lines := calendarBreaches(made)
		if found != nil {
			t.Fatal(strings.Join(found, "\n"))
		}
		for name, want := range map[string]string{"SUMMARY": e.Title, "LOCATION": e.Place} {
			i := slices.IndexFunc(lines, func(p property) bool { return p.name == name })
			if want == "" && i < 0 {
				continue
			}
			if got := unescaped(lines[i].value); got != want {
				t.Fatalf("%s is %q, want %q", name, got, want)
			}
		}
		read, err := ics.ParseCalendar(bytes.NewReader(made))
		if err != nil || len(read.Events()) != 1 {
			t.Fatal(err)
		}
	})
}

// unescaped reads a text as RFC 5545 says, sign by sign.
func unescaped(value string) string {
	var b strings.Builder
	for i := 0; i < len(value); i++ {
		if value[i] != '\\' || i+1 == len(value) {
			b.WriteByte(value[i])
			continue
		}
		if i++; value[i] == 'n' || value[i] == 'N' {
			b.WriteByte('\n')
		} else {
			b.WriteByte(value[i])
		}
	}
	return b.String()
}

func TestSignsThatNoTextMayHoldAreLeftOut(t *testing.T) {
	c := aCalendar()
	c.Events[0].Title = "A\x00\x07B\x7f\xffC\tD"
	if made := ICalendar(c); !strings.Contains(string(made), "SUMMARY:AB\uFFFDC\tD\r\n") {
		t.Errorf("%s", made)
	}
}
