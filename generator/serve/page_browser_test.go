package serve

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

func TestInABrowser(t *testing.T) {
	browser := startBrowser(t)
	for _, c := range []struct {
		name string
		test func(*testing.T, context.Context)
	}{
		{"a changed text is on screen without a reload", changedText},
		{"what the reader has done stays", readersState},
		{"a text in a focused part is changed too", focusedPart},
		{"focus goes to the like of what is gone", focusOnLost},
		{"what is on screen stays where it is when text comes above it", scrollKept},
		{"a new stylesheet takes over when it is loaded", newStylesheet},
		{"a stylesheet of the same address is fetched anew", sameStylesheet},
		{"a picture of the same address is fetched anew", samePicture},
		{"another script makes the page load anew", otherScript},
		{"what stands in noscript is no part of the page", noscript},
		{"a page that vanishes is the page for wrong addresses until it is back", vanishedPage},
		{"the page works without scripts", withoutScripts},
		{"nothing is refused or fails", quietConsole},
		{"an inline script is refused", inlineRefused},
		{"a page is fetched only when it has changed", fetchedOnce},
		{"the page last saved is followed when that is wished", follow},
		{"a page out of sight does not listen, and catches up", outOfSight},
		{"a server that restarts is found again", restart},
		{"a page from the browser's memory is brought up to date", pageFromMemory},
		{"the list opens at a failure and closes when it is mended", failure},
		{"a list that somebody opened stays open", openedList},
		{"focus in the list goes to its button when it closes", focusInList},
		{"the list tells all there is to know", listTells},
		{"the bar tells the state of the page", states},
		{"doubts stand beside what they are about, and go when they are settled", doubtsShown},
		{"doubts stand right after the words that they are about", doubtsNear},
		{"a changed text leaves the notes about doubts where they are", doubtsKept},
		{"notes about doubts are known to screen readers, and not printed", doubtsTold},
		{"notes about doubts fit a small screen and cover nothing", doubtsSmall},
		{"notes among the text fit a small screen", doubtsNearSmall},
		{"the bar speaks English on other sites", english},
		{"the bar is known to screen readers", screenReader},
		{"the bar is not printed", printed},
		{"the bar follows the colours that a reader has chosen", forcedColours},
		{"everything fits a small screen", smallScreen},
		{"the end of the page and what has focus are above the bar", aboveTheBar},
	} {
		t.Run(c.name, func(t *testing.T) { c.test(t, browser) })
	}
}

// page is a page of the site with some more in its head.
func page(body string, head ...string) string {
	return `<!doctype html><html lang="da"><head><title>Side</title><link rel="icon" href="/icon.svg">` + strings.Join(head, "") +
		`</head><body>` + body + `</body></html>`
}

const icon = `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"></svg>`

// newSite is a site at "/" with a home page and what a site always has.
func newSite(home string, more ...string) *written {
	return newWritten("/", "da", append([]string{"icon.svg", icon, "404.html", page("<h1>Siden findes ikke</h1>"), "index.html", home}, more...)...)
}

const same = "window.same === true" // no reload since mark

func (b *tab) mark() { b.js("window.same = true") }

func changedText(t *testing.T, browser context.Context) {
	s := newSite(page(`<h1 id="a">Før</h1><p>Uændret</p>`))
	b := openTab(t, browser, s, "/")
	b.mark()
	b.js(`window.p = document.querySelector("p")`)
	s.save("index.html", strings.Replace(page(`<h1 id="a">Efter</h1><p>Uændret</p>`), "<title>Side", "<title>Ny", 1))
	b.until(`document.querySelector("h1").textContent === "Efter"`)
	b.until(bar + `.querySelector("[role=status]").textContent === "Siden er opdateret."`)
	b.is(same, "true")
	b.is(`window.p === document.querySelector("p")`, "true")
	b.is(`document.title + document.querySelectorAll("title, referat-preview").length`, "Ny2")
	b.is(`document.querySelectorAll("script").length`, "1")
}

func readersState(t *testing.T, browser context.Context) {
	const form = `<input id="a"><input id="b" value="før"><textarea id="c">før</textarea><input id="d" type="checkbox">
		<select id="e"><option>1<option>2</select><details id="f"><summary>Mere</summary>indhold</details><input id="g" value="før">`
	s := newSite(page(`<p id="t">Før</p>` + form))
	b := openTab(t, browser, s, "/")
	b.mark()
	b.do(chromedp.SendKeys(chromedp.ID("b"), "b"), chromedp.SendKeys(chromedp.ID("c"), "c"),
		chromedp.Click(chromedp.ID("d")), chromedp.Click(chromedp.CSS("summary")), chromedp.SendKeys(chromedp.ID("a"), "skrevet"))
	b.js(`document.getElementById("e").options[1].selected = true; document.getElementById("a").setSelectionRange(1, 3)`)
	s.save("index.html", page(`<p id="t">Efter</p><p>Nyt stykke</p>`+strings.ReplaceAll(form, "før", "efter")))
	b.until(`document.getElementById("t").textContent === "Efter"`)
	b.is(same, "true")
	b.is(`a.value + a.selectionStart + a.selectionEnd + document.activeElement.id`, "skrevet13a")
	b.is(`b.value + " " + c.value`, "bfør cfør")
	b.is(`d.checked + " " + e.value + " " + f.open`, "true 2 true")
	b.is(`g.value`, "efter")
}

