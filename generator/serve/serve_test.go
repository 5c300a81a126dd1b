package serve

import (
	"context"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func site(t *testing.T) *os.Root {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"public/index.html": "forside", "public/om/index.html": "om", "public/404.html": "findes ikke", "public/tal.csv": "date,value", "hemmelig.txt": "hemmelig",
	} {
		p := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("../hemmelig.txt", filepath.Join(dir, "public", "ud.txt")); err != nil {
		t.Log("no symbolic links on this system:", err)
	}
	root, err := os.OpenRoot(filepath.Join(dir, "public"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = root.Close() })
	return root
}

func TestAnswers(t *testing.T) {
	h := Handler(site(t), "/arkiv/")
	for _, c := range []struct {
		method, address, host string
		status                int
		body, header          string
	}{
		{"GET", "/arkiv/", "localhost:8080", 200, "forside", "text/html"},
		{"HEAD", "/arkiv/", "127.0.0.1:8080", 200, "", "text/html"},
		{"GET", "/arkiv/om/", "[::1]:8080", 200, "om", "text/html"},
		{"GET", "/arkiv/om", "localhost", 301, "", ""},
		{"GET", "/", "localhost", 302, "", ""},
		{"GET", "/arkiv/tal.csv", "localhost", 200, "date,value", "text/csv"},
		{"GET", "/arkiv/ingen", "localhost", 404, "findes ikke", "text/html"},
		{"GET", "/arkiv/../hemmelig.txt", "localhost", 404, "findes ikke", ""},
		{"GET", "/arkiv/ud.txt", "localhost", 404, "findes ikke", ""},
		{"POST", "/arkiv/", "localhost", 405, "", ""},
		{"GET", "/arkiv/", "ond.example:8080", 421, "", ""},
	} {
		r := httptest.NewRequest(c.method, "http://x"+c.address, nil)
		r.URL.Path, r.Host = c.address, c.host
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != c.status || c.body != "" && w.Body.String() != c.body || !strings.HasPrefix(w.Header().Get("Content-Type"), c.header) {
			t.Errorf("%s %s at %s: %d %q %s", c.method, c.address, c.host, w.Code, w.Body, w.Header().Get("Content-Type"))
		}
		if strings.Contains(w.Body.String(), "hemmelig") {
			t.Errorf("%s leads out of the folder", c.address)
		}
	}
}

func TestTheServerEndsWithItsContext(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- Run(ctx, l, Handler(site(t), "/")) }()
	answer, err := http.Get("http://" + l.Addr().String() + "/")
	if err != nil {
		t.Fatal(err)
	}
	if body, _ := io.ReadAll(answer.Body); string(body) != "forside" {
		t.Errorf("%s", body)
	}
	_ = answer.Body.Close()
	stop()
	select {
	case err := <-ended:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(10 * time.Second):
		t.Error("it does not end")
	}
}
