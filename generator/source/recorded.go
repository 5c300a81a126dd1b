package source

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// This file keeps the record of what was published apart from what staff write. It is an
// input like any other: it has stamps, and a build remembers it.

// RecordDir is the folder that remembers what was published.
const RecordDir Path = "content/" + recordName

// recordName is the name, inside content/, of the record of what was published: the one
// folder with a dot that a look takes in.
const recordName = ".record"

// Unwatched names what may change without anybody having to look again.
func Unwatched(name string) bool { return name != recordName && Ignored(name) }

// Recorded tells that a file belongs to the record of what was published.
func (p Path) Recorded() bool { return strings.HasPrefix(string(p), string(RecordDir)+"/") }

// Recorded gives the files of the record of what was published, sorted by path.
func (t *Tree) Recorded() []*File { return t.recorded }

// Is tells that the tree has just the files that the records were made of: same
// paths, stamps and, of those that were read, bytes. records stand as Records gave them.
func (t *Tree) Is(records []Record) bool {
	n := len(t.order)
	return len(records) == n+len(t.recorded) && same(t.order, records[:n]) && same(t.recorded, records[n:])
}

// Alike tells that two trees have the same files, by path and bytes; of a file that was not read in both,
// by its stamp.
func (t *Tree) Alike(other *Tree) bool {
	alike := func(a, b *File) bool {
		if a.digest == (Digest{}) || b.digest == (Digest{}) {
			return a.Path == b.Path && a.Stamp == b.Stamp
		}
		return a.Path == b.Path && a.digest == b.digest
	}
	return slices.EqualFunc(t.order, other.order, alike) && slices.EqualFunc(t.recorded, other.recorded, alike)
}

// same tells that records were made of files.
func same(files []*File, records []Record) bool {
	return slices.EqualFunc(files, records, func(f *File, r Record) bool { return r == Record{f.Path, f.Stamp, f.digest} })
}

// arrange sorts the files, and parts those of the record from the others.
func (r *reader) arrange() {
	all := append(r.order, r.recorded...)
	slices.SortFunc(all, func(a, b *File) int { return cmp.Compare(a.Path, b.Path) })
	from, to := below(all, RecordDir)
	r.recorded = slices.Clone(all[from:to])
	r.order = slices.Delete(all, from, to)
}

// below is where the files under a folder stand among sorted ones.
func below(files []*File, dir Path) (from, to int) {
	prefix := string(dir) + "/"
	from, _ = slices.BinarySearchFunc(files, prefix, func(f *File, p string) int { return strings.Compare(string(f.Path), p) })
	to = from
	for to < len(files) && strings.HasPrefix(string(files[to].Path), prefix) {
		to++
	}
	return from, to
}

// RecordedText is where the record keeps the bytes of a content file: as they were last
// recorded, or, with a version from 1 up, as they were before another version followed.
func RecordedText(p Path, version int) Path {
	text := string(RecordDir) + "/texts/" + strings.TrimPrefix(string(p), "content/")
	if version == 0 {
		return Path(text)
	}
	ext := p.Ext()
	return Path(text[:len(text)-len(ext)] + ".v" + strconv.Itoa(version) + ext)
}
