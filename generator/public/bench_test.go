package public

import (
	"bytes"
	"fmt"
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

// publish goes through all steps, with a goroutine a processor as a build has.
func publish(b *testing.B, x *fixture, files map[string][]byte) Report {
	s, err := x.Stage()
	must(b, err)
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
	plan, problems := s.Plan(x.owned)
	if len(problems) > 0 {
		b.Fatal(problems)
	}
	report, err := plan.Switch(b.Context())
	must(b, err)
	s.Discard()
	return report
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
