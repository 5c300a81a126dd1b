package plain

import (
	"fmt"
	"testing"
)

// smallView is like the view of a page: 12 strings, 3 numbers, 5 links, 2 leaves.
type smallView struct {
	Lang, Title, Description, Canonical, JSON, Home  string
	Statement, Heading, Place, Start, End, Publisher string
	Year, Month, Count                               int
	Links                                            []struct{ Text, Href string }
	Preface, Notes                                   *note
}

func newSmallView() *smallView {
	v := &smallView{
		Lang: "da", Title: "Møde i arbejdsgruppen for klinisk anvendelse", Canonical: "https://example.org/referater/klinisk-anvendelse/2023-11-07/",
		JSON: "/referater/klinisk-anvendelse/2023-11-07.json", Home: "/", Statement: "/tilgaengelighed/", Heading: "Møde",
		Place: "Microsoft Teams", Start: "14.00", End: "15.30", Publisher: "Nationalt Genom Center", Year: 2023, Month: 11, Count: 8,
		Preface: &note{sum: Digest{1}}, Notes: &note{sum: Digest{2}},
	}
	for i := range 5 {
		v.Links = append(v.Links, struct{ Text, Href string }{fmt.Sprintf("Møde %d", i), fmt.Sprintf("/referater/%d/", i)})
	}
	return v
}

func BenchmarkDigestOfASmallView(b *testing.B) {
	v := newSmallView()
	b.ReportAllocs()
	for b.Loop() {
		DigestOf(v)
	}
}

func BenchmarkFieldsOfASmallView(b *testing.B) {
	v := newSmallView()
	b.ReportAllocs()
	for b.Loop() {
		for range Fields(v) {
		}
	}
}

// facts are like those of minutes: 40 strings, 15 participants, 8 items.
type facts struct {
	Head         [40]string
	Participants []participant
	Items        []item
	Anchors      map[string]int
}

type participant struct {
	Name, Role, Organisation, NominatedBy, Specialty, Note string
	Chair, Absent, Staff                                   bool
}

type item struct {
	Anchor, Label, Number, Title, Kind, Presenter string
	Closed                                        bool
	Line, Col                                     int
	Text                                          *struct{ HTML string }
}

func newFacts() *facts {
	f := &facts{Anchors: map[string]int{}}
	for i := range f.Head {
		f.Head[i] = fmt.Sprintf("the words of field %d", i)
	}
	for i := range 15 {
		f.Participants = append(f.Participants, participant{Name: fmt.Sprintf("Person nr. %d", i), Role: "medlem", Organisation: "Region Hovedstaden"})
	}
	for i := range 8 {
		anchor := fmt.Sprintf("punkt-%d", i)
		f.Items = append(f.Items, item{Anchor: anchor, Title: "Status på Nationalt Genom Center", Line: 40 + i, Text: &struct{ HTML string }{"<p>Der blev orienteret om status."}})
		f.Anchors[anchor] = i
		f.Anchors[anchor+"-referat"] = i
	}
	return f
}

func BenchmarkReadFacts(b *testing.B) {
	data := string(Append(nil, newFacts()))
	b.ReportAllocs()
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		var f facts
		if _, err := Read(data, &f); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAppendFacts(b *testing.B) {
	f := newFacts()
	var to []byte
	b.ReportAllocs()
	for b.Loop() {
		to = Append(to[:0], f)
	}
}
