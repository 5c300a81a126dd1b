package site

import (
	"fmt"
	"strings"
	"testing"

	"referat/generator/source"
)

func TestACalendarHasMeetingsToComeThoseHeldAndThoseCancelled(t *testing.T) {
	outputs, problems := build(t, Options{}, followedFiles())
	if source.Errors(problems) > 0 {
		t.Fatal(said(problems))
	}
	var got strings.Builder
	for _, e := range outputs["kalender.ics"].View().(CalendarView).Events {
		fmt.Fprintf(&got, "%s %v %q %q %q %d %.10s cancelled %v %s %s\n", strings.TrimPrefix(e.Page, "https://ngc.dk/arkiv/referater"), e.Date, e.Start, e.End, e.Place, e.Sequence, e.Changed, e.Cancelled, e.Title[0].Label, e.Text[0].Label)
	}
	const want = `/b/2026-12-01/ 2026-12-01 "14:00" "15:30" "Sal 2" 0 1970-01-01 cancelled false  calendar_agenda
/b/2024-06-11/ 2024-06-11 "09:00" "" "" 1 1970-01-01 cancelled true calendar_cancelled calendar_agenda
/b/2024-03-05/ 2024-03-05 "" "" "" 1 2024-03-05 cancelled false  calendar_minutes
/a/2023-12-05/ 2023-12-05 "" "" "" 1 2023-12-20 cancelled false  calendar_draft
/a/2023-11-07/ 2023-11-07 "" "" "" 1 2024-01-05 cancelled false  calendar_minutes
`
	if got.String() != want {
		t.Errorf("got\n%s", got.String())
	}
	if a := outputs["udvalg/a/kalender.ics"].View().(CalendarView); len(a.Events) != 2 || a.Self != "https://ngc.dk/arkiv/udvalg/a/kalender.ics" {
		t.Errorf("%+v", a)
	}
}
