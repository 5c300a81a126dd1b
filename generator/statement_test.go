package main

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"referat/generator/layouts"
	"referat/generator/site"
	"referat/generator/source"
)

// statementSite has every kind of page, and a statement.
func statementSite(t *testing.T) string {
	dir := furtherSite(t)
	must(t, os.WriteFile(filepath.Join(dir, "content/referater/personlig-medicin/2024-04-02.md"),
		[]byte("+++\ntitle = \"Trukket\"\nstate = \"withdrawn\"\nwithdrawn = 2024-05-01\nlang = \"en\"\n+++\n"), 0o644))
	for day := 1; day <= 28; day++ { // more mentions than the page of a subject shows
		must(t, os.WriteFile(filepath.Join(dir, fmt.Sprintf("content/referater/personlig-medicin/2023-02-%02d.md", day)),
			[]byte("+++\ntitle = \"Møde\"\nstate = \"final\"\n+++\n\n## Pkt. 1 Status\n\n### Referat\n\nNyresvigt blev nævnt.\n\nSiden blev nyresvigt nævnt igen.\n"), 0o644))
	}
	name := filepath.Join(dir, "site.toml")
	text, err := os.ReadFile(name)
	must(t, err)
	own := "\n[accessibility]\nurl = \"https://was.digst.dk/example-org\"\nphone = \"+45 11 22 33 44\"\nemail = \"hjaelp@example.org\"\nupdated = 2026-01-31\n\n[[menu]]\n"
	must(t, os.WriteFile(name, []byte(strings.Replace(string(text), "\n[[menu]]\n", own, 1)+"\n[tables]\nfolder = \"tabeller\"\ntitle = \"Tabeller\"\n"), 0o644))
	must(t, os.Mkdir(filepath.Join(dir, "content/tabeller"), 0o755))
	must(t, os.WriteFile(filepath.Join(dir, "content/tabeller/proeve.toml"),
		[]byte("title = \"Prøve\"\nunit = \"personer\"\ndefinition = \"Opdigtede tal.\"\nrows = \"Emne\"\nsource = \"https://ngc.dk/\"\ndate = \"2024\"\n"), 0o644))
	must(t, os.WriteFile(filepath.Join(dir, "content/tabeller/proeve.csv"), []byte("Emne,Øst\nNyrer,40\n"), 0o644))
	corrected(t, dir, "content/referater/personlig-medicin/2023-02-01.md")
	return dir
}

// corrected records a site, and then corrects minutes that say that nyresvigt was named, so
// that there is an earlier version of them.
func corrected(t *testing.T, dir, name string) {
	t.Helper()
	b := builderOf(t, dir)
	if r := settled(b, func(int, int) {}); !r.done() {
		t.Fatal(r.problems)
	}
	if _, r := b.remember(context.Background(), func(string) string { return "Anne Holm" }); !r.done() {
		t.Fatal(r.problems)
	}
	file := filepath.Join(dir, filepath.FromSlash(name))
	text, err := os.ReadFile(file)
	must(t, err)
	words := strings.NewReplacer("\n+++\n\n", "\n[[corrections]]\ndate = 2023-03-01\nwhat = \"Et ord.\"\n+++\n\n", "blev nævnt.", "blev drøftet.").Replace(string(text))
	must(t, os.WriteFile(file, []byte(words), 0o644))
}

// The monitoring of public websites looks for this link, by these words, on every
// page (BEK nr. 904 af 22. august 2019).
func TestEveryPageLinksToTheStatementByItsName(t *testing.T) {
	dir := statementSite(t)
	out := filepath.Join(dir, "public")
	buildInto(t, dir, out)
	all := files(t, out)
	seen := map[string]bool{}
	for _, p := range surveyed(t, dir).pieces {
		if p.made.Form != site.HTML {
			continue
		}
		seen[p.made.Layout] = true
		if links := statementLinks(t, all[p.Path]); !slices.Equal(links, []string{"/was/"}) {
			t.Errorf("%s (%s): the links in the footer lead to %q", p.Path, p.made.Layout, links)
		}
	}
	for _, kind := range slices.Sorted(maps.Keys(layouts.Kinds())) {
		if !seen[kind] {
			t.Errorf("no page of the kind %s was looked at", kind)
		}
	}
}

// statementLinks are where the links of the footer lead that are called after the
// statement, and that a voice reads in Danish.
func statementLinks(t *testing.T, page []byte) (links []string) {
	doc, err := html.Parse(strings.NewReader(string(page)))
	must(t, err)
	for n := range doc.Descendants() {
		if n.Data != "a" || n.FirstChild == nil || n.FirstChild.Data != "Tilgængelighedserklæring" || n.FirstChild.NextSibling != nil {
			continue
		}
		lang, footer := "", false
		for up := n; up != nil; up = up.Parent {
			footer = footer || up.Data == "footer"
			for _, a := range up.Attr {
				if a.Key == "lang" && lang == "" {
					lang = a.Val
				}
			}
		}
		for _, a := range n.Attr {
			if a.Key == "href" && footer && lang == "da" {
				links = append(links, a.Val)
			}
		}
	}
	return links
}

func TestThePageAboutAccessibilityHasTheStatementAndTwoWaysToAsk(t *testing.T) {
	dir := statementSite(t)
	out := filepath.Join(dir, "public")
	buildInto(t, dir, out)
	page := html.UnescapeString(string(files(t, out)["was/index.html"]))
	for _, want := range []string{`href="https://was.digst.dk/example-org"`, `href="tel:+4511223344"`, `href="mailto:hjaelp@example.org"`, `datetime="2026-01-31"`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page has no %s:\n%s", want, page)
		}
	}
}

// A build that has nothing to do yet knows the instants at which it will have to
// warn, and to refuse.
func TestABuildKnowsWhenTheStatementGrowsOld(t *testing.T) {
	dir := statementSite(t)
	b := builderOf(t, dir)
	midnight := func(day string) time.Time {
		zone, err := time.LoadLocation("Europe/Copenhagen")
		must(t, err)
		at, err := time.ParseInLocation(time.DateOnly, day, zone)
		must(t, err)
		return at
	}
	codes := func() (codes []source.Code) {
		for _, p := range settled(b, func(int, int) {}).problems {
			if strings.HasPrefix(string(p.Code), "statement") {
				codes = append(codes, p.Code)
			}
		}
		return codes
	}
	for _, step := range []struct {
		now  time.Time
		want []source.Code
		next time.Time
	}{
		{midnight("2026-11-27"), nil, midnight("2026-11-28")},
		{midnight("2026-11-28").Add(-1), nil, midnight("2026-11-28")},
		{midnight("2026-11-28"), []source.Code{source.StatementOld}, midnight("2027-02-01")},
		{midnight("2027-02-01").Add(-1), []source.Code{source.StatementOld}, midnight("2027-02-01")},
		{midnight("2027-02-01"), []source.Code{source.StatementOverdue}, midnight("2027-02-01")},
		{midnight("2026-11-27"), nil, midnight("2026-11-28")},
	} {
		b.now = step.now
		if got := codes(); !slices.Equal(got, step.want) {
			t.Errorf("at %s: %v", step.now, got)
		}
		if until := b.ledger.Last().Until; until != step.next.UnixNano() {
			t.Errorf("at %s: the next instant is %s", step.now, time.Unix(0, until))
		}
	}
}
