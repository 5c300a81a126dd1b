package search

import (
	"slices"
	"testing"
)

func TestPagesAreFoundByPartsOfTheirNamesAndOtherWaysOfSayingThem(t *testing.T) {
	named := func(names ...string) (list []Named) {
		for _, name := range names {
			list = append(list, Named{ID: name, Name: name})
		}
		return list
	}
	r := readerOf(t, filesOf(Manifest{Subject: "Patientgruppe", Subjects: named("Leversygdomme", "Nyresvigt", "Børn og unge med kræft", "Hudsygdomme"),
		Committees: named("Brugerrådet", "Rådet"), Pages: named("Patientgrupper"), Synonyms: [][]string{{"barn", "børn"}, {"kræft", "cancer"}}},
		4, []Meeting{meetingOf(t, "raadet", "2020-03-01", "Et|Intet.")}))
	for _, c := range []struct {
		query  Query
		wanted []string
	}{
		{Query{Text: "lever"}, []string{"Leversygdomme"}},
		{Query{Text: "nyre"}, []string{"Nyresvigt"}},
		{Query{Text: "hud"}, []string{"Hudsygdomme"}},
		{Query{Text: "barn"}, []string{"Børn og unge med kræft"}},
		{Query{Text: "cancer"}, []string{"Børn og unge med kræft"}},
		{Query{Text: "patientgruppe nyresvigt"}, []string{"Nyresvigt"}},
		{Query{Text: "patientgruppe"}, []string{"Patientgrupper"}},
		{Query{Text: "rådet"}, []string{"Brugerrådet", "Rådet"}},
		{Query{Text: "rådet", Committee: "Rådet"}, []string{"Rådet"}},
		{Query{Text: "sygdom", Subject: "Hudsygdomme"}, []string{"Hudsygdomme"}},
		{Query{Text: "zebra nyresvigt"}, nil},
	} {
		a, err := r.Search(c.query)
		var got []string
		for _, n := range a.Links {
			got = append(got, n.Name)
		}
		if err != nil || !slices.Equal(got, c.wanted) {
			t.Errorf("%+v: %q, %v", c.query, got, err)
		}
	}
}
