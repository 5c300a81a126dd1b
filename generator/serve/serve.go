// Package serve is the preview for staff: the site on this machine only, each
// save on screen at once, with a bar that tells how the site is doing.
//
// It owns HTTP. It answers GET and HEAD on loopback addresses as a web server
// would: a folder by its index.html, a wrong address by the site's 404.html,
// parts of files, entity tags, the headers and types of a production server
// (package hosting), and nothing outside the path that the site's base address has. A host name
// that is not this machine's is refused, so that a page elsewhere cannot read
// drafts through a name of its own (DNS rebinding).
//
// Before </body> of each HTML page it puts one stylesheet and one script; the
// files themselves are never changed, and the pages work without the script.
// All of the preview's own addresses lie in the folder "-" below the base:
//
//	preview.css, preview.js   what each page loads
//	page.js, bar.js, bar.css  what that script loads: changes and the bar
//	doubts.js, doubts.css     and notes about what an import left to be settled
//	idiomorph.js              changes a page node by node (0BSD, see client/)
//	words.json                what bar and notes say, in the site's language
//	status?path=ADDRESS       the bar's facts about the page at an address
//	events?path=…&since=…     what changed after a version (server-sent events)
//
// A page tells its version in the header Server-Timing, where its script can
// read it: what changed before the script listened is then caught up with, as
// after sleep, a lost connection or a restart of the server. A page listens
// only while it can be seen, since browsers open but six connections to a
// server: many tabs share them well, more than five visible windows do not.
//
// The package knows a lookup of bytes, a report of the last build and what
// changed; it may not know what a build is, or where the bytes lie.
package serve

import (
	"html"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"referat/generator/hosting"
)

// Site is what the preview shows. Both functions are called from many
// goroutines at once. Paths are those of outputs, "om/index.html".
type Site struct {
	Base   string                         // path of the site's base address as pages have it, "/" or "/arkiv/"
	Lang   string                         // of the bar: "da", or English for any other
	File   func(path string) (File, bool) // a file of the site; false when there is none
	Status func(path string) Status       // what the bar says on a page; the path may be of no file
}

// File is one file of a site.
type File struct {
	Content  io.ReadSeeker // closed after the answer if it can be
	Modified time.Time     // zero when not known
	Tag      string        // tells these bytes from all others, as a digest does; made from the bytes when empty
}

// Server is the preview as an HTTP handler.
type Server struct {
	site     Site
	base     string // decoded, as in URL.Path
	inserted string // before </body>
	changes  *changes
	ended    chan struct{} // closed by End
}

// New makes a preview of a site.
func New(site Site) *Server {
	base, err := url.PathUnescape(site.Base)
	if err != nil {
		base = site.Base // no address can then be below it, which is right
	}
	own := html.EscapeString(site.Base) + "-/"
	return &Server{
		site: site, base: base, changes: newChanges(), ended: make(chan struct{}),
		inserted: `<link rel="stylesheet" href="` + own + `preview.css"><script type="module" src="` + own + `preview.js"></script>`,
	}
}

// Changed tells every open page what a build has changed, or that it failed.
// It is called when the site's functions already give what is new.
func (s *Server) Changed(c Change) { s.changes.add(c) }

// End ends the streams of events, so that the pages that listen ask again: at
// the server that has taken this one's place. It is called once, after that.
func (s *Server) End() { close(s.ended) }

// ServeHTTP answers requests that name this machine, and refuses all others.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	for _, h := range hosting.Headers(false) {
		w.Header().Set(h.Name, h.Value)
	}
	w.Header().Set("Cross-Origin-Resource-Policy", "same-origin") // a page elsewhere may not even load a draft's picture
	w.Header().Set("Cache-Control", hosting.Fresh)
	switch {
	case !thisMachine(r.Host):
		s.refuse(w, http.StatusMisdirectedRequest, "forhåndsvisningen svarer kun på denne maskines egne navne, 127.0.0.1 og localhost",
			"the preview answers to this machine's own names only, 127.0.0.1 and localhost")
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		w.Header().Set("Allow", "GET, HEAD")
		s.refuse(w, http.StatusMethodNotAllowed, "forhåndsvisningen svarer kun på GET og HEAD", "the preview answers to GET and HEAD only")
	default:
		s.route(w, r)
	}
}

func (s *Server) route(w http.ResponseWriter, r *http.Request) {
	path, below := strings.CutPrefix(r.URL.Path, s.base)
	own, isOwn := strings.CutPrefix(path, "-/")
	switch {
	case below && isOwn:
		s.answerOwn(w, r, own)
	case below:
		s.answerSite(w, r, path)
	case r.URL.Path == "/":
		http.Redirect(w, r, s.site.Base, http.StatusFound)
	case r.URL.Path+"/" == s.base:
		http.Redirect(w, r, s.site.Base, http.StatusMovedPermanently)
	case r.URL.Path == oldIcon:
		w.WriteHeader(http.StatusNoContent)
	default:
		s.answerMissing(w)
	}
}

// outputPath is the file that answers for a path below the base.
func outputPath(path string) string {
	if path == "" || strings.HasSuffix(path, "/") {
		return path + "index.html"
	}
	return path
}

// pageAt is the output of an address as a browser has it in location.pathname;
// one that cannot be is "".
func (s *Server) pageAt(address string) string {
	decoded, err := url.PathUnescape(address)
	path, below := strings.CutPrefix(decoded, s.base)
	if err != nil || !below {
		return ""
	}
	return outputPath(path)
}

// addressOf is the address that a browser shows an output under.
func (s *Server) addressOf(output string) string {
	path := s.base + output
	if folder, ok := strings.CutSuffix(path, "/index.html"); ok {
		path = folder + "/"
	}
	return (&url.URL{Path: path}).EscapedPath()
}
