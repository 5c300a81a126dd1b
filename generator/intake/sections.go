package intake

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"referat/generator/content"
	"referat/generator/intake/manuscript"
	"referat/generator/intake/pattern"
	"referat/generator/source"
)

// readItems makes the draft's items of the lines between their headings.
func (a *analysis) readItems() {
	closed := false
	for i := range a.starts {
		s := &a.starts[i]
		end := len(a.lines)
		if i+1 < len(a.starts) {
			end = a.starts[i+1].line - a.starts[i+1].lead
		}
		item := Item{Heading: s.heading, Number: s.number, At: a.lines[s.line].at}
		if s.untitled {
			item.Heading = a.draft.Head.Title
		}
		r := sectionReader{analysis: a, item: &item, index: i}
		r.open("", item.At)
		for j := s.line - s.lead; j < s.line; j++ {
			r.add(&a.lines[j], a.lines[j].from)
		}
		if s.textAt >= 0 {
			l := &a.lines[s.line]
			r.add(l, s.textAt)
		}
		for j := s.line + s.count; j < end; j++ {
			r.line(j, end)
		}
		r.end()
		for j := s.line - s.lead; j < end; j++ {
			a.used[j] = true
		}
		a.draft.Items = append(a.draft.Items, item)
		closed = a.closing(s.line, closed)
		if closed || closedPoint().MatchString(item.Heading) || closedTitle().MatchString(a.bareTitle(s.title)) || a.saysClosed(s.line+s.count, end) {
			a.close(i, &item)
		}
	}
}

// closing tells whether the doors are closed at a line, by the last heading of a part before it.
func (a *analysis) closing(line int, closed bool) bool {
	if line == 0 {
		return closed
	}
	switch before := a.lines[line-1].text; {
	case closedHeading().MatchString(before):
		return true
	case openHeading().MatchString(before):
		return false
	}
	return closed
}

var closedSaying = pattern.Of(`(?i)^\(?lukket(?: punkt| sag| dagsorden)?\)?\.?$|/\s*lukket sag$`)

// saysClosed tells that one of an item's first lines says that it is closed.
func (a *analysis) saysClosed(from, end int) bool {
	for i := from; i < min(from+3, end); i++ {
		if closedSaying().MatchString(a.lines[i].text) {
			return true
		}
	}
	return false
}

// close marks the agenda's item of a closed item, and doubts it. Only the agenda can say that an item is closed, so
// one that it does not have is put there.
func (a *analysis) close(index int, item *Item) {
	a.doubt(doubtAt{item.At, Target{Part: InItem, Index: index}}, source.DoubtClosed, item.Heading)
	title := cmp.Or(a.bareTitle(a.starts[index].title), item.Heading)
	known := false
	for i := range a.draft.Agenda {
		if e := &a.draft.Agenda[i]; e.Number == item.Number || item.Number == "" && alike(e.Title, title) {
			e.Closed, known = true, true
		}
	}
	if known {
		return
	}
	closed := content.AgendaItem{Number: item.Number, Title: title, Closed: true}
	if closed.Number == "" {
		closed.Number = a.freeNumber(index + 1)
		a.doubt(doubtAt{item.At, Target{Part: InAgenda, Index: len(a.draft.Agenda)}}, source.DoubtUnnumbered, title, closed.Number)
	}
	a.draft.Agenda = append(a.draft.Agenda, closed)
}

// sectionReader gathers an item's lines into sections and blocks.
type sectionReader struct {
	*analysis
	item     *Item
	index    int
	section  Section
	block    *manuscript.Block // in progress; nil of none
	from, to int               // of its plain text
	at       manuscript.Place
}

func (r *sectionReader) open(name string, at manuscript.Place) {
	r.end()
	r.section = Section{Name: name, At: at}
}

// end closes the section in progress. An empty one without name is none.
func (r *sectionReader) end() {
	r.flush()
	if r.section.Name != "" || len(r.section.Blocks) > 0 {
		r.item.Sections = append(r.item.Sections, r.section)
	}
	r.section = Section{}
}

// flush ends the block in progress.
func (r *sectionReader) flush() {
	if r.block == nil {
		return
	}
	r.section.Blocks = append(r.section.Blocks, partOf(r.block, r.from, r.to, r.at))
	r.block = nil
}

