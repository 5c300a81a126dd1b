package site

import (
	"cmp"
	"slices"

	"referat/generator/content"
	"referat/generator/danish"
)

// countFeed tells of the numbers of all series, each as its page shows it: what is masked
// there is masked here.
func (s *Site) countFeed(shown []SeriesView) FeedView {
	address := s.countsAddress()
	f := s.feedOf(address, Wording{Label: "feed_title", Words: []string{s.Counts.Title, s.Title}})
	type dated struct {
		of    danish.Date
		on    days
		entry FeedEntry
	}
	var all []dated
	for i, c := range s.series {
		for j := range c.Rows {
			row, view := &c.Rows[j], &shown[i].Rows[j]
			on := s.entryDays(c.CSV, row.Name(), row.Date)
			all = append(all, dated{row.Date.AsOf(), on, FeedEntry{Page: s.absolute(address + "#" + view.Anchor), Published: on.publishedAt(), Updated: on.updatedAt(), Category: c.Title,
				Title: []Wording{view.inFeed(c)}, Text: []Wording{{Words: []string{row.Note}}}}})
		}
	}
	slices.SortStableFunc(all, func(a, b dated) int { return cmp.Or(inFeeds(a.on, b.on), b.of.Compare(a.of)) })
	var updated int64
	for _, d := range all[:min(len(all), mostInFeed)] {
		f.Entries = append(f.Entries, d.entry)
		updated = max(updated, d.on.last)
	}
	if len(f.Entries) > 0 {
		f.Updated = instantAt(updated)
	}
	return f
}

// inFeed is a number as the title of an entry.
func (r *CountRow) inFeed(c *content.Series) Wording {
	switch {
	case r.Mark != "":
		return Wording{Label: "feed_count_masked", Words: []string{c.Title, r.Mark, c.Unit, r.Words}}
	case r.Hidden:
		return Wording{Label: "feed_count_hidden", Words: []string{c.Title, r.Words}}
	case r.Status == string(content.OtherRow):
		return Wording{Label: "feed_count_other", Numbers: []int{r.Value}, Words: []string{c.Title, c.Unit, r.Words}}
	case r.Status == string(content.Provisional):
		return Wording{Label: "feed_count_provisional", Numbers: []int{r.Value}, Words: []string{c.Title, c.Unit, r.Words}}
	}
	return Wording{Label: "feed_count", Numbers: []int{r.Value}, Words: []string{c.Title, c.Unit, r.Words}}
}

// countAnchor is the place of a number on the page.
func countAnchor(c *content.Series, r *content.Row) string { return c.ID + "-" + r.Name() }
