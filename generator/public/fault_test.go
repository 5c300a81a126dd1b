package public

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A build from before to after does everything there is to do.
var (
	before = set{
		"assets/a.css": "css 1", "index.html": "home 1", "kept.html": "kept", "gone/deep/index.html": "gone",
		"file": "a file", "folder/x": "in a folder", "folder/y/z": "deep", "list.xml": "list 1",
	}
	after = set{
		"assets/a.css": "css 2", "assets/b.css": "css", "index.html": "home 2", "kept.html": "kept",
		"file/index.html": "now a folder", "folder": "now a file", "new/deep/index.html": "new", "list.xml": "list 2",
	}
	// From before to gentle a quick plan does all there is to do.
	gentle = set{
		"assets/a.css": "css 2", "assets/b.css": "css", "index.html": "home 2", "kept.html": "kept",
		"file": "a file", "folder/y/z": "deep 2", "new/deep/index.html": "new", "list.xml": "list 2",
	}
	foreigners = set{"CNAME": "theirs", "gone/notes.txt": "theirs", "theirs/x": "theirs"}
)

// prepared gives a folder as the build of before left it, with foreign files.
func prepared(t *testing.T) *fixture { return preparedAs(t, false) }

func preparedAs(t *testing.T, quick bool) *fixture {
	base := inMemory(t)
	t.Cleanup(func() { os.RemoveAll(base) })
	x := newFixtureIn(base)
	x.quick = quick
	x.built(t, before, Report{Written: 8})
	for p, content := range foreigners {
		x.foreign(t, p, content)
	}
	if quick {
		x.built(t, before, Report{Kept: 8}) // it knows the foreign files, too
	}
	return x
}

// isWhole checks the folder after a build from before to after, or to gentle,
// that stopped somewhere: each file is the old or the new one, or still or
// already absent.
func isWhole(t *testing.T, x *fixture, after set) {
	t.Helper()
	found := read(t, x.Dir)
	for p, content := range found {
		if strings.HasSuffix(p, "/") {
			continue
		}
		isOf := func(s set) bool { c, ok := s[p]; return ok && c == content }
		if !isOf(before) && !isOf(after) && !isOf(foreigners) && finalOf(p) == "" {
			t.Errorf("%s is %q", p, content)
		}
	}
	for p := range foreigners {
		if _, ok := found[p]; !ok {
			t.Errorf("the foreign file %s is lost", p)
		}
	}
	for p := range before {
		_, ok := found[p]
		if _, stays := after[p]; stays && !ok {
			t.Errorf("%s is absent", p)
		}
	}
}

// isComplete allows an empty folder that could not be deleted.
func isComplete(t *testing.T, x *fixture, after set) {
	t.Helper()
	want := maps.Clone(after)
	maps.Copy(want, foreigners)
	got := read(t, x.Dir)
	maps.DeleteFunc(got, func(p, _ string) bool { return strings.HasSuffix(p, "/") })
	if !maps.Equal(got, want) {
		t.Errorf("the folder differs:\n got %s\nwant %s", list(got), list(want))
	}
}

// disks are the kinds of disk on which faults are tried.
func disks(x *fixture) map[string]disk {
	return map[string]disk{"one disk": local{}, "two disks": apart{local{}, x.Dir}}
}

// trial is a build with a fault planted at some operation.
type trial struct {
	disk    string // one of disks
	forever bool   // and at all those after it: that is how a kill looks from the disk
	quick   bool   // the build goes by what the last left
	after   set
}

func TestWhateverFailsTheFilesAreWholeAndTheNextBuildCompletesThem(t *testing.T) {
	for _, quick := range []bool{false, true} {
		for _, disk := range []string{"one disk", "two disks"} {
			for _, forever := range []bool{false, true} {
				to := trial{disk, forever, quick, after}
				t.Run(fmt.Sprintf("%s, forever %v, quick %v", disk, forever, quick), func(t *testing.T) { everywhere(t, to) })
			}
		}
	}
}

func TestWhateverFailsWithAQuickPlanTheNextBuildCompletesIt(t *testing.T) {
	for _, disk := range []string{"one disk", "two disks"} {
		for _, forever := range []bool{false, true} {
			to := trial{disk, forever, true, gentle}
			t.Run(fmt.Sprintf("%s, forever %v", disk, forever), func(t *testing.T) {
				if quickly := everywhere(t, to); quickly == 0 {
					t.Error("no fault fell into a quick plan; the test says nothing")
				}
			})
		}
	}
}

