package main

import (
	"net/http"
	"net/http/httptest"

	"github.com/rogpeppe/go-internal/testscript"
)

// outsideSite is the key of the sites that a script has started.
type outsideSite struct{}

// startOutside starts a site on this machine for scripts that ask other sites, or stops it.
func startOutside(ts *testscript.TestScript, _ bool, args []string) {
	started := ts.Value(outsideSite{}).(*[]*httptest.Server)
	if len(args) > 0 {
		(*started)[0].Close()
		return
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/gone":
			w.WriteHeader(http.StatusGone)
		case "/refused":
			w.WriteHeader(http.StatusForbidden)
		case "/moved":
			http.Redirect(w, r, "/good", http.StatusMovedPermanently)
		}
	}))
	ts.Defer(server.Close)
	ts.Setenv("OUTSIDE", server.URL)
	*started = append(*started, server)
}
