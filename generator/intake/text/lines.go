package text

import (
	"strings"
	"unicode/utf8"

	"referat/generator/intake/manuscript"
)

// line is a line of the file that has words in it, or a part of one.
type line struct {
	text   string // without white space at its ends
	column int    // where it begins, in letters from the page's left edge
	number int    // of the file, from 1
	page   int    // from 1; 0 where pages are not known
	blank  int    // lines without words before it
	opens  bool   // is the first of its page
	soft   bool   // ends in a hyphen that is there because the line was full
}

func (l *line) at() manuscript.Place { return manuscript.Place{Page: l.page, Line: l.number} }

// edge is the column behind the line's last letter.
func (l *line) edge() int { return l.column + utf8.RuneCountInString(l.text) }

// tab is how wide a leading tab is taken to be.
const tab = "    "

// linesOf parts a text into lines, and tells whether it says where its pages begin: by form feeds,
// or by the one space that Tika puts before the first line of each.
func linesOf(raw string) (lines []line, paged bool) {
	raw = alignTabs(raw)
	paged = strings.Contains(strings.TrimRight(raw, "\f\n "), "\f")
	page, blank, opens := 1, 0, true
	number := 0
	for row := range strings.SplitSeq(raw, "\n") {
		number++
		for i, part := range strings.Split(row, "\f") {
			if i > 0 {
				page++
				blank, opens = 0, true
			}
			text := strings.Trim(part, " \t")
			if text == "" {
				blank++
				continue
			}
			l := line{text: text, number: number, blank: blank, column: strings.Index(part, text), opens: opens}
			if text, is := strings.CutSuffix(text, softHyphen); is {
				l.text, l.soft = text+"-", true
			}
			if paged {
				l.page = page
			}
			lines = append(lines, l)
			blank, opens = 0, false
		}
		if strings.Trim(row, " \t\f") == "" && strings.Contains(row, "\f") {
			blank = 0
		}
	}
	if paged {
		moveLeft(lines)
		return lines, true
	}
	return lines, spacePages(lines)
}

// moveLeft takes the margin of each page away.
func moveLeft(lines []line) {
	for from := 0; from < len(lines); {
		to, margin := from, lines[from].column
		for ; to < len(lines) && lines[to].page == lines[from].page; to++ {
			margin = min(margin, lines[to].column)
		}
		for i := from; i < to; i++ {
			lines[i].column -= margin
		}
		from = to
	}
}

// spacePages finds the pages of a text whose only spaces before a line stand at the beginning of
// a page. A line with a space behind a blank line is none: it may as well be indented.
func spacePages(lines []line) bool {
	starts, indented := 0, 0
	isStart := func(i int) bool { return lines[i].column == 1 && (i == 0 || lines[i].blank == 0) }
	for i := range lines {
		switch {
		case isStart(i):
			starts++
		case lines[i].column > 0:
			indented++
		}
	}
	if starts == 0 || starts+indented > 1+len(lines)/8 || indented > starts || lines[0].column != 1 && starts < 2 {
		return false
	}
	page := 1
	for i := range lines {
		if l := &lines[i]; isStart(i) && i > 0 {
			page++
			l.opens = true
		}
		lines[i].page, lines[i].column = page, 0
	}
	return true
}

// mostAligned is the length of a text, in bytes, of which the tabs are worth aligning.
const mostAligned = 1 << 20

// alignTabs puts spaces for tabs, so that the cells of rows below one another begin in one column.
func alignTabs(raw string) string {
	switch {
	case !strings.Contains(raw, "\t"):
		return raw
	case len(raw) > mostAligned:
		return strings.ReplaceAll(raw, "\t", tab)
	}
	rows := strings.Split(raw, "\n")
	for from := 0; from < len(rows); {
		to := from
		for to < len(rows) && strings.Contains(strings.Trim(rows[to], "\t "), "\t") {
			to++
		}
		alignRows(rows[from:to])
		if to < len(rows) {
			rows[to] = strings.ReplaceAll(strings.TrimRight(rows[to], "\t "), "\t", tab)
			to++
		}
		from = to
	}
	return strings.Join(rows, "\n")
}

// widestCell is the widest cell, in letters, that the cells right of it are moved for.
const widestCell = 60

func alignRows(rows []string) {
	var widths []int
	cells := make([][]string, len(rows))
	for i, row := range rows {
		cells[i] = strings.Split(strings.TrimRight(row, "\t "), "\t")
		for c, cell := range cells[i] {
			if c == len(widths) {
				widths = append(widths, 0)
			}
			if w := utf8.RuneCountInString(cell); w <= widestCell {
				widths[c] = max(widths[c], w)
			}
		}
	}
	for i := range rows {
		var b strings.Builder
		for c, cell := range cells[i] {
			b.WriteString(cell)
			if c < len(cells[i])-1 {
				b.WriteString(strings.Repeat(" ", 3+max(0, widths[c]-utf8.RuneCountInString(cell))))
			}
		}
		rows[i] = b.String()
	}
}
