package intake

import (
	"strings"

	"referat/generator/intake/manuscript"
	"referat/generator/intake/pattern"
	"referat/generator/source"
)

// front is the work on what stands before the items.
type front struct {
	*analysis
	end    int // line of the first item
	found  []found
	dates  []dated
	people peopleReader
	title  bool

	calledOff []int // lines that say of a day that its meeting was cancelled
}

// found is a value of the head with its line.
type found struct {
	value
	line int
}

var (
	typeLine     = pattern.Of(`(?i)^(?:(?:udkast til\s+)?(?:beslutnings|møde|kort\s+|foreløbigt\s+)?referat|(?:udkast til\s+)?dagsorden|protokol|mødeindkaldelse|beslutningsprotokol|åbent referat|referat\s*[-–(]\s*(?:åben|udkast|godkendt|åbent)\)?.*|r e f e r a t|d a g s o r d e n)$`)
	meetingTitle = pattern.Of(`(?i)^(?:(?:udkast til\s+)?(?:beslutnings|møde)?(?:referat|dagsorden|protokol|mødereferat)\s+(?:af|fra|til|for|over)\s+|(?:\d{1,3}\.\s*)?(?:ordinære\s+|ekstraordinært\s+|ordinært\s+|konstituerende\s+)?(?:\p{L}*møde)\s+(?:i|med|nr\.?|\d)|møde\b.*\b(?:i|den)\s|til mødet? i\s|\p{L}.{2,80}\s\d{1,3}\.\s(?:\p{L}+\s)?møde\b)`)
	bodyName     = pattern.Of(`(?i)(?:udvalg|bestyrelse|råd|gruppe|forum|komité|komite|nævn|repræsentation|ledelse|kreds|netværk|kommission)(?:en|et)?(?:s|\b)`)
	cancelled    = pattern.Of(`(?i)\bmøde(?:t|t den .{3,30})?\s+(?:blev|er|er blevet)?\s*aflyst\b|^aflyst\b`)
	otherMeeting = pattern.Of(`(?i)\b(?:næste|kommende|forrige|sidste|seneste)\s+\p{L}*møde`)
)

// readFront reads all lines before the first item that the agenda has not taken.
func (a *analysis) readFront() {
	f := front{analysis: a, end: len(a.lines)}
	if len(a.starts) > 0 {
		f.end = a.starts[0].line - a.starts[0].lead
	} else {
		f.end = a.withoutItems()
	}
	f.people = peopleReader{analysis: a, texts: map[int]bool{}}
	for i := 0; i < f.end; {
		if a.used[i] {
			f.people.close()
			i++
			continue
		}
		i = f.line(i)
	}
	f.people.close()
	f.readFacts()
	f.readEnd()
	f.settleDates()
	f.settleCancelled()
	f.findCommittee()
	f.rest()
	f.titleOfBody()
	a.peopleInItems(&f.people)
	a.settlePeople(&f.people)
}

// line reads a line, with those that belong to it, and gives the next.
func (f *front) line(i int) int {
	l := &f.lines[i]
	heading, isPeople := peopleHeading(l.text)
	switch {
	case f.callsOff(i):
		f.cancel(i)
		f.keep("status", i)
	case f.people.table(i):
		return f.people.rows(i, f.end)
	case f.people.stacked(i):
		f.people.close()
		return f.people.stack(i, f.end)
	case isPeople:
		f.people.open(heading, i)
	case agendaHeading().MatchString(l.text) && !(typeLine().MatchString(l.text) && i < f.agenda.heading):
		f.people.close()
		f.keep("agenda_heading", i)
	case f.people.opened && f.people.takes(i):
		f.people.add(i)
	case len(valuesOf(l)) > 0:
		f.people.close()
		return f.values(i)
	case typeLine().MatchString(l.text):
		f.people.close()
		f.keep("type", i)
	case !f.title && f.isTitle(l):
		f.people.close()
		return f.readTitle(i)
	case f.sentence(i):
	default:
		f.people.close()
		return f.loose(i)
	}
	return i + 1
}

// values reads the labels of a line, and the lines that go on with the last of them.
func (f *front) values(i int) int {
	l := &f.lines[i]
	list := valuesOf(l)
	next := i + 1
	last := &list[len(list)-1]
	if last.words == "" && i > 0 && bareLabel(l) && bareLabel(&f.lines[i-1]) {
		f.doubt(doubtAt{l.at, Target{Part: InHead, Near: "title"}}, source.DoubtStacked, f.lines[i-1].text, l.text)
		f.keep("label", i)
		return next
	}
	for next < f.end && !f.used[next] && f.valueGoesOn(last, next) {
		last.words = strings.TrimSpace(last.words + " " + f.lines[next].text)
		f.keep("label", i)
		f.keep("label", next)
		next++
		if !f.lines[next-1].follows(&f.lines[next-2]) && !unfinished().MatchString(last.words) {
			break // the value of a label that stands in a line of its own
		}
	}
	for _, v := range list {
		f.found = append(f.found, found{v, i})
	}
	f.keep("label", i)
	return next
}

