package inspect

import (
	"bytes"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"referat/generator/inspect/found"
	"referat/generator/intake/docx"
)

// person is a name that must not be left in a file.
const person = "Navn Navnesen"

// stripped cleans a file, and fails when any trace, any unread part or the person is left that was to go.
func stripped(t *testing.T, name string, data []byte) []byte {
	t.Helper()
	cleaned, removed, err := Strip(name, data)
	if err != nil {
		t.Fatal(err)
	}
	if len(removed) == 0 {
		t.Error("nothing was removed")
	}
	l := look(name, cleaned)
	l.Traces = slices.DeleteFunc(l.Traces, func(t Trace) bool { return t.Kind == found.Title })
	l.checkTraces(t)
	l.checkUnread(t)
	for path, words := range l.words {
		if strings.Contains(words, person) {
			t.Errorf("the person is left in %q: %q", path, words)
		}
	}
	again, removed, err := Strip(name, cleaned)
	if err != nil || len(removed) > 0 || !bytes.Equal(again, cleaned) {
		t.Errorf("cleaned once more, %v was removed, %v", removed, err)
	}
	return cleaned
}

// rels are the relations of a part to others.
func rels(pairs ...string) string {
	s := ""
	for i := 0; i < len(pairs); i += 2 {
		s += `<Relationship Id="rId` + string(rune('1'+i/2)) + `" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/` + pairs[i] + `" Target="` + pairs[i+1] + `"/>`
	}
	return s
}

// core are properties that name the person.
var core = xmlPart("cp:coreProperties", "<dc:title>Bilag</dc:title><dc:creator>"+person+"</dc:creator><cp:lastModifiedBy>"+person+"</cp:lastModifiedBy><cp:keywords>a</cp:keywords>")

func TestADocumentIsCleanedOfWhoWorkedOnIt(t *testing.T) {
	comment := `<w:commentRangeStart w:id="1"/>` + run("Ordet") + `<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>`
	data := document(`<w:p w:rsidR="00AB1234">`+comment+`</w:p>`, parts{
		"_rels/.rels":                  relations(rels("officeDocument", "word/document.xml", "metadata/thumbnail", "docProps/thumbnail.jpeg", "custom-properties", "docProps/custom.xml")),
		"docProps/core.xml":            core,
		"docProps/app.xml":             xmlPart("app:Properties", "<app:Company>"+person+"</app:Company><app:Manager>"+person+"</app:Manager><app:Template>C:\\a.dotx</app:Template>"),
		"docProps/custom.xml":          xmlPart("cust:Properties", `<cust:property name="a"><v>`+person+`</v></cust:property>`),
		"docProps/thumbnail.jpeg":      jpeg(),
		"word/comments.xml":            xmlPart("w:comments", `<w:comment w:id="1" w:author="`+person+`">`+par(run("bemærkning"))+`</w:comment>`),
		"word/people.xml":              xmlPart("w15:people", `<w15:person w15:author="`+person+`"/>`),
		"word/settings.xml":            xmlPart("w:settings", `<w:attachedTemplate r:id="rId1"/><w:rsids><w:rsidRoot w:val="00AB1234"/></w:rsids><w:docVars><w:docVar w:name="a" w:val="`+person+`"/></w:docVars>`),
		"word/_rels/settings.xml.rels": relations(external("attachedTemplate", "file:///C:/a.dotx")),
		"word/_rels/document.xml.rels": relations(rels("comments", "comments.xml", "people", "/word/people.xml", "image", "media/a.jpg")),
		"word/media/a.jpg":             jpeg(segment(0xFE, person)),
	})
	cleaned := stripped(t, "a.docx", data)
	l := look("a.docx", cleaned)
	if got := l.words["word/document.xml"]; got != "Ordet\n" {
		t.Errorf("the text is %q", got)
	}
	if got := l.words["docProps/core.xml#title"]; got != "Bilag\n" {
		t.Errorf("the title is %q", got)
	}
	for _, p := range l.Parts {
		if strings.Contains(p.Path, "comments") || strings.Contains(p.Path, "people") || strings.Contains(p.Path, "thumbnail") || strings.Contains(p.Path, "custom.xml") {
			t.Errorf("%s is left", p.Path)
		}
	}
	checkLeadsNowhere(t, cleaned)
	for name, part := range unpacked(t, cleaned) {
		if strings.Contains(part, "rsid") {
			t.Errorf("%s tells who typed what", name)
		}
	}
}

