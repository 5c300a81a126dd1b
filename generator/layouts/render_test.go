package layouts

import (
	"bytes"
	"html/template"
	"maps"
	"strings"
	"sync"
	"testing"

	"referat/generator/danish"
	"referat/generator/site"
)

// smallFiles is a page with something of everything.
var smallFiles = map[string]string{
	"base.html": `<!doctype html>
<html lang="{{.Lang}}">
<head>
<title>{{block "title" .}}{{.Title}}{{end}} – {{.Publisher.Short}}</title>
<link rel="stylesheet" href="{{asset "style.css"}}">
</head>
<body>
<nav aria-label="{{label "contact"}}">
{{range .Menu}}<a href="{{.Href}}"{{if .Current}} aria-current="true"{{end}}>{{.Text}}</a> {{end}}
</nav>
{{block "main" .}}{{end}}
</body>
</html>
`,
	"minutes.html": `{{define "title"}}{{.Title}} {{date .Date}}{{end}}
{{define "main"}}
<h1>{{.Heading}} <time datetime="{{iso .Date}}">{{date .Date}}</time></h1>
<p>{{label "contact"}}: {{template "partials/link.html" .Committee}} <a href="{{telephone .Publisher.Phone}}">{{.Publisher.Phone}}</a></p>
{{range $i, $item := .Items}}{{if $i}} · {{end}}<a href="#{{.Anchor}}">{{.Title}}</a>{{end}}
<p>{{count "decisions" .Decisions}}, {{label "two" (number 1) .Decisions}}</p>
{{text .Preface}}
{{range .Attachments}}<a href="{{.Href}}">{{.Title}}</a> ({{.Type}}, {{size .Size}}){{end}}
{{end}}
`,
}

func smallView() site.MinutesView {
	return site.MinutesView{
		Page: site.Page{Lang: "da", Title: "Møde", Publisher: site.Organisation{Short: "NGC", Phone: "+45 24 97 17 65"},
			Menu: []site.Link{{Text: "Referater", Href: "/x/referater/", Current: true}, {Text: "Genomtal", Href: "/x/genomtal/"}}},
		Heading:     "Møde i udvalget",
		Date:        danish.Date{Year: 2023, Month: 11, Day: 7},
		Committee:   site.Link{Text: "Klinisk anvendelse", Href: "/x/udvalg/klinisk-anvendelse/"},
		Items:       []site.ItemView{{Anchor: "punkt-1", Title: "Status"}, {Anchor: "punkt-2", Title: "Økonomi & drift"}},
		Decisions:   1200,
		Preface:     site.Text{Fragment: "Velkomst"},
		Attachments: []site.AttachmentView{{Title: "Bilag", Href: "bilag 1.pdf", Type: "pdf", Size: 1_240_000}},
	}
}

const smallPage = `<!doctype html><html lang="da"><head><title>Møde 7.` + "\u00A0" + `november 2023 – NGC</title><link rel="stylesheet" href="/x/assets/style.CSS"></head>` +
	`<body><nav aria-label="Kontakt &amp; spørgsmål"><a href="/x/referater/" aria-current="true">Referater</a> <a href="/x/genomtal/">Genomtal</a> </nav>` +
	`<h1>Møde i udvalget <time datetime="2023-11-07">7.` + "\u00A0" + `november 2023</time></h1>` +
	`<p>Kontakt &amp; spørgsmål: <a href="/x/udvalg/klinisk-anvendelse/">Klinisk anvendelse</a> <a href="tel:&#43;4524971765">&#43;45 24 97 17 65</a></p>` +
	"<a href=\"#punkt-1\">Status</a> · <a href=\"#punkt-2\">Økonomi &amp; drift</a>" +
	`<p>1.200 beslutninger, 1 af 1.200</p><p>Velkomst</p>` + "\n" +
	`<a href="bilag%201.pdf">Bilag</a> (pdf, 1,2` + "\u00A0" + "MB)\n</body></html>"

func TestAPageIsDrawnInEachLanguage(t *testing.T) {
	s := mustLoad(t, smallFiles)
	fingerprint := strings.Split(s.Assets()[0].Address, ".")[1]
	da := strings.ReplaceAll(smallPage, "CSS", fingerprint+".css")
	en := strings.NewReplacer("Kontakt &amp; spørgsmål", "Contact", "7.\u00A0november", "7 November",
		"1.200 beslutninger, 1 af 1.200", "1,200 decisions, 1 of 1,200", "1,2", "1.2").Replace(da)
	for lang, want := range map[string]string{"da": da, "en": en} {
		if got := render(t, s, "minutes", lang, smallView()); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", lang, got, want)
		}
	}
}

func TestWhatAnAuthorWritesIsNeverMarkupOrCode(t *testing.T) {
	s := mustLoad(t, map[string]string{
		"minutes.html": `{{define "main"}}<p title="{{.Title}}" class={{.Title}}>{{.Title}}</p><a href="{{.Cite}}">x</a><a href="#{{.Title}}">y</a>` +
			`{{template "partials/link.html" .Committee}}{{label "latest" .Title}}<i title="{{label "latest" .Title}}">{{label "contact"}}</i>{{end}}`,
		"labels/da.toml": strings.NewReplacer("Kontakt", "<b>+", "Seneste", "\\\"><b>").Replace(daLabels),
	})
	const attack = `"><script>alert('1')</script><b x="`
	view := site.MinutesView{Page: site.Page{Title: attack}, Cite: "javascript:alert(1)",
		Committee: site.Link{Text: attack, Href: "JavaScript:alert(2)"}}
	page := renderMain(t, s, "da", view)
	for _, bad := range []string{"<script", "<b", "javascript:", "JavaScript:", `="">`, "alert('"} {
		if strings.Contains(page, bad) {
			t.Errorf("the page has %s\n%s", bad, page)
		}
	}
}

