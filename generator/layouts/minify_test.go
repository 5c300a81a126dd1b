package layouts

import (
	"strings"
	"testing"
)

func TestMinifyingKeepsWhatAReaderSees(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"a space between actions", `{{.A}} {{.B}}`, `{{.A}} {{.B}}`},
		{"several spaces", "{{.A}}  \n {{.B}}", "{{.A}}\n{{.B}}"},
		{"an action between words", `<p>en {{.A}} to</p>`, `<p>en {{.A}} to</p>`},
		{"a space between links", `<a>x</a> <a>y</a>`, `<a>x</a> <a>y</a>`},
		{"text around inline elements", `<p> a <b>b</b> c <i>{{.A}}</i> d </p>`, `<p>a <b>b</b> c <i>{{.A}}</i> d</p>`},
		{"an inline element against a word", `a<b>b</b>c`, `a<b>b</b>c`},
		{"a branch at the edge of a word", `a{{if .A}} b{{end}} c`, `a{{if .A}} b{{end}} c`},
		{"a branch of spaces", `a{{if .A}} {{end}}b`, `a{{if .A}} {{end}}b`},
		{"a list in a sentence", `{{range .L}}{{if .}}, {{end}}<a>{{.}}</a>{{end}}.`, `{{range .L}}{{if .}}, {{end}}<a>{{.}}</a>{{end}}.`},
		{"spaces between blocks", "<div>\n  <p>a</p>\n  {{.A}}\n</div>\n", `<div><p>a</p>{{.A}}</div>`},
		{"a mark that trims", `<b>{{.A -}} </b> {{- .B}} c`, `<b>{{.A}}</b>{{.B}} c`},
		{"a space behind a trimmed one", `{{.A -}} <b> b</b>`, `{{.A}}<b> b</b>`},
		{"comments of both kinds", `a <!-- it's --> {{/* don't */}}b`, `a b`},
		{"a raw string with a quote", "{{eq .A `it's`}}  <pre>it's  two</pre>", `{{eq .A "it's"}}<pre>it's  two</pre>`},
		{"preformatted text", "<pre>a  {{.A}}\n  b</pre>", "<pre>a  {{.A}}\n  b</pre>"},
		{"a text field", "<textarea>a  {{.A}}\n  b</textarea>", "<textarea>a  {{.A}}\n  b</textarea>"},
		{"a script with an action", "<script>a  // {{.A}}\nb</script>", "<script>a  // {{.A}}\nb</script>"},
		{"attributes", `<p class="a  {{.A}}"  {{if .B}}hidden{{end}} title='x  y'>`, `<p class="a  {{.A}}"  {{if .B}}hidden{{end}} title='x  y'>`},
		{"a conditional attribute", `<a href="{{.A}}"{{if .B}} aria-current="page"{{end}}>x</a>`, `<a href="{{.A}}"{{if .B}} aria-current="page"{{end}}>x</a>`},
		{"quotes, end tags and default values", `<ul><li>a</li></ul><input type="text"><p id="x">b</p>`, `<ul><li>a</li></ul><input type="text"><p id="x">b</p>`},
		{"the frame", "<!DOCTYPE html>\n<html>\n<head>\n<title> {{.A}}  – b </title>\n</head>\n<body> x </body>\n</html>", `<!doctype html><html><head><title>{{.A}} – b</title></head><body>x</body></html>`},
		{"entities", `a&nbsp;b &amp; c &lt;d&gt;`, `a&nbsp;b & c &lt;d>`},
		{"SVG", `<svg viewBox="0 0 1 1"><text>20.621 <tspan>{{.A}}</tspan></text></svg>`, `<svg viewBox="0 0 1 1"><text>20.621 <tspan>{{.A}}</tspan></text></svg>`},
		{"braces made of entities", `&#123;&#123;.A}}  b`, `&#123;&#123;.A}}  b`},
		{"an action in a comment", `<!-- {{if .A}} -->a  b<!-- {{end}} -->`, `<!-- {{if .A}} -->a  b<!-- {{end}} -->`},
		{"an action in a tag's name", `<h{{.A}}>a  b</h{{.A}}>`, `<h{{.A}}>a  b</h{{.A}}>`},
		{"else and with", `{{if .A}} a {{else if .B}} b {{else}} c {{end}}{{with .C}} {{.}} {{else}} d {{end}}`,
			`{{if .A}} a {{else}}{{if .B}} b {{else}} c {{end}}{{end}}{{with .C}} {{.}} {{else}} d {{end}}`},
	} {
		trees, err := parseText("x", c.in)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		shrink(trees["x"])
		if got := trees["x"].Root.String(); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestWhiteSpaceAtTheEdgesOfAFileDoesNotCount(t *testing.T) {
	f, _ := parseFile("layouts/partials/x.html", "partials/x.html", "\n\n {{.A}} b \n{{define \"y\"}} c {{end}}\n\n")
	if got, want := f.printed["partials/x.html"], `{{.A}} b`; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := f.printed["y"], ` c `; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestMinifyingLeavesTheTextItIsGivenAlone(t *testing.T) {
	text := "<DIV  CLASS=\"A\">\n x </DIV>  "
	kept := strings.Clone(text)
	for range 2 {
		if _, err := minifyHTML(text); err != nil {
			t.Fatal(err)
		}
		if _, err := minifyAsset(".css", text); err != nil {
			t.Fatal(err)
		}
	}
	if text != kept {
		t.Errorf("%q became %q", kept, text)
	}
}
