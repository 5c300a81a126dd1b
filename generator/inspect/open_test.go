package inspect

import (
	"encoding/base64"
	"maps"
	"slices"
	"strings"
	"testing"

	"referat/generator/inspect/found"
)

const openNames = ` xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"` +
	` xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"` +
	` xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0"` +
	` xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0"` +
	` xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"` +
	` xmlns:script="http://openoffice.org/2000/script" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"`

func openPart(root, inside string) string {
	return xmlHead + "<" + root + openNames + ">" + inside + "</" + root + ">"
}

// openFile is a file of LibreOffice with content and other parts.
func openFile(content string, more parts) []byte {
	all := parts{"META-INF/manifest.xml": openPart("manifest:manifest", ""), "content.xml": openPart("office:document-content", content)}
	maps.Copy(all, more)
	list := []string{"mimetype", "application/vnd.oasis.opendocument.text"}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		list = append(list, name, all[name])
	}
	return []byte(zipped(list...))
}

func TestANumberIsFoundWhereverAFileOfLibreOfficeHidesIt(t *testing.T) {
	n := planted
	style := func(name, property string) string {
		return `<office:automatic-styles><style:style style:name="` + name + `">` + property + `</style:style></office:automatic-styles>`
	}
	line := "<text:p>" + n + "</text:p>"
	meta := func(name string) []byte {
		return openFile("", parts{"meta.xml": openPart("office:document-meta", "<office:meta><"+name+">"+n+"</"+name+"></office:meta>")})
	}
	body := "content.xml"
	checkPlaces(t, "bilag.odt", []place{
		{"in the text", openFile("<text:p>"+n[:4]+"<text:span>"+n[4:]+"</text:span></text:p>", nil), body, nil},
		{"in a table", openFile("<table:table><table:table-row><table:table-cell>"+line+"</table:table-cell></table:table-row></table:table>", nil), body, nil},
		{"deleted", openFile("<text:tracked-changes><text:changed-region><text:deletion>"+line+"</text:deletion></text:changed-region></text:tracked-changes>", nil), body, kinds(found.TrackedChanges)},
		{"in a comment", openFile("<text:p>ord<office:annotation><dc:creator>A</dc:creator>"+line+"</office:annotation></text:p>", nil), body, kinds(found.Comments)},
		{"hidden by a style", openFile(style("S", `<style:text-properties text:display="none"/>`)+`<text:p><text:span text:style-name="S">`+n+"</text:span></text:p>", nil), body, kinds(found.HiddenText)},
		{"hidden by a condition", openFile("<text:p><text:hidden-text>"+n+"</text:hidden-text></text:p>", nil), body, kinds(found.HiddenText)},
		{"in a hidden part", openFile(`<text:section text:display="none">`+line+"</text:section>", nil), body, kinds(found.HiddenText)},
		{"on a hidden sheet", openFile(style("S", `<style:table-properties table:display="false"/>`)+`<table:table table:style-name="S">`+line+"</table:table>", nil), body, kinds(found.HiddenSheet)},
		{"in a hidden row", openFile(`<table:table-row table:visibility="collapse">`+line+"</table:table-row>", nil), body, kinds(found.HiddenRows)},
		{"in a hidden column", openFile(`<table:table-column table:visibility="collapse"/>`+line, nil), body, kinds(found.HiddenColumns)},
		{"on a hidden slide", openFile(style("S", `<style:drawing-page-properties presentation:visibility="hidden"/>`)+`<draw:page draw:style-name="S">`+line+"</draw:page>", nil), body, kinds(found.HiddenSlide)},
		{"in the speaker's notes", openFile("<draw:page><presentation:notes>"+line+"</presentation:notes></draw:page>", nil), body, kinds(found.SpeakerNotes)},
		{"around a comment", openFile("<text:p>"+n[:4]+"<office:annotation><dc:creator>A</dc:creator><text:p>ord</text:p></office:annotation>"+n[4:]+"</text:p>", nil), body, kinds(found.Comments)},
		{"in an alternative text", openFile("<draw:frame><svg:desc>"+n+"</svg:desc></draw:frame>", nil), body, nil},
		{"in the name of a sheet", openFile(`<table:table table:name="`+n+`"/>`, nil), "content.xml#attributes", nil},
		{"in a header", openFile("", parts{"styles.xml": openPart("office:document-styles", "<style:header>"+line+"</style:header>")}), "styles.xml", nil},
		{"as author", meta("meta:initial-creator"), "meta.xml#initial-creator", kinds(found.Author)},
		{"as whoever saved it last", meta("dc:creator"), "meta.xml#creator", kinds(found.LastModifiedBy)},
		{"as title", meta("dc:title"), "meta.xml#title", kinds(found.Title)},
		{"in a property of its own", meta("meta:user-defined"), "meta.xml", kinds(found.CustomProperties)},
		{"in a link to a disk", openFile(`<text:a xlink:href="file:///C:/`+n+`.odt"/>`, nil), "content.xml#attributes", kinds(found.ExternalLink)},
		{"in the printer's name", openFile("", parts{"settings.xml": openPart("office:document-settings", `<config:config-item config:name="PrinterName">`+n+`</config:config-item>`)}), "settings.xml", kinds(found.PrinterSettings)},
		{"in what the printer's program keeps", openFile("", parts{"settings.xml": openPart("office:document-settings", `<config:config-item config:name="PrinterSetup">`+base64.StdEncoding.EncodeToString([]byte(strings.Repeat("\x00\x01", 200)+n))+`</config:config-item>`)}), "settings.xml", kinds(found.PrinterSettings)},
		{"in a part beside an empty one", openFile("<text:p>"+n+"</text:p>", parts{"Configurations2/accelerator/current.xml": ""}), body, nil},
		{"in a program", openFile("", parts{"Basic/Standard/Module1.xml": openPart("script:module", "REM "+n)}), "Basic/Standard/Module1.xml", kinds(found.Script)},
		{"in an object within it", openFile("", parts{"Object 1/content.xml": openPart("office:document-content", line)}), "Object 1/content.xml", nil},
		{"in a smaller picture of it", openFile("", parts{"Thumbnails/thumbnail.png": png(chunk("tEXt", "Software\x00"+n))}), "Thumbnails/thumbnail.png#remark", kinds(found.Thumbnail)},
	})
}

func TestTheValueOfACellIsReadWithItsFirstZero(t *testing.T) {
	bare := strings.Replace(planted, "-", "", 1)
	l := look("a.ods", openFile(`<table:table-cell office:value="`+strings.TrimPrefix(bare, "0")+`"/>`, nil))
	if !strings.Contains(l.words["content.xml#values"], bare) {
		t.Errorf("words are %q", l.words)
	}
}

func TestPartsOfAFileOfLibreOfficeThatNeedAPasswordAreReported(t *testing.T) {
	list := openPart("manifest:manifest", `<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>`)
	l := look("a.odt", openFile("", parts{"META-INF/manifest.xml": list}))
	l.checkUnread(t, notRead("content.xml", found.Encrypted))
}
