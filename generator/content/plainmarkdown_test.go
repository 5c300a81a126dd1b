package content

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// outline tells all of a tree that anything depends on.
func outline(n ast.Node, src []byte) string {
	var b strings.Builder
	var write func(n ast.Node, depth int)
	write = func(n ast.Node, depth int) {
		fmt.Fprintf(&b, "%s%s %d", strings.Repeat("\t", depth), n.Kind(), n.Pos())
		if n.Type() != ast.TypeInline {
			fmt.Fprintf(&b, " %v", n.HasBlankPreviousLines())
			for i := range n.Lines().Len() {
				fmt.Fprintf(&b, " %+v", n.Lines().At(i))
			}
		}
		switch n := n.(type) {
		case *ast.Text:
			fmt.Fprintf(&b, " %+v %q %v %v %v", n.Segment, n.Segment.Value(src), n.SoftLineBreak(), n.HardLineBreak(), n.IsRaw())
		case *ast.Heading:
			fmt.Fprint(&b, " ", n.Level)
		case *ast.List:
			fmt.Fprintf(&b, " %q %v %d", n.Marker, n.IsTight, n.Start)
		case *ast.ListItem:
			fmt.Fprint(&b, " ", n.Offset)
		case *markNode:
			fmt.Fprint(&b, " ", n.name, n.colons, n.closed)
		case *phraseNode:
			fmt.Fprint(&b, " ", n.lang)
		case *ast.Link:
			fmt.Fprintf(&b, " %q %q", n.Destination, n.Title)
		case *ast.Image:
			fmt.Fprintf(&b, " %q %q", n.Destination, n.Title)
		case *ast.Emphasis:
			fmt.Fprint(&b, " ", n.Level)
		case *ast.HTMLBlock:
			fmt.Fprint(&b, " ", n.HTMLBlockType, n.ClosureLine)
		case *ast.FencedCodeBlock:
			fmt.Fprintf(&b, " %q", n.Language(src))
		case *extast.Table:
			fmt.Fprint(&b, n.Alignments)
		case *extast.TableCell:
			fmt.Fprint(&b, n.Alignment)
		}
		for _, a := range n.Attributes() {
			fmt.Fprintf(&b, " %s=%v", a.Name, a.Value)
		}
		b.WriteByte('\n')
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			if c.Parent() != n || c.PreviousSibling() == nil && c != n.FirstChild() {
				b.WriteString("astray\n")
			}
			write(c, depth+1)
		}
	}
	write(n, 0)
	return b.String()
}

// parsedTwice parses a text by chapters and as goldmark does it, and holds the two
// against each other. plain tells that nothing was left to goldmark.
func parsedTwice(t *testing.T, markdownText string) (plain bool) {
	t.Helper()
	c := newConverter("content/x.md", markdownText, 1)
	if nestedTooDeep(c.src) >= 0 {
		return false
	}
	ours, references := c.blocks()
	context := parser.NewContext()
	theirs := markdown.Parser().Parse(text.NewReader(c.src), parser.WithContext(context))
	if got, want := outline(ours, c.src), outline(theirs, c.src); got != want {
		t.Fatalf("%q is parsed\n%s\nby goldmark\n%s", markdownText, got, want)
	}
	if got, want := len(references), len(context.References()); got != want {
		t.Fatalf("%q has %d addresses, by goldmark %d", markdownText, got, want)
	}
	r := blockReader{src: c.src, nodes: &nodes{}}
	doc := ast.NewDocument()
	return c.apart() && r.read(doc, 0, len(c.src)) && reflect.DeepEqual(outline(doc, c.src), outline(theirs, c.src))
}

func TestPlainMarkdownIsParsedAsGoldmarkParsesIt(t *testing.T) {
	for _, markdown := range []string{
		"", "a", "a\n", "\n\na\n\n\nb\n", "a\nb\n\nc", "# a", "## a b\n\n### c\nd\n## e\n", "- a\n- b\n", "a:\n- b\n- c\n\nd", "## a\n- b\n\n\nc",
		"::: beslutning\na\n:::\n", "a\n::: beslutning\n\nb\nc\n\n- d\n- e\n:::\nf\n\ng", "::: x\n:::", "- a\n::: b\n- c\n:::\n",
		"2023 a\n2024, b", "\"a\" (b) § c & d; e – f", "æ ø å\nÆ", "a | b\nc", "a:b::c", "## 3 a", "- 20 %\n- (a)", "::: a\n## b\n\n## c\n:::\n\n## d\n",
		"[a b](c.md#d)", "a [b](c) d [e](f)\ng", "[a](b)[c](d)\n[e](f) g", "- [a](https://ngc.dk/?b=c)\n- d", "## a [b](c)",
	} {
		if !parsedTwice(t, markdown) {
			t.Errorf("%q is left to goldmark", markdown)
		}
	}
}

