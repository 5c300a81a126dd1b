package inspect

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"hash/crc32"
	"strings"
	"testing"

	"referat/generator/inspect/found"
)

// tagged is an entry of the metadata of a camera: a number and a text.
type tagged struct {
	tag  uint16
	kind uint16
	text string
}

// directory is one directory of metadata that lies at a place, with its values behind it and the place of the next.
func directory(at, next int, entries ...tagged) string {
	var head, values []byte
	head = binary.BigEndian.AppendUint16(head, uint16(len(entries)))
	behind := at + 2 + 12*len(entries) + 4
	for _, e := range entries {
		head = binary.BigEndian.AppendUint16(head, e.tag)
		head = binary.BigEndian.AppendUint16(head, e.kind)
		count := len(e.text)
		switch e.kind {
		case 3:
			count /= 2
		case 4:
			count /= 4
		}
		head = binary.BigEndian.AppendUint32(head, uint32(count))
		if len(e.text) <= 4 {
			head = append(head, (e.text + "\x00\x00\x00\x00")[:4]...)
			continue
		}
		head = binary.BigEndian.AppendUint32(head, uint32(behind+len(values)))
		values = append(values, e.text...)
	}
	head = binary.BigEndian.AppendUint32(head, uint32(next))
	return string(head) + string(values)
}

func four(n int) string { return string(binary.BigEndian.AppendUint32(nil, uint32(n))) }

// exifOf are metadata of a camera with one directory.
func exifOf(entries ...tagged) string { return "MM\x00*" + four(8) + directory(8, 0, entries...) }

// exifWithin are metadata with a directory that an entry of the first leads to.
func exifWithin(tag uint16, entries ...tagged) string {
	const second = 8 + 2 + 12 + 4
	return "MM\x00*" + four(8) + directory(8, 0, tagged{tag, 4, four(second)}) + directory(second, 0, entries...)
}

func segment(mark byte, body string) string {
	return "\xFF" + string([]byte{mark}) + string(binary.BigEndian.AppendUint16(nil, uint16(len(body)+2))) + body
}

// jpeg is a picture with pieces before its points.
func jpeg(pieces ...string) string {
	return "\xFF\xD8" + segment(0xE0, "JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00") + strings.Join(pieces, "") + segment(0xDB, strings.Repeat("\x01", 65)) +
		segment(0xDA, "\x01\x01\x00\x00\x3F\x00") + "\x12\xFF\x00\x34\xFF\xD0\x56" + "\xFF\xD9"
}

func chunk(name, body string) string {
	sum := crc32.ChecksumIEEE([]byte(name + body))
	return four(len(body)) + name + body + four(int(sum))
}

func png(pieces ...string) string {
	return "\x89PNG\r\n\x1A\n" + chunk("IHDR", "\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00") + strings.Join(pieces, "") +
		chunk("IDAT", packed("\x00\x00")) + chunk("IEND", "")
}

func packed(text string) string {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	z.Write([]byte(text))
	z.Close()
	return b.String()
}

func gif(pieces ...string) string {
	return "GIF89a\x01\x00\x01\x00\x80\x00\x00" + "\x00\x00\x00\xFF\xFF\xFF" + strings.Join(pieces, "") + "\x2C\x00\x00\x00\x00\x01\x00\x01\x00\x00" + "\x02\x02\x44\x01\x00" + "\x3B"
}

func webp(pieces ...string) string {
	all := riff("VP8L", "\x2F\x00\x00\x00\x00") + strings.Join(pieces, "")
	return "RIFF" + string(binary.LittleEndian.AppendUint32(nil, uint32(len(all)+4))) + "WEBP" + all
}

func riff(name, body string) string {
	s := name + string(binary.LittleEndian.AppendUint32(nil, uint32(len(body)))) + body
	return s + strings.Repeat("\x00", len(body)%2)
}

func xmpOf(inside string) string {
	return `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		`<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">` + inside + `</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`
}

// press is a record of the press, in what Photoshop keeps.
func press(number byte, text string) string {
	record := "\x1C\x02" + string([]byte{number}) + string(binary.BigEndian.AppendUint16(nil, uint16(len(text)))) + text
	return "8BIM\x04\x04\x00\x00" + four(len(record)) + record + strings.Repeat("\x00", len(record)%2)
}

