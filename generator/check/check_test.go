package check

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// good is a site that keeps every rule.
var good = map[string]string{
	"index.html": `<!doctype html><link rel="canonical" href="https://ngc.dk/ref/"><link rel=stylesheet href=/ref/assets/a.css>` +
		`<link rel=icon href=/ref/assets/a.svg><script src="/ref/assets/a.js" defer></script><a href="#her">x</a><a href="/ref/om/#t%C3%A6t">x</a>` +
		`<h1 id="her">x</h1><a href="mailto:a@ngc.dk">x</a><a href="http://andre.dk/">x</a><a href="/ref/was/">x</a><a href="om">x</a><a href="/ref?a=b">x</a>` +
		`<a href="#">x</a><a href="/andet/">x</a>`,
	"om/index.html":  `<h1 id=tæt>x</h1><a href="../">x</a><a href="./">x</a><a href="../was/">x</a><img src="billede.png" alt="" srcset="billede.png 1x, /ref/om/billede.png 2x"><a href="a%20b.pdf">x</a>`,
	"om/billede.png": "",
	"om/a b.pdf":     "",
	"was/index.html": `<a href="/ref/was/">x</a><a href="/ref/om/#tæt">x</a>`,
	"flyttet.html":   `<meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url=/ref/om/">`,
	"404.html":       `<meta name=robots content=noindex><a href="/ref/was/">x</a>`,
	"index.json":     `{"address":"https://ngc.dk/ref/om/#t\u00e6t","text":"se https://ngc.dk/ref/intet/","csv":"https://ngc.dk/ref/tal.csv"}`,
	"tal.csv":        "date,source\r\n2024-01-01,https://ngc.dk/ref/om/\r\n",
	"moeder.ics":     "SUMMARY:Møde https://ngc.dk/ref/intet/ sagt\r\nURL:https://ngc.dk/ref/o\r\n m/#t%C3%A6t\r\n",
	"feed.atom":      `<feed><link href="https://ngc.dk/ref/om/"/><id>https://ngc.dk/ref/</id></feed>`,
	"assets/a.css":   `a{background:url(a.svg)}b{background:url("/ref/assets/a.svg")}`,
	"assets/a.svg":   `<svg xmlns="http://www.w3.org/2000/svg"><path id="p"/><use href="#p"/></svg>`,
	"assets/a.js":    `location.href = "/intet/"`,
	"sitemap.xml":    `<urlset><url><loc>https://ngc.dk/ref/</loc></url><url><loc>https://ngc.dk/ref/om/</loc></url><url><loc>https://ngc.dk/ref/was/</loc></url></urlset>`,
	"robots.txt":     "User-agent: *\nSitemap: https://ngc.dk/ref/sitemap.xml\n",
	"_redirects":     "/ref/was /ref/was/ 301\n/ref/gammel /ref/om/#t%C3%A6t 301\n",
	".htaccess":      "ErrorDocument 404 \"/ref/404.html\"\nRewriteRule \"^was$\" \"/ref/om/#t\\%C3\\%A6t\" [NE,R=301,L]\nRewriteRule \"^(_server)$\" - [R=404]\n",
	"web.config":     `<action type="Redirect" url="/ref/was/" redirectType="Permanent" />`,

	"_server/nginx.conf": "\terror_page 403 =404 \"/ref/404.html\";\n\t\treturn 301 \"/ref/was/\";\n",
	"_server/Caddyfile":  "\t\tredir @referat_0 \"/ref/was/\" 301\n\trewrite * \"/ref/404.html\"\n",
}

// checkedSite checks the good site with some files changed; "" removes one.
func checkedSite(t *testing.T, changes map[string]string) Result {
	t.Helper()
	files := maps.Clone(good)
	maps.Copy(files, changes)
	dir := t.TempDir()
	var names []string
	for name, text := range files {
		if change, changed := changes[name]; changed && change == "" {
			continue
		}
		names = append(names, name)
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o777), os.WriteFile(file, []byte(text), 0o666)); err != nil {
			t.Fatal(err)
		}
	}
	slices.Sort(names)
	r, err := Folder(context.Background(), dir, names, Site{Origin: "https://ngc.dk", Base: "/ref/", Statement: "was/index.html"}, func(int, int) {})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func said(r Result) string {
	var lines []string
	for _, f := range r.Findings {
		lines = append(lines, fmt.Sprintf("%s %s %s", f.Code, f.What, strings.Join(f.Files, " ")))
	}
	return strings.Join(lines, "\n")
}

