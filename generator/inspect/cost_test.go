package inspect

import (
	"runtime"
	"strings"
	"testing"
	"time"

	"referat/generator/inspect/found"
	"referat/generator/pack"
)

// mostPerByte is how many bytes inspecting may take for each of the file. A reader that copies all it has at each step takes
// hundreds more.
const mostPerByte = 120

func TestTheCostOfInspectingGrowsNoFasterThanTheFile(t *testing.T) {
	const many = 10_000
	times := func(s string) string { return strings.Repeat(s, many) }
	within := func(name, root, inside string) string {
		data, err := pack.Write([]pack.Part{{Name: "[Content_Types].xml", Data: []byte("<Types/>"), Stored: true}, {Name: name, Data: []byte(xmlPart(root, inside)), Stored: true}})
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	for _, c := range []struct{ name, file, data string }{
		{"runs in a paragraph", "a.docx", within("word/document.xml", "w:document", par(times(run("a"))))},
		{"changes in a paragraph", "a.docx", within("word/document.xml", "w:document", par(times(run("a")+`<w:del w:id="1">`+run("b")+`</w:del>`)))},
		{"text in pieces", "a.docx", within("word/document.xml", "w:document", par(run(times("a<!-- -->"))))},
		{"styles based on each other", "a.docx", within("word/styles.xml", "w:styles", times(`<w:style w:styleId="A"><w:basedOn w:val="A"/></w:style>`))},
		{"text between elements", "a.docx", within("customXml/item1.xml", "a", strings.Repeat("<a>", 200)+times("x<b>y</b>")+strings.Repeat("</a>", 200))},
		{"cells in a row", "a.xlsx", within("xl/worksheets/sheet1.xml", "x:worksheet", "<x:row>"+times(cell("n", "1"))+"</x:row>")},
		{"strings of a table", "a.xlsx", within("xl/sharedStrings.xml", "x:sst", times("<x:si><x:t>a</x:t></x:si>"))},
		{"properties", "a.docx", within("docProps/core.xml", "cp:coreProperties", times("<dc:title>a</dc:title>"))},
		{"attributes", "a.docx", within("customXml/item1.xml", "a", times(`<b c="to ord"/>`))},
		{"pieces of a picture", "a.png", png(times(chunk("tEXt", "Comment\x00ord")))},
		{"long metadata of a picture", "a.jpg", jpeg(times(segment(0xE1, "http://ns.adobe.com/xmp/extension/\x00"+strings.Repeat("A", 41))))},
		{"entries of a directory", "a.tif", exifOf(make([]tagged, many)...)},
		{"entries that share their value", "a.tif", sharing(times("a"))},
		{"strips that share their points", "a.tif", strips(many, times("abcdefghij"))},
		{"small pictures that share their bytes", "a.jpg", jpeg(segment(0xE1, "Exif\x00\x00"+smallPictures(4000)))},
		{"texts that share their letters", "a.emf", emf(manyTexts(many))},
		{"records of a drawing", "a.emf", emf(times(emfText("abc", 0)))},
		{"letters of a drawing", "a.emf", emf(times(emfText("a", 0)))},
		{"elements of a page", "a.html", times("<p>a<b>b</b>")},
	} {
		t.Run(c.name, func(t *testing.T) {
			data := []byte(c.data)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			File(c.file, data, found.Usual(), nil)
			took := time.Since(start)
			runtime.ReadMemStats(&after)
			if perByte := (after.TotalAlloc - before.TotalAlloc) / uint64(len(data)); perByte > mostPerByte || took > tooLong {
				t.Errorf("took %v, and %d bytes for each of the file", took, perByte)
			}
		})
	}
}

func TestCellsThatShareALongStringCostNoMoreThanTheyMay(t *testing.T) {
	table := parts{"xl/sharedStrings.xml": xmlPart("x:sst", "<x:si><x:t>"+strings.Repeat("langt ", 150_000)+planted+"</x:t></x:si>")}
	words, seen := 0, false
	File("a.xlsx", workbook("<x:row>"+strings.Repeat(cell("s", "0"), 2_000)+"</x:row>", table), found.Usual(), func(_, text string) {
		words += len(text)
		seen = seen || strings.Contains(text, planted)
	})
	if words > 100<<20 || !seen {
		t.Errorf("%d bytes of words, the number is found: %v", words, seen)
	}
}

// sharing are many entries of a directory with one value, which is long.
func sharing(value string) string {
	const entries = 5_000
	head := "MM\x00*" + four(8) + string([]byte{entries >> 8, entries & 0xFF})
	behind := len(head) + 12*entries + 4
	entry := "\x9C\x9C\x00\x01" + four(len(value)) + four(behind)
	return head + strings.Repeat(entry, entries) + four(0) + value
}

// strips are many strips of a picture at one place.
func strips(n int, points string) string {
	at := 8 + 2 + 2*12 + 4 + 2*4*n
	return "MM\x00*" + four(8) + directory(8, 0, tagged{0x0111, 4, strings.Repeat(four(at), n)}, tagged{0x0117, 4, strings.Repeat(four(len(points)), n)}) + points
}

// smallPictures are directories that each have the same bytes for a small picture, which has such directories itself.
func smallPictures(room int) string {
	const n, each = 40, 2 + 2*12 + 4
	small := ""
	if room > 2500 {
		small = jpeg(segment(0xE1, "Exif\x00\x00"+smallPictures(room-1000)))
	}
	all := "MM\x00*" + four(8)
	at := 8 + n*each
	for i := range n {
		next := len(all) + each
		if i == n-1 {
			next = 0
		}
		all += directory(len(all), next, tagged{0x0201, 4, four(at)}, tagged{0x0202, 4, four(len(small))})
	}
	return all + small
}

// manyTexts is a record that draws the same letters many times.
func manyTexts(n int) string {
	letters := strings.Repeat("a", 4*n)
	body := strings.Repeat("\x00", 28) + little(n)
	at := 8 + len(body) + 40*n
	for range n {
		body += little(0, 0, len(letters)/2, at, 0) + strings.Repeat("\x00", 20)
	}
	return little(97, 8+len(body)+len(letters)) + body + letters
}
