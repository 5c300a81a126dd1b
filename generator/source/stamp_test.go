package source

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"
)

func stampOf(t *testing.T, name string) Stamp {
	t.Helper()
	info, err := os.Lstat(name)
	if err != nil {
		t.Fatal(err)
	}
	return StampOf(info)
}

// writeLongAgo writes a file and sets its time to one long past.
func writeLongAgo(t *testing.T, name, text string) {
	t.Helper()
	modified := time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC)
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(name, modified, modified); err != nil {
		t.Fatal(err)
	}
}

// nextTick waits until what is written has another time than what was.
func nextTick(dir string) {
	for began := Clock(dir); Clock(dir) == began; {
	}
}

// inodes skips on systems that say neither the last change nor the number of a file.
func inodes(t *testing.T) {
	if runtime.GOOS != "linux" && runtime.GOOS != "darwin" {
		t.Skip("this system does not say")
	}
}

func TestAStampTellsSizeAndTimes(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a")
	before := Clock(t.TempDir())
	writeLongAgo(t, name, "four")
	s := stampOf(t, name)
	if s.Size != 4 || s.Modified != 981173106e9 {
		t.Errorf("%+v", s)
	}
	inodes(t)
	if s.Changed < before || s.Node == 0 {
		t.Errorf("%+v, written after %d", s, before)
	}
}

func TestTwoFilesSwappedBySwappingTheirNamesAreSeen(t *testing.T) {
	inodes(t)
	dir := t.TempDir()
	a, b, c := filepath.Join(dir, "a"), filepath.Join(dir, "b"), filepath.Join(dir, "c")
	writeLongAgo(t, a, "one")
	writeLongAgo(t, b, "two")
	wasA, wasB := stampOf(t, a), stampOf(t, b)
	nextTick(dir)
	for _, names := range [][2]string{{a, c}, {b, a}, {c, b}} {
		if err := os.Rename(names[0], names[1]); err != nil {
			t.Fatal(err)
		}
	}
	isA, isB := stampOf(t, a), stampOf(t, b)
	if isA == wasA || isB == wasB {
		t.Errorf("not seen: %+v, %+v", isA, isB)
	}
	if isA.Node != wasB.Node || isB.Node != wasA.Node || isA.Node == isB.Node {
		t.Errorf("the numbers are not swapped: %+v was %+v, %+v was %+v", isA, wasA, isB, wasB)
	}
	if runtime.GOOS == "linux" && (isA.Changed == wasB.Changed || isB.Changed == wasA.Changed) {
		t.Errorf("the renames are no changes: %+v was %+v, %+v was %+v", isA, wasB, isB, wasA)
	}
}

func TestAFileRewrittenWithItsTimeSetBackIsSeen(t *testing.T) {
	inodes(t)
	name := filepath.Join(t.TempDir(), "a")
	writeLongAgo(t, name, "one")
	was := stampOf(t, name)
	nextTick(filepath.Dir(name))
	writeLongAgo(t, name, "two")
	if is := stampOf(t, name); is == was || is.Modified != was.Modified || is.Node != was.Node {
		t.Errorf("%+v was %+v", is, was)
	}
}

func TestAStampOfTheClockOrLaterIsRacy(t *testing.T) {
	for _, c := range []struct {
		modified, changed int64
		racy              bool
	}{
		{4, 4, false}, {5, 4, true}, {4, 5, true}, {6, 0, true}, {4, 0, false}, {0, 6, true},
	} {
		if got := (Stamp{Modified: c.modified, Changed: c.changed}).Racy(5); got != c.racy {
			t.Errorf("modified %d, changed %d, clock 5: racy is %v", c.modified, c.changed, got)
		}
	}
}

func TestWhatIsWrittenAfterTheClockIsRacy(t *testing.T) {
	dir := t.TempDir()
	for range 100 {
		clock := Clock(dir)
		name := filepath.Join(dir, "a")
		if err := os.WriteFile(name, []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
		if s := stampOf(t, name); !s.Racy(clock) {
			t.Fatalf("%+v is not racy at %d", s, clock)
		}
	}
}

func TestTheClockLeavesNothingBehindAndGoesOn(t *testing.T) {
	dir := t.TempDir()
	nextTick(dir)
	if entries, err := os.ReadDir(dir); err != nil || len(entries) > 0 {
		t.Errorf("%v, %v", entries, err)
	}
	name := filepath.Join(dir, "a")
	if err := os.WriteFile(name, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	nextTick(dir)
	if s := stampOf(t, name); s.Racy(Clock(dir)) {
		t.Errorf("%+v is racy for ever", s)
	}
}

func TestWhereNoFileCanBeMadeTheClockIsSlow(t *testing.T) {
	clock := Clock(filepath.Join(t.TempDir(), "absent"))
	if late := time.Since(time.Unix(0, clock)); late < 2*time.Second || late > time.Hour {
		t.Errorf("late by %v", late)
	}
}
