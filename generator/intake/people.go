package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"referat/generator/content"
	"referat/generator/intake/manuscript"
	"referat/generator/intake/pattern"
	"referat/generator/source"
)

// group is a list of people under one heading.
type group struct {
	absent, staff bool
	organisation  string
	members       bool // all who might have come, of whom those absent are named again elsewhere
	from          bool // headed "Fra …": the organisation's own people where the document is its
	note          string
	rest          string // people behind the heading's colon
}

var (
	presentHeading = pattern.Of(`(?i)^(?:(?:øvrige\s+)?deltagere?|deltagerliste|mødedeltagere|deltagende|deltog|til\s?stede(?:værende)?|medlemmer|fremmødte|fremmøde|mødt|mødte|gæster|gæst|observatører|observatør|(?:endvidere|desuden|herudover|derudover|øvrige)\s+(?:deltog|til\s?stede|deltagere)|inviterede|faste deltagere|suppleanter)(?:\s+(?:i mødet|på mødet|var|medlemmer|fra [^:;]{2,50}|som [^:;]{2,50}))?\s*(?:\(([^()]*)\))?\s*(?:[:;]\s*(.*))?$`)
	absentHeading  = pattern.Of(`(?i)^(?:afbud(?:\s+fra)?|fravær(?:ende)?(?:\s+(?:med|uden) afbud|\s+medlemmer)?|ikke\s+til\s?stede|meldt afbud|havde meldt afbud|forfald|deltog ikke|ikke mødt|ikke deltagende)\s*(?:\(([^()]*)\))?\s*(?:[:;]\s*(.*))?$`)
	staffHeading   = pattern.Of(`(?i)^(?:(?:deltagere\s+)?fra (?:sekretariatet|administrationen|forvaltningen)|sekretariat(?:et)?|administrationen|forvaltningen|sekretariatsdeltagere|fra sekretariatet deltog)\s*(?:\(([^()]*)\))?\s*(?:[:;]\s*(.*))?$`)
	fromHeading    = pattern.Of(`^Fra (\p{Lu}[^:;]{1,70}?)(?:\s+deltog)?\s*[:;]\s*(.*)$`)
	bodyHeading    = pattern.Of(`^Fra (\p{L}[^:;]{1,70}?) deltog\s*(?:[:;]\s*(.*))?$`)
	absentNames    = pattern.Of(`^(?i:afbud fra|afbud|fraværende)\s+(\p{Lu}.*)$`)
	substitute     = pattern.Of(`^For (.{4,60}?) deltog (?:stedfortræder|suppleant|suppleanten|som (?:stedfortræder|suppleant)) (.{4,60}?)\.?$`)
	otherPresent   = pattern.Of(`(?i)^(?:\p{L}+\s+){1,4}(?:til\s?stede|mødt|deltog|deltagere|til\s?stedeværende)\s*:\s*(.*)$`)
	nobody         = pattern.Of(`(?i)^(?:ingen(?: afbud)?|alle(?: var (?:til\s?stede|mødt))?|-|–|intet|n/a)\.?$`)
	allBut         = pattern.Of(`(?i)\b(?:undtagen|bortset fra|på nær|med undtagelse af|der var afbud fra)\s+(.+?)(?:,?\s+(?:der|som)\s+(?:havde|var)\s.*)?\.?$`)
	wroteOff       = pattern.Of(`^(.{4,80}?)\s+(?:havde|har)\s+(?:meldt|sendt)\s+afbud\.?$`)
)

var membersHeading = pattern.Of(`(?i)^(?:faste )?medlemmer\s*(?:[:;(]|$)`)

