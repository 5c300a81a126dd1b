package check

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"
)

// The files at the root that machines ask for first.
const (
	robots  = "robots.txt"
	sitemap = "sitemap.xml"
	missing = "404.html" // the answer to a wrong address
)

// json takes the texts that are an address of the site.
func (r *reader) json(text []byte) {
	r.named(text, `"`, `"`, func(written []byte) {
		if bytes.IndexByte(written, '\\') < 0 && r.known(written[len(r.site.Origin):]) {
			return
		}
		address := string(written)
		_ = json.Unmarshal([]byte(`"`+address+`"`), &address) // as it stands, if it is none
		r.address(address, false)
	})
}

// xml takes the elements and attributes that are an address of the site.
func (r *reader) xml(text []byte) {
	r.named(text, `>"'`, "<\"' \n", func(written []byte) {
		address := unescaped(written)
		r.address(address, false)
		if r.names[r.number] == sitemap {
			r.listed = append(r.listed, address)
		}
	})
}

// csv takes the fields that are an address of the site.
func (r *reader) csv(text []byte) {
	r.named(text, ",;\"\n", ",;\"\r\n", func(written []byte) { r.address(string(written), false) })
}

// calendar takes the values that are an address of the site in a calendar, whose lines
// are folded (RFC 5545, 3.1).
func (r *reader) calendar(text []byte) {
	whole := bytes.ReplaceAll(text, []byte("\r\n "), nil)
	r.named(whole, ":", "\r\n", func(written []byte) { r.address(string(written), false) })
}

// styleAddress is an address in a style sheet.
var styleAddress = regexp.MustCompile(`url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)`)

// styles takes what a style sheet loads.
func (r *reader) styles(text []byte) {
	for _, m := range styleAddress.FindAllSubmatch(text, -1) {
		r.address(string(m[1])+string(m[2]), true)
	}
}

// robots looks for the line that names the sitemap (RFC 9309, sitemaps.org).
func (r *reader) robots(text []byte) {
	const field = "sitemap:"
	for line := range bytes.Lines(text) {
		line = bytes.TrimSpace(line)
		if len(line) > len(field) && strings.EqualFold(string(line[:len(field)]), field) {
			address := strings.TrimSpace(string(line[len(field):]))
			r.mapped = r.mapped || address == r.site.Origin+r.site.Base+sitemap
			r.address(address, false)
		}
	}
}

// ruleAddress finds, in each file of rules for a web server, the addresses that it
// sends readers to.
var ruleAddress = map[string]*regexp.Regexp{
	"_redirects":         regexp.MustCompile(`(?m)^\S+ (\S+) \d+!?$`),
	"_server/nginx.conf": regexp.MustCompile(`(?m)^\s*(?:return 30\d|error_page [0-9 =]+) "([^"]+)";$`),
	"_server/Caddyfile":  regexp.MustCompile(`(?m)^\s*(?:redir @\S+|rewrite \*) "([^"]+)"`),
	".htaccess":          regexp.MustCompile(`(?m)^(?:ErrorDocument \d+ "([^"%]+)"|RewriteRule "[^"]*" "([^"]+)")`),
	"web.config":         regexp.MustCompile(`<action type="Redirect" url="([^"]+)"`),
}

// serverRules takes where the rules for web servers lead.
func (r *reader) serverRules(text []byte) {
	pattern := ruleAddress[r.names[r.number]]
	if pattern == nil {
		return
	}
	for _, m := range pattern.FindAllSubmatch(text, -1) {
		address := string(bytes.Join(m[1:], nil))
		if r.names[r.number] == ".htaccess" {
			address = strings.ReplaceAll(address, `\%`, "%")
		}
		r.address(unescaped([]byte(address)), false)
	}
}
