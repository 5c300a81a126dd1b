package intake

import "referat/generator/intake/manuscript"

// spot is where a doubt's words stand, as its entry under [import] tells it.
type spot struct {
	key  string // of front matter
	near string // the first words
	nth  int    // which of the lines of its part that have them, from 1; 0 where only one has
	line int    // of the body, from 0
}

// begun is a block of the source with the line of the body where it begins.
type begun struct {
	line int
	at   manuscript.Place
}

// finder tells which words of a content file a doubt is about.
type finder struct {
	draft *Draft
	body  *bodyWriter
	taken map[spot]bool // by doubts before
}

// spot finds the words of a doubt. Of lines that say the same it is the one that the doubt's own block became.
func (f finder) spot(d Doubt) spot {
	t := d.Target
	switch t.Part {
	case InHead:
		return spot{key: t.Near}
	case InParticipants:
		s := spot{key: "participants"}
		if t.Index >= 0 && t.Index < len(f.draft.Participants) {
			s.near = f.draft.Participants[t.Index].Name
		}
		return s
	case InAgenda:
		s := spot{key: "agenda"}
		if t.Index >= 0 && t.Index < len(f.draft.Agenda) {
			s.near = f.draft.Agenda[t.Index].Title
		}
		return s
	}
	heading, from, to := f.part(t)
	found := withWords(f.body.lines[from:to], firstWords(t.Near))
	if len(found) == 0 {
		return spot{line: heading}
	}
	first, last := f.block(d.At, from, to)
	s := amongAlike(found, f.pick(found, from, first, last, t.Near), t.Near)
	s.line += from
	f.taken[s] = true
	return s
}

// pick chooses among lines that have the words: one of the block's own that no doubt before has.
func (f finder) pick(found []int, from, first, last int, words string) int {
	own := 0
	for i, line := range found {
		if line+from < first || line+from >= last {
			continue
		}
		s := amongAlike(found, i, words)
		if s.line += from; !f.taken[s] {
			return i
		}
		own = i
	}
	return own
}

// amongAlike is the spot of one of the lines that have the words.
func amongAlike(found []int, i int, words string) spot {
	s := spot{near: firstWords(words), line: found[i]}
	if len(found) > 1 {
		s.nth = i + 1
	}
	return s
}

// block is the lines between which a block of the source stands, or what is left of it.
func (f finder) block(at manuscript.Place, from, to int) (first, last int) {
	var own manuscript.Place
	first, last = from, to
	for _, b := range f.body.began {
		if b.line < from || b.line >= to || b.at == own {
			continue
		}
		if b.at.Compare(at) > 0 {
			return first, b.line
		}
		first, own = b.line, b.at
	}
	return first, last
}

// part is the lines of the body that a part of it has, and its heading before them.
func (f finder) part(t Target) (heading, from, to int) {
	b := f.body
	if t.Part == InPreface || t.Index < 0 || t.Index >= len(b.items) {
		if len(b.items) > 0 {
			return 0, 0, b.items[0]
		}
		return 0, 0, len(b.lines)
	}
	heading, to = b.items[t.Index], len(b.lines)
	if t.Index+1 < len(b.items) {
		to = b.items[t.Index+1]
	}
	if sections := b.sections[t.Index]; t.Part == InSection && t.Section >= 0 && t.Section < len(sections) {
		heading = sections[t.Section]
		if t.Section+1 < len(sections) {
			to = sections[t.Section+1]
		}
		if f.draft.Items[t.Index].Sections[t.Section].Name == "" {
			return heading, heading, to
		}
	}
	return heading, min(heading+1, to), to
}

// lineOf is the line of the file that a doubt is about, from 1.
func (w *headWriter) lineOf(t Target, s spot) int {
	at := func(list []int) int {
		if t.Index >= 0 && t.Index < len(list) {
			return list[t.Index]
		}
		return 1
	}
	switch t.Part {
	case InHead:
		return max(w.keys[t.Near], 1)
	case InParticipants:
		return at(w.participants)
	case InAgenda:
		return at(w.agenda)
	}
	return w.line() + s.line
}
