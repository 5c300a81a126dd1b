package site

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"referat/generator/content"
	"referat/generator/danish"
)

// correctionsAddress is the page of all corrections, and its feed below it.
const (
	correctionsAddress = "/rettelser/"
	correctionsFeed    = correctionsAddress + "feed.xml"
)

// mostInFeed is how many corrections the feed has; the page has them all.
const mostInFeed = 100

// stoneAnchor is where the page of withdrawn minutes says that they are.
const stoneAnchor = "trukket-tilbage"

// correctionPages are the list of what was corrected and withdrawn, and its feed.
func (s *Site) correctionPages() {
	rows := s.correctionRows()
	v := CorrectionsView{Page: s.page(correctionsAddress, ""), Feed: s.href(correctionsFeed)}
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
	s.putPage("corrections", correctionsAddress, v.Lang, v, "")
	s.outputs[len(s.outputs)-1].Changed = changed
	s.put(Output{Path: outputPath(correctionsFeed), Form: Atom, Layout: FeedWords, Lang: s.Language, Made: s.correctionFeed(rows), Changed: changed})
}

// correctionRows are all corrections and withdrawals, newest first.
func (s *Site) correctionRows() []CorrectionRow {
	var rows []CorrectionRow
	for _, m := range s.minutes {
		of := CorrectionRow{Meeting: m.Date, Sequence: m.Sequence(), Committee: m.committee.Title, Draft: m.draft}
		if m.State == content.Withdrawn {
			of.Withdrawn, of.Reason = true, string(m.WithdrawnReason)
			of.Date, of.Page = m.Withdrawn, m.address+"#"+stoneAnchor
			rows = append(rows, of)
			continue
		}
		for _, c := range m.PublicCorrections() {
			row := of
			row.CorrectionView = correctionView(m.Minutes, c)
			row.Page = m.address + "#" + c.Anchor
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
	f := FeedView{Self: s.absolute(correctionsFeed), Page: s.absolute(correctionsAddress), Author: s.Organisation.Name,
		Title: []Wording{{Label: "feed_corrections", Words: []string{s.Title}}}, Updated: instantOf(danish.Date{})}
	for _, row := range rows[:min(len(rows), mostInFeed)] {
		f.Entries = append(f.Entries, FeedEntry{Page: s.origin + row.Page, Updated: instantOf(row.Date), Title: row.feedTitle(), Text: row.feedText()})
	}
	if len(rows) > 0 {
		f.Updated = f.Entries[0].Updated
	}
	return f
}

// feedTitle is the entry's title in a feed, without the title of the meeting.
func (r CorrectionRow) feedTitle() []Wording {
	label := "feed_corrected"
	switch {
	case r.Withdrawn:
		label = "feed_withdrawn"
	case r.Kind == string(content.Clarification):
		label = "feed_clarified"
	case r.Kind == string(content.Revision):
		label = "feed_revised"
	}
	title := []Wording{{Label: label, Days: []danish.Date{r.Date, r.Meeting}, Words: []string{r.Committee}}}
	if r.Sequence > 0 {
		title = append(title, Wording{Label: "feed_sequence", Words: []string{strconv.Itoa(r.Sequence)}})
	}
	if r.Draft {
		title = slices.Insert(title, 0, Wording{Label: "draft_title"})
	}
	return title
}

func (r CorrectionRow) feedText() []Wording {
	if !r.Withdrawn {
		return []Wording{{Words: []string{r.What}}, {Words: []string{r.Why}}}
	}
	return []Wording{{Label: "withdrawn"}, {Label: cmp.Or(reasonLabels[content.Reason(r.Reason)], "withdrawn_unstated")}}
}

// reasonLabels say why minutes were withdrawn.
var reasonLabels = map[content.Reason]string{
	content.PersonalData: "withdrawn_personal",
	content.Mistake:      "withdrawn_mistake",
	content.Copyright:    "withdrawn_copyright",
}

// instantOf is the beginning of a day in Denmark, as feeds want it (RFC 3339). A
// feed in which nothing has happened was last updated at the beginning of time.
func instantOf(d danish.Date) string {
	if d.IsZero() {
		return time.Unix(0, 0).UTC().Format(time.RFC3339)
	}
	at := danish.Midnight(d.Year, d.Month, d.Day)
	return at.In(danish.Zone(at)).Format(time.RFC3339)
}
