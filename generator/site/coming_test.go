package site

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"referat/generator/danish"
	"referat/generator/source"
)

func TestAPlannedOrCancelledMeetingIsComingUntilItsDayIsOver(t *testing.T) {
	files := map[string]string{
		"content/referater/a/2024-02-06.md": meetingFile("final", "", ""),
		"content/referater/a/2024-03-05.md": meetingFile("planned", "", ""),
		"content/referater/a/2024-04-02.md": meetingFile("planned", "", ""),
		"content/referater/a/2024-04-03.md": meetingFile("cancelled", "", ""),
	}
	day := danish.Midnight(2024, 3, 5)
	for now, want := range map[time.Time]string{
		day.Add(-time.Second):               "[planned 2024-03-05 planned 2024-04-02 cancelled 2024-04-03] coming:3 2024:1",
		danish.Midnight(2024, 3, 6).Add(-1): "[planned 2024-03-05 planned 2024-04-02 cancelled 2024-04-03] coming:3 2024:1",
		danish.Midnight(2024, 3, 6):         "[planned 2024-04-02 cancelled 2024-04-03] coming:2 2024:2 late:2024-03-05",
		danish.Midnight(2024, 4, 3):         "[cancelled 2024-04-03] coming:1 2024:3 late:2024-03-05 late:2024-04-02",
		danish.Midnight(2024, 4, 4):         "[] 2024:4 late:2024-03-05 late:2024-04-02",
	} {
		outputs, problems, s := buildSite(t, Options{Now: now}, files)
		late := ""
		for _, p := range source.Sort(problems) {
			if p.Code == source.StillPlanned {
				late += " late:" + strings.TrimSuffix(p.Pos.Path.Base(), ".md")
			}
		}
		got := statesOf(outputs["index.html"].View().(HomeView).Coming)
		if of := statesOf(outputs["udvalg/a/index.html"].View().(CommitteeView).Coming); of != got {
			t.Errorf("%s: the committee's page has %s", now, of)
		}
		for _, path := range []string{"referater/index.html", "referater/a/index.html"} {
			list := ""
			for _, g := range outputs[path].View().(MeetingsView).Groups {
				if g.Coming {
					list += fmt.Sprintf(" coming:%d", len(g.Meetings))
				} else {
					list += fmt.Sprintf(" %d:%d", g.Year, len(g.Meetings))
				}
			}
			if got+list+late != want {
				t.Errorf("%s, %s: %s", now, path, got+list+late)
			}
		}
		if _, until := s.Span(); now.Before(danish.Midnight(2024, 3, 6)) && !until.Equal(danish.Midnight(2024, 3, 6)) {
			t.Errorf("at %s the site is said to be the same until %s", now, until)
		}
	}
}

// statesOf tells the state and the day of each meeting in a list.
func statesOf(rows []MeetingRow) string {
	told := make([]string, len(rows))
	for i, row := range rows {
		told[i] = row.State + " " + row.Date.String()
	}
	return fmt.Sprint(told)
}

func TestACommitteesPageHasItsNewestMinutesHoweverManyMeetingsAreToCome(t *testing.T) {
	files := map[string]string{
		"content/referater/a/2024-02-20.md": meetingFile("cancelled", "", ""),
		"content/referater/a/2024-02-27.md": meetingFile("planned", "", ""), // its day is over
		"content/referater/b/2024-02-28.md": meetingFile("final", "", ""),
		"content/referater/b/2024-05-01.md": meetingFile("planned", "", ""),
		"content/udvalg/b.md":               "+++\ntitle = \"Udvalg B\"\n+++\n",
	}
	for day := range 7 {
		files[fmt.Sprintf("content/referater/a/2024-01-%02d.md", day+1)] = meetingFile("final", "", "")
		files[fmt.Sprintf("content/referater/a/2024-04-%02d.md", day+1)] = meetingFile("planned", "", "")
	}
	outputs, problems, _ := buildSite(t, Options{Now: danish.Midnight(2024, 3, 5)}, files)
	if source.Errors(problems) > 0 {
		t.Fatal(said(problems))
	}
	v := outputs["udvalg/a/index.html"].View().(CommitteeView)
	if got := statesOf(v.Coming); got != "[planned 2024-04-01 planned 2024-04-02 planned 2024-04-03 planned 2024-04-04 planned 2024-04-05 planned 2024-04-06 planned 2024-04-07]" {
		t.Errorf("to come: %s", got)
	}
	if got := statesOf(v.Newest); got != "[final 2024-01-07 final 2024-01-06 final 2024-01-05 final 2024-01-04 final 2024-01-03]" || v.Total != 7 {
		t.Errorf("the newest of %d: %s", v.Total, got)
	}
}
