package chart

import (
	"strconv"
	"strings"

	"referat/generator/danish"
)

// calendar lays whole months along the x axis. A date stands where its day
// begins.
type calendar struct {
	first danish.Date // the first day of the first month
	count int         // months
	days  int
	left  int
	width int
}

func newCalendar(first, last danish.Date, left, right int) calendar {
	c := calendar{first: danish.Date{Year: first.Year, Month: first.Month, Day: 1}, left: left, width: right - left}
	c.count = monthOf(last) - monthOf(first) + 1
	c.days = c.month(c.count).DaysSince(c.first)
	return c
}

// month returns the first day of the month that is n after the first.
func (c calendar) month(n int) danish.Date {
	m := monthOf(c.first) + n
	return danish.Date{Year: m / 12, Month: m%12 + 1, Day: 1}
}

// x returns the place of a date of the calendar's months, or of the day after
// them.
func (c calendar) x(d danish.Date) int {
	return c.left + share(c.width, uint64(d.DaysSince(c.first)), uint64(c.days))
}

// pitch returns the width of n months.
func (c calendar) pitch(n int) int { return n * c.width / c.count }

// monthOf numbers the months.
func monthOf(d danish.Date) int { return d.Year*12 + d.Month - 1 }

// monthStep returns how many months to go on from one mark to the next, when
// each needs the given width: a month, a quarter, or a round number of years.
func (c calendar) monthStep(width int) int {
	for _, months := range [...]int{1, 3} {
		if c.pitch(months) >= width {
			return months
		}
	}
	for step := 12; ; step *= 10 {
		for _, months := range [...]int{step, 2 * step, 5 * step} {
			if c.pitch(months) >= width {
				return months
			}
		}
	}
}

// monthWidth returns the width of the longest name of a month.
func monthWidth(months [12]string, f form) int {
	longest := 0
	for _, month := range months {
		longest = max(longest, width(month, "month", f))
	}
	return longest
}

// yearWidth returns the width of a year.
func yearWidth(f form) int { return width("0000", "year", f) }

// ticks returns a round step, and how many of them reach the greatest value:
// three to five, so four to six ticks with zero.
func ticks(greatest int) (step uint64, count int) {
	value := uint64(max(greatest, 0))
	for unit := uint64(1); ; unit *= 10 {
		for _, step := range [...]uint64{unit, 2 * unit, 5 * unit} {
			if value <= 5*step {
				n := value / step
				if value%step > 0 {
					n++
				}
				return step, max(int(n), 3)
			}
		}
	}
}

// grouped writes a number with a mark between thousands.
func grouped(value uint64, mark string) string {
	digits := strconv.FormatUint(value, 10)
	var b strings.Builder
	for i, digit := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteString(mark)
		}
		b.WriteRune(digit)
	}
	return b.String()
}
