package site

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"referat/generator/content"
	"referat/generator/plain"
	"referat/generator/source"
)

// A site that differs from the one before in nothing but what some minutes say
// grows out of it: it takes over order, names and addresses. When moreover what other
// pages show of those minutes stands where it stood (graft.go), it takes over every
// output but theirs. Whatever is not compared here makes the site anew.

// stage is what a site without errors leaves to the next. The next one changes its
// meetings in place, so that the site itself is of no more use then.
type stage struct {
	site     *Site
	arranged findings             // found before any text was read
	meetings []source.Problem     // found in the texts of meetings
	rest     []source.Problem     // found by other pages
	subjects part                 // the pages of the subjects
	goals    map[source.Path]bool // where other pages' links lead
	promised []promise            // of all pages
	outputs  []Output
	index    []*IndexPart
}

// growsFrom tells that a site as this one is to be differs from the one before in
// what minutes say only.
func (s *Site) growsFrom(last *stage) bool {
	if last == nil {
		return false
	}
	before := last.site
	since, until := before.Span()
	if now := s.clock.now; now.Before(since) || !until.IsZero() && !now.Before(until) {
		return false
	}
	was, is := before.docs, s.docs
	if !s.versions.same(before.versions) || !slices.Equal(s.days, before.days) || !slices.Equal(s.lists, before.lists) || !equal(s.past.Entries, before.past.Entries) || s.begun != before.begun {
		return false
	}
	return s.drafts == before.drafts && s.frame.Digest() == before.frame.Digest() &&
		slices.Equal(was.Committees, is.Committees) && slices.Equal(was.Subjects, is.Subjects) && slices.Equal(was.Pages, is.Pages) &&
		was.Shared == is.Shared && was.Synonyms == is.Synonyms && slices.EqualFunc(was.Series, is.Series, same) && slices.EqualFunc(was.Tables, is.Tables, same) && slices.EqualFunc(was.Files, is.Files, sameFile) &&
		slices.EqualFunc(was.Minutes, is.Minutes, last.standsAlike)
}

// same tells that two documents say the same.
func same[T any](a, b *T) bool { return a == b || plain.DigestOf(a) == plain.DigestOf(b) }

// sameFile tells that a file has the same bytes, or that nobody has asked for them.
func sameFile(a, b *source.File) bool {
	digest, known := a.Known()
	other, too := b.Known()
	return a == b || a.Path == b.Path && known == too && digest == other
}

// standsAlike tells that later minutes stand in the site where those before them
// stood, and are as public.
func (l *stage) standsAlike(was, is *content.Minutes) bool {
	switch {
	case was == is:
		return true
	case was.Path != is.Path:
		return false
	case !slices.Equal(was.Corrections, is.Corrections):
		return false // another page lists them
	case was.Head == is.Head:
		return true
	}
	sameTime := func(a, b *time.Time) bool { return a == b || a != nil && b != nil && a.Equal(*b) }
	return was.State == is.State && was.Approved == is.Approved && was.Record.Date == is.Record.Date && was.Lang == is.Lang && was.Withdrawn == is.Withdrawn && was.WithdrawnReason == is.WithdrawnReason && was.TranslationOf == is.TranslationOf && slices.Equal(was.OldAddresses, is.OldAddresses) &&
		sameTime(was.Life.Publish, is.Life.Publish) && sameTime(was.Life.Expires, is.Life.Expires) &&
		slices.EqualFunc(was.Agenda, is.Agenda, func(a, b content.AgendaItem) bool {
			return a.Number == b.Number && a.Closed == b.Closed && a.All == b.All && slices.Equal(a.Concerns, b.Concerns)
		}) &&
		slices.EqualFunc(was.Attachments, is.Attachments, func(a, b content.Attachment) bool { return a.File == b.File && a.Item == b.Item }) &&
		!slices.ContainsFunc(l.arranged.problems, func(p source.Problem) bool { return p.Pos.Path == is.Path }) // whose line may be another
}

// takeOver arranges the site as the one before it was.
func (s *Site) takeOver(last *stage) {
	before := last.site
	docs, files := s.docs, s.files
	s.library, s.names, s.hidden = before.library, before.names, before.hidden
	s.docs, s.files, s.listed, s.shut = docs, files, before.listed, before.shut
	s.clock.nearby, s.clock.days = before.clock.nearby, before.clock.days
	s.links.findings = findings{trail: trail{promised: slices.Clone(last.arranged.promised)}, problems: slices.Clone(last.arranged.problems)}
	s.moved, s.growth = map[source.Path]bool{}, growth{last: last, quiet: true, arranged: last.arranged, later: newGrafts()}
	for i, is := range docs.Minutes {
		was := before.docs.Minutes[i]
		t := s.targets[is.Path]
		if was == is || t.meeting == nil {
			continue // the same, or not public
		}
		m := t.meeting
		m.Minutes = is
		s.changed = append(s.changed, m)
		now := targetOf(m)
		if !t.same(now) {
			s.moved[is.Path] = true
		}
		s.targets[is.Path] = now
		s.quiet = s.quiet && sameOutline(was, is)
	}
}

// sameOutline tells that two minutes have the same items, but for their titles.
func sameOutline(a, b *content.Minutes) bool {
	return slices.EqualFunc(a.Items, b.Items, func(x, y content.Item) bool {
		return x.Number == y.Number && x.Anchor == y.Anchor && x.Closed == y.Closed && x.Decisions() == y.Decisions()
	})
}

