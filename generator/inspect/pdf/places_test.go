package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/ascii85"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"referat/generator/inspect/found"
)

func deflated(s string) string {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	z.Write([]byte(s))
	z.Close()
	return b.String()
}

func ascii(s string) string {
	b := make([]byte, ascii85.MaxEncodedLen(len(s)))
	return string(b[:ascii85.Encode(b, []byte(s))]) + "~>"
}

// wideHex is a string of UTF-16.
func wideHex(s string) string { return "<FEFF" + hex.EncodeToString([]byte(everySecond(s))) + ">" }

func everySecond(s string) string { return "\x00" + strings.Join(strings.Split(s, ""), "\x00") }

// onPage is a page that draws the planted number in some way.
func onPage(content string) []byte { return drawn(content).file("") }

// filtered is a page of which what is drawn has gone through filters.
func filtered(filter, data string) []byte {
	return drawn("").with(objects{4: stream("/Filter"+filter, data)}).file("")
}

// byDigit draws the planted number digit by digit.
func byDigit() string {
	var s strings.Builder
	s.WriteString("BT /F 11 Tf 70 650 Td ")
	for _, c := range planted {
		fmt.Fprintf(&s, "(%c) Tj %s 0 Td ", c, map[bool]string{true: "3.66", false: "6.12"}[c == '-'])
	}
	return s.String() + "ET"
}

// annotated is a page with an annotation.
func annotated(entries string, more objects) []byte {
	return drawn("").with(objects{3: "+/Annots[10 0 R]", 10: "<</Type/Annot/Rect[60 640 300 665]" + entries + ">>"}).with(more).file("")
}

// inCatalog is a document with an entry of its catalog and an object that it leads to.
func inCatalog(entry, body string) []byte {
	return drawn("").with(objects{1: "+" + entry, 10: body}).file("")
}

