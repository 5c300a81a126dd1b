package personal

import (
	"html"
	"math/rand/v2"
	"strings"
	"testing"

	"referat/generator/personal/personaltest"
)

func TestEveryNotationIsFoundInRunningText(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, n := range personaltest.Notations() {
		for range 20 {
			number := personaltest.Number(r)
			text := "Udvalget drøftede sagen om " + n.Write(number) + " og tog den til efterretning."
			found := Scan(text)
			if len(found) != 1 || !found[0].Sure || found[0].Kind != CPR {
				t.Errorf("%s: %d findings in %s", n.Name, len(found), masked(text))
				break
			}
			if want := number[:6] + "-****"; found[0].Shown != want && n.Name != "ten digits and one before" {
				t.Errorf("%s: shown as %q, want %q", n.Name, found[0].Shown, want)
			}
		}
	}
}

// masked is a text that a failed test may print.
func masked(text string) string {
	return strings.Map(func(r rune) rune {
		if _, ok := digitOf(r); ok {
			return '#'
		}
		return r
	}, text)
}

func TestMarkupBetweenDigitsHidesNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for _, pattern := range []string{
		"<p>A-<b>B</b></p>", "<p>A<span class=\"x12\">-</span>B", "<p>A&#45;B</p>", "<p>A&#x2d;B</p>", "<p>A&nbsp;B</p>", "<p>A&ndash;B</p>", "<p>A&shy;B</p>",
		"<p>A<wbr>B</p>", "<p>A<!-- 12 -->-B</p>", "<p>A<br>B</p>", "<table><tr><td>A</td><td>B</td></tr></table>", "<tr><td>A<td>B", "<p>A</p>\n<p>B</p>",
		"<p>A-<a href=\"/x/2023/\">B</a></p>", "<img alt=\"A-B\">", "<img alt=A-B>", "<a href=\"/sag/A-B/\">x</a>", "<a href=\"/sag/A%2DB/\">x</a>", "<a href=\"mailto:x?subject=A%20B\">x</a>",
		"<p data-x='AB'>", "<!-- AB -->", "<title>A-B</title>", "<meta name=description content=\"A-B\">", "<script type=\"application/ld+json\">{\"name\":\"A\\u002dB\"}</script>",
		"<p>A\n      B</p>", "<p>CPR-nr.</p><p>AB</p>",
	} {
		for range 20 {
			n := personaltest.Number(r)
			page := strings.NewReplacer("A", n[:6], "B", n[6:]).Replace(pattern)
			if found := ScanHTML([]byte(page)); len(found) != 1 || !found[0].Sure {
				t.Errorf("%s: %d findings", pattern, len(found))
				break
			}
		}
	}
	n := personaltest.Number(r)
	page := ""
	for _, c := range n {
		page += "<i>" + html.EscapeString(string(c)) + "</i>&#8203;"
	}
	if found := ScanHTML([]byte(page)); len(found) != 1 {
		t.Errorf("digits each in an element: %d findings", len(found))
	}
	page = ""
	for _, c := range n {
		page += "&#" + string([]byte{'0' + byte(c/10), '0' + byte(c%10)}) + ";"
	}
	if found := ScanHTML([]byte(page)); len(found) != 1 || found[0].From != 0 || found[0].To != len(page) {
		t.Errorf("digits as references: %d findings", len(found))
	}
}

func TestOtherFormsOfTextHideNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 50 {
		n := personaltest.Number(r)
		fill := strings.NewReplacer("A", n[:6], "B", n[6:])
		for _, json := range []string{`{"a":"A-B"}`, `{"a":"A\u002dB"}`, `{"a":AB}`, `["A","B"]`, `{"AB":1}`, `{"a":"A\nB"}`, `{"a":"A\u00a0B"}`} {
			if found := ScanJSON([]byte(fill.Replace(json))); len(found) != 1 || !found[0].Sure {
				t.Errorf("%s: %d findings", json, len(found))
			}
		}
		for _, table := range []string{"date,value,note\n2023-11-07,12,A-B\n", "x;A;B\n", "x,\"A\",\"B\"\n", "x,=\"AB\"\n", "A\tB\n", "note\n\"A-\nB\"\n"} {
			if found := ScanCSV([]byte(fill.Replace(table))); len(found) != 1 || !found[0].Sure {
				t.Errorf("%q: %d findings", table, len(found))
			}
		}
		for _, drawing := range []string{"<svg><text x='1'>A</text><text>B</text></svg>", "<svg><text>A-<tspan x=\"12\">B</tspan></text></svg>", "<desc>AB</desc>", "<g data-v='A-B'/>",
			"<w:p><w:r><w:t>A</w:t></w:r><w:proofErr w:type=\"x\"/><w:r><w:t>-B</w:t></w:r></w:p>", "<row><c><v>A</v></c><c><v>B</v></c></row>", "<v>AB</v>",
			"<updated>2024-02-06T00:00:00+01:00</updated><link href='x'></link><summary>A-B</summary>", "<summary>kl. 14</summary><content>AB</content>"} {
			if found := ScanXML([]byte(fill.Replace(drawing))); len(found) != 1 || !found[0].Sure {
				t.Errorf("%s: %d findings", drawing, len(found))
			}
		}
		for _, source := range []string{"title = \"A\\u002DB\"", "**A**-B", "A\\-B", "*A*-B", "A-*B*", "A**-**B", "| A | B |", "A-\nB", "A&nbsp;B", "A<span>-B</span>", "[A](x)", "`AB`"} {
			found := ScanSource(fill.Replace(source))
			if source == "[A](x)" {
				if len(found) != 0 {
					t.Errorf("%s: %d findings", source, len(found))
				}
				continue
			}
			if len(found) != 1 || !found[0].Sure {
				t.Errorf("%s: %d findings", source, len(found))
			}
		}
	}
}
