package main

import (
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/lockedfile"
	"pgregory.net/rapid"

	"referat/generator/ledger"
	"referat/generator/plain"
	"referat/generator/public"
	"referat/generator/source"
)

// steps is how long the proof is. A failure tells how to see it again.
var steps = flag.Int("incremental.steps", 120, "edits of the proof that incremental builds equal clean ones")

// world is a site that is edited, and built in three ways: by one builder that
// lives on, by a new one each time, and clean, of a copy.
type world struct {
	*author
	now     time.Time
	drafts  bool
	program plain.Digest
	outputs []*output
	clean   *cleaner
	untold  bool // a hint cannot name what was changed: the clock, an option
	built   int
	gone    string // a foreign file that a killed build took away
}

func newWorld(t *rapid.T, c *cleaner, base string) *world {
	dir, err := os.MkdirTemp(base, "site")
	must(t, err)
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	w := &world{author: newAuthor(t, filepath.Join(dir, "site")), clean: c, program: plain.DigestOf("one"), now: at}
	w.outputs = []*output{
		{world: w, name: "living on", lives: true, out: filepath.Join(w.dir, "public")},
		{world: w, name: "made anew", out: filepath.Join(dir, "elsewhere", "public")},
	}
	t.Cleanup(func() {
		for _, o := range w.outputs {
			o.close()
		}
	})
	return w
}

// open makes a builder as newBuilder does, but of a program that need not be read.
func open(t rapid.TB, o options, program plain.Digest) *builder {
	root, err := os.OpenRoot(o.dir)
	must(t, err)
	out, err := public.Locate(o.out)
	must(t, err)
	cache := filepath.Join(o.dir, ".cache")
	b := &builder{options: o, places: places{root: root, target: public.Target{Dir: out, Shown: o.shown, Cache: ledger.Folder(cache, out)}}}
	b.lock = lockedfile.MutexAt(filepath.Join(b.target.Cache, "lock"))
	b.ledger = ledger.Open(cache, out, program)
	b.shelf = b.ledger.Last().Shelf()
	b.memory.Recall = b.recallReading
	return b
}

// frameOf is what a build says of the site beside problems.
func frameOf(b *builder, r report) string {
	last := b.ledger.Last()
	if last == nil || !r.done() {
		return ""
	}
	return fmt.Sprintf("%d pages, the same from %d to %d (reported: %d), in %s below %s, noted %d pages", r.pages, last.Since, last.Until, r.until, r.lang, r.base, last.Pages)
}

// told is what a report says of problems, but for those in the output folder.
func told(r report) []string {
	var all []string
	for _, p := range r.problems {
		if p.Code != source.ForeignFile && p.Code != source.OutputReplaced {
			danish, rescue := p.Text("da")
			english, _ := p.Text("en")
			all = append(all, fmt.Sprintf("%s %s: %s (%s) %s %v", p.Pos, p.Code, danish, rescue, english, p.Args))
		}
	}
	return all
}

// textsIn are the files of a folder; of a folder that is not there, none.
func textsIn(t rapid.TB, dir string) map[string]string {
	found := map[string]string{}
	must(t, filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if os.IsNotExist(err) && name == dir {
			return nil
		}
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		found[filepath.ToSlash(rel)] = string(text)
		return err
	}))
	return found
}

// compared builds all ways and tells how one differs from a clean build; "" of
// none. Now and then it leaves several edits to the next time: what a killed build
// has written may be what nobody wants any more.
func (w *world) compared(t *rapid.T) string {
	if w.gone != "" {
		return w.gone
	}
	if w.built > 0 && rapid.IntRange(0, 3).Draw(t, "more edits first") == 0 {
		return ""
	}
	runtime.GOMAXPROCS(rapid.IntRange(1, 4).Draw(t, "processors"))
	want := w.clean.build(t, w.author, w.program, options{now: w.now, drafts: w.drafts})
	for _, o := range w.outputs {
		if difference := o.build(t, want); difference != "" {
			return o.name + ": " + difference
		}
	}
	w.built++
	w.touched, w.untold = nil, false
	if w.broken = want.failed; !w.broken {
		w.keepGood(t)
	}
	if w.recorded() && rapid.Bool().Draw(t, "record forgotten") {
		w.forgetRecord(t)
	}
	return ""
}

// actions are all that may happen between two builds.
func (w *world) actions() map[string]func(*rapid.T) {
	all := w.edits()
	all["clock"] = w.turnClock
	all["record"] = w.remember
	all["record twice"] = w.rememberTwice
	all["drafts"] = func(t *rapid.T) { w.drafts, w.untold = !w.drafts, true }
	all["another program"] = func(t *rapid.T) {
		w.program = plain.DigestOf(rapid.SampledFrom([]string{"one", "two"}).Draw(t, "program"))
		for _, o := range w.outputs {
			o.close()
		}
	}
	for _, o := range w.outputs {
		all["output "+o.name] = o.meddle
		all["foreign "+o.name] = o.addForeign
		all["cache "+o.name] = o.meddleWithCache
		all["restarted "+o.name] = func(*rapid.T) { o.close() }
		all["killed "+o.name] = o.killed
		all["disturbed "+o.name] = o.disturbed
	}
	return all
}

