package site

import (
	"fmt"
	"strings"
	"testing"

	"referat/generator/source"
)

// correctedFiles are minutes that were corrected, withdrawn and sketched.
func correctedFiles() map[string]string {
	return map[string]string{
		"content/udvalg/a.md": "+++\ntitle = \"Udvalg A\"\npublish_drafts = true\n+++\n",
		"content/referater/a/2023-11-07.md": meetingFile("approved", "approved = 2023-12-05\napproved_by = \"2023-12-05.md\"\n"+
			"[[corrections]]\ndate = 2023-12-12\nwhat = \"Tallet er 20.621.\"\nwhy = \"Der stod 20.612.\"\nitem = \"1\"\n"+
			"[[corrections]]\ndate = 2024-01-05\nkind = \"revision\"\nwhat = \"Ny udgave.\"\n", "## Pkt. 1 Status\n\nTekst."),
		"content/referater/a/2023-12-05.md": meetingFile("final", "", "## Pkt. 1 Godkendelse\n\nGodkendt."),
		"content/referater/a/2024-02-06.md": meetingFile("withdrawn", "withdrawn = 2024-01-01\nwithdrawn_reason = \"persondata\"\n"+
			"[[corrections]]\ndate = 2024-02-08\nwhat = \"Hemmelig rettelse.\"\n", "## Pkt. 1 Hemmeligt"),
		"content/referater/a/2024-03-05.md": meetingFile("draft", "[[corrections]]\ndate = 2023-12-31\nkind = \"praecisering\"\nwhat = \"I udkastet.\"\n", "## Pkt. 1 x"),
	}
}

func TestCorrectionsAndWithdrawalsAreListedNewestFirst(t *testing.T) {
	outputs, problems := build(t, Options{}, correctedFiles())
	if source.Errors(problems) > 0 {
		t.Fatal(said(problems))
	}
	var got strings.Builder
	for _, year := range outputs["rettelser/index.html"].View().(CorrectionsView).Years {
		for _, c := range year.Corrections {
			fmt.Fprintf(&got, "%d|%v|%s|withdrawn %v|draft %v|%s|%s|%s\n", year.Year, c.Date, c.Kind, c.Withdrawn, c.Draft, c.Reason, c.Item, c.Page)
		}
	}
	const want = `2024|2024-01-05|revision|withdrawn false|draft false|||/arkiv/referater/a/2023-11-07/#rettelse-2024-01-05
2024|2024-01-01||withdrawn true|draft false|persondata||/arkiv/referater/a/2024-02-06/#trukket-tilbage
2023|2023-12-31|praecisering|withdrawn false|draft true|||/arkiv/referater/a/2024-03-05/#rettelse-2023-12-31
2023|2023-12-12|rettelse|withdrawn false|draft false||1|/arkiv/referater/a/2023-11-07/#rettelse-2023-12-12
`
	if got.String() != want {
		t.Errorf("got\n%s", got.String())
	}
}

func TestTheFeedOfCorrectionsTellsWhatItsPageTells(t *testing.T) {
	outputs, _ := build(t, Options{}, correctedFiles())
	feed := outputs["rettelser/feed.xml"].View().(FeedView)
	if feed.Self != "https://ngc.dk/arkiv/rettelser/feed.xml" || feed.Updated != "2024-01-05T00:00:00+01:00" || len(feed.Entries) != 4 {
		t.Errorf("%+v", feed)
	}
	if e := feed.Entries[1]; e.Title[0].Label != "feed_withdrawn_meeting" || e.Text[1].Label != "withdrawn_personal" || e.Page != "https://ngc.dk/arkiv/referater/a/2024-02-06/#trukket-tilbage" {
		t.Errorf("%+v", e)
	}
	if e := feed.Entries[2]; e.Title[0].Label != "draft_title" || e.Title[1].Label != "feed_clarified" {
		t.Errorf("%+v", e)
	}
}

func TestWhatWasWithdrawnBeforeItsDayIsNoMinutesInTheFeed(t *testing.T) {
	for withdrawn, want := range map[string]string{
		"2024-02-05": "feed_withdrawn_meeting withdrawn_meeting withdrawn_mistake",
		"2024-02-06": "feed_withdrawn withdrawn withdrawn_mistake",
	} {
		outputs, _ := build(t, Options{}, map[string]string{
			"content/referater/a/2024-02-06.md": meetingFile("withdrawn", "withdrawn = "+withdrawn+"\nwithdrawn_reason = \"fejl\"\n", ""),
		})
		e := outputs["rettelser/feed.xml"].View().(FeedView).Entries[0]
		if got := e.Title[0].Label + " " + e.Text[0].Label + " " + e.Text[1].Label; got != want {
			t.Errorf("withdrawn %s: %s", withdrawn, got)
		}
	}
}

