package site

import (
	"time"

	"referat/generator/danish"
	"referat/generator/data"
	"referat/generator/source"
)

// FeedWords stands for the words of feeds and calendars where an output names its layout.
const FeedWords = "feed"

// mostInFeed is how many entries a feed has; the page that it belongs to leads to them all.
const mostInFeed = 100

// feedFile is the name of every feed, in the folder of the page that says the same.
const feedFile = "feed.xml"

// FeedView is a feed. Its words stand there by their labels and are put in when
// it is written.
type FeedView struct {
	Self    string // absolute address
	Page    string // absolute address of the page that says the same
	Title   []Wording
	Author  string
	Updated string // instant (RFC 3339)
	Entries []FeedEntry
}

// FeedEntry is one entry of a feed, known by the address of what it tells.
type FeedEntry struct {
	Page      string // absolute address
	Published string // instant (RFC 3339); "" when it is not known
	Updated   string // instant (RFC 3339)
	Category  string // the committee
	Title     []Wording
	Summary   []Wording // what it is about
	Text      []Wording // what it says
	Quote     data.Text // and what it quotes
}

// Wording is a label with what stands in its places, days first and numbers before
// words; without a label the words of an author.
type Wording struct {
	Label   string
	Days    []danish.Date
	Numbers []int
	Words   []string
}

// feedOf is the feed of the page at an address, without entries yet. One that stays without
// was updated when the site was published.
func (s *Site) feedOf(address string, title Wording) FeedView {
	return FeedView{Self: s.absolute(address + feedFile), Page: s.absolute(address), Author: s.Organisation.Name,
		Title: []Wording{title}, Updated: instantAt(s.silent)}
}

// feedOutput is the feed of the page at an address; from is the file of that page, "" of a list.
func (f *frame) feedOutput(address string, made any, from source.Path) Output {
	return Output{Path: outputPath(address + feedFile), Form: Atom, Layout: FeedWords, Lang: f.Language, Made: made, From: from}
}

// publishedAt is when something was published, where that is known.
func (d days) publishedAt() string {
	if d.published.IsZero() {
		return ""
	}
	return instantAt(d.first)
}

// updatedAt is when it last changed. Versions of one day differ by it, or programs that read
// feeds would miss all but the first.
func (d days) updatedAt() string { return instantAt(d.last) }

// seconds is the beginning of a day in Denmark.
func seconds(d danish.Date) int64 {
	if d.IsZero() {
		return 0
	}
	return danish.Midnight(d.Year, d.Month, d.Day).Unix()
}

// instantAt is an instant as feeds want it (RFC 3339).
func instantAt(seconds int64) string {
	if seconds == 0 {
		return time.Unix(0, 0).UTC().Format(time.RFC3339)
	}
	at := time.Unix(seconds, 0)
	return danish.Local(at).Format(time.RFC3339)
}

// instantOf is the beginning of a day.
func instantOf(d danish.Date) string { return instantAt(seconds(d)) }
