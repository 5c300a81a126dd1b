package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"
)

// bench is one measuring of all sizes.
type bench struct {
	options
	figures  *figures
	told     io.Writer     // one line for each run
	patience time.Duration // longest wait for a quiet machine
	limit    time.Duration // longest wait for an edit to be shown, and 30 ms more for each meeting
	moved    int           // how much was put away
	words    int           // how many new words were used
	deaf     map[cell]bool // edits that a program's server did not follow; they are not tried again
}

func newBench(o options, told io.Writer) *bench {
	return &bench{options: o, figures: newFigures(), told: told, patience: 5 * time.Second, limit: 20 * time.Second, deaf: map[cell]bool{}}
}

// turn is what one program does in a round.
type turn func(ctx context.Context, s *sites) error

// all measures every size.
func (b *bench) all(ctx context.Context) error {
	if err := b.compile(ctx); err != nil {
		return err
	}
	for _, n := range b.sizes {
		s, err := b.write(ctx, n)
		if err != nil {
			return err
		}
		builds, servers := []turn{b.ours, b.floor}, []turn{b.serveOurs}
		if s.twin != "" {
			builds = append(builds, b.hugoBuilds)
			servers = append(servers, b.serveHugo, b.serveHugoInFull)
		}
		if err := b.take(ctx, s, builds); err != nil {
			return err
		}
		if err := b.take(ctx, s, servers); err != nil {
			return err
		}
		if err := os.RemoveAll(s.dir); err != nil {
			return err
		}
	}
	return nil
}

// take lets the programs take turns, another one first in every round.
func (b *bench) take(ctx context.Context, s *sites, turns []turn) error {
	for round := range b.rounds {
		_, _ = fmt.Fprintf(b.told, "%d meetings, round %d of %d\n", s.size, round+1, b.rounds)
		first := round % len(turns)
		for _, t := range slices.Concat(turns[first:], turns[:first]) {
			if err := t(ctx, s); err != nil {
				return err
			}
		}
		// What was put away is removed between rounds: a disk that has just
		// removed much is slow for a while.
		if err := os.RemoveAll(filepath.Join(s.dir, "away")); err != nil {
			return err
		}
	}
	return nil
}

// putAway moves a folder out of the way, which takes no time.
func (b *bench) putAway(s *sites, dirs ...string) error {
	for _, dir := range dirs {
		b.moved++
		to := filepath.Join(s.dir, "away", strconv.Itoa(b.moved))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		if err := os.Rename(dir, to); err != nil && !os.IsNotExist(err) {
			return err
		}
	}
	return nil
}

// bin is a program that compile made.
func (b *bench) bin(name string) string { return filepath.Join(b.work, "bin", name) }

// compile builds the programs.
func (b *bench) compile(ctx context.Context) error {
	if err := b.must(ctx, nil, "go", "build", "-o", filepath.Join(b.work, "bin")+string(filepath.Separator),
		"referat/generator", "referat/generator/corpus", "referat/generator/bench/floor", "referat/generator/bench/twin"); err != nil {
		return err
	}
	return b.must(ctx, nil, "go", "test", "-c", "-o", b.bin("generator.test"), "referat/generator")
}

// write makes the sites of a size.
func (b *bench) write(ctx context.Context, n int) (*sites, error) {
	dir := filepath.Join(b.work, strconv.Itoa(n))
	s := &sites{size: n, dir: dir, ours: filepath.Join(dir, "ours")}
	if err := b.must(ctx, nil, b.bin("corpus"), "-n", strconv.Itoa(n), "-out", s.ours); err != nil {
		return nil, err
	}
	if b.hugo != "" && n <= b.hugoMost {
		s.twin = filepath.Join(dir, "twin")
		if err := b.must(ctx, nil, b.bin("twin"), "-from", s.ours, "-out", s.twin); err != nil {
			return nil, err
		}
	}
	return s, s.prepare()
}
