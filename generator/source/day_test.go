package source

import "testing"

func TestADayIsSaidInTheLanguageOfTheMessage(t *testing.T) {
	p := At(Pos{}, CountGrowth, "2023-11-30", "2024-01-01")
	for lang, want := range map[string]string{
		"da": "forskellen mellem 30. november 2023 og 1. januar 2024 er på nogle få personer",
		"en": "the difference between 30 November 2023 and 1 January 2024 is of a few persons",
	} {
		if got, _ := p.Text(lang); got != want {
			t.Errorf("%s: %s", lang, got)
		}
	}
}

func TestAnInstantIsSaidByTheClockInDenmark(t *testing.T) {
	p := At(Pos{}, EndBeforeStart, "2024-03-31T23:30:00Z", "14.00 %d")
	for lang, want := range map[string]string{
		"da": "slut (14.00 %d) ligger før start (1. april 2024 kl. 01.30)",
		"en": "the end (14.00 %d) is before the start (1 April 2024, 01:30)",
	} {
		if got, _ := p.Text(lang); got != want {
			t.Errorf("%s: %s", lang, got)
		}
	}
}
