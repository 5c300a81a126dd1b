package site

import (
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"

	"referat/generator/content"
	"referat/generator/danish"
	"referat/generator/source"
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

// resolve gives the address that a link of a document leads to, without
// regard to where the link stands; "" of a dead one, which is reported.
func (s *Site) resolve(from source.Path, l content.Link) string {
	if strings.HasPrefix(l.Target, "/") {
		s.promised = append(s.promised, promise{l.Target, l.Pos})
		return l.Target
	}
	file, anchor, _ := strings.Cut(l.Target, "#")
	p := from
	if file != "" {
		if plain, err := url.PathUnescape(file); err == nil {
			file = plain
		}
		p = source.Path(path.Join(string(from.Dir()), file))
	}
	if strings.HasPrefix(anchor, "fn") && file == "" {
		return s.targets[p].address + "#" + anchor // a footnote, which the program wrote itself
	}
	if _, isFile := s.files[p]; isFile {
		return s.fileAddress(p, l.Pos)
	}
	return s.contentAddress(p, anchor, l.Target, l.Pos)
}

// contentAddress is the address of a content file's page and a place on it.
func (s *Site) contentAddress(p source.Path, anchor, written string, pos source.Pos) string {
	t, ok := s.targets[p]
	if !ok || t.address == "" {
		s.report(pos, source.DeadLink, written, s.nearestFile(p))
		return ""
	}
	if anchor == "" {
		return t.address
	}
	if _, there := t.anchors[anchor]; !there {
		names := make([]string, 0, len(t.anchors))
		for name := range t.anchors {
			names = append(names, name)
		}
		slices.Sort(names)
		s.report(pos, source.DeadAnchor, anchor, string(p), source.Nearest(anchor, names))
		return t.address
	}
	return t.address + "#" + anchor
}

// nearestFile is the public content file most like the one named.
func (s *Site) nearestFile(p source.Path) string {
	names := make([]string, 0, len(s.targets))
	for name, t := range s.targets {
		if t.address != "" {
			names = append(names, string(name))
		}
	}
	slices.Sort(names)
	return source.Nearest(string(p), names)
}

// fileAddress publishes a file that a public document refers to.
func (s *Site) fileAddress(p source.Path, pos source.Pos) string {
	switch ext := p.Ext(); ext {
	case ".html", ".htm", ".xhtml", ".xht", ".shtml", ".mht", ".mhtml", ".svg", ".svgz", ".js", ".mjs", ".xml", ".xsl", ".css", ".wasm", ".exe", ".bat", ".cmd", ".vbs", ".php":
		s.report(pos, source.AttachmentRefused, ext)
		return ""
	}
	s.used[p] = true
	dir := strings.TrimPrefix(string(p.Dir()), "content")
	parts := strings.Split(dir, "/")
	for i, part := range parts {
		parts[i] = danish.Slug(part)
	}
	name := strings.TrimSuffix(p.Base(), path.Ext(p.Base()))
	return strings.Join(parts, "/") + "/" + danish.Slug(name) + p.Ext()
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
	address := s.contentAddress(r.Path, r.Anchor, r.As, r.Pos)
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
