package main

import (
	"fmt"
	"strconv"
	"time"
)

// invent makes a corpus of n meetings.
func invent(n int) *corpus {
	return &corpus{
		committees: committees,
		groups:     inventGroups(),
		months:     inventMonths(),
		size:       n,
		meeting:    func(i int) (meeting, error) { return inventMeeting(i), nil },
		place:      func(slug string) string { return slug }, // an invented slug is the place itself
	}
}

// slot is when and by whom a meeting is held.
type slot struct {
	body body
	day  time.Time
	lap  int // how many meetings the committee has held on the day, this one included
}

// slotOf deals the committees out in turn, and to each the weekdays in leaps
// that leave them evenly spread wherever the corpus ends: the leap is the
// golden section of their number, and has no divisor in common with it.
func slotOf(i int) slot {
	const days, leap = 5 * 52 * years, 1607
	c, turn := i%len(committees), i/len(committees)
	k := (turn*leap + c*days/len(committees)) % days
	monday := time.Date(firstYear, 1, 4, 0, 0, 0, 0, time.UTC)
	return slot{committees[c], monday.AddDate(0, 0, k/5*7+k%5), turn/days + 1}
}

// place is also the slug of an invented meeting.
func (s slot) place() string {
	place := s.body.Slug + "/" + s.day.Format(time.DateOnly)
	if s.lap > 1 {
		place += "-" + strconv.Itoa(s.lap)
	}
	return place
}

// inventMeeting makes meeting i, which is the same in every corpus that has it.
func inventMeeting(i int) meeting {
	a, s := newAuthor(aMeeting, i), slotOf(i)
	m := meeting{
		Slug: s.place(), Body: s.body, Date: s.day.Format(time.DateOnly),
		Title:  fmt.Sprintf("Syntetisk møde nr. %d i %s", i+1, s.body.Name),
		Place:  pick(a, venues),
		CaseNo: strconv.Itoa(9000000 + i), DocNo: strconv.Itoa(9500000 + i),
		Participants: a.participants(),
	}
	hour := 9 + a.IntN(6)
	m.Time = fmt.Sprintf("%02d:00-%02d:30", hour, hour+1)
	m.Chair = m.Participants[0].Name
	m.Secretary = m.Participants[len(m.Participants)-1].Name
	m.Agenda = a.agenda(i, m.Chair, m.Participants)
	return m
}

// participants are 12 to 18 persons with different names, the chair first and
// the secretary last; these two are there.
func (a *author) participants() []participant {
	list := make([]participant, 12+a.IntN(7))
	for i, k := range a.Perm(len(givenNames) * len(familyNames))[:len(list)] {
		p := &list[i]
		p.Name = givenNames[k%len(givenNames)] + " " + familyNames[k/len(givenNames)]
		switch {
		case i == 0:
			p.Role, p.Organisation, p.Chair = "direktør", pick(a, organisations), true
		case i >= len(list)-2:
			p.Role, p.Organisation, p.Staff = "sekretær", "Syntetisk myndighed", true
		default:
			p.Role, p.NominatedBy, p.Specialty = pick(a, roles), pick(a, nominators), pick(a, specialties)
			p.Absent = a.IntN(4) == 0
		}
	}
	return list
}

// agenda is 5 to 8 items: a welcome, cases, and the next meeting.
func (a *author) agenda(i int, chair string, people []participant) []item {
	items := make([]item, 5+a.IntN(4))
	withTable := 1 + a.IntN(len(items)-2)
	for n := range items {
		it := &items[n]
		it.No, it.Minutes = n+1, 5*(1+a.IntN(6))
		switch n {
		case 0:
			it.Title, it.Speaker = "Velkommen og godkendelse af dagsorden", chair
			it.Sections = []section{{"Referat", []block{paragraph("Formanden bød velkommen, og dagsordenen blev godkendt.")}}}
		case len(items) - 1:
			it.Title, it.Speaker = "Næste møde og evt.", chair
			it.Sections = []section{{"Referat", []block{paragraph(a.text(recordPatterns, 3))}}}
		default:
			it.Title, it.Kind, it.Speaker = a.fill(pick(a, titlePatterns)), pick(a, []string{"O", "D", "B"}), a.present(people)
			it.Sections = a.caseSections(i, it, n == withTable)
		}
	}
	return items
}

func (a *author) present(people []participant) string {
	for {
		if p := pick(a, people); !p.Absent {
			return p.Name
		}
	}
}

// caseSections is the text of a case of meeting i.
func (a *author) caseSections(i int, it *item, withTable bool) []section {
	proposal := []block{paragraph(a.say(proposalPatterns))}
	record := a.record(i)
	if it.Kind == "B" {
		a.mentioned = nil
		record = append(record, block{Para: []span{{Text: a.say(decisionPatterns)}}, Decision: true})
		it.Concerns = a.mentioned
	}
	problem := []block{paragraph(a.text(problemPatterns, 3+a.IntN(4)))}
	background := []block{paragraph(a.text(backgroundPatterns, 3+a.IntN(4))), paragraph(a.text(backgroundPatterns, 3))}
	if withTable {
		background = append(background, a.figures())
	}
	solution := []block{paragraph(a.text(solutionPatterns, 3+a.IntN(4)))}
	return []section{{"Indstilling", proposal}, {"Referat", record}, {"Problemstilling", problem}, {"Baggrund", background}, {"Løsning", solution}}
}

// record is what was said, now and then with a list or a link to a meeting before.
func (a *author) record(i int) []block {
	var blocks []block
	for range 2 + a.IntN(2) {
		blocks = append(blocks, paragraph(a.text(recordPatterns, 2+a.IntN(4))))
	}
	if a.IntN(2) == 0 {
		blocks = append(blocks, paragraph("Udvalget havde følgende bemærkninger:"))
		var list [][]span
		for range 3 + a.IntN(4) {
			list = append(list, []span{{Text: a.say(entryPatterns)}})
		}
		blocks = append(blocks, block{List: list})
	}
	if before, ok := a.before(i); ok && a.IntN(2) == 0 {
		point := 1 + a.IntN(4) // every meeting has five items
		words := fmt.Sprintf("referatet fra %s, pkt. %d", dayWords(before.day), point)
		blocks = append(blocks, block{Para: []span{{Text: a.say(backgroundPatterns) + " Se "},
			{Text: words, Meeting: before.place(), Anchor: "punkt-" + strconv.Itoa(point)}, {Text: "."}}})
	}
	return blocks
}

// before finds a meeting that was held before meeting i and stands before it
// in the corpus, so that the link leads somewhere however small the corpus is.
func (a *author) before(i int) (slot, bool) {
	for range min(i, 8) {
		if s := slotOf(a.IntN(i)); s.day.Before(slotOf(i).day) {
			return s, true
		}
	}
	return slot{}, false
}

// figures is a table with a row for each of some groups.
func (a *author) figures() block {
	rows := [][]string{{"Patientgruppe", "Periode", "Statusrapport", "Prøver"}}
	for _, k := range a.Perm(len(groupNames))[:4+a.IntN(5)] {
		rows = append(rows, []string{groupNames[k].Name, "Medio " + pick(a, monthNames), capital(a.word("måned")), a.word("tal")})
	}
	return block{Table: rows}
}

func paragraph(text string) block { return block{Para: []span{{Text: text}}} }

func dayWords(day time.Time) string {
	return fmt.Sprintf("%d. %s", day.Day(), monthWords(day.Format("2006-01")))
}
