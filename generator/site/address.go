package site

import (
	"strconv"
	"strings"

	"referat/generator/content"
)

// Addresses inside the site begin with a slash and know nothing of where the
// site stands; href and absolute add that.

func (s *Site) minutesAddress(m *content.Minutes) string {
	return "/" + s.settings.Minutes.Folder + "/" + m.Committee + "/" + m.Name + "/"
}

func (s *Site) committeeAddress(c *content.Committee) string {
	return "/" + s.settings.Committees.Folder + "/" + c.ID + "/"
}

func (s *Site) subjectAddress(g *content.Subject) string {
	return "/" + s.settings.Subjects.Folder + "/" + g.ID + "/"
}

// listAddress is the list of all minutes, of a year, or of a month.
func (s *Site) listAddress(parts ...int) string {
	a := "/" + s.settings.Minutes.Folder + "/"
	for i, n := range parts {
		if i > 0 && n < 10 {
			a += "0"
		}
		a += strconv.Itoa(n) + "/"
	}
	return a
}

// committeeList is the list of a committee's minutes, or of one year of them.
func (s *Site) committeeList(id string, year ...int) string {
	a := "/" + s.settings.Minutes.Folder + "/" + id + "/"
	for _, y := range year {
		a += strconv.Itoa(y) + "/"
	}
	return a
}

func (s *Site) countsAddress() string { return "/" + s.settings.Counts.Folder + "/" }

const statementAddress = "/was/"

// href is the address as it stands in a page.
func (s *Site) href(address string) string {
	return strings.TrimSuffix(s.settings.Base.EscapedPath(), "/") + address
}

// absolute is the address with the host that the site stands on.
func (s *Site) absolute(address string) string {
	return s.settings.Base.Scheme + "://" + s.settings.Base.Host + s.href(address)
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
func (s *Site) onPage(address, page string) string {
	if rest, same := strings.CutPrefix(address, page); same && strings.HasPrefix(rest, "#") {
		return rest
	}
	if address == "" {
		return ""
	}
	return s.href(address)
}

// cite says where a fact comes from.
func (s *Site) cite(r content.Ref) SourceView {
	switch {
	case r.IsZero():
		return SourceView{}
	case r.Web != "":
		title := s.settings.SourceTitle(r.Web)
		if title == "" {
			title = shortAddress(r.Web)
		}
		return SourceView{Href: r.Web, Text: title}
	}
	address := s.links.contentAddress(r.Path, r.Anchor, r.As, r.Pos)
	t := s.targets[r.Path]
	v := SourceView{Href: s.href(address), Text: t.title}
	if address == "" {
		return SourceView{}
	}
	if t.meeting != nil {
		v.Date = t.meeting.Date
		for _, item := range t.meeting.Items {
			if r.Anchor == item.Anchor || strings.HasPrefix(r.Anchor, item.Anchor+"-") {
				v.Number = item.Number
			}
		}
	}
	return v
}

// citeAddress is the absolute address of a source, for data files.
func (s *Site) citeAddress(r content.Ref) string {
	if r.IsZero() || r.Web != "" {
		return r.Web
	}
	t, ok := s.targets[r.Path]
	if !ok || t.address == "" {
		return ""
	}
	if r.Anchor != "" {
		return s.absolute(t.address + "#" + r.Anchor)
	}
	return s.absolute(t.address)
}

// shortAddress is a web address for people: without scheme, www and last slash.
func shortAddress(web string) string {
	_, rest, _ := strings.Cut(web, "://")
	return strings.TrimSuffix(strings.TrimPrefix(rest, "www."), "/")
}
