package intake

import (
	"strings"

	"referat/generator/intake/manuscript"
	"referat/generator/intake/pattern"
	"referat/generator/source"
)

// claim is how strongly words say that a date is the meeting's.
type claim int

const (
	recordDate claim = iota // the document's
	plainDate               // "Dato:", of either
	looseDate               // in a line without label
	titleDate               // in the title
	heldDate                // "Mødedato:", or with a time of day
)

// dated is a date of the head.
type dated struct {
	written
	claim claim
	line  int
}

// readFacts gives each value of the head its field.
func (f *front) readFacts() {
	h, r := &f.draft.Head, &f.draft.Record
	for i := range f.found {
		v := &f.found[i]
		switch v.fact {
		case dateFact:
			f.addDates(v.words, v.line, f.plainClaim(i))
		case meetingDate:
			f.addDates(v.words, v.line, heldDate)
		case documentDate:
			f.addDates(v.words, v.line, recordDate)
		case timeFact:
			f.addDates(v.words, v.line, heldDate)
			f.readTime(v.words, v.line, true)
		case startFact:
			if s, ok := timeIn(v.words, true); ok {
				h.Start = s.start
			} else if s, ok := timeIn("kl. "+v.words, true); ok {
				h.Start = s.start
			}
		case endFact:
			if s, ok := timeIn("kl. "+strings.TrimPrefix(strings.TrimPrefix(v.words, "kl."), "Kl."), true); ok {
				h.End = s.start
			}
		case placeFact:
			f.setPlace(v)
		case chairFact:
			f.setChair(v.words, v.line)
		case secretaryFact:
			f.setSecretary(v)
		case unitFact:
			setOnce(&r.Unit, v.words)
		case officerFact:
			setOnce(&r.Officer, v.words)
		case caseFact:
			setOnce(&r.Case, v.words)
		case documentFact:
			setOnce(&r.Document, v.words)
		case subjectFact:
			f.setSubject(v)
		}
	}
}

func setOnce(field *string, words string) {
	if *field == "" {
		*field = words
	}
}

// plainClaim judges a date that is labelled "Dato" alone: among the fields of the case system it is the document's.
func (f *front) plainClaim(i int) claim {
	if s, ok := timeIn(f.found[i].words, false); ok && s.start != "" {
		return heldDate
	}
	for j := max(0, i-3); j < min(len(f.found), i+4); j++ {
		near := f.found[j].line - f.found[i].line
		if f.found[j].fact >= unitFact && f.found[j].fact <= documentFact && near > -4 && near < 4 {
			return plainDate - 1
		}
	}
	return plainDate
}

func (f *front) setPlace(v *found) {
	place := v.words
	if place == "" {
		return
	}
	setOnce(&f.draft.Head.Place, place)
}

// setChair takes who led the meeting. A second name is a doubt.
func (f *front) setChair(words string, line int) {
	name := personName(words)
	if name == "" {
		return
	}
	if had := f.draft.Head.Chair; had != "" && had != name {
		f.doubt(doubtAt{f.lines[line].at, Target{Part: InHead, Near: "chair"}}, source.DoubtChair, had, name)
		return
	}
	f.draft.Head.Chair = name
}

func (f *front) setSecretary(v *found) {
	name := personName(v.words)
	if name == "" {
		return
	}
	if had := f.draft.Head.Secretary; had != "" && had != name {
		f.doubt(doubtAt{f.lines[v.line].at, Target{Part: InHead, Near: "secretary"}}, source.DoubtSecretary, had, name)
		return
	}
	f.draft.Head.Secretary = name
}

// personName is the name at the head of a label's value: "Jens Hansen, direktør".
func personName(words string) string {
	if one := readPerson(words, group{}); nameLike(one.Name) {
		return one.Name
	}
	name, _, _ := strings.Cut(words, ",")
	name, _, _ = strings.Cut(name, " (")
	return strings.TrimRight(strings.TrimSpace(name), ".;")
}

