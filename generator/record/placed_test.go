package record

import (
	"slices"
	"strings"
	"testing"
)

// corrected is November with corrections of one day, in the order of the file, each written
// as its words or with an item.
func correctedNovember(t *testing.T, all ...string) folder {
	t.Helper()
	var text strings.Builder
	for _, what := range all {
		text.WriteString("[[corrections]]\ndate = 2024-01-10\nwhat = \"" + strings.Replace(what, "@", "\"\nitem = \"", 1) + "\"\n")
	}
	return smallFolder().edit(t, novemberPath, "#rettelse\n", text.String())
}

// placed are the corrections of November with their places.
func (f folder) placed(t *testing.T) (list []string) {
	t.Helper()
	s, r := f.site(t)
	for _, m := range s.Docs.Minutes {
		for _, c := range r.Entries.Placed(m) {
			list = append(list, c.What+" "+strings.TrimPrefix(c.Anchor, "rettelse-2024-01-10"))
		}
	}
	return list
}

// after is the folder with the record of another.
func (f folder) after(other folder) folder {
	f = f.with()
	for name, text := range other {
		if strings.HasPrefix(name, "content/.record/") {
			f[name] = text
		}
	}
	return f
}

func TestACorrectionStaysWhereItWasPublishedWhereverALaterOneIsWritten(t *testing.T) {
	f := correctedNovember(t, "A")
	if got := f.placed(t); !slices.Equal(got, []string{"A "}) {
		t.Errorf("%q", got)
	}
	for _, step := range []struct{ file, want []string }{
		{[]string{"B", "A"}, []string{"B -2", "A "}},
		{[]string{"B", "C", "A"}, []string{"B -2", "C -3", "A "}},
		{[]string{"A", "C", "B", "D", "D"}, []string{"A ", "C -3", "B -2", "D -4", "D -5"}},
	} {
		f, _ = f.recorded(t, -1)
		f = correctedNovember(t, step.file...).after(f)
		for range 2 { // before it is recorded, and then
			if got := f.placed(t); !slices.Equal(got, step.want) {
				t.Errorf("%q: %q", step.file, got)
			}
			f, _ = f.recorded(t, -1)
		}
		if _, u := f.recorded(t, -1); !u.Empty() {
			t.Errorf("%q is recorded again: %+v", step.file, u.News)
		}
	}
}

func TestACorrectionStaysWhereItWasWhenItsMinutesGetAFolder(t *testing.T) {
	was, _ := correctedNovember(t, "A").recorded(t, -1)
	f := correctedNovember(t, "B", "A").after(was)
	f = f.with(strings.Replace(novemberPath, ".md", "/index.md", 1), f[novemberPath], novemberPath, "")
	for range 2 {
		if got := f.placed(t); !slices.Equal(got, []string{"B -2", "A "}) {
			t.Errorf("%q", got)
		}
		f, _ = f.recorded(t, -1, Shown{"referater/raadet/2023-11-07/index.html", Page, "content/referater/raadet/2023-11-07/index.md"})
	}
}

func TestThePlaceOfACorrectionThatIsClosedNowIsNoOthers(t *testing.T) {
	was, _ := correctedNovember(t, "A@1", "B").recorded(t, -1)
	f := correctedNovember(t, "C", "A@1", "B").after(was)
	f = f.edit(t, novemberPath, "state = \"final\"\n", "state = \"final\"\n[[agenda]]\nnumber = \"1\"\ntitle = \"Budget\"\nclosed = true\n")
	if got := f.placed(t); !slices.Equal(got, []string{"C -3", "B -2"}) {
		t.Errorf("%q", got)
	}
}

func TestOfMinutesThatToldOfPersonsNoCorrectionIsKept(t *testing.T) {
	f, _ := correctedNovember(t, "A").recorded(t, -1)
	if got := entries(f); !slices.Equal(got, []string{novemberPath + ",rettelse-2024-01-10,2024-03-01"}) {
		t.Errorf("%q", got)
	}
	_, r := f.site(t)
	d, _ := r.Document(novemberPath)
	for _, file := range r.Redact(Redaction{Versions: []Redacted{{d, nil}}}) {
		if file.Path == EntriesFile && string(file.Text) != entryColumns+"\n" {
			t.Errorf("withdrawn by command: %s", file.Text)
		}
	}
	f = f.edit(t, novemberPath, "state = \"final\"", "state = \"withdrawn\"\nwithdrawn = 2024-02-02\nwithdrawn_reason = \"persondata\"")
	f, _ = f.recorded(t, -1)
	if got := entries(f); len(got) > 0 {
		t.Errorf("withdrawn by hand: %q", got)
	}
}

func TestTheOrderOfCorrectionsIsNoCorrection(t *testing.T) {
	was, _ := correctedNovember(t, "A", "B").recorded(t, -1)
	f := correctedNovember(t, "B", "A").after(was).edit(t, novemberPath, "godkendte", "forkastede")
	if got := f.broken(t); len(got) != 1 || !strings.Contains(got[0], "record-changed") {
		t.Errorf("%q", got)
	}
}
