package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"referat/generator/source"
)

var (
	first = set{"assets/a.css": "css", "index.html": "home", "om/index.html": "om", "list.xml": "list", "gone/index.html": "gone"}
	then  = set{"assets/b.css": "css", "index.html": "home 2", "om/index.html": "om", "list.xml": "list 2", "new/index.html": "new"}
)

func TestAFolderBecomesTheSiteAndHasAReceipt(t *testing.T) {
	h := newHost(t)
	p := h.publish(t, first)
	if len(p.New) != 5 || len(p.Replaced)+len(p.Removed)+len(p.Mended) != 0 || !p.Last().IsZero() {
		t.Errorf("%+v", p.Changes)
	}
	h.holds(t, first)
	one := h.proves(t, first)
	if one.Previous != "" || !one.Published.Equal(noon) || one.Program != "referat test" {
		t.Errorf("%+v", one)
	}
	data, err := os.ReadFile(h.file(manifestFile))
	must(t, err)

	p = h.publish(t, then)
	if !slices.Equal(p.New, []string{"assets/b.css", "new/index.html"}) || !slices.Equal(p.Replaced, []string{"index.html", "list.xml"}) ||
		!slices.Equal(p.Removed, []string{"assets/a.css", "gone/index.html"}) || !p.Last().Equal(noon) {
		t.Errorf("%+v", p.Changes)
	}
	h.holds(t, then)
	if two := h.proves(t, then); two.Previous != digest(data) {
		t.Error("the receipt does not name the one before it")
	}
	if _, err := os.Stat(h.file("gone")); err == nil {
		t.Error("an empty folder is left")
	}
}

func TestAnOlderCopyOfTheContentIsNotPublishedOverANewerOne(t *testing.T) {
	h := newHost(t)
	publish := func(files set, recorded ...string) string {
		site := siteOf(files)
		site.Recorded = recorded
		unlock, err := h.Lock()
		must(t, err)
		defer unlock()
		p, problems := h.Plan(context.Background(), site, quietly)
		if p == nil {
			return said(problems)
		}
		defer p.Discard()
		if problem := p.Publish(context.Background(), noon, "referat test", quietly); problem != nil {
			t.Fatal(said([]source.Problem{*problem}))
		}
		return ""
	}
	for _, step := range []struct {
		files    set
		recorded []string
		want     string
	}{
		{first, nil, ""},
		{then, []string{"a", "b"}, ""},
		{first, []string{"a"}, "www publish-older"},
		{first, nil, "www publish-older"}, // whose record is lost
		{first, []string{"a", "b", "c"}, ""},
		{first, []string{"a", "b", "c", "d"}, ""}, // no file is another
		{then, []string{"a", "b", "c"}, "www publish-older"},
	} {
		if got := publish(step.files, step.recorded...); got != step.want {
			t.Errorf("with %v recorded: %q, want %q", step.recorded, got, step.want)
		}
	}
	h.holds(t, first)

	urgent := siteOf(then)
	urgent.Urgent = true
	p, problems := h.Plan(context.Background(), urgent, quietly)
	if p == nil || said(problems) != "www withdraw-older" {
		t.Fatalf("what is urgent is not published: %s", said(problems))
	}
	if problem := p.Publish(context.Background(), noon, "referat test", quietly); problem != nil {
		t.Error(said([]source.Problem{*problem}))
	}
	p.Discard()
	if got := publish(first, "a", "b", "c"); got != "www publish-older" {
		t.Errorf("after something urgent older content is published: %q", got)
	}

	must(t, os.Rename(h.file(manifestFile), h.file(intentFile))) // as a publication that was interrupted
	if got := publish(then, "a"); got != "www publish-older" {
		t.Errorf("over an interrupted publication: %q", got)
	}
}

func TestNothingIsWrittenWhereNothingHasChanged(t *testing.T) {
	h := newHost(t)
	h.publish(t, first)
	long := time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC)
	for _, name := range []string{"index.html", manifestFile} {
		must(t, os.Chtimes(h.file(name), long, long))
	}
	if p := h.publish(t, first); !p.Empty() {
		t.Errorf("%+v", p.Changes)
	}
	for _, name := range []string{"index.html", manifestFile} {
		if info, err := os.Stat(h.file(name)); err != nil || !info.ModTime().Equal(long) {
			t.Errorf("%s was written again (%v)", name, err)
		}
	}
}

func TestAPlanChangesNothing(t *testing.T) {
	h := newHost(t)
	p, _ := h.plan(t, first)
	p.Discard()
	if _, err := os.Stat(h.Dir); err == nil {
		t.Error("the folder was made")
	}
}