// readChanged reads the texts that have changed, and finds out whether other pages
// show anything of that.
func (s *Site) readChanged() {
	before := make([]*extract, len(s.changed))
	for i, m := range s.changed {
		before[i] = m.extract
	}
	s.readTexts(s.changed)
	for i, m := range s.changed {
		was, is := before[i], m.extract
		s.told = s.told || !was.tells(is)
		s.quiet = s.quiet && was.page == is.page && was.file == is.file && s.later.note(was, is)
	}
	s.quiet = s.quiet && s.later.sameShards(s.last.index)
}

// tells tells that a meeting's later extract has the same for the pages of subjects.
func (e *extract) tells(later *extract) bool {
	return slices.Equal(e.mentions, later.mentions) &&
		slices.EqualFunc(e.decisions, later.decisions, func(a, b decided) bool {
			return slices.Equal(a.concerns, b.concerns) && (len(a.concerns) == 0 || a.shown != nil && a.shown == b.shown)
		})
}

// followChanged follows the links of the meetings whose texts have changed and of
// those that lead to places there, and finds out whether that is all.
func (s *Site) followChanged() {
	if len(s.moved) > 0 {
		for _, m := range s.minutes {
			leadsThere := s.moved[m.TranslationOf.Path] || slices.ContainsFunc(m.known.found.goals, func(p source.Path) bool { return s.moved[p] })
			if leadsThere && !slices.Contains(s.changed, m) {
				s.changed = append(s.changed, m)
			}
		}
	}
	before := make([]findings, len(s.changed))
	for i, m := range s.changed {
		before[i] = m.known.found
	}
	s.followLinks(s.changed)
	for i, m := range s.changed {
		found := m.known.found
		s.quiet = s.quiet && slices.Equal(found.used, before[i].used) && slices.Equal(found.promised, before[i].promised)
	}
	for p := range s.moved {
		address := s.targets[p].address
		s.quiet = s.quiet && !s.last.goals[p] &&
			!slices.ContainsFunc(s.last.promised, func(p promise) bool { return strings.HasPrefix(p.address, address) })
	}
}

func setOf(paths []source.Path) map[source.Path]bool {
	set := make(map[source.Path]bool, len(paths))
	for _, p := range paths {
		set[p] = true
	}
	return set
}

// part are outputs that were made together, and what was found on the way.
type part struct {
	outputs []Output
	found   findings
	leads   map[source.Path]bool // the goals found
}

// subjectsAgain makes the pages of the subjects, or takes them over when no changed
// meeting tells anything else of them or is a source of theirs.
func (s *Site) subjectsAgain() part {
	if s.last != nil && !s.told && !slices.ContainsFunc(s.changed, func(m *meeting) bool { return s.last.subjects.leads[m.Path] }) {
		kept := s.last.subjects
		for _, o := range kept.outputs {
			s.put(o)
		}
		s.links.goals = append(s.links.goals, kept.found.goals...)
		s.links.join(kept.found)
		return kept
	}
	s.memory.subjects.turn()
	outputs, before := len(s.outputs), s.links.findings
	s.subjectPages()
	after := s.links.findings
	found := findings{problems: slices.Clone(after.problems[len(before.problems):]), trail: trail{goals: slices.Clone(after.goals[len(before.goals):]),
		used: slices.Clone(after.used[len(before.used):]), promised: slices.Clone(after.promised[len(before.promised):])}}
	weigh(s.outputs[outputs:])
	return part{slices.Clone(s.outputs[outputs:]), found, setOf(found.goals)}
}

// change puts what the changed meetings are now into outputs of the site before, sorted.
func (s *Site) change(outputs []Output) {
	put := func(path string, made any) {
		i, found := slices.BinarySearchFunc(outputs, path, func(o Output, path string) int { return cmp.Compare(o.Path, path) })
		if found {
			outputs[i].Made = made
		}
	}
	for _, m := range s.changed {
		if m.recipe != nil {
			put(m.extract.page, minutesPage{m.recipe})
			put(m.extract.file, minutesFile{m.recipe})
		}
	}
}

// replaced are all outputs of a site of which nothing has changed but meetings' own,
// and what others show of these.
func (s *Site) replaced() []Output {
	last := s.last
	changed := map[source.Path]bool{}
	for _, m := range s.changed {
		changed[m.Path] = true
	}
	meetings := slices.DeleteFunc(slices.Clone(last.meetings), func(p source.Problem) bool { return changed[p.Pos.Path] })
	for _, m := range s.changed {
		meetings = append(meetings, m.known.found.problems...)
	}
	s.meetings = last.site.meetings
	outputs, subjects, index := slices.Clone(last.outputs), last.subjects, last.index
	s.change(outputs)
	if len(s.later.leaves) > 0 {
		subjects = s.graft(outputs, subjects)
		index = s.later.onParts(index)
	}
	s.leave(stage{arranged: s.arranged, meetings: meetings, rest: last.rest, subjects: subjects, goals: last.goals, promised: last.promised, outputs: outputs, index: index})
	return outputs
}

// leave keeps what the next site may grow out of.
func (s *Site) leave(now stage) {
	now.site = s
	s.links.problems = slices.Concat(now.arranged.problems, now.meetings, now.rest)
	s.memory.last = nil
	if source.Errors(s.links.problems) == 0 {
		s.memory.last = &now
	}
}
