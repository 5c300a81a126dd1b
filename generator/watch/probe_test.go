package watch

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

func TestAShareWithoutEventsIsPolled(t *testing.T) {
	for _, silent := range []string{".", "content", "layouts"} {
		withFake(t, func(t *testing.T, f *fake) {
			f.silent = silent
			f.started()
			f.pass(within - time.Millisecond)
			f.wantHint("none")
			f.wantNoNotice()
			f.pass(time.Millisecond)
			f.wantHint("everywhere")
			f.wantNotice(Notice{Every: time.Second, Reason: Unanswered})
			for range 100 {
				f.pass(time.Second)
				f.wantHint("everywhere")
				f.wantNoNotice()
			}
		})
	}
}

func TestPollingEndsWhenEventsArriveAgain(t *testing.T) {
	withFake(t, func(t *testing.T, f *fake) {
		f.silent = "."
		f.started()
		f.pass(10 * time.Second)
		f.wantNotice(Notice{Every: time.Second, Reason: Unanswered})
		f.change(func() { f.silent = "" })
		f.pass(idle)
		f.wantNotice(Notice{})
		f.wantHint("everywhere")
		f.pass(10 * time.Minute)
		f.wantHint("none")
		f.wantNoNotice()
	})
}

func TestWatchesAreSetAnewWhereEventsDoNotArrive(t *testing.T) {
	withFake(t, func(t *testing.T, f *fake) {
		f.silent = "."
		f.started()
		f.pass(within + 2*idle + within)
		if f.opened != 3 {
			t.Errorf("opened %d times, want 3", f.opened)
		}
	})
}

func TestEventsFromOneFolderDoNotPutOffTheNextProbe(t *testing.T) {
	withFake(t, func(t *testing.T, f *fake) {
		f.silent = "content"
		f.started()
		f.pass(within)
		f.wantNotice(Notice{Every: time.Second, Reason: Unanswered})
		f.change(func() { f.silent = "" })
		for range 3 {
			f.pass(idle / 3)
			f.send(fsnotify.Write, "layouts/page.html")
		}
		f.wantNotice(Notice{})
	})
}

func TestAFolderThatTwoNamesLeadToIsProbedOnce(t *testing.T) {
	probedByLinks(t, "", Notice{})
	probedByLinks(t, "texts", Notice{Every: time.Second, Reason: Unanswered})
}

// probedByLinks has two names that are links to deep/texts, and wants a notice.
func probedByLinks(t *testing.T, silent string, want Notice) {
	t.Helper()
	withFake(t, func(t *testing.T, f *fake) {
		if err := os.RemoveAll(filepath.Join(f.w.dir, "content")); err != nil {
			t.Fatal(err)
		}
		f.mkdir("deep/texts")
		for _, name := range []string{"content", "layouts2"} {
			if err := os.Symlink("deep/texts", filepath.Join(f.w.dir, name)); err != nil {
				t.Fatal(err)
			}
		}
		f.w.options.Names = append(f.w.options.Names, "layouts2")
		f.silent = silent
		f.started()
		f.pass(within)
		if want.Reason == "" {
			f.wantNoNotice()
			return
		}
		f.wantNotice(want)
	})
}

func TestAFolderThatIsGoneNeedsNoProbe(t *testing.T) {
	withFake(t, func(t *testing.T, f *fake) {
		f.locked = &os.PathError{Op: "open", Path: "content", Err: syscall.ENOENT}
		f.started()
		f.pass(time.Minute)
		f.wantNoNotice()
	})
}

func TestEventsThatCeaseAreNoticedWhenNothingComes(t *testing.T) {
	withFake(t, func(t *testing.T, f *fake) {
		f.started()
		f.change(func() { f.silent = "content" })
		for range 40 { // what arrives needs no probe
			f.pass(idle / 2)
			f.send(fsnotify.Write, "content/a.md")
			f.wantHint("content/a.md")
		}
		f.wantNoNotice()
		f.pass(idle + within)
		f.wantNotice(Notice{Every: time.Second, Reason: Unanswered})
		f.wantHint("everywhere")
	})
}

func TestANoticeThatIsOutdatedIsNotGiven(t *testing.T) {
	withFake(t, func(t *testing.T, f *fake) {
		f.silent = "."
		f.started()
		f.pass(10 * time.Second)
		f.change(func() { f.silent = "" })
		f.pass(idle)
		f.wantNoNotice()
	})
}

func TestALateAnswerIsNone(t *testing.T) {
	withFake(t, func(t *testing.T, f *fake) {
		f.silent = "."
		f.started()
		asked := f.probes()
		if len(asked) != 3 {
			t.Fatalf("asked %q, want one in each folder", asked)
		}
		f.pass(within + time.Second)
		f.wantNotice(Notice{Every: time.Second, Reason: Unanswered})
		if left := f.probes(); len(left) > 0 {
			t.Errorf("still there: %q", left)
		}
		for _, p := range asked {
			f.put(event{Event: fsnotify.Event{Name: p, Op: fsnotify.Create}})
		}
		f.wantNoNotice()
	})
}

