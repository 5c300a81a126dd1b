package hosting

import (
	"regexp"
	"strings"
)

// apache writes .htaccess. What differs from file to file is an environment
// variable, set from the address anew when Apache turns to an error's page.
func (s Site) apache() []byte {
	r := &rules{}
	r.line("# Rules for Apache 2.4, %s. They need the modules headers, rewrite,", madeHere)
	r.line("# setenvif, mime and dir, and for this folder:  AllowOverride FileInfo Indexes")
	at := "^" + regexp.QuoteMeta(s.Base)
	for _, kept := range s.Kept {
		r.line("SetEnvIf Request_URI %s referat_kept", apacheQuoted(at+regexp.QuoteMeta(kept)+"$"))
	}
	for _, folder := range s.goneFolders() {
		r.line("SetEnvIf Request_URI %s referat_gone=$1", apacheQuoted(at+"("+regexp.QuoteMeta(folder)+`)(/(index\.html)?)?$`))
	}
	for _, h := range Headers(s.Secure) {
		r.line("Header always set %s %s", h.Name, apacheQuoted(h.Value))
	}
	r.line("Header always set Cache-Control %s", apacheQuoted(Fresh))
	r.line("Header always set Cache-Control %s env=referat_kept", apacheQuoted(Kept))
	r.line("Header always set %s %s env=referat_gone", robotsHeader, noRobots)
	s.apacheFiles(r)
	s.apacheAddresses(r)
	return r.bytes()
}

func (s Site) apacheFiles(r *rules) {
	r.line("DirectoryIndex index.html")
	r.line("DirectorySlash On")
	for _, t := range fileTypes() {
		if exts := t.singles(); len(exts) > 0 {
			r.line("AddType %s %s", apacheQuoted(t.whole()), strings.Join(exts, " "))
		}
	}
	ends, types := doubles()
	for i, ext := range ends {
		r.block("<FilesMatch "+apacheQuoted(regexp.QuoteMeta(ext)+"$")+">", "</FilesMatch>", func() { r.line("ForceType %s", apacheQuoted(types[i].whole())) })
	}
	for _, n := range namedTypes() {
		r.block("<FilesMatch "+apacheQuoted("^"+regexp.QuoteMeta(n.file)+"$")+">", "</FilesMatch>", func() { r.line("ForceType %s", apacheQuoted(n.whole())) })
	}
	r.block("<IfModule mod_deflate.c>", "</IfModule>", func() {
		r.line("AddOutputFilterByType DEFLATE %s", strings.Join(namesOf(true, written, textual), " "))
		r.line("# Apache marks the tag of packed bytes, and would not know it again.")
		r.line(`RequestHeader edit* If-None-Match "-gzip\"" "\""`)
	})
}

func (s Site) apacheAddresses(r *rules) {
	r.line("ErrorDocument 404 %s", apacheQuoted(escaped(s.Base+s.Missing)))
	if len(s.Gone) > 0 {
		r.line("ErrorDocument 410 %s", apacheQuoted(escaped(s.Base)+"%{reqenv:referat_gone}/index.html"))
	}
	r.line("RewriteEngine On")
	r.line("RewriteRule %s - [NC,R=404,L]", rewriteQuoted("^"+hiddenPattern()+"$"))
	for _, d := range s.Redirects {
		// A percent sign before a digit is a reference, unless it is escaped.
		target := strings.ReplaceAll(s.target(d), "%", `\%`)
		r.line("RewriteRule %s %s [NE,R=301,L]", rewriteQuoted("^"+regexp.QuoteMeta(d.From)+"$"), rewriteQuoted(target))
	}
	if len(s.Gone) > 0 {
		r.line("# Only for who asks: when Apache itself turns to the stone, it has a status already.")
		r.line("RewriteCond %%{ENV:REDIRECT_STATUS} ^$")
		r.line("RewriteCond %%{ENV:referat_gone} .")
		r.line("RewriteRule ^ - [G]")
	}
	r.line("# A folder without a page has no list of its files.")
	r.line("RewriteCond %%{REQUEST_FILENAME} -d")
	r.line("RewriteCond %%{REQUEST_FILENAME}/index.html !-f")
	r.line("RewriteRule ^ - [R=404,L]")
}

// apacheQuoted is a text as one word of Apache's, which has escapes for these two
// signs.
func apacheQuoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

// rewriteQuoted is a regular expression or an address as one word of mod_rewrite's,
// which takes a line as it is written and has no escape for a quote.
func rewriteQuoted(s string) string { return `"` + strings.ReplaceAll(s, `"`, `\x22`) + `"` }