// peopleHeading tells of a heading of a list of people, and what it says of them.
func peopleHeading(text string) (group, bool) {
	if utf8.RuneCountInString(text) > 1500 {
		return group{}, false
	}
	if m := absentHeading().FindStringSubmatch(text); m != nil {
		return group{absent: true, rest: m[2]}, true
	}
	if m := staffHeading().FindStringSubmatch(text); m != nil {
		return group{staff: true, rest: m[2]}, true
	}
	if m := fromHeading().FindStringSubmatch(text); m != nil {
		return group{organisation: m[1], from: true, rest: m[2]}, true
	}
	if m := bodyHeading().FindStringSubmatch(text); m != nil {
		g := group{rest: m[2]}
		if capital(m[1]) {
			g.organisation = m[1]
		}
		return g, true
	}
	if m := absentNames().FindStringSubmatch(text); m != nil && titled(firstName(m[1])) {
		return group{absent: true, rest: m[1]}, true
	}
	if m := otherPresent().FindStringSubmatch(text); m != nil {
		return group{rest: m[1]}, true
	}
	if m := presentHeading().FindStringSubmatch(text); m != nil {
		return group{note: m[1], rest: m[2], members: membersHeading().MatchString(text)}, true
	}
	return group{}, false
}

// peopleReader gathers lists of people.
type peopleReader struct {
	*analysis
	opened bool
	group  group
	lines  []int
	list   []attendee
	inText bool         // the lines are text of an item and stay there
	texts  map[int]bool // lines of people that are such text

	resumed bool // the list goes on below a table
	awaited bool // the row read last is a heading with no people behind it
}

// attendee is a participant with the line that names them.
type attendee struct {
	content.Person
	line      int
	below     []int // lines that the words go on in
	member    bool  // of a list of all members
	behind    bool  // the words read last were of the organisation, so that more of it may follow
	secretary bool
	initials  bool // the document has no more of the name
	unclear   []unclear
}

func (p *peopleReader) open(g group, line int) {
	inherits := p.opened && g.organisation != "" && !g.absent && p.group.absent
	p.close()
	g.absent = g.absent || inherits
	g.staff = g.staff || g.from && p.isSender(g.organisation)
	p.opened, p.resumed, p.group, p.lines = true, false, g, nil
	if g.rest == "" {
		p.put("label", line)
		return
	}
	p.lines = append(p.lines, line)
}

// isSender tells that an organisation is the one the document comes from, so that the list under its
// name are its own people: it stands by itself at the head of the document or of every page, or is the
// unit of the record, also by its initials.
func (p *peopleReader) isSender(organisation string) bool {
	end := len(p.analysis.lines)
	if len(p.starts) > 0 {
		end = p.starts[0].line
	}
	for i := range end {
		l := &p.analysis.lines[i]
		if strings.EqualFold(l.text, organisation) {
			return true
		}
		for _, v := range valuesOf(l) {
			if v.fact == unitFact && (folded(v.words) == folded(organisation) || v.words == initials(organisation)) {
				return true
			}
		}
	}
	return slices.ContainsFunc(p.aside, func(words string) bool { return folded(words) == folded(organisation) })
}

// initials are the first letters of a name's words: "NGC" of "Nationalt Genom Center".
func initials(name string) string {
	var s strings.Builder
	for _, w := range strings.Fields(name) {
		r, _ := utf8.DecodeRuneInString(w)
		s.WriteRune(unicode.ToUpper(r))
	}
	return s.String()
}

// put keeps a line that is not text.
func (p *peopleReader) put(what string, line int) {
	if !p.inText {
		p.keep(what, line)
	}
}

// takes tells that a line belongs to the list in progress.
func (p *peopleReader) takes(i int) bool {
	l := &p.analysis.lines[i]
	if l.cells != nil || isColumns(l) || l.block.Kind == manuscript.Heading || agendaHeading().MatchString(l.text) || typeLine().MatchString(l.text) || meetingTitle().MatchString(l.text) || p.sectionName(l) != "" {
		return false
	}
	if f, words, is := labelled(l.text); is && strings.Contains(l.text, ":") {
		return len(p.lines) == 0 && !p.resumed && words != "" && (f == chairFact || f == secretaryFact) // "Deltagere" and then "Formand: …"
	}
	if n := len(p.lines); n > 0 && p.lines[n-1] == i-1 && (l.below(&p.analysis.lines[i-1]) || p.breaksName(&p.analysis.lines[i-1])) {
		return true
	}
	if strings.HasSuffix(l.text, ":") && utf8.RuneCountInString(l.text) < 60 {
		return true
	}
	if substitute().MatchString(l.text) || len(p.lines) == 0 && (nobody().MatchString(l.text) || allBut().MatchString(l.text) || wroteOff().MatchString(l.text)) {
		return true
	}
	return p.namesSomebody(l.text) || p.belowName(i)
}

