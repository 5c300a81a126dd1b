package public

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"referat/generator/source"
)

// journal notes what changes below a folder.
type journal struct {
	disk
	under string
	lines []string
}

func (j *journal) note(op, name string, err error) error {
	rel, outside := filepath.Rel(j.under, name)
	if err == nil && outside == nil && !strings.HasPrefix(rel, "..") {
		j.lines = append(j.lines, op+" "+filepath.ToSlash(rel))
	}
	return err
}

func (j *journal) Rename(from, to string) error { return j.note("rename", to, j.disk.Rename(from, to)) }
func (j *journal) Remove(name string) error     { return j.note("remove", name, j.disk.Remove(name)) }

// faulty asks fault before each operation, and gives back its error instead of
// doing it. A write that fails has written the half, as on a full disk.
type faulty struct {
	disk
	fault func(op, name string) error
}

func (d *faulty) ReadDir(name string) ([]fs.DirEntry, error) {
	if err := d.fault("readdir", name); err != nil {
		return nil, err
	}
	return d.disk.ReadDir(name)
}

func (d *faulty) Lstat(name string) (fs.FileInfo, error) {
	if err := d.fault("lstat", name); err != nil {
		return nil, err
	}
	return d.disk.Lstat(name)
}

func (d *faulty) Within(name string) (within, error) {
	f, err := d.disk.Within(name)
	return &faultyWithin{f, d, name}, err
}

type faultyWithin struct {
	within
	disk *faulty
	name string
}

func (f *faultyWithin) Look(path string) (source.Stamp, fs.FileMode, error) {
	if err := f.disk.fault("lstat", filepath.Join(f.name, path)); err != nil {
		return source.Stamp{}, 0, err
	}
	return f.within.Look(path)
}

func (d *faulty) Open(name string) (io.ReadCloser, error) {
	if err := d.fault("open", name); err != nil {
		return nil, err
	}
	f, err := d.disk.Open(name)
	return &faultyReader{f, d, name}, err
}

func (d *faulty) Create(name string) (io.WriteCloser, error) {
	if err := d.fault("create", name); err != nil {
		return nil, err
	}
	f, err := d.disk.Create(name)
	return &faultyWriter{f, d, name}, err
}

func (d *faulty) Mkdir(name string) error {
	if err := d.fault("mkdir", name); err != nil {
		return err
	}
	return d.disk.Mkdir(name)
}

func (d *faulty) MkdirAll(name string) error {
	if err := d.fault("mkdirall", name); err != nil {
		return err
	}
	return d.disk.MkdirAll(name)
}

func (d *faulty) Rename(from, to string) error {
	if err := d.fault("rename", to); err != nil {
		return err
	}
	return d.disk.Rename(from, to)
}

func (d *faulty) Remove(name string) error {
	if err := d.fault("remove", name); err != nil {
		return err
	}
	return d.disk.Remove(name)
}

func (d *faulty) RemoveAll(name string) error {
	if err := d.fault("removeall", name); err != nil {
		return err
	}
	return d.disk.RemoveAll(name)
}

type faultyReader struct {
	io.ReadCloser
	disk *faulty
	name string
}

func (r *faultyReader) Read(p []byte) (int, error) {
	if err := r.disk.fault("read", r.name); err != nil {
		return 0, err
	}
	return r.ReadCloser.Read(p)
}

type faultyWriter struct {
	io.WriteCloser
	disk *faulty
	name string
}

func (w *faultyWriter) Write(p []byte) (int, error) {
	if err := w.disk.fault("write", w.name); err != nil {
		n, _ := w.WriteCloser.Write(p[:len(p)/2])
		return n, err
	}
	return w.WriteCloser.Write(p)
}

func (w *faultyWriter) Close() error {
	err := w.disk.fault("close", w.name)
	if closed := w.WriteCloser.Close(); err == nil {
		err = closed
	}
	return err
}

// apart is a disk on which the cache and the output folder are not together.
type apart struct {
	disk
	out string
}

func (d apart) Rename(from, to string) error {
	if strings.HasPrefix(to, d.out) && !strings.HasPrefix(from, d.out) {
		return &os.LinkError{Op: "rename", Old: from, New: to, Err: errors.New("different disks")}
	}
	return d.disk.Rename(from, to)
}

// caseless finds files below root under names in any case, and keeps the case of
// the first when a file replaces another, like the systems that do so.
type caseless struct {
	disk
	root string
}

// find gives the name that the disk has.
func (d caseless) find(name string) string {
	rel, err := filepath.Rel(d.root, name)
	if err != nil || strings.HasPrefix(rel, "..") || rel == "." {
		return name
	}
	at := d.root
	for part := range strings.SplitSeq(rel, string(filepath.Separator)) {
		entries, _ := os.ReadDir(at)
		for _, e := range entries {
			if strings.EqualFold(e.Name(), part) {
				part = e.Name()
				break
			}
		}
		at = filepath.Join(at, part)
	}
	return at
}

func (d caseless) ReadDir(name string) ([]fs.DirEntry, error) { return d.disk.ReadDir(d.find(name)) }
func (d caseless) Lstat(name string) (fs.FileInfo, error)     { return d.disk.Lstat(d.find(name)) }
func (d caseless) Open(name string) (io.ReadCloser, error)    { return d.disk.Open(d.find(name)) }
func (d caseless) Create(name string) (io.WriteCloser, error) { return d.disk.Create(d.find(name)) }
func (d caseless) Mkdir(name string) error                    { return d.disk.Mkdir(d.find(name)) }
func (d caseless) Remove(name string) error                   { return d.disk.Remove(d.find(name)) }

func (d caseless) Rename(from, to string) error {
	from, found := d.find(from), d.find(to)
	if from == found { // the same file under a name in another case
		return d.disk.Rename(from, filepath.Join(filepath.Dir(found), filepath.Base(to)))
	}
	return d.disk.Rename(from, found)
}
