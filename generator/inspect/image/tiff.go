package image

import (
	"bytes"
	"encoding/binary"

	"referat/generator/inspect/found"
	"referat/generator/inspect/letters"
)

// Where the points of a picture are: in strips or in tiles.
const (
	tagStrips     = 0x0111
	tagStripSizes = 0x0117
	tagTiles      = 0x0144
	tagTileSizes  = 0x0145
)

// ReadTIFF reads a picture of TIFF, whose directories are those of the metadata of cameras. What else lies between its points is read
// as far as it is letters.
func ReadTIFF(data []byte, in *found.Into) {
	in.Part("", found.Picture, len(data))
	s := see(data, in)
	s.exif(data, 0)
	s.readShop()
	in.Words("#letters", letters.In(withoutPoints(data)))
}

// withoutPoints is a file without the points of its pictures, of which some are letters by chance.
func withoutPoints(data []byte) []byte {
	left := mostRead(data)
	t, at, is := openTIFF(data, &left)
	if !is {
		return data
	}
	rest := bytes.Clone(data)
	for at != 0 {
		entries, next, _ := t.directory(at)
		values := map[uint16][]uint32{}
		for _, e := range entries {
			switch e.tag {
			case tagStrips, tagStripSizes, tagTiles, tagTileSizes:
				values[e.tag] = t.numbers(e)
			}
		}
		blank(rest, values[tagStrips], values[tagStripSizes], &left)
		blank(rest, values[tagTiles], values[tagTileSizes], &left)
		at = next
	}
	return rest
}

// blank writes zeros over the bytes at some places, as long as there are some left.
func blank(data []byte, at, sizes []uint32, left *int64) {
	for i := range min(len(at), len(sizes)) {
		if *left -= int64(sizes[i]); *left < 0 {
			return
		}
		from := min(int64(at[i]), int64(len(data)))
		clear(data[from:min(from+int64(sizes[i]), int64(len(data)))])
	}
}

// ReadBMP reads a picture of BMP, which says nothing but what it shows.
func ReadBMP(data []byte, in *found.Into) {
	const head = 26
	in.Part("", found.Picture, len(data))
	switch {
	case len(data) < head:
		in.Unread("", found.Damaged)
	case int64(binary.LittleEndian.Uint32(data[2:])) != int64(len(data)):
		in.Unread("", found.Between)
	}
}
