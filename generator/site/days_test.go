package site

import (
	"fmt"
	"maps"
	"strings"
	"testing"

	"referat/generator/source"
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

func TestAVersionWasUpdatedWhenItWasRecordedNotOnlyOnThatDay(t *testing.T) {
	first, second := meetingFile("final", "", "## Pkt. 1 Tal\n\nDer var 112.\n"), meetingFile("final", correctedOnce, "## Pkt. 1 Tal\n\nDer var 121.\n")
	files := asRecorded(t, map[string]string{keptPath: second}, first, second)
	at := func(one, two string) (published, updated, feed string) {
		t.Helper()
		all := maps.Clone(files)
		all["content/.record/documents.csv"] = strings.NewReplacer("2024-01-10", one, "2024-01-11", two).Replace(files["content/.record/documents.csv"])
		outputs, problems := builtWithRecord(t, all)
		if source.Errors(problems) > 0 {
			t.Fatal(said(problems))
		}
		f := feedAt(t, outputs, "referater/feed.xml")
		return f.Entries[0].Published, f.Entries[0].Updated, f.Updated
	}
	for _, test := range []struct{ one, two, published, updated string }{
		{"2024-02-01T09:00:00+01:00", "2024-02-01T09:30:00+01:00", "2024-02-01T09:00:00+01:00", "2024-02-01T09:30:00+01:00"},
		{"2024-02-01T09:00:00+01:00", "2024-07-01T08:30:00+02:00", "2024-02-01T09:00:00+01:00", "2024-07-01T08:30:00+02:00"},
		{"2024-01-10", "2024-01-11", "2024-01-10T00:00:00+01:00", "2024-02-01T00:00:00+01:00"}, // only the days are known: that of the correction is later
	} {
		if published, updated, feed := at(test.one, test.two); published != test.published || updated != test.updated || feed != updated {
			t.Errorf("%+v: published %s, updated %s, the feed %s", test, published, updated, feed)
		}
	}
}

func TestTheFeedOfCorrectionsIsNeverOlderThanItWasWithoutAny(t *testing.T) {
	first, second := meetingFile("final", "", "## Pkt. 1 Tal\n\nDer var 112.\n"), meetingFile("final", correctedOnce, "## Pkt. 1 Tal\n\nDer var 121.\n")
	files := asRecorded(t, map[string]string{keptPath: second}, first, second)
	const begun = "2024-02-01T08:26:46+01:00"
	const table = "content/.record/documents.csv"
	files[table] = strings.NewReplacer("2024-01-10", begun, "2024-01-11", "2024-02-01T09:30:00+01:00").Replace(files[table])
	outputs, _ := builtWithRecord(t, files)
	if f := feedAt(t, outputs, "rettelser/feed.xml"); f.Updated != begun || len(f.Entries) != 1 {
		t.Errorf("%s, %d entries", f.Updated, len(f.Entries))
	}
}

func TestAFeedWithoutEntriesIsAsOldAsTheSite(t *testing.T) {
	text := meetingFile("final", "", "## Pkt. 1 Tal\n\nDer var 112.\n")
	unrecorded, _ := builtWithRecord(t, map[string]string{keptPath: text})
	recorded, _ := builtWithRecord(t, asRecorded(t, map[string]string{keptPath: text, "content/referater/a/2024-03-05.md": text}, text))
	for want, outputs := range map[string]map[string]Output{"2024-01-02T00:00:00+01:00": unrecorded, "2024-01-10T00:00:00+01:00": recorded} {
		if f := feedAt(t, outputs, "rettelser/feed.xml"); f.Updated != want || len(f.Entries) > 0 {
			t.Errorf("%s, not %s", f.Updated, want)
		}
	}
}
