package content

import (
	"strings"

	"referat/generator/danish"
)

// What was decided in an item is what its author marked; and where nothing is marked,
// all that stands in a section whose name says that it was decided. Which names do is
// for the settings to say: the program infers no decision from prose.

const (
	// longDecision is from how many bytes of text on a decision is long: it may be a
	// whole section.
	longDecision = 1200
	// mostInOpening is how much of a long one stands for it elsewhere, in whole
	// sentences where they are not longer than that.
	mostInOpening = 600
)

// marked tells that an author marked something in the section as a decision.
func (s *Section) marked() bool {
	for i := range s.Parts {
		if s.Parts[i].Decision {
			return true
		}
	}
	return false
}

// Decided are the parts of the section that were decided.
func (s *Section) Decided() []*Part {
	var list []*Part
	all := s.Decides && !s.marked()
	for i := range s.Parts {
		if p := &s.Parts[i]; p.Decision || all {
			list = append(list, p)
		}
	}
	return list
}

// Decided are the decisions of the item.
func (i *Item) Decided() []*Part {
	var list []*Part
	for j := range i.Sections {
		list = append(list, i.Sections[j].Decided()...)
	}
	return list
}

// Decisions counts them.
func (i *Item) Decisions() int { return len(i.Decided()) }

// marked tells that the author marked something in the item as a decision.
func (i *Item) marked() bool {
	for j := range i.Sections {
		if i.Sections[j].marked() {
			return true
		}
	}
	return false
}

// openDecisions keeps the beginning of each long decision. The HTML of the texts is
// still there.
func (m *Minutes) openDecisions() {
	for i := range m.Items {
		for _, p := range m.Items[i].Decided() {
			if p.Text.Size > longDecision { // of its HTML, which is no shorter
				p.Opening = beginning(p.Text.Plain().Text)
			}
		}
	}
}

// beginning is the beginning of a long text, on one line; "" of one that is not long.
func beginning(text string) string {
	if len(text) <= longDecision {
		return ""
	}
	end := 0
	for at := 0; at < len(text); {
		_, to := danish.Sentence(text, at)
		if to > mostInOpening {
			break
		}
		end = to
		at = to + len(text[to:]) - len(strings.TrimLeft(text[to:], " \t\n"))
		if at == to { // nothing parts what follows
			break
		}
	}
	if end == 0 {
		end = strings.LastIndexAny(text[:mostInOpening], " \t\n")
	}
	if end <= 0 {
		return ""
	}
	return strings.Join(strings.FieldsFunc(text[:end], func(c rune) bool { return c == ' ' || c == '\t' || c == '\n' }), " ")
}
