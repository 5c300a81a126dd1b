package intake

import (
	"slices"
	"strings"

	"referat/generator/source"
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
	"kommune":      func(c *columns, i int) { c.organisation = i },
	"region":       func(c *columns, i int) { c.organisation = i },
	"afdeling":     func(c *columns, i int) { c.organisation = i },
	"enhed":        func(c *columns, i int) { c.organisation = i },
	"arbejdsplads": func(c *columns, i int) { c.organisation = i },
	"arbejdssted":  func(c *columns, i int) { c.organisation = i },
	"titel":        func(c *columns, i int) { c.role = i },
	"stilling":     func(c *columns, i int) { c.role = i },
	"rolle":        func(c *columns, i int) { c.role = i },
	"funktion":     func(c *columns, i int) { c.role = i },
	"udpeget af":   func(c *columns, i int) { c.nominated = i },
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
	if c.name < 0 || nameLike(spaced(cells[0])) { // "Bo Lund | Medlem | Afbud" is a row
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
			i = p.rowAt(i, end, head)
		default:
			if !headingCells(l.cells) && len(valuesOf(l)) > 0 {
				p.opened = false
				return i // the facts of the head go on in the same table
			}
			i = p.bareRow(i, end)
		}
	}
	p.resumed = head == nil && lists == nil && p.opened // the list may go on below the table
	p.opened, p.lines = p.awaited || p.resumed, nil     // a heading in the last row has its list below the table
	p.awaited = false
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
	if first, _, more := strings.Cut(cell, "\n"); more && (len(mentions(first, true)) > 1 || halfName().MatchString(first) && strings.Count(first, ",") > 1) {
		cell = spaced(cell) // a list that the width of the cell has parted
	}
	for text := range strings.Lines(cell) {
		text = spaced(text)
		if text == "" || nobody().MatchString(text) {
			continue
		}
		for _, person := range peopleIn(unmarked(text), g, false) {
			if person.Name == "" {
				continue // initials, below a name that filled the line
			}
			person.line = line
			p.list = append(p.list, person)
			parts = append(parts, person.Name, person.Role, person.Organisation, person.NominatedBy, person.Specialty, person.Note)
		}
	}
	return parts
}

// rowAt reads a row with those below it that the width of a column has parted from it, and gives the last.
func (p *peopleReader) rowAt(i, end int, c *columns) int {
	lines := []int{i}
	cells := slices.Clone(p.analysis.lines[i].cells)
	for next := i + 1; next < end && p.analysis.lines[next].index == p.analysis.lines[i].index; next++ {
		more := p.analysis.lines[next].cells
		if !rowGoesOn(cells, more, c) {
			break
		}
		for column := range more {
			cells[column] = spaced(cells[column] + " " + more[column])
		}
		lines = append(lines, next)
	}
	p.row(lines, cells, c)
	return lines[len(lines)-1]
}

// rowGoesOn tells that a row is more of the one above: it has no name, or what stands above is none yet.
func rowGoesOn(above, cells []string, c *columns) bool {
	if len(cells) != len(above) || above[c.name] == "" {
		return false
	}
	for _, column := range []int{c.present, c.absent} {
		if column >= 0 && cells[column] != "" {
			return false
		}
	}
	return cells[c.name] == "" || !titled(nameWords(firstName(unmarked(above[c.name])))) && c.present+c.absent > -2
}

// row reads a row by the table's head.
func (p *peopleReader) row(lines []int, cells []string, c *columns) {
	i := lines[0]
	at := func(column int) string {
		if column < 0 || column >= len(cells) {
			return ""
		}
		return spaced(cells[column])
	}
	person := readPerson(unmarked(at(c.name)), p.group)
	if person.Name == "" {
		for _, line := range lines {
			p.put("participants", line)
		}
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
	if whole := strings.Join(cells, " "); !person.Absent && doubtfulWord().MatchString(whole) {
		person.unclear = append(person.unclear, unclear{code: source.DoubtAfbud, arg: spaced(whole)})
	}
	p.list = append(p.list, person)
	p.keepRow(lines, cells, person.Name, person.Role, person.Organisation, person.NominatedBy, person.Specialty, person.Note)
}

// fromCell finds in a cell what says something of attendance: "Region Sjælland (afbud)".
func (p *peopleReader) fromCell(person *attendee, field *string) {
	if m := lastBracket().FindStringSubmatch(*field); m != nil && person.said(m[1]) {
		*field = strings.TrimSuffix(*field, m[0])
	}
	*field = person.takeAbsence(*field)
	if first, rest, _ := strings.Cut(*field, ","); chairWord().MatchString(first) || secretaryWord().MatchString(first) {
		person.said(first)
		*field = strings.TrimSpace(rest)
	}
	if person.attended(*field) {
		*field = ""
	}
}

// bareRow reads a row of a table without a head: a heading with its list, or a name with what belongs to it. It
// gives the last line of the row.
func (p *peopleReader) bareRow(i, end int) int {
	cells := p.analysis.lines[i].cells
	if p.awaited = false; headingCells(cells) {
		return p.headingRow(i, end)
	}
	if p.tableOfNames(i) {
		var parts []string
		for _, cell := range cells {
			parts = append(parts, p.cell(cell, p.group, i)...)
		}
		p.keepUnless([]int{i}, "participants", parts...)
		return i
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
	return i
}

// headingRow reads a row whose cells are headings of lists and the lists: "Deltagere | … | Afbud | …". Rows below it
// without a heading are more of it.
func (p *peopleReader) headingRow(i, end int) int {
	lines, cells := []int{i}, slices.Clone(p.analysis.lines[i].cells)
	for next := i + 1; next < end && p.analysis.lines[next].index == p.analysis.lines[i].index; next++ {
		more := p.analysis.lines[next].cells
		if len(more) != len(cells) || more[0] != "" {
			break
		}
		for c := range more {
			cells[c] = strings.TrimSpace(cells[c] + "\n" + more[c])
		}
		lines = append(lines, next)
	}
	var parts []string
	for c, words := range cells {
		if g, is := peopleHeading(spaced(p.analysis.lines[i].cells[c])); is {
			p.group, words = g, g.rest
		}
		parts = append(parts, p.cell(words, p.group, i)...)
	}
	p.awaited = len(parts) == 0
	p.keepRow(lines, cells, parts...)
	return lines[len(lines)-1]
}

// keepRow puts rows that are one aside as one, cell by cell, unless the parts have all words.
func (p *peopleReader) keepRow(lines []int, cells []string, parts ...string) {
	words := spaced(strings.Join(cells, " "))
	if !p.inText && !holds(words, parts...) {
		p.draft.Kept = append(p.draft.Kept, Kept{What: "participants", Words: words, At: p.analysis.lines[lines[0]].at})
		for _, line := range lines {
			p.kept[line] = true
		}
	}
	for _, line := range lines {
		p.used[line] = true
	}
}

// tableOfNames tells that a table without a head has people in each of its columns.
func (p *peopleReader) tableOfNames(i int) bool {
	var rows [][]string
	for _, row := range rowsOf(p.analysis.lines[i].block, 0) {
		if !headingCells(row.cells) && len(valuesOf(&row)) == 0 {
			rows = append(rows, row.cells)
		}
	}
	return namesBeside(rows)
}