func TestWhatIsNotOursStays(t *testing.T) {
	h := newHost(t)
	h.publish(t, first)
	h.put(t, "robots.txt", "theirs")
	h.put(t, "gone/notes.txt", "theirs")
	h.put(t, ".well-known/acme/token", "theirs")
	p, problems := h.plan(t, then)
	p.Discard()
	if got := said(problems); got != "www/.well-known/ foreign-file\nwww/gone/notes.txt foreign-file\nwww/robots.txt foreign-file" {
		t.Error(got)
	}
	h.publish(t, then)
	want := set{"robots.txt": "theirs", "gone/notes.txt": "theirs", ".well-known/acme/token": "theirs"}
	for path, text := range then {
		want[path] = text
	}
	h.holds(t, want)
	h.proves(t, then)
}

// refuses tells what forbids a publication, which must leave everything as it is.
func (h Host) refuses(t *testing.T, site Site) string {
	t.Helper()
	p, problems := h.Plan(context.Background(), site, quietly)
	if p != nil {
		p.Discard()
		t.Errorf("it is planned: %+v", p.Changes)
	}
	if left, _ := os.ReadDir(filepath.Join(h.Cache, "staging")); len(left) > 0 {
		t.Error("files wait for their place though there is no plan")
	}
	var errors []source.Problem
	for _, problem := range problems {
		if problem.Severity() == source.Error {
			errors = append(errors, problem)
		}
	}
	return said(errors)
}

func TestWhatIsNotOursIsNotReplaced(t *testing.T) {
	h := newHost(t)
	h.publish(t, first)
	h.put(t, "new/index.html", "theirs")
	h.put(t, "assets/b.css/x", "theirs")
	want := set{"new/index.html": "theirs", "assets/b.css/x": "theirs"}
	for path, text := range first {
		want[path] = text
	}
	if got := h.refuses(t, siteOf(then)); got != "www/assets/b.css publish-occupied" {
		t.Error(got)
	}
	h.holds(t, want)
	must(t, os.RemoveAll(h.file("assets/b.css")))
	if got := h.refuses(t, siteOf(then)); got != "www/new/index.html publish-occupied" {
		t.Error(got)
	}
	h.put(t, "new/index.html", "new") // what is wanted is as good from somebody else
	h.publish(t, then)
	h.holds(t, then)
}

func TestWhatWasChangedByHandIsToldAndSetRight(t *testing.T) {
	h := newHost(t)
	h.publish(t, first)
	h.put(t, "index.html", "changed")
	h.put(t, "gone/index.html", "changed")
	must(t, os.Remove(h.file("om/index.html")))
	if p := h.publish(t, then); !slices.Equal(p.Mended, []string{"gone/index.html", "index.html", "om/index.html"}) {
		t.Errorf("%q", p.Mended)
	}
	h.holds(t, then)
	h.put(t, "index.html", "home") // as it was long ago
	if p := h.publish(t, then); !slices.Equal(p.Mended, []string{"index.html"}) || !slices.Equal(p.Replaced, []string{"index.html"}) {
		t.Errorf("%q", p.Mended)
	}
	h.holds(t, then)
}

func TestNothingGoesThroughASymbolicLink(t *testing.T) {
	h := newHost(t)
	h.publish(t, first)
	outside := t.TempDir()
	must(t, os.WriteFile(filepath.Join(outside, "index.html"), []byte("theirs"), 0o644))
	must(t, os.RemoveAll(h.file("om")))
	must(t, os.RemoveAll(h.file("gone")))
	if os.Symlink(outside, h.file("om")) != nil || os.Symlink(outside, h.file("gone")) != nil {
		t.Skip("there are no links here")
	}
	changed := set{"om/index.html": "om 2"}
	if got := h.refuses(t, siteOf(changed)); got != "www/om publish-link" {
		t.Error(got)
	}
	must(t, os.Remove(h.file("om")))
	h.publish(t, changed)
	if text, err := os.ReadFile(filepath.Join(outside, "index.html")); err != nil || string(text) != "theirs" {
		t.Errorf("%q, %v", text, err)
	}
	must(t, os.Remove(h.file(manifestFile)))
	must(t, os.Symlink(filepath.Join(outside, "index.html"), h.file(manifestFile)))
	if got := h.refuses(t, siteOf(changed)); got != "www/manifest.json publish-receipt" {
		t.Error(got)
	}
}

