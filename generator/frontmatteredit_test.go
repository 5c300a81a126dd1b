package main

import (
	"strings"
	"testing"
)

func TestKeysAreSetInFrontMatterAndNothingElseChanges(t *testing.T) {
	set := []setting{{"state", `"withdrawn"`}, {"withdrawn", "2026-11-24"}}
	for was, want := range map[string]string{
		"+++\ntitle = \"A\"\nstate = \"final\"\n\n[record]\ncase = \"1\"\nstate = \"x\"\n+++\nTekst = state\n": "+++\nstate = \"withdrawn\"\nwithdrawn = 2026-11-24\ntitle = \"A\"\n\n[record]\ncase = \"1\"\nstate = \"x\"\n+++\nTekst = state\n",
		"\ufeff+++ \r\nstate=\"final\"\r\ntitle = \"A\" # state = 1\r\n+++\r\nTekst\r\n":                       "\ufeff+++ \r\nstate = \"withdrawn\"\r\nwithdrawn = 2026-11-24\r\ntitle = \"A\" # state = 1\r\n+++\r\nTekst\r\n",
		"+++\n+++": "+++\nstate = \"withdrawn\"\nwithdrawn = 2026-11-24\n+++",
	} {
		f, ok := partFrontMatter(was)
		if !ok {
			t.Errorf("%q has no front matter", was)
		}
		if got, ok := f.set(set...); !ok || got != want {
			t.Errorf("%q: %v %q", was, ok, got)
		}
	}
	for _, was := range []string{"", "tekst", "+++\ntitle = \"A\"\n", "+++\ntitle = A\n+++\n", "+++\n\"state\" = \"final\"\n+++\n", "+++\nsummary = \"\"\"\nstate = 1\n\"\"\"\n+++\n", "+++\nstate = \"final\"\nstate = \"draft\"\n+++\n"} {
		f, ok := partFrontMatter(was)
		if ok {
			_, ok = f.set(set...)
		}
		if ok {
			t.Errorf("%q is changed", was)
		}
	}
}

func TestAnEntryOfAFileIsTakenOutOfFrontMatter(t *testing.T) {
	const before, b, after = "+++\ntitle = \"A\"\n\n[[attachments]]\nfile = \"a.pdf\"\ntitle = \"A\"\n\n", "[[attachments]]\nfile = \"b.pdf\"\ntitle = \"B\"\nitem = \"1\"\n", "[import]\nfile = \"b.pdf\"\n+++\nTekst b.pdf\n"
	f, _ := partFrontMatter(before + b + after)
	if got, ok := f.without("b.pdf"); !ok || got != before+after {
		t.Errorf("%v %q", ok, got)
	}
	if got, ok := f.without("c.pdf"); ok {
		t.Errorf("%q", got)
	}
	f, _ = partFrontMatter(strings.Replace(before+b+after, `item = "1"`, `item = 1 2`, 1))
	if got, ok := f.without("b.pdf"); ok {
		t.Errorf("%q", got)
	}
}
