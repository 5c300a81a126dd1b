package hosting

import (
	"path"
	"slices"
	"strings"
)

// headers writes _headers. A host may join the values of all rules that hold for
// an address, so no header stands in two rules that can meet; such hosts send
// no-cache, or what amounts to it, where nothing else is said.
func (s Site) headers() []byte {
	r := &rules{}
	rule := func(address string, headers ...Header) {
		r.line("%s", address)
		for _, h := range headers {
			r.line("  %s: %s", h.Name, h.Value)
		}
	}
	rule(escaped(s.Base)+"*", Headers(s.Secure)...)
	for _, t := range fileTypes() {
		for _, ext := range t.exts {
			ours := slices.ContainsFunc(namedTypes(), func(n named) bool { return path.Ext(n.file) == ext })
			if t.make == written && t.name != "text/html" && !ours { // an XML file says itself how its letters are written
				rule(escaped(s.Base)+"*"+ext, Header{"Content-Type", t.whole()})
			}
		}
	}
	for _, n := range namedTypes() {
		rule(escaped(s.Base)+"*/"+n.file, Header{"Content-Type", n.whole()})
	}
	for _, folder := range s.goneFolders() {
		rule(escaped(s.Base+folder)+"/*", Header{robotsHeader, noRobots})
	}
	for _, kept := range s.Kept {
		rule(escaped(s.Base+kept), Header{"Cache-Control", Kept})
	}
	return r.bytes()
}

// redirects writes _redirects. A host passes over a line whose status it does not
// know and takes the next for the same address; the mark ! says that a rule holds
// although there is a file.
func (s Site) redirects() []byte {
	r := &rules{}
	base, missing := escaped(s.Base), escaped(s.Base+s.Missing)
	for _, status := range []string{"404!", "200"} {
		r.line("%s%s/* %s %s", base, serverFolder, missing, status)
		for _, file := range hiddenFiles() {
			r.line("%s%s %s %s", base, file, missing, status)
		}
	}
	for i, folder := range s.goneFolders() {
		r.line("%s/* %s 410!", escaped(s.Base+folder), escaped(s.Base+s.Gone[i]))
	}
	for _, d := range s.Redirects {
		if strings.HasSuffix(d.From, "/") || strings.HasSuffix(d.From, ".html") { // else there is no file
			r.line("%s %s 301!", escaped(s.Base+d.From), s.target(d))
		}
		r.line("%s %s 301", escaped(s.Base+d.From), s.target(d))
	}
	return r.bytes()
}
