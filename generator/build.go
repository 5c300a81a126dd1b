package main

import (
	"cmp"
	"context"
	"io"
	"os"
	"path/filepath"
	"time"

	"referat/generator/content"
	"referat/generator/layouts"
	"referat/generator/ledger"
	"referat/generator/public"
	"referat/generator/site"
	"referat/generator/source"

	embedded "referat/layouts"
)

// build is the whole flow, from the user's files to the output folder. Data
// goes one way; each step takes values and gives values and problems.
//
//	files → documents → site → views → bytes → staging → public/
//
// Nothing reaches the output folder before every file is drawn and nothing
// stands in its way.
func build(ctx context.Context, o options, progress func(done, all int)) (r report) {
	began := time.Now()
	r.lang = cmp.Or(o.lang, "da") // until the settings say the site's
	defer func() {
		r.problems = source.Sort(r.problems)
		r.took = time.Since(began)
	}()
	root, err := os.OpenRoot(o.dir)
	if err != nil {
		r.add(source.At(source.Pos{Path: source.Settings}, source.FileUnreadable, err.Error()))
		return r
	}
	defer func() { _ = root.Close() }()

	tree, problems := source.Read(os.DirFS(o.dir), root.FS())
	r.add(problems...)
	docs, problems := content.Parse(tree)
	r.add(problems...)
	tree.Release("content")
	if docs == nil {
		return r
	}
	if o.lang == "" {
		r.lang = docs.Settings.Language
	}
	r.base = docs.Settings.Base.EscapedPath()
	texts := newTexts(docs)
	set, problems := layouts.Load(tree, embedded.Files, layouts.Options{
		Base: r.base, Languages: docs.Languages(), Text: texts.html})
	r.add(problems...)
	pages := site.New(tree, docs, site.Options{Now: o.now, Drafts: o.drafts})
	outputs := pages.Outputs()
	r.add(pages.Problems()...)
	if !r.done() {
		return r
	}
	draw := artist{tree: tree, layouts: set, texts: texts}
	r.write(ctx, o, draw, outputs, progress)
	return r
}

// write draws every output into the staging folder and, when that went well,
// makes the output folder equal to it.
func (r *report) write(ctx context.Context, o options, draw artist, outputs []site.Output, progress func(done, all int)) {
	out, err := public.Locate(o.out)
	if err != nil {
		r.add(asProblem(err, o.shown))
		return
	}
	cache := filepath.Join(o.dir, ".cache")
	staging, err := public.Target{Dir: out, Shown: o.shown, Cache: ledger.Folder(cache, out)}.Stage()
	if err != nil {
		r.add(asProblem(err, o.shown))
		return
	}
	defer staging.Discard()
	r.add(draw.all(ctx, outputs, staging, progress)...)
	if !r.done() {
		return
	}
	manifest := ledger.Load(cache, out)
	plan, problems := staging.Plan(manifest.Owned())
	r.add(problems...)
	if !r.done() {
		return
	}
	r.put(ctx, o, plan, manifest, staging)
	for _, output := range outputs {
		if output.Form == site.HTML {
			r.pages++
		}
	}
}

// put switches the output folder over. The manifest knows before the first
// change what is about to be ours, and after the last one what is.
func (r *report) put(ctx context.Context, o options, plan *public.Plan, manifest *ledger.Manifest, staging *public.Staging) {
	if err := manifest.Intend(plan.Intended()); err != nil {
		r.add(asProblem(err, ".cache"))
		return
	}
	var err error
	if r.files, err = plan.Switch(ctx); err != nil {
		r.add(asProblem(err, o.shown))
		return
	}
	var made []ledger.Output
	for _, f := range staging.Files() {
		made = append(made, ledger.Output{Path: f.Path, Digest: f.Sum})
	}
	if err := manifest.Commit(made); err != nil {
		r.add(asProblem(err, ".cache"))
	}
}

// runBuild is the command build.
func runBuild(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	o, err := buildOptions(args)
	if err != nil {
		return explain(err, languageOf(args), stdout, stderr)
	}
	meter := newMeter(stderr)
	r := build(ctx, o, meter.show)
	meter.clear()
	if o.json {
		r.printJSON(stdout)
	} else {
		r.print(stdout, stderr, o.shown)
	}
	if !r.done() {
		return exitProblems
	}
	return exitDone
}
