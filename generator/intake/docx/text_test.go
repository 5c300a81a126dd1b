package docx

import "testing"

func TestWordsOfEveryKindOfElementAreRead(t *testing.T) {
	check(t, []example{
		{name: "tabs, line ends and hyphens", doc: written{body: p(`<w:r><w:t>set</w:t><w:noBreakHyphen/><w:t>up</w:t><w:tab/><w:t>hud</w:t><w:softHyphen/><w:t>syg` + "\u00AD" + `dom</w:t><w:br/><w:t>ny</w:t><w:cr/><w:t>linje</w:t></w:r>`)},
			want: "1 p: set\u2011up⇥hudsygdom⏎ny⏎linje"},
		{name: "special spaces", doc: written{body: p(txt("kl.\u00A014.00\u202F–\u200915.30"))}, want: "1 p: kl.\u00A014.00\u202F–\u200915.30"},
		{name: "line ends in the XML are spaces", doc: written{body: p(txt("to\n  ord"))}, want: "1 p: to   ord"},
		{name: "space at the ends of a paragraph goes", doc: written{body: p(`<w:r><w:tab/></w:r>`, txt("  tekst "), `<w:r><w:br/></w:r>`)}, want: "1 p: tekst"},
		{name: "an empty paragraph is counted and is no block", doc: written{body: p(txt("en")) + p() + p(txt("to"))}, want: "1 p: en\n3 p: to"},
		{name: "content controls", doc: written{body: p(txt("Dato: "), `<w:sdt><w:sdtPr/><w:sdtContent>`+txt("i dag")+`</w:sdtContent></w:sdt>`) +
			`<w:sdt><w:sdtContent>` + p(txt("blok")) + `<w:sdt><w:sdtContent>` + p(txt("i blok")) + `</w:sdtContent></w:sdt></w:sdtContent></w:sdt>`},
			want: "1 p: Dato: i dag\n2 p: blok\n3 p: i blok"},
		{name: "what a form says where nobody wrote", doc: written{body: p(txt("Dato:"), `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>`+txt("Klik her")+`</w:sdtContent></w:sdt>`)},
			want: "1 p: Dato:\n1 aside placeholder ×1: \"Klik her\""},
		{name: "boxes to be ticked", doc: written{body: p(`<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent>`+txt("☒")+`</w:sdtContent></w:sdt>`, txt(" Anne")) +
			p(`<w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent><w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r></w:sdtContent></w:sdt>`, txt(" Bo"))},
			want: "1 p: ☒ Anne\n2 p: ☐ Bo"},
		{name: "smart tags, custom XML and direction", doc: written{body: p(`<w:smartTag w:element="x">`+txt("en")+`</w:smartTag>`, `<w:customXml w:element="y">`+txt(" to")+`</w:customXml>`, `<w:bdo w:val="ltr">`+txt(" tre")+`</w:bdo>`) +
			`<w:customXml w:element="z">` + p(txt("blok")) + `</w:customXml>`}, want: "1 p: en to tre\n2 p: blok"},
		{name: "a first letter set large is part of its word", doc: written{body: p(`<w:pPr><w:framePr w:dropCap="drop"/></w:pPr>`, txt("D")) + p(txt("et gik"))}, want: "1 p: Det gik"},
		{name: "a frame is a paragraph", doc: written{body: p(`<w:pPr><w:framePr w:w="100"/></w:pPr>`, txt("ramme"))}, want: "1 p: ramme"},
		{name: "formulas", doc: written{body: p(`<m:oMath><m:r><m:t>x</m:t></m:r><m:sSup><m:e><m:r><m:t>y</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r></m:den></m:f></m:oMath>`)},
			want: "1 p: xy{^ 2}1/3"},
		{name: "letters with their pronunciation", doc: written{body: p(`<w:r><w:ruby><w:rt><w:r><w:t>to</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>東</w:t></w:r></w:rubyBase></w:ruby></w:r>`)}, want: "1 p: 東 (to)"},
		{name: "a run outside any paragraph", doc: written{body: txt("løs")}, want: "1 p: løs"},
	})
}

func TestPagesAreThoseThatWordSaw(t *testing.T) {
	check(t, []example{
		{name: "rendered", doc: written{body: p(txt("en")) + p(`<w:r><w:br w:type="page"/></w:r>`) + p(`<w:r><w:lastRenderedPageBreak/><w:t>to</w:t></w:r>`) + p(txt("med"), `<w:r><w:lastRenderedPageBreak/><w:t>tre</w:t></w:r>`) + p(txt("slut"))},
			want: "1/1 p: en\n2/3 p: to\n2/4 p: medtre\n3/5 p: slut"},
		{name: "not rendered", doc: written{body: p(txt("en"), `<w:r><w:br w:type="page"/></w:r>`, txt("to"))}, want: "1 p: en⏎to"},
	})
}

