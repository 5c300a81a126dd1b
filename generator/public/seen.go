package public

import (
	"crypto/sha256"
	"encoding/binary"
	"io/fs"
	"math"
	"path"

	"referat/generator/source"
)

// Seen is how the output folder looked when a build left it. While all of it
// still looks so, nothing in it has changed, foreign files included.
type Seen struct {
	Files   map[string]source.Stamp // of the files of ours, by path; zero where none is sure
	Folders map[string]Folder       // those that were listed, by path, "." among them
}

// Folder is what is known of a folder that was listed.
type Folder struct {
	Stamp   source.Stamp
	Names   uint64 // the sum of the names in it, as sumOf has it
	Foreign bool   // it was listed only until a file was found, since nothing in it was ours
}

func (f Folder) stamped(s source.Stamp) Folder {
	f.Stamp = s
	return f
}

// Seen gives what Switch left, once it has ended without error. A kept file has
// the stamp from before its bytes were compared, a folder that Switch did not
// change that from before it was listed; the others are looked at now. Of a
// folder that Switch changed it tells the names that this should leave, so that
// Look, when it lists the folder, sees what somebody else did meanwhile. Names
// that Switch gave in another case it tells as they were: that is seen, too.
//
// After PlanQuick the maps are those it was given, changed in place.
func (p *Plan) Seen() Seen {
	seen := p.last
	if seen.Folders == nil {
		seen = Seen{make(map[string]source.Stamp, len(p.staging.files)), make(map[string]Folder, len(p.folders))}
	}
	for name, f := range p.staging.files {
		if f.Kept {
			seen.Files[name] = f.stamp
		}
	}
	for _, name := range p.remove {
		delete(seen.Files, name)
	}
	p.seeWritten(seen.Files)
	p.seeFolders(seen.Folders)
	return seen
}

// mark notes how the staged files look before they are moved to their places. Whoever writes
// into one there gives it a later time than it had here, if that was not the present tick of the
// disk's clock.
func (p *Plan) mark() {
	clock := source.Clock(p.staging.target.Cache)
	inParallel(len(p.writes), func(i int) {
		f := p.writes[i]
		f.stamp = source.Stamp{}
		if info, err := p.staging.disk.Lstat(f.staged); err == nil && info.ModTime().UnixNano() < clock {
			f.stamp = source.StampOf(info)
		}
	})
}

// seeWritten looks at the files that were written. One that is not as it was
// written gets no stamp.
func (p *Plan) seeWritten(files map[string]source.Stamp) {
	stamps := make([]source.Stamp, len(p.writes))
	inParallel(len(stamps), func(i int) {
		f := p.writes[i]
		info, err := p.staging.disk.Lstat(p.onDisk(f.Path))
		if err != nil || !info.Mode().IsRegular() || info.Size() != f.Size {
			return
		}
		if stamp := source.StampOf(info); stamp.Modified == f.stamp.Modified && stamp.Node == f.stamp.Node || p.reads(f) {
			stamps[i] = stamp
		}
	})
	for i, f := range p.writes {
		files[f.Path] = stamps[i]
	}
}

// reads tells that a file has the bytes that were written.
func (p *Plan) reads(f *File) bool {
	sum, _, ok := p.staging.target.sum(p.staging.disk, f.Path)
	return ok && sum == f.Sum
}

// seeFolders looks at the folders that were changed. One that cannot be looked
// at gets no stamp, so that Look lists it.
func (p *Plan) seeFolders(folders map[string]Folder) {
	for _, dir := range p.emptied {
		delete(folders, dir) // unless it is still there
	}
	var changed []string
	for dir, folder := range p.folders {
		folders[dir] = folder
		if folder.Stamp == (source.Stamp{}) {
			changed = append(changed, dir)
		}
	}
	stamps := make([]source.Stamp, len(changed))
	inParallel(len(changed), func(i int) {
		if info, err := p.staging.disk.Lstat(p.onDisk(changed[i])); err == nil {
			stamps[i] = source.StampOf(info)
		}
	})
	for i, dir := range changed {
		folders[dir] = p.folders[dir].stamped(stamps[i])
	}
}

// placed notes that a file has come to its place.
func (p *Plan) placed(f *File) {
	if f.there {
		p.changed(path.Dir(f.Path), 0)
	} else {
		p.came(f.Path, 0)
	}
}

func (p *Plan) came(name string, kind fs.FileMode) {
	p.changed(path.Dir(name), sumOfName(path.Base(name), kind))
}

func (p *Plan) went(name string, kind fs.FileMode) {
	p.changed(path.Dir(name), -sumOfName(path.Base(name), kind))
	if kind.IsDir() {
		delete(p.folders, name)
	}
}

// changed notes by how much the sum of the names in a folder has changed.
func (p *Plan) changed(dir string, by uint64) {
	if folder, listed := p.folders[dir]; listed {
		folder.Names += by
		p.folders[dir] = folder.stamped(source.Stamp{})
	}
}

// unread is the sum of the names in a folder that could not be listed. Those of one that
// can add up to it as little as to any other number.
const unread = math.MaxUint64

// sumOf adds up what is in a folder, so that a name more or less can be added or
// taken off without the others.
func sumOf(entries []fs.DirEntry) (sum uint64) {
	for _, e := range entries {
		sum += sumOfName(e.Name(), e.Type())
	}
	return sum
}

// sumOfName tells names apart, and a file, a folder and whatever else there may
// be by the same name.
func sumOfName(name string, kind fs.FileMode) uint64 {
	switch {
	case kind.IsDir():
		name += "/"
	case !kind.IsRegular():
		name += "//"
	}
	sum := sha256.Sum256([]byte(name))
	return binary.LittleEndian.Uint64(sum[:])
}
