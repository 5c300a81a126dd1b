package watch

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"testing/synctest"
	"time"

	"github.com/fsnotify/fsnotify"
)

func TestTheFirstHintIsToLookEverywhere(t *testing.T) {
	withFake(t, func(t *testing.T, f *fake) {
		f.start()
		f.wantHint("everywhere")
		f.wantHint("none")
		f.wantNoNotice()
		if got, want := f.watched(), ". content content/udvalg layouts"; got != want {
			t.Errorf("watched %q, want %q", got, want)
		}
	})
}

func TestHintsGrowTogetherWhileTheCallerIsBusy(t *testing.T) {
	withFake(t, func(t *testing.T, f *fake) {
		f.started()
		for range 3 {
			f.send(fsnotify.Write, "site.toml")
			f.send(fsnotify.Create, "content/udvalg/b.md")
			f.send(fsnotify.Rename, "content/udvalg/a.md")
		}
		f.wantHint("content/udvalg/a.md content/udvalg/b.md site.toml")
		f.wantHint("none")
	})
}

func TestAHintThatWasTakenDoesNotChange(t *testing.T) {
	withFake(t, func(t *testing.T, f *fake) {
		f.started()
		f.send(fsnotify.Write, "content/b.md")
		synctest.Wait()
		taken := <-f.w.Hints()
		f.send(fsnotify.Write, "content/a.md")
		f.wantHint("content/a.md")
		if len(taken.Paths) != 1 || taken.Paths[0] != "content/b.md" {
			t.Errorf("it became %q", taken.Paths)
		}
	})
}

func TestACallerThatWaitsGetsAHintWithoutDelay(t *testing.T) {
	withFake(t, func(t *testing.T, f *fake) {
		f.started()
		f.send(fsnotify.Write, "content/a.md")
		before := time.Now()
		<-f.w.Hints()
		if d := time.Since(before); d != 0 {
			t.Errorf("it came after %v", d)
		}
	})
}

func TestNobodyWaitsForACallerWhoNeverAsks(t *testing.T) {
	withFake(t, func(t *testing.T, f *fake) {
		f.started()
		for range 20 {
			for i := range 1000 { // send fails when the events are not taken
				f.send(fsnotify.Write, fmt.Sprintf("content/%d.md", i))
			}
			synctest.Wait()
		}
		f.wantHint("everywhere")
	})
}

func TestMoreThan256PathsAreEverywhere(t *testing.T) {
	withFake(t, func(t *testing.T, f *fake) {
		f.started()
		for i := range 256 {
			f.send(fsnotify.Write, fmt.Sprintf("content/%03d.md", i))
		}
		synctest.Wait()
		if h := <-f.w.Hints(); len(h.Paths) != 256 || h.Paths[0] != "content/000.md" || h.Paths[255] != "content/255.md" {
			t.Errorf("256 files became %d paths", len(h.Paths))
		}
		for i := range 257 {
			f.send(fsnotify.Write, fmt.Sprintf("content/%03d.md", i))
		}
		f.send(fsnotify.Write, "content/256.md")
		f.wantHint("everywhere")
		f.wantHint("none")
	})
}

func TestWhatStandsBesideTheNamesWakesNobody(t *testing.T) {
	withFake(t, func(t *testing.T, f *fake) {
		f.started()
		f.send(fsnotify.Create, "public")
		f.send(fsnotify.Write, "site.toml.new")
		f.send(fsnotify.Chmod, ".git")
		f.send(fsnotify.Chmod, ".")
		f.wantHint("none")
	})
}

func TestIgnoredNamesWakeNobody(t *testing.T) {
	withFake(t, func(t *testing.T, f *fake) {
		f.mkdir("content/old~/below")
		f.started()
		f.send(fsnotify.Create, "content/a.md~")
		f.mkdir("content/new~")
		f.send(fsnotify.Create, "content/new~")
		f.wantHint("none")
		if got, want := f.watched(), ". content content/udvalg layouts"; got != want {
			t.Errorf("watched %q, want %q", got, want)
		}
	})
}

func TestATouchIsAHint(t *testing.T) {
	withFake(t, func(t *testing.T, f *fake) {
		f.started()
		f.send(fsnotify.Chmod, "content/a.md")
		f.wantHint("content/a.md")
	})
}

