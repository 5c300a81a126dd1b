package record

import (
	"cmp"
	"io/fs"
	"slices"
	"strings"
	"time"

	"referat/generator/content"
	"referat/generator/danish"
	"referat/generator/source"
)

// This file remembers when a number of a series was first published, and when a step was
// done: they come and change in documents that have no versions, so that the day of the
// document says nothing of them. It remembers too where each correction of minutes stands.
// A line stays for good; one that says something else than those before it has another line.

// EntriesFile is the table of them.
const (
	EntriesFile  = source.RecordDir + "/entries.csv"
	entryColumns = "path,entry,recorded,seal"
)

// Entry is what an entry of a document said from a day on.
type Entry struct {
	Path     source.Path // of the document
	Name     string      // of the entry (content.Entry)
	Recorded danish.Date
	Seal     source.Digest
}

// sameEntry orders lines by what they are about.
func sameEntry(a, b Entry) int {
	return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Name, b.Name))
}

// Entries are by path, by name and by day. Those of one day stand as they were written.
type Entries []Entry

func (all Entries) sort() {
	slices.SortStableFunc(all, func(a, b Entry) int { return cmp.Or(sameEntry(a, b), a.Recorded.Compare(b.Recorded)) })
}

// of are the lines of one entry, the first first.
func (all Entries) of(p source.Path, name string) Entries {
	entry := Entry{Path: p, Name: name}
	from, _ := slices.BinarySearchFunc(all, entry, sameEntry)
	to := from
	for to < len(all) && sameEntry(all[to], entry) == 0 {
		to++
	}
	return all[from:to]
}

// ofDocument are the lines of all entries of a document.
func (all Entries) ofDocument(p source.Path) Entries {
	from, _ := slices.BinarySearchFunc(all, p, func(e Entry, p source.Path) int { return cmp.Compare(e.Path, p) })
	to := from
	for to < len(all) && all[to].Path == p {
		to++
	}
	return all[from:to]
}

// without are the lines of all other documents.
func (all Entries) without(p source.Path) Entries {
	return slices.DeleteFunc(slices.Clone(all), func(e Entry) bool { return e.Path == p })
}

// Days are when an entry was first recorded and since when it says what it says. It is not
// known before it was recorded.
func (all Entries) Days(p source.Path, name string) (first, last danish.Date, known bool) {
	lines := all.of(p, name)
	if len(lines) == 0 {
		return first, last, false
	}
	since := len(lines) - 1
	for since > 0 && lines[since-1].Seal == lines[since].Seal { // two have recorded it, and git has merged them
		since--
	}
	return lines[0].Recorded, lines[since].Recorded, true
}

// EntriesTable is described at AddressesTable.
func (r *Record) EntriesTable() string {
	b := []byte(entryColumns + "\n")
	for _, e := range r.Entries {
		b = appendRow(b, string(e.Path), e.Name, e.Recorded.String(), digits(e.Seal))
	}
	return string(b)
}

func (r *reader) entry(_ int, values []string) (bad string) {
	if !fs.ValidPath(values[0]) || !strings.HasPrefix(values[0], "content/") {
		return "path"
	}
	day, err := time.Parse(time.DateOnly, values[2])
	if err != nil {
		return "recorded"
	}
	e := Entry{Path: source.Path(values[0]), Name: values[1], Recorded: danish.FromTime(day)}
	var ok bool
	if e.Seal, ok = digestOf(values[3]); !ok {
		return "seal"
	}
	r.Entries = append(r.Entries, e)
	return ""
}

// entries adds lines for what is new in a document, and takes over those that it had at
// another path. What stands in a recorded text and has no line is as old as that.
func (n *nexter) entries(d, was Document) {
	for _, e := range n.told[d.Path] {
		lines := n.Entries.of(d.Path, e.Name)
		if from := was.recordedAs(); len(lines) == 0 && from != d.Path {
			lines = slices.Clone(n.Entries.of(from, e.Name))
			for i := range lines {
				lines[i].Path = d.Path
			}
			n.next.Entries = append(n.next.Entries, lines...)
		}
		day := n.day
		if len(lines) == 0 && d.Bytes == was.Bytes {
			day = was.Recorded
		}
		if len(lines) == 0 || lines[len(lines)-1].Seal != e.Seal {
			n.next.Entries = append(n.next.Entries, Entry{d.Path, e.Name, day, e.Seal})
		}
	}
}

// told are the entries of each document that has any.
func (all Entries) told(docs *content.Documents) map[source.Path][]content.Entry {
	by := map[source.Path][]content.Entry{}
	for _, m := range docs.Minutes {
		if m.State == content.Withdrawn {
			continue // its page shows none
		}
		for _, c := range all.Placed(m) {
			by[m.Path] = append(by[m.Path], c.Entry())
		}
	}
	for _, c := range docs.Series {
		by[c.CSV] = c.Entries()
	}
	for _, g := range docs.Subjects {
		by[g.Path] = content.DoneSteps(g.Milestones)
	}
	if docs.Shared != nil {
		by[docs.Shared.Path] = content.DoneSteps(docs.Shared.Milestones)
	}
	return by
}