// belowName tells that a line is a title, or an organisation, that stands below a name alone, as the cells of a table
// do in text taken from a page.
func (p *peopleReader) belowName(i int) bool {
	n := len(p.lines)
	return n > 0 && p.lines[n-1] == i-1 && nameLike(p.analysis.lines[i-1].text) && ofPerson(p.analysis.lines[i].text)
}

// ofPerson tells of words that say who a person is.
func ofPerson(text string) bool {
	first, _, _ := strings.Cut(text, ",")
	fields := strings.Fields(first)
	return len(text) < narrow && (len(fields) == 1 && isRole(first) || len(fields) > 0 && !sentenceLike(text) && slices.ContainsFunc(fields, isOrganisation))
}

// namesSomebody tells that a text begins with a person, as far as can be seen.
func (p *peopleReader) namesSomebody(text string) bool {
	list := mentions(unmarked(text), false)
	if len(list) == 0 {
		return false
	}
	part := list[0].words
	if nameLike(readPerson(part, group{}).Name) && utf8.RuneCountInString(part) < longestTitle {
		return true
	}
	return allBut().MatchString(text) && len(text) < 2*longestTitle || boxPattern().MatchString(text)
}

func (p *peopleReader) add(i int) {
	l := &p.analysis.lines[i]
	if g, is := organisationHeading(l); is && !nameLike(strings.TrimSuffix(l.text, ":")) {
		g.absent, g.staff = p.group.absent, p.group.staff
		p.open(g, i)
		return
	}
	p.lines = append(p.lines, i)
}

// organisationHeading is a line inside a list that names whose people follow: "Region Sjælland:".
func organisationHeading(l *line) (group, bool) {
	if !strings.HasSuffix(l.text, ":") || !l.first && !l.block.Wrapped {
		return group{}, false
	}
	return group{organisation: strings.TrimSuffix(l.text, ":")}, true
}

// read takes a line of people apart.
func (p *peopleReader) read(text string, lines []int) {
	g, at := p.group, doubtAt{p.analysis.lines[lines[0]].at, Target{Part: InParticipants}}
	whole := p.textOf(lines)
	if nobody().MatchString(text) {
		p.put("participants", lines[0])
		return
	}
	if onlyCounted().MatchString(text) {
		p.doubt(at, source.DoubtOthers, whole)
		p.put("participants", lines[0])
		return
	}
	if m := allBut().FindStringSubmatch(text); m != nil && (!strings.HasPrefix(strings.ToLower(text), "afbud fra") || p.group.rest == "") && !boxPattern().MatchString(text) {
		p.doubt(at, source.DoubtOthers, whole)
		text, g.absent = m[1], true
	} else if m := wroteOff().FindStringSubmatch(text); m != nil {
		text, g.absent = m[1], true
	}
	var parts []string
	for _, one := range p.sayings(text, g) {
		one.line = p.naming(lines, one.Name)
		one.below = lines[slices.Index(lines, one.line)+1:]
		if one.Name == "" {
			continue
		}
		p.list = append(p.list, one)
		parts = append(parts, one.Name, one.Role, one.Organisation, one.NominatedBy, one.Specialty, one.Note)
	}
	if !p.inText {
		p.keepUnless(lines, "participants", parts...)
	}
}

// naming is the line of several where a name stands, or begins.
func (p *peopleReader) naming(lines []int, name string) int {
	at := strings.Index(p.textOf(lines), name)
	for _, i := range lines {
		if at -= len(p.analysis.lines[i].text) + 1; at < 0 {
			return i
		}
	}
	return lines[0]
}