// bareLabel tells of a label in a line of its own. Two of them below one another are a column whose values
// stand somewhere else.
func bareLabel(l *line) bool {
	if l.cells != nil || !strings.HasSuffix(l.text, ":") {
		return false
	}
	_, words, is := labelled(l.text)
	g, people := peopleHeading(l.text)
	return is && words == "" || people && g.rest == ""
}

// valueGoesOn tells that a line belongs to the label above it.
func (f *front) valueGoesOn(v *value, i int) bool {
	l := &f.lines[i]
	if _, is := peopleHeading(l.text); is || len(valuesOf(l)) > 0 || agendaHeading().MatchString(l.text) || l.cells != nil || l.block.Kind == manuscript.Heading {
		return false
	}
	if l.follows(&f.lines[i-1]) {
		return v.words == "" || unfinished().MatchString(v.words) || len(f.lines[i-1].text) > narrow || !capital(l.text)
	}
	return v.words == "" && v.fact != otherFact && !sentenceLike(l.text)
}

// isTitle tells that a line names the meeting.
func (f *front) isTitle(l *line) bool {
	if l.cells != nil {
		return false
	}
	return meetingTitle().MatchString(l.text) || l.block.Kind == manuscript.Heading && l.block.Level <= 1 && !typeLine().MatchString(l.text) && f.titleHeading(l)
}

// titleHeading tells that no better title stands further below.
func (f *front) titleHeading(l *line) bool {
	for i := 0; i < f.end; i++ {
		if !f.used[i] && meetingTitle().MatchString(f.lines[i].text) {
			return false
		}
	}
	return true
}

// readTitle joins the lines of the title.
func (f *front) readTitle(i int) int {
	f.title = true
	l := &f.lines[i]
	title, next := l.text, i+1
	for next < f.end && f.lines[next].index == l.index && f.titleGoesOn(title, &f.lines[next]) {
		title += " " + f.lines[next].text
		next++
	}
	f.draft.Head.Title = title
	f.addDates(title, i, titleDate)
	for j := i; j < next; j++ {
		f.used[j] = true
	}
	return next
}

// titleGoesOn tells that a line is more of the title, and not the date, the place or a label.
func (f *front) titleGoesOn(title string, l *line) bool {
	if open := datesIn(title); len(open) == 1 && open[0].date.IsZero() && open[0].end == len(title) && yearFirst().MatchString(l.text) {
		return true
	}
	_, people := peopleHeading(l.text)
	return len(valuesOf(l)) == 0 && !people && !sentenceLike(l.text) && !dateFirst().MatchString(l.text) && len(datesIn(title)) == 0 &&
		!strings.HasSuffix(title, ".") && !typeLine().MatchString(l.text) && !(len(title) < narrow && capital(l.text) && !unfinished().MatchString(title))
}

// yearFirst is the rest of a date that the width of the page has parted.
var yearFirst = pattern.Of(`^20\d{2}\b`)

var dateFirst = pattern.Of(`(?i)^(?:(?:man|tirs|ons|tors|fre|lør|søn)dag|den \d|d\. ?\d|\d{1,2}[./-]|kl\.)`)

// loose takes what a line without label says of date, time and place.
func (f *front) loose(i int) int {
	l, next := &f.lines[i], i+1
	if l.cells != nil {
		return next
	}
	text := l.text
	for len(datesIn(text)) > 0 && next < f.end && f.lines[next].follows(&f.lines[next-1]) && len(f.lines[next-1].text) > fullLine && !sentenceLike(f.lines[next-1].text) {
		text += " " + f.lines[next].text
		next++
	}
	if sentenceLike(text) && len(text) > longestTitle {
		return next
	}
	dates, c := len(f.dates), looseDate
	if ofDocument().MatchString(text) {
		c = recordDate
	}
	f.addDates(text, i, c)
	for d := dates; d < len(f.dates); d++ {
		f.dates[d].unsaid = f.dates[d].weekday == "" && !ofMeeting().MatchString(text) && (!f.belowTitle(i) || dateline().MatchString(text))
	}
	if len(f.dates) > dates {
		for j := i; j < next; j++ {
			f.keep("date", j)
		}
		f.placeBelow(next)
	}
	return next
}

var (
	ofDocument = pattern.Of(`(?i)^(?:dokument|notat|brev|udkast|version|rev\.|revision|dateret|sagsnr)|\b(?:udsendt|udarbejdet|udskrevet|dateret|oprettet|godkendt|offentliggjort|publiceret|underskrevet|revideret|ændret|gemt|sendt|trykt|printet|journaliseret|frist|næste møde)\b`)
	dateline   = pattern.Of(`^\p{Lu}[\p{L}. ]+,?\s+(?:den|d\.)\s*\d`) // of a letter: "København, den 8. maj 2024"
	ofMeeting  = pattern.Of(`(?i)møde|afholdt|\bholdt\b`)
)

