package check

import (
	"bytes"
	"hash/maphash"
	"net/url"
	"path"
	"strings"

	"referat/generator/source"
)

// address takes an address as it is written in the file at hand. What loads is
// fetched with the page, so that it may only be a file of the site's own.
func (r *reader) address(written string, loads bool) {
	written = strings.TrimSpace(written)
	if rest, ours := strings.CutPrefix(written, r.site.Origin); ours && (rest == "" || strings.IndexByte("/?#", rest[0]) >= 0) {
		written = "/" + strings.TrimPrefix(rest, "/")
	}
	scheme := schemeOf(written)
	switch {
	case written == "":
	case written[0] == '#':
		if p := r.fragment([]byte(written[1:])); p != nil {
			r.inside = append(r.inside, p)
		}
	case scheme == "javascript" || scheme == "vbscript":
		r.found(source.InlineCode, scheme+":")
	case scheme != "" || strings.HasPrefix(written, "//"):
		r.elsewhere(written, scheme, loads)
	case written[0] != '/':
		r.ownAddress(r.site.Base + resolved(path.Dir(r.names[r.number]), written))
	case r.site.holds(written):
		r.ownAddress(written)
	default:
		r.elsewhere(r.site.Origin+written, "https", false) // another part of the host
	}
}

// holds tells that an address of the host is one of the site.
func (s Site) holds(address string) bool {
	if end := strings.IndexAny(address, "?#"); end >= 0 {
		address = address[:end]
	}
	return strings.HasPrefix(address, s.Base) || address+"/" == s.Base
}

// schemeOf gives the scheme of an address, in lower case; "" of one that has none.
func schemeOf(address string) string {
	i := strings.IndexAny(address, ":/?#")
	if i <= 0 || address[i] != ':' {
		return ""
	}
	return strings.ToLower(address[:i])
}

// resolved gives an address that is relative to a folder relative to the site.
func resolved(folder, written string) string {
	end := strings.IndexAny(written, "?#")
	if end < 0 {
		end = len(written)
	}
	joined := path.Join(folder, written[:end])
	if last := path.Base("/" + written[:end]); strings.HasSuffix(written[:end], "/") || last == "." || last == ".." {
		joined += "/"
	}
	if joined == "./" {
		joined = ""
	}
	return joined + written[end:]
}

// elsewhere takes an address of another site.
func (r *reader) elsewhere(written, scheme string, loads bool) {
	switch {
	case loads:
		r.found(source.ForeignResource, written)
	case scheme == "http" || scheme == "https":
		by := r.outside[written]
		if by == nil {
			by = &uses{}
			r.outside[written] = by
		}
		by.add(int32(r.number))
	}
}

// ownAddress takes an address of the site's own. What is asked of it does not matter.
func (r *reader) ownAddress(written string) {
	path, fragment, _ := strings.Cut(written, "#")
	path, _, _ = strings.Cut(path, "?")
	a := r.own[path]
	if a == nil {
		a = &address{}
		r.own[path] = a
	}
	a.use(int32(r.number), r.leads)
	if p := r.fragment([]byte(fragment)); p != nil {
		a.asked = append(a.asked, asked{p, int32(r.number)})
	}
}

// known takes an address whose path was met before, without making text of its bytes. It
// is false of one that has to be looked at with more care.
func (r *reader) known(written []byte) bool {
	if bytes.IndexByte(written, '&') >= 0 {
		return false
	}
	path, fragment, _ := bytes.Cut(written, []byte("#"))
	a := r.own[string(path)]
	if a == nil {
		return false
	}
	a.use(int32(r.number), r.leads)
	if p := r.fragment(fragment); p != nil {
		a.asked = append(a.asked, asked{p, int32(r.number)})
	}
	return true
}

// use notes a file that has the address, perhaps as a link.
func (a *address) use(number int32, link bool) {
	a.files.add(number)
	if link {
		a.links.add(number)
	}
}

// uses are the files that have an address, by their numbers.
type uses []int32

// add notes a file; a worker reads one after the other.
func (u *uses) add(number int32) {
	if n := len(*u); n == 0 || (*u)[n-1] != number {
		*u = append(*u, number)
	}
}

// fragment gives the place that a fragment means; nil of none, of one that every page has,
// and of one that a browser looks for in the text.
func (r *reader) fragment(written []byte) *place {
	if p := r.places[string(written)]; p != nil {
		return p
	}
	name := string(written)
	if name == "" || strings.EqualFold(name, "top") || strings.HasPrefix(name, ":~:") {
		return nil
	}
	p := &place{name: name, hash: maphash.String(r.seed, name)}
	if plain, err := url.PathUnescape(name); err == nil {
		p.hash = maphash.String(r.seed, plain)
	}
	r.places[name] = p
	return p
}

// id notes a place of the page at hand.
func (r *reader) id(written []byte) {
	if bytes.IndexByte(written, '&') >= 0 {
		written = []byte(unescaped(written))
	}
	f := &r.files[r.number]
	f.places = append(f.places, maphash.Bytes(r.seed, written))
}

// named visits the addresses of the site's own that a text names in full: each begins right
// after one of the bytes before and ends before one of the bytes after.
func (r *reader) named(text []byte, before, after string, visit func(written []byte)) {
	base := []byte(r.site.Origin + r.site.Base)
	for at := 0; ; {
		i := bytes.Index(text[at:], base)
		if i < 0 {
			return
		}
		from := at + i
		end := bytes.IndexAny(text[from:], after)
		if end < 0 {
			end = len(text) - from
		}
		if from == 0 || strings.IndexByte(before, text[from-1]) >= 0 {
			visit(text[from : from+end])
		}
		at = from + end
	}
}
