package main

import (
	"context"
	"fmt"
	"path/filepath"
	"regexp"
	"strconv"
	"time"
)

// withoutData is a benchmark of package main that builds a site once without
// the data and the index for search, which the twin does not make either.
const withoutData = "BenchmarkBuildWithoutData"

// siteVariable tells that benchmark which folder to build.
const siteVariable = "BENCH_SITE"

// word gives a word that no page holds yet.
func (b *bench) word() string {
	b.words++
	return "zq" + strconv.Itoa(b.words) + "qz"
}

// ours builds our site in all ways.
func (b *bench) ours(ctx context.Context, s *sites) error {
	out, cache := filepath.Join(s.ours, "public"), filepath.Join(s.ours, ".cache")
	if err := b.putAway(s, out, cache); err != nil {
		return err
	}
	if err := b.withoutData(ctx, s); err != nil {
		return err
	}
	if err := b.putAway(s, out, cache); err != nil {
		return err
	}
	build := []string{b.bin("generator"), "build", "-C", s.ours}
	run, err := b.once(ctx, nil, build...)
	if err != nil {
		return err
	}
	b.tellCold(s, ours, run)
	if err := b.nothingChanged(ctx, s, build); err != nil {
		return err
	}
	for _, e := range []struct {
		edit
		what quantity
	}{{s.bodyEdit(), bodyEdited}, {s.titleEdit(), titleEdited}, {s.layoutEdit(ourBase), layoutEdited}} {
		word := b.word()
		if err := s.apply(e.edit, s.ours, word); err != nil {
			return err
		}
		if run, err = b.once(ctx, nil, build...); err != nil {
			return err
		}
		if err := e.isShown(out, word); err != nil {
			return err
		}
		b.tell(s, e.what, ours, run)
	}
	return nil
}

// nothingChanged times the build of what is built, and the least that tells so.
func (b *bench) nothingChanged(ctx context.Context, s *sites, build []string) error {
	run, err := b.often(ctx, build...)
	if err != nil {
		return err
	}
	b.tell(s, unchanged, ours, run)
	names, err := filesOf(filepath.Join(s.ours, "site.toml"), filepath.Join(s.ours, "content"), filepath.Join(s.ours, "layouts"), filepath.Join(s.ours, "public"))
	if err != nil {
		return err
	}
	list := filepath.Join(s.dir, "files")
	if err := lines(list, names); err != nil {
		return err
	}
	if run, err = b.often(ctx, b.bin("floor"), "-look", list); err != nil {
		return err
	}
	b.tell(s, unchanged, floor, run)
	return nil
}

var perBuild = regexp.MustCompile(`(?m)^` + withoutData + `\S*\s+1\s+(\d+) ns/op`)

// withoutData times the build that makes what the twin makes.
func (b *bench) withoutData(ctx context.Context, s *sites) error {
	run, err := b.once(ctx, []string{siteVariable + "=" + s.ours}, b.bin("generator.test"), "-test.run", "^$", "-test.bench", "^"+withoutData+"$", "-test.benchtime", "1x")
	if err != nil {
		return err
	}
	m := perBuild.FindStringSubmatch(run.said)
	if m == nil {
		_, _ = fmt.Fprintf(b.told, "  there is no %s\n", withoutData)
		return nil
	}
	run.took, err = time.ParseDuration(m[1] + "ns")
	b.tell(s, coldWithoutData, ours, run)
	return err
}

// floor builds what needs to be built, and nothing else.
func (b *bench) floor(ctx context.Context, s *sites) error {
	out := filepath.Join(s.dir, "floor")
	run, err := b.once(ctx, nil, b.bin("floor"), "-site", s.ours, "-out", out)
	if err != nil {
		return err
	}
	b.tellCold(s, floor, run)
	return b.putAway(s, out)
}

// hugoBuilds builds the twin.
func (b *bench) hugoBuilds(ctx context.Context, s *sites) error {
	out := filepath.Join(s.dir, "hugo")
	args := []string{b.hugo, "--minify", "--quiet", "-s", s.twin, "-d", out}
	run, err := b.once(ctx, b.hugoEnv(), args...)
	if err != nil {
		return err
	}
	b.tellCold(s, hugo, run)
	if run, err = b.once(ctx, b.hugoEnv(), args...); err != nil {
		return err
	}
	b.tell(s, unchanged, hugo, run)
	return b.putAway(s, out, filepath.Join(s.twin, "resources"))
}

// hugoEnv keeps what Hugo stores among our own files.
func (b *bench) hugoEnv() []string {
	return []string{"HUGO_CACHEDIR=" + filepath.Join(b.work, "hugo-cache")}
}
