package ledger

import (
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"referat/generator/plain"
	"referat/generator/source"
)

const out = "/srv/site/public"

// open opens the ledger of out by the program that most tests are about.
func open(cache string) *Ledger { return Open(cache, out, plain.Digest{1}) }

func must(t rapid.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// buildOf is a build that left files at paths, which are sorted.
func buildOf(paths ...string) *Build {
	b := &Build{}
	for i, p := range paths {
		b.Outputs = append(b.Outputs, Output{Path: p, Made: plain.DigestOf(p), Stamp: source.Stamp{Size: int64(i)}})
	}
	return b
}

// knows holds what a ledger that is opened now knows against what it should.
func knows(t rapid.TB, cache string, last *Build, intended ...string) {
	t.Helper()
	stillKnows(t, cache, nil, last, intended...)
}

// stillKnows is knows where files are ours that a build has left which counts as
// nothing any more.
func stillKnows(t rapid.TB, cache string, ours []string, last *Build, intended ...string) {
	t.Helper()
	l := open(cache)
	if !reflect.DeepEqual(l.Last(), last) {
		t.Errorf("last build: %+v, want %+v", l.Last(), last)
	}
	if !slices.Equal(l.Intended(), intended) {
		t.Errorf("intended: %q, want %q", l.Intended(), intended)
	}
	owned := slices.Concat(ours, intended)
	if last != nil {
		for _, o := range last.Outputs {
			owned = append(owned, o.Path)
		}
	}
	slices.Sort(owned)
	if owned = slices.Compact(owned); !slices.Equal(l.Owned(), owned) {
		t.Errorf("owned: %q, want %q", l.Owned(), owned)
	}
}

func TestABuildComesBackAsCommitted(t *testing.T) {
	cache := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		b := drawBuild(t)
		must(t, open(cache).Commit(b))
		knows(t, cache, b)
	})
}

func TestOfTwoBuildsTheSecondIsRemembered(t *testing.T) {
	cache := t.TempDir()
	knows(t, cache, nil)
	l := open(cache)
	must(t, l.Commit(buildOf("a.css", "b/index.html", "år 2024.pdf")))
	knows(t, cache, buildOf("a.css", "b/index.html", "år 2024.pdf"))
	must(t, l.Commit(buildOf("a.css")))
	knows(t, cache, buildOf("a.css"))
	must(t, l.Commit(buildOf()))
	knows(t, cache, &Build{})
}

func TestAKilledBuildLeavesNoFileOfOursUnknown(t *testing.T) {
	cache := t.TempDir()
	l := open(cache)
	must(t, l.Commit(buildOf("a", "b")))
	must(t, l.Intend([]string{"c", "b", "c"}))
	knows(t, cache, buildOf("a", "b"), "b", "c")

	l = open(cache) // after the kill
	must(t, l.Intend([]string{"d"}))
	knows(t, cache, buildOf("a", "b"), "b", "c", "d")

	l = open(cache) // and another
	intent, err := os.ReadFile(l.file(intentFile))
	must(t, err)
	must(t, l.Commit(buildOf("a", "d")))
	knows(t, cache, buildOf("a", "d"))
	must(t, os.WriteFile(l.file(intentFile), intent, 0o600)) // as if killed in Commit
	knows(t, cache, buildOf("a", "d"), "b", "c", "d")
}

func TestAnAcceptedBuildIsUnfinishedOnDiskUntilItIsCommitted(t *testing.T) {
	cache := t.TempDir()
	l := open(cache)
	must(t, l.Commit(buildOf("a")))
	must(t, l.Intend([]string{"b"}))
	l.Accept(buildOf("b"))
	if !reflect.DeepEqual(l.Last(), buildOf("b")) || len(l.Intended()) > 0 || !slices.Equal(l.Owned(), []string{"b"}) {
		t.Errorf("the ledger itself knows %+v and %q", l.Last(), l.Intended())
	}
	knows(t, cache, buildOf("a"), "b")
	must(t, l.Intend([]string{"c"})) // by a second build before the first is committed
	if !slices.Equal(l.Intended(), []string{"c"}) {
		t.Errorf("intended: %q", l.Intended())
	}
	knows(t, cache, buildOf("a"), "b", "c")
	l.Accept(buildOf("b", "c"))
	must(t, l.Commit(l.Last()))
	knows(t, cache, buildOf("b", "c"))
}

// known is what a ledger should know, in memory or on disk.
type known struct {
	last     *Build
	intended []string
}

