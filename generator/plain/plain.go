// Package plain knows values that are plain data: it tells their digests, and
// keeps them on disk in a binary form.
//
// Plain data are bool, integers and strings, and slices, arrays and structs of
// plain data, however their types are named; fields without capital letter count
// like all others. A type that contains itself is none, nor are floating-point
// numbers: what equals what is doubtful among them.
//
// # Digests
//
// Two values have the same digest (DigestOf) only if they are of the same type and
// equal in every part. A nil slice and an empty one differ, because JSON writes
// them differently. A part that is a Leaf is not walked: its own digest stands for
// it. Names and order of all fields are in the digest, so that the values of one
// version of a type are told from those of the next.
//
// # The binary form
//
// Append writes a value, Read gives it back. Besides plain data they take pointers
// (two that were one become two values), maps with strings as keys, time.Time (its
// instant and its distance from UTC, not the zone's name) and any, if it holds
// nothing, a string, an int, int64, int32, uint8 or bool, or a string of a named
// type without String method, which comes back as string. A field with the tag
// `plain:"-"` is left out here, not in digests. Leaves are written like all else.
//
// Equal values give equal bytes, and there is one form only: what Read accepts,
// Append writes again byte for byte. Numbers are varints, signed ones zigzag; a
// string is its length and its bytes; a slice or a map is 0 if nil, else one more
// than its length and its elements, a map's in the order of the keys; a pointer is
// 0 or 1 and what it points to. The form says nothing of the type: whoever keeps
// it keeps the type's Shape beside it.
//
// Read takes any bytes. It gives an error where they are no value of the type,
// never panics, and allocates in proportion to the bytes.
//
// The package works on memory by the layout of types (package unsafe). It may not
// know what the values mean, nor any file; it imports nothing of ours.
package plain

import (
	"crypto/sha256"
	"encoding/hex"
)

// Digest is a SHA-256 (FIPS 180-4). The zero Digest means unknown: no bytes are
// known that have it.
type Digest [sha256.Size]byte

// String writes the digest in 64 hexadecimal digits.
func (d Digest) String() string { return hex.EncodeToString(d[:]) }

// Leaf is a value whose digest stands for it. The digest of a pointer's type is
// asked only of pointers that are not nil.
type Leaf interface{ Digest() Digest }
