package public

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"syscall"
	"testing"
	"time"
)

func TestTheFolderBecomesTheSet(t *testing.T) {
	x := newFixture(t)
	first := set{"index.html": "home", "assets/a.css": "css", "referater/2024/index.html": "r", "index.json": "{}", "empty": ""}
	says(t, x.built(t, first, Report{Written: 5}))
	x.holds(t, first)

	second := set{"index.html": "home 2", "assets/a.css": "css", "om/index.html": "om", "index.json": "{}"}
	says(t, x.built(t, second, Report{Written: 2, Kept: 2, Removed: 2}))
	x.holds(t, second)

	says(t, x.built(t, set{}, Report{Removed: 4}))
	x.holds(t, set{})
	if left := read(t, x.Cache); len(left) != 0 {
		t.Errorf("left in the cache: %s", list(left))
	}
}

func TestAFileThatStaysKeepsItsTimeAndIsNotReplaced(t *testing.T) {
	x := newFixture(t)
	files := set{"a/index.html": "a", "b/index.html": "b"}
	x.built(t, files, Report{Written: 2})
	long := time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC)
	for p := range files {
		must(t, os.Chtimes(x.onDisk(p), long, long))
	}
	files["b/index.html"] = "c" // of the same size
	x.built(t, files, Report{Written: 1, Kept: 1})
	for p, kept := range map[string]bool{"a/index.html": true, "b/index.html": false} {
		info, err := os.Stat(x.onDisk(p))
		must(t, err)
		if info.ModTime().Equal(long) != kept {
			t.Errorf("%s has the time %v", p, info.ModTime())
		}
	}
	x.holds(t, files)
}

func TestFilesAreWrittenByClassAndDeletedLast(t *testing.T) {
	x := newFixture(t)
	x.built(t, set{"old.html": "", "assets/old.css": ""}, Report{Written: 2})
	log := &journal{disk: local{}, under: x.Dir}
	x.disk = log
	x.built(t, set{"a.xml": "", "z.html": "", "assets/z.css": "", "assets/b.css": "", "b.html": "", "0.json": ""},
		Report{Written: 6, Removed: 2})
	want := []string{
		"rename assets/b.css", "rename assets/z.css", "rename b.html", "rename z.html", "rename 0.json", "rename a.xml",
		"remove assets/old.css", "remove old.html",
	}
	if !slices.Equal(log.lines, want) {
		t.Errorf("order: %q", log.lines)
	}
}

func TestForeignFilesAreReportedAndStay(t *testing.T) {
	x := newFixture(t)
	x.built(t, set{"a/index.html": "a", "b/index.html": "b", "c/d/index.html": "c"}, Report{Written: 3})
	for _, p := range []string{"CNAME", "a/notes.txt", "b/mine", ".git/config", ".git/objects/x", "old/deep/x", "c/mine"} {
		x.foreign(t, p, "foreign")
	}
	must(t, os.MkdirAll(x.onDisk("hollow/inside"), 0o755))
	before := read(t, x.Dir)
	delete(before, "b/index.html")
	delete(before, "c/d/index.html")
	says(t, x.built(t, set{"a/index.html": "a"}, Report{Kept: 1, Removed: 2}),
		"foreign-file public/.git/", "foreign-file public/CNAME", "foreign-file public/a/notes.txt",
		"foreign-file public/b/mine", "foreign-file public/c/mine", "foreign-file public/old/")
	x.holds(t, before)

	// Now b and c hold nothing of ours.
	says(t, x.built(t, set{"a/index.html": "a"}, Report{Kept: 1}),
		"foreign-file public/.git/", "foreign-file public/CNAME", "foreign-file public/a/notes.txt",
		"foreign-file public/b/", "foreign-file public/c/", "foreign-file public/old/")
	x.holds(t, before)
}

func TestAForeignFolderIsToldOfByAllItsFiles(t *testing.T) {
	x := newFixture(t)
	x.foreign(t, "theirs/a", "")
	x.foreign(t, "x", "")
	var told []string
	for _, p := range x.built(t, set{}, Report{}) {
		message, _ := p.Text("da")
		told = append(told, message)
	}
	if want := []string{"mappens filer er ikke lavet af programmet og bliver stående", "filen er ikke lavet af programmet og bliver stående"}; !slices.Equal(told, want) {
		t.Errorf("%q", told)
	}
}

func TestAFolderLeftEmptyGoesUnlessItWasNotOurs(t *testing.T) {
	x := newFixture(t)
	x.built(t, set{"a/b/c/index.html": "", "a/b/d/index.html": "", "e/f/index.html": ""}, Report{Written: 3})
	must(t, os.MkdirAll(x.onDisk("mine"), 0o755))
	must(t, os.MkdirAll(x.onDisk("e/mine"), 0o755))
	x.built(t, set{"a/b/d/index.html": ""}, Report{Kept: 1, Removed: 2})
	x.holds(t, set{"a/b/d/index.html": "", "mine/": "", "e/mine/": ""})
}

