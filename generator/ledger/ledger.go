// Package ledger remembers what was built from what.
//
// It holds two things:
//
//   - The digest of a view (View). A view is plain data, so its digest says
//     everything that a page drawn from it can show: the page is fresh while the
//     digest, the layout and the program are what they were.
//
//   - The manifest of an output folder (Manifest): which of the files in it are
//     the program's own, with the digests of their bytes. Only those may be
//     deleted when no page wants them any more; all others are somebody else's.
//
// The ledger is a cache in the strict sense. A manifest that is missing, damaged,
// truncated, made for another folder or edited by hand is none: the build is then
// a clean one and the files it finds are taken for somebody else's until it has
// written them again. It is never an error, and never another output.
//
// A manifest is written before the output folder changes (Intend) and again after
// (Commit). The first holds the files that were ours and those about to become
// ours, so that a build killed at any instant leaves no file of ours behind that
// the next build would not know. Freshness is stated only by the second.
//
// The package may not know what is in the files, nor touch the output folder.
package ledger

import (
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"
)

// Digest is a SHA-256 (FIPS 180-4). The zero Digest means unknown: no bytes are
// known that have it.
type Digest [sha256.Size]byte

// String writes the digest in 64 hexadecimal digits.
func (d Digest) String() string { return hex.EncodeToString(d[:]) }

// Folder is where everything about one output folder is kept: a folder in cache
// whose name stands for the output folder's path. So that the name lasts, out
// must be absolute and without symbolic links (public.Locate gives such a path);
// two output folders of one site never share one.
func Folder(cache, out string) string {
	sum := sha256.Sum256([]byte(filepath.Clean(out)))
	return filepath.Join(cache, hex.EncodeToString(sum[:8]))
}
