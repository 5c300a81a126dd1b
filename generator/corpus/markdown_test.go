package main

import (
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"referat/generator/content"
	"referat/generator/source"
)

// hard are pieces of text that Markdown would read as marks.
var hard = []string{"7.", "8)", "12. marts", "-", "+", "*", "**", "_", "#", "##", ">", "=", "---", "===", ":", "::: beslutning", ":::", "`", "```", "~~~",
	"|", "\\", "!", "[a]", "(b.md)", "[^1]", "[^1]: note", "{lang=en}", "<b>", "<br>", "</p>", "<!--", "&amp;", "&", "https://example.org/",
	"+++", "ord", "æøå", " ", "  ", "    ", "\n", "\t", ",", "."}

// TestTextIsReadAsItStands writes text as paragraph, list entry, cell and
// title, and reads it back with the program's own reader.
func TestTextIsReadAsItStands(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := "x"
		for text == "x" || strings.TrimSpace(text) == "" {
			text = strings.Join(rapid.SliceOfN(rapid.SampledFrom(hard), 1, 8).Draw(t, "text"), "")
		}
		c := corpus{place: func(slug string) string { return slug }}
		f := c.minutesFile(meeting{Slug: "a/2023-11-07", Title: text, Date: "2023-11-07", Agenda: []item{{No: 1, Title: "T " + text, Sections: []section{
			{"Indstilling", []block{paragraph(text)}},
			{"Referat", []block{{List: [][]span{{{Text: text}}, {{Text: text}}}}}},
			{"Baggrund", []block{{Table: [][]string{{"a", "b"}, {"c" + text, "d"}}}}},
			{"Løsning", []block{{Para: []span{{Text: text}}, Decision: true}}},
		}}}})
		fsys := fstest.MapFS{"site.toml": {Data: siteSettings(t)}, f.path: {Data: f.data}}
		tree, _ := source.Look(fsys, fsys, source.Records{})
		docs, problems := content.Parse(tree, nil, content.Cache{})
		if len(problems) > 0 || len(docs.Minutes) != 1 || len(docs.Minutes[0].Items) != 1 {
			t.Fatalf("%s\nproblems: %v", f.data, problems)
		}
		words := strings.Join(strings.Fields(text), " ")
		it := docs.Minutes[0].Items[0]
		got := []string{it.Title}
		for _, s := range it.Sections {
			for _, p := range s.Parts {
				got = append(got, p.Text.Plain().Text)
			}
		}
		want := []string{strings.Join(strings.Fields("T "+text), " "), words, words + "\n\n" + words, "a\tb\n\nc" + strings.Join(strings.Fields("c"+text), " ")[1:] + "\td", words}
		if strings.Join(got, "\x00") != strings.Join(want, "\x00") {
			t.Fatalf("%s\ngot  %q\nwant %q", f.data, got, want)
		}
	})
}

func siteSettings(t *rapid.T) []byte {
	data, err := fixed.ReadFile("site/site.toml")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestSpansBecomeLinks(t *testing.T) {
	place := func(slug string) string {
		if slug == "known" {
			return "a/2023-11-07"
		}
		return ""
	}
	for _, c := range []struct {
		name  string
		spans []span
		want  string
	}{
		{"a meeting", []span{{Text: "se "}, {Text: "mødet", Meeting: "known"}}, "se [mødet](../a/2023-11-07.md)"},
		{"an item of it", []span{{Text: "mødet", Meeting: "known", Anchor: "punkt-2"}}, "[mødet](../a/2023-11-07.md#punkt-2)"},
		{"a meeting that is not there", []span{{Text: "mødet", Meeting: "unknown"}}, "mødet"},
		{"a group", []span{{Text: "nyre [1]", Group: "nyresvigt"}, {Text: "."}}, `[nyre \[1\]](../../patientgrupper/nyresvigt.md).`},
		{"strong words and the space after them", []span{{Text: "Frist: ", Strong: true}, {Text: "nu"}}, "**Frist:** nu"},
		{"no picture", []span{{Text: "se!"}, {Text: "mødet", Meeting: "known"}}, `se\![mødet](../a/2023-11-07.md)`},
		{"nothing", []span{{Text: " ", Strong: true}}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := prose{minutes: "../", groups: "../../patientgrupper/", place: place}
			if got := p.line(c.spans); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
