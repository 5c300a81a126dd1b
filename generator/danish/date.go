package danish

import (
	"cmp"
	"fmt"
	"time"
)

// Date is one day of the Gregorian calendar, without a clock and without a
// time zone. Month runs from 1 to 12. The zero value means "no date".
type Date struct {
	Year, Month, Day int
}

// NewDate returns the day y-m-d. It reports false for a day that does not
// exist, such as 31 April, and for a year outside 1 to 9999, which the ISO form
// cannot write.
func NewDate(y, m, d int) (Date, bool) {
	if y < 1 || y > lastYear || m < 1 || m > 12 || d < 1 || d > daysIn(y, m) {
		return Date{}, false
	}
	return Date{y, m, d}, true
}

// FromTime returns the day that t shows in its own time zone.
func FromTime(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, int(m), d}
}

// EndOfMonth returns the last day of month m in year y, or no date when the
// month does not exist.
func EndOfMonth(y, m int) Date {
	d, _ := NewDate(y, m, daysIn(y, m))
	return d
}

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d == Date{} }

// Before reports whether d is an earlier day than e. No date is before any day.
func (d Date) Before(e Date) bool { return d.Compare(e) < 0 }

// Compare returns -1, 0 or +1 as d is before, the same as or after e.
func (d Date) Compare(e Date) int {
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day))
}

// AddDays returns the day n days after d, or before it when n is negative. No
// date stays no date.
func (d Date) AddDays(n int) Date {
	if d.IsZero() {
		return d
	}
	return FromTime(d.midnight().AddDate(0, 0, n))
}

// DaysSince returns the number of days from e to d, negative when d is before
// e. It is 0 when either is no date.
func (d Date) DaysSince(e Date) int {
	if d.IsZero() || e.IsZero() {
		return 0
	}
	return int((d.midnight().Unix() - e.midnight().Unix()) / secondsPerDay)
}

// String writes d in the ISO 8601 form yyyy-mm-dd, and no date as "".
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

const (
	lastYear      = 9999 // the last that the ISO form can write
	secondsPerDay = 24 * 60 * 60
)

// midnight is in UTC, where every day has the same length.
func (d Date) midnight() time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

func daysIn(y, m int) int {
	return time.Date(y, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}
