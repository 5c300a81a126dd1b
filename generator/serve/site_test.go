package serve

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// written is a site in memory that tests write in, with its server.
type written struct {
	*Server

	mu     sync.Mutex
	files  map[string]string
	status Status
}

// newWritten is a site of files, path and text in turn.
func newWritten(base, lang string, files ...string) *written {
	s := &written{files: map[string]string{}, status: Status{Published: true}}
	for i := 0; i < len(files); i += 2 {
		s.files[files[i]] = files[i+1]
	}
	s.Server = New(Site{Base: base, Lang: lang, File: s.file, Status: func(string) Status {
		s.mu.Lock()
		defer s.mu.Unlock()
		return s.status
	}})
	return s
}

func (s *written) file(path string) (File, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	text, ok := s.files[path]
	return File{Content: strings.NewReader(text), Modified: time.Date(2026, 11, 7, 12, 0, 0, 0, time.UTC)}, ok
}

// write changes files, path and text in turn, as a build does; an empty text
// removes. It tells nobody.
func (s *written) write(files ...string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i := 0; i < len(files); i += 2 {
		if s.files[files[i]] = files[i+1]; files[i+1] == "" {
			delete(s.files, files[i])
		}
	}
}

// save changes one file and tells the pages.
func (s *written) save(path, text string) {
	s.write(path, text)
	s.Changed(Change{Paths: []string{path}})
}

// report changes what the bar says, and tells the pages.
func (s *written) report(status Status) {
	s.mu.Lock()
	s.status = status
	s.mu.Unlock()
	s.Changed(Change{})
}

// ask asks a handler for an address; more are header names and values.
func ask(h http.Handler, method, address string, more ...string) *http.Response {
	r := httptest.NewRequest(method, "http://127.0.0.1:8080"+address, nil)
	for i := 0; i < len(more); i += 2 {
		r.Header.Set(more[i], more[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}
