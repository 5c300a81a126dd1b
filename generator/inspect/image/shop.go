package image

import (
	"bytes"
	"encoding/binary"

	"referat/generator/inspect/found"
	"referat/generator/inspect/xmp"
)

// What numbers of the metadata of Photoshop mean.
const (
	shopIPTC       = 0x0404
	shopSmallOld   = 0x0409
	shopSmall      = 0x040C
	shopExif       = 0x0422
	shopXMP        = 0x0424
	shopResource   = "8BIM"
	shortestRecord = 12
)

// readShop reads the metadata of Photoshop, which may lead to more of their kind.
func (s *seen) readShop() {
	for len(s.shop) > 0 {
		data := s.shop
		s.shop = nil
		s.shopRecords(data)
	}
}

// shopRecords reads records with a number each.
func (s *seen) shopRecords(data []byte) {
	s.letters("#photoshop", data)
	for len(data) >= shortestRecord {
		if !bytes.HasPrefix(data, []byte(shopResource)) {
			s.in.Unread("", found.Damaged)
			return
		}
		number := binary.BigEndian.Uint16(data[4:])
		name := 1 + int(data[6])
		name += name % 2
		from := 6 + name + 4
		if from > len(data) {
			s.in.Unread("", found.Damaged)
			return
		}
		size := int64(binary.BigEndian.Uint32(data[from-4:]))
		if int64(from)+size > int64(len(data)) {
			s.in.Unread("", found.Damaged)
			return
		}
		body := data[from : from+int(size)]
		s.shopRecord(number, body)
		data = data[min(from+int(size+size%2), len(data)):]
	}
}

func (s *seen) shopRecord(number uint16, body []byte) {
	switch number {
	case shopIPTC:
		s.iptc(body)
	case shopSmall, shopSmallOld:
		s.in.Trace(found.Thumbnail, "")
	case shopExif:
		s.exif(body, 0)
	case shopXMP:
		xmp.Read(body, s.in, "#xmp", xmp.Picture)
	}
}

// press are what the records of the press (IPTC) tell of that it keeps on pictures.
var press = map[byte]found.TraceKind{
	5: found.ImageText, 25: found.ImageText, 40: found.ImageText, 105: found.ImageText, 116: found.Author, 120: found.ImageText,
	55: found.Captured, 60: found.Captured, 62: found.Captured, 63: found.Captured,
	80: found.Author, 85: found.Author, 110: found.Author, 115: found.Author, 118: found.Author, 122: found.Author,
	90: found.Position, 92: found.Position, 95: found.Position, 100: found.Position, 101: found.Position, 26: found.Position, 27: found.Position,
}

// iptc reads the records of the press.
func (s *seen) iptc(data []byte) {
	const (
		mark     = 0x1C
		head     = 5
		ofPeople = 2 // which set of records
	)
	s.letters("#iptc", data)
	for len(data) >= head && data[0] == mark {
		size := int(binary.BigEndian.Uint16(data[3:]))
		if head+size > len(data) {
			s.in.Unread("", found.Damaged)
			return
		}
		if kind, tells := press[data[2]]; tells && data[1] == ofPeople && size > 0 {
			s.in.Trace(kind, "")
		}
		data = data[head+size:]
	}
	if !isBlank(data) {
		s.in.Unread("", found.Damaged)
	}
}
