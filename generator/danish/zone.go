package danish

import "time"

// Zone is the zone of Danish time at an instant. Since 1996 summer time in the
// European Union runs from the last Sunday of March to that of October, 01:00
// UTC (directive 2000/84/EC), so no zone file is needed on the machine.
func Zone(at time.Time) *time.Location {
	at = at.UTC()
	change := func(m time.Month) time.Time {
		last := time.Date(at.Year(), m, 31, 1, 0, 0, 0, time.UTC)
		return last.AddDate(0, 0, -int(last.Weekday()))
	}
	if at.Before(change(time.March)) || !at.Before(change(time.October)) {
		return winter
	}
	return summer
}

var winter, summer = time.FixedZone("CET", 3600), time.FixedZone("CEST", 7200)

// Local is an instant as clocks in Denmark show it.
func Local(at time.Time) time.Time { return at.In(Zone(at)) }

// Midnight is when a day begins in Denmark. A day of the month beyond its last is
// one of the next month.
func Midnight(year, month, day int) time.Time {
	at := time.Date(year, time.Month(month), day, 0, 0, 0, 0, winter)
	if _, offset := Local(at).Zone(); offset != 3600 {
		return at.Add(-time.Hour)
	}
	return at
}
