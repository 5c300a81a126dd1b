package public

import (
	"crypto/sha256"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"referat/generator/source"
)

// Looked is what a look at the output folder showed.
type Looked struct {
	Touched []string // files that may have other bytes now or are gone, sorted
	Folders bool     // no name has come, gone or changed its kind in any folder
}

// Left is a file as a build left it.
type Left struct {
	Path  string
	Stamp source.Stamp // zero where none is sure
}

// Look compares the output folder with what the last build left: its files, sorted by
// path, since then they lie together on the disk too, and its folders. It reads no file;
// Sum tells whether a touched one is still the same. A folder is listed when its stamp is
// another or racy; when it holds the names it did, it gets its new stamp in folders.
//
// The clock is the instant between the last Switch and Seen, by the clock of the
// output folder's disk (source.Clock): a stamp of that instant or later proves
// nothing, and its file counts as touched. Neither does one that Sum gave and that
// is racy at the instant before Look; the zero stamp is to take its place.
func (t Target) Look(files []Left, folders map[string]Folder, clock int64) Looked {
	return t.look(local{}, files, folders, clock)
}

func (t Target) look(d disk, files []Left, folders map[string]Folder, clock int64) Looked {
	below, err := d.Within(t.Dir)
	if err != nil {
		below = nowhere{err}
	}
	defer func() { _ = below.Close() }()
	dirs := make(chan []string, 1)
	go func() { dirs <- slices.Sorted(maps.Keys(folders)) }() // meanwhile, since it takes a while
	touched := make([]bool, len(files))
	inParallel(len(files), func(i int) {
		stamp, kind, err := below.Look(files[i].Path)
		touched[i] = err != nil || kind != 0 || differs(stamp, files[i].Stamp, clock)
	})
	var looked Looked
	for i, f := range files {
		if touched[i] {
			looked.Touched = append(looked.Touched, f.Path)
		}
	}
	looked.Folders = t.lookAtFolders(d, below, folders, <-dirs, clock)
	return looked
}

// Touched tells of one file what Look tells of all. What was read before it is false is
// what the last build left.
func (t Target) Touched(file Left, clock int64) bool {
	info, err := os.Lstat(t.onDisk(file.Path))
	return err != nil || !info.Mode().IsRegular() || differs(source.StampOf(info), file.Stamp, clock)
}

// nowhere is a folder that could not be opened.
type nowhere struct{ err error }

func (n nowhere) Look(string) (source.Stamp, fs.FileMode, error) { return source.Stamp{}, 0, n.err }
func (n nowhere) Close() error                                   { return nil }

func differs(is, was source.Stamp, clock int64) bool { return is != was || was.Racy(clock) }

func (t Target) lookAtFolders(d disk, below within, last map[string]Folder, dirs []string, clock int64) bool {
	known, stamps := make([]Folder, len(dirs)), make([]source.Stamp, len(dirs))
	var other atomic.Bool
	inParallel(len(dirs), func(i int) {
		was := last[dirs[i]]
		known[i] = was
		stamp, kind, err := below.Look(dirs[i])
		if err != nil || kind != fs.ModeDir {
			other.Store(true)
			return
		}
		stamps[i] = stamp
		if !differs(stamp, was.Stamp, clock) || other.Load() {
			return
		}
		entries, err := d.ReadDir(t.onDisk(dirs[i]))
		if err != nil || sumOf(entries) != was.Names {
			other.Store(true)
		}
	})
	if _, listed := last["."]; !listed || other.Load() {
		return false
	}
	for i, dir := range dirs {
		if stamps[i] != known[i].Stamp {
			last[dir] = known[i].stamped(stamps[i])
		}
	}
	return true
}

// Sum gives the SHA-256 of the bytes that the output folder has at a path, and
// the file's stamp from before it was read. It is false of what is not an
// ordinary file, lies behind a symbolic link or cannot be read.
func (t Target) Sum(path string) ([sha256.Size]byte, source.Stamp, bool) {
	return t.sum(local{}, path)
}

func (t Target) sum(d disk, name string) (sum [sha256.Size]byte, stamp source.Stamp, ok bool) {
	if CheckPath(name) != nil {
		return sum, stamp, false
	}
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if info, err := d.Lstat(t.onDisk(dir)); err != nil || !info.IsDir() {
			return sum, stamp, false
		}
	}
	info, err := d.Lstat(t.onDisk(name))
	if err != nil || !info.Mode().IsRegular() {
		return sum, stamp, false
	}
	file, err := d.Open(t.onDisk(name))
	if err != nil {
		return sum, stamp, false
	}
	defer file.Close()
	hash := sha256.New()
	n, err := io.Copy(hash, file)
	return [sha256.Size]byte(hash.Sum(nil)), source.StampOf(info), err == nil && n == info.Size()
}

// inParallel calls do with each number below n, on all processors. They take the
// numbers by the chunk, since one is a matter of a microsecond.
func inParallel(n int, do func(i int)) {
	const chunk = 256
	var next atomic.Int64
	work := func() {
		for from := int(next.Add(chunk)) - chunk; from < n; from = int(next.Add(chunk)) - chunk {
			for i := from; i < min(from+chunk, n); i++ {
				do(i)
			}
		}
	}
	var others sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), (n+chunk-1)/chunk) - 1 {
		others.Go(work)
	}
	work()
	others.Wait()
}
