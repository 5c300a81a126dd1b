package data

import (
	"bytes"
	"encoding/xml"
)

// Sitemap names the pages and data files of the site, or the sitemaps that do.
type Sitemap struct {
	Entries []SitemapEntry
	Parts   []SitemapEntry
}

// SitemapEntry is one of them.
type SitemapEntry struct {
	Address string // absolute
	Changed string // day on which it changed last (ISO 8601); empty where that is not known
}

// SitemapXML writes a sitemap, or one of parts (sitemaps.org, protocol 0.9).
func SitemapXML(s Sitemap) []byte {
	list, one, entries := "urlset", "url", s.Entries
	if len(s.Parts) > 0 {
		list, one, entries = "sitemapindex", "sitemap", s.Parts
	}
	b := bytes.NewBufferString(xml.Header + "<" + list + ` xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`)
	for _, e := range entries {
		b.WriteString("<" + one + "><loc>")
		_ = xml.EscapeText(b, []byte(e.Address)) // a buffer does not fail
		b.WriteString("</loc>")
		if e.Changed != "" {
			b.WriteString("<lastmod>" + e.Changed + "</lastmod>")
		}
		b.WriteString("</" + one + ">")
	}
	b.WriteString("</" + list + ">\n")
	return b.Bytes()
}
