package source

import "testing"

func TestADayIsSaidInTheLanguageOfTheMessage(t *testing.T) {
	p := At(Pos{}, CountGrowth, Day("2023-11-30"), Day("2024-01-01"))
	for lang, want := range map[string]string{
		"da": "forskellen mellem 30. november 2023 og 1. januar 2024 er på nogle få personer",
		"en": "the difference between 30 November 2023 and 1 January 2024 is of a few persons",
	} {
		if got, _ := p.Text(lang); got != want {
			t.Errorf("%s: %s", lang, got)
		}
	}
	if got := Day("2023").in("da"); got != "2023" {
		t.Errorf("no date is %q", got)
	}
}
