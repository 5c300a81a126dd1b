// Package source owns the user's files as they were at one moment, and the
// problems a person should settle in them.
//
// It is the only package that reads the user's disk. Look lists the site's
// folder once: the settings, everything below content/ and everything below
// layouts/, each file with what the system says of it (Stamp); and the record of
// what was published, content/.record/, which is no content and is listed apart
// (Recorded). No file is opened then. A file whose stamp is the one it had when it was last read has the same
// digest; any other is read when somebody asks: text whole, since it is small,
// pictures and attachments as a stream.
//
// Paths are slash paths relative to the site's folder, in Unicode form NFC
// whatever the disk uses (macOS stores names decomposed). Text loses a byte
// order mark, its line ends become LF, and its letters take form NFC, so that
// editors and systems make no difference.
//
// The package may not know what the files mean.
package source

import (
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"
)

// Path is a slash path relative to the site's folder, in Unicode form NFC.
type Path string

// Dir is the folder that holds the file.
func (p Path) Dir() Path { return Path(path.Dir(string(p))) }

// Base is the file's name without its folder.
func (p Path) Base() string { return path.Base(string(p)) }

// Ext is the file's suffix in lower case, with its dot; "" of none.
func (p Path) Ext() string { return strings.ToLower(path.Ext(string(p))) }

// Settings is the file that makes a folder a site.
const Settings Path = "site.toml"

// maxText is the largest text file that is read, in bytes. Minutes of a long
// meeting are about 20 kB; a text file of this size is a mistake.
const maxText = 8 << 20

// File is one of the user's files.
type File struct {
	Path  Path
	Size  int64 // bytes on disk
	Stamp Stamp
	Text  string // whole and normalised, of a file that Load gave

	digest Digest // zero until the bytes are known
	name   string // the name on disk, which may be in another Unicode form
}

// Digest is the SHA-256 of a file's bytes.
type Digest = [sha256.Size]byte

// Record is what is remembered of a file that was read.
type Record struct {
	Path   Path
	Stamp  Stamp
	Digest Digest
}

// Records are remembered files, and the instant, as their own file system has it
// (Clock), at which the look began that they come from. Without Find there are none.
type Records struct {
	Clock int64
	Find  func(Path) (Record, bool)
}

// IsText tells that the file's suffix says text, so that Load reads it.
func (f *File) IsText() bool { return isText(f.Path) }

func isText(p Path) bool {
	switch p.Ext() {
	case ".md", ".toml", ".csv", ".html", ".css", ".js", ".svg":
		return true
	}
	return false
}

// Tree is the site's folder as it was at one moment.
type Tree struct {
	fsys     fs.FS
	links    fs.FS
	files    map[Path]*File
	order    []*File // by path, but for those of the record
	recorded []*File // those of the record, by path
	problems []Problem
}

// File gives a file by its path.
func (t *Tree) File(p Path) (*File, bool) {
	f, ok := t.files[p]
	return f, ok
}

// Below gives the files under a folder, sorted by path.
func (t *Tree) Below(dir Path) []*File {
	from, to := below(t.order, dir)
	return t.order[from:to]
}

// Records are all files, for a later Look. A file that was not read has no digest.
func (t *Tree) Records() []Record {
	records := make([]Record, 0, len(t.order)+len(t.recorded))
	for _, list := range [][]*File{t.order, t.recorded} {
		for _, f := range list {
			records = append(records, Record{f.Path, f.Stamp, f.digest})
		}
	}
	return records
}

// Known gives the digest of a file's bytes if they need not be read for it.
func (f *File) Known() (Digest, bool) { return f.digest, f.digest != Digest{} }

// Load reads a text file and gives a copy of it with its Text, or what is wrong
// with it. Its digest is known from then on; a file that had another is no longer
// the one that was looked at, which is a problem. It may be called for several
// files at once, and for one file as soon as its digest is known.
func (t *Tree) Load(f *File) (*File, *Problem) {
	data, err := patiently(func() ([]byte, error) { return fs.ReadFile(t.fsys, f.name) })
	if err != nil {
		p := At(Pos{Path: f.Path}, FileUnreadable, Because(err))
		return nil, &p
	}
	digest := sha256.Sum256(data)
	if was, known := f.Known(); known && was != digest {
		p := At(Pos{Path: f.Path}, FileChanged)
		return nil, &p
	} else if !known {
		f.digest = digest
	}
	loaded := *f
	text, problem := Text(f.Path, data)
	if problem != nil {
		return nil, problem
	}
	loaded.Text = text
	return &loaded, nil
}

// Sum gives the digest of a file's bytes; it reads them if need be.
func (t *Tree) Sum(f *File) (Digest, error) {
	if d, known := f.Known(); known {
		return d, nil
	}
	r, err := t.Open(f.Path)
	if err != nil {
		return Digest{}, err
	}
	defer func() { _ = r.Close() }()
	h := sha256.New()
	if _, err := io.Copy(h, r); err != nil {
		return Digest{}, err
	}
	f.digest = Digest(h.Sum(nil))
	return f.digest, nil
}

// Open streams a file from the disk.
func (t *Tree) Open(p Path) (io.ReadCloser, error) {
	f, ok := t.files[p]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: string(p), Err: fs.ErrNotExist}
	}
	return patiently(func() (io.ReadCloser, error) { return t.fsys.Open(f.name) })
}

