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
		var days []string
		for _, row := range outputs["index.html"].View().(HomeView).Coming {
			days = append(days, row.State+" "+row.Date.String())
		}
		got := fmt.Sprint(days)
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
