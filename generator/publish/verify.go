package publish

import (
	"context"
	"encoding/hex"
	"io/fs"
	"path"
	"path/filepath"

	"referat/generator/source"
)

// Verify holds the folder against its receipt. Every file that is missing or has other
// bytes is an error, every other file a warning. It changes nothing.
func (h Host) Verify(ctx context.Context, progress func(done, all int)) (*Manifest, []source.Problem) {
	m, _, err := h.readManifest(manifestFile)
	if err != nil {
		return nil, []source.Problem{h.unread(manifestFile, err, false)}
	}
	if m == nil {
		return nil, []source.Problem{source.At(source.Pos{Path: source.Path(h.Shown)}, source.ReceiptMissing)}
	}
	s := &survey{Plan: &Plan{host: h}}
	if err := each(ctx, len(m.Files), progress, func(i int) { s.prove(m.Files[i]) }); err != nil {
		return nil, []source.Problem{source.At(source.Pos{}, source.Interrupted, source.Given(false), source.Given(false), source.Given(false), source.Given(true))}
	}
	s.others(m)
	return m, source.Sort(s.problems)
}

// prove holds a file against what the receipt says of it.
func (s *survey) prove(e Entry) {
	has := s.look(e.Path)
	if has.there && hex.EncodeToString(has.sum[:]) == e.Sum {
		return
	}
	s.report(source.At(source.Pos{Path: source.Path(path.Join(s.host.Shown, e.Path))}, source.ReceiptDiffers, source.Given(!has.there), source.Given(has.there)))
}

// others tells of the files that the receipt does not name.
func (s *survey) others(m *Manifest) {
	named := map[string]bool{}
	for _, e := range m.Files {
		named[e.Path] = true
	}
	_ = filepath.WalkDir(s.host.Dir, func(name string, e fs.DirEntry, err error) error {
		p := "."
		if rel, errRel := filepath.Rel(s.host.Dir, name); errRel == nil {
			p = filepath.ToSlash(rel)
		}
		switch {
		case err != nil:
			s.report(s.host.unread(p, err, e != nil && e.IsDir()))
		case !e.IsDir() && !named[p] && !isOwn(p):
			s.report(source.At(source.Pos{Path: source.Path(path.Join(s.host.Shown, p))}, source.ForeignFile))
		}
		return nil // the rest may be readable
	})
}

// unread is the problem of a file or folder that cannot be read.
func (h Host) unread(file string, err error, folder bool) source.Problem {
	p := h.problem(file, err)
	if p.Code == source.OutputUnusable {
		p.Code, p.Args = source.FileUnreadable, append(p.Args, source.Given(folder))
	}
	return p
}
