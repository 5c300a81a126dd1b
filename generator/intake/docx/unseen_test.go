package docx

import (
	"strings"
	"testing"
)

func TestWhatIsDeletedInsertedOrHiddenIsReportedByItsPlace(t *testing.T) {
	ins := func(inside string) string { return `<w:ins w:id="1" w:author="x">` + inside + `</w:ins>` }
	del := func(text string) string {
		return `<w:del w:id="2"><w:r><w:delText xml:space="preserve">` + text + `</w:delText></w:r></w:del>`
	}
	ended := func(mark string, inside ...string) string {
		return `<w:p><w:pPr><w:rPr><w:` + mark + ` w:id="3"/></w:rPr></w:pPr>` + strings.Join(inside, "") + `</w:p>`
	}
	check(t, []example{
		{name: "a deletion", doc: written{body: p(txt("før "), del("HEMMELIG ord"), txt("efter"))}, want: "1 p: før efter\n1 unseen deletion, words: 2"},
		{name: "an insertion that nobody accepted", doc: written{body: p(txt("før"), ins(txt(" HEMMELIG")), txt(" efter"))}, want: "1 p: før efter\n1 unseen insertion, words: 1"},
		{name: "an insertion that is accepted", accept: true, doc: written{body: p(txt("før"), ins(txt(" ind")), txt(" efter"))}, want: "1 p: før ind efter"},
		{name: "an insertion deleted again", accept: true, doc: written{body: p(txt("før"), ins(del("HEMMELIG")))}, want: "1 p: før\n1 unseen deletion, words: 1"},
		{name: "a move that nobody accepted", doc: written{body: p(txt("a"), `<w:moveFrom w:id="1">`+txt("HEMMELIG")+`</w:moveFrom>`) + p(`<w:moveTo w:id="1">`+txt("HEMMELIG")+`</w:moveTo>`, txt("b"))},
			want: "1 p: a\n2 p: b\n1 unseen deletion, words: 1\n2 unseen insertion, words: 1"},
		{name: "a move that is accepted", accept: true, doc: written{body: p(txt("a"), `<w:moveFrom w:id="1">`+txt("HEMMELIG")+`</w:moveFrom>`) + p(`<w:moveTo w:id="1">`+txt("flyttet ")+`</w:moveTo>`, txt("b"))},
			want: "1 p: a\n2 p: flyttet b\n1 unseen deletion, words: 1"},
		{name: "the end of a paragraph is deleted", doc: written{styles: heading1, body: ended("del", txt("en")) + p(txt("to")) + p(txt("tre"))}, want: "1 p: ento\n2 p: tre\n1 unseen deletion, words: 0"},
		{name: "whole paragraphs are deleted", doc: written{styles: heading1, body: ended("del", del("HEMMELIG et")) + ended("del", del("HEMMELIG to")) + styled("Overskrift1", "Pkt. 1")}, want: "1 h1: Pkt. 1\n1 unseen deletion, words: 4"},
		{name: "a paragraph is inserted", doc: written{body: ended("ins", ins(txt("HEMMELIG"))) + p(txt("en"))}, want: "1 p: en\n1 unseen insertion, words: 1"},
		{name: "a paragraph is inserted, and accepted", accept: true, doc: written{body: ended("ins", ins(txt("nyt"))) + p(txt("en"))}, want: "1 p: nyt\n2 p: en"},
		{name: "a deleted picture is no picture", doc: written{body: p(txt("a"), `<w:del w:id="1"><w:r><w:drawing><wp:docPr descr="HEMMELIG"/><pic:pic/></w:drawing></w:r></w:del>`)}, want: "1 p: a\n1 unseen deletion, words: 0"},
		{name: "a text box in a deletion", doc: written{body: p(txt("a"), `<w:del w:id="1"><w:r><w:pict><v:shape><v:textbox><w:txbxContent>`+p(txt("HEMMELIG boks"))+`</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:del>`)},
			want: "1 p: a\n2 unseen deletion, words: 2"},
		{name: "hidden letters", doc: written{body: p(r(`<w:vanish/>`, "HEMMELIG ord"), txt("synlig"), r(`<w:vanish w:val="0"/>`, " her"), r(`<w:webHidden/>`, " også"))}, want: "1 p: synlig her også\n1 unseen hidden, words: 2"},
		{name: "hidden by a style", doc: written{
			styles: `<w:style w:type="character" w:styleId="S"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="P"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Q"><w:basedOn w:val="P"/></w:style>`,
			body:   p(r(`<w:rStyle w:val="S"/>`, "HEMMELIG"), txt("a")) + styled("Q", "HEMMELIG") + p(`<w:pPr><w:pStyle w:val="P"/></w:pPr>`, r(`<w:vanish w:val="0"/>`, "b"))},
			want: "1 p: a\n3 p: b\n1 unseen hidden, words: 1\n2 unseen hidden, words: 1"},
		{name: "letters too small to see", doc: written{body: p(r(`<w:sz w:val="2"/>`, "HEMMELIG"), txt("a"), r(`<w:sz w:val="8"/>`, " småt"))}, want: "1 p: a småt\n1 unseen hidden, words: 1"},
	})
}

