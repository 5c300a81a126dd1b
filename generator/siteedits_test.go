package main

import (
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"strings"

	"pgregory.net/rapid"

	embedded "referat/layouts"
)

// The edits of the settings, and of a site's own layouts, which lie over the program's.

func (a *author) menu(t *rapid.T) {
	a.replace(t, "site.toml", `(?m)^title = "(Referater|Møder|Alle møder)"$`, rapid.SampledFrom([]string{`title = "Referater"`, `title = "Møder"`, `title = "Alle møder"`}).Draw(t, "title"))
}

func (a *author) base(t *rapid.T) {
	a.replace(t, "site.toml", `(?m)^base = .*$`, rapid.SampledFrom([]string{`base = "https://ngc.dk/"`, `base = "https://ngc.dk/sted/"`, `base = "https://example.org/"`}).Draw(t, "base"))
}

func (a *author) language(t *rapid.T) {
	a.replace(t, "site.toml", `(?m)^language = .*$`, rapid.SampledFrom([]string{`language = "da"`, `language = "en"`}).Draw(t, "language"))
}

func (a *author) setting(t *rapid.T) {
	to := rapid.SampledFrom([][2]string{
		{`(?m)^title = "Prøve.*$`, `title = "Prøvestedet"`}, {`(?m)^title = "Prøve.*$`, `title = "Prøvested"`},
		{`(?m)^phone = .*$`, `phone = "+45 11 22 33 44"`}, {`(?m)^role = .*$`, `role = "case"`}, {`(?m)^role = .*$`, `role = "outcome"`},
		{`(?m)^text = .*$`, `text = "hele genomet"`}, {`(?m)^term = .*$`, `term = "drift"`}, {`(?m)^term = .*$`, `term = "WGS"`},
		{`(?m)^headline = .*\n`, ``}, {`(?m)^one = .*$`, `one = "Gruppe"`}, {`(?m)^report = .*$`, `report = "Rapport"`},
		{`(?m)^title = "Rapport.*$`, `title = "Rapporten er sendt"`}, {`(?m)^words = .*$`, `words = ["drift"]`},
		{`(?m)^title = "ngc.*$`, `title = "ngc.dk"`}, {`(?m)^code = .*$`, `code = "D"`}, {`(?m)^name = "Ori.*$`, `name = "Nyt"`},
		{`(?m)^name = ".*(Referat|Drøftelse)"$`, `name = "Drøftelse"`}, {`(?m)^folder = "referater"$`, `folder = "om"`}, {`(?m)^folder = "genomtal"$`, `folder = "tal"`},
		{`(?m)^page = "/om/"$`, `page = "/findes-ikke/"`}, {`(?m)^\[\[menu\]\]`, "[[menu]]\ntitle = \"Tal\"\npage = \"/genomtal/\"\n\n[[menu]]"},
		{`(?m)^decision = .*$`, `decision = false`}, {`(?m)^decision = .*$`, `decision = true`},
		{`(?m)^updated = .*$`, `updated = 2025-12-01`}, {`(?m)^updated = .*$`, `updated = 2024-03-01`}, {`(?m)^updated = .*$`, "updated = 2024-03-01\noverdue_reason = \"Der er brug for et referat\""},
		{`(?m)^\[minutes\]`, "[[exceptions]]\npath = \"public/om/index.html\"\nwhat = \"010203-****\"\nreason = \"Et journalnummer\"\nby = \"Navn\"\ndate = 2024-03-05\n\n[minutes]"},
		{`(?m)^what = .*$`, `what = "020304-****"`}, {`(?m)^path = .*$`, `path = "public/index.html"`},
		{`(?m)^\[accessibility\]`, "[security]\ncontact = [\"a@ngc.dk\"]\nexpires = 2027-06-01\n\n[accessibility]"}, {`(?m)^expires = .*$`, `expires = 2026-12-01`},
	}).Draw(t, "setting")
	a.replace(t, "site.toml", to[0], to[1])
}

// own gives the site's own layout file, or else the program's.
func (a *author) own(t rapid.TB, name string) string {
	if text := a.read(t, "layouts/"+name).text; text != "" {
		return text
	}
	text, err := fs.ReadFile(embedded.Files, name)
	must(t, err)
	return string(text)
}

func (a *author) template(t *rapid.T) {
	names, err := fs.Glob(embedded.Files, "partials/*.html")
	must(t, err)
	kinds, err := fs.Glob(embedded.Files, "*.html")
	must(t, err)
	name := rapid.SampledFrom(append(names, kinds...)).Draw(t, "template")
	mark := rapid.SampledFrom([]string{"<i>nyt</i>", "<b>mere</b>", "{{/* kun en bemærkning */}}"}).Draw(t, "mark")
	text, found := a.own(t, name), false
	if before, after, ok := strings.Cut(text, "</"); ok { // behind some word that the template writes
		text, found = before+mark+"</"+after, true
	}
	if !found {
		t.Skip("nothing to put it behind")
	}
	a.write(t, "layouts/"+name, text)
}

// include lets the pages' layout include a template of the site's own, and edits
// that.
func (a *author) include(t *rapid.T) {
	const own = `{{template "partials/own.html" .}}`
	a.write(t, "layouts/partials/own.html", rapid.SampledFrom([]string{"<p>et</p>", "<p>to</p>", `<p>{{label "contact"}}</p>`}).Draw(t, "text"))
	if text := a.own(t, "page.html"); !strings.Contains(text, own) {
		a.write(t, "layouts/page.html", strings.Replace(text, `{{define "main"}}`, `{{define "main"}}`+own, 1))
	}
}

func (a *author) label(t *rapid.T) {
	name := "labels/" + rapid.SampledFrom([]string{"da", "en"}).Draw(t, "language") + ".toml"
	key := rapid.SampledFrom([]string{"skip", "contact", "minutes", "original", "state_final", "thousands", "all_minutes", "newest_first"}).Draw(t, "label")
	text := regexp.MustCompile(`(?m)^`+key+` = .*$`).ReplaceAllString(a.own(t, name), fmt.Sprintf("%s = %q", key, rapid.SampledFrom([]string{"nyt", "mere", "."}).Draw(t, "words")))
	a.write(t, "layouts/"+name, text)
}

func (a *author) asset(t *rapid.T) {
	if rapid.Bool().Draw(t, "icon") {
		a.write(t, "layouts/assets/icon.svg", fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h%d"/></svg>`, rapid.IntRange(1, 3).Draw(t, "width")))
		return
	}
	a.write(t, "layouts/assets/style.css", a.own(t, "assets/style.css")+rapid.SampledFrom([]string{"\n", "\n.ny { color: red }\n"}).Draw(t, "style"))
}

func (a *author) dropLayout(t *rapid.T) {
	name := a.some(t, `^layouts/`)
	a.past[name] = append(a.past[name], a.read(t, name))
	a.touch(name)
	must(t, os.Remove(a.file(name)))
}
