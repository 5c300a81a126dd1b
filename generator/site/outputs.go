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

// Output is one file of public/: where it goes, the view it is drawn from and
// what draws it. It is a pure function of these.
type Output struct {
	Path   string // slash path below public/
	Form   Form
	Layout string // kind of page, for HTML
	Lang   string // language of its labels, for HTML
	View   any
	From   source.Path // the file it is chiefly drawn from; "" of a list
}

// Form says what draws an output.
type Form string

const (
	HTML    Form = "html"    // a layout
	JSON    Form = "json"    // package data
	CSV     Form = "csv"     // package data
	Sitemap Form = "sitemap" // package data
	Robots  Form = "robots"  // package data
	Copy    Form = "copy"    // the bytes of a file of the user's
)

// FileView is a file that is published as it is.
type FileView struct {
	Path source.Path
	Size int64
}

// Outputs gives every file of public/ but the layouts' assets, sorted by path.
func (s *Site) Outputs() []Output {
	s.homePage()
	s.meetingPages()
	s.meetingLists()
	s.committeePages()
	s.subjectPages()
	s.countPages()
	s.otherPages()
	s.statementPage()
	s.copies()
	s.keepPromises()
	s.siteFiles()
	slices.SortFunc(s.outputs, func(a, b Output) int { return cmp.Compare(a.Path, b.Path) })
	return s.outputs
}

// put adds an output, unless its address belongs to another already: equal
// addresses, or such as differ by case only, would be one file on many disks.
func (s *Site) put(o Output) {
	key := strings.ToLower(norm.NFC.String(o.Path))
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

// putPage adds an HTML page at the address that its view names.
func (s *Site) putPage(kind, address string, p Page, view any, from source.Path) {
	s.put(Output{Path: outputPath(address), Form: HTML, Layout: kind, Lang: p.Lang, View: view, From: from})
}

func (s *Site) putJSON(address string, view any, from source.Path) {
	s.put(Output{Path: outputPath(address + "index.json"), Form: JSON, View: view, From: from})
}

// page is what every page shows. crumbs are the pages above it, home left out.
func (s *Site) page(address, title string, crumbs ...Link) Page {
	st := s.settings
	o := st.Organisation
	p := Page{
		Lang: st.Language, Title: title, Canonical: s.absolute(address),
		Home:      Link{Text: st.Title, Href: s.href("/")},
		Menu:      s.menu(st.Menu, address),
		Footer:    s.menu(st.Footer, address),
		Statement: s.href(statementAddress),
		Publisher: Organisation{Name: o.Name, Short: o.Short, Address: o.Address, Phone: o.Phone, Email: o.Email, Web: o.Web},
	}
	if p.Publisher.Short == "" {
		p.Publisher.Short = o.Name
	}
	if address != "/" {
		p.Crumbs = append(crumbs, Link{Text: title, Current: true})
	}
	return p
}

func (s *Site) menu(entries []content.MenuEntry, address string) []Link {
	links := make([]Link, len(entries))
	for i, e := range entries {
		links[i] = Link{Text: e.Title, Href: s.href(e.Page), Current: e.Page != "/" && strings.HasPrefix(address, e.Page)}
	}
	return links
}

// copies publishes the files that some public document refers to, and tells of
// the others.
func (s *Site) copies() {
	for _, p := range slices.Sorted(maps.Keys(s.files)) {
		if f := s.files[p]; s.links.used[p] {
			s.put(Output{Path: outputPath(s.links.fileAddress(p, source.Pos{Path: p})), Form: Copy, View: FileView{p, f.Size}, From: p})
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
		if m.address == address && m.State != content.Withdrawn && m.Anchors[anchor] == 0 {
			var names []string
			for name := range m.Anchors {
				names = append(names, name)
			}
			slices.Sort(names)
			s.report(p.pos, source.DeadAnchor, anchor, string(m.Path), source.Nearest(anchor, names))
		}
	}
}

// siteFiles come last: they name all the others.
func (s *Site) siteFiles() {
	v := data.Site{Sitemap: s.absolute("/sitemap.xml")}
	for _, o := range s.outputs {
		if o.Path != "404.html" && o.Layout != "withdrawn" {
			v.Addresses = append(v.Addresses, s.absolute("/"+(&url.URL{Path: strings.TrimSuffix(o.Path, "index.html")}).EscapedPath()))
		}
	}
	slices.Sort(v.Addresses)
	s.put(Output{Path: "sitemap.xml", Form: Sitemap, View: v})
	s.put(Output{Path: "robots.txt", Form: Robots, View: data.Site{Sitemap: v.Sitemap}})
}
