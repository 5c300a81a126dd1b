package pack

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"slices"
)

// What the records of a zip file begin with, and how long they are at least.
const (
	partRecord       = "PK\x03\x04"
	partLength       = 30
	lengthsRecord    = "PK\x07\x08"
	listRecord       = "PK\x01\x02"
	listLength       = 46
	signatureRecord  = "PK\x05\x05"
	bigEndRecord     = "PK\x06\x06"
	bigLocatorRecord = "PK\x06\x07"
	bigLocatorLength = 20
	endRecord        = "PK\x05\x06"
	endLength        = 22
)

// Beside is all bytes of a zip file that are not those of its parts: their names, remarks, the list at the end. It tells whether
// these are nothing but that. Bytes that no list names are the place to hide a part that has been deleted, or another file.
func Beside(data []byte) (beside []byte, whole bool) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return data, false
	}
	type span struct{ from, to int64 }
	var parts []span
	for _, f := range z.File {
		from, err := f.DataOffset()
		size := int64(min(f.CompressedSize64, uint64(len(data))))
		if err != nil || from+size > int64(len(data)) {
			return data, false
		}
		parts = append(parts, span{from, from + size})
	}
	slices.SortFunc(parts, func(a, b span) int { return int(a.from - b.from) })
	whole = true
	done := int64(0)
	for _, p := range parts {
		if p.from < done {
			return data, false // parts that share bytes
		}
		between := data[done:p.from]
		whole = whole && isHead(withoutLengths(between, done == 0))
		beside = append(beside, between...)
		done = p.to
	}
	rest := data[done:]
	return append(beside, rest...), whole && isEnd(withoutLengths(rest, done == 0))
}

// withoutLengths leaves out the record after a part that says how long it is, which is there when its writer did not know before.
func withoutLengths(between []byte, first bool) []byte {
	if first {
		return between
	}
	for _, length := range []int{0, 12, 16, 20, 24} {
		if length > len(between) {
			break
		}
		rest := between[length:]
		signed := bytes.HasPrefix(between, []byte(lengthsRecord))
		if length > 0 && signed != (length == 16 || length == 24) {
			continue
		}
		if isHead(rest) || bytes.HasPrefix(rest, []byte(listRecord)) || bytes.HasPrefix(rest, []byte(endRecord)) {
			return rest
		}
	}
	return between
}

// isHead tells whether bytes are the record before a part, and nothing else.
func isHead(b []byte) bool {
	return bytes.HasPrefix(b, []byte(partRecord)) && len(b) >= partLength && len(b) == partLength+number(b, 26)+number(b, 28)
}

// isEnd tells whether bytes are the list of all parts and the end of the file, and nothing else.
func isEnd(b []byte) bool {
	for len(b) >= 4 {
		length := 0
		switch {
		case bytes.HasPrefix(b, []byte(listRecord)) && len(b) >= listLength:
			length = listLength + number(b, 28) + number(b, 30) + number(b, 32)
		case bytes.HasPrefix(b, []byte(signatureRecord)) && len(b) >= 6:
			length = 6 + number(b, 4)
		case bytes.HasPrefix(b, []byte(bigEndRecord)) && len(b) >= 12:
			length = 12 + int(min(binary.LittleEndian.Uint64(b[4:]), 1<<20))
		case bytes.HasPrefix(b, []byte(bigLocatorRecord)):
			length = bigLocatorLength
		case bytes.HasPrefix(b, []byte(endRecord)) && len(b) >= endLength:
			return len(b) == endLength+number(b, 20)
		}
		if length == 0 || length > len(b) {
			return false
		}
		b = b[length:]
	}
	return false
}

// number is the number of two bytes at a place.
func number(b []byte, at int) int { return int(binary.LittleEndian.Uint16(b[at:])) }