// everywhere plants the fault at each operation in turn. It counts the faults
// that fell into the switch of a quick plan.
func everywhere(t *testing.T, to trial) (quickly int) {
	for k, failed := 1, true; failed; k++ {
		var inQuick bool
		failed, inQuick = to.build(t, k)
		if inQuick {
			quickly++
		}
		if t.Failed() {
			t.Fatalf("at operation %d", k)
		}
		if k > 1000 {
			t.Fatal("it never succeeds")
		}
	}
	return quickly
}

// build lets operation k fail. It tells whether there was an operation k, and
// whether a quick plan was being carried out then.
func (to trial) build(t *testing.T, k int) (failed, quickly bool) {
	x := preparedAs(t, to.quick)
	start := read(t, x.Dir)
	good := disks(x)[to.disk]
	n, what := 0, ""
	x.disk = &faulty{good, func(op, name string) error {
		n++
		if n == k || to.forever && n > k {
			if n == k {
				what, quickly = op+" "+name, x.switching && x.quickly
			}
			return &fs.PathError{Op: op, Path: name, Err: errors.New("planted fault")}
		}
		return nil
	}}
	_, problems, err := x.build(to.after)
	isWhole(t, x, to.after)
	if err == nil && !to.forever {
		isComplete(t, x, to.after) // a fault that did not matter
	}
	if err != nil && !x.switching {
		x.holds(t, start)
	}
	if err != nil && x.switching {
		if e := (*Error)(nil); !errors.As(err, &e) || e.Code != "output-unusable" || !strings.HasPrefix(string(e.Pos.Path), "public") {
			t.Errorf("error %v", err)
		}
	}
	if !to.forever {
		for p := range read(t, x.Dir) {
			if finalOf(p) != "" {
				t.Errorf("left behind: %s", p)
			}
		}
	}
	x.disk = good
	if _, problems, err := x.build(to.after); err != nil {
		t.Errorf("the next build: %v %v", err, problems)
	}
	isComplete(t, x, to.after)
	if to.quick {
		x.sees(t, to.after)
	}
	if t.Failed() {
		t.Logf("failed: %s; error %v %v", what, err, problems)
	}
	return what != "", quickly
}

func TestAFullDiskWhileStagingIsAProblemAndChangesNothing(t *testing.T) {
	x := prepared(t)
	start := read(t, x.Dir)
	x.disk = &faulty{local{}, func(op, name string) error {
		if op == "write" {
			return &fs.PathError{Op: op, Path: name, Err: errors.New("no space left on device")}
		}
		return nil
	}}
	_, _, err := x.build(after)
	mustNot(t, err, "output-unusable", "public/assets/a.css")
	if !strings.HasSuffix(err.Error(), "cannot write here: no space left on device") {
		t.Error(err)
	}
	x.holds(t, start)
}

func TestAFolderThatMayNotBeWrittenIsAProblemAndChangesNothing(t *testing.T) {
	x := prepared(t)
	start := read(t, x.Dir)
	x.disk = &faulty{local{}, func(op, name string) error {
		if strings.HasPrefix(name, x.Dir) && (op == "mkdir" || op == "rename" || op == "create" || op == "remove") {
			return &fs.PathError{Op: op, Path: name, Err: fs.ErrPermission}
		}
		return nil
	}}
	_, _, err := x.build(after)
	mustNot(t, err, "output-unusable", "public/new")
	x.holds(t, start)
}

func TestFoldersMadeInVainAreDeleted(t *testing.T) {
	x := prepared(t)
	start := read(t, x.Dir)
	x.disk = &faulty{local{}, func(op, name string) error {
		if strings.HasPrefix(name, x.Dir) && (op == "rename" || op == "create") {
			return &fs.PathError{Op: op, Path: name, Err: errors.New("no space left on device")}
		}
		return nil
	}}
	_, _, err := x.build(after)
	mustNot(t, err, "output-unusable", "public/assets/a.css")
	x.holds(t, start)
}

func TestOnTwoDisksOnlyTheFirstFileIsRenamedInVain(t *testing.T) {
	x := prepared(t)
	x.disk = apart{local{}, x.Dir}
	vain := 0
	x.disk = &faulty{x.disk, func(op, name string) error {
		if op == "rename" && strings.HasPrefix(name, x.Dir) {
			vain++
		}
		return nil
	}}
	x.built(t, after, Report{Written: 7, Kept: 1, Removed: 4})
	if vain != 7+1 {
		t.Errorf("%d renames for 7 files", vain)
	}
}

