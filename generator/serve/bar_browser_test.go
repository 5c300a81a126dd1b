package serve

import (
	"context"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

func failedStatus() Status {
	return Status{Published: true, Others: 5,
		Build: Build{At: time.Date(2026, 11, 7, 12, 0, 0, 0, time.UTC), Failed: true},
		Problems: []Problem{
			{Severity: Warning, Place: "content/om.md:2", Message: "en advarsel"},
			{Severity: Error, Place: "content/om.md:14:9", Message: `nøglen <b>"sagnr"</b> findes ikke`, Hint: "ret den", Code: "unknown-key", Excerpt: []Line{
				{Number: 13, Text: "[record]"}, {Number: 14, Text: "   sagnr = 2", Marked: true, Column: 4}, {Number: 15, Text: "<script>"}}},
		}}
}

func goodStatus() Status {
	return Status{Draft: true, Build: Build{At: time.Date(2026, 11, 7, 12, 0, 0, 0, time.UTC), Took: 41 * time.Millisecond, Written: 2, Removed: 1, Kept: 9}}
}

const (
	list    = bar + `.getElementById("list")`
	toggle  = bar + `.querySelector("button")`
	said    = bar + `.querySelector("[role=status]").textContent`
	counted = bar + `.querySelector(".counts").textContent`
)

func failure(t *testing.T, browser context.Context) {
	s := newSite(page(`<h1>Side</h1><p><a href="/">hjem</a></p>`))
	b := openTab(t, browser, s, "/")
	b.mark()
	b.js(`document.querySelector("a").focus()`)
	s.write("index.html", page(`<h1>Halv</h1>`))
	s.report(failedStatus())
	b.until(`!` + list + `.hidden`)
	b.is(`document.activeElement.localName + document.querySelector("h1").textContent`, "aSide")
	b.is(toggle+`.getAttribute("aria-expanded") + `+toggle+`.textContent`, "trueSkjul listen")
	b.is(said, "1 fejl. Siden vises, som den var. Den opdateres, når fejlen er rettet.")
	b.is(bar+`.querySelector(".built").textContent.replace(/kl. [\d.]+/, "kl. T")`, "Opdateringen kl. T mislykkedes")
	s.report(goodStatus())
	b.until(list + `.hidden`)
	b.is(said+" + "+toggle+`.getAttribute("aria-expanded")`, "Der er ikke flere fejl.false")
	b.is(same, "true")
}

func openedList(t *testing.T, browser context.Context) {
	s := newSite(page(`<h1>Side</h1>`))
	b := openTab(t, browser, s, "/")
	b.js(toggle + ".click()")
	s.report(failedStatus())
	b.until(counted + ` === "1 fejl1 advarsel"`)
	s.report(goodStatus())
	b.until(counted + ` === "Ingen problemer"`)
	b.is(list+".hidden", "false")
	b.js(toggle + ".click()")
	b.is(list+".hidden", "true")
	s.report(failedStatus())
	b.until(`!` + list + `.hidden`)
	b.js(toggle + ".click()") // seen, and put away: it stays away while nothing is new
	s.report(failedStatus())
	b.until(said + `.includes("fejl")`)
	s.save("index.html", page(`<h1>Ny</h1>`)) // the statuses before have come when this has
	b.until(`document.querySelector("h1").textContent === "Ny"`)
	b.is(list+".hidden", "true")
}

func focusInList(t *testing.T, browser context.Context) {
	s := newSite(page(`<h1>Side</h1>`))
	b := openTab(t, browser, s, "/")
	s.report(failedStatus())
	b.until(`!` + list + `.hidden`)
	b.js(list + ".focus()")
	s.report(goodStatus())
	b.until(list + `.hidden`)
	b.is(bar+`.activeElement.localName`, "button")
}

func listTells(t *testing.T, browser context.Context) {
	s := newSite(page(`<h1>Side</h1>`))
	b := openTab(t, browser, s, "/")
	s.report(failedStatus())
	b.until(bar + `.querySelector(".excerpt")`)
	b.is(`[...`+bar+`.querySelectorAll("li")].map(li => [...li.querySelectorAll("p")].map(p => p.textContent).join("|")).join("\n")`,
		"Fejl|content/om.md:14:9 [unknown-key]|nøglen <b>\"sagnr\"</b> findes ikke|ret den|13[record]|14   sagnr = 2|15<script>\n"+
			"Advarsel|content/om.md:2 |en advarsel")
	b.is(bar+`.querySelector(".marked mark").textContent`, "sagnr")
	b.is(`[...`+bar+`.querySelectorAll(".note")].map(p => p.textContent).join("|")`, "Siden vises, som den var. Den opdateres, når fejlen er rettet.")

	long := strings.Repeat("ord ", 300)
	status := goodStatus()
	status.Others = 1
	status.Problems = []Problem{{Severity: Warning, Message: "langt", Excerpt: []Line{{Number: 1, Text: long + "fejlen " + long, Marked: true, Column: 1201}}}}
	s.report(status)
	b.until(counted + ` === "1 advarsel"`)
	b.is(bar+`.querySelector(".marked mark").textContent + `+bar+`.querySelector(".marked code").textContent.length`, "fejlen242")
	b.is(`[...`+bar+`.querySelectorAll(".note")].map(p => p.textContent).join("|")`, "Der er desuden 1 advarsel om andre sider eller hele webstedet.")
}

func states(t *testing.T, browser context.Context) {
	s := newSite(page(`<h1>Side</h1>`))
	b := openTab(t, browser, s, "/")
	b.is(bar+`.querySelector(".built").textContent`, "") // no build yet
	for _, c := range []struct {
		draft, published bool
		want             string
	}{{false, false, "Ikke offentliggjort"}, {true, false, "Udkast"}, {true, true, "Udkast, offentliggjort"}, {false, true, "Offentliggjort"}} {
		status := goodStatus()
		status.Draft, status.Published = c.draft, c.published
		s.report(status)
		b.until(bar + `.querySelector(".state").textContent === "` + c.want + `"`)
	}
	b.is(bar+`.querySelector(".built").textContent.replace(/kl. [\d.]+/, "kl. T")`, "Opdateret kl. T på 0,04 s; 3 offentlige filer er ændret")
	status := goodStatus()
	status.Build.Took, status.Build.Written, status.Build.Removed = time.Millisecond, 0, 0
	s.report(status)
	b.until(bar + `.querySelector(".built").textContent.endsWith("på under 0,01 s; intet offentligt er ændret")`)
}

func english(t *testing.T, browser context.Context) {
	s := newWritten("/site/", "en", "index.html", page(`<h1>Page</h1>`), "icon.svg", icon)
	s.status = goodStatus()
	b := openTab(t, browser, s, "/site/")
	b.is(bar+`.querySelector(".row").textContent.replace(/at [\d:]+/, "at T")`, "PreviewDraftNo problemsNo connection to the programUpdated at T in 0.04 s; 3 public files have changedFollow what I saveShow the list")
	b.is(bar+`.querySelector(".bar").lang`, "en")
	s.save("index.html", page(`<h1>New</h1>`)) // below a base too
	b.until(`document.querySelector("h1").textContent === "New"`)
}

func screenReader(t *testing.T, browser context.Context) {
	s := newSite(page(`<h1>Side</h1>`))
	b := openTab(t, browser, s, "/")
	s.report(failedStatus())
	b.until(`!` + list + `.hidden`)
	tree, err := chromedp.Call(b.ctx, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
	if err != nil {
		t.Fatal(err)
	}
	var known []string
	for _, n := range tree.Nodes {
		if !n.Ignored && n.Role != nil && n.Name != nil {
			var role, name string
			_, _ = json.Unmarshal(n.Role.Value, &role), json.Unmarshal(n.Name.Value, &name) // all are strings
			known = append(known, role+" "+name)
		}
	}
	all := strings.Join(known, "\n")
	for _, want := range []string{"region Forhåndsvisning", "region Problemer", "button Skjul listen", "checkbox Følg det, jeg gemmer", "status ", "list "} {
		if !strings.Contains(all, want) {
			t.Errorf("no %s among\n%s", want, all)
		}
	}
	b.js(toggle + ".focus()")
	b.do(chromedp.KeyEvent(kb.Enter))
	b.is(list+".hidden", "true")
	b.do(chromedp.KeyEvent(" "))
	b.is(list+".hidden", "false")
	b.do(chromedp.KeyEvent(kb.Tab))
	b.is(bar+`.activeElement.id`, "list")
}

func printed(t *testing.T, browser context.Context) {
	b := openTab(t, browser, newSite(page(`<h1>Side</h1>`)), "/")
	shown := `getComputedStyle(document.querySelector("referat-preview")).display`
	b.until(shown + ` === "block" && getComputedStyle(document.documentElement).paddingBottom !== "0px"`)
	if _, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"}); err != nil {
		t.Fatal(err)
	}
	b.is(shown+" + getComputedStyle(document.documentElement).paddingBottom", "none0px")
}

func forcedColours(t *testing.T, browser context.Context) {
	s := newSite(page(`<h1>Side</h1>`))
	s.status = failedStatus()
	b := openTab(t, browser, s, "/")
	b.until(bar + `.host.hasAttribute("ready")`)
	b.media("forced-colors", "active")
	const ground, ink = "rgb(255, 255, 255)", "rgb(0, 0, 0)"
	b.is(`getComputedStyle(`+bar+`.querySelector(".bar")).backgroundColor`, ground)
	b.is(`getComputedStyle(`+bar+`.querySelector(".bar")).borderTopColor`, ink)
	for _, part := range []string{".state", ".message", ".number", ".severity"} {
		b.is(`getComputedStyle(`+bar+`.querySelector("`+part+`")).color`, ink)
	}
	b.is(`getComputedStyle(`+bar+`.querySelector(".error path")).fill`, ink)
	b.is(`getComputedStyle(`+bar+`.querySelector(".warning path")).stroke`, ink)
}

func smallScreen(t *testing.T, browser context.Context) {
	s := newSite(page(`<meta name="viewport" content="width=device-width"><h1>Side</h1>`))
	s.status = failedStatus()
	b := openTab(t, browser, s, "/")
	for _, height := range []int64{256, 700} {
		b.do(chromedp.EmulateViewport(320, height))
		b.is(`document.documentElement.scrollWidth`, "320")
		b.is(`[...`+bar+`.querySelectorAll("*")].filter(e => e.getBoundingClientRect().right > 320 && !e.closest(".line")).length`, "0")
		b.is(`document.querySelector("referat-preview").getBoundingClientRect().top > 40`, "true")
		b.is(`[...`+bar+`.querySelectorAll("button, label")].every(e => e.getBoundingClientRect().height >= 44)`, "true")
	}
}

func aboveTheBar(t *testing.T, browser context.Context) {
	s := newSite(page(strings.Repeat(`<p><a href="/">hjem</a></p>`, 100) + `<p id="sidst">slut</p>`))
	b := openTab(t, browser, s, "/")
	const top = `document.querySelector("referat-preview").getBoundingClientRect().top`
	s.report(failedStatus())
	b.until(`!` + list + `.hidden && parseFloat(getComputedStyle(document.documentElement).paddingBottom) > 100`)
	b.js(`scrollTo(0, document.documentElement.scrollHeight)`)
	b.until(`sidst.getBoundingClientRect().bottom <= ` + top)
	b.js(`scrollTo(0, 0); document.querySelectorAll("a")[0].focus()`)
	for range 15 {
		b.do(chromedp.KeyEvent(kb.Tab))
	}
	b.until(`scrollY > 0 && document.activeElement.getBoundingClientRect().bottom <= ` + top)
}
