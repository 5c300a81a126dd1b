package intake

import (
	"strings"
)

// columns are the places of a table's cells, from 0; -1 of none.
type columns struct{ name, organisation, role, nominated, specialty, present, absent, note int }

var peopleColumn = map[string]func(*columns, int){
	"navn":         func(c *columns, i int) { c.name = i },
	"deltager":     func(c *columns, i int) { c.name = i },
	"medlem":       func(c *columns, i int) { c.name = i },
	"organisation": func(c *columns, i int) { c.organisation = i },
	"myndighed":    func(c *columns, i int) { c.organisation = i },
	"repræsenterer": func(c *columns, i int) {
		c.organisation = i
	},
	"kommune":     func(c *columns, i int) { c.organisation = i },
	"region":      func(c *columns, i int) { c.organisation = i },
	"arbejdssted": func(c *columns, i int) { c.organisation = i },
	"titel":       func(c *columns, i int) { c.role = i },
	"stilling":    func(c *columns, i int) { c.role = i },
	"rolle":       func(c *columns, i int) { c.role = i },
	"funktion":    func(c *columns, i int) { c.role = i },
	"udpeget af":  func(c *columns, i int) { c.nominated = i },
	"indstillet af": func(c *columns, i int) {
		c.nominated = i
	},
	"speciale":   func(c *columns, i int) { c.specialty = i },
	"til stede":  func(c *columns, i int) { c.present = i },
	"tilstede":   func(c *columns, i int) { c.present = i },
	"deltog":     func(c *columns, i int) { c.present = i },
	"fremmøde":   func(c *columns, i int) { c.present = i },
	"status":     func(c *columns, i int) { c.present = i },
	"afbud":      func(c *columns, i int) { c.absent = i },
	"fraværende": func(c *columns, i int) { c.absent = i },
	"bemærkning": func(c *columns, i int) { c.note = i },
	"bemærkninger": func(c *columns, i int) {
		c.note = i
	},
}

// peopleColumns reads the head of a table of people; nil of any other.
func peopleColumns(cells []string) *columns {
	c := &columns{-1, -1, -1, -1, -1, -1, -1, -1}
	for i, cell := range cells {
		if set := peopleColumn[folded(cell)]; set != nil {
			set(c, i)
		}
	}
	if c.name < 0 {
		return nil
	}
	return c
}

// rows reads a table of people and gives the line behind it.
func (p *peopleReader) rows(i, end int) int {
	first := &p.analysis.lines[i]
	if !p.opened {
		p.opened, p.group = true, group{}
	}
	head := peopleColumns(first.cells)
	lists := p.listColumns(first.cells)
	for ; i < end && p.analysis.lines[i].index == first.index; i++ {
		l := &p.analysis.lines[i]
		if columns := peopleColumns(l.cells); columns != nil {
			head = columns
			p.put("label", i)
			continue
		}
		switch {
		case lists != nil && l.first:
			p.put("label", i)
		case lists != nil:
			p.lists(i, lists)
		case head != nil:
			p.row(i, head)
		default:
			if !headingCells(l.cells) && len(valuesOf(l)) > 0 {
				p.opened = false
				return i // the facts of the head go on in the same table
			}
			p.bareRow(i)
		}
	}
	p.opened = false
	p.lines = nil
	return i
}

// listColumns reads a head whose every cell heads a list: "Deltagere | Afbud".
func (p *peopleReader) listColumns(cells []string) []group {
	var list []group
	for _, cell := range cells {
		g, is := peopleHeading(spaced(cell))
		if !is || g.rest != "" {
			return nil
		}
		list = append(list, g)
	}
	if len(list) < 2 {
		return nil
	}
	return list
}

// lists reads a row whose cells are lists of their own.
func (p *peopleReader) lists(i int, groups []group) {
	var parts []string
	for c, cell := range p.analysis.lines[i].cells {
		if c >= len(groups) {
			break
		}
		parts = append(parts, p.cell(cell, groups[c], i)...)
	}
	p.keepUnless([]int{i}, "participants", parts...)
}

// cell reads the people of a cell, one a line.
func (p *peopleReader) cell(cell string, g group, line int) []string {
	var parts []string
	for text := range strings.Lines(cell) {
		text = spaced(text)
		if text == "" || nobody().MatchString(text) {
			continue
		}
		for _, person := range peopleIn(unmarked(text), g, false) {
			person.line = line
			p.list = append(p.list, person)
			parts = append(parts, person.Name, person.Role, person.Organisation, person.NominatedBy, person.Specialty, person.Note)
		}
	}
	return parts
}

// row reads a row by the table's head.
func (p *peopleReader) row(i int, c *columns) {
	cells := p.analysis.lines[i].cells
	at := func(column int) string {
		if column < 0 || column >= len(cells) {
			return ""
		}
		return spaced(cells[column])
	}
	person := readPerson(unmarked(at(c.name)), p.group)
	if person.Name == "" {
		p.put("participants", i)
		return
	}
	person.line = i
	for column, field := range map[int]*string{c.organisation: &person.Organisation, c.role: &person.Role, c.nominated: &person.NominatedBy, c.specialty: &person.Specialty} {
		if text := at(column); text != "" {
			*field = text
		}
	}
	for _, field := range []*string{&person.Organisation, &person.Role} {
		p.fromCell(&person, field)
	}
	if text := at(c.note); text != "" && !person.said(text) {
		person.addNote(text)
	}
	present := person.brackets(at(c.present))
	if rest, deltog := strings.CutPrefix(present, "Deltog "); deltog && person.said(rest) {
		present = "deltog"
	}
	if c.present >= 0 || c.absent >= 0 {
		person.marked(present, at(c.absent), c.present >= 0)
	}
	p.list = append(p.list, person)
	p.keepUnless([]int{i}, "participants", person.Name, person.Role, person.Organisation, person.NominatedBy, person.Specialty, person.Note)
}

// fromCell finds in a cell what says something of attendance: "Region Sjælland (afbud)".
func (p *peopleReader) fromCell(person *attendee, field *string) {
	if m := lastBracket().FindStringSubmatch(*field); m != nil && person.said(m[1]) {
		*field = strings.TrimSuffix(*field, m[0])
	}
	*field = person.takeAbsence(*field)
	if person.attended(*field) {
		*field = ""
	}
}

// bareRow reads a row of a table without a head: a heading with its list, or a name with what belongs to it.
func (p *peopleReader) bareRow(i int) {
	cells := p.analysis.lines[i].cells
	if g, is := peopleHeading(spaced(cells[0])); is {
		p.group = g
		parts := p.cell(g.rest, g, i)
		for _, cell := range cells[1:] {
			parts = append(parts, p.cell(cell, g, i)...)
		}
		p.keepUnless([]int{i}, "participants", parts...)
		return
	}
	var texts []string
	for _, cell := range cells {
		if cell = spaced(cell); cell != "" {
			texts = append(texts, cell)
		}
	}
	var parts []string
	for _, person := range peopleIn(unmarked(strings.Join(texts, ", ")), p.group, false) {
		person.line = i
		p.list = append(p.list, person)
		parts = append(parts, person.Name, person.Role, person.Organisation, person.NominatedBy, person.Specialty, person.Note)
	}
	p.keepUnless([]int{i}, "participants", parts...)
}