// turnClock builds at another instant: at an edge of the span in which the site is
// the same, just before it, or anywhere.
func (w *world) turnClock(t *rapid.T) {
	w.now, w.untold = instants().Draw(t, "now"), true
	if b := w.outputs[0].b; b != nil && b.ledger.Last() != nil && rapid.Bool().Draw(t, "at an edge") {
		edge := rapid.SampledFrom([]int64{b.ledger.Last().Since, b.ledger.Last().Until}).Draw(t, "edge")
		if edge != math.MinInt64 && edge != math.MaxInt64 {
			w.now = time.Unix(0, edge-rapid.Int64Range(0, 1).Draw(t, "before"))
		}
	}
}

// TestIncrementalEqualsClean is the proof: after any edits, an incremental build
// leaves and says just what a clean one does. Its steps are edits.
func TestIncrementalEqualsClean(t *testing.T) {
	t.Parallel()
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	c := &cleaner{base: memoryFolder(t)}
	done, built, failed, refused := 0, 0, false, 0
	drawn := map[string]int{} // how often each kind of edit was made, so that none starves unseen
	for done < *steps && !t.Failed() {
		rapid.Check(t, func(t *rapid.T) {
			if done >= *steps && !failed {
				return
			}
			whole := false
			defer func() { failed = failed || !whole }() // then it is to be seen again, however many steps that takes
			w := newWorld(t, c, c.base)
			actions := evenly(w.actions(), func(t *rapid.T, name string) {
				t.Log(name)
				done++
				drawn[name]++
			})
			actions[""] = func(t *rapid.T) {
				before := w.built
				if difference := w.compared(t); difference != "" {
					t.Fatal(difference)
				}
				built += w.built - before
				if w.built > before && w.broken {
					refused++
				}
			}
			t.Repeat(actions)
			whole = true
		})
	}
	if refused > built/2 {
		t.Error("most sites had errors; the proof says little")
	}
	t.Logf("%d edits, %d comparisons, %d of them of sites with errors; %v", done, built, refused, drawn)
}

// evenly gives actions other names. The first and the last of those that are drawn from
// come many times as often as the rest, so each stands for another action at each step.
func evenly(all map[string]func(*rapid.T), done func(t *rapid.T, name string)) map[string]func(*rapid.T) {
	names := slices.Sorted(maps.Keys(all))
	actions, step := map[string]func(*rapid.T){}, 0
	for i := range names {
		actions[fmt.Sprintf("edit %02d", i)] = func(t *rapid.T) {
			name := names[(i+step)%len(names)]
			all[name](t)
			step++
			done(t, name)
		}
	}
	return actions
}

// foreignPlace is what a report's foreign files cover.
var foreignPlace = regexp.MustCompile(`^public/(.*)$`)

// compare tells in which way a build is not what a clean one is; "" of none.
func (o *output) compare(t *rapid.T, before map[string]string, r report, want result) string {
	after := textsIn(t, o.out)
	o.held = after
	if slices.Contains(codes(r), source.OutputOthers) {
		if !maps.Equal(before, after) {
			return "it has changed a folder that it refused"
		}
		o.makeRoom(t, want)
		return ""
	}
	if !slices.Equal(told(r), want.problems) {
		return fmt.Sprintf("it says\n\t%s\nbut a clean build\n\t%s", strings.Join(told(r), "\n\t"), strings.Join(want.problems, "\n\t"))
	}
	if want.failed {
		if !maps.Equal(before, after) {
			return "with errors in the site, the folder has changed"
		}
		return ""
	}
	if frame := frameOf(o.b, r); frame != want.frame {
		return fmt.Sprintf("it has %s, but a clean build %s", frame, want.frame)
	}
	written := 0
	for _, p := range slices.Sorted(maps.Keys(want.files)) {
		if got, there := after[p]; !there || got != want.files[p] {
			return fmt.Sprintf("%s (%v): %s", p, there, firstDifference([]byte(got), []byte(want.files[p])))
		}
		if was, there := before[p]; !there || was != want.files[p] {
			written++
		}
		delete(o.foreign, p)
	}
	beside := maps.Clone(after)
	maps.DeleteFunc(beside, func(p, _ string) bool { _, wanted := want.files[p]; return wanted })
	if r.files.Written != written || r.files.Written+r.files.Kept != len(want.files) {
		return fmt.Sprintf("%d files of %d differ, but it says %+v", written, len(want.files), r.files)
	}
	if o.forgotten { // what nobody knows any more is foreign
		for p := range beside {
			if before[p] == beside[p] {
				o.foreign[p] = beside[p]
			}
		}
	}
	if !maps.Equal(beside, o.foreign) {
		return fmt.Sprintf("beside the site there should be %q, but there is %q", slices.Sorted(maps.Keys(o.foreign)), slices.Sorted(maps.Keys(beside)))
	}
	o.forgotten, o.meddled = false, false
	return o.compareForeign(r)
}

// compareForeign wants each foreign file reported, by itself or with its folder.
func (o *output) compareForeign(r report) string {
	covered := map[string]bool{}
	for _, p := range r.problems {
		if p.Code != source.ForeignFile {
			continue
		}
		at := foreignPlace.FindStringSubmatch(string(p.Pos.Path))
		if at == nil {
			return fmt.Sprintf("a foreign file at %s", p.Pos)
		}
		some := false
		for f := range o.foreign {
			if f == at[1] || strings.HasSuffix(at[1], "/") && strings.HasPrefix(f, at[1]) {
				covered[f], some = true, true
			}
		}
		if !some {
			return fmt.Sprintf("it reports %s, which is not there", p.Pos)
		}
	}
	if len(covered) != len(o.foreign) {
		return fmt.Sprintf("it reports %q as foreign, but there are %q", slices.Sorted(maps.Keys(covered)), slices.Sorted(maps.Keys(o.foreign)))
	}
	return ""
}
