package main

import (
	"bytes"
	"encoding/json"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"referat/generator/content"
	"referat/generator/site"
	"referat/generator/source"
)

// filesOf are all files below a folder, by their slash path.
func filesOf(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		files[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// runCorpus runs the command into a new folder and gives that folder.
func runCorpus(t *testing.T, args ...string) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "made", "site")
	var stdout, stderr bytes.Buffer
	if status := run(append(args, "-out", out), &stdout, &stderr); status != exitDone {
		t.Fatalf("run %q: exit %d\n%s", args, status, stderr.String())
	}
	if lines := strings.Count(stdout.String(), "\n"); lines != 1 || stderr.Len() > 0 {
		t.Errorf("run %q: want one line, got %q and %q", args, stdout.String(), stderr.String())
	}
	return out
}

// neutralOf writes n invented meetings in the neutral form, without what it has no place for.
func neutralOf(t *testing.T, n int) string {
	t.Helper()
	dir := t.TempDir()
	put := func(name string, v any) {
		t.Helper()
		data, err := json.Marshal(v)
		if err == nil {
			err = os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755)
		}
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, name), data, 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	c := invent(n)
	put("bodies.json", c.committees)
	put("genomes.json", c.months)
	for _, g := range c.groups {
		g.Started = "2021-02-01"
		put("groups/"+g.Slug+".json", g)
	}
	for i := range n {
		m := inventMeeting(i)
		put("meetings/"+m.CaseNo+".json", struct {
			ID string `json:"id"`
			meeting
		}{m.CaseNo, m})
	}
	return dir
}

// problemsOf are the codes of what is wrong with a site, as a build finds it.
func problemsOf(t *testing.T, dir string) ([]string, *content.Documents) {
	t.Helper()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = root.Close() }()
	tree, problems := source.Look(root.FS(), root.FS(), source.Records{})
	docs, more := content.Parse(tree, nil, content.Cache{})
	problems = append(problems, more...)
	if docs == nil {
		t.Fatalf("no documents: %v", problems)
	}
	s := site.New(tree, docs, site.Options{Now: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)})
	s.Outputs()
	var codes []string
	for _, p := range source.Sort(append(problems, s.Problems()...)) {
		message, _ := p.Text("en")
		t.Logf("%s: %s", p.Pos, message)
		codes = append(codes, string(p.Code))
	}
	return codes, docs
}

// nowhere are the problems of a site that stands nowhere.
var nowhere = []string{"licence-missing", "security-missing", "statement-missing", "base-is-example"}

func TestBothWaysGiveASiteWithoutProblems(t *testing.T) {
	for name, args := range map[string][]string{
		"invented":  {"-n", "40"},
		"converted": {"-json", neutralOf(t, 40)},
	} {
		t.Run(name, func(t *testing.T) {
			codes, docs := problemsOf(t, runCorpus(t, args...))
			if !slices.Equal(codes, nowhere) {
				t.Errorf("problems: got %q, want %q", codes, nowhere)
			}
			if len(docs.Minutes) != 40 || len(docs.Committees) != 9 || len(docs.Subjects) != 17 ||
				len(docs.Series) != 1 || len(docs.Series[0].Rows) != 120 || len(docs.Pages) != 3 {
				t.Errorf("got %d minutes, %d committees, %d subjects, %d series, %d pages",
					len(docs.Minutes), len(docs.Committees), len(docs.Subjects), len(docs.Series), len(docs.Pages))
			}
		})
	}
}

func TestASmallCorpusIsTheBeginningOfALargeOne(t *testing.T) {
	neutral := neutralOf(t, 25)
	for name, args := range map[string][]string{"invented": nil, "converted": {"-json", neutral}} {
		t.Run(name, func(t *testing.T) {
			small := filesOf(t, runCorpus(t, append([]string{"-n", "10"}, args...)...))
			large := filesOf(t, runCorpus(t, append([]string{"-n", "25"}, args...)...))
			if len(large) != len(small)+15 {
				t.Errorf("got %d and %d files", len(small), len(large))
			}
			for path, text := range small {
				if large[path] != text {
					t.Errorf("%s differs", path)
				}
			}
		})
	}
}

func TestTwoRunsWriteTheSame(t *testing.T) {
	one, two := filesOf(t, runCorpus(t, "-n", "30")), filesOf(t, runCorpus(t, "-n", "30"))
	for path, text := range one {
		if two[path] != text {
			t.Errorf("%s differs", path)
		}
	}
}

func TestWrongUseIsRefusedBeforeAnythingIsWritten(t *testing.T) {
	full := t.TempDir()
	if err := os.WriteFile(filepath.Join(full, "mine.txt"), []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "site")
	for _, c := range []struct {
		name, says string
		args       []string
	}{
		{"no folder named", "-out is missing", []string{"-n", "3"}},
		{"a number below one", "no number of meetings", []string{"-n", "0", "-out", out}},
		{"a number that is none", "invalid value", []string{"-n", "ti", "-out", out}},
		{"an unknown option", "not defined", []string{"-seed", "3", "-out", out}},
		{"a word too much", `"extra" is too much`, []string{"-out", out, "extra"}},
		{"a folder in use", "holds something", []string{"-n", "3", "-out", full}},
		{"a file for a folder", "holds something", []string{"-n", "3", "-out", filepath.Join(full, "mine.txt")}},
		{"a source that is not there", "there is no folder", []string{"-out", out, "-json", filepath.Join(full, "none")}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var stderr bytes.Buffer
			if status := run(c.args, io.Discard, &stderr); status != exitUsage || !strings.Contains(stderr.String(), c.says) {
				t.Errorf("exit %d, %q", status, stderr.String())
			}
		})
	}
	if _, err := os.Stat(out); !os.IsNotExist(err) {
		t.Errorf("something was written: %v", err)
	}
	if got := filesOf(t, full); len(got) != 1 || got["mine.txt"] != "mine" {
		t.Errorf("a folder in use was changed: %v", got)
	}
}
