package site

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"referat/generator/data"
	"referat/generator/source"
)

// minutesViewOf is the view of a meeting of 31 March 2024, on whose night summer time began.
func minutesViewOf(t *testing.T, state, keys, body string) MinutesView {
	t.Helper()
	outputs, problems := build(t, Options{Drafts: true}, map[string]string{"content/referater/a/2024-03-31.md": meetingFile(state, keys+"\n", body)})
	if source.Errors(problems) > 0 {
		t.Fatal(said(problems))
	}
	return outputs["referater/a/2024-03-31/index.html"].View().(MinutesView)
}

func TestAMeetingIsToldWithItsTimesAsTheyWereInDenmark(t *testing.T) {
	const item = "## Pkt. 1 Status\n\n### Referat\n\nTekst.\n"
	for keys, want := range map[string]data.MeetingFacts{
		"":                                   {StartDate: "2024-03-31"},
		"place = \"Mødelokale 3\"":           {StartDate: "2024-03-31", Location: "Mødelokale 3"},
		"start = \"14.00\"\nend = \"15.30\"": {StartDate: "2024-03-31T14:00:00+02:00", EndDate: "2024-03-31T15:30:00+02:00"},
		"start = \"00.30\"\nend = \"04.00\"": {StartDate: "2024-03-31T00:30:00+01:00", EndDate: "2024-03-31T04:00:00+02:00"},
		"end = \"15.30\"":                    {StartDate: "2024-03-31"},
	} {
		want.Type, want.Name, want.Status, want.URL = "Event", "Møde", data.EventScheduled, "https://ngc.dk/arkiv/referater/a/2024-03-31/"
		want.Organizer = data.PartyFacts{Type: "Organization", Name: "Udvalg A", URL: "https://ngc.dk/arkiv/udvalg/a/"}
		want.RecordedIn = data.DocumentFacts{Type: "DigitalDocument", URL: want.URL, Language: "da", Publisher: data.PartyFacts{Type: "GovernmentOrganization", Name: "Nationalt Genom Center"}}
		if got := minutesViewOf(t, "final", keys, item).Facts.Meeting; got != want {
			t.Errorf("%q: got\n%+v\nwant\n%+v", keys, got, want)
		}
	}
}

func TestAMeetingIsToldAsItStands(t *testing.T) {
	for state, want := range map[string]string{"planned": data.EventScheduled, "cancelled": data.EventCancelled, "final": data.EventScheduled, "draft": ""} {
		got := minutesViewOf(t, state, "", "Tekst.\n").Facts.Meeting
		if got.Status != want || (got.RecordedIn.URL != "") != (state == "final") {
			t.Errorf("%s: %+v", state, got)
		}
	}
}

// manyTitles is an agenda of more than a description has room for.
func manyTitles() string {
	var keys string
	for n := range 5 {
		keys += fmt.Sprintf("[[agenda]]\nnumber = \"%d\"\ntitle = %q\n", n, strings.Repeat("x", 140))
	}
	return keys
}

func TestWhatMinutesAreAboutIsToldInTheirOwnWords(t *testing.T) {
	const items = "## Pkt. 1 Status\n\n### Referat\n\nTekst.\n\n## Pkt. 2 Lukket\n\nTekst.\n\n## Pkt. 3 Eventuelt\n\nTekst.\n"
	const agenda = "[[agenda]]\nnumber = \"1\"\ntitle = \"Status\"\n[[agenda]]\nnumber = \"2\"\ntitle = \"Lukket\"\nclosed = true\n[[agenda]]\nnumber = \"3\"\ntitle = \"Eventuelt\""
	for what, c := range map[string]struct{ state, keys, body, want string }{
		"a summary":        {"final", "summary = \"Rådet drøftede status.\"\n" + agenda, items, "Rådet drøftede status."},
		"items":            {"final", agenda, items, "Status; Eventuelt"},
		"an agenda":        {"planned", agenda, "", "Status; Eventuelt"},
		"nothing":          {"final", "", "Tekst.\n", ""},
		"very many titles": {"planned", manyTitles(), "", strings.Repeat("x", 140) + "; " + strings.Repeat("x", 140)},
	} {
		if got := minutesViewOf(t, c.state, c.keys, c.body).Description; got != c.want {
			t.Errorf("%s: %q, want %q", what, got, c.want)
		}
	}
}

