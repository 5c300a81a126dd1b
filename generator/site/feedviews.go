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

// feedOf is the feed of the page at an address, without entries yet.
func (f *frame) feedOf(address string, title Wording) FeedView {
	return FeedView{Self: f.absolute(address + feedFile), Page: f.absolute(address), Author: f.Organisation.Name,
		Title: []Wording{title}, Updated: instantOf(danish.Date{})}
}

// feedOutput is the feed of the page at an address; from is the file of that page, "" of a list.
func (f *frame) feedOutput(address string, made any, from source.Path) Output {
	return Output{Path: outputPath(address + feedFile), Form: Atom, Layout: FeedWords, Lang: f.Language, Made: made, From: from}
}

// firstInstant is when something was published, where that is known.
func (d days) firstInstant() string {
	if d.published.IsZero() {
		return ""
	}
	return instantOf(d.published)
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
