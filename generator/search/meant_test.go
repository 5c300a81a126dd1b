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
		"samtykqe":      "samtyk",       // a slip
		"smatykke":      "samtyk",       // two neighbours
		"zamtykke":      "",             // another first letter of a short word
		"zommissorium":  "kommissorium", // of a long one
		"kommizzorium":  "",             // two slips
		"batientgruppe": "patientgrup",  // another first letter of a long one
		"farva":         "farv",         // common letters, one slip
		"sbardider":     "",             // too many slips
		"biobnak":       "",             // what has synonyms says what it means
		"samtykke":      "",             // what is there
		"qqqqqqqq":      "",
	} {
		if a, err := r.Search(Query{Text: query}); err != nil || a.Near != wanted {
			t.Errorf("%s: %q, not %q, %v", query, a.Near, wanted, err)
		}
	}
}

func TestAWordThatIsNowhereIsNotQuietlyAnother(t *testing.T) {
	r := readerOf(t, filesOf(Manifest{}, 4, []Meeting{meetingOf(t, "raadet", "2020-03-01", "Et|Samtykke og medtag.", "To|Relevante rapporter.")}))
	for query, near := range map[string]string{"samtykqe": "samtyk", "vedtaget": "", "elefanter": "", "rabbort": ""} {
		a, err := r.Search(Query{Text: query})
		if err != nil || a.Near != near || len(a.Hits) > 0 != (near != "") {
			t.Errorf("%s: %v by %q, %v", query, a.Hits, a.Near, err)
		}
	}
}

func TestHyphensAndShortWordsAreFoundAsTheyAreSaid(t *testing.T) {
	r := readerOf(t, filesOf(Manifest{}, 4, []Meeting{meetingOf(t, "raadet", "2020-03-01", "Et|Et set-up i Aarhus.", "To|Et semi-struktureret interview. Set det op, up.",
		"Tre|NGC's opgaver og pc’erne.", "Fire|NGCs rolle.", "Fem|Hudsygdomme.")}))
	for query, wanted := range map[string][]string{
		"setup": {"raadet/2020-03-01/#punkt-1"}, "semistruktureret": {"raadet/2020-03-01/#punkt-2"}, "NGCs": {"raadet/2020-03-01/#punkt-3", "raadet/2020-03-01/#punkt-4"},
		"ngc": {"raadet/2020-03-01/#punkt-3", "raadet/2020-03-01/#punkt-4"}, "NGC’s": {"raadet/2020-03-01/#punkt-3", "raadet/2020-03-01/#punkt-4"}, "s": {}, "pc": {"raadet/2020-03-01/#punkt-3"},
		"hud": {"raadet/2020-03-01/#punkt-5"}, "pc erne": {"raadet/2020-03-01/#punkt-3"}, "erne": {},
	} {
		if got := addresses(t, r, Query{Text: query}); !slices.Equal(got, wanted) {
			t.Errorf("%s: %q, not %q", query, got, wanted)
		}
	}
}

func TestWithoutOneOfTheWordsTheItemsWithTheOthersAreFound(t *testing.T) {
	r := readerOf(t, filesOf(Manifest{}, 4, []Meeting{meetingOf(t, "raadet", "2020-03-01", "Et|Samtykke til forskning.", "To|Samtykke.", "Tre|Budget.", "Fire|Forskning.")}))
	for query, wanted := range map[string][]string{
		"samtykke xyzzy": {"raadet/2020-03-01/#punkt-1", "raadet/2020-03-01/#punkt-2"}, "forskning samtykke xyzzy": {"raadet/2020-03-01/#punkt-1"}, "xyzzy plugh": {},
	} {
		a, err := r.Search(Query{Text: query})
		if got := addresses(t, r, Query{Text: query}); err != nil || !slices.Equal(got, wanted) || a.Some != (len(wanted) > 0) {
			t.Errorf("%s: %q, of some %v, %v", query, got, a.Some, err)
		}
	}
}

func TestASlipIsOneLetterOrTwoThatAreSwapped(t *testing.T) {
	for pair, wanted := range map[[2]string]bool{
		{"abc", "abd"}: true, {"abc", "ac"}: true, {"abc", "abcd"}: true, {"abc", "acb"}: true, {"abc", "bac"}: true, {"abc", "ab"}: true, {"aab", "ab"}: true,
		{"abc", "bad"}: false, {"abcd", "badc"}: false, {"abc", "xyz"}: false, {"a", "abcd"}: false, {"", "ab"}: false, {"", "a"}: true, {"abc", "cba"}: false,
	} {
		if slip(pair[0], pair[1]) != wanted || slip(pair[1], pair[0]) != wanted {
			t.Errorf("%q: %v", pair, !wanted)
		}
	}
}
