// Package publish brings a finished site into a host's folder, such as the root of
// a web server, and leaves a receipt there.
//
// It owns the receipt and who may change what in the folder; how a folder is made
// equal to a set of files is package public's affair. A publication goes through
// three steps:
//
//   - Host.Lock makes another publisher into the same folder wait.
//   - Host.Plan compares the folder with the site, reads every file that differs
//     and holds it against its digest, and tells what is going to be done and what
//     stands in the way. Nothing is changed yet.
//   - Plan.Publish changes the folder: assets, pages, what leads to pages, then what
//     nobody wants any more is deleted, and last the receipt is written.
//
// # The receipt
//
// manifest.json in the folder says what was published: the program, the instant,
// every file with its size and SHA-256, and the SHA-256 of the receipt before it,
// so that receipts form a chain. It names no person. Whoever has the folder can
// hold it against its receipt, without a network (Verify).
//
// Before the first change the intent, manifest.pending.json, says which files are
// about to be written. It is deleted after the receipt was written; where it is
// found, a publication was interrupted, and the next one completes it.
//
// # What always holds
//
//   - A file is ours when the receipt names it, or when the intent does and it has
//     the bytes that the intent says. No other file is replaced or deleted. One that
//     stands where a file of the site is to be ends the plan; others are reported.
//   - A receipt names the newest publication that the record of the site's content knows
//     of, also where no file has changed. A copy of the content that does not know of it
//     is older, and publishes nothing over it, for it could bring back what was withdrawn
//     since, unless it is urgent: then that is told, and the receipt names the same.
//   - A file of ours that somebody changed by hand is told, and set right.
//   - Each file is at every instant the old one or the new one, whole; a publication
//     that is killed at any instant is completed by the next, whatever that publishes.
//   - Nothing is written or deleted through a symbolic link in the folder.
//
// The package may not know what the files are, nor what a build is.
package publish

import (
	"crypto/sha256"
	"io"
	"path/filepath"
	"slices"

	"referat/generator/public"
)

// Host is a folder that a web server shows.
type Host struct {
	Dir   string // as public.Locate gives it; need not exist
	Shown string // what problems call it
	Cache string // a folder of the program's own, where files wait for their place
}

// Site is what is published: its files, sorted by path, and how each is read.
type Site struct {
	Files    []File
	Open     func(path string) (io.ReadCloser, error)
	Shown    string   // what problems call the folder that it lies in
	Recorded []string // the publications that its record knows of, the newest last
	Urgent   bool     // it takes something away, and is published although it is older
}

// File is a file of a site.
type File struct {
	Path  string // slash path
	Class public.Class
	Sum   Sum
}

// Sum is the SHA-256 of a file's bytes.
type Sum = [sha256.Size]byte

// The files of ours in the folder that are no files of the site.
const (
	manifestFile = "manifest.json"
	intentFile   = "manifest.pending.json"
	lockFile     = ".referat-lock"
)

// isOwn tells that a path is none that a site may have.
func isOwn(path string) bool {
	return slices.Contains([]string{manifestFile, intentFile, lockFile, unfinished(manifestFile), unfinished(intentFile)}, path)
}

// unfinished is the name that a receipt has until all of it is written.
func unfinished(name string) string { return "." + name + ".referat-new" }

func (h Host) file(name string) string { return filepath.Join(h.Dir, filepath.FromSlash(name)) }

func (h Host) target() public.Target {
	return public.Target{Dir: h.Dir, Shown: h.Shown, Cache: h.Cache}
}
