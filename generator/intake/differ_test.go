package intake

import (
	"slices"
	"testing"
)

func TestDifferencesAreToldItemByItemInWords(t *testing.T) {
	_, mine := sampleFile()
	theirs := replaced(t, mine, []string{
		`place = "Microsoft Teams"`, `place = "Teams"`,
		`state = "draft"`, `state = "cancelled"`,
		`role = "sundhedsdirektør"`, `role = "direktør"`,
		"\n[[participants]]\nname = \"Finn", "\n[[participants]]\nname = \"Anna Holm\"\n\n[[participants]]\nname = \"Finn",
		"gruppen tager status for sundhedsdata til", "gruppen tager tallene for sundhedsdata til",
		"- Belys\n", "- Belys\n- Spørg\n",
		"**samt _WGS_**", "og WGS", "Medio marts", "Ultimo marts",
		"Der er 17 patientgrupper.[^1]\n", "",
		"[^1]: Jf. bilag 3.2.", "## Pkt. 2 Eventuelt\n\nIntet.",
	})
	want := []Difference{
		{"place", "Microsoft Teams", "Teams", true},
		{"participants, Jesper Gyllenborg, role", "sundhedsdirektør", "direktør", true},
		{"participants, Anna Holm", "", "Anna Holm", true},
		{"Pkt. 1, Indstilling", "… at gruppen tager status for sundhedsdata til …", "… at gruppen tager tallene for sundhedsdata til …", false},
		{"Pkt. 1, Referat", "… NGC, og Status samt WGS:", "… NGC, og Status og WGS:", false},
		{"Pkt. 1, Referat", "", "Spørg", false},
		{"Pkt. 1, Referat", "Nyresvigt Psykiatri Medio marts", "Nyresvigt Psykiatri Ultimo marts", false},
		{"Pkt. 1, Referat", "Der er 17 patientgrupper.", "", false},
		{"[^1]", "Jf. bilag 3.2.", "", false},
		{"Pkt. 2", "", "Pkt. 2 Eventuelt Intet.", false},
	}
	if got := Differences(mine, theirs); !slices.Equal(got, want) {
		t.Errorf("got\n%+v\nwant\n%+v", got, want)
	}
	if got := Differences(mine, mine); len(got) > 0 {
		t.Error(got)
	}
}

func TestAnItemIsNamedByMoreThanItsNumber(t *testing.T) {
	for heading, want := range map[string]string{"Pkt. 1 Budget": "Pkt. 1", "1. Budget": "1. Budget", "AD 2: Valg": "AD 2", "Eventuelt": "Eventuelt"} {
		got := Differences("## "+heading+"\n\nEt.\n", "## "+heading+"\n\nTo.\n")
		if len(got) == 0 || got[0].Where != want {
			t.Errorf("%q: %+v, want %q", heading, got, want)
		}
	}
}

func TestATableIsNamedByItsRows(t *testing.T) {
	got := Differences("## Pkt. 1 A\n", "## Pkt. 1 A\n\n| Gruppe | Tid |\n| --- | --- |\n| Nyresvigt | maj |\n")
	if want := []Difference{{Where: "Pkt. 1", New: "Gruppe Tid"}, {Where: "Pkt. 1", New: "Nyresvigt maj"}}; !slices.Equal(got, want) {
		t.Errorf("%+v", got)
	}
}
