package content

import (
	"fmt"
	"strings"
	"testing"

	"referat/generator/source"
)

// said lists problems as "line:col code", one a line.
func said(problems []source.Problem) string {
	var b strings.Builder
	for _, p := range source.Sort(problems) {
		fmt.Fprintf(&b, "%d:%d %s\n", p.Pos.Line, p.Pos.Col, p.Code)
	}
	return b.String()
}

func TestWhatMarkdownCannotBeIsReported(t *testing.T) {
	for _, c := range []struct{ name, in, problems, html string }{
		{"a date at the start of a line stays text", "7. november 2023 mødtes vi.\n\n14. styregruppemøde",
			"1:1 date-as-list\n", `<p>7. november 2023 mødtes vi.</p><p>14. styregruppemøde</p>`},
		{"dates in a row keep their numbers", "7. november: a\n14. november: b",
			"1:1 date-as-list\n2:1 date-as-list\n", "<p>7. november: a</p><p>14. november: b</p>"},
		{"an escaped date is text", "7\\. november 2023", "", "<p>7. november 2023</p>"},
		{"a tag goes and its words stay", "a <font color=\"red\">b</font> c", "1:3 raw-html\n", "<p>a b c</p>"},
		{"what changes the meaning stays", "2<sup>32</sup>, H<sub>2</sub>O, <b>b</b>", "", "<p>2<sup>32</sup>, H<sub>2</sub>O, <b>b</b></p>"},
		{"an element without its end goes", "a <b>b <sup>c", "1:3 raw-html\n1:8 raw-html\n", "<p>a b c</p>"},
		{"a word in angle brackets is a word", "<pause til frokost> og a<b og c>d <Ib> siger", "", "<p>&lt;pause til frokost> og a&lt;b og c>d &lt;Ib> siger</p>"},
		{"a line in angle brackets is words", "<pause til frokost>\n\nvidere", "", "<p>&lt;pause til frokost></p><p>videre</p>"},
		{"blocks inside a line are parted", "a<li>en</li><li>to</li>", "1:2 raw-html\n1:13 raw-html\n", "<p>a en to</p>"},
		{"a link in HTML is a link", "<a href=\"https://ngc.dk/\" onclick=\"x\">*her*</a>", "", `<p><a href="https://ngc.dk/"><em>her</em></a></p>`},
		{"a link that would run code in HTML goes", "<a href=\"javascript:x\">her</a>", "1:1 raw-html\n", "<p>her</p>"},
		{"a picture of another site is a link", "![Graf](https://ngc.dk/x.png) <img alt='To' src=https://ngc.dk/y.png>", "1:1 image-outside\n1:31 raw-html\n",
			`<p><a href="https://ngc.dk/x.png">Graf</a> <a href="https://ngc.dk/y.png">To</a></p>`},
		{"a row with too many cells", "| A | B |\n|---|---|\n| 1 | 2 | tre |\n| 1 \\| 2 | 3 |", "3:1 table-cells\n",
			`<div class="scroll" role="region" tabindex="0"><table><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead><tbody><tr><th scope="row">1</th><td>2</td></tr><tr><th scope="row">1 | 2</th><td>3</td></tr></tbody></table></div>`},
		{"a footnote that nothing refers to", "a[^1]\n\n[^1]: en\n\n[^9]: ni", "5:1 footnote-unused\n",
			`<p>a<sup id="fnref:1"><a href="" class="footnote-ref">1</a></sup></p><div class="footnotes"><hr><ol><li id="fn:1"><p>en&#160;<a href="" class="footnote-backref">&#8617;&#xfe0e;</a></p></li></ol></div>`},
		{"a line that Markdown takes for an address", "[Ib]: undersøger", "1:1 reference-lost\n", ""},
		{"an address with a name is used", "[x]\n\n[x]: https://ngc.dk/", "", `<p><a href="https://ngc.dk/">x</a></p>`},
		{"struck text is struck", "~~a~~", "", "<p><del>a</del></p>"},
		{"a block of HTML keeps its words", "<div class=\"x\">Ord &amp; mere</div>", "1:1 raw-html\n", "<p>Ord & mere</p>"},
		{"a comment is never published", "a\n\n<!-- hemmeligt -->\n\nb <!-- ogs\u00e5 --> c", "3:1 html-comment\n5:3 html-comment\n", "<p>a</p><p>b c</p>"},
		{"a script is not words", "<script>alert(1)</script>", "1:1 raw-html\n", ""},
		{"a link to a path with a space", "se [a](b c.pdf)", "1:6 link-space\n", "<p>se [a](b c.pdf)</p>"},
		{"a heading without its space", "a\n\n#Overskrift", "3:1 heading-form\n", "<p>a</p><p>#Overskrift</p>"},
		{"a picture needs a text", "![](a.png)", "1:1 image-alt\n", `<p><img src="" alt></p>`},
		{"a link that would run code", "[x](javascript:alert)", "1:1 unsafe-link\n", `<p><a href>x</a></p>`},
		{"a link without scheme to another host", "[x](//ngc.dk/)", "1:1 unsafe-link\n", `<p><a href>x</a></p>`},
		{"a link without text", "[](a.md)", "1:1 empty-link\n", `<p><a href=""></a></p>`},
		{"an unknown mark", "::: note\nx\n:::", "1:1 fence-unknown\n", "<div><p>x</p></div>"},
		{"a mark that never ends", "::: beslutning\nx", "1:1 fence-open\n", "<div><p>x</p></div>"},
		{"a decision on a page without items", "::: beslutning\nx\n:::", "1:1 decision-astray\n", "<div><p>x</p></div>"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, conv := convert(t, c.in)
			if got := said(conv.problems); got != c.problems {
				t.Errorf("problems\n%swant\n%s", got, c.problems)
			}
			if got := f.Fill(make([]string, len(f.Links)), nil); got != c.html {
				t.Errorf("got  %s\nwant %s", got, c.html)
			}
		})
	}
}

