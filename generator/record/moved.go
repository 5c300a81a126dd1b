package record

import (
	"cmp"
	"slices"
	"strings"

	"referat/generator/source"
)

// This file knows a document again that got a folder of its own, or lost it: its address
// is the same, so that its record goes on.

// twin is the other path of a text that has the same address:
// 2024-01-09.md is 2024-01-09/index.md.
func twin(p source.Path) source.Path {
	if folder, index := strings.CutSuffix(string(p), "/index.md"); index {
		return source.Path(folder + ".md")
	}
	if name, text := strings.CutSuffix(string(p), ".md"); text {
		return source.Path(name + "/index.md")
	}
	return p
}

// follow gives each document the path at which its file now stands. The record has it by
// the old one until it is written again.
func (r *reader) follow() {
	if !slices.ContainsFunc(r.Documents, func(d Document) bool { return r.standsAt(d) != d.Path }) {
		return
	}
	documents := slices.Clone(r.Documents) // those of the last record stay as they are
	for i := range documents {
		d := &documents[i]
		at, recorded := r.standsAt(*d), d.recordedAs()
		d.Path, d.Was = at, ""
		if at != recorded {
			d.Was = recorded
		}
	}
	slices.SortStableFunc(documents, func(a, b Document) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Version, b.Version))
	})
	r.Documents = documents
}

// standsAt is the path of a document's file: the other one where only that is there, and
// is not recorded itself.
func (r *reader) standsAt(d Document) source.Path {
	recorded := d.recordedAs()
	if _, there := r.tree.File(recorded); there {
		return recorded
	}
	other := twin(recorded)
	_, there := r.tree.File(other)
	if known := r.Versions(other); !there || len(known) > 0 && known[0].Was == "" {
		return recorded
	}
	return other
}
