package intake

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"referat/generator/content"
	"referat/generator/intake/manuscript"
	"referat/generator/source"
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
			r.Link = rapid.SampledFrom([]string{"https://ngc.dk/a(b)_c", "https://ngc.dk/?a=1&copy;=2 3", "mailto:a@ngc.dk", "https://x.dk/a_b_"}).Draw(t, "link")
		}
		if rapid.IntRange(0, 9).Draw(t, "refers") == 0 {
			r = manuscript.Run{Note: rapid.IntRange(1, 2).Draw(t, "note")}
		}
		return r
	})
	return rapid.SliceOfN(one, 0, 5)
}

// plainRuns are runs that refer to no notes.
func plainRuns() *rapid.Generator[[]manuscript.Run] {
	return rapid.Map(anyRuns(), func(runs []manuscript.Run) []manuscript.Run {
		return slices.DeleteFunc(runs, func(r manuscript.Run) bool { return r.Note > 0 })
	})
}

// notesIn are the notes that blocks refer to, in order.
func notesIn(blocks []manuscript.Block) []int {
	var list []int
	add := func(runs []manuscript.Run) {
		for _, r := range runs {
			if r.Note > 0 && !slices.Contains(list, r.Note) {
				list = append(list, r.Note)
			}
		}
	}
	for _, b := range blocks {
		add(b.Text)
		for _, row := range b.Rows {
			for _, cell := range row {
				add(cell.Text)
			}
		}
	}
	return list
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
	isNumber := number().MatchString(b.Mark) && hasText(b.Text)
	if b.Kind == manuscript.Entry && !isNumber && hasWords(b.Mark) && b.Mark != "o" {
		return b.Mark + " " + b.Words() + "\n"
	}
	return b.Words() + "\n"
}

func TestAnyTextComesBackInTheSameWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		blocks := rapid.SliceOfN(anyBlock(), 1, 5).Draw(t, "blocks")
		name := squeezed(anyText().Draw(t, "name")) + "x"
		notes := []manuscript.Note{{Text: append(plainRuns().Draw(t, "first note"), manuscript.Run{Text: "en"})}, {Text: append(plainRuns().Draw(t, "second note"), manuscript.Run{Text: "to"})}}
		d := &Draft{Head: Head{Title: "t"}, Items: []Item{{Heading: "Pkt. 1 " + name, Sections: []Section{{Name: name, Blocks: blocks}}}}, Notes: notes}
		file := Write(d, &manuscript.Document{}, origin, "da").Text
		m, problems := readBack(t, file)
		if len(problems) > 0 {
			t.Fatalf("%v\n%s", problems, file)
		}
		want := ""
		for _, b := range blocks {
			want += wordsOf(b)
		}
		for _, n := range notesIn(blocks) {
			want += manuscript.Plain(notes[n-1].Text) + "\n"
		}
		if h := m.Headings(); bare(h[0].Words) != bare("Pkt. 1 "+name) || bare(h[1].Words) != bare(name) {
			t.Fatalf("headings %q, not %q\n%s", h, name, file)
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
		{Part: InItem}, {Part: InSection, Section: 1}, {Part: InSection, Section: 1, Near: text}, {Part: InSection, Section: 1, Near: "Der er 17 patientgrupper."},
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

func TestAnyWordsOfTheHeadComeBackAsTheyAre(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := func(name string) string { return anyText().Draw(t, name) }
		d := &Draft{Head: Head{Title: text("title"), Place: text("place")}, Participants: []content.Person{{Name: text("name"), Role: rapid.String().Draw(t, "role")}},
			Agenda: []content.AgendaItem{{Number: "1", Title: text("title of an item")}}, Kept: []Kept{{What: text("what"), Words: text("words")}, {What: "b", Words: text("more words")}}}
		doc := &manuscript.Document{Aside: []manuscript.Aside{{Words: text("aside"), Times: 2}}}
		from := Origin{Name: text("file")}
		file := Write(d, doc, from, "en").Text
		head, _ := split(file)
		var got struct {
			Title, Place string
			Participants []struct{ Name, Role string }
			Agenda       []struct{ Title string }
			Import       struct {
				File  string
				Kept  map[string][]string
				Aside []struct{ Words []string }
			}
		}
		if _, err := toml.Decode(head, &got); err != nil {
			t.Fatalf("%v\n%s", err, file)
		}
		i := got.Import
		kept := map[string][]string{d.Kept[0].What: {d.Kept[0].Words}}
		kept["b"] = append(kept["b"], d.Kept[1].Words)
		for _, pair := range [][2]string{{got.Title, d.Head.Title}, {got.Place, d.Head.Place}, {got.Participants[0].Name, d.Participants[0].Name}, {got.Participants[0].Role, d.Participants[0].Role},
			{got.Agenda[0].Title, d.Agenda[0].Title}, {i.File, from.Name}, {fmt.Sprint(i.Kept), fmt.Sprint(kept)}, {i.Aside[0].Words[0], squeezed(doc.Aside[0].Words)}} {
			if norm.NFC.String(pair[0]) != norm.NFC.String(pair[1]) {
				t.Fatalf("%q is not %q\n%s", pair[0], pair[1], file)
			}
		}
	})
}

