package data

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/mmcdole/gofeed/atom"
)

// anAtomFeed is what RFC 4287 asks of a feed, read without the encoder's types.
type anAtomFeed struct {
	XMLName xml.Name
	Lang    string        `xml:"http://www.w3.org/XML/1998/namespace lang,attr"`
	IDs     []string      `xml:"http://www.w3.org/2005/Atom id"`
	Titles  []string      `xml:"http://www.w3.org/2005/Atom title"`
	Updated []string      `xml:"http://www.w3.org/2005/Atom updated"`
	Authors []string      `xml:"http://www.w3.org/2005/Atom author>name"`
	Links   []anAtomLink  `xml:"http://www.w3.org/2005/Atom link"`
	Entries []anAtomEntry `xml:"http://www.w3.org/2005/Atom entry"`
}

type anAtomEntry struct {
	IDs      []string     `xml:"http://www.w3.org/2005/Atom id"`
	Titles   []string     `xml:"http://www.w3.org/2005/Atom title"`
	Updated  []string     `xml:"http://www.w3.org/2005/Atom updated"`
	Links    []anAtomLink `xml:"http://www.w3.org/2005/Atom link"`
	Contents []string     `xml:"http://www.w3.org/2005/Atom content"`
}

type anAtomLink struct {
	Rel  string `xml:"rel,attr"`
	Href string `xml:"href,attr"`
}

// breaches are the requirements of RFC 4287, section 4, that a feed does not meet.
func breaches(feed []byte) (found []string) {
	say := func(format string, args ...any) { found = append(found, fmt.Sprintf(format, args...)) }
	var f anAtomFeed
	if err := xml.Unmarshal(feed, &f); err != nil {
		return []string{err.Error()}
	}
	if f.XMLName != (xml.Name{Space: "http://www.w3.org/2005/Atom", Local: "feed"}) || f.Lang == "" {
		say("the root is %v in %q", f.XMLName, f.Lang)
	}
	head := func(what string, ids, titles, updated []string) {
		if len(ids) != 1 || len(titles) != 1 || len(updated) != 1 {
			say("%s has %d ids, %d titles, %d times", what, len(ids), len(titles), len(updated))
			return
		}
		if u, err := url.Parse(ids[0]); err != nil || !u.IsAbs() || titles[0] == "" {
			say("%s is known as %q, %q", what, ids[0], titles[0])
		}
		if _, err := time.Parse(time.RFC3339, updated[0]); err != nil {
			say("%s: %v", what, err)
		}
	}
	head("the feed", f.IDs, f.Titles, f.Updated)
	if len(f.Authors) != 1 || f.Authors[0] == "" {
		say("the authors are %q", f.Authors)
	}
	self := 0
	for _, l := range f.Links {
		if l.Rel == "self" {
			self++
		}
	}
	if self != 1 {
		say("%d links to itself", self)
	}
	seen := map[string]bool{}
	for _, e := range f.Entries {
		head("an entry", e.IDs, e.Titles, e.Updated)
		if len(e.IDs) == 1 && seen[e.IDs[0]] {
			say("two entries are %q", e.IDs[0])
		}
		seen[strings.Join(e.IDs, "")] = true
		if len(e.Contents) > 1 || len(e.Links) != 1 || e.Links[0].Rel != "alternate" || e.Links[0].Href == "" {
			say("an entry with %d contents and the links %v", len(e.Contents), e.Links)
		}
	}
	return found
}

func TestAFeedIsAtomAsRFC4287HasIt(t *testing.T) {
	full := Feed{Self: "https://ngc.dk/rettelser/feed.xml", Page: "https://ngc.dk/rettelser/", Title: "Rettelser & mere", Language: "da",
		Author: "Nationalt Genom Center", Updated: "2023-12-12T00:00:00+01:00", Entries: []Entry{
			{Page: "https://ngc.dk/a/#rettelse-2023-12-12", Title: "Rettet <den>", Updated: "2023-12-12T00:00:00+01:00", Text: "20.621, ikke 20.612 & \u0001"},
			{Page: "https://ngc.dk/b/#trukket-tilbage", Title: "Trukket tilbage", Updated: "2023-12-11T00:00:00+01:00"},
		}}
	empty := full
	empty.Entries = nil
	for name, f := range map[string]Feed{"full": full, "empty": empty} {
		made, err := AtomXML(f, nil)
		if err != nil {
			t.Fatal(name, err)
		}
		if found := breaches(made); found != nil {
			t.Errorf("%s: %s\n%s", name, strings.Join(found, "\n"), made)
		}
	}
	twice := full
	twice.Entries = []Entry{full.Entries[0], full.Entries[0]}
	broken, err := AtomXML(twice, nil)
	if err != nil || breaches(broken) == nil {
		t.Errorf("two entries of one name are no breach (%v)", err)
	}
}

func TestAFeedKeepsTheWordsOfItsEntries(t *testing.T) {
	made, err := AtomXML(Feed{Entries: []Entry{{Title: "A < B & \"C\"", Text: "første\nanden"}}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	var f anAtomFeed
	if err := xml.Unmarshal(made, &f); err != nil || f.Entries[0].Titles[0] != "A < B & \"C\"" || f.Entries[0].Contents[0] != "første\nanden" {
		t.Errorf("%v %+v", err, f)
	}
}

func TestAReaderOfFeedsFindsWhatAFeedTells(t *testing.T) {
	made, err := AtomXML(Feed{Self: "https://ngc.dk/referater/feed.xml", Page: "https://ngc.dk/referater/", Title: "Referater – NGC", Language: "da", Author: "NGC", Updated: "2024-01-10T00:00:00+01:00",
		Entries: []Entry{{Page: "https://ngc.dk/referater/raad/2023-11-07/#punkt-2", Title: "Omtale: Øjne & ører", Published: "2023-11-08T00:00:00+01:00", Updated: "2024-01-10T00:00:00+01:00",
			Category: "Rådet", Summary: "Kort", Text: "Først.", Quote: Text{{"a.md", "1"}, {"a.md", "2"}}}}}, func(p Part) string { return "ord " + p.Fragment })
	if err != nil {
		t.Fatal(err)
	}
	feed, err := (&atom.Parser{}).Parse(bytes.NewReader(made))
	if err != nil || len(feed.Entries) != 1 {
		t.Fatal(err, string(made))
	}
	e := feed.Entries[0]
	if e.Title != "Omtale: Øjne & ører" || e.ID != "https://ngc.dk/referater/raad/2023-11-07/#punkt-2" || e.Links[0].Href != e.ID || e.Categories[0].Term != "Rådet" ||
		e.Summary != "Kort" || e.Content.Value != "Først.\n\nord 1\n\nord 2" || !e.PublishedParsed.Before(*e.UpdatedParsed) || feed.Authors[0].Name != "NGC" {
		t.Errorf("%+v", e)
	}
}