func TestLettersOfTheColourOfTheirGroundAreHidden(t *testing.T) {
	white := func(text string) string { return r(`<w:color w:val="FFFFFF"/>`, text) }
	dark := `<w:shd w:val="clear" w:fill="1F3864"/>`
	check(t, []example{
		{name: "white on white", doc: written{body: p(white("HEMMELIG"), txt("a"), r(`<w:color w:val="FEFEFE"/>`, "HEMMELIG"))}, want: "1 p: a\n1 unseen hidden, words: 1\n1 unseen hidden, words: 1"},
		{name: "white on something darker", doc: written{body: p(r(`<w:color w:val="FFFFFF"/>`+dark, "a"), r(`<w:color w:val="FFFFFF"/><w:highlight w:val="blue"/>`, "b")) + p(`<w:pPr>`+dark+`</w:pPr>`, white("c")) +
			table(tr(tc(`<w:tcPr>`+dark+`</w:tcPr>`, p(white("d"))), tc(p(white("HEMMELIG")))))}, want: "1 p: ab\n2 p: c\n3 table\n| d |  \n4 unseen hidden, words: 1"},
		{name: "white in a table whose style has colours", doc: written{styles: `<w:style w:type="table" w:styleId="T"><w:tblStylePr w:type="firstRow"><w:tcPr>` + dark + `</w:tcPr></w:tblStylePr></w:style>`,
			body: `<w:tbl><w:tblPr><w:tblStyle w:val="T"/></w:tblPr>` + tr(tc(p(white("a"))), tc(p(txt("b")))) + `</w:tbl>`}, want: "1 table\n| a | b "},
		{name: "blacked out", doc: written{body: p(r(`<w:highlight w:val="black"/>`, "HEMMELIG"), r(`<w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/>`, "HEMMELIG"), txt("a"))}, want: "1 p: a\n1 unseen hidden, words: 1"},
		{name: "in a text box with a colour, and in one without", doc: written{body: p(`<w:r><w:drawing><wps:wsp><wps:style><a:fillRef idx="1"/></wps:style><wps:txbx><w:txbxContent>`+p(white("c"))+`</w:txbxContent></wps:txbx></wps:wsp></w:drawing></w:r>`,
			`<w:r><w:drawing><wps:wsp><wps:style><a:fillRef idx="0"/></wps:style><wps:txbx><w:txbxContent>`+p(white("HEMMELIG"))+`</w:txbxContent></wps:txbx></wps:wsp></w:drawing></w:r>`, `<w:r><w:drawing><wps:wsp><wps:spPr><a:solidFill/></wps:spPr><wps:txbx><w:txbxContent>`+p(white("a"))+`</w:txbxContent></wps:txbx></wps:wsp></w:drawing></w:r>`,
			`<w:r><w:drawing><wps:wsp><wps:spPr><a:noFill/></wps:spPr><wps:txbx><w:txbxContent>`+p(white("HEMMELIG"))+`</w:txbxContent></wps:txbx></wps:wsp></w:drawing></w:r>`)}, want: "2 p: c\n4 p: a\n3 unseen hidden, words: 1\n5 unseen hidden, words: 1"},
	})
}

func TestCommentsAreReportedWhereTheyAreReferredTo(t *testing.T) {
	check(t, []example{
		{name: "with their number of words", doc: written{body: p(`<w:commentRangeStart w:id="0"/>`, txt("tekst"), `<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`),
			comments: `<w:comment w:id="0" w:author="HEMMELIG">` + p(txt("HEMMELIG to")) + p(txt("tre")) + `</w:comment><w:comment w:id="1">` + p(txt("HEMMELIG")) + `</w:comment>`},
			want: "1 p: tekst\n1 unseen comment, words: 3\n0 unseen comment, words: 1"},
	})
}

