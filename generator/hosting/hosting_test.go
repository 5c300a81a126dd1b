package hosting

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the expected rules")

// sites are those whose rules are compared with the golden files.
func sites() map[string]Site {
	return map[string]Site{
		"root": {
			Base: "/", Secure: true, Missing: "404.html", Kept: []string{"assets/style.00c0ffee.css"},
			Gone:      []string{"referater/raad/2024-04-02/index.html", "referater/raad/2024-03-05/index.html"},
			Redirects: []Redirect{{From: "was", To: "was/"}, {From: "om/os/", To: "om/"}, {From: `gammel "side"`, To: "ny side/", Fragment: "punkt-3"}},
		},
		"below": {Base: "/møder/", Missing: "404.html", Redirects: []Redirect{{From: "was", To: "was/"}}},
	}
}

func TestGoldenRules(t *testing.T) {
	for name, s := range sites() {
		for _, file := range Files() {
			golden := filepath.Join("testdata", name, strings.TrimPrefix(filepath.Base(file), "."))
			got := Rules(file, s)
			if *update {
				if err := errors.Join(os.MkdirAll(filepath.Dir(golden), 0o755), os.WriteFile(golden, got, 0o644)); err != nil {
					t.Fatal(err)
				}
			}
			if want, err := os.ReadFile(golden); err != nil || !bytes.Equal(got, want) {
				t.Errorf("%s of %s differs (%v): run make golden and read the diff", file, name, err)
			}
		}
	}
}

// Each set of rules says of each header, each page that is gone and each redirect
// what the others say.
func TestEverySetOfRulesSaysAll(t *testing.T) {
	s := sites()["root"]
	for _, file := range Files() {
		text := string(Rules(file, s))
		if file != redirectsFile {
			for _, h := range Headers(true) {
				if strings.Count(text, h.Value) < 1 && !strings.Contains(text, strings.ReplaceAll(h.Value, "'", "&#39;")) || !strings.Contains(text, h.Name) {
					t.Errorf("%s lacks %s", file, h.Name)
				}
			}
			if !strings.Contains(text, "text/csv") || !strings.Contains(text, "c0ffee") {
				t.Errorf("%s lacks a type, or how long an asset is kept", file)
			}
			if strings.Contains(string(Rules(file, sites()["below"])), "Strict-Transport-Security") {
				t.Errorf("%s promises TLS for a site without", file)
			}
		}
		if file != headersFile {
			for _, want := range []string{"2024-03-05", "2024-04-02", "410", "/ny%20side/#punkt-3", "_server", "404.html"} {
				if !strings.Contains(strings.NewReplacer(`\`, "").Replace(text), want) && !(want == "410" && strings.Contains(text, "[G]")) {
					t.Errorf("%s lacks %s", file, want)
				}
			}
		}
	}
}

func TestTheConfigurationOfIISIsWellFormed(t *testing.T) {
	for name, s := range sites() {
		d := xml.NewDecoder(bytes.NewReader(Rules(iisFile, s)))
		for {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
	}
}

func TestTheSameSiteHasTheSameRulesWhateverItsOrder(t *testing.T) {
	s := sites()["root"]
	other := s
	other.Gone, other.Redirects = slices.Clone(s.Gone), slices.Clone(s.Redirects)
	slices.Reverse(other.Gone)
	slices.Reverse(other.Redirects)
	for _, file := range Files() {
		if !bytes.Equal(Rules(file, s), Rules(file, other)) {
			t.Errorf("%s depends on the order", file)
		}
	}
}

// Two rules for one address are an error to nginx, and a matter of luck elsewhere.
func TestAnAddressHasOneRule(t *testing.T) {
	s := Site{Base: "/", Missing: "404.html", Gone: []string{"a/index.html", "a/index.html"}, Kept: []string{"b.css", "b.css"}, Redirects: []Redirect{
		{From: "a", To: "x/"}, {From: "a/", To: "x/"}, {From: "a/index.html", To: "x/"}, {From: "b", To: "first/"}, {From: "b", To: "second/"}}}
	text := string(Rules(nginxFile, s))
	if strings.Contains(text, "/x/") || strings.Contains(text, "second") || !strings.Contains(text, "first") {
		t.Error(text)
	}
	locations := regexp.MustCompile(`location = "[^"]*"`).FindAllString(text, -1)
	if len(locations) != 5 || len(slices.Compact(slices.Sorted(slices.Values(locations)))) != 5 {
		t.Errorf("%q", locations)
	}
}

func TestTheRulesAreHiddenAndNothingElse(t *testing.T) {
	for _, file := range append(Files(), "_server", "_server/x", "_SERVER/nginx.conf", "Web.Config", ".HTACCESS") {
		if !Hidden(file) {
			t.Errorf("%s is served", file)
		}
	}
	for _, file := range []string{"index.html", "_server.html", "om/web.config", "a/_server/x", "headers", ""} {
		if Hidden(file) {
			t.Errorf("%s is not served", file)
		}
	}
}

// The syntaxes have no escape in common for these signs.
func TestHeadersHoldNoSignThatIsHardToQuote(t *testing.T) {
	for _, h := range Headers(true) {
		if strings.ContainsAny(h.Name+h.Value, "\"\\$%{}\n") {
			t.Errorf("%s: %s", h.Name, h.Value)
		}
	}
}

func TestAFileIsKnownByTheEndOfItsName(t *testing.T) {
	for name, want := range map[string]string{
		"index.html": "text/html; charset=utf-8", "tal.csv": "text/csv; charset=utf-8", "index.json": "application/json", "nyt.atom": "application/atom+xml",
		"moede.ics": "text/calendar; charset=utf-8", "A.PDF": "application/pdf", "x": "application/octet-stream", "x.exe": "application/octet-stream",
	} {
		if got := TypeOf(name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	seen := map[string]bool{}
	for _, typ := range fileTypes() {
		for _, ext := range typ.exts {
			if seen[ext] || !strings.HasPrefix(ext, ".") || ext != strings.ToLower(ext) {
				t.Errorf("%s is in the table twice, or wrongly", ext)
			}
			seen[ext] = true
		}
	}
}
