// Package source owns the user's files as they were at one moment, and the
// problems a person should settle in them.
//
// It is the only package that reads the user's disk. Read takes the site's
// folder once: the settings, everything below content/ and everything below
// layouts/. Text is read whole, since it is small; any other file (pictures,
// attachments) keeps only its name and size and is streamed when it is copied.
//
// Paths are slash paths relative to the site's folder, in Unicode form NFC
// whatever the disk uses (macOS stores names decomposed). Text loses a byte
// order mark, its line ends become LF, and its letters take form NFC, so that
// editors and systems make no difference.
//
// The package may not know what the files mean.
package source

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"unicode/utf8"

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
	Path Path
	Size int64  // bytes on disk
	Text string // whole and normalised; empty of a file that is streamed
	name string // the name on disk, which may be in another Unicode form
}

// IsText tells that the file's suffix says text, so that Text holds it.
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
	fsys  fs.FS
	files map[Path]*File
	order []*File
}

// File gives a file by its path.
func (t *Tree) File(p Path) (*File, bool) {
	f, ok := t.files[p]
	return f, ok
}

// Below gives the files under a folder, sorted by path.
func (t *Tree) Below(dir Path) []*File {
	var below []*File
	for _, f := range t.order {
		if strings.HasPrefix(string(f.Path), string(dir)+"/") {
			below = append(below, f)
		}
	}
	return below
}

// Release drops the texts below a folder, once something else has taken their
// place; it is most of what a large site holds in memory.
func (t *Tree) Release(dir Path) {
	for _, f := range t.Below(dir) {
		f.Text = ""
	}
}

// Open streams a file from the disk.
func (t *Tree) Open(p Path) (io.ReadCloser, error) {
	f, ok := t.files[p]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: string(p), Err: fs.ErrNotExist}
	}
	return t.fsys.Open(f.name)
}

// Read takes the site's folder. With a folder that cannot be listed it still
// returns what it could read, and the problems.
//
// Both arguments are the site's folder. The second is asked about symbolic
// links only and must refuse those that lead out of the site, as os.Root.FS
// does; it is slower, since it looks at every part of a path.
func Read(fsys, links fs.FS) (*Tree, []Problem) {
	r := reader{fsys: fsys, links: links, tree: &Tree{fsys: fsys, files: map[Path]*File{}}}
	if _, err := fs.Stat(fsys, string(Settings)); err != nil {
		r.report(Settings, SiteMissing)
		return r.tree, r.problems
	}
	if info, err := fs.Stat(links, string(Settings)); err != nil {
		r.report(Settings, LinkOutside)
	} else {
		r.file(string(Settings), info)
	}
	for _, dir := range []string{"content", "layouts"} {
		if _, err := fs.Stat(links, dir); err == nil {
			r.folder(dir)
		} else if _, err := fs.Lstat(fsys, dir); err == nil {
			r.report(Path(dir), LinkOutside)
		}
	}
	r.readTexts()
	slices.SortFunc(r.tree.order, func(a, b *File) int { return cmp.Compare(a.Path, b.Path) })
	return r.tree, r.problems
}

type reader struct {
	fsys     fs.FS
	links    fs.FS
	tree     *Tree
	problems []Problem
}

func (r *reader) report(p Path, code Code, args ...any) {
	r.problems = append(r.problems, At(Pos{Path: p}, code, args...))
}

// folder walks by itself: fs.WalkDir does not follow links to folders, which
// are allowed while they stay inside the site.
func (r *reader) folder(dir string) {
	entries, err := fs.ReadDir(r.fsys, dir)
	if err != nil {
		r.report(Path(norm.NFC.String(dir)), FileUnreadable, reason(err))
	}
	for _, e := range entries {
		if ignored(e.Name()) {
			continue
		}
		name := path.Join(dir, e.Name())
		if e.IsDir() {
			r.folder(name)
			continue
		}
		info, err := e.Info()
		if e.Type()&fs.ModeSymlink != 0 {
			info, err = fs.Stat(r.links, name)
			if err != nil {
				r.report(Path(norm.NFC.String(name)), LinkOutside)
				continue
			}
			if info.IsDir() && r.climbs(name, info) {
				r.report(Path(norm.NFC.String(name)), LinkAround)
				continue
			}
		}
		switch {
		case err != nil:
			r.report(Path(norm.NFC.String(name)), FileUnreadable, reason(err))
		case info.IsDir():
			r.folder(name)
		default:
			r.file(name, info)
		}
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

// ignored names what editors, office programs and systems leave behind.
func ignored(name string) bool {
	if strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || strings.HasSuffix(name, "~") {
		return true
	}
	switch strings.ToLower(path.Ext(name)) {
	case ".swp", ".swx", ".tmp", ".bak", ".go":
		return true
	}
	switch strings.ToLower(name) {
	case "thumbs.db", "desktop.ini":
		return true
	}
	return false
}

func (r *reader) file(name string, info fs.FileInfo) {
	p := Path(norm.NFC.String(name))
	if !info.Mode().IsRegular() {
		r.report(p, NotAFile)
		return
	}
	if other, taken := r.tree.files[p]; taken {
		r.report(p, AddressConflict, string(p), other.name)
		return
	}
	f := &File{Path: p, Size: info.Size(), name: name}
	if f.IsText() && info.Size() > maxText {
		r.report(p, FileTooLarge, info.Size()>>20, int64(maxText>>20))
		return
	}
	r.tree.files[p] = f
	r.tree.order = append(r.tree.order, f)
}

// readTexts reads every text file, several at once. A file that is no text
// after all leaves the tree.
func (r *reader) readTexts() {
	problems := make([]*Problem, len(r.tree.order))
	var next atomic.Int64
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(problems); i = int(next.Add(1)) - 1 {
				if f := r.tree.order[i]; f.IsText() {
					problems[i] = f.read(r.fsys)
				}
			}
		})
	}
	wg.Wait()
	kept := r.tree.order[:0]
	for i, f := range r.tree.order {
		if problems[i] != nil {
			r.problems = append(r.problems, *problems[i])
			delete(r.tree.files, f.Path)
			continue
		}
		kept = append(kept, f)
	}
	r.tree.order = kept
}

// read fills Text.
func (f *File) read(fsys fs.FS) *Problem {
	data, err := fs.ReadFile(fsys, f.name)
	if err != nil {
		p := At(Pos{Path: f.Path}, FileUnreadable, reason(err))
		return &p
	}
	if at := invalid(data); at >= 0 {
		p := At(place(f.Path, data, at), FileNotUTF8, data[at])
		return &p
	}
	f.Text = normal(data)
	return nil
}

// reason drops the path from an error of the disk: the problem names it.
func reason(err error) string {
	if pe := (*fs.PathError)(nil); errors.As(err, &pe) {
		return pe.Err.Error()
	}
	return err.Error()
}

// invalid is the offset of the first byte that is not UTF-8, or -1.
func invalid(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

func place(p Path, data []byte, at int) Pos {
	before := data[:at]
	line := bytes.Count(before, []byte("\n")) + 1
	return Pos{p, line, utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1}
}

func normal(data []byte) string {
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	if bytes.IndexByte(data, '\r') >= 0 {
		data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
		data = bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
	}
	if !norm.NFC.IsNormal(data) {
		data = norm.NFC.Bytes(data)
	}
	return string(data)
}
