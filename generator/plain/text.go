package plain

import (
	"encoding/binary"
	"unsafe"
)

func writeString(to []byte, p unsafe.Pointer) []byte {
	s := *(*string)(p)
	return append(binary.AppendUvarint(to, uint64(len(s))), s...)
}

func readString(in string, p unsafe.Pointer) (string, bool) {
	n, rest, ok := uvarint(in)
	if !ok || n > uint64(len(rest)) {
		return in, false
	}
	*(*string)(p) = rest[:n]
	return rest[n:], true
}

// texts is n strings side by side, as which most of our structs can be taken: one
// loop over them costs half of a call for each.
func texts(n int) part {
	return part{
		write:   func(to []byte, p unsafe.Pointer) []byte { return writeStrings(to, p, n) },
		read:    func(in string, p unsafe.Pointer) (string, bool) { return readStrings(in, p, n) },
		least:   n,
		strings: n,
	}
}

func writeStrings(to []byte, p unsafe.Pointer, n int) []byte {
	for _, s := range unsafe.Slice((*string)(p), n) {
		to = append(binary.AppendUvarint(to, uint64(len(s))), s...)
	}
	return to
}

func readStrings(in string, p unsafe.Pointer, n int) (string, bool) {
	list := unsafe.Slice((*string)(p), n)
	for i := range list {
		n, rest, ok := uvarint(in)
		if !ok || n > uint64(len(rest)) {
			return in, false
		}
		list[i], in = rest[:n], rest[n:]
	}
	return in, true
}

// joined makes one part of fields that are strings side by side.
func joined(fields []fieldPart) []fieldPart {
	var parts []fieldPart
	for _, f := range fields {
		if last := len(parts) - 1; f.strings > 0 && last >= 0 && parts[last].strings > 0 &&
			parts[last].offset+uintptr(parts[last].strings)*unsafe.Sizeof("") == f.offset {
			parts[last].part = texts(parts[last].strings + f.strings)
			continue
		}
		parts = append(parts, f)
	}
	return parts
}
