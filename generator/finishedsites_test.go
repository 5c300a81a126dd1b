package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// finishedSite is a site as it is built, with what it is made from.
type finishedSite struct {
	name, dir string
	base      string // its address, with a last slash
	files     map[string][]byte
}

// finishedSites are this repository's own site, that of the golden files, and one with
// everything that is withdrawn, corrected, moved or in two languages.
func finishedSites(t *testing.T) []finishedSite {
	t.Helper()
	own := t.TempDir()
	for _, part := range []string{"content", "layouts"} {
		if err := os.CopyFS(filepath.Join(own, part), os.DirFS(filepath.Join("..", part))); err != nil {
			t.Fatal(err)
		}
	}
	settings, err := os.ReadFile("../site.toml")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(own, "site.toml"), settings, 0o644); err != nil {
		t.Fatal(err)
	}
	varied := t.TempDir()
	for name, text := range variedSite() {
		put(t, varied, name, text)
	}
	sites := []finishedSite{
		{name: "this repository's", dir: own},
		{name: "the golden", dir: copySite(t, "testdata/site")},
		{name: "the varied", dir: varied},
	}
	for i := range sites {
		s := &sites[i]
		buildInto(t, s.dir, filepath.Join(s.dir, "public"))
		s.files = files(t, filepath.Join(s.dir, "public"))
		s.base = metaOf(elements(t, s.files["index.html"]), "og:url")
	}
	return sites
}

// variedSite has a path in its address, and of everything one.
func variedSite() map[string]string {
	const at = "content/referater/raadet/"
	item := "\n+++\n\n## Pkt. 1 Åbent & \"sådan\"\n\n### Referat\n\nRådet drøftede sagen.\n"
	people := "\n[[participants]]\nname = \"Eva Prøvesen\"\nchair = true\n[[participants]]\nname = \"Bo Stikprøve\"\nstaff = true\n"
	return map[string]string{
		"site.toml": strings.NewReplacer("LANGUAGE", "da", "TODAY", "2026-11-01", `"https://ngc.dk/"`, `"https://ngc.dk/arkiv/"`).Replace(smallSite["site.toml"]) +
			"\n[[menu]]\ntitle = \"Emner\"\npage = \"/emner/\"\n[[menu]]\ntitle = \"Tal\"\npage = \"/tal/\"\n[[menu]]\ntitle = \"Om\"\npage = \"/om/\"\n[[menu]]\ntitle = \"Rettelser\"\npage = \"/rettelser/\"\n",
		"content/udvalg/raadet.md":  "+++\ntitle = \"Rådet\"\nchair = \"Eva Prøvesen\"\n[[members]]\nname = \"Ib Medlem\"\n+++\n\nOm rådet.\n",
		"content/om.md":             "+++\ntitle = \"Om\"\ndescription = \"Hvad stedet er\"\nredirect_from = [\"/gammel/\"]\n+++\n\nTekst.\n",
		"content/kladde.md":         "+++\ntitle = \"Kladde\"\ndraft = true\n+++\n\nTekst.\n",
		"content/404.md":            "+++\ntitle = \"Her er intet\"\n+++\n\nTekst.\n",
		"content/about.md":          "+++\ntitle = \"About\"\nlang = \"en\"\n+++\n\n[Om](/om/)\n",
		"content/kvartal.md":        "+++\ntitle = \"Status for 2. kvartal 2023\"\n+++\n\nTekst.\n",
		"content/index.md":          "+++\ntitle = \"Prøvested\"\ndescription = \"Referater\"\n+++\n\n[English](/about/) [Kvartalet](/kvartal/)\n",
		"content/emner/emnet.md":    "+++\ntitle = \"Emnet\"\n+++\n\nOm emnet.\n",
		"content/tal/x.toml":        "title = \"Antal\"\nunit = \"stk.\"\ndefinition = \"Antal.\"\n",
		"content/tal/x.csv":         "date,value,status,source,note\n2024-01-01,12,final,https://ngc.dk/,\n",
		at + "2024-01-02.md":        "+++\ntitle = \"Møde\"\nstate = \"withdrawn\"\nwithdrawn = 2024-02-01\nwithdrawn_reason = \"fejl\"" + item,
		at + "2024-02-06.md":        "+++\ntitle = \"Møde\"\nstate = \"planned\"\nstart = \"9.00\"\nplace = \"Rådhuset <1>\"" + people + "+++\n",
		at + "2024-03-05.md":        "+++\ntitle = \"Møde\"\nstate = \"cancelled\"\n+++\n\nAflyst.\n",
		at + "2024-04-02/index.md":  "+++\ntitle = \"Møde </script>\"\nstate = \"final\"\nstart = \"9.00\"\nend = \"10.00\"" + people + "[[attachments]]\nfile = \"bilag.txt\"\ntitle = \"Bilag\"" + item,
		at + "2024-04-02/bilag.txt": "Bilag.\n",
		at + "2024-05-07.md":        "+++\ntitle = \"Meeting\"\nstate = \"final\"\nlang = \"en\"\ntranslation_of = \"2024-04-02/index.md\"" + people + item[1:],
	}
}

// element is a start tag of a page, its attributes by their names.
type element struct {
	name  string
	attrs map[string]string
	text  string // of a script or a title
}

// elements are the start tags of a page.
func elements(t *testing.T, page []byte) []element {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var all []element
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		e := element{name: n.Data, attrs: map[string]string{}}
		for _, a := range n.Attr {
			e.attrs[a.Key] = a.Val
		}
		if n.FirstChild != nil && n.FirstChild.Type == html.TextNode {
			e.text = n.FirstChild.Data
		}
		all = append(all, e)
	}
	return all
}

// metaOf is what a page's meta element says, by its name or property.
func metaOf(all []element, name string) string {
	i := slices.IndexFunc(all, func(e element) bool {
		return e.name == "meta" && (e.attrs["name"] == name || e.attrs["property"] == name)
	})
	if i < 0 {
		return ""
	}
	return all[i].attrs["content"]
}
