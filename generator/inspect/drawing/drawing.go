// Package drawing reads the letters of drawings: the formats of Windows for pictures made of strokes (WMF, EMF, EMF+), which Office keeps
// beside every chart and every embedded file, and which show what that showed when it was last saved.
//
// It promises that every text which such a file draws is given, or that it is reported: text is drawn by numbers of shapes, too, of which
// nobody can tell letters without the typeface. It draws nothing.
package drawing

import (
	"encoding/binary"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"referat/generator/inspect/found"
)

// drawn is a drawing while it is read.
type drawn struct {
	in     *found.Into
	texts  strings.Builder
	single bool   // the last text was a single letter
	inner  []byte // a drawing in remarks of this one
	left   int    // letters that may still be read, of texts that may share bytes
}

func draw(data []byte, in *found.Into) *drawn { return &drawn{in: in, left: 4 * len(data)} }

// text adds a text that is drawn. Letters that are drawn one by one are taken for a word.
func (d *drawn) text(s string) {
	single := utf8.RuneCountInString(s) == 1
	if d.texts.Len() > 0 && !(single && d.single) {
		d.texts.WriteByte('\n')
	}
	d.single = single
	d.texts.WriteString(s)
}

// shapes reports text that is drawn by numbers of shapes.
func (d *drawn) shapes() { d.in.Unread("", found.UnknownKind) }

func (d *drawn) close(data []byte) {
	d.in.Part("", found.Drawing, len(data))
	d.in.Words("", d.texts.String())
	if len(d.inner) > 0 {
		d.in.File("#inner", d.inner)
	}
}

// record is the bytes of a record. What lies outside it is nothing.
type record []byte

func (r record) four(at int) int {
	if at < 0 || at+4 > len(r) {
		return 0
	}
	return int(binary.LittleEndian.Uint32(r[at:]))
}

func (r record) two(at int) int {
	if at < 0 || at+2 > len(r) {
		return 0
	}
	return int(binary.LittleEndian.Uint16(r[at:]))
}

// from is n bytes from a place; it tells whether they are there.
func (r record) from(at, n int) ([]byte, bool) {
	if at < 0 || n < 0 || at > len(r) || n > len(r)-at {
		return nil, false
	}
	return r[at : at+n], true
}

// western is text of one byte a letter.
func western(data []byte) string {
	text, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return string(data)
	}
	return string(text)
}
