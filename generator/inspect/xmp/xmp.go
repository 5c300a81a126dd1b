// Package xmp reads the metadata that Adobe's format keeps in pictures and PDF files: XML that says who made a file, where and with what.
//
// It promises that all its words are given, and that what tells of people is reported by its kind. Which names tell what is for whoever
// asks to say, since a date that is harmless in a document tells of a photographer in a picture.
package xmp

import (
	"bytes"
	"strings"

	"referat/generator/inspect/found"
	"referat/generator/inspect/markup"
)

// Picture is what names in the metadata of a picture tell of.
var Picture = map[string]found.TraceKind{
	"creator": found.Author, "Author": found.Author, "AuthorsPosition": found.Author, "CaptionWriter": found.Author, "OwnerName": found.Author, "Credit": found.Author,
	"PersonInImage": found.Author, "rights": found.Author, "Artist": found.Author, "Owner": found.Author,
	"GPSLatitude": found.Position, "GPSLongitude": found.Position, "GPSAltitude": found.Position, "City": found.Position, "Location": found.Position,
	"State": found.Position, "Country": found.Position, "CountryCode": found.Position, "Sublocation": found.Position,
	"Make": found.Camera, "Model": found.Camera, "SerialNumber": found.Camera, "BodySerialNumber": found.Camera, "Lens": found.Camera, "LensModel": found.Camera,
	"LensSerialNumber": found.Camera, "CreateDate": found.Captured, "DateCreated": found.Captured, "DateTimeOriginal": found.Captured, "DateTimeDigitized": found.Captured,
	"description": found.ImageText, "title": found.ImageText, "Headline": found.ImageText, "Instructions": found.ImageText, "UserComment": found.ImageText,
	"subject": found.ImageText, "ImageDescription": found.ImageText,
	"History": found.EarlierVersion, "DerivedFrom": found.EarlierVersion, "Ingredients": found.EarlierVersion, "DocumentAncestors": found.EarlierVersion,
	"Thumbnails": found.Thumbnail,
}

// Read reads metadata, which stand at a place of a part: path may end in "#xmp". Kinds say what names tell of.
func Read(data []byte, in *found.Into, path string, kinds map[string]found.TraceKind) {
	part, _, _ := strings.Cut(path, "#")
	trace := func(name, text string) {
		if kind, tells := kinds[local(name)]; tells && strings.TrimSpace(text) != "" {
			in.Trace(kind, part)
		}
	}
	words, err := markup.Read(bytes.Trim(data, "\x00 \r\n\t"), &markup.Rules{
		Open: func(e *markup.Element) {
			for _, a := range e.Attrs {
				trace(e.Name, a.Value)
				trace(a.Name, a.Value)
			}
		},
		Text: func(e *markup.Element, text string) string {
			for up := e; up != nil; up = up.Above {
				trace(up.Name, text)
			}
			return text
		},
	})
	if err != nil {
		in.Unread(part, found.Damaged)
	}
	words.Give(in, path)
}

func local(name string) string { return name[strings.IndexByte(name, ':')+1:] }
