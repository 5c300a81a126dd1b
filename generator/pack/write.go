package pack

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"hash/crc32"
)

// Part is a part to be written.
type Part struct {
	Name   string
	Data   []byte
	Stored bool // as it is, not packed
}

// Stored tells whether a part is in the pack as it is.
func (p *Pack) Stored(name string) bool {
	f := p.byName[Key(name)]
	return f != nil && f.Method == zip.Store
}

// Write is a pack of parts in their order. It says nothing of them but their names: no time, no remark. The same parts
// give the same bytes.
func Write(parts []Part) ([]byte, error) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range parts {
		h := &zip.FileHeader{Name: p.Name, Method: zip.Store, CRC32: crc32.ChecksumIEEE(p.Data), UncompressedSize64: uint64(len(p.Data))}
		data := p.Data
		if !p.Stored {
			var err error
			if data, err = packed(data); err != nil {
				return nil, fmt.Errorf("pack %q: %w", p.Name, err)
			}
			h.Method = zip.Deflate
		}
		h.CompressedSize64 = uint64(len(data))
		w, err := z.CreateRaw(h) // what others ask for at the beginning of a file allows no length after a part
		if err != nil {
			return nil, fmt.Errorf("pack %q: %w", p.Name, err)
		}
		if _, err := w.Write(data); err != nil {
			return nil, fmt.Errorf("pack %q: %w", p.Name, err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("pack: %w", err)
	}
	return out.Bytes(), nil
}

func packed(data []byte) ([]byte, error) {
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
