package danish

import (
	"fmt"
	"strings"
	"testing"
)

func TestDaysOfTheWeekAreFoundBeforeDates(t *testing.T) {
	for text, want := range map[string]string{
		"tirsdag den 7. november 2023":                "tirsdag den 7. november 2023: tirsdag",
		"Mødet er Torsdag d. 7. november 2023, kl. 9": "Torsdag d. 7. november 2023: tirsdag",
		"onsdag, 07-11-2023":                          "onsdag, 07-11-2023: tirsdag",
		"søndag 2023-11-07 og lørdag 11.11.2023":      "søndag 2023-11-07: tirsdag; lørdag 11.11.2023: lørdag",
		"fredag den 29. februar 2023":                 "", // no day at all
		"fredag den 7. november":                      "", // of no year
		"dagsorden den 7. november 2023, i dag":       "",
		"":                                            "",
	} {
		var got []string
		for _, w := range Weekdays(text) {
			got = append(got, fmt.Sprintf("%s: %s", w.Words, w.Right))
			if !strings.HasPrefix(text[w.At:], w.Words) || !strings.EqualFold(w.Written, w.Words[:len(w.Written)]) {
				t.Errorf("%q: %+v", text, w)
			}
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
