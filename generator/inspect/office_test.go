package inspect

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"referat/generator/inspect/found"
)

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// names are the prefixes of Office, as every part of these tests has them.
const names = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
	` xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"` +
	` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"` +
	` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"` +
	` xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"` +
	` xmlns:p188="http://schemas.microsoft.com/office/powerpoint/2018/8/main" xmlns:pc="http://schemas.microsoft.com/office/powerpoint/2013/main/command"` +
	` xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"` +
	` xmlns:tc="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"` +
	` xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml"` +
	` xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"` +
	` xmlns:app="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" xmlns:cust="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"`

// part is a part of XML.
func xmlPart(root, inside string) string {
	return xmlHead + "<" + root + names + ">" + inside + "</" + root + ">"
}

// parts are the parts of a file by name.
type parts map[string]string

const (
	officeTypes = "application/vnd.openxmlformats-officedocument."
	msTypes     = "application/vnd.ms-"
)

// typesOf are what parts are said to be, by what their names contain.
var typesOf = []struct{ name, kind string }{
	{"word/document.xml", officeTypes + "wordprocessingml.document.main+xml"}, {"word/styles.xml", officeTypes + "wordprocessingml.styles+xml"},
	{"xl/workbook.xml", officeTypes + "spreadsheetml.sheet.main+xml"}, {"xl/styles.xml", officeTypes + "spreadsheetml.styles+xml"},
	{"xl/sharedStrings.xml", officeTypes + "spreadsheetml.sharedStrings+xml"}, {"xl/worksheets/", officeTypes + "spreadsheetml.worksheet+xml"},
	{"ppt/presentation.xml", officeTypes + "presentationml.presentation.main+xml"}, {"ppt/slides/", officeTypes + "presentationml.slide+xml"},
	{"docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"}, {"docProps/app.xml", officeTypes + "extended-properties+xml"},
	{"docProps/custom.xml", officeTypes + "custom-properties+xml"}, {"word/comments.xml", officeTypes + "wordprocessingml.comments+xml"},
	{"word/people.xml", officeTypes + "wordprocessingml.people+xml"}, {"xl/comments1.xml", officeTypes + "spreadsheetml.comments+xml"},
	{"xl/persons/", msTypes + "excel.person+xml"}, {"ppt/comments/", msTypes + "powerpoint.comments+xml"}, {"ppt/authors.xml", msTypes + "powerpoint.authors+xml"},
	{"ppt/commentAuthors.xml", officeTypes + "presentationml.commentAuthors+xml"},
	{"printerSettings", officeTypes + "spreadsheetml.printerSettings"}, {"vbaProject.bin", msTypes + "office.vbaProject"},
}

// packed is the file of the parts, which says what they are.
func (p parts) packed() []byte {
	types := `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="odttf" ContentType="` + officeTypes + `obfuscatedFont"/><Default Extension="vml" ContentType="` + officeTypes + `vmlDrawing"/>`
	list := []string{}
	for _, name := range slices.Sorted(maps.Keys(p)) {
		for _, t := range typesOf {
			if strings.Contains(name, t.name) && !strings.HasSuffix(name, ".rels") {
				types += fmt.Sprintf(`<Override PartName="/%s" ContentType=%q/>`, name, t.kind)
			}
		}
		list = append(list, name, p[name])
	}
	return []byte(zipped(append([]string{"[Content_Types].xml", xmlHead + types + "</Types>"}, list...)...))
}

func relations(inside string) string {
	return xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + inside + `</Relationships>`
}

func external(kind, target string) string {
	return fmt.Sprintf(`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target=%q TargetMode="External"/>`, kind, target)
}

// document is a file of Word with a body and other parts.
func document(body string, more parts) []byte {
	all := parts{"word/document.xml": xmlPart("w:document", "<w:body>"+body+"</w:body>")}
	maps.Copy(all, more)
	return all.packed()
}

