package text

import (
	"strings"

	"referat/generator/intake/manuscript"
	"referat/generator/intake/pattern"
)

// This file sets aside the lines by which a site like this one marks a decision in Markdown, ::: above
// and below it. That is the author's mark and no text; but it is for whoever imports the minutes to decide.

var (
	markBegins = pattern.Of(`^ {0,3}:::+\s*\pL`)
	markEnds   = pattern.Of(`^ {0,3}:::+\s*$`)
)

// withoutMarks takes the lines of marks out of a text, and gives them by number, from 0.
func (r *markdownReader) withoutMarks(text string) (rest string, marks map[int]string) {
	lines := strings.Split(text, "\n")
	marks = map[int]string{}
	begun := -1
	for i, line := range lines {
		switch {
		case markBegins().MatchString(line):
			begun = i
		case begun >= 0 && markEnds().MatchString(line):
			for _, n := range []int{begun, i} {
				marks[n] = lines[n]
				lines[n] = ""
				r.doc.Aside = append(r.doc.Aside, manuscript.Aside{Words: spaced(marks[n]), Why: manuscript.Markup, At: manuscript.Place{Line: n + 1}, Times: 1})
			}
			begun = -1
		}
	}
	return strings.Join(lines, "\n"), marks
}

// withLines puts lines back that were taken out.
func withLines(text string, taken map[int]string) string {
	lines := strings.Split(text, "\n")
	for i, line := range taken {
		lines[i] = line
	}
	return strings.Join(lines, "\n")
}
