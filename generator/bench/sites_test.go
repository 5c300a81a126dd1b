package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const minutes = `+++
title = "Møde"

[[agenda]]
number = "1"
title = "Velkommen"

[[agenda]]
number = "2"
minutes = 25
title = "Status på planen"
+++

## Pkt. 1 Velkommen v/Bo

## Pkt. 2 Status på planen v/Eva
`

func TestATitleIsEditedWhereverItStands(t *testing.T) {
	got, err := retitle(minutes, "zq1qz")
	if err != nil || !strings.Contains(got, `title = "zq1qz Status på planen"`) || !strings.Contains(got, "## Pkt. 2 zq1qz Status på planen v/Eva") {
		t.Errorf("%v\n%s", err, got)
	}
	if strings.Count(got, "zq1qz") != 2 {
		t.Errorf("too much was edited:\n%s", got)
	}
	if _, err := retitle("+++\n+++\n", "zq1qz"); err == nil {
		t.Error("a title was found where there is none")
	}
}

func TestALayoutWithoutAnEndIsRefused(t *testing.T) {
	if got, err := addToPage("<body>x</body></html>", "zq1qz"); err != nil || got != "<body>x<p>zq1qz</p></body></html>" {
		t.Errorf("got %q, %v", got, err)
	}
	if _, err := addToPage("<body>", "zq1qz"); err == nil {
		t.Error("nothing was edited, and nobody says so")
	}
}

// small is a site with twelve meetings of two committees.
func small(t *testing.T) *sites {
	t.Helper()
	dir := t.TempDir()
	s := &sites{size: 12, dir: dir, ours: filepath.Join(dir, "ours")}
	for _, name := range []string{"drift/2016-01-04", "drift/2016-02-04", "data/2016-01-05", "drift/2017-01-04", "drift/2018-01-04", "data/2019-01-04",
		"data/2019-02-04", "data/2019-03-04", "data/2020-01-04", "data/2020-01-04-2", "data/2021-12-31", "drift/2021-12-30"} {
		put(t, filepath.Join(s.ours, "content", "referater", name+".md"), minutes)
	}
	put(t, filepath.Join(s.ours, "site.toml"), "")
	if err := s.prepare(); err != nil {
		t.Fatal(err)
	}
	return s
}

func put(t *testing.T, file, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestTheLatestMeetingsAreEdited(t *testing.T) {
	s := small(t)
	if e := s.bodyEdit(); e.file != "content/referater/data/2021-12-31.md" || e.shown[0] != "/referater/data/2021-12-31/" {
		t.Errorf("got %+v", e)
	}
	if e := s.titleEdit(); e.file != "content/referater/drift/2021-12-30.md" || e.shown[0] != "/referater/drift/2021-12-30/" || e.shown[1] != "/referater/" {
		t.Errorf("got %+v", e)
	}
}

func TestALayoutIsLookedForOnPagesThatNobodyAskedFor(t *testing.T) {
	s := small(t)
	asked := map[string]bool{s.address(0): true}
	for _, e := range []edit{s.bodyEdit(), s.titleEdit()} {
		for _, address := range e.shown {
			asked[address] = true
		}
	}
	shown := s.layoutEdit(ourBase).shown
	if len(shown) != s.size-2 {
		t.Errorf("of %d meetings %d are looked at", s.size, len(shown))
	}
	for _, address := range shown {
		if asked[address] {
			t.Errorf("%s was asked for", address)
		}
		asked[address] = true
	}
}

func TestAnEditTakesTheWordOfTheLastOneAway(t *testing.T) {
	s := small(t)
	e := s.bodyEdit()
	for _, word := range []string{"zq1qz", "zq2qz"} {
		if err := s.apply(e, s.ours, word); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(filepath.Join(s.ours, e.file))
	if err != nil || string(got) != minutes+"\nzq2qz\n" {
		t.Errorf("%v\n%s", err, got)
	}
}

func TestAnEditThatIsNotShownIsAnError(t *testing.T) {
	s := small(t)
	out := t.TempDir()
	e := s.titleEdit()
	put(t, filepath.Join(out, e.shown[0], "index.html"), "zq1qz")
	put(t, filepath.Join(out, e.shown[1], "index.html"), "old")
	if err := e.isShown(out, "zq1qz"); err == nil || !strings.Contains(err.Error(), "does not show it") {
		t.Errorf("got %v", err)
	}
	put(t, filepath.Join(out, e.shown[1], "index.html"), "zq1qz")
	if err := e.isShown(out, "zq1qz"); err != nil {
		t.Error(err)
	}
}
