package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// shownSite is a site that serve shows while a test changes its files.
type shownSite struct {
	*testing.T
	dir     string
	address string
	out     *safeBuffer
}

// safeBuffer is written by one goroutine and read by another.
type safeBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *safeBuffer) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *safeBuffer) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}

// follow shows a copy of the test site until the test ends.
func follow(t *testing.T) *shownSite {
	t.Helper()
	s := &shownSite{T: t, dir: copySite(t, "testdata/site"), out: &safeBuffer{}}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan int, 1)
	go func() { ended <- run(ctx, []string{"serve", "-C", s.dir, "--port", "0"}, s.out, s.out) }()
	t.Cleanup(func() {
		stop()
		if status := <-ended; status != exitDone {
			t.Errorf("serve ended with %d:\n%s", status, s.out)
		}
	})
	address := regexp.MustCompile(`http://127\.0\.0\.1:\d+/`)
	s.until("the address is told", func() bool { s.address = address.FindString(s.out.String()); return s.address != "" })
	return s
}

// until waits for what must come in the end.
func (s *shownSite) until(what string, ok func() bool) {
	s.Helper()
	for deadline := time.Now().Add(60 * time.Second); !ok(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			s.Fatalf("in a minute it has not come about that %s:\n%s", what, s.out)
		}
	}
}

func (s *shownSite) write(path, text string) {
	s.Helper()
	name := filepath.Join(s.dir, filepath.FromSlash(path))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		s.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		s.Fatal(err)
	}
}

func (s *shownSite) read(path string) string {
	s.Helper()
	b, err := os.ReadFile(filepath.Join(s.dir, filepath.FromSlash(path)))
	if err != nil {
		s.Fatal(err)
	}
	return string(b)
}

// page is what the preview answers for an address below the base.
func (s *shownSite) page(address string) (string, int) {
	s.Helper()
	r, err := http.Get(s.address + address)
	if err != nil {
		s.Fatal(err)
	}
	defer func() { _ = r.Body.Close() }()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		s.Fatal(err)
	}
	return string(b), r.StatusCode
}

// clean tells that public/ is what a clean build of the files as they are now makes.
func (s *shownSite) clean() bool {
	out := filepath.Join(s.TempDir(), "public")
	r := buildOnce(context.Background(), options{dir: s.dir, out: out, shown: out, now: time.Now()}, func(int, int) {})
	if !r.done() {
		s.Fatal(r.problems)
	}
	followed, err := filesIn(filepath.Join(s.dir, "public"))
	return err == nil && maps.EqualFunc(files(s.T, out), followed, bytes.Equal)
}

func TestServeFollowsWhatIsDoneToTheFiles(t *testing.T) {
	s := follow(t)
	minutes := "content/referater/klinisk-anvendelse/2023-11-07.md"
	for _, step := range []struct {
		what string
		do   func()
	}{
		{"nothing", func() {}},
		{"a text in place", func() { s.write(minutes, s.read(minutes)+"\nEn linje mere.\n") }},
		{"an atomic save", func() {
			s.write("content/.om.md.tmp", strings.Replace(s.read("content/om.md"), "+++\n\n", "+++\n\nNyt.\n\n", 1))
			rename(t, s.dir, "content/.om.md.tmp", "content/om.md")
		}},
		{"a new folder with files", func() {
			for i := range 200 {
				s.write(fmt.Sprintf("content/nyt/side-%d.md", i), fmt.Sprintf("+++\ntitle = \"Side %d\"\n+++\nTekst\n", i))
			}
		}},
		{"a folder renamed", func() { rename(t, s.dir, "content/nyt", "content/andet") }},
		{"a folder gone", func() { remove(t, s.dir, "content/andet") }},
		{"a setting", func() { s.write("site.toml", strings.Replace(s.read("site.toml"), "title = \"", "title = \"Ny ", 1)) }},
		{"a layout", func() {
			s.write("layouts/partials/link.html", `<a class="ny" href="{{.Href}}">{{.Text}}</a>`)
		}},
		{"the layout gone", func() { remove(t, s.dir, "layouts") }},
		{"content taken away and put back", func() {
			rename(t, s.dir, "content", "gemt")
			s.until("that is told", func() bool { return strings.Contains(s.out.String(), "content-missing") })
			rename(t, s.dir, "gemt", "content")
		}},
		{"a broken file, mended", func() {
			good := s.read("content/om.md")
			s.write("content/om.md", "+++\ntitle = \n+++\n")
			s.until("the fault is told", func() bool { return strings.Contains(s.out.String(), "toml-syntax") })
			s.write("content/om.md", good)
		}},
		{"files in public deleted", func() {
			remove(t, s.dir, "public/om")
			s.write("content/ny.md", "+++\ntitle = \"Ny\"\n+++\n") // what brings the full scan that sees it
		}},
	} {
		step.do()
		s.until("public is right after "+step.what, s.clean)
	}
}

