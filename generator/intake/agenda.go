package intake

import (
	"slices"
	"strconv"
	"strings"

	"referat/generator/content"
	"referat/generator/intake/manuscript"
	"referat/generator/intake/pattern"
	"referat/generator/source"
)

// agendaEntry is an item of the agenda, before it is taken apart.
type agendaEntry struct {
	numbered
	lines  []int
	below  []string // what stands under it with letters: "a. Ny organisation"
	closed bool
}

// agendaPart is the part of a manuscript that lists the items.
//
// What tells the agenda from the items themselves is decided thus. Under a heading such as
// "Dagsorden", entries belong to the agenda until a number comes again, is written in
// another way or stands in a heading, or until the heading of another part. If text or
// a section comes between the entries, and no entry's title comes again, they are the items
// and there is no agenda. Without such a heading, two entries or more with nothing between
// them are the agenda when the first of them comes again.
type agendaPart struct {
	heading  int // -1 of none
	from, to int // lines
	entries  []agendaEntry
	timed    bool // a column of the expected length stands behind the number
}

var (
	agendaHeading = pattern.Of(`(?i)^(?:mødets\s+|forslag til\s+)?(?:dagsorden|dagsordenspunkter|punkter|mødepunkter|punktliste|agenda|indholdsfortegnelse|punkter til (?:drøftelse|behandling)|oversigt over punkter)(?:\s+(?:for mødet|på dagsordenen))?\s*:?(?:\s*[:–-]?\s*(?:åbne punkter|åben dagsorden|mødets punkter|for åbne døre))?\s*:?$`)
	closedHeading = pattern.Of(`(?i)^(?:(?:dagsorden\s+|punkter\s+)for lukkede døre|lukkede? (?:punkter|punkt|sager|sag|dagsorden|møde|del)|(?:punkter |sager )?(?:behandlet )?for lukkede døre|b\. lukket.*)\s*:?$`)
	openHeading   = pattern.Of(`(?i)^(?:(?:dagsorden\s+|punkter\s+)for åbne døre|åbne? (?:punkter|sager|dagsorden|møde|del)|(?:punkter |sager )?(?:behandlet )?for åbne døre)\s*:?$`)
	column        = pattern.Of(`(?i)^(?:punkt|pkt\.?|nr\.?|nummer|ca\.|tid|min\.?|minutter|aktivitet|emne|titel|indhold|type|ansvarlig|oplæg|oplægsholder|ved|dagsordenspunkt|kl\.?|bilag|sag|sagsnr\.?|formål|kategori)$`)
	subLetter     = pattern.Of(`^([a-zæøå])[.)]\s+(\S.*)$`)
)

// isColumns tells of the head of a table: "Punkt Ca. tid Aktivitet".
func isColumns(l *line) bool {
	words := strings.Fields(l.text)
	if len(words) < 2 {
		return false
	}
	for _, w := range words {
		if !column().MatchString(w) {
			return false
		}
	}
	return true
}

// findAgenda looks for the agenda's lines and takes them.
func (a *analysis) findAgenda() {
	a.agenda = agendaPart{heading: -1}
	for i := range a.lines {
		if agendaHeading().MatchString(a.lines[i].text) && a.lines[i].cells == nil {
			if p := a.gather(i + 1); len(p.entries) > 0 && a.isAgenda(&p) {
				p.heading = i
				a.agenda = p
				return
			}
		}
	}
	for i := range a.lines {
		n, ok := numberedLine(a.lines[i].text)
		if !ok || n.family == answered || a.sectionName(&a.lines[i]) != "" {
			continue
		}
		if p := a.gather(i); len(p.entries) > 1 && a.again(&p.entries[0], p.to) && a.again(&p.entries[1], p.to) {
			a.agenda = p
		}
		return
	}
}

// gather reads entries from a line on.
func (a *analysis) gather(from int) agendaPart {
	p := agendaPart{from: from, to: from}
	closed := false
	seen := map[string]bool{}
	for i := from; i < len(a.lines); i++ {
		l := &a.lines[i]
		switch n, ok := a.agendaLine(i); {
		case isColumns(l) && len(p.entries) == 0:
			p.timed = strings.Contains(folded(l.text), "tid ") || strings.Contains(folded(l.text), "min")
		case closedHeading().MatchString(l.text):
			closed = true
		case openHeading().MatchString(l.text):
			closed = false
		case agendaHeading().MatchString(l.text) && len(p.entries) == 0:
		case a.endsAgenda(l), len(p.entries) > 0 && n.family == answered:
			return p
		case ok && len(p.entries) > 0 && (seen[n.number] || a.otherForm(&p, &n)):
			return p
		case ok:
			seen[n.number] = true
			p.entries = append(p.entries, agendaEntry{numbered: n, lines: []int{i}, closed: closed})
		case len(p.entries) == 0:
			if l.block.Kind != manuscript.Entry || l.cells != nil {
				return p
			}
			p.entries = append(p.entries, agendaEntry{numbered: numbered{line: i, title: entryWords(l)}, lines: []int{i}, closed: closed})
		default:
			if !a.goesOn(&p, i, closed) {
				return p
			}
		}
		p.to = i + 1
	}
	return p
}