func TestALinkThatLeadsNowhereIsLeftOutAndAsked(t *testing.T) {
	link := func(text, to string) manuscript.Block {
		return manuscript.Block{Text: []manuscript.Run{{Text: text, Link: to}}, At: at(7)}
	}
	d := &Draft{Items: []Item{{Heading: "Pkt. 1 a", Sections: []Section{{Blocks: []manuscript.Block{link("bilag", `file:///C:/bilag.docx`), link("side", "#_Toc12"), link("ngc", "https://ngc.dk")}}}}}}
	f := Write(d, &manuscript.Document{}, origin, "da")
	if !strings.HasSuffix(f.Text, "\n\nbilag\n\nside\n\n[ngc](https://ngc.dk)\n") || len(f.Doubts) != 1 || f.Doubts[0].Code != source.DoubtLink || f.Doubts[0].At != at(7) ||
		strings.Split(f.Text, "\n")[f.Doubts[0].Pos.Line-1] != "bilag" {
		t.Errorf("%+v\n%s", f.Doubts, f.Text)
	}
}

func TestAMeetingThatWasNotHeldIsADraftLikeAllOthersAndAClosedItemSaysSo(t *testing.T) {
	d := &Draft{Head: Head{Title: "Møde", Cancelled: true}, Agenda: []content.AgendaItem{{Number: "1", Title: "Løn", Closed: true}}}
	m, problems := readBack(t, Write(d, &manuscript.Document{}, origin, "da").Text)
	if m.State != content.Draft || !m.Agenda[0].Closed || len(problems) > 0 {
		t.Errorf("%v %+v %v", m.State, m.Agenda, problems)
	}
}

