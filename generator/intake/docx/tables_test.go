package docx

import "testing"

func TestTablesHaveTheirRowsAndCells(t *testing.T) {
	cell := func(text string) string { return tc(p(txt(text))) }
	with := func(properties, text string) string { return tc(`<w:tcPr>`+properties+`</w:tcPr>`, p(txt(text))) }
	check(t, []example{
		{name: "headings, merged cells and several paragraphs", doc: written{body: table(
			tr(`<w:trPr><w:tblHeader/></w:trPr>`, cell("A"), with(`<w:gridSpan w:val="2"/>`, "BC")),
			tr(with(`<w:vMerge w:val="restart"/>`, "ned"), cell("1"), tc(p(txt("2")), p(), p(txt("2b")))),
			tr(tc(`<w:tcPr><w:vMerge/></w:tcPr>`, p()), with(`<w:hMerge w:val="restart"/>`, "3"), tc(`<w:tcPr><w:hMerge w:val="continue"/></w:tcPr>`, p()))) + p(txt("efter"))},
			want: "1 table\n|# A |#(2) BC \n| ned | 1 | 2⏎2b \n|  |(2) 3 \n11 p: efter"},
		{name: "rows that leave out columns", doc: written{body: table(tr(cell("a"), cell("b")), tr(`<w:trPr><w:gridBefore w:val="1"/></w:trPr>`, cell("c")))},
			want: "1 table\n| a | b \n|  | c "},
		{name: "rows and cells in wrappings", doc: written{body: table(`<w:sdt><w:sdtContent>`+tr(cell("a"), `<w:sdt><w:sdtContent>`+cell("b")+`</w:sdtContent></w:sdt>`)+`</w:sdtContent></w:sdt>`, `<w:customXml>`+tr(cell("c"), cell("d"))+`</w:customXml>`)},
			want: "1 table\n| a | b \n| c | d "},
		{name: "words between rows come before the table", doc: written{body: table(tr(cell("a"), p(txt("x")), cell("b")), p(txt("y")))}, want: "2 p: x\n4 p: y\n1 table\n| a | b "},
		{name: "a table within a table follows it", doc: written{body: table(tr(tc(p(txt("a")), table(tr(cell("x"), cell("y"))), p(txt("b"))), cell("c")))},
			want: "1 table\n| a⏎b | c \n2 table\n| x | y "},
		{name: "a table of one column is a frame", doc: written{styles: heading1, body: table(tr(tc(styled("Overskrift1", "Pkt. 1"), p(txt("tekst")), table(tr(cell("x"), cell("y"))))), tr(cell("mere")))},
			want: "1 h1: Pkt. 1\n2 p: tekst\n3 table\n| x | y \n5 p: mere"},
		{name: "numbers of lists stand before the words of cells, bullets do not", doc: written{
			numbering: definitionOf("0", level(0, "decimal", "%1.", "")) + definitionOf("1", level(0, "bullet", "•", "")) + num("1", "0", "") + num("2", "1", ""),
			body:      table(tr(tc(entry("1", 0, "")), cell("Velkommen")), tr(tc(entry("1", 0, "")), tc(entry("2", 0, "Status"), entry("2", 0, "Evt."))))},
			want: "1 table\n| 1. | Velkommen \n| 2. | Status⏎Evt. "},
		{name: "looks and links in cells", doc: written{body: table(tr(tc(p(r(`<w:b/>`, "fed")), p(txt("ikke"))), cell("x")))}, want: "1 table\n| {b fed⏎}ikke | x "},
		{name: "deleted and inserted rows and cells", doc: written{body: table(
			tr(cell("a"), cell("b")),
			tr(`<w:trPr><w:gridBefore w:val="1"/><w:del w:id="1"/></w:trPr>`, cell("HEMMELIG"), cell("HEMMELIG to")),
			tr(`<w:trPr><w:ins w:id="2"/></w:trPr>`, cell("HEMMELIG"), cell("HEMMELIG")),
			tr(cell("c"), with(`<w:cellDel w:id="3"/>`, "HEMMELIG"), with(`<w:cellIns w:id="4"/>`, "HEMMELIG"), cell("d")))},
			want: "1 table\n| a | b \n| c | d \n3 unseen deletion, words: 1\n4 unseen deletion, words: 2\n5 unseen insertion, words: 1\n6 unseen insertion, words: 1\n8 unseen deletion, words: 1\n9 unseen insertion, words: 1"},
		{name: "inserted rows that are accepted", accept: true, doc: written{body: table(tr(cell("a"), cell("b")), tr(`<w:trPr><w:ins w:id="2"/></w:trPr>`, cell("c"), cell("d")))},
			want: "1 table\n| a | b \n| c | d "},
	})
}

func TestTextBoxesAreReadOnce(t *testing.T) {
	content := func(inside string) string { return `<w:txbxContent>` + inside + `</w:txbxContent>` }
	shape := func(inside string) string {
		return `<w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx>` + content(inside) + `</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>`
	}
	old := func(inside string) string {
		return `<w:pict><v:shape><v:textbox>` + content(inside) + `</v:textbox></v:shape></w:pict>`
	}
	both := func(a, b string) string {
		return `<w:r><mc:AlternateContent><mc:Choice Requires="wps">` + a + `</mc:Choice><mc:Fallback>` + b + `</mc:Fallback></mc:AlternateContent></w:r>`
	}
	check(t, []example{
		{name: "written twice", doc: written{body: p(txt("før"), both(shape(p(txt("boks"))+p(txt("to"))), old(p(txt("boks"))+p(txt("to")))), txt(" efter"))}, want: "1 p: før efter\n2 p: boks\n3 p: to"},
		{name: "with words only for old programs", doc: written{body: p(both(`<w:drawing/>`, old(p(txt("boks")))))}, want: "2 p: boks"},
		{name: "within a text box, with a table", doc: written{body: p(txt("a"), both(shape(p(txt("b"), both(shape(p(txt("c"))), old(p(txt("c")))))+table(tr(tc(p(txt("x"))), tc(p(txt("y")))))), ""))},
			want: "1 p: a\n2 p: b\n3 p: c\n4 table\n| x | y "},
		{name: "in a cell", doc: written{body: table(tr(tc(p(txt("a"), both(shape(p(txt("boks"))), ""))), tc(p(txt("b")))))}, want: "1 table\n| a⏎boks | b "},
		{name: "in a table of contents it is text", doc: written{body: p(fieldOf(`TOC`, txt("punkt")+both(shape(p(txt("boks"))), "")))}, want: "2 p: boks\n1 aside furniture ×1: \"punkt\""},
		{name: "in the middle of a field", doc: written{body: p(fieldOf(`HYPERLINK "https://a.dk"`, txt("en")+both(shape(p(txt("boks"))), "")+txt("to")))}, want: "1 p: {→https://a.dk ento}\n2 p: boks"},
	})
}
