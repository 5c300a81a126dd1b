package danish

import (
	"testing"
	"time"
)

func TestADayBeginsAtDanishMidnight(t *testing.T) {
	for day, want := range map[Date]string{
		{Year: 2026, Month: 3, Day: 29}:  "2026-03-28T23:00:00Z", // the clock goes forward later that day
		{Year: 2026, Month: 3, Day: 30}:  "2026-03-29T22:00:00Z",
		{Year: 2026, Month: 10, Day: 25}: "2026-10-24T22:00:00Z", // and back
		{Year: 2026, Month: 10, Day: 26}: "2026-10-25T23:00:00Z",
		{Year: 2024, Month: 12, Day: 32}: "2024-12-31T23:00:00Z",
		{Year: 2024, Month: 2, Day: 30}:  "2024-02-29T23:00:00Z",
	} {
		if got := Midnight(day.Year, day.Month, day.Day).UTC().Format(time.RFC3339); got != want {
			t.Errorf("%v begins at %s, want %s", day, got, want)
		}
	}
}

func TestSummerTimeBeginsAndEndsAtOneUTC(t *testing.T) {
	for at, want := range map[string]string{
		"2026-03-29T00:59:00Z": "CET", "2026-03-29T01:00:00Z": "CEST",
		"2026-10-25T00:59:00Z": "CEST", "2026-10-25T01:00:00Z": "CET", "2024-03-31T01:00:00Z": "CEST",
	} {
		moment, err := time.Parse(time.RFC3339, at)
		if err != nil {
			t.Fatal(err)
		}
		if zone := Zone(moment).String(); zone != want {
			t.Errorf("%s is in %s, want %s", at, zone, want)
		}
	}
}
