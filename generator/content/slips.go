package content

import (
	"bytes"
	"strings"
	"unsafe"

	"referat/generator/danish"
	"referat/generator/source"
)

// slips looks for what in minutes disagrees with itself. The record is never altered to
// fit: what is found may stand in the original, and then it stays. So a slip is a warning
// where it is sure, else information.
type slips struct {
	*Minutes
	*converter
	front *table
	words *Vocabulary
}

// findSlips looks through minutes, and takes what their words tell. Of a meeting that was
// not held only dates are looked at and whether it has what only a held one can have; of
// withdrawn minutes only dates.
func (m *Minutes) findSlips(c *converter, t *table, v *Vocabulary) {
	s := slips{m, c, t, v}
	s.dates()
	var also func(b *block)
	switch {
	case m.Held():
		s.agenda()
		s.people()
		also = s.text()
	case m.State != Withdrawn:
		s.unheld()
	}
	var problems []source.Problem
	m.prose, problems = readProse(c.path, unsafe.String(unsafe.SliceData(c.src), len(c.src)), c.line, v, also)
	c.problems = append(c.problems, problems...)
}

// Held tells that the meeting took place, and that its minutes have a text to be shown.
func (m *Minutes) Held() bool { return m.State == Draft || m.State == Final || m.State == Approved }

func (s *slips) found(pos source.Pos, code source.Code, args ...any) {
	s.converter.problems = append(s.converter.problems, source.At(pos, code, args...))
}

// dates compares the dates of the front matter with the meeting's.
func (s *slips) dates() {
	if d := s.Record.Date; !d.IsZero() && d.Before(s.Date) && s.Held() {
		s.found(s.front.table("record").pos("date"), source.DocumentEarly, d.String(), s.Date.String())
	}
	if d := s.Withdrawn; !d.IsZero() && d.Before(s.Date) && s.State == Withdrawn {
		s.found(s.front.pos("withdrawn"), source.WithdrawnEarly, d.String(), s.Date.String())
	}
	for i, c := range s.front.tables("corrections") {
		if d := s.Corrections[i].Date; !d.IsZero() && d.Before(s.Date) {
			s.found(c.pos("date"), source.CorrectionEarly, d.String(), s.Date.String())
		}
	}
	for _, key := range []string{"title", "place"} {
		written, _ := s.front.values[key].value.(string)
		for _, w := range danish.Weekdays(written) {
			if w.Written != w.Right {
				s.found(s.front.pos(key), source.WeekdayDiffers, w.Words, w.Right)
			}
		}
	}
}

// text gives what looks at the text for who speaks and which enclosures it names; nil when
// there is nobody and nothing to look for.
func (s *slips) text() func(b *block) {
	absent := s.absent()
	s.enclosures()
	if len(absent) == 0 && !bytes.Contains(s.src, []byte("ilag")) && !bytes.Contains(s.src, []byte("ILAG")) {
		return nil
	}
	return func(b *block) {
		s.speakers(b, absent)
		s.enclosure(b)
	}
}

// agenda compares the items of the agenda with those of the text.
func (s *slips) agenda() {
	if len(s.Agenda) == 0 || len(s.Items) == 0 {
		return
	}
	for i, at := range s.front.tables("agenda") {
		a := &s.Agenda[i]
		if a.Closed || s.AgendaItem(a.Number) != a { // what stands twice is an error of its own
			continue
		}
		item := s.Item(a.Number)
		switch elsewhere := s.Elsewhere(a); {
		case item != nil:
			s.item(a, item)
		case elsewhere != nil:
			item = elsewhere
		default:
			s.found(at.pos("number"), source.AgendaWithoutText, a.Number, a.Title)
		}
		between := i > 0 && i < len(s.Agenda)-1 // words of welcome and any other business need none
		if between && a.Kind == "" && (item == nil || s.words.KindOf(item.Kind) == "") && s.hasKinds() {
			s.found(at.pos("number"), source.KindMissing, a.Number)
		}
	}
	for i := range s.Items {
		s.decision(&s.Items[i])
	}
}

// item compares an item of the agenda with its text.
func (s *slips) item(a *AgendaItem, item *Item) {
	if !sameWords(a.Title, item.Title) {
		s.found(item.Pos, source.TitleDiffers, a.Number, item.Title, a.Title)
	}
	if kind := s.words.KindOf(item.Kind); kind != "" && a.Kind != "" && kind != a.Kind {
		s.found(item.Pos, source.KindDiffers, a.Number, s.words.KindName(kind), s.words.KindName(a.Kind))
	}
}

// hasKinds tells that some item of the agenda has one.
func (s *slips) hasKinds() bool {
	for _, a := range s.Agenda {
		if a.Kind != "" {
			return true
		}
	}
	return false
}

// decision tells of one that is marked in an item that is not there for decisions.
func (s *slips) decision(item *Item) {
	kind := s.words.KindOf(item.Kind)
	if a := s.AgendaItem(item.Number); kind == "" && a != nil {
		kind = a.Kind
	}
	if kind != "" && !s.words.decides(kind) && item.marked() {
		s.found(item.Pos, source.DecisionUnderKind, item.Number, s.words.KindName(kind))
	}
}

// unheld tells of items of a meeting that was not held with what only a held one can have: a
// decision, or a text under what happened. All else an agenda may have too.
func (s *slips) unheld() {
	for i := range s.Items {
		item := &s.Items[i]
		decision, under := item.marked(), ""
		if !decision {
			under = item.happened()
		}
		if decision || under != "" {
			s.found(item.Pos, source.OutcomeNotHeld, item.Number, item.Title, source.Given(decision), under,
				source.Given(s.State == Planned), source.Given(s.State == Cancelled))
		}
	}
}

// happened is the name of the first section with a text of what happened at the meeting; ""
// of none.
func (i *Item) happened() string {
	for _, s := range i.Sections {
		if s.Role == Outcome && len(s.Parts) > 0 {
			return s.Name
		}
	}
	return ""
}

// decides tells that a kind is that of decisions: by its letter or its name.
func (v *Vocabulary) decides(code string) bool {
	name := strings.ToLower(v.KindName(code))
	return code == "B" || strings.Contains(name, "beslut") || strings.Contains(name, "godkend") || strings.Contains(name, "deci")
}

// sameWords makes no difference between upper and lower case and kinds of space, nor of a
// point at the end.
func sameWords(a, b string) bool {
	plain := func(s string) string { return strings.TrimRight(strings.Join(strings.Fields(s), " "), ".: ") }
	return a == b || strings.EqualFold(plain(a), plain(b))
}
