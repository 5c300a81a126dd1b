// Package public makes a folder equal a set of files, file by file.
//
// It knows bytes at paths and nothing else. A build goes through three steps:
//
//   - Stage empties a folder of the program's own, and Put and PutBytes write
//     the new files there, from any number of goroutines. A file that the output
//     folder already has with the same bytes is not written and keeps its time.
//   - Plan looks at the output folder and reports everything that stands in the
//     way, before anything is changed.
//   - Switch renames the files into place: first what pages need (Asset), then
//     pages, then what leads to pages (List); then it deletes the files of ours
//     that nobody wants any more, and the folders that this leaves empty.
//
// A build may go by what an earlier one left, so that its cost is that of what
// changes. Whoever remembers Plan.Seen asks Look whether the output folder is
// still so, which costs an lstat a file and folder, and Sum whether a touched file
// has the bytes it had. What need not be drawn again it tells with Keep, or, when
// no name has come or gone, leaves to PlanQuick, which does not walk the folder
// but leaves it as Plan would. When anything is unusual there is no quick plan,
// and Plan decides. A file that shows neither in size nor in times nor in number
// that it was written is taken for the old one; on Windows that is one of the
// same size whose time was set back.
//
// What always holds:
//
//   - Each file of the output folder is at every instant the old one or the new
//     one, whole. A build killed at any instant leaves a mixture of old and new
//     files, and the next build completes it. Only a path that turns from a file
//     into a folder, or back, has to be absent for a moment. This is about
//     processes: after a power cut a file may be damaged, and since files are
//     compared by their bytes, the next build replaces it.
//   - A file is ours when the caller says that an earlier build made it, whatever
//     its bytes are now. No other file is deleted, and none is replaced but by a
//     file that is wanted at its very path. Foreign files that stay are reported,
//     a folder that holds nothing of ours as one.
//   - Nothing is written or deleted through a symbolic link inside the output
//     folder. The output folder itself may be one (Locate).
//   - When one file cannot be staged, or something is in its way, none is changed.
//
// Two builds into one folder at the same time are not provided for. Names that
// differ only in case, or in the Unicode form of their letters, are one file on
// some systems: when the output folder has such a name in place of a wanted one,
// Switch renames it (as far as the system lets it).
package public

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"referat/generator/source"
)

// Target is the output folder and what belongs to it.
type Target struct {
	Dir   string // the output folder as Locate gives it; need not exist
	Shown string // what problems call it: "public"
	Cache string // a folder of the program's own for this target; its subfolder "staging" is emptied
}

// Class is the place of a file in the order of writing: a file is in place
// before anything of a later class that refers to it.
type Class uint8

const (
	Asset Class = iota // what pages need: style sheets, scripts, pictures, attachments
	Page
	List // what leads to pages: lists, feeds, the site map, the search index
)

// Report counts the files of a switch.
type Report struct {
	Written int
	Kept    int // had the same bytes already
	Removed int
}

// Error is a problem with the output folder in the form of an error.
type Error struct {
	source.Problem
	cause error
}

// Error gives the place and the English message.
func (e *Error) Error() string {
	message, _ := e.Text("en")
	return fmt.Sprintf("%s: %s", e.Pos, message)
}

// Unwrap gives what the disk said, if it was the disk.
func (e *Error) Unwrap() error { return e.cause }

// Locate gives the output folder's one true path: absolute, with every symbolic
// link on the way to it resolved. The folder need not exist, but a link that
// leads nowhere is an *Error with the code OutputLink.
func Locate(dir string) (string, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", unusable(filepath.ToSlash(dir), err)
	}
	rest := ""
	for at := abs; ; at = filepath.Dir(at) {
		resolved, err := filepath.EvalSymlinks(at)
		if err == nil {
			return filepath.Join(resolved, rest), nil
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return "", unusable(filepath.ToSlash(dir), err)
		}
		if _, err := os.Lstat(at); err == nil {
			return "", &Error{Problem: linked(filepath.ToSlash(dir))}
		}
		if at == filepath.Dir(at) {
			return abs, nil
		}
		rest = filepath.Join(filepath.Base(at), rest)
	}
}

// shown is the path of an output in problems.
func (t Target) shown(p string) string { return path.Join(t.Shown, p) }

// onDisk is where an output lies.
func (t Target) onDisk(p string) string {
	if p == "." || os.IsPathSeparator(t.Dir[len(t.Dir)-1]) {
		return filepath.Join(t.Dir, filepath.FromSlash(p))
	}
	return t.Dir + string(filepath.Separator) + filepath.FromSlash(p) // both are clean
}

// fault is a problem that only a mistake in the program can cause.
func fault(shown, what string) *Error {
	return &Error{Problem: source.At(source.Pos{Path: source.Path(shown)}, source.ProgramFault, what)}
}

func linked(shown string) source.Problem {
	return source.At(source.Pos{Path: source.Path(shown)}, source.OutputLink)
}

// unusable tells of an error of the disk with the path that the user knows; its own may be
// one of ours.
func unusable(shown string, err error) *Error {
	return &Error{source.At(source.Pos{Path: source.Path(shown)}, source.OutputUnusable, source.Because(err)), err}
}
