package image

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
)

var errDamaged = errors.New("the picture is damaged")

// CleanJPEG, CleanPNG, CleanGIF and CleanWebP are pictures without all that does not draw. Their points stay bit by bit; which way up
// the picture is to be shown stays, too.
func CleanJPEG(data []byte) ([]byte, error) {
	kept, turned, err := clean(data, jpegPieces, func(p piece) []byte {
		if p.name == "APP1" && bytes.HasPrefix(p.body, []byte(exifHead)) {
			return bytes.TrimPrefix(p.body, []byte(exifHead+"\x00"))
		}
		return nil
	})
	if err != nil || turned == nil {
		return kept, err
	}
	const start, app1, lengths = 2, "\xFF\xE1", 2
	body := append([]byte(exifHead+"\x00"), turned...)
	head := binary.BigEndian.AppendUint16([]byte(app1), uint16(len(body)+lengths))
	return bytes.Join([][]byte{kept[:start], head, body, kept[start:]}, nil), nil
}

// CleanPNG is a picture without all that does not draw.
func CleanPNG(data []byte) ([]byte, error) {
	kept, turned, err := clean(data, pngPieces, func(p piece) []byte {
		if p.name == "eXIf" {
			return p.body
		}
		return nil
	})
	if err != nil || turned == nil {
		return kept, err
	}
	const afterHead = 8 + 25 // the mark of the format, and its first piece, which is always as long
	if len(kept) < afterHead {
		return nil, errDamaged
	}
	named := append([]byte("eXIf"), turned...)
	whole := binary.BigEndian.AppendUint32(nil, uint32(len(turned)))
	whole = append(whole, named...)
	whole = binary.BigEndian.AppendUint32(whole, crc32.ChecksumIEEE(named))
	return bytes.Join([][]byte{kept[:afterHead], whole, kept[afterHead:]}, nil), nil
}

// CleanGIF is a picture without all that does not draw.
func CleanGIF(data []byte) ([]byte, error) {
	kept, _, err := clean(data, gifPieces, func(piece) []byte { return nil })
	return kept, err
}

// CleanWebP is a picture without all that does not draw. Its head says which pieces there are, and how long they are together.
func CleanWebP(data []byte) ([]byte, error) {
	kept, turned, err := clean(data, webpPieces, func(p piece) []byte {
		if p.name == "EXIF" {
			return bytes.TrimPrefix(p.body, []byte(exifHead+"\x00"))
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	const (
		flags       = webpHead + 8
		hasExif     = 0x08
		hasXMP      = 0x04
		lengthPlace = 4
		beforeCount = 8
	)
	if len(kept) > flags && string(kept[webpHead:webpHead+4]) == "VP8X" {
		kept[flags] &^= hasExif | hasXMP
		if turned != nil {
			kept[flags] |= hasExif
			kept = append(kept, "EXIF"...)
			kept = binary.LittleEndian.AppendUint32(kept, uint32(len(turned)))
			kept = append(kept, turned...)
		}
	}
	binary.LittleEndian.PutUint32(kept[lengthPlace:], uint32(len(kept)-beforeCount))
	return kept, nil
}

// clean joins the pieces of a picture that only draw. Turned are metadata that say which way up the picture is and nothing else; nil when
// that is as the points are.
func clean(data []byte, pieces func([]byte) ([]piece, bool), exif func(piece) []byte) (kept, turned []byte, err error) {
	all, whole := pieces(data)
	if !whole {
		return nil, nil, errDamaged
	}
	for _, p := range all {
		if p.keep {
			kept = append(kept, p.whole...)
		} else if metadata := exif(p); metadata != nil && turned == nil {
			turned = upright(metadata)
		}
	}
	return kept, turned, nil
}

// upright are metadata that say which way up a picture is, from those that say that among others.
func upright(metadata []byte) []byte {
	const (
		tagTurned  = 0x0112
		numberKind = 3
		asItIs     = 1
		most       = 8
	)
	left := mostRead(metadata)
	t, first, is := openTIFF(metadata, &left)
	if !is {
		return nil
	}
	entries, _, _ := t.directory(first)
	for _, e := range entries {
		if way := t.number(e); e.tag == tagTurned && way > asItIs && way <= most {
			b := []byte("MM\x00*\x00\x00\x00\x08\x00\x01")
			b = binary.BigEndian.AppendUint16(b, tagTurned)
			b = binary.BigEndian.AppendUint16(b, numberKind)
			b = binary.BigEndian.AppendUint32(b, 1)
			b = binary.BigEndian.AppendUint16(b, uint16(way))
			return append(b, "\x00\x00\x00\x00\x00\x00"...)
		}
	}
	return nil
}