func TestTextOnOneLineIsItsWordsWithOneSpaceBetween(t *testing.T) {
	for _, s := range []string{"", " ", "a", "a b", " a b", "a b ", "a  b", "a\tb", "a\nb", "a\u00a0b", "a \u2003", "\u2003", "æ ø", "a\xff b"} {
		if got, want := oneLine(s), strings.Join(strings.Fields(s), " "); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

func TestDeepNestingIsRefusedBeforeItTakesTime(t *testing.T) {
	var indented strings.Builder
	for i := range 2000 {
		indented.WriteString(strings.Repeat("  ", i) + "- x\n")
	}
	for name, in := range map[string]string{
		"10,000 lists on one line": strings.Repeat("- ", 10000) + "x",
		"quotes":                   strings.Repeat("> ", 10000) + "x",
		"indents":                  indented.String(),
		"numbers":                  strings.Repeat("1. ", 10000) + "x",
		"marks":                    strings.Repeat("::: beslutning\n", 20000),
	} {
		_, c := convert(t, in)
		if got := said(c.problems); !strings.Contains(got, "nesting-too-deep") {
			t.Errorf("%s: %q", name, got)
		}
	}
	if _, c := convert(t, strings.Repeat("::: beslutning\na\n:::\n\n", 300)); strings.Contains(said(c.problems), "nesting-too-deep") {
		t.Error("marks one after another lie in nothing")
	}
	for name, in := range map[string]string{
		"a rule":        strings.Repeat("-", 300),
		"a table":       "| a |\n|" + strings.Repeat("-", 300) + "|\n| b |",
		"an indent":     strings.Repeat(" ", 300) + "kode",
		"bold":          strings.Repeat("**a** ", 300),
		"five in lists": "- a\n  - b\n    - c\n      - d\n        - e",
	} {
		if _, c := convert(t, in); len(c.problems) > 0 {
			t.Errorf("%s: %s", name, said(c.problems))
		}
	}
}