func TestWhatIsNotPlainIsLeftToGoldmark(t *testing.T) {
	for _, markdown := range []string{
		"a  \nb", "a \nb", " a", "a\n b", "a\tb", "a\r\nb", "\\# a", "*a*", "_a_", "a_b", "`a`", "~~a~~", "[a](<b>)", "[a](b \"c\")", "[](b)", "[a]()", "[a] (b)", "[a](b(c))", "[a](b)*", "[[a](b)](c)", "[*a*](b)", "![a](b)", "[a", "[a](b", "[a]{lang=en}", "[a\nb](c)", "[a]: b", "a!", "<b>", "<br>", "a[^1]\n\n[^1]: b",
		"#", "#a", "# a #", "#  a", "####### a", "## ", "a\n===", "a\n---", "---", "-a", "-", "- a\nb", "- a\n\n- b", "- a\n\n  b", "- a\n  - b", "-  a", "- # a", "- - a", "- 1. a", "- ",
		"1. a", "1) a", "1", "2023.", "a\n1. b", "a\n2. b", "+ a", "* a", "> a", "a\n: b", "| a |\n|---|", "a\n|---|", "a | b\n-|-", "    a", "```\na\n```", "~~~\n# a\n~~~",
		"::: a", ":::", ":::\na\n:::", ":::: a\nb\n::::", " ::: a\nb\n:::", "::: a\n::: b\nc\n:::\n:::", "::: a\nb", "a ::: b", "- ::: a\n  b\n  :::", "::: a\nb\n::: c\n:::",
	} {
		if parsedTwice(t, markdown) {
			t.Errorf("%q is taken", markdown)
		}
	}
}

func TestAChapterThatIsNotPlainIsLeftToGoldmarkAlone(t *testing.T) {
	for _, markdown := range []string{
		"## a\n\nb\n\n## c\n\n*d*\n\n## e\n\nf\n", "1. a\n\n## b\n\n2. c\n\n## d", "a  \nb\n\n## c\n\n    d\n\n\n## e\n\n    f", "- a\n\n  b\n\n## c\n\n  d\n\n## e\n- f",
		"> a\n\n## b\n\nc\n> d\n\n## e", "a\n: b\n\n## c\n\n: d\n\n## e\n\nf\n: g", "::: a\n*b*\n\n## c\n\nd\n:::\n\n## e\n\n[f](g)", "| a |\n|---|\n| b |\n\n## c\n\n| d |\n|---|\n| e<br>f |\n",
		"## [a](b)\n\nc\n\n### d *e*\n\n## f", "-\n\n## a\n\n-\n\n## b", "## a\n\n<br>\n\n## b\n\n<br>\nc", "*a\n\n## b*\n\n_c", "[a\n\n## b\n\n](c)", "\\\n\n## a\n\nb\\",
	} {
		parsedTwice(t, markdown)
	}
}

// FuzzPlainMarkdown holds that documents are parsed by chapters as goldmark parses them.
func FuzzPlainMarkdown(f *testing.F) {
	for _, seed := range []string{
		"## Pkt. 1 a (b) v/c\n\n### d\n\ne\nf\n\n- g\n- h\n\n::: beslutning\ni\n:::\n\n### j\n\n*k* [l](m)\n\n| n |\n|---|\n| o |\n\n## p",
		"1. a\n\n## b\n\n   c", "- a\n\n\n## b\n- c\n\n  d", "a\n: b\n\n## c\n: d", "<br>\n\n## a\n\n    b\n\n## c", "::: a\n- b\n\n## c\n:::\n\n## d", "> a\n\n## b\n\nc\n===\n", "[a](b) [c\n\n## d\n\ne](f)", "## [a](b) c\n[d](e)\n", "7. november\n\n## 8. a",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, markdown string) { parsedTwice(t, markdown) })
}
