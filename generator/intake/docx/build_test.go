package docx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"

	"referat/generator/intake/manuscript"
)

// written is a document as a test writes it: what stands in its parts. What is not said is left out of the file.
type written struct {
	body      string
	styles    string
	numbering string
	footnotes string
	endnotes  string
	comments  string
	settings  string
	heads     map[string]string // name of a part → its text; "header1", "footer1"
	links     map[string]string // id → address
}

const prefixes = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
	` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"` +
	` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"` +
	` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
	` xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"` +
	` xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"` +
	` xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"`

func xmlPart(name, inside string) string {
	return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><` + name + prefixes + ">" + inside + "</" + name + ">"
}

const (
	relationsOf  = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/`
	packageTypes = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	topRelations = packageTypes + `<Relationship Id="rId1" Type="` + relationsOf + `officeDocument" Target="word/document.xml"/></Relationships>`
)

// files are the parts of the document by name.
func (w written) files() map[string]string {
	files := map[string]string{
		"_rels/.rels":       topRelations,
		"word/document.xml": xmlPart("w:document", "<w:body>"+w.body+"</w:body>"),
	}
	rels := packageTypes
	refer := func(id, kind, target string) {
		rels += fmt.Sprintf(`<Relationship Id=%q Type="%s%s" Target=%q/>`, id, relationsOf, kind, target)
	}
	for _, part := range []struct{ kind, inside string }{
		{"styles", w.styles}, {"numbering", w.numbering}, {"footnotes", w.footnotes},
		{"endnotes", w.endnotes}, {"comments", w.comments}, {"settings", w.settings},
	} {
		if part.inside != "" {
			files["word/"+part.kind+".xml"] = xmlPart("w:"+part.kind, part.inside)
			refer(part.kind, part.kind, part.kind+".xml")
		}
	}
	for name, inside := range w.heads {
		kind, root := "header", "w:hdr"
		if strings.HasPrefix(name, "footer") {
			kind, root = "footer", "w:ftr"
		}
		files["word/"+name+".xml"] = xmlPart(root, inside)
		refer(name, kind, name+".xml")
	}
	for id, address := range w.links {
		rels += fmt.Sprintf(`<Relationship Id=%q Type="%shyperlink" Target=%q TargetMode="External"/>`, id, relationsOf, address)
	}
	files["word/_rels/document.xml.rels"] = rels + "</Relationships>"
	return files
}

func (w written) bytes() []byte { return zipped(w.files()) }

func zipped(files map[string]string) []byte { return zippedBy(zip.Deflate, files) }

func zippedBy(method uint16, files map[string]string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		f, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: method})
		if err != nil {
			panic(err)
		}
		f.Write([]byte(files[name]))
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// p is a paragraph of runs, txt a run of text, styled a paragraph of a style.
func p(inside ...string) string { return "<w:p>" + strings.Join(inside, "") + "</w:p>" }
func txt(text string) string    { return `<w:r><w:t xml:space="preserve">` + text + `</w:t></w:r>` }

func styled(style, text string) string {
	return p(`<w:pPr><w:pStyle w:val="`+style+`"/></w:pPr>`, txt(text))
}

// r is a run of text that looks a certain way.
func r(properties, text string) string {
	return `<w:r><w:rPr>` + properties + `</w:rPr><w:t xml:space="preserve">` + text + `</w:t></w:r>`
}

// fieldOf is a field with a code and a result.
func fieldOf(code, result string) string {
	return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">` + code + `</w:instrText></w:r>` +
		`<w:r><w:fldChar w:fldCharType="separate"/></w:r>` + result + `<w:r><w:fldChar w:fldCharType="end"/></w:r>`
}

func table(rows ...string) string { return "<w:tbl><w:tblPr/>" + strings.Join(rows, "") + "</w:tbl>" }
func tr(cells ...string) string   { return "<w:tr>" + strings.Join(cells, "") + "</w:tr>" }
func tc(inside ...string) string  { return "<w:tc>" + strings.Join(inside, "") + "</w:tc>" }

// secret is in every text of these tests that must not come in.
const secret = "HEMMELIG"

// checkKept fails when a document holds a secret anywhere, or when its parts and its raw text do not have the same
// words. Numbers that lists give may stand in the parts alone.
func checkKept(t testing.TB, d *manuscript.Document, numbered bool) {
	t.Helper()
	if at := holds(reflect.ValueOf(d), secret); at != "" {
		t.Errorf("a word that must not be seen is in the document: %q", at)
	}
	count := map[string]int{}
	for _, w := range strings.Fields(d.Raw) {
		count[w]++
	}
	for _, w := range strings.Fields(wordsOf(d)) {
		count[w]--
	}
	for w, n := range count {
		switch {
		case n > 0:
			t.Errorf("%q stands %d times more in the file than in the manuscript", w, n)
		case n < 0 && !(numbered && len(w) < 8):
			t.Errorf("%q stands %d times more in the manuscript than in the file", w, -n)
		}
	}
}

// wordsOf is all that a manuscript has of words.
func wordsOf(d *manuscript.Document) string {
	var s strings.Builder
	for _, b := range d.Blocks {
		s.WriteString(b.Words() + "\n")
	}
	for _, n := range d.Notes {
		s.WriteString(manuscript.Plain(n.Text) + "\n")
	}
	for _, a := range d.Aside {
		s.WriteString(strings.Repeat(a.Words+"\n", a.Times))
	}
	return s.String()
}

// holds is the first string within v that holds a word.
func holds(v reflect.Value, word string) string {
	switch v.Kind() {
	case reflect.String:
		if strings.Contains(v.String(), word) {
			return v.String()
		}
	case reflect.Pointer:
		return holds(v.Elem(), word)
	case reflect.Struct:
		for i := range v.NumField() {
			if found := holds(v.Field(i), word); found != "" {
				return found
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			if found := holds(v.Index(i), word); found != "" {
				return found
			}
		}
	}
	return ""
}

// onlyLetters is the letters and digits of a text, so that texts can be compared whose words are parted otherwise.
func onlyLetters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, text)
}

// example is a document, and how it is to be read.
type example struct {
	name   string
	doc    written
	accept bool
	want   string // the dump; the space before its lines does not count
}

func check(t *testing.T, examples []example) {
	t.Helper()
	for _, e := range examples {
		t.Run(e.name, func(t *testing.T) {
			d, err := readBytes(e.doc.bytes(), e.accept)
			if err != nil {
				t.Fatal(err)
			}
			if got, want := dump(d), unindented(e.want); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
			checkKept(t, d, e.doc.numbering != "")
		})
	}
}

func unindented(text string) string {
	var s strings.Builder
	for line := range strings.Lines(text) {
		line = strings.TrimLeft(line, "\t")
		if strings.HasPrefix(line, "|") {
			line = "\t" + line
		}
		if strings.TrimSpace(line) != "" {
			s.WriteString(strings.TrimSuffix(line, "\n") + "\n")
		}
	}
	return s.String()
}