// places are documents with the planted number somewhere, and in the words of which part it must be.
func places() map[string]struct {
	data []byte
	path string
} {
	type place = struct {
		data []byte
		path string
	}
	page := say(70, 650, planted)
	first := drawn(page).file("")
	utf16 := wideHex(planted)
	return map[string]place{
		"seen":                       {onPage(page), "page/1"},
		"invisible":                  {onPage("3 Tr " + page), "page/1"},
		"outside the page":           {onPage(say(900, 650, planted)), "page/1"},
		"white on white":             {onPage("1 g " + page), "page/1"},
		"under a bar":                {onPage(page + "65 645 200 16 re f"), "page/1"},
		"under a picture":            {onPage(page + "q 200 0 0 20 60 642 cm /I Do Q"), "page/1"},
		"letter by letter":           {onPage(byDigit()), "page/1"},
		"drawn with kerning":         {onPage("BT /F 11 Tf 70 650 Td [(" + planted[:3] + ") 20 (" + planted[3:] + ")] TJ ET"), "page/1"},
		"in octal":                   {onPage(say(70, 650, `\060`+planted[1:])), "page/1"},
		"in hexadecimal":             {onPage("BT /F 11 Tf 70 650 Td <" + hex.EncodeToString([]byte(planted)) + "> Tj ET"), "page/1"},
		"what letters are said":      {onPage("/Span<</ActualText" + utf16 + ">>BDC " + say(70, 650, "x") + "EMC"), "page/1"},
		"letters said to be others":  {onPage("/Span<</ActualText(x)>>BDC " + page + "EMC"), "page/1"},
		"deflated":                   {filtered("/FlateDecode", deflated(page)), "page/1"},
		"deflated in ASCII 85":       {filtered("[/ASCII85Decode/FlateDecode]", ascii(deflated(page))), "page/1"},
		"deflated in hexadecimal":    {filtered("[/AHx/Fl]", hex.EncodeToString([]byte(deflated(page)))+">"), "page/1"},
		"in run lengths":             {filtered("/RunLengthDecode", string(rune(len(page)-1))+page+"\x80"), "page/1"},
		"with a predictor":           {filtered("/FlateDecode/DecodeParms<</Predictor 12/Columns 1000>>", deflated("\x02"+page)), "page/1"},
		"in a form of the page":      {drawn("/X Do").with(objects{6: stream("/Subtype/Form/BBox[0 0 600 800]/Resources<</Font<</F 5 0 R>>>>", page)}).file(""), "page/1"},
		"a note":                     {annotated("/Subtype/Text/Contents("+planted+")", nil), "page/1"},
		"an answer to a note":        {annotated("/Subtype/Text/RC(<p>"+planted+"</p>)", nil), "page/1"},
		"how a stamp looks":          {annotated("/Subtype/Stamp/AP<</N 11 0 R>>", objects{11: stream("/Subtype/Form/BBox[0 0 600 800]/Resources<</Font<</F 5 0 R>>>>", page)}), "page/1"},
		"where a link leads":         {annotated("/Subtype/Link/A<</S/URI/URI(https://ngc.dk/?n="+planted+")>>", nil), "page/1"},
		"the value of a form":        {annotated("/Subtype/Widget/FT/Tx/T(nr)/V("+planted+")", objects{1: "+/AcroForm<</Fields[10 0 R]>>"}), "page/1"},
		"what a form had said":       {annotated("/Subtype/Widget/FT/Tx/T(nr)/V(x)/DV("+planted+")", objects{1: "+/AcroForm<</Fields[10 0 R]>>"}), "page/1"},
		"a form in XML":              {inCatalog("/AcroForm<</XFA 10 0 R>>", stream("", "<xdp><nr>"+planted+"</nr></xdp>")), "object/10"},
		"the title":                  {drawn("").with(objects{10: "<</Title(" + planted + ")>>"}).file("/Info 10 0 R"), "info#Title"},
		"a key of the info":          {drawn("").with(objects{10: "<</Sagsnr" + utf16 + ">>"}).file("/Info 10 0 R"), "info#Sagsnr"},
		"XMP":                        {inCatalog("/Metadata 10 0 R", stream("/Type/Metadata/Subtype/XML", "<x:xmpmeta><dc:description>"+planted+"</dc:description></x:xmpmeta>")), "xmp"},
		"an attribute in XMP":        {inCatalog("/Metadata 10 0 R", stream("/Type/Metadata/Subtype/XML", `<rdf:Description pdf:Keywords="`+planted+`"/>`)), "xmp"},
		"a bookmark":                 {drawn("").with(objects{1: "+/Outlines 10 0 R", 10: "<</Type/Outlines/First 11 0 R>>", 11: "<</Title(" + planted + ")/Parent 10 0 R>>"}).file(""), "outlines"},
		"the alternative of a thing": {inCatalog("/StructTreeRoot 10 0 R", "<</Type/StructTreeRoot/K<</S/Figure/Alt("+planted+")>>>>"), "structure"},
		"the label of a page":        {inCatalog("/PageLabels<</Nums[0<</P("+planted+")>>]>>", "null"), "document"},
		"the name of a layer":        {inCatalog("/OCProperties<</OCGs[10 0 R]>>", "<</Type/OCG/Name("+planted+")>>"), "document"},
		"the name of a place":        {inCatalog("/Dests<</"+planted+"[3 0 R/Fit]>>", "null"), "document#names"},
		"a script":                   {inCatalog("/OpenAction<</S/JavaScript/JS(x='"+planted+"')>>", "null"), "document"},
		"a script in a stream":       {inCatalog("/OpenAction<</S/JavaScript/JS 10 0 R>>", stream("/Filter/FlateDecode", deflated("x='"+planted+"'"))), "object/10"},
		"a file in the file": {inCatalog("/Names<</EmbeddedFiles<</Names[(a)11 0 R]>>>>", stream("/Type/EmbeddedFile", planted)+"\nendobj\n11 0 obj <</Type/Filespec/F(liste.csv)/EF<</F 10 0 R>>>>"),
			"attachment/liste.csv"},
		"a document in the document": {inCatalog("/Names<</EmbeddedFiles<</Names[(a)11 0 R]>>>>", stream("/Filter/FlateDecode", deflated(string(first)))+"\nendobj\n11 0 obj <</Type/Filespec/UF(b.pdf)/EF<</F 10 0 R>>>>"),
			"attachment/b.pdf!page/1"},
		"who has signed":            {inCatalog("/AcroForm<</Fields[10 0 R]>>", "<</FT/Sig/T(s)/V<</Type/Sig/ByteRange[0 1 2 3]/Name("+planted+")>>>>"), "form"},
		"a certificate":             {inCatalog("/Sig 10 0 R", "<</Type/Sig/ByteRange[0 1 2 3]/Contents<3082"+hex.EncodeToString([]byte("\x0c\x0b"+planted))+"0000>>>"), "signatures"},
		"a certificate, kept apart": {inCatalog("/DSS<</Certs[10 0 R]>>", stream("", "\x30\x82\x01\x0c\x0b"+planted+"\x00\x01\x02\xff")), "signatures"},
		"the revision before":       {drawn("").after(first, fmt.Sprintf("/Prev %d", 0)), "page/1"},
		"what was taken out":        {objects{3: drawn("")[3]}.after(drawn("").with(objects{3: "+/Annots[10 0 R]", 10: "<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(" + planted + ")>>"}).file(""), "/Prev 0"), "object/10"},
		"an object among others":    {drawn("").with(objects{10: stream("/Type/ObjStm/N 1/First 5/Filter/FlateDecode", deflated("11 0 (  "+planted+")"))}).file(""), "object/11"},
		"a comment":                 {drawn("").with(objects{10: "null % " + planted}).file(""), "document#comments"},
		"between objects":           {drawn("").with(objects{10: "null endobj\n" + planted + "\n11 0 obj null"}).file(""), "document#between"},
		"behind the end":            {append(drawn("").file(""), planted...), "document#between"},
	}
}

func TestEveryPlaceInADocumentIsRead(t *testing.T) {
	all := places()
	for _, name := range slices.Sorted(maps.Keys(all)) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			place := all[name]
			l := look(place.data)
			if !strings.Contains(l.words[place.path], planted) {
				t.Errorf("the planted number is not in the words of %q; words are %q", place.path, l.words)
			}
			part, _, _ := strings.Cut(place.path, "#")
			if !slices.ContainsFunc(l.Parts, func(p found.Part) bool { return p.Path == part }) {
				t.Errorf("%q is not among the parts %v", part, l.Parts)
			}
			if text := fmt.Sprint(l.Report); strings.Contains(text, planted[:6]) {
				t.Error("the report holds the planted number")
			}
		})
	}
}
