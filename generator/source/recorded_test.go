package source

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

func paths(files []*File) (list []string) {
	for _, f := range files {
		list = append(list, string(f.Path))
	}
	return list
}

func TestTheRecordIsListedApartFromTheContent(t *testing.T) {
	tree, problems := read(t, map[string]string{
		"content/!først.md": "x", "content/om.md": "x", "content/.record/addresses.csv": "a", "content/.record/texts/om.md": "x",
		"content/.record/.gitattributes": "x", "content/.import/om.md": "x", "layouts/.record/x.html": "x",
	})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if got, want := paths(tree.Below("content")), []string{"content/!først.md", "content/om.md"}; !slices.Equal(got, want) {
		t.Errorf("content is %q", got)
	}
	if got, want := paths(tree.Recorded()), []string{"content/.record/addresses.csv", "content/.record/texts/om.md"}; !slices.Equal(got, want) {
		t.Errorf("the record is %q", got)
	}
	if got, _ := load(t, tree, "content/.record/texts/om.md"); got != "x" {
		t.Errorf("its text is %q", got)
	}
}

func TestARecordThatChangesIsAnotherTree(t *testing.T) {
	dir := siteFolder(t, map[string]string{"content/om.md": "x", "content/.record/addresses.csv": "a", "content/.record/texts/om.md": "x"})
	tree := lookAt(t, dir)
	records := tree.Records()
	if len(records) != 4 || !tree.Is(records) {
		t.Fatalf("%d records", len(records))
	}
	for _, name := range []string{"content/.record/texts/om.md", "content/om.md"} {
		put(t, dir, name, "xyz")
		now := lookAt(t, dir)
		if now.Is(records) {
			t.Errorf("%s changed, and nothing is said", name)
		}
		records = now.Records()
	}
	if err := os.Remove(filepath.Join(dir, "content/.record/addresses.csv")); err != nil {
		t.Fatal(err)
	}
	if lookAt(t, dir).Is(records) {
		t.Error("a file of the record went, and nothing is said")
	}
}

func TestTreesAreAlikeWhenTheirFilesHaveTheSameBytes(t *testing.T) {
	dir := siteFolder(t, map[string]string{"content/om.md": "x", "content/.record/texts/om.md": "x"})
	read := func(names ...string) *Tree {
		tree := lookAt(t, dir)
		for _, name := range names {
			load(t, tree, Path(name))
		}
		return tree
	}
	const page, recorded = "content/om.md", "content/.record/texts/om.md"
	unread, known := read(), read(page, recorded)
	if !known.Alike(read()) || !unread.Alike(read(page)) {
		t.Error("the same files are not alike")
	}
	long := time.Now().Add(-time.Hour)
	if err := os.Chtimes(filepath.Join(dir, page), long, long); err != nil {
		t.Fatal(err)
	}
	if !known.Alike(read(page)) {
		t.Error("the same bytes at another time are not alike")
	}
	if unread.Alike(read(page)) {
		t.Error("a file of another time that was not read before is alike")
	}
	put(t, dir, page, "y")
	if known.Alike(read(page)) {
		t.Error("other bytes are alike")
	}
	put(t, dir, page, "x")
	put(t, dir, recorded, "y")
	if known.Alike(read(page, recorded)) {
		t.Error("other bytes in the record are alike")
	}
	if err := os.Remove(filepath.Join(dir, recorded)); err != nil {
		t.Fatal(err)
	}
	if known.Alike(read(page)) {
		t.Error("a file less is alike")
	}
}

func TestALookAgainFollowsTheRecord(t *testing.T) {
	dir := siteFolder(t, map[string]string{"content/om.md": "x", "content/.record/addresses.csv": "a"})
	tree := lookAt(t, dir)
	put(t, dir, "content/.record/texts/om.md", "x")
	put(t, dir, "content/.record/.texts.tmp", "x")
	again, problems, ok := tree.Again(1<<62, []string{"content/.record/texts/om.md", "content/.record/.texts.tmp", "content/om.md"})
	if !ok || len(problems) > 0 || !again.Is(lookAt(t, dir).Records()) {
		t.Errorf("%v %v: %q", ok, problems, paths(again.Recorded()))
	}
	if _, _, ok := tree.Again(1<<62, []string{"content/.record"}); ok {
		t.Error("the whole record is looked at piece by piece")
	}
}

func TestOnlyTheRecordOfAllFoldersWithADotIsWatched(t *testing.T) {
	for name, want := range map[string]bool{".record": false, ".import": true, "om.md": false, "om.md~": true} {
		if Unwatched(name) != want {
			t.Errorf("%s: %v", name, !want)
		}
	}
}

// siteFolder makes a site on the disk.
func siteFolder(t *testing.T, files map[string]string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	put(t, dir, "site.toml", "x = 1")
	for name, text := range files {
		put(t, dir, name, text)
	}
	return dir
}

func put(t *testing.T, dir, name, text string) {
	t.Helper()
	file := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func lookAt(t *testing.T, dir string) *Tree {
	t.Helper()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = root.Close() })
	tree, problems := Look(os.DirFS(dir), root.FS(), Records{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return tree
}
