//go:build !linux && !darwin

package source

import (
	"io/fs"
	"os"
	"path/filepath"
)

// Folder is a folder below which something is to be looked at.
type Folder struct{ dir string }

// OpenFolder opens a folder, for somebody to close.
func OpenFolder(dir string) (*Folder, error) {
	_, err := os.Lstat(dir)
	return &Folder{dir}, err
}

// Close closes the folder.
func (f *Folder) Close() error { return nil }

// Look gives the stamp of what has a slash path below the folder, and what it is: 0 of an
// ordinary file, fs.ModeDir, or fs.ModeIrregular of all else, links too, which it never follows.
func (f *Folder) Look(path string) (Stamp, fs.FileMode, error) {
	info, err := os.Lstat(filepath.Join(f.dir, filepath.FromSlash(path)))
	if err != nil {
		return Stamp{}, 0, err
	}
	kind := fs.ModeIrregular
	if info.Mode().IsRegular() || info.IsDir() {
		kind = info.Mode().Type()
	}
	return StampOf(info), kind, nil
}
