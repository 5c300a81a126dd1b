package record

import (
	"cmp"
	"crypto/sha256"
	"slices"
	"time"

	"referat/generator/content"
	"referat/generator/source"
)

// Redaction is what the record is to have from now on of what was withdrawn.
type Redaction struct {
	Versions []Redacted
	Gone     string   // an address that it is to forget; "" of none
	Stones   []string // pages of which it is to know no more than that they were there
	At       time.Time
}

// Redacted is a version of a document as the record is to have it from now on.
type Redacted struct {
	Document
	Text []byte // nil: the version is forgotten
}

// Redact tells what to write so that the record has the versions as they are given and
// all others as they were. Texts come first: where the writing ends early, more is gone
// than the tables say, never less. A withdrawal is a publication, which nobody has looked
// through: content that does not know of it still has what was withdrawn.
func (r *Record) Redact(to Redaction) []File {
	next := r.stripped(to.Stones)
	next.Addresses = slices.DeleteFunc(next.Addresses, func(a Address) bool { return a.Address == to.Gone })
	next.Documents = slices.DeleteFunc(slices.Clone(r.Documents), func(d Document) bool {
		return slices.ContainsFunc(to.Versions, func(v Redacted) bool { return v.Path == d.Path && v.Version == d.Version })
	})
	next.Entries = r.Entries
	next.Publications = append(slices.Clone(r.Publications), Publication{Instant: instantOf(to.At), Changed: len(to.Versions)})
	var files []File
	for _, v := range to.Versions {
		at := latestText(v.recordedAs())
		if latest, known := r.Document(v.Path); known && latest.Version > v.Version {
			at = earlierText(v.Document)
		}
		if v.Text == nil || v.State == content.Withdrawn {
			next.Entries = next.Entries.without(v.recordedAs())
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
	for _, t := range []struct {
		path source.Path
		text string
	}{{DocumentsFile, next.DocumentsTable()}, {AddressesFile, next.AddressesTable()}, {EntriesFile, next.EntriesTable()}, {MeetingsFile, next.MeetingsTable()}, {PublicationsFile, next.PublicationsTable()}} {
		files = append(files, File{Path: t.path, Text: []byte(t.text)})
	}
	return files
}
