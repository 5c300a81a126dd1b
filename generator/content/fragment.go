package content

import (
	"crypto/sha256"
	"encoding/hex"
	"html"
	"slices"
	"strconv"
	"strings"

	"referat/generator/source"
)

// Fragment is converted Markdown: minified HTML with a hole for each address
// that only the whole site knows, and the plain text that the HTML shows.
type Fragment struct {
	ID    string // digest of the HTML and where its holes are
	HTML  string
	Text  string // blocks parted by an empty line, cells of a table row by tabs
	Links []Link // the holes, in order
	runs  []run
}

// Link is a hole: an address as its author wrote it, to be filled with the
// address the site gives it.
type Link struct {
	At     int // offset in HTML
	Target string
	Image  bool
	Pos    source.Pos
}

// run is a stretch of Text that stands letter for letter in HTML (a line that its
// author wrapped there has a space in Text) and may be wrapped in a mark: it is
// not inside a link, code or a marked phrase.
type run struct{ text, html, length int }

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

// HTMLRange is where the bytes from..to of Text stand in HTML. It is not ok
// when they may not be wrapped: one of them is inside a link, or an element
// begins or ends between them (a line break does not count).
func (f *Fragment) HTMLRange(from, to int) (start, end int, ok bool) {
	first, ok1 := f.runAt(from)
	last, ok2 := f.runAt(to - 1)
	if !ok1 || !ok2 {
		return 0, 0, false
	}
	start = first.html + from - first.text
	end = last.html + to - last.text
	between := strings.ReplaceAll(f.HTML[start:end], "<br>", "")
	return start, end, !strings.Contains(between, "<")
}

func (f *Fragment) runAt(offset int) (run, bool) {
	i, found := slices.BinarySearchFunc(f.runs, offset, func(r run, offset int) int { return r.text - offset })
	if !found {
		i--
	}
	if i < 0 || offset >= f.runs[i].text+f.runs[i].length {
		return run{}, false
	}
	return f.runs[i], true
}

// newFragment reads minified HTML: it cuts the holes out and keeps the text.
// targets are the addresses that the placeholders hole:0, hole:1 … stand for.
func newFragment(minified string, targets []Link) *Fragment {
	r := htmlReader{in: minified, targets: targets}
	r.read()
	f := &Fragment{HTML: r.html(), Text: strings.TrimRight(r.text.String(), "\n\t "), Links: r.links, runs: r.runs}
	for i := len(f.runs) - 1; i >= 0 && f.runs[i].text+f.runs[i].length > len(f.Text); i-- {
		if f.runs[i].length = len(f.Text) - f.runs[i].text; f.runs[i].length <= 0 {
			f.runs = f.runs[:i] // nothing of it is left
		}
	}
	sum := sha256.New()
	sum.Write([]byte(f.HTML))
	for _, l := range f.Links {
		sum.Write([]byte{0})
		sum.Write(strconv.AppendInt(nil, int64(l.At), 10))
	}
	f.ID = hex.EncodeToString(sum.Sum(nil)[:16])
	return f
}

// htmlReader passes once over HTML that our own renderer and the minifier
// wrote: every tag is closed, attributes are quoted, there are no comments.
type htmlReader struct {
	in      string
	targets []Link
	text    strings.Builder
	links   []Link
	runs    []run
	cuts    []cut // the placeholders in the holes
	removed int   // their length so far
	shut    int   // depth of elements whose text may not be marked
	silent  bool  // inside a footnote's number or the way back from it, which are no text

	preformatted bool // inside <pre>
}

// cut is a stretch of the input that is left out.
type cut struct{ from, to int }

// html is the input without the cuts.
func (r *htmlReader) html() string {
	if len(r.cuts) == 0 {
		return r.in
	}
	var b strings.Builder
	b.Grow(len(r.in) - r.removed)
	at := 0
	for _, c := range r.cuts {
		b.WriteString(r.in[at:c.from])
		at = c.to
	}
	b.WriteString(r.in[at:])
	return b.String()
}