// checkLeadsNowhere fails when a part of a cleaned file leads to one that is gone.
func checkLeadsNowhere(t *testing.T, data []byte) {
	t.Helper()
	for name, part := range unpacked(t, data) {
		for _, gone := range []string{"comments", "people", "thumbnail", "custom.xml", "person", "printerSettings", "commentRel", "legacyDrawing", "uthors"} {
			if strings.Contains(strings.ReplaceAll(part, names, ""), gone) {
				t.Errorf("%s leads to %s", name, gone)
			}
		}
	}
}

func TestTheWordsOfACleanedDocumentAreReadAsBefore(t *testing.T) {
	data, err := os.ReadFile("../intake/docx/testdata/referat-2023-11-07.docx")
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := Strip("a.docx", data); !isRefused(err, Decision, found.TrackedChanges) {
		t.Fatalf("a document with tracked changes is cleaned: %v", err)
	}
	plain := withoutChanges(t, data)
	if before, after := rawOf(t, plain), rawOf(t, stripped(t, "a.docx", plain)); before != after {
		t.Errorf("words differ:\n%s\n%s", before, after)
	}
}

// withoutChanges is a document whose changes somebody has accepted.
func withoutChanges(t *testing.T, data []byte) []byte {
	t.Helper()
	all := unpacked(t, data)
	for name, text := range all {
		all[name] = strings.NewReplacer("w:del ", "w:smartTag ", "/w:del>", "/w:smartTag>", "w:ins ", "w:smartTag ", "/w:ins>", "/w:smartTag>", "w:delText", "w:t").Replace(text)
	}
	list := []string{}
	for name, text := range all {
		list = append(list, name, text)
	}
	return []byte(zipped(list...))
}

