package record

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"referat/generator/content"
	"referat/generator/source"
)

// rows are the lines of a table without the digests at their ends.
func rows(f folder, table source.Path) (list []string) {
	for _, line := range strings.Split(strings.TrimSpace(f[string(table)]), "\n")[1:] {
		if table == DocumentsFile {
			line, _, _ = strings.Cut(strings.Join(strings.Split(line, ",")[:5], ","), "T") // the time of day
		}
		list = append(list, line)
	}
	return list
}

func TestWhatASiteShowsIsRecorded(t *testing.T) {
	f, u := smallFolder().recorded(t, -1)
	if want := []string{
		"content/om.md,/om/,1,,2024-03-01",
		"content/referater/raadet/2023-11-07.md,/referater/raadet/2023-11-07/,1,final,2024-03-01",
		"content/referater/raadet/2024-01-09.md,/referater/raadet/2024-01-09/,1,approved,2024-03-01",
		"content/udvalg/raadet.md,/udvalg/raadet/,1,,2024-03-01",
		"site.toml,,1,,2024-03-01",
	}; !slices.Equal(rows(f, DocumentsFile), want) {
		t.Errorf("%q", rows(f, DocumentsFile))
	}
	if want := []string{"/om/,", "/referater/raadet/2023-11-07/,punkt-1 punkt-1-referat", "/referater/raadet/2024-01-09/,punkt-1", "/udvalg/raadet/,"}; !slices.Equal(rows(f, AddressesFile), want) {
		t.Errorf("%q", rows(f, AddressesFile))
	}
	for name, text := range smallFolder() {
		if got := f["content/.record/texts/"+strings.TrimPrefix(name, "content/")]; got != text {
			t.Errorf("%s is %q", name, got)
		}
	}
	if len(u.New) != 5 || len(u.Addresses) != 4 || len(u.Changed)+len(u.Versions)+len(u.Left) > 0 {
		t.Errorf("%+v", u.News)
	}
	if got := f.broken(t); got != nil {
		t.Error(got)
	}
}

func TestNothingIsWrittenWhenNothingHasChanged(t *testing.T) {
	f, _ := smallFolder().recorded(t, -1)
	if _, u := f.recorded(t, -1); !u.Empty() {
		t.Errorf("%+v", u)
	}
}

func TestOtherWordsWithACorrectionAreAnotherVersion(t *testing.T) {
	first, _ := smallFolder().recorded(t, -1)
	second, u := first.edit(t, novemberPath, "godkendte", "forkastede").edit(t, novemberPath, "#rettelse", correction).recorded(t, -1)
	if len(u.Versions) != 1 || u.Versions[0].Version != 2 {
		t.Fatalf("%+v", u.News)
	}
	s, r := second.site(t)
	versions := r.Versions(novemberPath)
	if len(versions) != 2 {
		t.Fatalf("%+v", versions)
	}
	for i, want := range []string{november, second[novemberPath]} {
		if text, err := r.Text(versions[i]); err != nil || string(text) != want {
			t.Errorf("version %d is %q, %v", i+1, text, err)
		}
	}
	if _, changed := r.changeSince(versions[1], s.Docs.Minutes[0], s); changed {
		t.Error("the second version differs from itself")
	}
	third, u := second.edit(t, novemberPath, "planen", "budgettet").edit(t, novemberPath, "+++\n##", correction+"\n+++\n##").recorded(t, -1)
	if got := third["content/.record/texts/referater/raadet/2023-11-07.v2.md"]; len(u.Versions) != 1 || got != second[novemberPath] {
		t.Errorf("the second version is %q", got)
	}
}

func TestWhatGitDoesToLineEndsIsNoNews(t *testing.T) {
	f, _ := smallFolder().recorded(t, -1)
	for name, text := range f {
		f[name] = strings.ReplaceAll(text, "\n", "\r\n")
	}
	if _, u := f.recorded(t, -1); !u.Empty() {
		t.Errorf("%+v", u.News)
	}
}

func TestWhatIsAddedToTheWordsIsTheSameVersion(t *testing.T) {
	f, _ := smallFolder().recorded(t, -1)
	f, u := f.edit(t, novemberPath, "godkendte", "**godkendte**").edit(t, novemberPath, "#rettelse", correction).recorded(t, -1)
	if len(u.Versions) > 0 || !slices.Equal(u.Changed, []source.Path{novemberPath}) {
		t.Errorf("%+v", u.News)
	}
	if got := f["content/.record/texts/referater/raadet/2023-11-07.md"]; got != f[novemberPath] {
		t.Errorf("the text is %q", got)
	}
}

