package site

import (
	"slices"

	"referat/generator/content"
	"referat/generator/danish"
	"referat/generator/source"
)

// This file cuts what minutes say of a subject by year and by month, so that no
// page grows for ever.

const (
	// mostMentions and mostDecisions are how many a subject's page shows before it
	// is cut to the newest.
	mostMentions, newestMentions   = 30, 20
	mostDecisions, newestDecisions = 10, 5
	// mostInYear is how many mentions and decisions a year's page shows before it
	// is cut by month.
	mostInYear = 250
	// forAll stands for an id in the address of what concerns all subjects. No
	// subject has it: it is the name of the file of all.
	forAll = "alle"
)

// history is what minutes say of a subject, or of all, newest first.
type history struct {
	decisions []*decision
	mentions  []*mentions
}

// places is how often the subject is mentioned. A meeting's mentions are one leaf.
func (h history) places() int {
	n := 0
	for _, m := range h.mentions {
		n += len(m.places)
	}
	return n
}

// long tells that the history has pages of its own.
func (h history) long() bool {
	return h.places() > mostMentions || len(h.decisions) > mostDecisions
}

// newest is the part of the history that the subject's own page shows; it ends
// with a whole meeting.
func (h history) newest() history {
	if h.places() > mostMentions {
		for i, n := 0, 0; i < len(h.mentions); i++ {
			if n += len(h.mentions[i].places); n >= newestMentions {
				h.mentions = h.mentions[:i+1]
			}
		}
	}
	if len(h.decisions) > mostDecisions {
		h.decisions = h.decisions[:newestDecisions]
	}
	return h
}

// date is when the newest of it was said.
func (h history) date() danish.Date {
	var d danish.Date
	if len(h.decisions) > 0 {
		d = h.decisions[0].view.Date
	}
	if len(h.mentions) > 0 && d.Before(h.mentions[0].minutes.Date) {
		d = h.mentions[0].minutes.Date
	}
	return d
}

// parts cuts the history where the period changes.
func (h history) parts(period func(danish.Date) int) []history {
	var all []history
	for len(h.decisions)+len(h.mentions) > 0 {
		now := period(h.date())
		d := firstNot(h.decisions, func(d *decision) bool { return period(d.view.Date) == now })
		m := firstNot(h.mentions, func(m *mentions) bool { return period(m.minutes.Date) == now })
		all = append(all, history{h.decisions[:d], h.mentions[:m]})
		h.decisions, h.mentions = h.decisions[d:], h.mentions[m:]
	}
	return all
}

func firstNot[T any](list []T, is func(T) bool) int {
	if i := slices.IndexFunc(list, func(one T) bool { return !is(one) }); i >= 0 {
		return i
	}
	return len(list)
}

// historyOf is whose history it is in addresses, and the file it is chiefly drawn
// from; g is nil for what concerns all subjects.
func historyOf(g *content.Subject) (id string, from source.Path) {
	if g == nil {
		return forAll, ""
	}
	return g.ID, g.Path
}

func yearOf(d danish.Date) int  { return d.Year }
func monthOf(d danish.Date) int { return 12*d.Year + d.Month }

// counted leads to the parts of a history that have any of what is counted.
func (s *Site) counted(id string, parts []history, count func(history) int) []PeriodLink {
	var links []PeriodLink
	for _, part := range parts {
		if n := count(part); n > 0 {
			year := part.date().Year
			links = append(links, PeriodLink{Year: year, Count: n, Href: s.href(s.periodAddress(id, year))})
		}
	}
	return links
}

// subjectPeriod is what the page of a year or of a month is made from.
type subjectPeriod struct {
	SubjectPeriodView
	frame     *frame
	address   string
	decisions []*decision
	mentions  *sheaf[*mentions]
}

// View puts decisions and mentions in.
func (p subjectPeriod) View() any {
	v := p.SubjectPeriodView
	v.Decisions = p.frame.decisionViews(p.decisions, p.address, nil)
	v.Mentions = mentionViews(p.frame, p.mentions)
	return v
}

// earlier makes the pages of a long history and gives the links to its years; a
// zero view of a short one. g is nil for what concerns all subjects, whose years the pages
// of a subject lead to.
func (s *Site) earlier(g *content.Subject, h history, shared []PeriodLink, top Link) EarlierView {
	e := EarlierView{Shared: shared}
	if !h.long() {
		return e
	}
	v := SubjectPeriodView{Kind: s.Subjects.One, Total: len(s.subjects), Many: s.Subjects.Many}
	id, _ := historyOf(g)
	crumbs := []Link{top}
	if g != nil {
		v.Heading = g.Title
		crumbs = append(crumbs, Link{Text: g.Title, Href: s.href(s.subjectAddress(id))})
	}
	years := h.parts(yearOf)
	v.Years = s.counted(id, years, func(h history) int { return len(h.decisions) + h.places() })
	for _, part := range years {
		v.Shared = PeriodLink{}
		if i := slices.IndexFunc(shared, func(l PeriodLink) bool { return l.Year == part.date().Year }); i >= 0 {
			v.Shared = shared[i]
		}
		s.yearOfSubject(g, v, part, crumbs)
	}
	if h.places() > mostMentions {
		e.Mentions = s.counted(id, years, history.places)
	}
	if len(h.decisions) > mostDecisions {
		e.Decisions = s.counted(id, years, func(h history) int { return len(h.decisions) })
	}
	return e
}

// yearOfSubject is the page of a year, and those of its months when it is long.
func (s *Site) yearOfSubject(g *content.Subject, v SubjectPeriodView, h history, crumbs []Link) {
	id, _ := historyOf(g)
	v.Year = h.date().Year
	v.Years = slices.Clone(v.Years)
	markYear(v.Years, v.Year)
	if len(h.decisions)+h.places() <= mostInYear {
		s.periodOfSubject(g, v, h, crumbs)
		return
	}
	months := h.parts(monthOf)
	for _, part := range months {
		month := part.date().Month
		v.Months = append(v.Months, PeriodLink{Year: v.Year, Month: month, Count: len(part.decisions) + part.places(),
			Href: s.href(s.periodAddress(id, v.Year, month))})
	}
	s.periodOfSubject(g, v, history{}, crumbs)
	crumbs = append(slices.Clip(crumbs), Link{Href: s.href(s.periodAddress(id, v.Year))}) // the layout writes the year
	all := v.Months
	for i, part := range months {
		v.Months = slices.Clone(all)
		v.Months[i].Current, v.Month = true, all[i].Month
		s.periodOfSubject(g, v, part, crumbs)
	}
}

// periodOfSubject puts the page of a year or of a month.
func (s *Site) periodOfSubject(g *content.Subject, v SubjectPeriodView, h history, crumbs []Link) {
	id, from := historyOf(g)
	period := []int{v.Year}
	if v.Month > 0 {
		period = append(period, v.Month)
	}
	address := s.periodAddress(id, period...)
	v.Page = s.page(address, v.Heading, slices.Clone(crumbs)...)
	v.Crumbs[len(v.Crumbs)-1] = Link{Current: true} // the layout writes the period
	s.putPage("subjectperiod", address, v.Lang, subjectPeriod{v, s.frame, address, h.decisions, tie(&s.memory.subjects, address, h.mentions)}, from)
}
