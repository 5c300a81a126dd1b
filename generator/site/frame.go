package site

import (
	"cmp"
	"strconv"
	"strings"

	"referat/generator/content"
	"referat/generator/plain"
)

// frame is the settings as views need them: the addresses of the site and what
// every page shows. It is a leaf: the settings' digest stands for it.
//
// Addresses inside the site begin with a slash and know nothing of where the
// site stands; href and absolute add that.
type frame struct {
	*content.Settings
	prefix string // path of the site's address, without its last slash
	origin string // scheme and host
}

// Digest is the settings'.
func (f *frame) Digest() plain.Digest { return f.Settings.Digest() }

func newFrame(s *content.Settings) *frame {
	return &frame{s, strings.TrimSuffix(s.Base.EscapedPath(), "/"), s.Base.Scheme + "://" + s.Base.Host}
}

func (f *frame) minutesAddress(m *content.Minutes) string {
	return "/" + f.Minutes.Folder + "/" + m.Committee + "/" + m.Name + "/"
}

// langOf is the language of minutes.
func (f *frame) langOf(m *content.Minutes) string { return cmp.Or(m.Lang, f.Language) }

func (f *frame) committeeAddress(id string) string {
	return "/" + f.Committees.Folder + "/" + id + "/"
}

func (f *frame) subjectAddress(id string) string {
	return "/" + f.Subjects.Folder + "/" + id + "/"
}

// listAddress is the list of all minutes, of a year, or of a month.
func (f *frame) listAddress(parts ...int) string {
	return "/" + f.Minutes.Folder + "/" + periodPath(parts)
}

// periodAddress is a year of what minutes say of a subject, or a month.
func (f *frame) periodAddress(id string, parts ...int) string {
	return f.subjectAddress(id) + periodPath(parts)
}

// periodPath is a year, or a year and a month: "2023/04/".
func periodPath(parts []int) string {
	a := ""
	for i, n := range parts {
		if i > 0 && n < 10 {
			a += "0"
		}
		a += strconv.Itoa(n) + "/"
	}
	return a
}

// committeeList is the list of a committee's minutes, or of one year of them.
func (f *frame) committeeList(id string, year ...int) string {
	a := "/" + f.Minutes.Folder + "/" + id + "/"
	for _, y := range year {
		a += strconv.Itoa(y) + "/"
	}
	return a
}

func (f *frame) countsAddress() string { return "/" + f.Counts.Folder + "/" }

// StatementAddress is where monitoring looks for the accessibility statement
// (BEK nr. 904 af 22. august 2019).
const StatementAddress = "/was/"

// href is the address as it stands in a page.
func (f *frame) href(address string) string {
	return f.prefix + address
}

// absolute is the address with the host that the site stands on.
func (f *frame) absolute(address string) string {
	return f.origin + f.prefix + address
}

// outputPath is the file that answers for an address.
func outputPath(address string) string {
	p := strings.TrimPrefix(address, "/")
	if p == "" || strings.HasSuffix(p, "/") {
		p += "index.html"
	}
	return p
}

// onPage turns an address into what stands on the page at another: a place on
// the same page needs its anchor only.
func (f *frame) onPage(address, page string) string {
	if rest, same := strings.CutPrefix(address, page); same && strings.HasPrefix(rest, "#") {
		return rest
	}
	if address == "" {
		return ""
	}
	return f.href(address)
}

// page is what every page shows. crumbs are the pages above it, home left out.
func (f *frame) page(address, title string, crumbs ...Link) Page {
	o := f.Organisation
	p := Page{
		Lang: f.Language, Title: title, Canonical: f.absolute(address),
		Home:      Link{Text: f.Title, Href: f.href("/")},
		Menu:      f.menu(f.Menu, address),
		Footer:    f.menu(f.Footer, address),
		Statement: f.href(StatementAddress),
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

func (f *frame) menu(entries []content.MenuEntry, address string) []Link {
	links := make([]Link, len(entries))
	for i, e := range entries {
		links[i] = Link{Text: e.Title, Href: f.href(e.Page), Current: e.Page != "/" && strings.HasPrefix(address, e.Page)}
	}
	return links
}
