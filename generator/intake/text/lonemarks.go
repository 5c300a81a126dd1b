package text

import "referat/generator/intake/pattern"

// loneMark is a mark of a list without its entry.
var loneMark = pattern.Of(`^(?:[•▪●◦■□☐☒☑✓→]|\d{1,3}[.)])$`)

// withMarks puts marks that stand in a line of their own before the line that follows, as a wide space between
// mark and entry makes some programs write them.
func withMarks(lines []line) []line {
	whole := lines[:0]
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		if i+1 < len(lines) && loneMark().MatchString(l.text) && !loneMark().MatchString(lines[i+1].text) && lines[i+1].blank < 2 && !lines[i+1].opens {
			i++
			l.text += " " + lines[i].text
			l.soft = lines[i].soft
		}
		whole = append(whole, l)
	}
	return whole
}
