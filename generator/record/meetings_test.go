package record

import (
	"strings"
	"testing"
	"time"

	"referat/generator/danish"
)

const (
	junePath    = "content/referater/raadet/2024-06-11.md"
	juneAddress = "/referater/raadet/2024-06-11/"
)

var june = Shown{"referater/raadet/2024-06-11/index.html", Page, junePath}

// withJune is a site with a meeting to come.
func withJune() folder {
	return smallFolder().with(junePath, "+++\ntitle = \"Møde i rådet\"\nstate = \"planned\"\nstart = \"14.00\"\nplace = \"\"\"Sal 2,\n  Øresund\"\"\"\n#slut\n+++\n## Pkt. 1 Valg\n")
}

// changes are those of the terms of the meeting, as the calendar counts them, and the lines
// of the record about it.
func (f folder) changes(t *testing.T) (changes, lines int) {
	t.Helper()
	s, r := f.site(t)
	return r.Announced()(juneAddress).Changes(s.Docs.Minutes[len(s.Docs.Minutes)-1]), strings.Count(f[string(MeetingsFile)], juneAddress)
}

func TestWhatBecomesOfAMeetingIsRecorded(t *testing.T) {
	f := withJune()
	for _, step := range []struct {
		old, new       string
		changes, lines int
	}{
		{"#slut", "#slut", 0, 1},
		{"14.00", "13.30", 1, 2},
		{"Sal 2", "Sal 3", 2, 3},
		{"  Øresund", "Øresund", 2, 3}, // which a line cannot tell
		{"Møde i", "Junimøde i", 2, 4},
		{"Valg", "Valg af formand", 2, 4}, // of which the calendar tells nothing
		{"planned", "cancelled", 3, 5},
		{"cancelled", "planned", 4, 6},
		{"#slut", "end = \"15.00\"", 5, 7},
	} {
		f = f.edit(t, junePath, step.old, step.new)
		if got, _ := f.changes(t); got != step.changes {
			t.Errorf("%q: %d changes before it is recorded, want %d", step.new, got, step.changes)
		}
		f, _ = f.recorded(t, -1, june)
		if got, lines := f.changes(t); got != step.changes || lines != step.lines {
			t.Errorf("%q: %d changes in %d lines, want %d in %d:\n%s", step.new, got, lines, step.changes, step.lines, f[string(MeetingsFile)])
		}
		if _, u := f.recorded(t, -1, june); !u.Empty() {
			t.Errorf("%q: it would be recorded again", step.new)
		}
	}
	held := f.edit(t, junePath, "planned", "final")
	recorded, _ := held.recorded(t, -1)
	for _, f := range []folder{held, recorded, recorded.edit(t, junePath, "13.30", "13.40")} {
		if got, lines := f.changes(t); got != 6 || lines != 7 {
			t.Errorf("held: %d changes in %d lines", got, lines)
		}
	}
}

func TestAMeetingThatWasNeverAnnouncedHasChangedWhenItIsNotPlanned(t *testing.T) {
	f := withJune()
	for state, want := range map[string]int{"planned": 0, "cancelled": 1, "final": 1} {
		if got, _ := f.edit(t, junePath, "planned", state).changes(t); got != want {
			t.Errorf("%s: %d changes, want %d", state, got, want)
		}
	}
}

func TestAMeetingIsRecordedBehindWhatAWrongClockHasWritten(t *testing.T) {
	f, _ := withJune().recorded(t, -1, june)
	f = f.edit(t, string(MeetingsFile), "2024-03-01", "2031-03-01")
	f, _ = f.edit(t, junePath, "14.00", "13.30").recorded(t, -1, june)
	_, r := f.site(t)
	if got := r.Announced()(juneAddress); got.Start != "13.30" || got.Recorded != danish.FromTime(time.Date(2031, 3, 1, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("%+v", got)
	}
	if _, u := f.recorded(t, -1, june); !u.Empty() {
		t.Error("it is recorded once more")
	}
}

func TestOfAMeetingWhoseMinutesToldOfPersonsNothingIsKept(t *testing.T) {
	f, _ := withJune().recorded(t, -1, june)
	f, _ = f.edit(t, junePath, `"planned"`, "\"withdrawn\"\nwithdrawn = 2024-02-02\nwithdrawn_reason = \"persondata\"").recorded(t, -1)
	if got := rows(f, MeetingsFile); len(got) != 0 {
		t.Errorf("%q", got)
	}
}
