package site

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"referat/generator/content"
	"referat/generator/danish"
	"referat/generator/source"
)

// linker follows links for one reader of texts. It only reads the site and
// keeps what it finds to itself, so that several may work at once.
type linker struct {
	site *Site
	findings
}

// findings are where the links that were followed lead, and what is wrong with them.
type findings struct {
	trail
	problems []source.Problem
}

// promise is a link to an address of the site, checked once all are known.
type promise struct {
	address string
	pos     source.Pos
}

func newLinker(s *Site) *linker { return &linker{site: s} }

// join takes over what another linker found.
func (l *linker) join(f findings) {
	l.used = append(l.used, f.used...)
	l.promised = append(l.promised, f.promised...)
	l.problems = append(l.problems, f.problems...)
}

func (l *linker) report(pos source.Pos, code source.Code, args ...any) {
	l.problems = append(l.problems, source.At(pos, code, args...))
}

// linksOf fills the holes of a fragment that stands on the page at an address.
func (l *linker) linksOf(from source.Path, page string, f *content.Fragment) []Target {
	var links []Target
	for _, hole := range f.Links {
		t := l.target(from, hole)
		t.Href = l.site.onPage(t.Href, page)
		links = append(links, t)
	}
	return links
}

// target is where a link leads, and how large the file is if it leads to one.
func (l *linker) target(from source.Path, link content.Link) Target {
	used := len(l.used)
	t := Target{Href: l.resolve(from, link)}
	if len(l.used) > used && !link.Image {
		t.Size = l.site.files[l.used[used]].Size
	}
	return t
}

// resolve gives the address that a link of a document leads to, without
// regard to where the link stands; "" of a dead one, which is reported.
func (l *linker) resolve(from source.Path, link content.Link) string {
	if strings.HasPrefix(link.Target, "www.") {
		l.report(link.Pos, source.BadAddress, link.Target)
		return ""
	}
	if strings.HasPrefix(link.Target, "/") {
		l.promised = append(l.promised, promise{link.Target, link.Pos})
		return link.Target
	}
	file, anchor, _ := strings.Cut(link.Target, "#")
	p := from
	if file != "" {
		if plain, err := url.PathUnescape(file); err == nil {
			file = plain
		}
		p = source.Path(path.Join(string(from.Dir()), file))
	}
	if strings.HasPrefix(anchor, "fn") && file == "" {
		return l.site.targets[p].address + "#" + anchor // a footnote, which the program wrote itself
	}
	l.goals = append(l.goals, p)
	if _, isFile := l.site.files[p]; isFile {
		return l.fileAddress(p, link.Pos)
	}
	return l.contentAddress(p, anchor, link.Target, link.Pos)
}

// contentAddress is the address of a content file's page and a place on it.
func (l *linker) contentAddress(p source.Path, anchor, written string, pos source.Pos) string {
	t, ok := l.site.targets[p]
	switch {
	case !ok:
		l.report(pos, source.DeadLink, written, l.nearestFile(pos.Path, p))
		return ""
	case t.address == "":
		l.problems = append(l.problems, WhyHidden(l.site.docs, p, l.site.clock.now).Linked(pos, p))
		return ""
	case anchor == "" || t.withdrawn:
		return t.address
	}
	if !t.anchors.Has(anchor) {
		if byWords := t.anchorOf(anchor); byWords != "" {
			return t.address + "#" + byWords
		}
		l.report(pos, source.DeadAnchor, anchor, string(p), source.Nearest(anchor, t.anchors.List()))
		return t.address
	}
	return t.address + "#" + anchor
}

// nearestFile is the public content file most like the one named, as a path
// from the folder of the file that names it.
func (l *linker) nearestFile(from, p source.Path) string {
	names := make([]string, 0, len(l.site.targets))
	for name, t := range l.site.targets {
		if t.address != "" {
			names = append(names, string(name))
		}
	}
	slices.Sort(names)
	nearest := source.Nearest(string(p), names)
	if nearest == "" {
		return ""
	}
	up := strings.Split(string(from.Dir()), "/")
	down := strings.Split(nearest, "/")
	for len(up) > 0 && len(down) > 1 && up[0] == down[0] {
		up, down = up[1:], down[1:]
	}
	return strings.Repeat("../", len(up)) + strings.Join(down, "/")
}

// anchorOf finds an anchor by the words of its heading, as other tools name
// headings: #valg-af-formand; "" of none.
func (t target) anchorOf(words string) string {
	if plain, err := url.PathUnescape(words); err == nil {
		words = plain
	}
	words = danish.Slug(words)
	for _, h := range t.minutes.Headings() {
		if words != "" && danish.Slug(h.Words) == words {
			return h.Anchor
		}
	}
	return ""
}

// fileAddress publishes a file that a public document refers to.
func (l *linker) fileAddress(p source.Path, pos source.Pos) string {
	switch ext := p.Ext(); ext {
	case ".html", ".htm", ".xhtml", ".xht", ".shtml", ".mht", ".mhtml", ".svg", ".svgz", ".js", ".mjs", ".xml", ".xsl", ".css", ".wasm", ".exe", ".bat", ".cmd", ".vbs", ".php":
		l.report(pos, source.AttachmentRefused, ext)
		return ""
	}
	if l.site.shut[p] {
		l.problems = append(l.problems, l.site.hiddenFile(p).Linked(pos, p))
		return ""
	}
	if content.IsReserved(p.Base()) {
		l.report(pos, source.ReservedName, p.Base())
		return ""
	}
	l.used = append(l.used, p)
	return FileAddress(p)
}

// FileAddress is where a file of content/ is published, if it is.
func FileAddress(p source.Path) string {
	dir := strings.TrimPrefix(string(p.Dir()), "content")
	parts := strings.Split(dir, "/")
	for i, part := range parts {
		parts[i] = danish.Slug(part)
	}
	name := strings.TrimSuffix(p.Base(), path.Ext(p.Base()))
	return strings.Join(parts, "/") + "/" + danish.Slug(name) + p.Ext()
}