func run(text string) string { return "<w:r><w:t>" + text + "</w:t></w:r>" }

func looks(properties, text string) string {
	return "<w:r><w:rPr>" + properties + "</w:rPr><w:t>" + text + "</w:t></w:r>"
}

func par(inside ...string) string { return "<w:p>" + strings.Join(inside, "") + "</w:p>" }

func (l looked) checkTraces(t *testing.T, want ...found.TraceKind) {
	t.Helper()
	got := map[found.TraceKind]bool{}
	for _, trace := range l.Traces {
		got[trace.Kind] = true
	}
	for _, kind := range want {
		if !got[kind] {
			t.Errorf("no trace of %s in %v", kind, l.Traces)
		}
		delete(got, kind)
	}
	for kind := range got {
		t.Errorf("a trace of %s where there is none", kind)
	}
}

// place is somewhere in a file that a number can hide.
type place struct {
	name   string
	data   []byte
	path   string // where it is found
	traces []found.TraceKind
}

func checkPlaces(t *testing.T, file string, places []place) {
	t.Helper()
	for _, p := range places {
		t.Run(p.name, func(t *testing.T) {
			l := look(file, p.data)
			l.checkFound(t, p.path)
			l.checkUnread(t)
			l.checkTraces(t, p.traces...)
			if s := fmt.Sprint(l.Report); strings.Contains(s, planted[5:]) {
				t.Error("the report holds the number")
			}
		})
	}
}

func kinds(k ...found.TraceKind) []found.TraceKind { return k }

