package main

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"

	"referat/generator/search"
)

// The benchmarks of package main that build a site cold, and what tells them which.
const (
	withIndex    = "BenchmarkBuildWithIndex"
	withoutIndex = "BenchmarkBuildWithoutIndex"
	siteVariable = "BENCH_SITE"
)

// queries are of one word, as most are, and a phrase.
var queries = []string{"patientgrupper", "økonomi", "rapport", "uddannelse", "genom", "vejledning", "horing", "prøver", `"udvalget ønskede"`}

// bench is the folder that is worked in, and where figures are told.
type bench struct {
	options
	to io.Writer
}

// measure measures every size.
func measure(ctx context.Context, o options, to io.Writer) error {
	b := bench{o, to}
	for _, args := range [][]string{
		{"go", "build", "-o", b.bin("corpus"), "./generator/corpus"},
		{"go", "test", "-c", "-o", b.bin("generator.test"), "./generator"},
	} {
		if _, err := b.run(ctx, "", args...); err != nil {
			return err
		}
	}
	for _, n := range o.sizes {
		if err := b.size(ctx, n); err != nil {
			return err
		}
	}
	return nil
}

func (b bench) bin(name string) string { return filepath.Join(b.work, name) }

// run runs a program and gives its processor time in seconds.
func (b bench) run(ctx context.Context, site string, args ...string) (float64, error) {
	c := exec.CommandContext(ctx, args[0], args[1:]...)
	c.Env = append(os.Environ(), siteVariable+"="+site)
	said, err := c.CombinedOutput()
	if err != nil {
		return 0, fmt.Errorf("%s: %w\n%s", filepath.Base(args[0]), err, said[max(0, len(said)-2000):])
	}
	return (c.ProcessState.UserTime() + c.ProcessState.SystemTime()).Seconds(), nil
}

// size measures a site of some meetings.
func (b bench) size(ctx context.Context, n int) error {
	site := b.bin(strconv.Itoa(n))
	if _, err := b.run(ctx, "", b.bin("corpus"), "-n", strconv.Itoa(n), "-out", site); err != nil {
		return err
	}
	least := map[string]float64{withIndex: math.Inf(1), withoutIndex: math.Inf(1)}
	for range b.rounds {
		for _, name := range []string{withoutIndex, withIndex} {
			for _, made := range []string{"public", ".cache"} {
				if err := os.RemoveAll(filepath.Join(site, made)); err != nil {
					return err
				}
			}
			used, err := b.run(ctx, site, b.bin("generator.test"), "-test.run", "^$", "-test.bench", "^"+name+"$", "-test.benchtime", "1x")
			if err != nil {
				return err
			}
			least[name] = min(least[name], used)
		}
	}
	index := least[withIndex] - least[withoutIndex]
	b.tell("%d meetings\n  cold build %.2f s of processor time, of which the index is %.2f s: %.0f %% more than without it\n",
		n, least[withIndex], index, 100*index/least[withoutIndex])
	public := filepath.Join(site, "public")
	if err := b.weigh("index", filepath.Join(public, "soeg", "indeks")); err != nil {
		return err
	}
	if err := b.firstQueries(filepath.Join(public, "soeg", "indeks")); err != nil || b.pagefind == "" {
		return err
	}
	used, err := b.run(ctx, site, b.pagefind, "--site", public)
	if err != nil {
		return err
	}
	b.tell("  Pagefind %.2f s of processor time\n", used)
	return b.weigh("Pagefind", filepath.Join(public, "pagefind"))
}

func (b bench) tell(format string, args ...any) { _, _ = fmt.Fprintf(b.to, format, args...) }

// weigh tells the files and bytes of a folder.
func (b bench) weigh(what, dir string) error {
	files, bytes := 0, int64(0)
	err := filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			files, bytes = files+1, bytes+info.Size()
		}
		return err
	})
	b.tell("  %s: %d files, %.2f MB\n", what, files, float64(bytes)/1e6)
	return err
}

// firstQueries tells how much a browser fetches that has nothing yet.
func (b bench) firstQueries(dir string) error {
	var sizes []int
	for _, q := range queries {
		fetched := 0
		r, err := search.Open(func(name string) ([]byte, error) {
			data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
			fetched += len(data)
			return data, err
		})
		if err != nil {
			return err
		}
		a, err := r.Search(search.Query{Text: q})
		if err != nil {
			return err
		}
		b.tell("    %-20s %6.1f KB, %d hits\n", q, float64(fetched)/1e3, len(a.Hits))
		sizes = append(sizes, fetched)
	}
	slices.Sort(sizes)
	b.tell("  a first query fetches %.1f KB in the middle, %.1f KB at most\n", float64(sizes[len(sizes)/2])/1e3, float64(sizes[len(sizes)-1])/1e3)
	return nil
}
