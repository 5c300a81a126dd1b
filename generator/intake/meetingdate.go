package intake

import "referat/generator/source"

// settleDates decides which date is the meeting's and which the document's, and doubts what can be read in two ways.
func (f *front) settleDates() {
	h := &f.draft.Head
	f.completeDates()
	best := f.bestClaim()
	var meeting *dated
	for i := range f.dates {
		d := &f.dates[i]
		if d.claim != best || d.date.IsZero() || best == recordDate || best == fieldDate && !f.lone(d) {
			continue
		}
		if meeting != nil && meeting.date != d.date {
			f.doubt(doubtAt{f.lines[d.line].at, Target{Part: InHead, Near: "date"}}, source.DoubtDates, meeting.words, d.words)
			continue
		}
		if meeting == nil {
			meeting = d
		}
	}
	if meeting == nil {
		f.noDate()
	} else {
		h.Date = meeting.date
		f.setTime(meeting.time)
		f.doubtDate(meeting)
	}
	for i := range f.dates {
		d := &f.dates[i]
		if d != meeting && d.claim <= plainDate && f.draft.Record.Date.IsZero() && !d.date.IsZero() && d.date != h.Date {
			f.draft.Record.Date = d.date
			if d.short {
				f.doubt(doubtAt{f.lines[d.line].at, Target{Part: InHead, Near: "record"}}, source.DoubtYear, d.words, d.date.String())
			}
		}
	}
	if h.Start != "" && h.End == "" {
		f.doubt(doubtAt{f.timePlace(), Target{Part: InHead, Near: "start"}}, source.DoubtEnd, h.Start)
	}
}

// bestClaim is the strongest of a date that is whole.
func (f *front) bestClaim() claim {
	best := recordDate
	for i := range f.dates {
		if !f.dates[i].date.IsZero() {
			best = max(best, f.dates[i].claim)
		}
	}
	return best
}

// lone tells that the head has no other date than the document's.
func (f *front) lone(d *dated) bool {
	for i := range f.dates {
		if f.dates[i].date != d.date {
			return false
		}
	}
	return true
}

// noDate doubts a head without the meeting's date, or with one that lacks its year.
func (f *front) noDate() {
	for i := range f.dates {
		if d := &f.dates[i]; d.date.IsZero() {
			f.doubt(doubtAt{f.lines[d.line].at, Target{Part: InHead, Near: "date"}}, source.DoubtNoYear, d.words)
			return
		}
	}
	f.doubt(doubtAt{target: Target{Part: InHead, Near: "date"}}, source.DoubtNoDate)
}

// doubtDate doubts a date that may be read otherwise.
func (f *front) doubtDate(d *dated) {
	at := doubtAt{f.lines[d.line].at, Target{Part: InHead, Near: "date"}}
	if d.short {
		f.doubt(at, source.DoubtYear, d.words, d.date.String())
	}
	if d.weekday != "" && d.weekday != weekdayOf(d.date) {
		f.doubt(at, source.DoubtWeekday, d.date.String(), weekdayOf(d.date), d.weekday)
	}
	switch {
	case d.days:
		f.doubt(at, source.DoubtDays, d.words)
	case d.completed:
		f.doubt(at, source.DoubtNoYear, d.words, d.date.String())
	case d.claim == fieldDate:
		f.doubt(at, source.DoubtWhichDate, d.words)
	case d.unsaid && d.claim == looseDate:
		f.doubt(at, source.DoubtLooseDate, d.words, f.lines[d.line].text)
	}
	for i := range f.dates {
		if e := &f.dates[i]; e.claim >= titleDate && (e.claim < d.claim || e.date.IsZero()) && (e.day != d.day || e.month != d.month || !e.date.IsZero() && e.date != d.date) {
			f.doubt(doubtAt{f.lines[e.line].at, at.target}, source.DoubtDates, d.words, e.words)
			return
		}
	}
}

// completeDates gives a date of the meeting that lacks its year the year of another date, where no date that
// is whole says as clearly which day it was. That is always doubted.
func (f *front) completeDates() {
	best := f.bestClaim()
	for i := range f.dates {
		d := &f.dates[i]
		if !d.date.IsZero() || d.claim < titleDate || best >= d.claim {
			continue
		}
		for j := range f.dates {
			if e := &f.dates[j]; !e.date.IsZero() && !e.completed {
				d.date, d.completed = d.inYear(e.date)
				break
			}
		}
	}
}
