package image

import (
	"encoding/binary"

	"referat/generator/inspect/found"
	"referat/generator/inspect/letters"
	"referat/generator/inspect/xmp"
)

// What numbers of the metadata of cameras (EXIF) mean that lead to others, or to formats of their own.
const (
	tagExif      = 0x8769
	tagPosition  = 0x8825
	tagOther     = 0xA005
	tagPictures  = 0x014A
	tagXMP       = 0x02BC
	tagIPTC      = 0x83BB
	tagShop      = 0x8649
	tagColours   = 0x8773
	tagSmallAt   = 0x0201 // where a smaller picture is
	tagSmallSize = 0x0202
)

// tags are what the metadata of cameras tell of.
var tags = map[uint16]found.TraceKind{
	0x010E: found.ImageText, 0x9286: found.ImageText, 0x9C9B: found.ImageText, 0x9C9C: found.ImageText, 0x9C9E: found.ImageText, 0x9C9F: found.ImageText,
	0x010F: found.Camera, 0x0110: found.Camera, 0x013C: found.Camera, 0x927C: found.Camera, 0xA420: found.Camera, 0xA431: found.Camera,
	0xA433: found.Camera, 0xA434: found.Camera, 0xA435: found.Camera,
	0x0132: found.Captured, 0x9003: found.Captured, 0x9004: found.Captured,
	0x013B: found.Author, 0x8298: found.Author, 0x9C9D: found.Author, 0xA430: found.Author,
}

// tiff is a file of TIFF, of which the metadata of cameras have the form.
type tiff struct {
	data  []byte
	order binary.ByteOrder
	done  map[uint32]bool // directories that have been read
	left  *int64          // how many bytes may still be read, of values that may share bytes
}

// entry is one of a directory.
type entry struct {
	tag, kind uint16
	value     []byte
	at        int // where the entry stands
}

// sizes are how many bytes a value of a kind has.
var sizes = [...]int{0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4}

const (
	maxDirectories = 500
	entryLength    = 12
)

// openTIFF reads the head of a file; where its first directory is.
func openTIFF(data []byte, left *int64) (t *tiff, first uint32, is bool) {
	const head = 8
	if len(data) < head {
		return nil, 0, false
	}
	t = &tiff{data: data, done: map[uint32]bool{}, left: left}
	switch string(data[:2]) {
	case "II":
		t.order = binary.LittleEndian
	case "MM":
		t.order = binary.BigEndian
	default:
		return nil, 0, false
	}
	const plain = 42
	return t, t.order.Uint32(data[4:]), t.order.Uint16(data[2:]) == plain
}

// directory is the entries of a directory, and where the next one is. It is not well when entries are missing or lie outside the file.
func (t *tiff) directory(at uint32) (entries []entry, next uint32, well bool) {
	if int(at) > len(t.data) || t.done[at] || len(t.done) >= maxDirectories || int64(at)+2 > int64(len(t.data)) {
		return nil, 0, false
	}
	t.done[at] = true
	n := int(t.order.Uint16(t.data[at:]))
	start := int(at) + 2
	well = true
	for i := range n {
		place := start + i*entryLength
		if place+entryLength > len(t.data) {
			return entries, 0, false
		}
		e := entry{tag: t.order.Uint16(t.data[place:]), kind: t.order.Uint16(t.data[place+2:]), at: place}
		var fits bool
		e.value, fits = t.value(place, e.kind)
		well = well && fits
		if fits {
			entries = append(entries, e)
		}
	}
	if end := start + n*entryLength; end+4 <= len(t.data) {
		next = t.order.Uint32(t.data[end:])
	}
	return entries, next, well
}

// value is that of the entry at a place.
func (t *tiff) value(place int, kind uint16) ([]byte, bool) {
	if int(kind) >= len(sizes) {
		return nil, false
	}
	length := int64(t.order.Uint32(t.data[place+4:])) * int64(sizes[kind])
	if *t.left -= length + entryLength; *t.left < 0 {
		return nil, false
	}
	from := int64(place + 8)
	if length > 4 {
		from = int64(t.order.Uint32(t.data[place+8:]))
	}
	if from+length > int64(len(t.data)) {
		return nil, false
	}
	return t.data[from : from+length], true
}

