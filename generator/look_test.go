package main

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"

	"referat/generator/source"
)

// Somebody was in the output folder while nothing watched it, and the first build that
// looks at it cannot do anything about it, since the site has an error. When the error is
// mended, only the mended file is named to the builder.

// mendedByHint lets somebody meddle with the output folder of a built site, builds it with
// an error, and mends that.
func mendedByHint(t *testing.T, meddle func(out string)) (*builder, report) {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, written(fixedSite())); err != nil {
		t.Fatal(err)
	}
	buildInto(t, dir, filepath.Join(dir, "public"))
	meddle(filepath.Join(dir, "public"))
	put(t, dir, committeeName, "+++\ntitle = \n+++\n")
	b := builderOf(t, dir)
	if r := settled(b, func(int, int) {}); r.done() {
		t.Fatal("the site has no error")
	}
	put(t, dir, committeeName, fixedSite()[committeeName]+"\nMere.\n")
	return b, b.build(context.Background(), []string{committeeName}, func(int, int) {})
}

func TestABuildByHintsTellsOfAForeignFileThatAFailedBuildSaw(t *testing.T) {
	_, r := mendedByHint(t, func(out string) { put(t, out, "assets/fremmed.css", "fremmed") })
	if !r.done() || !slices.Contains(codes(r), source.ForeignFile) {
		t.Errorf("the build says %v", r.problems)
	}
}

func TestABuildByHintsMakesAFileAgainThatAFailedBuildMissed(t *testing.T) {
	lost := filepath.Join("referater", "index.html")
	b, r := mendedByHint(t, func(out string) {
		if err := os.Remove(filepath.Join(out, lost)); err != nil {
			t.Fatal(err)
		}
	})
	if _, err := os.Stat(filepath.Join(b.target.Dir, lost)); !r.done() || err != nil {
		t.Errorf("%v; the build says %v", err, r.problems)
	}
}

// Minutes name committees, and there would be an error for each of them.
func TestAFolderThatCannotBeReadIsTheOnlyErrorOfABuild(t *testing.T) {
	if os.Getuid() == 0 || runtime.GOOS == "windows" {
		t.Skip("root, and Windows, may read a folder whatever its mode")
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, written(fixedSite())); err != nil {
		t.Fatal(err)
	}
	committees := filepath.Join(dir, "content", "udvalg")
	must(t, os.Chmod(committees, 0))
	t.Cleanup(func() { _ = os.Chmod(committees, 0o755) })
	b := builderOf(t, dir)
	r := settled(b, func(int, int) {})
	if len(r.problems) != 1 || r.problems[0].Code != source.FileUnreadable || r.problems[0].Pos.Path != "content/udvalg" {
		t.Errorf("it says %v", r.problems)
	}
	must(t, os.Chmod(committees, 0o755))
	if r := settled(b, func(int, int) {}); !r.done() {
		t.Errorf("when it can be read it says %v", r.problems)
	}
}

func TestNothingIsMadeWhereASiteWas(t *testing.T) {
	above := t.TempDir()
	dir := filepath.Join(above, "site")
	if err := os.CopyFS(dir, written(fixedSite())); err != nil {
		t.Fatal(err)
	}
	b := builderOf(t, dir)
	if r := b.build(context.Background(), nil, silent); !r.done() {
		t.Fatal(r.problems)
	}
	must(t, os.Rename(dir, filepath.Join(above, "moved")))
	if r := settled(b, silent); r.done() {
		t.Error("a site that is gone was built")
	}
	if _, err := os.Lstat(dir); err == nil {
		t.Error("its folder was made again")
	}
}
