package inspect

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"referat/generator/inspect/drawing"
	"referat/generator/inspect/found"
	"referat/generator/inspect/image"
	"referat/generator/inspect/pdf"
)

// format is a kind of file.
type format struct {
	suffixes []string // what names of such files end in
	is       func(data []byte) bool
	read     func(data []byte, in *found.Into)
}

// formats are all kinds of files that are known by their bytes. The first that fits is the one.
var formats = []format{
	{list("pdf"), begins("%PDF-"), pdf.Read},
	{list("docx docm dotx dotm xlsx xlsm xltx xltm xlsb pptx pptm potx potm ppsx ppsm vsdx xps"), isOffice, readOffice},
	{list("odt ods odp odg odf odc ott ots otp otg"), isOpen, readOpen},
	{list("zip epub"), begins("PK\x03\x04", "PK\x05\x06"), readZip},
	{list("doc xls ppt dot xlt pot pps msg msi docx docm dotx xlsx xlsm pptx pptm"), begins("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), readCompound},
	{list("rtf doc"), begins(`{\rtf`), unread(found.OldOffice)},
	{list("jpg jpeg jpe jfif"), isJPEG, image.ReadJPEG},
	{list("png"), isPNG, image.ReadPNG},
	{list("gif"), isGIF, image.ReadGIF},
	{list("webp"), isWebP, image.ReadWebP},
	{list("tif tiff"), begins("II*\x00", "MM\x00*"), image.ReadTIFF},
	{list("bmp dib"), isBMP, image.ReadBMP},
	{list("emf"), drawing.IsEMF, drawing.ReadEMF},
	{list("wmf"), drawing.IsWMF, drawing.ReadWMF},
	{list("svm"), begins("VCLMTF"), drawing.ReadSVM},
	{list("gz emz wmz svgz"), begins("\x1F\x8B\x08"), readGzip},
	{list("cer crt der"), isCertificate, readCertificate},
	{list("mp3 wav ogg flac m4a aac wma aif aiff mid midi"), isSound, unread(found.Sound)},
	{list("mp4 m4v mov avi mkv webm wmv mpg mpeg"), isFilm, unread(found.Sound)},
	{list("ttf otf woff woff2 eot ttc"), begins("\x00\x01\x00\x00", "OTTO", "wOFF", "wOF2", "ttcf", "true\x00"), unread(found.UnknownKind)},
}

func list(words string) []string { return strings.Fields(words) }

// begins tells whether bytes begin in one of some ways.
func begins(with ...string) func([]byte) bool {
	return func(data []byte) bool {
		return slices.ContainsFunc(with, func(w string) bool { return bytes.HasPrefix(data, []byte(w)) })
	}
}

// at tells whether bytes have others at a place.
func at(data []byte, offset int, want string) bool {
	return len(data) >= offset && bytes.HasPrefix(data[offset:], []byte(want))
}

// isOffice tells whether a file is packed as those of Office are.
func isOffice(data []byte) bool {
	return at(data, 0, "PK") && bytes.Contains(data, []byte("[Content_Types].xml"))
}

// isOpen tells whether a file is packed as those of LibreOffice are.
func isOpen(data []byte) bool {
	return at(data, 0, "PK") && (at(data, 30, "mimetypeapplication/vnd.oasis.opendocument") || bytes.Contains(data, []byte("META-INF/manifest.xml")))
}

func isJPEG(data []byte) bool { return at(data, 0, "\xFF\xD8\xFF") }
func isPNG(data []byte) bool  { return at(data, 0, "\x89PNG\r\n\x1A\n") }
func isGIF(data []byte) bool  { return at(data, 0, "GIF87a") || at(data, 0, "GIF89a") }
func isWebP(data []byte) bool { return at(data, 0, "RIFF") && at(data, 8, "WEBP") }

// isBMP tells a picture from a text that begins with the same two letters by the head, whose length is never large.
func isBMP(data []byte) bool { return at(data, 0, "BM") && at(data, 15, "\x00\x00\x00") }

func isSound(data []byte) bool {
	return begins("ID3", "OggS", "fLaC", "MThd", "FORM", "\xFF\xFB", "\xFF\xF3", "\xFF\xF2", "\xFF\xF1", "\xFF\xF9")(data) ||
		at(data, 0, "RIFF") && at(data, 8, "WAVE") || at(data, 4, "ftypM4A")
}

func isFilm(data []byte) bool {
	return begins("\x1A\x45\xDF\xA3", "\x30\x26\xB2\x75\x8E\x66\xCF\x11", "\x00\x00\x01\xBA", "\x00\x00\x01\xB3")(data) ||
		at(data, 0, "RIFF") && at(data, 8, "AVI ") || at(data, 4, "ftyp") || at(data, 4, "moov")
}

// unread is the reader of a format that cannot be read.
func unread(why found.Reason) func([]byte, *found.Into) {
	return func(_ []byte, in *found.Into) { in.Unread("", why) }
}

// read reads a file by the format that its bytes are of.
func read(name string, data []byte, in *found.Into) {
	suffix := strings.ToLower(strings.TrimPrefix(path.Ext(name), "."))
	in.Words("#name", name)
	for _, f := range formats {
		if f.is(data) {
			if claimed(suffix) && !slices.Contains(f.suffixes, suffix) {
				in.Unread("", found.Disagreement)
			}
			f.read(data, in)
			return
		}
	}
	readText(suffix, data, in)
}

// claimed tells whether a suffix says what a file is.
func claimed(suffix string) bool {
	return textSuffixes[suffix] != nil || slices.ContainsFunc(formats, func(f format) bool { return slices.Contains(f.suffixes, suffix) })
}
