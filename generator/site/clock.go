package site

import (
	"time"

	"referat/generator/danish"
)

// clock is the instant a site is built for. It is only compared, never shown, and
// remembers the nearest instants on either side that it was compared with: between
// them the site is the same.
type clock struct {
	now          time.Time
	since, until time.Time // zero: none
}

// reached tells that an instant is not in the future.
func (c *clock) reached(at time.Time) bool {
	if c.now.Before(at) {
		if c.until.IsZero() || at.Before(c.until) {
			c.until = at
		}
		return false
	}
	if at.After(c.since) {
		c.since = at
	}
	return true
}

// over tells that a day has passed, in Danish time.
func (c *clock) over(d danish.Date) bool { return c.reached(midnight(d.Year, d.Month, d.Day+1)) }

// begun tells that a day is not in the future, in Danish time.
func (c *clock) begun(d danish.Date) bool { return c.reached(midnight(d.Year, d.Month, d.Day)) }

// midnight is when a day begins in Denmark. Since 1996 summer time in the European
// Union runs from the last Sunday of March to that of October, 01:00 UTC
// (directive 2000/84/EC), so no zone file is needed on the machine.
func midnight(year, month, day int) time.Time {
	winter := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.FixedZone("CET", 3600))
	change := func(m time.Month) time.Time {
		last := time.Date(winter.Year(), m, 31, 1, 0, 0, 0, time.UTC)
		return last.AddDate(0, 0, -int(last.Weekday()))
	}
	if winter.Before(change(time.March)) || !winter.Before(change(time.October)) {
		return winter
	}
	return winter.Add(-time.Hour)
}
