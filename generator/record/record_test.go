package record

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"referat/generator/content"
	"referat/generator/danish"
	"referat/generator/source"
)

// look gives the tree of a site with these files.
func look(t testing.TB, files map[string]string) *source.Tree {
	t.Helper()
	fsys := fstest.MapFS{"site.toml": {Data: []byte("x = 1")}}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	tree, problems := source.Look(fsys, fsys, source.Records{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return tree
}

func day(t *testing.T, s string) danish.Date {
	t.Helper()
	d, err := danish.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// sample is a record of two documents, one of them with two versions.
func sample(t *testing.T) *Record {
	const minutes, page = "content/referater/raadet/2023-11-07.md", "content/om, og hvem.md"
	return &Record{
		Addresses: []Address{{Address: "/om/"}, {Address: "/referater/raadet/2023-11-07/", Anchors: []string{"punkt-1", "punkt-1-referat"}}},
		Documents: []Document{
			{Path: page, Address: "/om/", Version: 1, Recorded: day(t, "2024-01-02"), Bytes: source.Digest{3}},
			{Path: minutes, Address: "/referater/raadet/2023-11-07/", Version: 1, State: content.Final, Recorded: day(t, "2024-01-02"), Seal: source.Digest{1}, Bytes: source.Digest{2}},
			{Path: minutes, Address: "/referater/raadet/2023-11-07/", Version: 2, State: content.Approved, Recorded: day(t, "2024-03-01"), Seal: source.Digest{4}, Bytes: source.Digest{5}},
		},
		Meetings: []Meeting{
			{"/referater/raadet/2024-06-11/", day(t, "2024-03-01"), Terms{content.Planned, "14.00", "", `Sal 2, "Øresund"`}, "Møde i rådet"},
			{"/referater/raadet/2024-06-11/", day(t, "2024-04-02"), Terms{content.Cancelled, "14.00", "15.30", ""}, "Møde i rådet"},
		},
		Publications: []Publication{{"2024-01-02T08:00:00+01:00", `Britt "B" Laursen, sekretær`, 7, source.Digest{9}}},
	}
}

func written(r *Record) map[string]string {
	return map[string]string{string(AddressesFile): r.AddressesTable(), string(DocumentsFile): r.DocumentsTable(), string(EntriesFile): r.EntriesTable(), string(MeetingsFile): r.MeetingsTable(), string(PublicationsFile): r.PublicationsTable()}
}

func TestWhatIsWrittenIsReadAgain(t *testing.T) {
	want := sample(t)
	got, problems := Read(look(t, written(want)), nil)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for i := range want.Addresses {
		want.Addresses[i].Line = i + 2
	}
	for i := range want.Documents {
		want.Documents[i].Line = i + 2
	}
	want.Addresses[0].Anchors = []string{}
	if !reflect.DeepEqual(got.Addresses, want.Addresses) || !reflect.DeepEqual(got.Documents, want.Documents) || !reflect.DeepEqual(got.Meetings, want.Meetings) || !reflect.DeepEqual(got.Publications, want.Publications) {
		t.Errorf("%+v\nwant %+v", got, want)
	}
	if again := written(got); !reflect.DeepEqual(again, written(want)) {
		t.Errorf("%q", again)
	}
}

func TestASiteThatWasNeverRecordedHasAnEmptyRecord(t *testing.T) {
	r, problems := Read(look(t, map[string]string{"content/om.md": "x"}), nil)
	if len(problems) > 0 || !r.Empty() {
		t.Errorf("%+v %v", r, problems)
	}
}

func TestLineEndsAndTheOrderOfLinesMakeNoDifference(t *testing.T) {
	want := written(sample(t))
	files := map[string]string{}
	for name, text := range want {
		lines := strings.SplitAfter(text, "\n")
		slices.Reverse(lines[1:])
		files[name] = "\ufeff" + strings.ReplaceAll(strings.Join(lines, ""), "\n", "\r\n")
	}
	r, problems := Read(look(t, files), nil)
	if len(problems) > 0 || !reflect.DeepEqual(written(r), want) {
		t.Errorf("%v %q", problems, written(r))
	}
}

func TestTheLatestTextAndEarlierOnesAreFound(t *testing.T) {
	files := written(sample(t))
	files["content/.record/texts/referater/raadet/2023-11-07.md"] = "ny\r\n"
	files["content/.record/texts/referater/raadet/2023-11-07.v1.md"] = "gammel"
	r, _ := Read(look(t, files), nil)
	d, ok := r.Document("content/referater/raadet/2023-11-07.md")
	if !ok || d.Version != 2 || d.State != content.Approved {
		t.Fatalf("%+v", d)
	}
	var texts []string
	for _, v := range r.Versions(d.Path) {
		text, err := r.Text(v)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, fmt.Sprintf("%d %s %s", v.Version, v.Recorded, text))
	}
	if want := []string{"1 2024-01-02 gammel", "2 2024-03-01 ny\r\n"}; !slices.Equal(texts, want) {
		t.Errorf("%q, want %q", texts, want)
	}
	if _, ok := r.Document("content/referater/raadet/2023-11-0"); ok {
		t.Error("a document that is not there is found")
	}
	var latest []int
	r.Latest(func(d Document) { latest = append(latest, d.Version) })
	if !slices.Equal(latest, []int{1, 2}) {
		t.Errorf("the latest versions are %v", latest)
	}
	if got := latestText(source.Settings); got != "content/.record/texts/site.toml" {
		t.Errorf("the settings are at %s", got)
	}
}

func TestADamagedLineIsToldWithItsPlace(t *testing.T) {
	good := written(sample(t))
	for _, c := range []struct {
		file     source.Path
		old, new string
		line     int
		code     source.Code
	}{
		{AddressesFile, "/om/,", "om,", 2, source.RecordDamaged},
		{AddressesFile, "/om/,", "/om/", 2, source.RecordDamaged},
		{AddressesFile, "address,", "adresse,", 1, source.RecordDamaged},
		{AddressesFile, "/om/,\n", "<<<<<<< HEAD\n/om/,\n", 2, source.RecordConflict},
		{AddressesFile, "/om/,\n", "/om/,\n=======\n", 3, source.RecordConflict},
		{DocumentsFile, `"content/om, og hvem.md"`, `"content/om, og hvem.md`, 2, source.RecordDamaged},
		{DocumentsFile, `"content/om, og hvem.md"`, `../om.md`, 2, source.RecordDamaged},
		{DocumentsFile, `"content/om, og hvem.md"`, `om.md`, 2, source.RecordDamaged},
		{DocumentsFile, ",2,approved", ",0,approved", 4, source.RecordDamaged},
		{DocumentsFile, ",2,approved", ",1,approved", 4, source.RecordTwice},
		{DocumentsFile, ",approved", ",godkendt", 4, source.RecordDamaged},
		{DocumentsFile, "2024-03-01", "2024-02-31", 4, source.RecordDamaged},
		{DocumentsFile, "0400", "040", 4, source.RecordDamaged},
		{DocumentsFile, "0500", "05xx", 4, source.RecordDamaged},
		{MeetingsFile, "/referater/", "referater/", 2, source.RecordDamaged},
		{MeetingsFile, "2024-04-02", "den 2. april", 3, source.RecordDamaged},
		{MeetingsFile, ",planned,", ",final,", 2, source.RecordDamaged},
		{MeetingsFile, ",14.00,", ",25.00,", 2, source.RecordDamaged},
		{MeetingsFile, ",15.30,", ",kl. halv fire,", 3, source.RecordDamaged},
		{MeetingsFile, ",14.00,", ",", 2, source.RecordDamaged},
		{MeetingsFile, "state,", "", 1, source.RecordDamaged},
		{MeetingsFile, "\n/referater/", "\n>>>>>>> gren\n/referater/", 2, source.RecordConflict},
		{PublicationsFile, "T08:00:00+01:00", "", 2, source.RecordDamaged},
		{PublicationsFile, ",7,", ",syv,", 2, source.RecordDamaged},
		{PublicationsFile, "0900", "090", 2, source.RecordDamaged},
	} {
		files := map[string]string{}
		for name, text := range good {
			files[name] = text
		}
		files[string(c.file)] = strings.Replace(files[string(c.file)], c.old, c.new, 1)
		tree := look(t, files)
		for range 2 { // also when the same bytes are read again
			r, problems := Read(tree, nil)
			if len(problems) != 1 || problems[0].Pos != (source.Pos{Path: c.file, Line: c.line}) || problems[0].Code != c.code {
				t.Errorf("%s for %s: %v", c.new, c.old, problems)
			}
			if _, problems = Read(tree, r); len(problems) != 1 {
				t.Errorf("%s for %s, read again: %v", c.new, c.old, problems)
			}
		}
	}
}

func TestATableThatIsMissingIsTold(t *testing.T) {
	for _, p := range []source.Path{AddressesFile, DocumentsFile, EntriesFile, MeetingsFile} {
		files := written(sample(t))
		delete(files, string(p))
		_, problems := Read(look(t, files), nil)
		if len(problems) != 1 || problems[0].Pos.Path != p || problems[0].Code != source.RecordIncomplete {
			t.Errorf("%s: %v", p, problems)
		}
		delete(files, string(PublicationsFile)) // as the first update leaves it that does not come to its end
		if _, problems := Read(look(t, files), nil); len(problems) > 0 {
			t.Errorf("%s: %v", p, problems)
		}
	}
}

func TestARecordOfBeforeSomeTablesWereKeptIsWhole(t *testing.T) {
	files := written(sample(t))
	delete(files, string(EntriesFile))
	delete(files, string(MeetingsFile))
	if _, problems := Read(look(t, files), nil); len(problems) > 0 {
		t.Error(problems)
	}
}

func TestAnAddressThatGitMergedIntoTwoLinesHasTheAnchorsOfBoth(t *testing.T) {
	r, problems := Read(look(t, map[string]string{string(AddressesFile): "address,anchors\n/a/,punkt-1 punkt-3\n/a/,punkt-1 punkt-2\n"}), nil)
	if len(problems) > 0 || len(r.Addresses) != 1 || !slices.Equal(r.Addresses[0].Anchors, []string{"punkt-1", "punkt-3", "punkt-2"}) {
		t.Errorf("%+v %v", r.Addresses, problems)
	}
}

func TestARecordWithTheSameBytesIsNotReadAgain(t *testing.T) {
	files := written(sample(t))
	tree := look(t, files)
	first, _ := Read(tree, nil)
	again, problems := Read(tree, first)
	if len(problems) > 0 || &again.Addresses[0] != &first.Addresses[0] || &again.Documents[0] != &first.Documents[0] || &again.Meetings[0] != &first.Meetings[0] {
		t.Error("it is read again")
	}
	files[string(AddressesFile)] = "address,anchors\n/b/,\n"
	other, _ := Read(look(t, files), first)
	if len(other.Addresses) != 1 || other.Addresses[0].Address != "/b/" {
		t.Errorf("a table that is another is taken over: %+v", other.Addresses)
	}
}

func TestAVersionIsRecordedAtAnInstantAndOlderOnesOnADay(t *testing.T) {
	r := sample(t)
	latest := &r.Documents[len(r.Documents)-1]
	latest.Instant, latest.Recorded = "2024-03-01T00:30:00+01:00", day(t, "2024-03-01")
	got, problems := Read(look(t, written(r)), nil)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	first, last := got.Documents[0], got.Documents[len(got.Documents)-1]
	if first.Instant != "" || last.Instant != latest.Instant || last.Recorded != latest.Recorded {
		t.Errorf("%+v %+v", first, last)
	}
}