func rawOf(t *testing.T, data []byte) string {
	t.Helper()
	d, err := docx.Read(bytes.NewReader(data), int64(len(data)), docx.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return d.Raw
}

func TestWorkbooksAndPresentationsAreCleaned(t *testing.T) {
	cleaned := stripped(t, "a.xlsx", workbook(`<x:row>`+cell("str", "ord")+`</x:row>`, parts{
		"docProps/core.xml":                       core,
		"xl/workbook.xml":                         xmlPart("x:workbook", `<x15ac:absPath url="C:\Users\`+person+`\"/><x:fileSharing userName="`+person+`"/>`),
		"xl/worksheets/sheet1.xml":                xmlPart("x:worksheet", `<x:sheetData/><x:pageSetup r:id="rId3"/><x:legacyDrawing r:id="rId2"/>`),
		"xl/worksheets/_rels/sheet1.xml.rels":     relations(rels("comments", "../comments1.xml", "vmlDrawing", "../drawings/vmlDrawing1.vml", "printerSettings", "../printerSettings/printerSettings1.bin")),
		"xl/comments1.xml":                        xmlPart("x:comments", `<x:authors><x:author>`+person+`</x:author></x:authors><x:commentList><x:comment ref="A1"/></x:commentList>`),
		"xl/drawings/vmlDrawing1.vml":             `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape><x:ClientData ObjectType="Note"/></v:shape></xml>`,
		"xl/printerSettings/printerSettings1.bin": "\x01\x02\x03\x04",
		"xl/persons/person.xml":                   xmlPart("tc:personList", `<tc:person displayName="`+person+`"/>`),
	}))
	checkLeadsNowhere(t, cleaned)
	cleaned = stripped(t, "a.pptx", slides(slide(words("ord")+`<p:extLst><p:ext><p188:commentRel r:id="rId1"/></p:ext></p:extLst>`), parts{
		"docProps/core.xml":                core,
		"ppt/slides/_rels/slide1.xml.rels": relations(rels("comments", "../comments/modernComment_1.xml")),
		"ppt/comments/modernComment_1.xml": xmlPart("p188:cmLst", `<p188:cm authorId="{A}"/>`),
		"ppt/authors.xml":                  xmlPart("p188:authorLst", `<p188:author name="`+person+`"/>`),
		"ppt/commentAuthors.xml":           xmlPart("p:cmAuthorLst", `<p:cmAuthor name="`+person+`"/>`),
	}))
	checkLeadsNowhere(t, cleaned)
}

func TestAFileWithinAFileIsCleaned(t *testing.T) {
	cleaned, _, err := Strip("a.pptx", slides(slide(""), parts{"ppt/embeddings/a.xlsx": string(workbook("", parts{"docProps/core.xml": strings.Replace(core, "Bilag", "", 1)}))}))
	if err != nil {
		t.Fatal(err)
	}
	look("a.pptx", cleaned).checkTraces(t, found.EmbeddedFile)
}

func TestFilesOfLibreOfficeAreCleaned(t *testing.T) {
	cleaned := stripped(t, "a.odt", openFile(`<text:p>Ordet<office:annotation><dc:creator>`+person+`</dc:creator></office:annotation></text:p>`, parts{
		"META-INF/manifest.xml":    openPart("manifest:manifest", `<manifest:file-entry manifest:full-path="Thumbnails/thumbnail.png"/>`),
		"Thumbnails/thumbnail.png": png(),
		"meta.xml":                 openPart("office:document-meta", "<office:meta><meta:initial-creator>"+person+"</meta:initial-creator><dc:creator>"+person+"</dc:creator><meta:user-defined>a</meta:user-defined></office:meta>"),
		"settings.xml":             openPart("office:document-settings", `<config:config-item config:name="PrinterName">`+person+`</config:config-item>`),
	}))
	if !at(cleaned, 30, "mimetypeapplication/vnd.oasis.opendocument.text") {
		t.Error("the file does not begin with what it is")
	}
	if got := look("a.odt", cleaned).words["content.xml"]; got != "Ordet\n" {
		t.Errorf("the text is %q", got)
	}
}

func TestPicturesAreCleanedAndTheirPointsStay(t *testing.T) {
	exif := exifOf(tagged{0x0112, 3, "\x00\x06"}, tagged{0x013B, 2, person})
	xmp := xmpOf("<dc:creator>" + person + "</dc:creator>")
	colours := segment(0xE2, "ICC_PROFILE\x00\x01\x01sRGB")
	turned := "MM\x00*" + four(8) + directory(8, 0, tagged{0x0112, 3, "\x00\x06"})
	extended := riff("VP8X", "\x0C\x00\x00\x00\x00\x00\x00\x00\x00\x00")
	for _, c := range []struct{ name, data, want string }{
		{"a.jpg", jpeg(colours, segment(0xE1, "Exif\x00\x00"+exif), segment(0xE1, "http://ns.adobe.com/xap/1.0/\x00"+xmp), segment(0xFE, person)), jpegTurned(turned, colours)},
		{"b.jpg", jpeg(segment(0xED, "Photoshop 3.0\x00"+press(80, person))), jpeg()},
		{"a.png", png(chunk("tEXt", "Author\x00"+person), chunk("eXIf", exif), chunk("pHYs", "\x00\x00\x0B\x13\x00\x00\x0B\x13\x01")), png(chunk("eXIf", turned), chunk("pHYs", "\x00\x00\x0B\x13\x00\x00\x0B\x13\x01"))},
		{"a.gif", gif("\x21\xFE" + string([]byte{byte(len(person))}) + person + "\x00"), gif()},
		{"b.webp", webpOf(extended, riff("EXIF", exifOf(tagged{0x013B, 2, person}))), webpOf(riff("VP8X", strings.Repeat("\x00", 10)))},
		{"a.webp", webpOf(extended, riff("EXIF", exif), riff("XMP ", xmp)), webpOf(riff("VP8X", "\x08"+strings.Repeat("\x00", 9)), riff("EXIF", turned))},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := stripped(t, c.name, []byte(c.data)); string(got) != c.want {
				t.Errorf("got\n%q\nwant\n%q", got, c.want)
			}
		})
	}
}

