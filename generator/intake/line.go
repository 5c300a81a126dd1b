package intake

import (
	"strings"

	"referat/generator/intake/manuscript"
	"referat/generator/intake/pattern"
)

// line is a line of a block, a row of a table, or a whole block that has one line.
type line struct {
	text     string // with single spaces; the mark of a list's entry stands before it
	block    *manuscript.Block
	index    int      // of the block
	from, to int      // of the block's plain text, in bytes; of a table's rows
	gap      int      // where in text a label ends that a column's space parts from its value; 0 of none
	cells    []string // of a row
	columns  []string // of a line that tabs part
	first    bool     // of its block
	at       manuscript.Place
}

// linesOf parts all blocks into lines.
func linesOf(blocks []manuscript.Block) []line {
	var lines []line
	for i := range blocks {
		b := &blocks[i]
		if b.Kind == manuscript.Table {
			lines = append(lines, rowsOf(b, i)...)
			continue
		}
		from, number := 0, 0
		for text := range strings.Lines(manuscript.Plain(b.Text)) {
			l := line{text: spaced(text), block: b, index: i, from: from, to: from + len(text), first: number == 0, at: b.At}
			if b.Wrapped && l.at.Line > 0 {
				l.at.Line += number
			}
			if m := wideGap().FindStringSubmatch(text); m != nil {
				l.gap = len(spaced(m[1]))
			}
			if tabbed := strings.FieldsFunc(text, func(r rune) bool { return r == '\t' || r == '\n' }); len(tabbed) > 1 {
				l.columns = tabbed
			}
			if l.first && b.Mark != "" {
				l.text = strings.TrimSpace(b.Mark + " " + l.text)
			}
			from += len(text)
			number++
			if l.text != "" {
				lines = append(lines, l)
			}
		}
	}
	return lines
}

// wideGap is the space between two columns.
var wideGap = pattern.Of(`^\s*(\p{L}\S*(?: \S+){0,3})(?: {2,}|\t)\s*\S`)

func rowsOf(b *manuscript.Block, index int) []line {
	var lines []line
	for r, row := range b.Rows {
		l := line{block: b, index: index, from: r, to: r + 1, first: r == 0, at: b.At}
		for _, cell := range row {
			l.cells = append(l.cells, strings.TrimSpace(manuscript.Plain(cell.Text)))
		}
		if l.text = spaced(strings.Join(l.cells, " ")); l.text != "" {
			lines = append(lines, l)
		}
	}
	return lines
}

// spaced puts single spaces between words.
func spaced(s string) string { return strings.Join(strings.Fields(s), " ") }

// marked tells that the document itself sets the line off as a heading does.
func (l *line) marked() bool {
	return l.block.Kind == manuscript.Heading || l.block.Kind == manuscript.Paragraph && l.block.Strong
}

// alone tells that the line is all of its block.
func (l *line) alone() bool {
	return l.cells == nil && l.first && strings.TrimSpace(manuscript.Plain(l.block.Text)[l.to:]) == ""
}

// follows tells that the line stands in the same block as the one before it, where
// only the page's width may have parted them.
func (l *line) follows(before *line) bool {
	return l.cells == nil && l.index == before.index && l.block.Wrapped && !l.first
}

// below tells that the line stands in the same block as the one before it, whoever ended that.
func (l *line) below(before *line) bool { return l.cells == nil && l.index == before.index && !l.first }

// cut gives the runs between two bytes of their plain text, without white space at
// either end. A reference to a note stays with what it follows.
func cut(runs []manuscript.Run, from, to int) []manuscript.Run {
	plain := manuscript.Plain(runs)
	to = from + len(strings.TrimRight(plain[from:to], " \t\n\u00a0"))
	from = to - len(strings.TrimLeft(plain[from:to], " \t\n\u00a0"))
	var part []manuscript.Run
	at := 0
	for _, r := range runs {
		start, end := max(at, from), min(at+len(r.Text), to)
		switch {
		case r.Note > 0 && r.Text == "":
			if at > from && at <= to || at == from && from == 0 {
				part = append(part, r)
			}
		case start < end:
			piece := r
			piece.Text = r.Text[start-at : end-at]
			part = append(part, piece)
		}
		at += len(r.Text)
	}
	return part
}
