package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/piprate/json-gold/ld"
	"golang.org/x/net/html"

	"referat/generator/content"
	"referat/generator/danish"
	"referat/generator/data"
	"referat/generator/source"
)

// eachPage visits the pages of the finished sites that a reader stays on.
func eachPage(t *testing.T, visit func(s finishedSite, file string, all []element)) {
	for _, s := range finishedSites(t) {
		pages := 0
		for file, text := range s.files {
			if path.Ext(file) != ".html" {
				continue
			}
			if all := elements(t, text); !leadsOn(all) {
				pages++
				visit(s, file, all)
			}
		}
		if pages < 10 {
			t.Errorf("%s site has only %d pages", s.name, pages)
		}
	}
}

func TestEveryPageSaysWhatItIsWhereItIsShared(t *testing.T) {
	locales := map[string]string{"da": "da_DK", "en": "en_GB"}
	described := map[string]bool{}
	eachPage(t, func(s finishedSite, file string, all []element) {
		canonical, title, lang := "", "", ""
		for _, e := range all {
			switch {
			case e.name == "link" && e.attrs["rel"] == "canonical":
				canonical = e.attrs["href"]
			case e.name == "title" && title == "": // drawings have titles too
				title = e.text
			case e.name == "html":
				lang = e.attrs["lang"]
			}
		}
		if got := s.answering("", canonical); got != file {
			t.Errorf("%s site: the canonical address of %s is %s", s.name, file, canonical)
		}
		for name, want := range map[string]string{"og:url": canonical, "og:title": title, "og:locale": locales[lang], "og:description": metaOf(all, "description")} {
			if got := metaOf(all, name); got != want {
				t.Errorf("%s site: %s of %s is %q, want %q", s.name, name, file, got, want)
			}
		}
		if metaOf(all, "og:site_name") == "" || metaOf(all, "og:image") != "" || !slices.Contains([]string{"website", "article"}, metaOf(all, "og:type")) {
			t.Errorf("%s site: what is %s?", s.name, file)
		}
		if description := metaOf(all, "description"); description != "" {
			described[s.name+" "+file] = true
			if hiddenFromRobots(all) {
				t.Errorf("%s site: %s, which robots are not to know, tells them %q", s.name, file, description)
			}
		}
	})
	for _, file := range []string{"this repository's genomtal/index.html", "this repository's patientgrupper/index.html", "this repository's patientgrupper/nyresvigt/index.html",
		"this repository's referater/klinisk-anvendelse/2023-11-07/index.html", "the varied index.html", "the varied om/index.html"} {
		if !described[file] {
			t.Errorf("%s has no description", file)
		}
	}
}

func TestMinutesInSeveralLanguagesNameEachOtherToSearchEngines(t *testing.T) {
	eachPage(t, func(s finishedSite, file string, all []element) {
		var named []string
		for _, e := range all {
			if e.name == "link" && e.attrs["hreflang"] != "" {
				named = append(named, e.attrs["hreflang"]+" "+s.answering("", e.attrs["href"]))
			}
		}
		var want []string
		if s.name == "the varied" && (file == "referater/raadet/2024-04-02/index.html" || file == "referater/raadet/2024-05-07/index.html") {
			want = []string{"da referater/raadet/2024-04-02/index.html", "en referater/raadet/2024-05-07/index.html"}
		}
		if !slices.Equal(named, want) {
			t.Errorf("%s site: %s names %q", s.name, file, named)
		}
	})
}

// terms are the properties that things of a type have in schema.org, as far as pages say any.
// None of them is of a person.
var terms = map[string]string{
	"BreadcrumbList":         "itemListElement",
	"ListItem":               "position name item",
	"Event":                  "name startDate endDate eventStatus location organizer url recordedIn",
	"DigitalDocument":        "url inLanguage publisher",
	"Organization":           "name url",
	"GovernmentOrganization": "name alternateName address telephone email url",
	"Dataset":                "name description url inLanguage isAccessibleForFree license temporalCoverage datePublished dateModified publisher distribution",
	"DataDownload":           "encodingFormat contentUrl",
}

// local gives the context of schema.org, which is not fetched.
type local struct{ text []byte }

func (l local) LoadDocument(address string) (*ld.RemoteDocument, error) {
	if address != "https://schema.org" {
		return nil, fmt.Errorf("%s is asked for", address)
	}
	var context any
	err := json.Unmarshal(l.text, &context)
	return &ld.RemoteDocument{DocumentURL: address, Document: context}, err
}

// expanded is what a page says of itself, as a library for linked data reads it; nil of none.
func expanded(t *testing.T, all []element) (things []any, text string) {
	t.Helper()
	context, err := os.ReadFile("testdata/schema.org/context.jsonld")
	if err != nil {
		t.Fatal(err)
	}
	options := ld.NewJsonLdOptions("")
	options.DocumentLoader = local{context}
	for _, e := range all {
		if e.name != "script" || e.attrs["type"] != "application/ld+json" {
			continue
		}
		if things != nil {
			t.Error("a page has two blocks")
		}
		var block any
		if err := json.Unmarshal([]byte(e.text), &block); err != nil {
			t.Fatal(err)
		}
		if things, err = ld.NewJsonLdProcessor().Expand(block, options); err != nil {
			t.Fatal(err)
		}
		plain, err := json.Marshal(block) // escapes as one sees fit, so that words can be found
		if err != nil {
			t.Fatal(err)
		}
		text = string(plain)
	}
	return things, text
}

