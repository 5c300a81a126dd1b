package data

import (
	"encoding/hex"
	"strings"
)

// Sums are the digests of files, as the program sha256sum checks them.
type Sums struct{ Files []Sum }

// Sum is the SHA-256 of a file. Its path is relative to the folder of the list.
type Sum struct {
	Path   string
	Digest [32]byte
}

// SumsTXT writes a line for each file.
func SumsTXT(s Sums) []byte {
	var b strings.Builder
	for _, f := range s.Files {
		b.WriteString(hex.EncodeToString(f.Digest[:]) + "  " + f.Path + "\n")
	}
	return []byte(b.String())
}