// A click in the text focuses main on our pages, since the skip link's target
// must be able to have focus.
func focusedPart(t *testing.T, browser context.Context) {
	s := newSite(page(`<main id="indhold" tabindex="-1"><p>Før</p></main>`))
	b := openTab(t, browser, s, "/")
	b.mark()
	b.do(chromedp.Click(chromedp.CSS("p")))
	b.is(`document.activeElement.id`, "indhold")
	s.save("index.html", page(`<main id="indhold" tabindex="-1"><p>Efter</p></main>`))
	b.until(`document.querySelector("p").textContent === "Efter"`)
	b.is(`document.activeElement.id + (`+same+`)`, "indholdtrue")
}

func focusOnLost(t *testing.T, browser context.Context) {
	s := newSite(page(`<p><a href="/x">1</a></p><p><a href="/x">2</a></p>`))
	b := openTab(t, browser, s, "/")
	b.js(`document.querySelectorAll("a")[1].focus()`)
	s.save("index.html", page(`<h1>Ny</h1><ul><li><a href="/x">1</a></li><li><a href="/x">2</a></li></ul>`))
	b.until(`document.querySelector("h1")`)
	b.until(`document.activeElement.textContent === "2"`)
}

func scrollKept(t *testing.T, browser context.Context) {
	var before, after string
	for i := range 200 {
		before += fmt.Sprintf("<p>afsnit %d</p>", i)
		after += fmt.Sprintf("<p>afsnit %d</p>", 200+i)
	}
	s := newSite(page(`<h1>Side</h1>` + before + `<h2>Her</h2>` + after))
	b := openTab(t, browser, s, "/")
	b.mark()
	b.js(`document.querySelector("h2").scrollIntoView()`)
	b.until(`Math.abs(document.querySelector("h2").getBoundingClientRect().top) < 2 && scrollY > 1000`)
	was := b.tell("scrollY")
	s.save("index.html", page(`<h1>Side</h1>`+strings.Repeat("<p>nyt</p>", 20)+before+`<h2>Der</h2>`+after))
	b.until(`document.querySelector("h2").textContent === "Der"`)
	b.until(`Math.abs(document.querySelector("h2").getBoundingClientRect().top) < 2 && scrollY > ` + was)
	b.js(`scrollTo(0, 0)`)
	s.save("index.html", page(`<h1>Ny</h1>`+strings.Repeat("<p>nyt</p>", 40)+before))
	b.until(`document.querySelector("h1").textContent === "Ny"`)
	b.is(`scrollY`, "0")
	b.is(same, "true")
}

const red, blue = "h1 { color: rgb(255, 0, 0) }", "h1 { color: rgb(0, 0, 255) }"

const colour = `getComputedStyle(document.querySelector("h1")).color`

func newStylesheet(t *testing.T, browser context.Context) {
	old, fresh := page(`<h1>Side</h1>`, `<link rel="stylesheet" href="/a.css">`), page(`<h1>Side</h1>`, `<link rel="stylesheet" href="/b.css">`)
	s := newSite(old, "a.css", red)
	asked, goOn := make(chan bool), make(chan bool)
	find := s.site.File
	s.site.File = func(path string) (File, bool) {
		if path == "b.css" {
			asked <- true
			<-goOn
		}
		return find(path)
	}
	b := openTab(t, browser, s, "/")
	b.mark()
	b.is(colour, "rgb(255, 0, 0)")
	s.write("index.html", fresh, "b.css", blue)
	s.Changed(Change{Paths: []string{"index.html", "b.css", "a.css"}})
	<-asked // the page waits for it, in its old clothes
	b.is(colour, "rgb(255, 0, 0)")
	close(goOn)
	b.until(colour + ` === "rgb(0, 0, 255)" && !document.querySelector('[href="/a.css"]')`)
	b.is(`document.head.querySelectorAll("[rel=stylesheet]").length + " " + (`+same+`)`, "1 true")
}

