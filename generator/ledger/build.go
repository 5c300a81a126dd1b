package ledger

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"path/filepath"
	"sort"
	"unicode/utf8"

	"referat/generator/plain"
	"referat/generator/public"
	"referat/generator/source"
)

// Build is a completed build.
type Build struct {
	Options plain.Digest // what was asked for, but for the instant
	Since   int64        // from this instant, in ns since 1970 …
	Until   int64        // … and before this one, the same inputs make the same; the smallest and largest number are no limit
	Clock   int64        // the disk's own time when the look at the inputs began (source.Clock)
	SeenAt  int64        // and when that at the outputs did
	Inputs  []source.Record
	Outputs []Output                 // by path
	Folders map[string]public.Folder // of the output folder, as public.Seen has them
	Notes   []source.Problem         // what the build had to say
	Pages   int                      // HTML pages
	Lang    string                   // the site's, which messages are in
	Base    string                   // path of the site's address
	Changes []Change                 // why it wrote what it wrote; by path
}

// Output is a file of the output folder and what it was made from.
type Output struct {
	Path   string // slash path relative to the output folder
	Class  public.Class
	Bytes  plain.Digest // of the file
	Size   int64        // of the file
	Made   plain.Digest // of what its view was made from
	Layout plain.Digest // of what drew it
	Fields string       // what FieldsOf gave of its view; "" of an output without one
	Stamp  source.Stamp // of the file as the build left it, or as a later look found the same bytes; zero where none is sure
}

// Wanted is an output that a build wants: its path, and the digests of what it is
// made from and of what draws it.
type Wanted struct {
	Path         string
	Made, Layout plain.Digest
}

// Change is why an output was written or removed.
type Change struct {
	Path   string
	Reason Reason
	Fields []string // of the view, that differ
}

// Reason says why an output is not fresh.
type Reason string

const (
	Fresh      Reason = ""
	Unknown    Reason = "unknown"     // there was no earlier build, or by another program
	New        Reason = "new"         // there was no such output
	OtherView  Reason = "view"        // it is made from something else
	OtherStyle Reason = "layout"      // something else draws it
	Lost       Reason = "lost"        // its file was changed or deleted by somebody else
	Unwanted   Reason = "unwanted"    // nothing asks for it any more
	Interrupt  Reason = "interrupted" // a build was killed when it was about to be written
)

// Shelf is the outputs of a build by their paths.
type Shelf struct {
	known   bool // there was a build
	outputs []Output
}

// Shelf gives the outputs of a build; of nil, none.
func (b *Build) Shelf() Shelf {
	if b == nil {
		return Shelf{}
	}
	return Shelf{true, b.Outputs}
}

// Find gives an output, or nil. Like Walk it reads nothing but paths: stamps may get new
// values meanwhile.
func (s Shelf) Find(path string) *Output {
	i := sort.Search(len(s.outputs), func(i int) bool { return s.outputs[i].Path >= path })
	if i == len(s.outputs) || s.outputs[i].Path != path {
		return nil
	}
	return &s.outputs[i]
}

// Walk gives a function that finds as Find does, but quickly, and only paths that
// come in order.
func (s Shelf) Walk() func(path string) *Output {
	i := 0
	return func(path string) *Output {
		for i < len(s.outputs) && s.outputs[i].Path < path {
			i++
		}
		if i < len(s.outputs) && s.outputs[i].Path == path {
			return &s.outputs[i]
		}
		return nil
	}
}

// Reason tells why an output has to be drawn. It is the freshness rule: the
// output is the same while what it was made from and what draws it are. When the
// reason is OtherView it may yet turn out to have the same view; see FieldsOf.
func (s Shelf) Reason(w Wanted) Reason { return s.Compare(s.Find(w.Path), w) }

// Compare is Reason for an output that has been found; nil is none.
func (s Shelf) Compare(was *Output, w Wanted) Reason {
	switch {
	case !s.known:
		return Unknown
	case was == nil:
		return New
	case was.Layout != w.Layout:
		return OtherStyle
	case was.Made != w.Made:
		return OtherView
	}
	return Fresh
}

// short is how many bytes of the digest of a field are kept: enough to tell which
// differ. That none differs is only believed of the digest of the whole view,
// which stands before them.
const short = 4

// FieldsOf gives, for Output.Fields, the digest of a view, a struct of plain data
// or a pointer to one, and the short digests of its fields. Two views have the same
// digests only if their fields have the same names, types and values.
func FieldsOf(view any) (digests string) {
	whole, all := sha256.New(), make([]byte, len(plain.Digest{}), 160)
	line := make([]byte, 0, 64)
	for name, digest := range plain.Fields(view) {
		line = append(append(append(line[:0], name...), 0), digest[:]...)
		whole.Write(line)
		all = append(all, digest[:short]...)
	}
	whole.Sum(all[:0])
	return string(all)
}

