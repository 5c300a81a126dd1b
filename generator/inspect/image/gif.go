package image

import (
	"bytes"

	"referat/generator/inspect/found"
	"referat/generator/inspect/xmp"
)

// What blocks of a GIF begin with.
const (
	gifImage     = 0x2C
	gifMore      = 0x21
	gifEnd       = 0x3B
	gifControl   = 0xF9
	gifRemark    = 0xFE
	gifLetters   = 0x01
	gifByProgram = 0xFF
)

// gifPieces parts a GIF: head, blocks, end.
func gifPieces(data []byte) (pieces []piece, whole bool) {
	const head = 13
	if len(data) < head {
		return nil, false
	}
	at := head + colours(data[10])
	for at < len(data) {
		if len(pieces) == 0 {
			pieces = append(pieces, piece{name: "start", whole: data[:at], keep: true})
		}
		var p piece
		switch data[at] {
		case gifEnd:
			pieces = append(pieces, piece{name: "end", whole: data[at : at+1], keep: true})
			return append(pieces, piece{name: rest, whole: data[at+1:]}), true
		case gifImage:
			p = gifPicture(data[at:])
		case gifMore:
			p = gifExtension(data[at:])
		}
		if len(p.whole) == 0 {
			return pieces, false
		}
		pieces = append(pieces, p)
		at += len(p.whole)
	}
	return pieces, false
}

// colours is how many bytes the table of colours has that flags tell of.
func colours(flags byte) int {
	if flags&0x80 == 0 {
		return 0
	}
	return 3 << (flags&7 + 1)
}

// gifPicture is a picture at the beginning of data; nothing where it is cut short.
func gifPicture(data []byte) piece {
	const head = 10
	if len(data) < head {
		return piece{}
	}
	from := head + colours(data[head-1]) + 1
	_, end := gifBlocks(data, from)
	return piece{name: "image", whole: data[:end], keep: true}
}

// gifExtension is a block at the beginning of data that says more than a picture.
func gifExtension(data []byte) piece {
	const head = 2
	if len(data) < head {
		return piece{}
	}
	body, end := gifBlocks(data, head)
	p := piece{whole: data[:end], body: body}
	switch data[1] {
	case gifControl:
		p.name, p.keep = "control", true
	case gifRemark, gifLetters:
		p.name = "remark"
	case gifByProgram:
		p.name = "program"
		p.keep = drawsGIF(body)
	default:
		p.name = "block"
	}
	return p
}

// drawsGIF tells whether a block of a program says only how the picture is shown: how often, in which colours and size.
func drawsGIF(body []byte) bool {
	for _, program := range []string{"NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012", "STARDIV 5.0"} {
		if bytes.HasPrefix(body, []byte(program)) {
			return true
		}
	}
	return false
}

// gifBlocks joins the blocks that begin at a place; end is 0 where they do not end.
func gifBlocks(data []byte, at int) (body []byte, end int) {
	for at < len(data) {
		length := int(data[at])
		if at++; length == 0 {
			return body, at
		}
		if at+length > len(data) {
			break
		}
		body = append(body, data[at:at+length]...)
		at += length
	}
	return nil, 0
}

func seeGIF(s *seen, p piece) {
	const program = "XMP DataXMP"
	switch {
	case p.keep:
		if p.name == "control" || p.name == "program" {
			s.letters("#"+p.name, p.body)
		}
	case p.name == "remark":
		s.in.Trace(found.ImageText, "")
		s.letters("#remark", p.body)
	case bytes.HasPrefix(p.body, []byte(program)) || bytes.Contains(p.whole, []byte(program)):
		s.gifXMP(p.whole)
	default:
		s.unknown(p)
	}
}

// gifXMP reads metadata that are not parted into blocks: a trail of numbers after them leads readers of blocks to their end.
func (s *seen) gifXMP(whole []byte) {
	const trail = 258
	from := bytes.IndexByte(whole, '<')
	if to := len(whole) - trail; from >= 0 && to > from {
		xmp.Read(whole[from:to], s.in, "#xmp", xmp.Picture)
		return
	}
	s.unknown(piece{name: "xmp", body: whole})
}