func TestAWriteToAFolderIsNoHint(t *testing.T) {
	// Windows sends one whenever an entry comes or goes.
	withFake(t, func(t *testing.T, f *fake) {
		f.started()
		f.send(fsnotify.Write, "content")
		f.send(fsnotify.Write, "content/udvalg")
		f.wantHint("none")
	})
}

func TestProbesOfOthersAreNoHint(t *testing.T) {
	withFake(t, func(t *testing.T, f *fake) {
		f.started()
		f.send(fsnotify.Create, "content/"+probePrefix+"theirs")
		f.send(fsnotify.Remove, "content/"+probePrefix+"theirs")
		f.wantHint("none")
	})
}

func TestAFolderMadeWhileItsParentIsBeingWatchedIsFound(t *testing.T) {
	withFake(t, func(t *testing.T, f *fake) {
		f.started()
		f.mkdir("content/new")
		f.change(func() {
			f.added = func(folder string) {
				if filepath.Base(folder) == "new" {
					f.mkdir("content/new/below")
				}
			}
		})
		f.send(fsnotify.Create, "content/new")
		f.wantHint("content/new")
		if got, want := f.watched(), ". content content/new content/new/below content/udvalg layouts"; got != want {
			t.Errorf("watched %q, want %q", got, want)
		}
	})
}

func TestAFolderThatIsGoneBeforeItIsWatchedIsNoFault(t *testing.T) {
	withFake(t, func(t *testing.T, f *fake) {
		f.started()
		f.mkdir("content/new")
		f.change(func() {
			f.added = func(folder string) {
				if err := os.Remove(folder); err != nil {
					t.Error(err)
				}
				_, f.refuse = os.Stat(folder)
			}
		})
		f.send(fsnotify.Create, "content/new")
		f.wantHint("content/new")
		f.wantNoNotice()
	})
}

func TestAFolderThatWasRemovedHasNoWatch(t *testing.T) {
	withFake(t, func(t *testing.T, f *fake) {
		f.mkdir("content/udvalg/below")
		f.mkdir("content/udvalg-2")
		f.started()
		if err := os.RemoveAll(filepath.Join(f.w.dir, "content", "udvalg")); err != nil {
			t.Fatal(err)
		}
		f.send(fsnotify.Remove, "content/udvalg")
		f.wantHint("content/udvalg")
		if got, want := f.watched(), ". content content/udvalg-2 layouts"; got != want {
			t.Errorf("watched %q, want %q", got, want)
		}
	})
}

func TestFoldersWithoutAPathOfTheirOwnAreWatchedAnewWhenOneIsRemoved(t *testing.T) {
	for _, path := range []string{".", "shared", "deep/shared"} {
		withFake(t, func(t *testing.T, f *fake) {
			f.mkdir(path)
			if err := os.Symlink(filepath.Join(f.w.dir, path), filepath.Join(f.w.dir, "content", "link")); err != nil {
				t.Fatal(err)
			}
			f.started()
			f.send(fsnotify.Remove, path) // and one with the same number has come
			f.hint()
			f.pass(time.Second)
			f.wantHint("everywhere")
			if f.opened != 2 {
				t.Errorf("%s: opened %d times, want 2", path, f.opened)
			}
			f.pass(5 * time.Second)
			f.wantHint("none")
		})
	}
}

func TestLostEventsSetAllWatchesAnew(t *testing.T) {
	withFake(t, func(t *testing.T, f *fake) {
		f.started()
		f.mkdir("content/unseen")
		f.put(event{err: fsnotify.ErrEventOverflow})
		f.wantHint("everywhere")
		f.put(event{err: fsnotify.ErrEventOverflow})
		f.pass(time.Second)
		f.wantHint("everywhere")
		if got, want := f.watched(), ". content content/udvalg content/unseen layouts"; got != want {
			t.Errorf("watched %q, want %q", got, want)
		}
		if f.opened != 2 {
			t.Errorf("opened %d times, want 2", f.opened)
		}
		f.pass(5 * time.Second)
		f.wantHint("none")
		f.wantNoNotice()
	})
}

func TestANameWithAFolderIsRefused(t *testing.T) {
	for _, name := range []string{"", ".", "..", "a/b", `a\b`, "/a"} {
		if _, err := New(t.TempDir(), Options{Names: []string{name}}); err == nil {
			t.Errorf("%q was accepted", name)
		}
	}
}
