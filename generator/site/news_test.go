package site

import (
	"fmt"
	"strings"
	"testing"

	"referat/generator/source"
)

// toldAsNew is what is new, a line for each: the day, or the year where no month is known,
// the kind and the address.
func toldAsNew(outputs map[string]Output) string {
	var b strings.Builder
	for _, g := range outputs["nyt/index.html"].View().(NewsView).Groups {
		for _, e := range g.Entries {
			when := e.Date.String()
			if g.Month == 0 {
				when = fmt.Sprint(g.Year)
			}
			fmt.Fprintln(&b, when, e.Kind, e.Href)
			if e.Date.Year != g.Year || g.Month > 0 && e.Date.Month != g.Month {
				fmt.Fprintln(&b, "stands in another month")
			}
		}
	}
	return b.String()
}

func TestWhatIsNewStandsByTheDaysThatDocumentsGiveThemselves(t *testing.T) {
	outputs, problems := build(t, Options{}, map[string]string{
		"content/referater/a/2024-01-02.md":   meetingFile("final", "[[corrections]]\ndate = 2024-02-05\nwhat = \"Andet.\"\n", ""),
		"content/referater/a/2024-01-20.md":   meetingFile("final", "[record]\ndate = 2024-02-03\n", ""),
		"content/referater/a/2024-01-21.md":   meetingFile("final", "publish = 2024-02-07T23:30:00Z\n", ""),
		"content/referater/a/2024-01-22.md":   meetingFile("withdrawn", "withdrawn = 2024-02-06\nwithdrawn_reason = \"fejl\"\n", ""),
		"content/referater/a/2024-01-23.md":   meetingFile("draft", "", ""),
		"content/referater/a/2024-01-24.md":   meetingFile("cancelled", "", ""),
		"content/referater/a/2024-01-25.md":   meetingFile("final", "publish = 2027-01-01T00:00:00+01:00\n", ""),
		"content/referater/a/2027-01-25.md":   meetingFile("planned", "", ""),
		"content/patientgrupper/nyresvigt.md": "+++\ntitle = \"Nyresvigt\"\n[[milestones]]\ndate = \"medio februar 2024\"\ntitle = \"Sendt\"\ndone = true\nsource = \"https://ngc.dk/\"\n[[milestones]]\ndate = \"marts 2024\"\ntitle = \"Ude\"\nsource = \"https://ngc.dk/\"\n+++\n",
		"content/patientgrupper/alle.toml":    "[[milestones]]\ndate = \"1. februar 2024\"\ntitle = \"Alle\"\ndone = true\nsource = \"https://ngc.dk/\"\n",
		"content/tal/x.toml":                  "title = \"X\"\nunit = \"stk.\"\ndefinition = \"Alle.\"\n",
		"content/tal/x.csv":                   "date,value,status,source,note\nultimo januar 2024,5,final,https://ngc.dk/x,\n2024-02-29,6,other,https://ngc.dk/x,\n",
	})
	if source.Errors(problems) > 0 {
		t.Fatal(said(problems))
	}
	want := `2024-02-29 count /arkiv/tal/
2024-02-20 step /arkiv/patientgrupper/nyresvigt/#forloeb
2024-02-08 minutes /arkiv/referater/a/2024-01-21/
2024-02-06 correction /arkiv/referater/a/2024-01-22/#trukket-tilbage
2024-02-05 correction /arkiv/referater/a/2024-01-02/#rettelse-2024-02-05
2024-02-03 minutes /arkiv/referater/a/2024-01-20/
2024-02-01 step /arkiv/patientgrupper/
2024-01-31 count /arkiv/tal/
2024-01-02 minutes /arkiv/referater/a/2024-01-02/
`
	if got := toldAsNew(outputs); got != want {
		t.Errorf("%s\n%s", got, said(problems))
	}
}

