package image

import (
	"bytes"
	"encoding/binary"
	"fmt"

	"referat/generator/inspect/found"
	"referat/generator/inspect/xmp"
)

// What pieces of a JPEG begin with that say more than the picture.
const (
	exifHead     = "Exif\x00"
	xmpHead      = "http://ns.adobe.com/xap/1.0/\x00"
	extendedHead = "http://ns.adobe.com/xmp/extension/\x00"
	shopHead     = "Photoshop 3.0\x00"
)

const (
	firstApp = 0xE0
	lastApp  = 0xEF
	remark   = 0xFE
	endMark  = 0xD9
	scanMark = 0xDA
)

// jpegPieces parts a JPEG: marks with what belongs to them, up to the end of the picture.
func jpegPieces(data []byte) (pieces []piece, whole bool) {
	at := 2
	if len(data) < at {
		return nil, false
	}
	pieces = append(pieces, piece{name: "start", whole: data[:at], keep: true})
	for at+1 < len(data) {
		if data[at] != 0xFF {
			return pieces, false
		}
		mark := data[at+1]
		switch {
		case mark == 0xFF: // fills
			pieces = append(pieces, piece{name: "fill", whole: data[at : at+1], keep: true})
			at++
			continue
		case mark == endMark:
			pieces = append(pieces, piece{name: "end", whole: data[at : at+2], keep: true})
			return append(pieces, piece{name: rest, whole: data[at+2:]}), true
		case mark == 0x01, mark >= 0xD0 && mark <= 0xD7:
			pieces = append(pieces, piece{name: "mark", whole: data[at : at+2], keep: true})
			at += 2
			continue
		}
		if at+4 > len(data) {
			return pieces, false
		}
		length := int(binary.BigEndian.Uint16(data[at+2:]))
		end := at + 2 + length
		if length < 2 || end > len(data) {
			return pieces, false
		}
		body := data[at+4 : end]
		if mark == scanMark {
			end = endOfScan(data, end)
		}
		pieces = append(pieces, jpegPiece(mark, data[at:end], body))
		at = end
	}
	return pieces, false
}

func jpegPiece(mark byte, whole, body []byte) piece {
	p := piece{name: fmt.Sprintf("%02X", mark), whole: whole, body: body, keep: true}
	switch {
	case mark >= firstApp && mark <= lastApp:
		p.name = fmt.Sprintf("APP%d", mark-firstApp)
		p.keep = drawsJPEG(p)
	case mark == remark:
		p.name, p.keep = "COM", false
	}
	return p
}

// endOfScan is where the points of a picture end that begin at a place.
func endOfScan(data []byte, at int) int {
	for at+1 < len(data) {
		i := bytes.IndexByte(data[at:len(data)-1], 0xFF)
		if i < 0 {
			break
		}
		at += i
		if next := data[at+1]; next != 0 && (next < 0xD0 || next > 0xD7) && next != 0xFF {
			return at
		}
		at++
	}
	return len(data)
}

// drawsJPEG tells whether a program needs a piece to draw the picture as it is meant: which colours it has.
func drawsJPEG(p piece) bool {
	begins := func(s string) bool { return bytes.HasPrefix(p.body, []byte(s)) }
	const plainJFIF = 14 // bytes without a smaller picture
	return p.name == "APP0" && begins("JFIF\x00") && len(p.body) == plainJFIF || p.name == "APP2" && begins("ICC_PROFILE\x00") ||
		p.name == "APP14" && begins("Adobe")
}

func seeJPEG(s *seen, p piece) {
	begins := func(head string) bool { return bytes.HasPrefix(p.body, []byte(head)) }
	switch {
	case p.keep:
		if p.name == "APP2" {
			s.letters("#colours", p.body)
		}
	case p.name == "COM":
		s.in.Trace(found.ImageText, "")
		s.letters("#remark", p.body)
	case begins(exifHead):
		s.exif(bytes.TrimPrefix(p.body, []byte(exifHead+"\x00")), 0)
	case begins(xmpHead):
		xmp.Read(p.body[len(xmpHead):], s.in, "#xmp", xmp.Picture)
	case begins(extendedHead):
		const digestLengthPlace = 32 + 4 + 4
		if head := len(extendedHead) + digestLengthPlace; len(p.body) >= head {
			s.extended = append(s.extended, p.body[head:]...)
		}
	case begins(shopHead):
		s.shop = append(s.shop, p.body[len(shopHead):]...)
	case p.name == "APP0":
		s.in.Trace(found.Thumbnail, "")
	case p.name == "APP12" && begins("Ducky"), p.name == "APP2" && begins("MPF\x00"):
	default:
		s.unknown(p)
	}
}

// readExtended reads metadata that were too long for one piece.
func (s *seen) readExtended() {
	if len(s.extended) > 0 {
		xmp.Read(s.extended, s.in, "#xmp", xmp.Picture)
	}
}
