package site

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"referat/generator/data"
	"referat/generator/source"
)

// followedFiles are minutes in every state, of two committees, and a subject that they tell of.
func followedFiles() map[string]string {
	return map[string]string{
		"content/udvalg/a.md":                 "+++\ntitle = \"Udvalg A\"\npublish_drafts = true\n+++\n",
		"content/udvalg/b.md":                 "+++\ntitle = \"Udvalg B\"\n+++\n",
		"content/patientgrupper/alle.toml":    "[[milestones]]\ndate = \"maj 2024\"\ntitle = \"Alle i drift\"\ndone = true\nsource = \"https://ngc.dk/\"\n",
		"content/patientgrupper/nyresvigt.md": "+++\ntitle = \"Nyresvigt\"\n[[milestones]]\ndate = \"12. april 2024\"\nstage = \"ude\"\ndone = true\nnote = \"Efter planen.\"\nsource = \"https://ngc.dk/\"\n[[milestones]]\ndate = \"maj 2030\"\ntitle = \"Kun planlagt\"\nsource = \"https://ngc.dk/\"\n+++\n",
		"content/referater/a/2023-11-07.md": meetingFile("final", "summary = \"Kort fortalt.\"\n[[corrections]]\ndate = 2024-01-05\nwhat = \"Ny tekst.\"\n[[agenda]]\nnumber = \"1\"\ntitle = \"Status\"\nconcerns = [\"nyresvigt\"]\n",
			"## Pkt. 1 Status\n\n### Referat\n\nRådet følger nyresvigt.\n\n::: beslutning\nPlanen blev godkendt.\n:::\n\n## Pkt. 2 Mere\n\nNyresvigt igen.\n"),
		"content/referater/a/2023-12-05.md": meetingFile("draft", "[record]\ndate = 2023-12-20\n", "## Pkt. 1 Om nyresvigt\n\nNyresvigt.\n"),
		"content/referater/b/2024-03-05.md": meetingFile("final", "[[agenda]]\nnumber = \"1\"\ntitle = \"Alle\"\nconcerns = \"*\"\n[[agenda]]\nnumber = \"2\"\ntitle = \"Hemmeligt\"\nclosed = true\n",
			"## Pkt. 1 Alle\n\n::: beslutning\nAlle kommer med.\n:::\n\n## Pkt. 2 Hemmeligt\n\nHemmeligt.\n"),
		"content/referater/b/2024-06-11.md": meetingFile("cancelled", "start = \"9.00\"\n", "## Pkt. 1 Aflyst\n\nNyresvigt.\n"),
		"content/referater/b/2026-12-01.md": meetingFile("planned", "start = \"14.00\"\nend = \"15.30\"\nplace = \"Sal 2\"\n", ""),
		"content/referater/b/2024-01-02.md": meetingFile("withdrawn", "withdrawn = 2024-02-01\n", "## Pkt. 1 Hemmeligt\n\nNyresvigt.\n"),
		"content/referater/b/2024-03-06.md": meetingFile("draft", "", "## Pkt. 1 Hemmeligt\n\nNyresvigt.\n"),
	}
}

// told is a feed in short: an entry a line.
func told(f FeedView) string {
	var b strings.Builder
	for _, e := range f.Entries {
		say := func(all []Wording) (s string) {
			for _, w := range all {
				if w.Label != "" || len(w.Words) > 0 {
					s += fmt.Sprint(w.Label, w.Days, w.Numbers, w.Words)
				}
			}
			return s
		}
		fmt.Fprintf(&b, "%s %.10s %.10s %s|%s|%s|%d\n", strings.TrimPrefix(e.Page, "https://ngc.dk/arkiv"), e.Published, e.Updated, say(e.Title), say(e.Summary), say(e.Text), len(e.Quote))
	}
	return b.String()
}

func feedAt(t *testing.T, outputs map[string]Output, path string) FeedView {
	t.Helper()
	f, ok := outputs[path].View().(FeedView)
	if !ok || f.Self != "https://ngc.dk/arkiv/"+path || f.Page != strings.TrimSuffix(f.Self, "feed.xml") {
		t.Errorf("%s is %+v", path, f)
	}
	return f
}

