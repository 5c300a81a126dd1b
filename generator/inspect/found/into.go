package found

import (
	"bytes"
	"cmp"
	"errors"
	"slices"
	"strings"
	"time"

	"referat/generator/pack"
)

// Limits are how much of a file is read. What is beyond them is unread.
type Limits struct {
	File     int64 // bytes
	Depth    int   // of files within files
	Parts    int   // of all files together
	Part     int64 // bytes of a part, unpacked
	Unpacked int64 // bytes of all parts together, unpacked

	Time     time.Duration // for the pages of a PDF
	Compiled string        // folder that keeps the reader of such pages compiled; "" compiles it anew, which takes seconds
}

// Usual are far above any attachment of minutes, and low enough that reading a file at all of them takes some seconds.
func Usual() Limits {
	return Limits{File: 256 << 20, Depth: 5, Parts: 20_000, Part: 64 << 20, Unpacked: 256 << 20, Time: 2 * time.Minute}
}

// Within reads a file that stands in another, whatever its format.
type Within func(name string, data []byte, in *Into)

// inspection is what is shared by all files within one.
type inspection struct {
	report Report
	at     map[Trace]int // where a trace, without its count, stands in the report
	unread map[Unread]bool
	limits Limits
	left   pack.Budget
	inner  int64 // bytes of files within files that may still be read; formats may name the same bytes twice
	words  func(path, text string)
	within Within
}

// Into is where a reader of a format puts what it finds in one file. The paths that its methods take are those in this file.
type Into struct {
	all   *inspection
	path  string // of this file
	depth int
}

// Inspect reads a file: words is told its texts, and within reads it and all files in it.
func Inspect(name string, data []byte, l Limits, words func(path, text string), within Within) Report {
	if words == nil {
		words = func(string, string) {}
	}
	all := &inspection{at: map[Trace]int{}, unread: map[Unread]bool{}, limits: l, words: words, within: within, inner: 4*l.Unpacked + perFile*int64(l.Parts), left: pack.Budget{Bytes: l.Unpacked, Parts: l.Parts}}
	in := &Into{all: all}
	if int64(len(data)) > l.File {
		in.Unread("", TooLarge)
		return all.report
	}
	in.read(name, data)
	all.sort()
	return all.report
}

// read reads this file. A fault of a reader is that of a file which it could not read.
func (in *Into) read(name string, data []byte) {
	defer func() {
		if recover() != nil {
			in.Unread("", Fault)
		}
	}()
	in.all.within(name, data, in)
}

// perFile is how many bytes a file within a file counts for at least.
const perFile = 1 << 10

// File reads a file that stands in this one.
func (in *Into) File(path string, data []byte) {
	inner := &Into{all: in.all, path: in.full(path), depth: in.depth + 1}
	if inner.depth >= in.all.limits.Depth {
		inner.Unread("", TooDeep)
		return
	}
	if in.all.inner -= int64(len(data)) + perFile; in.all.inner < 0 {
		inner.Unread("", TooLarge)
		return
	}
	name := path
	if i := strings.LastIndexAny(path, "/\\"); i >= 0 {
		name = path[i+1:]
	}
	inner.read(name, data)
}

// Part says that all words of a part have been read.
func (in *Into) Part(path string, kind Kind, size int) {
	in.all.report.Parts = append(in.all.report.Parts, Part{in.full(path), kind, size})
}

// Words gives the words of a part, or of a place within it.
func (in *Into) Words(path, text string) {
	if strings.TrimSpace(text) != "" {
		in.all.words(in.full(path), text)
	}
}

// Trace says that a part tells of people or of editing.
func (in *Into) Trace(kind TraceKind, path string) {
	t := Trace{Kind: kind, Path: in.full(path)}
	at, known := in.all.at[t]
	if !known {
		at = len(in.all.report.Traces)
		in.all.at[t] = at
		in.all.report.Traces = append(in.all.report.Traces, t)
	}
	in.all.report.Traces[at].Count++
}

// Unread says that a part could not be read, or not all of it.
func (in *Into) Unread(path string, why Reason) {
	u := Unread{in.full(path), why}
	if !in.all.unread[u] {
		in.all.unread[u] = true
		in.all.report.Unread = append(in.all.report.Unread, u)
	}
}

// MaxRatio is how tightly a part may be packed, above Loose bytes. Tables of Excel are packed more tightly than texts.
const (
	MaxRatio = 250
	Loose    = 1 << 20
)

// Most is how many bytes may be unpacked from so many packed ones.
func (in *Into) Most(packed int) int64 {
	return max(0, min(in.all.left.Bytes, in.all.limits.Part, max(Loose, int64(packed)*MaxRatio)))
}

// Flaw says what hinders people who cannot see this file in reading it.
func (in *Into) Flaw(kind FlawKind, path string) {
	in.all.report.Flaws = append(in.all.report.Flaws, Flaw{kind, in.full(path)})
}

// Open opens this file as a pack of parts, within what is left of the limits. Where it cannot, it says so in the report and gives nil.
func (in *Into) Open(data []byte) *pack.Pack {
	limits := pack.Limits{Part: in.all.limits.Part, Ratio: MaxRatio, Loose: Loose}
	p, err := pack.Open(bytes.NewReader(data), int64(len(data)), limits, &in.all.left)
	if err != nil {
		in.Unread("", reasonOf(err))
		return nil
	}
	return p
}

// Unpack is the bytes of a part. Where they cannot be had, it says so in the report.
func (in *Into) Unpack(p *pack.Pack, name string) ([]byte, bool) {
	data, err := p.Read(name)
	if err != nil {
		in.Unread(name, reasonOf(err))
	}
	return data, err == nil
}

// Spend takes n bytes that a reader has unpacked itself from what may be; it tells whether so many were left.
func (in *Into) Spend(n int) bool {
	in.all.left.Bytes -= int64(n)
	return in.all.left.Bytes >= 0
}

// Limits are those of the inspection.
func (in *Into) Limits() Limits { return in.all.limits }

func reasonOf(err error) Reason {
	var refusal *pack.Refusal
	switch {
	case !errors.As(err, &refusal):
		return Damaged
	case refusal.Why == pack.TooLarge:
		return TooLarge
	case refusal.Why == pack.TooMany:
		return TooMany
	case refusal.Why == pack.Encrypted:
		return Encrypted
	case refusal.Why == pack.Unsafe:
		return UnsafeName
	}
	return Damaged
}

// full is a path in this file as a path in the outermost one, without numbers that might be a person's.
func (in *Into) full(path string) string {
	path = masked(path)
	switch {
	case in.path == "":
		return path
	case path == "" || strings.HasPrefix(path, "#"):
		return in.path + path
	}
	return in.path + "!" + path
}

func (all *inspection) sort() {
	r := &all.report
	slices.SortFunc(r.Parts, func(a, b Part) int { return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Kind, b.Kind)) })
	slices.SortFunc(r.Traces, func(a, b Trace) int { return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Kind, b.Kind)) })
	slices.SortFunc(r.Unread, func(a, b Unread) int { return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Why, b.Why)) })
	slices.SortFunc(r.Flaws, func(a, b Flaw) int { return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Kind, b.Kind)) })
}
