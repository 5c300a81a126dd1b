package main

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"image"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/encoding/charmap"
)

// made is a document of one page, with nothing to be said against it, and what a test changes in it.
type made struct {
	text    string // a line of the page each
	content string // drawn after that
	catalog string // entries of the catalog, the page, the information
	page    string
	info    string
	object  string // number 10
	behind  string // what follows the end
}

// pdf is the document as a file.
func (m made) pdf() []byte {
	var content strings.Builder
	for i, line := range strings.Split(strings.TrimRight(m.text, "\n"), "\n") {
		fmt.Fprintf(&content, "BT /F 11 Tf 70 %d Td (%s) Tj ET\n", 760-16*i, strings.NewReplacer("(", `\(`, ")", `\)`).Replace(line))
	}
	latin, err := charmap.Windows1252.NewEncoder().String(content.String() + m.content)
	if err != nil {
		panic(err)
	}
	objects := []string{
		"<</Type/Catalog/Pages 2 0 R/Lang(da)/MarkInfo<</Marked true>>/StructTreeRoot 7 0 R/ViewerPreferences<</DisplayDocTitle true>>" + m.catalog + ">>",
		"<</Type/Pages/Count 1/Kids[3 0 R]>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</I 6 0 R>>>>" + m.page + ">>",
		fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(latin), latin),
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
		"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\n\x80\nendstream",
		"<</Type/StructTreeRoot>>",
		"<</Title(Bilag)" + m.info + ">>",
		"null",
		cmp.Or(m.object, "null"),
	}
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n")
	table := fmt.Sprintf("xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for i, o := range objects {
		table += fmt.Sprintf("%010d 00000 n \n", out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := out.Len()
	fmt.Fprintf(&out, "%strailer<</Size %d/Root 1 0 R/Info 8 0 R>>\nstartxref\n%d\n%%%%EOF\n%s", table, len(objects)+1, start, m.behind)
	return out.Bytes()
}

// realFile is a file of the kind that its name says, which says a text.
func realFile(name, text string) []byte {
	var b bytes.Buffer
	var err error
	switch strings.ToLower(filepath.Ext(name)) {
	case ".pdf":
		return made{text: text}.pdf()
	case ".png":
		err = png.Encode(&b, image.NewGray(image.Rect(0, 0, 1, 1+len(text))))
	case ".zip", ".docx":
		z := zip.NewWriter(&b)
		for part, words := range partsOf(name, text) {
			w, _ := z.Create(part)
			_, _ = w.Write([]byte(words))
		}
		err = z.Close()
	default:
		b.WriteString(text)
	}
	if err != nil {
		panic(err)
	}
	return b.Bytes()
}

func partsOf(name, text string) func(yield func(part, words string) bool) {
	const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
	const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
	const document = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body></w:document>`
	return func(yield func(part, words string) bool) {
		if filepath.Ext(name) == ".zip" {
			yield("indhold.txt", text)
			return
		}
		_ = yield("[Content_Types].xml", types) && yield("_rels/.rels", relations) && yield("word/document.xml", fmt.Sprintf(document, strings.TrimSpace(text)))
	}
}

// makeReal makes the files below content/ what their names say, with the text that they have.
func makeReal(ts *testscript.TestScript) {
	kinds := []string{".pdf", ".png", ".zip", ".docx"}
	_ = filepath.WalkDir(ts.MkAbs("content"), func(name string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() || !slices.Contains(kinds, strings.ToLower(filepath.Ext(name))) {
			return err
		}
		text, err := os.ReadFile(name)
		ts.Check(err)
		if bytes.HasPrefix(text, []byte("%PDF-")) {
			return nil // the script has made it
		}
		return os.WriteFile(name, realFile(name, string(text)), 0o666)
	})
}

// makePDF makes a document of one page: the text of its file, and what is given as page=…, content=… and so on.
func makePDF(ts *testscript.TestScript, _ bool, args []string) {
	change(ts, args[0], func(text string) string {
		m := made{text: text}
		places := map[string]*string{"content": &m.content, "catalog": &m.catalog, "page": &m.page, "info": &m.info, "object": &m.object, "behind": &m.behind}
		for _, a := range args[1:] {
			place, entries, _ := strings.Cut(a, "=")
			if *places[place] = entries; place == "content" && entries == "scan" {
				m.text, m.content = "", "q 595 0 0 842 0 0 cm /I Do Q"
			}
		}
		return string(m.pdf())
	})
}
