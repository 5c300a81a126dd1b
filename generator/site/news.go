package site

import (
	"slices"

	"referat/generator/content"
	"referat/generator/disclosure"
)

// What is new, gathered from dates that stand somewhere: nothing is new because time
// has passed. Minutes have the day that the record has of their publication, and until
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
	for _, month := range cut(list, func(a, b NewsEntry) bool { return a.Date.Year == b.Date.Year && a.Date.Month == b.Date.Month }) {
		v.Groups = append(v.Groups, NewsGroup{Year: month[0].Date.Year, Month: month[0].Date.Month, Entries: month})
	}
	s.putPage("news", newsAddress, v.Lang, v, "")
}

// news is all that may be new, newest first; what is known of no day is left out.
func (s *Site) news(corrections []CorrectionRow) []NewsEntry {
	list := slices.Concat(s.newMinutes(), newCorrections(corrections), s.newCounts(), s.newSteps())
	list = slices.DeleteFunc(list, func(e NewsEntry) bool { return e.Date.Year == 0 })
	slices.SortStableFunc(list, func(a, b NewsEntry) int { return b.Date.Compare(a.Date) })
	return list
}

// newMinutes are the minutes that were published last, in no order.
func (s *Site) newMinutes() []NewsEntry {
	list := minutesIn(s.held[""])
	slices.SortStableFunc(list, func(a, b *meeting) int { return b.on.published.Compare(a.on.published) })
	var entries []NewsEntry
	for _, m := range list[:min(len(list), mostNews+1)] {
		entries = append(entries, NewsEntry{Kind: NewsMinutes, Date: m.on.published, Href: s.href(m.address), Minutes: NewMinutes{m.Date, m.Sequence(), m.committee.Title, m.draft}})
	}
	return entries
}

// newCorrections are all corrections and withdrawals.
func newCorrections(rows []CorrectionRow) []NewsEntry {
	var list []NewsEntry
	for _, row := range rows {
		list = append(list, NewsEntry{Kind: NewsCorrection, Date: row.Date, Href: row.Page, Correction: row})
	}
	return list
}

// newCounts are the authority's own numbers.
func (s *Site) newCounts() []NewsEntry {
	var list []NewsEntry
	for _, c := range s.series {
		var masking MaskingView
		if c.Persons {
			masking = maskingOf(c.Disclosure)
		}
		for _, r := range c.Rows {
			if r.Status == content.OtherRow {
				continue
			}
			list = append(list, NewsEntry{Kind: NewsCount, Date: r.Date.AsOf(), Words: r.Date.Spoken(), Href: s.href(s.countsAddress()),
				Count: NewCount{Series: c.Title, Value: r.Value, Mark: masking.mark(r.Mark), Hidden: r.Mark == disclosure.Hidden, Unit: c.Unit,
					Provisional: r.Status == content.Provisional}})
		}
	}
	return list
}

// newSteps are the steps that are done, of each subject and of all.
func (s *Site) newSteps() []NewsEntry {
	var list []NewsEntry
	add := func(m content.Milestone, href string, step NewStep) {
		if m.Done && !m.Date.NoYear {
			step.Title = m.Title
			list = append(list, NewsEntry{Kind: NewsStep, Date: m.Date.AsOf(), Words: m.Date.Spoken(), Href: href, Step: step})
		}
	}
	for _, m := range s.shared {
		add(m, s.href("/"+s.Subjects.Folder+"/"), NewStep{All: s.Subjects.Many})
	}
	for _, g := range s.subjects {
		for _, m := range g.Milestones {
			add(m, s.href(s.subjectAddress(g.ID))+"#forloeb", NewStep{Subject: g.Title})
		}
	}
	return list
}
