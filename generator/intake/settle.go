package intake

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"referat/generator/content"
	"referat/generator/intake/manuscript"
	"referat/generator/intake/pattern"
	"referat/generator/source"
)

// settlePeople makes participants of all who were named, each once.
func (a *analysis) settlePeople(p *peopleReader) {
	p.nameInitials()
	places := map[string]int{}
	var members []bool
	for i := range p.list {
		one := &p.list[i]
		at := a.lines[one.line].at
		if one.Chair {
			a.chairNamed(one, doubtAt{at, Target{Part: InHead, Near: "chair"}})
		}
		if one.secretary && a.draft.Head.Secretary == "" {
			a.draft.Head.Secretary = one.Name
		}
		index, twice := places[folded(one.Name)]
		if short := a.shorter(one.Name); !twice && short >= 0 {
			index = short
			a.sameByFirstName(index, one, p)
			continue
		}
		if !twice {
			index = len(a.draft.Participants)
			places[folded(one.Name)] = index
			a.draft.Participants = append(a.draft.Participants, one.Person)
			members = append(members, one.member)
		} else {
			a.merge(index, one, members[index] || one.initials)
			a.keepMention(one, p)
		}
		target := doubtAt{at, Target{Part: InParticipants, Index: index}}
		for _, u := range one.unclear {
			a.doubt(target, u.code, cmp.Or(u.name, one.Name), u.arg)
		}
		if one.Note != "" && partly().MatchString(one.Note) {
			a.doubt(target, source.DoubtPartly, one.Name, one.Note)
		}
	}
	a.doubtRoles(p)
	a.doubtAbsent(p)
	if len(a.draft.Participants) == 0 {
		a.doubt(doubtAt{target: Target{Part: InParticipants}}, source.DoubtNoPeople)
	}
}

var partly = pattern.Of(`(?i)\b(?:kl\.|pkt|punkt|forlod|ankom|gik|kom)\b|^(?:fra|til|indtil|afbud|suppleant|stedfortræder|i stedet)\b`)

// nameInitials gives initials among those absent the name of the only one who has them: "Afbud: JH". Where several have
// them, or nobody, they stay as they are, and are doubted beside names that are whole.
func (p *peopleReader) nameInitials() {
	for i := range p.list {
		one := &p.list[i]
		if !one.Absent || !shortCode().MatchString(one.Name) {
			continue
		}
		names, whole := map[string]bool{}, false
		name := ""
		for _, other := range p.list {
			whole = whole || nameLike(other.Name)
			if nameLike(other.Name) && initials(other.Name) == one.Name {
				name = other.Name
				names[folded(name)] = true
			}
		}
		if len(names) == 1 {
			one.unclear = append(one.unclear, unclear{code: source.DoubtInitials, arg: one.Name})
			one.Name, one.initials = name, true
			if !p.texts[one.line] {
				p.keep("participants", one.line)
			}
		} else if whole {
			one.unclear = append(one.unclear, unclear{code: source.DoubtName})
		}
	}
}

// shorter is the participant whose name begins with the name, or the other way round: "Ida Marie" of "Ida Marie Holm";
// -1 of none, or of more than one.
func (a *analysis) shorter(name string) int {
	found := -1
	for i := range a.draft.Participants {
		if had := a.draft.Participants[i].Name; strings.HasPrefix(had, name+" ") || strings.HasPrefix(name, had+" ") {
			if found >= 0 {
				return -1
			}
			found = i
		}
	}
	return found
}

// sameByFirstName takes a mention by first names, or the whole name behind one, for the participant who is named
// already. Whether they are one person is a doubt.
func (a *analysis) sameByFirstName(index int, one *attendee, p *peopleReader) {
	q := &a.draft.Participants[index]
	at := doubtAt{a.lines[one.line].at, Target{Part: InParticipants, Index: index}}
	a.doubt(at, source.DoubtFirstName, q.Name, one.Name)
	if len(one.Name) > len(q.Name) {
		q.Name = one.Name
	}
	a.merge(index, one, true)
	a.keepMention(one, p)
}

// keepMention puts the words of a further mention aside, whose person is named already.
func (a *analysis) keepMention(one *attendee, p *peopleReader) {
	if p.texts[one.line] {
		return
	}
	for _, line := range append([]int{one.line}, one.below...) {
		a.keep("participants", line)
	}
}

