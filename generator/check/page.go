package check

import (
	"bytes"
	"encoding/json"
	"html"
	"slices"
	"strings"

	"referat/generator/source"
)

// page reads a page of HTML.
func (r *reader) page(text []byte) {
	f := &r.files[r.number]
	f.page = true
	r.markup(text)
}

// drawing reads a picture of SVG, which a page may also hold.
func (r *reader) drawing(text []byte) { r.markup(text) }

// markup takes from every tag its addresses and places, and what may not be there.
func (r *reader) markup(text []byte) {
	f := &r.files[r.number]
	r.inside = r.inside[:0]
	r.scan.reset(text)
	for r.scan.next() {
		for _, a := range r.scan.attrs {
			r.attribute(a)
		}
		switch r.scan.name[0] | 0x20 {
		case 's':
			r.ownCode()
		case 'm':
			if r.scan.is("meta") {
				r.meta(f)
			}
		}
	}
	for _, p := range r.inside {
		if !slices.Contains(f.places, p.hash) {
			r.found(source.DeadPlace, "#"+p.name)
		}
	}
}

// is tells that the tag has the name, given in lower case.
func (s *scanner) is(name string) bool {
	return len(s.name) == len(name) && strings.EqualFold(string(s.name), name)
}

// value gives an attribute of the tag, its entities replaced.
func (s *scanner) value(name string) (string, bool) {
	for _, a := range s.attrs {
		if strings.EqualFold(string(a.name), name) {
			return unescaped(a.value), true
		}
	}
	return "", false
}

func unescaped(value []byte) string {
	if bytes.IndexByte(value, '&') < 0 {
		return string(value)
	}
	return html.UnescapeString(string(value))
}

// attribute takes one of the tag at hand. Most are told apart by their length and
// first letter alone.
func (r *reader) attribute(a attribute) {
	name := a.name
	switch first := name[0] | 0x20; {
	case len(name) == 2 && first == 'i' && name[1]|0x20 == 'd':
		r.id(a.value)
	case len(name) == 4 && (first == 'h' || first == 'c' || first == 'd' || first == 'n'), len(name) == 3 && first == 's',
		len(name) == 6 && (first == 'a' || first == 's' || first == 'p'), len(name) == 10:
		r.addressIn(strings.ToLower(string(name)), a.value)
	case len(name) == 5 && first == 's' && strings.EqualFold(string(name), "style"):
		r.found(source.InlineCode, "style=")
	case len(name) > 2 && first == 'o' && name[1]|0x20 == 'n' && !r.scan.is("meta"):
		r.found(source.InlineCode, strings.ToLower(string(name))+"=")
	}
}

// addressIn takes the addresses that an attribute holds.
func (r *reader) addressIn(name string, value []byte) {
	switch name {
	case "href", "xlink:href":
		r.leads = r.scan.is("a") || r.scan.is("area")
		if !r.known(value) {
			r.address(unescaped(value), r.loads())
		}
		r.leads = false
	case "src", "poster", "data":
		if name != "data" || r.scan.is("object") {
			r.address(unescaped(value), true)
		}
	case "srcset":
		for candidate := range strings.SplitSeq(unescaped(value), ",") {
			if words := strings.Fields(candidate); len(words) > 0 {
				r.address(words[0], true)
			}
		}
	case "cite", "action", "formaction":
		r.address(unescaped(value), false)
	case "name":
		if r.scan.is("a") {
			r.id(value)
		}
	}
}

// loads tells that what the tag's href names is loaded with the page, and not only
// when a reader follows it.
func (r *reader) loads() bool {
	if r.scan.is("link") {
		rel, _ := r.scan.value("rel")
		for word := range strings.FieldsSeq(strings.ToLower(rel)) {
			switch word {
			case "stylesheet", "icon", "preload", "modulepreload", "manifest", "apple-touch-icon", "mask-icon", "prefetch":
				return true
			}
		}
		return false
	}
	return r.scan.is("use") || r.scan.is("image")
}

// ownCode tells of scripts and styles that stand in the page.
func (r *reader) ownCode() {
	switch {
	case r.scan.is("style"):
		r.found(source.InlineCode, "<style>")
	case r.scan.is("script"):
		if _, outside := r.scan.value("src"); !outside {
			if kind, _ := r.scan.value("type"); kind == "application/ld+json" { // data, which nothing runs
				r.facts(r.scan.text)
			} else {
				r.found(source.InlineCode, "<script>")
			}
		}
	}
}

// facts reads what a page says of itself to search engines.
func (r *reader) facts(text []byte) {
	if !json.Valid(text) {
		r.found(source.FactsUnreadable, "application/ld+json")
		return
	}
	r.json(text)
}

// meta reads what a page says of itself.
func (r *reader) meta(f *file) {
	content, _ := r.scan.value("content")
	name, _ := r.scan.value("name")
	if strings.EqualFold(name, "robots") && strings.Contains(strings.ToLower(content), "noindex") {
		f.quiet = true
	}
	if equiv, _ := r.scan.value("http-equiv"); strings.EqualFold(equiv, "refresh") {
		if _, address, leads := strings.Cut(content, "="); leads {
			f.moved = true
			r.address(strings.Trim(strings.TrimSpace(address), `'"`), false)
		}
	}
	if strings.HasPrefix(content, r.site.Origin+r.site.Base) {
		r.address(content, false)
	}
}
