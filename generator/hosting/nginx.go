package hosting

import (
	"regexp"
	"strings"
)

// nginx writes what is included in a server block. All stands in one location,
// so that the rest of a server that has more than this site is left alone, and the
// locations in it inherit its headers: nginx drops those where a location has
// one of its own, so what differs from file to file is a variable.
func (s Site) nginx() []byte {
	r := &rules{}
	r.line("# Rules for nginx, %s. In the server block that", madeHere)
	r.line("# has the root and the TLS:  include …/_server/nginx.conf;  Reload nginx when this file changes.")
	r.line("set $referat_cache %s;", nginxQuoted(Fresh))
	r.line(`set $referat_robots "";`)
	if s.Base != "/" {
		r.block("location = "+nginxQuoted(strings.TrimSuffix(s.Base, "/"))+" {", "}", func() {
			s.nginxHeaders(r)
			r.line("absolute_redirect off;")
			r.line("return 301 %s;", nginxQuoted(escaped(s.Base)))
		})
	}
	r.block("location ^~ "+nginxQuoted(s.Base)+" {", "}", func() {
		s.nginxHeaders(r)
		s.nginxFiles(r)
		s.nginxAddresses(r)
	})
	return r.bytes()
}

func (s Site) nginxHeaders(r *rules) {
	for _, h := range Headers(s.Secure) {
		r.line("add_header %s %s always;", h.Name, nginxQuoted(h.Value))
	}
	r.line("add_header Cache-Control $referat_cache always;")
	r.line("add_header %s $referat_robots always;", robotsHeader)
}

// nginxFiles says how files are answered.
func (s Site) nginxFiles(r *rules) {
	missing := nginxQuoted(s.Base + s.Missing)
	r.line("index index.html;")
	r.line("autoindex off;")
	r.line("etag on;")
	r.line("absolute_redirect off;")
	r.line("error_page 404 %s;", missing)
	r.line("error_page 403 =404 %s;", missing)
	r.block("types {", "}", func() {
		for _, t := range fileTypes() {
			if exts := t.singles(); len(exts) > 0 {
				r.line("%s %s;", t.name, strings.ReplaceAll(strings.Join(exts, " "), ".", ""))
			}
		}
	})
	r.line("default_type %s;", AnyType)
	r.line("charset utf-8;")
	r.line("charset_types %s;", strings.Join(namesOf(false, written), " "))
	r.line("gzip on;")
	r.line("gzip_vary on;")
	r.line("gzip_proxied any;")
	r.line("gzip_min_length 256;")
	r.line("gzip_types %s;", strings.Join(namesOf(false, written, textual), " "))
}

// nginxAddresses says what single addresses are answered with. A stone is a page
// that only nginx itself may ask for, and whoever asks is sent there with 410.
func (s Site) nginxAddresses(r *rules) {
	r.block("location ~* "+nginxQuoted("^"+regexp.QuoteMeta(s.Base)+hiddenPattern()+"$")+" {", "}", func() { r.line("return 404;") })
	for _, n := range namedTypes() {
		r.block("location ~ "+nginxQuoted("^"+regexp.QuoteMeta(s.Base)+"(.*/)?"+regexp.QuoteMeta(n.file)+"$")+" {", "}", func() {
			r.line("types { }")
			r.line("default_type %s;", n.name)
		})
	}
	for _, kept := range s.Kept {
		r.block("location = "+nginxQuoted(s.Base+kept)+" {", "}", func() { r.line("set $referat_cache %s;", nginxQuoted(Kept)) })
	}
	ends, types := doubles()
	for i, ext := range ends {
		r.block("location ~ "+nginxQuoted("^"+regexp.QuoteMeta(s.Base)+".*"+regexp.QuoteMeta(ext)+"$")+" {", "}", func() {
			r.line("types { }")
			r.line("default_type %s;", types[i].name)
		})
	}
	for _, d := range s.Redirects {
		r.block("location = "+nginxQuoted(s.Base+d.From)+" {", "}", func() { r.line("return 301 %s;", nginxQuoted(s.target(d))) })
	}
	for _, folder := range s.goneFolders() {
		at := s.Base + folder
		for _, address := range []string{at, at + "/"} {
			r.block("location = "+nginxQuoted(address)+" {", "}", func() {
				r.line("error_page 410 %s;", nginxQuoted(at+"/index.html"))
				r.line("return 410;")
			})
		}
		r.block("location = "+nginxQuoted(at+"/index.html")+" {", "}", func() {
			r.line("internal;")
			r.line("error_page 404 =410 %s;", nginxQuoted(at+"/index.html"))
			r.line("set $referat_robots %s;", noRobots)
		})
	}
}

// nginxQuoted is a text as one word of nginx's, which has escapes for these two
// signs. A dollar sign stays: where nginx would take it for a variable, no text
// may hold one.
func nginxQuoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}
