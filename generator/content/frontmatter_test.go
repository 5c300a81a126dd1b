package content

import (
	"fmt"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"referat/generator/source"
)

func TestKeysAndValuesAreFound(t *testing.T) {
	text := strings.Join([]string{
		`title = "A # [b] = c"`,
		`  # a comment = no key`,
		`"quoted" = 'x'`,
		`list = [`,
		`  "a]", # not = a key`,
		`  "b",`,
		`]`,
		`long = """`,
		`inside = no`,
		`"""`,
		`æble.b = 1`,
		`[record]`,
		`  case = "1"`,
		`[[agenda]]`,
		`title = "x"`,
		`[[agenda]]`,
		`title = "y"`,
		`[[agenda.sub]]`,
		`z = { a = 1, b = "}" }`,
	}, "\n")
	p := findPositions(text, 2)
	for key, want := range map[string]spot{
		"title":              {2, 1, 9},
		"quoted":             {4, 1, 12},
		"list":               {5, 1, 8},
		"long":               {9, 1, 8},
		"record.case":        {14, 3, 10},
		"agenda[0].title":    {16, 1, 9},
		"agenda[1].title":    {18, 1, 9},
		"agenda[1].sub[0].z": {20, 1, 5},
	} {
		if p.places[key] != want {
			t.Errorf("%s: at %v; want %v", key, p.places[key], want)
		}
	}
	if _, found := p.places["inside"]; found {
		t.Error("a line inside a long text is no key")
	}
}

func TestFrontMatterIsPartedFromTheText(t *testing.T) {
	for _, c := range []struct {
		name, in, head, body string
		line                 int
		problem              source.Code
	}{
		{"both", "+++\na = 1\n+++\ntext\n", "a = 1\n", "text\n", 4, ""},
		{"no text", "+++\na = 1\n+++", "a = 1\n", "", 4, ""},
		{"empty", "+++\n+++\n", "", "", 3, ""},
		{"blanks after the fence", "+++ \na = 1\n+++\t\nb", "a = 1\n", "b", 4, ""},
		{"none", "text", "", "", 0, source.FrontMatterMissing},
		{"an empty file", "", "", "", 0, source.FrontMatterMissing},
		{"never ends", "+++\na = 1\n++++\n", "", "", 0, source.FrontMatterOpen},
	} {
		head, body, line, problems := split(&source.File{Path: "x.md", Text: c.in})
		if head != c.head || body != c.body || line != c.line {
			t.Errorf("%s: %q, %q, line %d", c.name, head, body, line)
		}
		if c.problem == "" && problems != nil || c.problem != "" && (len(problems) != 1 || problems[0].Code != c.problem) {
			t.Errorf("%s: %v, want %s", c.name, problems, c.problem)
		}
	}
}

func TestProblemsOfFrontMatterStandWhereItsKeysStand(t *testing.T) {
	for head, want := range map[string]string{ // the fourth line of the file and on
		"x = 1\n":              "4:1 unknown-key\n",
		"\n  place = 5\n":      "5:11 unquoted\n",
		"[record]\ncase = 1\n": "5:8 unquoted\n",
		"record = 5\n":         "4:10 wrong-type\n",
		"[[record]]\n":         "1:0 wrong-type\n",
		"agenda = [5]\n":       "4:10 wrong-type\n",
		"[place]\n":            "4:1 wrong-type\n",
		"[[agenda]]\nnumber = \"1\"\ntitle = \"a\"\n  [[agenda]]\nnumber = \"2\"\n": "7:3 missing-key\n",
		"participants = [{name = \"a\"}, {name = \"b\", y = 1}]\n":                  "4:1 unknown-key\n",
		"[[agenda]]\nnumber = \"1\"\ntitle = \"a\"\n[agenda.x.y]\n":                 "4:1 unknown-key\n",
		"[[agenda]]\nnumber = \"1\"\ntitle = \"a\"\n[[agenda]]\n[[agenda.x]]\n":     "7:1 missing-key\n7:1 missing-key\n7:1 unknown-key\n",
		"start = 25\nend = [1]\n": "4:9 wrong-type\n5:7 wrong-type\n",
	} {
		for _, more := range []string{"", "\n[import]\nthe.library = \"reads this\"\n"} {
			if _, problems := readMinutes(t, head+more, ""); said(problems) != want {
				t.Errorf("%q: %s want %s", head+more, said(problems), want)
			}
		}
	}
}

func TestMessagesNameTheTableOfAKey(t *testing.T) {
	for _, text := range []string{
		"[[agenda]]\n[[agenda]]\n[record]\n[publish]\na = 1\n",
		"agenda = [{}, {}]\nrecord = {}\npublish = {a = 1}\n",
	} {
		whole, doc := decode("x.md", text, 1)
		whole.table("record").required("case", "case = 1")
		whole.tables("agenda")[1].required("title", "title = 1")
		whole.instant("publish")
		whole.table("place").required("room", "room = 1")
		got := ""
		for _, p := range doc.problems {
			got += fmt.Sprintf("%q ", p.Args)
			if p.Pos.Line == 0 {
				t.Errorf("%q: %q has no line", text, p.Args)
			}
		}
		want := `["record.case" "case = 1" "[record]"] ["agenda[1].title" "title = 1" ""] ["map[a:1]"] ["place.room" "room = 1" "[place]"] `
		if got != want {
			t.Errorf("%q\ngot  %s\nwant %s", text, got, want)
		}
	}
}