// jpegTurned is a picture that says which way up it is.
func jpegTurned(exif string, pieces ...string) string {
	plain := jpeg(pieces...)
	return plain[:2] + segment(0xE1, "Exif\x00\x00"+exif) + plain[2:]
}

// webpOf is a picture whose first piece says what others there are.
func webpOf(first string, more ...string) string {
	all := first + riff("VP8L", "\x2F\x00\x00\x00\x00") + strings.Join(more, "")
	return "RIFF" + short(len(all)+4, 0) + "WEBP" + all
}

func TestWhatAnAuthorWroteIsNeverCutOut(t *testing.T) {
	for name, c := range map[string]struct {
		file string
		data []byte
		kind found.TraceKind
	}{
		"tracked changes": {"a.docx", document(par(`<w:ins w:id="1">`+run("ord")+`</w:ins>`), nil), found.TrackedChanges},
		"hidden text":     {"a.docx", document(par(looks("<w:vanish/>", "ord")), nil), found.HiddenText},
		"a hidden sheet":  {"a.xlsx", workbook("", parts{"xl/workbook.xml": xmlPart("x:workbook", `<x:sheet state="hidden"/>`)}), found.HiddenSheet},
		"speaker's notes": {"a.pptx", slides(slide(""), parts{"ppt/notesSlides/notesSlide1.xml": xmlPart("p:notes", words("ord"))}), found.SpeakerNotes},
		"a signature":     {"a.docx", document("", parts{"_xmlsignatures/sig1.xml": xmlPart("ds:Signature", "")}), found.Signature},
	} {
		if cleaned, _, err := Strip(c.file, c.data); !isRefused(err, Decision, c.kind) || cleaned != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestWhatCannotBeCleanedIsRefused(t *testing.T) {
	for name, c := range map[string]struct {
		file, data string
		why        Why
	}{
		"a format that is not cleaned": {"a.tif", exifOf(tagged{0x013B, 2, person}), Format},
		"a damaged picture":            {"a.jpg", strings.TrimSuffix(jpeg(segment(0xFE, person)), "\xFF\xD9"), Broken},
		"a damaged part":               {"a.docx", string(document("", parts{"docProps/core.xml": core, "customXml/item1.xml": "<a>"})), Broken},
		"a comment nobody expects":     {"a.docx", string(document(`<w:comment w:id="1"/>`, nil)), Left},
	} {
		if cleaned, _, err := Strip(c.file, []byte(c.data)); !isRefused(err, c.why) || cleaned != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAFileOfFilesWithinFilesIsCleanedNoDeeperThanItIsRead(t *testing.T) {
	data := []byte(jpeg(segment(0xFE, person)))
	name := "a.jpg"
	for range found.Usual().Depth {
		data, name = document(par(run("Bilag")), parts{"docProps/core.xml": core, "word/embeddings/" + name: string(data)}), "a.docx"
	}
	cleaned, _, err := Strip(name, data)
	var refusal *Refusal
	if !errors.As(err, &refusal) || refusal.Unread.Why != found.TooDeep || cleaned != nil {
		t.Errorf("what is too deep to be read is cleaned: %v", err)
	}
}

func isRefused(err error, why Why, kinds ...found.TraceKind) bool {
	var r *Refusal
	if !errors.As(err, &r) || r.Why != why {
		return false
	}
	for _, kind := range kinds {
		if !slices.ContainsFunc(r.Traces, func(t Trace) bool { return t.Kind == kind }) {
			return false
		}
	}
	return true
}
