package record

import (
	"cmp"
	"crypto/sha256"
	"slices"
)

// Redacted is a version of a document as the record is to have it from now on.
type Redacted struct {
	Document
	Text []byte // nil: the version is forgotten
}

// Redact tells what to write so that the record has the versions as they are given and
// all others as they were, no longer knows the address that is gone, and of pages where
// stones stand no more than that. Texts come first: where the writing ends early, more is
// gone than the tables say, never less.
func (r *Record) Redact(versions []Redacted, gone string, stones []string) []File {
	next := &Record{
		Addresses: slices.DeleteFunc(slices.Clone(r.stripped(stones)), func(a Address) bool { return a.Address == gone }),
		Documents: slices.DeleteFunc(slices.Clone(r.Documents), func(d Document) bool {
			return slices.ContainsFunc(versions, func(v Redacted) bool { return v.Path == d.Path && v.Version == d.Version })
		}),
	}
	var files []File
	for _, v := range versions {
		at := latestText(v.recordedAs())
		if latest, known := r.Document(v.Path); known && latest.Version > v.Version {
			at = earlierText(v.Document)
		}
		if v.Text == nil {
			files = append(files, File{Path: at, Gone: true})
			continue
		}
		v.Bytes = sha256.Sum256(v.Text)
		next.Documents = append(next.Documents, v.Document)
		files = append(files, File{Path: at, Text: v.Text})
	}
	slices.SortStableFunc(next.Documents, func(a, b Document) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Version, b.Version))
	})
	return append(files, File{Path: DocumentsFile, Text: []byte(next.DocumentsTable())}, File{Path: AddressesFile, Text: []byte(next.AddressesTable())})
}