func TestSymbolsAreLetters(t *testing.T) {
	sym := func(font, char string) string {
		return `<w:r><w:sym w:font="` + font + `" w:char="` + char + `"/></w:r>`
	}
	check(t, []example{
		{name: "known", doc: written{body: p(sym("Wingdings", "F0FC"), sym("Wingdings", "F0E0"), sym("Symbol", "F0B7"), sym("Symbol", "F061"), sym("Symbol", "00B3"), sym("Wingdings 2", "F050"), sym("Wingdings", "F06F"))}, want: "1 p: ✓→•α≥✓□"},
		{name: "in text set in their font", doc: written{body: p(r(`<w:rFonts w:ascii="Wingdings"/>`, "ü"), txt(" "), r(`<w:rFonts w:ascii="Symbol"/>`, "\uF0B7"), txt(" \uF0B7"))}, want: "1 p: ✓ • •"},
		{name: "not known", doc: written{body: p(txt("her: "), sym("Logo", "F041")) + p(sym("Wingdings", "F0FF"))}, want: "1 p: her: \uFFFD\n2 p: \uFFFD\n1 unseen sign, words: 0\n2 unseen sign, words: 0"},
	})
}

func TestSymbolTablesAreWhole(t *testing.T) {
	for code, want := range map[rune]rune{0x20: ' ', 0x7E: '∼', 0xA0: '€', 0xB7: '•', 0xD2: '®', 0xEF: '⎪', 0xF1: '⟩', 0xFE: '⎭'} {
		if got := symbolFont[code]; got != want {
			t.Errorf("Symbol %#x is %q, want %q", code, got, want)
		}
	}
	for code, want := range map[rune]rune{0x4A: '☺', 0x6C: '●', 0x78: '☒', 0x81: '①', 0x95: '❿', 0xA8: '☐', 0xE0: '→', 0xE8: '➔', 0xF0: '⇨', 0xFE: '☑'} {
		if got := wingdings[code]; got != want {
			t.Errorf("Wingdings %#x is %q, want %q", code, got, want)
		}
	}
}

func TestFieldsShowTheirResults(t *testing.T) {
	char := func(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }
	code := func(text string) string {
		return `<w:r><w:instrText xml:space="preserve">` + text + `</w:instrText></w:r>`
	}
	form := func(inside string) string {
		return `<w:r><w:fldChar w:fldCharType="begin"><w:ffData>` + inside + `</w:ffData></w:fldChar></w:r>`
	}
	check(t, []example{
		{name: "a link", doc: written{body: p(txt("se "), fieldOf(` HYPERLINK "https://a.dk/b c" \l "afsnit" \o "ikke vist" `, txt("her")+r(`<w:b/>`, "fra")), txt(" nu"))},
			want: "1 p: se {→https://a.dk/b c#afsnit her}{b→https://a.dk/b c#afsnit fra} nu"},
		{name: "a link into the document", doc: written{body: p(fieldOf(`HYPERLINK \l "_Toc1"`, txt("her")))}, want: "1 p: her"},
		{name: "a path with backslashes", doc: written{body: p(fieldOf(`HYPERLINK "file:\\\\srv\\mappe"`, txt("her")))}, want: `1 p: {→file:\\srv\mappe her}`},
		{name: "a simple field", doc: written{body: p(`<w:fldSimple w:instr=" REF _Ref1 \h ">`+txt("punkt 2")+`</w:fldSimple>`, txt(" følger"))}, want: "1 p: punkt 2 følger"},
		{name: "within the code of another", doc: written{body: p(char("begin"), code("IF "), fieldOf("MERGEFIELD x", txt("ikke vist")), code(` = "a" "b"`), char("separate"), txt("vist"), char("end"))}, want: "1 p: vist"},
		{name: "within the result of another", doc: written{body: p(char("begin"), code(`HYPERLINK "https://a.dk"`), char("separate"), txt("side "), fieldOf("PAGEREF x", txt("7")), char("end"), txt(" slut"))}, want: "1 p: {→https://a.dk side 7} slut"},
		{name: "over several paragraphs", doc: written{body: p(char("begin"), code(`TOC \o "1-3"`), char("separate"), txt("1. Status"), `<w:r><w:tab/></w:r>`, fieldOf("PAGEREF _Toc1", txt("2"))) + p(txt("2. Evt.")) + p(char("end")) + p(txt("tekst"))},
			want: "4 p: tekst\n1 aside furniture ×1: \"1. Status\\t2\"\n2 aside furniture ×1: \"2. Evt.\""},
		{name: "a table of contents with its heading", doc: written{body: `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>` + p(txt("Indhold")) + `</w:sdtContent></w:sdt>` + p(txt("tekst"))},
			want: "2 p: tekst\n1 aside furniture ×1: \"Indhold\""},
		{name: "one that never ends hides nothing", doc: written{body: p(char("begin"), code("PAGE"), txt("vist")) + p(char("end"), char("end"), txt(" også"), char("begin"), txt(" her"))}, want: "2 p: også her"},
		{name: "boxes to be ticked", doc: written{body: p(form(`<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>`), code("FORMCHECKBOX"), char("end"), txt(" Anne ")+form(`<w:checkBox><w:default w:val="0"/></w:checkBox>`), code("FORMCHECKBOX"), char("separate"), char("end"), txt(" Bo"))},
			want: "1 p: ☒ Anne ☐ Bo"},
		{name: "a choice", doc: written{body: p(form(`<w:ddList><w:result w:val="1"/><w:listEntry w:val="Ja"/><w:listEntry w:val="Nej"/></w:ddList>`), code("FORMDROPDOWN"), char("end"))}, want: "1 p: Nej"},
		{name: "a choice that keeps its result", doc: written{body: p(form(`<w:ddList><w:result w:val="1"/><w:listEntry w:val="Ja"/><w:listEntry w:val="Nej"/></w:ddList>`), code("FORMDROPDOWN"), char("separate"), txt("Nej"), char("end"))}, want: "1 p: Nej"},
		{name: "a place to write", doc: written{body: p(txt("Emne: "), char("begin"), code("MACROBUTTON NoMacro [Skriv emne]"), char("end"))}, want: "1 p: Emne:\n1 aside placeholder ×1: \"[Skriv emne]\""},
		{name: "a symbol", doc: written{body: p(char("begin"), code(`SYMBOL 252 \f "Wingdings" \s 12`), char("end"))}, want: "1 p: ✓"},
		{name: "a formula that is made anew each time", doc: written{body: p(txt("x = "), char("begin"), code(`EQ \f(1;2)`), char("end"))}, want: "1 p: x =\n1 unseen embedded, words: 0"},
	})
}

