package source

import "testing"

func TestDaysAndInstantsAreSaidInTheLanguageOfTheMessage(t *testing.T) {
	for _, test := range []struct {
		problem         Problem
		danish, english string
	}{
		{At(Pos{}, CountGrowth, "2023-11-30", "2024-01-01"),
			"forskellen mellem 30. november 2023 og 1. januar 2024 er på nogle få personer",
			"the difference between 30 November 2023 and 1 January 2024 is of a few persons"},
		{At(Pos{}, EndBeforeStart, "2024-03-31T23:30:00Z", "14.00 %d"), // by the clock in Denmark
			"slut (14.00 %d) ligger før start (1. april 2024 kl. 01.30)",
			"the end (14.00 %d) is before the start (1 April 2024, 01:30)"},
	} {
		for lang, want := range map[string]string{"da": test.danish, "en": test.english} {
			if got, _ := test.problem.Text(lang); got != want {
				t.Errorf("%s: %s", lang, got)
			}
		}
	}
}
