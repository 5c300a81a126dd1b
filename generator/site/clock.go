package site

import (
	"time"

	"referat/generator/danish"
)

// clock is the instant a site is built for. It is only compared, never shown, and
// remembers the nearest instants on either side that it was compared with: between
// them the site is the same.
type clock struct {
	now    time.Time
	today  danish.Date // in Denmark
	nearby span
	days   [2]struct{ past, future danish.Date } // nearest days asked about: whether begun, whether over
}

// span is what lies between two instants; a zero time is no limit.
type span struct{ since, until time.Time }

func newClock(now time.Time) clock {
	return clock{now: now, today: danish.FromTime(danish.Local(now))}
}

// reached tells that an instant is not in the future.
func (c *clock) reached(at time.Time) bool {
	c.nearby.meet(c.now, at)
	return !c.now.Before(at)
}

// meet narrows the span around now by an instant.
func (s *span) meet(now, at time.Time) {
	if now.Before(at) {
		if s.until.IsZero() || at.Before(s.until) {
			s.until = at
		}
	} else if at.After(s.since) {
		s.since = at
	}
}

// begun tells that a day is not in the future, in Danish time.
func (c *clock) begun(d danish.Date) bool { return c.compare(0, d, !c.today.Before(d)) }

// over tells that a day has passed, in Danish time.
func (c *clock) over(d danish.Date) bool { return c.compare(1, d, d.Before(c.today)) }

// compare notes the nearest days only: to tell the instant of each takes time.
func (c *clock) compare(question int, d danish.Date, answer bool) bool {
	near := &c.days[question]
	switch {
	case answer && near.past.Before(d):
		near.past = d
	case !answer && (near.future.IsZero() || d.Before(near.future)):
		near.future = d
	}
	return answer
}

// span gives the instants between which every answer is the same.
func (c *clock) span() (since, until time.Time) {
	s := c.nearby
	for question, near := range c.days {
		for _, d := range []danish.Date{near.past, near.future} {
			if !d.IsZero() {
				s.meet(c.now, danish.Midnight(d.Year, d.Month, d.Day+question))
			}
		}
	}
	return s.since, s.until
}