func TestMinutesAreNewOnTheDayThatTheRecordFirstHadThem(t *testing.T) {
	is := meetingFile("approved", "approved = 2024-02-06\n"+correctedOnce, "## Pkt. 1 Tal\n\n### Referat\n\nDer var 121 prøver.\n")
	was := meetingFile("final", "", "## Pkt. 1 Tal\n\n### Referat\n\nDer var 112 prøver.\n")
	called := meetingFile("planned", "", "")
	outputs, problems := builtWithRecord(t, asRecorded(t, map[string]string{keptPath: is}, called, was))
	if source.Errors(problems) > 0 {
		t.Fatal(said(problems))
	}
	if got := toldAsNew(outputs); got != "2024-02-01 correction /arkiv/referater/a/2024-01-02/#rettelse-2024-02-01\n2024-01-11 minutes /arkiv/referater/a/2024-01-02/\n" {
		t.Error(got)
	}
	row := outputs["nyt/index.html"].View().(NewsView).Groups[0].Entries[0].Correction
	if row.Was.Number != 2 || row.Was.Differences != "/arkiv/referater/a/2024-01-02/v2/forskelle/" {
		t.Errorf("what was changed is not led to: %+v", row.Was)
	}
}

func TestOnlyTheNewestIsShown(t *testing.T) {
	files := map[string]string{}
	for i := range mostNews + 5 {
		files[fmt.Sprintf("content/referater/a/2024-%02d-%02d.md", 1+i/25, 1+i%25)] = meetingFile("final", "", "")
	}
	outputs, _ := build(t, Options{}, files)
	v := outputs["nyt/index.html"].View().(NewsView)
	if n := strings.Count(toldAsNew(outputs), "\n"); n != mostNews || !v.Older || v.Groups[0].Entries[0].Date.String() != "2024-03-05" {
		t.Errorf("%d, older %v, from %s", n, v.Older, v.Groups[0].Entries[0].Date)
	}
	outputs, _ = build(t, Options{}, nil)
	if v := outputs["nyt/index.html"].View().(NewsView); v.Older || len(v.Groups) > 0 {
		t.Errorf("nothing is new: %+v", v.Groups)
	}
}

func TestATimeStandsUnderNoMonthThatItsSourceDoesNotGive(t *testing.T) {
	var rows strings.Builder
	for _, words := range []string{"medio december 2023", "2023", "efteråret 2023", "senest 12. november 2023", "senest 2022", "2. kvartal 2022", "maj 2022", "november-december 2021", "vinteren 2020/21"} {
		fmt.Fprintf(&rows, "%s,5,final,https://ngc.dk/x,\n", words)
	}
	outputs, problems := build(t, Options{}, map[string]string{
		"content/tal/x.toml": "title = \"X\"\nunit = \"stk.\"\ndefinition = \"Alle.\"\n",
		"content/tal/x.csv":  "date,value,status,source,note\n" + rows.String() + "senest 12. april 2024,6,other,https://ngc.dk/x,\n",
	})
	if source.Errors(problems) > 0 {
		t.Fatal(said(problems))
	}
	var got strings.Builder
	groups := outputs["nyt/index.html"].View().(NewsView).Groups
	for _, g := range groups {
		fmt.Fprintf(&got, "%d-%d:", g.Year, g.Month)
		for _, e := range g.Entries {
			got.WriteString(" " + e.Words + ";")
		}
		got.WriteString("\n")
	}
	const want = `2024-4: senest 12. april 2024;
2023-12: medio december 2023;
2023-11: senest 12. november 2023;
2023-0: 2023; efteråret 2023;
2022-5: maj 2022;
2022-0: senest 2022; 2. kvartal 2022;
2021-0: november-december 2021; vinteren 2020/21;
`
	if got.String() != want {
		t.Errorf("%s", got.String())
	}
	if first := groups[0].Entries[0].Count; !first.Others || groups[1].Entries[0].Count.Others {
		t.Errorf("who has stated a number is not told: %+v", first)
	}
}
