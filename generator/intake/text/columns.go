package text

import (
	"slices"
	"strings"
	"unicode/utf8"

	"referat/generator/intake/manuscript"
	"referat/generator/intake/pattern"
)

// span is columns of the page without letters, from..to.
type span struct{ from, to int }

// right is a column right of every page.
const right = 1 << 20

// gaps are the places within a line where two spaces or more part it. The space behind
// the mark of a list's entry is none.
func (l *line) gaps() []span {
	if !strings.Contains(l.text, "  ") {
		return nil
	}
	var gaps []span
	skip := len(markPattern().FindString(l.text))
	column, spaces := l.column, 0
	for i, c := range l.text {
		if c == ' ' {
			spaces++
		} else {
			if spaces > 1 && i > skip {
				gaps = append(gaps, span{column - spaces, column})
			}
			spaces = 0
		}
		column++
	}
	return gaps
}

// blanks are all columns without letters, before and behind the line too.
func (l *line) blanks(gaps []span) []span {
	all := append([]span{{-1, l.column}}, gaps...)
	return append(all, span{l.edge(), right})
}

// shared are the columns that are blank in both.
func shared(a, b []span) []span {
	var both []span
	for i, j := 0, 0; i < len(a) && j < len(b); {
		if s := (span{max(a[i].from, b[j].from), min(a[i].to, b[j].to)}); s.from < s.to {
			both = append(both, s)
		}
		if a[i].to < b[j].to {
			i++
		} else {
			j++
		}
	}
	return both
}

// secondRow is how far below a table's first row its second may begin, in lines.
const secondRow = 6

// columnsAt finds rows of columns from a line on: how many lines they are, and the gaps that all
// of them share. One line of columns is no table, nor are two whose only gap is two spaces wide.
func columnsAt(lines []line) (n int, gaps []span) {
	gaps = lines[0].gaps()
	if len(gaps) == 0 {
		return 0, nil
	}
	rows, wide := 1, widest(gaps) > 2
	found, shape := 0, gaps
	for i := 1; i < len(lines) && !lines[i].opens && lines[i].blank < 2; i++ {
		l := &lines[i]
		own := l.gaps()
		if own == nil && columnsFollow(lines[i+1:], gaps) {
			own = l.tight(gaps)
		}
		both := inner(shared(gaps, l.blanks(own)))
		if found == 0 && i > secondRow {
			break
		}
		if len(both) < len(gaps) && (len(own) == 0 || lines[i].blank > 0) || len(both) == 0 || len(own) == 0 && l.blank > 0 {
			break
		}
		if len(own) == 0 && (strings.HasSuffix(l.text, ":") || markPattern().MatchString(l.text)) && !columnsFollow(lines[i+1:], both) {
			break
		}
		gaps = both
		if len(own) > 0 {
			rows, wide = rows+1, wide || widest(own) > 2
		}
		if rows > 1 && (wide || rows > 2) {
			found, shape = i+1, gaps
		}
	}
	return found, shape
}

// tight is the one space between two cells, when the first is as wide as its column.
func (l *line) tight(gaps []span) []span {
	at := gaps[0].to - 1 - l.column
	if runes := []rune(l.text); len(gaps) == 1 && at > 0 && at < len(runes) && runes[at] == ' ' {
		return []span{{gaps[0].to - 1, gaps[0].to}}
	}
	return nil
}

// columnsFollow tells that the next line has columns with these gaps.
func columnsFollow(lines []line, gaps []span) bool {
	if len(lines) == 0 || lines[0].opens || lines[0].blank > 0 {
		return false
	}
	own := lines[0].gaps()
	return len(own) > 0 && len(inner(shared(gaps, lines[0].blanks(own)))) == len(gaps)
}

// inner leaves out what is only before or behind the letters of a page.
func inner(spans []span) []span {
	return slices.DeleteFunc(spans, func(s span) bool { return s.from <= 0 || s.to == right })
}

func widest(spans []span) int {
	w := 0
	for _, s := range spans {
		w = max(w, s.to-s.from)
	}
	return w
}

// cellsOf cuts a line at gaps.
func (l *line) cellsOf(gaps []span) []string {
	runes := []rune(l.text)
	cells := make([]string, 0, len(gaps)+1)
	from := 0
	for _, g := range gaps {
		to := min(max(g.from-l.column, from), len(runes))
		cells = append(cells, spaced(string(runes[from:to])))
		from = to
	}
	return append(cells, spaced(string(runes[from:])))
}

// goesOn tells that the cells of a row continue those above, where the width of the column was full.
func goesOn(above, cells []string) bool {
	for i, c := range cells {
		if c != "" && (above[i] == "" || len(above[i]) > maxJoined || !startsLower(c) && !strings.HasSuffix(above[i], "-")) {
			return false
		}
	}
	return true
}

// table makes rows of lines with columns.
func (r *reader) table(lines []line, gaps []span) [][]string {
	var rows [][]string
	for i := range lines {
		cells := lines[i].cellsOf(gaps)
		if n := len(rows); n > 0 && lines[i].blank == 0 && goesOn(rows[n-1], cells) {
			for c, cell := range cells {
				if cell != "" {
					rows[n-1][c] = r.close(rows[n-1][c], cell, lines[i].at())
				}
			}
			continue
		}
		rows = append(rows, cells)
	}
	return rows
}

// close puts the next line of a cell behind the one before.
func (r *reader) close(above, next string, at manuscript.Place) string {
	left, rest, joined := r.hyphen(above, next, false, at)
	if joined {
		return strings.TrimSpace(left + " " + rest)
	}
	return above + " " + next
}

var labelCell = pattern.Of(`:$|^\pL{1,2}$`)

// areLabels tells that rows are names of facts with their values, "Dato:   7. november 2023", and no table.
func areLabels(rows [][]string) bool {
	named := false
	for _, row := range rows {
		if len(row) != 2 || row[0] != "" && !labelCell().MatchString(row[0]) {
			return false
		}
		named = named || row[0] != ""
	}
	return named
}

// wideGap is how far apart two parts of a line stand that do not belong together.
const wideGap = 4

// parts cuts a line where a wide gap parts it, as the two ends of a letter's head. A label and
// its value stay together.
func (l *line) parts() []line {
	var wide []span
	for _, g := range l.gaps() {
		if g.to-g.from >= wideGap && !strings.HasSuffix(spaced(string([]rune(l.text)[:g.from-l.column])), ":") {
			wide = append(wide, g)
		}
	}
	if wide == nil {
		return []line{*l}
	}
	var parts []line
	column := l.column
	for i, text := range l.cellsOf(wide) {
		p := *l
		p.text, p.column = text, column
		if i > 0 {
			p.blank, p.opens = 0, false
		}
		if i < len(wide) {
			column = wide[i].to
			p.soft = false
		}
		parts = append(parts, p)
	}
	return parts
}

// length is a text's length in letters.
func length(s string) int { return utf8.RuneCountInString(s) }
