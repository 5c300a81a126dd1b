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
	recordDate claim = iota // the document's, and never the meeting's
	fieldDate               // "Dato:" among what a case system says of the document
	plainDate               // "Dato:", of either
	looseDate               // in a line without label
	titleDate               // in the title
	heldDate                // "Mødedato:", or with a time of day
)

// dated is a date of the head.
type dated struct {
	written
	claim     claim
	line      int
	time      span // that stands right behind it, without "kl."
	completed bool // its year is taken from another date
	unsaid    bool // nothing says that it is the meeting's
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
			f.readTime(v.words, v.line)
		case startFact:
			if s, ok := timeOfLabel(v.words); ok {
				h.Start = s.start
			}
			f.doubtTime(v.words, v.line)
		case endFact:
			if s, ok := timeIn("kl. "+strings.TrimPrefix(strings.TrimPrefix(v.words, "kl."), "Kl."), true); ok {
				h.End = s.start
			}
			f.doubtTime(v.words, v.line)
		case placeFact:
			setOnce(&h.Place, v.words)
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
			return fieldDate
		}
	}
	return plainDate
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
		d := dated{written: w, claim: c, line: line}
		if s, ok := timeIn(rest, false); ok && c != recordDate {
			d.claim = max(c, heldDate)
			f.setTime(s)
			f.placeBehind(rest[s.to:])
		} else if s, ok := timeIn(rest, true); ok && c > plainDate {
			f.setTime(s)
			f.placeBehind(rest[s.to:])
		} else if s, ok := timeOfLabel(strings.TrimLeft(rest, " ,/")); ok && c > recordDate && clockFirst().MatchString(rest) {
			d.time = s
		}
		if c > fieldDate {
			f.doubtTime(rest, line)
		}
		f.dates = append(f.dates, d)
		if c == looseDate || c == heldDate {
			f.keep("date", line)
		}
	}
}

// clockFirst tells that a time of day follows at once.
var clockFirst = pattern.Of(`^[\s,/]*\d{1,2}(?:[.:]\d{2}|\s*(?:[-–—]|til)\s*\d)`)

// doubtTime doubts a time of day that cannot be right.
func (f *front) doubtTime(words string, line int) {
	if wrong := wrongTime(words); wrong != "" {
		f.doubt(doubtAt{f.lines[line].at, Target{Part: InHead, Near: "start"}}, source.DoubtTime, wrong)
	}
}

// readTime takes a time that stands without a date.
func (f *front) readTime(words string, line int) {
	if len(datesIn(words)) == 0 {
		f.doubtTime(words, line)
	}
	if s, ok := timeOfLabel(words); ok {
		f.setTime(s)
		f.placeBehind(words[min(s.to, len(words)):])
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