// look visits every thing and every address that things hold.
func look(t *testing.T, value any, address func(string), thing func(kind string, of map[string]any)) {
	const vocabulary = "https://schema.org/"
	switch v := value.(type) {
	case []any:
		for _, one := range v {
			look(t, one, address, thing)
		}
	case map[string]any:
		if id, is := v["@id"].(string); is && len(v) == 1 {
			address(id)
			return
		}
		kinds, is := v["@type"].([]any)
		if !is {
			return // a plain value
		}
		kind, _ := strings.CutPrefix(kinds[0].(string), vocabulary)
		known := strings.Fields(terms[kind])
		for key, of := range v {
			name, is := strings.CutPrefix(key, vocabulary)
			if key != "@type" && (!is || !slices.Contains(known, name)) {
				t.Errorf("%s is said of a %s", key, kind)
			}
			look(t, of, address, thing)
		}
		thing(kind, v)
	}
}

func TestWhatPagesSayOfThemselvesIsOfSchemaOrgAndLeadsToFilesOfTheSite(t *testing.T) {
	seen := map[string]int{}
	others := []string{"https://ngc.dk/", "https://creativecommons.org/licenses/by/4.0/", data.EventScheduled, data.EventCancelled}
	eachPage(t, func(s finishedSite, file string, all []element) {
		things, _ := expanded(t, all)
		look(t, things, func(address string) {
			to := s.answering("", address)
			if _, there := s.files[to]; !there && to != "" {
				t.Errorf("%s site: %s names %s, which leads nowhere", s.name, file, address)
			}
			if to == "" && !slices.Contains(others, address) {
				t.Errorf("%s site: %s names %s", s.name, file, address)
			}
		}, func(kind string, _ map[string]any) { seen[kind]++ })
	})
	for kind := range terms {
		if seen[kind] == 0 {
			t.Errorf("no page tells of a %s", kind)
		}
	}
}

// crumbsOf are the names of the breadcrumbs as they are seen.
func crumbsOf(t *testing.T, page []byte) (names []string) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(string(page)))
	if err != nil {
		t.Fatal(err)
	}
	hasClass := func(n *html.Node, class string) bool {
		return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "class" && a.Val == class })
	}
	var seen func(n *html.Node) string
	seen = func(n *html.Node) (text string) {
		if n.Type == html.TextNode {
			return n.Data
		}
		for c := range n.ChildNodes() {
			if !hasClass(c, "hidden") {
				text += seen(c)
			}
		}
		return text
	}
	for n := range root.Descendants() {
		if n.Data == "ol" && hasClass(n, "crumbs") {
			for c := range n.ChildNodes() {
				if c.Data == "li" {
					names = append(names, strings.TrimSpace(seen(c)))
				}
			}
		}
	}
	return names
}

func TestTheWayThatAPageTellsIsTheOneThatReadersSee(t *testing.T) {
	eachPage(t, func(s finishedSite, file string, all []element) {
		var told []string
		things, _ := expanded(t, all)
		look(t, things, func(string) {}, func(kind string, of map[string]any) {
			if kind == "ListItem" {
				place := int(valueOf(of, "position").(float64))
				for len(told) < place {
					told = append(told, "")
				}
				told[place-1] = valueOf(of, "name").(string)
			}
		})
		shown := crumbsOf(t, s.files[file])
		if !slices.EqualFunc(told, shown, func(a, b string) bool { return danish.Tie(a) == danish.Tie(b) }) {
			t.Errorf("%s site: %s tells %q, but shows %q", s.name, file, told, shown)
		}
	})
}

func TestNoLineOfABreadcrumbEndsInsideADate(t *testing.T) {
	dates := 0
	eachPage(t, func(s finishedSite, file string, _ []element) {
		for _, name := range crumbsOf(t, s.files[file]) {
			if danish.Tie(name) != name {
				t.Errorf("%s site: %s may part %q", s.name, file, name)
			}
			if strings.Contains(name, "\u00A0") {
				dates++
			}
		}
	})
	if dates < 3 {
		t.Errorf("only %d dates", dates)
	}
}

// valueOf is the one value of a property.
func valueOf(of map[string]any, name string) any {
	return of["https://schema.org/"+name].([]any)[0].(map[string]any)["@value"]
}

func TestNoPersonIsNamedInWhatPagesSayOfThemselves(t *testing.T) {
	people := map[string][]string{} // by the folder of the site
	eachPage(t, func(s finishedSite, file string, all []element) {
		names, known := people[s.dir]
		if !known {
			names = peopleIn(t, s.dir)
			people[s.dir] = names
		}
		if len(names) < 3 {
			t.Fatalf("%s site has only %q", s.name, names)
		}
		_, text := expanded(t, all)
		for _, name := range names {
			if strings.Contains(text, name) {
				t.Errorf("%s site: %s names %s", s.name, file, name)
			}
		}
	})
}

// peopleIn are the names of all who stand in the lists of a site.
func peopleIn(t *testing.T, dir string) (names []string) {
	t.Helper()
	tree, _ := source.Look(os.DirFS(dir), os.DirFS(dir), source.Records{})
	docs, problems := content.Parse(tree, nil, content.Cache{})
	if docs == nil {
		t.Fatal(problems)
	}
	add := func(more ...string) {
		for _, name := range more {
			if name != "" {
				names = append(names, name)
			}
		}
	}
	for _, m := range docs.Minutes {
		add(m.Chair, m.Secretary)
		for _, p := range m.Participants {
			add(p.Name)
		}
	}
	for _, c := range docs.Committees {
		add(c.Chair)
		for _, p := range c.Members {
			add(p.Name)
		}
	}
	return names
}
