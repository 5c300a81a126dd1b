package outside

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// host is a site on this machine that answers in every way.
type host struct {
	*httptest.Server
	mu      sync.Mutex
	seen    []string // method and path of each request
	busy    atomic.Int32
	crowded atomic.Bool // two requests at once
	agent   string
}

func newHost(t *testing.T) *host {
	h := &host{}
	h.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if h.busy.Add(1) > 1 {
			h.crowded.Store(true)
		}
		defer h.busy.Add(-1)
		h.mu.Lock()
		h.seen, h.agent = append(h.seen, r.Method+" "+r.URL.Path), r.UserAgent()
		h.mu.Unlock()
		switch r.URL.Path {
		case "/gone":
			w.WriteHeader(http.StatusNotFound)
		case "/moved":
			http.Redirect(w, r, "/good", http.StatusMovedPermanently)
		case "/elsewhere":
			http.Redirect(w, r, "/good", http.StatusFound)
		case "/ring":
			http.Redirect(w, r, "/ring", http.StatusFound)
		case "/gets":
			if r.Method == http.MethodHead {
				w.WriteHeader(http.StatusMethodNotAllowed)
			}
		case "/slow":
			<-r.Context().Done()
		}
	}))
	t.Cleanup(h.Close)
	return h
}

// requests are those that it got so far.
func (h *host) requests() []string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return slices.Clone(h.seen)
}

func asker(t *testing.T) Asker {
	return Asker{Agent: "referat", Cache: filepath.Join(t.TempDir(), "cache", "outside.json"), Timeout: 300 * time.Millisecond, Now: time.Now}
}

func askAll(t *testing.T, a Asker, addresses ...string) map[string]Answer {
	t.Helper()
	answers, err := a.Ask(context.Background(), addresses, func(int, int) {})
	if err != nil {
		t.Fatal(err)
	}
	return answers
}

func TestAddressesAnswerInEveryWay(t *testing.T) {
	h := newHost(t)
	got := askAll(t, asker(t), h.URL+"/good#a", h.URL+"/good#b", h.URL+"/gone", h.URL+"/moved", h.URL+"/elsewhere", h.URL+"/gets", h.URL+"/ring", h.URL+"/slow", "http://127.0.0.1:1/", "http://[")
	for path, want := range map[string]Answer{
		"/good#a": {Status: 200}, "/good#b": {Status: 200}, "/gone": {Status: 404}, "/moved": {Status: 200, Moved: h.URL + "/good"},
		"/elsewhere": {Status: 200}, "/gets": {Status: 200},
	} {
		is := got[h.URL+path]
		if is.Status != want.Status || is.Moved != want.Moved || is.Fault != "" {
			t.Errorf("%s answers %+v", path, is)
		}
	}
	for _, address := range []string{h.URL + "/ring", h.URL + "/slow", "http://127.0.0.1:1/"} {
		if is := got[address]; is.Status != 0 || is.Fault == "" || strings.Contains(is.Fault, address) {
			t.Errorf("%s answers %+v", address, is)
		}
	}
	if h.crowded.Load() {
		t.Error("the host got two requests at once")
	}
	if n := strings.Count(strings.Join(h.requests(), "\n")+"\n", "HEAD /good\n"); n != 3 { // by itself, and where two others lead
		t.Errorf("/good was asked for %d times", n)
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.agent != "referat" {
		t.Errorf("the program calls itself %q", h.agent)
	}
}

func TestAHostIsLeftInPeaceBetweenTwoRequests(t *testing.T) {
	h := newHost(t)
	a := asker(t)
	a.Pause = 50 * time.Millisecond
	began := time.Now()
	askAll(t, a, h.URL+"/1", h.URL+"/2", h.URL+"/3")
	if took := time.Since(began); took < 3*a.Pause {
		t.Errorf("three requests took %s", took)
	}
}

func TestAnswersAreKeptForSomeDays(t *testing.T) {
	h := newHost(t)
	a := asker(t)
	now := time.Now()
	a.Now = func() time.Time { return now }
	count := func() int { return len(h.requests()) }
	askAll(t, a, h.URL+"/good", h.URL+"/gone")
	first := count()
	askAll(t, a, h.URL+"/good", h.URL+"/gone")
	if count() != first {
		t.Error("known addresses were asked again")
	}
	now = now.Add(25 * time.Hour)
	if got := askAll(t, a, h.URL+"/good", h.URL+"/gone"); got[h.URL+"/gone"].Status != 404 || count() != first+2 {
		t.Errorf("a day later %d requests were sent, %v", count()-first, got)
	}
	now = now.Add(7 * 24 * time.Hour)
	askAll(t, a, h.URL+"/good")
	if count() != first+3 {
		t.Errorf("a week later %d requests were sent", count()-first)
	}
}

func TestAskingCanBeStopped(t *testing.T) {
	h := newHost(t)
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := asker(t).Ask(ctx, []string{h.URL + "/good"}, func(int, int) {}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
