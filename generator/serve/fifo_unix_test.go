//go:build unix

package serve

import (
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

func TestAPipeIsNoFileAndIsNotWaitedFor(t *testing.T) {
	look, dir := folder(t, "index.html", "")
	if err := syscall.Mkfifo(filepath.Join(dir, "rør"), 0o600); err != nil {
		t.Skip("no pipes on this system:", err)
	}
	found := make(chan bool)
	go func() {
		_, ok := look("rør")
		found <- ok
	}()
	select {
	case ok := <-found:
		if ok {
			t.Error("a pipe is a file")
		}
	case <-time.After(patience):
		t.Fatal("it waits for the other end of the pipe")
	}
}