func TestAFolderThatAKilledBuildEmptiedOrMadeGoes(t *testing.T) {
	x := newFixture(t)
	x.built(t, set{"a/b/index.html": "", "c/index.html": ""}, Report{Written: 2})
	must(t, os.Remove(x.onDisk("a/b/index.html")))
	must(t, os.MkdirAll(x.onDisk("d/e"), 0o755))
	x.owned = append(x.owned, "d/e/index.html") // intended, but not written
	x.built(t, set{"c/index.html": ""}, Report{Kept: 1})
	x.holds(t, set{"c/index.html": ""})
}

func TestAForeignFileIsReplacedOnlyByAFileWantedAtItsPath(t *testing.T) {
	x := newFixture(t)
	x.foreign(t, "index.html", "theirs")
	x.foreign(t, "same.html", "same")
	x.built(t, set{"index.html": "ours", "same.html": "same"}, Report{Written: 1, Kept: 1})
	x.holds(t, set{"index.html": "ours", "same.html": "same"})
	x.built(t, set{}, Report{Removed: 2}) // from now on both are ours
}

func TestAForeignFileIsNotIntendedToBeOursBeforeItIsReplaced(t *testing.T) {
	x := newFixture(t)
	x.built(t, set{"ours": "1"}, Report{Written: 1})
	x.foreign(t, "theirs", "theirs")
	s, err := x.Stage()
	must(t, err)
	for _, p := range []string{"ours", "theirs", "new"} {
		must(t, s.PutBytes(p, Page, []byte("2")))
	}
	plan, _ := s.Plan(x.owned)
	if got := plan.Intended(); !slices.Equal(got, []string{"new", "ours", ".theirs.referat-new"}) {
		t.Errorf("intended: %q", got)
	}
	x.owned = append(x.owned, plan.Intended()...) // and killed before anything was done
	says(t, x.built(t, set{}, Report{Removed: 1}), "foreign-file public/theirs")
}

func TestFilesAndFoldersOfOursChangePlaces(t *testing.T) {
	x := newFixture(t)
	x.built(t, set{"a": "file", "b/c/d": "1", "b/e": "2", "b/f/g/h": "3", "z": "z"}, Report{Written: 5})
	must(t, os.MkdirAll(x.onDisk("b/hollow/inside"), 0o755))
	says(t, x.built(t, set{"a/b/c": "in a", "b": "file", "z": "z"}, Report{Written: 2, Kept: 1, Removed: 4}))
	x.holds(t, set{"a/b/c": "in a", "b": "file", "z": "z"})
	says(t, x.built(t, set{"a": "1", "b/a": "2"}, Report{Written: 2, Removed: 3}))
	x.holds(t, set{"a": "1", "b/a": "2"})
}

func TestSomethingForeignInTheWayStopsTheBuildBeforeAnythingChanges(t *testing.T) {
	cases := []struct {
		name    string
		foreign string
		want    set
		says    []string
	}{
		{"a file where a folder must be", "x", set{"x/index.html": "new"}, []string{"output-occupied public/x"}},
		{"a file deeper down", "y/x", set{"y/x/z/index.html": "new"}, []string{"output-occupied public/y/x"}},
		{"a folder where a file must be", "x/notes.txt", set{"x": "new"},
			[]string{"output-occupied public/x", "foreign-file public/x/notes.txt"}},
		{"a folder of ours with a foreign file", "ours/deep/notes.txt", set{"ours": "new"},
			[]string{"output-occupied public/ours", "foreign-file public/ours/deep/notes.txt"}},
		{"a folder of ours with a foreign folder", "ours/theirs/notes.txt", set{"ours": "new"},
			[]string{"output-occupied public/ours", "foreign-file public/ours/theirs/"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			x := newFixture(t)
			x.built(t, set{"index.html": "old", "ours/deep/index.html": "old"}, Report{Written: 2})
			x.foreign(t, c.foreign, "foreign")
			before := read(t, x.Dir)
			c.want["index.html"] = "changed"
			_, problems, err := x.build(c.want)
			if err == nil {
				t.Error("built")
			}
			says(t, problems, c.says...)
			x.holds(t, before)
		})
	}
}

