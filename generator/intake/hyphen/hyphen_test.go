package hyphen

import (
	"testing"

	"referat/generator/intake/manuscript"
)

func TestHyphensAtTheEndsOfLines(t *testing.T) {
	v := Words{}
	v.Add("et set-up, EU- og hudkræftpatienter, interview-guide, børne-")
	for _, test := range []struct {
		left, right string
		full        bool
		want        Parting
	}{
		{"sund", "hedspleje", true, Drop},
		{"natio", "nale", false, Unclear},
		{"hudkræft", "patienter", false, Drop},
		{"Hudkræft", "patienter", true, Drop},
		{"Kræft", "patienter", true, Unclear},
		{"set", "up", true, Keep},
		{"set", "up’et", true, Keep},
		{"interview", "guiden", true, Keep},
		{"EU", "midler", true, Keep},
		{"EU", "opslag", false, Keep},
		{"e", "mail", true, Keep},
		{"2024", "budgettet", true, Keep},
		{"august", "november", true, Leave},
		{"Eva", "Lund", true, Keep},
		{"børne", "og", true, Leave},
		{"børne", "eller", false, Leave},
	} {
		if got := v.Part(test.left, test.right, test.full); got != test.want {
			t.Errorf("%s-/%s: %d, should be %d", test.left, test.right, got, test.want)
		}
	}
}

func TestNoSpaceComesIntoAWord(t *testing.T) {
	doc := &manuscript.Document{Raw: "de sund- hedsfaglige Kræft- patienter får arve- og miljøråd i EU- regi",
		Blocks: []manuscript.Block{{At: manuscript.Place{Page: 2, Line: 4}, Text: []manuscript.Run{{Text: "de sund-\nheds"}, {Text: "faglige Kræft-\npatienter får arve-\nog miljøråd i EU-\nregi"}}}}}
	Rejoin(doc)
	if got := doc.Blocks[0].Words(); got != "de sundhedsfaglige Kræft-patienter får arve-\nog miljøråd i EU-regi" {
		t.Errorf("%q", got)
	}
	if want := "de sund- hedsfaglige Kræft-patienter får arve- og miljøråd i EU-regi"; doc.Raw != want {
		t.Errorf("raw: %q", doc.Raw)
	}
	if len(doc.Joins) != 1 || len(doc.Hyphens) != 1 || doc.Hyphens[0] != (manuscript.Join{Left: "Kræft-", Right: "patienter", At: manuscript.Place{Page: 2, Line: 5}}) {
		t.Errorf("%v %v", doc.Joins, doc.Hyphens)
	}
}
