package danish

import (
	"testing"
	"time"
)

func TestADateIsReadInEveryFormThatAuthoritiesWrite(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"2023-11-07", "2023-11-07"},
		{"08-11-2023", "2023-11-08"},
		{"28-10-2014", "2014-10-28"},
		{"13-5-2019", "2019-05-13"},
		{"22.04.2021", "2021-04-22"},
		{"8.11.2023", "2023-11-08"},
		{"15-maj-2002", "2002-05-15"},
		{"7. november 2023", "2023-11-07"},
		{"7.november 2023", "2023-11-07"},
		{"7 november 2023", "2023-11-07"},
		{"den 7. november 2023", "2023-11-07"},
		{"Den 7. November 2023", "2023-11-07"},
		{"d. 13-5-2019", "2019-05-13"},
		{"7. nov. 2023", "2023-11-07"},
		{"1. sept 2023", "2023-09-01"},
		{"29. februar 2024", "2024-02-29"},
		{"  7.  november\u00a02023\n", "2023-11-07"},
	} {
		got, err := ParseDate(c.in)
		if err != nil || got.String() != c.want {
			t.Errorf("ParseDate(%q) = %v, %v; want %s", c.in, got, err, c.want)
		}
	}
}

func TestWhatIsNoDayOrWouldBeAGuessIsRefused(t *testing.T) {
	for _, in := range []string{
		"", "den", "november 2023", "ultimo oktober 2023",
		"31-04-2023", "29. februar 2023", "2023-13-01", "0-1-2023", "0000-01-01", "32.1.2023",
		"20.04.26", "01.06.26", "7. november 23", // which century?
		"4/3-2025", "7/11/2023", "8.11-2023",
		"20260507", "2023-1-1", "2023-11-07T10:00", "06-03-2018 10:00:00",
		"Den 7. november 2023, kl. 14.00-15.30", "7. novembre 2023", "7. November, 2023",
		"٧. november 2023",
	} {
		if got, err := ParseDate(in); err == nil {
			t.Errorf("ParseDate(%q) = %v; want an error", in, got)
		}
	}
}

func TestTheErrorTellsAMissingDayFromAFormThatIsNone(t *testing.T) {
	for in, want := range map[string]string{
		"31-04-2023": `"31-04-2023" is not a day of the calendar`,
		"i morgen":   `"i morgen" is not a date`,
	} {
		if _, err := ParseDate(in); err == nil || err.Error() != want {
			t.Errorf("ParseDate(%q): error %v; want %s", in, err, want)
		}
	}
}

func TestOnlyDaysOfTheCalendarBecomeDates(t *testing.T) {
	for _, c := range []struct {
		y, m, d int
		ok      bool
	}{
		{2024, 2, 29, true}, {2023, 2, 29, false}, {1900, 2, 29, false}, {2000, 2, 29, true},
		{2023, 4, 30, true}, {2023, 4, 31, false}, {2023, 0, 1, false}, {2023, 13, 1, false},
		{2023, 1, 0, false}, {0, 1, 1, false}, {1, 1, 1, true}, {9999, 12, 31, true}, {10000, 1, 1, false},
	} {
		got, ok := NewDate(c.y, c.m, c.d)
		if ok != c.ok || ok == got.IsZero() {
			t.Errorf("NewDate(%d, %d, %d) = %v, %t; want %t", c.y, c.m, c.d, got, ok, c.ok)
		}
	}
}

func TestDaysAreCountedByTheCalendar(t *testing.T) {
	a, b := Date{2023, 10, 31}, Date{2024, 4, 12}
	if n := b.DaysSince(a); n != 164 {
		t.Errorf("%v is %d days after %v; want 164", b, n, a)
	}
	if n := a.DaysSince(b); n != -164 {
		t.Errorf("%v is %d days after %v; want -164", a, n, b)
	}
	if got := a.AddDays(164); got != b {
		t.Errorf("%v and 164 days is %v; want %v", a, got, b)
	}
	if got := b.AddDays(-164); got != a {
		t.Errorf("%v less 164 days is %v; want %v", b, got, a)
	}
}

