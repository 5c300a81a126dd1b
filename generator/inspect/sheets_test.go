package inspect

import (
	"maps"
	"strings"
	"testing"

	"referat/generator/inspect/found"
)

// workbook is a file of Excel with the rows of its sheet and other parts.
func workbook(rows string, more parts) []byte {
	all := parts{
		"xl/workbook.xml":          xmlPart("x:workbook", `<x:sheets><x:sheet name="Ark1" sheetId="1" r:id="rId1"/></x:sheets>`),
		"xl/worksheets/sheet1.xml": xmlPart("x:worksheet", "<x:sheetData>"+rows+"</x:sheetData>"),
	}
	maps.Copy(all, more)
	return all.packed()
}

func cell(kind, value string) string {
	return `<x:c r="A1" t="` + kind + `"><x:v>` + value + `</x:v></x:c>`
}

func styled(style, value string) string {
	return `<x:c r="A1" s="` + style + `"><x:v>` + value + `</x:v></x:c>`
}

func TestANumberIsFoundWhereverAWorkbookHidesIt(t *testing.T) {
	n := planted
	sheet := "xl/worksheets/sheet1.xml"
	in := func(name, root, inside string) []byte { return workbook("", parts{name: xmlPart(root, inside)}) }
	table := func(inside string) parts {
		return parts{"xl/sharedStrings.xml": xmlPart("x:sst", inside)}
	}
	bare := n[:6] + n[7:]
	styles := parts{"xl/styles.xml": xmlPart("x:styleSheet", `<x:numFmts><x:numFmt numFmtId="164" formatCode="000000\-0000"/><x:numFmt numFmtId="165" formatCode=";;;"/></x:numFmts>`+
		`<x:fonts><x:font/><x:font><x:color rgb="FFFFFFFF"/></x:font></x:fonts><x:fills><x:fill><x:patternFill patternType="none"/></x:fill><x:fill><x:patternFill patternType="solid"/></x:fill></x:fills>`+
		`<x:cellXfs><x:xf numFmtId="0" fontId="0" fillId="0"/><x:xf numFmtId="164" fontId="0" fillId="0"/><x:xf numFmtId="165" fontId="0" fillId="0"/><x:xf numFmtId="0" fontId="1" fillId="0"/><x:xf numFmtId="164" fontId="1" fillId="1"/></x:cellXfs>`)}
	checkPlaces(t, "bilag.xlsx", []place{
		{"in a cell", workbook(`<x:row>`+cell("str", n)+`</x:row>`, nil), sheet, nil},
		{"in a cell of rich text", workbook(`<x:row><x:c t="inlineStr"><x:is><x:r><x:t>`+n[:4]+`</x:t></x:r><x:r><x:t>`+n[4:]+`</x:t></x:r></x:is></x:c></x:row>`, nil), sheet, nil},
		{"in the table of strings", workbook(`<x:row>`+cell("s", "1")+`</x:row>`, table("<x:si><x:t>ord</x:t></x:si><x:si><x:r><x:t>"+n[:4]+"</x:t></x:r><x:r><x:t>"+n[4:]+"</x:t></x:r></x:si>")), sheet, nil},
		{"in a string that no cell has", workbook(`<x:row>`+cell("s", "0")+`</x:row>`, table("<x:si><x:t>ord</x:t></x:si><x:si><x:t>"+n+"</x:t></x:si>")), "xl/sharedStrings.xml", nil},
		{"as a number shown as that of a person", workbook(`<x:row>`+styled("1", strings.TrimPrefix(bare, "0"))+`</x:row>`, styles), sheet, nil},
		{"as a number with a power", workbook(`<x:row>`+styled("1", bare[1:2]+"."+bare[2:]+"E8")+`</x:row>`, styles), sheet, nil},
		{"white on a ground", workbook(`<x:row>`+styled("4", bare)+`</x:row>`, styles), sheet, nil},
		{"in a formula", workbook(`<x:row><x:c><x:f>"`+n+`"</x:f><x:v>0</x:v></x:c></x:row>`, nil), sheet, nil},
		{"in a hidden row", workbook(`<x:row hidden="1">`+cell("str", n)+`</x:row>`, nil), sheet, kinds(found.HiddenRows)},
		{"in a hidden column", in(sheet, "x:worksheet", `<x:cols><x:col min="1" max="1" hidden="1"/></x:cols><x:sheetData><x:row>`+cell("str", n)+`</x:row></x:sheetData>`), sheet, kinds(found.HiddenColumns)},
		{"in a hidden sheet", in("xl/workbook.xml", "x:workbook", `<x:sheets><x:sheet name="`+n+`" state="veryHidden"/></x:sheets>`), "xl/workbook.xml#attributes", kinds(found.HiddenSheet)},
		{"in a name", in("xl/workbook.xml", "x:workbook", `<x:definedNames><x:definedName name="a" hidden="1">"`+n+`"</x:definedName></x:definedNames>`), "xl/workbook.xml", nil},
		{"in a comment", in("xl/comments1.xml", "x:comments", `<x:commentList><x:comment ref="A1"><x:text><x:r><x:t>`+n[:4]+`</x:t></x:r><x:r><x:t>`+n[4:]+`</x:t></x:r></x:text></x:comment></x:commentList>`), "xl/comments1.xml", kinds(found.Comments)},
		{"in a conversation", in("xl/threadedComments/threadedComment1.xml", "tc:ThreadedComments", `<tc:threadedComment ref="A1"><tc:text>`+n+`</tc:text></tc:threadedComment>`), "xl/threadedComments/threadedComment1.xml", kinds(found.Comments)},
		{"in the list of people", in("xl/persons/person.xml", "tc:personList", `<tc:person displayName="A `+n+`"/>`), "xl/persons/person.xml#attributes", kinds(found.People)},
		{"in what a pivot table has kept", in("xl/pivotCache/pivotCacheRecords1.xml", "x:pivotCacheRecords", `<x:r><x:s v="`+n+`"/></x:r>`), "xl/pivotCache/pivotCacheRecords1.xml#attributes", kinds(found.CachedData)},
		{"in what another workbook said", in("xl/externalLinks/externalLink1.xml", "x:externalLink", `<x:externalBook><x:sheetDataSet><x:sheetData><x:row><x:cell r="A1"><x:v>`+n+`</x:v></x:cell></x:row></x:sheetData></x:sheetDataSet></x:externalBook>`), "xl/externalLinks/externalLink1.xml", kinds(found.CachedData)},
		{"in the path of another workbook", workbook("", parts{"xl/externalLinks/_rels/externalLink1.xml.rels": relations(external("externalLinkPath", `file:///H:\`+n+`.xlsx`))}), "xl/externalLinks/_rels/externalLink1.xml.rels#attributes", kinds(found.ExternalLink)},
		{"in the folder it was saved in", in("xl/workbook.xml", "x:workbook", `<x15ac:absPath url="C:\Users\a\`+n+`\"/>`), "xl/workbook.xml#attributes", kinds(found.Folder)},
		{"in a header", in(sheet, "x:worksheet", `<x:headerFooter><x:oddHeader>&amp;L`+n+`</x:oddHeader></x:headerFooter>`), sheet, nil},
		{"in a list to choose from", in(sheet, "x:worksheet", `<x:dataValidations><x:dataValidation prompt="nr. `+n+`"/></x:dataValidations>`), sheet + "#attributes", nil},
		{"in the printer's settings", workbook("", parts{"xl/printerSettings/printerSettings1.bin": "\x01\x00" + strings.Join(strings.Split(`\\print\`+n, ""), "\x00") + "\x00\x00\x00"}), "xl/printerSettings/printerSettings1.bin", kinds(found.PrinterSettings)},
		{"in an old drawing", workbook("", parts{"xl/drawings/vmlDrawing1.vml": `<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>ord<br>` + n + `</v:textbox></xml>`}), "xl/drawings/vmlDrawing1.vml", nil},
		{"shown by no format", workbook(`<x:row>`+`<x:c r="A1" s="2" t="str"><x:v>`+n+`</x:v></x:c></x:row>`, styles), sheet, kinds(found.HiddenText)},
		{"white on white", workbook(`<x:row>`+`<x:c r="A1" s="3" t="str"><x:v>`+n+`</x:v></x:c></x:row>`, styles), sheet, kinds(found.HiddenText)},
	})
}

func TestNumbersOfASheetAreReadAsItShowsThem(t *testing.T) {
	l := look("a.xlsx", workbook(`<x:row>`+cell("n", "20621")+cell("n", "0.10000000000000001")+cell("s", "7")+`</x:row><x:row>`+cell("n", "-5")+`</x:row>`, nil))
	if got, want := l.words["xl/worksheets/sheet1.xml"], "20621\t0.10\t7\n-5\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAStringThatACellHasIsReadOnce(t *testing.T) {
	l := look("a.xlsx", workbook(`<x:row>`+cell("s", "0")+`</x:row>`, parts{"xl/sharedStrings.xml": xmlPart("x:sst", "<x:si><x:t>ord</x:t></x:si>")}))
	if got := l.words["xl/worksheets/sheet1.xml"] + l.words["xl/sharedStrings.xml"]; got != "ord\n" {
		t.Errorf("words are %q", got)
	}
}

func TestABinaryWorkbookIsUnread(t *testing.T) {
	l := look("a.xlsb", parts{"xl/workbook.bin": "\x83\x01\x00", "xl/worksheets/sheet1.bin": "\x81\x01\x00"}.packed())
	l.checkUnread(t, notRead("xl/workbook.bin", found.UnknownKind), notRead("xl/worksheets/sheet1.bin", found.UnknownKind))
}
