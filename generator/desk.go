package main

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"github.com/rogpeppe/go-internal/lockedfile"

	"referat/generator/content"
	"referat/generator/source"
)

// desk is a site that single files are put into. It is looked at and not built, so that
// faults elsewhere in it are in nobody's way.
type desk struct {
	root  *os.Root
	dir   string // absolute, every link on the way followed
	tree  *source.Tree
	files *content.Files
}

// openDesk looks at a site and reads its settings.
func openDesk(dir string) (*desk, []source.Problem) {
	absolute, err := filepath.Abs(dir)
	if err != nil {
		return nil, []source.Problem{asUnread(err, string(source.Settings))}
	}
	root, err := os.OpenRoot(absolute)
	if err != nil {
		return nil, []source.Problem{asUnread(err, string(source.Settings))}
	}
	d := &desk{root: root, dir: real(absolute)}
	var looked, read []source.Problem
	d.tree, looked = source.Look(os.DirFS(absolute), root.FS(), source.Records{})
	if d.files, read = content.OpenFiles(d.tree); d.files == nil {
		d.close()
		return nil, source.Sort(append(looked, read...))
	}
	for _, p := range looked {
		if p.Pos.Path == "content" { // nothing of the site is to be seen
			d.close()
			return nil, []source.Problem{p}
		}
	}
	return d, nil
}

// lock makes others wait who put something into the site, until unlock is called.
func (d *desk) lock() (unlock func(), problem *source.Problem) {
	const cache, name = ".cache", "desk-lock"
	err := d.root.MkdirAll(cache, 0o755)
	if err == nil {
		unlock, err = lockedfile.MutexAt(filepath.Join(d.dir, cache, name)).Lock()
	}
	if err != nil {
		p := d.cannotWrite(cache+"/"+name, err)
		return nil, &p
	}
	return unlock, nil
}

func (d *desk) close() { _ = d.root.Close() }

// write writes a file of the site, and its folders. At every instant it is the old file or
// the new one.
func (d *desk) write(p source.Path, text string) error {
	name := string(p)
	if err := d.root.MkdirAll(path.Dir(name), 0o755); err != nil {
		return err
	}
	mode := fs.FileMode(0o644)
	if info, err := d.root.Stat(name); err == nil {
		mode = info.Mode().Perm()
	}
	beside := path.Join(path.Dir(name), "."+path.Base(name)+"-"+rand.Text()+".tmp")
	f, err := d.root.OpenFile(beside, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = f.WriteString(text)
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil {
		err = d.root.Rename(beside, name)
	}
	if err != nil {
		_ = d.root.Remove(beside)
	}
	return err
}

// cannotWrite is what is wrong when a file cannot be written.
func (d *desk) cannotWrite(p source.Path, err error) source.Problem {
	return d.hindered(p, source.OutputUnusable, err)
}

// unreadable is what is wrong when a file cannot be read.
func (d *desk) unreadable(p source.Path, err error) source.Problem {
	return d.hindered(p, source.FileUnreadable, err)
}

// faulty is the error of a file whose text cannot be used.
type faulty struct{ problem source.Problem }

func (f faulty) Error() string { message, _ := f.problem.Text("en"); return message }

// hindered blames a symbolic link on the way to a file, if there is one: no other leads out of the site.
func (d *desk) hindered(p source.Path, code source.Code, err error) source.Problem {
	if f := (faulty{}); errors.As(err, &f) {
		return f.problem
	}
	for at := string(p); at != "."; at = path.Dir(at) {
		if info, e := d.root.Lstat(at); e == nil && info.Mode()&fs.ModeSymlink != 0 {
			return source.At(source.Pos{Path: source.Path(at)}, source.LinkOutside)
		}
	}
	return source.At(source.Pos{Path: p}, code, source.Because(err))
}