func TestNoMoreIsEscapedThanMarkdownWouldMisread(t *testing.T) {
	for text, want := range map[string]string{
		"7. november 2023":                   `7\. november 2023`,
		"den 7. november 2023":               "den 7. november 2023",
		"20.621 genomer, 1.-5. november":     "20.621 genomer, 1.-5. november",
		"- 5 grader":                         `\- 5 grader`,
		"-5 grader":                          "-5 grader",
		"+ moms":                             `\+ moms`,
		"# 3":                                `\# 3`,
		"C# og #3":                           "C# og #3",
		"a\n===":                             "a\\\n\\===",
		"a\n---":                             "a\\\n\\---",
		"a | b\n--- | ---":                   "a | b\\\n\\--- | ---",
		"Ord\n: mening":                      "Ord\\\n\\: mening",
		"::: beslutning":                     `\::: beslutning`,
		"> 5 %":                              `\> 5 %`,
		"p < 0,05 & p > 0,01":                "p < 0,05 & p > 0,01",
		"<Ib> siger":                         `\<Ib> siger`,
		"R&D; &amp; AT&T":                    `R\&D; \&amp; AT&T`,
		"2 * 3 ~ 6, fil_navn_her":            "2 * 3 ~ 6, fil_navn_her",
		"*vigtigt* _her_ ~5":                 `\*vigtigt\* \_her\_ \~5`,
		"[pause] og [sic]":                   "[pause] og [sic]",
		"[Ib]: undersøger [^1] [a](b)":       `\[Ib]: undersøger \[^1] [a]\(b)`,
		"![a] `kode` C:\\mappe":              "\\![a] \\`kode\\` C:\\\\mappe",
		"<!-- note -->":                      `\<\!-- note --\>`,
		"https://ngc.dk/a_b?c=1&d=2#e":       "https://ngc.dk/a_b?c=1&d=2#e",
		"  to   mellemrum  \n  og en linje ": "to mellemrum\\\nog en linje",
		"a\\\nb":                             "a\\\\<br>\nb",
	} {
		if got := markdownOf(plain(text), false, inParagraph); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
	if got := markdownOf(plain("7. november\ner\ndatoen"), true, inParagraph); got != `7\. november er datoen` {
		t.Error(got)
	}
	if got := markdownOf(plain("7. a # #"), false, inHeading); got != `7. a # \#` {
		t.Error(got)
	}
	if got := markdownOf(plain("a | b\nc"), false, inCell); got != `a \| b<br>c` {
		t.Error(got)
	}
}

func TestEmphasisIsWrittenWhereMarkdownReadsIt(t *testing.T) {
	bold, italic := manuscript.Look{Bold: true}, manuscript.Look{Italic: true}
	both := manuscript.Look{Bold: true, Italic: true}
	for want, runs := range map[string][]manuscript.Run{
		"**Sta**tus":                  {{Text: "Sta", Look: bold}, {Text: "tus"}},
		"**Status** på":               {{Text: "Sta", Look: bold}, {Text: "tus ", Look: bold}, {Text: "på"}},
		"**a *b* c**":                 {{Text: "a ", Look: bold}, {Text: "b", Look: both}, {Text: " c", Look: bold}},
		"**a**_b_":                    {{Text: "a", Look: bold}, {Text: "b", Look: italic}},
		"<strong>(a)</strong>b":       {{Text: "(a)", Look: bold}, {Text: "b"}},
		"**(a)** b":                   {{Text: "(a)", Look: bold}, {Text: " b"}},
		"**_a_**":                     {{Text: "a", Look: both}},
		"[**a** b](https://ngc.dk) c": {{Text: "a", Look: bold, Link: "https://ngc.dk"}, {Text: " b", Link: "https://ngc.dk"}, {Text: " c"}},
		"10<sup>3</sup> ~~to~~":       {{Text: "10"}, {Text: "3 ", Look: manuscript.Look{Superscript: true}}, {Text: "to", Look: manuscript.Look{Struck: true}}},
		"<https://ngc.dk/a_b>":        {{Text: "https://ngc.dk/a_b", Link: "https://ngc.dk/a_b"}},
	} {
		if got := markdownOf(runs, false, inParagraph); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func TestADoubtIsWholeSentences(t *testing.T) {
	for _, c := range [][3]string{
		{"ordet mangler", "skriv det", "Ordet mangler. Skriv det."},
		{`dette ligner en beslutning: "Det blev vedtaget."`, "er det en", `Dette ligner en beslutning: "Det blev vedtaget." Er det en.`},
		{`linjen er "Status"`, "", `Linjen er "Status".`},
		{`hvem er ”Bo m.fl.”`, "se efter i \"Deltagere m.v.\"", `Hvem er ”Bo m.fl.”. Se efter i "Deltagere m.v."`},
	} {
		if got := sentences(c[0], c[1]); got != c[2] {
			t.Errorf("%q, want %q", got, c[2])
		}
	}
}