func TestDeepBracketsAreRefusedBeforeTheLibraryMeetsThem(t *testing.T) {
	for text, want := range map[string]string{
		"a = " + strings.Repeat("[", 101) + strings.Repeat("]", 101): "1:0 nesting-too-deep\n",
		"a = " + strings.Repeat("[", 99) + strings.Repeat("]", 99):   "",
		"a = '" + strings.Repeat("[", 200) + "'":                     "",
	} {
		if _, doc := decode("x.md", text, 1); said(doc.problems) != want {
			t.Errorf("%q: %s want %s", text, said(doc.problems), want)
		}
	}
}

func TestEveryUnknownKeyIsToldTheSameKeys(t *testing.T) {
	whole, doc := decode("x.md", "a = 1\nb = 2\nc = 3\n", 1)
	whole.required("title", "")
	whole.required("title", "")
	whole.end()
	for _, p := range doc.problems[2:] {
		if len(p.Args) != 3 || p.Args[2] != "title" {
			t.Errorf("%v", p.Args)
		}
	}
	if len(doc.problems) != 5 {
		t.Errorf("%d problems", len(doc.problems))
	}
}

// FuzzFrontMatter holds that any text gives problems inside the file, the same
// each time, and never a panic; and that keys are found where TOML sees them.
func FuzzFrontMatter(f *testing.F) {
	for _, seed := range []string{
		"title = \"Møde\"\ndate = 2023-11-07\nstate = \"final\"\n[record]\ncase = \"2306875\"\n[[agenda]]\nnumber = \"0\"\ntitle = \"x\"\nconcerns = \"*\"\n",
		"[[participants]]\nname = 1\n", "a.b.c = [[1], {x = \"]\"}]\n", "x = \"\"\"\n\\\"\"\"\"\"\n", "\"a\\\"b\" = '''\n'\n''''\n", "date = 2023-02-31", "[",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, head string) {
		text := "+++\n" + head + "\n+++\n\n## Pkt. 1 x\n"
		file := &source.File{Path: "content/referater/a/2023-11-07.md", Text: text}
		words := &Vocabulary{Words: Words{Folders: Folders{Minutes: "referater"}}}
		_, first := parseMinutes(file, words)
		_, again := parseMinutes(file, words)
		if said(first) != said(again) {
			t.Fatalf("%q is read in two ways:\n%s\n%s", head, said(first), said(again))
		}
		lines := strings.Count(text, "\n") + 1
		for _, p := range first {
			if p.Pos.Line < 0 || p.Pos.Line > lines {
				t.Fatalf("%s lies outside the file: %s", p.Code, p.Pos)
			}
			p.Text("da")
		}
		var values map[string]any
		if _, err := toml.Decode(head, &values); err == nil {
			found := findPositions(head, 1)
			for key, v := range values {
				if _, plain := v.(map[string]any); plain || strings.ContainsAny(key, "\"'\\.[] \t") || key == "" {
					continue
				}
				if _, isTables := v.([]map[string]any); !isTables && strings.Trim(key, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") == "" {
					if _, ok := found.places[key]; !ok {
						t.Fatalf("key %q of %q is not found", key, head)
					}
				}
			}
		}
	})
}

// FuzzMarkdown holds that any text converts without a panic, the same each
// time, and that its marks fall on rune bounds.
func FuzzMarkdown(f *testing.F) {
	for _, seed := range []string{
		"## Pkt. 1 Status (orientering) v/Bettina Lundgren\n\n### Referat\n\n::: beslutning\nDet blev besluttet.\n:::\n\n7. november",
		"| a | b |\n|---|:-:|\n| c<br>d | [e](f.md#g) |", "[x]{lang=en}[^1]\n\n[^1]: note", "<div>\n<!-- a -->\n</div>", "# 1. A\n## 1. B\n### Bilag\n- x\n  1) y", "> - ::: x\n> :::",
		"![a](b.png \"c\")<br/>&amp;&#0;", "a\n: b\n\n\\[x\\]{lang=da}", "```\n:::\n```", "[a][b]\n\n[b]: javascript:x", ">d | [\n](f.md#g)",
	} {
		f.Add(seed)
	}
	words := &Vocabulary{Words: Words{Folders: Folders{Minutes: "referater"}, Sections: []SectionName{{Name: "Referat", Role: Outcome}}, Kinds: []Kind{{Code: "O", Name: "Orientering"}}}}
	words.indexSections()
	f.Fuzz(func(t *testing.T, body string) {
		file := &source.File{Path: "content/referater/a/2023-11-07.md", Text: "+++\ntitle = \"x\"\nstate = \"final\"\n+++\n" + body}
		m, first := parseMinutes(file, words)
		n, again := parseMinutes(file, words)
		if said(first) != said(again) || len(m.Items) != len(n.Items) {
			t.Fatalf("%q is read in two ways", body)
		}
		m.EachText(func(fr *Fragment) {
			p := fr.Plain()
			for _, r := range p.runs {
				if in := fr.HTML[r.html : r.html+r.length]; p.Text[r.text:r.text+r.length] != strings.ReplaceAll(in, "\n", " ") && p.Text[r.text:r.text+r.length] != in {
					t.Fatalf("text and HTML differ in %q", body)
				}
			}
			fr.Fill(make([]string, len(fr.Links)), nil)
		})
	})
}
