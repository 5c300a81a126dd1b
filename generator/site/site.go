// Package site sees all documents together and says what the finished site
// consists of: every file of public/ with its address, the view it is drawn
// from, and the layout or encoder that draws it.
//
// It decides what is public, in which order things stand, where every link
// leads, and which text mentions which subject. It cannot know how a page
// looks: no word that a reader sees stands here, and no markup.
//
// Addresses end in a slash; the file is index.html below it. A fragment of
// text stands in a view by its name, with what its holes hold.
package site

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"referat/generator/content"
	"referat/generator/danish"
	"referat/generator/source"
)

// Options are the inputs of a build that are not in the user's files.
type Options struct {
	Now    time.Time // only compared, never shown
	Drafts bool      // show drafts and what is not yet public
}

// Site is all documents of the site, in order.
type Site struct {
	settings *content.Settings
	options  Options
	today    danish.Date

	minutes    []*meeting // public ones and withdrawn ones, newest first
	committees []*content.Committee
	subjects   []*content.Subject
	shared     []content.Milestone
	series     []*content.Series
	pages      []*content.Page

	names    *matcher
	mentions map[string][]mention // by subject, newest first
	targets  map[source.Path]target
	files    map[source.Path]*source.File
	links    *linker
	outputs  []Output
	owners   map[string]source.Path // who has an address, by its folded form
}

// meeting is minutes with what other documents say of them.
type meeting struct {
	*content.Minutes
	committee *content.Committee
	address   string
	draft     bool // shown although a draft
	previous  *meeting
	next      *meeting
	texts     map[*content.Fragment]Text
}

// target is where a content file's page stands, and what can be pointed at there.
type target struct {
	address string // "" while it is not public
	anchors map[string]int
	meeting *meeting // of minutes
	title   string
}

// New puts the documents in order and finds the problems between them.
func New(tree *source.Tree, docs *content.Documents, o Options) *Site {
	s := &Site{
		settings: docs.Settings, options: o,
		today:      danish.FromTime(o.Now.In(copenhagen(o.Now))),
		committees: docs.Committees, subjects: docs.Subjects, series: docs.Series,
		mentions: map[string][]mention{},
		targets:  map[source.Path]target{}, files: map[source.Path]*source.File{},
		owners: map[string]source.Path{},
	}
	s.links = newLinker(s)
	for _, f := range docs.Files {
		s.files[f.Path] = f
	}
	if docs.Shared != nil {
		s.shared = docs.Shared.Milestones
	}
	s.orderSubjects()
	s.orderCommittees()
	s.orderMinutes(docs.Minutes)
	s.choosePages(docs.Pages)
	s.checkSettings()
	s.names = newMatcher(s.settings, s.subjects)
	s.readTexts()
	return s
}

// Problems are those found between documents; complete after Outputs.
func (s *Site) Problems() []source.Problem { return s.links.problems }

func (s *Site) report(pos source.Pos, code source.Code, args ...any) {
	s.links.report(pos, code, args...)
}

// copenhagen is the zone that dates are told in. Since 1996 summer time in the
// European Union runs from the last Sunday of March to that of October, 01:00
// UTC (directive 2000/84/EC), so no zone file is needed on the machine.
func copenhagen(at time.Time) *time.Location {
	at = at.UTC()
	change := func(m time.Month) time.Time {
		last := time.Date(at.Year(), m, 31, 1, 0, 0, 0, time.UTC)
		return last.AddDate(0, 0, -int(last.Weekday()))
	}
	if at.Before(change(time.March)) || !at.Before(change(time.October)) {
		return time.FixedZone("CET", 3600)
	}
	return time.FixedZone("CEST", 7200)
}

// public tells whether a life has begun and not ended.
func (s *Site) public(l content.Life) bool {
	if l.Expires != nil && !s.options.Now.Before(*l.Expires) {
		return false
	}
	return s.options.Drafts || l.Publish == nil || !s.options.Now.Before(*l.Publish)
}

