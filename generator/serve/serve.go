// Package serve shows a finished site on this machine, and to nobody else.
//
// It answers GET and HEAD on a loopback address with the files of one folder as
// a web server would: a folder by its index.html, a wrong address by 404.html
// with that status, below the path that the site's base address has. A host
// name that is not this machine's is refused, so that a page elsewhere cannot
// read drafts through a name of its own (DNS rebinding), and no link leads out
// of the folder. It knows nothing of how the files came about.
package serve

import (
	"context"
	"errors"
	"io/fs"
	"mime"
	"net"
	"net/http"
	"os"
	"path"
	"strings"
	"time"
)

// Handler answers for the files of root below base, which begins and ends with a slash.
func Handler(root *os.Root, base string) http.Handler {
	return handler{root.FS(), base}
}

type handler struct {
	files fs.FS
	base  string
}

func (h handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !loopback(r.Host) {
		http.Error(w, "not this machine", http.StatusMisdirectedRequest)
		return
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "GET and HEAD only", http.StatusMethodNotAllowed)
		return
	}
	name, below := strings.CutPrefix(r.URL.Path, h.base)
	if !below {
		http.Redirect(w, r, h.base, http.StatusFound)
		return
	}
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("Cache-Control", "no-store")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	} else if info, err := fs.Stat(h.files, path.Clean(name)); err == nil && info.IsDir() {
		http.Redirect(w, r, r.URL.Path+"/", http.StatusMovedPermanently)
		return
	}
	if !h.file(w, r, name) {
		h.missing(w)
	}
}

// file answers with a file, ranges included; false when there is none.
func (h handler) file(w http.ResponseWriter, r *http.Request, name string) bool {
	if !fs.ValidPath(name) {
		return false
	}
	f, err := h.files.Open(name)
	if err != nil {
		return false
	}
	defer func() { _ = f.Close() }()
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return false
	}
	if kind := mime.TypeByExtension(path.Ext(name)); kind != "" {
		w.Header().Set("Content-Type", kind)
	} else {
		w.Header().Set("Content-Type", "application/octet-stream")
	}
	http.ServeContent(w, r, name, info.ModTime(), f.(*os.File))
	return true
}

// missing answers with the site's own page for a wrong address.
func (h handler) missing(w http.ResponseWriter) {
	page, err := fs.ReadFile(h.files, "404.html")
	if err != nil {
		http.Error(w, "404", http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(http.StatusNotFound)
	_, _ = w.Write(page) // a reader who has gone is nobody's problem
}

// loopback tells that a host, with or without port, is this machine.
func loopback(host string) bool {
	if h, _, err := net.SplitHostPort(host); err == nil {
		host = h
	}
	host = strings.Trim(host, "[]")
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// Run answers on the listener until the context ends.
func Run(ctx context.Context, l net.Listener, h http.Handler) error {
	server := &http.Server{Handler: h, ReadHeaderTimeout: 10 * time.Second}
	stopped := make(chan error, 1)
	go func() {
		<-ctx.Done()
		late, cancel := context.WithTimeout(context.Background(), 3*time.Second)
		defer cancel()
		stopped <- server.Shutdown(late)
	}()
	if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-stopped
}