func rename(t *testing.T, dir, from, to string) {
	t.Helper()
	if err := os.Rename(filepath.Join(dir, filepath.FromSlash(from)), filepath.Join(dir, filepath.FromSlash(to))); err != nil {
		t.Fatal(err)
	}
}

func remove(t *testing.T, dir, path string) {
	t.Helper()
	if err := os.RemoveAll(filepath.Join(dir, filepath.FromSlash(path))); err != nil {
		t.Fatal(err)
	}
}

func TestThePreviewShowsDraftsThatNeverReachPublic(t *testing.T) {
	s := follow(t)
	s.write("content/kladde.md", "+++\ntitle = \"Kladde\"\ndraft = true\n+++\nHemmeligt\n")
	s.until("the draft is shown", func() bool {
		page, status := s.page("kladde/")
		return status == http.StatusOK && strings.Contains(page, "Hemmeligt") && strings.Contains(page, "/-/preview.js")
	})
	if status, _ := s.page("-/status?path=/kladde/"); !strings.Contains(status, `"draft":true,"published":false`) {
		t.Error(status)
	}
	s.write("content/kladde.md", "+++\ntitle = \"Kladde\"\ndraft = true\n+++\nMere hemmeligt\n")
	s.until("the draft's new text is shown", func() bool { page, _ := s.page("kladde/"); return strings.Contains(page, "Mere hemmeligt") })
	for path, b := range files(t, filepath.Join(s.dir, "public")) {
		if bytes.Contains(b, []byte("emmeligt")) || bytes.Contains(b, []byte("preview.js")) {
			t.Errorf("%s has what only the preview may show", path)
		}
	}
	remove(t, s.dir, "content/kladde.md")
	s.until("the draft is gone", func() bool { _, status := s.page("kladde/"); return status == http.StatusNotFound })
}

func TestWhatIsToBePublicLaterBecomesSoByItself(t *testing.T) {
	s := follow(t)
	at := time.Now().Add(1500 * time.Millisecond)
	s.write("content/senere.md", "+++\ntitle = \"Senere\"\npublish = "+at.Format(time.RFC3339Nano)+"\n+++\n")
	s.until("the page is in the preview", func() bool { _, status := s.page("senere/"); return status == http.StatusOK })
	s.until("the page is public", func() bool {
		_, err := os.Stat(filepath.Join(s.dir, "public", "senere", "index.html"))
		return err == nil
	})
	if time.Now().Before(at) {
		t.Error("it was public too early")
	}
	s.until("public is right", s.clean)
}

func TestAFaultKeepsTheLastGoodPageAndIsTold(t *testing.T) {
	s := follow(t)
	good := s.read("content/om.md")
	s.write("content/om.md", strings.Replace(good, "title = ", "titel = ", 1))
	s.until("the fault is told", func() bool {
		status, _ := s.page("-/status?path=/")
		return strings.Contains(status, `"failed":true`) && strings.Contains(status, "content/om.md:2:1") && strings.Contains(status, `"marked":true`)
	})
	if page, status := s.page("om/"); status != http.StatusOK || !strings.Contains(page, "<main") {
		t.Errorf("the last good page is gone: %d", status)
	}
	s.write("content/om.md", good)
	s.until("the fault is gone", func() bool {
		status, _ := s.page("-/status?path=/")
		return strings.Contains(status, `"failed":false`)
	})
}
