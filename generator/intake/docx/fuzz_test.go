package docx

import (
	"os"
	"strings"
	"testing"
	"time"
)

// tooLong is far more than any input of a fuzzer takes.
const tooLong = 30 * time.Second

func FuzzReadAnyFile(f *testing.F) {
	for _, name := range []string{"testdata/word-habits.docx", "testdata/referat-2023-11-07.docx"} {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add(written{body: p(txt("tekst")), styles: normal}.bytes())
	f.Fuzz(func(t *testing.T, data []byte) {
		start := time.Now()
		readBytes(data, false)
		if took := time.Since(start); took > tooLong {
			t.Errorf("took %v", took)
		}
	})
}

func FuzzReadAnyDocument(f *testing.F) {
	numbering := definitionOf("0", level(0, "decimal", "%1.", ""), level(1, "decimal", "%1.%2", "")) + num("1", "0", "")
	f.Add(p(txt("en")) + table(tr(tc(p(txt("a")), table(tr(tc(p(txt("b")))))), tc(entry("1", 1, "c")))))
	f.Add(p(fieldOf("TOC", txt("1")), `<w:ins w:id="1">`+txt("to")+`</w:ins>`) + `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>tre</w:t></w:r></w:p>`)
	f.Add(p(`<w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:docPr descr="x"/><w:txbxContent>` + p(txt("boks")) + `</w:txbxContent></w:drawing></mc:Choice></mc:AlternateContent></w:r>`))
	f.Add(p(r(`<w:vanish/>`, "skjult"), `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>`+txt("her")+`</w:sdtContent></w:sdt>`))
	f.Fuzz(func(t *testing.T, body string) {
		start := time.Now()
		for _, accept := range []bool{false, true} {
			d, err := readBytes(written{body: body, styles: heading1, numbering: numbering}.bytes(), accept)
			if err != nil {
				continue
			}
			raw, read := onlyLetters(d.Raw), onlyLetters(wordsOf(d))
			if missing := lettersMissing(raw, read); missing != "" {
				t.Errorf("the file has letters that the manuscript has not: %q of %q", missing, raw)
			}
		}
		if took := time.Since(start); took > tooLong {
			t.Errorf("took %v", took)
		}
	})
}

// lettersMissing is what letters of one text are not in the other, however they are ordered.
func lettersMissing(from, in string) string {
	count := map[rune]int{}
	for _, r := range in {
		count[r]++
	}
	var missing strings.Builder
	for _, r := range from {
		if count[r]--; count[r] < 0 {
			missing.WriteRune(r)
		}
	}
	return missing.String()
}