func TestAReceiptThatIsNotOursEndsThePlan(t *testing.T) {
	for _, text := range []string{"", "{}", "null", `{"schema":"referat-manifest/1","files":[{"path":"../x","sha256":"` + strings.Repeat("0", 64) + `"}]}`,
		`{"schema":"referat-manifest/1","files":[{"path":"manifest.json","sha256":"` + strings.Repeat("0", 64) + `"}]}`, `{"name":"app","start_url":"/"}`} {
		for _, name := range []string{manifestFile, intentFile} {
			h := newHost(t)
			h.put(t, name, text)
			if got := h.refuses(t, siteOf(first)); got != "www/"+name+" publish-receipt" {
				t.Errorf("%q: %s", text, got)
			}
		}
	}
}

func TestASiteThatSomebodyIsChangingIsNotPublished(t *testing.T) {
	h := newHost(t)
	site := siteOf(first)
	site.Files[1].Sum[0]++
	if got := h.refuses(t, site); got != "public/"+site.Files[1].Path+" publish-stale" {
		t.Error(got)
	}
	site = siteOf(first)
	site.Files = append(site.Files, File{Path: "weg.html"})
	if got := h.refuses(t, site); got != "public/weg.html publish-stale" {
		t.Error(got)
	}
	for _, name := range []string{manifestFile, intentFile, lockFile} {
		if got := h.refuses(t, siteOf(set{name: ""})); got != "public/"+name+" publish-reserved" {
			t.Error(got)
		}
	}
}

func TestOfManyPublishersOneWorksAtATimeAndNoneLeavesALock(t *testing.T) {
	h := newHost(t)
	var inside, done atomic.Int64
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 25 {
				unlock, err := h.Lock()
				if err != nil {
					t.Error(err)
					return
				}
				if inside.Add(1) != 1 {
					t.Error("two are inside")
				}
				inside.Add(-1)
				done.Add(1)
				unlock()
			}
		})
	}
	wg.Wait()
	if done.Load() != 200 {
		t.Errorf("%d turns, want 200", done.Load())
	}
	if _, err := os.Lstat(h.file(lockFile)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the lock is left: %v", err)
	}
}

func TestTwoPublishersTakeTurns(t *testing.T) {
	h := newHost(t)
	unlock, err := h.Lock()
	must(t, err)
	told := make(chan string, 2)
	go func() {
		again, err := h.Lock()
		told <- fmt.Sprint("the second ", err)
		again()
	}()
	time.Sleep(20 * time.Millisecond)
	told <- "the first"
	unlock()
	if one, two := <-told, <-told; one != "the first" || two != "the second <nil>" {
		t.Errorf("%s, %s", one, two)
	}
}

func TestAFolderIsHeldAgainstItsReceipt(t *testing.T) {
	h := newHost(t)
	if _, problems := h.Verify(context.Background(), quietly); said(problems) != "www receipt-missing" {
		t.Error(said(problems))
	}
	h.publish(t, first)
	if m, problems := h.Verify(context.Background(), quietly); len(problems) > 0 || len(m.Files) != len(first) {
		t.Error(said(problems))
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if m, problems := h.Verify(ctx, quietly); m != nil || said(problems) != " interrupted" {
		t.Error(said(problems))
	}
	h.put(t, "index.html", "hom")
	must(t, os.Remove(h.file("list.xml")))
	h.put(t, "x/theirs.txt", "theirs")
	_, problems := h.Verify(context.Background(), quietly)
	if got := said(problems); got != "www/index.html receipt-differs\nwww/list.xml receipt-differs\nwww/x/theirs.txt foreign-file" {
		t.Error(got)
	}
	h.put(t, manifestFile, "{}")
	if _, problems := h.Verify(context.Background(), quietly); said(problems) != "www/manifest.json publish-receipt" {
		t.Error(said(problems))
	}
}

func TestAFolderThatCannotBeReadIsToldOfAndTheRestIsVerified(t *testing.T) {
	if os.Getuid() == 0 || runtime.GOOS == "windows" {
		t.Skip("root, and Windows, may read a folder whatever its mode")
	}
	h := newHost(t)
	h.publish(t, first)
	for _, p := range []string{"shut/a", "theirs"} {
		h.put(t, p, "theirs")
	}
	must(t, os.Chmod(h.file("shut"), 0))
	t.Cleanup(func() { _ = os.Chmod(h.file("shut"), 0o755) })
	_, problems := h.Verify(context.Background(), quietly)
	if got := said(problems); got != "www/shut file-unreadable\nwww/theirs foreign-file" {
		t.Error(got)
	}
}
