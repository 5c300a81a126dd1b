package record

import (
	"strings"

	"referat/generator/content"
	"referat/generator/source"
)

// This file keeps every version of what counts persons: nobody may compute a hidden count by comparing
// what is published with what was, so the proof needs all that was. The two files of a table, or of a
// series, have one number of version.

// counted are the files that count persons and have an address, each with the other of its pair.
func counted(docs *content.Documents) map[source.Path]source.Path {
	pairs := map[source.Path]source.Path{}
	add := func(a, b source.Path) { pairs[a], pairs[b] = b, a }
	for _, t := range docs.Tables {
		add(t.Path, t.CSV)
	}
	for _, c := range docs.Series {
		if c.Persons {
			add(c.Path, c.CSV)
		}
	}
	return pairs
}

// follows tells that a version of what counts persons follows another: one of its two files has
// other bytes than are recorded.
func (n *nexter) follows(d, was Document) (bool, *source.Problem) {
	other, pair := n.pairs[d.Path]
	if !pair {
		return false, nil
	}
	if d.Bytes != was.Bytes {
		return true, nil
	}
	f, ok := n.site.Tree.File(other)
	recorded, known := n.Document(other)
	if !ok || !known {
		return false, nil
	}
	digest, err := n.site.Tree.Sum(f)
	if err != nil {
		return false, unreadable(other, err)
	}
	return digest != recorded.Bytes, nil
}

// outlives tells that a recorded document that is published no longer counted persons: who has
// its numbers can compare them with later ones.
func (n *nexter) outlives(d Document) bool {
	s := n.site.Docs.Settings
	return s.Tables.Folder != "" && strings.HasPrefix(string(d.Path), "content/"+s.Tables.Folder+"/") ||
		d.Version > 1 && strings.HasPrefix(string(d.Path), "content/"+s.Counts.Folder+"/")
}
