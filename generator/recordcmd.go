package main

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"referat/generator/ledger"
	"referat/generator/record"
	"referat/generator/source"
)

// runRecord is the command record: it remembers what public/ now shows, so that from then
// on nothing of it changes or goes away unnoticed.
func runRecord(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	o, reviewer, err := recordOptions(args)
	if err != nil {
		return explain(err, languageOf(args), stdout, stderr)
	}
	defer pace()()
	b, problems := newBuilder(o)
	if problems != nil {
		return complain(stderr, problems, cmp.Or(o.lang, "da"))
	}
	defer b.close()
	news, r := b.remember(ctx, func(lang string) string {
		if reviewer == "" {
			reviewer = atTerminal(stderr).reviewer(lang)
		}
		return reviewer
	})
	printMost(stderr, pressing(r.problems), r.known, source.Warning, r.lang)
	switch {
	case !r.done() && r.problems[0].Code == source.UsageReviewer:
		return exitUsage
	case !r.done():
		return exitProblems
	}
	printNews(stdout, news, r.lang)
	return exitDone
}

// recordOptions reads the arguments of record.
func recordOptions(args []string) (o options, reviewer string, err error) {
	o.now = time.Now()
	f := flag.NewFlagSet("record", flag.ContinueOnError)
	f.StringVar(&reviewer, "reviewer", "", "")
	err = o.read(f, args)
	return o, oneLine(reviewer), err
}

// remember writes into the record what the last build has made, which must be what the
// site's files say now; who has looked through it is asked when there is something to
// write. Afterwards the output folder is the same, but for what tells the days that the
// record has.
func (b *builder) remember(ctx context.Context, reviewer func(lang string) string) (record.News, report) {
	r := report{lang: cmp.Or(b.lang, "da")}
	d := &desk{root: b.root, dir: real(b.dir)}
	unlock, problem := d.lock()
	if problem != nil {
		r.add(*problem)
		return record.News{}, r
	}
	defer unlock()
	b.open()
	if !b.upToDate() {
		if last := b.ledger.Last(); last != nil {
			r.lang = cmp.Or(b.lang, last.Lang)
		}
		r.add(source.At(source.Pos{}, source.RecordAhead, b.shown))
		return record.News{}, r
	}
	b.learn = true
	if r = b.build(ctx, nil, silent); !r.done() {
		return record.News{}, r
	}
	b.learn = false
	update, problem := b.past.Next(b.recordable(b.docs, b.outputs), manifest(b.ledger.Last()))
	if problem == nil && !update.Empty() {
		problem = b.sign(ctx, &r, d, update, reviewer(r.lang))
	}
	if problem != nil {
		r.problems = []source.Problem{*problem}
	}
	if !r.done() {
		return record.News{}, r
	}
	r.add(b.settle()...)
	return update.News, r
}

// upToDate tells that the output folder is what the site's files say. That the record is
// another makes no difference: one that an interrupted command has left is completed.
func (b *builder) upToDate() bool {
	standing, problems := b.lookAround(nil)
	if source.Errors(problems) > 0 || !standing.whole() { // whole only of a build that was finished
		return false
	}
	last := b.ledger.Last()
	return last.During(b.asked(), b.now.UnixNano()) && b.sameInputs(unrecorded(b.tree.Records()), unrecorded(last.Inputs))
}

// unrecorded are the files of a site without those of its record, which stand last.
func unrecorded(files []source.Record) []source.Record {
	for i, f := range files {
		if f.Path.Recorded() {
			return files[:i]
		}
	}
	return files
}

// sign writes an update. The site is built again before the publication is entered, for it
// names the digest of the days that pages tell from now on, and once more after it, so that
// what was built is made from the whole record.
func (b *builder) sign(ctx context.Context, r *report, d *desk, u record.Update, reviewer string) *source.Problem {
	if reviewer == "" {
		p := source.At(source.Pos{}, source.UsageReviewer)
		return &p
	}
	for _, stage := range u.Stages() {
		if p := d.putAll(stage); p != nil {
			return p
		}
	}
	if *r = b.build(ctx, nil, silent); !r.done() {
		return nil
	}
	if p := d.putOne(u.Publication(reviewer, manifest(b.ledger.Last()))); p != nil {
		return p
	}
	*r = b.build(ctx, nil, silent)
	return nil
}

// silent shows no progress.
func silent(int, int) {}

// writers is how many files are written at once: a disk that is asked for many does what
// makes them last for all of them together.
const writers = 16

// putAll writes or removes the files of a stage, and gives the first problem.
func (d *desk) putAll(files []record.File) *source.Problem {
	problems := make([]*source.Problem, len(files))
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(writers, len(files)) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(files); i = int(next.Add(1)) - 1 {
				problems[i] = d.putOne(files[i])
			}
		})
	}
	wg.Wait()
	if i := slices.IndexFunc(problems, func(p *source.Problem) bool { return p != nil }); i >= 0 {
		return problems[i]
	}
	return nil
}

// putOne writes or removes a file. One that somebody else has removed is gone, too.
func (d *desk) putOne(f record.File) *source.Problem {
	var err error
	if f.Gone {
		if err = d.root.Remove(string(f.Path)); errors.Is(err, fs.ErrNotExist) {
			err = nil
		}
	} else {
		err = d.write(f.Path, string(f.Text))
	}
	if err != nil {
		p := d.cannotWrite(f.Path, err)
		return &p
	}
	return nil
}

// manifest is the digest of all files of the output folder: of a line for each, as
// sha256sum writes it.
func manifest(b *ledger.Build) source.Digest {
	h := sha256.New()
	for i := range b.Outputs {
		o := &b.Outputs[i]
		_, _ = io.WriteString(h, hex.EncodeToString(o.Bytes[:])+"  "+o.Path+"\n")
	}
	return source.Digest(h.Sum(nil))
}

// printNews tells what the record did not hold.
func printNews(w io.Writer, n record.News, lang string) {
	text := "%s: %d %s; dokumenter: %d %s, %d ændret, %d udgået\n"
	addresses, documents := plural(len(n.Addresses), "ny adresse", "nye adresser"), plural(len(n.New), "nyt", "nye")
	if lang != "da" {
		text = "%s: %d %s; documents: %d %s, %d changed, %d gone\n"
		addresses, documents = plural(len(n.Addresses), "new address", "new addresses"), "new"
	}
	_, _ = fmt.Fprintf(w, text, source.RecordDir, len(n.Addresses), addresses, len(n.New), documents, len(n.Changed), len(n.Left))
	for _, d := range n.Versions {
		_, _ = fmt.Fprintf(w, "%s: version %d\n", d.Path, d.Version)
	}
}
