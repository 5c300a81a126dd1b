package site

import "referat/generator/plain"

// Compilation is what is said or shown of other outputs when these are finished: the sizes
// and digests of their bytes, or the bytes themselves, one file after the other. The outputs
// are named beforehand (Output.Of), and what they turn out to be is part of the key.
type Compilation interface {
	ViewOf(files []Finished) any
}

// Finished is a finished output.
type Finished struct {
	Path   string
	Size   int64
	Digest plain.Digest // SHA-256 of its bytes
}

// finishedAt is the one at a path.
func finishedAt(files []Finished, path string) (f Finished, there bool) {
	for _, f := range files {
		if f.Path == path {
			return f, true
		}
	}
	return Finished{}, false
}

// LinesView is a file that holds others, each as a line of its own.
type LinesView struct{ Files []Finished }

// lines are made into a LinesView.
type lines struct{}

// ViewOf names the files.
func (lines) ViewOf(files []Finished) any { return LinesView{files} }
