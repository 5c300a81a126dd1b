package site

import (
	"cmp"
	"slices"

	"referat/generator/content"
	"referat/generator/danish"
	"referat/generator/disclosure"
)

// What is new, gathered from dates that stand somewhere: nothing is new because time
// has passed. Minutes, numbers and steps have the day that the record has of them, and until
// they are recorded the day that they give themselves.

// newsAddress is the page of what is new.
const newsAddress = "/nyt/"

// mostNews is how much of it the page shows. The rest is found in other lists.
const mostNews = 50

func (s *Site) newsPage(corrections []CorrectionRow) {
	list := s.news(corrections)
	v := NewsView{Page: s.page(newsAddress, ""), Older: len(list) > mostNews,
		Minutes: Link{Text: s.Minutes.Title, Href: s.href(s.listAddress())}, Corrections: s.href(correctionsAddress), Follow: s.followMinutes()}
	list = list[:min(len(list), mostNews)]
	for _, month := range cut(list, func(a, b novelty) bool { return a.Date.Year == b.Date.Year && a.month() == b.month() }) {
		group := NewsGroup{Year: month[0].Date.Year, Month: month[0].month()}
		for _, n := range month {
			group.Entries = append(group.Entries, n.NewsEntry)
		}
		v.Groups = append(v.Groups, group)
	}
	s.putPage("news", newsAddress, v.Lang, v, "")
}

// news is all that may be new, newest first; what is known of no day is left out. What is
// known of a year only stands after all that has a month of it.
func (s *Site) news(corrections []CorrectionRow) []novelty {
	all := slices.Concat(s.newMinutes(), newCorrections(corrections), s.newCounts(), s.newSteps())
	all = slices.DeleteFunc(all, func(n novelty) bool { return n.Date.IsZero() })
	slices.SortStableFunc(all, func(a, b novelty) int {
		return cmp.Or(cmp.Compare(b.Date.Year, a.Date.Year), cmp.Compare(b.month(), a.month()), b.Date.Compare(a.Date), b.own.Compare(a.own))
	})
	return all
}

// novelty is something new. Much may have been recorded on one day, and then stands in order
// by the day that it has itself.
type novelty struct {
	NewsEntry
	own     danish.Date
	someDay bool // of the year of Date: no source gives a month
}

// month is that of the day; 0 of none.
func (n novelty) month() int {
	if n.someDay {
		return 0
	}
	return n.Date.Month
}

// novel is a number or a step, which is new on the days that are known of it.
func novel(n NewsEntry, on days, of danish.Partial) novelty {
	n.Date, n.Recorded, n.Words = on.updated, on.recorded, of.Spoken()
	return novelty{n, of.AsOf(), !on.recorded && !of.InMonth()}
}

// newMinutes are the minutes that were published last, in no order.
func (s *Site) newMinutes() []novelty {
	list := minutesIn(s.held[""])
	slices.SortStableFunc(list, func(a, b *meeting) int { return b.on.published.Compare(a.on.published) })
	var entries []novelty
	for _, m := range list[:min(len(list), mostNews+1)] {
		entries = append(entries, novelty{NewsEntry{Kind: NewsMinutes, Date: m.on.published, Href: s.href(m.address),
			Minutes: NewMinutes{m.Date, m.Sequence(), m.committee.Title, m.draft}}, ownDay(m.Minutes), false})
	}
	return entries
}

// newCorrections are all corrections and withdrawals.
func newCorrections(rows []CorrectionRow) []novelty {
	var list []novelty
	for _, row := range rows {
		list = append(list, novelty{NewsEntry{Kind: NewsCorrection, Date: row.Date, Href: row.Page, Correction: row}, row.Date, false})
	}
	return list
}

// newCounts are the numbers of all series, those too that others have stated.
func (s *Site) newCounts() []novelty {
	var list []novelty
	for _, c := range s.series {
		var masking MaskingView
		if c.Persons {
			masking = maskingOf(c.Disclosure)
		}
		for _, r := range c.Rows {
			list = append(list, novel(NewsEntry{Kind: NewsCount, Href: s.href(s.countsAddress()),
				Count: NewCount{Series: c.Title, Value: r.Value, Mark: masking.mark(r.Mark), Hidden: r.Mark == disclosure.Hidden, Unit: c.Unit,
					Provisional: r.Status == content.Provisional, Others: r.Status == content.OtherRow}}, s.entryDays(c.CSV, r.Name(), r.Date), r.Date))
		}
	}
	return list
}

// newSteps are the steps that are done, of each subject and of all.
func (s *Site) newSteps() []novelty {
	var list []novelty
	add := func(steps []step, href string, of NewStep) {
		for _, t := range steps {
			if t.told() {
				of.Title = t.Title
				list = append(list, novel(NewsEntry{Kind: NewsStep, Href: href, Step: of}, t.on, t.Date))
			}
		}
	}
	add(s.sharedSteps(), s.href("/"+s.Subjects.Folder+"/"), NewStep{All: s.Subjects.Many})
	for _, g := range s.subjects {
		add(s.stepsIn(g.Path, g.Milestones), s.href(s.subjectAddress(g.ID))+"#forloeb", NewStep{Subject: g.Title})
	}
	return list
}
