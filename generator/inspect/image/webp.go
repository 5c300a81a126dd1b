package image

import (
	"bytes"
	"encoding/binary"
	"strings"

	"referat/generator/inspect/xmp"
)

const webpHead = 12 // bytes: RIFF, the length of what follows, WEBP

// drawsWebP are the pieces of a WebP that only draw.
var drawsWebP = map[string]bool{"VP8": true, "VP8L": true, "VP8X": true, "ALPH": true, "ANIM": true, "ANMF": true, "ICCP": true}

// webpPieces parts a WebP: pieces that say their name and length.
func webpPieces(data []byte) (pieces []piece, whole bool) {
	if len(data) < webpHead {
		return nil, false
	}
	pieces = append(pieces, piece{name: "start", whole: data[:webpHead], keep: true})
	end := int(min(int64(len(data)), int64(binary.LittleEndian.Uint32(data[4:]))+8))
	at := webpHead
	const head = 8
	for at+head <= end {
		length := int64(binary.LittleEndian.Uint32(data[at+4:]))
		to := int64(at) + head + length + length%2
		if to > int64(end) {
			return pieces, false
		}
		name := strings.TrimSpace(string(data[at : at+4]))
		pieces = append(pieces, piece{name: name, whole: data[at:to], body: data[at+head : int64(at)+head+length], keep: drawsWebP[name]})
		at = int(to)
	}
	return append(pieces, piece{name: rest, whole: data[min(at, len(data)):]}), at == end
}

func seeWebP(s *seen, p piece) {
	switch {
	case p.name == "ICCP":
		s.letters("#colours", p.body)
	case p.keep:
	case p.name == "EXIF":
		s.exif(bytes.TrimPrefix(p.body, []byte(exifHead+"\x00")), 0)
	case p.name == "XMP":
		xmp.Read(p.body, s.in, "#xmp", xmp.Picture)
	default:
		s.unknown(p)
	}
}
