package main

import (
	"cmp"
	"context"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"

	"referat/generator/check"
	"referat/generator/site"
	"referat/generator/source"
)

// runCheck is the command check: it builds as build does, and then holds every file of
// the output folder to the rules of package check. It tells everything, what is only
// information too.
func runCheck(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	if wantsStrip(args) {
		return runStrip(ctx, args, stdout, stderr)
	}
	o, err := checkOptions(args)
	if err != nil {
		return explain(err, languageOf(args), stdout, stderr)
	}
	meter := newMeter(stderr)
	r := checkSite(ctx, o, meter)
	meter.clear()
	return o.answer(&r, stdout, stderr)
}

// checked is what a build and the check of its files have to say.
type checked struct {
	report
	looked check.Result
}

func checkSite(ctx context.Context, o options, meter *meter) checked {
	defer pace()()
	began := time.Now()
	b, problems := newBuilder(o)
	if problems != nil {
		return checked{report: report{problems: problems, lang: cmp.Or(o.lang, "da")}}
	}
	defer b.close()
	b.learn = o.json // which tells of every file that is published as it is
	c := checked{report: b.build(ctx, nil, meter.show)}
	c.add(b.settle()...)
	if c.done() {
		c.add(c.look(ctx, b, meter)...)
	}
	c.problems = source.Sort(c.problems)
	c.took = time.Since(began)
	return c
}

// look reads the files of the output folder.
func (c *checked) look(ctx context.Context, b *builder, meter *meter) []source.Problem {
	c.built = true
	names, err := filesBelow(b.target.Dir)
	if err != nil {
		return []source.Problem{asUnread(err, b.shown)}
	}
	if b.docs == nil { // nothing had changed
		docs, problems := b.documents()
		if docs == nil {
			return problems
		}
		b.docs = docs // whose problems the build has told
	}
	base := b.docs.Settings.Base
	known := check.Site{Origin: base.Scheme + "://" + base.Host, Base: base.EscapedPath(), Statement: strings.Trim(site.StatementAddress, "/") + "/index.html"}
	c.looked, err = check.Folder(ctx, b.target.Dir, names, known, meter.show)
	if err != nil {
		return []source.Problem{asUnread(err, b.shown)}
	}
	findings := c.looked.Findings
	if b.external {
		found, err := askOutside(ctx, b, base, c.looked.Outside, meter)
		if err != nil {
			return []source.Problem{asProblem(err, ".cache")}
		}
		findings = append(findings, found...)
	}
	foreign := b.foreign(names)
	if len(findings)+len(foreign) > 0 {
		if problems := b.study(ctx); problems != nil {
			return problems
		}
	}
	return slices.Concat(b.place(c.lang, findings), b.judgeForeign(foreign), site.Information(b.docs))
}

// study finds out what the output folder was made from and what is allowed in it, where the
// build had nothing to do.
func (b *builder) study(ctx context.Context) []source.Problem {
	if b.outputs != nil {
		return nil
	}
	b.learn = true
	if r := b.build(ctx, nil, silent); !r.done() { // somebody is changing the site
		return r.problems
	}
	return nil
}

// filesBelow are the ordinary files below a folder, sorted: those that somebody else
// has put there too, for they are published with it.
func filesBelow(dir string) (names []string, err error) {
	err = fs.WalkDir(os.DirFS(dir), ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && entry.Type().IsRegular() {
			names = append(names, name)
		}
		return err
	})
	slices.Sort(names) // a walk has "a/b" before "a-b"
	return names, err
}
