package public

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"testing"
)

// site is a large site: 2,000 pages of 25 kB in folders of their own.
func site() map[string][]byte {
	files := map[string][]byte{}
	for i := range 2000 {
		p := fmt.Sprintf("referater/udvalg-%d/%d/index.html", i%10, i)
		files[p] = bytes.Repeat(fmt.Appendf(nil, "<p>Referat %d</p>\n", i), 25_000/20)
	}
	return files
}

// publish goes through all steps.
func publish(b *testing.B, x *fixture, files map[string][]byte) Report {
	s, err := x.Stage()
	must(b, err)
	putAll(b, s, files)
	plan, problems := s.Plan(x.owned)
	if len(problems) > 0 {
		b.Fatal(problems)
	}
	report, err := plan.Switch(b.Context())
	must(b, err)
	s.Discard()
	return report
}

// putAll puts with a goroutine a processor, as a build does.
func putAll(b *testing.B, s *Staging, files map[string][]byte) {
	paths := make(chan string, len(files))
	for p := range files {
		paths <- p
	}
	close(paths)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for p := range paths {
				if err := s.PutBytes(p, Page, files[p]); err != nil {
					b.Error(err)
				}
			}
		})
	}
	wg.Wait()
}

func BenchmarkCold2000Files(b *testing.B) {
	files := site()
	for b.Loop() {
		b.StopTimer()
		x := newFixture(b)
		b.StartTimer()
		if r := publish(b, x, files); r.Written != len(files) {
			b.Fatal(r)
		}
	}
}

func BenchmarkUnchanged2000Files(b *testing.B) {
	files, x := site(), newFixture(b)
	publish(b, x, files)
	for b.Loop() {
		if r := publish(b, x, files); r.Kept != len(files) {
			b.Fatal(r)
		}
	}
}

func BenchmarkPlanOfUnchanged2000Files(b *testing.B) {
	files, x := site(), newFixture(b)
	publish(b, x, files)
	s, err := x.Stage()
	must(b, err)
	for p := range files {
		must(b, s.PutBytes(p, Page, files[p]))
	}
	for b.Loop() {
		s.Plan(nil)
	}
}

// small are 20,000 pages of a few bytes, where the cost of a file is not its bytes.
func small() map[string][]byte {
	files := map[string][]byte{}
	for i := range 20_000 {
		files[fmt.Sprintf("referater/udvalg-%d/%d/index.html", i%10, i)] = fmt.Appendf(nil, "<p>Referat %d</p>\n", i)
	}
	return files
}

func BenchmarkPut20000NewSmallFiles(b *testing.B) {
	files := small()
	for b.Loop() {
		b.StopTimer()
		x := newFixture(b)
		b.StartTimer()
		s, err := x.Stage()
		must(b, err)
		putAll(b, s, files)
		b.StopTimer()
		s.Discard()
		b.StartTimer()
	}
}

// left gives a folder of 20,000 files as a build left it.
func left(b *testing.B) (*fixture, Seen) {
	x, files := newFixture(b), small()
	s, err := x.Stage()
	must(b, err)
	putAll(b, s, files)
	plan, _ := s.Plan(nil)
	_, err = plan.Switch(b.Context())
	must(b, err)
	s.Discard()
	return x, plan.Seen()
}

func BenchmarkLookAt20000FilesAnd20000Folders(b *testing.B) {
	x, seen := left(b)
	for b.Loop() {
		if looked := x.Look(leftIn(seen), seen.Folders, math.MaxInt64); len(looked.Touched) > 0 || !looked.Folders {
			b.Fatal(len(looked.Touched), "touched, folders", looked.Folders)
		}
	}
}

func BenchmarkQuickBuildOfOneFileAmong20000(b *testing.B) {
	x, seen := left(b)
	n := 0
	for b.Loop() {
		s, err := x.Stage()
		must(b, err)
		n++
		must(b, s.PutBytes("referater/udvalg-7/7/index.html", Page, fmt.Appendf(nil, "<p>Referat %d</p>\n", n)))
		plan, ok := s.PlanQuick(seen, nil, math.MaxInt64)
		if !ok {
			b.Fatal("no quick plan")
		}
		if r, err := plan.Switch(b.Context()); err != nil || r != (Report{Written: 1, Kept: 19_999}) {
			b.Fatal(r, err)
		}
		seen = plan.Seen()
		s.Discard()
	}
}

// The floor of the last one: the same file, written beside and renamed.
func BenchmarkWriteAndRenameOfOneFile(b *testing.B) {
	x, _ := left(b)
	name, beside := x.onDisk("referater/udvalg-7/7/index.html"), filepath.Join(b.TempDir(), "new")
	for b.Loop() {
		w, err := local{}.Create(beside)
		must(b, err)
		_, err = w.Write([]byte("<p>Referat</p>\n"))
		must(b, err)
		must(b, w.Close())
		must(b, os.Rename(beside, name))
	}
}

func BenchmarkKeep20000FilesAndPlan(b *testing.B) {
	x, seen := left(b)
	for b.Loop() {
		s, err := x.Stage()
		must(b, err)
		for p, stamp := range seen.Files {
			must(b, s.Keep(p, Page, [sha256.Size]byte{}, stamp))
		}
		plan, problems := s.Plan(nil)
		if len(problems) > 0 {
			b.Fatal(problems)
		}
		if r, err := plan.Switch(b.Context()); err != nil || r.Kept != 20_000 {
			b.Fatal(r, err)
		}
		seen = plan.Seen()
		s.Discard()
	}
}