func TestANumberIsFoundWhereverAPictureHidesIt(t *testing.T) {
	n := planted
	wide := strings.Join(strings.Split(n, ""), "\x00") + "\x00"
	app1 := func(exif string) string { return jpeg(segment(0xE1, "Exif\x00\x00"+exif)) }
	author := tagged{0x013B, 2, n + "\x00"}
	creator := xmpOf("<dc:creator><rdf:Seq><rdf:li>" + n + "</rdf:li></rdf:Seq></dc:creator>")
	for _, c := range []struct {
		name, file, data, path string
		traces                 []found.TraceKind
	}{
		{"JPEG, photographer", "a.jpg", app1(exifOf(author)), "#exif", kinds(found.Author)},
		{"JPEG, description", "a.jpg", app1(exifOf(tagged{0x010E, 2, n})), "#exif", kinds(found.ImageText)},
		{"JPEG, camera", "a.jpg", app1(exifOf(tagged{0x0110, 2, n})), "#exif", kinds(found.Camera)},
		{"JPEG, when", "a.jpg", app1(exifOf(tagged{0x0132, 2, n})), "#exif", kinds(found.Captured)},
		{"JPEG, remark of Windows", "a.jpg", app1(exifOf(tagged{0x9C9C, 1, wide})), "#exif", kinds(found.ImageText)},
		{"JPEG, remark of the camera", "a.jpg", app1(exifWithin(0x8769, tagged{0x9286, 7, "ASCII\x00\x00\x00" + n})), "#exif", kinds(found.ImageText)},
		{"JPEG, note of the maker", "a.jpg", app1(exifWithin(0x8769, tagged{0x927C, 7, "\x01\x02" + n})), "#exif", kinds(found.Camera)},
		{"JPEG, position", "a.jpg", app1(exifWithin(0x8825, tagged{0, 1, "\x02\x03\x00\x00"}, tagged{0x1D, 2, n})), "#exif", kinds(found.Position)},
		{"JPEG, XMP", "a.jpg", jpeg(segment(0xE1, "http://ns.adobe.com/xap/1.0/\x00"+creator)), "#xmp", kinds(found.Author)},
		{"JPEG, long XMP", "a.jpg", jpeg(segment(0xE1, "http://ns.adobe.com/xmp/extension/\x00"+strings.Repeat("A", 40)+creator[:300]), segment(0xE1, "http://ns.adobe.com/xmp/extension/\x00"+strings.Repeat("A", 40)+creator[300:])), "#xmp", kinds(found.Author)},
		{"JPEG, XMP, position", "a.jpg", jpeg(segment(0xE1, "http://ns.adobe.com/xap/1.0/\x00"+xmpOf("<exif:GPSLatitude>"+n+"</exif:GPSLatitude>"))), "#xmp", kinds(found.Position)},
		{"JPEG, press", "a.jpg", jpeg(segment(0xED, "Photoshop 3.0\x00"+press(120, n))), "#iptc", kinds(found.ImageText)},
		{"JPEG, remark", "a.jpg", jpeg(segment(0xFE, n)), "#remark", kinds(found.ImageText)},
		{"PNG, text", "a.png", png(chunk("tEXt", "Comment\x00"+n)), "#remark", kinds(found.ImageText)},
		{"PNG, author", "a.png", png(chunk("tEXt", "Author\x00"+n)), "#remark", kinds(found.Author)},
		{"PNG, copyright", "a.png", png(chunk("tEXt", "Copyright\x00"+n)), "#remark", kinds(found.Author)},
		{"PNG, packed text", "a.png", png(chunk("zTXt", "Comment\x00\x00"+packed(n))), "#remark", kinds(found.ImageText)},
		{"PNG, text in a language", "a.png", png(chunk("iTXt", "Title\x00\x00\x00da\x00Titel\x00"+n)), "#remark", kinds(found.ImageText)},
		{"PNG, packed text in a language", "a.png", png(chunk("iTXt", "Title\x00\x01\x00da\x00Titel\x00"+packed(n))), "#remark", kinds(found.ImageText)},
		{"PNG, XMP", "a.png", png(chunk("iTXt", "XML:com.adobe.xmp\x00\x00\x00\x00\x00"+creator)), "#xmp", kinds(found.Author)},
		{"PNG, EXIF", "a.png", png(chunk("eXIf", exifOf(author))), "#exif", kinds(found.Author)},
		{"PNG, EXIF of ImageMagick", "a.png", png(chunk("tEXt", "Raw profile type exif\x00\nexif\n  10\n"+hex.EncodeToString([]byte("Exif\x00\x00"+exifOf(author))))), "#exif", kinds(found.Author)},
		{"GIF, remark", "a.gif", gif("\x21\xFE" + string([]byte{byte(len(n))}) + n + "\x00"), "#remark", kinds(found.ImageText)},
		{"WebP, EXIF", "a.webp", webp(riff("EXIF", exifOf(author))), "#exif", kinds(found.Author)},
		{"WebP, XMP", "a.webp", webp(riff("XMP ", creator)), "#xmp", kinds(found.Author)},
		{"TIFF, photographer", "a.tif", exifOf(author), "#exif", kinds(found.Author)},
		{"TIFF, beside all", "a.tif", exifOf(tagged{0x0103, 3, "\x00\x01"}) + n, "#letters", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := look(c.file, []byte(c.data))
			l.checkFound(t, c.path)
			l.checkUnread(t)
			l.checkTraces(t, c.traces...)
			if s := fmt.Sprint(l.Report); strings.Contains(s, n[5:]) {
				t.Error("the report holds the number")
			}
		})
	}
}