// chairNamed compares a "(formand)" with the chair of the head.
func (a *analysis) chairNamed(one *attendee, at doubtAt) {
	switch chair := a.draft.Head.Chair; {
	case chair == "":
		a.draft.Head.Chair = one.Name
	case folded(chair) != folded(one.Name):
		a.doubt(at, source.DoubtChair, chair, one.Name)
	}
}

// merge adds a second mention of a participant to the first. Who stands among those present and among
// those absent is taken to be absent, since lists of those present are often of all members.
func (a *analysis) merge(index int, one *attendee, member bool) {
	p := &a.draft.Participants[index]
	at := doubtAt{a.lines[one.line].at, Target{Part: InParticipants, Index: index}}
	if p.Absent != one.Absent {
		if !member {
			a.doubt(at, source.DoubtBothLists, p.Name)
		}
		p.Absent = true
	} else if !p.Absent {
		a.doubt(at, source.DoubtListedTwice, p.Name)
	}
	setOnce(&p.Role, one.Role)
	setOnce(&p.Organisation, one.Organisation)
	setOnce(&p.NominatedBy, one.NominatedBy)
	setOnce(&p.Specialty, one.Specialty)
	setOnce(&p.Note, one.Note)
	p.Chair = p.Chair || one.Chair
	p.Staff = p.Staff || one.Staff
}

// doubtRoles tells of people without role where most others have one.
func (a *analysis) doubtRoles(p *peopleReader) {
	var without []int
	total := len(a.draft.Participants)
	for i := range a.draft.Participants {
		q := &a.draft.Participants[i]
		if !q.Staff && q.Role == "" && q.Organisation == "" && q.NominatedBy == "" && q.Specialty == "" {
			without = append(without, i)
		}
	}
	if total-len(without) < 3 || len(without)*3 > total {
		return
	}
	for _, i := range without {
		a.doubt(doubtAt{a.personPlace(p, i), Target{Part: InParticipants, Index: i}}, source.DoubtRole, a.draft.Participants[i].Name)
	}
}

// doubtAbsent tells of attendance that is unlikely: who led the meeting or wrote the minutes was not there, or
// more were absent than present, as where two columns were read as one list.
func (a *analysis) doubtAbsent(p *peopleReader) {
	var absent []string
	first := -1
	for i := range a.draft.Participants {
		q := &a.draft.Participants[i]
		if !q.Absent {
			continue
		}
		if absent = append(absent, q.Name); first < 0 {
			first = i
		}
		if q.Name == a.draft.Head.Chair || q.Name == a.draft.Head.Secretary {
			a.doubt(doubtAt{a.personPlace(p, i), Target{Part: InParticipants, Index: i}}, source.DoubtLeads, q.Name)
		}
	}
	if len(absent) > 1 && 2*len(absent) > len(a.draft.Participants) {
		a.doubt(doubtAt{a.personPlace(p, first), Target{Part: InParticipants, Index: first}}, source.DoubtMostAbsent, strings.Join(absent, ", "))
	}
}

func (a *analysis) personPlace(p *peopleReader, index int) (at manuscript.Place) {
	for i := range p.list {
		if folded(p.list[i].Name) == folded(a.draft.Participants[index].Name) {
			return a.lines[p.list[i].line].at
		}
	}
	return at
}

// peopleInItems reads attendance that stands inside the first item, or in an item of its own. The
// words stay there.
func (a *analysis) peopleInItems(p *peopleReader) {
	for s := range a.starts {
		begin := &a.starts[s]
		end := len(a.lines)
		if s+1 < len(a.starts) {
			end = a.starts[s+1].line
		}
		g, whole := peopleHeading(a.bareTitle(begin.title))
		if s > 0 && !whole {
			continue
		}
		inside := peopleReader{analysis: a, inText: true}
		if whole && g.rest == "" {
			inside.open(g, begin.line)
		}
		for i := begin.line + begin.count; i < end; i++ {
			l := &a.lines[i]
			if g, is := peopleHeading(l.text); is && (g.rest != "" || strings.HasSuffix(l.text, ":") || l.alone()) && l.cells == nil {
				inside.open(g, i)
			} else if values := valuesOf(l); len(values) > 0 && values[0].fact == chairFact && l.cells == nil && strings.Contains(l.text, ":") && a.draft.Head.Chair == "" {
				inside.close()
				a.draft.Head.Chair = personName(values[0].words)
			} else if inside.opened && inside.takes(i) {
				inside.add(i)
			} else {
				inside.close()
			}
		}
		inside.close()
		if len(inside.list) > 0 {
			p.list = append(p.list, inside.list...)
			for _, one := range inside.list {
				p.texts[one.line] = true
			}
			a.doubt(doubtAt{a.lines[begin.line].at, Target{Part: InItem, Index: s}}, source.DoubtInText, a.starts[s].heading)
		}
	}
}

