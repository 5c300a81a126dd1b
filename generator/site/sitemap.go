package site

import (
	"cmp"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"

	"referat/generator/danish"
	"referat/generator/data"
)

// sitemapFile names every page and data file. Where they are too many for one file, it
// names the parts, which lie in sitemapFolder.
const (
	sitemapFile   = "sitemap.xml"
	sitemapFolder = "sitemap/"
)

// What one file may hold, of addresses and of bytes (sitemaps.org, protocol 0.9).
const (
	mostInSitemap    = 50_000
	largestInSitemap = 50_000_000
)

// mapped is one address of a sitemap.
type mapped struct {
	Path    string      // of the file that answers
	Changed danish.Date // as in Output
}

// sitemap is what a sitemap, or a part of one, is made from. It is the same as long as
// the same files are there and were changed on the same days.
type sitemap struct {
	Frame *frame
	Files []mapped
}

// View writes the paths as addresses.
func (m sitemap) View() any {
	v := data.Sitemap{Entries: make([]data.SitemapEntry, len(m.Files))}
	for i, f := range m.Files {
		v.Entries[i] = data.SitemapEntry{Address: m.Frame.fileAddress(f.Path), Changed: isoDate(f.Changed)}
	}
	slices.SortFunc(v.Entries, func(a, b data.SitemapEntry) int { return cmp.Compare(a.Address, b.Address) })
	return v
}

// fileAddress is the absolute address that a file of the site answers at.
func (f *frame) fileAddress(p string) string {
	return f.absolute("/" + (&url.URL{Path: strings.TrimSuffix(p, "index.html")}).EscapedPath())
}

// fillSitemap names all outputs that everybody is to find. Outputs are sorted by path.
func (s *Site) fillSitemap() {
	var all []mapped
	for _, o := range s.outputs {
		if o.forEverybody() {
			all = append(all, mapped{o.Path, o.Changed})
		}
	}
	at := slices.IndexFunc(s.outputs, func(o Output) bool { return o.Form == Sitemap })
	if at < 0 {
		return // its address is another's, which has been reported
	}
	parts := s.cutSitemap(all, 0, mostInSitemap)
	if len(parts) == 1 {
		s.outputs[at].Made = sitemap{s.frame, all}
		weigh(s.outputs[at : at+1])
		return
	}
	var index data.Sitemap
	others := len(s.outputs)
	for _, p := range parts {
		s.put(Output{Path: p.path(), Form: Sitemap, Made: sitemap{s.frame, p.files}})
		index.Parts = append(index.Parts, data.SitemapEntry{Address: s.fileAddress(p.path()), Changed: isoDate(p.changed())})
	}
	s.outputs[at].Made = index
	weigh(s.outputs[at : at+1])
	weigh(s.outputs[others:])
	s.outputs = merged(s.outputs[:others], s.outputs[others:])
}

// sitemapPart is those files that have a name in common: the folder at the root that they
// lie in, and where these are too many, their year, their month, their day.
type sitemapPart struct {
	name  string
	files []mapped
}

func (p sitemapPart) path() string { return sitemapFolder + p.name + ".xml" }

// changed is the last day on which one of the files is known to have changed.
func (p sitemapPart) changed() (last danish.Date) {
	for _, f := range p.files {
		last = later(last, f.Changed)
	}
	return last
}

// cutSitemap cuts files into parts of which each may be one sitemap: not at all if they
// are few. It is cut by what the addresses say, so that an address stays in its part when
// others come, for as long as the part is not too large itself. A day is never cut.
func (f *frame) cutSitemap(files []mapped, depth, most int) []sitemapPart {
	if depth > numbersOfDate+1 || f.fits(files, most) {
		return []sitemapPart{{"", files}}
	}
	by := map[string][]mapped{}
	for _, file := range files {
		name := sectionOf(file.Path, depth)
		by[name] = append(by[name], file)
	}
	var parts []sitemapPart
	for _, name := range slices.Sorted(maps.Keys(by)) {
		for _, p := range f.cutSitemap(by[name], depth+1, most) {
			parts = append(parts, sitemapPart{cmp.Or(p.name, name), p.files})
		}
	}
	return parts
}

// fits tells that a sitemap may hold files. Nothing in it is longer than when every sign of
// every path is written with a percent sign.
func (f *frame) fits(files []mapped, most int) bool {
	const around = len("<url><loc></loc><lastmod>2006-01-02</lastmod></url>")
	size := len(files) * (around + len(f.absolute("/")))
	for _, file := range files {
		size += len("%2F") * len(file.Path)
	}
	return len(files) <= most && size <= largestInSitemap
}

// numbersOfDate are year, month and day.
const numbersOfDate = 3

// sectionOf is the part that a file belongs to: by its folder at the root, and then by some
// of the numbers of the date that its address has.
func sectionOf(file string, numbers int) string {
	section, rest, below := strings.Cut(file, "/")
	if !below {
		return "root"
	}
	name := section
	for element := range strings.SplitSeq(path.Dir(rest), "/") {
		for number := range strings.SplitSeq(element, "-") {
			if numbers > 0 && len(number) >= 2 && digits(number) {
				name += "/" + number
				numbers--
			}
		}
	}
	return name
}

// changedOn is when minutes last changed, as the record knows it and as they say it
// themselves: the day of the document, of their approval, of their newest correction, or on
// which they became public. When a file was saved is no matter of anybody's.
func (s *Site) changedOn(m *meeting) (last danish.Date) {
	days := []danish.Date{m.Record.Date, m.Approved}
	if m.on.recorded {
		days = append(days, m.on.updated)
	}
	for _, c := range m.PublicCorrections() {
		days = append(days, c.Date)
	}
	if m.Life.Publish != nil {
		days = append(days, dayOf(*m.Life.Publish))
	}
	for _, d := range days {
		if s.clock.begun(d) {
			last = later(last, d)
		}
	}
	return last
}
