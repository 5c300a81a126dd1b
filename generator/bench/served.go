package main

import (
	"context"
	"errors"
	"math"
	"path/filepath"
	"time"
)

// The layout that all pages have, by its path in a site and in its twin.
const (
	ourBase  = "layouts/base.html"
	twinBase = "layouts/baseof.html"
)

// server is a program that shows a site and follows edits.
type server struct {
	who  string
	site string // its folder
	base string // the layout of all pages
	env  []string
	args []string // the port comes last
}

// serveOurs starts with a finished build on disk: a server that was stopped
// soon after an edit leaves work to the next one.
func (b *bench) serveOurs(ctx context.Context, s *sites) error {
	if err := b.must(ctx, nil, b.bin("generator"), "build", "-C", s.ours); err != nil {
		return err
	}
	v := server{ours, s.ours, ourBase, nil, []string{b.bin("generator"), "serve", "-C", s.ours, "--port"}}
	return b.serve(ctx, s, v, ready, bodyServed, titleServed, layoutServed, servedMemory)
}

// serveHugo is Hugo as it comes: it draws a page again when it is asked for.
func (b *bench) serveHugo(ctx context.Context, s *sites) error {
	return b.serve(ctx, s, b.hugoServer(s), ready, bodyServed, titleServed, servedMemory)
}

// serveHugoInFull draws all pages again after an edit.
func (b *bench) serveHugoInFull(ctx context.Context, s *sites) error {
	return b.serve(ctx, s, b.hugoServer(s, "--disableFastRender"), layoutServed)
}

func (b *bench) hugoServer(s *sites, more ...string) server {
	args := append([]string{b.hugo, "server", "-s", s.twin, "--bind", "127.0.0.1", "--disableLiveReload"}, more...)
	return server{hugo, s.twin, twinBase, b.hugoEnv(), append(args, "--port")}
}

// serve starts a server and measures what is wanted of it.
func (b *bench) serve(ctx context.Context, s *sites, v server, wanted ...quantity) error {
	if v.who == hugo { // which builds all again
		if err := b.putAway(s, filepath.Join(v.site, "public")); err != nil {
			return err
		}
	}
	if err := settle(ctx, b.patience); err != nil {
		return err
	}
	r, err := start(ctx, v)
	if err != nil {
		return err
	}
	found, err := b.measure(r, s, wanted)
	run, said := r.stop()
	if err != nil {
		return failed(v.args, err, said)
	}
	for _, t := range found {
		run.took = t.took
		b.tell(s, t.what, v.who, run)
	}
	if wanted[len(wanted)-1] == servedMemory {
		b.tell(s, servedMemory, v.who, run)
	}
	return nil
}

// timed is how long a server took, or never.
type timed struct {
	what quantity
	took time.Duration
}

// never is the time of what did not happen.
const never = time.Duration(math.MaxInt64)

// measure waits for the first answer and then times what is wanted.
func (b *bench) measure(r *running, s *sites, wanted []quantity) (found []timed, err error) {
	const longest = 10 * time.Minute // a large site takes Hugo minutes
	took, err := r.until(r.load.began, longest, "", s.address(0))
	if err != nil || took == never {
		return nil, errors.Join(err, errors.New("it never answered"))
	}
	for _, what := range wanted {
		var times []time.Duration
		switch what {
		case ready:
			times = []time.Duration{took}
		case bodyServed:
			times, err = b.follow(r, s, what, s.bodyEdit(), b.edits)
		case titleServed:
			times, err = b.follow(r, s, what, s.titleEdit(), b.edits)
		case layoutServed: // once, so that nobody has asked for its pages before
			times, err = b.follow(r, s, what, s.layoutEdit(r.base), 1)
		}
		if err != nil {
			return nil, err
		}
		for _, t := range times {
			found = append(found, timed{what, t})
		}
	}
	return found, nil
}

// follow makes an edit several times, and waits until each is shown.
func (b *bench) follow(r *running, s *sites, what quantity, e edit, n int) (times []time.Duration, err error) {
	edited := cell{what: what, who: r.who}
	for range n {
		took := never
		if !b.deaf[edited] {
			if err := settle(r.ctx, b.patience); err != nil {
				return nil, err
			}
			word, began := b.word(), time.Now()
			if err := s.apply(e, r.site, word); err != nil {
				return nil, err
			}
			if took, err = r.until(began, b.limitOf(s), word, e.shown...); err != nil {
				return nil, err
			}
			b.deaf[edited] = took == never
		}
		times = append(times, took)
	}
	return times, nil
}

// limitOf is when the wait for an edit is given up.
func (b *bench) limitOf(s *sites) time.Duration {
	return b.limit + time.Duration(s.size)*30*time.Millisecond
}
