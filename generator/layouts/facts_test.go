package layouts

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"referat/generator/danish"
	"referat/generator/data"
	"referat/generator/site"
)

// factsOf draws the block of a page of minutes and gives the names and addresses of its way.
func factsOf(t *testing.T, call string, p site.Page) string {
	t.Helper()
	files := minutesOf(call)
	files["labels/da.toml"] = "home = \"Forside\"\n" + daLabels
	files["labels/en.toml"] = "home = \"Home\"\n" + enLabels
	s := mustLoad(t, files)
	page := renderMain(t, s, "da", site.MinutesView{Page: p, Date: danish.Date{Year: 2023, Month: 11, Day: 7}})
	text, ours := strings.CutPrefix(page, `<script type="application/ld+json">`)
	text, whole := strings.CutSuffix(strings.TrimSpace(text), `</script>`)
	if page == "" {
		return ""
	}
	if !ours || !whole || strings.ContainsAny(text, "<>&") {
		t.Fatalf("it is %s", page)
	}
	var block struct {
		Graph []struct {
			List []struct{ Name, Item string } `json:"itemListElement"`
		} `json:"@graph"`
	}
	if err := json.Unmarshal([]byte(text), &block); err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(fmt.Sprint(block.Graph[0].List), "\u00A0", " ")
}

func TestTheWayToAPageHasTheNamesThatStandOnIt(t *testing.T) {
	p := site.Page{Title: "Udvalg & råd", Canonical: "https://ngc.dk/x/referater/a/2023-11-07/", Home: site.Link{Href: "/x/"},
		Crumbs: []site.Link{{Text: "Referater", Href: "/x/referater/"}, {Href: "/x/referater/a/"}, {Current: true}}}
	const before = "[{Forside https://ngc.dk/x/} {Referater https://ngc.dk/x/referater/} "
	for call, want := range map[string]string{
		`{{facts .Page "" (date .Date)}}`:               before + "{Udvalg & råd https://ngc.dk/x/referater/a/} {7. november 2023 https://ngc.dk/x/referater/a/2023-11-07/}]",
		`{{facts .Page (label "contact") (year 2023)}}`: before + "{Kontakt & spørgsmål https://ngc.dk/x/referater/a/} {2023 https://ngc.dk/x/referater/a/2023-11-07/}]",
		`{{facts .Page "" ""}}`:                         before + "{Udvalg & råd https://ngc.dk/x/referater/a/} {Udvalg & råd https://ngc.dk/x/referater/a/2023-11-07/}]",
	} {
		if got := factsOf(t, call, p); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", call, got, want)
		}
	}
	p.Title = ""
	if got, want := factsOf(t, `{{facts .Page "" ""}}`, p), strings.TrimSpace(before)+"]"; got != want {
		t.Errorf("pages without names: got %s, want %s", got, want)
	}
}

func TestAPageWithNothingToSayOfItselfHasNoBlock(t *testing.T) {
	if got := factsOf(t, `{{facts .Page "" ""}}`, site.Page{Title: "404"}); got != "" {
		t.Error(got)
	}
	home := site.Page{Canonical: "https://ngc.dk/", Facts: data.Facts{Authority: data.PartyFacts{Type: "GovernmentOrganization", Name: "</script>"}}}
	if got := factsOf(t, `{{facts .Page "" ""}}`, home); got != "[]" {
		t.Error(got)
	}
}

func TestTheLookIsThatOfTheStyleSheetByLight(t *testing.T) {
	files := plainFiles()
	files["assets/style.css"] = ":root { --paper: #fff; --accent-2: #111; --accent: #004f57 }\n@media (prefers-color-scheme: dark) { :root { --paper: #0e1718; --accent: #86d0d2 } }\n"
	files["assets/icon.svg"] = `<svg xmlns="http://www.w3.org/2000/svg"/>`
	files["minutes.html"] = `{{define "main"}}<link rel="icon" href="{{asset "icon.svg"}}"><link rel="stylesheet" href="{{asset "style.css"}}">{{end}}`
	look := mustLoad(t, files).Look()
	if look.Theme != "#004f57" || look.Background != "#fff" || !strings.HasPrefix(look.Icon, "assets/icon.") {
		t.Errorf("%+v", look)
	}
}
