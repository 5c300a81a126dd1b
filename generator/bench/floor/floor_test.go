package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const minutes = `+++
title = "Møde <b> mere"
date = 2016-01-04
start = "09.00"
end = "10.30"
place = "Videomøde"
chair = "Bo Prøvesen"
secretary = "Eva Øvesen"

[record]
case = "9000000"

[[agenda]]
number = "1"
title = "Sag"
kind = "B"
presenter = "Bo Prøvesen"
minutes = 25
concerns = ["blaa"]

[[participants]]
name = "Bo Prøvesen"
nominated_by = "Region Eksempel"
chair = true

[[participants]]
name = "Eva Øvesen"
absent = true
+++

## Pkt. 1 Sag (beslutning) v/Bo Prøvesen

### Referat

Se [andre](../data/2016-01-05.md#punkt-1), [gruppen](../../patientgrupper/blaa.md) og [kilden](https://example.org/x.md).

::: beslutning
Det blev **besluttet**.
:::
`

func siteWith(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		file := filepath.Join(dir, "content", filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestAPageIsWhole(t *testing.T) {
	site := siteWith(t, map[string]string{
		"referater/drift/2016-01-04.md":   minutes,
		"referater/drift/2015-12-30.md":   minutes,
		"referater/drift/2016-01-04-2.md": minutes,
		"referater/data/2016-01-05.md":    minutes,
		"udvalg/drift.md":                 "+++\ntitle = \"Driftsudvalget\"\n+++\n",
		"patientgrupper/blaa.md":          "+++\ntitle = \"Blå prøver\"\n+++\n",
	})
	out := t.TempDir()
	var stderr strings.Builder
	if status := run([]string{"-site", site, "-out", out}, &stderr); status != exitDone {
		t.Fatalf("exit %d\n%s", status, &stderr)
	}
	data, err := os.ReadFile(filepath.Join(out, "referater", "drift", "2016-01-04", "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	page := string(data)
	for _, part := range []string{
		"<title>Referat 4. januar 2016 – Driftsudvalget –", "<h1>Møde &lt;b> mere ", "kl. 09.00-10.30, Videomøde", "9000000",
		"<a href=#punkt-1>Sag</a> <span class=note>Beslutning (B) v/Bo Prøvesen", "25 min.", "<h2 id=punkt-1>",
		"<a href=/referater/data/2016-01-05/#punkt-1>andre</a>", "<a href=/patientgrupper/blaa/>gruppen</a>", "<a href=https://example.org/x.md>kilden</a>",
		"<a href=/patientgrupper/blaa/>Blå prøver</a>",
		"<blockquote><p>Det blev <strong>besluttet</strong>.</p></blockquote>", "Bo Prøvesen (formand)", "indstillet af Region Eksempel", "Eva Øvesen (afbud)",
		"<a href=/referater/drift/2015-12-30/ rel=prev>", "30. december 2015", "<a href=/referater/drift/2016-01-04-2/ rel=next>",
	} {
		if !strings.Contains(page, part) {
			t.Errorf("%s is not in the page:\n%s", part, page)
		}
	}
	if n := strings.Count(page, "\n"); n > 3 {
		t.Errorf("the page is not minified: %d lines", n)
	}
	for _, place := range []string{"data/2016-01-05", "drift/2015-12-30", "drift/2016-01-04-2"} {
		data, err := os.ReadFile(filepath.Join(out, "referater", filepath.FromSlash(place), "index.html"))
		before, after := strings.Contains(string(data), "rel=prev"), strings.Contains(string(data), "rel=next")
		if err != nil || before != (place == "drift/2016-01-04-2") || after != (place == "drift/2015-12-30") {
			t.Errorf("%s: before %v, after %v, %v", place, before, after, err)
		}
	}
}

func TestABrokenFileIsNamed(t *testing.T) {
	for text, says := range map[string]string{"no front matter": "no front matter", "+++\ntitle = 3 4\n+++\n": "toml"} {
		var stderr strings.Builder
		site := siteWith(t, map[string]string{"referater/drift/2016-01-04.md": text})
		if status := run([]string{"-site", site, "-out", t.TempDir()}, &stderr); status != exitFailed ||
			!strings.Contains(stderr.String(), "2016-01-04.md: ") || !strings.Contains(stderr.String(), says) {
			t.Errorf("exit %d, %s", status, &stderr)
		}
	}
}

func TestEveryFileOfAListIsLookedAt(t *testing.T) {
	dir := t.TempDir()
	there, list := filepath.Join(dir, "there"), filepath.Join(dir, "list")
	gone := filepath.Join(dir, "gone")
	for _, c := range []struct {
		list string
		want int
	}{{there + "\n" + there + "\n", exitDone}, {there + "\n" + there + "\n" + gone + "\n", exitFailed}} {
		if err := os.WriteFile(there, nil, 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(list, []byte(c.list), 0o644); err != nil {
			t.Fatal(err)
		}
		var stderr strings.Builder
		if got := run([]string{"-look", list}, &stderr); got != c.want {
			t.Errorf("%q: exit %d, %s", c.list, got, &stderr)
		}
	}
}

func TestWrongUseIsRefused(t *testing.T) {
	for _, args := range [][]string{{}, {"-site", "x"}, {"-out", "x"}, {"-site", "x", "-out", "y", "-look", "z"}, {"-look", "z", "-out", "y"}, {"-look", "z", "extra"}, {"-unknown"}} {
		var stderr strings.Builder
		if status := run(args, &stderr); status != exitUsage || !strings.Contains(stderr.String(), "usage: floor") {
			t.Errorf("%q: exit %d\n%s", args, status, &stderr)
		}
	}
}
