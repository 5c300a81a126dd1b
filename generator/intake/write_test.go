package intake

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"referat/generator/intake/manuscript"
)

var origin = Origin{Name: "referat.docx", Format: "docx"}

func paragraph(runs ...manuscript.Run) manuscript.Block { return manuscript.Block{Text: runs} }

func run(text string) manuscript.Run { return manuscript.Run{Text: text} }

// anyText has the signs that Markdown might misread, close to each other.
func anyText() *rapid.Generator[string] {
	part := rapid.SampledFrom([]string{"a", "b", "7", "1. ", "12) ", "- ", "+ ", "* ", "*", "**", "_", "__", "~", "~~", "#", "## ", "=", "===", "---", ":", ": ", "::: beslutning",
		":::", "+++", "|", "| --- |", "---|---", "<", ">", "<b>", "</b>", "<br>", "<!--", "-->", "<https://x.dk>", "https://x.dk/a_b_", "&", "&amp;", "&#35;", "[", "]", "(", ")", "](", "[^1]", "[x]: y",
		"[x](y)", "[a]{lang=en}", "{", "}", "!", "![", "`", "```", "\\", "\\\\", "  ", " ", " ", "\n", "\n", "\t", "    ", ".", ",", "æ", "”", "’", "\u00a0", "\x00", "\x01", "7. november", "“", "é", "€", "$", "\"", "'", "^", "%"})
	return rapid.Custom(func(t *rapid.T) string { return strings.Join(rapid.SliceOfN(part, 0, 9).Draw(t, "parts"), "") })
}

func anyLook() *rapid.Generator[manuscript.Look] {
	return rapid.Custom(func(t *rapid.T) manuscript.Look {
		flag := func(name string) bool { return rapid.IntRange(0, 3).Draw(t, name) == 0 }
		return manuscript.Look{Bold: flag("bold"), Italic: flag("italic"), Struck: flag("struck"), Superscript: flag("sup"), Subscript: flag("sub")}
	})
}

func anyRuns() *rapid.Generator[[]manuscript.Run] {
	one := rapid.Custom(func(t *rapid.T) manuscript.Run {
		r := manuscript.Run{Text: anyText().Draw(t, "text")}
		if rapid.Bool().Draw(t, "looks") {
			r.Look = anyLook().Draw(t, "look")
		}
		if rapid.IntRange(0, 5).Draw(t, "links") == 0 {
			r.Link = rapid.SampledFrom([]string{"https://ngc.dk/a(b)_c", "https://ngc.dk/?a=1&copy;=2 3", "mailto:a@ngc.dk"}).Draw(t, "link")
		}
		return r
	})
	return rapid.SliceOfN(one, 0, 5)
}

// bare parts words at white space and signs that are no text.
func bare(s string) string {
	s = strings.Map(func(r rune) rune {
		if isControl(r) {
			return ' '
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

func TestAnyTextComesBackInTheSameWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		runs := anyRuns().Draw(t, "runs")
		block := manuscript.Block{Kind: rapid.SampledFrom([]manuscript.Kind{manuscript.Paragraph, manuscript.Entry}).Draw(t, "kind"), Text: runs}
		d := &Draft{Head: Head{Title: "t"}, Items: []Item{{Heading: "Pkt. 1 a", Sections: []Section{{Blocks: []manuscript.Block{block}}}}}}
		file := Write(d, &manuscript.Document{}, origin, "da").Text
		m, problems := readBack(t, file)
		if len(problems) > 0 {
			t.Fatalf("%v\n%s", problems, file)
		}
		if got, want := bare(shown(m)), bare(manuscript.Plain(runs)); got != want {
			t.Fatalf("got  %q\nwant %q\n%s", got, want, file)
		}
	})
}
