package docx

import (
	"fmt"
	"testing"
)

func entry(num string, depth int, text string) string {
	return p(fmt.Sprintf(`<w:pPr><w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%s"/></w:numPr></w:pPr>`, depth, num), txt(text))
}

func level(depth int, format, text, more string) string {
	return fmt.Sprintf(`<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/>%s<w:lvlText w:val="%s"/></w:lvl>`, depth, format, more, text)
}

func definitionOf(id string, levels ...string) string {
	s := `<w:abstractNum w:abstractNumId="` + id + `">`
	for _, l := range levels {
		s += l
	}
	return s + `</w:abstractNum>`
}

func num(id, definition, overrides string) string {
	return `<w:num w:numId="` + id + `"><w:abstractNumId w:val="` + definition + `"/>` + overrides + `</w:num>`
}

func TestEntriesHaveTheMarksThatWordShows(t *testing.T) {
	legal := definitionOf("0", level(0, "decimal", "%1.", ""), level(1, "decimal", "%1.%2", ""), level(2, "lowerLetter", "%3)", "")) + num("1", "0", "")
	check(t, []example{
		{name: "levels count within those above", doc: written{numbering: legal,
			body: entry("1", 0, "en") + entry("1", 1, "a") + entry("1", 1, "b") + entry("1", 2, "c") + entry("1", 0, "to") + entry("1", 1, "d")},
			want: "1 e0 [1.]: en\n2 e1 [1.1]: a\n3 e1 [1.2]: b\n4 e2 [a)]: c\n5 e0 [2.]: to\n6 e1 [2.1]: d"},
		{name: "text between entries does not start over", doc: written{numbering: legal, body: entry("1", 0, "en") + p(txt("tekst")) + entry("1", 0, "to")},
			want: "1 e0 [1.]: en\n2 p: tekst\n3 e0 [2.]: to"},
		{name: "lists of one definition count on, but where one says to start over", doc: written{
			numbering: definitionOf("0", level(0, "decimal", "%1.", "")) + num("1", "0", "") + num("2", "0", "") +
				num("3", "0", `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>`),
			body: entry("1", 0, "en") + entry("2", 0, "to") + entry("3", 0, "fem") + entry("3", 0, "seks")},
			want: "1 e0 [1.]: en\n2 e0 [2.]: to\n3 e0 [5.]: fem\n4 e0 [6.]: seks"},
		{name: "a level of a list of its own", doc: written{
			numbering: definitionOf("0", level(0, "decimal", "%1.", "")) + num("1", "0", `<w:lvlOverride w:ilvl="0">`+level(0, "upperRoman", "%1:", "")+`</w:lvlOverride>`),
			body:      entry("1", 0, "en") + entry("1", 0, "to")}, want: "1 e0 [I:]: en\n2 e0 [II:]: to"},
		{name: "a start from 0", doc: written{
			numbering: definitionOf("0", `<w:lvl w:ilvl="0"><w:start w:val="0"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Pkt. %1"/></w:lvl>`) + num("1", "0", ""),
			body:      entry("1", 0, "Velkommen") + entry("1", 0, "Status")}, want: "1 e0 [Pkt. 0]: Velkommen\n2 e0 [Pkt. 1]: Status"},
		{name: "a level that never starts over", doc: written{
			numbering: definitionOf("0", level(0, "upperLetter", "%1", ""), level(1, "decimal", "%2.", `<w:lvlRestart w:val="0"/>`)) + num("1", "0", ""),
			body:      entry("1", 0, "x") + entry("1", 1, "en") + entry("1", 0, "y") + entry("1", 1, "to")}, want: "1 e0 [A]: x\n2 e1 [1.]: en\n3 e0 [B]: y\n4 e1 [2.]: to"},
		{name: "digits throughout where the list is legal", doc: written{
			numbering: definitionOf("0", level(0, "upperRoman", "%1", ""), level(1, "decimal", "%1.%2", `<w:isLgl/>`)) + num("1", "0", ""),
			body:      entry("1", 0, "x") + entry("1", 1, "y")}, want: "1 e0 [I]: x\n2 e1 [1.1]: y"},
		{name: "bullets", doc: written{
			numbering: definitionOf("0", level(0, "bullet", "\uF0B7", `<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>`), level(1, "bullet", "o", `<w:rPr><w:rFonts w:ascii="Courier New"/></w:rPr>`),
				level(2, "bullet", "\uF0A7", `<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>`), level(3, "bullet", "–", ""), level(4, "bullet", "\uF0FF", "")) + num("1", "0", ""),
			body: entry("1", 0, "a") + entry("1", 1, "b") + entry("1", 2, "c") + entry("1", 3, "d") + entry("1", 4, "e")},
			want: "1 e0 [•]: a\n2 e1 [◦]: b\n3 e2 [▪]: c\n4 e3 [–]: d\n5 e4 [•]: e"},
		{name: "a bullet typed by hand is text", doc: written{body: p(txt("• punkt")) + p(txt("- punkt"))}, want: "1 p: • punkt\n2 p: - punkt"},
		{name: "taken out of its list", doc: written{numbering: legal,
			styles: `<w:style w:type="paragraph" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`,
			body:   p(`<w:pPr><w:pStyle w:val="L"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>`, txt("tekst")) + styled("L", "en")}, want: "1 p: tekst\n2 e0 [1.]: en"},
		{name: "a list that is not there", doc: written{numbering: legal, body: entry("7", 0, "tekst")}, want: "1 p: tekst"},
		{name: "an entry whose words are deleted counts, one that is hidden with its end does not", doc: written{numbering: legal,
			body: p(`<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>`, `<w:del w:id="1"><w:r><w:delText>HEMMELIG</w:delText></w:r></w:del>`) +
				p(`<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr></w:pPr>`, r(`<w:vanish/>`, "HEMMELIG")) + entry("1", 0, "to")},
			want: "3 e0 [2.]: to\n1 unseen deletion, words: 1\n2 unseen hidden, words: 1"},
		{name: "entries in a deleted row do not count", doc: written{numbering: legal, body: table(tr(`<w:trPr><w:del w:id="1"/></w:trPr>`, tc(entry("1", 0, "HEMMELIG"))), tr(tc(entry("1", 0, "en"))))},
			want: "2 e0 [1.]: en\n1 unseen deletion, words: 1"},
		{name: "an empty entry counts, a deleted one does not", doc: written{numbering: legal, body: entry("1", 0, "") +
			`<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:del w:id="2"><w:r><w:delText>HEMMELIG</w:delText></w:r></w:del></w:p>` + entry("1", 0, "to")},
			want: "2 e0 [2.]: to\n2 unseen deletion, words: 1"},
	})
}

