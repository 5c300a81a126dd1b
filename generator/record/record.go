// Package record remembers what was published: it owns content/.record/, which
// staff commit beside their texts. By it nothing that has been published changes
// its words or goes away unnoticed.
//
// # Files
//
// Plain text with one thing a line or a file, sorted, so that git merges it:
//
//	addresses.csv     address, anchors: every public page and published file,
//	                  with the places of its items and sections
//	documents.csv     path, address, version, state, recorded, seal, bytes: every
//	                  published content file and site.toml, a line for each version;
//	                  recorded is an instant, in older lines a day
//	meetings.csv      address, recorded, state, start, end, place, title: every
//	                  meeting that was announced before it was held, a line for
//	                  each time that something of it had changed
//	texts/            the bytes of these files as they were last recorded, by
//	                  their paths below content/
//	texts/….v1.md     the text of a version that another has followed
//	entries.csv       path, entry, recorded, seal: every number of a series, every
//	                  step that is done and every correction, a line for each
//	                  thing it has said
//	publications.csv  instant, reviewer, changed, manifest: who published when,
//	                  how many files had changed, and the digest of all; or that
//	                  something was withdrawn, which nobody has looked through
//
// The seal of minutes is over the record's words (content.Minutes.Seal). A
// document without a seal, and what is not recorded, is free to change. Where a
// seal differs the words themselves decide (Diff): another program may seal otherwise.
//
// # What it promises
//
// Read and what it gives are pure: the same files give the same. An address that
// is recorded stays recorded, and so does the text of a version, which is that of
// the digest in the table or a problem. But of minutes that are withdrawn for the
// sake of persons nothing stays but a stub and the addresses where stones stand.
// Corrections that were published stay, and a document that gets a folder of its
// own is the same document. One whose file gets another name is known by its words,
// and has to lead there from its old address. An earlier text is set aside before the new one takes
// its place, and the tables come last, so that what is killed anywhere while it
// writes is completed by the next. The package may not know how a page looks, where
// public/ lies, or what a host is; only package main writes what it gives.
//
// # Days
//
// Days come from the record, never from the clock: minutes were published on the
// day on which the record was told of them, and until then the document's own day
// stands for it. A time that is longer than a day is never told as the day on which
// something was published.
package record

import (
	"cmp"
	"io"
	"slices"
	"strings"
	"time"

	"referat/generator/content"
	"referat/generator/danish"
	"referat/generator/source"
)

// Record is what was published.
type Record struct {
	Addresses    []Address  // by the paths of their files
	Documents    []Document // by path, then by version
	Entries      Entries
	Meetings     []Meeting     // by address, then by day
	Publications []Publication // by instant

	tree      *source.Tree
	announced []Announced      // by address
	sheet     [5]source.Digest // of the tables that it was read from
}

// Address is a public page or file, below the site's own address.
type Address struct {
	Address string
	Anchors []string // of a page's items and sections, in their order
	Line    int      // in addresses.csv
}

// path is that of the file of public/ that answers at the address.
func (a Address) path() string {
	p := strings.TrimPrefix(a.Address, "/")
	if p == "" || strings.HasSuffix(p, "/") {
		p += "index.html"
	}
	return p
}

func byPath(a, b Address) int { return strings.Compare(a.path(), b.path()) }

// addressOf is the address at which a file of public/ answers.
func addressOf(path string) string { return "/" + strings.TrimSuffix(path, "index.html") }

// Document is a version of a published content file.
type Document struct {
	Path     source.Path
	Address  string // of its page; "" of a file that has none of its own
	Version  int    // from 1
	State    content.State
	Recorded danish.Date   // when the version was first recorded
	Instant  string        // the same as RFC 3339; "" of one that was recorded when days had to do
	Seal     source.Digest // of the record's words; zero of what has none
	Bytes    source.Digest // of the file
	Line     int           // in documents.csv
	Was      source.Path   // where it stood when it was recorded, if its file has another path now
}

// recordedAs is the path by which the record has it.
func (d Document) recordedAs() source.Path { return cmp.Or(d.Was, d.Path) }

// record makes it a version that is recorded at an instant.
func (d *Document) record(version int, at time.Time) {
	d.Version, d.Recorded, d.Instant = version, danish.FromTime(danish.Local(at)), instantOf(at)
}

// Publication is one time that the record was written.
type Publication struct {
	Instant  string        // RFC 3339
	Reviewer string        // never published; "" of a withdrawal
	Changed  int           // files that were new or another
	Manifest source.Digest // of all files; zero of a withdrawal
}

// instantOf is an instant as the table of publications has it.
func instantOf(at time.Time) string { return danish.Local(at).Format(time.RFC3339) }

// The tables.
const (
	AddressesFile    = source.RecordDir + "/addresses.csv"
	DocumentsFile    = source.RecordDir + "/documents.csv"
	MeetingsFile     = source.RecordDir + "/meetings.csv"
	PublicationsFile = source.RecordDir + "/publications.csv"
	textsDir         = source.RecordDir + "/texts"
)

// Empty tells that nothing was published yet.
func (r *Record) Empty() bool { return len(r.Addresses) == 0 && len(r.Documents) == 0 }

// Below are the recorded addresses below that of a page.
func (r *Record) Below(page string) (list []string) {
	folder := strings.TrimPrefix(page, "/")
	from, _ := slices.BinarySearchFunc(r.Addresses, folder, func(a Address, p string) int { return strings.Compare(a.path(), p) })
	for _, a := range r.Addresses[from:] {
		if !strings.HasPrefix(a.path(), folder) {
			break
		}
		if a.Address != page {
			list = append(list, a.Address)
		}
	}
	return list
}

// Document is the latest version of a content file.
func (r *Record) Document(p source.Path) (Document, bool) {
	versions := r.Versions(p)
	if len(versions) == 0 {
		return Document{}, false
	}
	return versions[len(versions)-1], true
}

// Versions are all versions of a content file, the first first.
func (r *Record) Versions(p source.Path) []Document {
	from, _ := slices.BinarySearchFunc(r.Documents, p, func(d Document, p source.Path) int { return cmp.Compare(d.Path, p) })
	to := from
	for to < len(r.Documents) && r.Documents[to].Path == p {
		to++
	}
	return r.Documents[from:to]
}

// Latest visits the latest version of every content file, by path.
func (r *Record) Latest(visit func(Document)) {
	for i, d := range r.Documents {
		if i+1 == len(r.Documents) || r.Documents[i+1].Path != d.Path {
			visit(d)
		}
	}
}

// TextPath is where the bytes of a version stand. That of the latest is set aside
// before another follows it.
func (r *Record) TextPath(d Document) source.Path {
	earlier := earlierText(d)
	if _, aside := r.tree.File(earlier); aside {
		return earlier
	}
	if latest, ok := r.Document(d.Path); ok && latest.Version > d.Version {
		return earlier
	}
	return latestText(d.recordedAs())
}

// Text gives the bytes of a version.
func (r *Record) Text(d Document) ([]byte, error) {
	f, err := r.tree.Open(r.TextPath(d))
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	return io.ReadAll(f)
}

func latestText(p source.Path) source.Path { return source.RecordedText(p, 0) }

func earlierText(d Document) source.Path { return source.RecordedText(d.recordedAs(), d.Version) }
