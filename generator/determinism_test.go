package main

import (
	"context"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"referat/generator/content"
	"referat/generator/plain"
	"referat/generator/site"
	"referat/generator/source"
)

func TestTwoBuildsAreEqual(t *testing.T) {
	first := copySite(t, "testdata/site")
	buildInto(t, first, filepath.Join(first, "public"))
	want := files(t, filepath.Join(first, "public"))

	t.Run("on one processor", func(t *testing.T) {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
		dir := copySite(t, "testdata/site")
		buildInto(t, dir, filepath.Join(dir, "public"))
		same(t, files(t, filepath.Join(dir, "public")), want)
	})
	t.Run("in another zone and locale", func(t *testing.T) {
		defer func(l *time.Location) { time.Local = l }(time.Local)
		time.Local = time.FixedZone("far", 14*3600)
		t.Setenv("LANG", "tr_TR.UTF-8")
		t.Setenv("TZ", "Pacific/Kiritimati")
		dir := copySite(t, "testdata/site")
		buildInto(t, dir, filepath.Join(dir, "public"))
		same(t, files(t, filepath.Join(dir, "public")), want)
	})
	t.Run("in another folder, into a folder elsewhere", func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "et sted", "med æøå")
		if err := os.CopyFS(dir, os.DirFS("testdata/site")); err != nil {
			t.Fatal(err)
		}
		out := filepath.Join(t.TempDir(), "ude")
		buildInto(t, dir, out)
		same(t, files(t, out), want)
	})
	t.Run("over an earlier build", func(t *testing.T) {
		dir := copySite(t, "testdata/site")
		out := filepath.Join(dir, "public")
		buildInto(t, dir, out)
		if r := buildInto(t, dir, out); r.files.Written != 0 || r.files.Removed != 0 || r.files.Kept != len(want) {
			t.Errorf("the second build did something: %+v", r.files)
		}
		same(t, files(t, out), want)
	})
}

// shuffled lists its folders in another order each time.
type shuffled struct{ fs.ReadLinkFS }

func (s shuffled) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(s.ReadLinkFS, name)
	rand.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
	return entries, err
}

func TestTheOrderOfFilesMakesNoDifference(t *testing.T) {
	views := func(fsys fs.FS) map[string]plain.Digest {
		tree, problems := source.Look(fsys, fsys, source.Records{})
		docs, more := content.Parse(tree, nil, content.Cache{})
		if source.Errors(append(problems, more...)) > 0 {
			t.Fatal(problems, more)
		}
		digests := map[string]plain.Digest{}
		for _, o := range site.New(tree, docs, site.Options{Now: at}).Outputs() {
			digests[o.Path] = plain.DigestOf(o.View())
		}
		return digests
	}
	folder := os.DirFS("testdata/site").(fs.ReadLinkFS)
	want := views(folder)
	if len(want) < 50 {
		t.Fatalf("only %d outputs", len(want))
	}
	for range 5 {
		got := views(shuffled{folder})
		if len(got) != len(want) {
			t.Fatalf("%d outputs, want %d", len(got), len(want))
		}
		for path, d := range want {
			if got[path] != d {
				t.Errorf("the view of %s differs", path)
			}
		}
	}
}

func TestTheClockIsNeverShown(t *testing.T) {
	dir := copySite(t, "testdata/site")
	out := filepath.Join(dir, "public")
	buildInto(t, dir, out)
	want := files(t, out)
	later := at.AddDate(0, 0, 7).Add(3 * time.Hour)
	if r := buildOnce(context.Background(), options{dir: dir, out: out, shown: out, now: later}, func(int, int) {}); !r.done() || r.files.Written > 0 {
		t.Errorf("a week later, with no date passed, %d files are new (%v)", r.files.Written, r.problems)
	}
	same(t, files(t, out), want)
}
