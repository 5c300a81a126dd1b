package serve

import (
	"bufio"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// stream reads server-sent events.
type stream struct {
	t     *testing.T
	lines *bufio.Scanner
}

// listenTo opens the stream of a page; it is closed with the test.
func listenTo(t *testing.T, server *httptest.Server, query, lastID string) stream {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	r, err := http.NewRequestWithContext(ctx, "GET", server.URL+"/arkiv/-/events?"+query, nil)
	if err != nil {
		t.Fatal(err)
	}
	if lastID != "" {
		r.Header.Set("Last-Event-ID", lastID)
	}
	answer, err := server.Client().Do(r)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { stop(); _ = answer.Body.Close() })
	if kind := answer.Header.Get("Content-Type"); kind != "text/event-stream" {
		t.Errorf("events are %s", kind)
	}
	s := stream{t, bufio.NewScanner(answer.Body)}
	if !s.lines.Scan() || s.lines.Text() != "retry: 1000" {
		t.Fatalf("a stream begins with %q, %v", s.lines.Text(), s.lines.Err())
	}
	return s
}

// next waits for an event.
func (s stream) next() (id string, e event) {
	s.t.Helper()
	for s.lines.Scan() {
		if v, ok := strings.CutPrefix(s.lines.Text(), "id: "); ok {
			id = v
		}
		if v, ok := strings.CutPrefix(s.lines.Text(), "data: "); ok {
			if err := json.Unmarshal([]byte(v), &e); err != nil {
				s.t.Fatal(err)
			}
			return id, e
		}
	}
	s.t.Fatal("the stream has ended: ", s.lines.Err())
	return "", event{}
}

func serverOf(t *testing.T, h http.Handler) *httptest.Server {
	t.Helper()
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	return server
}

func TestEachPageHearsOfItsOwnChange(t *testing.T) {
	h := archive()
	server := serverOf(t, h)
	now := h.changes.version()
	home := listenTo(t, server, "path=%2Farkiv%2F&since="+now, "")
	about := listenTo(t, server, "path=%2Farkiv%2Fom%2F&since="+now, "")
	h.save("om/index.html", "nyt")
	id, e := home.next()
	if e.Page || e.Unknown || id != h.changes.version() {
		t.Errorf("the home page hears %s %+v", id, e)
	}
	if id, e := about.next(); !e.Page || e.Unknown || id != h.changes.version() {
		t.Errorf("the page hears %s %+v", id, e)
	}
	h.save("index.html", "nyt")
	if next, e := home.next(); !e.Page || next == id {
		t.Errorf("the home page hears %s %+v", next, e)
	}
}

func TestWhoWasAwayIsToldWhatWasMissed(t *testing.T) {
	h := archive()
	server := serverOf(t, h)
	first := h.changes.version()
	h.save("index.html", "a")
	second := h.changes.version()
	h.save("om/index.html", "b")
	for name, c := range map[string]struct {
		since, last   string
		page, unknown bool
	}{
		"the page's own version":          {first, "", true, false},
		"the last event beats the page's": {first, second, false, false},
		"a version of an earlier run":     {"ABCD-1", "", false, true},
		"no version":                      {"", "", false, true},
	} {
		id, e := listenTo(t, server, "path=/arkiv/&since="+c.since, c.last).next()
		if id != h.changes.version() || e.Page != c.page || e.Unknown != c.unknown {
			t.Errorf("%s: %s %+v", name, id, e)
		}
	}
}

func TestAServerThatIsReplacedLetsItsPagesGo(t *testing.T) {
	h := archive()
	server := serverOf(t, h)
	home := listenTo(t, server, "path=/arkiv/&since="+h.changes.version(), "")
	h.End()
	for home.lines.Scan() {
		if home.lines.Text() != "" {
			t.Errorf("it says %q", home.lines.Text())
		}
	}
	if err := home.lines.Err(); err != nil {
		t.Error(err)
	}
}

func TestAPageTellsTheVersionItIsOf(t *testing.T) {
	h := archive()
	for range 2 {
		for _, address := range []string{"/arkiv/", "/arkiv/ingen/", "/andet/"} {
			if got := ask(h, "GET", address).Header.Get("Server-Timing"); got != `version;desc="`+h.changes.version()+`"` {
				t.Errorf("%s: %s", address, got)
			}
		}
		h.save("index.html", "nyt")
	}
}

func TestAPageIsNeverOlderThanItsVersion(t *testing.T) {
	var s *Server
	s = New(Site{Base: "/", File: func(string) (File, bool) {
		old := strings.NewReader("old")
		s.Changed(Change{Paths: []string{"index.html"}}) // while the old bytes are on their way
		return File{Content: old}, true
	}})
	before := s.changes.version()
	if got := ask(s, "GET", "/").Header.Get("Server-Timing"); !strings.Contains(got, before) {
		t.Errorf("old bytes are said to be %s", got)
	}
}