func TestNoDateStaysNoDate(t *testing.T) {
	var none Date
	some := Date{2023, 11, 7}
	if none.AddDays(1) != none || some.DaysSince(none) != 0 || none.DaysSince(some) != 0 || none.String() != "" {
		t.Error("no date was counted with or printed")
	}
	if !none.Before(some) || some.Before(none) {
		t.Error("no date must stand before every date")
	}
}

func TestDatesAreOrderedByYearThenMonthThenDay(t *testing.T) {
	ordered := []Date{{}, {2022, 12, 31}, {2023, 1, 2}, {2023, 1, 31}, {2023, 2, 1}}
	for i, a := range ordered {
		for j, b := range ordered {
			if a.Before(b) != (i < j) || (a.Compare(b) == 0) != (i == j) {
				t.Errorf("%v against %v: Compare %d, Before %t", a, b, a.Compare(b), a.Before(b))
			}
		}
	}
}

func TestTheEndOfAMonthFollowsLeapYears(t *testing.T) {
	for _, c := range []struct {
		y, m int
		want string
	}{{2023, 10, "2023-10-31"}, {2023, 2, "2023-02-28"}, {2024, 2, "2024-02-29"}, {2023, 12, "2023-12-31"}, {2023, 13, ""}} {
		if got := EndOfMonth(c.y, c.m).String(); got != c.want {
			t.Errorf("EndOfMonth(%d, %d) = %q; want %q", c.y, c.m, got, c.want)
		}
	}
}

func TestATimeGivesTheDayOfItsOwnZone(t *testing.T) {
	late := time.Date(2023, 11, 7, 23, 30, 0, 0, time.FixedZone("", -3600))
	if got := FromTime(late); got != (Date{2023, 11, 7}) {
		t.Errorf("FromTime(%v) = %v", late, got)
	}
}

func TestAMonthIsKnownByTheBeginningOfItsName(t *testing.T) {
	for letters, want := range map[string]int{"januar": 1, "jun": 6, "jul": 7, "novem": 11, "mar": 3, "ma": 0, "": 0, "novembers": 0, "okto.": 0} {
		if m := MonthBeginning(letters); m != want {
			t.Errorf("%q: %d, want %d", letters, m, want)
		}
	}
}

func TestMonthsAreKnownByNameAndAbbreviation(t *testing.T) {
	for word, want := range map[string]int{
		"januar": 1, "Juni": 6, "DECEMBER": 12, "maj": 5, "okt.": 10, "okt": 10, "Sept.": 9, "sep": 9,
		"": 0, ".": 0, "oktober.": 0, "maj.": 0, "october": 0, "nove": 0, "okt..": 0,
	} {
		if m, ok := IsMonth(word); m != want || ok != (want > 0) {
			t.Errorf("IsMonth(%q) = %d, %t; want %d", word, m, ok, want)
		}
	}
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2023-11-07", "08-11-2023", "8.11.2023", "den 7. november 2023", "15-maj-2002", "29. februar 2023"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDate(s)
		if err != nil {
			if !d.IsZero() {
				t.Fatalf("ParseDate(%q) = %v and an error", s, d)
			}
			return
		}
		if checked, ok := NewDate(d.Year, d.Month, d.Day); !ok || checked != d {
			t.Fatalf("ParseDate(%q) = %v, no day of the calendar", s, d)
		}
		if again, err := ParseDate(d.String()); err != nil || again != d {
			t.Fatalf("ParseDate(%q) = %v, which reads back as %v, %v", s, d, again, err)
		}
		if d.AddDays(31).AddDays(-31) != d || d.AddDays(400).DaysSince(d) != 400 {
			t.Fatalf("days after %v are miscounted", d)
		}
	})
}

func TestADayIsWrittenAsASentenceHasIt(t *testing.T) {
	for day, want := range map[Date]string{{2023, 11, 7}: "7. november 2023", {2024, 1, 31}: "31. januar 2024", {}: ""} {
		if got := day.Words(); got != want {
			t.Errorf("%v is %q, want %q", day, got, want)
		}
	}
}
