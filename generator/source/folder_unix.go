//go:build linux || darwin

package source

import (
	"errors"
	"io/fs"
	"os"

	"golang.org/x/sys/unix"
)

// Folder is an open folder. To look at what lies below it takes a quarter of the time
// that it takes by the whole path, of which the system looks up every part.
type Folder struct {
	file *os.File
	fd   int
}

// OpenFolder opens a folder, for somebody to close.
func OpenFolder(dir string) (*Folder, error) {
	f, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	return &Folder{f, int(f.Fd())}, nil
}

// Close closes the folder.
func (f *Folder) Close() error { return f.file.Close() }

// Look gives the stamp of what has a slash path below the folder, and what it is: 0 of an
// ordinary file, fs.ModeDir, or fs.ModeIrregular of all else, links too, which it never follows.
func (f *Folder) Look(path string) (Stamp, fs.FileMode, error) {
	var found unix.Stat_t
	var err error = unix.EINTR
	for errors.Is(err, unix.EINTR) {
		err = unix.Fstatat(f.fd, path, &found, unix.AT_SYMLINK_NOFOLLOW)
	}
	if err != nil {
		return Stamp{}, 0, &fs.PathError{Op: "lstat", Path: path, Err: err}
	}
	kind := fs.ModeIrregular
	switch found.Mode & unix.S_IFMT {
	case unix.S_IFREG:
		kind = 0
	case unix.S_IFDIR:
		kind = fs.ModeDir
	}
	return Stamp{Size: found.Size, Modified: found.Mtim.Nano(), Changed: found.Ctim.Nano(), Node: found.Ino}, kind, nil
}
