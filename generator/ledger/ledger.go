// Package ledger remembers what was built from what: of every input its stamp and
// digest, of every output what it was made from, its bytes and how its file was
// left (Build); and what single files were found to say, so that they need not be
// read again (Facts), with the HTML of their texts (Texts). By it a build knows what is fresh, a person why it is not,
// and both which files of an output folder are the program's own: only those may
// be deleted when no page wants them any more.
//
// # Freshness
//
// An output is a pure function of what it was made from, its layout and the
// program. It is fresh while these are what they were: Shelf.Reason compares
// them and says what it found, so that decision and explanation are one. Nothing
// else enters: no time, no event, no graph of dependencies.
//
// # A cache in the strict sense
//
// What is missing, damaged, truncated, made for another folder or by another
// program or edited by hand counts as nothing. The build is then a clean one, and
// the files it finds are taken for somebody else's until it has written them
// again. It is never an error, and never another output. (To another program the
// files of ours stay ours: a list of them is kept by itself.)
//
// Everything is sealed with a checksum against accidents, and says which file of which
// output folder and program it is, so that none passes for another.
// Who forges a checksum can as well change the site. Still no forged file makes
// the program name a path outside of the output folder.
//
// # Killed builds
//
// The paths about to be written are remembered before the first of them is
// (Intend), and what is fresh only after the last (Commit). So a build killed at
// any instant leaves no file of ours that the next would not know, and none that
// it would take for fresh.
//
// # One at a time
//
// Two programs that build one output folder at once may each undo what the other
// remembers. The next build then has more to do, and its output is the same.
//
// The package may not know what is in the files, nor touch the output folder.
package ledger

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"referat/generator/plain"
)

// Folder is where everything about one output folder is kept: a folder in cache
// whose name stands for the output folder's path. So that the name lasts, out
// must be absolute and without symbolic links (public.Locate gives such a path);
// two output folders of one site never share one.
func Folder(cache, out string) string {
	sum := sha256.Sum256([]byte(filepath.Clean(out)))
	return filepath.Join(cache, hex.EncodeToString(sum[:8]))
}

// Ledger is what is remembered about one output folder. It serves one build at
// a time.
type Ledger struct {
	folder string
	out    string
	engine plain.Digest

	last    *Build
	owned   []string // in the owned file: the outputs of the last Commit, of whatever program
	intends []string // since last
	noted   []string // in the intent file: all since the last Commit
}

// Open reads what is remembered about the output folder out from its Folder in
// cache, by a program of that engine.
func Open(cache, out string, engine plain.Digest) *Ledger {
	l := &Ledger{folder: Folder(cache, out), out: filepath.Clean(out), engine: engine}
	if b := new(Build); l.unseal(buildFile, b) && b.wrong() == nil {
		l.last = b
	}
	var owned, intends []string
	if l.unseal(ownedFile, &owned) && inOrder(owned) == nil {
		l.owned = owned
	}
	if l.unseal(intentFile, &intends) && inOrder(intends) == nil {
		l.intends, l.noted = intends, intends
	}
	return l
}

// The files in a ledger's folder.
const (
	buildFile  = "build"
	ownedFile  = "owned"
	intentFile = "intent"
	factsFile  = "facts"
	textsFile  = "texts"
	placesFile = "places" // of the texts
)

func (l *Ledger) file(name string) string { return filepath.Join(l.folder, name) }

// Last is the last completed build, or nil.
func (l *Ledger) Last() *Build { return l.last }

// Owned gives the paths of all files that are the program's own or were about to
// be, sorted. A file among them need not exist.
func (l *Ledger) Owned() []string {
	if l.last == nil {
		return union(l.owned, l.intends)
	}
	return union(l.last.Paths(), l.intends)
}

// Intended gives the paths that something was about to happen to when the ledger
// last heard of them, sorted: a build was killed, or failed half-way. Whatever
// Last says of them, any bytes may be there now.
func (l *Ledger) Intended() []string { return l.intends }

// Intend remembers that the files at paths are about to be written or removed. It
// is called before the first of them is; without paths it does nothing. Until
// Accept or Commit they are among Intended and Owned.
func (l *Ledger) Intend(paths []string) error {
	if len(paths) == 0 {
		return nil
	}
	noted := union(l.noted, paths)
	if err := inOrder(noted); err != nil {
		return err
	}
	if err := l.seal(intentFile, &noted); err != nil {
		return err
	}
	l.noted, l.intends = noted, union(l.intends, paths)
	return nil
}

// union is what is in a or b, sorted.
func union(a, b []string) []string {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}

// Accept takes it that the output folder is now as b says and holds no other file
// of ours, as Commit does, but leaves writing that down to a Commit that must
// follow: until then another program finds the build unfinished.
func (l *Ledger) Accept(b *Build) { l.last, l.intends = b, nil }

// Commit remembers that the output folder is now as b says and holds no other
// file of ours. It is called after the last change. The ledger keeps b.
func (l *Ledger) Commit(b *Build) error {
	if err := b.wrong(); err != nil { // a fault of the program
		return err
	}
	paths := b.Paths()
	others := l.othersThan(paths)
	if !slices.Equal(paths, l.owned) || len(others) > 0 {
		if err := l.seal(ownedFile, &paths); err != nil {
			return err
		}
		l.owned = paths
	}
	if err := l.seal(buildFile, b); err != nil {
		return err
	}
	if b == l.last { // it was accepted before, and another build has failed since
		others = union(others, l.intends)
	}
	l.Accept(b)
	sweep(l.folder)
	if len(others) > 0 {
		l.noted = nil
		return l.Intend(others)
	}
	if err := os.Remove(l.file(intentFile)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	l.noted = nil
	return nil
}

// othersThan gives the files that another program has made since this ledger was
// opened or committed, which these paths do not name. They are ours, and nothing is
// known of them.
func (l *Ledger) othersThan(paths []string) []string {
	var owned, others []string
	if !l.unseal(ownedFile, &owned) || inOrder(owned) != nil || slices.Equal(owned, l.owned) {
		return nil
	}
	for _, p := range owned {
		if _, ours := slices.BinarySearch(paths, p); !ours {
			others = append(others, p)
		}
	}
	return others
}
