package content

import (
	"strings"
	"testing"
)

// writtenTwice writes Markdown with our own writer and, when that knows all of
// it, with goldmark and the minifier, and holds the two against each other.
func writtenTwice(t *testing.T, markdown string) (known bool) {
	t.Helper()
	c := newConverter("content/x.md", markdown, 1)
	p := preparer{converter: c, place: place{heading: "punkt-1", level: 2, paragraphs: "punkt-1"}, level: 2}
	group := p.prepare(children(c.parse()))
	ours, known := c.write(group, p.named)
	if !known {
		return false
	}
	if theirs, err := c.minified(group, p.named); err != nil || string(theirs) != string(ours) {
		t.Fatalf("%q is written\n%s\nby goldmark and the minifier\n%s\n%v", markdown, ours, theirs, err)
	}
	return true
}

func TestOrdinaryTextIsWrittenAsGoldmarkAndTheMinifierWriteIt(t *testing.T) {
	for _, markdown := range []string{
		"", "a", "a\n\nb", "a\nb", "\"a\" > 'b' – ”c”", "a*b*c **d** *e **f***", "*a* **b**", "a\\\nb  \nc", "a<br>b",
		"- a\n- b", "- a\n  - b\n    - c\n- d", "- a\n\n  b\n\n- c", "-\n- a", "1. a\n2. b", "7. a\n9. b", "2) a", "7. november\n8. a",
		"[a](b.md#c) [d](https://ngc.dk/e?f=g#h) [i *j*](/k/)", "#### a\n\nb\n\n##### c", "[a b]{lang=en} c",
		"| a | b |\n|:--|--:|\n| c *d* | |\n| e<br>f | g |", "| | a |\n|:-:|---|",
	} {
		if !writtenTwice(t, markdown) {
			t.Errorf("%q is left to goldmark and the minifier", markdown)
		}
	}
}

func TestWhatNeedsAThoughtIsLeftToGoldmarkAndTheMinifier(t *testing.T) {
	for _, markdown := range []string{
		"a  b", "a\tb", "[a ](b.md) c", "a [ b](c.md)", "a\n\n[ b](c.md)", "[a ](b.md)", "a <br>b", "a<br> b", "a & b", "a &amp; b", "a \\* b", "a < b", "a <b>c</b>",
		"[a](b.md \"c\")", "[a](https://ngc.dk/?b=c&d=e)", "[a](HTTPS://ngc.dk/)", "[a](<b c.md>) [d](javascript:e)", "[](a.md)", "![a](b.png)", "`a`", "> a", "a[^1]\n\n[^1]: b",
		"```\na\n```", "---", "a\n: b", "~~a~~", "- a\n  <!-- b -->\n  c", "::: beslutning\na\n:::",
	} {
		if writtenTwice(t, markdown) {
			t.Errorf("%q is written", markdown)
		}
	}
}

// TestASiteNeedsLittleMoreThanPlainWords keeps the three fast ways in use: a small
// change of theirs could leave all texts to the slow ones, and every test would pass.
func TestASiteNeedsLittleMoreThanPlainWords(t *testing.T) {
	blocks, known, parsed := 0, 0, 0
	for _, f := range textsBelow(t, "../testdata/site", "content") {
		head, body, _, _ := split(f)
		if !readTwice(t, head) {
			t.Errorf("%s: the front matter is left to the library", f.Path)
		}
		for part := range strings.SplitSeq(body, "\n\n") {
			blocks++
			if writtenTwice(t, part) {
				known++
			}
			if parsedTwice(t, part) {
				parsed++
			}
		}
	}
	if known < blocks*9/10 || parsed < blocks*9/10 {
		t.Errorf("of %d blocks %d are left to goldmark, and %d to it and the minifier", blocks, blocks-parsed, blocks-known)
	}
}

// FuzzCompactHTML holds that our own writer gives what goldmark and the minifier
// give, or leaves it.
func FuzzCompactHTML(f *testing.F) {
	for _, seed := range []string{
		"a\nb *c* **d** [e](f.md) [g](https://ngc.dk/x?y=z#w)\n\n- a\n- b\n  - c\n\n7. d\n8. e\n\n   f\n", "| a | b |\n|:--|--|\n| 1 | |\n\n#### h\n\n[x y]{lang=en} \"q\" > 'r'",
		"a  b", "*a *b", "[a ](b) c", "a<br>b", "a\\\nb", "a  \nb", "- \n- a", "|a|\n|-|", "[](a.md)", "**a** *b*", "- a\n  <!-- c -->\n  b", "7. november\n8. a", "æ\u00a0b",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, markdown string) { writtenTwice(t, markdown) })
}