func sameStylesheet(t *testing.T, browser context.Context) {
	home := page(`<h1>Side</h1>`, `<link rel="stylesheet" href="/a.css">`)
	s := newSite(home, "a.css", red)
	b := openTab(t, browser, s, "/")
	b.mark()
	s.save("a.css", strings.Replace(red, "255, 0", "255, 9", 1))
	b.until(colour + ` === "rgb(255, 9, 0)"`)
	s.save("a.css", blue)
	b.until(colour + ` === "rgb(0, 0, 255)"`)
	s.save("index.html", strings.Replace(home, "Side</h1>", "Ny</h1>", 1)) // and it stays so
	b.until(`document.querySelector("h1").textContent === "Ny"`)
	b.until(`document.head.querySelectorAll("[rel=stylesheet]").length === 1`)
	b.is(colour+"+("+same+")", "rgb(0, 0, 255)true")
}

func samePicture(t *testing.T, browser context.Context) {
	s := newSite(page(`<img src="a b.svg" alt="">`), "a b.svg", icon)
	b := openTab(t, browser, s, "/")
	b.mark()
	b.until(`document.images[0].naturalWidth === 8`)
	s.save("a b.svg", strings.Replace(icon, `width="8"`, `width="16"`, 1))
	b.until(`document.images[0].naturalWidth === 16`)
	b.is(same, "true")
}

func otherScript(t *testing.T, browser context.Context) {
	s := newSite(page(`<h1>Side</h1>`), "ny.js", `document.querySelector("h1").textContent = "script"`)
	b := openTab(t, browser, s, "/")
	b.mark()
	s.save("index.html", page(`<h1>Side</h1><script src="/ny.js"></script>`))
	b.until(`document.querySelector("h1").textContent === "script"`)
	b.is(same, "false")
}

func noscript(t *testing.T, browser context.Context) {
	s := newSite(page(`<h1>Før</h1>`))
	b := openTab(t, browser, s, "/")
	s.save("index.html", page(`<h1>Efter</h1><noscript><p id="uden">Uden scripts</p></noscript>`))
	b.until(`document.querySelector("h1").textContent === "Efter"`)
	b.is(`document.getElementById("uden") + document.querySelector("noscript").textContent`, `null<p id="uden">Uden scripts</p>`)
}

func vanishedPage(t *testing.T, browser context.Context) {
	om := page(`<h1>Om</h1>`)
	s := newSite(page(`<h1>Forside</h1>`), "om/index.html", om)
	b := openTab(t, browser, s, "/om/")
	b.mark()
	s.save("om/index.html", "")
	b.until(`document.querySelector("h1").textContent === "Siden findes ikke"`)
	b.until(bar + `.querySelector(".state").textContent === "Siden findes ikke"`)
	s.save("404.html", page(`<h1>Ingen side her</h1>`))
	b.until(`document.querySelector("h1").textContent === "Ingen side her"`)
	s.save("om/index.html", om)
	b.until(`document.querySelector("h1").textContent === "Om"`)
	b.until(bar + `.querySelector(".state").textContent === "Offentliggjort"`)
	b.is(same, "true")
}

func withoutScripts(t *testing.T, browser context.Context) {
	s := newSite(page(`<h1>Side</h1>`))
	b := openTab(t, browser, s, "/")
	if _, err := chromedp.Call(b.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
	b.do(chromedp.Navigate(b.address + "/"))
	b.is(`document.querySelector("h1").textContent + document.querySelector("referat-preview")`, "Sidenull")
	b.is(`document.querySelector("h1").getBoundingClientRect().height > 0`, "true")
}

func quietConsole(t *testing.T, browser context.Context) {
	s := newSite(page(`<h1>Før</h1>`, `<link rel="stylesheet" href="/a.css">`), "a.css", red)
	b := openTab(t, browser, s, "/")
	b.js(bar + `.querySelector("button").click()`)
	s.write("index.html", page(`<h1>Efter</h1>`, `<link rel="stylesheet" href="/a.css">`), "a.css", blue)
	s.Changed(Change{Paths: []string{"a.css", "index.html"}})
	b.until(`document.querySelector("h1").textContent === "Efter" && ` + colour + ` === "rgb(0, 0, 255)"`)
	s.report(failedStatus())
	b.until(bar + `.querySelector(".excerpt")`)
	b.do(chromedp.KeyEvent(kb.Tab))
	if said := b.console.all(); len(said) > 0 {
		t.Errorf("the console says %q", said)
	}
}

// It is the proof that the console would tell.
func inlineRefused(t *testing.T, browser context.Context) {
	s := newSite(page(`<h1>Side</h1><script>window.ran = true</script><p style="color: red">rød</p>`))
	b := openTab(t, browser, s, "/")
	b.is(`window.ran`, "undefined")
	for _, m := range b.console.all() {
		if strings.Contains(m, "Content Security Policy") {
			return
		}
	}
	t.Errorf("the console says %q", b.console.all())
}
