package main

import (
	"encoding/xml"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"
	"testing"

	"referat/generator/hosting"
)

// unlinked are the files that no page leads to or that the sitemap does not name, with the
// reason. A name that ends in a dot or a slash stands for all files that begin so.
func unlinked() map[string]string {
	reasons := map[string]string{
		"404.html":         "the web server answers wrong addresses with it",
		"robots.txt":       "robots ask for it by its name",
		"sitemap.xml":      "robots.txt names it",
		"assets/redirect.": "pages that lead on load it",
		"soeg/indeks/":     "the script of the page that searches fetches it",
	}
	for _, rules := range hosting.Files() {
		reasons[rules] = "only the web server reads it"
	}
	return reasons
}

// crawl finds what a reader finds whose browser runs no script: the pages that links lead to
// from the home page, and the files that these name.
func crawl(t *testing.T, s finishedSite) (pages, named map[string]bool) {
	pages, named = map[string]bool{"index.html": true}, map[string]bool{}
	for way := []string{"index.html"}; len(way) > 0; {
		at := way[0]
		way = way[1:]
		for _, e := range elements(t, s.files[at]) {
			for _, key := range []string{"href", "src", "content"} {
				file := s.answering(at, e.attrs[key])
				if file == "" || key == "content" && e.attrs["http-equiv"] != "refresh" {
					continue
				}
				named[file] = true
				if e.name == "a" && strings.HasSuffix(file, ".html") && !pages[file] {
					pages[file] = true
					way = append(way, file)
				}
			}
		}
	}
	return pages, named
}

// answering is the file that answers at an address as it stands on a page; "" of an address
// that is not of the site.
func (s finishedSite) answering(page, address string) string {
	base, err := url.Parse(s.base + page)
	if err != nil || address == "" {
		return ""
	}
	if _, to, refresh := strings.Cut(address, "url="); refresh {
		address = to
	}
	to, err := base.Parse(address)
	if err != nil {
		return ""
	}
	to.Fragment, to.RawQuery = "", ""
	rest, ours := strings.CutPrefix(to.String(), s.base)
	if !ours {
		return ""
	}
	file, err := url.PathUnescape(rest)
	if err != nil {
		return ""
	}
	if file == "" || strings.HasSuffix(file, "/") {
		file += "index.html"
	}
	return file
}

// inSitemap are the files that the sitemap names.
func (s finishedSite) inSitemap(t *testing.T) map[string]bool {
	var list struct {
		Locations []string `xml:"url>loc"`
	}
	if err := xml.Unmarshal(s.files["sitemap.xml"], &list); err != nil {
		t.Fatal(err)
	}
	all := map[string]bool{}
	for _, address := range list.Locations {
		all[s.answering("", address)] = true
	}
	return all
}

// leadsOn tells of a page that stands where another stood.
func leadsOn(all []element) bool {
	return slices.ContainsFunc(all, func(e element) bool { return e.attrs["http-equiv"] == "refresh" })
}

// hiddenFromRobots tells that a page says so.
func hiddenFromRobots(all []element) bool {
	return strings.Contains(metaOf(all, "robots"), "noindex")
}

func TestWhatLinksLeadToIsWhatTheSitemapNames(t *testing.T) {
	for _, s := range finishedSites(t) {
		pages, named := crawl(t, s)
		listed := s.inSitemap(t)
		for file := range pages {
			if !listed[file] && !hiddenFromRobots(elements(t, s.files[file])) {
				t.Errorf("%s site: links lead to %s, but the sitemap does not name it", s.name, file)
			}
		}
		for file := range listed {
			if _, there := s.files[file]; !there {
				t.Errorf("%s site: the sitemap names %s, which is not there", s.name, file)
			}
			if path.Ext(file) == ".html" && (!pages[file] || hiddenFromRobots(elements(t, s.files[file]))) {
				t.Errorf("%s site: the sitemap names %s, but no link leads to it, or robots are not to know it", s.name, file)
			}
			if !pages[file] && !named[file] {
				t.Errorf("%s site: the sitemap names %s, but no page does", s.name, file)
			}
		}
		if len(pages) < 10 || len(listed) < 20 {
			t.Errorf("%s site: %d pages, %d addresses", s.name, len(pages), len(listed))
		}
	}
}

func TestEveryFileIsFoundFromTheHomePage(t *testing.T) {
	used := map[string]bool{}
	for _, s := range finishedSites(t) {
		_, named := crawl(t, s)
		listed := s.inSitemap(t)
		for _, file := range slices.Sorted(maps.Keys(s.files)) {
			if named[file] && (listed[file] || strings.HasPrefix(file, "assets/") || file == "manifest.webmanifest" || path.Ext(file) == ".html") {
				continue
			}
			if path.Ext(file) == ".html" && leadsOn(elements(t, s.files[file])) {
				continue // it stands at an address that is no longer used
			}
			reason := ""
			for name := range unlinked() {
				if file == name || strings.HasSuffix(name, ".") && strings.HasPrefix(file, name) || strings.HasSuffix(name, "/") && strings.HasPrefix(file, name) {
					reason, used[name] = name, true
				}
			}
			if reason == "" {
				t.Errorf("%s site: no page leads to %s, or the sitemap does not name it; if that is right, say here why", s.name, file)
			}
		}
	}
	for name := range unlinked() {
		if !used[name] {
			t.Errorf("there is no %s of which somebody could say why nothing leads to it", name)
		}
	}
}
