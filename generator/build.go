package main

import (
	"cmp"
	"context"
	"io"
	"math"
	"slices"
	"time"

	"referat/generator/content"
	"referat/generator/ledger"
	"referat/generator/public"
	"referat/generator/record"
	"referat/generator/site"
	"referat/generator/source"
)

// build is the whole flow, from the user's files to the output folder. Data
// goes one way; each step takes values and gives values and problems.
//
//	files → documents → site → views → bytes → staging → public/
//
// At each step what the last build left is of use, by digests: a file that is the
// same is not read, a document not parsed, a view not drawn; and when nothing has
// changed, nothing is done. Nothing reaches the output folder before every file
// is drawn and nothing stands in its way.
//
// With hints it looks only at the files they name, and takes on trust that the rest of the
// site is as it was when last looked at, and so the output folder, if that was found as it had left it.
func (b *builder) build(ctx context.Context, hints []string, progress func(done, all int)) (r report) {
	began := time.Now()
	r.lang = cmp.Or(b.lang, "da") // until the settings say the site's
	defer func() {
		r.problems = source.Sort(r.problems)
		r.took = time.Since(began)
	}()
	standing, problems := b.lookAround(hints)
	if r.add(problems...); hiding(problems) {
		return r
	}
	last := b.ledger.Last()
	if last != nil {
		r.known = last.Notes
	}
	fresh := len(r.problems) == 0 && standing.whole() && last.Same(b.asked(), b.now.UnixNano(), b.tree)
	if fresh && !b.learn {
		r.repeat(last, b.lang)
		return r
	}
	pages, outputs := b.model(&r)
	if b.rescues {
		r.forgive(b.docs)
	}
	if pages == nil {
		return r
	}
	if fresh {
		r.repeat(last, b.lang)
	}
	if r.done() {
		b.outputs, b.hides = outputs, pages.Hides()
		b.texts.build.Store(b.docs)
		if b.ahead != nil && !fresh {
			b.ahead()
		}
	}
	if !fresh && !b.rescues {
		r.add(pages.Slips()...) // no page waits for them
	}
	if !r.done() {
		return r
	}
	r.attachments, problems = b.inspect(ctx, outputs)
	r.add(append(problems, judgeAttachments(r.attachments, b.gate, b.docs.Settings.SignOffs)...)...)
	if fresh || !r.done() {
		return r
	}
	draw := b.artist()
	work := work{builder: b, pieces: draw.pieces(outputs, b.shelf), standing: standing}
	work.since, work.until = span(pages)
	work.run(ctx, &r, draw, progress)
	return r
}

// model makes documents of the files that were looked at and a site of the
// documents, and tells every output that it wants. It is nil without settings.
func (b *builder) model(r *report) (*site.Site, []site.Output) {
	docs, problems := b.documents()
	r.add(problems...)
	if docs == nil {
		return nil, nil
	}
	whole := source.Errors(problems) == 0
	b.docs = docs
	r.about(docs.Settings, b.lang)
	b.past, problems = record.Read(b.tree, b.past)
	r.add(problems...)
	r.add(b.loadLayouts(docs)...)
	b.gate, problems = newGate(docs, b.look.marks)
	r.add(problems...)
	pages := site.New(b.tree, docs, site.Options{Now: b.now, Drafts: b.drafts, Memory: &b.memory, Past: b.past})
	outputs := slices.DeleteFunc(pages.Outputs(), func(o site.Output) bool { return slices.Contains(b.leaveOut, o.Form) })
	broken, renames := b.past.Check(b.recordable(docs, outputs), whole)
	r.add(broken...)
	r.add(record.Explain(renames, pages.Problems())...)
	return pages, outputs
}

// documents gives what the files that were looked at say.
func (b *builder) documents() (*content.Documents, []source.Problem) {
	if b.facts == nil {
		b.facts, b.html = b.ledger.Facts(), b.ledger.Texts()
	}
	return content.Parse(b.tree, b.docs, b.factCache())
}

// span is the span of a site in ns since 1970. An end that they cannot count, after the
// year 2262, is none.
func span(s *site.Site) (since, until int64) {
	since, until = math.MinInt64, math.MaxInt64
	from, to := s.Span()
	if !from.IsZero() {
		since = from.UnixNano()
	}
	if !to.IsZero() && to.Before(time.Unix(0, until)) {
		until = to.UnixNano()
	}
	return since, until
}

// work is the second half of a build: from what is wanted to the output folder.
type work struct {
	*builder
	pieces       []piece
	standing     standing
	since, until int64
	staging      *public.Staging
	removed      []string // outputs of the last build that nobody wants
	added        []string // outputs that are not known as ours, though such files may be there
}

