package docx

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"referat/generator/intake/manuscript"
)

// paragraph is a paragraph while it is read. Where the end of one is deleted, it is several.
type paragraph struct {
	properties   *element // of the last
	style        string
	spans        []span
	boxes        []box
	gone         bool // without words it is not on the page, so that no list counts it
	numbersPages bool
}

// span is text of one look and one fate.
type span struct {
	run  manuscript.Run
	fate fate
	size int
	at   manuscript.Place
}

// box is a text box anchored in a paragraph.
type box struct {
	content *element
	context context
}

func (p *paragraph) add(s span) { p.spans = append(p.spans, s) }

// lay makes a block of a paragraph that has been read, and reports what of it is not to be read. There may be
// nothing left.
func (s *story) lay(p *paragraph) (l laid, any bool) {
	var kept []span
	for rest := p.spans; len(rest) > 0; {
		n := 1
		for n < len(rest) && rest[n].fate == rest[0].fate {
			n++
		}
		first, same := rest[0], rest[:n]
		rest = rest[n:]
		switch {
		case first.fate.unseen():
			s.file.unseen(first.fate.kind(), first.at, len(strings.Fields(textOf(same))))
		case first.fate != shown:
			s.file.aside(textOf(same), first.fate.reason(), first.at)
		default:
			kept = append(kept, same...)
		}
	}
	kept = trimmed(kept)
	l.At, l.numbersPages = s.here, p.numbersPages
	if len(kept) > 0 {
		l.At = kept[0].at
	} else if p.gone {
		return l, false
	}
	l.size = s.measure(kept)
	l.Text = s.runsOf(kept)
	s.classify(&l, p)
	return l, len(l.Text) > 0 || l.Mark != ""
}

// classify finds what kind of block a paragraph is, and its mark.
func (s *story) classify(l *laid, p *paragraph) {
	st := s.file.styles.of(p.style)
	level := st.level
	if outline := p.properties.child("w:outlineLvl"); outline != nil {
		level = outlineLevel(outline)
	}
	list := st.list
	if own := listingOf(p.properties); own.num != "" {
		list = listing{num: own.num, depth: own.depth}
		if own.depth == notSaid && own.num == st.list.num {
			list = st.list
		}
	} else if own.depth != notSaid {
		list.depth, list.style = own.depth, ""
	}
	mark, depth, listed := s.file.numbering.next(list)
	switch {
	case level != notHeading:
		l.Kind, l.Level = manuscript.Heading, level
		plainThroughout(l.Text)
	case listed:
		l.Kind, l.Level = manuscript.Entry, depth
	}
	if listed {
		l.Mark, l.bullet = mark.text, mark.bullet
	}
}

// plainThroughout takes from a heading the look that all of it has: that is its style, and stresses nothing.
func plainThroughout(text []manuscript.Run) {
	bold, italic := true, true
	for _, r := range text {
		bold = bold && (r.Look.Bold || blank(r.Text))
		italic = italic && (r.Look.Italic || blank(r.Text))
	}
	for i := range text {
		text[i].Look.Bold = text[i].Look.Bold && !bold
		text[i].Look.Italic = text[i].Look.Italic && !italic
	}
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }

// measure is the size of the smallest letters. It counts how many letters of the body there are of each size.
func (s *story) measure(spans []span) int {
	smallest := 0
	for _, sp := range spans {
		if blank(sp.run.Text) {
			continue
		}
		if s.body {
			s.file.sizes[sp.size] += utf8.RuneCountInString(sp.run.Text)
		}
		if smallest == 0 || sp.size < smallest {
			smallest = sp.size
		}
	}
	return smallest
}

// trimmed is spans without the space before the first word and after the last.
func trimmed(spans []span) []span {
	for len(spans) > 0 && spans[0].run.Note == 0 {
		text := strings.TrimLeftFunc(spans[0].run.Text, unicode.IsSpace)
		if spans[0].run.Text = text; text != "" {
			break
		}
		spans = spans[1:]
	}
	for n := len(spans); n > 0 && spans[n-1].run.Note == 0; n-- {
		text := strings.TrimRightFunc(spans[n-1].run.Text, unicode.IsSpace)
		if spans[n-1].run.Text = text; text != "" {
			break
		}
		spans = spans[:n-1]
	}
	return spans
}

func textOf(spans []span) string {
	var s strings.Builder
	for _, sp := range spans {
		s.WriteString(sp.run.Text)
	}
	return s.String()
}

// runsOf makes runs of spans. Space between two runs of one look has that look too, whatever it was
// set in: it shows none.
func (s *story) runsOf(spans []span) []manuscript.Run {
	all := make([]manuscript.Run, len(spans))
	for i, sp := range spans {
		all[i] = sp.run
		if i == 0 || i+1 == len(spans) || strings.Trim(sp.run.Text, " ") != "" {
			continue
		}
		if before, after := all[i-1], spans[i+1].run; sameLook(before, after) && sp.run.Note == 0 {
			all[i].Look, all[i].Link = before.Look, before.Link
		}
	}
	merged := merge(all)
	for i := range merged {
		merged[i].Text = norm.NFC.String(merged[i].Text)
		if strings.Contains(merged[i].Text, replacement) {
			s.file.unseen(manuscript.Sign, spans[0].at, 0)
		}
	}
	return merged
}

// merge makes one run of those that follow each other and look the same.
func merge(all []manuscript.Run) []manuscript.Run {
	var merged []manuscript.Run
	for len(all) > 0 {
		n := 1
		for n < len(all) && sameLook(all[n], all[0]) {
			n++
		}
		r := all[0]
		if n > 1 {
			r.Text = manuscript.Plain(all[:n])
		}
		if r.Text != "" || r.Note != 0 {
			merged = append(merged, r)
		}
		all = all[n:]
	}
	return merged
}

func sameLook(a, b manuscript.Run) bool {
	return a.Look == b.Look && a.Link == b.Link && a.Note == 0 && b.Note == 0
}
