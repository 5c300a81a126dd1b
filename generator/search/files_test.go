package search

import (
	"bytes"
	"errors"
	"maps"
	"slices"
	"testing"
)

// june are meetings of one month, and one before them.
func june(t *testing.T) (before Meeting, meetings []Meeting) {
	return meetingOf(t, "raadet", "2024-05-01", "Forord|Et nyt udvalg begynder."), []Meeting{
		meetingOf(t, "raadet", "2024-06-04", "Prøver|Prøver tages i klinikken. Svaret kommer senere."),
		meetingOf(t, "raadet", "2024-06-11", "Svar|Svar på prøver gives mundtligt."),
	}
}

func TestTheSameMeetingsGiveTheSameFiles(t *testing.T) {
	_, meetings := june(t)
	one, two := filesOf(Manifest{}, 4, meetings), filesOf(Manifest{}, 4, meetings)
	if !maps.EqualFunc(one, two, bytes.Equal) {
		t.Error("they differ")
	}
}

func TestAMeetingAtTheEndLeavesTheFilesWithoutItsWordsAsTheyWere(t *testing.T) {
	before, meetings := june(t)
	before.Name, before.Date = "2024-07-01", meetings[1].Date.AddDays(20)
	was, is := filesOf(Manifest{}, 16, meetings), filesOf(Manifest{}, 16, append(slices.Clone(meetings), before))
	same := 0
	for n := range 16 {
		if bytes.Equal(was[PostingsName("2020", n)], is[PostingsName("2020", n)]) {
			same++
		}
	}
	if same < 10 {
		t.Errorf("%d of 16", same)
	}
	for n := range 16 { // from a cache, beside the places of the later site
		is[PostingsName("2020", n)] = was[PostingsName("2020", n)]
	}
	if got := addresses(t, readerOf(t, is), Query{Text: "svar"}); len(got) != 2 {
		t.Error(got)
	}
}

func TestAFileFromBeforeAChangeTellsThatItIs(t *testing.T) {
	before, meetings := june(t)
	was, is := filesOf(Manifest{}, 1, meetings), filesOf(Manifest{}, 1, append([]Meeting{before}, meetings...))
	for _, name := range []string{PlacesName("2020"), PostingsName("2020", 0), PositionsName("2020", 0)} {
		mixed := maps.Clone(is)
		mixed[name] = was[name]
		_, err := readerOf(t, mixed).Search(Query{Text: `"prøver tages"`})
		if !errors.Is(err, errStale) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAFileThatIsCutIsRefused(t *testing.T) {
	_, meetings := june(t)
	files := filesOf(Manifest{}, 1, meetings)
	for _, name := range []string{PlacesName("2020"), PostingsName("2020", 0), PositionsName("2020", 0)} {
		whole, err := unpacked(files[name])
		if err != nil {
			t.Fatal(err)
		}
		cut := maps.Clone(files)
		cut[name] = numbers(whole[:len(whole)-1])
		if _, err := readerOf(t, cut).Search(Query{Text: `"prøver tages"`}); err == nil {
			t.Errorf("%s is taken for whole", name)
		}
	}
}

func TestAPhraseStandsInOneSentence(t *testing.T) {
	_, meetings := june(t)
	r := readerOf(t, filesOf(Manifest{}, 2, meetings))
	for query, found := range map[string]int{
		`"prøver tages"`: 1, `"tages i klinikken"`: 1, `"tages på klinikken"`: 1, `"tages klinikken"`: 0, `"klinikken svaret"`: 0, `"i klinikken"`: 1, `"svar på prøver"`: 1,
	} {
		if got := addresses(t, r, Query{Text: query}); len(got) != found {
			t.Errorf("%s: %q", query, got)
		}
	}
}

func TestWordsAreTakenAsTheyAreShown(t *testing.T) {
	for text, wanted := range map[string][]string{
		"20.621 genomer, kl. 14.00":       {"| 20621", "genom", "kl", "14", "00"},
		"Møde. Nyt møde. ca. 20 prøver":   {"| moed", "| nyt", "moed", "ca", "20", "proev"},
		"sam\u00adarbejde COVID-19 Malmö": {"| samarbejd", "covid", "19", "malmoe"},
		"a\tb\nc":                         {"| a", "| b", "| c"},
		"é Über naïve 7.11.2023":          {"| e", "uber", "naiv", "7", "11", "2023"},
	} {
		var got []string
		eachWord(text, func(word string, begins bool) {
			mark := ""
			if begins {
				mark = "| "
			}
			got = append(got, mark+stemOf(word))
		})
		if !slices.Equal(got, wanted) {
			t.Errorf("%q: %q", text, got)
		}
	}
}

func TestRarerWordsAndTitlesAndDecisionsCountMore(t *testing.T) {
	if weight(1000, 1) <= weight(1000, 10) || weight(1000, 1000) != 16 || weight(0, 0) != 16 {
		t.Error(weight(1000, 1), weight(1000, 10), weight(1000, 1000), weight(0, 0))
	}
	plain := value(factorExact, 16, 0, 0)
	if title, decision := value(factorExact, 16, impactTitle, 0), value(factorExact, 16, impactDecision, 0); title <= decision || decision <= plain {
		t.Error(plain, decision, title)
	}
}
