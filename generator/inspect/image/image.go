// Package image reads what pictures say beside what they show: who took them, where, when and with what; titles and remarks; smaller and
// earlier versions of themselves.
//
// It owns how files of JPEG, PNG, GIF, WebP, TIFF and BMP are made of pieces. It promises that every piece is either one that only draws,
// or has its words given, or is reported as unread, and so is whatever follows the end of the picture. What the
// picture shows is not read. Nothing is decoded, so that a picture costs no more than its bytes.
package image

import (
	"bytes"

	"referat/generator/inspect/found"
)

// piece is a run of bytes of a picture with a meaning of its own.
type piece struct {
	name  string // that the format gives it
	whole []byte // with what says its name and length
	body  []byte
	keep  bool // it only draws
}

// rest is the name of the piece that follows the end of a picture.
const rest = "rest"

// reader reads a format: the pieces of a file, and what one says.
type reader struct {
	pieces func(data []byte) (pieces []piece, whole bool)
	see    func(s *seen, p piece)
}

// seen is what has been seen of a picture.
type seen struct {
	in       *found.Into
	extended []byte // metadata of XMP that go over several pieces
	shop     []byte // those of Photoshop
	left     int64  // bytes of metadata that may still be read
}

// see begins to look at a picture.
func see(data []byte, in *found.Into) *seen { return &seen{in: in, left: mostRead(data)} }

// mostRead is how many bytes of metadata are read of a picture. Values may share bytes, but no camera lets them.
func mostRead(data []byte) int64 { return 4*int64(len(data)) + 1<<16 }

// ReadJPEG, ReadPNG, ReadGIF and ReadWebP read a picture.
func ReadJPEG(data []byte, in *found.Into) { read(data, in, reader{jpegPieces, seeJPEG}) }

// ReadPNG reads a picture.
func ReadPNG(data []byte, in *found.Into) { read(data, in, reader{pngPieces, seePNG}) }

// ReadGIF reads a picture.
func ReadGIF(data []byte, in *found.Into) { read(data, in, reader{gifPieces, seeGIF}) }

// ReadWebP reads a picture.
func ReadWebP(data []byte, in *found.Into) { read(data, in, reader{webpPieces, seeWebP}) }

func read(data []byte, in *found.Into, r reader) {
	pieces, whole := r.pieces(data)
	if !whole {
		in.Unread("", found.Damaged)
	}
	in.Part("", found.Picture, len(data))
	s := see(data, in)
	for _, p := range pieces {
		switch {
		case p.name == rest && len(bytes.Trim(p.whole, "\x00")) > 0:
			in.Unread("", found.Between)
		case p.name != rest:
			r.see(s, p)
		}
	}
	s.readExtended()
	s.readShop()
}

// unknown is a piece whose meaning is not known: what it has of letters is given, and that there may be more.
func (s *seen) unknown(p piece) {
	s.letters("#"+p.name, p.body)
	s.in.Unread("", found.UnknownKind)
}
