package source

import (
	"bytes"
	"unicode/utf8"
	"unsafe"

	"golang.org/x/text/unicode/norm"
)

// Text is the text of a file's bytes as Load gives it, or what is wrong with them. It
// takes the bytes over.
func Text(p Path, data []byte) (string, *Problem) {
	if at := invalid(data); at >= 0 {
		bad := At(place(p, data, at), FileNotUTF8, data[at])
		return "", &bad
	}
	return normal(data), nil
}

// invalid is the offset of the first byte that is not UTF-8, or -1.
func invalid(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

func place(p Path, data []byte, at int) Pos {
	before := data[:at]
	line := bytes.Count(before, []byte("\n")) + 1
	return Pos{p, line, utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1}
}

// normal is text without a byte order mark, with LF and in the Unicode form NFC. It
// takes the bytes over.
func normal(data []byte) string {
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	if bytes.IndexByte(data, '\r') >= 0 {
		data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
		data = bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
	}
	if !norm.NFC.IsNormal(data) {
		data = norm.NFC.Bytes(data)
	}
	return unsafe.String(unsafe.SliceData(data), len(data))
}