// numbers are those of a value.
func (t *tiff) numbers(e entry) (all []uint32) {
	switch sizes[e.kind] {
	case 4:
		for v := e.value; len(v) >= 4; v = v[4:] {
			all = append(all, t.order.Uint32(v))
		}
	case 2:
		for v := e.value; len(v) >= 2; v = v[2:] {
			all = append(all, uint32(t.order.Uint16(v)))
		}
	}
	return all
}

// number is the first number of a value.
func (t *tiff) number(e entry) uint32 {
	if all := t.numbers(e); len(all) > 0 {
		return all[0]
	}
	return 0
}

// exif reads the metadata of a camera, which may stand in those of another picture.
func (s *seen) exif(data []byte, first uint32) {
	t, start, is := openTIFF(data, &s.left)
	if !is {
		s.letters("#exif", data)
		s.in.Unread("", found.Damaged)
		return
	}
	if first == 0 {
		first = start
	}
	for at, i := first, 0; at != 0; i++ {
		entries, next, well := t.directory(at)
		if !well {
			s.letters("#exif", data)
			s.in.Unread("", found.Damaged)
		}
		s.directory(t, entries)
		s.smaller(t, entries, i)
		at = next
	}
}

// directory reads the entries of a directory, and the directories that they lead to.
func (s *seen) directory(t *tiff, entries []entry) {
	for _, e := range entries {
		kind, tells := tags[e.tag]
		switch {
		case e.tag == tagExif, e.tag == tagOther, e.tag == tagPictures:
			s.inner(t, e)
		case e.tag == tagPosition:
			s.position(t, e)
		case e.tag == tagXMP:
			xmp.Read(e.value, s.in, "#xmp", xmp.Picture)
		case e.tag == tagIPTC:
			s.iptc(e.value)
		case e.tag == tagShop:
			s.shop = append(s.shop, e.value...)
		case tells && !isBlank(e.value):
			s.in.Trace(kind, "")
			s.entry(e)
		default:
			s.entry(e)
		}
	}
}

// inner reads the directories that an entry leads to.
func (s *seen) inner(t *tiff, e entry) {
	for value := e.value; len(value) >= 4; value = value[4:] {
		entries, _, well := t.directory(t.order.Uint32(value))
		if !well {
			s.in.Unread("", found.Damaged)
		}
		s.directory(t, entries)
	}
}

// position reports where a picture was taken; only which version of the format that would be said in is no place.
func (s *seen) position(t *tiff, e entry) {
	entries, _, _ := t.directory(t.number(e))
	for _, e := range entries {
		const version = 0
		if s.entry(e); e.tag != version {
			s.in.Trace(found.Position, "")
		}
	}
}

// smaller reads the small picture that cameras keep beside the large one, which shows what somebody may have cut off that.
// Of a chain of directories, the second has it.
func (s *seen) smaller(t *tiff, entries []entry, nth int) {
	var at, size uint32
	for _, e := range entries {
		switch e.tag {
		case tagSmallAt:
			at = t.number(e)
		case tagSmallSize:
			size = t.number(e)
		}
	}
	if at == 0 || size == 0 {
		return
	}
	s.in.Trace(found.Thumbnail, "")
	end := int64(at) + int64(size)
	if end > int64(len(t.data)) || nth != 1 {
		s.in.Unread("", found.Damaged)
		return
	}
	s.in.File("#smaller", t.data[at:end])
}

// entry gives the words of an entry.
func (s *seen) entry(e entry) {
	const (
		bytes     = 1
		text      = 2
		anything  = 7
		shortest  = 4
		firstWide = 0x9C9B
		lastWide  = 0x9C9F
	)
	switch {
	case e.tag >= firstWide && e.tag <= lastWide:
		s.in.Words("#exif", letters.Wide(e.value))
	case len(e.value) > shortest && (e.kind == bytes || e.kind == text || e.kind == anything):
		s.letters("#exif", e.value)
	}
}

func (s *seen) letters(place string, data []byte) { s.in.Words(place, letters.In(data)) }

func isBlank(value []byte) bool {
	for _, b := range value {
		if b != 0 && b != ' ' {
			return false
		}
	}
	return true
}
