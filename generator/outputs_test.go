package main

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"pgregory.net/rapid"

	"referat/generator/source"
)

// output is an output folder of the proof, and who builds it.
type output struct {
	*world
	name      string
	out       string
	cache     string // where what is remembered of it is; "" of nothing yet
	lives     bool   // one builder makes all builds
	b         *builder
	held      map[string]string // what was in the folder when it was last read; nil of something else
	foreign   map[string]string // somebody else's files
	forgotten bool              // what the last builds made is no longer known
	doubtful  bool              // or will not be when the program starts anew
	meddled   bool              // somebody was in the folder since the last build
	fault     fault             // planted before each build
}

// close ends the builder; what it has not written down is lost, as with a process
// that is killed.
func (o *output) close() {
	if o.b != nil {
		o.b.close()
		o.b = nil
	}
}

// ready gives the builder for the next build.
func (o *output) ready(t *rapid.T) *builder {
	if !o.lives {
		o.close()
	}
	if o.b == nil {
		o.b = open(t, options{dir: o.dir, out: o.out, shown: "public"}, o.program)
		o.cache = o.b.target.Cache
		o.forgotten = o.forgotten || o.doubtful || len(o.b.ledger.Owned()) == 0
		o.doubtful = false
		if o.foreign == nil {
			o.foreign = map[string]string{}
		}
	}
	o.b.now, o.b.drafts = o.now, o.drafts
	return o.b
}

// run makes a build and, unless the builder lives on and others may follow soon,
// writes down what it was made from.
func (o *output) run(t *rapid.T, ctx context.Context, progress func(done, all int)) report {
	o.clean.last().lend(o.b)
	r := o.b.build(ctx, nil, progress)
	if !o.lives || rapid.Bool().Draw(t, "written down") {
		r.add(o.b.settle()...)
	}
	return r
}

// stopping is a context that ends after it was asked a few times, which a switch
// does before each write.
type stopping struct {
	context.Context
	left *atomic.Int64
}

func (s stopping) Err() error {
	if s.left.Add(-1) < 0 {
		return context.Canceled
	}
	return nil
}

// killed lets a build end at some write, or while it draws, and perhaps the
// process. Its author may take back what it was to write.
func (o *output) killed(t *rapid.T) {
	if rapid.Bool().Draw(t, "with something new") {
		o.add(t)
	}
	writes := &atomic.Int64{}
	writes.Store(rapid.Int64Range(0, 15).Draw(t, "writes before the kill"))
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	o.ready(t)
	if rapid.Bool().Draw(t, "while it draws") {
		o.run(t, ctx, func(int, int) {
			if writes.Add(-1) < 0 {
				stop()
			}
		})
	} else {
		o.run(t, stopping{ctx, writes}, func(int, int) {})
	}
	if rapid.Bool().Draw(t, "and the process with it") {
		o.close()
	}
	if rapid.Bool().Draw(t, "taken back") {
		o.mend(t)
	}
	o.foreignStays(t)
}

// found is what is in the folder. It is read when somebody may have been there since it was
// last read; a build is not told, so that one that writes into the folder of another is seen.
func (o *output) found(t *rapid.T) map[string]string {
	if o.held == nil {
		o.held = textsIn(t, o.out)
	}
	return o.held
}

// foreignStays notes a foreign file that is gone. One that stands where a page
// belongs may have been replaced.
func (o *output) foreignStays(t *rapid.T) {
	o.held = nil
	now := o.found(t)
	for _, p := range slices.Sorted(maps.Keys(o.foreign)) {
		if now[p] == "" {
			o.gone = fmt.Sprintf("%s: the foreign file %s is gone", o.name, p)
		}
		o.foreign[p] = now[p]
	}
}

