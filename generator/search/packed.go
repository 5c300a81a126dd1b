package search

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"sync"
)

// packed is a gzip stream of columns one behind the other. Its head has neither a name
// nor a time, so that equal bytes are equal files.
func packed(w *gzip.Writer, columns ...[]byte) []byte {
	var out bytes.Buffer
	w.Reset(&out)
	for _, c := range columns {
		_, _ = w.Write(c) // memory takes all
		_ = w.Flush()     // each column has frequencies of its own
	}
	_ = w.Close()
	return out.Bytes()
}

// numbers packs columns of numbers: nothing in them comes again but by chance, so
// that looking for it would be time without gain. texts packs the others.
func numbers(columns ...[]byte) []byte {
	w := numberWriters.Get().(*gzip.Writer)
	defer numberWriters.Put(w)
	return packed(w, columns...)
}

func texts(columns ...[]byte) []byte {
	w, _ := gzip.NewWriterLevel(nil, gzip.BestCompression) // which is a level
	return packed(w, columns...)
}

// numberWriters only spares work: a writer is always reset.
var numberWriters = sync.Pool{New: func() any {
	w, _ := gzip.NewWriterLevel(nil, gzip.HuffmanOnly) // which is a level
	return w
}}

// most is how large a file may be, unpacked.
const most = 32 << 20

var errTooLarge = errors.New("too large")

func unpacked(data []byte) ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	all, err := io.ReadAll(io.LimitReader(r, most+1))
	if err == nil && len(all) > most {
		err = errTooLarge
	}
	return all, err
}
