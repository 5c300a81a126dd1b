package source

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestALookBelowAFolderTellsWhatALookAtTheWholePathDoes(t *testing.T) {
	dir := t.TempDir()
	writeLongAgo(t, filepath.Join(dir, "a"), "four")
	if err := os.MkdirAll(filepath.Join(dir, "b", "c"), 0o755); err != nil {
		t.Fatal(err)
	}
	writeLongAgo(t, filepath.Join(dir, "b", "c", "d"), "")
	kinds := map[string]fs.FileMode{"a": 0, "b": fs.ModeDir, "b/c": fs.ModeDir, "b/c/d": 0, ".": fs.ModeDir}
	if err := os.Symlink("a", filepath.Join(dir, "link")); err == nil { // Windows allows it to few
		kinds["link"] = fs.ModeIrregular
	}
	f, err := OpenFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for path, want := range kinds {
		stamp, kind, err := f.Look(path)
		if whole := stampOf(t, filepath.Join(dir, path)); stamp != whole || kind != want || err != nil {
			t.Errorf("%s: %+v, %v, %v; by the whole path %+v", path, stamp, kind, err, whole)
		}
	}
	if _, _, err := f.Look("absent"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%v", err)
	}
	if _, err := OpenFolder(filepath.Join(dir, "absent")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%v", err)
	}
}
