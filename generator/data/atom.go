package data

import (
	"bytes"
	"encoding/xml"
)

// Feed is a feed of news (Atom, RFC 4287). An address that never changes is its
// name, and so it is with entries.
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
	Page    string // absolute address of what it tells
	Title   string
	Updated string // instant (RFC 3339)
	Text    string // plain
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
		ID      string   `xml:"id"`
		Title   string   `xml:"title"`
		Updated string   `xml:"updated"`
		Link    atomLink `xml:"link"`
		Content string   `xml:"content,omitempty"`
	}
	atomLink struct {
		Rel  string `xml:"rel,attr"`
		Type string `xml:"type,attr"`
		Href string `xml:"href,attr"`
	}
)

// AtomXML writes a feed.
func AtomXML(f Feed) ([]byte, error) {
	doc := atomFeed{Lang: f.Language, ID: f.Self, Title: f.Title, Updated: f.Updated, Author: f.Author,
		Links: []atomLink{{"self", "application/atom+xml", f.Self}, {"alternate", "text/html", f.Page}}}
	for _, e := range f.Entries {
		doc.Entries = append(doc.Entries, atomEntry{ID: e.Page, Title: e.Title, Updated: e.Updated, Content: e.Text,
			Link: atomLink{"alternate", "text/html", e.Page}})
	}
	b := bytes.NewBufferString(xml.Header)
	if err := xml.NewEncoder(b).Encode(doc); err != nil {
		return nil, err
	}
	b.WriteByte('\n')
	return b.Bytes(), nil
}
