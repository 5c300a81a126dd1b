// Package hosting says how a web server should answer for the site, and writes
// it down for the servers that authorities use: nginx, Apache, Caddy, IIS, and
// hosts that read the files _headers and _redirects.
//
// It owns the headers of every answer (Headers), the types of files (TypeOf) and
// what is never served (Hidden). The preview asks the same functions, so that
// it and the rules cannot disagree. Each set of rules is a pure function of a
// Site, and all say the same:
//
//   - every answer has the headers, errors and redirects too;
//   - a folder is answered by its index.html, and asked for without its last
//     slash it is redirected; a wrong address gets the site's own 404 page;
//   - a withdrawn page is answered with status 410 and the stone that stands there;
//   - a file whose name tells its bytes may be kept for a year, of any other a
//     browser asks whether it has changed;
//   - the rules themselves are never served.
//
// What a server cannot be told in such a file is said in VEJLEDNING.md. The
// package knows paths and addresses; it may not know what a page is.
package hosting

import (
	"bytes"
	"slices"
	"strings"
)

// Site is what the rules are made from. Paths are those of files below public/;
// Base, Missing and Gone consist of letters, digits and -._~/ alone, as the
// addresses of a site do, while Kept and Redirects may hold anything.
type Site struct {
	Base      string // path of the site's address, decoded, "/" or "/referater/"
	Secure    bool   // the site stands behind TLS
	Missing   string // the page for wrong addresses
	Gone      []string
	Redirects []Redirect
	Kept      []string // files whose names change with their bytes
}

// Redirect leads from one address to another for good. From and To are decoded
// and lie below the base; To may have a fragment, which is the place on the page.
type Redirect struct{ From, To, Fragment string }

// The files of rules, below public/.
const (
	headersFile   = "_headers"
	redirectsFile = "_redirects"
	apacheFile    = ".htaccess"
	iisFile       = "web.config"
	serverFolder  = "_server"
	nginxFile     = serverFolder + "/nginx.conf"
	caddyFile     = serverFolder + "/Caddyfile"
)

// Files are the paths of all sets of rules.
func Files() []string {
	return []string{apacheFile, headersFile, redirectsFile, caddyFile, nginxFile, iisFile}
}

// Rules writes the rules that stand at one of the paths of Files.
func Rules(path string, s Site) []byte {
	s = s.settled()
	switch path {
	case headersFile:
		return s.headers()
	case redirectsFile:
		return s.redirects()
	case apacheFile:
		return s.apache()
	case iisFile:
		return s.iis()
	case nginxFile:
		return s.nginx()
	case caddyFile:
		return s.caddy()
	}
	return nil
}

// SignFile is the rules' file by which a folder is known to hold a site that the program made.
const SignFile = nginxFile

// Signed tells that the text of a file at SignFile is the program's own.
func Signed(text []byte) bool { return bytes.Contains(text, []byte(madeHere)) }

// madeHere stands in the first line of the rules for servers.
const madeHere = "made by referat and made again by each build"

// Hidden tells that a path is one of the rules', in any case: many disks make
// no difference.
func Hidden(path string) bool {
	path = strings.ToLower(path)
	return path == serverFolder || strings.HasPrefix(path, serverFolder+"/") || slices.Contains(hiddenFiles(), path)
}

// hiddenFiles are the files at the root that are not served.
func hiddenFiles() []string { return []string{apacheFile, headersFile, redirectsFile, iisFile} }

// settled is the site in order, with one rule for an address: what is gone is
// gone, and of two redirects the first holds.
func (s Site) settled() Site {
	s.Gone, s.Kept = slices.Compact(slices.Sorted(slices.Values(s.Gone))), slices.Compact(slices.Sorted(slices.Values(s.Kept)))
	taken := map[string]bool{}
	for _, page := range s.Gone {
		folder := folderOf(page)
		taken[folder], taken[folder+"/"], taken[page] = true, true, true
	}
	var all []Redirect
	for _, r := range s.Redirects {
		if !taken[r.From] {
			taken[r.From] = true
			all = append(all, r)
		}
	}
	slices.SortFunc(all, func(a, b Redirect) int { return strings.Compare(a.From, b.From) })
	s.Redirects = all
	return s
}

// folderOf is the address of a page without its last slash.
func folderOf(page string) string { return strings.TrimSuffix(page, "/index.html") }

// goneFolders are the addresses that are gone, without their last slashes.
func (s Site) goneFolders() []string {
	folders := make([]string, len(s.Gone))
	for i, page := range s.Gone {
		folders[i] = folderOf(page)
	}
	return folders
}

// target is where a redirect leads, as it stands in a Location.
func (s Site) target(r Redirect) string {
	address := escaped(s.Base + r.To)
	if r.Fragment != "" {
		address += "#" + escaped(r.Fragment)
	}
	return address
}

// escaped writes a path with percent signs for all but letters and digits of
// ASCII and -._~/, so that none of the syntaxes finds a sign of its own in it.
func escaped(path string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(path) {
		c := path[i]
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', strings.IndexByte("-._~/", c) >= 0:
			b.WriteByte(c)
		default:
			b.WriteString("%" + string(hex[c>>4]) + string(hex[c&15]))
		}
	}
	return b.String()
}
