package intake

import (
	"strings"

	"referat/generator/intake/manuscript"
)

// Some authorities write the number of an item's case above its title, others below it or behind its text. A line
// above a title is read as what the document does all through.

// findCaseLines gives the items the lines above their titles that name their cases.
func (a *analysis) findCaseLines() {
	above := 0
	for i := range a.starts {
		s := &a.starts[i]
		if a.isCaseLine(s.line + s.count) {
			return // they stand below the titles
		}
		if i > 0 && a.isCaseLine(s.line-1) {
			above++
		}
	}
	if above == 0 || a.isCaseLine(len(a.lines)-1) {
		return // behind the last text there is one too
	}
	for i := range a.starts {
		s := &a.starts[i]
		for a.isCaseLine(s.line - s.lead - 1) {
			s.lead++
		}
		if first := s.line - s.lead - 1; i == 0 && first >= 0 {
			if _, _, is := labelled(a.lines[first].text); is {
				s.lead = 0 // they are the last of what is said of the document
			}
		}
	}
}

// isCaseLine tells of a line that is no more than the number of a case or a document.
func (a *analysis) isCaseLine(i int) bool {
	if i < 0 || i >= len(a.lines) {
		return false
	}
	l := &a.lines[i]
	f, number, is := labelled(l.text)
	return is && (f == caseFact || f == documentFact) && l.cells == nil && l.block.Kind != manuscript.Heading && strings.ContainsAny(number, "0123456789") && len(strings.Fields(number)) <= 3
}
