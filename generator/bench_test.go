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
// JSON and CSV files beside its pages, calendars, and the readers' index: the work that other generators are compared
// at. Command bench runs it.
func BenchmarkBuildWithoutData(b *testing.B) {
	buildAgain(b, benchSite(b), site.JSON, site.CSV, site.Calendar, site.Index, site.Lines, site.Sums, site.Metadata, site.Catalogue, site.Manifest)
}

// BenchmarkBuildWithIndex and BenchmarkBuildWithoutIndex build the site in the folder
// BENCH_SITE with and without the readers' index. Command bench/search runs them.
func BenchmarkBuildWithIndex(b *testing.B) { buildAgain(b, benchSite(b)) }

func BenchmarkBuildWithoutIndex(b *testing.B) { buildAgain(b, benchSite(b), site.Index) }

// benchSite is the folder BENCH_SITE.
func benchSite(b *testing.B) string {
	dir := os.Getenv("BENCH_SITE")
	if dir == "" {
		b.Skip("no BENCH_SITE")
	}
	return dir
}

// buildAgain builds a site without some forms of output.
func buildAgain(b *testing.B, dir string, without ...site.Form) {
	o := options{dir: dir, out: filepath.Join(dir, "public"), shown: "public", now: time.Now(), leaveOut: without}
	for b.Loop() {
		if r := buildOnce(context.Background(), o, func(int, int) {}); !r.done() {
			b.Fatal(r.problems)
		}
	}
}
