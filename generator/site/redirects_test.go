package site

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"referat/generator/data"
	"referat/generator/hosting"
	"referat/generator/source"
)

// moved is a site whose documents have stood elsewhere.
func moved() map[string]string {
	return map[string]string{
		"content/referater/a/2024-01-02.md":   meetingFile("final", "redirect_from = [\"/gammel/møde/\"]\n", "## Pkt. 1 x"),
		"content/referater/a/2024-01-03.md":   meetingFile("withdrawn", "withdrawn = 2024-02-01\nredirect_from = [\"/gammel/trukket/\"]\n", "## Pkt. 1 x"),
		"content/referater/a/2024-01-04.md":   meetingFile("draft", "redirect_from = [\"/gammel/kladde/\"]\n", "## Pkt. 1 x"),
		"content/udvalg/a.md":                 "+++\ntitle = \"A\"\nredirect_from = [\"/udvalg/b/\"]\n+++\n",
		"content/patientgrupper/nyresvigt.md": "+++\ntitle = \"Nyresvigt\"\nredirect_from = [\"/nyrer.html\", \"/nyrer/\"]\n+++\n",
		"content/om.md":                       "+++\ntitle = \"Om\"\nredirect_from = [\"/Om/os/\"]\n+++\nSe [mødet](/gammel/møde/).\n",
	}
}

func TestAnOldAddressLeadsToWhereItsDocumentStands(t *testing.T) {
	outputs, problems := build(t, Options{}, moved())
	if source.Errors(problems) > 0 {
		t.Fatal(said(problems))
	}
	want := map[string]string{
		"gammel/møde/index.html": "/referater/a/2024-01-02/", "gammel/trukket/index.html": "/referater/a/2024-01-03/", "udvalg/b/index.html": "/udvalg/a/",
		"nyrer.html": "/patientgrupper/nyresvigt/", "nyrer/index.html": "/patientgrupper/nyresvigt/", "Om/os/index.html": "/om/",
	}
	for path, to := range want {
		v, ok := outputs[path].View().(RedirectView)
		if !ok || v.To != "/arkiv"+to || v.Canonical != "https://ngc.dk/arkiv"+to || outputPath(v.Old) != path || v.Crumbs != nil {
			t.Errorf("%s: %+v", path, v)
		}
	}
	for path, o := range outputs {
		if o.Layout == "redirect" && want[path] == "" {
			t.Errorf("%s leads to what is not public", path)
		}
	}
	for _, e := range outputs["sitemap.xml"].View().(data.Sitemap).Entries {
		if strings.Contains(e.Address, "gammel") || strings.Contains(e.Address, "nyrer") {
			t.Errorf("the sitemap names the old address %s", e.Address)
		}
	}
	rules := redirectsIn(outputs)
	for from, to := range map[string]string{"gammel/møde/": "referater/a/2024-01-02/", "gammel/møde": "referater/a/2024-01-02/", "nyrer.html": "patientgrupper/nyresvigt/", "udvalg/b": "udvalg/a/"} {
		if rules[from] != to {
			t.Errorf("a server is told that %s leads to %q: %v", from, rules[from], slices.Sorted(maps.Keys(rules)))
		}
	}
}

func TestAnOldAddressIsNobodyElses(t *testing.T) {
	files := moved()
	files["content/om.md"] = strings.Replace(files["content/om.md"], `"/Om/os/"`,
		`"/om/", "/NYRER/", "/referater/a/2024-01-02/", "/robots.txt/", "/sitemap.xml/x.html", "/_server/x/", "/nyrer.html/x/", "/to/gange/", "/to/gange/", "/udvalg/a/index.html", "/a.html", "/a.html/b/", "/genomtal/"`, 1)
	_, problems := build(t, Options{}, files)
	var got []string
	for _, p := range problems {
		if p.Code == source.RedirectTaken {
			got = append(got, p.Args[0].(string)+" "+p.Args[1].(string))
			if p.Pos.Path != "content/om.md" || p.Pos.Line != 3 {
				t.Errorf("%v of content/om.md, line 3", p.Pos)
			}
		}
	}
	slices.Sort(got)
	want := []string{"/NYRER/ content/patientgrupper/nyresvigt.md", "/_server/x/ _server/x/index.html", "/a.html/b/ content/om.md", "/nyrer.html/x/ content/patientgrupper/nyresvigt.md", "/om/ content/om.md",
		"/referater/a/2024-01-02/ content/referater/a/2024-01-02.md", "/robots.txt/ site.toml", "/sitemap.xml/x.html site.toml", "/to/gange/ content/om.md", "/udvalg/a/index.html content/udvalg/a.md"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// redirectsIn are the redirects that a server is told of.
func redirectsIn(outputs map[string]Output) map[string]string {
	rules := map[string]string{}
	for _, r := range outputs["_redirects"].View().(hosting.Site).Redirects {
		rules[r.From] = r.To
	}
	return rules
}

func TestWhatStoodBesideAPageLeadsToWhatStandsBesideItNow(t *testing.T) {
	site := moved()
	site["content/om.md"] += "[Møder](udvalg/c/kalender.ics)\n"
	site["content/udvalg/c/kalender.ics"] = "BEGIN:VCALENDAR\n"
	site["content/udvalg/a.md"] = strings.Replace(site["content/udvalg/a.md"], `"/udvalg/b/"`, `"/udvalg/b/", "/udvalg/c/"`, 1)
	outputs, problems := build(t, Options{}, site)
	if source.Errors(problems) > 0 {
		t.Fatal(said(problems))
	}
	rules := redirectsIn(outputs)
	for from, to := range map[string]string{
		"udvalg/b/index.json": "udvalg/a/index.json", "udvalg/b/feed.xml": "udvalg/a/feed.xml", "udvalg/b/kalender.ics": "udvalg/a/kalender.ics",
		"nyrer/index.json": "patientgrupper/nyresvigt/index.json", "gammel/møde/index.json": "referater/a/2024-01-02/index.json",
		"udvalg/c/feed.xml": "udvalg/a/feed.xml", "udvalg/c/kalender.ics": "", "nyrer/feed.xml": "patientgrupper/nyresvigt/feed.xml", "nyrer/kalender.ics": "", "gammel/møde/feed.xml": "", "gammel/trukket/index.json": "", "Om/os/index.json": "", "nyrer.htmlindex.json": "",
	} {
		if rules[from] != to {
			t.Errorf("%s leads to %q, want %q", from, rules[from], to)
		}
		if _, there := outputs[to]; to != "" && !there {
			t.Errorf("%s is not there", to)
		}
	}
}
