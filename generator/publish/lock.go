package publish

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/rogpeppe/go-internal/lockedfile"
)

// Lock makes the folder, if it is not there, and waits until nobody else publishes
// into it. Whoever unlocks leaves nothing behind that a web server could show: neither
// the lock nor folders that it made itself and that are empty.
func (h Host) Lock() (unlock func(), err error) {
	for range triesToLock {
		made := h.missing()
		var f *lockedfile.File
		if err = os.MkdirAll(h.Dir, 0o755); err == nil {
			f, err = lockedfile.OpenFile(h.file(lockFile), os.O_RDWR|os.O_CREATE, 0o666)
		}
		switch {
		case err == nil && h.isAt(f):
			return func() { h.unlock(f, made) }, nil
		case err == nil:
			_ = f.Close() // it was deleted by whoever had it, and keeps nobody out
		case !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrExist): // else the empty folder was just taken away
			dropEmpty(made)
			return nil, err
		}
	}
	return nil, cmp.Or(err, fs.ErrExist)
}

// triesToLock is how often somebody else may have been quicker.
const triesToLock = 1000

// missing are the folders that have to be made for it, the innermost first.
func (h Host) missing() (dirs []string) {
	for dir := h.Dir; ; dir = filepath.Dir(dir) {
		if _, err := os.Lstat(dir); !errors.Is(err, fs.ErrNotExist) {
			return dirs
		}
		dirs = append(dirs, dir)
	}
}

// isAt tells that the lock is the one that others find.
func (h Host) isAt(f *lockedfile.File) bool {
	held, err := f.Stat()
	if err != nil {
		return false
	}
	found, err := os.Lstat(h.file(lockFile))
	return err == nil && os.SameFile(held, found)
}

// unlock deletes the lock while it still keeps others out. Where no open file can be
// deleted, none that somebody waits for can either, and it is safe to do it afterwards.
func (h Host) unlock(f *lockedfile.File, made []string) {
	err := os.Remove(h.file(lockFile))
	_ = f.Close()
	if err != nil {
		_ = os.Remove(h.file(lockFile))
	}
	dropEmpty(made)
}

// dropEmpty deletes those of the folders that have nothing in them.
func dropEmpty(dirs []string) {
	for _, dir := range dirs {
		if os.Remove(dir) != nil {
			return
		}
	}
}
