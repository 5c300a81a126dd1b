package main

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"referat/generator/source"
)

func TestAFileOfTheSiteIsWrittenWholeAndNothingBesideIt(t *testing.T) {
	d := importInto(t, order{}).desk
	const p = source.Path("content/.import/raadet/2024-02-06.md")
	for _, text := range []string{"først", "så"} {
		if err := d.write(p, text); err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(filepath.Join(d.dir, filepath.FromSlash(string(p))))
		if err != nil || string(got) != text {
			t.Errorf("%q, %v", got, err)
		}
	}
	entries, err := os.ReadDir(filepath.Join(d.dir, "content", ".import", "raadet"))
	if err != nil || len(entries) != 1 {
		t.Errorf("%v, %v", entries, err)
	}
}

func TestNothingIsWrittenOutsideTheSite(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows lets only administrators make links")
	}
	d := importInto(t, order{}).desk
	outside := t.TempDir()
	if err := os.Symlink(outside, filepath.Join(d.dir, "content", ".import")); err != nil {
		t.Fatal(err)
	}
	if err := d.write("content/.import/raadet/2024-02-06.md", "x"); err == nil {
		t.Error("a link led out of the site")
	}
	if entries, err := os.ReadDir(outside); err != nil || len(entries) > 0 {
		t.Errorf("%v, %v", entries, err)
	}
}

func TestThePathFromAFolderToAFileIsAsShortAsCanBe(t *testing.T) {
	for _, c := range [][3]string{
		{"content/tal", "content/referater/raadet/2024-03-05.md", "../referater/raadet/2024-03-05.md"},
		{"content/tal", "content/tal/om.md", "om.md"},
		{"content/tal", "content/om.md", "../om.md"},
	} {
		if got := relative(source.Path(c[0]), source.Path(c[1])); got != c[2] {
			t.Errorf("from %s to %s: %s", c[0], c[1], got)
		}
	}
}
