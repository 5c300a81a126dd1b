package data

import (
	"encoding/xml"
	"slices"
	"strings"
	"testing"
)

type listed struct {
	XMLName xml.Name
	Entries []struct {
		Location string `xml:"loc"`
		Changed  string `xml:"lastmod"`
	} `xml:",any"`
}

func readSitemap(t *testing.T, s Sitemap) (back listed) {
	t.Helper()
	if err := xml.Unmarshal(SitemapXML(s), &back); err != nil {
		t.Fatal(err)
	}
	return back
}

func TestASitemapListsAddressesAndTheDaysThatAreKnown(t *testing.T) {
	s := Sitemap{Entries: []SitemapEntry{{"https://ngc.dk/", ""}, {"https://ngc.dk/?a&b", "2024-03-05"}}}
	back := readSitemap(t, s)
	if back.XMLName.Local != "urlset" || len(back.Entries) != 2 || back.Entries[1].Location != "https://ngc.dk/?a&b" || back.Entries[1].Changed != "2024-03-05" {
		t.Errorf("%+v", back)
	}
	if strings.Count(string(SitemapXML(s)), "lastmod") != 2 {
		t.Error("a day that is not known is written")
	}
}

func TestASitemapOfPartsNamesThem(t *testing.T) {
	back := readSitemap(t, Sitemap{Parts: []SitemapEntry{{"https://ngc.dk/sitemap/a.xml", "2024-03-05"}, {"https://ngc.dk/sitemap/b.xml", ""}}})
	if back.XMLName.Local != "sitemapindex" || back.XMLName.Space != "http://www.sitemaps.org/schemas/sitemap/0.9" || !slices.Equal([]string{back.Entries[0].Location, back.Entries[1].Location}, []string{"https://ngc.dk/sitemap/a.xml", "https://ngc.dk/sitemap/b.xml"}) {
		t.Errorf("%+v", back)
	}
}