// TestWhatIsKnownFollowsAnySequence holds the ledger against a model through
// random steps, between which the program may be killed.
func TestWhatIsKnownFollowsAnySequence(t *testing.T) {
	places := rapid.SampledFrom([]string{"a", "a/b", "b", "c.html", "d e", "é", "z"})
	drawBuildOf := func(t *rapid.T) *Build {
		return buildOf(slices.Sorted(slices.Values(rapid.SliceOfNDistinct(places, 0, 4, rapid.ID).Draw(t, "paths")))...)
	}
	rapid.Check(t, func(t *rapid.T) {
		cache, err := os.MkdirTemp("", "ledger")
		must(t, err)
		defer os.RemoveAll(cache)
		l := open(cache)
		var memory, disk known
		killed := func() { l, memory = open(cache), disk }
		t.Repeat(map[string]func(*rapid.T){
			"intend": func(t *rapid.T) {
				paths := rapid.SliceOfN(places, 0, 3).Draw(t, "paths")
				must(t, l.Intend(paths))
				memory.intended, disk.intended = union(memory.intended, paths), union(disk.intended, paths)
			},
			"accept": func(t *rapid.T) {
				memory = known{last: drawBuildOf(t)}
				l.Accept(memory.last)
			},
			"commit": func(t *rapid.T) {
				before, err := os.ReadFile(l.file(intentFile))
				memory = known{last: drawBuildOf(t)}
				must(t, l.Commit(memory.last))
				if disk.last = memory.last; err == nil && rapid.Bool().Draw(t, "killed before the end") {
					must(t, os.WriteFile(l.file(intentFile), before, 0o600))
					killed()
					return
				}
				disk.intended = nil
			},
			"kill": func(t *rapid.T) { killed() },
			"": func(t *rapid.T) {
				if !reflect.DeepEqual(l.Last(), memory.last) || !slices.Equal(l.Intended(), memory.intended) {
					t.Errorf("the ledger itself knows %v and %q, want %v and %q", l.Last(), l.Intended(), memory.last, memory.intended)
				}
				knows(t, cache, disk.last, disk.intended...)
			},
		})
	})
}

func TestNothingIsWrittenWhenNothingIsIntended(t *testing.T) {
	cache := t.TempDir()
	l := open(cache)
	must(t, l.Intend(nil))
	must(t, l.Intend([]string{}))
	if left, err := os.ReadDir(cache); err != nil || len(left) > 0 {
		t.Errorf("left in the cache: %v, %v", left, err)
	}
	must(t, l.Intend([]string{"a"}))
	long := time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC)
	must(t, os.Chtimes(l.file(intentFile), long, long))
	must(t, l.Intend(nil))
	if info, err := os.Stat(l.file(intentFile)); err != nil || !info.ModTime().Equal(long) {
		t.Error("the file was written again")
	}
	knows(t, cache, nil, "a")
}

func TestPathsOutsideOfTheFolderAreNeverWritten(t *testing.T) {
	for _, path := range []string{"", ".", "..", "../a", "a/../b", "a/../../b", "a//b", "a/", "/a", "/etc", `a\b`, `..\a`, "C:a", "C:/a", "a\nb", "a\x00", "a\xff"} {
		cache := t.TempDir()
		l := open(cache)
		if err := l.Intend([]string{"good", path}); err == nil {
			t.Errorf("%q was intended", path)
		}
		if err := l.Commit(buildOf(slices.Sorted(slices.Values([]string{"good", path}))...)); err == nil {
			t.Errorf("%q was committed", path)
		}
		knows(t, cache, nil)
		if len(l.Owned()) > 0 || l.Last() != nil {
			t.Errorf("%q is remembered in memory", path)
		}
	}
}

func TestEachOutputFolderHasALedgerOfItsOwnAndEachProgramABuild(t *testing.T) {
	cache := t.TempDir()
	one, other := plain.Digest{1}, plain.Digest{2}
	must(t, Open(cache, "/srv/a", one).Commit(buildOf("a")))
	must(t, Open(cache, "/srv/a", one).Intend([]string{"b"}))
	if got := Open(cache, "/srv/./x/../a/", one).Owned(); !slices.Equal(got, []string{"a", "b"}) {
		t.Errorf("by another spelling of its path: %q", got)
	}
	changed := Open(cache, "/srv/a", other)
	if got := changed.Owned(); changed.Last() != nil || !slices.Equal(got, []string{"a", "b"}) {
		t.Errorf("to another program the same files are ours, and nothing is fresh: %q, %v", got, changed.Last())
	}
	foreign := map[string]*Ledger{"another folder": Open(cache, "/srv/b", one)}
	must(t, os.Rename(Folder(cache, "/srv/a"), Folder(cache, "/srv/c")))
	foreign["another folder's files"] = Open(cache, "/srv/c", one)
	for what, l := range foreign {
		if l.Last() != nil || len(l.Owned()) > 0 {
			t.Errorf("%s: %q is owned", what, l.Owned())
		}
	}
}