// patiently repeats what another program prevents that has the file open, which
// only Windows lets it.
func patiently[T any](do func() (T, error)) (T, error) {
	v, err := do()
	for pause := 10 * time.Millisecond; err != nil && busy(err) && pause < time.Second; pause *= 2 {
		time.Sleep(pause)
		v, err = do()
	}
	return v, err
}

// Look lists the site's folder. With a folder that cannot be listed it still
// returns what it could find, and the problems. A file that the records know by
// its stamp has their digest.
//
// Both file systems are the site's folder. The second is asked about symbolic
// links only and must refuse those that lead out of the site, as os.Root.FS
// does; it is slower, since it looks at every part of a path.
func Look(fsys, links fs.FS, records Records) (*Tree, []Problem) {
	t, problems := List(fsys, links)
	t.Recall(records)
	return t, problems
}

// List is a Look that nothing is remembered for. A Recall may follow it, once.
func List(fsys, links fs.FS) (*Tree, []Problem) {
	r := reader{Tree: &Tree{fsys: fsys, links: links, files: map[Path]*File{}}}
	r.look()
	return r.Tree, slices.Clone(r.problems)
}

// Recall gives the files that records know by their stamps the digests that they had.
func (t *Tree) Recall(records Records) {
	if records.Find == nil {
		return
	}
	for _, f := range slices.Concat(t.order, t.recorded) {
		f.recall(records)
	}
}

func (f *File) recall(records Records) {
	if f.Stamp.Racy(records.Clock) {
		return
	}
	if known, ok := records.Find(f.Path); ok && known.Stamp == f.Stamp {
		f.digest = known.Digest
	}
}

func (r *reader) look() {
	if _, err := fs.Stat(r.fsys, string(Settings)); err != nil {
		r.report(Settings, SiteMissing)
		return
	}
	if info, err := fs.Stat(r.links, string(Settings)); err != nil {
		r.report(Settings, LinkOutside)
	} else {
		r.file(string(Settings), info)
	}
	for _, dir := range []string{"content", "layouts", string(RecordDir)} {
		if _, err := fs.Stat(r.links, dir); err == nil {
			r.folder(dir)
		} else if _, err := fs.Lstat(r.fsys, dir); err == nil {
			r.report(Path(dir), LinkOutside)
		}
	}
	r.arrange()
}

// reader makes a tree.
type reader struct {
	*Tree
	records Records // of what is looked at again
}

func (r *reader) report(p Path, code Code, args ...any) {
	r.problems = append(r.problems, At(Pos{Path: p}, code, args...))
}

// folder walks by itself: fs.WalkDir does not follow links to folders, which
// are allowed while they stay inside the site. Through links, what lies in a folder
// is looked at by its name there, which costs less than its whole path.
func (r *reader) folder(dir string) {
	entries, err := fs.ReadDir(r.links, dir)
	if err != nil {
		r.report(Path(norm.NFC.String(dir)), FileUnreadable, Because(err), Given(true))
	}
	for _, e := range entries {
		r.entry(dir, e, entries)
	}
}

// entry takes in a file or folder that lies in dir beside others.
func (r *reader) entry(dir string, e fs.DirEntry, beside []fs.DirEntry) {
	if Ignored(e.Name()) {
		return
	}
	name := e.Name()
	if dir != "." {
		name = dir + "/" + name
	}
	if original := conflictOf(e.Name(), beside); original != "" {
		r.report(Path(norm.NFC.String(name)), ConflictCopy, original)
		return
	}
	if e.IsDir() {
		r.folder(name)
		return
	}
	info, err := e.Info()
	if e.Type()&fs.ModeSymlink != 0 {
		info, err = fs.Stat(r.links, name)
		if err != nil {
			r.report(Path(norm.NFC.String(name)), LinkOutside)
			return
		}
		if info.IsDir() && r.climbs(name, info) {
			r.report(Path(norm.NFC.String(name)), LinkAround)
			return
		}
	}
	switch {
	case errors.Is(err, fs.ErrNotExist): // it went between the list and the look
	case err != nil:
		r.report(Path(norm.NFC.String(name)), FileUnreadable, Because(err))
	case info.IsDir():
		r.folder(name)
	default:
		r.file(name, info)
	}
}

// climbs tells of a link that leads to a folder that it lies in, which would
// never end.
func (r *reader) climbs(name string, target fs.FileInfo) bool {
	for dir := path.Dir(name); ; dir = path.Dir(dir) {
		if above, err := fs.Stat(r.links, dir); err == nil && os.SameFile(above, target) {
			return true
		}
		if dir == "." {
			return false
		}
	}
}

func (r *reader) file(name string, info fs.FileInfo) {
	p := Path(norm.NFC.String(name))
	if !info.Mode().IsRegular() {
		r.report(p, NotAFile)
		return
	}
	if other, taken := r.files[p]; taken {
		r.report(p, AddressConflict, string(p), other.name)
		return
	}
	f := &File{Path: p, Size: info.Size(), Stamp: StampOf(info), name: name}
	if r.records.Find != nil {
		f.recall(r.records)
	}
	if f.IsText() && info.Size() > maxText {
		r.report(p, FileTooLarge, info.Size()>>20, int64(maxText>>20))
		return
	}
	r.files[p] = f
	r.order = append(r.order, f)
}