// agendaLine reads the number of an agenda's line; in a table it is the first cell's.
func (a *analysis) agendaLine(i int) (numbered, bool) {
	l := &a.lines[i]
	n, ok := numberedLine(l.text)
	n.line = i
	return n, ok && n.family != answered
}

// otherForm tells that the number is written, or looks, as none of the agenda before it.
func (a *analysis) otherForm(p *agendaPart, n *numbered) bool {
	first := &p.entries[0]
	if first.number == "" {
		return a.lines[n.line].block.Kind != manuscript.Entry
	}
	then, now := &a.lines[first.line], &a.lines[n.line]
	return first.family != n.family && (first.family == pointed || n.family == pointed) ||
		!then.marked() && now.marked() || (then.cells == nil) != (now.cells == nil)
}

// goesOn adds a line without number to the agenda, if it belongs there.
func (a *analysis) goesOn(p *agendaPart, i int, closed bool) bool {
	l, last := &a.lines[i], &p.entries[len(p.entries)-1]
	first, _ := a.partTitle(p.entries[0].title)
	switch {
	case p.entries[0].number == "" && l.alone() && alike(a.bareTitle(l.text), first):
		return false // the first item itself
	case closedPoint().MatchString(l.text) && !l.marked():
		p.entries = append(p.entries, agendaEntry{numbered: numbered{line: i, title: l.text}, lines: []int{i}, closed: true})
	case subLetter().MatchString(l.text) && last.number != "" && !l.marked():
		last.lines = append(last.lines, i)
		last.below = append(last.below, l.text)
	case l.follows(&a.lines[i-1]) || presenterFirst().MatchString(l.text):
		last.lines = append(last.lines, i)
		last.title += " " + l.text
	case l.block.Kind == manuscript.Entry && l.cells == nil && p.entries[0].number == "":
		p.entries = append(p.entries, agendaEntry{numbered: numbered{line: i, title: entryWords(l)}, lines: []int{i}, closed: closed})
	case !l.marked() && !sentenceLike(l.text) && a.again(&p.entries[0], i):
		last.lines = append(last.lines, i) // a remark under the entry: kept, and no part of its title
	default:
		return false
	}
	return true
}

// entryWords are a list's entry without its mark.
func entryWords(l *line) string { return spaced(strings.TrimPrefix(l.text, l.block.Mark)) }

// endsAgenda tells of a heading that opens another part.
func (a *analysis) endsAgenda(l *line) bool {
	if l.cells != nil {
		return false
	}
	if name := a.sectionName(l); name != "" {
		return true
	}
	if _, is := peopleHeading(l.text); is {
		return true
	}
	_, _, is := labelled(l.text)
	return is && strings.Contains(l.text, ":")
}

// again tells that an entry's title, or its number in a heading, comes again after a line.
func (a *analysis) again(e *agendaEntry, from int) bool {
	for i := from; i < len(a.lines); i++ {
		l := &a.lines[i]
		n, ok := numberedLine(l.text)
		title, _ := a.partTitle(e.title)
		switch {
		case ok && e.number != "" && n.number == e.number && (n.family != e.family || alike(a.bareTitle(n.title), title)):
			if n.family == pointed || n.family == answered || alike(a.bareTitle(n.title), title) {
				return true
			}
		case len(l.text) < longestTitle && l.alone() && alike(a.bareTitle(n.titleOr(l.text)), title):
			return true
		}
	}
	return false
}

// titleOr is the title behind a number, or the text that has no number.
func (n *numbered) titleOr(text string) string {
	if n.title != "" {
		return n.title
	}
	return text
}

// isAgenda tells whether the entries under an agenda's heading are the agenda or the items themselves.
func (a *analysis) isAgenda(p *agendaPart) bool {
	for i := range min(len(p.entries), 3) {
		if a.again(&p.entries[i], p.to) {
			return true
		}
	}
	if p.to == len(a.lines) {
		return true
	}
	last := &p.entries[len(p.entries)-1]
	for i := p.to; i < len(a.lines); i++ {
		if n, ok := a.agendaLine(i); ok && n.next(&last.numbered) && capital(n.title) && !sentenceLike(n.title) {
			return false
		}
	}
	return len(p.entries) > 1 || a.endsAgenda(&a.lines[p.to])
}

