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
		return nil, []source.Problem{h.problem(manifestFile, err)}
	}
	if m == nil {
		return nil, []source.Problem{source.At(source.Pos{Path: source.Path(h.Shown)}, source.ReceiptMissing)}
	}
	s := &survey{Plan: &Plan{host: h}}
	if err := each(ctx, len(m.Files), progress, func(i int) { s.prove(m.Files[i]) }); err != nil {
		return nil, []source.Problem{source.At(source.Pos{}, source.Interrupted, "", "", "", "!")}
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
	err := filepath.WalkDir(s.host.Dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		rel, err := filepath.Rel(s.host.Dir, name)
		if p := filepath.ToSlash(rel); err == nil && !named[p] && !isOwn(p) {
			s.report(source.At(source.Pos{Path: source.Path(path.Join(s.host.Shown, p))}, source.ForeignFile))
		}
		return err
	})
	if err != nil {
		s.report(s.host.problem("", err))
	}
}
