package public

import (
	"errors"
	"io"
	"io/fs"
	"os"

	"referat/generator/source"
)

// disk is the few operations that this package does on folders and files. Tests
// have one that fails and one that makes no difference between upper and lower case.
type disk interface {
	ReadDir(name string) ([]fs.DirEntry, error)
	Lstat(name string) (fs.FileInfo, error)
	Within(name string) (within, error)
	Open(name string) (io.ReadCloser, error)
	Create(name string) (io.WriteCloser, error) // a new file, never one that exists or a link
	Mkdir(name string) error
	MkdirAll(name string) error
	Rename(from, to string) error
	Remove(name string) error
	RemoveAll(name string) error
}

// within looks at what lies below a folder: a source.Folder.
type within interface {
	Look(path string) (stamp source.Stamp, kind fs.FileMode, err error)
	Close() error
}

// Web servers run as another user and must read what is published, so files and
// folders get these modes whatever the umask is.
const (
	fileMode   fs.FileMode = 0o644
	folderMode fs.FileMode = 0o755
)

// local is this machine's disk.
type local struct{}

func (local) ReadDir(name string) ([]fs.DirEntry, error) { return os.ReadDir(name) }
func (local) Lstat(name string) (fs.FileInfo, error)     { return os.Lstat(name) }
func (local) Within(name string) (within, error)         { return source.OpenFolder(name) }
func (local) Open(name string) (io.ReadCloser, error)    { return os.Open(name) }
func (local) Rename(from, to string) error               { return os.Rename(from, to) }
func (local) Remove(name string) error                   { return os.Remove(name) }
func (local) RemoveAll(name string) error                { return os.RemoveAll(name) }

func (local) MkdirAll(name string) error { return os.MkdirAll(name, folderMode) }

func (local) Mkdir(name string) error {
	if err := os.Mkdir(name, folderMode); err != nil {
		return err
	}
	return os.Chmod(name, folderMode)
}

func (local) Create(name string) (io.WriteCloser, error) {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
	if err != nil {
		return nil, err
	}
	if err := f.Chmod(fileMode); err != nil {
		return nil, errors.Join(err, f.Close(), os.Remove(name))
	}
	return f, nil
}
