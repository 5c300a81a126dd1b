package intake

import (
	"strings"

	"referat/generator/intake/manuscript"
	"referat/generator/source"
)

// withoutItems decides what a document without items has: sections make one item, which has
// the name of the meeting; else all is text before the items.
func (a *analysis) withoutItems() int {
	if len(a.agenda.entries) > 0 && a.agenda.to == len(a.lines) {
		return len(a.lines)
	}
	if a.cancelledDocument() {
		return len(a.lines)
	}
	for i := a.bodyFrom(); i < len(a.lines); i++ {
		l := &a.lines[i]
		if a.sectionName(l) == "" || typeLine().MatchString(l.text) && i < 3 || !l.first || !a.textBehind(i) {
			continue
		}
		a.starts = []start{{numbered: numbered{line: i}, textAt: -1, untitled: true}}
		return i
	}
	if from := a.titlesAlone(); from >= 0 {
		return from
	}
	return len(a.lines)
}

// titlesAlone takes short lines that stand alone above text for the headings of items, in a document
// that has no other: two at least. That is a guess, and is said.
func (a *analysis) titlesAlone() int {
	var found []start
	for i := a.bodyFrom(); i+1 < len(a.lines); i++ {
		l, next := &a.lines[i], &a.lines[i+1]
		if l.alone() && l.block.Kind == manuscript.Paragraph && len(l.text) < fullLine && capital(l.text) && !sentenceLike(l.text) && !strings.HasSuffix(l.text, ":") &&
			len(valuesOf(l)) == 0 && !a.isFrontHeading(l) && len(datesIn(l.text)) == 0 && next.first && endsAsSentence(next) && len(valuesOf(next)) == 0 {
			found = append(found, start{numbered: numbered{line: i}, count: 1, heading: l.text, textAt: -1})
		}
	}
	if len(found) < 2 {
		return -1
	}
	a.starts = found
	a.doubt(doubtAt{a.lines[found[0].line].at, Target{Part: InItem}}, source.DoubtGuessedItems, len(found))
	return found[0].line
}

// endsAsSentence tells that the paragraph of a line is prose.
func endsAsSentence(l *line) bool {
	return l.cells == nil && (sentenceLike(l.text) || l.block.Wrapped && sentenceLike(spaced(l.block.Words())))
}

// cancelledDocument tells that the meeting was not held, so that a document has no items.
func (a *analysis) cancelledDocument() bool {
	for i := range a.lines {
		if text := a.lines[i].text; cancelled().MatchString(text) && !otherMeeting().MatchString(text) && len(text) < fullLine {
			return true
		}
	}
	return false
}

// textBehind tells that a heading is followed by text, and not by the facts of the head.
func (a *analysis) textBehind(i int) bool {
	return i+1 < len(a.lines) && len(valuesOf(&a.lines[i+1])) == 0 && !meetingTitle().MatchString(a.lines[i+1].text)
}
