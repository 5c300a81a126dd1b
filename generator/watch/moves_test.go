package watch

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
	"time"
)

func TestAFileInANewFolderIsSeen(t *testing.T) {
	d := newDesk(t, never)
	d.mkdir("content/new")
	d.write("content/new/a.md", "at once")
	d.byName()
	d.write("content/new/b.md", "later")
	d.byName()
	d.write("content/new/below/and/below/c.md", "deep at once")
	d.byName()
	d.write("content/new/below/and/below/c.md", "deep later")
	d.byName()
}

func TestAFullFolderMovedInIsSeen(t *testing.T) {
	d := newDesk(t, never)
	d.write("elsewhere/full/below/a.md", "a")
	d.rename("elsewhere/full", "content/full")
	d.byName()
	d.write("content/full/below/a.md", "edited")
	d.byName()
}

func TestARenamedFolderIsWatchedByItsNewName(t *testing.T) {
	d := newDesk(t, never)
	d.rename("content/udvalg", "content/committees")
	d.settles()
	d.write("content/committees/styregruppe/2025-03-04.md", "edited under the new name")
	d.byName()
	d.mkdir("content/udvalg/styregruppe")
	d.write("content/udvalg/styregruppe/2025-03-04.md", "another under the old name")
	d.byName()
	d.write("content/committees/styregruppe/2025-03-04.md", "edited again")
	d.byName()
	d.write("content/udvalg/styregruppe/2025-03-04.md", "edited too")
	d.byName()
}

func TestAFolderMovedIntoANewOneIsWatched(t *testing.T) {
	d := newDesk(t, never)
	for i := range 6 { // whether the watcher is late enough is luck
		for j := range 100 {
			d.mkdir(fmt.Sprintf("elsewhere/full/%d", j))
		}
		d.write("content/committee/below/a.md", "a")
		d.settles()
		d.rename("elsewhere/full", fmt.Sprintf("content/full-%d", i)) // keeps the watcher busy with what follows
		year := fmt.Sprintf("content/%d", 2025+i)
		d.mkdir(year)
		d.rename("content/committee", year+"/committee")
		d.settles()
		d.write(year+"/committee/below/a.md", "edited in the new place")
		d.settles()
	}
}

func TestFoldersThatChangePlacesAreSeen(t *testing.T) {
	d := newDesk(t, never)
	d.write("content/a/below/text.md", "a")
	d.write("content/b/below/text.md", "b")
	d.byName()
	for i := range 20 {
		d.rename("content/a", "content/c")
		d.rename("content/b", "content/a")
		d.rename("content/c", "content/b")
		d.settles()
		d.write("content/a/below/text.md", fmt.Sprint("a", i))
		d.write("content/b/below/text.md", fmt.Sprint("b", i))
		d.settles()
	}
}

func TestAFolderRenamedOverAnotherIsWatched(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there a folder cannot be renamed over another")
	}
	d := newDesk(t, never)
	d.mkdir("content/old")
	d.write("content/fresh/a.md", "a")
	d.byName()
	d.must(syscall.Rename(d.at("content/fresh"), d.at("content/old"))) // os.Rename refuses
	d.settles()
	d.write("content/old/a.md", "edited")
	d.byName()
}

func TestAFolderMovedOutIsForgotten(t *testing.T) {
	d := newDesk(t, never)
	d.rename("content/udvalg", "public/udvalg")
	d.settles()
	d.write("public/udvalg/styregruppe/2025-03-04.md", "nobody's business")
	before := d.hints
	d.write("content/forside.md", "seen")
	d.byName()
	if d.hints-before > 2 {
		t.Errorf("%d hints for one save", d.hints-before)
	}
}

func TestAFolderAtTheTopMayBeRemovedAndMadeAgain(t *testing.T) {
	d := newDesk(t, never)
	for i := range 20 {
		d.remove("content")
		if i%2 == 0 {
			d.settles()
		}
		d.mkdir("content")
		if i%3 == 0 {
			d.settles()
		}
		d.write("content/udvalg/a.md", fmt.Sprint(i))
		d.settles()
		d.write("content/udvalg/a.md", fmt.Sprint(i, " edited"))
		d.settles()
	}
}

func TestAFolderAtTheTopMayBeMovedAwayAndBack(t *testing.T) {
	d := newDesk(t, never)
	d.rename("content", "elsewhere")
	d.settles()
	d.write("elsewhere/udvalg/styregruppe/2025-03-04.md", "edited elsewhere")
	d.rename("elsewhere", "content")
	d.settles()
	d.write("content/udvalg/styregruppe/2025-03-04.md", "edited when it is back")
	d.settles()
}

func TestAFolderAtTheTopMayComeLater(t *testing.T) {
	d := newDesk(t, never)
	d.remove("layouts")
	d.settles()
	d.write("layouts/partials/head.html", "<head>")
	d.settles()
	d.write("layouts/partials/head.html", "<head></head>")
	d.settles()
}

func TestTheSiteMayBeMovedAwayAndBack(t *testing.T) {
	d := newDesk(t, 20*time.Millisecond)
	away := d.dir + "-away"
	d.must(os.Rename(d.dir, away))
	d.settles()
	d.must(os.WriteFile(filepath.Join(away, "site.toml"), []byte("title = 'away'"), 0o666))
	d.must(os.Rename(away, d.dir))
	d.settles()
	d.write("content/udvalg/styregruppe/2025-03-04.md", "edited when it is back")
	d.settles()
}

func TestAnotherSiteMayTakeThePlaceOfTheFirst(t *testing.T) {
	d := &desk{t: t, dir: filepath.Join(t.TempDir(), "above", "site")}
	above := filepath.Dir(d.dir)
	d.write("content/a.md", "the first")
	d.watch(d.dir, 20*time.Millisecond)
	d.must(os.Rename(above, above+"-away")) // no watched folder is told of this
	d.write("content/a.md", "the second")
	d.settles()
	d.write("content/a.md", "edited in the second")
	d.settles()
}

func TestTheSiteMayComeLater(t *testing.T) {
	d := &desk{t: t, dir: filepath.Join(t.TempDir(), "site")}
	d.watch(d.dir, 20*time.Millisecond)
	d.write("content/a.md", "there")
	d.settles()
	d.write("content/a.md", "edited")
	d.settles()
}

func TestTheSiteMayBeReachedByALink(t *testing.T) {
	d := &desk{t: t, dir: filepath.Join(t.TempDir(), "site")}
	d.write("content/a.md", "there")
	link := d.dir + "-link"
	d.must(os.Symlink(d.dir, link))
	d.watch(link, never)
	d.write("content/a.md", "edited")
	d.byName()
}

func TestNoProbeIsLeftBehind(t *testing.T) {
	d := newDesk(t, never)
	d.write("content/forside.md", "edited")
	d.byName()
	t.Run("by a run that ends", func(t *testing.T) {
		inner := &desk{t: t, dir: d.dir}
		inner.watch(d.dir, never)
	})
	for _, below := range []string{".", "content", "layouts"} {
		left, err := filepath.Glob(filepath.Join(d.dir, below, probePrefix+"*"))
		d.must(err)
		if len(left) > 0 {
			t.Errorf("left behind: %q", left)
		}
	}
}
