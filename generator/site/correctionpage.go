package site

import (
	"cmp"
	"slices"

	"referat/generator/content"
	"referat/generator/danish"
)

// correctionsAddress is the page of all corrections.
const correctionsAddress = "/rettelser/"

// stoneAnchor is where the page of withdrawn minutes says that they are.
const stoneAnchor = "trukket-tilbage"

// correctionPages are the list of what was corrected and withdrawn, and its feed.
func (s *Site) correctionPages(rows []CorrectionRow) {
	v := CorrectionsView{Page: s.page(correctionsAddress, ""), Follow: s.followCorrections()}
	for _, row := range rows {
		if n := len(v.Years); n == 0 || v.Years[n-1].Year != row.Date.Year {
			v.Years = append(v.Years, CorrectionYear{Year: row.Date.Year})
		}
		year := &v.Years[len(v.Years)-1]
		year.Corrections = append(year.Corrections, row)
	}
	changed := danish.Date{}
	if len(rows) > 0 && s.clock.begun(rows[0].Date) {
		changed = rows[0].Date
	}
	s.put(Output{Path: outputPath(correctionsAddress), Form: HTML, Layout: "corrections", Lang: v.Lang, Made: v, Changed: changed})
	feed := s.feedOutput(correctionsAddress, s.correctionFeed(rows), "")
	feed.Changed = changed
	s.put(feed)
}

// correctionRows are all corrections and withdrawals, newest first.
func (s *Site) correctionRows() []CorrectionRow {
	var rows []CorrectionRow
	for _, m := range s.minutes {
		of := CorrectionRow{Meeting: m.Date, Sequence: m.Sequence(), Committee: m.committee.Title, Draft: m.draft}
		if m.State == content.Withdrawn {
			of.Withdrawn, of.Ahead, of.Reason = true, m.withdrawnAhead(), string(m.WithdrawnReason)
			of.Date, of.Page = m.Withdrawn, m.address+"#"+stoneAnchor
			rows = append(rows, of)
			continue
		}
		for _, c := range s.past.Entries.Placed(m.Minutes) {
			row := of
			row.CorrectionView = correctionView(m.Minutes, c)
			row.Page = m.address + "#" + c.Anchor
			row.Was = s.endedOn(m, c.Date)
			rows = append(rows, row)
		}
	}
	slices.SortStableFunc(rows, func(a, b CorrectionRow) int { return b.Date.Compare(a.Date) })
	for i := range rows {
		rows[i].Page = s.href(rows[i].Page)
	}
	return rows
}

func correctionView(m *content.Minutes, c content.Correction) CorrectionView {
	return CorrectionView{Date: c.Date, Kind: string(c.Kind), What: c.What, Why: c.Why, Item: c.Item, Href: anchorOf(m, c.Item), Anchor: c.Anchor}
}

// correctionFeed is the newest of them as a feed. Its entries are known by the
// addresses of what they tell, which never change.
func (s *Site) correctionFeed(rows []CorrectionRow) FeedView {
	f := s.feedOf(correctionsAddress, Wording{Label: "feed_corrections", Words: []string{s.Title}})
	for _, row := range rows[:min(len(rows), mostInFeed)] {
		at := instantOf(row.Date)
		f.Entries = append(f.Entries, FeedEntry{Page: s.origin + row.Page, Published: at, Updated: at, Category: row.Committee, Title: row.feedTitle(), Text: row.feedText()})
	}
	if len(rows) > 0 {
		f.Updated = instantAt(max(seconds(rows[0].Date), s.begun)) // which the feed was as old as without entries
	}
	return f
}

// feedTitle is the entry's title in a feed, without the title of the meeting.
func (r CorrectionRow) feedTitle() []Wording {
	label := "feed_corrected"
	switch {
	case r.Ahead:
		label = "feed_withdrawn_meeting"
	case r.Withdrawn:
		label = "feed_withdrawn"
	case r.Kind == string(content.Clarification):
		label = "feed_clarified"
	case r.Kind == string(content.Revision):
		label = "feed_revised"
	}
	return titled(label, r.Draft, r.Meeting, r.Sequence, r.Committee, r.Date)
}

func (r CorrectionRow) feedText() []Wording {
	if !r.Withdrawn {
		return []Wording{{Words: []string{r.What}}, {Words: []string{r.Why}}}
	}
	what := "withdrawn"
	if r.Ahead {
		what = "withdrawn_meeting"
	}
	return []Wording{{Label: what}, {Label: cmp.Or(reasonLabels[content.Reason(r.Reason)], "withdrawn_unstated")}}
}

// reasonLabels say why minutes were withdrawn.
var reasonLabels = map[content.Reason]string{
	content.PersonalData: "withdrawn_personal",
	content.Mistake:      "withdrawn_mistake",
	content.Copyright:    "withdrawn_copyright",
}
