package watch

import "github.com/fsnotify/fsnotify"

// event is one from the system, or an error in its place: then others may have
// been lost.
type event struct {
	fsnotify.Event
	err error
}

// events is where events come from: the system, or a test.
type events interface {
	Add(folder string) error
	Remove(folder string) error
	Close() error
	arriving() <-chan event
}

// system is the operating system's own events.
type system struct {
	*fsnotify.Watcher
	out   chan event
	ended chan struct{}
}

func openSystem() (events, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	s := &system{w, make(chan event), make(chan struct{})}
	go func() {
		defer close(s.ended)
		pump(w.Events, w.Errors, s.out)
	}()
	return s, nil
}

func (s *system) arriving() <-chan event { return s.out }

// Close returns when no goroutine is left that could send.
func (s *system) Close() error {
	err := s.Watcher.Close()
	<-s.ended
	return err
}

// capacity is how many events wait while folders are being listed.
const capacity = 1 << 16

// pump takes events at once, whether or not anybody wants them yet, and ends with
// the first channel that is closed. It must not make fsnotify wait: its Add and
// Remove can need the very goroutine that waits, and they are called by the one
// that takes events from out.
func pump(in <-chan fsnotify.Event, errs <-chan error, out chan<- event) {
	var queue []event
	for {
		var to chan<- event
		var first event
		if len(queue) > 0 {
			to, first = out, queue[0]
		}
		select {
		case e, open := <-in:
			if !open {
				return
			}
			queue = enqueue(queue, event{Event: e})
		case err, open := <-errs:
			if !open {
				return
			}
			queue = enqueue(queue, event{err: err})
		case to <- first:
			queue = queue[1:]
		}
	}
}

// enqueue leaves out what says the same as the event before it.
func enqueue(queue []event, e event) []event {
	if n := len(queue); n > 0 && queue[n-1] == e {
		return queue
	}
	if len(queue) == capacity {
		return []event{{err: fsnotify.ErrEventOverflow}}
	}
	return append(queue, e)
}
