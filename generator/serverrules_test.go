package main

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"context"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"referat/generator/hosting"
	"referat/generator/source"
)

// servedSite has a file of every kind that a web server treats in its own way.
func servedSite(base string) map[string]string {
	return map[string]string{
		"site.toml":                            strings.Replace(settingsText, "https://ngc.dk/\"", base+"\"", 1) + "\n[security]\ncontact = [\"a@ngc.dk\"]\nexpires = 2027-06-01\n",
		"content/udvalg/raad.md":               "+++\ntitle = \"Rådet\"\nredirect_from = [\"/udvalg/nævnet/\"]\n+++\n",
		"content/genomtal/genomer.toml":        "title = \"Antal\"\nunit = \"genomer\"\ndefinition = \"Hvad der tælles.\"\n",
		"content/genomtal/genomer.csv":         "date,value,status,source,note\n2023-10-31,10,final,https://eksempel.dk/tal,\n",
		"content/om.md":                        "+++\ntitle = \"Om\"\nredirect_from = [\"/Gammel/Om%20os/\", \"/om.html\"]\n+++\n\n" + strings.Repeat("Siden handler om [en fil](assets/note.pdf) og [en aftale](moede.ics), [tal](tal.csv) og [noter](noter.txt).\n\n", 20),
		"content/assets/note.pdf":              string(realFile("note.pdf", "Note")),
		"content/moede.ics":                    "BEGIN:VCALENDAR\n",
		"content/tal.csv":                      "år,antal\n2023,1\n",
		"content/noter.txt":                    "æøå\n",
		"content/404.md":                       "+++\ntitle = \"Findes ikke\"\n+++\n",
		"content/referater/raad/2024-03-05.md": "+++\ntitle = \"Møde i Rådet\"\nstate = \"final\"\n+++\n\n## Pkt. 1 Status\n\n### Referat\n\nStatus.\n",
		"content/referater/raad/2024-04-02.md": "+++\ntitle = \"Trukket\"\nstate = \"withdrawn\"\nredirect_from = [\"/trukket/\"]\nwithdrawn = 2024-05-01\n+++\n\nHEMMELIGT\n",
		"content/referater/raad/2024-06-11.md": "+++\ntitle = \"Trukket\"\nstate = \"withdrawn\"\nwithdrawn = 2024-07-01\n+++\n\nHEMMELIGT\n",
	}
}

// served is a site behind a web server.
type served struct {
	*testing.T
	at     string // address of the server
	base   string // of the site
	secure bool
	files  map[string][]byte
	client http.Client
	name   string // of the server
}

func TestWebServersAnswerByTheRules(t *testing.T) {
	for _, base := range []string{"https://ngc.dk/", "http://ngc.dk/møder/a.b/"} {
		root := folderForServers(t)
		dir := t.TempDir()
		for name, text := range servedSite(base) {
			must(t, os.MkdirAll(filepath.Join(dir, filepath.Dir(name)), 0o755))
			must(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644))
		}
		path := strings.TrimPrefix(strings.TrimPrefix(base, "https://ngc.dk"), "http://ngc.dk")
		out := filepath.Join(root, filepath.FromSlash(path))
		buildInto(t, dir, out)
		for _, w := range webServers() {
			t.Run(w.name+path, func(t *testing.T) {
				s := &served{T: t, name: w.name, base: path, secure: strings.HasPrefix(base, "https"), files: files(t, out)}
				s.client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
				s.client.Transport = &http.Transport{DisableCompression: true}
				s.at = w.start(t, root, out)
				t.Cleanup(s.client.CloseIdleConnections)
				s.everyFile()
				s.wrongAddresses()
				s.goneAddresses()
				s.redirects()
				s.packed()
				s.unchanged()
			})
		}
	}
}

// ask asks for an address below the base. Whatever the answer, it has the headers
// of every answer, each once.
func (s *served) ask(address string, more ...string) (*http.Response, string) {
	s.Helper()
	r, err := http.NewRequestWithContext(context.Background(), "GET", s.at+s.base+address, nil)
	if err != nil {
		s.Fatal(err)
	}
	for i := 0; i < len(more); i += 2 {
		r.Header.Set(more[i], more[i+1])
	}
	got, err := s.client.Do(r)
	if err != nil {
		s.Fatal(err)
	}
	body, err := io.ReadAll(got.Body)
	_ = got.Body.Close()
	if err != nil {
		s.Fatal(err)
	}
	for _, h := range hosting.Headers(s.secure) {
		if v := got.Header.Values(h.Name); !slices.Equal(v, []string{h.Value}) {
			s.Errorf("%s (%d): %s is %q", address, got.StatusCode, h.Name, v)
		}
	}
	if got.Header.Get("Strict-Transport-Security") != "" && !s.secure {
		s.Errorf("%s: TLS is promised, and there is none", address)
	}
	return got, string(body)
}