func TestAFeedTellsOfMinutesThatArePublicNewestFirst(t *testing.T) {
	outputs, problems := build(t, Options{}, followedFiles())
	if source.Errors(problems) > 0 {
		t.Fatal(said(problems))
	}
	const (
		march    = "/referater/b/2024-03-05/ 2024-03-05 2024-03-05 feed_minutes[2024-03-05] [] [Udvalg B]|[] [] [Alle]||0\n"
		november = "/referater/a/2023-11-07/ 2023-11-07 2024-01-05 feed_minutes[2023-11-07] [] [Udvalg A]|[] [] [Kort fortalt.]||0\n"
		december = "/referater/a/2023-12-05/ 2023-12-20 2023-12-20 draft_title[] [] []feed_minutes[2023-12-05] [] [Udvalg A]|[] [] [Om nyresvigt]||0\n"
	)
	for path, want := range map[string]string{"referater/feed.xml": march + november + december, "udvalg/a/feed.xml": november + december, "udvalg/b/feed.xml": march} {
		f := feedAt(t, outputs, path)
		if got := told(f); got != want || f.Updated != f.Entries[0].Updated {
			t.Errorf("%s at %s:\n%s", path, f.Updated, got)
		}
	}
}

func TestTheFeedOfASubjectTellsWhatWasDecidedAndSaidOfIt(t *testing.T) {
	outputs, _ := build(t, Options{}, followedFiles())
	f := feedAt(t, outputs, "patientgrupper/nyresvigt/feed.xml")
	var got []string
	for _, e := range f.Entries {
		got = append(got, fmt.Sprintf("%s %.10s %s %s %d %d", strings.TrimPrefix(e.Page, "https://ngc.dk/arkiv"), e.Updated, e.Title[0].Label, e.Category, len(e.Text), len(e.Quote)))
	}
	want := []string{
		"/patientgrupper/nyresvigt/#forloeb-alle-i-drift 2024-05-31 feed_step  1 0",
		"/patientgrupper/nyresvigt/#forloeb-ude 2024-04-12 feed_step  1 0",
		"/referater/b/2024-03-05/#punkt-1 2024-03-05 feed_decision_all Udvalg B 0 1",
		"/referater/a/2023-11-07/#punkt-1 2024-01-05 feed_decision Udvalg A 1 1",
		"/referater/a/2023-11-07/#punkt-2 2024-01-05 feed_mention Udvalg A 1 0",
		"/referater/a/2023-12-05/#punkt-1 2023-12-20 draft_title Udvalg A 1 0",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
	page := outputs["patientgrupper/nyresvigt/index.html"].View().(SubjectView)
	var anchors []string
	for _, m := range page.Milestones {
		anchors = append(anchors, m.Anchor)
	}
	if !slices.Equal(anchors, []string{"forloeb-ude", "forloeb-alle-i-drift", "forloeb-kun-planlagt"}) {
		t.Errorf("the steps stand at %q", anchors)
	}
}

func TestAFeedTellsASentenceOfADecisionOnce(t *testing.T) {
	outputs, problems := build(t, Options{}, map[string]string{
		"content/patientgrupper/nyresvigt.md": "+++\ntitle = \"Nyresvigt\"\n+++\n",
		"content/referater/a/2023-11-07.md": meetingFile("final", "[[agenda]]\nnumber = \"1\"\ntitle = \"Status\"\nconcerns = [\"nyresvigt\"]\n",
			"## Pkt. 1 Status\n\n::: beslutning\nNyresvigt får et apparat.\n:::\n\nNyresvigt ventede længe.\n\n## Pkt. 2 Andet\n\n::: beslutning\nNyresvigt er ikke på dagsordenen.\n:::\n"),
	})
	if source.Errors(problems) > 0 {
		t.Fatal(said(problems))
	}
	const want = "/referater/a/2023-11-07/#punkt-1 2023-11-07 2023-11-07 feed_decision[] [] [Status]feed_in_minutes[2023-11-07] [] [Udvalg A]||[] [] [Nyresvigt ventede længe.]|1\n" +
		"/referater/a/2023-11-07/#punkt-2 2023-11-07 2023-11-07 feed_mention[] [] [Andet]feed_in_minutes[2023-11-07] [] [Udvalg A]||[] [] [Nyresvigt er ikke på dagsordenen.]|0\n"
	if got := told(feedAt(t, outputs, "patientgrupper/nyresvigt/feed.xml")); got != want {
		t.Errorf("got\n%s", got)
	}
}

func TestWhatConcernsASubjectByTheAgendaAloneBelongsToIt(t *testing.T) {
	const agenda = "[[agenda]]\nnumber = \"%d\"\ntitle = \"Punkt\"\nconcerns = %s\n"
	front := fmt.Sprintf(agenda, 1, "[\"nyresvigt\"]") + fmt.Sprintf(agenda, 2, "\"*\"") + fmt.Sprintf(agenda, 3, "[\"nyresvigt\"]") + fmt.Sprintf(agenda, 4, "[\"nyresvigt\"]\nclosed = true")
	outputs, problems := build(t, Options{}, map[string]string{
		"content/patientgrupper/nyresvigt.md": "+++\ntitle = \"Nyresvigt\"\n+++\n",
		"content/referater/a/2023-11-07.md": meetingFile("final", front,
			"## Pkt. 1 Status\n\n### Referat\n\nIntet nyt.\n\n## Pkt. 2 Alle\n\nIntet nyt.\n\n## Pkt. 3 Plan\n\nNyresvigt venter.\n\n## Pkt. 4 Lukket\n\nHemmeligt.\n"),
	})
	if source.Errors(problems) > 0 {
		t.Fatal(said(problems))
	}
	const meeting = "/referater/a/2023-11-07/"
	shown := outputs["patientgrupper/nyresvigt/index.html"].View().(SubjectView).Mentions
	if len(shown) != 2 || shown[0].Title != "Status" || shown[0].Name != "" || shown[0].Section != "" || shown[0].Href != "/arkiv"+meeting+"#punkt-1" || shown[1].Name != "Nyresvigt" {
		t.Errorf("the page shows %+v", shown)
	}
	listed := outputs["patientgrupper/nyresvigt/index.json"].View().(data.Subject).Mentions
	if len(listed) != 2 || listed[0].Text != "" || listed[0].Address != "https://ngc.dk/arkiv"+meeting+"#punkt-1" {
		t.Errorf("the data list %+v", listed)
	}
	const want = meeting + "#punkt-1 2023-11-07 2023-11-07 feed_concerned[] [] [Status]feed_in_minutes[2023-11-07] [] [Udvalg A]||concerned[] [] []|0\n" +
		meeting + "#punkt-3 2023-11-07 2023-11-07 feed_mention[] [] [Plan]feed_in_minutes[2023-11-07] [] [Udvalg A]||[] [] [Nyresvigt venter.]|0\n"
	if got := told(feedAt(t, outputs, "patientgrupper/nyresvigt/feed.xml")); got != want {
		t.Errorf("the feed has\n%s", got)
	}
}

func TestTheFeedOfCountsMasksWhatThePageMasks(t *testing.T) {
	outputs, problems := build(t, Options{}, map[string]string{
		"content/tal/genomer.toml":         "title = \"Genomer\"\nunit = \"genomer\"\ndefinition = \"Antal.\"\n",
		"content/tal/genomer.csv":          "date,value,status,source,note\n2023-10-31,20621,final,https://ngc.dk/,\n2023-10-31,20612,other,https://ngc.dk/,Fra et oplæg\n2024-01-31,20700,provisional,https://ngc.dk/,\n",
		"content/tal/patienter.toml":       "title = \"Patienter\"\nunit = \"patienter\"\ndefinition = \"Antal.\"\n[disclosure]\nthreshold = 5\n",
		"content/tal/patienter.csv":        "date,value,status,source,note\n2023-12-31,<5,final,https://ngc.dk/,\n",
		"content/patientgrupper/uden-a.md": "+++\ntitle = \"Uden\"\n+++\n",
	})
	if source.Errors(problems) > 0 {
		t.Fatal(said(problems))
	}
	const want = `/tal/#genomer-2024-01-31 2024-01-31 2024-01-31 feed_count_provisional[] [20700] [Genomer genomer 31. januar 2024]
/tal/#patienter-2023-12-31 2023-12-31 2023-12-31 feed_count_masked[] [] [Patienter <5 patienter 31. december 2023]
/tal/#genomer-2023-10-31 2023-10-31 2023-10-31 feed_count[] [20621] [Genomer genomer 31. oktober 2023]
/tal/#genomer-2023-10-31-andre 2023-10-31 2023-10-31 feed_count_other[] [20612] [Genomer genomer 31. oktober 2023]
`
	f := feedAt(t, outputs, "tal/feed.xml")
	var got strings.Builder
	for line := range strings.Lines(told(f)) {
		title, _, _ := strings.Cut(line, "|")
		got.WriteString(title + "\n")
	}
	lines, wanted := strings.Split(got.String(), "\n"), strings.Split(want, "\n")
	slices.Sort(lines)
	slices.Sort(wanted)
	if !slices.Equal(lines, wanted) || f.Updated[:10] != "2024-01-31" {
		t.Errorf("%s got\n%s", f.Updated, got.String())
	}
	page := outputs["tal/index.html"].View().(CountsView)
	for _, e := range f.Entries {
		_, anchor, _ := strings.Cut(e.Page, "#")
		if !slices.ContainsFunc(page.Series, func(s SeriesView) bool {
			return slices.ContainsFunc(s.Rows, func(r CountRow) bool { return r.Anchor == anchor })
		}) {
			t.Errorf("%s is no place on the page", e.Page)
		}
	}
}

func TestAFeedHasTheNewestHundred(t *testing.T) {
	files := map[string]string{}
	for i := range 130 {
		files[fmt.Sprintf("content/referater/a/20%02d-%02d-01.md", 10+i/12, 1+i%12)] = meetingFile("final", "", "## Pkt. 1 x\n\nOm nyresvigt.\n")
	}
	files["content/patientgrupper/nyresvigt.md"] = "+++\ntitle = \"Nyresvigt\"\n+++\n"
	files["content/referater/a/2010-01-01.md"] = meetingFile("final", "[[corrections]]\ndate = 2026-01-05\nwhat = \"Sent rettet.\"\n", "## Pkt. 1 x\n\nOm nyresvigt.\n")
	outputs, _ := build(t, Options{}, files)
	f, subject := feedAt(t, outputs, "referater/feed.xml"), feedAt(t, outputs, "patientgrupper/nyresvigt/feed.xml")
	if len(f.Entries) != 100 || f.Entries[0].Page != "https://ngc.dk/arkiv/referater/a/2010-01-01/" || f.Entries[99].Page != "https://ngc.dk/arkiv/referater/a/2012-08-01/" {
		t.Errorf("%d from %s to %s", len(f.Entries), f.Entries[0].Page, f.Entries[len(f.Entries)-1].Page)
	}
	if len(subject.Entries) != mostMeetingsInFeed || subject.Entries[0].Page != "https://ngc.dk/arkiv/referater/a/2010-01-01/#punkt-1" {
		t.Errorf("%d of the subject, from %s", len(subject.Entries), subject.Entries[0].Page)
	}
}

func TestOnlyMeetingsThatTellOfASubjectCountInItsFeed(t *testing.T) {
	const decided = "## Pkt. 1 x\n\n::: beslutning\nAlle kommer med.\n:::\n"
	forAll := "[[agenda]]\nnumber = \"1\"\ntitle = \"x\"\nconcerns = \"*\"\n"
	files := map[string]string{
		"content/patientgrupper/nyresvigt.md":   "+++\ntitle = \"Nyresvigt\"\n+++\n",
		"content/referater/a/2010-01-01.md":     meetingFile("final", forAll, decided),
		"content/referater/a/2024-12-01-2.md":   meetingFile("final", "lang = \"en\"\ntranslation_of = \"2024-12-01.md\"\n"+forAll, decided),
		"content/referater/a/2024-12-01.md":     meetingFile("final", "", "## Pkt. 1 x\n\nIntet.\n"),
		"content/referater/a/2030-01-01.md":     meetingFile("planned", "", "## Pkt. 1 x\n\nOm nyresvigt.\n"),
		"content/patientgrupper/hudsygdomme.md": "+++\ntitle = \"Hudsygdomme\"\n+++\n",
	}
	for i := range mostMeetingsInFeed - 1 {
		files[fmt.Sprintf("content/referater/a/20%02d-%02d-01.md", 11+i/12, 1+i%12)] = meetingFile("final", "", "## Pkt. 1 x\n\nOm nyresvigt.\n")
		files[fmt.Sprintf("content/referater/a/20%02d-%02d-02.md", 16+i/12, 1+i%12)] = meetingFile("final", "", "## Pkt. 1 x\n\nOm hudsygdomme.\n")
	}
	outputs, problems := build(t, Options{}, files)
	if source.Errors(problems) > 0 {
		t.Fatal(said(problems))
	}
	f := feedAt(t, outputs, "patientgrupper/nyresvigt/feed.xml")
	if len(f.Entries) != mostMeetingsInFeed || f.Entries[len(f.Entries)-1].Page != "https://ngc.dk/arkiv/referater/a/2010-01-01/#punkt-1" {
		t.Errorf("%d entries:\n%s", len(f.Entries), told(f))
	}
}

func TestFeedsAndCalendarsAreThereThoughNothingHasHappened(t *testing.T) {
	outputs, _ := build(t, Options{}, map[string]string{"content/patientgrupper/g.md": "+++\ntitle = \"G\"\n+++\n"})
	for _, path := range []string{"referater/feed.xml", "udvalg/a/feed.xml", "patientgrupper/g/feed.xml", "tal/feed.xml", "rettelser/feed.xml"} {
		if f := feedAt(t, outputs, path); len(f.Entries) > 0 || f.Updated != "1970-01-01T00:00:00Z" {
			t.Errorf("%s: %+v", path, f)
		}
	}
	for _, path := range []string{"kalender.ics", "udvalg/a/kalender.ics"} {
		if c := outputs[path].View().(CalendarView); len(c.Events) > 0 || c.Self != "https://ngc.dk/arkiv/"+path {
			t.Errorf("%s: %+v", path, c)
		}
	}
}

func TestThePageOfFeedsListsAllOfThemAndEachLeadsBackToIt(t *testing.T) {
	outputs, _ := build(t, Options{}, followedFiles())
	v := outputs["foelg/index.html"].View().(FollowView)
	listed := map[string]bool{}
	for _, f := range v.Feeds {
		listed[f.Feed] = true
	}
	for _, f := range v.Calendars {
		listed[f.Calendar] = true
	}
	for path, o := range outputs {
		if (o.Form == Atom || o.Form == Calendar) != listed["/arkiv/"+path] {
			t.Errorf("%s: listed %v", path, listed["/arkiv/"+path])
		}
	}
	for path, f := range map[string]Following{
		"referater/index.html": outputs["referater/index.html"].View().(MeetingsView).Follow, "referater/a/index.html": outputs["referater/a/index.html"].View().(MeetingsView).Follow,
		"udvalg/a/index.html": outputs["udvalg/a/index.html"].View().(CommitteeView).Follow, "tal/index.html": outputs["tal/index.html"].View().(CountsView).Follow, "nyt/index.html": outputs["nyt/index.html"].View().(NewsView).Follow,
		"patientgrupper/nyresvigt/index.html": outputs["patientgrupper/nyresvigt/index.html"].View().(SubjectView).Follow, "rettelser/index.html": outputs["rettelser/index.html"].View().(CorrectionsView).Follow,
		"referater/a/2023-11-07/index.html": outputs["referater/a/2023-11-07/index.html"].View().(MinutesView).Follow,
		"beslutninger/index.html":           outputs["beslutninger/index.html"].View().(DecisionsView).Follow, "beslutninger/a/index.html": outputs["beslutninger/a/index.html"].View().(DecisionsView).Follow,
	} {
		if !listed[f.Feed] || f.Calendar != "" && !listed[f.Calendar] || f.About != "/arkiv/foelg/" {
			t.Errorf("%s: %+v", path, f)
		}
	}
}