// disturbed changes a file while a build draws, and perhaps back again.
func (o *output) disturbed(t *rapid.T) {
	name := o.some(t, `^content/.*\.(md|csv|toml|pdf)$`)
	was := o.read(t, name)
	other := rapid.SampledFrom([]string{was.text + "\n", was.text + "\nMere.\n", strings.Replace(was.text, "e", "o", 1), ""}).Draw(t, "meanwhile")
	var drawn atomic.Int64
	when := rapid.Int64Range(1, 30).Draw(t, "after drawing")
	var once sync.Once
	change := func() {
		o.past[name] = append(o.past[name], was)
		o.touch(name)
		_ = os.WriteFile(o.file(name), []byte(other), 0o644)
	}
	changed := false
	o.ready(t)
	o.run(t, context.Background(), func(int, int) {
		if drawn.Add(1) >= when {
			once.Do(func() { change(); changed = true })
		}
	})
	if changed && rapid.Bool().Draw(t, "and back") {
		o.put(t, name, was)
	}
	o.foreignStays(t)
}

// build makes the builds that are compared: sometimes one that goes by hints, one
// that looks at everything, and sometimes one more, which has nothing to do.
func (o *output) build(t *rapid.T, want result) string {
	b := o.ready(t)
	before := o.found(t)
	if o.lives && !o.untold && !o.linked && len(o.touched) > 0 && rapid.Bool().Draw(t, "by hints") {
		b.learn = rapid.Bool().Draw(t, "learning")
		mended := o.plant(want)
		r := b.build(context.Background(), o.touched, func(int, int) {})
		mended()
		o.held = nil
		if !o.meddled && !o.forgotten {
			if difference := o.compare(t, before, r, want); difference != "" {
				return "by hints, " + difference
			}
		}
		before = o.found(t)
	}
	if rapid.Bool().Draw(t, "in one tick") {
		o.oneTick()
	}
	mended := o.plant(want)
	r := o.run(t, context.Background(), func(int, int) {})
	mended()
	if difference := o.compare(t, before, r, want); difference != "" || want.failed || !rapid.Bool().Draw(t, "again") {
		return difference
	}
	last := o.ready(t).ledger.Last()
	r = o.run(t, context.Background(), func(int, int) {})
	if difference := o.compare(t, want.files, r, want); difference != "" {
		return "built again, " + difference
	}
	if now := o.b.ledger.Last(); now != last && len(now.Changes) > 0 {
		return fmt.Sprintf("built again, it has something to do: %v", now.Changes)
	}
	return ""
}

// plant makes the mistake that is to be seen, if there is one.
func (o *output) plant(want result) (mended func()) {
	if o.fault == nil {
		return func() {}
	}
	return o.fault(o, want)
}

// oneTick makes the stamps of edited files what they would be on a disk whose clock
// has not moved since the last look: those that the builder remembers.
func (o *output) oneTick() {
	for _, name := range o.touched {
		info, err := os.Stat(o.file(name))
		if err != nil || info.IsDir() {
			continue
		}
		p, is := source.Path(name), source.StampOf(info)
		if o.b.tree != nil {
			if f, ok := o.b.tree.File(p); ok && f.Size == is.Size {
				f.Stamp = is
			}
		}
		if last := o.b.ledger.Last(); last != nil {
			for i := range last.Inputs {
				if in := &last.Inputs[i]; in.Path == p && in.Stamp.Size == is.Size {
					in.Stamp = is
				}
			}
		}
	}
}

// addForeign lets somebody put a file of their own into the folder.
func (o *output) addForeign(t *rapid.T) {
	if _, err := os.Stat(o.out); err != nil || o.foreign == nil {
		t.Skip("there is no folder yet")
	}
	o.meddled, o.held = true, nil
	if all := slices.Sorted(maps.Keys(o.foreign)); len(all) > 0 && rapid.Bool().Draw(t, "taken away") {
		p := rapid.SampledFrom(all).Draw(t, "file")
		must(t, os.Remove(filepath.Join(o.out, p)))
		delete(o.foreign, p)
		return
	}
	p := rapid.SampledFrom([]string{"fremmed.txt", "assets/fremmed.css", "fremmed/a/b.txt", "fremmed/c.txt", "om/fremmed.txt", "referater/raad/2024-03-05/fremmed.txt",
		"referater/raad/2024-06-11/index.html", "hjaelp/index.html"}).Draw(t, "file")
	if _, err := os.Lstat(filepath.Join(o.out, p)); err == nil {
		t.Skip("it is there")
	}
	must(t, os.MkdirAll(filepath.Dir(filepath.Join(o.out, p)), 0o755))
	must(t, os.WriteFile(filepath.Join(o.out, p), []byte("fremmed"), 0o644))
	o.foreign[p] = "fremmed"
}

