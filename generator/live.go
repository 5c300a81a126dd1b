package main

import (
	"cmp"
	"context"
	"math"
	"slices"
	"sync/atomic"
	"time"

	"golang.org/x/text/unicode/norm"

	"referat/generator/serve"
	"referat/generator/site"
	"referat/generator/source"
	"referat/generator/watch"
)

// live builds a site again whenever something may have changed, and tells the
// preview. What wakes it has no meaning: it is the same build each time, and
// that finds out by itself what has changed.
type live struct {
	builder *builder
	preview *preview
	watcher *watch.Watcher
	server  atomic.Pointer[serve.Server]
	base    string // that the server was made for
	lang    string
	clock   func() time.Time
	said    func(r report, news bool) // what a build did; news: the problems are others
	notice  func(watch.Notice)        // how changes are found from now on
	trouble func([]source.Problem)    // why what was built could not be written down

	hindered []source.Problem // last told as trouble
	doubt    doubt            // whether a failure is more than half a save
}

// scanAfter is how long after a build that looked only where it was told to a
// full scan follows, unless another hint comes first: somebody who saves twice in
// a row is not to wait for it.
const scanAfter = 250 * time.Millisecond

// run builds until ctx ends.
func (l *live) run(ctx context.Context) {
	defer l.settle()
	l.builder.learn = true
	l.again(ctx, nil)
	scan, due := time.NewTimer(scanAfter), time.NewTimer(l.untilChange())
	defer scan.Stop()
	defer due.Stop()
	for {
		sure := true
		select {
		case <-ctx.Done():
			return
		case n := <-l.watcher.Notices():
			l.notice(n)
			continue
		case h := <-l.watcher.Hints():
			sure = l.again(ctx, h.Paths)
			scan.Reset(scanAfter)
		case <-scan.C:
			sure = l.again(ctx, nil)
			l.settle()
		case <-l.preview.missed:
			sure = l.again(ctx, nil)
			scan.Reset(scanAfter)
		case <-due.C:
			sure = l.again(ctx, nil)
			scan.Reset(scanAfter)
		}
		if !sure {
			scan.Reset(l.doubt.patience)
		}
		due.Reset(l.untilChange())
	}
}

// untilChange is how long it is until the site changes by itself. The timer does
// not run for days: the machine may sleep meanwhile.
func (l *live) untilChange() time.Duration {
	const most = time.Minute
	until := l.preview.report.until
	if until == 0 || until == math.MaxInt64 {
		return most
	}
	return max(0, min(most, time.Unix(0, until).Sub(l.clock())))
}

// again builds, and tells those who look on what has changed: as soon as that is
// known, so that nobody waits for other pages than his own, and when all is written. It
// is not sure of a failure that the next build may well not find; that is not told yet.
func (l *live) again(ctx context.Context, hints []string) (sure bool) {
	b, p := l.builder, l.preview
	b.now = l.clock()
	before, at := p.problems, p.told.At
	shown := map[string]bool{}
	b.ahead = func() {
		foreseen := p.foresee(b)
		for _, path := range foreseen {
			shown[path] = true
		}
		if len(shown) > 0 {
			l.server.Load().Changed(serve.Change{Paths: foreseen, Follow: p.pageOf(hints)})
		}
	}
	r := b.build(ctx, hints, silent)
	told := p.failed && slices.EqualFunc(before, pressing(r.problems), source.Problem.Is)
	if l.doubt.about(!r.done() && !told, time.Now()) {
		return false
	}
	changed := p.renew(b, r)
	if ctx.Err() != nil {
		return true
	}
	if r.done() && r.files.Written+r.files.Removed > 0 {
		for _, c := range b.ledger.Last().Changes {
			changed = append(changed, c.Path)
		}
	}
	changed = slices.DeleteFunc(changed, func(path string) bool { return shown[path] })
	news := !slices.EqualFunc(before, p.problems, source.Problem.Is)
	if len(changed)+len(shown) > 0 || news || r.done() && p.told.At != at { // a save may change nothing that shows
		l.serve(r)
		follow := ""
		if len(shown) == 0 {
			follow = p.pageOf(hints)
		}
		l.server.Load().Changed(serve.Change{Paths: changed, Follow: follow})
		l.said(p.report, news)
	}
	return true
}

// settle writes down what was built, once nobody is waiting. What prevents it is
// told once.
func (l *live) settle() {
	problems := l.builder.settle()
	if len(problems) > 0 && len(l.hindered) == 0 {
		l.trouble(problems)
	}
	l.hindered = problems
}

// serve makes a server for the site's address, which a setting may have changed.
func (l *live) serve(r report) {
	if l.server.Load() == nil || r.done() && (l.base != r.base || l.lang != r.lang) {
		l.base, l.lang = r.base, r.lang
		old := l.server.Swap(serve.New(serve.Site{Base: cmp.Or(r.base, "/"), Lang: r.lang, File: l.preview.file, Status: l.preview.status}))
		if old != nil {
			old.End()
		}
	}
}

// pageOf is the page of the file that was just saved: of the first hinted one that
// has a page.
func (p *preview) pageOf(hints []string) string {
	for _, h := range hints {
		i := slices.IndexFunc(p.outputs, func(o site.Output) bool { return o.Form == site.HTML && o.From == source.Path(norm.NFC.String(h)) })
		if i >= 0 {
			return p.outputs[i].Path
		}
	}
	return ""
}
