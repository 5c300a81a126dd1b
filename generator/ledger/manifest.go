package ledger

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// Output is a file of the output folder that is the program's own.
type Output struct {
	Path   string // slash path relative to the output folder
	Digest Digest // of its bytes
}

// Manifest says which files of an output folder are the program's own. It serves
// one build at a time, not several goroutines.
type Manifest struct {
	file   string
	folder string
	owned  map[string]Digest // zero: about to be written when last heard of
}

// The file is text, so that a person can read it:
//
//	referat manifest 1
//	folder "/srv/site/public"
//	<digest> <path>      one line an output, by path
//	end <digest of all that precedes this line>
const (
	manifestFile = "manifest"
	magic        = "referat manifest 1"
	unknown      = "?"

	// mostBytes is far above the manifest of a site of 100,000 files; whatever is
	// larger is not read into memory.
	mostBytes = 64 << 20
)

// Load takes what is remembered about the output folder out from its Folder in
// cache. A file that is not exactly what Commit or Intend wrote for this folder
// counts as none: then nothing in the output folder is ours.
func Load(cache, out string) *Manifest {
	m := &Manifest{
		file:   filepath.Join(Folder(cache, out), manifestFile),
		folder: filepath.Clean(out),
		owned:  map[string]Digest{},
	}
	if data, ok := read(m.file); ok {
		if owned, ok := parse(data, m.folder); ok {
			m.owned = owned
		}
	}
	return m
}

// Owned gives the paths of all files that are the program's own or were about to
// be, sorted. A file among them need not exist.
func (m *Manifest) Owned() []string { return slices.Sorted(maps.Keys(m.owned)) }

// Intend remembers that the files at paths are about to be written or replaced.
// It is called before the first of them is. What was ours stays ours.
func (m *Manifest) Intend(paths []string) error {
	owned := maps.Clone(m.owned)
	for _, p := range paths {
		owned[p] = Digest{}
	}
	return m.save(owned)
}

// Commit remembers that the output folder now holds these outputs and no other
// file of ours. It is called after the last change.
func (m *Manifest) Commit(outputs []Output) error {
	owned := make(map[string]Digest, len(outputs))
	for _, o := range outputs {
		owned[o.Path] = o.Digest
	}
	return m.save(owned)
}

func (m *Manifest) save(owned map[string]Digest) error {
	if maps.Equal(owned, m.owned) {
		if _, err := os.Lstat(m.file); err == nil {
			return nil
		}
	}
	data, err := format(owned, m.folder)
	if err != nil {
		return err
	}
	if err := replace(m.file, data); err != nil {
		return fmt.Errorf("manifest of the output folder: %w", err)
	}
	m.owned = owned
	return nil
}

// replace makes a file hold data at once or not at all. It does not wait for the
// disk: what a power cut damages is no manifest.
func replace(file string, data []byte) error {
	folder := filepath.Dir(file)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	t, err := os.CreateTemp(folder, manifestFile+"-*")
	if err != nil {
		return err
	}
	_, err = t.Write(data)
	if err = errors.Join(err, t.Close()); err == nil {
		err = os.Rename(t.Name(), file)
	}
	if err != nil {
		os.Remove(t.Name())
	}
	return err
}

// read opens nothing but a file, for a pipe would never answer.
func read(file string) ([]byte, bool) {
	info, err := os.Lstat(file)
	if err != nil || !info.Mode().IsRegular() || info.Size() > mostBytes {
		return nil, false
	}
	data, err := os.ReadFile(file)
	return data, err == nil
}

func format(owned map[string]Digest, folder string) ([]byte, error) {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s\nfolder %s\n", magic, strconv.Quote(folder))
	for _, p := range slices.Sorted(maps.Keys(owned)) {
		if !relative(p) {
			return nil, fmt.Errorf("%q cannot be the path of an output", p)
		}
		if d := owned[p]; d != (Digest{}) {
			b.WriteString(d.String())
		} else {
			b.WriteString(unknown)
		}
		b.WriteByte(' ')
		b.WriteString(p)
		b.WriteByte('\n')
	}
	fmt.Fprintf(&b, "end %x\n", sha256.Sum256(b.Bytes()))
	return b.Bytes(), nil
}

// parse takes only what format would write, byte for byte, so that no rule about
// the form stands in two places.
func parse(data []byte, folder string) (map[string]Digest, bool) {
	owned := map[string]Digest{}
	for line := range strings.Lines(string(data)) {
		digest, path, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		var d Digest
		if digest != unknown {
			if len(digest) != hex.EncodedLen(len(d)) {
				continue // the first two lines and the last, or damage
			}
			if _, err := hex.Decode(d[:], []byte(digest)); err != nil {
				return nil, false
			}
		}
		owned[path] = d
	}
	again, err := format(owned, folder)
	return owned, err == nil && bytes.Equal(again, data)
}

// relative tells that p stays inside the output folder on every system, and that
// it fits on a line of the manifest.
func relative(p string) bool {
	return fs.ValidPath(p) && p != "." && !strings.ContainsFunc(p, func(c rune) bool {
		return c == '\\' || c == ':' || c < ' '
	})
}
