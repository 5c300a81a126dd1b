package source

import (
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Again looks again at some files and folders and takes over the rest of the tree.
// paths are slash paths below the site's folder in any Unicode form; a folder
// means all in it. The clock is the one before the look that made the tree. It is
// not ok, and everything has to be looked at, where that cannot be done piece by
// piece: at the settings, at whole top folders, the record among them, and at links.
//
// It finds what it was told of and no more. Whoever was told wrongly has to Look.
func (t *Tree) Again(clock int64, paths []string) (again *Tree, problems []Problem, ok bool) {
	r := reader{records: t.Remembered(clock), Tree: &Tree{fsys: t.fsys, links: t.links,
		files: maps.Clone(t.files), order: slices.Clone(t.order), recorded: slices.Clone(t.recorded), problems: slices.Clone(t.problems)}}
	for _, p := range paths {
		if top, rest, _ := strings.Cut(p, "/"); rest == "" || top != "content" && top != "layouts" || !fs.ValidPath(p) || Path(p) == RecordDir {
			return nil, nil, false
		}
		inside := strings.TrimPrefix(p, string(RecordDir)+"/")
		if slices.ContainsFunc(strings.Split(inside, "/"), Ignored) {
			continue
		}
		r.forget(Path(norm.NFC.String(p)))
		if !r.path(p) {
			return nil, nil, false
		}
	}
	r.arrange()
	return r.Tree, slices.Clone(r.problems), true
}

// Remembered are the tree's own files as records.
func (t *Tree) Remembered(clock int64) Records {
	return Records{Clock: clock, Find: func(p Path) (Record, bool) {
		f, ok := t.files[p]
		if !ok {
			return Record{}, false
		}
		return Record{f.Path, f.Stamp, f.digest}, true
	}}
}

// forget takes a file, or a folder with all in it, out of the tree.
func (r *reader) forget(p Path) {
	within := func(other Path) bool { return other == p || strings.HasPrefix(string(other), string(p)+"/") }
	gone := func(f *File) bool {
		if within(f.Path) {
			delete(r.files, f.Path)
			return true
		}
		return false
	}
	r.order, r.recorded = slices.DeleteFunc(r.order, gone), slices.DeleteFunc(r.recorded, gone)
	r.problems = slices.DeleteFunc(r.problems, func(problem Problem) bool { return within(problem.Pos.Path) })
}

// path takes in what is at a path now. It is not ok if a link is on the way.
func (r *reader) path(p string) bool {
	for dir := path.Dir(p); dir != "."; dir = path.Dir(dir) {
		if info, err := fs.Lstat(r.fsys, dir); err == nil && !info.IsDir() {
			return false
		}
	}
	info, err := fs.Lstat(r.fsys, p)
	if err != nil {
		return true // it is gone
	}
	if info.Mode()&fs.ModeSymlink != 0 {
		return false
	}
	beside, err := fs.ReadDir(r.fsys, path.Dir(p))
	if err != nil {
		return false
	}
	r.entry(path.Dir(p), fs.FileInfoToDirEntry(info), beside)
	return true
}