func TestWhatAnotherProgramPreventsForAMomentIsTriedAgain(t *testing.T) {
	x := prepared(t)
	refused := map[string]int{}
	d := &faulty{local{}, func(op, name string) error {
		if (op == "rename" || op == "remove") && strings.HasPrefix(name, x.Dir) && refused[name] < 2 {
			refused[name]++
			return &fs.PathError{Op: op, Path: name, Err: errors.New("the file is in use")}
		}
		return nil
	}}
	s, err := x.stage(d)
	must(t, err)
	s.pauses = make([]time.Duration, 2)
	for p, content := range after {
		must(t, s.PutBytes(p, classOf(p), []byte(content)))
	}
	plan, _ := s.Plan(x.owned)
	if _, err := plan.Switch(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := read(t, x.Dir); got["index.html"] != "home 2" || got["folder"] != "now a file" || refused[x.onDisk("index.html")] != 2 {
		t.Errorf("%v, refused %v", list(got), refused)
	}
}

func TestTheOutputFolderMayBeOnAnotherDisk(t *testing.T) {
	x := newFixture(t)
	memory, err := os.MkdirTemp("/dev/shm", "referat-test-")
	if err != nil {
		t.Skip("no second disk here")
	}
	t.Cleanup(func() { os.RemoveAll(memory) })
	probe := filepath.Join(t.TempDir(), "probe")
	must(t, os.WriteFile(probe, nil, 0o644))
	if os.Rename(probe, filepath.Join(memory, "probe")) == nil {
		t.Skip("no second disk here")
	}
	x.Dir = filepath.Join(memory, "public")
	x.built(t, before, Report{Written: 8})
	x.holds(t, before)
	x.built(t, after, Report{Written: 7, Kept: 1, Removed: 4})
	x.holds(t, after)
}

func TestUnfinishedFilesOfAKilledBuildAreDeletedButNotThoseOfOthers(t *testing.T) {
	x := newFixture(t)
	x.built(t, set{"a/index.html": "1", "b/gone.html": "1"}, Report{Written: 2})
	for _, p := range []string{"a/.index.html.referat-new", "b/.gone.html.referat-new", "a/.other.referat-new"} {
		x.foreign(t, p, "half")
	}
	x.foreign(t, "c/.new.html.referat-new", "half")
	want := set{"a/index.html": "1", "c/new.html": "1"}
	says(t, x.built(t, want, Report{Written: 1, Kept: 1, Removed: 1}), "foreign-file public/a/.other.referat-new")
	want["a/.other.referat-new"] = "half"
	x.holds(t, want)
}

func TestNamesThatDifferInCaseAreOneFileWhereTheSystemSaysSo(t *testing.T) {
	for _, quick := range []bool{false, true} {
		x := newFixture(t)
		x.quick, x.disk = quick, caseless{local{}, x.Dir}
		x.built(t, set{"Møder/Referat.pdf": "1", "Møder/Alt/old.pdf": "old", "index.html": "1"}, Report{Written: 3})
		says(t, x.built(t, set{"møder/referat.pdf": "1", "index.html": "1"}, Report{Kept: 2, Removed: 1}))
		x.holds(t, set{"møder/referat.pdf": "1", "index.html": "1"})
		says(t, x.built(t, set{"MØDER/referat.PDF": "2", "index.html": "1"}, Report{Written: 1, Kept: 1}))
		x.holds(t, set{"MØDER/referat.PDF": "2", "index.html": "1"})
		says(t, x.built(t, set{"index.html": "1"}, Report{Kept: 1, Removed: 1}))
		x.holds(t, set{"index.html": "1"})
	}
}

func TestNamesThatDifferInCaseAreTwoFilesElsewhere(t *testing.T) {
	x := newFixture(t)
	x.foreign(t, "INDEX.html", "theirs")
	if _, err := os.Lstat(x.onDisk("index.html")); err == nil {
		t.Skip("not on this disk")
	}
	says(t, x.built(t, set{"index.html": "1", "a/x": "1"}, Report{Written: 2}), "foreign-file public/INDEX.html")
	says(t, x.built(t, set{"index.html": "2", "A/x": "2"}, Report{Written: 2, Removed: 1}), "foreign-file public/INDEX.html")
	x.holds(t, set{"INDEX.html": "theirs", "index.html": "2", "A/x": "2"})
}
