package site

import (
	"fmt"
	"strings"
	"testing"
)

// dayOfMinutes is when the feed says that some recorded minutes were published and updated.
func dayOfMinutes(t *testing.T, files map[string]string) string {
	t.Helper()
	outputs, _ := builtWithRecord(t, files)
	for _, e := range outputs["referater/feed.xml"].View().(FeedView).Entries {
		if strings.HasSuffix(e.Page, "/2024-01-02/") {
			return e.Published[:10] + " " + e.Updated[:10]
		}
	}
	return ""
}

func TestAFeedTellsTheDayThatTheRecordKnows(t *testing.T) {
	const body = "## Pkt. 1 Tal\n\n112\n"
	was, is := meetingFile("final", "", body), meetingFile("final", correctedOnce, strings.Replace(body, "112", "121", 1))
	for name, test := range map[string]struct {
		files map[string]string
		want  string
	}{
		"not recorded":                      {map[string]string{keptPath: was}, "2024-01-02 2024-01-02"},
		"not recorded, but dated":           {map[string]string{keptPath: meetingFile("final", "[record]\ndate = 2024-01-04\n", body)}, "2024-01-04 2024-01-04"},
		"not recorded, but with an instant": {map[string]string{keptPath: meetingFile("final", "publish = 2024-01-07T23:30:00Z\n", body)}, "2024-01-08 2024-01-08"},
		"recorded":                          {asRecorded(t, map[string]string{keptPath: was}, was), "2024-01-10 2024-01-10"},
		"corrected since":                   {asRecorded(t, map[string]string{keptPath: is}, was), "2024-01-10 2024-02-01"},
		"corrected behind closed doors":     {map[string]string{keptPath: meetingFile("final", "[[agenda]]\nnumber = \"1\"\ntitle = \"Tal\"\nclosed = true\n[[corrections]]\ndate = 2024-02-01\nitem = \"1\"\nwhat = \"Hemmeligt.\"\n", body)}, "2024-01-02 2024-01-02"},
		"corrected and recorded again":      {asRecorded(t, map[string]string{keptPath: is}, was, is), "2024-01-10 2024-02-01"},
	} {
		if got := dayOfMinutes(t, test.files); got != test.want {
			t.Errorf("%s: %s, want %s", name, got, test.want)
		}
	}
}

func TestWhatTheRecordDoesNotKnowYetComesFirstInAFeed(t *testing.T) {
	const recorded = "## Pkt. 1 Tal\n\n112\n"
	was := meetingFile("final", "", recorded)
	files := asRecorded(t, map[string]string{keptPath: was, "content/referater/a/2023-06-01.md": meetingFile("final", "", "## Pkt. 1 Sent\n")}, was)
	outputs, _ := builtWithRecord(t, files)
	entries := outputs["referater/feed.xml"].View().(FeedView).Entries
	if len(entries) != 2 || !strings.HasSuffix(entries[0].Page, "/2023-06-01/") || entries[0].Updated[:10] != "2023-06-01" {
		t.Errorf("%+v", entries)
	}
}

func TestEachVersionOfMinutesRaisesTheSequenceOfTheirEvent(t *testing.T) {
	first := meetingFile("final", "", "## Pkt. 1 Tal\n\n112\n")
	second := meetingFile("final", correctedOnce, "## Pkt. 1 Tal\n\n121\n")
	for want, files := range []map[string]string{asRecorded(t, map[string]string{keptPath: first}, first), asRecorded(t, map[string]string{keptPath: second}, first)} {
		outputs, _ := builtWithRecord(t, files)
		if got := outputs["kalender.ics"].View().(CalendarView).Events[0].Sequence; got != want+1 {
			t.Errorf("version %d: %d", want+1, got)
		}
	}
}

func TestTheEventOfAMeetingToComeChangesWithTheRecord(t *testing.T) {
	const head = "start = \"14.00\"\nplace = \"Sal 2\"\n"
	const columns, first = "address,recorded,state,start,end,place,title\n", "/referater/a/2024-01-02/,2023-11-20,planned,14.00,,Sal 2,Møde\n"
	for name, test := range map[string]struct {
		state, lines string
		want         string
	}{
		"not recorded":              {"planned", "", "0 1970-01-01"},
		"cancelled, not recorded":   {"cancelled", "", "1 1970-01-01"},
		"recorded":                  {"planned", first, "0 2023-11-20"},
		"with another title":        {"planned", strings.Replace(first, "Møde", "Junimøde", 1) + strings.Replace(first, "11-20", "12-01", 1), "0 2023-12-01"},
		"at another time":           {"planned", strings.Replace(first, "14.00", "13.00", 1), "1 2023-11-20"},
		"at another time, recorded": {"planned", strings.Replace(first, "14.00", "13.00", 1) + strings.Replace(first, "11-20", "12-01", 1), "1 2023-12-01"},
		"in another place":          {"planned", strings.Replace(first, "Sal 2", "Sal 3", 1), "1 2023-11-20"},
		"cancelled":                 {"cancelled", first, "1 2023-11-20"},
		"cancelled, recorded":       {"cancelled", first + strings.NewReplacer("11-20", "12-01", "planned", "cancelled").Replace(first), "1 2023-12-01"},
		"planned again":             {"planned", first + strings.NewReplacer("11-20", "12-01", "planned", "cancelled").Replace(first), "2 2023-12-01"},
		"held":                      {"final", first, "1 2024-01-02"},
		"another's":                 {"planned", strings.Replace(first, "01-02/", "01-03/", 1), "0 1970-01-01"},
	} {
		outputs, problems := builtWithRecord(t, map[string]string{keptPath: meetingFile(test.state, head, ""), "content/.record/meetings.csv": columns + test.lines})
		e := outputs["kalender.ics"].View().(CalendarView).Events[0]
		if got := fmt.Sprintf("%d %.10s", e.Sequence, e.Changed); got != test.want {
			t.Errorf("%s: %s, want %s %v", name, got, test.want, said(problems))
		}
	}
}
