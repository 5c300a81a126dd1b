package serve

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
)

// event is what a page is told of the changes since the version it has.
type event struct {
	Page    bool     `json:"page"`    // its bytes are new, or it has come or gone
	Files   []string `json:"files"`   // addresses, not escaped, of changed files that are no pages
	Unknown bool     `json:"unknown"` // anything may have changed
	Follow  string   `json:"follow"`  // address of the page last saved; empty when it is this one
}

// events is the stream of what changes, for the page at an address. The
// version that the page has comes with the request: the last that the browser
// was sent, or the one that the page was answered with.
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	if r.Method == http.MethodHead {
		return
	}
	page := s.pageAt(r.URL.Query().Get("path"))
	seen := r.Header.Get("Last-Event-ID")
	if seen == "" {
		seen = r.URL.Query().Get("since")
	}
	stream := http.NewResponseController(w)
	_, err := fmt.Fprint(w, "retry: 1000\n\n")
	for err == nil {
		n := s.changes.since(seen)
		if n.version != seen {
			data, _ := json.Marshal(s.eventFor(page, n)) // strings and booleans only
			if _, err = fmt.Fprintf(w, "id: %s\ndata: %s\n\n", n.version, data); err != nil {
				return
			}
			seen = n.version
		}
		if err = stream.Flush(); err != nil {
			return
		}
		select {
		case <-n.more:
		case <-s.ended:
			return
		case <-r.Context().Done():
			return
		}
	}
}

// eventFor says what some changes mean to one page.
func (s *Server) eventFor(page string, n news) event {
	e, follow := event{Unknown: n.unknown, Files: []string{}}, ""
	for _, c := range n.changes {
		for _, path := range c.Paths {
			if !isHTML(path) {
				e.Files = append(e.Files, s.base+path)
			}
		}
		e.Page = e.Page || s.concerns(page, c)
		if c.Follow != "" {
			follow = c.Follow
		}
	}
	if follow != "" && follow != page {
		e.Follow = s.addressOf(follow)
	}
	return e
}

// concerns tells that a page, or what stands in its place, is not what it was.
func (s *Server) concerns(page string, c Change) bool {
	if slices.Contains(c.Paths, page) || slices.Contains(c.Paths, page+"/index.html") {
		return true
	}
	return slices.Contains(c.Paths, "404.html") && !s.has(page)
}

func (s *Server) has(path string) bool {
	f, ok := s.file(path)
	if ok {
		f.close()
	}
	return ok
}
