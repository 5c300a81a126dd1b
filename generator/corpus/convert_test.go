package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// After an intended change: go run ./generator/corpus -json …/testdata/neutral
// -out DIR, and DIR/content below testdata/want without its pages.
func TestTheNeutralFormBecomesOurs(t *testing.T) {
	got := filesOf(t, filepath.Join(runCorpus(t, "-json", "testdata/neutral"), "content"))
	want := filesOf(t, filepath.Join("testdata", "want"))
	for path, text := range want {
		if got[path] != text {
			t.Errorf("%s:\n%s\nwant:\n%s", path, got[path], text)
		}
	}
	for path := range got {
		if _, known := want[path]; !known && strings.Contains(path, "/") {
			t.Errorf("%s is too much", path)
		}
	}
}

func TestTheConvertedExampleHasNoProblems(t *testing.T) {
	codes, _ := problemsOf(t, runCorpus(t, "-json", "testdata/neutral"))
	if len(codes) != len(nowhere) {
		t.Errorf("problems: got %q, want %q", codes, nowhere)
	}
}

func TestMeetingsThatAreNotTakenAreNotLinkedTo(t *testing.T) {
	fsys := os.DirFS("testdata/neutral")
	for n, want := range map[int]string{
		1: "2023-11-07",
		2: "2023-11-07 2023-11-07-2",
		9: "2023-11-07 2023-11-07-2 2024-01-09",
	} {
		c, err := convert(fsys, n)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for i := range c.size {
			m, err := c.meeting(i)
			if err != nil {
				t.Fatal(err)
			}
			names = append(names, strings.Split(c.place(m.Slug), "/")[1])
		}
		if got := strings.Join(names, " "); got != want {
			t.Errorf("the first %d: got %s, want %s", n, got, want)
		}
	}
}

func TestABrokenNeutralFormIsToldWithItsFile(t *testing.T) {
	const ok = `{"id": "m1", "slug": "s", "date": "2023-11-07", "body": {"slug": "a", "name": "A"}}`
	for _, c := range []struct{ name, file, text, says string }{
		{"no JSON", "meetings/m.json", "{", "meetings/m.json: unexpected end"},
		{"a date that is none", "meetings/m.json", strings.Replace(ok, "11-07", "13-07", 1), `meetings/m.json: date "2023-13-07"`},
		{"an unknown committee", "meetings/m.json", strings.Replace(ok, `"a"`, `"b"`, 1), `body "b"`},
		{"a slug used twice", "meetings/m.json", ok, `has the slug "s" too`},
		{"no committees", "bodies.json", "", "bodies.json"},
		{"no counts", "genomes.json", "[{}", "genomes.json"},
		{"a group that would leave the folder", "groups/g.json", `{"slug": "../g", "started": "2021-01-01"}`, `groups/g.json: slug "../g"`},
		{"a group without a start", "groups/g.json", `{"slug": "g"}`, `start ""`},
		{"a committee that would leave the folder", "bodies.json", `[{"slug": "../a"}]`, `body "a"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			fsys := fstest.MapFS{
				"bodies.json":     {Data: []byte(`[{"slug": "a", "name": "A"}]`)},
				"genomes.json":    {Data: []byte(`[]`)},
				"meetings/1.json": {Data: []byte(ok)},
			}
			fsys[c.file] = &fstest.MapFile{Data: []byte(c.text)}
			if _, err := convert(fsys, 0); err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("got %v, want %s", err, c.says)
			}
		})
	}
}

func TestABrokenMeetingIsToldWithItsFile(t *testing.T) {
	dir := neutralOf(t, 3)
	broken := `{"id": "m1", "slug": "s", "date": "2023-11-07", "body": {"slug": "drift"}, "agenda": 7}`
	if err := os.WriteFile(filepath.Join(dir, "meetings", "broken.json"), []byte(broken), 0o644); err != nil {
		t.Fatal(err)
	}
	var stderr bytes.Buffer
	status := run([]string{"-json", dir, "-out", t.TempDir()}, io.Discard, &stderr)
	if status != exitFailed || !strings.Contains(stderr.String(), "meetings/broken.json: json:") {
		t.Errorf("exit %d, %q", status, stderr.String())
	}
}

func TestABrokenNeutralFormIsNoWrongUse(t *testing.T) {
	var stderr bytes.Buffer
	if status := run([]string{"-json", t.TempDir(), "-out", t.TempDir()}, io.Discard, &stderr); status != exitFailed {
		t.Errorf("exit %d, %q", status, stderr.String())
	}
}