func TestAnAnswerMayStandBehindOtherEvents(t *testing.T) {
	withFake(t, func(t *testing.T, f *fake) {
		f.silent = "."
		f.started()
		for range 10 {
			f.pass(within - time.Millisecond)
			f.send(fsnotify.Write, "content/a.md")
		}
		for _, p := range f.probes() {
			f.put(event{Event: fsnotify.Event{Name: p, Op: fsnotify.Create}})
		}
		f.pass(within)
		f.wantNoNotice()
	})
}

func TestAProbeStaysUntilItsEventHasCome(t *testing.T) {
	withFake(t, func(t *testing.T, f *fake) {
		f.silent = "content"
		f.started()
		if got := f.probes(); len(got) != 1 || filepath.Base(filepath.Dir(got[0])) != "content" {
			t.Errorf("probes %q, want the one in content", got)
		}
	})
}

func TestALimitOfTheSystemIsPolledAtOnce(t *testing.T) {
	for _, err := range []error{syscall.ENOSPC, syscall.EMFILE, syscall.ENFILE} {
		withFake(t, func(t *testing.T, f *fake) {
			f.refuse = err
			f.start()
			f.wantNotice(Notice{Every: time.Second, Reason: Limit, Err: err})
			f.wantHint("everywhere")
			for range 29 {
				f.pass(time.Second)
				f.wantHint("everywhere")
			}
			f.wantNoNotice()
			f.change(func() { f.refuse = nil })
			f.pass(time.Second)
			f.wantNotice(Notice{})
			f.wantHint("everywhere")
			f.pass(5 * time.Minute)
			f.wantHint("none")
		})
	}
}

func TestALimitMetByANewFolderEndsAllWatches(t *testing.T) {
	withFake(t, func(t *testing.T, f *fake) {
		f.silent = "."
		f.started()
		f.mkdir("content/one-more")
		f.change(func() { f.refuse = os.NewSyscallError("inotify_add_watch", syscall.ENOSPC) })
		f.send(fsnotify.Create, "content/one-more")
		f.wantNotice(Notice{Every: time.Second, Reason: Limit, Err: f.refuse})
		f.wantHint("everywhere")
		if f.closed != 1 {
			t.Errorf("closed %d times, want 1", f.closed)
		}
		if left := f.probes(); len(left) > 0 {
			t.Errorf("still asking with %q", left)
		}
		f.pass(time.Second)
		f.wantHint("everywhere")
	})
}

func TestAWatchThatCannotBeSetIsPolledAtOnce(t *testing.T) {
	withFake(t, func(t *testing.T, f *fake) {
		f.refuse = errors.New("not supported")
		f.start()
		f.wantNotice(Notice{Every: time.Second, Reason: NotSet, Err: f.refuse})
		f.wantHint("everywhere")
	})
}

func TestNoEventsAtAllArePolled(t *testing.T) {
	withFake(t, func(t *testing.T, f *fake) {
		failure := os.NewSyscallError("inotify_init1", syscall.EMFILE)
		refused := 0
		f.w.open = func() (events, error) {
			if refused++; refused > 1 {
				return f.open()
			}
			return nil, failure
		}
		f.start()
		f.wantNotice(Notice{Every: time.Second, Reason: Limit, Err: failure})
		f.wantHint("everywhere")
		f.pass(idle)
		f.wantNotice(Notice{})
	})
}

func TestAFolderThatCannotBeWrittenIsPolledSlowly(t *testing.T) {
	withFake(t, func(t *testing.T, f *fake) {
		f.locked = os.ErrPermission
		f.start()
		f.wantNotice(Notice{Every: 5 * time.Second, Reason: Unwritable, Err: os.ErrPermission})
		f.wantHint("everywhere")
		hints := 0
		for range 60 {
			f.pass(time.Second)
			if f.hint() == "everywhere" {
				hints++
			}
		}
		if hints != 12 {
			t.Errorf("%d hints in a minute, want 12", hints)
		}
		f.send(fsnotify.Write, "content/a.md")
		f.wantHint("content/a.md")
		f.change(func() { f.locked = nil })
		f.pass(idle)
		f.wantNotice(Notice{})
	})
}

func TestProbesOfAProgramThatWasKilledAreRemoved(t *testing.T) {
	withFake(t, func(t *testing.T, f *fake) {
		old := filepath.Join(f.w.dir, "content", probePrefix+"old")
		words := filepath.Join(f.w.dir, "content", probePrefix+"words")
		fresh := filepath.Join(f.w.dir, probePrefix+"fresh")
		for _, p := range []string{old, fresh, words} {
			if err := plant(p); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.WriteFile(words, []byte("somebody's"), 0o666); err != nil {
			t.Fatal(err)
		}
		past := time.Now().Add(-time.Hour)
		for _, p := range []string{old, words} {
			if err := os.Chtimes(p, past, past); err != nil {
				t.Fatal(err)
			}
		}
		now := time.Now() // the bubble's clock, which the disk does not know
		if err := os.Chtimes(fresh, now, now); err != nil {
			t.Fatal(err)
		}
		f.started()
		if _, err := os.Stat(old); err == nil {
			t.Error("the old one is still there")
		}
		for _, p := range []string{fresh, words} {
			if err := os.Remove(p); err != nil {
				t.Errorf("it should have been left alone: %v", err)
			}
		}
	})
}
