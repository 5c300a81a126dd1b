package inspect

import (
	"encoding/json"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"referat/generator/inspect/found"
	"referat/generator/inspect/letters"
	"referat/generator/inspect/markup"
)

// textSuffixes are the names of files that are text, and how each is read. Another text may be anything in disguise: a mail with
// a file in it as letters, a program.
var textSuffixes = map[string]func(data []byte, text string, in *found.Into){
	"txt": readPlain, "text": readPlain, "md": readPlain, "csv": readPlain, "tsv": readPlain, "toml": readPlain, "yaml": readPlain, "yml": readPlain,
	"ics": readPlain, "bib": readPlain, "json": readJSON, "geojson": readJSON,
	"xml": readXML, "xsl": readXML, "xsd": readXML, "rss": readXML, "atom": readXML, "kml": readXML, "gpx": readXML, "svg": readXML, "html": readHTML, "htm": readHTML, "xhtml": readHTML,
}

// readText reads a file that is none of the formats known by their bytes.
func readText(suffix string, data []byte, in *found.Into) {
	text, is := decode(data)
	if !is {
		if claimed(suffix) {
			in.Unread("", found.Disagreement)
		}
		in.Unread("", found.UnknownKind)
		return
	}
	reader := textSuffixes[suffix]
	if reader == nil {
		if in.Words("", text); claimed(suffix) {
			in.Unread("", found.Disagreement)
		}
		in.Unread("", found.UnknownKind)
		return
	}
	in.Part("", found.Text, len(data))
	reader(data, text, in)
}

// oneLine are the elements of usual vocabularies whose text is one line.
var oneLine = map[string]bool{"text": true, "?:text": true, "p": true, "?:p": true, "?:h": true}

// readXML reads the text of XML; of what is none, the text as it stands.
func readXML(data []byte, text string, in *found.Into) {
	words, err := markup.Read(data, &markup.Rules{Lines: oneLine, Technical: isOutline, Open: func(e *markup.Element) {
		if e.Name == "script" || e.Name == "?:script" {
			in.Trace(found.Script, "")
		}
	}})
	if err != nil {
		in.Words("", text)
		in.Unread("", found.Damaged)
		return
	}
	words.Give(in, "")
}

// isOutline tells whether the value of an attribute is the outline of a shape.
func isOutline(e *markup.Element, a markup.Attr) bool {
	switch e.Name {
	case "?:path", "?:glyph", "?:missing-glyph", "?:polygon", "?:polyline":
		return a.Name == "d" || a.Name == "points"
	}
	return false
}

func readPlain(_ []byte, text string, in *found.Into) { in.Words("", text) }

// readJSON reads the text, and where letters are written otherwise in it ("\u0030") also what they stand for.
func readJSON(_ []byte, text string, in *found.Into) {
	in.Words("", text)
	if !strings.Contains(text, `\`) {
		return
	}
	if !json.Valid([]byte(text)) {
		in.Unread("", found.Damaged)
	}
	var said strings.Builder
	d := json.NewDecoder(strings.NewReader(text))
	for t, err := d.Token(); err == nil; t, err = d.Token() {
		if s, is := t.(string); is {
			said.WriteString(s + "\n")
		}
	}
	in.Words("#strings", said.String())
}

// decode makes a string of bytes that are text in one of the usual encodings.
func decode(data []byte) (text string, is bool) {
	data = letters.FromUTF16(data)
	if !utf8.Valid(data) {
		latin, err := charmap.Windows1252.NewDecoder().Bytes(data)
		if err != nil {
			return "", false
		}
		data = latin
	}
	text = string(data)
	return text, !strings.ContainsFunc(text, isControl)
}

func isControl(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\r' && r != '\f' && r != '\v'
}