func TestAGoodSiteHasNothingAgainstIt(t *testing.T) {
	r := checkedSite(t, nil)
	if got := said(r); got != "" {
		t.Error(got)
	}
	if r.Pages != 5 || r.Files != len(good) {
		t.Errorf("%+v", r)
	}
	if got := slices.Sorted(maps.Keys(r.Outside)); !slices.Equal(got, []string{"http://andre.dk/", "https://ngc.dk/andet/"}) {
		t.Errorf("outside addresses are %q", got)
	}
}

// page is a page with more in it.
func page(more string) string { return good["was/index.html"] + more }

func TestEveryRuleIsHeld(t *testing.T) {
	for name, c := range map[string]struct {
		files map[string]string
		want  string
	}{
		"a link":                     {map[string]string{"was/index.html": page(`<a href="/ref/intet/">x</a>`)}, "dead-address /ref/intet/ was/index.html"},
		"a relative link":            {map[string]string{"was/index.html": page(`<a href="../intet/#a">x</a>`)}, "dead-address /ref/intet/#a was/index.html"},
		"a link in full":             {map[string]string{"was/index.html": page(`<a href="https://ngc.dk/ref/intet">x</a>`)}, "dead-address /ref/intet was/index.html"},
		"a link with a query":        {map[string]string{"was/index.html": page(`<a href="/ref/intet?a=b#c">x</a>`)}, "dead-address /ref/intet#c was/index.html"},
		"a link to rules":            {map[string]string{"was/index.html": page(`<a href="/ref/_headers">x</a>`), "_headers": "x"}, "dead-address /ref/_headers was/index.html"},
		"the same link twice":        {map[string]string{"was/index.html": page(`<a href="/ref/x">x</a><a href="/ref/x">x</a>`), "404.html": page(`<meta name=robots content=noindex><a href="/ref/x">x</a>`)}, "dead-address /ref/x 404.html was/index.html"},
		"an escaped link":            {map[string]string{"was/index.html": page(`<a href="/ref/a&amp;b">x</a>`)}, "dead-address /ref/a&b was/index.html"},
		"a place":                    {map[string]string{"was/index.html": page(`<a href="/ref/om/#intet">x</a>`)}, "dead-place /ref/om/#intet was/index.html"},
		"a place in the page itself": {map[string]string{"was/index.html": page(`<a href="#intet">x</a>`)}, "dead-place #intet was/index.html"},
		"a picture":                  {map[string]string{"was/index.html": page(`<img src="/ref/intet.png" alt="">`)}, "dead-address /ref/intet.png was/index.html"},
		"one of several pictures":    {map[string]string{"was/index.html": page(`<img srcset="/ref/om/billede.png 1x, /ref/2.png 2x" alt="">`)}, "dead-address /ref/2.png was/index.html"},
		"a form":                     {map[string]string{"was/index.html": page(`<form action="/ref/soeg/"></form>`)}, "dead-address /ref/soeg/ was/index.html"},
		"a redirect page":            {map[string]string{"flyttet.html": `<meta name=robots content=noindex><meta http-equiv=refresh content="0;url=/ref/intet/">`}, "dead-address /ref/intet/ flyttet.html"},
		"a canonical address":        {map[string]string{"was/index.html": page(`<meta property="og:url" content="https://ngc.dk/ref/intet/">`)}, "dead-address /ref/intet/ was/index.html"},
		"JSON":                       {map[string]string{"index.json": `{"address":"https://ngc.dk/ref/intet/"}`}, "dead-address /ref/intet/ index.json"},
		"JSON with a place":          {map[string]string{"index.json": `{"address":"https://ngc.dk/ref/om/#punkt-9"}`}, "dead-place /ref/om/#punkt-9 index.json"},
		"CSV":                        {map[string]string{"tal.csv": "date,source\r\n2024-01-01,https://ngc.dk/ref/intet/\r\n"}, "dead-address /ref/intet/ tal.csv"},
		"a feed":                     {map[string]string{"feed.atom": `<link href="https://ngc.dk/ref/intet/"/>`}, "dead-address /ref/intet/ feed.atom"},
		"a calendar":                 {map[string]string{"moeder.ics": "URL:https://ngc.dk/ref/\r\n intet/\r\n"}, "dead-address /ref/intet/ moeder.ics"},
		"a sitemap":                  {map[string]string{"sitemap.xml": good["sitemap.xml"] + `<loc>https://ngc.dk/ref/intet/</loc>`}, "dead-address /ref/intet/ sitemap.xml"},
		"a style sheet":              {map[string]string{"assets/a.css": `a{background:url(intet.png)}`}, "dead-address /ref/assets/intet.png assets/a.css"},
		"_redirects":                 {map[string]string{"_redirects": "/ref/a /ref/intet/ 301\n"}, "dead-address /ref/intet/ _redirects"},
		"a redirect to a place":      {map[string]string{"_redirects": "/ref/a /ref/om/#x 301\n"}, "dead-place /ref/om/#x _redirects"},
		"Apache's rules":             {map[string]string{".htaccess": "RewriteRule \"^a$\" \"/ref/intet/\" [NE,R=301,L]\n"}, "dead-address /ref/intet/ .htaccess"},
		"IIS' rules":                 {map[string]string{"web.config": `<action type="Redirect" url="/ref/intet/" />`}, "dead-address /ref/intet/ web.config"},
		"nginx's rules":              {map[string]string{"_server/nginx.conf": "\t\treturn 301 \"/ref/intet/\";\n"}, "dead-address /ref/intet/ _server/nginx.conf"},
		"Caddy's rules":              {map[string]string{"_server/Caddyfile": "\tredir @referat_0 \"/ref/intet/\" 301\n"}, "dead-address /ref/intet/ _server/Caddyfile"},
		"a style":                    {map[string]string{"was/index.html": page(`<style>a{}</style>`)}, "inline-code <style> was/index.html"},
		"a style of one element":     {map[string]string{"was/index.html": page(`<p STYLE="color:red">`)}, "inline-code style= was/index.html"},
		"a style in a drawing":       {map[string]string{"assets/a.svg": `<svg><path style="fill:red"/></svg>`}, "inline-code style= assets/a.svg"},
		"a script":                   {map[string]string{"was/index.html": page(`<script>x</script>`)}, "inline-code <script> was/index.html"},
		"data, which is no script":   {map[string]string{"was/index.html": page(`<script type="application/ld+json">{}</script>`)}, ""},
		"a handler":                  {map[string]string{"was/index.html": page(`<p onclick="x()">`)}, "inline-code onclick= was/index.html"},
		"an address that runs":       {map[string]string{"was/index.html": page(`<a href=" JavaScript:x()">x</a>`)}, "inline-code javascript: was/index.html"},
		"a picture over http":        {map[string]string{"was/index.html": page(`<img src="http://ngc.dk/ref/om/billede.png" alt="">`)}, "foreign-resource http://ngc.dk/ref/om/billede.png was/index.html"},
		"a script from elsewhere":    {map[string]string{"was/index.html": page(`<script src="//andre.dk/a.js"></script>`)}, "foreign-resource //andre.dk/a.js was/index.html"},
		"styles from elsewhere":      {map[string]string{"assets/a.css": `@import "https://andre.dk/a.css";`}, "foreign-resource https://andre.dk/a.css assets/a.css"},
		"a page off the sitemap":     {map[string]string{"ny/index.html": page("")}, "not-in-sitemap  ny/index.html"},
		"robots.txt":                 {map[string]string{"robots.txt": "User-agent: *\nSitemap: https://ngc.dk/sitemap.xml\n"}, "robots-sitemap https://ngc.dk/ref/sitemap.xml robots.txt"},
		"no robots.txt":              {map[string]string{"robots.txt": ""}, "robots-sitemap https://ngc.dk/ref/sitemap.xml robots.txt"},
		"a page without statement":   {map[string]string{"404.html": `<meta name=robots content=noindex>`}, "statement-link was/index.html 404.html"},
		"a file of no known type":    {map[string]string{"om/a.xyz": "x"}, "unknown-type .xyz om/a.xyz"},
	} {
		if got := said(checkedSite(t, c.files)); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

func TestACheckThatIsStoppedSaysSo(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := Folder(ctx, t.TempDir(), []string{"a.html"}, Site{}, func(int, int) {}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