// belowTitle tells that a line follows the title of the meeting.
func (f *front) belowTitle(i int) bool {
	return f.title && i > 0 && f.used[i-1] && !f.kept[i-1]
}

var (
	placeWords = pattern.Of(`(?i)(?:\b(?:lokale|mødelokale|møderum|sal|teams|skype|zoom|webex|online|virtuelt|videomøde|telefonmøde|hotel|kantinen?|auditorium|auditoriet)\b|\p{L}*(?:salen|huset|gården|centret|lokalet)\b|\p{L}+(?:gade|vej|allé|plads|torv|boulevard)(?:en|et)?\s+\d)`)
	endedAt    = pattern.Of(`(?i)^mødet\s+(?:blev\s+|er\s+)?(?:hævet|sluttede|sluttet|slut|afsluttet|afsluttedes|ophørte)\b`)
)

// placeBelow takes a line that follows the date and names a room or a house for the place.
func (f *front) placeBelow(i int) {
	if i >= f.end || f.draft.Head.Place != "" || f.used[i] {
		return
	}
	l := &f.lines[i]
	_, people := peopleHeading(l.text)
	if l.cells != nil || people || len(valuesOf(l)) > 0 || sentenceLike(l.text) || len(l.text) > narrow*2 || len(datesIn(l.text)) > 0 || !placeWords().MatchString(l.text) {
		return
	}
	f.draft.Head.Place = strings.TrimPrefix(l.text, "i ")
	f.keepUnless([]int{i}, "place", f.draft.Head.Place)
}

// sentence reads a line of prose before the items that tells of the end of the meeting or of who was there.
func (f *front) sentence(i int) bool {
	l := &f.lines[i]
	if l.cells != nil || len(l.text) > 2*longestTitle {
		return false
	}
	if endedAt().MatchString(l.text) {
		if s, ok := timeIn(l.text, true); ok {
			f.draft.Head.End = s.start
			f.keep("date", i)
			return true
		}
	}
	off := wroteOff().FindStringSubmatch(l.text)
	if m := allBut().FindStringSubmatch(l.text); m != nil && titled(firstName(m[1])) || off != nil && titled(firstName(off[1])) {
		f.people.open(group{rest: l.text}, i)
		f.people.close()
		return true
	}
	return false
}

// rest gives every line that nothing has taken its place: text goes before the items, all else is kept.
func (f *front) rest() {
	last := 0
	for i := range f.end {
		if f.used[i] {
			last = i
		}
	}
	r := sectionReader{analysis: f.analysis, item: &Item{}}
	f.doubtNames()
	for i := range f.end {
		l := &f.lines[i]
		switch {
		case f.used[i]:
			r.flush()
		case l.cells != nil && f.anyUsed(l.index):
			r.flush()
			f.keep("sender", i)
		case l.cells != nil, i > last && len(f.draft.Kept) > 0, len(strings.Fields(l.text)) > 9 && sentenceLike(l.text), r.block == l.block:
			r.add(l, l.from)
			f.used[i] = true
		default:
			r.flush()
			f.keep("sender", i)
		}
	}
	r.flush()
	f.draft.Preface = r.section.Blocks
}

// doubtNames tells of names in lines that nothing has taken. One may be the sender's; two are people whose
// list was not understood.
func (f *front) doubtNames() {
	var names []string
	var at manuscript.Place
	for i := range f.end {
		l := &f.lines[i]
		if f.used[i] || l.cells != nil && len(names) == 0 {
			continue
		}
		words, _, _ := strings.Cut(unmarked(l.text), ",")
		if words = nameWords(words); nameLike(words) && len(l.text) < longestTitle {
			if names = append(names, words); len(names) == 1 {
				at = l.at
			}
		}
	}
	if len(names) > 1 {
		f.doubt(doubtAt{at, Target{Part: InParticipants}}, source.DoubtNames, strings.Join(names, ", "))
	}
}

// anyUsed tells that a row of a table has its place already.
func (f *front) anyUsed(index int) bool {
	for i := range f.end {
		if f.lines[i].index == index && f.kept[i] {
			return true
		}
	}
	return false
}

// titleOfBody takes a line that names a body for the title where no line names the meeting.
func (f *front) titleOfBody() {
	if f.title {
		return
	}
	for i := range f.draft.Kept {
		k := &f.draft.Kept[i]
		if k.What == "sender" && bodyName().MatchString(k.Words) && len(k.Words) < longestTitle {
			f.draft.Head.Title = k.Words
			return
		}
	}
	f.doubt(doubtAt{target: Target{Part: InHead, Near: "title"}}, source.DoubtNoTitle)
}
