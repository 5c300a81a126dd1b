package main

import (
	"bytes"
	"context"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"
	"time"

	"referat/generator/source"
)

var update = flag.Bool("update", false, "rewrite the expected outputs")

// at is the instant that tests build at.
var at = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

// buildInto builds the site in dir into out, and fails on any error in it.
func buildInto(t testing.TB, dir, out string) report {
	t.Helper()
	r := buildOnce(context.Background(), options{dir: dir, out: out, shown: out, now: at}, func(int, int) {})
	for _, p := range r.problems {
		if p.Severity() == source.Error {
			message, hint := p.Text("en")
			t.Errorf("%s: %s [%s]\n\t%s", p.Pos, message, p.Code, hint)
		}
	}
	if t.Failed() {
		t.FailNow()
	}
	return r
}

// copySite copies a site to a folder of the test's, since a build writes its record there.
func copySite(t testing.TB, from string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
	return dir
}

// files are all files below a folder by their slash path.
func files(t testing.TB, dir string) map[string][]byte {
	t.Helper()
	all, err := filesIn(dir)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// filesIn is files for a folder that may be changing.
func filesIn(dir string) (map[string][]byte, error) {
	all := map[string][]byte{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		all[p], err = os.ReadFile(filepath.Join(dir, filepath.FromSlash(p)))
		return err
	})
	return all, err
}

// same fails for every file that is not in both folders with the same bytes.
func same(t *testing.T, got, want map[string][]byte) {
	t.Helper()
	names := map[string]bool{}
	for p := range got {
		names[p] = true
	}
	for p := range want {
		names[p] = true
	}
	var all []string
	for p := range names {
		all = append(all, p)
	}
	slices.Sort(all)
	for _, p := range all {
		g, inGot := got[p]
		w, inWant := want[p]
		switch {
		case !inGot:
			t.Errorf("%s is missing", p)
		case !inWant:
			t.Errorf("%s should not be there", p)
		case !bytes.Equal(g, w):
			t.Errorf("%s differs: %s", p, firstDifference(g, w))
		}
	}
}

func firstDifference(got, want []byte) string {
	i := 0
	for i < len(got) && i < len(want) && got[i] == want[i] {
		i++
	}
	around := func(b []byte) string { return string(b[max(0, i-40):min(len(b), i+40)]) }
	return "got …" + around(got) + "… want …" + around(want) + "…"
}

func TestGoldenSite(t *testing.T) {
	dir := copySite(t, "testdata/site")
	buildInto(t, dir, filepath.Join(dir, "public"))
	got := files(t, filepath.Join(dir, "public"))
	if *update {
		if err := os.RemoveAll("testdata/want"); err != nil {
			t.Fatal(err)
		}
		if err := os.CopyFS("testdata/want", os.DirFS(filepath.Join(dir, "public"))); err != nil {
			t.Fatal(err)
		}
	}
	want := files(t, "testdata/want")
	if len(want) < 50 {
		t.Fatalf("only %d expected files: run make golden and read the diff", len(want))
	}
	same(t, got, want)
}

func TestTheSiteOfThisRepositoryBuilds(t *testing.T) {
	dir := t.TempDir()
	for _, part := range []string{"content", "layouts"} {
		if err := os.CopyFS(filepath.Join(dir, part), os.DirFS(filepath.Join("..", part))); err != nil {
			t.Fatal(err)
		}
	}
	settings, err := os.ReadFile("../site.toml")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "site.toml"), settings, 0o644); err != nil {
		t.Fatal(err)
	}
	if r := buildInto(t, dir, filepath.Join(dir, "public")); r.pages == 0 {
		t.Error("no pages")
	}
}

// written is a site that a test writes down.
func written(texts map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, text := range texts {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}
