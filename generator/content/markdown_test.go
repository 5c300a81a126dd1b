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
		{"a tag goes and its words stay", "a <b>b</b> c", "1:3 raw-html\n", "<p>a b c</p>"},
		{"a block of HTML keeps its words", "<div class=\"x\">Ord &amp; mere</div>", "1:1 raw-html\n", "<p>Ord & mere</p>"},
		{"a comment is never published", "a\n\n<!-- hemmeligt -->\n\nb <!-- ogs\u00e5 --> c", "3:1 raw-html\n5:3 raw-html\n", "<p>a</p><p>b c</p>"},
		{"a script is not words", "<script>alert(1)</script>", "1:1 raw-html\n", ""},
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
