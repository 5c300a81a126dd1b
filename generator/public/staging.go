package public

import (
	"bufio"
	"bytes"
	"cmp"
	"crypto/sha256"
	"errors"
	"hash"
	"io"
	"io/fs"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"sync"
	"time"

	"referat/generator/source"
)

// File is one file of the set that the output folder is to equal.
type File struct {
	Path  string // slash path relative to the output folder
	Class Class
	Size  int64             // bytes
	Sum   [sha256.Size]byte // SHA-256 of the bytes
	Kept  bool              // the output folder had the same bytes already

	staged   string       // the file in the staging folder, unless kept
	complete bool         // put without error
	stamp    source.Stamp // of a kept file, from before its bytes were compared; of a staged one, from before it was moved
	there    bool         // a plan found a file at the path
	foreign  bool         // which is not ours
}

// Staging holds a set of files before the output folder is made equal to it.
// Several goroutines may call Put, PutBytes and Keep; all else comes after they
// are done.
type Staging struct {
	target  Target
	disk    disk
	folder  string
	vacant  bool            // there was no output folder, so it has no file
	pauses  []time.Duration // between attempts at what another program prevents
	buffers sync.Pool       // of *pair

	mu    sync.Mutex
	files map[string]*File
	next  int
}

// pair is what two files are compared with.
type pair struct{ old, new [32 << 10]byte }

// Stage makes the staging folder and empties it of what a killed build left.
// Its errors are of type *Error.
func (t Target) Stage() (*Staging, error) { return t.stage(local{}) }

func (t Target) stage(d disk) (*Staging, error) {
	s := &Staging{
		target:  t,
		disk:    d,
		folder:  filepath.Join(t.Cache, "staging"),
		buffers: sync.Pool{New: func() any { return new(pair) }},
		files:   map[string]*File{},
	}
	if runtime.GOOS == "windows" {
		for pause := 10 * time.Millisecond; pause < 200*time.Millisecond; pause *= 2 {
			s.pauses = append(s.pauses, pause)
		}
	}
	if err := d.RemoveAll(s.folder); err != nil {
		return nil, unusable(filepath.ToSlash(s.folder), err)
	}
	if err := d.MkdirAll(s.folder); err != nil {
		return nil, unusable(filepath.ToSlash(s.folder), err)
	}
	info, err := d.Lstat(t.Dir)
	if err == nil && info.Mode()&fs.ModeSymlink != 0 { // since Locate
		return nil, &Error{Problem: linked(t.Shown)}
	}
	s.vacant = errors.Is(err, fs.ErrNotExist)
	return s, nil
}

// shelves is how many folders the staged files are spread over: files that are
// made in one folder at the same time wait for one another.
const shelves = 16

func (s *Staging) shelf(i int) string { return filepath.Join(s.folder, strconv.Itoa(i%shelves)) }

// Discard deletes the staging folder. It is called when nothing more is to be
// put or switched, also after an error; what it cannot delete, the next Stage will.
func (s *Staging) Discard() { _ = s.disk.RemoveAll(s.folder) }