func TestLinksHaveTheAddressesOfTheirRelations(t *testing.T) {
	check(t, []example{
		{name: "out of the document, into it, and to nowhere", doc: written{links: map[string]string{"rId9": "https://a.dk/x"}, body: p(`<w:hyperlink r:id="rId9">`+txt("ud")+`</w:hyperlink> `, `<w:hyperlink r:id="rId9" w:anchor="del">`+txt(" til")+`</w:hyperlink>`,
			`<w:hyperlink w:anchor="_Toc1">`+txt(" ind")+`</w:hyperlink>`, `<w:hyperlink r:id="rId77">`+txt(" væk")+`</w:hyperlink>`)},
			want: "1 p: {→https://a.dk/x ud}{→https://a.dk/x#del  til} ind væk"},
	})
}

func TestNotesStandWhereTheyAreReferredTo(t *testing.T) {
	check(t, []example{
		{name: "footnotes and endnotes in the order of the text", doc: written{
			body:      p(txt("en"), `<w:r><w:footnoteReference w:id="3"/></w:r>`, txt(" to"), `<w:r><w:endnoteReference w:id="3"/></w:r>`) + p(txt("tre"), `<w:r><w:footnoteReference w:id="2"/></w:r>`),
			footnotes: `<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="normal" w:id="2">` + p(txt("sidst")) + `</w:footnote><w:footnote w:id="3">` + p(`<w:r><w:footnoteRef/></w:r>`, txt(" først")) + p(txt("mere")) + `</w:footnote>`,
			endnotes:  `<w:endnote w:id="3">` + p(txt("slut")) + table(tr(tc(p(txt("a"))), tc(p(txt("b"))))) + `</w:endnote>`},
			want: "1 p: en[^1] to[^2]\n2 p: tre[^3]\n1 note 1: først⏎mere\n1 note 2: slut⏎a⏎b\n2 note 3: sidst"},
		{name: "a note of deleted text is deleted, one of none is on no page", doc: written{
			body:      p(txt("en"), `<w:del w:id="1"><w:r><w:delText>HEMMELIG</w:delText><w:footnoteReference w:id="1"/></w:r></w:del>`),
			footnotes: `<w:footnote w:id="1">` + p(txt("HEMMELIG to tre")) + `</w:footnote><w:footnote w:id="2">` + p(txt("HEMMELIG fire")) + `</w:footnote>`},
			want: "1 p: en\n1 unseen deletion, words: 4\n0 unseen hidden, words: 2"},
	})
}
