package serve

import (
	"context"
	"net"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/chromedp/chromedp"
)

func follow(t *testing.T, browser context.Context) {
	s := newSite(page(`<h1>Forside</h1>`), "om/index.html", page(`<h1>Om</h1>`), "børn/index.html", page(`<h1>Børn</h1>`))
	b := openTab(t, browser, s, "/")
	b.mark()
	change := Change{Paths: []string{"om/index.html", "index.html"}, Follow: "om/index.html"}
	s.write("index.html", page(`<h1>Ny forside</h1>`))
	s.Changed(change)
	b.until(`document.querySelector("h1").textContent === "Ny forside"`)
	b.is("("+same+") + location.pathname", "true/") // not without being asked

	b.js(bar + `.querySelector("input").click()`)
	s.Changed(change)
	b.until(`location.pathname === "/om/" && ` + bar + `.querySelector("input").checked`)
	b.mark()
	s.write("om/index.html", page(`<h1>Ny om</h1>`))
	s.Changed(change)
	b.until(`document.querySelector("h1").textContent === "Ny om"`)
	b.is(same, "true") // it is already here
	s.Changed(Change{Follow: "børn/index.html"})
	b.until(`document.querySelector("h1").textContent === "Børn"`)
	b.until(bar + `.querySelector("input").checked`)
	b.js(bar + `.querySelector("input").click()`)
	b.open("/")
	b.is(bar+`.querySelector("input").checked`, "false")
}

// listening counts the pages that listen to a server, and the requests for its home page.
type listening struct {
	http.Handler
	now, homes atomic.Int32
}

func (l *listening) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "/" {
		l.homes.Add(1)
	}
	if strings.HasSuffix(r.URL.Path, "/events") {
		l.now.Add(1)
		defer l.now.Add(-1)
	}
	l.Handler.ServeHTTP(w, r)
}

func fetchedOnce(t *testing.T, browser context.Context) {
	s := newSite(page(`<h1>Før</h1>`), "om/index.html", page("om"))
	s.Changed(Change{})
	l := &listening{Handler: s}
	b := openTab(t, browser, l, "/")
	eventually(t, func() bool { return l.now.Load() == 1 })
	s.Changed(Change{Paths: []string{"om/index.html"}}) // another's change is none of its own
	s.report(goodStatus())
	b.until(bar + `.querySelector(".state").textContent === "Udkast"`)
	if n := l.homes.Load(); n != 1 {
		t.Errorf("the page was fetched %d times", n)
	}
	s.save("index.html", page(`<h1>Efter</h1>`))
	b.until(`document.querySelector("h1").textContent === "Efter"`)
	if n := l.homes.Load(); n != 2 {
		t.Errorf("the changed page was fetched %d times", n)
	}
}

// seen lets a page believe that it can, or cannot, be seen.
func (b *tab) seen(is bool) {
	b.t.Helper()
	b.js(`Object.defineProperty(document, "hidden", {value: %v, configurable: true}); document.dispatchEvent(new Event("visibilitychange"))`, !is)
}

func outOfSight(t *testing.T, browser context.Context) {
	s := newSite(page(`<h1>Før</h1>`))
	l := &listening{Handler: s}
	b := openTab(t, browser, l, "/")
	b.mark()
	eventually(t, func() bool { return l.now.Load() == 1 })
	b.seen(false)
	eventually(t, func() bool { return l.now.Load() == 0 })
	s.save("index.html", page(`<h1>Efter</h1>`))
	b.is(`document.querySelector("h1").textContent`, "Før")
	b.seen(true)
	b.until(`document.querySelector("h1").textContent === "Efter"`)
	b.is(same, "true")
	eventually(t, func() bool { return l.now.Load() == 1 })
}

func restart(t *testing.T, browser context.Context) {
	const styled = `<link rel="stylesheet" href="/a.css">`
	s := newSite(page(`<h1>Før</h1>`, styled), "a.css", red)
	address, stop := running(t, s)
	b := openTab(t, browser, s, "/")
	b.address = "http://" + address
	b.open("/")
	b.mark()
	if err := stop(); err != nil {
		t.Fatal(err)
	}
	b.until(`!` + bar + `.querySelector(".lost").hidden`)
	again := newSite(page(`<h1>Efter</h1>`, styled), "a.css", blue)
	l, err := net.Listen("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	runOn(t, l, again)
	b.until(`document.querySelector("h1").textContent === "Efter" && ` + colour + ` === "rgb(0, 0, 255)"`)
	b.until(bar + `.querySelector(".lost").hidden`)
	b.is(same, "true")
}

// A browser that a reader goes back in shows the page it has kept alive, or
// draws it again from bytes that it does not ask about.
func pageFromMemory(t *testing.T, browser context.Context) {
	goBack(t, browser, "true")
}

func TestAPageFromTheBrowsersCacheIsBroughtUpToDate(t *testing.T) {
	goBack(t, startBrowser(t, chromedp.Flag("disable-back-forward-cache", true)), "false")
}

func goBack(t *testing.T, browser context.Context, alive string) {
	s := newSite(page(`<h1>Før</h1>`), "om/index.html", page(`<h1>Om</h1>`))
	b := openTab(t, browser, s, "/")
	b.mark()
	b.open("/om/")
	s.save("index.html", page(`<h1>Efter</h1>`))
	b.js(`history.back()`)
	b.until(`document.querySelector("h1").textContent === "Efter"`)
	b.is(same, alive)
}
