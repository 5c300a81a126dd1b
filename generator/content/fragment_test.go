package content

import (
	"strings"
	"testing"
)

// convert is Markdown as it stands in a section without name.
func convert(t *testing.T, markdown string) (*Fragment, *converter) {
	t.Helper()
	c := newConverter("content/x.md", markdown, 1)
	return c.whole(1), c
}

func TestMarkdownBecomesCompactHTML(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"paragraphs", "En.\n\nTo.", "<p>En.</p><p>To.</p>"},
		{"quotes stay the author's", "”One Humanity” og ASHG's 'x'", "<p>”One Humanity” og ASHG's 'x'</p>"},
		{"a space between inline elements stays", "*a* **b** c", "<p><em>a</em> <strong>b</strong> c</p>"},
		{"a phrase carries its language", "et [set up]{lang=en} her", `<p>et <span lang="en">set up</span> her</p>`},
		{"a phrase may be wrapped", "et [set\nup]{lang=en} her", "<p>et <span lang=\"en\">set\nup</span> her</p>"},
		{"brackets without a language stay", "[x] og [y]{z}", "<p>[x] og [y]{z}</p>"},
		{"alignment is a class", "| a | b |\n|:--|--:|\n| 1 | 2 |",
			`<div class="scroll" role="region" tabindex="0"><table><thead><tr><th scope="col" class="left">a</th><th scope="col" class="right">b</th></tr></thead><tbody><tr><th scope="row" class="left">1</th><td class="right">2</td></tr></tbody></table></div>`},
		{"a heading cell without words is no heading", "| | b |\n|---|---|\n| 1 | 2 |",
			`<div class="scroll" role="region" tabindex="0"><table><thead><tr><td></td><th scope="col">b</th></tr></thead><tbody><tr><th scope="row">1</th><td>2</td></tr></tbody></table></div>`},
		{"a line breaks inside a cell", "| a |\n|---|\n| 1<br>2 |",
			`<div class="scroll" role="region" tabindex="0"><table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td>1<br>2</td></tr></tbody></table></div>`},
		{"written numbers stay", "7. a\n9. b\n10. c", `<ol start="7"><li>a</li><li value="9">b</li><li>c</li></ol>`},
		{"headings keep in step below the page's own", "# A\n\n#### B", `<h2 id="a">A</h2><h3 id="b">B</h3>`},
		{"anchors are Danish", "## Økonomi på ærø", `<h2 id="oekonomi-paa-aeroe">Økonomi på ærø</h2>`},
		{"anchors differ", "## A\n\n## A", `<h2 id="a">A</h2><h2 id="a-2">A</h2>`},
		{"definitions", "Ord\n: Mening", "<dl><dt>Ord</dt><dd>Mening</dd></dl>"},
		{"a wrapped line may stay wrapped in HTML", "a\nb", "<p>a\nb</p>"},
		{"code keeps its lines", "```\na\nb\n```", "<pre><code>a\nb\n</code></pre>"},
		{"code is not read", "`<b>`", "<p><code>&lt;b></code></p>"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, conv := convert(t, c.in)
			if got := f.Fill(make([]string, len(f.Links)), nil); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			if len(conv.problems) > 0 {
				t.Errorf("problems: %v", conv.problems)
			}
		})
	}
}

func TestPlainTextIsWhatTheHTMLShows(t *testing.T) {
	f, _ := convert(t, "# A & B\n\nEn *to*\ntre.\n\n| a | b |\n|---|---|\n| 1<br>2 | 3 |\n\n- x\n- y")
	want := "A & B\n\nEn to tre.\n\na\tb\n\n1\n2\t3\n\nx\n\ny"
	if got := f.Plain().Text; got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestAnAmpersandAloneDoesNotTakeATagWithIt(t *testing.T) {
	f, _ := convert(t, "F&\\\n<5; R&D; &lt;")
	if got, want := f.Plain().Text, "F&\n<5; R&D; <"; got != want {
		t.Errorf("got  %q from %s\nwant %q", got, f.HTML, want)
	}
}

func TestHolesAreFilledInOrder(t *testing.T) {
	f, _ := convert(t, "[en](a.md#b) og [to](/x/) og [tre](https://ngc.dk/) ![alt](c.png)")
	if len(f.Links) != 3 || f.Links[0].Target != "a.md#b" || f.Links[1].Target != "/x/" || f.Links[2].Target != "c.png" || !f.Links[2].Image {
		t.Fatalf("links: %+v", f.Links)
	}
	got := f.Fill([]string{"/1/", `/2/"<`, "/3.png"}, nil)
	want := `<p><a href="/1/">en</a> og <a href="/2/&#34;&lt;">to</a> og <a href="https://ngc.dk/">tre</a> <img src="/3.png" alt="alt"></p>`
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestMarksWrapWordsAcrossLineBreaksButNotLinks(t *testing.T) {
	f, _ := convert(t, "Unge voksne &amp; [kræft](https://ngc.dk/) og<br>to til")
	at := func(words string) (int, int, bool) {
		p := f.Plain()
		i := strings.Index(p.Text, words)
		return p.HTMLRange(i, i+len(words))
	}
	for words, want := range map[string]bool{"Unge voksne": true, "kræft": false, "og\nto": true, "voksne &": false} {
		from, to, ok := at(words)
		if ok != want {
			t.Errorf("%q: %v, want %v", words, ok, want)
		}
		if ok && strings.ReplaceAll(f.HTML[from:to], "<br>", "\n") != words {
			t.Errorf("%q stands at %q", words, f.HTML[from:to])
		}
	}
	from, to, _ := at("Unge voksne")
	got := f.Fill(nil, []Insert{{from, "<b>"}, {to, "</b>"}})
	if !strings.HasPrefix(got, "<p><b>Unge voksne</b> & ") {
		t.Errorf("got %s", got)
	}
}

func TestTheSameBytesHaveTheSameName(t *testing.T) {
	a, _ := convert(t, "En [to](a.md)")
	b, _ := convert(t, "En [to](b.md)")
	c, _ := convert(t, "En [to](b.md) ")
	d, _ := convert(t, "En [tre](b.md)")
	if a.ID != b.ID || b.ID != c.ID {
		t.Error("the address in a hole is no part of the fragment")
	}
	if c.ID == d.ID {
		t.Error("other words, same name")
	}
}
