package drawing

import (
	"bytes"

	"referat/generator/inspect/found"
	"referat/generator/inspect/letters"
)

// What numbers of records of WMF mean that draw text or say something.
const (
	wmfEnd     = 0x0000
	wmfText    = 0x0521
	wmfLong    = 0x0A32
	wmfEscape  = 0x0626
	wmfRemark  = 0x000F // what an escape does
	wmfPlaced  = "\xD7\xCD\xC6\x9A"
	placedHead = 22
	wmfHead    = 18
)

// IsWMF tells whether bytes are a drawing of WMF.
func IsWMF(data []byte) bool {
	if bytes.HasPrefix(data, []byte(wmfPlaced)) {
		return true
	}
	r := record(data)
	const words = 9 // of the head
	kind, version := r.two(0), r.two(4)
	return len(data) >= wmfHead && (kind == 1 || kind == 2) && r.two(2) == words && (version == 0x0100 || version == 0x0300)
}

// ReadWMF reads a drawing of WMF.
func ReadWMF(data []byte, in *found.Into) {
	d := draw(data, in)
	at := wmfHead
	if bytes.HasPrefix(data, []byte(wmfPlaced)) {
		at += placedHead
	}
	ended := false
	for !ended {
		const least = 6
		size := 0
		if at+least <= len(data) {
			size = 2 * record(data[at:]).four(0)
		}
		if size < least || size > len(data)-at {
			in.Unread("", found.Damaged)
			break
		}
		r := record(data[at : at+size])
		d.wmf(r.two(4), r)
		at += size
		ended = r.two(4) == wmfEnd
	}
	if ended && len(bytes.Trim(data[at:], "\x00")) > 0 {
		in.Unread("", found.Between)
	}
	d.close(data)
}

func (d *drawn) wmf(kind int, r record) {
	const head, framed = 6, 6
	switch kind {
	case wmfText:
		d.letters(r, head+2, r.two(head), false)
	case wmfLong:
		options, from := r.two(head+6), head+8
		if options&framed != 0 {
			from += 8
		}
		if options&byShapes != 0 {
			d.shapes()
			return
		}
		d.letters(r, from, r.two(head+4), false)
	case wmfEscape:
		if body, is := r.from(head+4, r.two(head+2)); is && r.two(head) == wmfRemark {
			d.wmfRemark(body)
		}
	}
}

// wmfRemark reads a remark, which may be a piece of the same drawing as EMF.
func (d *drawn) wmfRemark(body record) {
	const piece, pieceHead, little = "WMFC", 34, 64
	switch {
	case bytes.HasPrefix(body, []byte(piece)) && len(body) >= pieceHead:
		d.inner = append(d.inner, body[pieceHead:]...)
	default:
		d.text(letters.In(body))
		if len(body) > little {
			d.in.Unread("", found.UnknownKind)
		}
	}
}

// ReadSVM reads a drawing of LibreOffice, which it keeps beside every object in a document. Text stands in it as letters.
func ReadSVM(data []byte, in *found.Into) {
	d := draw(data, in)
	d.text(letters.In(data))
	d.close(data)
}
