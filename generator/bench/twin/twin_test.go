package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// command runs a command of this module.
func command(t *testing.T, args ...string) {
	t.Helper()
	if said, err := exec.Command("go", append([]string{"run"}, args...)...).CombinedOutput(); err != nil {
		t.Fatalf("%q: %v\n%s", args, err, said)
	}
}

// corpusOf writes a synthetic site.
func corpusOf(t *testing.T, n int) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "site")
	command(t, "referat/generator/corpus", "-n", fmt.Sprint(n), "-out", dir)
	return dir
}

func twinOf(t *testing.T, from string) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "made", "twin")
	var stderr bytes.Buffer
	if status := run([]string{"-from", from, "-out", out}, io.Discard, &stderr); status != exitDone {
		t.Fatalf("exit %d\n%s", status, stderr.String())
	}
	return out
}

// ours are pages that are not the twin's: what minutes of a year or a month say of a subject, all of which it has on the
// subject's page, registers, what is new, feeds, data and the search.
var ours = regexp.MustCompile(`^public/(patientgrupper/[^/]+/\d{4}|rettelser|beslutninger|nyt|foelg|data|soeg)/`)

// pagesOfOurs counts the pages that our program makes of a site.
func pagesOfOurs(t *testing.T, dir string) (n int) {
	t.Helper()
	command(t, "referat/generator", "build", "-C", dir)
	err := fs.WalkDir(os.DirFS(dir), "public", func(name string, e fs.DirEntry, err error) error {
		if strings.HasSuffix(name, ".html") && !ours.MatchString(filepath.ToSlash(name)) {
			n++
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

var term = regexp.MustCompile(`(?m)^(aar|maaned|udvalgsaar) = \["(.*)"\]$`)

// pagesOfTwin counts what Hugo makes a page of: files, terms and the page for a wrong address.
func pagesOfTwin(t *testing.T, dir string) int {
	t.Helper()
	pages := map[string]bool{"404": true}
	err := fs.WalkDir(os.DirFS(dir), "content", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		text, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		pages[name] = true
		for _, m := range term.FindAllStringSubmatch(string(text), -1) {
			pages[m[1]+" "+m[2]] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return len(pages)
}

// 1,000 meetings are enough for lists that are cut by month.
func TestTheTwinHasAsManyPagesAsOurs(t *testing.T) {
	for _, n := range []int{40, 1000} {
		from := corpusOf(t, n)
		got, want := pagesOfTwin(t, twinOf(t, from)), pagesOfOurs(t, from)
		if got != want || got < n {
			t.Errorf("%d meetings: got %d pages, want %d", n, got, want)
		}
	}
}

func TestTheTwinLinksToItsOwnPagesOnly(t *testing.T) {
	from := corpusOf(t, 40)
	group := filepath.Join(from, "content", "patientgrupper", "blaa-proever.md")
	text, err := os.ReadFile(group)
	if err == nil {
		err = os.WriteFile(group, append(text, "\nSe [referatet](../referater/drift/2016-01-04.md#punkt-1).\n"...), 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
	dir := twinOf(t, from)
	links := regexp.MustCompile(`\]\((.*?)\)|(?m)^source = "(/.*|\.\./.*)"$`)
	seen := 0
	err = fs.WalkDir(os.DirFS(dir), "content", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		text, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		for _, m := range links.FindAllStringSubmatch(string(text), -1) {
			seen++
			to, _, _ := strings.Cut(m[1]+m[2], "#")
			to = strings.TrimSuffix(to, "/")
			if !strings.HasPrefix(to, "/") || !isFile(dir, "content"+to+".md") && !isFile(dir, "content"+to+"/_index.md") {
				t.Errorf("%s links to %q, which is no page", name, to)
			}
		}
		return err
	})
	if err != nil || seen < 40 {
		t.Errorf("%d links, %v", seen, err)
	}
}

func isFile(dir, name string) bool {
	info, err := os.Stat(filepath.Join(dir, filepath.FromSlash(name)))
	return err == nil && info.Mode().IsRegular()
}

func TestMinutesBecomeHugos(t *testing.T) {
	d, err := split(`+++
title = "Møde"

[[agenda]]
number = "2"
concerns = ["c", "a"]
+++

## Pkt. 2 Sag (beslutning) v/Bo

Se [pkt. 4](../drift/2016-01-04.md#punkt-4), [gruppen](../../patientgrupper/b.md) og [andre](https://example.org/x.md).

::: beslutning
Det blev besluttet.
:::
`)
	if err != nil {
		t.Fatal(err)
	}
	d, err = meeting(d, "content/referater/data", map[string]string{"udvalgsaar": "data-2016", "aar": "2016"})
	const want = `+++
aar = ["2016"]
udvalgsaar = ["data-2016"]
patientgrupper = ["a", "b", "c"]
title = "Møde"

[[agenda]]
number = "2"
concerns = ["c", "a"]
+++

## Pkt. 2 Sag (beslutning) v/Bo {#punkt-2}

Se [pkt. 4](/referater/drift/2016-01-04/#punkt-4), [gruppen](/patientgrupper/b/) og [andre](https://example.org/x.md).

> Det blev besluttet.
{.decision}
`
	if err != nil || string(d.bytes()) != want {
		t.Errorf("%v\n%s\nwant:\n%s", err, d.bytes(), want)
	}
}

func TestASourceThatIsAFileBecomesAnAddress(t *testing.T) {
	const front = "title = \"X\"\nsource = \"../referater/drift/2016-01-04.md#punkt-2\"\nsource = \"https://example.org/a.md\""
	const want = "title = \"X\"\nsource = \"/referater/drift/2016-01-04/#punkt-2\"\nsource = \"https://example.org/a.md\""
	if got := addresses(front, "content/patientgrupper"); got != want {
		t.Errorf("got %s", got)
	}
}

func TestWrongUseIsRefused(t *testing.T) {
	full := t.TempDir()
	if err := os.WriteFile(filepath.Join(full, "mine.txt"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{}, {"-from", full}, {"-out", "x"}, {"-from", full, "-out", full}, {"-from", full, "-out", "x", "y"}, {"-unknown"}} {
		var stderr strings.Builder
		if status := run(args, io.Discard, &stderr); status != exitUsage || !strings.Contains(stderr.String(), "usage: twin") {
			t.Errorf("%q: exit %d\n%s", args, status, &stderr)
		}
	}
}

func TestWhatIsNoSiteIsToldWithItsFile(t *testing.T) {
	var stderr strings.Builder
	if status := run([]string{"-from", t.TempDir(), "-out", filepath.Join(t.TempDir(), "twin")}, io.Discard, &stderr); status != exitFailed || !strings.Contains(stderr.String(), "content/") {
		t.Errorf("exit %d\n%s", status, &stderr)
	}
	from := corpusOf(t, 10)
	broken := filepath.Join(from, "content", "udvalg", "drift.md")
	if err := os.WriteFile(broken, []byte("no front matter"), 0o644); err != nil {
		t.Fatal(err)
	}
	stderr.Reset()
	if status := run([]string{"-from", from, "-out", filepath.Join(t.TempDir(), "twin")}, io.Discard, &stderr); status != exitFailed || !strings.Contains(stderr.String(), "content/udvalg/drift.md: no front matter") {
		t.Errorf("exit %d\n%s", status, &stderr)
	}
}
