package main

import (
	"os"
	"path/filepath"
	"strings"

	"referat/generator/hosting"
	"referat/generator/public"
	"referat/generator/source"
)

// mostOthers is how many files of others are named.
const mostOthers = 5

// replaced tells of files of others at the paths of the site's. Before the first build into a
// folder that has no sign of the program that is an error; while the ledger knows what is
// ours, a warning for when they are replaced. Where only the ledger is missing,
// which may be deleted at any time, nobody can say whose they are, and they are most
// likely those of an earlier build.
func (w *work) replaced(plan *public.Plan) (after, before []source.Problem) {
	others := plan.Changes().Foreign
	if len(others) == 0 {
		return nil, nil
	}
	names := strings.Join(others[:min(len(others), mostOthers)], ", ")
	if len(others) > mostOthers {
		names += " …"
	}
	told := func(code source.Code) []source.Problem {
		return []source.Problem{source.At(source.Pos{Path: source.Path(w.shown)}, code, len(others), names, source.Given(len(others) == 1))}
	}
	switch {
	case w.ledger.Last() != nil:
		return told(source.OutputReplaced), nil
	case len(w.ledger.Owned()) == 0 && !signed(w.target.Dir):
		return nil, told(source.OutputOthers)
	}
	return nil, nil
}

// signed tells that a folder has what only the program writes.
func signed(dir string) bool {
	text, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(hosting.SignFile)))
	return err == nil && hosting.Signed(text)
}
