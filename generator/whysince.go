package main

import (
	"os"
	"path/filepath"
	"slices"
	"time"

	"referat/generator/ledger"
	"referat/generator/site"
	"referat/generator/source"
)

// sinceLast is what the last build did to an output, and what the next one will
// do. It comes from what builds decide by.
type sinceLast struct {
	Last    lastBuild     `json:"last"`
	Next    verdict       `json:"next"`
	Changed []source.Path `json:"changed_files,omitempty"` // of those it is drawn from, since the last build
}

// verdict is whether a build draws an output, and why.
type verdict struct {
	Drawn  bool          `json:"drawn"`
	Reason ledger.Reason `json:"reason,omitempty"`
	Fields []string      `json:"fields,omitempty"` // of the view, that differ
	Layout string        `json:"layout,omitempty"` // the kind of page whose layout differs
}

// lastBuild is what the last build did to an output.
type lastBuild struct {
	Known bool `json:"known"` // this program made one in this output folder
	There bool `json:"there"` // the output was part of it
	verdict
	Written  bool      `json:"written"` // drawing it gave other bytes than before
	FileTime time.Time `json:"file_time,omitzero"`
}

// sinceLast looks at the output folder too, for a file may have been lost there.
func (s survey) sinceLast(p *piece, files []source.Path) *sinceLast {
	since := &sinceLast{Last: s.lastBuild(p), Changed: s.changed(files)}
	s.draw.judge(p, s.shelf, s.lookAtOutputs(false).lost)
	since.Next = explained(p.change, p.made)
	if slices.Contains(s.ledger.Intended(), p.Path) {
		since.Next.Reason = ledger.Interrupt
	}
	if !since.Next.Drawn {
		since.Changed = nil // they were, without a difference to it
	}
	return since
}

// lastBuild tells what the ledger and the file itself know of the last build.
func (s survey) lastBuild(p *piece) lastBuild {
	last := s.ledger.Last()
	l := lastBuild{Known: last != nil, There: s.shelf.Find(p.Path) != nil}
	if !l.There {
		return l
	}
	for _, c := range last.Changes {
		if c.Path == p.Path {
			l.verdict = explained(c, p.made)
		}
	}
	l.Written = l.Drawn
	if info, err := os.Lstat(filepath.Join(s.target.Dir, filepath.FromSlash(p.Path))); err == nil {
		l.FileTime = info.ModTime().UTC()
		l.Written = l.Drawn && l.FileTime.UnixNano() >= last.Clock // the disk's own time when that build began
	}
	return l
}

func explained(c ledger.Change, o site.Output) verdict {
	e := verdict{Drawn: c.Reason != ledger.Fresh && c.Reason != ledger.Unwanted, Reason: c.Reason, Fields: c.Fields}
	if c.Reason == ledger.OtherStyle {
		e.Layout = o.Layout
	}
	return e
}

// changed are the files that are not as the last build found them.
func (s survey) changed(files []source.Path) []source.Path {
	last := s.ledger.Last()
	if last == nil {
		return nil
	}
	was := make(map[source.Path]source.Record, len(last.Inputs))
	for _, r := range last.Inputs {
		was[r.Path] = r
	}
	var changed []source.Path
	for _, p := range files {
		before, had := was[p]
		f, has := s.tree.File(p)
		same := had == has
		if had && has {
			if digest, known := f.Known(); known && before.Digest != (source.Digest{}) {
				same = digest == before.Digest
			} else {
				same = f.Stamp == before.Stamp
			}
		}
		if !same {
			changed = append(changed, p)
		}
	}
	return changed
}

// removed explains an output that the last build removed.
func (s survey) removed(names []string) (explanation, bool) {
	last := s.ledger.Last()
	if last == nil {
		return explanation{}, false
	}
	for _, c := range last.Changes {
		if c.Reason == ledger.Unwanted && slices.Contains(names, c.Path) {
			l := lastBuild{Known: true, verdict: explained(c, site.Output{})}
			return explanation{Output: c.Path, Since: &sinceLast{Last: l}}, true
		}
	}
	return explanation{}, false
}
