package watch

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/fsnotify/fsnotify"
)

// fake is a source of events that the test decides on, in the bubble of
// testing/synctest where time passes only when everybody waits.
type fake struct {
	t    *testing.T
	w    *Watcher           // which uses the fake
	stop context.CancelFunc // ends it

	mu     sync.Mutex      // holds what follows
	silent string          // the folder whose events do not arrive; "." is all
	refuse error           // what Add says
	added  func(string)    // called by Add
	locked error           // what making a probe says
	out    chan event      // of the last time it was opened
	opened int             // how often
	closed int             // how often
	on     map[string]bool // the folders with a watch
}

// change changes what the fake does.
func (f *fake) change(how func()) {
	f.mu.Lock()
	defer f.mu.Unlock()
	how()
}

func (f *fake) Add(folder string) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.added != nil {
		f.added(folder)
	}
	if f.refuse != nil {
		return f.refuse
	}
	f.on[folder] = true
	return nil
}

func (f *fake) Remove(folder string) error {
	f.change(func() { delete(f.on, folder) })
	return nil
}

func (f *fake) Close() error {
	f.change(func() { f.closed++; clear(f.on) })
	return nil
}

func (f *fake) arriving() <-chan event {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.out
}

func (f *fake) open() (events, error) {
	f.change(func() { f.opened++; f.out = make(chan event, 2000) })
	return f, nil
}

// plant makes a probe and answers it where events arrive.
func (f *fake) plant(path string) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.locked != nil {
		return f.locked
	}
	if err := plant(path); err != nil {
		return err
	}
	if folder := filepath.Dir(path); f.silent != "." && filepath.Base(folder) != f.silent {
		f.out <- event{Event: fsnotify.Event{Name: path, Op: fsnotify.Create}}
	}
	return nil
}

// send is an event at a path relative to the site's folder.
func (f *fake) send(op fsnotify.Op, path string) {
	f.t.Helper()
	f.put(event{Event: fsnotify.Event{Name: filepath.Join(f.w.dir, filepath.FromSlash(path)), Op: op}})
}

// put never waits.
func (f *fake) put(e event) {
	f.t.Helper()
	f.mu.Lock()
	defer f.mu.Unlock()
	select {
	case f.out <- e:
	default:
		f.t.Fatal("nobody takes the events")
	}
}

// hint is what the caller finds when it asks: "none", "everywhere", or the paths.
func (f *fake) hint() string {
	synctest.Wait()
	select {
	case h := <-f.w.Hints():
		if len(h.Paths) == 0 {
			return "everywhere"
		}
		return strings.Join(h.Paths, " ")
	default:
		return "none"
	}
}

func (f *fake) wantHint(want string) {
	f.t.Helper()
	if got := f.hint(); got != want {
		f.t.Errorf("hint %q, want %q", got, want)
	}
}

func (f *fake) wantNotice(want Notice) {
	f.t.Helper()
	synctest.Wait()
	select {
	case got := <-f.w.Notices():
		if got != want {
			f.t.Errorf("notice %+v, want %+v", got, want)
		}
	default:
		f.t.Errorf("no notice, want %+v", want)
	}
}

func (f *fake) wantNoNotice() {
	f.t.Helper()
	synctest.Wait()
	select {
	case got := <-f.w.Notices():
		f.t.Errorf("notice %+v, want none", got)
	default:
	}
}

// probes are the probes on the disk.
func (f *fake) probes() []string {
	var found []string
	for _, dir := range []string{".", "content", "layouts"} {
		below, err := filepath.Glob(filepath.Join(f.w.dir, dir, probePrefix+"*"))
		if err != nil {
			f.t.Fatal(err)
		}
		found = append(found, below...)
	}
	return found
}

// withFake runs a test against a site with a content folder, a layouts folder and
// settings. The Poll is a second.
func withFake(t *testing.T, test func(*testing.T, *fake)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		dir, err := filepath.EvalSymlinks(t.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range []string{"content/udvalg", "layouts", "public"} {
			if err := os.MkdirAll(filepath.Join(dir, d), 0o777); err != nil {
				t.Fatal(err)
			}
		}
		w, err := New(dir, Options{
			Names:   []string{"content", "layouts", "site.toml"},
			Ignored: func(name string) bool { return strings.HasSuffix(name, "~") },
		})
		if err != nil {
			t.Fatal(err)
		}
		f := &fake{t: t, w: w, on: map[string]bool{}}
		w.plant, w.open = f.plant, f.open
		test(t, f)
		if f.stop != nil {
			f.stop()
			synctest.Wait()
		}
		if left := f.probes(); len(left) > 0 {
			t.Errorf("left behind: %q", left)
		}
	})
}

// start runs the watcher.
func (f *fake) start() {
	ctx, stop := context.WithCancel(f.t.Context())
	f.stop = stop
	go func() {
		if err := f.w.Run(ctx); err != context.Canceled {
			f.t.Errorf("Run returned %v", err)
		}
		if f.opened != f.closed {
			f.t.Errorf("opened %d times, closed %d times", f.opened, f.closed)
		}
	}()
}

// started runs the watcher and takes the hint it begins with.
func (f *fake) started() {
	f.t.Helper()
	f.start()
	f.wantHint("everywhere")
}

// watched are the folders with a watch, relative to the site's folder.
func (f *fake) watched() string {
	synctest.Wait()
	var rel []string
	for p := range f.on {
		r, err := filepath.Rel(f.w.dir, p)
		if err != nil {
			f.t.Fatal(err)
		}
		rel = append(rel, filepath.ToSlash(r))
	}
	slices.Sort(rel)
	return strings.Join(rel, " ")
}

func (f *fake) mkdir(path string) {
	f.t.Helper()
	if err := os.MkdirAll(filepath.Join(f.w.dir, filepath.FromSlash(path)), 0o777); err != nil {
		f.t.Fatal(err)
	}
}

// pass lets time pass.
func (f *fake) pass(d time.Duration) { time.Sleep(d); synctest.Wait() }
