package main

import (
	"bytes"
	"context"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"referat/generator/ledger"
	"referat/generator/plain"
	"referat/generator/public"
	"referat/generator/source"
)

// forgeFile adds a line to a file of public/ and makes the ledger believe that the
// last build had left it so.
func forgeFile(ts *testscript.TestScript, _ bool, args []string) {
	dir, name := ts.MkAbs("."), strings.TrimPrefix(args[0], "public/")
	file := ts.MkAbs(args[0])
	text, err := os.ReadFile(file)
	ts.Check(err)
	ts.Check(os.WriteFile(file, append(text, '\n'), 0o666))
	target := public.Target{Dir: filepath.Join(dir, "public")}
	target.Dir, err = public.Locate(target.Dir)
	ts.Check(err)
	l := ledger.Open(filepath.Join(dir, ".cache"), target.Dir, engine())
	last := l.Last()
	if last == nil {
		ts.Fatalf("there is no build to forge")
	}
	sum, stamp, _ := target.Sum(name)
	forged := last.Shelf().Find(name)
	forged.Bytes, forged.Stamp, last.SeenAt = plain.Digest(sum), stamp, math.MaxInt64
	ts.Check(l.Commit(last))
}

// filled is an output folder with these files.
func filled(t *testing.T, files map[string]string) public.Target {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		put(t, dir, name, text)
	}
	return public.Target{Dir: dir, Shown: "public"}
}

func TestEveryDifferenceFromACleanBuildIsFound(t *testing.T) {
	ours := filled(t, map[string]string{"same": "x", "a/same": "y", "other": "old", "longer": "xx", "extra": "", "foreign": "z"})
	clean := filled(t, map[string]string{"same": "x", "a/same": "y", "other": "new", "longer": "x", "missing": ""})
	compared, problems := differing(t.Context(), ours, []string{"a/same", "extra", "killed", "longer", "other", "same"},
		clean, []string{"a/same", "longer", "missing", "other", "same"})
	if compared != 6 {
		t.Errorf("%d files were compared", compared)
	}
	want := []string{
		"public/extra: the file is not made when the site is built from nothing",
		"public/longer: the file has other contents when the site is built from nothing",
		"public/missing: the file is missing but made when the site is built from nothing",
		"public/other: the file has other contents when the site is built from nothing",
	}
	var got []string
	for _, p := range problems {
		message, _ := p.Text("en")
		got = append(got, p.Pos.String()+": "+message)
		if p.Code != source.VerifyDiffers || p.Severity() != source.Error {
			t.Errorf("%s is a %s", p.Pos, p.Code)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// verified builds the site in dir with --verify; tmp is where temporary folders are made.
func verified(t *testing.T, ctx context.Context, dir string, progress func(done, all int)) (r report, tmp string) {
	t.Helper()
	tmp = t.TempDir()
	t.Setenv("TMPDIR", tmp)
	t.Setenv("TMP", tmp) // as Windows calls it
	return buildAndVerify(ctx, options{dir: dir, out: filepath.Join(dir, "public"), shown: "public", now: at}, progress), tmp
}

// left fails when something is left of the clean build.
func left(t *testing.T, tmp, dir string) {
	t.Helper()
	if entries, err := os.ReadDir(tmp); err != nil || len(entries) > 0 {
		t.Errorf("there is still %v, %v", entries, err)
	}
	if entries, err := os.ReadDir(filepath.Join(dir, ".cache")); err != nil || len(entries) != 1 {
		t.Errorf("the cache has %d folders, %v", len(entries), err)
	}
}

func TestVerifyingLeavesNothingBehind(t *testing.T) {
	dir := copySite(t, "testdata/site")
	r, tmp := verified(t, t.Context(), dir, func(int, int) {})
	if !r.done() || r.compared != len(files(t, filepath.Join(dir, "public"))) {
		t.Errorf("%d files were compared: %v", r.compared, r.problems)
	}
	left(t, tmp, dir)
}

func TestAnInterruptedProofLeavesNothingBehind(t *testing.T) {
	dir := copySite(t, "testdata/site")
	buildInto(t, dir, filepath.Join(dir, "public")) // so that only the clean build draws
	before := files(t, filepath.Join(dir, "public"))
	ctx, stop := context.WithCancel(t.Context())
	r, tmp := verified(t, ctx, dir, func(int, int) { stop() })
	if ctx.Err() == nil {
		t.Fatal("the clean build drew nothing")
	}
	if r.done() || r.compared != 0 || !slices.ContainsFunc(r.problems, func(p source.Problem) bool { return p.Code == source.Interrupted }) {
		t.Errorf("%d files were compared: %v", r.compared, r.problems)
	}
	left(t, tmp, dir)
	same(t, files(t, filepath.Join(dir, "public")), before)
	var out, err bytes.Buffer
	r.print(&out, &err, "public")
	if !strings.Contains(err.String(), "1 fejl; public er bygget, men ikke efterprøvet\n") || out.Len() > 0 {
		t.Errorf("said %q", out.String()+err.String())
	}
}

// A file that is saved between the two builds is no fault of the program.
func TestAFileSavedDuringTheProofIsTold(t *testing.T) {
	dir := copySite(t, "testdata/site")
	buildInto(t, dir, filepath.Join(dir, "public"))
	about := filepath.Join(dir, "content", "om.md")
	first, problems := newBuilder(options{dir: dir, out: filepath.Join(dir, "public"), shown: "public", now: at})
	if problems != nil {
		t.Fatal(problems)
	}
	defer first.close()
	if r := first.build(t.Context(), nil, func(int, int) {}); !r.done() {
		t.Fatal(r.problems)
	}
	if err := os.WriteFile(about, []byte("+++\ntitle = \"Nyt\"\n+++\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, "content", "404.md")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "content", "ny.md"), []byte("+++\ntitle = \"Ny\"\n+++\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	compared, problems := first.verify(t.Context(), func(int, int) {})
	var changed []string
	for _, p := range problems {
		changed = append(changed, string(p.Code)+" "+p.Pos.String())
	}
	want := []string{"file-changed content/404.md", "file-changed content/ny.md", "file-changed content/om.md"}
	if compared != 0 || !slices.Equal(changed, want) {
		t.Errorf("%d files compared: %v", compared, changed)
	}
}

// A clean build that cannot be made proves nothing: what it says is told, and no
// file counts as different.
func TestWhatKeepsTheCleanBuildFromBeingMadeIsTold(t *testing.T) {
	dir := copySite(t, "testdata/site")
	b, problems := newBuilder(options{dir: dir, out: filepath.Join(dir, "public"), shown: "public", now: at})
	if problems != nil {
		t.Fatal(problems)
	}
	defer b.close()
	if r := b.build(t.Context(), nil, func(int, int) {}); !r.done() {
		t.Fatal(r.problems)
	}
	if err := os.WriteFile(filepath.Join(dir, "content", "om.md"), []byte("uden oplysninger"), 0o666); err != nil {
		t.Fatal(err)
	}
	compared, problems := b.verify(t.Context(), func(int, int) {})
	if compared != 0 || len(problems) != 2 || problems[0].Code != source.FrontMatterMissing {
		t.Errorf("%d files were compared: %v", compared, problems)
	}
}