// Differing names the fields that differ between two views, by what FieldsOf gave
// of each; names are those of the second's fields. It is not ok when there is another
// number of fields. Types with the same number are not told apart: there, whatever
// stands at a field's place is taken for what it was.
func Differing(was, is string, names []string) (fields []string, ok bool) {
	const whole = len(plain.Digest{})
	if len(was) != len(is) || len(is) != whole+short*len(names) {
		return nil, false
	}
	for i, name := range names {
		at := whole + short*i
		if was[at:at+short] != is[at:at+short] {
			fields = append(fields, name)
		}
	}
	return fields, true
}

// Same tells that the build's result is what one now would make: same options, the
// same files by path, stamp and bytes, and an instant within its span.
func (b *Build) Same(options plain.Digest, now int64, tree *source.Tree) bool {
	return b.During(options, now) && tree.Is(b.Inputs)
}

// During tells that the build was asked for by the same options, and that an instant is
// within its span.
func (b *Build) During(options plain.Digest, now int64) bool {
	return b.Options == options && now >= b.Since && now < b.Until
}

// Paths are those of the outputs, sorted.
func (b *Build) Paths() []string {
	paths := make([]string, len(b.Outputs))
	for i := range paths {
		paths[i] = b.Outputs[i].Path
	}
	return paths
}

// Files are the outputs' files as the build left them, by path.
func (b *Build) Files() []public.Left {
	files := make([]public.Left, len(b.Outputs))
	for i := range files {
		files[i] = public.Left{Path: b.Outputs[i].Path, Stamp: b.Outputs[i].Stamp}
	}
	return files
}

// Seen is how the output folder looked when the build left it.
func (b *Build) Seen() public.Seen {
	seen := public.Seen{Files: make(map[string]source.Stamp, len(b.Outputs)), Folders: maps.Clone(b.Folders)}
	for i := range b.Outputs {
		seen.Files[b.Outputs[i].Path] = b.Outputs[i].Stamp
	}
	return seen
}

// Records are the inputs for a look, which asks for them one after another and nearly
// always in the order in which they stand here.
func (b *Build) Records() source.Records {
	next := 0
	var places map[source.Path]int // made for the first that comes out of turn
	return source.Records{Clock: b.Clock, Find: func(p source.Path) (source.Record, bool) {
		if next == len(b.Inputs) || b.Inputs[next].Path != p {
			if places == nil {
				places = make(map[source.Path]int, len(b.Inputs))
				for i := range b.Inputs {
					places[b.Inputs[i].Path] = i
				}
			}
			at, known := places[p]
			if !known {
				return source.Record{}, false
			}
			next = at
		}
		next++
		return b.Inputs[next-1], true
	}}
}

// wrong tells what is wrong with the paths: outputs must be in order, and nothing
// may lead out of the output folder.
func (b *Build) wrong() error {
	for folder := range b.Folders {
		if !filepath.IsLocal(filepath.FromSlash(folder)) { // it may be somebody else's, of any name
			return misplaced(folder)
		}
	}
	last := ""
	for i := range b.Outputs {
		if err := follows(b.Outputs[i].Path, last); err != nil {
			return err
		}
		last = b.Outputs[i].Path
	}
	return nil
}

// inOrder tells what is wrong with paths, which must be sorted, stand there once
// each, and lie inside the output folder.
func inOrder(paths []string) error {
	last := ""
	for _, path := range paths {
		if err := follows(path, last); err != nil {
			return err
		}
		last = path
	}
	return nil
}

func follows(path, last string) error {
	if path <= last || !inside(path) {
		return misplaced(path)
	}
	return nil
}

// misplaced is a fault of the program, or of a file that somebody forged.
func misplaced(path string) error {
	return fmt.Errorf("record of the output folder: %q cannot be in it, or not in that place", path)
}

// inside tells that a path leads to something in the output folder on every system: it is
// one as fs.ValidPath has it, but ".", and without what only some systems take for
// more than a letter. Every path of a ledger is asked about, so that it is read once.
func inside(path string) bool {
	ascii, from := true, 0
	for i := 0; i <= len(path); i++ {
		switch {
		case i == len(path) || path[i] == '/':
			if name := path[from:i]; name == "" || name == "." || name == ".." {
				return false
			}
			from = i + 1
		case path[i] < ' ' || path[i] == '\\' || path[i] == ':':
			return false
		case path[i] >= utf8.RuneSelf:
			ascii = false
		}
	}
	return ascii || utf8.ValidString(path)
}
