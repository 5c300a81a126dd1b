package watch

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// desk is a site on the disk with a real watcher, and a caller of it that looks
// only where the hints say. If hints name what changed, its view becomes what is
// on the disk.
type desk struct {
	t     *testing.T
	dir   string
	w     *Watcher
	view  map[string]string // path → content of every file the caller knows
	hints int               // how many were taken
	wide  int               // how many of them said everywhere
}

// names are what a desk watches.
func names() []string { return []string{"content", "layouts", "site.toml"} }

// never is a pace at which nothing is found but by events.
const never = time.Hour

// newDesk starts a watcher on a small site and takes its first hint.
func newDesk(t *testing.T, poll time.Duration) *desk {
	t.Helper()
	d := &desk{t: t, dir: filepath.Join(t.TempDir(), "site")}
	d.write("site.toml", "title = 'Udvalg'")
	d.write("content/forside.md", "Velkommen")
	d.write("content/udvalg/styregruppe/2025-03-04.md", "Referat")
	d.write("layouts/page.html", "<p>")
	d.write("public/index.html", "Velkommen")
	d.watch(d.dir, poll)
	return d
}

// watch runs a watcher on a folder until the test ends.
func (d *desk) watch(dir string, poll time.Duration) {
	d.t.Helper()
	w, err := New(dir, Options{Names: names(), Ignored: ignored, Poll: poll})
	if err != nil {
		d.t.Fatal(err)
	}
	d.w = w
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error)
	go func() { ended <- w.Run(ctx) }()
	d.t.Cleanup(func() {
		stop()
		if err := <-ended; err != context.Canceled {
			d.t.Errorf("Run returned %v", err)
		}
	})
	d.next("the first")
	if d.wide != 1 {
		d.t.Fatal("the first hint was not to look everywhere")
	}
}

// ignored names what editors leave beside the files they save.
func ignored(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~") || strings.HasPrefix(name, "#") ||
		strings.HasSuffix(name, "~") || strings.HasSuffix(name, ".tmp") || name == "4913"
}

// take looks where a hint says.
func (d *desk) take(h Hint) {
	d.hints++
	if len(h.Paths) == 0 {
		d.wide++
		d.view = d.scan(names()...)
		return
	}
	for _, p := range h.Paths {
		maps.DeleteFunc(d.view, func(known, _ string) bool { return known == p || strings.HasPrefix(known, p+"/") })
		maps.Copy(d.view, d.scan(p))
	}
}

// scan reads all files at and below the paths, as far as they are there.
func (d *desk) scan(paths ...string) map[string]string {
	found := map[string]string{}
	for _, p := range paths {
		d.scanInto(found, p)
	}
	return found
}

func (d *desk) scanInto(found map[string]string, p string) {
	if ignored(path.Base(p)) {
		return
	}
	at := filepath.Join(d.dir, filepath.FromSlash(p))
	if entries, err := os.ReadDir(at); err == nil {
		for _, e := range entries {
			d.scanInto(found, path.Join(p, e.Name()))
		}
		return
	}
	if info, err := os.Stat(at); err == nil && info.Mode().IsRegular() {
		if data, err := os.ReadFile(at); err == nil {
			found[p] = fmt.Sprintf("%s %v", data, info.Mode())
		}
	}
}

// patience is how long a test waits for what does not come.
const patience = 20 * time.Second

// next takes a hint, and fails when none comes.
func (d *desk) next(wanted string) {
	d.t.Helper()
	select {
	case h := <-d.w.Hints():
		d.take(h)
	case n := <-d.w.Notices():
		d.t.Fatalf("notice %+v", n)
	case <-time.After(patience):
		d.t.Fatalf("no hint more, but wanted is %s", wanted)
	}
}

// settles takes hints until the caller's view is what is on the disk.
func (d *desk) settles() {
	d.t.Helper()
	want := d.scan(names()...)
	for !maps.Equal(d.view, want) {
		d.next(fmt.Sprintf("\n%s\nin place of\n%s", listed(want), listed(d.view)))
	}
}

// byName is settles where no hint says everywhere: the paths alone must do.
func (d *desk) byName() {
	d.t.Helper()
	before := d.wide
	d.settles()
	if d.wide != before {
		d.t.Error("a hint said everywhere")
	}
}

// wantWide takes hints up to one that says everywhere.
func (d *desk) wantWide() {
	d.t.Helper()
	for before := d.wide; d.wide == before; {
		d.next("one that says everywhere")
	}
}

func listed(files map[string]string) string {
	var b strings.Builder
	for _, p := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(&b, "\t%s: %s\n", p, files[p])
	}
	return b.String()
}

// The rest is what people and their programs do; paths are relative to the site's
// folder.

func (d *desk) at(p string) string { return filepath.Join(d.dir, filepath.FromSlash(p)) }

func (d *desk) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

// write writes in place, and makes the folders that are missing.
func (d *desk) write(p, text string) {
	d.t.Helper()
	d.must(os.MkdirAll(filepath.Dir(d.at(p)), 0o777))
	d.must(os.WriteFile(d.at(p), []byte(text), 0o666))
}

func (d *desk) rename(from, to string) {
	d.t.Helper()
	d.must(os.Rename(d.at(from), d.at(to)))
}

func (d *desk) remove(p string) {
	d.t.Helper()
	d.must(os.RemoveAll(d.at(p)))
}

func (d *desk) mkdir(p string) {
	d.t.Helper()
	d.must(os.MkdirAll(d.at(p), 0o777))
}

func (d *desk) link(target, p string) {
	d.t.Helper()
	d.must(os.MkdirAll(filepath.Dir(d.at(p)), 0o777))
	d.must(os.Symlink(filepath.FromSlash(target), d.at(p)))
}

func (d *desk) chmod(p string, mode fs.FileMode) {
	d.t.Helper()
	d.must(os.Chmod(d.at(p), mode))
}
