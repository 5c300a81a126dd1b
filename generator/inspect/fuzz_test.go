package inspect

import (
	"archive/zip"
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"referat/generator/inspect/found"
)

// small are limits that an input of a fuzzer may meet, so that it cannot take long.
var small = Limits{File: 1 << 20, Depth: 4, Parts: 200, Part: 1 << 20, Unpacked: 4 << 20}

const tooLong = 20 * time.Second

// checkAny inspects and cleans any bytes, and fails when a reader panics, takes too long, or leaves out a part.
func checkAny(t *testing.T, name string, data []byte) {
	t.Helper()
	start := time.Now()
	words := 0
	r := File(name, data, small, func(_, text string) { words += len(text) })
	for _, u := range r.Unread {
		if u.Why == found.Fault {
			t.Errorf("the reader of %q panics", u.Path)
		}
	}
	if len(r.Parts)+len(r.Unread) == 0 {
		t.Error("the file is neither read nor unread")
	}
	checkEveryPartIsTold(t, data, r)
	if most := 20 * (len(data) + int(small.Unpacked)); words > most {
		t.Errorf("%d bytes of words", words)
	}
	if _, _, err := Strip(name, data); err != nil {
		_ = err.Error()
	}
	if took := time.Since(start); took > tooLong {
		t.Errorf("took %v", took)
	}
}

// checkEveryPartIsTold fails when a part of a pack is neither among the parts nor unread.
func checkEveryPartIsTold(t *testing.T, data []byte, r Report) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil || !bytes.HasPrefix(data, []byte("PK")) {
		return
	}
	as := strings.NewReplacer("0", "*", "1", "*", "2", "*", "3", "*", "4", "*", "5", "*", "6", "*", "7", "*", "8", "*", "9", "*")
	told := map[string]bool{}
	for _, p := range r.Parts {
		told[as.Replace(p.Path)] = true
	}
	for _, u := range r.Unread {
		if u.Path == "" && u.Why != found.Between && u.Why != found.Disagreement {
			return // the file as a whole
		}
		told[as.Replace(u.Path)] = true
	}
	for _, f := range z.File {
		empty := strings.HasSuffix(f.Name, "/") && f.UncompressedSize64 == 0
		if !empty && !told[as.Replace(f.Name)] {
			t.Errorf("%q is neither read nor unread", f.Name)
		}
	}
}

// seeds are files of all formats.
func seeds() map[string][]byte {
	return map[string][]byte{
		"a.docx": document(par(run(planted), looks("<w:vanish/>", "ord"))+"<w:tbl><w:tr><w:tc>"+par(run("a"))+"</w:tc></w:tr></w:tbl>", parts{
			"docProps/core.xml": core, "word/embeddings/a.xlsx": string(workbook(`<x:row>`+cell("s", "0")+`</x:row>`, parts{"xl/sharedStrings.xml": xmlPart("x:sst", "<x:si><x:t>a</x:t></x:si>")})),
			"word/media/a.jpg": jpeg(segment(0xE1, "Exif\x00\x00"+exifOf(tagged{0x013B, 2, person}))), "word/_rels/document.xml.rels": relations(rels("image", "media/a.jpg")),
		}),
		"a.pptx": slides(slide(words("a")), parts{"ppt/media/a.emf": emf(emfText("abc", 0))}),
		"a.odt":  openFile("<text:p>a</text:p>", parts{"Thumbnails/thumbnail.png": png(chunk("zTXt", "Comment\x00\x00"+packed("ord")))}),
		"a.zip":  []byte(zipped("a.txt", "ord", "b.json", `{"a":"\u0030"}`, "c.html", "<p>a<b>b</b>", "d/e.xml", "<a>b</a>")),
		"a.jpg":  []byte(jpeg(segment(0xE1, "Exif\x00\x00"+exifWithin(0x8825, tagged{1, 2, "N\x00"})), segment(0xED, "Photoshop 3.0\x00"+press(80, person)))),
		"a.png":  []byte(png(chunk("iTXt", "Title\x00\x01\x00da\x00Titel\x00"+packed("ord")), chunk("eXIf", exifOf(tagged{0x0112, 3, "\x00\x06"})))),
		"a.gif":  []byte(gif("\x21\xFE\x03ord\x00")),
		"a.webp": []byte(webpOf(riff("VP8X", "\x0C\x00\x00\x00\x00\x00\x00\x00\x00\x00"), riff("EXIF", exifOf(tagged{0x013B, 2, person})))),
		"a.tif":  []byte(exifOf(tagged{0x013B, 2, person}, tagged{0x0111, 4, four(8)}, tagged{0x0117, 4, four(8)})),
		"a.emf":  []byte(emf(emfText("abc", 0), emfRemark(plusRecord(0x401C, 0, little(0, 0, 3, 0, 0, 0, 0)+wide("abc"))))),
		"a.wmf":  []byte(wmf(wmfRecord(0x0521, short(3)+"abc\x00"+short(0, 0)))),
		"a.json": []byte(`{"a": "b"}`), "a.html": []byte(`<p title="a">b</p>`), "a.svg": []byte(`<svg><text>a</text></svg>`),
	}
}

func FuzzAnyFile(f *testing.F) {
	for name, data := range seeds() {
		f.Add(name, data)
	}
	f.Fuzz(func(t *testing.T, name string, data []byte) { checkAny(t, name, data) })
}

// FuzzAnyPart fuzzes what stands in a pack, which a fuzzer of packed bytes hardly reaches.
func FuzzAnyPart(f *testing.F) {
	f.Add("word/document.xml", []byte(xmlPart("w:document", par(run("a"), `<w:del w:id="1">`+run("b")+`</w:del>`))), "docProps/core.xml", []byte(core))
	f.Add("xl/worksheets/sheet1.xml", []byte(xmlPart("x:worksheet", `<x:row>`+cell("s", "0")+styled("1", "5")+`</x:row>`)), "xl/styles.xml", []byte(xmlPart("x:styleSheet", `<x:cellXfs><x:xf numFmtId="1" fontId="0" fillId="0"/></x:cellXfs>`)))
	f.Add("content.xml", []byte(openPart("office:document-content", "<text:p>a</text:p>")), "META-INF/manifest.xml", []byte(openPart("manifest:manifest", "")))
	f.Add("word/_rels/document.xml.rels", []byte(relations(external("hyperlink", "a.docx"))), "[Content_Types].xml", []byte(`<Types/>`))
	f.Fuzz(func(t *testing.T, first string, a []byte, second string, b []byte) {
		if first == second || len(first) > 200 || len(second) > 200 {
			return
		}
		checkAny(t, "a.docx", []byte(zipped("[Content_Types].xml", "<Types/>", first, string(a), second, string(b))))
		checkAny(t, "a.odt", []byte(zipped("mimetype", "application/vnd.oasis.opendocument.text", first, string(a), second, string(b))))
	})
}

func TestFilesThatAreCutShortOrBentAreReadWithoutAFault(t *testing.T) {
	for name, data := range seeds() {
		for _, share := range []int{3, 5, 9} {
			checkAny(t, name, data[:len(data)*(share-1)/share])
			bent := slices.Clone(data)
			for i := share; i < len(bent); i += len(bent)/7 + share {
				bent[i] ^= byte(share << 3)
			}
			checkAny(t, name, bent)
		}
		checkAny(t, name, data)
	}
}