// partOf is a part of a block, or the block itself where it is all of it.
func partOf(b *manuscript.Block, from, to int, at manuscript.Place) manuscript.Block {
	if b.Kind == manuscript.Table {
		return rowsFrom(b, from, to)
	}
	part := *b
	part.Text = cut(b.Text, from, to)
	part.At = at
	if m := bullet().FindString(manuscript.Plain(part.Text)); m != "" && b.Mark == "" {
		part.Kind, part.Mark = manuscript.Entry, strings.TrimSpace(m)
		part.Text = cut(part.Text, len(m), len(manuscript.Plain(part.Text)))
	} else if from > 0 && b.Mark != "" {
		part.Kind, part.Mark = manuscript.Paragraph, ""
	}
	return part
}

// rowsFrom is a part of a table; a row of one cell is a paragraph.
func rowsFrom(b *manuscript.Block, from, to int) manuscript.Block {
	if from == 0 && to == len(b.Rows) {
		return *b
	}
	part := *b
	part.Rows = b.Rows[from:to]
	filled := slices.DeleteFunc(slices.Concat(part.Rows...), func(c manuscript.Cell) bool { return len(c.Text) == 0 })
	if len(filled) == 1 {
		return manuscript.Block{Text: filled[0].Text, At: b.At}
	}
	return part
}

var bullet = pattern.Of(`^[•·▪◦●○\x{f0b7}*–-]\s+`)

// add puts the rest of a line, from a byte of its block on, to the section.
func (r *sectionReader) add(l *line, from int) {
	if r.block == l.block && from <= l.from && !(l.block.Wrapped && r.listed(l)) {
		r.to = l.to
		return
	}
	r.flush()
	r.block, r.from, r.to, r.at = l.block, from, l.to, l.at
}

// listed tells that a line of a paragraph is an entry of a list.
func (r *sectionReader) listed(l *line) bool {
	if bullet().MatchString(l.text) {
		return true
	}
	n, ok := numberedLine(l.text)
	if !ok || n.family != dotted || len(n.parts) > 1 {
		return false
	}
	first, later := n.parts[0] == 1, false
	for text := range strings.Lines(manuscript.Plain(l.block.Text)) {
		if m, ok := numberedLine(spaced(text)); ok && m.family == dotted {
			first = first || m.parts[0] == n.parts[0]-1
			later = later || m.parts[0] == n.parts[0]+1
		}
	}
	return first && (n.parts[0] > 1 || later)
}

// line puts a line where it belongs: it opens a section or is text of the one in progress.
func (r *sectionReader) line(i, end int) {
	l := &r.lines[i]
	if name := r.sectionName(l); name != "" && r.standsAlone(i) {
		r.open(name, l.at)
		r.doubtName(l)
		return
	}
	if r.agendaLetter(l) {
		r.open(l.text, l.at)
		return
	}
	if name := r.runInName(l); name != "" && r.startsText(i) {
		r.open(name, l.at)
		r.doubtUnknown(name, l)
		at := l.from
		if m := wordsPattern(name).FindStringIndex(manuscript.Plain(l.block.Text)[l.from:l.to]); m != nil {
			at = l.from + m[1]
			at += len(runInColon().FindString(manuscript.Plain(l.block.Text)[at:l.to]))
		}
		r.add(l, at)
		return
	}
	if r.unknownHeading(i, end) {
		r.open(l.text, l.at)
		r.doubtUnknown(l.text, l)
		return
	}
	r.add(l, l.from)
}

// doubtUnknown doubts the name of a section that the settings do not have, once.
func (r *sectionReader) doubtUnknown(name string, l *line) {
	if _, known := r.names[folded(name)]; !known && !r.doubted(name) {
		r.doubt(doubtAt{l.at, Target{Part: InSection, Index: r.index, Section: len(r.item.Sections)}}, source.DoubtSection, name, source.Nearest(name, r.sectionNames()))
	}
}

// doubtName doubts a section's heading that may not be of this item: another body's outcome, or a heading
// that stands above the items.
func (r *sectionReader) doubtName(l *line) {
	at := doubtAt{l.at, Target{Part: InSection, Index: r.index, Section: len(r.item.Sections)}}
	if r.earlierOutcome(l.text) || r.otherDay(l.text) {
		r.doubt(at, source.DoubtEarlier, l.text)
	}
	if first := r.lines[r.starts[r.index].line].block; l.block.Kind == manuscript.Heading && first.Kind == manuscript.Heading && l.block.Level < first.Level {
		r.doubt(at, source.DoubtWhole, l.text)
	}
}

