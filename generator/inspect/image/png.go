package image

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"encoding/hex"
	"io"
	"strings"

	"referat/generator/inspect/found"
	"referat/generator/inspect/xmp"
)

const pngHead = "\x89PNG\r\n\x1A\n"

// drawsPNG are the pieces of a PNG that only draw, or say how colours are meant.
var drawsPNG = map[string]bool{
	"IHDR": true, "PLTE": true, "IDAT": true, "IEND": true, "cHRM": true, "gAMA": true, "iCCP": true, "sBIT": true, "sRGB": true, "bKGD": true,
	"hIST": true, "tRNS": true, "pHYs": true, "acTL": true, "fcTL": true, "fdAT": true, "cICP": true, "mDCV": true, "cLLI": true, "iDOT": true,
	"oFFs": true, "sCAL": true,
}

// pngPieces parts a PNG: pieces that say their length and name.
func pngPieces(data []byte) (pieces []piece, whole bool) {
	const head, sum = 8, 4
	if !bytes.HasPrefix(data, []byte(pngHead)) {
		return nil, false
	}
	pieces = append(pieces, piece{name: "start", whole: data[:len(pngHead)], keep: true})
	at := len(pngHead)
	for at+head+sum <= len(data) {
		length := int64(binary.BigEndian.Uint32(data[at:]))
		end := int64(at) + head + length + sum
		if end > int64(len(data)) {
			return pieces, false
		}
		name := string(data[at+4 : at+head])
		pieces = append(pieces, piece{name: name, whole: data[at:end], body: data[at+head : end-sum], keep: drawsPNG[name]})
		at = int(end)
		if name == "IEND" {
			return append(pieces, piece{name: rest, whole: data[at:]}), length == 0
		}
	}
	return pieces, at == len(data) // some programs leave out the end
}

func seePNG(s *seen, p piece) {
	switch p.name {
	case "tEXt":
		word, text, _ := bytes.Cut(p.body, []byte{0})
		s.remark(string(word), text)
	case "zTXt":
		word, packed, _ := bytes.Cut(p.body, []byte{0})
		s.remark(string(word), s.unpacked(packed[min(1, len(packed)):]))
	case "iTXt":
		s.international(p.body)
	case "eXIf":
		s.exif(p.body, 0)
	case "tIME":
		s.in.Trace(found.Captured, "")
	default:
		if !p.keep {
			s.unknown(p)
		}
	}
}

// international reads a text in a language: a word, whether and how it is packed, the language, the word in that, the text.
func (s *seen) international(body []byte) {
	word, after, _ := bytes.Cut(body, []byte{0})
	const flags = 2
	if len(after) < flags {
		s.in.Unread("", found.Damaged)
		return
	}
	packed := after[0] != 0
	language, after, _ := bytes.Cut(after[flags:], []byte{0})
	translated, text, _ := bytes.Cut(after, []byte{0})
	s.in.Words("#remark", string(language)+"\n"+string(translated))
	if packed {
		text = s.unpacked(text)
	}
	s.remark(string(word), text)
}

// unpacked is a text that is packed.
func (s *seen) unpacked(packed []byte) []byte {
	z, err := zlib.NewReader(bytes.NewReader(packed))
	if err != nil {
		s.in.Unread("", found.Damaged)
		return nil
	}
	defer z.Close()
	most := s.in.Most(len(packed))
	text, err := io.ReadAll(io.LimitReader(z, most+1))
	switch {
	case int64(len(text)) > most || !s.in.Spend(len(text)):
		s.in.Unread("", found.TooLarge)
	case err != nil:
		s.in.Unread("", found.Damaged)
	}
	return text
}

// remark reads a text and the word that says what it is.
func (s *seen) remark(word string, text []byte) {
	const raw = "raw profile type "
	switch lower := strings.ToLower(word); {
	case word == "XML:com.adobe.xmp":
		xmp.Read(text, s.in, "#xmp", xmp.Picture)
		return
	case strings.HasPrefix(lower, raw):
		s.profile(strings.TrimPrefix(lower, raw), text)
	case lower == "author" || lower == "copyright":
		s.in.Trace(found.Author, "")
	case lower == "creation time" || strings.HasPrefix(lower, "date:"):
		s.in.Trace(found.Captured, "")
	case lower == "thumb::uri":
		s.in.Trace(found.Folder, "")
	case lower != "software":
		s.in.Trace(found.ImageText, "")
	}
	s.in.Words("#remark", word+"\n"+strings.ToValidUTF8(string(text), "?"))
}

// profile reads the metadata of another format, which ImageMagick keeps as hexadecimal digits after their name and length.
func (s *seen) profile(kind string, text []byte) {
	fields := bytes.Fields(text)
	const names = 2
	if len(fields) < names {
		s.in.Unread("", found.Damaged)
		return
	}
	data, err := hex.DecodeString(string(bytes.Join(fields[names:], nil)))
	if err != nil {
		s.in.Unread("", found.Damaged)
		return
	}
	switch kind {
	case "exif", "app1":
		s.exif(bytes.TrimPrefix(data, []byte(exifHead+"\x00")), 0)
	case "8bim", "iptc":
		s.shop = append(s.shop, bytes.TrimPrefix(data, []byte(shopHead))...)
	case "xmp":
		xmp.Read(data, s.in, "#xmp", xmp.Picture)
	case "icc", "icm":
		s.letters("#colours", data)
	default:
		s.unknown(piece{name: "profile", body: data})
	}
}
