package inspect

import (
	"maps"
	"testing"

	"referat/generator/inspect/found"
)

// slides is a file of PowerPoint with a slide and other parts.
func slides(slide string, more parts) []byte {
	all := parts{
		"ppt/presentation.xml":  xmlPart("p:presentation", ""),
		"ppt/slides/slide1.xml": slide,
	}
	maps.Copy(all, more)
	return all.packed()
}

func slide(inside string) string { return xmlPart("p:sld", inside) }

func words(text ...string) string {
	s := "<a:p>"
	for _, t := range text {
		s += "<a:r><a:t>" + t + "</a:t></a:r>"
	}
	return s + "</a:p>"
}

func TestANumberIsFoundWhereverAPresentationHidesIt(t *testing.T) {
	n := planted
	in := func(name, root, inside string) []byte {
		return slides(slide(words("ord")), parts{name: xmlPart(root, inside)})
	}
	one := "ppt/slides/slide1.xml"
	checkPlaces(t, "bilag.pptx", []place{
		{"on a slide", slides(slide(words(n[:4], n[4:])), nil), one, nil},
		{"in a table", slides(slide("<a:tbl><a:tr><a:tc>"+words(n)+"</a:tc></a:tr></a:tbl>"), nil), one, nil},
		{"on a hidden slide", slides(xmlHead+`<p:sld show="0"`+names+">"+words(n)+"</p:sld>", nil), one, kinds(found.HiddenSlide)},
		{"in a hidden shape", slides(slide(`<p:sp><p:nvSpPr><p:cNvPr id="2" name="a" hidden="1"/></p:nvSpPr>`+words(n)+"</p:sp>"), nil), one, kinds(found.HiddenObject)},
		{"in an alternative text", slides(slide(`<p:pic><p:nvPicPr><p:cNvPr id="2" name="a" descr="Kort `+n+`"/></p:nvPicPr></p:pic>`), nil), one + "#attributes", nil},
		{"in the speaker's notes", in("ppt/notesSlides/notesSlide1.xml", "p:notes", words(n)), "ppt/notesSlides/notesSlide1.xml", kinds(found.SpeakerNotes)},
		{"in a comment", in("ppt/comments/comment1.xml", "p:cmLst", `<p:cm authorId="0"><p:text>`+n+`</p:text></p:cm>`), "ppt/comments/comment1.xml", kinds(found.Comments)},
		{"in a new comment", in("ppt/comments/modernComment_1.xml", "p188:cmLst", `<p188:cm authorId="{A}"><p188:txBody>`+words(n)+`</p188:txBody></p188:cm>`), "ppt/comments/modernComment_1.xml", kinds(found.Comments)},
		{"among the authors of comments", in("ppt/commentAuthors.xml", "p:cmAuthorLst", `<p:cmAuthor id="0" name="A `+n+`"/>`), "ppt/commentAuthors.xml#attributes", kinds(found.People)},
		{"in the account of who changed what", in("ppt/changesInfos/changesInfo1.xml", "pc:chgInfo", `<pc:docChgLst><pc:chgData name="A `+n+`"/></pc:docChgLst>`), "ppt/changesInfos/changesInfo1.xml#attributes", kinds(found.TrackedChanges)},
		{"in a tag", in("ppt/tags/tag1.xml", "p:tagLst", `<p:tag name="A" val="`+n+`"/>`), "ppt/tags/tag1.xml#attributes", nil},
		{"on the master of notes", in("ppt/notesMasters/notesMaster1.xml", "p:notesMaster", words(n)), "ppt/notesMasters/notesMaster1.xml", nil},
		{"in a diagram", in("ppt/diagrams/data1.xml", "dataModel", words(n[:4], n[4:])), "ppt/diagrams/data1.xml", nil},
	})
}

func TestTheNumberOfASlideIsNoNoteOfItsSpeaker(t *testing.T) {
	l := look("a.pptx", slides(slide(""), parts{"ppt/notesSlides/notesSlide1.xml": xmlPart("p:notes", `<a:p><a:fld type="slidenum"><a:t>1</a:t></a:fld></a:p>`)}))
	l.checkTraces(t)
}

// What has happened: files that were opened by nobody but a reader who clicked.
func TestTheIncidentsOfPresentationsAreFound(t *testing.T) {
	n := planted
	book := string(workbook(`<x:row>`+cell("str", n)+`</x:row>`, nil))
	chart := xmlPart("c:chartSpace", `<c:ser><c:cat><c:strRef><c:f>Ark1!A1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>`+n+`</c:v></c:pt></c:strCache></c:strRef></c:cat></c:ser>`)
	checkPlaces(t, "oplaeg.pptx", []place{
		{"Region Syddanmark: the data behind a chart", slides(slide(""), parts{"ppt/charts/chart1.xml": chart}), "ppt/charts/chart1.xml", nil},
		{"Region Syddanmark: the workbook behind a chart", slides(slide(""), parts{"ppt/embeddings/Microsoft_Excel_Sheet1.xlsx": book}), "ppt/embeddings/Microsoft_Excel_Sheet1.xlsx!xl/worksheets/sheet1.xml", kinds(found.EmbeddedFile)},
		{"DTU: a workbook within slides within a document", document("", parts{"word/embeddings/a.pptx": string(slides(slide(""), parts{"ppt/embeddings/b.xlsx": book}))}), "word/embeddings/a.pptx!ppt/embeddings/b.xlsx!xl/worksheets/sheet1.xml", kinds(found.EmbeddedFile)},
		{"Datatilsynet's guidance: the properties of a presentation", slides(slide(""), parts{"docProps/core.xml": xmlPart("cp:coreProperties", "<dc:title>Brev til "+n+"</dc:title><dc:creator>A</dc:creator>")}), "docProps/core.xml#title", kinds(found.Title, found.Author)},
	})
}
