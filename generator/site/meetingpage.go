package site

import (
	"slices"

	"referat/generator/content"
	"referat/generator/plain"
	"referat/generator/source"
)

// meetingPages are the pages of the meetings, and the stones where withdrawn
// ones stood, by path. Theirs are the first addresses to be given.
func (s *Site) meetingPages() []Output {
	if s.last != nil {
		s.meetings = s.last.site.meetings
		pages := slices.Clone(s.last.outputs)
		pages = slices.DeleteFunc(pages, func(o Output) bool { _, ours := s.meetings[folded(o.Path)]; return !ours })
		s.change(pages)
		return pages
	}
	for _, m := range s.byPath {
		if m.State == content.Withdrawn {
			s.withdrawnPage(m)
			continue
		}
		lang := s.langOf(m.Minutes)
		s.put(Output{Path: m.extract.page, Form: HTML, Layout: "minutes", Lang: lang, Made: minutesPage{m.recipe}, From: m.Path, Draft: m.draft, Changed: s.changedOn(m)})
		s.put(Output{Path: m.extract.file, Form: JSON, Made: minutesFile{m.recipe}, From: m.Path, Draft: m.draft, Changed: s.changedOn(m)})
	}
	list := s.outputs
	s.meetings, s.owners, s.outputs = s.owners, map[string]source.Path{}, nil
	if !slices.IsSortedFunc(list, byPath) {
		slices.SortFunc(list, byPath)
	}
	return list
}

// followLinks makes the recipes of meetings, for which their links are followed.
func (s *Site) followLinks(meetings []*meeting) {
	s.parallel(meetings, func(m *meeting) {
		m.known.found = findings{}
		if m.State != content.Withdrawn {
			l := newLinker(s)
			m.recipe = l.meetingRecipe(m)
			m.known.found = l.findings
		}
	})
}

// meetingRecipe is what a meeting's page and its data are made from. It is a leaf,
// since it is asked for its digest twice.
type meetingRecipe struct {
	meetingParts
	digest plain.Digest
}

func (r *meetingRecipe) Digest() plain.Digest { return r.digest }

// meetingParts are the minutes themselves, and what they show of all else.
type meetingParts struct {
	Minutes     *content.Minutes
	Reading     *Reading
	Frame       *frame
	Committee   CommitteeName
	Draft       bool
	Links       [][]Target // of each text, in order; nil where no text has any
	Attachments []attachment
	Corrections []content.Correction
	ApprovedBy  MeetingLink
	Original    Link
	Translation []Link
	Languages   []Link
	Previous    MeetingLink
	Next        MeetingLink
	Version     VersionLink   // empty: there is but one
	Earlier     []VersionLink // the newest first
	Current     VersionLink   // the version that holds now; empty of that itself
}

// CommitteeName is a committee as the pages of its meetings name it.
type CommitteeName struct {
	ID, Title, Short string
	Closed           string // when it closed, in words; empty while it has not
}

type minutesPage struct{ of *meetingRecipe }

func (p minutesPage) View() any            { return p.of.minutesView() }
func (p minutesPage) Digest() plain.Digest { return p.of.digest }

type minutesFile struct{ of *meetingRecipe }

func (f minutesFile) View() any            { return f.of.minutesData() }
func (f minutesFile) Digest() plain.Digest { return f.of.digest }

// meetingRecipe gathers what a meeting's page shows, and follows its links.
func (l *linker) meetingRecipe(m *meeting) *meetingRecipe {
	s := l.site
	r := &meetingRecipe{meetingParts: meetingParts{
		Minutes: m.Minutes, Reading: m.reading, Frame: s.frame, Committee: m.committeeName(), Draft: m.draft,
		Links: l.linksOfAll(m), Attachments: l.attachments(m), Corrections: s.past.Entries.Placed(m.Minutes), ApprovedBy: l.approvedBy(m), Previous: s.neighbour(m.previous), Next: s.neighbour(m.next),
	}}
	r.Version, r.Earlier = s.versionsOf(m)
	before := m.known.recipe
	if t := s.targets[m.TranslationOf.Path]; !m.TranslationOf.IsZero() && t.meeting != nil && !t.withdrawn {
		r.Original = Link{Text: t.title, Href: s.href(t.address)}
	}
	for _, other := range s.translations[m.Path] {
		r.Translation = append(r.Translation, Link{Text: other.Lang, Href: s.href(other.address)})
	}
	r.Languages = s.languagesOf(m)
	if before != nil && before.same(&r.meetingParts) {
		return before
	}
	r.digest = plain.DigestOf(&r.meetingParts)
	m.known.recipe = r
	return r
}

