package content

import (
	"crypto/sha256"
	"html"
	"strconv"
	"strings"

	"referat/generator/source"
)

// Fragment is converted Markdown: minified HTML with a hole for each address
// that only the whole site knows.
type Fragment struct {
	ID    string // digest of the HTML and where its holes are; "" of no text
	HTML  string `plain:"-"` // "" of one that is kept elsewhere: see Documents.Fragment
	Size  int    // bytes of the HTML
	Links []Link // the holes, in order
}

// Link is a hole: an address as its author wrote it, to be filled with the
// address the site gives it.
type Link struct {
	At     int // offset in HTML
	Target string
	Image  bool
	Pos    source.Pos
}

// Insert is HTML put between two bytes of a fragment.
type Insert struct {
	At   int // offset in HTML
	HTML string
}

// Fill gives the HTML with its holes filled, in order, and the inserts at
// their places.
func (f *Fragment) Fill(links []string, inserts []Insert) string {
	if len(f.Links) == 0 && len(inserts) == 0 {
		return f.HTML
	}
	var b strings.Builder
	b.Grow(len(f.HTML) + 48*(len(links)+len(inserts)))
	at, hole := 0, 0
	upTo := func(offset int) {
		for ; hole < len(f.Links) && f.Links[hole].At <= offset; hole++ {
			b.WriteString(f.HTML[at:f.Links[hole].At])
			at = f.Links[hole].At
			b.WriteString(html.EscapeString(links[hole]))
		}
		b.WriteString(f.HTML[at:offset])
		at = offset
	}
	for _, in := range inserts {
		upTo(in.At)
		b.WriteString(in.HTML)
	}
	upTo(len(f.HTML))
	return b.String()
}

// newFragment cuts the holes out of minified HTML. targets are the addresses that
// the placeholders hole:0, hole:1 … stand for.
func newFragment(minified string, targets []Link) *Fragment {
	h := holeCutter{in: minified, targets: targets}
	h.cut()
	f := &Fragment{HTML: h.html(), Links: h.links}
	f.Size = len(f.HTML)
	sum := sha256.New()
	sum.Write([]byte(f.HTML))
	for _, l := range f.Links {
		sum.Write([]byte{0})
		sum.Write(strconv.AppendInt(nil, int64(l.At), 10))
	}
	f.ID = string(sum.Sum(nil)[:16])
	return f
}

// holeCutter passes once over HTML that our own renderer and the minifier
// wrote: every tag is closed, attributes are quoted, there are no comments.
type holeCutter struct {
	in      string
	targets []Link
	links   []Link
	cuts    []cut // the placeholders
	removed int   // their length so far
}

// cut is a stretch of the input that is left out.
type cut struct{ from, to int }

func (h *holeCutter) cut() {
	for at := 0; ; {
		next := strings.IndexByte(h.in[at:], '<')
		if next < 0 {
			return
		}
		at += next
		end := tagEnd(h.in, at)
		if name, _ := tagName(h.in[at:end]); name == "a" || name == "img" {
			h.hole(at, end)
		}
		at = end
	}
}

// html is the input without the cuts.
func (h *holeCutter) html() string {
	if len(h.cuts) == 0 {
		return h.in
	}
	var b strings.Builder
	b.Grow(len(h.in) - h.removed)
	at := 0
	for _, c := range h.cuts {
		b.WriteString(h.in[at:c.from])
		at = c.to
	}
	b.WriteString(h.in[at:])
	return b.String()
}

// tagEnd is the offset after the tag's closing bracket; quoted values may hold brackets.
func tagEnd(s string, at int) int {
	quote := byte(0)
	for i := at; i < len(s); i++ {
		switch c := s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i + 1
		}
	}
	return len(s)
}

func tagName(s string) (name string, closing bool) {
	s = strings.TrimPrefix(s, "<")
	s, closing = strings.CutPrefix(s, "/")
	if end := strings.IndexAny(s, " />"); end >= 0 {
		s = s[:end]
	}
	return s, closing
}

// hole leaves out the placeholder address that a tag may hold.
func (h *holeCutter) hole(from, to int) {
	tag := h.in[from:to]
	for _, attribute := range []string{`href="`, `src="`} {
		at := strings.Index(tag, attribute)
		if at < 0 {
			continue
		}
		at += len(attribute)
		value := tag[at : at+strings.IndexByte(tag[at:], '"')]
		link := Link{At: from - h.removed + at, Target: value}
		if n, isHole := strings.CutPrefix(value, placeholder); isHole {
			i, _ := strconv.Atoi(n)
			at := link.At
			link = h.targets[i]
			link.At = at
		} else if !strings.HasPrefix(value, "#fn") { // footnotes and the way back are ours
			continue
		}
		h.links = append(h.links, link)
		h.cuts = append(h.cuts, cut{from + at, from + at + len(value)})
		h.removed += len(value)
		return
	}
}

// placeholder begins the address that stands in a hole until it is cut out.
const placeholder = "hole:"