func TestWhatAnotherProgramMadeMeanwhileStaysOurs(t *testing.T) {
	cache := t.TempDir()
	must(t, open(cache).Commit(buildOf("a")))
	mine, other := open(cache), open(cache)
	must(t, other.Commit(buildOf("a", "b")))
	must(t, mine.Commit(buildOf("a", "c")))
	knows(t, cache, buildOf("a", "c"), "b")
	must(t, mine.Commit(buildOf("a")))
	knows(t, cache, buildOf("a"))
}

func TestNoFilePassesForAnotherOfTheSameLedger(t *testing.T) {
	l := open(t.TempDir())
	var none []string
	empty := &Build{}
	must(t, l.seal(intentFile, empty)) // with a checksum that fits, but made for an intent
	must(t, os.Rename(l.file(intentFile), l.file(buildFile)))
	if l.unseal(buildFile, empty) {
		t.Error("what was kept as an intent is read as a build")
	}
	must(t, l.seal(buildFile, &none))
	must(t, os.Rename(l.file(buildFile), l.file(intentFile)))
	if l.unseal(intentFile, &none) {
		t.Error("what was kept as a build is read as an intent")
	}
}

func TestALedgerThatCannotBeWrittenSaysSoAndForgetsNothing(t *testing.T) {
	cache := t.TempDir()
	l := open(cache)
	must(t, l.Commit(buildOf("a")))
	must(t, l.Intend([]string{"b"}))
	must(t, os.Rename(l.folder, l.folder+"-away"))
	must(t, os.WriteFile(l.folder, nil, 0o600)) // where the folder has to be
	if l.Intend([]string{"c"}) == nil || l.Commit(buildOf("c")) == nil {
		t.Error("no error")
	}
	if !reflect.DeepEqual(l.Last(), buildOf("a")) || !slices.Equal(l.Intended(), []string{"b"}) {
		t.Errorf("forgotten: %+v, %q", l.Last(), l.Intended())
	}
	must(t, os.Remove(l.folder))
	must(t, os.Rename(l.folder+"-away", l.folder))
	knows(t, cache, buildOf("a"), "b")
}

func TestAReadOnlyFolderIsAnError(t *testing.T) {
	cache := t.TempDir()
	l := open(cache)
	must(t, l.Commit(buildOf("a")))
	must(t, os.Chmod(l.folder, 0o555))
	defer os.Chmod(l.folder, 0o755)
	if f, err := os.Create(filepath.Join(l.folder, "probe")); err == nil {
		_ = f.Close()
		t.Skip("this user may write everywhere")
	}
	if l.Intend([]string{"c"}) == nil || l.Commit(buildOf("c")) == nil || l.Facts().Keep(allFacts(3)) == nil {
		t.Error("no error")
	}
	knows(t, cache, buildOf("a"))
}

func TestOnlyTheOwnerMayReadWhatIsKept(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has other rights")
	}
	l := open(t.TempDir())
	must(t, l.Commit(buildOf("a")))
	must(t, l.Intend([]string{"b"}))
	must(t, l.Facts().Keep(allFacts(1)))
	for _, name := range []string{buildFile, intentFile, factsFile} {
		if info, err := os.Stat(l.file(name)); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v", name, info.Mode(), err)
		}
	}
}

func TestWhatKilledBuildsLeftUnfinishedIsRemoved(t *testing.T) {
	l := open(t.TempDir())
	must(t, os.MkdirAll(filepath.Join(l.folder, unfinished+"folder"), 0o755))
	for _, name := range []string{unfinished + "old", unfinished + "young", "old"} {
		must(t, os.WriteFile(filepath.Join(l.folder, name), nil, 0o600))
	}
	long := time.Now().Add(-2 * time.Hour)
	for _, name := range []string{unfinished + "old", unfinished + "folder", "old"} {
		must(t, os.Chtimes(filepath.Join(l.folder, name), long, long))
	}
	must(t, l.Commit(buildOf("a")))
	entries, err := os.ReadDir(l.folder)
	must(t, err)
	var left []string
	for _, e := range entries {
		left = append(left, e.Name())
	}
	if want := []string{buildFile, "old", ownedFile, unfinished + "folder", unfinished + "young"}; !slices.Equal(left, want) {
		t.Errorf("left: %q, want %q", left, want)
	}
}
