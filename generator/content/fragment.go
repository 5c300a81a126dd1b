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
	End    int // offset of the end of its words; 0 of a picture
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

// idBytes is how much of a digest is a fragment's ID.
const idBytes = 16

// keep adds a fragment to the document. targets are the addresses that the
// placeholders hole:0, hole:1 … stand for.
func (c *converter) keep(html []byte, targets []Link) *Fragment {
	f, from := &Fragment{}, len(c.all)
	if len(targets) == 0 && !c.notes { // else there may be holes
		c.all = append(c.all, html...)
	} else {
		h := holeCutter{in: string(html), out: c.all, from: from, targets: targets}
		h.cut()
		c.all, f.Links = h.out, h.links
	}
	f.Size = len(c.all) - from
	id := c.id(from, f.Links)
	c.ids = append(c.ids, id[:]...)
	c.fragments = append(c.fragments, f)
	return f
}

// id is the ID of a fragment whose HTML is all from there on.
func (s *scratch) id(from int, holes []Link) [idBytes]byte {
	end := len(s.all)
	for _, l := range holes {
		s.all = strconv.AppendInt(append(s.all, 0), int64(l.At), 10)
	}
	sum := sha256.Sum256(s.all[from:])
	s.all = s.all[:end]
	return [idBytes]byte(sum[:])
}

// isItself tells that the fragment has the HTML that its ID stands for.
func (f *Fragment) isItself() bool {
	s := newScratch()
	defer s.giveBack()
	s.all = append(s.all, f.HTML...)
	id := s.id(0, f.Links)
	return string(id[:]) == f.ID
}

// finish gives the fragments their HTML and IDs, and tells the document's anchors.
// Nothing can be converted after it.
func (c *converter) finish() Anchors {
	html, ids := string(c.all), string(c.ids)
	for _, f := range c.fragments {
		f.HTML, html = html[:f.Size], html[f.Size:]
		f.ID, ids = ids[:idBytes], ids[idBytes:]
	}
	anchors := c.given()
	c.giveBack()
	c.scratch = nil
	return anchors
}

// holeCutter passes once over HTML that our own renderer and the minifier
// wrote: every tag is closed, attributes are quoted, there are no comments.
type holeCutter struct {
	in      string
	done    int    // bytes of in that have been dealt with
	out     []byte // what stands before the fragment, and its HTML without the placeholders
	from    int    // where the fragment begins in out
	targets []Link
	links   []Link
	open    bool // the last of them has not ended
}

func (h *holeCutter) cut() {
	for at := strings.IndexByte(h.in, '<'); at >= 0; {
		end := tagEnd(h.in, at)
		switch name, closing := tagName(h.in[at:end]); {
		case name == "a" && closing:
			h.endLink(at)
		case name == "a" || name == "img":
			h.open = h.hole(at, end) && name == "a"
		}
		next := strings.IndexByte(h.in[end:], '<')
		if next < 0 {
			break
		}
		at = end + next
	}
	h.out = append(h.out, h.in[h.done:]...)
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

// endLink notes where the words of a link end. Links do not lie in one another.
func (h *holeCutter) endLink(at int) {
	if h.open {
		h.links[len(h.links)-1].End = len(h.out) + at - h.done - h.from
		h.open = false
	}
}

// hole leaves out the placeholder address that a tag may hold, and tells whether it did.
func (h *holeCutter) hole(from, to int) bool {
	tag := h.in[from:to]
	for _, attribute := range []string{`href="`, `src="`} {
		at := strings.Index(tag, attribute)
		if at < 0 {
			continue
		}
		at += len(attribute)
		value := tag[at : at+strings.IndexByte(tag[at:], '"')]
		link := Link{Target: value}
		if n, isHole := strings.CutPrefix(value, placeholder); isHole {
			i, _ := strconv.Atoi(n)
			link = h.targets[i]
		} else if !strings.HasPrefix(value, "#fn") { // footnotes and the way back are ours
			continue
		}
		h.out = append(h.out, h.in[h.done:from+at]...)
		h.done = from + at + len(value)
		link.At = len(h.out) - h.from
		h.links = append(h.links, link)
		return true
	}
	return false
}

// placeholder begins the address that stands in a hole until it is cut out.
const placeholder = "hole:"
