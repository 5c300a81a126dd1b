package watch

import (
	"errors"
	"fmt"
	"testing"
	"testing/synctest"

	"github.com/fsnotify/fsnotify"
)

// pumped runs a pump and gives both of its ends.
func pumped(t *testing.T) (in chan fsnotify.Event, errs chan error, out chan event) {
	in, errs, out = make(chan fsnotify.Event), make(chan error), make(chan event)
	go pump(in, errs, out)
	t.Cleanup(func() { close(in) })
	return in, errs, out
}

func TestThePumpKeepsOrder(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		in, errs, out := pumped(t)
		broken := errors.New("broken")
		a, b := fsnotify.Event{Name: "a", Op: fsnotify.Write}, fsnotify.Event{Name: "b", Op: fsnotify.Write}
		for _, e := range []fsnotify.Event{a, a, b, a} {
			in <- e // nobody takes them yet
		}
		errs <- broken
		for i, want := range []event{{Event: a}, {Event: b}, {Event: a}, {err: broken}} {
			if got := <-out; got != want {
				t.Errorf("%d: %v, want %v", i, got, want)
			}
		}
		synctest.Wait()
		select {
		case e := <-out:
			t.Errorf("then %v", e)
		default:
		}
	})
}

func TestThePumpDropsNoEventInSilence(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		in, _, out := pumped(t)
		for i := range capacity + 1 {
			in <- fsnotify.Event{Name: fmt.Sprint(i), Op: fsnotify.Write}
		}
		if got := <-out; !errors.Is(got.err, fsnotify.ErrEventOverflow) {
			t.Errorf("first %v, want an overflow", got)
		}
	})
}
