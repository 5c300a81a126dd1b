package serve

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

const imported = `<main><h1>Møde</h1><h2 id="punkt-1">Pkt. 1</h2><h3 id="punkt-1-referat">Referat</h3><p>Tekst.</p></main>`

// doubtful is a site with a page of minutes that an import left doubts in.
func doubtful(html string) *written {
	s := newSite(page(`<meta name="viewport" content="width=device-width">` + html))
	s.status = goodStatus()
	s.status.Doubts = []Doubt{
		{Text: "Er datoen rigtig?", Place: "content/a.md:20"},
		{Text: `Ligner en beslutning: "det blev <b>vedtaget</b>".`, At: "side 3, linje 12", Anchor: "punkt-1-referat", Place: "content/a.md:24"},
		{Text: "Hvem?", At: "side 4", Anchor: "punkt-1-referat", Place: "content/a.md:29"},
		{Text: "Findes punktet?", Anchor: "punkt-9", Place: "content/a.md:33"},
	}
	return s
}

const notes = `[...document.querySelectorAll("referat-doubts[ready]")]`

// noted is every note: what it stands after, and what it says.
const noted = notes + `.map(n => (n.previousElementSibling?.id ?? "top") + ": " +
	[...n.shadowRoot.querySelectorAll("p")].map(p => p.textContent).join(" | ")).join("\n")`

func doubtsShown(t *testing.T, browser context.Context) {
	s := doubtful(imported)
	b := openTab(t, browser, s, "/")
	b.until(notes + `.length === 2`)
	b.is(noted, "top: Skal afgøres efter importen | Er datoen rigtig? | content/a.md:20 | Findes punktet? | content/a.md:33\n"+
		"punkt-1-referat: Skal afgøres efter importen | Ligner en beslutning: \"det blev <b>vedtaget</b>\". | kilden: side 3, linje 12 · content/a.md:24 | Hvem? | kilden: side 4 · content/a.md:29")
	b.is(counted, "4 tvivlsspørgsmål")
	status := goodStatus()
	status.Doubts = s.status.Doubts[2:3]
	s.report(status)
	b.until(notes + `.length === 1`)
	b.is(noted, "punkt-1-referat: Skal afgøres efter importen | Hvem? | kilden: side 4 · content/a.md:29")
	s.report(goodStatus())
	b.until(notes + `.length === 0`)
	b.is(counted, "Ingen problemer")
	if said := b.console.all(); len(said) > 0 {
		t.Errorf("the console says %q", said)
	}
}

func doubtsKept(t *testing.T, browser context.Context) {
	s := doubtful(imported)
	b := openTab(t, browser, s, "/")
	b.until(notes + `.length === 2`)
	b.js(`window.was = document.querySelectorAll("referat-doubts")[1]`)
	s.save("index.html", page(strings.Replace(imported, "Tekst.", "Ny tekst.", 1)))
	b.until(`document.querySelector("main > p").textContent === "Ny tekst."`)
	b.until(said + ` === "Siden er opdateret."`)
	b.is(notes+`.length + " " + (window.was === document.querySelectorAll("referat-doubts")[1]) + " " + window.was.previousElementSibling.id`, "2 true punkt-1-referat")
	s.save("index.html", page(strings.Replace(imported, `<h3 id="punkt-1-referat">Referat</h3>`, "", 1)))
	b.until(notes + `.length === 1`)
	b.is(notes+`[0].shadowRoot.querySelectorAll("li").length`, "4")
}

func doubtsTold(t *testing.T, browser context.Context) {
	b := openTab(t, browser, doubtful(imported), "/")
	b.until(notes + `.length === 2`)
	tree, err := chromedp.Call(b.ctx, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
	if err != nil {
		t.Fatal(err)
	}
	told := 0
	for _, n := range tree.Nodes {
		if !n.Ignored && n.Role != nil && n.Name != nil {
			var role, name string
			_, _ = json.Unmarshal(n.Role.Value, &role), json.Unmarshal(n.Name.Value, &name) // all are strings
			if role == "note" && name == "Skal afgøres efter importen" {
				told++
			}
		}
	}
	if told != 2 {
		t.Errorf("%d notes are told of", told)
	}
	b.media("forced-colors", "active")
	b.is(`getComputedStyle(`+notes+`[0].shadowRoot.querySelector(".doubts")).backgroundColor`, "rgb(255, 255, 255)")
	if _, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"}); err != nil {
		t.Fatal(err)
	}
	b.is(`getComputedStyle(document.querySelector("referat-doubts")).display`, "none")
}

