package serve

import (
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"syscall"
	"testing"

	"referat/generator/hosting"
)

const inserted = `<link rel="stylesheet" href="/arkiv/-/preview.css"><script type="module" src="/arkiv/-/preview.js"></script>`

func archive() *written {
	return newWritten("/arkiv/", "da",
		"index.html", "<body>forside</body>", "om/index.html", "<body>om</body></html>", "404.html", "<body>findes ikke</body>",
		"tal.csv", "date,value", "børn/index.html", "<p>uden krop")
}

func body(t *testing.T, r *http.Response) string {
	t.Helper()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestAnswersAreThoseOfAWebServer(t *testing.T) {
	h := archive()
	for _, c := range []struct {
		method, address, to string
		status              int
		body                string
	}{
		{"GET", "/arkiv/", "", 200, "<body>forside" + inserted + "</body>"},
		{"GET", "/arkiv/index.html", "", 200, "<body>forside" + inserted + "</body>"},
		{"GET", "/arkiv/om/?a=b", "", 200, "<body>om" + inserted + "</body></html>"},
		{"GET", "/arkiv/b%C3%B8rn/", "", 200, "<p>uden krop" + inserted},
		{"GET", "/arkiv/tal.csv", "", 200, "date,value"},
		{"GET", "/arkiv/om?a=b", "/arkiv/om/?a=b", 301, ""},
		{"GET", "/arkiv/b%C3%B8rn", "/arkiv/b%C3%B8rn/", 301, ""},
		{"GET", "/arkiv", "/arkiv/", 301, ""},
		{"GET", "/", "/arkiv/", 302, ""},
		{"GET", "/favicon.ico", "", 204, ""},
		{"GET", "/arkiv/favicon.ico", "", 404, "<body>findes ikke" + inserted + "</body>"},
		{"GET", "/arkiv/ingen/", "", 404, "<body>findes ikke" + inserted + "</body>"},
		{"GET", "/arkiv/tal.csv/", "", 404, "<body>findes ikke" + inserted + "</body>"},
		{"GET", "/om/", "", 404, "<body>findes ikke" + inserted + "</body>"},
		{"GET", "/arkiv/-/ingen", "", 404, "404\n"},
		{"POST", "/arkiv/", "", 405, "forhåndsvisningen svarer kun på GET og HEAD\n"},
		{"DELETE", "/arkiv/-/status", "", 405, "forhåndsvisningen svarer kun på GET og HEAD\n"},
	} {
		got := ask(h, c.method, c.address)
		text := body(t, got)
		if got.StatusCode != c.status || got.Header.Get("Location") != c.to || c.to == "" && text != c.body {
			t.Errorf("%s %s: %d %q %s", c.method, c.address, got.StatusCode, text, got.Header.Get("Location"))
		}
		if allow := got.Header.Get("Allow"); (allow == "GET, HEAD") != (c.status == 405) {
			t.Errorf("%s %s: allow %q", c.method, c.address, allow)
		}
	}
}

func TestHeadSaysWhatGetWould(t *testing.T) {
	h := archive()
	h.write("404.html", strings.Repeat("<p>findes ikke", 1000)) // longer than what the server measures by itself
	server := httptest.NewServer(h)
	defer server.Close()
	defer http.DefaultClient.CloseIdleConnections()
	for _, address := range []string{"/arkiv/", "/arkiv/tal.csv", "/arkiv/ingen", "/arkiv/-/preview.js"} {
		got, err := http.Get(server.URL + address)
		if err != nil {
			t.Fatal(err)
		}
		text := body(t, got)
		_ = got.Body.Close()
		head, err := http.Head(server.URL + address)
		if err != nil {
			t.Fatal(err)
		}
		_ = head.Body.Close()
		if head.StatusCode != got.StatusCode || head.ContentLength != int64(len(text)) || head.Header.Get("ETag") != got.Header.Get("ETag") {
			t.Errorf("%s: %d, %d bytes, but %d, %d", address, head.StatusCode, head.ContentLength, got.StatusCode, len(text))
		}
	}
}

func TestASiteWithoutAPageForWrongAddressesHasOne(t *testing.T) {
	got := ask(newWritten("/", "da"), "GET", "/ingen/")
	if text := body(t, got); got.StatusCode != 404 || !strings.Contains(text, "<p>404</p><link") {
		t.Errorf("%d %s", got.StatusCode, text)
	}
}

func TestOnlyNamesOfThisMachineAreAnswered(t *testing.T) {
	h := archive()
	for host, want := range map[string]int{
		"127.0.0.1": 200, "127.0.0.1:8080": 200, "localhost": 200, "LocalHost:1": 200, "[::1]": 200, "[::1]:8080": 200, "::1": 200,
		"": 421, "ond.example": 421, "ond.example:8080": 421, "localhost.ond.example": 421, "127.0.0.1.ond.example": 421, "localhost.": 421,
		"127.0.0.2": 421, "0.0.0.0:8080": 421, "192.168.1.2": 421, "[::]:80": 421, "[::1": 421, "::1]": 421,
	} {
		r := httptest.NewRequest("GET", "/arkiv/", nil)
		r.Host = host
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != want {
			t.Errorf("%q: %d, want %d", host, w.Code, want)
		}
		if want != 200 && strings.Contains(w.Body.String(), "forside") {
			t.Errorf("%q reads the site", host)
		}
	}
}

type unreadable struct{ io.ReadSeeker }

func (unreadable) Read([]byte) (int, error) { return 0, syscall.EIO }

func TestARefusalSpeaksTheSitesLanguage(t *testing.T) {
	foreign := func(h http.Handler) *http.Response {
		r := httptest.NewRequest("GET", "/", nil)
		r.Host = "ond.example"
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		return w.Result()
	}
	for lang, want := range map[string][3]string{
		"da": {"forhåndsvisningen svarer kun på denne maskines egne navne, 127.0.0.1 og localhost\n", "forhåndsvisningen svarer kun på GET og HEAD\n",
			"filen kan ikke læses: systemet melder \"" + syscall.EIO.Error() + "\"\n"},
		"en": {"the preview answers to this machine's own names only, 127.0.0.1 and localhost\n", "the preview answers to GET and HEAD only\n",
			"the file cannot be read: " + syscall.EIO.Error() + "\n"},
	} {
		h := New(Site{Base: "/", Lang: lang, File: func(string) (File, bool) { return File{Content: unreadable{}}, true }})
		for i, got := range []*http.Response{foreign(h), ask(h, "POST", "/"), ask(h, "GET", "/")} {
			if text := body(t, got); text != want[i] || got.Header.Get("Content-Language") != lang {
				t.Errorf("%s: %q, not %q, in %q", lang, text, want[i], got.Header.Get("Content-Language"))
			}
		}
		if text := body(t, ask(h, "GET", "/tal.csv")); text != want[2] {
			t.Errorf("%s: a file that is no page: %q", lang, text)
		}
	}
}

func TestNoPathLeavesTheSite(t *testing.T) {
	var asked []string
	s := New(Site{Base: "/", File: func(path string) (File, bool) {
		asked = append(asked, path)
		return File{}, false
	}, Status: func(string) Status { return Status{} }})
	for _, path := range []string{"/../x", "/a/../../x", "//x", "/./x", "/a//b/", "/a\\..\\x", "/..\\x", "/C:\\x", "/x\x00", "/../", "/.."} {
		r := httptest.NewRequest("GET", "/", nil)
		r.Host, r.URL.Path = "localhost", path
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		if w.Code != 404 {
			t.Errorf("%q: %d", path, w.Code)
		}
	}
	if asked = slices.DeleteFunc(asked, func(p string) bool { return p == "404.html" }); len(asked) > 0 {
		t.Errorf("the site was asked for %q", asked)
	}
}

func TestTheRulesForWebServersAreNotShown(t *testing.T) {
	h := archive()
	for _, file := range hosting.Files() {
		h.write(file, "regler")
		if got := ask(h, "GET", "/arkiv/"+file); got.StatusCode != 404 {
			t.Errorf("%s: %d", file, got.StatusCode)
		}
	}
	if got := ask(h, "GET", "/arkiv/_server/"); got.StatusCode != 404 {
		t.Errorf("the folder: %d", got.StatusCode)
	}
}

func TestPartsOfAFile(t *testing.T) {
	h := archive()
	got := ask(h, "GET", "/arkiv/tal.csv", "Range", "bytes=5-7")
	if text := body(t, got); got.StatusCode != 206 || text != "val" || got.Header.Get("Content-Range") != "bytes 5-7/10" {
		t.Errorf("%d %q %s", got.StatusCode, text, got.Header.Get("Content-Range"))
	}
	if got := ask(h, "GET", "/arkiv/tal.csv", "Range", "bytes=50-"); got.StatusCode != 416 {
		t.Errorf("past the end: %d", got.StatusCode)
	}
	if got := ask(h, "GET", "/arkiv/tal.csv", "Range", "bytes=5-7", "If-Range", `"other"`); got.StatusCode != 200 {
		t.Errorf("a part of other bytes: %d", got.StatusCode)
	}
}

func TestWhatABrowserHasIsNotSentAgain(t *testing.T) {
	h := archive()
	for path, address := range map[string]string{"index.html": "/arkiv/", "tal.csv": "/arkiv/tal.csv"} {
		first := ask(h, "GET", address)
		tag := first.Header.Get("ETag")
		if first.Header.Get("Cache-Control") != "no-cache" || first.Header.Get("Last-Modified") != "Sat, 07 Nov 2026 12:00:00 GMT" || tag == "" {
			t.Errorf("%s: %v", path, first.Header)
		}
		if again := ask(h, "GET", address, "If-None-Match", tag); again.StatusCode != 304 {
			t.Errorf("%s again: %d", path, again.StatusCode)
		}
		h.write(path, "andet")
		if again := ask(h, "GET", address, "If-None-Match", tag); again.StatusCode != 200 {
			t.Errorf("%s with other bytes: %d", path, again.StatusCode)
		}
	}
}

func TestAPageIsToldFromItsFile(t *testing.T) {
	s := New(Site{Base: "/", File: func(string) (File, bool) { return File{Content: strings.NewReader("x"), Tag: "abc"}, true }})
	if tag := ask(s, "GET", "/x.css").Header.Get("ETag"); tag != `"abc"` {
		t.Errorf("a file has the tag %s", tag)
	}
	if tag := ask(s, "GET", "/").Header.Get("ETag"); tag == `"abc"` || tag == "" {
		t.Errorf("a page has the tag %s", tag)
	}
}

type closing struct {
	*strings.Reader
	closed *int
}

func (c closing) Close() error { *c.closed++; return nil }

func TestEveryFileIsClosed(t *testing.T) {
	opened, closed := 0, 0
	s := New(Site{Base: "/", Status: func(string) Status { return Status{} }, File: func(path string) (File, bool) {
		if !strings.Contains(path, ".") {
			return File{}, false
		}
		opened++
		return File{Content: closing{strings.NewReader("x"), &closed}}, true
	}})
	for _, address := range []string{"/", "/x.pdf", "/om", "/a.b/", "/-/status?path=/", "/\\"} {
		ask(s, "GET", address)
	}
	if opened < 6 || opened != closed {
		t.Errorf("%d opened, %d closed", opened, closed)
	}
}

func TestEveryAnswerHasTheHeadersOfProduction(t *testing.T) {
	h := archive()
	for _, address := range []string{"/arkiv/", "/arkiv/tal.csv", "/arkiv/ingen", "/arkiv/om", "/", "/arkiv/-/preview.js", "/arkiv/-/status?path=/arkiv/"} {
		got := ask(h, "GET", address)
		for name, want := range map[string]string{
			"Content-Security-Policy":      "default-src 'none'; ",
			"X-Content-Type-Options":       "nosniff",
			"Referrer-Policy":              "strict-origin-when-cross-origin",
			"Permissions-Policy":           "camera=()",
			"Cross-Origin-Opener-Policy":   "same-origin",
			"Cross-Origin-Resource-Policy": "same-origin",
			"Cache-Control":                "no-",
		} {
			if !strings.Contains(got.Header.Get(name), want) {
				t.Errorf("%s: %s is %q", address, name, got.Header.Get(name))
			}
		}
		if policy := got.Header.Get("Content-Security-Policy"); strings.Contains(policy, "unsafe") || strings.Contains(policy, "upgrade") {
			t.Errorf("%s: %s", address, policy)
		}
		if got.Header.Get("Strict-Transport-Security") != "" {
			t.Errorf("%s: this machine has no TLS", address)
		}
	}
	secure := hosting.Headers(true)
	if last := secure[len(secure)-1]; last.Name != "Strict-Transport-Security" || !strings.HasSuffix(secure[0].Value, "; upgrade-insecure-requests") {
		t.Errorf("behind TLS: %v", secure)
	}
}

func TestEveryTypeThatIsPublishedIsNamed(t *testing.T) {
	for name, want := range map[string]string{
		"a.html": "text/html; charset=utf-8", "a.css": "text/css; charset=utf-8", "a.js": "text/javascript; charset=utf-8",
		"a.svg": "image/svg+xml; charset=utf-8", "a.json": "application/json", "a.csv": "text/csv; charset=utf-8",
		"a.xml": "application/xml; charset=utf-8", "a.txt": "text/plain; charset=utf-8", "a.pdf": "application/pdf",
		"a.docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
		"a.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
		"a.png":  "image/png", "a.jpg": "image/jpeg", "A.JPG": "image/jpeg", "a.ics": "text/calendar; charset=utf-8",
		"a.webmanifest": "application/manifest+json", "a.exe": "application/octet-stream", "a": "application/octet-stream",
	} {
		s := newWritten("/", "da", name, "x")
		if got := ask(s, "GET", "/"+name).Header.Get("Content-Type"); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

func TestASiteThatWasNeverBuiltShowsWhatIsInItsWay(t *testing.T) {
	h := newWritten("/", "da")
	h.status = Status{Build: Build{Failed: true}, Problems: []Problem{{Severity: Error, Place: "content/om.md:3", Message: "linket <x> fører ingen steder", Hint: "fjern det"}}}
	for _, path := range []string{"/", "/om/"} {
		got := ask(h, "GET", path)
		text := body(t, got)
		for _, want := range []string{`<html lang="da">`, "<h1>Webstedet kan ikke vises endnu</h1>", "<code>content/om.md:3</code>: linket &lt;x&gt; fører ingen steder<br>fjern det", "-/preview.js"} {
			if got.StatusCode != 404 || !strings.Contains(text, want) {
				t.Errorf("%s: %d without %s:\n%s", path, got.StatusCode, want, text)
			}
		}
	}
	h.write("404.html", "<body>findes ikke</body>")
	if text := body(t, ask(h, "GET", "/om/")); !strings.Contains(text, "findes ikke") || strings.Contains(text, "Webstedet kan ikke") {
		t.Errorf("the site that stands has not its own page: %s", text)
	}
	h = newWritten("/", "en")
	h.status = Status{Build: Build{Failed: true}}
	if text := body(t, ask(h, "GET", "/")); !strings.Contains(text, "<h1>The site cannot be shown yet</h1>") {
		t.Error(text)
	}
}
