package site

import (
	"cmp"
	"slices"
	"strings"

	"referat/generator/content"
	"referat/generator/danish"
	"referat/generator/source"
)

// This file puts documents of one kind in order and keeps those that are public.

func (s *Site) orderSubjects() {
	slices.SortStableFunc(s.subjects, func(a, b *content.Subject) int {
		return cmp.Or(cmp.Compare(placeOf(a), placeOf(b)), cmp.Compare(danish.SortKey(a.Title), danish.SortKey(b.Title)))
	})
	places := map[int]*content.Subject{}
	ids := map[string]*content.Subject{}
	for _, g := range s.subjects {
		ids[g.ID] = g
		s.targets[g.Path] = target{address: s.subjectAddress(g.ID), anchors: g.Anchors, title: g.Title}
		if other := places[g.Order]; other != nil && g.Order != 0 {
			s.report(g.OrderPos, source.OrderConflict, g.Order, string(other.Path))
		}
		places[g.Order] = g
	}
	for _, g := range s.subjects {
		for _, id := range g.Report.JointWith {
			switch other := ids[id]; {
			case other == nil:
				s.report(g.Report.JointPos, source.UnknownSubject, id, s.nearestSubject(id))
			case !slices.Contains(other.Report.JointWith, g.ID):
				s.report(g.Report.JointPos, source.JointNotMutual, id, string(other.Path))
			}
		}
	}
}

// placeOf puts subjects without a place after those with one.
func placeOf(g *content.Subject) int {
	if g.Order == 0 {
		return 1 << 30
	}
	return g.Order
}

func (s *Site) subjectIDs() []string {
	ids := make([]string, len(s.subjects))
	for i, g := range s.subjects {
		ids[i] = g.ID
	}
	return ids
}

func (s *Site) subject(id string) *content.Subject {
	for _, g := range s.subjects {
		if g.ID == id {
			return g
		}
	}
	return nil
}

func (s *Site) orderCommittees() {
	slices.SortStableFunc(s.committees, func(a, b *content.Committee) int {
		return cmp.Compare(danish.SortKey(a.Title), danish.SortKey(b.Title))
	})
	for _, c := range s.committees {
		s.targets[c.Path] = target{address: s.committeeAddress(c.ID), anchors: c.Anchors, title: c.Title}
		if c.Successor != "" && s.committee(c.Successor) == nil {
			s.report(c.SuccessorPos, source.UnknownCommittee, c.Successor, source.Nearest(c.Successor, s.committeeIDs()), s.committeeFile(c.Successor))
		}
	}
}

func (s *Site) committee(id string) *content.Committee {
	for _, c := range s.committees {
		if c.ID == id {
			return c
		}
	}
	return nil
}

func (s *Site) committeeIDs() []string {
	ids := make([]string, len(s.committees))
	for i, c := range s.committees {
		ids[i] = c.ID
	}
	return ids
}

func (s *Site) committeeFile(id string) string {
	return "content/" + s.Committees.Folder + "/" + id + ".md"
}

// orderMinutes keeps the minutes that are public and links each to its neighbours.
func (s *Site) orderMinutes(all []*content.Minutes) {
	committees := map[string]*content.Committee{}
	closed := map[*content.Committee]string{}
	for _, c := range s.committees {
		committees[c.ID], closed[c] = c, s.closedWords(c)
	}
	made := make([]meeting, 0, len(all)) // never grows: others point into it
	s.minutes = make([]*meeting, 0, len(all))
	for i, m := range all {
		c := committees[m.Committee]
		if c == nil {
			if _, broken := s.tree.File(source.Path(s.committeeFile(m.Committee))); m.Committee != "" && !broken {
				s.report(source.Pos{Path: m.Path}, source.UnknownCommittee, m.Committee, source.Nearest(m.Committee, s.committeeIDs()), s.committeeFile(m.Committee))
			}
			continue
		}
		s.checkConcerns(m)
		for _, a := range m.Attachments {
			p := m.Dir + "/" + source.Path(a.File)
			s.listed[p] = true
			s.shut[p] = s.shut[p] || m.IsClosed(a.Item)
		}
		draft := m.State == content.Draft
		if draft && !c.PublishDrafts {
			s.hidden = true
		}
		if draft && !s.drafts && !c.PublishDrafts || !s.public(m.Life) {
			s.targets[m.Path] = target{}
			s.shutBundle(m)
			continue
		}
		if m.State == content.Withdrawn {
			s.shutBundle(m)
		}
		s.checkDays(m)
		if (!draft || c.PublishDrafts) && m.State != content.Withdrawn {
			s.reportImport(m)
		}
		made = append(made, meeting{Minutes: m, committee: c, closed: closed[c], address: s.minutesAddress(m), draft: draft, on: s.days[i], known: s.memory.of(m)})
		mt := &made[len(made)-1]
		s.minutes = append(s.minutes, mt)
		if !m.TranslationOf.IsZero() && m.State != content.Withdrawn {
			s.translations[m.TranslationOf.Path] = append(s.translations[m.TranslationOf.Path], mt)
		}
		s.targets[m.Path] = targetOf(mt)
	}
	s.byPath = slices.Clone(s.minutes)
	newestFirst(s.minutes)
	s.joinNeighbours()
}

