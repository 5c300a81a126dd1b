package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestTheExampleOfTheReadmeIsRightWhenItIsFinal(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, example, _ := strings.Cut(string(readme), "\n       +++\n")
	example, _, found := strings.Cut(example, "\n3. ")
	if !found {
		t.Fatal("it is not there")
	}
	example = strings.Replace("+++\n"+strings.ReplaceAll(example, "\n       ", "\n")[len("       "):], `"draft"`, `"final"`, 1)
	dir := copySite(t, "testdata/site")
	const name = "content/referater/klinisk-anvendelse/2026-12-01.md"
	if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(name)), []byte(example), 0o644); err != nil {
		t.Fatal(err)
	}
	b := builderOf(t, dir)
	b.now = time.Date(2026, 12, 8, 12, 0, 0, 0, time.UTC)
	r := settled(b, func(int, int) {})
	if _, err := os.Stat(filepath.Join(dir, "public/referater/klinisk-anvendelse/2026-12-01/index.html")); err != nil {
		t.Error(err, r.problems)
	}
	for _, p := range r.problems {
		if p.Pos.Path == name {
			t.Errorf("%+v", p)
		}
	}
}
