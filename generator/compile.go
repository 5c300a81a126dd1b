package main

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"io"
	"slices"

	"referat/generator/ledger"
	"referat/generator/plain"
	"referat/generator/public"
	"referat/generator/site"
	"referat/generator/source"
)

// compiler draws compilations, which are made of what other outputs turned out to be. It
// comes last, and takes the bytes of what was drawn from the staging folder and of what was
// fresh from the output folder. Somebody may have been there: what does not have the bytes
// that the ledger says is drawn again.
type compiler struct {
	artist
	pieces  []piece // all, by path
	last    ledger.Shelf
	lost    map[string]bool
	staging *public.Staging
	page    bytes.Buffer
}

// failed tells that a piece could not be drawn.
func failed(pieces []piece) bool {
	return slices.ContainsFunc(pieces, func(p piece) bool { return p.err != nil })
}

// all draws the compilations, each after those that it is made of.
func (c *compiler) all(ctx context.Context, done func()) {
	c.read = c.readFinished
	for _, i := range compilations(c.pieces) {
		if ctx.Err() != nil {
			return
		}
		p := &c.pieces[i]
		p.files = c.finished(p.made.Of)
		if p.err = c.guarded(p, c.last, c.lost, c.staging, &c.page); p.err != nil {
			return
		}
		done()
	}
}

// compilations are the places of the pieces that are made of others, each behind those of
// them that it is made of itself.
func compilations(pieces []piece) (order []int) {
	placed := map[string]bool{}
	var place func(i int)
	place = func(i int) {
		if p := &pieces[i]; p.made.Of != nil && !placed[p.Path] {
			placed[p.Path] = true
			for _, path := range p.made.Of {
				if j, there := pieceAt(pieces, path); there {
					place(j)
				}
			}
			order = append(order, i)
		}
	}
	for i := range pieces {
		place(i)
	}
	return order
}

func pieceAt(pieces []piece, path string) (place int, there bool) {
	return slices.BinarySearchFunc(pieces, path, func(p piece, path string) int { return cmp.Compare(p.Path, path) })
}

// finished tells what the outputs at paths have become. One that this site does not have is left out.
func (c *compiler) finished(paths []string) []site.Finished {
	files := make([]site.Finished, 0, len(paths))
	for _, path := range paths {
		i, there := pieceAt(c.pieces, path)
		if !there {
			continue
		}
		f := site.Finished{Path: path, Size: c.pieces[i].Size, Digest: c.pieces[i].Bytes}
		if drawn, put := c.staging.File(path); put {
			f.Size, f.Digest = drawn.Size, drawn.Sum
		}
		files = append(files, f)
	}
	return files
}

// readFinished reads the bytes of a finished output. A file that is no longer what it was
// when it was finished is drawn again, if it was not drawn just now.
func (c *compiler) readFinished(f site.Finished, into *bytes.Buffer) error {
	if c.load(f, into) {
		return nil
	}
	i, _ := pieceAt(c.pieces, f.Path)
	p := &c.pieces[i]
	if p.change.Reason != ledger.Fresh {
		return changedMeanwhile{source.Path(outputRoot + f.Path)}
	}
	var page bytes.Buffer
	if err := c.guarded(p, c.last, map[string]bool{f.Path: true}, c.staging, &page); err != nil {
		return err
	}
	if !c.load(f, into) {
		return changedMeanwhile{source.Path(outputRoot + f.Path)}
	}
	return nil
}

// load reads a file, and is false of one that cannot be read or has other bytes. Those of a
// fresh file are proven by the stamp that it still has when it has been read, else by
// their digest.
func (c *compiler) load(f site.Finished, into *bytes.Buffer) bool {
	into.Reset()
	r, err := c.staging.Open(f.Path)
	if err != nil {
		return false
	}
	defer func() { _ = r.Close() }()
	if _, err = into.ReadFrom(io.LimitReader(r, f.Size+1)); err != nil || int64(into.Len()) != f.Size {
		return false
	}
	i, _ := pieceAt(c.pieces, f.Path)
	return c.pieces[i].change.Reason == ledger.Fresh && !c.touched(f.Path) || sha256.Sum256(into.Bytes()) == plain.Digest(f.Digest)
}

// lines writes each of the files as a line of its own. One after the other is in memory:
// together they may be hundreds of megabytes.
func (a artist) lines(w io.Writer, v site.LinesView) error {
	var line bytes.Buffer
	for _, f := range v.Files {
		if err := a.read(f, &line); err != nil {
			return err
		}
		if _, err := w.Write(append(bytes.TrimRight(line.Bytes(), "\n"), '\n')); err != nil {
			return err
		}
	}
	return nil
}

// finished tells what the outputs at paths were when they were last built. One that a build
// would make now may become something else, so that it counts as unknown.
func (s survey) finished(paths []string) []site.Finished {
	var files []site.Finished
	for _, path := range paths {
		i, there := pieceAt(s.pieces, path)
		if !there {
			continue
		}
		p := &s.pieces[i]
		p.files = s.finished(p.made.Of)
		s.draw.judge(p, s.shelf, nil)
		f := site.Finished{Path: path}
		if p.change.Reason == ledger.Fresh {
			f.Size, f.Digest = p.Size, p.Bytes
		}
		files = append(files, f)
	}
	return files
}
