package text

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"referat/generator/intake/manuscript"
)

const (
	maxSize = 8 << 20 // bytes; the minutes of a long day are a hundredth of it
	maxLine = 1 << 18 // bytes; a paragraph that fills fifty pages
	maxRows = 1 << 17 // lines
	windows = "Windows-1252"
)

// formats are the first bytes of files that are no text, and why each is refused.
var formats = []struct {
	first string
	why   manuscript.Why
	name  string
}{
	{"%PDF-", manuscript.Damaged, "PDF"},
	{"PK\x03\x04", manuscript.Damaged, "zip"},
	{"\xd0\xcf\x11\xe0", manuscript.OldFormat, "OLE"},
	{"{\\rtf", manuscript.Damaged, "RTF"},
}

// decode gives the letters of a file, tidied, and the name of the encoding if that had to be guessed.
func decode(data []byte) (raw, encoding string, err error) {
	if len(data) > maxSize {
		return "", "", &manuscript.Refusal{Why: manuscript.TooLarge, Detail: fmt.Sprintf("%d bytes", len(data)), Limit: manuscript.Bytes, Most: maxSize}
	}
	for _, f := range formats {
		if bytes.HasPrefix(data, []byte(f.first)) {
			return "", "", &manuscript.Refusal{Why: f.why, Detail: f.name}
		}
	}
	s, encoding, err := letters(data)
	if err != nil {
		return "", "", err
	}
	if isBinary(s) {
		return "", "", &manuscript.Refusal{Why: manuscript.Damaged, Detail: "binary"}
	}
	raw = tidy(s)
	if !strings.ContainsFunc(raw, isWord) {
		return "", "", &manuscript.Refusal{Why: manuscript.NoText}
	}
	rows := 0
	for row := range strings.Lines(raw) {
		if rows++; rows > maxRows {
			return "", "", &manuscript.Refusal{Why: manuscript.TooLarge, Detail: fmt.Sprintf("line %d", rows), Limit: manuscript.Lines, Most: maxRows}
		}
		if len(row) > maxLine {
			return "", "", &manuscript.Refusal{Why: manuscript.TooLarge, Detail: fmt.Sprintf("line %d", rows), Limit: manuscript.LineLength, Most: maxLine, Line: rows}
		}
	}
	return raw, encoding, nil
}

// letters reads UTF-8 and UTF-16, with or without the mark at their beginning, and else
// Windows-1252, of which no byte is wrong.
func letters(data []byte) (s, guessed string, err error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data = data[3:]
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return wide(data[2:], binary.LittleEndian), "", nil
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return wide(data[2:], binary.BigEndian), "", nil
	case zeros(data, 1) > len(data)/5 && zeros(data, 0) == 0:
		return wide(data, binary.LittleEndian), "UTF-16", nil
	case zeros(data, 0) > len(data)/5 && zeros(data, 1) == 0:
		return wide(data, binary.BigEndian), "UTF-16", nil
	}
	if utf8.Valid(data) {
		return string(data), "", nil
	}
	if broken(data) {
		return "", "", &manuscript.Refusal{Why: manuscript.Damaged, Detail: "UTF-8"}
	}
	s, err = charmap.Windows1252.NewDecoder().String(string(data))
	return s, windows, err
}

// wide reads UTF-16. Half a unit at the end is a sign of damage.
func wide(data []byte, order binary.ByteOrder) string {
	units := make([]uint16, 0, len(data)/2+1)
	for ; len(data) > 1; data = data[2:] {
		units = append(units, order.Uint16(data))
	}
	if len(data) == 1 {
		units = append(units, utf8.RuneError)
	}
	return string(utf16.Decode(units))
}

// zeros counts bytes of zero at even places, or at odd ones.
func zeros(data []byte, from int) int {
	n := 0
	for i := from; i < len(data); i += 2 {
		if data[i] == 0 {
			n++
		}
	}
	return n
}

// broken tells of UTF-8 with damage here and there, rather than of another encoding.
func broken(data []byte) bool {
	good, bad := 0, 0
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
		case size > 1:
			good++
		}
		data = data[size:]
	}
	return good > 2*bad
}

// isBinary tells of what no text has: zero bytes, and many controls or letters that could not be read.
func isBinary(s string) bool {
	odd := 0
	for _, r := range s {
		switch {
		case r == 0:
			return true
		case r == utf8.RuneError || unicode.IsControl(r) && !unicode.IsSpace(r):
			odd++
		}
	}
	return odd > 3 && odd > len(s)/200
}
