package search

import (
	"slices"
	"testing"
)

func TestDatesAreSeenInWords(t *testing.T) {
	for text, wanted := range map[string]string{
		"7. november 2023 nyresvigt": "2023-11-07 2023-11-07", "den 7. nov. 2023": "2023-11-07 2023-11-07", "7.11.2023": "2023-11-07 2023-11-07",
		"07-11-2023": "2023-11-07 2023-11-07", "7/11 2023": "2023-11-07 2023-11-07", "2023-11-07": "2023-11-07 2023-11-07",
		"November 2023": "2023-11-01 2023-11-30", "februar 2024": "2024-02-01 2024-02-29", "29. februar 2023": "", "31. april 2024": "", "0. maj 2024": "",
		"2023": "", "november": "", "7. november": "", "7. november 23": "", "november 1066": "", "13.13.2023": "", "2023-11": "", "20.621 genomer": "",
		"12345. november 2023": "", "møde 2023": "",
	} {
		heard := listen(text, false, func(stem string) bool { return stem == "den" })
		got := ""
		if first, last, n := dateIn(heard.words); n > 0 {
			got = first.String() + " " + last.String()
		}
		if got != wanted {
			t.Errorf("%s: %q, not %q", text, got, wanted)
		}
	}
}

func TestItemsAreFoundByTheirNumberAndTheirMeetingsDay(t *testing.T) {
	first := meetingOf(t, "raadet", "2020-03-01", "Prøver|Vi ses den 5. maj 2021 og den 4. maj 2021.", "Andet|Intet.!!Det blev godkendt.")
	first.Items = append(first.Items, Item{Anchor: "punkt-2-1", Title: "Bilag"})
	r := readerOf(t, filesOf(Manifest{}, 4, []Meeting{first}, []Meeting{meetingOf(t, "klinik", "2021-05-04", "Prøver|Svar.")}))
	for query, wanted := range map[string][]string{
		"1. marts 2020":          {"raadet/2020-03-01/", "raadet/2020-03-01/#punkt-2", "raadet/2020-03-01/#punkt-1", "raadet/2020-03-01/#punkt-2-1"},
		"4. maj 2021":            {"klinik/2021-05-04/", "klinik/2021-05-04/#punkt-1"},
		"prøver maj 2021":        {"klinik/2021-05-04/#punkt-1"},
		"pkt. 1":                 {"klinik/2021-05-04/#punkt-1", "raadet/2020-03-01/#punkt-1"},
		"Punkt 2.1":              {"raadet/2020-03-01/#punkt-2-1"},
		"2020-03-01, pkt. 2":     {"raadet/2020-03-01/#punkt-2"},
		"punkt 2 1. marts 2020":  {"raadet/2020-03-01/#punkt-2"},
		"pkt. 7":                 {},
		"5. maj 2021":            {"raadet/2020-03-01/#punkt-1"},                                                                                     // no meeting is on that day
		`"1. marts 2020"`:        {},                                                                                                                 // a phrase is of what the text says
		"2. marts 2020 bilag":    {"raadet/2020-03-01/#punkt-2-1"},                                                                                   // which is most of it
		"kirsebær 2. marts 2020": {"raadet/2020-03-01/", "raadet/2020-03-01/#punkt-2", "raadet/2020-03-01/#punkt-1", "raadet/2020-03-01/#punkt-2-1"}, // but for the word
	} {
		if got := addresses(t, r, Query{Text: query}); !slices.Equal(got, wanted) {
			t.Errorf("%s: %q, not %q", query, got, wanted)
		}
	}
	if got := addresses(t, r, Query{Text: "1. marts 2020", Decisions: true}); !slices.Equal(got, []string{"raadet/2020-03-01/#punkt-2"}) {
		t.Error(got)
	}
}
