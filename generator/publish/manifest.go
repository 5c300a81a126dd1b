package publish

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"

	"referat/generator/public"
	"referat/generator/source"
)

// schema names the form of the receipt and of the intent.
const schema = "referat-manifest/1"

// Manifest is the receipt, and the intent before it.
type Manifest struct {
	Schema    string    `json:"schema"`
	Program   string    `json:"program"`
	Published time.Time `json:"published"`
	Previous  string    `json:"previous,omitempty"` // SHA-256 of the receipt before, in hex
	Recorded  string    `json:"recorded,omitempty"` // the newest publication that the record of the site knew of
	Files     []Entry   `json:"files"`              // by path; the intent may have several of one path
}

// Entry is a file as it was published.
type Entry struct {
	Path string `json:"path"`
	Sum  string `json:"sha256"`
	Size int64  `json:"size"`
}

func entry(path string, sum Sum, size int64) Entry {
	return Entry{path, hex.EncodeToString(sum[:]), size}
}

// errForeign is that of a file which is not as this package writes it.
var errForeign = errors.New("the file is no receipt of ours")

// readManifest reads a receipt or an intent; nil when there is none.
func (h Host) readManifest(name string) (*Manifest, []byte, error) {
	info, err := os.Lstat(h.file(name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, nil, errForeign
	}
	data, err := os.ReadFile(h.file(name))
	if err != nil {
		return nil, nil, err
	}
	m := &Manifest{}
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(m); err != nil || m.Schema != schema || !m.sound() {
		return nil, nil, errForeign
	}
	return m, data, nil
}

// Unknown is the problem of a folder that has neither a receipt nor an intent: nothing
// was published into it yet. Of another it is nil.
func (h Host) Unknown() *source.Problem {
	for _, name := range []string{manifestFile, intentFile} {
		switch _, err := os.Lstat(h.file(name)); {
		case err == nil:
			return nil
		case !errors.Is(err, fs.ErrNotExist):
			p := h.problem(name, err)
			return &p
		}
	}
	p := source.At(source.Pos{Path: source.Path(h.Shown)}, source.WithdrawHost)
	return &p
}

// sound tells that no entry could lead anywhere else than to a file of a site.
func (m *Manifest) sound() bool {
	return slices.IsSortedFunc(m.Files, byPath) && !slices.ContainsFunc(m.Files, func(e Entry) bool {
		return public.CheckPath(e.Path) != nil || isOwn(e.Path) || len(e.Sum) != hex.EncodedLen(sha256.Size)
	})
}

func byPath(a, b Entry) int {
	return cmp.Or(strings.Compare(a.Path, b.Path), strings.Compare(a.Sum, b.Sum))
}

// writeManifest writes a receipt or an intent. At every instant it is the old one or
// the new one.
func (h Host) writeManifest(name string, m *Manifest) error {
	m.Schema = schema
	data, err := json.MarshalIndent(m, "", " ")
	if err != nil {
		return err
	}
	beside := h.file(unfinished(name))
	if err := os.Remove(beside); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	f, err := os.OpenFile(beside, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(append(data, '\n'))
	err = errors.Join(err, f.Chmod(0o644), f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(beside, h.file(name))
	}
	if err != nil {
		_ = os.Remove(beside)
	}
	return err
}

// digest is the SHA-256 of bytes, in hex.
func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
