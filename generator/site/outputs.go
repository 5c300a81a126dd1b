package site

import (
	"cmp"
	"maps"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"referat/generator/content"
	"referat/generator/data"
	"referat/generator/source"
)

// Outputs gives every file of public/ but the layouts' assets, sorted by path.
func (s *Site) Outputs() []Output {
	s.meetingPages()
	meetings := len(s.outputs)
	s.homePage()
	s.meetingLists()
	s.committeePages()
	s.subjectPages()
	s.countPages()
	s.otherPages()
	s.statementPage()
	s.copies()
	s.keepPromises()
	s.outputs = merged(s.outputs[:meetings], s.outputs[meetings:])
	all := len(s.outputs)
	s.siteFiles()
	s.outputs = merged(s.outputs[:all], s.outputs[all:])
	return s.outputs
}

// merged sorts two lists into one. The first is long and most often sorted.
func merged(a, b []Output) []Output {
	byPath := func(x, y Output) int { return cmp.Compare(x.Path, y.Path) }
	if !slices.IsSortedFunc(a, byPath) {
		slices.SortFunc(a, byPath)
	}
	slices.SortFunc(b, byPath)
	all := make([]Output, 0, len(a)+len(b))
	for _, o := range b {
		n, _ := slices.BinarySearchFunc(a, o, byPath)
		all = append(append(all, a[:n]...), o)
		a = a[n:]
	}
	return append(all, a...)
}

// put adds an output, unless its address belongs to another already: equal
// addresses, or such as differ by case only, would be one file on many disks.
func (s *Site) put(o Output) {
	key := folded(o.Path)
	from := o.From
	if from == "" {
		from = source.Settings
	}
	owner, taken := s.owners[key]
	if taken && o.Form == JSON {
		return // its page has the same fault, and says so
	}
	if taken {
		s.report(source.Pos{Path: from}, source.AddressConflict, "/"+strings.TrimSuffix(o.Path, "index.html"), string(owner))
		return
	}
	s.owners[key] = from
	s.outputs = append(s.outputs, o)
}

// folded is what two paths have in common that many disks take for one.
func folded(p string) string {
	for i := 0; i < len(p); i++ {
		if p[i] >= 0x80 || p[i] >= 'A' && p[i] <= 'Z' {
			return strings.ToLower(norm.NFC.String(p))
		}
	}
	return p
}

// putPage adds an HTML page at an address.
func (s *Site) putPage(kind, address, lang string, made any, from source.Path) {
	s.put(Output{Path: outputPath(address), Form: HTML, Layout: kind, Lang: lang, Made: made, From: from})
}

// markDraft marks the output that was last put.
func (s *Site) markDraft(draft bool) { s.outputs[len(s.outputs)-1].Draft = draft }

func (s *Site) putJSON(address string, made any, from source.Path) {
	s.put(Output{Path: outputPath(address + "index.json"), Form: JSON, Made: made, From: from})
}

// copies publishes the files that some public document refers to, and tells of
// the others.
func (s *Site) copies() {
	used := map[source.Path]bool{}
	for _, p := range s.links.used {
		used[p] = true
	}
	for _, p := range slices.Sorted(maps.Keys(s.files)) {
		if f := s.files[p]; used[p] {
			digest, err := s.tree.Sum(f)
			if err != nil {
				s.report(source.Pos{Path: p}, source.FileUnreadable, err.Error())
			}
			s.put(Output{Path: outputPath(s.links.fileAddress(p, source.Pos{Path: p})), Form: Copy, Made: FileView{p, f.Size, digest}, From: p})
		} else if !s.listed[p] {
			s.report(source.Pos{Path: p}, source.FileNotPublished)
		}
	}
}

// keepPromises checks the links that name an address of the site.
func (s *Site) keepPromises() {
	for _, p := range s.links.promised {
		address, _, _ := strings.Cut(p.address, "#")
		address, _, _ = strings.Cut(address, "?")
		if plain, err := url.PathUnescape(address); err == nil {
			address = plain
		}
		if _, ok := s.owners[strings.ToLower(outputPath(address))]; !ok && address != "/sitemap.xml" {
			known := make([]string, len(s.outputs))
			for i, o := range s.outputs {
				known[i] = "/" + strings.TrimSuffix(o.Path, "index.html")
			}
			slices.Sort(known)
			s.report(p.pos, source.DeadLink, p.address, source.Nearest(p.address, known))
			continue
		}
		if _, anchor, has := strings.Cut(p.address, "#"); has {
			s.checkAnchor(p, address, anchor)
		}
	}
}

// checkAnchor looks for a place on a meeting's page; those of other pages are
// partly the layouts' own.
func (s *Site) checkAnchor(p promise, address, anchor string) {
	for _, m := range s.minutes {
		if m.address == address && m.State != content.Withdrawn && !m.Anchors.Has(anchor) {
			s.report(p.pos, source.DeadAnchor, anchor, string(m.Path), source.Nearest(anchor, m.Anchors))
		}
	}
}

// siteFiles come last: they name all the others.
func (s *Site) siteFiles() {
	m := siteMap{Frame: s.frame}
	for _, o := range s.outputs {
		if o.Path != "404.html" && o.Layout != "withdrawn" {
			m.Paths = append(m.Paths, o.Path)
		}
	}
	s.put(Output{Path: "sitemap.xml", Form: Sitemap, Made: m})
	s.put(Output{Path: "robots.txt", Form: Robots, Made: data.Site{Sitemap: s.absolute("/sitemap.xml")}})
	s.serverRules()
}

// siteMap is what the sitemap is made from.
type siteMap struct {
	Frame *frame
	Paths []string
}

// View writes the paths as addresses.
func (m siteMap) View() any {
	v := data.Site{Sitemap: m.Frame.absolute("/sitemap.xml"), Addresses: make([]string, len(m.Paths))}
	for i, p := range m.Paths {
		v.Addresses[i] = m.Frame.absolute("/" + (&url.URL{Path: strings.TrimSuffix(p, "index.html")}).EscapedPath())
	}
	slices.Sort(v.Addresses)
	return v
}
