package drawing

import (
	"bytes"

	"referat/generator/inspect/found"
	"referat/generator/inspect/letters"
)

// What numbers of records of EMF mean that draw text or say something.
const (
	emfHeader    = 1
	emfEnd       = 14
	emfRemark    = 70
	emfTextA     = 83
	emfTextW     = 84
	emfManyA     = 96
	emfManyW     = 97
	emfSmallText = 108
	emfLast      = 122
)

// Of text: drawn by numbers of shapes; without a rectangle; one byte a letter.
const (
	byShapes = 0x10
	noFrame  = 0x100
	narrow   = 0x200
)

// IsEMF tells whether bytes are a drawing of EMF.
func IsEMF(data []byte) bool {
	r := record(data)
	mark, _ := r.from(40, 4)
	return r.four(0) == emfHeader && string(mark) == " EMF"
}

// ReadEMF reads a drawing of EMF.
func ReadEMF(data []byte, in *found.Into) {
	d := draw(data, in)
	at := 0
	ended := false
	for !ended {
		size := record(data[at:]).four(4)
		const least = 8
		if size < least || size > len(data)-at {
			in.Unread("", found.Damaged)
			break
		}
		r := record(data[at : at+size])
		kind := r.four(0)
		d.emf(kind, r)
		at += size
		ended = kind == emfEnd
	}
	if ended && len(bytes.Trim(data[at:], "\x00")) > 0 {
		in.Unread("", found.Between)
	}
	d.close(data)
}

func (d *drawn) emf(kind int, r record) {
	const firstText, perText = 36, 40
	switch {
	case kind == emfHeader:
		if title, is := r.from(r.four(64), 2*r.four(60)); is {
			d.text(letters.Wide(title))
		}
	case kind == emfTextA || kind == emfTextW:
		d.emfText(r, firstText, kind == emfTextW)
	case kind == emfManyA || kind == emfManyW:
		for at := firstText + 4; at+perText <= len(r); at += perText {
			d.emfText(r, at, kind == emfManyW)
		}
	case kind == emfSmallText:
		d.emfSmall(r)
	case kind == emfRemark:
		d.emfRemark(r)
	case kind > emfLast:
		d.in.Unread("", found.UnknownKind)
	}
}

// emfText reads a text that is described at a place of a record.
func (d *drawn) emfText(r record, at int, wide bool) {
	n, from, options := r.four(at+8), r.four(at+12), r.four(at+16)
	if n == 0 {
		return
	}
	if options&byShapes != 0 {
		d.shapes()
		return
	}
	d.letters(r, from, n, wide)
}

// letters reads n letters at a place.
func (d *drawn) letters(r record, from, n int, wide bool) {
	if wide {
		n *= 2
	}
	text, is := r.from(from, n)
	d.left -= n
	switch {
	case !is, d.left < 0:
		d.in.Unread("", found.Damaged)
	case wide:
		d.text(letters.Wide(text))
	default:
		d.text(western(text))
	}
}

func (d *drawn) emfSmall(r record) {
	n, options := r.four(16), r.four(20)
	from := 36
	if options&noFrame == 0 {
		from += 16
	}
	if options&byShapes != 0 {
		d.shapes()
		return
	}
	d.letters(r, from, n, options&narrow == 0)
}

// emfRemark reads a remark, which may be a drawing of the newer form, EMF+.
func (d *drawn) emfRemark(r record) {
	const head, little = 12, 64
	body, is := r.from(head, r.four(8))
	switch {
	case !is:
		d.in.Unread("", found.Damaged)
	case bytes.HasPrefix(body, []byte("EMF+")):
		d.plus(body[4:])
	default:
		d.text(letters.In(body))
		if len(body) > little {
			d.in.Unread("", found.UnknownKind)
		}
	}
}

// What numbers of records of EMF+ mean.
const (
	plusObject = 0x4008
	plusString = 0x401C
	plusDriver = 0x4036
)

// plus reads records of EMF+.
func (d *drawn) plus(data record) {
	const head = 12
	for len(data) >= head {
		size := data.four(4)
		if size < head || size > len(data) {
			d.in.Unread("", found.Damaged)
			return
		}
		body := data[head:size]
		switch flags := data.two(2); data.two(0) {
		case plusString:
			d.letters(body, 28, body.four(8), true)
		case plusDriver:
			const letterByLetter = 1
			if body.four(4)&letterByLetter == 0 {
				d.shapes()
			} else {
				d.letters(body, 16, body.four(12), true)
			}
		case plusObject:
			d.object(flags, body)
		}
		data = data[size:]
	}
}

// object reads a picture that a drawing has in it.
func (d *drawn) object(flags int, body record) {
	const (
		continued = 0x8000
		picture   = 5
		ofPoints  = 1
		packed    = 1
	)
	if flags>>8&0x7F != picture {
		return
	}
	switch {
	case flags&continued != 0:
		d.in.Unread("", found.UnknownKind)
	case body.four(4) != ofPoints:
		file, _ := body.from(16, len(body)-16)
		d.in.File("#inner", file)
	case body.four(24) == packed:
		file, _ := body.from(28, len(body)-28)
		d.in.File("#inner", file)
	}
}
