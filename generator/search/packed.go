package search

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
)

// packed is a gzip stream. Its head has neither a name nor a time, so that equal
// bytes are equal files.
func packed(data []byte) []byte {
	var out bytes.Buffer
	w, _ := gzip.NewWriterLevel(&out, gzip.BestCompression) // which is a level
	_, _ = w.Write(data)                                    // memory takes all
	_ = w.Close()
	return out.Bytes()
}

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
