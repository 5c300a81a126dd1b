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
		r.placeInside(written)
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
		r.note(r.outside, written)
	}
}

// ownAddress takes an address of the site's own: its path and its fragment.
func (r *reader) ownAddress(address string) {
	if at := strings.IndexByte(address, '?'); at >= 0 {
		_, fragment, _ := strings.Cut(address[at:], "#")
		if address = address[:at]; fragment != "" {
			address += "#" + fragment
		}
	}
	r.note(r.own, address)
}

func (r *reader) note(addresses map[string]*uses, address string) {
	u := addresses[address]
	if u == nil {
		u = &uses{}
		addresses[address] = u
	}
	u.add(int32(r.number))
}

// known takes an address that was met before, without making text of its bytes.
func (r *reader) known(written []byte) bool {
	u := r.own[string(written)]
	if u != nil {
		u.add(int32(r.number))
	}
	return u != nil
}

// uses are the files that have an address, by their numbers.
type uses []int32

// add notes a file; a worker reads one after the other.
func (u *uses) add(number int32) {
	if n := len(*u); n == 0 || (*u)[n-1] != number {
		*u = append(*u, number)
	}
}

// placeInside notes a link to a place in the page at hand, which may yet come.
func (r *reader) placeInside(written string) {
	if place, ok := r.placeNamed(written[1:]); ok {
		r.inside = append(r.inside, within{written, place})
	}
}

// placeNamed gives the place that a fragment means. It is not ok of one that every
// page has, or that a browser looks for in the text.
func (c *checker) placeNamed(fragment string) (place uint64, ok bool) {
	if fragment == "" || strings.EqualFold(fragment, "top") || strings.HasPrefix(fragment, ":~:") {
		return 0, false
	}
	if plain, err := url.PathUnescape(fragment); err == nil {
		fragment = plain
	}
	return maphash.String(c.seed, fragment), true
}

// placeOf stands for an id.
func (c *checker) placeOf(id []byte) uint64 {
	if bytes.IndexByte(id, '&') >= 0 {
		return maphash.String(c.seed, unescaped(id))
	}
	return maphash.Bytes(c.seed, id)
}

// named are the addresses of the site's own that a text names in full: each begins
// right after one of the bytes before and ends before one of the bytes after.
func (r *reader) named(text []byte, before, after string) (addresses []string) {
	base := []byte(r.site.Origin + r.site.Base)
	for at := 0; ; {
		i := bytes.Index(text[at:], base)
		if i < 0 {
			return addresses
		}
		from := at + i
		end := bytes.IndexAny(text[from:], after)
		if end < 0 {
			end = len(text) - from
		}
		if from == 0 || strings.IndexByte(before, text[from-1]) >= 0 {
			addresses = append(addresses, string(text[from:from+end]))
		}
		at = from + end
	}
}