var (
	spoke     = `\s+(?:oplyste|sagde|orienterede|gav|bemærkede|fremlagde|bød|takkede|spurgte|foreslog|præsenterede|nævnte|fortalte|redegjorde|indledte|understregede|supplerede|rundede|fremhævede|pegede|opfordrede|konstaterede|anførte|tilføjede|besvarede|gennemgik)\b`
	attending = pattern.Of(`(?i)\b(?:deltog ikke|forhindret i at deltage|mødte kl|forlod lokalet|forlod mødet|trådte ind|ankom|gik kl|kom kl|inhabil\w*|deltog (?:kun |ikke )?(?:i|under|ved) (?:behandling|punkt|pkt)|deltog fra|deltog til)\b`)
)

// comparePeople looks in the text for what contradicts or adds to the attendance.
func (a *analysis) comparePeople() {
	for i := range a.draft.Participants {
		p := &a.draft.Participants[i]
		if p.Absent && nameLike(p.Name) {
			a.spoken(i, regexp.MustCompile(`(?:^|[\s,.(])`+regexp.QuoteMeta(p.Name)+spoke))
		}
	}
	for i := range a.draft.Items {
		for s := range a.draft.Items[i].Sections {
			for b := range a.draft.Items[i].Sections[s].Blocks {
				block := &a.draft.Items[i].Sections[s].Blocks[b]
				text := spaced(block.Words())
				for _, sentence := range sentencesOf(text) {
					g, list := peopleHeading(sentence)
					if attending().MatchString(sentence) || list && g.absent && g.rest != "" {
						if a.tellsMore(sentence, list) {
							a.doubt(doubtAt{block.At, Target{Part: InSection, Index: i, Section: s, Near: sentence}}, source.DoubtAttendance, sentence)
						}
					} else if list && !g.absent {
						a.doubtUnlisted(g, doubtAt{block.At, Target{Part: InSection, Index: i, Section: s, Near: sentence}})
					}
				}
			}
		}
	}
}

// doubtUnlisted tells of people whom a sentence calls participants and the list does not have.
func (a *analysis) doubtUnlisted(g group, at doubtAt) {
	for _, one := range mentions(strings.TrimSuffix(g.rest, "."), false) {
		name := readPerson(one.words, g).Name
		if titled(name) && !slices.ContainsFunc(a.draft.Participants, func(p content.Person) bool { return folded(p.Name) == folded(name) }) {
			a.doubt(at, source.DoubtUnlisted, name)
		}
	}
}

// tellsMore tells that a sentence on attendance says something of a participant that is not known yet.
func (a *analysis) tellsMore(sentence string, list bool) bool {
	named, known := 0, 0
	for i := range a.draft.Participants {
		p := &a.draft.Participants[i]
		first, _, _ := strings.Cut(p.Name, " ")
		if strings.Contains(sentence, p.Name) || strings.Contains(sentence, first+" ") {
			named++
			if p.Absent {
				known++
			}
		}
	}
	return named > known || list && named == 0
}

// spoken doubts that somebody was absent who speaks in the text.
func (a *analysis) spoken(person int, pattern *regexp.Regexp) {
	for i := range a.draft.Items {
		for _, section := range a.draft.Items[i].Sections {
			for b := range section.Blocks {
				text := section.Blocks[b].Words()
				if !strings.Contains(text, a.draft.Participants[person].Name[:strings.IndexByte(a.draft.Participants[person].Name, ' ')]) {
					continue
				}
				text = spaced(text)
				if m := pattern.FindString(text); m != "" {
					a.doubt(doubtAt{section.Blocks[b].At, Target{Part: InParticipants, Index: person}}, source.DoubtSpeaks, a.draft.Participants[person].Name, strings.TrimSpace(m))
					return
				}
			}
		}
	}
}
