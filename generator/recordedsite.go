package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"referat/generator/content"
	"referat/generator/ledger"
	"referat/generator/plain"
	"referat/generator/public"
	"referat/generator/record"
	"referat/generator/site"
	"referat/generator/source"
)

// A recorded site is the last state that was published, laid out in a folder of its own so
// that it can be built again, whatever is wrong with the files that staff have now. What
// has once been published is drawn though a rule would forbid it today: the rules keep
// things from being published, and here something has to be taken away.

// recordedSite is such a folder.
type recordedSite struct {
	dir  string        // of the recorded site
	desk *desk         // the site
	out  public.Target // where its files are published
	made ledger.Shelf  // what the last build made
}

// recordedDir is where it is laid out.
const recordedDir = ".cache/recorded"

// layOut puts everything into the folder, as the record now has it.
func (r *recordedSite) layOut() []source.Problem {
	tree, _ := source.Look(os.DirFS(r.desk.dir), r.desk.root.FS(), source.Records{})
	past, problems := record.Read(tree, nil)
	if source.Errors(problems) > 0 {
		return problems
	}
	r.desk.tree = tree
	published := map[string]bool{}
	for _, a := range past.Addresses {
		published[a.Address] = true
	}
	put := func(p source.Path, err error) {
		if err != nil {
			problems = append(problems, r.desk.unreadable(p, err))
		}
	}
	past.Latest(func(d record.Document) {
		if problem := r.text(past, d); problem != nil {
			problems = append(problems, *problem)
		}
	})
	problems = append(problems, past.DamagedEarlier()...)
	for _, f := range slices.Concat(tree.Recorded(), tree.Below("layouts")) {
		put(f.Path, r.copy(f.Path))
	}
	for _, f := range tree.Below("content") {
		if published[site.FileAddress(f.Path)] && !r.has(f.Path) {
			put(f.Path, r.attach(f.Path))
		}
	}
	return problems
}

// text puts the text of a document in its place. Where the record has lost it, or
// somebody has changed it, the file itself is as good while it has the bytes that were
// recorded.
func (r *recordedSite) text(past *record.Record, d record.Document) *source.Problem {
	text, problem := past.Verified(d)
	if problem != nil {
		text, _ = r.desk.root.ReadFile(string(d.Path))
		if sha256.Sum256(text) != d.Bytes {
			return problem
		}
	}
	if err := r.write(d.Path, text); err != nil {
		unreadable := r.desk.unreadable(past.TextPath(d), err)
		return &unreadable
	}
	return nil
}

func (r *recordedSite) clear() error { return r.desk.root.RemoveAll(recordedDir) }

func (r *recordedSite) has(p source.Path) bool {
	_, err := os.Lstat(r.file(p))
	return err == nil
}

func (r *recordedSite) file(p source.Path) string {
	return filepath.Join(r.dir, filepath.FromSlash(string(p)))
}

func (r *recordedSite) write(p source.Path, text []byte) error {
	if err := os.MkdirAll(filepath.Dir(r.file(p)), 0o755); err != nil {
		return err
	}
	return os.WriteFile(r.file(p), text, 0o644)
}

// copy puts a file of the site in its place.
func (r *recordedSite) copy(p source.Path) error {
	in, err := r.desk.tree.Open(p)
	if err != nil {
		return err
	}
	return r.store(p, in)
}

func (r *recordedSite) store(to source.Path, in io.ReadCloser) error {
	defer func() { _ = in.Close() }()
	if err := os.MkdirAll(filepath.Dir(r.file(to)), 0o755); err != nil {
		return err
	}
	out, err := os.Create(r.file(to))
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}

// attach puts a published file in its place: that of the site, or that of the output
// folder where only this one is as the last build made it.
func (r *recordedSite) attach(p source.Path) error {
	at := strings.TrimPrefix(site.FileAddress(p), "/")
	made := r.made.Find(at)
	f, there := r.desk.tree.File(p)
	if there && made != nil {
		sum, err := r.desk.tree.Sum(f)
		there = err == nil && plain.Digest(sum) == made.Bytes
	}
	if there {
		return r.copy(p)
	}
	sum, _, ok := r.out.Sum(at)
	if !ok || made != nil && plain.Digest(sum) != made.Bytes {
		return nil // neither is what was published: better none than another
	}
	in, err := os.OpenInRoot(r.out.Dir, filepath.FromSlash(at))
	if err != nil {
		return err
	}
	return r.store(p, in)
}

// dropLayouts leaves the site's own layouts out.
func (r *recordedSite) dropLayouts() error { return os.RemoveAll(r.file("layouts")) }

// forgive leaves out the errors of a report that only forbid what is published already.
// What stays is that of a file nothing could be read of, whose pages would be gone.
func (r *report) forgive(docs *content.Documents) {
	unread := map[source.Path]bool{source.Settings: docs == nil}
	if docs != nil {
		docs.EachUnread(func(p source.Path) { unread[p] = true })
	}
	r.problems = slices.DeleteFunc(r.problems, func(p source.Problem) bool {
		inLayouts := strings.HasPrefix(string(p.Pos.Path), "layouts/")
		return p.Severity() != source.Error || !unread[p.Pos.Path] && !inLayouts && p.Code != source.ProgramFault
	})
}

// layoutsBroken tells that errors stand in the layouts.
func (r *report) layoutsBroken() bool {
	return slices.ContainsFunc(r.problems, func(p source.Problem) bool { return strings.HasPrefix(string(p.Pos.Path), "layouts/") })
}

// rescued stands for what a build of a recorded site was asked for.
func rescued() plain.Digest { return plain.DigestOf("what was recorded") }

// spare lets what looks like personal data pass in a build that takes something else
// away, and sees to it that the next build judges it again.
func (a artist) spare(p *piece, err error) error {
	if found := (leak)(nil); a.rescues && errors.As(err, &found) {
		p.Layout = plain.DigestOf("not judged")
		return nil
	}
	return err
}

// pathsBelow are the files below a folder of the site, which may be one that is no part of it.
func (d *desk) pathsBelow(dir string) (list []source.Path) {
	_ = fs.WalkDir(d.root.FS(), dir, func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			list = append(list, source.Path(path.Clean(name)))
		}
		return nil
	})
	return list
}

// rebuild builds the recorded site into the output folder of the site itself, with
// layouts that can be used. The builder stays open.
func (r *recordedSite) rebuild(ctx context.Context, w *withdrawal) (*builder, []source.Problem) {
	b, problems := r.open(w)
	if problems != nil {
		return nil, problems
	}
	meter := newMeter(w.stderr)
	defer meter.clear()
	report := b.build(ctx, nil, meter.show)
	if report.layoutsBroken() {
		b.close()
		if err := r.dropLayouts(); err != nil {
			return nil, []source.Problem{asProblem(err, recordedDir)}
		}
		if b, problems = r.open(w); problems != nil {
			return nil, problems
		}
		report = b.build(ctx, nil, meter.show)
	}
	report.add(b.settle()...)
	return b, report.problems
}

// open lays the site out and gives the builder of it.
func (r *recordedSite) open(w *withdrawal) (*builder, []source.Problem) {
	own, problems := newBuilder(w.options)
	if problems != nil {
		return nil, problems
	}
	defer own.close()
	own.open()
	r.out, r.made = own.target, own.shelf
	o := w.options
	o.dir = r.dir
	if !r.has("content") {
		if problems := r.layOut(); problems != nil {
			return nil, problems
		}
	}
	b, problems := newBuilder(o)
	if problems != nil {
		return nil, problems
	}
	b.keepIn(own.cache)
	b.rescues = true
	return b, nil
}
