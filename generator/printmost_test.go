package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"referat/generator/source"
)

func TestOfManyWarningsOfOneKindTheFirstAreTold(t *testing.T) {
	var problems []source.Problem
	for i := range mostAlike + 1234 {
		path := source.Path(fmt.Sprintf("content/%d.md", i))
		problems = append(problems, source.At(source.Pos{Path: path}, source.FileNotPublished), source.At(source.Pos{Path: path}, source.FileUnreadable, "x"))
	}
	problems = append(problems, source.At(source.Pos{Path: "content/alone.md"}, source.TotalDiffers, "16", 17))
	for _, lang := range []string{"da", "en"} {
		var told bytes.Buffer
		printMost(&told, problems, nil, source.Warning, lang)
		for text, want := range map[string]int{
			"[file-not-published]": mostAlike + 1,
			"[file-unreadable]":    mostAlike + 1234,
			"content/alone.md":     1,
			"og 1.234 advarsler mere af samme slags; check viser alle [file-not-published]": map[string]int{"da": 1}[lang],
			"and 1,234 more of the same kind; check tells all [file-not-published]":         map[string]int{"en": 1}[lang],
		} {
			if got := strings.Count(told.String(), text); got != want {
				t.Errorf("%s: %d times %q, want %d", lang, got, text, want)
			}
		}
	}
}

func TestAWarningThatIsNewIsToldBeforeThoseThatAreKnown(t *testing.T) {
	var known []source.Problem
	for i := range 3 * mostAlike {
		known = append(known, source.At(source.Pos{Path: source.Path(fmt.Sprintf("content/%d.md", i))}, source.FileNotPublished))
	}
	problems := append(slices.Clone(known), source.At(source.Pos{Path: "content/new.md"}, source.FileNotPublished))
	var told bytes.Buffer
	printMost(&told, problems, known, source.Warning, "en")
	if got := told.String(); !strings.Contains(got, "content/new.md") || strings.Count(got, "content/") != mostAlike || !strings.Contains(got, "and 41 more") {
		t.Error(got)
	}
}

func TestABuildThatStopsHalfWayDoesNotSayThatNothingHasChanged(t *testing.T) {
	r := report{lang: "da", problems: []source.Problem{source.At(source.Pos{Path: "public/soeg"}, source.OutputUnusable, "x")}}
	if got := r.failure("public"); got != "1 fejl; public er ikke ændret" {
		t.Error(got)
	}
	r.files.Written = 60
	if got := r.failure("public"); got != "1 fejl; public er kun delvis ændret: byg igen, når fejlen er rettet" {
		t.Error(got)
	}
}

func TestABuildThatFailsAgainIsNotToldAsOneThatWentWell(t *testing.T) {
	r := report{lang: "en", problems: []source.Problem{source.At(source.Pos{Path: "public"}, source.OutputLink)}}
	var well, badly bytes.Buffer
	r.printOutcome(&well, &badly, "public")
	if well.Len() > 0 || badly.String() != "1 error; public is unchanged\n" {
		t.Errorf("%q, %q", well.String(), badly.String())
	}
}
