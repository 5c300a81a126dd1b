package text

import (
	"slices"
	"strings"

	"referat/generator/intake/manuscript"
)

// piece is what becomes a block: lines of a paragraph or of a list's entry, or rows.
type piece struct {
	kind   manuscript.Kind
	mark   mark
	level  int
	column int    // where its mark, or its first line, begins
	inside int    // of an entry: where its text begins
	lines  []line // of a table only the first
	rows   [][]string
	group  int  // pieces with no blank line between them
	joined bool // lines are sure to belong together
}

// gather makes pieces of lines.
func (r *reader) gather() {
	ends := r.findEnds()
	group := 0
	for i := 0; i < len(r.lines); {
		l := &r.lines[i]
		if l.blank > 0 || l.opens {
			group++
		}
		n, gaps := columnsAt(r.lines[i:])
		if n > 0 {
			r.addRows(r.lines[i:i+n], gaps, group)
			i += n
			continue
		}
		if parts := l.parts(); len(parts) > 1 {
			for _, p := range parts {
				r.pieces = append(r.pieces, piece{column: p.column, lines: []line{p}, group: group, joined: true})
			}
			i++
			continue
		}
		m, marked := r.markAt(i)
		switch {
		case marked:
			r.addEntry(l, m, group)
		case i > 0 && r.continues(i, ends[i-1]):
			last := &r.pieces[len(r.pieces)-1]
			last.lines = append(last.lines, *l)
		default:
			r.pieces = append(r.pieces, piece{column: l.column, lines: []line{*l}, group: group})
		}
		i++
	}
}

// addRows adds lines with columns: a table, or names of facts with their values.
func (r *reader) addRows(lines []line, gaps []span, group int) {
	rows := r.table(lines, gaps)
	if !areLabels(rows) {
		r.pieces = append(r.pieces, piece{kind: manuscript.Table, lines: lines[:1], rows: rows, group: group, joined: true})
		return
	}
	at := lines[0]
	for _, row := range rows {
		if row[0] == "" && len(r.pieces) > 0 && r.pieces[len(r.pieces)-1].group == group {
			last := &r.pieces[len(r.pieces)-1].lines[0]
			last.text += " " + row[1]
			continue
		}
		at.text = strings.TrimSpace(row[0] + " " + row[1])
		r.pieces = append(r.pieces, piece{column: at.column, lines: []line{at}, group: group, joined: true})
		at.number++
	}
}

// addEntry adds an entry of a list, as deep as its column and its kind of mark say.
func (r *reader) addEntry(l *line, m mark, group int) {
	e := piece{kind: manuscript.Entry, mark: m, column: l.column, lines: []line{*l}, group: group}
	e.inside = l.column + length(l.text) - length(m.rest)
	e.lines[0].text = m.rest
	e.level = r.levelOf(&e)
	r.pieces = append(r.pieces, e)
}

// deepest is the deepest level of a list within lists, and longestRun how many entries back the list that
// an entry belongs to is looked for.
const (
	deepest    = 8
	longestRun = 200
)

// levelOf finds the list that an entry belongs to among those that are open: one of the same
// kind in the same column, else it is inside of the last whose mark it is right of, or of
// another kind than without a blank line between.
func (r *reader) levelOf(e *piece) int {
	level := -1
	for i := len(r.pieces) - 1; i >= max(0, len(r.pieces)-longestRun); i-- {
		p := &r.pieces[i]
		if p.kind != manuscript.Entry {
			break
		}
		if level >= 0 && p.level >= level {
			continue // of a list that has ended
		}
		level = p.level
		switch {
		case p.column > e.column+1:
			continue
		case p.mark.kind == e.mark.kind && p.column >= e.column-1:
			return p.level
		case p.column < e.column-1:
			return min(p.level+1, deepest)
		case e.group != p.group && e.column <= p.column && p.level == 0:
			return 0 // behind a blank line another list begins
		case p.group != e.group && p.column == e.column:
			return p.level // apart from it, and no further in
		case !r.isOpen(i, e):
			return min(p.level+1, deepest)
		}
	}
	return 0
}

// isOpen tells that the list of the entry goes on outside of the one before it, since an entry of its kind
// stands in the same run.
func (r *reader) isOpen(i int, e *piece) bool {
	for first := max(0, i-longestRun); i >= first && r.pieces[i].kind == manuscript.Entry; i-- {
		if r.pieces[i].mark.kind == e.mark.kind && r.pieces[i].column <= e.column+1 {
			return true
		}
	}
	return false
}

// continues tells that a line belongs to the last piece.
func (r *reader) continues(i int, ended bool) bool {
	l, before := &r.lines[i], &r.lines[i-1]
	last := &r.pieces[len(r.pieces)-1]
	goesOn := !endsSentence(before.text) && (startsLower(l.text) || before.soft)
	switch {
	case last.kind == manuscript.Table || last.joined || address().MatchString(l.text) || address().MatchString(before.text):
		return false
	case l.opens:
		return goesOn
	case l.blank > 0:
		return l.blank == 1 && goesOn && !r.page.fits(before, l)
	case last.kind == manuscript.Entry && l.column > last.column && l.column >= last.inside-1:
		return true
	case last.kind == manuscript.Entry && before.column > last.column && l.column <= last.column && len(last.lines) > 1:
		return false
	case apart(l.column, before.column) && last.kind != manuscript.Entry && !startsLower(l.text):
		return false
	}
	return !ended
}

// apart tells that two lines begin in columns too far apart for one paragraph.
func apart(a, b int) bool { return a-b > 7 || b-a > 7 }

// joinTables joins a table that a page cut. Its head, when it is repeated, is set aside.
func (r *reader) joinTables() {
	whole := r.pieces[:0]
	for _, p := range r.pieces {
		if n := len(whole); n == 0 || !cutByPage(&whole[n-1], &p) {
			whole = append(whole, p)
			continue
		}
		a := &whole[len(whole)-1]
		if slices.Equal(a.rows[0], p.rows[0]) {
			r.aside(spaced(strings.Join(p.rows[0], " ")), manuscript.Furniture, p.lines[0].at())
			p.rows = p.rows[1:]
		}
		a.rows = append(a.rows, p.rows...)
	}
	r.pieces = whole
}

// cutByPage tells that b is the rest of the table a.
func cutByPage(a, b *piece) bool {
	return a.kind == manuscript.Table && b.kind == manuscript.Table && b.lines[0].opens && len(a.rows[0]) == len(b.rows[0])
}
