package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"

	"referat/generator/source"
)

// A file that is changed while a build draws: the builder is one that took its
// documents from the cache, and all pages are new.

// codes are those of a report's problems.
func codes(r report) []source.Code {
	var all []source.Code
	for _, p := range r.problems {
		all = append(all, p.Code)
	}
	return all
}

// put writes a file of a site, in whatever folder.
func put(t testing.TB, dir, name, text string) {
	t.Helper()
	file := filepath.Join(dir, filepath.FromSlash(name))
	must(t, os.MkdirAll(filepath.Dir(file), 0o755))
	must(t, os.WriteFile(file, []byte(text), 0o644))
}

// builderOf makes a builder of a site in a folder of the test's.
func builderOf(t testing.TB, dir string) *builder {
	t.Helper()
	b, problems := newBuilder(options{dir: dir, out: filepath.Join(dir, "public"), shown: "public", now: at})
	if problems != nil {
		t.Fatal(problems)
	}
	t.Cleanup(b.close)
	b.open()
	return b
}

// settled builds, and writes down what was made from what.
func settled(b *builder, progress func(done, all int)) report {
	r := b.build(context.Background(), nil, progress)
	r.add(b.settle()...)
	return r
}

// changedWhileDrawn builds the fixed site once, then with another menu and another
// attachment, and puts other bytes into a file as soon as the first piece is drawn;
// the cache files that the patterns name are gone by then.
func changedWhileDrawn(t *testing.T, name, other string, gone ...string) (*builder, report) {
	t.Helper()
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	dir, site := t.TempDir(), fixedSite()
	if err := os.CopyFS(dir, written(site)); err != nil {
		t.Fatal(err)
	}
	buildInto(t, dir, filepath.Join(dir, "public"))
	put(t, dir, "site.toml", site["site.toml"]+"\n[[menu]]\ntitle = \"Ny\"\npage = \"/\"\n")
	put(t, dir, attachmentName, "bytes B")
	for _, pattern := range gone {
		names, err := filepath.Glob(filepath.Join(dir, ".cache", "*", pattern))
		if err != nil || len(names) == 0 {
			t.Fatalf("%v: %v", names, err)
		}
		for _, name := range names {
			if err := os.Remove(name); err != nil {
				t.Fatal(err)
			}
		}
	}
	b := builderOf(t, dir)
	return b, settled(b, func(done, _ int) {
		if done == 1 {
			put(t, dir, name, other)
		}
	})
}

const (
	committeeName  = "content/udvalg/raad.md"
	attachmentName = "content/referater/raad/2024-06-11/bilag.txt"
)

func TestAFileThatChangesWhileItsPageIsDrawnIsDrawnAsItWas(t *testing.T) {
	b, r := changedWhileDrawn(t, committeeName, "+++\ntitle = \"Andet\"\n+++\n\nAndet.\n")
	page, err := os.ReadFile(filepath.Join(b.target.Dir, "udvalg/raad/index.html"))
	if !r.done() || err != nil || bytes.Contains(page, []byte("Andet")) {
		t.Errorf("the page is %q (%v); the build says %v", page, err, r.problems)
	}
	if r := settled(b, func(int, int) {}); !r.done() || r.files.Written == 0 {
		t.Errorf("the next build does not see the change: %v", r.problems)
	}
}

func TestAFileThatChangesWhileItsPageIsDrawnIsNamedWhereItsTextIsNotKept(t *testing.T) {
	_, r := changedWhileDrawn(t, committeeName, "+++\ntitle = \"Andet\"\n+++\n\nAndet.\n", "texts")
	if !slices.Contains(codes(r), source.FileChanged) || slices.Contains(codes(r), source.OutputUnusable) {
		t.Errorf("the build says %v", r.problems)
	}
}

func TestAFileThatChangesWhileItIsDrawnAndBackAgainIsDrawnByTheNextBuild(t *testing.T) {
	b, _ := changedWhileDrawn(t, committeeName, "+++\ntitle = \"Andet\"\n+++\n\nAndet.\n", "texts", "places")
	put(t, b.dir, committeeName, fixedSite()[committeeName])
	if r := settled(b, func(int, int) {}); !r.done() {
		t.Errorf("with every file as it was, the build says %v", r.problems)
	}
}

func TestACopyIsNeverOfOtherBytesThanItsViewHas(t *testing.T) {
	b, _ := changedWhileDrawn(t, attachmentName, "bytes X")
	put(t, b.dir, attachmentName, "bytes B")
	r := settled(b, func(int, int) {})
	got, err := os.ReadFile(filepath.Join(b.target.Dir, "referater/raad/2024-06-11/bilag.txt"))
	if err != nil || string(got) != "bytes B" {
		t.Errorf("the file has %q, its copy %q (%v); the build says %v", "bytes B", got, err, r.problems)
	}
}

// What is written in the tick of a look may be written again in it, and look the
// same. A build that looks at another file later knows no more of it.
func TestAHintedBuildLearnsNothingOfFilesItDidNotLookAt(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, written(fixedSite())); err != nil {
		t.Fatal(err)
	}
	b := builderOf(t, dir)
	soon := time.Now().Add(100 * time.Millisecond)
	if err := os.Chtimes(filepath.Join(dir, committeeName), soon, soon); err != nil {
		t.Fatal(err)
	}
	settled(b, func(int, int) {})
	f, _ := b.tree.File(committeeName)
	if !f.Stamp.Racy(b.clock) {
		t.Skip("the build took longer than the test allows for")
	}
	for source.Clock(dir) <= soon.UnixNano() {
		time.Sleep(time.Millisecond)
	}
	put(t, dir, "content/om.md", fixedSite()["content/om.md"]+"\nMere.\n")
	b.build(context.Background(), []string{"content/om.md"}, func(int, int) {})
	b.settle()
	if record, ok := b.tree.Remembered(b.clock).Find(committeeName); ok && record.Digest != (source.Digest{}) && !record.Stamp.Racy(b.clock) {
		t.Error("the next look takes a racy file for known")
	}
	records := b.ledger.Last().Records()
	if record, _ := records.Find(committeeName); record.Digest != (source.Digest{}) && !record.Stamp.Racy(records.Clock) {
		t.Error("the next program takes a racy file for known")
	}
}
