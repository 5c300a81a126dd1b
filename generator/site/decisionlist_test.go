package site

import (
	"fmt"
	"strings"
	"testing"

	"referat/generator/data"
	"referat/generator/source"
)

// decidedOn are the days and words of a register's decisions on a page, by group.
func decidedOn(t *testing.T, outputs map[string]Output, path string) string {
	t.Helper()
	o, there := outputs[path]
	if !there {
		t.Fatalf("there is no %s", path)
	}
	var b strings.Builder
	for _, g := range o.View().(DecisionsView).Groups {
		fmt.Fprintf(&b, "%d-%02d:", g.Year, g.Month)
		for _, d := range g.Decisions {
			fmt.Fprintf(&b, " %s %s", d.Date, d.Href)
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestTheRegisterHasEveryDecisionThatIsPublic(t *testing.T) {
	decision := "## Pkt. 1 Valg\n\n### Referat\n\n::: beslutning\nValgt.\n:::\n"
	outputs, problems := build(t, Options{}, map[string]string{
		"site.toml":                           settings + "[[sections]]\nname = \"Beslutning\"\nrole = \"outcome\"\ndecision = true\n",
		"content/udvalg/b.md":                 "+++\ntitle = \"Udvalg B\"\npublish_drafts = true\n+++\n",
		"content/patientgrupper/nyresvigt.md": "+++\ntitle = \"Nyresvigt\"\n+++\n",
		"content/referater/a/2023-11-07.md": meetingFile("final", "[[agenda]]\nnumber = \"1\"\ntitle = \"Valg\"\nconcerns = [\"nyresvigt\"]\n[[agenda]]\nnumber = \"2\"\ntitle = \"Lukket\"\nclosed = true\n",
			decision+"\n### Beslutning\n\nOg godkendt.\n\n## Pkt. 2 Lukket\n\n### Beslutning\n\nHemmeligt.\n"),
		"content/referater/b/2024-01-02.md": meetingFile("draft", "[[agenda]]\nnumber = \"1\"\ntitle = \"Valg\"\nconcerns = \"*\"\n", decision),
		"content/referater/a/2024-01-03.md": meetingFile("draft", "", decision),
		"content/referater/a/2024-01-04.md": meetingFile("withdrawn", "withdrawn = 2024-02-01\n", decision),
		"content/referater/a/2024-01-05.md": meetingFile("final", "publish = 2027-01-01T00:00:00+01:00\n", decision),
		"content/referater/a/2024-01-06.md": meetingFile("final", "lang = \"en\"\ntranslation_of = \"2023-11-07.md\"\n", decision),
	})
	if source.Errors(problems) > 0 {
		t.Fatal(said(problems))
	}
	const item = "/arkiv/referater/a/2023-11-07/#punkt-1"
	want := "2024-00: 2024-01-02 /arkiv/referater/b/2024-01-02/#punkt-1\n2023-00: 2023-11-07 " + item + " 2023-11-07 " + item + "\n"
	if got := decidedOn(t, outputs, "beslutninger/index.html"); got != want {
		t.Errorf("all:\n%s", got)
	}
	if got := decidedOn(t, outputs, "beslutninger/a/index.html"); got != "2023-00: 2023-11-07 "+item+" 2023-11-07 "+item+"\n" {
		t.Errorf("of a committee:\n%s", got)
	}
	if got := decidedOn(t, outputs, "beslutninger/2024/index.html"); got != "2024-01: 2024-01-02 /arkiv/referater/b/2024-01-02/#punkt-1\n" {
		t.Errorf("of a year:\n%s", got)
	}
	v := outputs["beslutninger/index.html"].View().(DecisionsView)
	if got := fmt.Sprint(v.Committees, v.Subjects); got != "[{Udvalg A 2 /arkiv/beslutninger/a/} {Udvalg B 1 /arkiv/beslutninger/b/}] [{Nyresvigt 2 /arkiv/patientgrupper/nyresvigt/#beslutninger}]" {
		t.Error(got)
	}
	draft, first := v.Groups[0].Decisions[0], v.Groups[1].Decisions[0]
	if !draft.Draft || draft.All != "emner" && draft.All == "" || len(draft.Subjects) > 0 {
		t.Errorf("%+v", draft)
	}
	if first.Draft || first.All != "" || len(first.Subjects) != 1 || first.Subjects[0].Href != "/arkiv/patientgrupper/nyresvigt/" || first.Title != "Valg" {
		t.Errorf("%+v", first)
	}
	file := outputs["beslutninger/index.json"].View().(data.Decisions)
	if len(file.Decisions) != 3 || !file.Decisions[0].ConcernsAll || file.Decisions[1].Address != "https://ngc.dk"+item || fmt.Sprint(file.Decisions[1].Concerns) != "[nyresvigt]" {
		t.Errorf("%+v", file)
	}
}

func TestTheRegisterIsThereBeforeAnythingIsDecided(t *testing.T) {
	outputs, problems := build(t, Options{}, nil)
	if source.Errors(problems) > 0 {
		t.Fatal(said(problems))
	}
	for _, path := range []string{"beslutninger/index.html", "beslutninger/a/index.html"} {
		if v := outputs[path].View().(DecisionsView); v.Total != 0 || len(v.Groups) > 0 || len(v.Years) > 0 {
			t.Errorf("%s: %+v", path, v)
		}
	}
	if file := outputs["beslutninger/index.json"].View().(data.Decisions); file.Decisions == nil || len(file.Decisions) > 0 {
		t.Errorf("the data are no empty list: %+v", file)
	}
}

func TestALongRegisterIsCutByYearThenMonth(t *testing.T) {
	outputs, problems := build(t, Options{}, manyMeetings(0, 60, "2022-01", "2022-02", "2023-04"))
	if source.Errors(problems) > 0 {
		t.Fatal(said(problems))
	}
	all := outputs["beslutninger/index.html"].View().(DecisionsView)
	if !all.Newest || all.Total != 183 || len(all.Groups) != 1 || len(all.Groups[0].Decisions) != newestInList || fmt.Sprint(all.Years) != "[{2023 0 61 /arkiv/beslutninger/2023/ false} {2022 0 122 /arkiv/beslutninger/2022/ false}]" {
		t.Errorf("%d in %d groups, %v", all.Total, len(all.Groups), all.Years)
	}
	year := outputs["beslutninger/2022/index.html"].View().(DecisionsView)
	if len(year.Groups) > 0 || len(year.Months) != 2 || year.Months[1].Href != "/arkiv/beslutninger/2022/01/" || !year.Years[1].Current || all.Years[1].Current {
		t.Errorf("a long year leads to its months: %+v", year.Months)
	}
	month := outputs["beslutninger/2022/01/index.html"].View().(DecisionsView)
	if len(month.Groups) != 1 || len(month.Groups[0].Decisions) != 61 || month.Crumbs[0].Href != "/arkiv/beslutninger/" || month.Crumbs[1] != (Link{Text: "2022", Href: "/arkiv/beslutninger/2022/"}) || !month.Crumbs[2].Current {
		t.Errorf("%d, %+v", len(month.Groups), month.Crumbs)
	}
	short := outputs["beslutninger/2023/index.html"].View().(DecisionsView)
	if len(short.Groups) != 1 || short.Groups[0].Month != 4 || short.Months != nil {
		t.Errorf("another year stays whole: %+v", short.Months)
	}
	committee := outputs["beslutninger/a/2022/02/index.html"].View().(DecisionsView)
	if committee.Total != 61 || committee.Crumbs[1].Href != "/arkiv/beslutninger/a/" || committee.Crumbs[2].Href != "/arkiv/beslutninger/a/2022/" {
		t.Errorf("%d, %+v", committee.Total, committee.Crumbs)
	}
}

func TestOfALongDecisionTheBeginningIsShown(t *testing.T) {
	long := strings.Repeat("Udvalget besluttede det ene efter det andet. ", 50)
	outputs, _ := build(t, Options{}, map[string]string{
		"content/patientgrupper/nyresvigt.md": "+++\ntitle = \"Nyresvigt\"\n+++\n",
		"content/referater/a/2023-11-07.md": meetingFile("final", "[[agenda]]\nnumber = \"1\"\ntitle = \"Valg\"\nconcerns = [\"nyresvigt\"]\n",
			"## Pkt. 1 Valg\n\n### Referat\n\n::: beslutning\n"+long+" Se [mere](https://ngc.dk/).\n:::\n"),
	})
	d := outputs["beslutninger/index.html"].View().(DecisionsView).Groups[0].Decisions[0]
	if !strings.HasPrefix(d.Opening, "Udvalget besluttede det ene efter det andet. Udvalget") || d.Text.Fragment != "" {
		t.Errorf("%+v", d)
	}
	if own := outputs["patientgrupper/nyresvigt/index.html"].View().(SubjectView).Own[0]; own.Opening != d.Opening {
		t.Errorf("%+v", own)
	}
	if file := outputs["beslutninger/index.json"].View().(data.Decisions); file.Decisions[0].BodyText[0].Fragment == "" {
		t.Error("the data have no text")
	}
}
