package main

import (
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"slices"

	"referat/generator/ledger"
	"referat/generator/publish"
	"referat/generator/record"
	"referat/generator/source"
)

// finished gives the build that the output folder holds, or tells why it holds none
// that may be published: there is none, it was interrupted or made for something
// else, somebody has been in the folder, or a build would now make another.
func (b *builder) finished() (*ledger.Build, []source.Problem) {
	at := source.Pos{Path: source.Path(b.shown)}
	standing, problems := b.lookAround(nil)
	last := b.ledger.Last()
	takesAway := last != nil && last.Options == rescued() // what the site's files now say is no matter
	if !takesAway && source.Errors(problems) > 0 {
		return nil, problems
	}
	switch now := b.now.UnixNano(); {
	case last == nil, len(b.ledger.Intended()) > 0:
		return nil, []source.Problem{source.At(at, source.PublishUnfinished)}
	case !takesAway && last.Options != b.asked():
		return nil, []source.Problem{source.At(at, source.PublishDrafts)}
	case !standing.whole():
		return nil, []source.Problem{source.At(at, source.PublishStale, source.Given(false), source.Given(false), source.Given(true))}
	case now < last.Since:
		return nil, []source.Problem{source.At(at, source.PublishEarly)}
	case now >= last.Until:
		return nil, []source.Problem{source.At(at, source.PublishStale, source.Given(false), source.Given(true), source.Given(false))}
	case !takesAway && !b.sameInputs(b.tree.Records(), last.Inputs):
		return nil, []source.Problem{source.At(at, source.PublishStale, source.Given(true), source.Given(false), source.Given(false))}
	}
	return last, nil
}

// asSite is what a build has made, as it is published. Whoever asks for a file gets
// nothing from behind a link that leads out of the folder. What is wrong with the
// record was a matter of the build.
func (b *builder) asSite(built *ledger.Build) publish.Site {
	site := publish.Site{Shown: b.shown, Files: make([]publish.File, len(built.Outputs))}
	for i, o := range built.Outputs {
		site.Files[i] = publish.File{Path: o.Path, Class: o.Class, Sum: publish.Sum(o.Bytes)}
	}
	past, _ := record.Read(b.tree, b.past)
	for _, p := range past.Publications {
		site.Recorded = append(site.Recorded, p.Instant+" "+hex.EncodeToString(p.Manifest[:8]))
	}
	site.Open = func(path string) (io.ReadCloser, error) {
		return os.OpenInRoot(b.target.Dir, filepath.FromSlash(path))
	}
	return site
}

// sameInputs tells that the site's files have the bytes that a build read. Files are
// read where their stamps are no proof; what no build asked for the bytes of is the
// same while it is there.
func (b *builder) sameInputs(files, built []source.Record) bool {
	return slices.EqualFunc(files, built, func(is, was source.Record) bool {
		if is.Path != was.Path || is.Digest == was.Digest || was.Digest == (source.Digest{}) {
			return is.Path == was.Path
		}
		f, there := b.tree.File(is.Path)
		if !there || is.Digest != (source.Digest{}) {
			return false
		}
		sum, err := b.tree.Sum(f)
		return err == nil && sum == was.Digest
	})
}
