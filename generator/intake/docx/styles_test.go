package docx

import "testing"

const (
	normal    = `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:rPr><w:sz w:val="22"/></w:rPr></w:style>`
	heading1  = `<w:style w:type="paragraph" w:styleId="Overskrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>`
	ownLetter = `<w:style w:type="character" w:styleId="Kraftig"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>`
)

func TestHeadingsAreFoundByOutlineLevelAndByNameInAnyLanguage(t *testing.T) {
	check(t, []example{
		{name: "outline level of the style", doc: written{styles: normal + heading1, body: styled("Overskrift1", "Pkt. 1")}, want: `1 h1: Pkt. 1`},
		{name: "of the style that a style is based on", doc: written{
			styles: normal + heading1 + `<w:style w:type="paragraph" w:styleId="Egen"><w:name w:val="Egen"/><w:basedOn w:val="Overskrift1"/></w:style>`,
			body:   styled("Egen", "Pkt. 1")}, want: `1 h1: Pkt. 1`},
		{name: "styles based on each other", doc: written{
			styles: `<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>`,
			body:   styled("A", "tekst")}, want: `1 p: tekst`},
		{name: "in the paragraph itself", doc: written{body: p(`<w:pPr><w:outlineLvl w:val="2"/></w:pPr>`, txt("Baggrund"))}, want: `1 h3: Baggrund`},
		{name: "taken back in the paragraph", doc: written{styles: heading1,
			body: p(`<w:pPr><w:pStyle w:val="Overskrift1"/><w:outlineLvl w:val="9"/></w:pPr>`, txt("tekst"))}, want: "1 p strong: {b tekst}"},
		{name: "by the name of the style", doc: written{
			styles: `<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 2"/></w:style><w:style w:type="paragraph" w:styleId="a2"><w:name w:val="Title"/></w:style>`,
			body:   styled("a1", "to") + styled("a2", "titel")}, want: "1 h2: to\n2 h0: titel"},
		{name: "by the id of a style that is not there", doc: written{
			body: styled("Overskrift3", "tre") + styled("berschrift2", "zwei") + styled("Titel", "Titel") + styled("Rubrik1", "ett") + styled("Overskrift", "ingen")},
			want: "1 h3: tre\n2 h2: zwei\n3 h0: Titel\n4 h1: ett\n5 p: ingen"},
	})
}

func TestLettersLookAsStylesAndRunsSay(t *testing.T) {
	check(t, []example{
		{name: "every look", doc: written{body: p(r(`<w:b/>`, "fed"), txt(" "), r(`<w:i w:val="1"/>`, "kursiv"), txt(" "), r(`<w:strike/>`, "streg"), txt(" "), r(`<w:dstrike/>`, "to"),
			txt(" CO"), r(`<w:vertAlign w:val="subscript"/>`, "2"), txt(" m"), r(`<w:vertAlign w:val="superscript"/>`, "3"))},
			want: `1 p: {b fed} {i kursiv} {s streg to} CO{_ 2} m{^ 3}`},
		{name: "raised by its place", doc: written{body: p(txt("m"), r(`<w:position w:val="8"/><w:sz w:val="16"/>`, "2"))}, want: `1 p: m{^ 2}`},
		{name: "turned off", doc: written{body: p(r(`<w:b w:val="0"/><w:i w:val="false"/>`, "plain"))}, want: `1 p: plain`},
		{name: "by a style of letters", doc: written{styles: ownLetter, body: p(r(`<w:rStyle w:val="Kraftig"/>`, "fed"), txt(" ikke"))}, want: `1 p: {b fed} ikke`},
		{name: "bold letters in a bold paragraph are plain", doc: written{
			styles: ownLetter + `<w:style w:type="paragraph" w:styleId="Fed"><w:rPr><w:b/></w:rPr></w:style>`,
			body:   p(`<w:pPr><w:pStyle w:val="Fed"/></w:pPr>`, txt("fed "), r(`<w:rStyle w:val="Kraftig"/>`, "plain"))}, want: `1 p: {b fed }plain`},
		{name: "the look of a heading stresses nothing", doc: written{styles: normal + heading1,
			body: p(`<w:pPr><w:pStyle w:val="Overskrift1"/></w:pPr>`, txt("Pkt. 1 "), r(`<w:i/>`, "Status"))}, want: `1 h1: Pkt. 1 {i Status}`},
		{name: "a word cut into runs", doc: written{body: p(r(`<w:b/>`, "Sta"), r(`<w:b/><w:lang w:val="da-DK"/>`, "tus"), txt(": te"), txt("kst"))}, want: `1 p: {b Status}: tekst`},
		{name: "space between bold words", doc: written{body: p(r(`<w:b/>`, "to"), txt(" "), r(`<w:b/>`, "ord"), txt(" mere"))}, want: `1 p: {b to ord} mere`},
		{name: "capitals stay as written", doc: written{body: p(r(`<w:caps/>`, "Referat"), r(`<w:smallCaps/>`, " af"))}, want: `1 p: Referat af`},
		{name: "changes of look are no changes of text", doc: written{body: p(`<w:pPr><w:pPrChange w:id="1"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange></w:pPr>`,
			r(`<w:rPrChange w:id="2"><w:rPr><w:b/><w:vanish/></w:rPr></w:rPrChange>`, "tekst"))}, want: `1 p: tekst`},
		{name: "letters are composed", doc: written{body: p(txt("A\u030arhus"), txt(" Ko\u0308ln"))}, want: `1 p: Århus Köln`},
	})
}

func TestWhatStandsOutFromTheTextIsStrong(t *testing.T) {
	long := p(txt("Et afsnit, som er langt nok til at være det, de fleste bogstaver står i."))
	check(t, []example{
		{name: "all bold", doc: written{styles: normal, body: p(r(`<w:b/>`, "Referat"), txt(" ")) + p(r(`<w:b/>`, "Dato:"), txt(" i dag")) + long},
			want: "1 p strong: {b Referat}\n2 p: {b Dato:} i dag\n3 p: Et afsnit, som er langt nok til at være det, de fleste bogstaver står i."},
		{name: "larger", doc: written{styles: normal, body: p(r(`<w:sz w:val="28"/>`, "Referat")) + p(r(`<w:sz w:val="24"/>`, "lidt større")) + long},
			want: "1 p strong: Referat\n2 p: lidt større\n3 p: Et afsnit, som er langt nok til at være det, de fleste bogstaver står i."},
	})
}