func doubtsSmall(t *testing.T, browser context.Context) {
	b := openTab(t, browser, doubtful(imported), "/")
	b.do(chromedp.EmulateViewport(320, 600))
	b.until(notes + `.length === 2`)
	b.is(`document.documentElement.scrollWidth`, "320")
	b.is(`[...document.querySelectorAll("main > *")].every((e, i, all) => i === 0 || e.getBoundingClientRect().top >= all[i - 1].getBoundingClientRect().bottom)`, "true")
	b.is(notes+`.every(n => n.getBoundingClientRect().right <= 320)`, "true")
}

const minutes = `<main><p>Beløbet er bevilget.</p><h2 id="punkt-1">Pkt. 1</h2><h3 id="punkt-1-referat">Referat <b>kort</b></h3>
<p>Beløbet er bevilget.</p><p>Andet.</p><p>Beløbet <em>er</em><br>bevilget.<sup><a href="#fn:1">1</a></sup></p>
<ul><li>Først<ul><li>Inderst</li></ul></li></ul>
<table><tr><th>Nr.</th><th>Navn på den, der har søgt</th></tr><tr><td>7</td><td>Anna Holm, Selskabet for Fremme af Uopnåelige Mål</td></tr></table>
<h2 id="punkt-2">Pkt. 2</h2><p>Ordene.</p></main>`

// doubtfulText is minutes with doubts about parts of their text.
func doubtfulText() *written {
	s := doubtful(minutes)
	near := func(anchor, words string, nth int) Doubt {
		return Doubt{Text: "Passer det?", Anchor: anchor, Near: words, Nth: nth, Place: "content/a.md:9"}
	}
	s.status.Doubts = []Doubt{near("", "Beløbet er bevilget.", 0), near("punkt-1-referat", "Beløbet er bevilget.", 1), near("punkt-1-referat", "Beløbet er bevilget.", 2),
		near("punkt-1", "Først", 0), near("punkt-1", "Inderst", 0), near("punkt-1", "7 Anna Holm", 0), near("punkt-1", "Ordene", 0), near("", "Findes ikke", 0)}
	return s
}

// within is what each note stands in, and behind which words.
const within = notes + `.map(n => n.parentNode.localName + ": " + (n.previousSibling?.textContent ?? "")).join(" | ")`

func doubtsNear(t *testing.T, browser context.Context) {
	s := doubtfulText()
	b := openTab(t, browser, s, "/")
	b.until(notes + `.length === 8`)
	const want = "main:  | main: Beløbet er bevilget. | main: Pkt. 1 | main: Beløbet er bevilget. | main: Beløbet erbevilget.1 | li: Først | li: Inderst | td: Anna Holm, Selskabet for Fremme af Uopnåelige Mål"
	b.is(within, want)
	b.js(`window.was = ` + notes)
	s.save("index.html", page(strings.Replace(`<meta name="viewport" content="width=device-width">`+minutes, "Andet.", "Noget andet.", 1)))
	b.until(said + ` === "Siden er opdateret."`)
	b.until(within + ` === ` + "`" + want + "`")
	b.is(`window.was.every(n => n.isConnected)`, "true")
	b.is(`document.querySelector("main").textContent.includes("Noget andet.")`, "true")
	s.report(goodStatus())
	b.until(notes + `.length === 0`)
}

func doubtsNearSmall(t *testing.T, browser context.Context) {
	b := openTab(t, browser, doubtfulText(), "/")
	b.do(chromedp.EmulateViewport(320, 600))
	b.until(notes + `.length === 8`)
	b.is(`document.documentElement.scrollWidth`, "320")
	b.is(notes+`.every(n => n.getBoundingClientRect().right <= 320 && n.getBoundingClientRect().width > 100)`, "true")
}
