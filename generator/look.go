package main

import (
	"os"
	"path/filepath"
	"slices"
	"time"

	"referat/generator/content"
	"referat/generator/layouts"
	"referat/generator/plain"
	"referat/generator/public"
	"referat/generator/source"

	embedded "referat/layouts"
)

// lookAround finds out how the site's files and the output folder are: all of them, at the
// same time and while what is remembered is read, or only the files that the hints name, if that will do.
func (b *builder) lookAround(hints []string) (standing, []source.Problem) {
	if problems, ok := b.lookAgain(hints); ok {
		return b.lookAtOutputs(!b.askew), problems
	}
	was, before := b.tree, b.clock
	b.clock = time.Now().UnixNano()
	if b.stands() {
		_ = os.MkdirAll(b.target.Cache, 0o755) // without it the clock is the machine's
		b.clock = source.Clock(b.target.Cache)
	}
	type looked struct {
		tree     *source.Tree
		problems []source.Problem
	}
	listed := make(chan looked, 1)
	go func() {
		tree, problems := source.List(os.DirFS(b.dir), b.root.FS())
		listed <- looked{tree, problems}
	}()
	b.open()
	found := b.lookAtOutputs(false)
	inputs := <-listed
	b.tree = inputs.tree
	b.tree.Recall(b.records(was, before))
	return found, inputs.problems
}

// stands tells that the site is still where it was: else there is none to write in.
func (b *builder) stands() bool {
	_, err := os.Stat(filepath.Join(b.dir, string(source.Settings)))
	return err == nil
}

// lookAgain looks at what the hints name, where there is something to hold it against.
// The clock stays that of the look at everything: of the other files no more is known
// than then.
func (b *builder) lookAgain(hints []string) (problems []source.Problem, ok bool) {
	if len(hints) == 0 || b.tree == nil || b.docs == nil || b.ledger.Last() == nil {
		return nil, false
	}
	tree, problems, ok := b.tree.Again(b.clock, hints)
	if ok {
		b.tree = tree
	}
	return problems, ok
}

// records are the files that the last look, begun at an instant, or else the last build
// knows by their stamps, so that they need not be read again.
func (b *builder) records(last *source.Tree, clock int64) source.Records {
	if last != nil {
		return last.Remembered(clock)
	}
	if last := b.ledger.Last(); last != nil {
		return last.Records()
	}
	return source.Records{}
}

// hiding tells of a folder that cannot be read: whatever the rest of the site names may lie
// there, and nothing can be said of it.
func hiding(problems []source.Problem) bool {
	return slices.ContainsFunc(problems, func(p source.Problem) bool { return p.Code == source.FileUnreadable })
}

// standing is how the output folder was found.
type standing struct {
	known   bool            // there was a build to compare with
	folders bool            // no name has come or gone
	lost    map[string]bool // outputs that are not as the last build left them
	foreign []source.Problem
}

// whole tells that the folder is just as the last build left it.
func (s standing) whole() bool { return s.known && s.folders && len(s.lost) == 0 }

// lookAtOutputs compares the output folder with what the last build left, unless
// it may be trusted. A file whose stamp is no proof is read.
func (b *builder) lookAtOutputs(trusted bool) standing {
	last := b.ledger.Last()
	if last == nil {
		return standing{}
	}
	looked := public.Looked{Folders: true}
	if !trusted {
		looked = b.target.Look(last.Files(), last.Folders, last.SeenAt)
	}
	s := standing{known: true, folders: looked.Folders, lost: map[string]bool{}}
	for _, p := range looked.Touched {
		sum, stamp, ok := b.target.Sum(p)
		was := b.shelf.Find(p)
		if !ok || was == nil || plain.Digest(sum) != was.Bytes {
			s.lost[p] = true
			continue
		}
		if stamp.Racy(b.clock) {
			stamp = source.Stamp{} // no proof either
		}
		was.Stamp = stamp
	}
	for _, p := range b.ledger.Intended() {
		s.lost[p] = true
	}
	for _, note := range last.Notes {
		if note.Code == source.ForeignFile {
			s.foreign = append(s.foreign, note)
		}
	}
	b.askew = !s.whole()
	return s
}

// touched tells that the output folder may have something else at a path by now than the
// last build left there.
func (b *builder) touched(path string) bool {
	was := b.shelf.Find(path)
	return was == nil || b.target.Touched(public.Left{Path: path, Stamp: was.Stamp}, b.ledger.Last().SeenAt)
}

// loadLayouts loads the layouts, unless they are those last loaded.
func (b *builder) loadLayouts(docs *content.Documents) []source.Problem {
	made := b.layoutsMade(docs)
	if b.look.set == nil || b.look.made != made || len(b.look.problems) > 0 {
		b.look.made = made
		b.look.marks = b.layoutMarks()
		b.look.set, b.look.problems = layouts.Load(b.tree, embedded.Files, layouts.Options{Base: docs.Settings.Base.EscapedPath(), Languages: docs.Languages(), Text: b.texts.html})
	}
	return b.look.problems
}

// layoutsMade stands for all that the layouts of documents are loaded from.
func (b *builder) layoutsMade(docs *content.Documents) plain.Digest {
	type input struct {
		Path   source.Path
		Digest source.Digest
	}
	made := struct {
		Files     []input
		Languages []string
		Base      string
	}{Languages: docs.Languages(), Base: docs.Settings.Base.EscapedPath()}
	for _, f := range b.tree.Below("layouts") {
		digest, err := b.tree.Sum(f)
		if err != nil {
			digest = source.Digest{} // loading it says what is wrong
		}
		made.Files = append(made.Files, input{f.Path, digest})
	}
	return plain.DigestOf(made)
}
