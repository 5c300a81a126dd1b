package watch

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// folders is what is watched. Watches are set on true paths, without links: two
// watches on one folder by different paths would become one without a word, and
// end with the first of the two.
type folders struct {
	site    string // the site's folder as the caller named it
	names   []string
	ignored func(string) bool
	open    func() (events, error)

	events  events          // nil while no watch is set
	real    string          // the site's folder, true path
	tops    []string        // real and the folders that the names stand for; a probe goes into each
	watched map[string]bool // all folders with a watch
	seen    map[string]fs.FileInfo
}

// arriving gives no event while no watch is set.
func (f *folders) arriving() <-chan event {
	if f.events == nil {
		return nil
	}
	return f.events.arriving()
}

// drop takes all watches away.
func (f *folders) drop() {
	if f.events != nil {
		_ = f.events.Close()
	}
	f.events, f.tops, f.watched = nil, nil, map[string]bool{}
}

// set starts anew: it watches what there is now. What is missing is no error;
// changed tells when it is there. After an error some watches may be set.
func (f *folders) set() error {
	f.drop()
	f.seen = map[string]fs.FileInfo{f.site: look(f.site)}
	for _, name := range f.names {
		path := filepath.Join(f.site, name)
		f.seen[path] = look(path)
	}
	real, err := filepath.EvalSymlinks(f.site)
	if err != nil || !isFolder(real) {
		return nil
	}
	f.real = real
	// The old watches are gone by now, since there may not be room for both.
	if f.events, err = f.open(); err != nil {
		return err
	}
	if err := f.folder(real); err != nil {
		return err
	}
	f.tops = append(f.tops, real)
	for _, name := range f.names {
		top, err := f.follow(filepath.Join(real, name))
		if err != nil {
			return err
		}
		if f.watched[top] && !slices.Contains(f.tops, top) {
			f.tops = append(f.tops, top)
		}
	}
	return nil
}

// folder watches one folder, but not those in it. It is no error when the folder
// is gone, or another in its place: that left an event in the one above.
func (f *folders) folder(path string) error {
	if err := f.events.Add(path); err != nil {
		if gone(err) || !isFolder(path) {
			return nil
		}
		return err
	}
	f.watched[path] = true
	return nil
}

// tree watches a folder and all below it. A folder is listed after it is watched,
// so that one made in between is seen twice rather than not at all.
func (f *folders) tree(path string) error {
	if f.watched[path] {
		return nil
	}
	if err := f.folder(path); err != nil || !f.watched[path] {
		return err
	}
	entries, err := os.ReadDir(path)
	if err != nil && !gone(err) && isFolder(path) {
		return err
	}
	for _, e := range entries {
		if f.ignored(e.Name()) {
			continue
		}
		below := filepath.Join(path, e.Name())
		var err error
		if e.IsDir() {
			err = f.tree(below)
		} else if e.Type()&fs.ModeSymlink != 0 {
			_, err = f.link(below)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// link watches the folder in the site that a link leads to, and gives its true
// path. What it leads to may change, and may come later.
func (f *folders) link(path string) (string, error) {
	target, err := filepath.EvalSymlinks(path)
	if err != nil {
		f.seen[path] = nil
		return "", nil
	}
	if _, inside := f.below(target); !inside {
		return "", nil
	}
	f.seen[path] = look(path)
	if !isFolder(target) {
		return "", nil
	}
	return target, f.tree(target)
}

// follow watches what is at a path now, if it is a folder or leads to one, and
// gives the folder's true path. A watch that was there may belong to a folder
// that has gone, or that another one replaced.
func (f *folders) follow(path string) (string, error) {
	f.forget(path)
	if isLink(path) {
		return f.link(path)
	}
	if isFolder(path) {
		return path, f.tree(path)
	}
	return "", nil
}

// forget ends the watches on a folder and on all below it.
func (f *folders) forget(path string) {
	for p := range f.watched {
		if p == path || strings.HasPrefix(p, path+string(filepath.Separator)) {
			delete(f.watched, p)
			_ = f.events.Remove(p) // most often it has ended by itself
		}
	}
}

// changed tells whether something that the watches rest on is another than when
// they were set: the site's folder, one at the top, or what a link leads to.
// It is how their return is seen, and a change above the site's folder.
func (f *folders) changed() bool {
	for path, before := range f.seen {
		now := look(path)
		switch {
		case before == nil || now == nil:
			if before != now {
				return true
			}
		case !os.SameFile(before, now):
			return true
		case !now.IsDir() && (now.Size() != before.Size() || !now.ModTime().Equal(before.ModTime())):
			return true
		}
	}
	return false
}

// below gives a path relative to the site's folder, with slashes.
func (f *folders) below(path string) (rel string, inside bool) {
	rel, err := filepath.Rel(f.real, path)
	return filepath.ToSlash(rel), err == nil && filepath.IsLocal(rel)
}

// named tells of a path that is, or lies below, one of the names.
func (f *folders) named(rel string) bool {
	top, _, _ := strings.Cut(rel, "/")
	return slices.Contains(f.names, top)
}

// look gives the folder at a path, or what the link there leads to; nil of a
// plain file, whose folder is watched, and of nothing.
func look(path string) fs.FileInfo {
	info, err := os.Stat(path)
	if err != nil || !info.IsDir() && !isLink(path) {
		return nil
	}
	os.SameFile(info, info) // Windows asks for a file's identity only now, and by its path
	return info
}

func isFolder(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && info.IsDir()
}

func isLink(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && info.Mode()&fs.ModeSymlink != 0
}

// gone tells of an error that says only that a file is not there any more.
func gone(err error) bool { return errors.Is(err, fs.ErrNotExist) }
