package main

import (
	"archive/zip"
	"bytes"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/encoding/unicode"
)

// format is what a document is written in. Those that have no reader are known too, so
// that people are told what to do about them.
type format string

const (
	word       format = "docx"
	pdfFormat  format = "pdf"
	plainText  format = "txt"
	markdown   format = "md"
	oldWord    format = "doc"
	locked     format = "locked" // of Word, with a password
	openOffice format = "odt"
	richText   format = "rtf"
	webPage    format = "html"
	picture    format = "picture"
	otherZip   format = "zip"
	unknown    format = ""
)

// formatOf tells the format of a document by its bytes and, where these say nothing, by its
// name. A name may lie: a .doc is often a .docx or a web page.
func formatOf(name string, data []byte) format {
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return packed(data)
	case isPDF(data):
		return pdfFormat
	case bytes.HasPrefix(data, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")):
		return compound(data)
	case bytes.HasPrefix(data, []byte(`{\rtf`)):
		return richText
	case isPicture(data):
		return picture
	}
	start := strings.ToLower(strings.TrimLeft(strings.TrimPrefix(string(data[:min(len(data), 256)]), "\uFEFF"), " \t\r\n"))
	if strings.HasPrefix(start, "<!doctype html") || strings.HasPrefix(start, "<html") {
		return webPage
	}
	return named(name)
}

// named is the format that a file's suffix says.
func named(name string) format {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".txt", ".text":
		return plainText
	case ".md", ".markdown":
		return markdown
	case ".docx", ".docm", ".dotx":
		return word
	case ".pdf":
		return pdfFormat
	case ".doc", ".dot":
		return oldWord
	case ".odt":
		return openOffice
	case ".rtf":
		return richText
	case ".htm", ".html", ".mht", ".mhtml":
		return webPage
	case ".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp", ".heic", ".webp":
		return picture
	}
	return unknown
}

// packed tells the formats that are zip archives from one another.
func packed(data []byte) format {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return word // its reader says what is wrong with it
	}
	has := func(name string) bool {
		return slices.ContainsFunc(archive.File, func(f *zip.File) bool { return strings.HasPrefix(f.Name, name) })
	}
	switch {
	case has("word/"):
		return word
	case has("content.xml") && has("mimetype"):
		return openOffice
	}
	return otherZip
}

// compound tells Word's old format from its new one behind a password: both lie in a
// compound file, whose streams have names in UTF-16.
func compound(data []byte) format {
	name, _ := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder().Bytes([]byte("EncryptedPackage"))
	if bytes.Contains(data, name) {
		return locked
	}
	return oldWord
}

// isPDF looks for the mark of PDF, which may have something before it.
func isPDF(data []byte) bool { return bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")) }

func isPicture(data []byte) bool {
	for _, start := range []string{"\x89PNG\r\n", "\xFF\xD8\xFF", "GIF8", "II*\x00", "MM\x00*"} {
		if bytes.HasPrefix(data, []byte(start)) {
			return true
		}
	}
	return false
}
