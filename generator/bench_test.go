package main

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"referat/generator/site"
)

// BenchmarkBuildWithoutData builds the site in the folder BENCH_SITE without the
// JSON and CSV files beside its pages: the work that other generators are compared
// at. Command bench runs it.
func BenchmarkBuildWithoutData(b *testing.B) {
	dir := os.Getenv("BENCH_SITE")
	if dir == "" {
		b.Skip("no BENCH_SITE")
	}
	o := options{dir: dir, out: filepath.Join(dir, "public"), shown: "public", now: time.Now(), leaveOut: []site.Form{site.JSON, site.CSV}}
	for b.Loop() {
		if r := buildOnce(context.Background(), o, func(int, int) {}); !r.done() {
			b.Fatal(r.problems)
		}
	}
}
