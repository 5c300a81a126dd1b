package intake

import (
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"referat/generator/intake/manuscript"
)

var origin = Origin{Name: "referat.docx", Format: "docx"}

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

// anyBlock is any block of a text; the words that a reader sees of it are those of wordsOf.
func anyBlock() *rapid.Generator[manuscript.Block] {
	return rapid.Custom(func(t *rapid.T) manuscript.Block {
		b := manuscript.Block{Kind: rapid.SampledFrom([]manuscript.Kind{manuscript.Paragraph, manuscript.Heading, manuscript.Entry, manuscript.Entry, manuscript.Table}).Draw(t, "kind")}
		b.Wrapped = rapid.IntRange(0, 3).Draw(t, "wrapped") == 0
		switch b.Kind {
		case manuscript.Table:
			columns := rapid.IntRange(1, 3).Draw(t, "columns")
			for range rapid.IntRange(1, 3).Draw(t, "rows") {
				var row []manuscript.Cell
				for width := 0; width < columns; {
					c := manuscript.Cell{Text: anyRuns().Draw(t, "cell"), Columns: rapid.IntRange(1, columns-width).Draw(t, "wide"), Heading: rapid.IntRange(0, 3).Draw(t, "heads") == 0}
					width += c.Columns
					row = append(row, c)
				}
				b.Rows = append(b.Rows, row)
			}
		case manuscript.Entry:
			b.Level = rapid.IntRange(0, 3).Draw(t, "level")
			b.Mark = rapid.SampledFrom([]string{"•", "-", "o", "1.", "2.", "7)", "12.", "a)", "(1)", "1.1"}).Draw(t, "mark")
			fallthrough
		default:
			b.Text = anyRuns().Draw(t, "text")
		}
		return b
	})
}

// wordsOf are the words of a block that its page shows as text.
func wordsOf(b manuscript.Block) string {
	isNumber := number.MatchString(b.Mark) && hasText(b.Text)
	if b.Kind == manuscript.Entry && !isNumber && hasWords(b.Mark) && b.Mark != "o" {
		return b.Mark + " " + b.Words() + "\n"
	}
	return b.Words() + "\n"
}

func TestAnyTextComesBackInTheSameWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		blocks := rapid.SliceOfN(anyBlock(), 1, 5).Draw(t, "blocks")
		d := &Draft{Head: Head{Title: "t"}, Items: []Item{{Heading: "Pkt. 1 a", Sections: []Section{{Blocks: blocks}}}}}
		file := Write(d, &manuscript.Document{}, origin, "da").Text
		m, problems := readBack(t, file)
		if len(problems) > 0 {
			t.Fatalf("%v\n%s", problems, file)
		}
		want := ""
		for _, b := range blocks {
			want += wordsOf(b)
		}
		if got, want := bare(shown(m)), bare(want); got != want {
			t.Fatalf("got  %q\nwant %q\n%s", got, want, file)
		}
	})
}

func TestADraftIsWrittenAsStaffWouldWriteIt(t *testing.T) {
	_, file := sampleFile()
	want, err := os.ReadFile("testdata/sample.md")
	if err != nil {
		t.Fatal(err)
	}
	if file != string(want) {
		t.Errorf("got\n%s", file)
	}
	if m, problems := readBack(t, file); len(problems) > 0 || len(m.Doubts) != 2 || m.Doubts[1].Anchor != m.Items[0].Sections[1].Anchor {
		t.Errorf("%v %v", problems, m.Doubts)
	}
}

func TestADoubtNamesTheLineThatItIsAbout(t *testing.T) {
	doc, d := sample()
	const text = "Supplér med"
	d.Doubts = nil
	for _, target := range []Target{{Part: InHead, Near: "date"}, {Part: InHead, Near: "secretary"}, {Part: InHead}, {Part: InParticipants, Index: 1}, {Part: InAgenda}, {Part: InPreface},
		{Part: InItem}, {Part: InSection, Section: 1}, {Part: InSection, Section: 1, Near: text}, {Part: InSection, Section: 1, Near: "Der er 17 patientgrupper.1"},
		{Part: InItem, Index: 7}} {
		d.Doubts = append(d.Doubts, Doubt{Target: target})
	}
	f := Write(d, doc, origin, "da")
	lines := append([]string{"no line"}, strings.Split(f.Text, "\n")...)
	for i, want := range []string{"date = 2023-11-07", `state = "draft"`, "+++", "[[participants]]", "[[agenda]]", "## Pkt. 1", "## Pkt. 1", "### Referat", "- " + text, "Der er 17", "## Pkt. 1"} {
		if got := lines[f.Doubts[i].Pos.Line]; !strings.HasPrefix(got, want) {
			t.Errorf("%+v: line %d, %q", f.Doubts[i].Target, f.Doubts[i].Pos.Line, got)
		}
	}
	if finn := lines[f.Doubts[3].Pos.Line+1]; !strings.Contains(finn, "Finn") {
		t.Error(finn)
	}
}
