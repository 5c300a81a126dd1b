package content

import (
	"slices"
	"strings"

	"referat/generator/danish"
	"referat/generator/source"
)

// Page is any other text: home, about, what a reader sees for a wrong address.
type Page struct {
	Path         source.Path
	Address      string // "/", "/om/", "/404.html"
	Title        string
	Description  string
	Draft        bool
	Life         Life
	Lang         string
	Licence      bool // the page tells the licence of the site's data
	OldAddresses []OldAddress
	Text         *Fragment
	Anchors      Anchors
}

func parsePage(f *source.File) (*Page, []source.Problem) {
	t, c, problems := open(f)
	if t == nil {
		return nil, problems
	}
	p := &Page{Path: f.Path, Address: t.pageAddress(), Title: t.required("title", `title = "…"`), Description: t.text("description"),
		Draft: t.flag("draft"), Life: t.life(), Lang: t.lang(), OldAddresses: t.oldAddresses()}
	if p.Address != "/" && p.Address != "/404.html" {
		p.Licence = t.flag("licence")
	}
	t.end()
	p.Text, p.Anchors = c.whole(1)
	return p, t.problems(c)
}

// pageAddress is the file's path without content/ and suffix.
func (t *table) pageAddress() string {
	p := strings.TrimSuffix(strings.TrimPrefix(string(t.doc.path), "content/"), ".md")
	if p == "404" {
		return "/404.html"
	}
	if p == "index" {
		return "/"
	}
	p = strings.TrimSuffix(p, "/index")
	parts := strings.Split(p, "/")
	for i := range parts {
		t.refuseReserved(parts[i])
		parts[i] = danish.Slug(parts[i])
	}
	if want := strings.Join(parts, "/"); want != p {
		if want += ".md"; slices.Contains(parts, "") {
			want = "" // nothing in a name is fit for an address
		}
		t.doc.problems = append(t.doc.problems, source.At(source.Pos{Path: t.doc.path}, source.BadFileName, p, want))
	}
	return "/" + p + "/"
}
