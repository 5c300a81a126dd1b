package docx

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"strings"
	"testing"
	"unicode/utf16"

	"referat/generator/intake/manuscript"
)

func TestWhatCannotBeReadIsRefusedWithAReason(t *testing.T) {
	ole := "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 600)
	wide := func(s string) string {
		var b bytes.Buffer
		binary.Write(&b, binary.LittleEndian, utf16.Encode([]rune(s)))
		return b.String()
	}
	with := func(name, inside string) []byte {
		files := written{body: p(txt("tekst")), styles: normal}.files()
		if files[name] = inside; inside == "" {
			delete(files, name)
		}
		return zipped(files)
	}
	whole := written{body: p(txt("tekst"))}.bytes()
	document := func(inside string) []byte {
		return with("word/document.xml", xmlPart("w:document", "<w:body>"+inside+"</w:body>"))
	}
	for _, c := range []struct {
		name string
		data []byte
		want manuscript.Why
	}{
		{"nothing", nil, manuscript.Damaged},
		{"text", []byte("Referat af møde"), manuscript.Damaged},
		{"cut short", whole[:len(whole)/2], manuscript.Damaged},
		{"a password", []byte(ole + wide("EncryptedPackage")), manuscript.Encrypted},
		{"Word before 2007", []byte(ole + wide("WordDocument")), manuscript.OldFormat},
		{"RTF", []byte(`{\rtf1\ansi Referat}`), manuscript.OldFormat},
		{"a zip of something else", zipped(map[string]string{"a.txt": "a"}), manuscript.Damaged},
		{"no document in it", with("word/document.xml", ""), manuscript.Damaged},
		{"a sheet", with("word/document.xml", `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>`), manuscript.Damaged},
		{"a part that is referred to is not there", with("word/styles.xml", ""), manuscript.Damaged},
		{"XML that does not end", with("word/document.xml", strings.TrimSuffix(xmlPart("w:document", ""), "</w:document>")), manuscript.Damaged},
		{"an entity of its own", with("word/document.xml", `<!DOCTYPE x [<!ENTITY a "b">]>`+xmlPart("w:document", "")), manuscript.Damaged},
		{"an entity nobody has defined", document(p(txt("&HEMMELIG;"))), manuscript.Damaged},
		{"elements too deep", document(strings.Repeat("<w:sdt>", maxDepth) + strings.Repeat("</w:sdt>", maxDepth)), manuscript.TooLarge},
		{"fields too deep", document(p(strings.Repeat(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>`, maxFields+1))), manuscript.TooLarge},
		{"too many elements", document(strings.Repeat("<w:p/>", maxElements)), manuscript.TooLarge},
		{"a run too long", document(p(txt(strings.Repeat("ab ", maxRun/3+1)))), manuscript.TooLarge},
		{"a part that unpacks to too much", document(strings.Repeat(" ", maxPart)), manuscript.TooLarge},
		{"a part packed tighter than any text", document(strings.Repeat(" ", maxPart/2)), manuscript.TooLarge},
		{"a picture and no text", document(p(`<w:r><w:drawing><wp:docPr descr="Et billede"/><pic:pic/></w:drawing></w:r>`)), manuscript.NoText},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := readBytes(c.data, false)
			var refusal *manuscript.Refusal
			if !errors.As(err, &refusal) || refusal.Why != c.want {
				t.Fatalf("got %v, want %s", err, c.want)
			}
			if strings.Contains(err.Error(), secret) {
				t.Errorf("the reason holds words of the document: %v", err)
			}
		})
	}
}

func TestStylesBasedOnManyOthersAreRead(t *testing.T) {
	var styles strings.Builder
	for i := range 5_000 {
		fmt.Fprintf(&styles, `<w:style w:type="paragraph" w:styleId="S%d"><w:basedOn w:val="S%d"/></w:style>`, i, i+1)
	}
	checkDump(t, written{styles: styles.String(), body: styled("S0", "tekst")}.bytes(), "1 p: tekst")
}

func TestAPartThatIsThereTwiceIsRefused(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range []string{"word/document.xml", "Word/Document.xml"} {
		if _, err := z.Create(name); err != nil {
			t.Fatal(err)
		}
	}
	z.Close()
	if _, err := readBytes(b.Bytes(), false); err == nil || !strings.Contains(err.Error(), "two parts") {
		t.Errorf("got %v", err)
	}
}

func TestPartsAreFoundByRelationsWhateverTheirNames(t *testing.T) {
	files := written{body: styled("Overskrift1", "Pkt. 1"), styles: heading1}.files()
	moved := map[string]string{
		"_rels/.rels":                    strings.ReplaceAll(files["_rels/.rels"], "word/document.xml", "/Tekst/hoved%20del.xml"),
		"Tekst/hoved del.xml":            files["word/document.xml"],
		`Tekst\_rels\hoved del.xml.rels`: strings.ReplaceAll(files["word/_rels/document.xml.rels"], "styles.xml", "../Typer/S.xml"),
		"typer/s.xml":                    files["word/styles.xml"],
	}
	checkDump(t, zipped(moved), "1 h1: Pkt. 1")
}

func TestStrictDocumentsAreReadAsTransitionalOnesAre(t *testing.T) {
	files := written{body: styled("Overskrift1", "Pkt. 1") + p(`<w:hyperlink r:id="rId9">`+txt("ud")+`</w:hyperlink>`), styles: heading1, links: map[string]string{"rId9": "https://a.dk"}}.files()
	for name, text := range files {
		text = strings.ReplaceAll(text, "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
		files[name] = strings.ReplaceAll(text, "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships")
	}
	checkDump(t, zipped(files), "1 h1: Pkt. 1\n2 p: {→https://a.dk ud}")
}

func TestPrefixesAndEncodingsMayBeOthers(t *testing.T) {
	files := written{body: p(txt("Møde på Ærø"))}.files()
	document := strings.NewReplacer("<w:", "<x:", "</w:", "</x:", "xmlns:w=", "xmlns:x=", "UTF-8", "UTF-16").Replace(files["word/document.xml"])
	var wide bytes.Buffer
	wide.WriteString("\xFF\xFE")
	binary.Write(&wide, binary.LittleEndian, utf16.Encode([]rune(document)))
	files = maps.Clone(files)
	files["word/document.xml"] = wide.String()
	checkDump(t, zipped(files), "1 p: Møde på Ærø")
}

func checkDump(t *testing.T, data []byte, want string) {
	t.Helper()
	d, err := readBytes(data, false)
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.TrimSuffix(dump(d), "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
