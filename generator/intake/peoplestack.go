package intake

import (
	"strings"

	"referat/generator/source"
)

// This file reads a table of people whose cells stand one below the other, as some programs take text from a
// page: "Navn", "Organisation", "Deltog", and then the cells of each row. Cells without words are
// not there, so that what a tick stands for cannot always be told.

// stacked tells that a line is the first cell of the head of such a table.
func (p *peopleReader) stacked(i int) bool {
	lines := p.analysis.lines
	return p.columnName(i) == "navn" && i+1 < len(lines) && (p.columnName(i+1) != "" || nameLike(lines[i+1].text))
}

// columnName is what a line calls a column of people; "navn" of the column of names.
func (p *peopleReader) columnName(i int) string {
	l := &p.analysis.lines[i]
	if l.cells != nil {
		return ""
	}
	switch key := folded(l.text); key {
	case "navn", "deltager", "medlem":
		return "navn"
	default:
		if peopleColumn[key] == nil {
			return ""
		}
		return key
	}
}

// stack reads the cells and gives the line behind them.
func (p *peopleReader) stack(i, end int) int {
	head, people, unsure := columns{-1, -1, -1, -1, -1, -1, -1, -1}, []attendee(nil), false
	for ; i < end && !p.analysis.used[i]; i++ {
		l := &p.analysis.lines[i]
		words, lines := p.stackedName(i)
		switch key := p.columnName(i); {
		case key != "" && !(len(people) > 0 && p.saysAbsent(i)):
			peopleColumn[key](&head, i)
			unsure = unsure || len(people) > 0
			p.put("label", i)
		case p.endsStack(l):
			p.finishStack(people, &head, unsure)
			return i
		case titled(nameWords(firstName(words))):
			one := readPerson(words, p.group)
			one.line = i
			one.below = lines[1:]
			i = lines[len(lines)-1]
			people = append(people, one)
			p.keepUnless(lines, "participants", one.Name, one.Role, one.Organisation, one.NominatedBy, one.Specialty, one.Note)
		case len(people) == 0:
			return i
		default:
			p.stackedCell(&people[len(people)-1], words, &head)
			p.put("participants", i)
		}
	}
	p.finishStack(people, &head, unsure)
	return i
}

// stackedName is the words of a cell: those of its line, and of the one below where only both are a name.
func (p *peopleReader) stackedName(i int) (string, []int) {
	l, words := &p.analysis.lines[i], unmarked(p.analysis.lines[i].text)
	if i+1 < len(p.analysis.lines) && !titled(nameWords(firstName(words))) {
		next := &p.analysis.lines[i+1]
		if whole := words + " " + next.text; next.below(l) && titled(nameWords(firstName(whole))) && !cameMark(words) {
			return whole, []int{i, i + 1}
		}
	}
	return words, []int{i}
}

// saysAbsent tells that "Afbud" is a person's cell, and not the head of a column of ticks.
func (p *peopleReader) saysAbsent(i int) bool {
	lines := p.analysis.lines
	return missedMark(lines[i].text) && (i+1 == len(lines) || !cameMark(lines[i+1].text))
}

// endsStack tells that a line is no cell of people.
func (p *peopleReader) endsStack(l *line) bool {
	g, heading := peopleHeading(l.text)
	_, _, label := labelled(l.text)
	return l.cells != nil || agendaHeading().MatchString(l.text) || heading && !g.absent || label && strings.Contains(l.text, ":") ||
		typeLine().MatchString(l.text) || meetingTitle().MatchString(l.text) || p.sectionName(l) != "" ||
		sentenceLike(strings.TrimRight(l.text, ",;")) // a cell may be cut behind a comma
}

// stackedCell gives a person what the cell behind the name says.
func (p *peopleReader) stackedCell(one *attendee, words string, head *columns) {
	switch {
	case missedMark(words), head.present < 0 && absentWord().MatchString(words):
		one.Absent, one.member = true, true
	case cameMark(words):
		one.member = true // told
	case head.organisation >= 0 && head.role < 0 && one.Organisation == "":
		one.Organisation = words
	default:
		for _, part := range outside(words, ",") {
			one.part(part)
		}
	}
}

// finishStack takes the people, with a doubt of each whose attendance does not stand beside the name.
func (p *peopleReader) finishStack(people []attendee, head *columns, unsure bool) {
	for _, one := range people {
		told := one.member
		one.member = false
		switch {
		case unsure || head.present >= 0 && head.absent >= 0:
			one.unclear = append(one.unclear, unclear{code: source.DoubtAfbud, arg: one.Name})
		case head.present >= 0 && !told:
			one.Absent = true
			one.unclear = append(one.unclear, unclear{code: source.DoubtBox, arg: one.Name})
		}
		p.list = append(p.list, one)
	}
}

// cameMark and missedMark tell of a cell that says in a mark or a word whether somebody came.
func cameMark(words string) bool { return tick().MatchString(words) || cameWord().MatchString(words) }
func missedMark(words string) bool {
	return noTick().MatchString(words) || absentWord().MatchString(words)
}