func (r *htmlReader) read() {
	r.text.Grow(len(r.in))
	for at := 0; at < len(r.in); {
		switch r.in[at] {
		case '<':
			end := tagEnd(r.in, at)
			r.tag(at, end)
			at = end
		case '&':
			at += r.entity(r.in[at:])
		default:
			n := strings.IndexAny(r.in[at:], "<&")
			if n < 0 {
				n = len(r.in) - at
			}
			r.words(at, at+n)
			at += n
		}
	}
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

// words takes text between tags; a line that its author wrapped is one line of text.
func (r *htmlReader) words(from, to int) {
	if r.silent {
		return
	}
	s := r.in[from:to]
	if !r.preformatted {
		s = strings.ReplaceAll(s, "\n", " ")
	}
	if r.shut == 0 {
		r.runs = append(r.runs, run{r.text.Len(), from - r.removed, len(s)})
	}
	r.text.WriteString(s)
}

// entity takes &…; as one letter that no mark may cut.
func (r *htmlReader) entity(s string) int {
	n := strings.IndexByte(s[:min(len(s), 12)], ';') + 1
	if n == 0 {
		n = 1
	}
	if !r.silent {
		r.text.WriteString(html.UnescapeString(s[:n]))
	}
	return n
}

func (r *htmlReader) tag(from, to int) {
	name, closing := tagName(r.in[from:to])
	switch {
	case name == "pre":
		r.preformatted = !closing
	case name == "sup" && strings.Contains(r.in[from:to], `id="fnref`), name == "a" && strings.Contains(r.in[from:to], "footnote-backref"):
		r.silent = true
	case closing && (name == "sup" || name == "a"):
		r.silent = false
	}
	switch name {
	case "a", "code", "abbr", "span":
		if closing {
			r.shut--
		} else {
			r.shut++
		}
	case "br":
		r.text.WriteByte('\n')
	case "td", "th":
		if t := r.text.String(); !closing && t != "" && !strings.HasSuffix(t, "\n") {
			r.text.WriteByte('\t')
		}
	case "p", "li", "h2", "h3", "h4", "h5", "h6", "tr", "div", "blockquote", "dd", "dt", "pre", "hr", "ul", "ol":
		if closing || name == "hr" || name == "ul" || name == "ol" {
			r.breakBlock()
		}
	}
	if name == "a" || name == "img" {
		r.cutHole(from, to)
	}
}

// breakBlock ends a block of the text with one empty line.
func (r *htmlReader) breakBlock() {
	t := r.text.String()
	if t != "" && !strings.HasSuffix(t, "\n\n") {
		r.text.WriteString("\n\n")
	}
}

func tagName(s string) (name string, closing bool) {
	s = strings.TrimPrefix(s, "<")
	s, closing = strings.CutPrefix(s, "/")
	if end := strings.IndexAny(s, " />"); end >= 0 {
		s = s[:end]
	}
	return s, closing
}

// cutHole leaves out the placeholder address that a tag may hold.
func (r *htmlReader) cutHole(from, to int) {
	tag := r.in[from:to]
	for _, attribute := range []string{`href="`, `src="`} {
		at := strings.Index(tag, attribute)
		if at < 0 {
			continue
		}
		at += len(attribute)
		value := tag[at : at+strings.IndexByte(tag[at:], '"')]
		link := Link{At: from - r.removed + at, Target: value}
		if n, isHole := strings.CutPrefix(value, placeholder); isHole {
			i, _ := strconv.Atoi(n)
			at := link.At
			link = r.targets[i]
			link.At = at
		} else if !strings.HasPrefix(value, "#fn") { // footnotes and the way back are ours
			continue
		}
		r.links = append(r.links, link)
		r.cuts = append(r.cuts, cut{from + at, from + at + len(value)})
		r.removed += len(value)
		return
	}
}

// placeholder begins the address that stands in a hole until it is cut out.
const placeholder = "hole:"
