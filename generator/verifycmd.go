package main

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"

	"referat/generator/public"
	"referat/generator/source"
)

// buildAndVerify builds as ever, then builds the site from nothing into a folder of
// its own, and reports every file that differs.
func buildAndVerify(ctx context.Context, o options, progress func(done, all int)) report {
	b, problems := newBuilder(o)
	if problems != nil {
		return report{problems: problems, lang: cmp.Or(o.lang, "da")}
	}
	defer b.close()
	r := b.build(ctx, nil, progress)
	r.add(b.settle()...)
	if r.done() {
		r.built = true
		r.compared, problems = b.verify(ctx, progress)
		r.add(problems...)
	}
	return r
}

// verify compares the output folder with a clean build, which leaves nothing
// behind, and tells how many files it has compared.
func (b *builder) verify(ctx context.Context, progress func(done, all int)) (compared int, problems []source.Problem) {
	dir, err := os.MkdirTemp("", "referat-verify-*")
	if err != nil {
		return 0, []source.Problem{asProblem(err, os.TempDir())}
	}
	defer func() { _ = os.RemoveAll(dir) }()
	o := b.options
	o.out = filepath.Join(dir, "public")
	clean, problems := newBuilder(o)
	if problems != nil {
		return 0, problems
	}
	defer clean.close()
	clean.keepIn(filepath.Join(dir, "cache")) // where nothing is
	r := clean.build(ctx, nil, progress)
	if !r.done() {
		return 0, slices.DeleteFunc(r.problems, func(p source.Problem) bool { return p.Severity() != source.Error })
	}
	if changed := changedBetween(b.tree, clean.tree); changed != nil {
		return 0, changed
	}
	return differing(ctx, b.target, b.ledger.Owned(), clean.target, clean.ledger.Owned())
}

// changedBetween reports the files that somebody changed between two builds, which
// cannot be compared then.
func changedBetween(first, second *source.Tree) []source.Problem {
	stamps := map[source.Path]source.Stamp{}
	for _, f := range first.Records() {
		stamps[f.Path] = f.Stamp
	}
	var changed []source.Problem
	report := func(p source.Path) {
		changed = append(changed, source.At(source.Pos{Path: p}, source.FileChanged))
	}
	for _, f := range second.Records() {
		if was, there := stamps[f.Path]; !there || was != f.Stamp {
			report(f.Path)
		}
		delete(stamps, f.Path)
	}
	for p := range stamps {
		report(p)
	}
	return source.Sort(changed)
}

// differing compares, by their bytes, the files of ours in the output folder with
// those of a clean build. Files of others do not count.
func differing(ctx context.Context, target public.Target, ours []string, clean public.Target, wanted []string) (compared int, problems []source.Problem) {
	paths := slices.Concat(ours, wanted)
	slices.Sort(paths)
	for _, p := range slices.Compact(paths) {
		if ctx.Err() != nil {
			return 0, []source.Problem{asProblem(context.Cause(ctx), "")}
		}
		is, _, here := target.Sum(p)
		want, _, made := clean.Sum(p)
		if !here && !made {
			continue // the ledger remembers what a killed build was about to do
		}
		compared++
		if here != made || is != want {
			problems = append(problems, source.At(source.Pos{Path: source.Path(path.Join(target.Shown, p))}, source.VerifyDiffers,
				source.Given(!here), source.Given(!made), source.Given(here && made), target.Shown))
		}
	}
	return compared, problems
}

// proof says what the comparison has shown when all was well.
func (r *report) proof() string {
	if r.lang == "da" {
		return fmt.Sprintf("%d %s, også når webstedet bygges forfra", r.compared, plural(r.compared, "fil er den samme", "filer er de samme"))
	}
	return fmt.Sprintf("%d %s the same when the site is built from nothing", r.compared, plural(r.compared, "file is", "files are"))
}

// unproved says the same when it was not.
func (r *report) unproved(out string) string {
	n := source.Errors(r.problems)
	switch {
	case r.compared > 0 && r.lang == "da":
		return fmt.Sprintf("%d af %d filer er anderledes, når webstedet bygges forfra", n, r.compared)
	case r.compared > 0:
		return fmt.Sprintf("%d of %d files are different when the site is built from nothing", n, r.compared)
	case r.lang == "da":
		return fmt.Sprintf("%d fejl; %s er bygget, men ikke efterprøvet", n, out)
	}
	return fmt.Sprintf("%d %s; %s is built but not verified", n, plural(n, "error", "errors"), out)
}
