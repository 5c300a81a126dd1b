package main

import (
	"context"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"referat/generator/source"
)

// checkedAt checks the site in dir as the command does.
func checkedAt(dir string) checked {
	return checkSite(context.Background(), options{dir: dir, out: filepath.Join(dir, "public"), shown: "public", now: at}, newMeter(io.Discard))
}

func TestTheSiteOfTheTestsKeepsEveryRule(t *testing.T) {
	c := checkedAt(copySite(t, "testdata/site"))
	if c.looked.Pages < 20 || c.looked.Addresses < 50 {
		t.Errorf("it looked at %d pages and %d addresses", c.looked.Pages, c.looked.Addresses)
	}
	for _, p := range c.problems {
		if p.Severity() == source.Error {
			message, _ := p.Text("en")
			t.Errorf("%s: %s", p.Pos, message)
		}
	}
}

func TestACheckOfAFreshSiteFindsTheSameAsTheFirst(t *testing.T) {
	dir := copySite(t, "testdata/site")
	first, again := checkedAt(dir), checkedAt(dir)
	if len(first.problems) != len(again.problems) || again.files.Written != 0 {
		t.Errorf("%d problems, then %d; %d files were written again", len(first.problems), len(again.problems), again.files.Written)
	}
	for i := range first.problems {
		if !first.problems[i].Is(again.problems[i]) {
			t.Errorf("%v, then %v", first.problems[i], again.problems[i])
		}
	}
}

func TestInformationOfOneKindFillsNoScreen(t *testing.T) {
	c := checked{report: report{lang: "en", built: true}}
	for line := range 50 {
		c.problems = append(c.problems, source.At(source.Pos{Path: "content/a.md", Line: line + 1}, source.Unexplained, "NNF", ""))
	}
	c.problems = append(c.problems, source.At(source.Pos{Path: "content/b.md"}, source.BadDate, "x"))
	var stderr strings.Builder
	c.print(io.Discard, &stderr, "public")
	if got := stderr.String(); strings.Count(got, "[unexplained]") != 21 || !strings.Contains(got, "and 30 more of the same kind") || !strings.Contains(got, "content/b.md") {
		t.Error(got)
	}
}
