package main

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"referat/generator/ledger"
	"referat/generator/source"
)

// These tests hold that a build does nothing about what has not changed.

func TestNothingIsReadOrDrawnWhenNothingHasChanged(t *testing.T) {
	nothingIsDone(t, fixedCopy(t))
}

func TestNothingIsReadOrDrawnWhenNothingHasChangedOfARecordedSite(t *testing.T) {
	dir := fixedCopy(t)
	b := builderOf(t, dir)
	if _, r := b.remember(context.Background(), func(string) string { return "Ida Holm" }); !r.done() {
		t.Fatal(r.problems)
	}
	b.close()
	tick(dir)
	buildInto(t, dir, filepath.Join(dir, "public"))
	tick(dir)
	nothingIsDone(t, dir)
}

// nothingIsDone builds a site that was just built.
func nothingIsDone(t *testing.T, dir string) {
	t.Helper()
	before := files(t, filepath.Join(dir, ".cache"))
	b := builderOf(t, dir)
	last := b.ledger.Last()
	drawing := false
	r := settled(b, func(int, int) { drawing = true })
	if !r.done() || r.files.Written+r.files.Removed > 0 || r.files.Kept != len(last.Outputs) || drawing {
		t.Errorf("it says %+v; a piece was looked at: %v", r.files, drawing)
	}
	if b.docs != nil || b.facts != nil || b.look.set != nil || b.ledger.Last() != last {
		t.Error("files were parsed, facts or layouts read, or the ledger written")
	}
	same(t, files(t, filepath.Join(dir, ".cache")), before)
	if unknown := unread(b.tree); len(unknown) > 0 {
		t.Errorf("these files would have been read: %q", unknown)
	}
}

// unread are the files of a tree that somebody would have to read.
func unread(tree *source.Tree) (names []source.Path) {
	for _, f := range slices.Concat(tree.Below("content"), tree.Recorded()) {
		if _, known := f.Known(); !known {
			names = append(names, f.Path)
		}
	}
	return names
}

func TestOnlyTheEditedFileIsParsed(t *testing.T) {
	dir := fixedCopy(t)
	b := builderOf(t, dir)
	b.learn = true
	settled(b, func(int, int) {})
	before := slices.Clone(b.docs.Minutes)
	edit{secondName, "talte om WGS", "hørte om WGS"}.do(t, dir)
	settled(b, func(int, int) {})
	for i, m := range b.docs.Minutes {
		if (m == before[i]) != (m.Path != secondName) {
			t.Errorf("%s was parsed: %v", m.Path, m != before[i])
		}
	}
}

func TestATouchedFileDrawsNothing(t *testing.T) {
	dir := fixedCopy(t)
	b := builderOf(t, dir)
	for name := range fixedSite() {
		if err := os.Chtimes(filepath.Join(dir, name), at, at); err != nil {
			t.Fatal(err)
		}
	}
	if got := drawn(t, b); got != "" {
		t.Errorf("this is drawn:\n%s", got)
	}
	if r := settled(b, func(int, int) {}); r.files.Written > 0 {
		t.Errorf("%+v", r.files)
	}
}

func TestADamagedFileIsDrawnAndNoOther(t *testing.T) {
	dir := fixedCopy(t)
	b := builderOf(t, dir)
	put(t, b.target.Dir, "om/index.html", "damaged")
	if err := os.Remove(filepath.Join(b.target.Dir, "robots.txt")); err != nil {
		t.Fatal(err)
	}
	if got := drawn(t, b); got != "om/index.html "+string(ledger.Lost)+"\nrobots.txt "+string(ledger.Lost)+"\n" {
		t.Errorf("this is drawn:\n%s", got)
	}
}