// otherDay tells that a heading names a body and a day that is not the meeting's.
func (r *sectionReader) otherDay(text string) bool {
	dates := datesIn(text)
	return len(dates) > 0 && !dates[0].date.IsZero() && !r.draft.Head.Date.IsZero() && dates[0].date != r.draft.Head.Date
}

// agendaLetter tells of a line that the agenda has below the item under a letter: "a. Ny organisation".
func (r *sectionReader) agendaLetter(l *line) bool {
	if !subLetter().MatchString(l.text) {
		return false
	}
	for i := range r.agenda.entries {
		e := &r.agenda.entries[i]
		if e.number == r.item.Number && slices.ContainsFunc(e.below, func(s string) bool { return folded(s) == folded(l.text) }) {
			return true
		}
	}
	return false
}

var runInColon = pattern.Of(`^\s*:\s*`)

// standsAlone tells that a line inside a paragraph is no end of a wrapped sentence.
func (r *sectionReader) standsAlone(i int) bool {
	l := &r.lines[i]
	if l.first || !l.block.Wrapped {
		return true
	}
	if begin := &r.starts[r.index]; i == begin.line+begin.count {
		return true // right below the item's heading
	}
	before := r.lines[i-1].text
	return capital(l.text) && (strings.ContainsAny(before[len(before)-1:], ".:?!)") || utf8.RuneCountInString(before) < narrow || r.sectionName(&r.lines[i-1]) != "")
}

// narrow is a line too short to have been ended by the page's width.
const narrow = 45

// startsText tells that a line begins a paragraph or at least a sentence.
func (r *sectionReader) startsText(i int) bool {
	l := &r.lines[i]
	if l.first || l.block.Kind != manuscript.Paragraph || !l.block.Wrapped {
		return true
	}
	before := r.lines[i-1].text
	return strings.ContainsAny(before[len(before)-1:], ".:?!") || r.sectionName(&r.lines[i-1]) != ""
}

// unknownHeading tells of a line that the vocabulary does not know and that yet stands
// as a heading does: the document says so, or another authority's word for a section stands by itself.
func (r *sectionReader) unknownHeading(i, end int) bool {
	l := &r.lines[i]
	if l.cells != nil || l.block.Kind == manuscript.Entry || i+1 >= end && l.block.Kind != manuscript.Heading {
		return false
	}
	if l.block.Kind == manuscript.Heading {
		return l.first
	}
	if _, is := usual[folded(l.text)]; is && capital(l.text) && r.standsAlone(i) || proposer().MatchString(l.text) && r.standsAlone(i) {
		return true
	}
	if !l.alone() || sentenceLike(l.text) || !capital(l.text) {
		return false
	}
	if l.block.Strong {
		return utf8.RuneCountInString(l.text) < longestOpened
	}
	return r.repeated(l.text)
}

// proposer is a heading that names who proposes: "Havnedirektøren indstiller".
var proposer = pattern.Of(`^\p{Lu}[\p{L} -]{3,50} indstiller:?$`)

// doubted tells that a section of that name was doubted before.
func (r *sectionReader) doubted(name string) bool {
	return slices.ContainsFunc(r.draft.Doubts, func(d Doubt) bool { return d.Code == source.DoubtSection && d.Args[0] == name })
}

// repeated tells that a short line stands by itself in the text again and again.
func (a *analysis) repeated(text string) bool {
	if len(strings.Fields(text)) > 4 || len(text) > narrow || strings.ContainsFunc(text, func(c rune) bool { return c >= '0' && c <= '9' }) {
		return false
	}
	times := 0
	for i := a.bodyFrom(); i < len(a.lines); i++ {
		if a.lines[i].text == text && a.lines[i].alone() && a.lines[i].block.Kind == manuscript.Paragraph {
			times++
		}
	}
	return times > 1
}

func (a *analysis) sectionNames() []string {
	names := make([]string, len(a.words.Sections))
	for i, n := range a.words.Sections {
		names[i] = n.Name
	}
	return names
}

// roleOf is the role of a section by its name.
func (a *analysis) roleOf(name string) content.Role {
	k := folded(name)
	if role, known := a.names[k]; known {
		return role
	}
	for _, n := range a.words.Sections {
		for _, also := range n.Also {
			if begin, open := strings.CutSuffix(strings.ToLower(also), "…"); open && strings.HasPrefix(k, strings.TrimSpace(begin)) {
				return n.Role
			}
		}
	}
	return usual[k]
}