func TestMinutesInTwoLanguagesNameEachOther(t *testing.T) {
	outputs, _ := build(t, Options{}, map[string]string{
		"content/referater/a/2024-03-05.md":   meetingFile("final", "", "Tekst.\n"),
		"content/referater/a/2024-03-05-2.md": meetingFile("final", "lang = \"en\"\ntranslation_of = \"2024-03-05.md\"\n", "Text.\n"),
		"content/referater/a/2024-04-02.md":   meetingFile("final", "", "Tekst.\n"),
	})
	want := []Link{{Text: "da", Href: "https://ngc.dk/arkiv/referater/a/2024-03-05/"}, {Text: "en", Href: "https://ngc.dk/arkiv/referater/a/2024-03-05-2/"}}
	for name, want := range map[string][]Link{"2024-03-05": want, "2024-03-05-2": want, "2024-04-02": nil} {
		if got := outputs["referater/a/"+name+"/index.html"].View().(MinutesView).Languages; !slices.Equal(got, want) {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestDraftsAreNotNamedAsTranslations(t *testing.T) {
	outputs, _ := build(t, Options{Drafts: true}, map[string]string{
		"content/referater/a/2024-03-05.md":   meetingFile("final", "", "Tekst.\n"),
		"content/referater/a/2024-03-05-2.md": meetingFile("draft", "lang = \"en\"\ntranslation_of = \"2024-03-05.md\"\n", "Text.\n"),
	})
	for _, name := range []string{"2024-03-05", "2024-03-05-2"} {
		if got := outputs["referater/a/"+name+"/index.html"].View().(MinutesView).Languages; got != nil {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestASeriesIsToldWithItsFilesAndTheTimeItCovers(t *testing.T) {
	outputs, problems := build(t, Options{}, map[string]string{
		"content/tal/genomer.toml": "title = \"Genomer\"\nunit = \"genomer\"\ndefinition = \"Antal genomer.\"\n",
		"content/tal/genomer.csv":  "date,value,status,source,note\nultimo oktober 2023,12,final,https://ngc.dk/,\n2024-02-01,14,final,https://ngc.dk/,\n",
	})
	page, is := outputs["tal/index.html"].View().(CountsView)
	if !is || len(page.Facts.Datasets) != 1 {
		t.Fatal(said(problems))
	}
	d := page.Facts.Datasets[0]
	if d.Name != "Genomer" || d.Description != "Antal genomer." || d.TemporalCoverage != "2023-10-31/2024-02-01" || len(d.Distribution) != 2 {
		t.Errorf("%+v", d)
	}
	for _, file := range d.Distribution {
		if _, there := outputs[strings.TrimPrefix(file.ContentURL, "https://ngc.dk/arkiv/")]; !there {
			t.Errorf("there is no %s", file.ContentURL)
		}
	}
}

func TestNumbersAreToldWithTheLicenceThatTheAuthorityHasChosen(t *testing.T) {
	const chosen = "https://creativecommons.org/licenses/by/4.0/"
	for table, want := range map[string]string{"": "", "[data]\nlicence = \"CC BY 4.0\"\nlicence_url = \"" + chosen + "\"\n": chosen} {
		outputs, problems := builtWithRecord(t, map[string]string{
			"site.toml":                table,
			"content/tal/genomer.toml": "title = \"Genomer\"\nunit = \"genomer\"\ndefinition = \"Antal genomer.\"\n",
			"content/tal/genomer.csv":  "date,value,status,source,note\n2024-02-01,14,final,https://ngc.dk/,\n",
		})
		page, is := outputs["tal/index.html"].View().(CountsView)
		if !is || len(page.Facts.Datasets) != 1 {
			t.Fatal(said(problems))
		}
		if got := page.Facts.Datasets[0].License; got != want {
			t.Errorf("%q: %q", table, got)
		}
	}
}
