package main

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"
)

// meter shows on a terminal how far a long build has come. It waits a while
// first: a line that flashes by tells nobody anything.
type meter struct {
	mu    sync.Mutex
	w     io.Writer // nil when it is no terminal
	next  time.Time
	shown bool
}

func newMeter(w io.Writer) *meter {
	m := &meter{next: time.Now().Add(500 * time.Millisecond)}
	if isTerminal(w) {
		m.w = w
	}
	return m
}

// isTerminal tells that what is written is seen by a person at once.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

func (m *meter) show(done, all int) {
	if m.w == nil {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if now := time.Now(); now.After(m.next) {
		m.next = now.Add(100 * time.Millisecond)
		m.shown = true
		_, _ = fmt.Fprintf(m.w, "\r\033[K%d/%d", done, all)
	}
}

func (m *meter) clear() {
	if m.shown {
		_, _ = io.WriteString(m.w, "\r\033[K")
	}
}