// makeRoom lets their owner take away what stands at the paths of pages, where nothing tells any
// more that the folder is ours.
func (o *output) makeRoom(t *rapid.T, want result) {
	for p, text := range o.found(t) {
		if wanted, page := want.files[p]; page && text != wanted {
			must(t, os.Remove(filepath.Join(o.out, p)))
			delete(o.foreign, p)
		}
	}
	o.held = nil
}

// meddle lets somebody damage or delete files in the output folder.
func (o *output) meddle(t *rapid.T) {
	all := slices.Sorted(maps.Keys(o.found(t)))
	all = slices.DeleteFunc(all, func(p string) bool { _, theirs := o.foreign[p]; return theirs })
	if len(all) == 0 {
		t.Skip("the folder is empty")
	}
	o.meddled, o.held = true, nil
	p := rapid.SampledFrom(all).Draw(t, "file")
	file := filepath.Join(o.out, p)
	switch rapid.SampledFrom([]string{"damage", "damage", "folder", "all"}).Draw(t, "how") {
	case "damage":
		damage(t, file)
	case "folder":
		o.removeAll(t, filepath.Dir(file))
	case "all":
		o.removeAll(t, o.out)
	}
}

// removeAll removes a folder of the output, foreign files in it too.
func (o *output) removeAll(t *rapid.T, dir string) {
	must(t, os.RemoveAll(dir))
	for p := range o.foreign {
		if _, err := os.Lstat(filepath.Join(o.out, p)); err != nil {
			delete(o.foreign, p)
		}
	}
}

// meddleWithCache lets somebody damage or delete what the program remembers.
func (o *output) meddleWithCache(t *rapid.T) {
	dir := o.cache
	if dir == "" {
		t.Skip("nothing is remembered yet")
	}
	all := slices.Sorted(maps.Keys(textsIn(t, dir)))
	if len(all) == 0 {
		t.Skip("nothing is remembered")
	}
	if rapid.Bool().Draw(t, "and a restart") {
		o.close()
	}
	if rapid.IntRange(0, 3).Draw(t, "all of it") == 0 {
		must(t, os.RemoveAll(filepath.Join(o.dir, ".cache")))
		for _, other := range o.outputs {
			other.doubtful = true
		}
		return
	}
	o.doubtful = true
	damage(t, filepath.Join(dir, rapid.SampledFrom(all).Draw(t, "file")))
}

// damage does something to a file that is there.
func damage(t *rapid.T, file string) {
	info, err := os.Stat(file)
	must(t, err)
	text, err := os.ReadFile(file)
	must(t, err)
	switch rapid.SampledFrom([]string{"delete", "cut", "flip", "flip in secret", "touch", "write again"}).Draw(t, "damage") {
	case "delete":
		must(t, os.Remove(file))
	case "cut":
		must(t, os.Truncate(file, info.Size()/2))
	case "flip", "flip in secret":
		if len(text) > 0 {
			text[rapid.IntRange(0, len(text)-1).Draw(t, "byte")] ^= 1
		}
		must(t, os.WriteFile(file, text, 0o644))
		must(t, os.Chtimes(file, info.ModTime(), info.ModTime()))
	case "touch":
		must(t, os.Chtimes(file, at, at))
	case "write again":
		must(t, os.Remove(file))
		must(t, os.WriteFile(file, text, 0o644))
	}
}

// memoryFolder is a folder for the test, in memory where the system has such a place.
func memoryFolder(t *testing.T) string {
	dir, err := os.MkdirTemp("/dev/shm", "referat")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}