// same tells, without digests, that other parts make the same recipe. What it
// takes for different may yet have the same digest.
func (r *meetingRecipe) same(p *meetingParts) bool {
	return r.Minutes == p.Minutes && r.Reading == p.Reading && r.Frame.Digest() == p.Frame.Digest() && r.Committee == p.Committee &&
		r.Draft == p.Draft && slices.EqualFunc(r.Links, p.Links, slices.Equal) && slices.Equal(r.Attachments, p.Attachments) && slices.Equal(r.Corrections, p.Corrections) &&
		r.ApprovedBy == p.ApprovedBy && r.Original == p.Original && slices.Equal(r.Translation, p.Translation) && slices.Equal(r.Languages, p.Languages) && r.Previous == p.Previous && r.Next == p.Next &&
		r.Version == p.Version && slices.Equal(r.Earlier, p.Earlier) && r.Current == p.Current
}

func (m *meeting) committeeName() CommitteeName {
	return CommitteeName{ID: m.committee.ID, Title: m.committee.Title, Short: m.committee.Short, Closed: m.closed}
}

// linksOfAll fills the holes of a meeting's texts for its own page. Links of the
// same texts are followed again only when what they lead to has moved.
func (l *linker) linksOfAll(m *meeting) [][]Target {
	linked := m.Linked()
	if len(linked) == 0 {
		return nil
	}
	k, s := m.known, l.site
	here := k.recipe != nil && k.recipe.Minutes == m.Minutes && k.recipe.Frame.Digest() == s.frame.Digest() && k.round == s.memory.round-1
	if here && !slices.ContainsFunc(k.trail.goals, func(p source.Path) bool { return s.moved[p] }) {
		k.round = s.memory.round
		l.goals, l.used, l.promised = append(l.goals, k.trail.goals...), append(l.used, k.trail.used...), append(l.promised, k.trail.promised...)
		return k.recipe.Links
	}
	goals, used, promised, problems := len(l.goals), len(l.used), len(l.promised), len(l.problems)
	all := make([][]Target, linked[len(linked)-1].Place+1)
	for _, text := range linked {
		all[text.Place] = l.linksOf(m.Path, m.address, text.Fragment)
	}
	k.round = -1
	if len(l.problems) == problems { // else they are to be told again
		k.trail = trail{slices.Clone(l.goals[goals:]), slices.Clone(l.used[used:]), slices.Clone(l.promised[promised:])}
		k.round = s.memory.round
	}
	return all
}

// meetingFrame is the page of a meeting without its text.
func (f *frame) meetingFrame(m *content.Minutes, c CommitteeName, draft bool) Page {
	p := f.page(f.minutesAddress(m), c.Short,
		Link{Text: f.Minutes.Title, Href: f.href(f.listAddress())},
		Link{Href: f.href(f.committeeList(c.ID))}) // the layout says that it leads to minutes
	p.Crumbs[len(p.Crumbs)-1] = Link{Current: true} // the layout writes the date
	if m.Lang != "" {
		p.Lang = m.Lang
	}
	p.Draft = draft
	return p
}

// withdrawnAhead tells of a meeting that was withdrawn before its day: what had been
// published of it was no minutes.
func (m *meeting) withdrawnAhead() bool {
	return !m.Withdrawn.IsZero() && m.Withdrawn.Before(m.Date)
}

func (s *Site) withdrawnPage(m *meeting) {
	c := m.committeeName()
	v := WithdrawnView{Page: s.meetingFrame(m.Minutes, c, m.draft), Date: m.Date, Withdrawn: m.Withdrawn, Ahead: m.withdrawnAhead(), Reason: string(m.WithdrawnReason),
		Committee: Link{Text: c.Title, Href: s.href(s.committeeAddress(c.ID))}, Corrections: s.href(correctionsAddress)}
	s.putPage("withdrawn", m.address, v.Lang, v, m.Path)
	for _, address := range s.goneVersions(m) {
		s.put(Output{Path: outputPath(address), Form: HTML, Layout: "withdrawn", Lang: v.Lang, Made: v, From: m.Path, Earlier: true})
	}
}

func (s *Site) neighbour(m *meeting) MeetingLink {
	if m == nil {
		return MeetingLink{}
	}
	return MeetingLink{Date: m.Date, Href: s.href(m.address), Draft: m.draft}
}

// approvedBy leads to the meeting that approved the minutes, once its own minutes
// are public.
func (l *linker) approvedBy(m *meeting) MeetingLink {
	r := m.ApprovedBy
	if r.IsZero() || m.State != content.Approved {
		return MeetingLink{}
	}
	l.goals = append(l.goals, r.Path)
	t, known := l.site.targets[r.Path]
	switch {
	case known && t.address == "":
		return MeetingLink{}
	case t.meeting == nil || t.meeting.Minutes == m.Minutes || t.meeting.Date.Before(m.Date):
		l.report(r.Pos, source.ApprovedBy, r.As, l.nearestFile(m.Path, r.Path))
		return MeetingLink{}
	}
	return l.site.neighbour(t.meeting)
}
