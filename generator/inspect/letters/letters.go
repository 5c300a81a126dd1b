// Package letters finds pieces of text in bytes that are no text: the settings of a printer, a certificate, a record of a picture. It
// also reads letters of two bytes each, wherever they stand.
//
// It promises that letters of the Latin script, digits and signs are found, one or two bytes each, where four of them
// stand together. It knows no format.
package letters

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// least is how many letters make a piece of text.
const least = 4

// In is every piece of text in bytes, a line of each.
func In(data []byte) string {
	var s strings.Builder
	narrow(&s, data)
	wide(&s, data)
	wide(&s, data[min(1, len(data)):])
	return s.String()
}

// narrow finds text in UTF-8; other letters of one byte are taken for those of Western Europe.
func narrow(s *strings.Builder, data []byte) {
	var piece []rune
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		if r == utf8.RuneError {
			r = rune(data[0])
		}
		data = data[size:]
		piece = add(s, piece, r)
	}
	add(s, piece, 0)
}

// wide finds text in UTF-16.
func wide(s *strings.Builder, data []byte) {
	var piece []rune
	for ; len(data) > 1; data = data[2:] {
		piece = add(s, piece, rune(binary.LittleEndian.Uint16(data)))
	}
	add(s, piece, 0)
}

// add adds a letter to a piece of text, which ends where a sign is none.
func add(s *strings.Builder, piece []rune, r rune) []rune {
	if isLetter(r) {
		return append(piece, r)
	}
	if len(piece) >= least {
		s.WriteString(string(piece))
		s.WriteByte('\n')
	}
	return piece[:0]
}

func isLetter(r rune) bool {
	const afterLatin = 0x250
	return r >= ' ' && r < 0x7F || r >= 0xA0 && r < afterLatin || r >= 0x2010 && r <= 0x2015 || r == 0x20AC
}

// Wide is a text of two bytes a letter, the lower first.
func Wide(data []byte) string { return string(wideRunes(data, binary.LittleEndian)) }

// FromUTF16 makes UTF-8 of UTF-16 with its mark, the other encoding that every reader of XML knows. Other bytes stay as they are, but
// for the mark of UTF-8.
func FromUTF16(data []byte) []byte {
	switch {
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		return []byte(string(wideRunes(data[2:], binary.LittleEndian)))
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return []byte(string(wideRunes(data[2:], binary.BigEndian)))
	}
	return bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
}

func wideRunes(data []byte, order binary.ByteOrder) []rune {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	return utf16.Decode(units)
}