// Files gives all files put so far, by path.
func (s *Staging) Files() []File {
	files := make([]File, 0, len(s.files))
	for _, f := range s.files {
		files = append(files, *f)
	}
	slices.SortFunc(files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	return files
}

// Keep adds a file that the output folder has, as the caller knows: bytes of this
// sum, in a file of this stamp. It is not read, and nothing is staged for it. The
// stamp, which tells the size too, is one that Sum gave, or that is in what the
// last build left and that Look did not find touched. With the zero stamp the next
// Look finds the file touched. The errors are of type *Error: a path that
// CheckPath refuses or that was put before.
func (s *Staging) Keep(path string, class Class, sum [sha256.Size]byte, stamp source.Stamp) error {
	f, err := s.claim(path, class)
	if err != nil {
		return err
	}
	f.Size, f.Sum, f.stamp = stamp.Size, sum, stamp
	f.Kept, f.complete = true, true
	return nil
}

// PutBytes adds a file that is in memory. Its errors are of type *Error: a disk
// that cannot be written, or a path that CheckPath refuses or that was put before.
func (s *Staging) PutBytes(path string, class Class, data []byte) error {
	f, err := s.claim(path, class)
	if err != nil {
		return err
	}
	f.Size, f.Sum = int64(len(data)), sha256.Sum256(data)
	if f.Kept = s.has(f, bytes.NewReader(data)); !f.Kept {
		if err := s.write(f.staged, data); err != nil {
			return unusable(s.target.shown(path), err)
		}
	}
	f.complete = true
	return nil
}

func (s *Staging) write(name string, data []byte) error {
	w, err := s.create(name)
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return cmp.Or(err, w.Close())
}

// create makes a staged file, and its shelf when it is the first there.
func (s *Staging) create(name string) (io.WriteCloser, error) {
	w, err := s.disk.Create(name)
	if !errors.Is(err, fs.ErrNotExist) {
		return w, err
	}
	if err := s.disk.MkdirAll(filepath.Dir(name)); err != nil {
		return nil, err
	}
	return s.disk.Create(name)
}

// File gives what is known of a file put so far.
func (s *Staging) File(path string) (File, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if f := s.files[path]; f != nil && f.complete {
		return *f, true
	}
	return File{}, false
}

// Open gives the bytes that a path is going to have: those put, or what the output folder
// has there. It may have been changed since.
func (s *Staging) Open(path string) (io.ReadCloser, error) {
	if f, put := s.File(path); put && !f.Kept {
		return s.disk.Open(f.staged)
	}
	return s.disk.Open(s.target.onDisk(path))
}

// Put adds a file that write streams, so that it need not fit into memory. It
// returns an error of write as it is; its own are of type *Error, as PutBytes's.
func (s *Staging) Put(path string, class Class, write func(io.Writer) error) error {
	f, err := s.claim(path, class)
	if err != nil {
		return err
	}
	w, err := s.create(f.staged)
	if err != nil {
		return unusable(s.target.shown(path), err)
	}
	defer w.Close() // a second time, but for a write that fails or panics
	m := &measure{to: w, hash: sha256.New()}
	b := bufio.NewWriterSize(m, 32<<10)
	if err := write(b); err != nil && m.err == nil {
		return err
	}
	if err := cmp.Or(b.Flush(), w.Close()); err != nil {
		return unusable(s.target.shown(path), err)
	}
	f.Size, f.Sum = m.size, [sha256.Size]byte(m.hash.Sum(nil))
	f.Kept = s.hasStaged(f)
	f.complete = true
	return nil
}

// hasStaged compares a file that is already in the staging folder, and takes it
// out again when the output folder has the same.
func (s *Staging) hasStaged(f *File) bool {
	fresh, err := s.disk.Open(f.staged)
	if err != nil {
		return false
	}
	same := s.has(f, fresh)
	fresh.Close()
	if same {
		_ = s.disk.Remove(f.staged) // or Discard does
	}
	return same
}

// claim reserves the path, and a name in the staging folder.
func (s *Staging) claim(path string, class Class) (*File, error) {
	if err := CheckPath(path); err != nil {
		return nil, fault(s.target.shown(path), err.Error())
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.files[path] != nil {
		return nil, fault(s.target.shown(path), "two outputs have this path")
	}
	s.next++
	f := &File{Path: path, Class: class, staged: filepath.Join(s.shelf(s.next), strconv.Itoa(s.next))}
	s.files[path] = f
	return f, nil
}

// has tells that the output folder holds f's bytes, which fresh gives again, in
// an ordinary file of its own. Whatever prevents the comparison, it does not.
func (s *Staging) has(f *File, fresh io.Reader) bool {
	if s.vacant {
		return false
	}
	name := s.target.onDisk(f.Path)
	info, err := s.disk.Lstat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() != f.Size {
		return false
	}
	old, err := s.disk.Open(name)
	if err != nil {
		return false
	}
	defer old.Close()
	f.stamp = source.StampOf(info)
	p := s.buffers.Get().(*pair)
	defer s.buffers.Put(p)
	for {
		n, errOld := io.ReadFull(old, p.old[:])
		m, errNew := io.ReadFull(fresh, p.new[:])
		if !bytes.Equal(p.old[:n], p.new[:m]) || errOld != errNew {
			return false
		}
		if errOld != nil { // both have ended, alike
			return errOld == io.EOF || errOld == io.ErrUnexpectedEOF
		}
	}
}

// measure takes the size and the digest of what is written through it, and tells
// errors of the disk from those of the one who writes.
type measure struct {
	to   io.Writer
	hash hash.Hash
	size int64
	err  error
}

func (m *measure) Write(p []byte) (int, error) {
	n, err := m.to.Write(p)
	m.hash.Write(p[:n])
	m.size += int64(n)
	if err != nil {
		m.err = err
	}
	return n, err
}
