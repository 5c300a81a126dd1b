package record

import (
	"cmp"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"time"

	"referat/generator/content"
	"referat/generator/danish"
	"referat/generator/source"
)

// Read reads the record of a site; an empty one when nothing was published. A table
// with the same bytes as that of last, which may be nil, is taken over from it.
func Read(tree *source.Tree, last *Record) (*Record, []source.Problem) {
	if last == nil {
		last = &Record{}
	}
	r := reader{Record: &Record{tree: tree}, last: last, states: append(content.States(), "")}
	if r.read(0, AddressesFile, addressColumns, r.address) {
		r.join()
	} else {
		r.Addresses = last.Addresses
	}
	if r.read(1, DocumentsFile, documentColumns, r.document) {
		r.once()
	} else {
		r.Documents = last.Documents
	}
	r.follow()
	if r.read(2, EntriesFile, entryColumns, r.entry) {
		r.Entries.sort()
	} else {
		r.Entries = last.Entries
	}
	if r.read(3, MeetingsFile, meetingColumns, r.meeting) {
		r.announce()
	} else {
		r.Meetings, r.announced = last.Meetings, last.announced
	}
	if r.read(4, PublicationsFile, publicationColumns, r.publication) {
		slices.SortStableFunc(r.Publications, func(a, b Publication) int { return strings.Compare(a.Instant, b.Instant) })
	} else {
		r.Publications = last.Publications
	}
	r.complete()
	return r.Record, r.problems
}

// complete tells of a table that is missing though the record was once whole: without it
// nobody would notice what goes.
func (r *reader) complete() {
	if _, whole := r.tree.File(PublicationsFile); !whole {
		return // the first update has not come to its end
	}
	there := func(p source.Path) bool { _, there := r.tree.File(p); return there }
	tables := []source.Path{AddressesFile, DocumentsFile}
	if there(EntriesFile) || there(MeetingsFile) { // else the record is from before these were kept: the next update makes them
		tables = append(tables, EntriesFile, MeetingsFile)
	}
	for _, p := range tables {
		if !there(p) {
			r.report(p, 0, source.RecordIncomplete)
		}
	}
}

// reader makes a record.
type reader struct {
	*Record
	last     *Record
	states   []string // that a document can have; "" of what is no minutes
	problems []source.Problem
}

func (r *reader) report(p source.Path, line int, code source.Code, args ...any) {
	r.problems = append(r.problems, source.At(source.Pos{Path: p, Line: line}, code, args...))
}

// read gives each line of a table to row, which names the column it cannot read. It
// gives false when the table is that of the last record.
func (r *reader) read(n int, p source.Path, columns string, row func(line int, values []string) (bad string)) bool {
	f, ok := r.tree.File(p)
	if !ok {
		return true
	}
	if d, known := f.Known(); known && d == r.last.sheet[n] {
		r.sheet[n] = d
		return false
	}
	loaded, problem := r.tree.Load(f)
	if problem != nil {
		r.problems = append(r.problems, *problem)
		return true
	}
	sound := len(r.problems)
	line := 0
	for text := range strings.Lines(loaded.Text) {
		line++
		text = strings.TrimSuffix(text, "\n")
		switch {
		case mark(text):
			r.report(p, line, source.RecordConflict, text)
		case line == 1 && text != columns:
			r.report(p, line, source.RecordDamaged, text, columns)
		case line > 1 && text != "":
			values := partRow(text)
			if len(values) != strings.Count(columns, ",")+1 {
				r.report(p, line, source.RecordDamaged, text, columns)
			} else if bad := row(line, values); bad != "" {
				r.report(p, line, source.RecordDamaged, text, bad)
			}
		}
	}
	if len(r.problems) == sound {
		r.sheet[n], _ = f.Known()
	}
	return true
}

// mark tells of a line that git leaves where it could not merge.
func mark(line string) bool {
	return strings.HasPrefix(line, "<<<<<<<") || strings.HasPrefix(line, ">>>>>>>") || strings.HasPrefix(line, "=======") || strings.HasPrefix(line, "|||||||")
}

func (r *reader) address(line int, values []string) (bad string) {
	if !strings.HasPrefix(values[0], "/") {
		return "address"
	}
	r.Addresses = append(r.Addresses, Address{values[0], strings.Fields(values[1]), line})
	return ""
}

// join sorts the addresses and makes one of those that git has merged into two.
func (r *reader) join() {
	slices.SortStableFunc(r.Addresses, byPath)
	joined := r.Addresses[:0]
	for _, a := range r.Addresses {
		if last := len(joined) - 1; last >= 0 && joined[last].Address == a.Address {
			joined[last].Anchors = union(joined[last].Anchors, a.Anchors)
		} else {
			joined = append(joined, a)
		}
	}
	r.Addresses = joined
}

// union is what is in a, and then what is in b only.
func union(a, b []string) []string {
	all := slices.Clone(a)
	for _, s := range b {
		if !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	return all
}

func (r *reader) document(line int, values []string) (bad string) {
	d := Document{Path: source.Path(values[0]), Address: values[1], State: content.State(values[3]), Line: line}
	var err error
	var ok bool
	if !fs.ValidPath(values[0]) || d.Path != source.Settings && !strings.HasPrefix(values[0], "content/") {
		return "path"
	}
	if d.Version, err = strconv.Atoi(values[2]); err != nil || d.Version < 1 {
		return "version"
	}
	if !slices.Contains(r.states, values[3]) {
		return "state"
	}
	if !d.recordedAt(values[4]) {
		return "recorded"
	}
	if d.Seal, ok = digestOf(values[5]); !ok {
		return "seal"
	}
	if d.Bytes, ok = digestOf(values[6]); !ok {
		return "bytes"
	}
	r.Documents = append(r.Documents, d)
	return ""
}

// recordedAt reads when a version was recorded: an instant or a day.
func (d *Document) recordedAt(value string) bool {
	if day, err := time.Parse(time.DateOnly, value); err == nil {
		d.Recorded = danish.FromTime(day)
		return true
	}
	at, err := time.Parse(time.RFC3339, value)
	d.Recorded, d.Instant = danish.FromTime(danish.Local(at)), value
	return err == nil
}

// once sorts the documents and tells of a version that stands there twice.
func (r *reader) once() {
	slices.SortStableFunc(r.Documents, func(a, b Document) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Version, b.Version))
	})
	for i := 1; i < len(r.Documents); i++ {
		if a, b := r.Documents[i-1], r.Documents[i]; a.Path == b.Path && a.Version == b.Version {
			r.report(DocumentsFile, b.Line, source.RecordTwice, string(b.Path), b.Version, a.Line)
			r.sheet[1] = source.Digest{}
		}
	}
}

func (r *reader) publication(_ int, values []string) (bad string) {
	p := Publication{Instant: values[0], Reviewer: values[1]}
	var err error
	var ok bool
	if _, err = time.Parse(time.RFC3339, p.Instant); err != nil {
		return "instant"
	}
	if p.Changed, err = strconv.Atoi(values[2]); err != nil {
		return "changed"
	}
	if p.Manifest, ok = digestOf(values[3]); !ok {
		return "manifest"
	}
	r.Publications = append(r.Publications, p)
	return ""
}