func (s *Site) orderSubjects() {
	slices.SortStableFunc(s.subjects, func(a, b *content.Subject) int {
		return cmp.Or(cmp.Compare(placeOf(a), placeOf(b)), cmp.Compare(danish.SortKey(a.Title), danish.SortKey(b.Title)))
	})
	places := map[int]*content.Subject{}
	ids := map[string]*content.Subject{}
	for _, g := range s.subjects {
		ids[g.ID] = g
		s.targets[g.Path] = target{address: s.subjectAddress(g), anchors: g.Anchors, title: g.Title}
		if other := places[g.Order]; other != nil && g.Order != 0 {
			s.report(g.OrderPos, source.OrderConflict, g.Order, string(other.Path))
		}
		places[g.Order] = g
	}
	for _, g := range s.subjects {
		for _, id := range g.Report.JointWith {
			switch other := ids[id]; {
			case other == nil:
				s.report(g.Report.JointPos, source.UnknownSubject, id, source.Nearest(id, s.subjectIDs()))
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
		s.targets[c.Path] = target{address: s.committeeAddress(c), anchors: c.Anchors, title: c.Title}
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
	return "content/" + s.settings.Committees.Folder + "/" + id + ".md"
}

// orderMinutes keeps the minutes that are public and links each to its neighbours.
func (s *Site) orderMinutes(all []*content.Minutes) {
	committees := map[string]*content.Committee{}
	for _, c := range s.committees {
		committees[c.ID] = c
	}
	for _, m := range all {
		c := committees[m.Committee]
		if c == nil {
			if m.Committee != "" {
				s.report(source.Pos{Path: m.Path}, source.UnknownCommittee, m.Committee, source.Nearest(m.Committee, s.committeeIDs()), s.committeeFile(m.Committee))
			}
			continue
		}
		s.checkConcerns(m)
		draft := m.State == content.Draft
		if draft && !s.options.Drafts && !c.PublishDrafts || !s.public(m.Life) {
			s.targets[m.Path] = target{}
			continue
		}
		mt := &meeting{Minutes: m, committee: c, address: s.minutesAddress(m), draft: draft, texts: map[*content.Fragment]Text{}}
		s.minutes = append(s.minutes, mt)
		anchors := m.Anchors
		if m.State == content.Withdrawn {
			anchors = nil
		}
		s.targets[m.Path] = target{address: mt.address, anchors: anchors, meeting: mt, title: m.Title}
	}
	slices.SortStableFunc(s.minutes, func(a, b *meeting) int {
		return cmp.Or(b.Date.Compare(a.Date), cmp.Compare(len(b.Name), len(a.Name)), cmp.Compare(b.Name, a.Name), cmp.Compare(a.Committee, b.Committee))
	})
	after := map[string]*meeting{}
	for _, m := range s.minutes {
		if m.State == content.Withdrawn {
			continue
		}
		if next := after[m.Committee]; next != nil {
			m.next, next.previous = next, m
		}
		after[m.Committee] = m
	}
}

func (s *Site) checkConcerns(m *content.Minutes) {
	for _, a := range m.Agenda {
		for _, id := range a.Concerns {
			if s.subject(id) == nil {
				s.report(a.ConcernsPos, source.UnknownSubject, id, source.Nearest(id, s.subjectIDs()))
			}
		}
	}
}

// choosePages keeps the pages that are public.
func (s *Site) choosePages(all []*content.Page) {
	for _, p := range all {
		if p.Draft && !s.options.Drafts || !s.public(p.Life) {
			s.targets[p.Path] = target{}
			continue
		}
		s.pages = append(s.pages, p)
		s.targets[p.Path] = target{address: p.Address, anchors: p.Anchors, title: p.Title}
	}
}

func (s *Site) checkSettings() {
	host := s.settings.Base.Hostname()
	if host == "example.org" || strings.HasSuffix(host, ".example.org") || host == "example.com" || strings.HasSuffix(host, ".example") {
		s.report(s.settings.BasePos, source.BaseIsExample, s.settings.Base.String())
	}
	st := s.settings.Statement
	var missing []string
	for _, f := range []struct {
		key   string
		empty bool
	}{{"url", st.URL == ""}, {"phone", st.Phone == ""}, {"email", st.Email == ""}, {"updated", st.Updated.IsZero()}} {
		if f.empty {
			missing = append(missing, f.key)
		}
	}
	if missing != nil {
		s.report(st.Pos, source.StatementMissing, strings.Join(missing, ", "))
	}
}
