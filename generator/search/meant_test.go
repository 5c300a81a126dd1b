package search

import (
	"slices"
	"testing"
)

func TestANounFindsItsVerb(t *testing.T) {
	r := readerOf(t, filesOf(Manifest{}, 4, []Meeting{meetingOf(t, "raadet", "2020-03-01",
		"Et|Det indstilles, at sagen udgår.", "To|Der forskes i sjældne sygdomme.", "Tre|Planen evalueres.", "Fire|Det hører ingen til.")}))
	for query, wanted := range map[string][]string{
		"indstilling": {"raadet/2020-03-01/#punkt-1"}, "indstillingerne": {"raadet/2020-03-01/#punkt-1"}, "forskning": {"raadet/2020-03-01/#punkt-2"},
		"evaluering": {"raadet/2020-03-01/#punkt-3"}, "høring": {}, // too short to be sure of
	} {
		if got := addresses(t, r, Query{Text: query}); !slices.Equal(got, wanted) {
			t.Errorf("%s: %q, not %q", query, got, wanted)
		}
	}
}

func TestACompoundIsTakenApartWhenNothingBetterIsFound(t *testing.T) {
	texts := []string{"Et|Kræft hos børn.", "To|Børn med diabetes.", "Tre|Kvalitet er godt. Nogen må sikre den."}
	r := readerOf(t, filesOf(Manifest{}, 4, []Meeting{meetingOf(t, "raadet", "2020-03-01", texts...)}))
	for query, wanted := range map[string][]string{
		"børnekræft": {"raadet/2020-03-01/#punkt-1"}, "kræftbørn": {"raadet/2020-03-01/#punkt-1"}, "børnediabetes": {"raadet/2020-03-01/#punkt-2"},
		"diabeteskræft": {}, "børnehave": {},
	} {
		a, err := r.Search(Query{Text: query})
		if got := addresses(t, r, Query{Text: query}); err != nil || !slices.Equal(got, wanted) || (a.Apart == query) != (query != "børnehave") {
			t.Errorf("%s: %q, apart %q, %v", query, got, a.Apart, err)
		}
	}
	texts = append(texts, "Fire|Børnekræftforeningen er hørt.")
	r = readerOf(t, filesOf(Manifest{}, 4, []Meeting{meetingOf(t, "raadet", "2020-03-01", texts...)}))
	a, err := r.Search(Query{Text: "børnekræft"})
	if err != nil || a.Apart != "" || len(a.Hits) != 1 {
		t.Errorf("%q, %v, %v", a.Apart, a.Hits, err)
	}
}

func TestWhatIsOfferedIsNearAndNotOdd(t *testing.T) {
	r := readerOf(t, filesOf(Manifest{Synonyms: [][]string{{"biobnak", "fryser"}}}, 4, []Meeting{meetingOf(t, "raadet", "2020-03-01",
		"Et|Samtykke, biobank og kommissorium. Fryser.", "To|Patientgrupper og laboratorier.", "Tre|Patientgrupper og farve.", "Fire|Svartider")}))
	for query, wanted := range map[string]string{
		"samtykqe":       "samtyk",       // a slip
		"smatykke":       "samtyk",       // two neighbours
		"zamtykke":       "",             // another first letter of a short word
		"zommissorium":   "kommissorium", // of a long one
		"kommizzorium":   "",             // two slips and a rare word
		"patintgruper":   "patientgrup",  // two slips and a word of several items
		"batientgrubber": "",             // another first letter at two slips
		"farva":          "farv",         // common letters, one slip
		"sbardider":      "",             // too many slips
		"biobnak":        "",             // what has synonyms says what it means
		"samtykke":       "",             // what is there
		"qqqqqqqq":       "",
	} {
		if a, err := r.Search(Query{Text: query}); err != nil || a.Near != wanted {
			t.Errorf("%s: %q, not %q, %v", query, a.Near, wanted, err)
		}
	}
}

func TestSlipsAreCounted(t *testing.T) {
	for pair, wanted := range map[[2]string]int{
		{"abc", "abc"}: 0, {"abc", "abd"}: 1, {"abc", "ac"}: 1, {"abc", "abcd"}: 1, {"abc", "acb"}: 1, {"abc", "bad"}: 2, {"abcd", "badc"}: 2, {"abc", "xyz"}: 3, {"a", "abcd"}: 3, {"", "ab"}: 2,
	} {
		if got := slips(pair[0], pair[1], 2); got != wanted {
			t.Errorf("%q: %d, not %d", pair, got, wanted)
		}
	}
}