func TestPicturesAndObjectsAreReported(t *testing.T) {
	check(t, []example{
		{name: "pictures with what is said of them", doc: written{body: p(txt("a"), `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Billede 1" descr="Et logo"/><a:graphic><pic:pic><pic:nvPicPr><pic:cNvPr descr="Et logo"/></pic:nvPicPr></pic:pic></a:graphic></wp:inline></w:drawing></w:r>`) +
			p(`<w:r><w:pict><v:shape alt="Et kort"><v:imagedata/></v:shape></w:pict></w:r>`)},
			want: "1 p: a\n1 aside decoration ×1: \"Et logo\"\n2 aside decoration ×1: \"Et kort\"\n1 unseen picture, words: 0\n2 unseen picture, words: 0"},
		{name: "a picture and an insertion that nobody accepted", doc: written{body: p(`<w:r><w:drawing><pic:pic/></w:drawing></w:r><w:ins w:id="1">` + txt("HEMMELIG") + `</w:ins>`)},
			want: "1 unseen picture, words: 0\n1 unseen insertion, words: 1"},
		{name: "objects, charts and other documents", doc: written{body: p(txt("a"), `<w:r><w:object><v:shape><v:imagedata/></v:shape><o:OLEObject/></w:object></w:r>`, `<w:r><w:drawing><a:graphic><c:chart/></a:graphic></w:drawing></w:r>`) + `<w:altChunk r:id="rId1"/>`},
			want: "1 p: a\n1 unseen embedded, words: 0\n1 unseen embedded, words: 0\n1 unseen embedded, words: 0"},
	})
}

func TestHeadsAndFeetOfPagesAreSetAside(t *testing.T) {
	section := func(inside string) string { return `<w:sectPr>` + inside + `</w:sectPr>` }
	head := func(kind, id string) string { return `<w:headerReference w:type="` + kind + `" r:id="` + id + `"/>` }
	number := p(txt("Side "), fieldOf("PAGE", txt("2")), txt(" af "), `<w:fldSimple w:instr="NUMPAGES">`+txt("7")+`</w:fldSimple>`)
	check(t, []example{
		{name: "once, however many pages have them", doc: written{
			heads: map[string]string{"header1": p(txt("Styrelsen")) + p(), "header2": p(txt("Styrelsen")) + table(tr(tc(p(txt("Sag 12"))), tc(p(txt("Dok. 7"))))), "footer1": number},
			body:  p(`<w:pPr>`+section(head("default", "header1"))+`</w:pPr>`, txt("tekst")) + section(head("default", "header2")+head("first", "header1")+`<w:footerReference w:type="default" r:id="footer1"/>`)},
			want: "1 p: tekst\n0 aside furniture ×2: \"Styrelsen\"\n0 aside furniture ×1: \"Sag 12\"\n0 aside furniture ×1: \"Dok. 7\"\n0 aside page-number ×1: \"Side 2 af 7\""},
		{name: "those of a first page and of even pages only where there are any", doc: written{
			heads: map[string]string{"header1": p(txt("HEMMELIG et to")), "header2": p(txt("HEMMELIG"))},
			body:  p(txt("tekst")) + section(head("first", "header1")+head("even", "header2"))},
			want: "1 p: tekst\n0 unseen hidden, words: 3\n0 unseen hidden, words: 1"},
		{name: "where the file says that they differ", doc: written{settings: `<w:evenAndOddHeaders/>`,
			heads: map[string]string{"header1": p(txt("Forside")), "header2": p(txt("Lige"))},
			body:  p(txt("tekst")) + section(head("first", "header1")+head("even", "header2")+`<w:titlePg/>`)},
			want: "1 p: tekst\n0 aside furniture ×1: \"Forside\"\n0 aside furniture ×1: \"Lige\""},
		{name: "a watermark", doc: written{heads: map[string]string{"header1": p(`<w:r><w:pict><v:shape><v:textpath string="UDKAST"/></v:shape></w:pict></w:r>`)}, body: p(txt("tekst")) + section(head("default", "header1"))},
			want: "1 p: tekst\n0 aside decoration ×1: \"UDKAST\""},
	})
}
