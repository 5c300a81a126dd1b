package intake

import (
	"strings"

	"referat/generator/danish"
	"referat/generator/source"
)

// This file tells that the meeting of a document was cancelled. It is asked and never written: a cancelled
// meeting has a public page.

// callsOff tells that a line says that the meeting was cancelled, and nothing else. What it says of a day
// is remembered: which day is the meeting's is known when all lines are read.
func (f *front) callsOff(i int) bool {
	text := f.lines[i].text
	if f.draft.Head.Cancelled || !cancelled().MatchString(text) || otherMeeting().MatchString(text) || sentenceLike(strings.TrimRight(text, ".!")) {
		return false
	}
	if len(datesIn(text)) > 0 {
		f.calledOff = append(f.calledOff, i)
		return false
	}
	return true
}

// cancel asks whether the meeting was cancelled.
func (f *front) cancel(i int) {
	l := &f.lines[i]
	f.draft.Head.Cancelled = true
	f.doubt(doubtAt{l.at, Target{Part: InHead, Near: "state"}}, source.DoubtCancelled, l.text)
}

// settleCancelled asks so where the day of which a line says it is the meeting's.
func (f *front) settleCancelled() {
	day := f.draft.Head.Date
	for _, i := range f.calledOff {
		for _, w := range datesIn(f.lines[i].text) {
			if !f.draft.Head.Cancelled && !day.IsZero() && w.on(day) {
				f.cancel(i)
			}
		}
	}
}

// on tells that a date as it is written may be a day: without year it may be one of any.
func (w written) on(day danish.Date) bool {
	if !w.date.IsZero() {
		return w.date == day
	}
	whole := datesIn(w.words + " " + day.String()[:4])
	return len(whole) == 1 && whole[0].date == day
}