func TestAnotherSealOfTheSameWordsIsTheSameVersion(t *testing.T) {
	f, _ := smallFolder().recorded(t, -1)
	_, r := f.site(t)
	for i := range r.Documents {
		if r.Documents[i].Seal != (source.Digest{}) {
			r.Documents[i].Seal = source.Digest{1} // as another program may have sealed them
		}
	}
	f = f.with(string(DocumentsFile), r.DocumentsTable())
	if got := f.broken(t); got != nil {
		t.Error(got)
	}
	if _, u := f.recorded(t, -1); len(u.Versions) > 0 {
		t.Errorf("%+v", u.Versions)
	}
}

func TestAnUpdateThatWasKilledAnywhereIsCompletedByTheNext(t *testing.T) {
	before, _ := smallFolder().recorded(t, -1)
	after := before.edit(t, novemberPath, "godkendte", "forkastede").edit(t, novemberPath, "#rettelse", correction).
		edit(t, "content/om.md", "Vi", "Man").with("content/nyt.md", about, "content/udvalg/raadet.md", "")
	const to = "content/referater/styregruppen/2024-01-09.md"
	after = after.with(januaryPath, "", to, january, "content/udvalg/styregruppen.md", "+++\ntitle = \"Styregruppen\"\n+++\n").
		edit(t, to, "Ingen.", "Ingen blev valgt.").edit(t, to, "+++\n##", correction+"\n+++\n##")
	gone := []Shown{{Path: "udvalg/raadet/index.html", Kind: Redirect, From: "content/om.md"}, {Path: "referater/raadet/2024-01-09/index.html", Kind: Redirect, From: to}}
	want, u := after.recorded(t, -1, gone...)
	files := after.written(u)
	if len(files) != 13 {
		t.Fatalf("%d files: is the change too small to kill anything in it?", len(files))
	}
	for n := range files {
		killed, _ := after.recorded(t, n, gone...)
		if got := killed.broken(t, gone...); got != nil {
			t.Errorf("killed before file %d: %s", n+1, got)
		}
		got, _ := killed.recorded(t, -1, gone...)
		delete(got, string(PublicationsFile)) // which counts what was left to do
		complete := maps.Clone(want)
		delete(complete, string(PublicationsFile))
		if !maps.Equal(got, complete) {
			t.Errorf("killed before file %d, %s: the record is another", n+1, files[n].Path)
		}
		if _, u := got.with(string(PublicationsFile), want[string(PublicationsFile)]).recorded(t, -1, gone...); !u.Empty() {
			t.Errorf("killed before file %d: the next has more to do", n+1)
		}
	}
}

func TestAPageThatIsNoLongerPublishedLeavesTheRecordButNotItsAddress(t *testing.T) {
	f, _ := smallFolder().recorded(t, -1)
	f = f.with("content/om.md", "").with("site.toml", settings+"[[released]]\naddress = \"/om/\"\nreason = \"x\"\nby = \"Anne\"\ndate = 2024-01-01\n")
	f, u := f.recorded(t, -1)
	if !slices.Equal(u.Left, []source.Path{"content/om.md"}) || f["content/.record/texts/om.md"] != "" {
		t.Errorf("%+v", u.News)
	}
	if !slices.Contains(rows(f, AddressesFile), "/om/,") || slices.ContainsFunc(rows(f, DocumentsFile), func(row string) bool { return strings.Contains(row, "om.md") }) {
		t.Error("the address is lost, or the page is not")
	}
	if got := f.broken(t); got != nil {
		t.Error(got)
	}
}

func TestWithdrawnMinutesKeepTheirSeal(t *testing.T) {
	f, _ := smallFolder().recorded(t, -1)
	_, before := f.site(t)
	f, _ = f.edit(t, novemberPath, `"final"`, "\"withdrawn\"\nwithdrawn = 2024-02-01").recorded(t, -1)
	_, after := f.site(t)
	was, _ := before.Document(novemberPath)
	is, _ := after.Document(novemberPath)
	if is.State != content.Withdrawn || is.Seal != was.Seal || is.Version != 1 {
		t.Errorf("%+v", is)
	}
}

func TestDraftsAndFilesThatNobodyShowsAreNotRecorded(t *testing.T) {
	f, _ := smallFolder().edit(t, novemberPath, "final", "draft").recorded(t, -1)
	for name := range f {
		if strings.Contains(name, ".record/") && strings.Contains(name, "2023-11-07") {
			t.Errorf("%s is there", name)
		}
	}
}