// TestShortcutsChangeNoByte compares with html/template alone.
func TestShortcutsChangeNoByte(t *testing.T) {
	const main = `<p title="{{.Title}}">{{.Title}}</p><a href="{{.Title}}">{{.Title | capital}}</a><a href="#{{.Title}}">` +
		`<a href="/x?{{.Title}}"><a href={{.Title}}>{{.Decisions}}{{.Date}}{{.Draft}}{{label "contact"}}<i title="{{label "contact"}}">` +
		`{{with text .Preface}}{{.}}{{end}}{{text .Preface}}</a><i title="{{text .Preface}}">{{or .Title (text .Preface)}}</i>` +
		`<a href="{{telephone .Title}}">{{label "latest" .Title}}</a><b class="{{template "x" .}}">{{template "x" .}}</b>` +
		`{{label "decisions.one" | label "latest"}}{{$x := label "contact"}}{{$x}}` +
		`{{template "y" .Title}}{{template "y" (text .Preface)}}{{template "z" (text .Preface)}}{{template "z" .Title}}`
	const defined = `{{define "x"}}{{.Title}}{{label "contact"}}{{end}}{{define "y"}}{{.}}{{end}}{{define "z"}}{{.}}{{end}}`
	labels := strings.Replace(daLabels, "Kontakt", "<\\\"'+", 1)
	files := minutesOf(main + defined)
	files["labels/da.toml"] = labels
	s := mustLoad(t, files)
	alone := template.Must(template.New("").Funcs(testWords(t, labels).funcMap(testOptions.Text)).Parse(main + defined))
	for i, title := range shortcutStrings() {
		view := site.MinutesView{Page: site.Page{Title: title}, Date: danish.Date{Year: 2023, Month: 1, Day: i%28 + 1},
			Decisions: -i, Preface: site.Text{Fragment: "<b>"}}
		var want bytes.Buffer
		if err := alone.Execute(&want, view); err != nil {
			t.Fatal(err)
		}
		if got := renderMain(t, s, "da", view); got != want.String() {
			t.Fatalf("%q\ngot  %s\nwant %s", title, got, want.String())
		}
	}
}

// shortcutStrings has every byte, alone and between letters, and addresses of
// every kind.
func shortcutStrings() []string {
	all := []string{"", "/x/referater/2023-11-07/#punkt-1", "#a", "https://ngc.dk/a?b=c&d=e", "http://x/", "mailto:a@b.dk", "tel:+45", "//x/y",
		"javascript:alert(1)", "https:javascript:alert(1)", "/\\x", "æøå", "/æøå", "x\u2028y", "\xff", "/\xff", "%2f", "/%zz", "a b", "{{.}}"}
	for b := range 256 {
		c := string([]byte{byte(b)})
		all = append(all, c, "a"+c+"b", "/"+c, "https://"+c, "#"+c+"x")
	}
	return all
}

func TestPagesAreDrawnInParallel(t *testing.T) {
	s := mustLoad(t, smallFiles)
	want := render(t, mustLoad(t, smallFiles), "minutes", "en", smallView())
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 20 {
				var b bytes.Buffer
				if err := s.Render(&b, "minutes", "en", smallView()); err != nil || b.String() != want {
					t.Errorf("%v %s", err, b.String())
					return
				}
				if err := s.Render(&b, "page", "da", site.PageView{}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
}

func TestAssetsAreMinifiedAndFingerprintedWhenALayoutNamesThem(t *testing.T) {
	files := map[string]string{
		"assets/icons/mark.svg": `<svg><text>20.621 <tspan>genomer</tspan></text></svg>`,
		"assets/search.js":      "let first = 1 // comment\nconsole.log(first)\n",
		"assets/logo.png":       "\x89PNG\r\n",
		"assets/unnamed.css":    "p{}",
		"assets/unnamed.html":   "{{ this is no template",
	}
	base := maps.Clone(files)
	base["page.html"] = `{{define "main"}}<img src="{{asset "icons/mark.svg"}}"><img src="{{asset "logo.png"}}"><script src="{{asset "search.js"}}"></script><link href="{{asset "style.css"}}">{{end}}`
	s := mustLoad(t, base)
	want := map[string]string{
		"icons/mark.svg": files["assets/icons/mark.svg"],
		"logo.png":       "\x89PNG\r\n",
		"search.js":      "let first=1;console.log(first)",
		"style.css":      "p{color:red}",
	}
	html := render(t, s, "page", "da", site.PageView{})
	if len(s.Assets()) != len(want) {
		t.Errorf("%d assets, not %d", len(s.Assets()), len(want))
	}
	for _, a := range s.Assets() {
		if string(a.Bytes) != want[a.Name] {
			t.Errorf("%s is %q, not %q", a.Name, a.Bytes, want[a.Name])
		}
		if !strings.Contains(html, `"/x/`+a.Address+`"`) {
			t.Errorf("%s has another address in %s", a.Address, html)
		}
	}
	if got, want := s.Assets()[0].Address, "assets/icons/mark.c4601b75.svg"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestTheBaseAddressIsPutBeforeAssets(t *testing.T) {
	for base, want := range map[string]string{"/": `"/assets/style.`, "/x/": `"/x/assets/style.`, "/a/b": `"/a/b/assets/style.`} {
		o := testOptions
		o.Base = base
		s, _ := Load(ownTree(t, minutesFiles), fileSystem(plainFiles()), o)
		if got := render(t, s, "minutes", "da", site.MinutesView{}); !strings.Contains(got, want) {
			t.Errorf("%s does not have %s", got, want)
		}
	}
}
