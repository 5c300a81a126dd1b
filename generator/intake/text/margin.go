package text

import (
	"strings"

	"referat/generator/intake/pattern"
)

// marginLabel is what a case system prints beside the text of a letter.
var marginLabel = pattern.Of(`(?i)^(?:sagsbeh(?:andler|\.)?|sagn?s?nr|sag\b|dok\.? ?nr|dok\b|j\.? ?nr|journal|initialer|init\b|enhed|ref\b|dato\b|side \d|brevid|e-?mail|telefon|tlf|direkte)`)

// longestMargin is how many lines a margin has at the most.
const longestMargin = 60

// marginColumn is where a margin begins at the earliest.
const marginColumn = 40

// partMargins takes blocks that a layout has put beside the text out of the lines that they
// share with it, and puts them behind the text that they stood beside. Else a name in the margin
// would be read as part of the list beside it.
func partMargins(lines []line) []line {
	var out []line
	for i := 0; i < len(lines); {
		n := marginAt(lines[i:])
		if n == 0 {
			out = append(out, lines[i])
			i++
			continue
		}
		out = append(out, splitMargin(lines[i:i+n])...)
		i += n
	}
	return out
}

// marginAt tells how many lines from here on have a margin beside them.
func marginAt(lines []line) int {
	column, ok := marginOf(&lines[0])
	if !ok || lines[0].column >= marginColumn {
		return 0
	}
	n, labels := 0, 0
	for i := range lines {
		l := &lines[i]
		if i > 0 && (l.opens || l.blank > 2) || i == longestMargin {
			break
		}
		text, has := inMargin(l, column)
		if !has && l.edge() >= column {
			break
		}
		if has {
			n = i + 1
			if marginLabel().MatchString(text) {
				labels++
			}
		}
	}
	if labels < 2 {
		return 0
	}
	return n
}

// marginOf is the column in which the right part of a line begins.
func marginOf(l *line) (int, bool) {
	gaps := l.gaps()
	if len(gaps) == 0 {
		return 0, false
	}
	last := gaps[len(gaps)-1]
	return last.to, last.to >= marginColumn && last.to-last.from >= wideGap
}

// inMargin is what a line has in the margin that begins in a column.
func inMargin(l *line, column int) (string, bool) {
	if near(l.column, column) {
		return l.text, true
	}
	if c, ok := marginOf(l); ok && near(c, column) {
		return strings.TrimSpace(string([]rune(l.text)[c-l.column:])), true
	}
	return "", false
}

func near(a, b int) bool { return a-b < 3 && b-a < 3 }

// splitMargin puts the parts that stand in the margin behind the others.
func splitMargin(lines []line) []line {
	column, _ := marginOf(&lines[0])
	var body, margin []line
	for _, l := range lines {
		text, has := inMargin(&l, column)
		if !has {
			body = append(body, l)
			continue
		}
		side := l
		side.text, side.column, side.opens, side.blank = text, 0, false, min(len(margin), 1)*min(l.blank, 1)
		if len(margin) == 0 {
			side.blank = 1
		}
		margin = append(margin, side)
		if l.text = strings.TrimSpace(strings.TrimSuffix(l.text, text)); l.text != "" {
			l.soft = false
			body = append(body, l)
		}
	}
	return append(body, margin...)
}
