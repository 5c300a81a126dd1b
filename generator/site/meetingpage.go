package site

import (
	"referat/generator/content"
	"referat/generator/plain"
)

// meetingPages are the pages of the meetings, and the stones where withdrawn
// ones stood.
func (s *Site) meetingPages() {
	recipes := make([]*meetingRecipe, len(s.minutes))
	s.parallel(func(i int, l *linker) {
		if m := s.minutes[i]; m.State != content.Withdrawn {
			recipes[i] = l.meetingRecipe(m)
		}
	})
	for i, m := range s.minutes {
		if m.State == content.Withdrawn {
			s.withdrawnPage(m)
			continue
		}
		lang := s.Language
		if m.Lang != "" {
			lang = m.Lang
		}
		s.putPage("minutes", m.address, lang, minutesPage{recipes[i]}, m.Path)
		s.markDraft(m.draft)
		s.putJSON(m.address, minutesFile{recipes[i]}, m.Path)
	}
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
	Links       [][]string // of each text, in order; nil where no text has any
	Attachments []attachment
	Original    Link
	Translation []Link
	Previous    MeetingLink
	Next        MeetingLink
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
		Links: l.linksOfAll(m), Attachments: l.attachments(m), Previous: s.neighbour(m.previous), Next: s.neighbour(m.next),
	}}
	if t := s.targets[m.TranslationOf.Path]; !m.TranslationOf.IsZero() && t.meeting != nil {
		r.Original = Link{Text: t.title, Href: s.href(t.address)}
	}
	for _, other := range s.translations[m.Path] {
		r.Translation = append(r.Translation, Link{Text: other.Lang, Href: s.href(other.address)})
	}
	r.digest = plain.DigestOf(&r.meetingParts)
	return r
}

func (m *meeting) committeeName() CommitteeName {
	return CommitteeName{ID: m.committee.ID, Title: m.committee.Title, Short: m.committee.Short, Closed: m.closed}
}

// linksOfAll fills the holes of a meeting's texts for its own page.
func (l *linker) linksOfAll(m *meeting) [][]string {
	linked := m.Linked()
	if len(linked) == 0 {
		return nil
	}
	all := make([][]string, linked[len(linked)-1].Place+1)
	for _, text := range linked {
		all[text.Place] = l.linksOf(m.Path, m.address, text.Fragment)
	}
	return all
}

// meetingFrame is the page of a meeting without its text.
func (f *frame) meetingFrame(m *content.Minutes, c CommitteeName, draft bool) Page {
	p := f.page(f.minutesAddress(m), c.Short,
		Link{Text: f.Minutes.Title, Href: f.href(f.listAddress())},
		Link{Text: c.Short, Href: f.href(f.committeeList(c.ID))})
	p.Crumbs[len(p.Crumbs)-1] = Link{Current: true} // the layout writes the date
	if m.Lang != "" {
		p.Lang = m.Lang
	}
	p.Draft = draft
	return p
}

func (s *Site) withdrawnPage(m *meeting) {
	c := m.committeeName()
	v := WithdrawnView{Page: s.meetingFrame(m.Minutes, c, m.draft), Date: m.Date, Withdrawn: m.Withdrawn,
		Committee: Link{Text: c.Title, Href: s.href(s.committeeAddress(c.ID))}}
	s.putPage("withdrawn", m.address, v.Lang, v, m.Path)
}

func (s *Site) neighbour(m *meeting) MeetingLink {
	if m == nil {
		return MeetingLink{}
	}
	return MeetingLink{Date: m.Date, Href: s.href(m.address)}
}