func TestWithoutCorrectionsThereIsAPageAndAFeedAllTheSame(t *testing.T) {
	outputs, _ := build(t, Options{}, nil)
	v, feed := outputs["rettelser/index.html"].View().(CorrectionsView), outputs["rettelser/feed.xml"].View().(FeedView)
	if len(v.Years) > 0 || len(feed.Entries) > 0 || feed.Updated != "1970-01-01T00:00:00Z" {
		t.Errorf("%+v %+v", v, feed)
	}
}

func TestApprovedMinutesLeadToTheMeetingThatApprovedThem(t *testing.T) {
	files := correctedFiles()
	outputs, _ := build(t, Options{}, files)
	if by := outputs["referater/a/2023-11-07/index.html"].View().(MinutesView).By; by.Href != "/arkiv/referater/a/2023-12-05/" || by.Date.String() != "2023-12-05" {
		t.Errorf("%+v", by)
	}
	files["content/udvalg/a.md"] = "+++\ntitle = \"Udvalg A\"\n+++\n"
	files["content/referater/a/2023-12-05.md"] = meetingFile("draft", "", "")
	outputs, problems := build(t, Options{}, files)
	if by := outputs["referater/a/2023-11-07/index.html"].View().(MinutesView).By; by.Href != "" || source.Errors(problems) > 0 {
		t.Errorf("a draft is led to: %+v %s", by, said(problems))
	}
	for _, other := range []string{"2023-11-07.md", "2023-10-03.md", "2023-12-06.md", "../../udvalg/a.md"} {
		wrong := map[string]string{
			"content/referater/a/2023-10-03.md": meetingFile("final", "", ""),
			"content/referater/a/2023-11-07.md": meetingFile("approved", "approved = 2023-12-05\napproved_by = \""+other+"\"\n", ""),
		}
		if _, problems := build(t, Options{}, wrong); !strings.Contains(said(problems), "approved-by") {
			t.Errorf("%s may approve: %s", other, said(problems))
		}
	}
}

func TestDraftsAreMarkedWhereverTheyAreShown(t *testing.T) {
	files := correctedFiles()
	files["content/patientgrupper/g.md"] = "+++\ntitle = \"Nyresvigt\"\n+++\n"
	files["content/referater/a/2024-03-05/index.md"] = meetingFile("draft", "[[agenda]]\nnumber = \"1\"\ntitle = \"x\"\nconcerns = [\"g\"]\n[[attachments]]\nfile = \"b.pdf\"\ntitle = \"B\"\n",
		"## Pkt. 1 x\n\nOm nyresvigt.\n\n::: beslutning\nJa.\n:::\n")
	files["content/referater/a/2024-03-05/b.pdf"] = "pdf"
	delete(files, "content/referater/a/2024-03-05.md")
	outputs, problems := build(t, Options{}, files)
	if source.Errors(problems) > 0 {
		t.Fatal(said(problems))
	}
	subject := outputs["patientgrupper/g/index.html"].View().(SubjectView)
	committees := outputs["udvalg/index.html"].View().(CommitteesView)
	before := outputs["referater/a/2023-12-05/index.html"].View().(MinutesView)
	if !subject.Mentions[0].Draft || !subject.Own[0].Draft || !committees.Committees[0].Draft || !before.Next.Draft || before.Previous.Draft {
		t.Errorf("%+v %+v %+v %+v", subject.Mentions, subject.Own, committees.Committees, before.Next)
	}
	if list := fmt.Sprintf("%+v", outputs["sitemap.xml"].View()); strings.Contains(list, "2024-03-05") || !strings.Contains(list, "2023-12-05") {
		t.Errorf("the sitemap has a draft: %s", list)
	}
}

func TestOfWithdrawnMinutesNotEvenTheTitleIsTold(t *testing.T) {
	outputs, problems := build(t, Options{}, map[string]string{
		"content/patientgrupper/g.md":       "+++\ntitle = \"G\"\nsource = \"../referater/a/2024-01-01.md\"\n[report]\ndue = \"maj 2024\"\nsource = \"../referater/a/2024-01-01.md\"\n+++\n",
		"content/referater/a/2024-01-01.md": strings.Replace(meetingFile("withdrawn", "withdrawn = 2024-02-01\nwithdrawn_reason = \"persondata\"\n", "## Pkt. 1 Hemmeligt"), "Møde", "Hemmeligt møde", 1),
		"content/referater/a/2024-01-02.md": meetingFile("final", "lang = \"en\"\ntranslation_of = \"2024-01-01.md\"\n", "## Item 1 x\n\n[der](2024-01-01.md)"),
	})
	if source.Errors(problems) > 0 {
		t.Fatal(said(problems))
	}
	for path, o := range outputs {
		if view := fmt.Sprintf("%+v", o.View()); strings.Contains(view, "Hemmelig") {
			t.Errorf("%s: %s", path, view)
		}
	}
}