func TestTheSmallPictureInAPictureIsRead(t *testing.T) {
	small := jpeg(segment(0xFE, planted))
	second := 8 + 2 + 4
	at := second + 2 + 2*12 + 4
	exif := "MM\x00*" + four(8) + directory(8, second) + directory(second, 0, tagged{0x0201, 4, four(at)}, tagged{0x0202, 4, four(len(small))}) + small
	l := look("a.jpg", []byte(jpeg(segment(0xE1, "Exif\x00\x00"+exif))))
	l.checkFound(t, "#smaller#remark")
	l.checkTraces(t, found.Thumbnail, found.ImageText)
}

func TestPicturesWithoutTracesHaveNone(t *testing.T) {
	for name, data := range map[string]string{
		"a.jpg": jpeg(segment(0xE2, "ICC_PROFILE\x00\x01\x01sRGB IEC61966-2.1")), "a.png": png(chunk("pHYs", "\x00\x00\x0B\x13\x00\x00\x0B\x13\x01")),
		"a.gif": gif("\x21\xFF\x0BNETSCAPE2.0\x03\x01\x00\x00\x00"), "a.webp": webp(), "a.tif": exifOf(tagged{0x0112, 3, "\x00\x01"}),
		"a.bmp": "BM\x1E\x00\x00\x00\x00\x00\x00\x00\x1A\x00\x00\x00\x0C\x00\x00\x00\x01\x00\x01\x00\x01\x00\x18\x00\x00\x00\x00\x00",
	} {
		l := look(name, []byte(data))
		l.checkTraces(t)
		l.checkUnread(t)
		if len(l.Parts) != 1 || l.Parts[0].Kind != found.Picture {
			t.Errorf("%s: parts are %v", name, l.Parts)
		}
	}
}

func TestThatACameraCanTellAPositionIsNone(t *testing.T) {
	l := look("a.jpg", []byte(jpeg(segment(0xE1, "Exif\x00\x00"+exifWithin(0x8825, tagged{0, 1, "\x02\x03\x00\x00"})))))
	l.checkTraces(t)
	l.checkUnread(t)
}

func TestARemarkBetweenTheScansOfAPictureIsRead(t *testing.T) {
	scan := segment(0xDA, "\x01\x01\x00\x00\x3F\x00") + "\x12\xFF\x00"
	look("a.jpg", []byte(jpeg(scan, segment(0xFE, planted), segment(0xC4, "\x00"), scan))).checkFound(t, "#remark")
}

func TestAPictureWhoseLastPieceIsMissingHidesNothing(t *testing.T) {
	whole := png(chunk("tEXt", "Author\x00"+planted))
	l := look("a.png", []byte(strings.TrimSuffix(whole, chunk("IEND", ""))))
	l.checkFound(t, "#remark")
	l.checkUnread(t)
}

func TestWhatFollowsAPictureIsReported(t *testing.T) {
	for name, data := range map[string]string{"a.jpg": jpeg(), "a.png": png(), "a.gif": gif(), "a.webp": webp()} {
		look(name, []byte(data+"PK skjult")).checkUnread(t, notRead("", found.Between))
		look(name, []byte(data+"\x00\x00")).checkUnread(t)
		look(name, []byte(data[:len(data)-3])).checkUnread(t, notRead("", found.Damaged))
	}
}

func TestPiecesOfPicturesThatNobodyKnowsAreReported(t *testing.T) {
	for name, data := range map[string]string{
		"a.jpg": jpeg(segment(0xE7, "abc")), "a.png": png(chunk("mkBT", "abc")), "a.gif": gif("\x21\xFF\x0BHEMMELIG1.0\x03abc\x00"), "a.webp": webp(riff("ABCD", "abc")),
	} {
		look(name, []byte(data)).checkUnread(t, notRead("", found.UnknownKind))
	}
}

func TestThePointsOfAPictureAreNoLetters(t *testing.T) {
	points := planted
	at := 8 + 2 + 2*12 + 4
	l := look("a.tif", []byte("MM\x00*"+four(8)+directory(8, 0, tagged{0x0111, 4, four(at)}, tagged{0x0117, 4, four(len(points))})+points))
	for path, words := range l.words {
		if strings.Contains(words, planted) {
			t.Errorf("points are words of %q", path)
		}
	}
}