// setSubject takes a title from "Emne: Møde i …" where no line has it.
func (f *front) setSubject(v *found) {
	if v.words == "" {
		return
	}
	whole := f.lines[v.line].text
	f.addDates(v.words, v.line, titleDate)
	if f.title || dateFirst().MatchString(v.words) && len(datesIn(v.words)) > 0 {
		return
	}
	f.title = true
	f.draft.Head.Title = v.words
	if labels[folded(v.label)] == subjectFact && strings.HasPrefix(folded(v.label), "møde i") {
		f.draft.Head.Title = whole
	}
}

// addDates notes the dates of words, and the time and place that stand with them.
func (f *front) addDates(words string, line int, c claim) {
	for _, w := range datesIn(words) {
		rest := words[w.end:]
		d := dated{w, c, line}
		if s, ok := timeIn(rest, false); ok && c != recordDate {
			d.claim = max(c, heldDate)
			f.setTime(s)
			f.placeBehind(rest[s.to:])
		} else if s, ok := timeIn(rest, true); ok && c > plainDate {
			f.setTime(s)
			f.placeBehind(rest[s.to:])
		}
		f.dates = append(f.dates, d)
		if c == looseDate || c == heldDate {
			f.keep("date", line)
		}
	}
}

// readTime takes a time that stands without a date.
func (f *front) readTime(words string, line int, bare bool) {
	if s, ok := timeIn(words, bare); ok {
		f.setTime(s)
		f.placeBehind(words[s.to:])
	}
}

func (f *front) setTime(s span) {
	h := &f.draft.Head
	if h.Start == "" && s.start != "0.00" {
		h.Start = s.start
		if h.End == "" {
			h.End = s.end
		}
	}
}

var (
	placeInBrackets = pattern.Of(`^\s*,?\s*\(([^()]+)\)\s*\.?$`)
	placeInWords    = pattern.Of(`^\s*,?\s*(?:,|–|-|i|på|sted:?|via|over)\s+((?:\p{L}|\d).{2,80}?)\s*\.?$`)
)

// placeBehind takes a place that stands behind the time of day.
func (f *front) placeBehind(rest string) {
	if f.draft.Head.Place != "" {
		return
	}
	if m := placeInBrackets().FindStringSubmatch(rest); m != nil {
		f.draft.Head.Place = m[1]
	} else if m := placeInWords().FindStringSubmatch(rest); m != nil && len(datesIn(m[1])) == 0 {
		f.draft.Head.Place = m[1]
	}
}

// settleDates decides which date is the meeting's and which the document's, and doubts what can be read in two ways.
func (f *front) settleDates() {
	h := &f.draft.Head
	best := recordDate
	for _, d := range f.dates {
		if !d.date.IsZero() {
			best = max(best, d.claim)
		}
	}
	var meeting *dated
	for i := range f.dates {
		d := &f.dates[i]
		if d.claim != best || d.date.IsZero() || best == recordDate && !f.lone(d) {
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
	if d.claim == recordDate {
		f.doubt(at, source.DoubtWhichDate, d.words)
	}
	for i := range f.dates {
		if e := &f.dates[i]; e.claim == titleDate && d.claim == heldDate && !e.date.IsZero() && e.date != d.date {
			f.doubt(doubtAt{f.lines[e.line].at, at.target}, source.DoubtDates, d.words, e.words)
			return
		}
	}
}

// readEnd looks at the last lines of the document for what is often said there: when the meeting ended, and
// who wrote the minutes. The lines stay where they are.
func (f *front) readEnd() {
	for i := max(f.end, len(f.lines)-linesAtEnd); i < len(f.lines); i++ {
		l := &f.lines[i]
		if l.cells != nil || len(l.text) > longestTitle {
			continue
		}
		if endedAt().MatchString(l.text) && f.draft.Head.End == "" {
			if s, ok := timeIn(l.text, true); ok {
				f.draft.Head.End = s.start
			}
		}
		if what, words, ok := labelled(l.text); ok && what == secretaryFact && f.draft.Head.Secretary == "" && nameLike(personName(words)) {
			f.draft.Head.Secretary = personName(words)
		}
	}
}

// linesAtEnd is how many lines the end of a document has.
const linesAtEnd = 8

// timePlace is where the date stands, which is where a time mostly is.
func (f *front) timePlace() (at manuscript.Place) {
	for i := range f.dates {
		if f.dates[i].date == f.draft.Head.Date {
			return f.lines[f.dates[i].line].at
		}
	}
	return at
}
