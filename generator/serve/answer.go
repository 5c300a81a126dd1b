package serve

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"path"
	"strconv"
	"strings"

	"referat/generator/hosting"
)

// answerSite answers with the site's file for a path below the base.
func (s *Server) answerSite(w http.ResponseWriter, r *http.Request, path string) {
	// The version is asked for before the bytes: bytes newer than their
	// version are fetched once too often, older ones would stay on screen.
	s.tellVersion(w)
	name := outputPath(path)
	if f, ok := s.file(name); ok {
		defer f.close()
		s.answerFile(w, r, name, f)
		return
	}
	if f, ok := s.file(name + "/index.html"); ok {
		f.close()
		folder := url.URL{Path: s.base + path + "/", RawQuery: r.URL.RawQuery}
		http.Redirect(w, r, folder.String(), http.StatusMovedPermanently)
		return
	}
	if r.URL.Path == oldIcon {
		w.WriteHeader(http.StatusNoContent)
		return
	}
	s.answerMissing(w)
}

// oldIcon is what a browser asks for by itself where it shows a file that is no page. A site
// has its icon elsewhere, which every page names, so that nothing is missing.
const oldIcon = "/favicon.ico"

// file looks a path up, unless it could lead out of the site on any system, or is
// one that no web server gives away.
func (s *Server) file(path string) (File, bool) {
	if !fs.ValidPath(path) || strings.ContainsAny(path, "\\\x00") || hosting.Hidden(path) {
		return File{}, false
	}
	return s.site.File(path)
}

func (f File) close() {
	if c, ok := f.Content.(io.Closer); ok {
		_ = c.Close() // only read from
	}
}

// answerFile answers with a file, or the part of it that was asked for.
func (s *Server) answerFile(w http.ResponseWriter, r *http.Request, name string, f File) {
	content, tag := f.Content, f.Tag
	if isHTML(name) {
		page, err := s.previewed(f)
		if err != nil {
			s.unread(w, err)
			return
		}
		content, tag = bytes.NewReader(page), ""
	}
	if tag == "" {
		var err error
		if tag, err = digest(content); err != nil {
			s.unread(w, err)
			return
		}
	}
	w.Header().Set("ETag", `"`+tag+`"`)
	w.Header().Set("Content-Type", hosting.TypeOf(name))
	http.ServeContent(w, r, name, f.Modified, content)
}

// answerMissing answers with the site's own page for a wrong address; while there is none,
// with what is in its way.
func (s *Server) answerMissing(w http.ResponseWriter) {
	s.tellVersion(w)
	page := s.missingPage()
	w.Header().Set("Content-Type", hosting.TypeOf("404.html"))
	w.Header().Set("Content-Length", strconv.Itoa(len(page)))
	w.WriteHeader(http.StatusNotFound)
	_, _ = w.Write(page) // a reader who has gone is nobody's problem
}

func (s *Server) missingPage() []byte {
	if f, ok := s.file("404.html"); ok {
		defer f.close()
		if own, err := s.previewed(f); err == nil {
			return own
		}
	}
	if status := s.site.Status("404.html"); status.Build.Failed {
		return s.unbuilt(status.Problems)
	}
	return []byte("<!doctype html><title>404</title><p>404</p>" + s.inserted)
}

func (s *Server) tellVersion(w http.ResponseWriter) {
	w.Header().Set("Server-Timing", `version;desc="`+s.changes.version()+`"`)
}

// previewed is a page with the preview's stylesheet and script.
func (s *Server) previewed(f File) ([]byte, error) {
	page, err := io.ReadAll(f.Content)
	if err != nil {
		return nil, err
	}
	end := bytes.LastIndex(page, []byte("</body>"))
	if end < 0 {
		end = len(page)
	}
	return bytes.Join([][]byte{page[:end], page[end:]}, []byte(s.inserted)), nil
}

// digest reads a file to its end; ServeContent begins at its beginning again.
func digest(content io.Reader) (string, error) {
	h := sha256.New()
	_, err := io.Copy(h, content)
	return hex.EncodeToString(h.Sum(nil)[:16]), err
}

func isHTML(name string) bool { return strings.EqualFold(path.Ext(name), ".html") }
