package site

import (
	"fmt"
	"strings"
	"testing"

	"referat/generator/source"
)

// manyMeetings are minutes of a month each, with items that mention a subject and
// a decision about it and one about all.
func manyMeetings(perMonth, decisions int, months ...string) map[string]string {
	files := map[string]string{"content/patientgrupper/nyresvigt.md": "+++\ntitle = \"Nyresvigt\"\n+++\n", "content/patientgrupper/hud.md": "+++\ntitle = \"Hud\"\n+++\n"}
	for _, month := range months {
		body := "## Pkt. 1 Sag\n\n### Referat\n"
		for i := range perMonth {
			body += fmt.Sprintf("\nNyresvigt nr. %d i %s.\n", i, month)
		}
		front := "[[agenda]]\nnumber = \"1\"\ntitle = \"Sag\"\nconcerns = [\"nyresvigt\"]\n[[agenda]]\nnumber = \"2\"\ntitle = \"Alle\"\nconcerns = \"*\"\n"
		for range decisions {
			body += "\n::: beslutning\nSagen blev besluttet.\n:::\n"
		}
		body += "\n## Pkt. 2 Alle\n\n### Referat\n\n::: beslutning\nFor alle.\n:::\n"
		files["content/referater/a/"+month+"-01.md"] = meetingFile("final", front, body)
	}
	return files
}

func TestALongHistoryIsCutByYearAndEachMentionStandsOnceInIt(t *testing.T) {
	outputs, problems := build(t, Options{}, manyMeetings(4, 1, "2021-05", "2022-01", "2022-02", "2022-11", "2023-03", "2023-04", "2024-01", "2024-02", "2024-03"))
	if source.Errors(problems) > 0 {
		t.Fatal(said(problems))
	}
	v := outputs["patientgrupper/nyresvigt/index.html"].View().(SubjectView)
	if len(v.Mentions) != newestMentions || v.Mentions[0].Date.String() != "2024-03-01" {
		t.Errorf("the page shows the %d newest of 36: %d from %s", newestMentions, len(v.Mentions), v.Mentions[0].Date)
	}
	if len(v.Own) != 9 || v.Earlier.Decisions != nil || v.Earlier.Shared != nil {
		t.Errorf("nine decisions are not cut: %d, %v, %v", len(v.Own), v.Earlier.Decisions, v.Earlier.Shared)
	}
	seen := map[string]int{}
	total := 0
	for _, link := range v.Earlier.Mentions {
		year := outputs[strings.TrimPrefix(link.Href, "/arkiv/")+"index.html"].View().(SubjectPeriodView)
		if len(year.Mentions) != link.Count || year.Year != link.Year {
			t.Errorf("%d: %d mentions, the link says %d", year.Year, len(year.Mentions), link.Count)
		}
		for _, m := range year.Mentions {
			seen[m.Href+m.Before+m.Name+m.After]++
			if m.Date.Year != link.Year {
				t.Errorf("a mention of %s stands in %d", m.Date, link.Year)
			}
		}
		total += len(year.Mentions) + 100*len(year.Decisions)
	}
	if len(seen) != 36 || total != 936 {
		t.Errorf("%d different mentions, sum %d", len(seen), total)
	}
}

func TestAShortHistoryHasNoPagesOfItsOwn(t *testing.T) {
	outputs, _ := build(t, Options{}, manyMeetings(3, 1, "2021-05", "2022-01", "2022-02"))
	v := outputs["patientgrupper/nyresvigt/index.html"].View().(SubjectView)
	if len(v.Mentions) != 9 || v.Earlier.Mentions != nil {
		t.Errorf("%d mentions, %v", len(v.Mentions), v.Earlier.Mentions)
	}
	for path, o := range outputs {
		if o.Layout == "subjectperiod" {
			t.Errorf("%s is a page", path)
		}
	}
}

func TestAYearWithTooMuchIsCutByMonth(t *testing.T) {
	outputs, problems := build(t, Options{}, manyMeetings(140, 11, "2022-01", "2022-02", "2023-04"))
	if source.Errors(problems) > 0 {
		t.Fatal(said(problems))
	}
	year := outputs["patientgrupper/nyresvigt/2022/index.html"].View().(SubjectPeriodView)
	if len(year.Mentions)+len(year.Decisions) > 0 || len(year.Months) != 2 || year.Months[0].Month != 2 || year.Months[0].Count != 151 {
		t.Errorf("the long year only leads to its months: %+v", year.Months)
	}
	month := outputs["patientgrupper/nyresvigt/2022/01/index.html"].View().(SubjectPeriodView)
	if len(month.Mentions) != 140 || len(month.Decisions) != 11 || !month.Months[1].Current || month.Months[0].Current || month.Crumbs[2].Href != "/arkiv/patientgrupper/nyresvigt/2022/" {
		t.Errorf("a month has its own: %d mentions, %d decisions, %+v", len(month.Mentions), len(month.Decisions), month.Crumbs)
	}
	short := outputs["patientgrupper/nyresvigt/2023/index.html"].View().(SubjectPeriodView)
	if len(short.Mentions) != 140 || short.Months != nil {
		t.Errorf("another year stays whole: %d mentions", len(short.Mentions))
	}
	v := outputs["patientgrupper/nyresvigt/index.html"].View().(SubjectView)
	if len(v.Own) != newestDecisions || len(v.Earlier.Decisions) != 2 || v.Earlier.Decisions[1].Count != 22 {
		t.Errorf("%d decisions, %+v", len(v.Own), v.Earlier.Decisions)
	}
}

func TestManyDecisionsAboutAllStandOnceNotOnEachPage(t *testing.T) {
	var months []string
	for i := range 11 {
		months = append(months, fmt.Sprintf("2023-%02d", i+1))
	}
	outputs, _ := build(t, Options{}, manyMeetings(0, 1, months...))
	for _, id := range []string{"nyresvigt", "hud"} {
		v := outputs["patientgrupper/"+id+"/index.html"].View().(SubjectView)
		if len(v.Shared) != newestDecisions || len(v.Earlier.Shared) != 1 || v.Earlier.Shared[0].Href != "/arkiv/patientgrupper/alle/2023/" {
			t.Errorf("%s: %d decisions, %+v", id, len(v.Shared), v.Earlier.Shared)
		}
	}
	if own := outputs["patientgrupper/nyresvigt/2023/index.html"].View().(SubjectPeriodView); own.Shared.Href != "/arkiv/patientgrupper/alle/2023/" || own.Shared.Count != 11 {
		t.Errorf("the year of a subject does not lead to what was decided about all: %+v", own.Shared)
	}
	all := outputs["patientgrupper/alle/2023/index.html"].View().(SubjectPeriodView)
	if len(all.Decisions) != 11 || all.Heading != "" || len(all.Mentions) > 0 {
		t.Errorf("%d decisions, %q", len(all.Decisions), all.Heading)
	}
}
