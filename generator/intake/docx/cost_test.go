package docx

import (
	"archive/zip"
	"runtime"
	"strings"
	"testing"
	"time"
)

// mostPerByte is how many bytes reading may take for each of the file. A way of reading that
// copies all it has at each step takes hundreds more.
const mostPerByte = 110

func TestTheCostOfReadingGrowsNoFasterThanTheFile(t *testing.T) {
	const many = 10_000
	times := func(s string) string { return strings.Repeat(s, many) }
	for _, c := range []struct {
		name string
		doc  written
	}{
		{"runs of one look", written{body: p(times(txt("a")))}},
		{"runs of two looks", written{body: p(times(txt("a") + r(`<w:b/>`, "b")))}},
		{"paragraphs in a cell", written{body: table(tr(tc(times(p(txt("a")))), tc(p(txt("b")))))}},
		{"paragraphs in one, whose ends are deleted", written{body: times(`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>` + txt("a") + `</w:p>`)}},
		{"text in pieces", written{body: p(txt(times("a<!-- -->")))}},
		{"text in a link", written{body: p(fieldOf(`HYPERLINK "https://a.dk/`+times("x")+`"`, times(txt("a"))))}},
		{"descriptions of one drawing", written{body: p(`<w:r><w:drawing>` + times(`<wp:docPr descr="a"/>`) + `</w:drawing></w:r>`)}},
		{"rows in wrappings", written{body: table(strings.Repeat(`<w:sdt>`, 150), times(tr(tc(p(txt("a"))))), strings.Repeat(`</w:sdt>`, 150))}},
		{"entries with long numbers", written{numbering: definitionOf("0", level(0, "lowerRoman", strings.Repeat("%1", maxMark/2), "")) + num("1", "0", ""), body: times(entry("1", 0, "a"))}},
		{"paragraphs at the head of pages", written{heads: map[string]string{"header1": times(p(txt("a")))},
			body: p(txt("a")) + `<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>`}},
		{"comments", written{comments: times(`<w:comment w:id="1"/>`), body: p(times(`<w:r><w:commentReference w:id="1"/></w:r>`))}},
	} {
		t.Run(c.name, func(t *testing.T) {
			data := zippedBy(zip.Store, c.doc.files()) // packed, it would be refused
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			if _, err := readBytes(data, false); err != nil {
				t.Fatal(err)
			}
			took := time.Since(start)
			runtime.ReadMemStats(&after)
			if perByte := (after.TotalAlloc - before.TotalAlloc) / uint64(len(data)); perByte > mostPerByte || took > tooLong {
				t.Errorf("took %v, and %d bytes for each of the file", took, perByte)
			}
		})
	}
}
