package public

import (
	"cmp"
	"context"
	"errors"
	"io"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"time"
)

// Switch makes the output folder equal the files put. It stops at the first
// error, which is the context's or an *Error with the code OutputUnusable; the
// folder then holds old and new files, each of them whole, and the report counts
// what was done. The next build completes it.
func (p *Plan) Switch(ctx context.Context) (Report, error) {
	err := p.change(ctx)
	if err != nil {
		for _, dir := range slices.Backward(p.made) {
			_ = p.staging.disk.Remove(p.onDisk(dir)) // fails unless it stayed empty
		}
	}
	return p.report, err
}

func (p *Plan) change(ctx context.Context) error {
	if err := p.prepare(); err != nil {
		return err
	}
	p.mark()
	for i, f := range p.writes {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := p.put(f); err != nil {
			return err
		}
		p.report.Written++
		p.tell(i + 1)
	}
	for i, name := range p.remove {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := p.delete(name); err != nil {
			return err
		}
		p.report.Removed++
		p.tell(len(p.writes) + i + 1)
	}
	for _, dir := range slices.Backward(p.emptied) {
		// It fails when something foreign is in the folder; empty, that does no harm.
		if p.staging.disk.Remove(p.onDisk(dir)) == nil {
			p.went(dir, fs.ModeDir)
		}
	}
	return nil
}

// tell tells how far the switch has come.
func (p *Plan) tell(done int) {
	if p.Progress != nil {
		p.Progress(done, len(p.writes)+len(p.remove))
	}
}

// prepare does what changes no file, so that a disk that is full or may not be
// written stops the switch here. Folders wait that something has to give way to.
func (p *Plan) prepare() error {
	for _, name := range p.leftovers {
		if err := p.delete(name); err != nil {
			return err
		}
	}
	for _, r := range p.renames {
		err := p.patiently(func() error { return p.staging.disk.Rename(p.onDisk(r.disk), p.onDisk(r.path)) })
		if err != nil {
			return p.unusable(r.path, err)
		}
	}
	for _, f := range p.writes {
		if dir := path.Dir(f.Path); !p.obstructed(dir) {
			if err := p.folder(dir); err != nil {
				return err
			}
		}
	}
	return nil
}

func (p *Plan) obstructed(dir string) bool {
	for ; dir != "." && len(p.obstacles) > 0; dir = path.Dir(dir) {
		if _, ok := p.obstacles[dir]; ok {
			return true
		}
	}
	return false
}

// put brings one file into its place.
func (p *Plan) put(f *File) error {
	if err := p.folder(path.Dir(f.Path)); err != nil {
		return err
	}
	if err := p.clear(f.Path); err != nil {
		return err
	}
	to := p.onDisk(f.Path)
	if !p.crossing {
		err := p.patiently(func() error { return p.staging.disk.Rename(f.staged, to) })
		if err == nil {
			p.placed(f)
			return nil
		}
	}
	// Each system says in its own way that the two are on different disks, so
	// whatever the reason was, a copy is tried; if it was another, that says so.
	if err := p.copy(f.staged, to); err != nil {
		return p.unusable(f.Path, err)
	}
	p.crossing = true
	p.placed(f)
	return nil
}

// copy brings a file over from another disk: beside its place first, because
// only a rename replaces a file at once.
func (p *Plan) copy(from, to string) (err error) {
	dir, name := filepath.Split(to)
	beside := dir + unfinished(name)
	r, err := p.staging.disk.Open(from)
	if err != nil {
		return err
	}
	defer r.Close()
	w, err := p.staging.disk.Create(beside)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = p.staging.disk.Remove(beside) // or the next build does
		}
	}()
	_, err = io.Copy(w, r)
	if err = cmp.Or(err, w.Close()); err != nil {
		return err
	}
	return p.patiently(func() error { return p.staging.disk.Rename(beside, to) })
}

// folder makes a folder and those it lies in.
func (p *Plan) folder(dir string) error {
	if _, exists := p.folders[dir]; exists {
		return nil
	}
	if dir == "." {
		if err := p.staging.disk.MkdirAll(filepath.Dir(p.onDisk("."))); err != nil {
			return p.unusable(dir, err)
		}
	} else if err := p.folder(path.Dir(dir)); err != nil {
		return err
	}
	if err := p.clear(dir); err != nil {
		return err
	}
	if err := p.staging.disk.Mkdir(p.onDisk(dir)); err != nil {
		return p.unusable(dir, err)
	}
	p.folders[dir] = Folder{}
	p.made = append(p.made, dir)
	if dir != "." {
		p.came(dir, fs.ModeDir)
	}
	return nil
}

// clear deletes what is ours and stands at a path.
func (p *Plan) clear(at string) error {
	o, ok := p.obstacles[at]
	if !ok {
		return nil
	}
	for _, name := range o.files {
		if err := p.delete(name); err != nil {
			return err
		}
		p.report.Removed++
	}
	if o.folder != "" {
		if err := p.deleteFolders(o.folder); err != nil {
			return p.unusable(o.folder, err)
		}
	}
	delete(p.obstacles, at)
	return nil
}

// delete takes away a file; that somebody else did is as good.
func (p *Plan) delete(name string) error {
	err := p.patiently(func() error { return p.staging.disk.Remove(p.onDisk(name)) })
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return p.unusable(name, err)
	}
	p.went(name, 0)
	return nil
}

// deleteFolders takes away a folder in which there are only folders.
func (p *Plan) deleteFolders(dir string) error {
	entries, err := p.staging.disk.ReadDir(p.onDisk(dir))
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.IsDir() {
			if err := p.deleteFolders(path.Join(dir, e.Name())); err != nil {
				return err
			}
		}
	}
	if err := p.patiently(func() error { return p.staging.disk.Remove(p.onDisk(dir)) }); err != nil {
		return err
	}
	p.went(dir, fs.ModeDir)
	return nil
}

// patiently repeats what Windows refuses while another program, a virus scanner
// or a web server, has the file open. Elsewhere there are no pauses.
func (p *Plan) patiently(do func() error) error {
	err := do()
	for _, pause := range p.staging.pauses {
		if err == nil || errors.Is(err, fs.ErrNotExist) {
			break
		}
		time.Sleep(pause)
		err = do()
	}
	return err
}

func (p *Plan) onDisk(name string) string { return p.staging.target.onDisk(name) }

func (p *Plan) unusable(name string, err error) error {
	return unusable(p.staging.target.shown(name), err)
}