// want asks, and holds the answer against a status, a file and how long it is kept.
func (s *served) want(address string, status int, file, cache string) *http.Response {
	s.Helper()
	got, body := s.ask(address)
	if got.StatusCode != status {
		s.Errorf("%s: status %d, want %d", address, got.StatusCode, status)
	}
	if body != string(s.files[file]) {
		s.Errorf("%s: the answer is not %s: %.200s", address, file, body)
	}
	if typ := got.Header.Get("Content-Type"); !strings.EqualFold(typ, hosting.TypeOf(file)) {
		s.Errorf("%s: the type is %q, want %q", address, typ, hosting.TypeOf(file))
	}
	if kept := got.Header.Values("Cache-Control"); !slices.Equal(kept, []string{cache}) {
		s.Errorf("%s: kept %q, want %q", address, kept, cache)
	}
	return got
}

func (s *served) everyFile() {
	kinds := map[string]bool{}
	for file := range s.files {
		switch {
		case hosting.Hidden(file):
			if got, body := s.ask(file); got.StatusCode != 404 && got.StatusCode != 403 || body == string(s.files[file]) {
				s.Errorf("%s is served: %d", file, got.StatusCode)
			}
			continue
		case file == "om.html", file == "Gammel/Om os/index.html", file == "udvalg/nævnet/index.html", file == "trukket/index.html", strings.HasPrefix(file, "referater/raad/2024-04-02/"), strings.HasPrefix(file, "referater/raad/2024-06-11/"):
			continue
		}
		cache := hosting.Fresh
		if strings.HasPrefix(file, "assets/") && file != "assets/note.pdf" {
			cache = hosting.Kept
		}
		kinds[filepath.Ext(file)+cache] = true
		s.want(strings.TrimSuffix(file, "index.html"), 200, file, cache)
	}
	if len(kinds) < 9 {
		s.Errorf("only %v were asked for", kinds)
	}
}

func (s *served) wrongAddresses() {
	for _, address := range []string{"ingen/", "ingen", "ingen.csv", "ingen.pdf", "assets/", "om/index.html/", "_server/", "_server/nginx.conf", "_headers", "_redirects",
		"web.config", "_SERVER/nginx.conf", "assets/ingen.12345678.css", "%25"} {
		s.want(address, 404, "404.html", hosting.Fresh)
	}
	if got, _ := s.ask(".htaccess"); got.StatusCode != 404 && got.StatusCode != 403 {
		s.Errorf(".htaccess: %d", got.StatusCode)
	}
}

func (s *served) goneAddresses() {
	for _, day := range []string{"2024-04-02", "2024-06-11"} {
		page := "referater/raad/" + day
		if len(s.files[page+"/index.html"]) == 0 || bytes.Contains(s.files[page+"/index.html"], []byte("HEMMELIGT")) {
			s.Fatal("no stone stands there")
		}
		for _, address := range []string{page + "/", page, page + "/index.html", page + "/?a=b"} {
			if got := s.want(address, 410, page+"/index.html", hosting.Fresh); got.Header.Get("X-Robots-Tag") != "noindex" {
				s.Errorf("%s: search engines may keep it", address)
			}
		}
	}
	if got, _ := s.ask("referater/raad/2024-03-05/"); got.Header.Get("X-Robots-Tag") != "" {
		s.Error("a page that stands is kept from search engines")
	}
	s.want("referater/raad/2024-04-02/index.json", 404, "404.html", hosting.Fresh)
}

func (s *served) redirects() {
	for from, to := range map[string]string{"was": "was/", "om": "om/", "referater/raad": "referater/raad/", "Gammel/Om%20os/": "om/", "Gammel/Om%20os": "om/", "om.html": "om/",
		"trukket/": "referater/raad/2024-04-02/", "trukket": "referater/raad/2024-04-02/", "udvalg/n%C3%A6vnet/": "udvalg/raad/",
		"udvalg/n%C3%A6vnet/index.json": "udvalg/raad/index.json", "udvalg/n%C3%A6vnet/feed.xml": "udvalg/raad/feed.xml", "udvalg/n%C3%A6vnet/kalender.ics": "udvalg/raad/kalender.ics"} {
		got, _ := s.ask(from)
		place, err := got.Location()
		if err != nil || got.StatusCode != 301 && got.StatusCode != 308 || !strings.HasPrefix(place.String(), s.at) || place.Path != s.base+to {
			s.Errorf("%s: %d to %v", from, got.StatusCode, place)
		}
		// Who stands before nginx may have TLS and another name.
		if where := got.Header.Get("Location"); s.name == "nginx" && !strings.HasPrefix(where, "/") {
			s.Errorf("%s: to %s", from, where)
		}
	}
	if s.base == "/" {
		return
	}
	base := s.base
	s.base = strings.TrimSuffix(base, "/")
	defer func() { s.base = base }()
	if got, _ := s.ask(""); got.StatusCode != 301 && got.StatusCode != 308 || !strings.HasSuffix(got.Header.Get("Location"), "a.b/") {
		s.Errorf("%s: %d to %q", s.base, got.StatusCode, got.Header.Get("Location"))
	}
}