// run draws what is not fresh into the staging folder and, when that went well,
// makes the output folder equal to the pieces.
func (w *work) run(ctx context.Context, r *report, draw artist, progress func(done, all int)) {
	if unlock, err := w.lock.Lock(); err == nil { // where no lock can be made, Stage says why
		defer unlock()
	}
	var err error
	if w.staging, err = w.target.Stage(); err != nil {
		r.add(asProblem(err, w.shown))
		return
	}
	defer w.staging.Discard()
	r.add(draw.all(ctx, w.pieces, w.shelf, w.standing.lost, w.staging, progress)...)
	if !r.done() {
		return
	}
	plan, problems := w.plan()
	r.add(problems...)
	if !r.done() {
		return
	}
	replaced, problems := w.replaced(plan)
	if r.add(problems...); !r.done() {
		return
	}
	// The ledger knows before the first change what is about to be ours, a file that
	// has the right bytes already included.
	if err := w.ledger.Intend(slices.Concat(plan.Intended(), w.removed, w.added)); err != nil {
		r.add(asProblem(err, ".cache"))
		return
	}
	if r.files, err = plan.Switch(ctx); err != nil {
		r.add(asProblem(err, w.shown))
		return
	}
	at := source.Clock(w.target.Cache)
	w.record(r, plan.Seen(), at)
	r.add(replaced...) // which happened now, and is not told again
}

// plan says what has to be done to the output folder: quickly, when it is as the
// last build left it, else by a walk of it.
func (w *work) plan() (*public.Plan, []source.Problem) {
	owned := w.ledger.Owned()
	next := 0
	for _, p := range owned { // both are sorted
		for ; next < len(w.pieces) && w.pieces[next].Path < p; next++ {
			w.added = append(w.added, w.pieces[next].Path)
		}
		if next == len(w.pieces) || w.pieces[next].Path != p {
			w.removed = append(w.removed, p)
		} else {
			next++
		}
	}
	for ; next < len(w.pieces); next++ {
		w.added = append(w.added, w.pieces[next].Path)
	}
	last := w.ledger.Last()
	if last != nil && w.standing.folders {
		if plan, ok := w.staging.PlanQuick(last.Seen(), w.removed, last.SeenAt); ok {
			return plan, w.standing.foreign
		}
	}
	for i := range w.pieces {
		if p := &w.pieces[i]; p.change.Reason == ledger.Fresh {
			if err := w.staging.Keep(p.Path, p.Class, p.Bytes, p.was.Stamp); err != nil {
				return nil, []source.Problem{asProblem(err, w.shown)}
			}
		}
	}
	return w.staging.Plan(owned)
}

// record remembers what was made from what.
func (w *work) record(r *report, seen public.Seen, at int64) {
	b := &ledger.Build{Outputs: make([]ledger.Output, 0, len(w.pieces)), Options: w.asked(), Since: w.since, Until: w.until, Clock: w.clock, SeenAt: at, Inputs: w.tree.Records(), Folders: seen.Folders, Lang: w.docs.Settings.Language, Base: w.docs.Settings.Base.EscapedPath()}
	sums := map[string]public.File{}
	for _, f := range w.staging.Files() {
		sums[f.Path] = f
	}
	for i := range w.pieces {
		p := &w.pieces[i]
		if p.change.Reason != ledger.Fresh {
			p.Bytes, p.Size = sums[p.Path].Sum, sums[p.Path].Size
			b.Changes = append(b.Changes, p.change)
		}
		p.Stamp = seen.Files[p.Path]
		b.Outputs = append(b.Outputs, p.Output)
		if p.made.Form == site.HTML {
			b.Pages++
		}
	}
	for _, p := range w.removed {
		b.Changes = append(b.Changes, ledger.Change{Path: p, Reason: ledger.Unwanted})
	}
	b.Notes = source.Sort(r.problems)
	r.pages, r.until = b.Pages, b.Until
	w.ledger.Accept(b)
	w.shelf = b.Shelf()
	w.unsettled, w.askew = true, false
}

// settle writes down what the last build made from what; nobody who waits for the
// pages has to wait for it.
func (b *builder) settle() []source.Problem {
	if !b.unsettled && !b.learnt || !b.stands() {
		return nil
	}
	if unlock, err := b.lock.Lock(); err == nil {
		defer unlock()
	}
	b.keepFacts()
	if b.learnt = false; !b.unsettled {
		return nil
	}
	if err := b.ledger.Commit(b.ledger.Last()); err != nil {
		return []source.Problem{asProblem(err, ".cache")}
	}
	b.unsettled = false
	return nil
}

// runBuild is the command build.
func runBuild(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	o, err := buildOptions(args)
	if err != nil {
		return explain(err, languageOf(args), stdout, stderr)
	}
	meter := newMeter(stderr)
	build := buildOnce
	if o.verify {
		build = buildAndVerify
	}
	r := build(ctx, o, meter.show)
	meter.clear()
	return o.answer(&r, stdout, stderr)
}

func buildOnce(ctx context.Context, o options, progress func(done, all int)) report {
	defer pace()()
	b, problems := newBuilder(o)
	if problems != nil {
		return report{problems: problems, lang: cmp.Or(o.lang, "da")}
	}
	defer b.close()
	r := b.build(ctx, nil, progress)
	r.add(b.settle()...)
	return r
}
