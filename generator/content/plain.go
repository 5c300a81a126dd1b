package content

import (
	"html"
	"regexp"
	"slices"
	"strings"
)

// Plain is the text that a fragment's HTML shows: blocks parted by an empty
// line, cells of a table row by tabs.
type Plain struct {
	Text string
	html string
	runs []run
}

// run is a stretch of Text that stands letter for letter in HTML (a line that its
// author wrapped there has a space in Text) and may be wrapped in a mark: it is
// not inside a link, code or a marked phrase.
type run struct{ text, html, length int }

// HTMLRange is where the bytes from..to of Text stand in the HTML. It is not ok
// when they may not be wrapped: one of them is inside a link, or an element
// begins or ends between them (a line break does not count).
func (p Plain) HTMLRange(from, to int) (start, end int, ok bool) {
	first, ok1 := p.runAt(from)
	last, ok2 := p.runAt(to - 1)
	if !ok1 || !ok2 {
		return 0, 0, false
	}
	start = first.html + from - first.text
	end = last.html + to - last.text
	between := strings.ReplaceAll(p.html[start:end], "<br>", "")
	return start, end, !strings.Contains(between, "<")
}

func (p Plain) runAt(offset int) (run, bool) {
	i, found := slices.BinarySearchFunc(p.runs, offset, func(r run, offset int) int { return r.text - offset })
	if !found {
		i--
	}
	if i < 0 || offset >= p.runs[i].text+p.runs[i].length {
		return run{}, false
	}
	return p.runs[i], true
}

// Plain reads the text out of the HTML.
func (f *Fragment) Plain() Plain { return plainOf(f.HTML) }

func plainOf(html string) Plain {
	r := htmlReader{in: html}
	r.text.Grow(len(html))
	r.read()
	p := Plain{Text: strings.TrimRight(r.text.String(), "\n\t "), html: html, runs: r.runs}
	for i := len(p.runs) - 1; i >= 0 && p.runs[i].text+p.runs[i].length > len(p.Text); i-- {
		if p.runs[i].length = len(p.Text) - p.runs[i].text; p.runs[i].length <= 0 {
			p.runs = p.runs[:i] // nothing of it is left
		}
	}
	return p
}

var entityForm = regexp.MustCompile(`^&[#A-Za-z0-9]+;`)

// htmlReader passes once over a fragment's HTML.
type htmlReader struct {
	in     string
	text   strings.Builder
	runs   []run
	shut   int  // depth of elements whose text may not be marked
	silent bool // inside a footnote's number or the way back from it, which are no text

	preformatted bool // inside <pre>
}

func (r *htmlReader) read() {
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
		r.runs = append(r.runs, run{r.text.Len(), from, len(s)})
	}
	r.text.WriteString(s)
}

// entity takes &…; as one letter that no mark may cut. A & may also stand alone.
func (r *htmlReader) entity(s string) int {
	n := entityAt(s)
	if !r.silent {
		r.text.WriteString(html.UnescapeString(s[:n]))
	}
	return n
}

// entityAt is the length of the entity that a text begins with, 1 of a & alone.
func entityAt(s string) int {
	return max(1, len(entityForm.FindString(s[:min(len(s), 12)])))
}

func (r *htmlReader) tag(from, to int) {
	name, closing := tagName(r.in[from:to])
	r.silent = silences(r.in[from:to], name, closing, r.silent)
	if name == "pre" {
		r.preformatted = !closing
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
}

// silences tells whether what follows a tag is no text: a footnote's number, or the
// way back from it.
func silences(tag, name string, closing, silent bool) bool {
	switch {
	case name == "sup" && strings.Contains(tag, `id="fnref`), name == "a" && strings.Contains(tag, "footnote-backref"):
		return true
	case closing && (name == "sup" || name == "a"):
		return false
	}
	return silent
}

// breakBlock ends a block of the text with one empty line.
func (r *htmlReader) breakBlock() {
	t := r.text.String()
	if t != "" && !strings.HasSuffix(t, "\n\n") {
		r.text.WriteString("\n\n")
	}
}