// packed asks for texts as browsers do.
func (s *served) packed() {
	for address, file := range map[string]string{"om/": "om/index.html", "sitemap.xml": "sitemap.xml", "genomtal/index.json": "genomtal/index.json"} {
		got, body := s.ask(address, "Accept-Encoding", "gzip")
		if got.Header.Get("Content-Encoding") != "gzip" || !strings.Contains(strings.Join(got.Header.Values("Vary"), ","), "Accept-Encoding") {
			s.Errorf("%s is not packed: %v", address, got.Header)
			continue
		}
		unpacked, err := gzip.NewReader(strings.NewReader(body))
		if err != nil {
			s.Fatal(err)
		}
		if text, err := io.ReadAll(unpacked); err != nil || !bytes.Equal(text, s.files[file]) {
			s.Errorf("%s: other bytes come out (%v)", address, err)
		}
	}
}

// unchanged asks again for what it has, packed or not.
func (s *served) unchanged() {
	for _, address := range []string{"om/", "sitemap.xml"} {
		for _, packing := range []string{"gzip", "identity"} {
			first, _ := s.ask(address, "Accept-Encoding", packing)
			again, _ := s.ask(address, "Accept-Encoding", packing, "If-None-Match", cmp.Or(first.Header.Get("ETag"), "none"))
			if again.StatusCode != 304 {
				s.Errorf("%s (%s, %s): %d", address, packing, first.Header.Get("ETag"), again.StatusCode)
			}
		}
	}
}

// A withdrawn page is one rule more, in every set of rules, and one line in the list of
// corrections.
func TestAWithdrawnPageChangesTheRules(t *testing.T) {
	dir := t.TempDir()
	for name, text := range servedSite("https://ngc.dk/") {
		must(t, os.MkdirAll(filepath.Join(dir, filepath.Dir(name)), 0o755))
		must(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644))
	}
	out := filepath.Join(dir, "public")
	buildInto(t, dir, out)
	before := files(t, out)
	name := filepath.Join(dir, "content/referater/raad/2024-09-03.md")
	must(t, os.WriteFile(name, []byte("+++\ntitle = \"Trukket\"\nstate = \"withdrawn\"\nwithdrawn = 2024-10-01\n+++\n"), 0o644))
	r := buildInto(t, dir, out)
	if slices.ContainsFunc(r.problems, func(p source.Problem) bool { return p.Severity() == source.Error }) {
		t.Fatal(r.problems)
	}
	var changed []string
	for path, text := range files(t, out) {
		if !bytes.Equal(before[path], text) {
			changed = append(changed, path)
		}
	}
	slices.Sort(changed)
	want := []string{".htaccess", "_headers", "_redirects", "_server/Caddyfile", "_server/nginx.conf", "nyt/index.html", "referater/raad/2024-09-03/index.html", "rettelser/feed.xml", "rettelser/index.html", "sitemap.xml", "web.config"}
	if !slices.Equal(changed, want) || r.files.Written != len(want) {
		t.Errorf("%d files are new: %v", r.files.Written, changed)
	}
}

// Addresses with signs that some syntax has a use for, at a site's own addresses
// they do not occur: an old website may have had them.
func TestWebServersReadOddAddresses(t *testing.T) {
	odd := []string{"gammel side/", "æøå", `a"b`, "a'b", "a$b", "a$1", "a%20b", "a{b}", "{$HOME}", "${HOME}", "%{HOST}", "a(b)[c]", "a*b", "a+b.c", "a,b;c", "a#b", "a?b", `a\b`, `a\\b`, `a\n`, `a\"b`, "a|b", "a`b", "a&b=c", "a<b>", "@a", "~a", "!a", "^a"}
	root := folderForServers(t)
	s := hosting.Site{Base: "/arkiv/", Missing: "404.html"}
	for _, from := range odd {
		s.Redirects = append(s.Redirects, hosting.Redirect{From: from, To: "ny/" + from, Fragment: "punkt-3"})
	}
	out := filepath.Join(root, "arkiv")
	must(t, os.MkdirAll(filepath.Join(out, "_server"), 0o755))
	must(t, os.WriteFile(filepath.Join(out, "404.html"), []byte("findes ikke"), 0o644))
	for _, file := range hosting.Files() {
		must(t, os.WriteFile(filepath.Join(out, file), hosting.Rules(file, s), 0o644))
	}
	for _, w := range webServers() {
		t.Run(w.name, func(t *testing.T) {
			s := &served{T: t, base: "/arkiv/", files: files(t, out)}
			s.client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
			s.at = w.start(t, root, out)
			t.Cleanup(s.client.CloseIdleConnections)
			for _, from := range odd {
				got, _ := s.ask((&url.URL{Path: "./" + from}).EscapedPath()[2:])
				place, err := got.Location()
				if err != nil || got.StatusCode != 301 || place.Path != "/arkiv/ny/"+from || place.Fragment != "punkt-3" {
					t.Errorf("%s: %d to %v", from, got.StatusCode, place)
				}
				if got, _ := s.ask((&url.URL{Path: "./" + from + "x"}).EscapedPath()[2:]); got.StatusCode != 404 {
					t.Errorf("%sx: %d", from, got.StatusCode)
				}
			}
		})
	}
}
