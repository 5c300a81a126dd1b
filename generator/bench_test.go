package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// BenchmarkBuild times whole builds of synthetic sites: cold (no output folder,
// no record), unchanged, and after an edit of one text.
func BenchmarkBuild(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		dir := filepath.Join(b.TempDir(), "site")
		if out, err := exec.Command("go", "run", "./corpus", "-n", fmt.Sprint(n), "-out", dir).CombinedOutput(); err != nil {
			b.Fatalf("%v\n%s", err, out)
		}
		out := filepath.Join(dir, "public")
		once := func(b *testing.B) report {
			r := buildOnce(context.Background(), options{dir: dir, out: out, shown: "public", now: at}, func(int, int) {})
			if !r.done() {
				b.Fatal(r.problems)
			}
			return r
		}
		b.Run(fmt.Sprintf("cold/%d", n), func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				clean(b, dir)
				b.StartTimer()
				once(b)
			}
		})
		b.Run(fmt.Sprintf("unchanged/%d", n), func(b *testing.B) {
			for b.Loop() {
				if r := once(b); r.files.Written > 0 {
					b.Fatalf("%d files written", r.files.Written)
				}
			}
		})
		b.Run(fmt.Sprintf("edited/%d", n), func(b *testing.B) {
			page := filepath.Join(dir, "content", "om.md")
			text, err := os.ReadFile(page)
			if err != nil {
				b.Fatal(err)
			}
			for i := 0; b.Loop(); i++ {
				b.StopTimer()
				if err := os.WriteFile(page, fmt.Appendf(text, "\n%d\n", i), 0o644); err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
				if r := once(b); r.files.Written != 1 {
					b.Fatalf("%d files written", r.files.Written)
				}
			}
		})
	}
}

// clean removes what builds leave.
func clean(b *testing.B, dir string) {
	for _, left := range []string{"public", ".cache"} {
		if err := os.RemoveAll(filepath.Join(dir, left)); err != nil {
			b.Fatal(err)
		}
	}
}
