package main

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"referat/generator/content"
	"referat/generator/inspect"
	"referat/generator/inspect/found"
	"referat/generator/personal"
	"referat/generator/plain"
	"referat/generator/site"
	"referat/generator/source"
)

// attachment is a file that is published as it is.
type attachment struct {
	path   source.Path
	digest source.Digest
	*inspected
}

// inspected is what a file was found to hold. It depends on the file's bytes and name alone.
type inspected struct {
	Report inspect.Report
	Marks  []partMark
}

// partMark is what looks like personal data in a part of a file.
type partMark struct {
	Part string
	Mark content.Mark
}

// inspect opens every file that is to be published as it is. What a file holds is found once and then remembered.
func (b *builder) inspect(ctx context.Context, outputs []site.Output) ([]attachment, []source.Problem) {
	var all []attachment
	for _, o := range outputs {
		if o.Form == site.Copy {
			v := o.View().(site.FileView)
			all = append(all, attachment{path: v.Path, digest: v.Digest})
		}
	}
	known := make(map[plain.Digest]*inspected, len(all))
	var missing []int
	for i := range all {
		a, key := &all[i], all[i].key()
		if a.inspected = b.recallInspected(key); a.inspected == nil {
			missing = append(missing, i)
		} else {
			known[key] = a.inspected
		}
	}
	errs := b.openAll(ctx, all, missing)
	var problems []source.Problem
	for n, i := range missing {
		if errs[n] != nil {
			problems = append(problems, asUnread(errs[n], string(all[i].path)))
			continue
		}
		known[all[i].key()] = all[i].inspected
	}
	b.inspected, b.learnt = known, b.learnt || len(missing) > 0
	return slices.DeleteFunc(all, func(a attachment) bool { return a.inspected == nil }), problems
}

// openAll inspects some of the files, on as many workers as there are processors.
func (b *builder) openAll(ctx context.Context, all []attachment, which []int) []error {
	errs := make([]error, len(which))
	compiled := ""
	if len(which) > 0 {
		compiled = compiledPDF()
	}
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(len(which), runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			for n := int(next.Add(1)) - 1; n < len(which); n = int(next.Add(1)) - 1 {
				if errs[n] = ctx.Err(); errs[n] == nil {
					errs[n] = b.openOne(&all[which[n]], compiled)
				}
			}
		})
	}
	wg.Wait()
	return errs
}

// openOne inspects a file, and looks for personal data in all its words. They are not kept.
func (b *builder) openOne(a *attachment, compiled string) error {
	limits := found.Usual()
	limits.Compiled = compiled
	data, err := b.readFile(a.path, limits.File)
	if err != nil {
		return err
	}
	if int64(len(data)) <= limits.File && sha256.Sum256(data) != a.digest {
		return changedMeanwhile{a.path}
	}
	in := &inspected{}
	in.Report = inspect.File(path.Base(string(a.path)), data, limits, in.scan)
	a.inspected = in
	return nil
}

// readFile reads a file, and one byte more than the limit of what is larger.
func (b *builder) readFile(p source.Path, limit int64) ([]byte, error) {
	f, err := b.tree.Open(p)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	return io.ReadAll(io.LimitReader(f, limit+1))
}

// scan notes what looks like personal data in the words of a part, each once.
func (in *inspected) scan(part, text string) {
	for _, f := range personal.Scan(text) {
		m := partMark{personal.Mask(part), content.Mark{Kind: f.Kind, Sure: f.Sure, Shown: f.Shown, Same: f.Same}}
		if !slices.Contains(in.Marks, m) {
			in.Marks = append(in.Marks, m)
		}
	}
}

// key stands for all that an inspection depends on.
func (a *attachment) key() plain.Digest {
	return plain.DigestOf(struct {
		Version int
		Name    string
		Bytes   source.Digest
	}{inspect.Version, path.Base(string(a.path)), a.digest})
}

// recallInspected finds what a file was found to hold.
func (b *builder) recallInspected(key plain.Digest) *inspected {
	if in := b.inspected[key]; in != nil {
		return in
	}
	data, ok := b.facts.Find(key)
	if !ok {
		return nil
	}
	in := &inspected{}
	if rest, err := plain.Read(data, in); err != nil || rest != "" {
		return nil
	}
	return in
}

// sum is the digest of the bytes as staff write it.
func (a *attachment) sum() string { return fmt.Sprintf("%x", a.digest) }

// isPDF tells that the program which made the file is elsewhere: a PDF is made of another document.
func (a *attachment) isPDF() bool { return strings.EqualFold(path.Ext(string(a.path)), ".pdf") }
