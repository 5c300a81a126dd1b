package office

import (
	"strconv"
	"strings"

	"referat/generator/inspect/markup"
)

// prefixes are those of the specification by what they stand for: the transitional form, which Office writes, and the strict one.
var prefixes = map[string]string{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main":              "w",
	"http://purl.oclc.org/ooxml/wordprocessingml/main":                          "w",
	"http://schemas.microsoft.com/office/word/2012/wordml":                      "w15",
	"http://schemas.microsoft.com/office/word/2010/wordml":                      "w14",
	"http://schemas.microsoft.com/office/word/2010/wordprocessingShape":         "wps",
	"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing":    "wp",
	"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing":                "wp",
	"http://schemas.openxmlformats.org/spreadsheetml/2006/main":                 "x",
	"http://purl.oclc.org/ooxml/spreadsheetml/main":                             "x",
	"http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac":              "x15ac",
	"http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments":   "tc",
	"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing":       "xdr",
	"http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing":                   "xdr",
	"http://schemas.openxmlformats.org/presentationml/2006/main":                "p",
	"http://purl.oclc.org/ooxml/presentationml/main":                            "p",
	"http://schemas.microsoft.com/office/powerpoint/2018/8/main":                "p188",
	"http://schemas.microsoft.com/office/powerpoint/2013/main/command":          "pc",
	"http://schemas.openxmlformats.org/drawingml/2006/main":                     "a",
	"http://purl.oclc.org/ooxml/drawingml/main":                                 "a",
	"http://schemas.openxmlformats.org/drawingml/2006/chart":                    "c",
	"http://purl.oclc.org/ooxml/drawingml/chart":                                "c",
	"http://schemas.openxmlformats.org/drawingml/2006/picture":                  "pic",
	"http://schemas.openxmlformats.org/officeDocument/2006/math":                "m",
	"http://purl.oclc.org/ooxml/officeDocument/math":                            "m",
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships":       "r",
	"http://purl.oclc.org/ooxml/officeDocument/relationships":                   "r",
	"http://schemas.openxmlformats.org/package/2006/relationships":              "rel",
	"http://schemas.openxmlformats.org/package/2006/content-types":              "ct",
	"http://schemas.openxmlformats.org/package/2006/metadata/core-properties":   "cp",
	"http://purl.org/dc/elements/1.1/":                                          "dc",
	"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties": "app",
	"http://purl.oclc.org/ooxml/officeDocument/extendedProperties":              "app",
	"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties":   "cust",
	"http://purl.oclc.org/ooxml/officeDocument/customProperties":                "cust",
	"http://www.w3.org/2000/09/xmldsig#":                                        "ds",
	"urn:schemas-microsoft-com:vml":                                             "v",
}

// lines are the elements whose text is one line, however it is cut into runs.
var lines = map[string]bool{"w:p": true, "a:p": true, "x:si": true, "x:row": true, "x:text": true, "v:textpath": true}

// beside tells whether what stands in a line is no part of its text: an instruction to the program, a measure.
func beside(e *markup.Element) bool {
	switch e.Name {
	case "w:t", "w:delText", "m:t", "a:t", "x:t", "x:v", "x:c":
		return e.Within("x:rPh")
	}
	return sign(e) == ""
}

// sign is the letters that an element stands for.
func sign(e *markup.Element) string {
	switch e.Name {
	case "w:tab", "w:ptab", "a:tab":
		return "\t"
	case "w:br", "w:cr", "a:br":
		return "\n"
	case "w:noBreakHyphen":
		return "-"
	case "w:softHyphen":
		return "\u00AD"
	case "w:sym":
		const ofFont = 0xF000 // where fonts of signs have what others have below
		if n, err := strconv.ParseUint(e.Attr("w:char"), 16, 16); err == nil {
			return string(rune(n &^ ofFont))
		}
	}
	return ""
}

// after is what follows elements.
var after = map[string]string{"x:c": "\t"}

// rules are how a part is read.
func (p *part) rules() *markup.Rules {
	return &markup.Rules{
		Prefixes: prefixes, Lines: lines, After: after,
		Lenient:   strings.HasSuffix(strings.ToLower(p.name), ".vml"),
		Technical: technical, Open: p.open, Sign: sign, Beside: beside, Text: p.text, Place: p.place,
	}
}

// part is a part while it is read.
type part struct {
	file *file
	name string
}

// open looks at an element.
func (p *part) open(e *markup.Element) {
	prefix, _, _ := strings.Cut(e.Name, ":")
	switch prefix {
	case "w", "w14", "w15", "wps", "v":
		p.openWord(e)
	case "x", "x15ac", "tc", "xdr":
		p.openSheet(e)
	case "p", "p188", "pc":
		p.openSlide(e)
	case "rel":
		p.openRelation(e)
	case "cust":
		p.openProperty(e)
	case "ds":
		p.openSignature(e)
	}
	if strings.HasSuffix(e.Name, "NvPr") || e.Name == "wp:docPr" {
		p.openObject(e)
	}
}

// text is what a text is read as.
func (p *part) text(e *markup.Element, text string) string {
	switch e.Name {
	case "w:t", "w:delText":
		p.seeWords(e, text)
	case "w:instrText":
		p.seeInstruction(text)
	case "wp:posOffset":
		return ""
	case "x:v":
		return p.cell(e, text)
	case "x:t":
		return p.string(e, text)
	case "a:t":
		p.seeNotes(e, text)
	}
	return text
}

// technical tells whether the value of an attribute is a number that programs draw lots for or measure by.
func technical(e *markup.Element, a markup.Attr) bool {
	local := localName(a.Name)
	switch local {
	case "paraId", "textId", "anchorId", "editId", "durableId", "paraIdParent", "uid", "hashValue", "saltValue", "hash", "salt", "path", "adj", "coordsize":
		return true
	}
	if strings.HasPrefix(local, "rsid") {
		return true
	}
	if strings.Trim(a.Value, "-0123456789") != "" {
		return false
	}
	switch local {
	case "id", "Id", "ID", "idx", "spid", "cx", "cy", "x", "y", "l", "t", "r", "b", "w", "h", "pos", "sldId", "cNvPrId":
		return true
	case "val":
		switch localName(e.Name) {
		case "id", "creationId", "modId", "rowId", "colId", "axId", "crossAx", "uniqueId", "docId", "nsid", "tmpl", "chartTrackingRefBased", "docPartUnique":
			return true
		}
	}
	return false
}
