package hosting

import (
	"fmt"
	"regexp"
	"strings"
)

// caddy writes what is imported in a site block. Inside a route the directives
// hold in the order they stand in; elsewhere Caddy sorts them, and a header for
// all files would undo one for a few.
func (s Site) caddy() []byte {
	r := &rules{}
	r.line("# Rules for Caddy 2.6 or newer, %s. In the site block that", madeHere)
	r.line("# has the root:  import …/_server/Caddyfile  Reload Caddy when this file changes.")
	if s.Base != "/" {
		without := strings.TrimSuffix(s.Base, "/")
		r.block("handle "+caddyQuoted(without)+" {", "}", func() {
			s.caddyHeaders(r)
			r.line("redir * %s 301", caddyQuoted(escaped(s.Base)))
		})
	}
	r.block("handle "+caddyQuoted(s.Base+"*")+" {", "}", func() {
		r.block("route {", "}", func() {
			s.caddyHeaders(r)
			s.caddyAddresses(r)
			s.caddyFiles(r)
		})
	})
	s.caddyErrors(r)
	return r.bytes()
}

func (s Site) caddyHeaders(r *rules) {
	r.block("header {", "}", func() {
		for _, h := range Headers(s.Secure) {
			r.line("%s %s", h.Name, caddyQuoted(h.Value))
		}
		r.line("Cache-Control %s", caddyQuoted(Fresh))
	})
}

func (s Site) caddyAddresses(r *rules) {
	at := "^" + regexp.QuoteMeta(s.Base)
	r.line("@referat_hidden path_regexp %s", caddyQuoted("(?i)"+at+hiddenPattern()+"$"))
	r.line("error @referat_hidden 404")
	for i, d := range s.Redirects {
		r.line("@referat_%d path_regexp %s", i, caddyQuoted(at+regexp.QuoteMeta(d.From)+"$"))
		r.line("redir @referat_%d %s 301", i, caddyQuoted(s.target(d)))
	}
	caddyPacks(r)
	if len(s.Gone) > 0 {
		r.line("@referat_gone path_regexp gone %s", caddyQuoted("^("+regexp.QuoteMeta(s.Base)+anyOf(s.goneFolders())+`)(/(index\.html)?)?$`))
		r.block("handle @referat_gone {", "}", func() {
			r.line("header %s %s", robotsHeader, noRobots)
			r.line("rewrite * {re.gone.1}/index.html")
			r.block("file_server {", "}", func() { r.line("status 410") })
		})
	}
}

func (s Site) caddyFiles(r *rules) {
	types := fileTypes()
	for i := range types {
		t := types[len(types)-1-i] // the last that fits counts here
		r.line("@referat_type_%d path *%s", i, strings.Join(t.exts, " *"))
		r.line("header @referat_type_%d Content-Type %s", i, caddyQuoted(t.whole()))
	}
	for i, n := range namedTypes() {
		r.line("@referat_named_%d path */%s", i, n.file)
		r.line("header @referat_named_%d Content-Type %s", i, caddyQuoted(n.whole()))
	}
	if len(s.Kept) > 0 {
		r.line("@referat_kept path_regexp %s", caddyQuoted("^"+regexp.QuoteMeta(s.Base)+anyOf(s.Kept)+"$"))
		r.line("header @referat_kept Cache-Control %s", caddyQuoted(Kept))
	}
	r.line("file_server")
}

// caddyErrors answers wrong addresses. What was said of the file that is not
// there still stands in the head.
func (s Site) caddyErrors(r *rules) {
	r.block("handle_errors {", "}", func() {
		r.block("@referat_missing {", "}", func() {
			r.line("path %s", caddyQuoted(s.Base+"*"))
			r.line("expression %s", "`{err.status_code} == 404`")
		})
		r.block("handle @referat_missing {", "}", func() {
			r.block("route {", "}", func() {
				s.caddyHeaders(r)
				r.line("header Content-Type %s", caddyQuoted(TypeOf(s.Missing)))
				caddyPacks(r)
				r.line("rewrite * %s", caddyQuoted(s.Base+s.Missing))
				r.line("file_server")
			})
		})
	})
}

// caddyPacks says what is packed; left to itself Caddy leaves out some of it.
func caddyPacks(r *rules) {
	r.block("encode {", "}", func() {
		r.line("gzip")
		r.line("minimum_length 256")
		r.block("match {", "}", func() {
			for _, name := range namesOf(true, written, textual) {
				r.line("header Content-Type %s*", name)
			}
		})
	})
}

// caddyQuoted is a text as one word of a Caddyfile, where a backslash stands for
// itself unless a quote follows it.
func caddyQuoted(s string) string {
	return fmt.Sprintf(`"%s"`, strings.ReplaceAll(s, `"`, `\"`))
}
