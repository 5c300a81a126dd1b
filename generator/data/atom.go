package data

import (
	"bytes"
	"encoding/xml"
)

// Feed is a feed of news (Atom, RFC 4287). An address that never changes is its
// name, and so it is with entries. A name of its own (RFC 4151) would have to name
// the site too, and be no more lasting than the addresses are, which lead somewhere.
type Feed struct {
	Self     string // absolute address of the feed
	Page     string // absolute address of the page that says the same
	Title    string
	Language string
	Author   string
	Updated  string // instant (RFC 3339)
	Entries  []Entry
}

// Entry is one piece of news.
type Entry struct {
	Page      string // absolute address of what it tells
	Title     string
	Published string // instant (RFC 3339); "" when it is not known
	Updated   string // instant (RFC 3339)
	Category  string // what it belongs to
	Summary   string // plain: what it is about
	Text      string // plain: what it says
	Quote     Text   // and what it quotes
}

// The elements of Atom in the order in which they are written.
type (
	atomFeed struct {
		XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
		Lang    string      `xml:"xml:lang,attr"`
		ID      string      `xml:"id"`
		Title   string      `xml:"title"`
		Updated string      `xml:"updated"`
		Author  string      `xml:"author>name"`
		Links   []atomLink  `xml:"link"`
		Entries []atomEntry `xml:"entry"`
	}
	atomEntry struct {
		ID        string        `xml:"id"`
		Title     string        `xml:"title"`
		Published string        `xml:"published,omitempty"`
		Updated   string        `xml:"updated"`
		Category  *atomCategory `xml:"category"`
		Link      atomLink      `xml:"link"`
		Summary   string        `xml:"summary,omitempty"`
		Content   string        `xml:"content,omitempty"`
	}
	atomCategory struct {
		Term string `xml:"term,attr"`
	}
	atomLink struct {
		Rel  string `xml:"rel,attr"`
		Type string `xml:"type,attr"`
		Href string `xml:"href,attr"`
	}
)

// AtomXML writes a feed, its texts put in.
func AtomXML(f Feed, texts Texts) ([]byte, error) {
	doc := atomFeed{Lang: f.Language, ID: f.Self, Title: f.Title, Updated: f.Updated, Author: f.Author,
		Links: []atomLink{{"self", "application/atom+xml", f.Self}, {"alternate", "text/html", f.Page}}}
	for _, e := range f.Entries {
		entry := atomEntry{ID: e.Page, Title: e.Title, Published: e.Published, Updated: e.Updated, Summary: e.Summary, Content: e.content(texts),
			Link: atomLink{"alternate", "text/html", e.Page}}
		if e.Category != "" {
			entry.Category = &atomCategory{e.Category}
		}
		doc.Entries = append(doc.Entries, entry)
	}
	b := bytes.NewBufferString(xml.Header)
	if err := xml.NewEncoder(b).Encode(doc); err != nil {
		return nil, err
	}
	b.WriteByte('\n')
	return b.Bytes(), nil
}

// content is what an entry says, as one text.
func (e Entry) content(texts Texts) string {
	if len(e.Quote) == 0 {
		return e.Text
	}
	quoted := e.Quote.plain(texts)
	if e.Text == "" {
		return quoted
	}
	return e.Text + "\n\n" + quoted
}