func TestANumberIsFoundWhereverADocumentHidesIt(t *testing.T) {
	n := planted
	body := "word/document.xml"
	in := func(name, root, inside string) []byte {
		return document(par(run("ord")), parts{name: xmlPart(root, inside)})
	}
	checkPlaces(t, "bilag.docx", []place{
		{"in the text", document(par(run(n)), nil), body, nil},
		{"parted by runs", document(par(run(n[:3]), `<w:r><w:rPr><w:b/></w:rPr><w:t>`+n[3:8]+`</w:t></w:r>`, `<w:bookmarkStart w:id="0" w:name="a"/>`, run(n[8:])), nil), body, nil},
		{"with a hyphen that does not break", document(par("<w:r><w:t>"+n[:6]+"</w:t><w:noBreakHyphen/><w:t>"+n[7:]+"</w:t></w:r>"), nil), body, nil},
		{"in a table", document("<w:tbl><w:tr><w:tc>"+par(run(n))+"</w:tc></w:tr></w:tbl>", nil), body, nil},
		{"in a text box", document(par(`<w:r><w:pict><v:textbox><w:txbxContent>`+par(run(n))+`</w:txbxContent></v:textbox></w:pict></w:r>`), nil), body, nil},
		{"inserted", document(par(`<w:ins w:id="1" w:author="A">`+run(n)+`</w:ins>`), nil), body, kinds(found.TrackedChanges)},
		{"deleted", document(par(`<w:del w:id="1" w:author="A"><w:r><w:delText>`+n+`</w:delText></w:r></w:del>`), nil), body, kinds(found.TrackedChanges)},
		{"moved away", document(par(`<w:moveFrom w:id="1" w:author="A">`+run(n)+`</w:moveFrom>`), nil), body, kinds(found.TrackedChanges)},
		{"around what has been deleted", document(par(run(n[:4]), `<w:del w:id="1"><w:r><w:delText>77</w:delText></w:r></w:del>`, run(n[4:])), nil), body, kinds(found.TrackedChanges)},
		{"before something was inserted", document(par(run(n[:4]), `<w:ins w:id="1">`+run("77")+`</w:ins>`, run(n[4:])), nil), body, kinds(found.TrackedChanges)},
		{"around hidden text", document(par(run(n[:4]), looks("<w:vanish/>", "77"), run(n[4:])), nil), body, kinds(found.HiddenText)},
		{"hidden", document(par(looks("<w:vanish/>", n)), nil), body, kinds(found.HiddenText)},
		{"white", document(par(looks(`<w:color w:val="FFFFFF"/>`, n)), nil), body, kinds(found.HiddenText)},
		{"too small to see", document(par(looks(`<w:sz w:val="2"/>`, n)), nil), body, kinds(found.HiddenText)},
		{"under a black marker", document(par(looks(`<w:highlight w:val="black"/>`, n)), nil), body, kinds(found.Covered)},
		{"hidden by a style", document(par(looks(`<w:rStyle w:val="S"/>`, n)), parts{"word/styles.xml": xmlPart("w:styles", `<w:style w:styleId="T"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="S"><w:basedOn w:val="T"/></w:style>`)}), body, kinds(found.HiddenText)},
		{"in a field's instruction", document(par(`<w:r><w:instrText>QUOTE "`+n+`"</w:instrText></w:r>`), nil), body, nil},
		{"around a picture", document(par(run(n[:4]), `<w:r><w:drawing><wp:anchor><wp:positionH><wp:posOffset>777</wp:posOffset></wp:positionH></wp:anchor></w:drawing></w:r>`, run(n[4:])), nil), body, nil},
		{"around a field's instruction", document(par(run(n[:4]), `<w:r><w:instrText>PAGE</w:instrText></w:r>`, run(n[4:])), nil), body, nil},
		{"as signs of a font", document(par(`<w:r><w:sym w:font="Symbol" w:char="F030"/></w:r>`, run(n[1:])), nil), body, nil},
		{"in a formula", document(par(`<m:oMath><m:r><m:t>`+n+`</m:t></m:r></m:oMath>`), nil), body, nil},
		{"in an alternative text", document(par(`<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Billede" descr="Billede af `+n+`"/></wp:inline></w:drawing></w:r>`), nil), body + "#attributes", nil},
		{"in the name of a bookmark", document(par(`<w:bookmarkStart w:id="0" w:name="b`+n+`"/>`), nil), body + "#attributes", nil},
		{"in a remark of XML", document(par("<!-- "+n+" -->"), nil), body + "#attributes", nil},
		{"in a header", in("word/header1.xml", "w:hdr", par(run(n))), "word/header1.xml", nil},
		{"in a footer", in("word/footer1.xml", "w:ftr", par(run(n))), "word/footer1.xml", nil},
		{"in a footnote", in("word/footnotes.xml", "w:footnotes", `<w:footnote w:id="1">`+par(run(n))+`</w:footnote>`), "word/footnotes.xml", nil},
		{"in an endnote", in("word/endnotes.xml", "w:endnotes", `<w:endnote w:id="1">`+par(run(n))+`</w:endnote>`), "word/endnotes.xml", nil},
		{"in a comment", in("word/comments.xml", "w:comments", `<w:comment w:id="1" w:author="A">`+par(run(n))+`</w:comment>`), "word/comments.xml", kinds(found.Comments)},
		{"in the name of whoever commented", in("word/comments.xml", "w:comments", `<w:comment w:id="1" w:author="A `+n+`"/>`), "word/comments.xml#attributes", kinds(found.Comments)},
		{"in the list of people", in("word/people.xml", "w15:people", `<w15:person w15:author="A `+n+`"/>`), "word/people.xml#attributes", kinds(found.People)},
		{"in a variable", in("word/settings.xml", "w:settings", `<w:docVars><w:docVar w:name="nr" w:val="`+n+`"/></w:docVars>`), "word/settings.xml#attributes", kinds(found.CustomProperties)},
		{"in a building block", in("word/glossary/document.xml", "w:glossaryDocument", par(run(n))), "word/glossary/document.xml", nil},
		{"in data of its own", in("customXml/item1.xml", "sag", "<borger><nummer>"+n+"</nummer></borger>"), "customXml/item1.xml", nil},
		{"in mixed data of its own", in("customXml/item1.xml", "sag", "borger <fed>"+n[:5]+"</fed>"+n[5:]), "customXml/item1.xml", nil},
		{"as author", in("docProps/core.xml", "cp:coreProperties", "<dc:creator>"+n+"</dc:creator>"), "docProps/core.xml#creator", kinds(found.Author)},
		{"as whoever saved it last", in("docProps/core.xml", "cp:coreProperties", "<cp:lastModifiedBy>"+n+"</cp:lastModifiedBy>"), "docProps/core.xml#lastModifiedBy", kinds(found.LastModifiedBy)},
		{"as title", in("docProps/core.xml", "cp:coreProperties", "<dc:title>"+n+"</dc:title>"), "docProps/core.xml#title", kinds(found.Title)},
		{"as subject", in("docProps/core.xml", "cp:coreProperties", "<dc:subject>"+n+"</dc:subject>"), "docProps/core.xml#subject", kinds(found.Properties)},
		{"as company", in("docProps/app.xml", "app:Properties", "<app:Company>"+n+"</app:Company>"), "docProps/app.xml#Company", kinds(found.Company)},
		{"as manager", in("docProps/app.xml", "app:Properties", "<app:Manager>"+n+"</app:Manager>"), "docProps/app.xml#Manager", kinds(found.Manager)},
		{"in a property of its own", in("docProps/custom.xml", "cust:Properties", `<cust:property name="nr"><lpwstr>`+n+`</lpwstr></cust:property>`), "docProps/custom.xml", kinds(found.CustomProperties)},
		{"in a link", document("", parts{"word/_rels/document.xml.rels": relations(external("hyperlink", "https://a.dk/?nr="+n))}), "word/_rels/document.xml.rels#attributes", nil},
		{"in the path of a template", document("", parts{"word/_rels/settings.xml.rels": relations(external("attachedTemplate", `file:///C:\`+n+`\a.dotx`))}), "word/_rels/settings.xml.rels#attributes", kinds(found.Template)},
		{"in the data that a chart has kept", in("word/charts/chart1.xml", "c:chartSpace", `<c:cat><c:strRef><c:strCache><c:pt idx="0"><c:v>`+n+`</c:v></c:pt></c:strCache></c:strRef></c:cat>`), "word/charts/chart1.xml", nil},
		{"in an embedded document", document("", parts{"word/embeddings/a.docx": string(document(par(run(n)), nil))}), "word/embeddings/a.docx!word/document.xml", kinds(found.EmbeddedFile)},
		{"in an embedded text", document("", parts{"word/afchunk1.txt": n}), "word/afchunk1.txt", kinds(found.EmbeddedFile)},
		{"in the name of a part", document("", parts{"customXml/" + n + ".xml": xmlPart("a", "")}), "#structure", nil},
	})
}

func TestADocumentWithoutTracesHasNone(t *testing.T) {
	l := look("bilag.docx", document(
		par(run("Ord"))+
			`<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr>`+par(looks(`<w:color w:val="FFFFFF"/>`, "hvid på blå"))+`</w:tc></w:tr></w:tbl>`+
			`<w:tbl><w:tblPr><w:tblStyle w:val="Gitter"/></w:tblPr><w:tr><w:tc>`+par(looks(`<w:color w:val="FFFFFF"/>`, "hvid i en tabel med en typografi"))+`</w:tc></w:tr></w:tbl>`+
			par(looks(`<w:vanish w:val="0"/>`, "ikke skjult"), looks("<w:vanish/>", " ")),
		parts{
			"docProps/core.xml":            xmlPart("cp:coreProperties", "<dc:creator></dc:creator><dc:title/>"),
			"docProps/app.xml":             xmlPart("app:Properties", "<app:Template>Normal.dotm</app:Template><app:Application>Word</app:Application>"),
			"word/_rels/document.xml.rels": relations(external("hyperlink", "https://ngc.dk/") + external("hyperlink", "mailto:kontakt@example.org")),
			"word/fonts/font1.odttf":       "\x01\x02\x03",
		}))
	l.checkTraces(t)
	l.checkUnread(t)
}

func TestNumbersThatProgramsDrawLotsForAreNoWords(t *testing.T) {
	bare := strings.Replace(planted, "-", "", 1)
	l := look("bilag.docx", document(`<w:p w:rsidR="`+bare+`" w14:paraId="`+bare+`"><w:sdt><w:sdtPr><w:id w:val="-`+bare+`"/></w:sdtPr></w:sdt>`+
		`<w:r><w:drawing><wp:inline><wp:extent cx="`+bare+`" cy="1"/><wp:docPr id="`+bare+`" name="a"/></wp:inline></w:drawing></w:r></w:p>`,
		parts{"word/charts/chart1.xml": xmlPart("c:chartSpace", `<c:axId val="`+bare+`"/><a:ext uri="{`+bare[:8]+`-0000-0000-0000-000000000000}"/>`)}))
	for path, words := range l.words {
		if strings.Contains(words, bare[:8]) {
			t.Errorf("words of %q are %q", path, words)
		}
	}
}

func TestALinkToAPageIsNoTraceAndOneToADiskIs(t *testing.T) {
	for target, trace := range map[string]bool{
		"https://ngc.dk/": false, "mailto:kontakt@example.org": false, "#punkt-1": false, "bilag.docx": true, "../bilag.docx": true,
		`file:///C:\bilag.docx`: true, `\\server\mappe`: true, `C:\bilag.docx`: true, "//server/mappe": true,
	} {
		l := look("a.docx", document("", parts{"word/_rels/document.xml.rels": relations(external("hyperlink", strings.ReplaceAll(target, `\\`, `\`)))}))
		if got := len(l.Traces) > 0; got != trace {
			t.Errorf("%s: a trace: %v", target, got)
		}
	}
	look("a.docx", document("", parts{"word/_rels/document.xml.rels": relations(external("image", "https://example.org/a.png"))})).checkTraces(t, found.ExternalLink)
}

func TestPartsOfADocumentThatCannotBeReadAreReported(t *testing.T) {
	for name, c := range map[string]struct {
		name, inside string
		why          found.Reason
	}{
		"macros":                 {"word/vbaProject.bin", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", found.Macros},
		"an old workbook":        {"word/embeddings/oleObject1.bin", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", found.OldOffice},
		"a film":                 {"word/media/film.mp4", "\x00\x00\x00\x18ftypmp42", found.Sound},
		"bytes":                  {"word/activeX/activeX1.bin", "\x01\x02\x03\xFF", found.UnknownKind},
		"XML that does not end":  {"customXml/item1.xml", "<a>ord", found.Damaged},
		"entities":               {"customXml/item1.xml", `<!DOCTYPE a [<!ENTITY b "ord">]><a>&b;</a>`, found.Damaged},
		"XML that is too deep":   {"customXml/item1.xml", strings.Repeat("<a>", 300) + strings.Repeat("</a>", 300), found.Damaged},
		"XML that is none":       {"customXml/item1.xml", "ord", found.Damaged},
		"a file in letters":      {"customXml/item1.xml#file", "", found.UnknownKind},
		"a part nobody explains": {"word/ukendt", "\x00\x01", found.UnknownKind},
	} {
		t.Run(name, func(t *testing.T) {
			more := parts{c.name: c.inside}
			if c.inside == "" {
				more = parts{"customXml/item1.xml": "<a>" + strings.Repeat("AAECAwQFBgcICQoLDA0ODw", 40) + "AAA=</a>"}
			}
			l := look("bilag.docx", document(par(run("ord")), more))
			if !slices.Contains(l.Unread, notRead(c.name, c.why)) {
				t.Errorf("unread are %v", l.Unread)
			}
		})
	}
}