// readAgenda makes the draft's agenda of the entries.
func (a *analysis) readAgenda() {
	p := &a.agenda
	if p.heading >= 0 {
		a.keep("agenda_heading", p.heading)
	}
	taken, counted := map[int]bool{}, 0
	for i := range p.entries {
		e := &p.entries[i]
		item := a.agendaItem(e)
		if item.Number == "" { // the model needs one
			item.Number = a.itemsNumber(item.Title)
		}
		if item.Number == "" {
			if item.Number = strconv.Itoa(i + 1); item.Closed || a.onAgenda(item.Number) {
				item.Number = a.freeNumber(i + 1)
			}
			counted++
			if p.entries[0].number != "" {
				a.doubt(doubtAt{at: a.lines[e.line].at, target: Target{Part: InAgenda, Index: i}}, source.DoubtUnnumbered, item.Title, item.Number)
			}
		}
		a.draft.Agenda = append(a.draft.Agenda, item)
		for _, n := range e.lines {
			taken[n] = true
		}
		a.keepUnless(e.lines, "agenda", item.Number, item.Title, item.Kind, item.Presenter, minutesWords(item.Minutes))
		if item.Closed {
			a.doubt(doubtAt{at: a.lines[e.line].at, target: Target{Part: InAgenda, Index: i}}, source.DoubtClosed, item.Title)
		}
	}
	for i := p.from; i < p.to; i++ {
		if !taken[i] {
			a.keep("agenda_heading", i)
		}
		a.used[i] = true
	}
	if counted > 0 && p.entries[0].number == "" {
		a.doubt(doubtAt{at: a.lines[p.from].at, target: Target{Part: InAgenda}}, source.DoubtCounted)
	}
}

// itemsNumber is the number that the item of a title has in the text, unless the agenda uses it for another.
func (a *analysis) itemsNumber(title string) string {
	for i := range a.starts {
		if s := &a.starts[i]; s.number != "" && alike(a.bareTitle(s.title), title) && !a.onAgenda(s.number) {
			return s.number
		}
	}
	return ""
}

// freeNumber is a number that no item has, on the agenda or in the text, from one on.
func (a *analysis) freeNumber(from int) string {
	for n := from; ; n++ {
		number := strconv.Itoa(n)
		if !a.onAgenda(number) && !slices.ContainsFunc(a.starts, func(s start) bool { return s.number == number }) {
			return number
		}
	}
}

func (a *analysis) onAgenda(number string) bool {
	return slices.ContainsFunc(a.agenda.entries, func(e agendaEntry) bool { return e.number == number }) ||
		slices.ContainsFunc(a.draft.Agenda, func(item content.AgendaItem) bool { return item.Number == number })
}

// agendaItem takes an entry apart.
func (a *analysis) agendaItem(e *agendaEntry) content.AgendaItem {
	item := content.AgendaItem{Number: e.number}
	if cells := a.lines[e.line].cells; cells != nil {
		a.fromCells(&item, cells)
	} else {
		item.Title = e.title
		if a.agenda.timed {
			if n, ok := numberedLine(item.Title); ok && n.family == undotted {
				item.Minutes, item.Title = digits(n.number), n.title
			}
		}
	}
	if m := lengthPattern().FindStringSubmatch(item.Title); m != nil && item.Minutes == 0 {
		item.Minutes = digits(m[1])
		item.Title = spaced(strings.Replace(item.Title, m[0], " ", 1))
	}
	title, parts := a.partTitle(item.Title)
	item.Title = title
	if item.Kind == "" {
		item.Kind = parts.kind
	}
	if item.Presenter == "" {
		item.Presenter = parts.presenter
	}
	item.Closed = e.closed || closedTitle().MatchString(item.Title) || closedPoint().MatchString(a.lines[e.line].text)
	return item
}

var (
	lengthPattern = pattern.Of(`(?i)\s*\(?\b(?:ca\.\s*)?(\d{1,3})\s*min(?:utter|\.)?\b\.?\)?`)
	closedTitle   = pattern.Of(`(?i)^\(?lukket (?:punkt|sag)|\((?:lukket|lukket punkt|lukket sag)\)|^lukket[:\s–-]`)
)

// fromCells reads the cells of a table's row: number, title, and what else can be told apart.
func (a *analysis) fromCells(item *content.AgendaItem, cells []string) {
	rest := cells
	if n, ok := numberedLine(cells[0] + " x"); ok && n.title == "x" {
		rest = cells[1:]
	} else if n, ok := numberedLine(spaced(cells[0])); ok {
		rest = append([]string{n.title}, cells[1:]...)
	}
	for _, cell := range rest {
		cell = spaced(cell)
		switch m := cellLength().FindStringSubmatch(cell); {
		case cell == "":
		case m != nil && item.Minutes == 0:
			item.Minutes = digits(m[1])
		case item.Title == "":
			item.Title = cell
		case item.Kind == "" && a.words.KindOf(strings.Trim(cell, "()")) != "":
			item.Kind = a.words.KindOf(strings.Trim(cell, "()"))
		case item.Presenter == "" && nameLike(strings.TrimPrefix(cell, "v/")):
			item.Presenter = strings.TrimPrefix(cell, "v/")
		}
	}
}

var cellLength = pattern.Of(`(?i)^(?:ca\.\s*)?(\d{1,3})\s*(?:min\.?|minutter)?$`)
