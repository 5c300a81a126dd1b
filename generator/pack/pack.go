// Package pack opens files that are packs of parts, as zip files and those of Word, Excel and PowerPoint are, which come
// from outside and may be made to do harm.
//
// It promises that no part unpacks to more than its limits allow, nor all that share a budget, and that what is refused is refused
// with a reason. It knows bytes by their names: no format, and no disk, so that a name cannot lead anywhere.
package pack

import (
	"archive/zip"
	"fmt"
	"io"
	"slices"
	"strings"
)

// emptyPacked is the most bytes that nothing is packed into.
const emptyPacked = 2

// Limits are how much is unpacked.
type Limits struct {
	Part  int64 // bytes of a part
	Ratio int64 // of a part's bytes to its packed bytes, above Loose
	Loose int64 // bytes that a part may have whatever they are packed into
}

// Budget is what is left of all that packs may hold together.
type Budget struct {
	Bytes int64 // unpacked
	Parts int
}

// Pack is a file of parts.
type Pack struct {
	files  []*zip.File // no folders
	byName map[string]*zip.File
	limits Limits
	left   *Budget
}

// Why is a kind of refusal.
type Why string

const (
	Damaged   Why = "damaged"
	Encrypted Why = "encrypted"
	TooLarge  Why = "too-large"
	TooMany   Why = "too-many"
	Unsafe    Why = "unsafe" // by its name
)

// Refusal is the error of a pack, or of a part, that is not read.
type Refusal struct {
	Why    Why
	Detail string
}

func (r *Refusal) Error() string { return r.Detail }

func refuse(why Why, format string, args ...any) error {
	return &Refusal{why, fmt.Sprintf(format, args...)}
}

// Open opens a pack of size bytes. Its parts, and the bytes that are read of them, are taken from what is left.
// Its error is a *Refusal.
func Open(r io.ReaderAt, size int64, l Limits, left *Budget) (*Pack, error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, refuse(Damaged, "not a zip file, or cut short")
	}
	if len(z.File) > left.Parts {
		return nil, refuse(TooMany, "more than %d parts", left.Parts)
	}
	left.Parts -= len(z.File)
	p := &Pack{byName: make(map[string]*zip.File, len(z.File)), limits: l, left: left}
	for _, f := range z.File {
		if strings.HasSuffix(f.Name, "/") && f.UncompressedSize64 == 0 && f.CompressedSize64 <= emptyPacked {
			continue // a folder
		}
		key := Key(f.Name)
		if _, twice := p.byName[key]; twice {
			return nil, refuse(Damaged, "two parts are named %q", key)
		}
		p.byName[key] = f
		p.files = append(p.files, f)
	}
	return p, nil
}

// Key is what parts of one name have in common, whatever their letters' case and their slashes.
func Key(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// Names are the parts as the file names them, in its order.
func (p *Pack) Names() []string {
	names := make([]string, len(p.files))
	for i, f := range p.files {
		names[i] = f.Name
	}
	return names
}

// Has tells whether there is a part of a name.
func (p *Pack) Has(name string) bool { return p.byName[Key(name)] != nil }

// Read unpacks a part. Its error is a *Refusal.
func (p *Pack) Read(name string) ([]byte, error) {
	f, there := p.byName[Key(name)]
	if !there {
		return nil, refuse(Damaged, "%q is missing", name)
	}
	if leadsOut(name) {
		return nil, refuse(Unsafe, "%q leads out of the folder that it is unpacked in", name)
	}
	if f.Flags&1 != 0 {
		return nil, refuse(Encrypted, "%q is encrypted", name)
	}
	r, err := f.Open()
	if err != nil {
		return nil, refuse(Damaged, "%q cannot be unpacked", name)
	}
	defer r.Close()
	most := p.most(f)
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	p.left.Bytes -= int64(len(data))
	if int64(len(data)) > most {
		return nil, refuse(TooLarge, "%q unpacks to more than %d bytes", name, most)
	}
	if err != nil {
		return nil, refuse(Damaged, "%q cannot be unpacked", name)
	}
	return data, nil
}

// leadsOut tells whether the name of a part would lead out of the folder that somebody else might unpack it in.
func leadsOut(name string) bool {
	name = strings.ReplaceAll(name, `\`, "/")
	return len(name) > 1 && name[1] == ':' || strings.ContainsRune(name, 0) || slices.Contains(strings.Split(name, "/"), "..")
}

// most is how many bytes a part may have.
func (p *Pack) most(f *zip.File) int64 {
	most := p.limits.Part
	if packed := int64(min(f.CompressedSize64, 1<<40)); packed*p.limits.Ratio < most {
		most = max(p.limits.Loose, packed*p.limits.Ratio)
	}
	return max(0, min(most, p.left.Bytes))
}