func TestStylesNumberHeadingsAndEntries(t *testing.T) {
	numbering := definitionOf("0", level(0, "decimal", "%1.", `<w:pStyle w:val="Overskrift1"/>`), level(1, "decimal", "%1.%2.", `<w:pStyle w:val="Overskrift2"/>`)) + num("1", "0", "")
	styles := `<w:style w:type="paragraph" w:styleId="Overskrift1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Overskrift2"><w:name w:val="heading 2"/><w:basedOn w:val="Overskrift1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>`
	check(t, []example{
		{name: "the number of a heading is its mark", doc: written{styles: styles, numbering: numbering,
			body: styled("Overskrift1", "Velkommen") + styled("Overskrift2", "Dagsorden") + styled("Overskrift1", "Status")},
			want: "1 h1 [1.]: Velkommen\n2 h2 [1.1.]: Dagsorden\n3 h1 [2.]: Status"},
		{name: "of a list that the paragraph names again", doc: written{styles: styles, numbering: numbering,
			body: styled("Overskrift1", "Velkommen") + p(`<w:pPr><w:pStyle w:val="Overskrift2"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>`, txt("Dagsorden"))},
			want: "1 h1 [1.]: Velkommen\n2 h2 [1.1.]: Dagsorden"},
		{name: "a list style that a definition takes its levels from", doc: written{
			styles:    `<w:style w:type="numbering" w:styleId="Liste"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>`,
			numbering: `<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Liste"/></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:styleLink w:val="Liste"/>` + level(0, "lowerRoman", "%1.", "") + `</w:abstractNum>` + num("1", "0", "") + num("2", "1", ""),
			body:      entry("1", 0, "en") + entry("1", 0, "to")}, want: "1 e0 [i.]: en\n2 e0 [ii.]: to"},
		{name: "a level that only indents makes no entries", doc: written{numbering: definitionOf("0", level(0, "bullet", " ", "")) + num("1", "0", ""), body: entry("1", 0, "tekst")}, want: "1 p: tekst"},
		{name: "a bullet that is a picture", doc: written{numbering: definitionOf("0", level(0, "bullet", "", `<w:lvlPicBulletId w:val="0"/>`)) + num("1", "0", ""), body: entry("1", 0, "tekst")}, want: "1 e0 [•]: tekst"},
		{name: "levels that show nothing make no entries", doc: written{numbering: definitionOf("0", level(0, "none", "", "")) + num("1", "0", ""), body: entry("1", 0, "tekst")}, want: "1 p: tekst"},
	})
}

func TestNumeralsAreThoseOfWord(t *testing.T) {
	for _, c := range []struct {
		n            int
		format, want string
	}{
		{4, "decimal", "4"}, {4, "decimalZero", "04"}, {14, "decimalZero", "14"}, {3, "ordinal", "3."}, {2, "numberInDash", "- 2 -"},
		{1, "lowerLetter", "a"}, {28, "lowerLetter", "bb"}, {26, "upperLetter", "Z"}, {0, "lowerLetter", "0"},
		{1994, "upperRoman", "MCMXCIV"}, {4, "lowerRoman", "iv"}, {5, "chicago", "**"}, {7, "none", ""}, {7, "cardinalText", "7"},
	} {
		if got := numeral(c.n, c.format, ""); got != c.want {
			t.Errorf("numeral(%d, %q) = %q, want %q", c.n, c.format, got, c.want)
		}
	}
	if got := numeral(7, "custom", "001, 002, 003, ..."); got != "007" {
		t.Errorf("a custom format gives %q", got)
	}
}
