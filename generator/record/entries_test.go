package record

import (
	"slices"
	"strings"
	"testing"

	"referat/generator/danish"
	"referat/generator/source"
)

const (
	entrySettings = "\n[subjects]\nfolder = \"grupper\"\n[counts]\nfolder = \"tal\"\n"
	numbers       = "content/tal/genomer.csv"
	kidneys       = "content/grupper/nyresvigt.md"
	stepDone      = "[[milestones]]\ndate = \"maj 2023\"\ntitle = \"I drift\"\ndone = true\nsource = \"https://ngc.dk/\"\n"
)

// tellingFolder is the small folder with a series and a subject.
func tellingFolder() folder {
	f := smallFolder()
	f["site.toml"] += entrySettings
	f["content/tal/genomer.toml"] = "title = \"Genomer\"\nunit = \"genomer\"\ndefinition = \"Antal.\"\n"
	f[numbers] = "date,value,status,source,note\n2023-10-31,112,final,https://ngc.dk/,\n"
	f[kidneys] = "+++\ntitle = \"Nyresvigt\"\n" + stepDone + "[[milestones]]\ndate = \"2030\"\ntitle = \"Planlagt\"\nsource = \"https://ngc.dk/\"\n+++\n"
	return f
}

// on puts the days of the table back to an earlier day.
func (f folder) on(day string) folder {
	return f.with(string(EntriesFile), strings.ReplaceAll(f[string(EntriesFile)], "2024-03-01", day))
}

// entries are the lines of the table without the seals.
func entries(f folder) (list []string) {
	for _, line := range rows(f, EntriesFile) {
		list = append(list, line[:strings.LastIndexByte(line, ',')])
	}
	return list
}

func TestNumbersAndStepsAreRecordedOnTheDayTheyArePublished(t *testing.T) {
	first, _ := tellingFolder().recorded(t, -1)
	first = first.on("2024-01-15")
	if want := []string{kidneys + ",i-drift,2024-01-15", numbers + ",2023-10-31,2024-01-15"}; !slices.Equal(entries(first), want) {
		t.Errorf("first: %q", entries(first))
	}
	for name, test := range map[string]struct {
		folder folder
		want   []string
	}{
		"nothing has changed": {first, nil},
		"a note was added":    {first.edit(t, numbers, "https://ngc.dk/,\n", "https://ngc.dk/,En note\n"), nil},
		"another number":      {first.with(numbers, first[numbers]+"2024-01-31,120,final,https://ngc.dk/,\n"), []string{numbers + ",2024-01-31,2024-03-01"}},
		"somebody else's":     {first.with(numbers, first[numbers]+"2023-10-31,111,other,https://ngc.dk/,\n"), []string{numbers + ",2023-10-31-andre,2024-03-01"}},
		"a number put right":  {first.edit(t, numbers, "112", "121"), []string{numbers + ",2023-10-31,2024-03-01"}},
		"a plan":              {first.edit(t, kidneys, "2030", "2031"), nil},
		"a plan carried out":  {first.edit(t, kidneys, "title = \"Planlagt\"", "title = \"Planlagt\"\ndone = true"), []string{kidneys + ",planlagt,2024-03-01"}},
		"another of the name": {first.edit(t, kidneys, "+++\ntitle = \"Nyresvigt\"\n"+stepDone, "+++\ntitle = \"Nyresvigt\"\n"+stepDone+stepDone), []string{kidneys + ",i-drift-2,2024-03-01"}},
		"a number taken away": {first.with(numbers, "date,value,status,source,note\n"), nil},
		"a step of all":       {first.with("content/grupper/alle.toml", stepDone), []string{"content/grupper/alle.toml,i-drift,2024-03-01"}},
	} {
		next, _ := test.folder.recorded(t, -1)
		news := slices.DeleteFunc(entries(next), func(line string) bool { return slices.Contains(entries(first), line) })
		if kept := len(entries(next)) - len(news); !slices.Equal(news, test.want) || kept != len(entries(first)) {
			t.Errorf("%s: %q and %d as before", name, news, kept)
		}
	}
}

func TestAnEntryIsAsOldAsItsTextWhenTheFirstUpdateDidNotComeToIt(t *testing.T) {
	f, _ := tellingFolder().recorded(t, -1)
	f = f.with(string(EntriesFile), "", string(PublicationsFile), "", string(DocumentsFile), strings.ReplaceAll(f[string(DocumentsFile)], "2024-03-01", "2023-12-01"))
	f = f.with(numbers, f[numbers]+"2024-01-31,120,final,https://ngc.dk/,\n")
	f, _ = f.recorded(t, -1)
	if want := []string{kidneys + ",i-drift,2023-12-01", numbers + ",2023-10-31,2024-03-01", numbers + ",2024-01-31,2024-03-01"}; !slices.Equal(entries(f), want) {
		t.Errorf("%q", entries(f))
	}
}

func TestAStepKeepsItsDayWhenItsSubjectMoves(t *testing.T) {
	f, _ := tellingFolder().recorded(t, -1)
	const renal = "content/grupper/renal.md"
	moved := f.on("2024-01-15").with(renal, strings.Replace(f[kidneys], "title", "redirect_from = [\"/grupper/nyresvigt/\"]\ntitle", 1), kidneys, "")
	moved, _ = moved.recorded(t, -1, Shown{Path: "grupper/nyresvigt/index.html", Kind: Redirect, From: renal})
	if want := renal + ",i-drift,2024-01-15"; !slices.Contains(entries(moved), want) || len(entries(moved)) != 3 {
		t.Errorf("%q", entries(moved))
	}
}

func TestTheDaysOfAnEntryAreTheFirstAndThatOfWhatItSays(t *testing.T) {
	day := func(n int) danish.Date { return danish.Date{Year: 2024, Month: 1, Day: n} }
	line := func(name string, on int, seal byte) Entry { return Entry{numbers, name, day(on), source.Digest{seal}} }
	all := Entries{line("c", 5, 1), line("b", 3, 1), line("b", 2, 1), line("a", 9, 2), line("a", 4, 1)}
	all.sort()
	for name, want := range map[string][2]int{"a": {4, 9}, "b": {2, 2}, "c": {5, 5}} {
		if first, last, known := all.Days(numbers, name); !known || first != day(want[0]) || last != day(want[1]) {
			t.Errorf("%s: %v to %v, %v", name, first, last, known)
		}
	}
	if _, _, known := all.Days(kidneys, "a"); known {
		t.Error("what another document tells is known")
	}
}

func TestALineOfEntriesThatCannotBeReadIsTold(t *testing.T) {
	f, _ := tellingFolder().recorded(t, -1)
	for line, column := range map[string]string{"om.md,x,2024-01-01,": "path", numbers + ",x,1/1,": "recorded", numbers + ",x,2024-01-01,z": "seal"} {
		broken := f.with(string(EntriesFile), entryColumns+"\n"+line+"\n")
		_, problems := Read(look(t, broken), nil)
		if len(problems) != 1 || problems[0].Code != source.RecordDamaged || problems[0].Pos.Line != 2 || problems[0].Args[1] != column {
			t.Errorf("%s: %v", line, problems)
		}
	}
}