// sayings reads the people of a text, sentence by sentence where it is prose.
func (p *peopleReader) sayings(text string, g group) []attendee {
	var list []attendee
	for _, sentence := range sentencesOf(text) {
		if m := substitute().FindStringSubmatch(sentence); m != nil {
			missing, instead := readPerson(m[1], group{absent: true}), readPerson(m[2], group{})
			instead.addNote(strings.TrimRight(strings.TrimSuffix(strings.TrimSuffix(sentence, "."), m[2]), " "))
			list = append(list, missing, instead)
			continue
		}
		if m := tookPart().FindStringSubmatch(sentence); m != nil && titled(m[1]) {
			one := readPerson(m[1], g)
			one.addNote(strings.TrimSuffix(m[2], "."))
			list = append(list, one)
			continue
		}
		if m := alsoThere().FindStringSubmatch(sentence); m != nil && titled(nameWords(firstName(m[2]))) {
			also := group{staff: staffHeading().MatchString(m[1])}
			list = append(list, peopleIn(strings.TrimSuffix(m[2], "."), also, true)...)
			continue
		}
		if wholeBody().MatchString(sentence) {
			p.doubt(doubtAt{p.analysis.lines[p.lines[0]].at, Target{Part: InParticipants}}, source.DoubtOthers, sentence)
			continue
		}
		list = append(list, peopleIn(unmarked(sentence), g, len(p.lines) == 1)...)
	}
	return list
}

// peopleIn reads the people of a line; whole tells that it is all of a list.
func peopleIn(text string, g group, whole bool) []attendee {
	role := ""
	if left, right, found := strings.Cut(text, ": "); found && !strings.ContainsAny(left, ",;(") && len(mentions(right, true)) > 1 {
		switch {
		case chairWord().MatchString(left), secretaryWord().MatchString(left):
		case isRole(left):
			role = left
		case g.organisation == "":
			g.organisation = left
		}
		text, whole = right, true
	}
	var list []attendee
	for _, m := range mentions(text, whole) {
		one := readPerson(m.words, g)
		setOnce(&one.Role, role)
		one.unclear = append(one.unclear, m.unclear...)
		list = append(list, one)
	}
	return list
}

// onlyCounted tells of people who are counted and not named: "Afbud: 3".
var onlyCounted = pattern.Of(`(?i)^(?:i alt\s+|ca\.\s+)?(?:\d+|en|to|tre|fire|fem|seks|syv|otte|ni|ti)(?:\s+(?:personer|medlemmer|deltagere|gæster|borgere|tilhørere|fremmødte|afbud))?\.?$`)

// alsoThere is a sentence that names others: "Fra forvaltningen deltog Lotte Holm".
var alsoThere = pattern.Of(`^((?:[Ff]ra|[Ee]ndvidere|[Dd]esuden|[Hh]erudover|[Dd]erudover)\b[^,:;]{0,60}?)\s*\bdeltog\s+(\S.*)$`)

// wholeBody tells of members that a sentence counts but does not name.
var wholeBody = pattern.Of(`(?i)\b(?:øvrige|alle|samtlige|\d+)\b.*\b(?:medlemmer|deltagere|var til\s?stede|var mødt)\b`)

var tookPart = pattern.Of(`^(.{4,80}?)\s+((?:deltog|var til stede|mødte|forlod|ankom)\s.*)$`)

// table tells that a line is the first of a table of people.
func (p *peopleReader) table(i int) bool {
	l := &p.analysis.lines[i]
	if l.cells == nil {
		return false
	}
	return peopleColumns(l.cells) != nil || headingCells(l.cells) || p.opened && titled(withoutBrackets(firstName(unmarked(spaced(l.cells[0])))))
}

// headingCells tells of a row whose first cell heads a list of people: "Deltagere | …".
func headingCells(cells []string) bool {
	_, is := peopleHeading(spaced(cells[0]))
	return is
}