// checkDays warns of what has not come yet and is told of as past, and of a meeting that
// is told of as coming though its day is over.
func (s *Site) checkDays(m *content.Minutes) {
	pos := source.Pos{Path: m.Path}
	switch m.State {
	case content.Planned:
		if s.clock.over(m.Date) {
			s.report(pos, source.StillPlanned, m.Date.String())
		}
	case content.Withdrawn:
		if s.ahead(m.Withdrawn) {
			s.report(pos, source.StateAhead, m.Withdrawn.String(), source.Given(false), source.Given(true))
		}
	case content.Approved:
		if s.ahead(m.Approved) {
			s.report(pos, source.StateAhead, m.Approved.String(), source.Given(true), source.Given(false))
		}
	}
	if m.State != content.Final && m.State != content.Approved {
		return
	}
	if s.ahead(m.Date) {
		s.report(pos, source.NotYetHeld, m.Date.String(), string(m.State))
	}
	for _, c := range m.Corrections {
		if s.ahead(c.Date) {
			s.report(pos, source.CorrectionAhead, c.Date.String())
		}
	}
}

// ahead tells that a day is in the future. One that is missing is a problem of its own.
func (s *Site) ahead(d danish.Date) bool { return !d.IsZero() && !s.clock.begun(d) }

// reportImport tells what an import left open in minutes that all may read.
func (s *Site) reportImport(m *content.Minutes) {
	if m.Unbalanced != (source.Pos{}) {
		s.report(m.Unbalanced, source.UnbalancedPublished)
	}
	if n := len(m.Doubts); n > 0 {
		s.report(m.Doubts[0].Pos, source.DoubtsLeft, string(m.State), n)
	}
}

// joinNeighbours links the meetings that lists show to those before and after them
// in their committee, and sorts them by committee.
func (s *Site) joinNeighbours() {
	s.held = map[string][]*meeting{"": make([]*meeting, 0, len(s.minutes))}
	after := map[string]*meeting{}
	for _, m := range s.minutes {
		if m.State == content.Withdrawn || !m.TranslationOf.IsZero() {
			continue
		}
		if next := after[m.Committee]; next != nil {
			m.next, next.previous = next, m
		}
		after[m.Committee] = m
		s.held[""] = append(s.held[""], m)
		s.held[m.Committee] = append(s.held[m.Committee], m)
	}
}

// newestFirst sorts meetings, later ones of a day before earlier ones.
func newestFirst(list []*meeting) {
	type dated struct {
		day int
		*meeting
	}
	sorted := make([]dated, len(list)) // most are told apart by what stands here
	for i, m := range list {
		sorted[i] = dated{(m.Date.Year*12+m.Date.Month)*31 + m.Date.Day, m}
	}
	slices.SortFunc(sorted, func(a, b dated) int {
		if a.day != b.day {
			return b.day - a.day
		}
		return cmp.Or(cmp.Compare(len(b.Name), len(a.Name)), cmp.Compare(b.Name, a.Name), cmp.Compare(a.Committee, b.Committee))
	})
	for i, d := range sorted {
		list[i] = d.meeting
	}
}

// shutBundle keeps the files beside minutes that are not public from being
// published through a link elsewhere.
func (s *Site) shutBundle(m *content.Minutes) {
	if !m.Bundle {
		return
	}
	for p := range s.files {
		if strings.HasPrefix(string(p), string(m.Dir)+"/") {
			s.shut[p], s.listed[p] = true, true
		}
	}
}

func (s *Site) checkConcerns(m *content.Minutes) {
	for _, a := range m.Agenda {
		for _, id := range a.Concerns {
			if s.subject(id) == nil {
				s.report(a.ConcernsPos, source.UnknownSubject, id, s.nearestSubject(id))
			}
		}
	}
}

// nearestSubject is the id that a wrong one may stand for: that of the subject that it is
// a name of, else the one most like it.
func (s *Site) nearestSubject(wrong string) string {
	for _, g := range s.subjects {
		if strings.EqualFold(g.Title, wrong) || slices.ContainsFunc(g.Aliases, func(a content.Alias) bool { return strings.EqualFold(a.Name, wrong) }) {
			return g.ID
		}
	}
	return source.Nearest(wrong, s.subjectIDs())
}

// checkSources follows the sources that no page shows.
func (s *Site) checkSources(all []*content.Minutes) {
	for _, g := range s.subjects {
		s.cite(g.Source)
	}
	for _, m := range all {
		if t := s.targets[m.Path]; t.address != "" {
			s.cite(m.TranslationOf)
		}
	}
}

// choosePages keeps the pages that are public.
func (s *Site) choosePages(all []*content.Page) {
	for _, p := range all {
		s.hidden = s.hidden || p.Draft
		if p.Draft && !s.drafts || !s.public(p.Life) {
			s.targets[p.Path] = target{}
			continue
		}
		s.pages = append(s.pages, p)
		s.targets[p.Path] = target{address: p.Address, anchors: p.Anchors, title: p.Title}
	}
}