func TestNothingIsWrittenThroughALink(t *testing.T) {
	cases := []struct {
		name, link string
		toFolder   bool
		says       []string
	}{
		{"in place of a file", "a/index.html", false, []string{"output-link public/a/index.html"}},
		{"in place of a folder", "a", true, []string{"output-link public/a"}},
		{"in place of a folder further up", "b", true, []string{"output-link public/b"}},
		{"to nothing", "b/c/index.html", false, []string{"output-link public/b/c/index.html"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			x := newFixture(t)
			x.built(t, set{"index.html": "old", "a/index.html": "old", "b/c/index.html": "old"}, Report{Written: 3})
			outside := filepath.Join(t.TempDir(), "outside")
			if c.toFolder {
				must(t, os.Rename(x.onDisk(c.link), outside)) // with the same content, to look kept
			} else if must(t, os.Remove(x.onDisk(c.link))); c.name != "to nothing" {
				must(t, os.WriteFile(outside, []byte("old"), 0o644))
			}
			link(t, outside, x.onDisk(c.link))
			before, beyond := read(t, x.Dir), read(t, filepath.Dir(outside))
			for _, content := range []string{"old", "new"} {
				_, problems, err := x.build(set{"index.html": "changed", "a/index.html": content, "b/c/index.html": content})
				if err == nil {
					t.Error("built")
				}
				says(t, problems, c.says...)
				x.holds(t, before)
				if got := read(t, filepath.Dir(outside)); list(got) != list(beyond) {
					t.Errorf("outside: %s, was %s", list(got), list(beyond))
				}
			}
		})
	}
}

func TestNothingIsCopiedThroughALinkWithTheNameOfAnUnfinishedFile(t *testing.T) {
	x := newFixture(t)
	x.disk = apart{local{}, x.Dir}
	x.built(t, set{"a": "1"}, Report{Written: 1})
	outside := filepath.Join(t.TempDir(), "outside")
	must(t, os.WriteFile(outside, []byte("theirs"), 0o644))
	link(t, outside, x.onDisk(".a.referat-new"))
	_, _, err := x.build(set{"a": "2"})
	mustNot(t, err, "output-unusable", "public/a")
	if data, err := os.ReadFile(outside); err != nil || string(data) != "theirs" {
		t.Errorf("outside is %q, %v", data, err)
	}
	x.holds(t, set{"a": "1", ".a.referat-new": "-> " + outside})
}

func TestNothingIsDeletedThroughALinkNorTheLinkItself(t *testing.T) {
	x := newFixture(t)
	x.built(t, set{"a/index.html": "a", "b.html": "b"}, Report{Written: 2})
	outside := filepath.Join(t.TempDir(), "outside")
	must(t, os.Rename(x.onDisk("a"), outside))
	link(t, outside, x.onDisk("a"))
	must(t, os.Remove(x.onDisk("b.html")))
	link(t, filepath.Join(outside, "index.html"), x.onDisk("b.html"))
	says(t, x.built(t, set{}, Report{}), "foreign-file public/a", "foreign-file public/b.html")
	if got := read(t, outside); got["index.html"] != "a" {
		t.Errorf("outside: %s", list(got))
	}
	if _, err := os.Lstat(x.onDisk("a")); err != nil {
		t.Error("the link is gone")
	}
}

func link(t *testing.T, target, name string) {
	t.Helper()
	if err := os.Symlink(target, name); err != nil {
		if runtime.GOOS == "windows" {
			t.Skip("this account may not make links")
		}
		t.Fatal(err)
	}
}

func TestAFileThatSomebodyElseDeletedMeanwhileIsDeleted(t *testing.T) {
	x := newFixture(t)
	x.built(t, set{"a": "1", "b": "1"}, Report{Written: 2})
	s, err := x.Stage()
	must(t, err)
	plan, _ := s.Plan(x.owned)
	must(t, os.Remove(x.onDisk("a")))
	report, err := plan.Switch(t.Context())
	if err != nil || report.Removed != 2 {
		t.Errorf("got %+v, %v", report, err)
	}
}

func TestProblemsTellTheReasonWithoutPathsOfOurOwn(t *testing.T) {
	for _, err := range []error{
		&fs.PathError{Op: "open", Path: "/cache/staging/1", Err: syscall.ENOSPC},
		&os.LinkError{Op: "rename", Old: "/cache/staging/1", New: "/srv/public/a", Err: syscall.ENOSPC},
		fmt.Errorf("more: %w", &fs.PathError{Op: "open", Path: "/cache/staging/1", Err: syscall.ENOSPC}),
	} {
		problem := unusable("public/a", err)
		if problem.Error() != "public/a: cannot write here: "+syscall.ENOSPC.Error() || !errors.Is(problem, syscall.ENOSPC) {
			t.Error(problem)
		}
	}
}

func TestACancelledSwitchStopsAndTheNextCompletesIt(t *testing.T) {
	x := newFixture(t)
	x.built(t, set{"a": "1", "b": "1", "c": "1"}, Report{Written: 3})
	s, err := x.Stage()
	must(t, err)
	for _, p := range []string{"a", "b"} {
		must(t, s.PutBytes(p, Page, []byte("2")))
	}
	plan, _ := s.Plan(x.owned)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	report, err := plan.Switch(ctx)
	if err != context.Canceled || report != (Report{}) {
		t.Errorf("got %+v, %v", report, err)
	}
	x.holds(t, set{"a": "1", "b": "1", "c": "1"})
	x.built(t, set{"a": "2", "b": "2"}, Report{Written: 2, Removed: 1})
}
