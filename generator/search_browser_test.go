package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/danish"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"referat/generator/search"
)

// builtSearchSite builds the site of the table of queries, and gives its public folder.
func builtSearchSite(t *testing.T) string {
	t.Helper()
	public := filepath.Join(t.TempDir(), "public")
	o, err := buildOptions([]string{"-C", copySite(t, "testdata/search/site"), "--now", "2025-06-01T12:00:00Z", "-o", public})
	if err != nil {
		t.Fatal(err)
	}
	if r := buildOnce(t.Context(), o, func(int, int) {}); !r.done() {
		t.Fatal(r.problems)
	}
	return public
}

// newSearcher is a tab on the site of the table of queries, whose files a test may
// hold back.
func newSearcher(t *testing.T, hold func(w http.ResponseWriter, r *http.Request) bool) *reader {
	t.Helper()
	dir := builtSearchSite(t)
	files := http.FileServer(http.Dir(dir))
	return readerOf(t, http.StripPrefix("/arkiv", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if hold == nil || !hold(w, r) {
			files.ServeHTTP(w, r)
		}
	})))
}

// hits are the titles that are shown, and statusWords what the page says of them.
const (
	hits        = `[...document.querySelectorAll(".hits .name")].map(e => e.innerText).join("; ")`
	statusWords = `document.querySelector(".said").innerText`
	shownIndex  = `document.querySelector(".index").checkVisibility()`
	inFocus     = `document.activeElement.name || document.activeElement.innerText`
)

func (r *reader) keys(keys string) {
	r.t.Helper()
	r.do(chromedp.KeyEvent(keys))
}

// given evaluates an expression, which may be a promise, to JSON.
func (r *reader) given(expression string, into any) {
	r.t.Helper()
	text, err := chromedp.Run(r.ctx, chromedp.Evaluate[string](`Promise.resolve(`+expression+`).then(JSON.stringify)`, chromedp.EvalAwaitPromise))
	if err == nil {
		err = json.Unmarshal([]byte(text), into)
	}
	if err != nil {
		r.t.Fatal(err)
	}
}

func TestTheBrowserStemsWordsAsTheIndexDoes(t *testing.T) {
	seed, err := os.ReadFile("testdata/seed/referat-2023-11-07.txt")
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	endings := strings.Fields("hed ethed ered e erede ende erende ene erne ere en heden eren er heder erer heds es endes erendes enes ernes eres ens hedens erens ers ets erets et eret s gd dt gt kt igst lig elig els løst ll bb")
	for _, word := range regexp.MustCompile(`[\pL\d]+`).FindAllString(strings.ToLower(string(seed)), -1) {
		known[word] = true
		for _, ending := range endings {
			known[word+ending] = true
		}
	}
	var words, want []string
	for word := range known {
		env := snowballstem.NewEnv(word)
		danish.Stem(env)
		words, want = append(words, word), append(want, env.Current())
	}
	r := newSearcher(t, nil)
	r.open("/arkiv/soeg/", 1280)
	asked, _ := json.Marshal(words)
	var got []string
	r.given(string(asked)+`.map(snowball)`, &got)
	for i := range words {
		if got[i] != want[i] {
			t.Errorf("the browser makes %q of %q, the index %q", got[i], words[i], want[i])
		}
	}
	if len(words) < 5000 {
		t.Errorf("%d words say little", len(words))
	}
}

func TestQueriesFindTheSameInTheBrowser(t *testing.T) {
	r, index := newSearcher(t, nil), indexIn(t, builtSearchSite(t))
	r.open("/arkiv/soeg/", 1280)
	for _, s := range askedOf(t) {
		r.agrees(index, s)
	}
}

func TestWhateverIsAskedFindsTheSameInTheBrowser(t *testing.T) {
	r, index := newSearcher(t, nil), indexIn(t, builtSearchSite(t))
	r.open("/arkiv/soeg/", 1280)
	table, random := askedOf(t), rand.New(rand.NewPCG(1, 2))
	letters := []rune("abdefgiklmnorstuvæøåé0123. -\"»")
	for range 400 {
		s := table[random.IntN(len(table))]
		text := []rune(s.Query)
		for range random.IntN(4) { // slips of the keyboard
			at := random.IntN(len(text) + 1)
			text = slices.Insert(slices.Delete(text, at, min(at+random.IntN(2), len(text))), at, letters[random.IntN(len(letters))])
		}
		other := strings.Fields(table[random.IntN(len(table))].Query + " . ")
		s.Query, s.Typing = string(text)+[]string{"", " "}[random.IntN(2)]+other[random.IntN(len(other))], random.IntN(2) == 0
		r.agrees(index, s)
	}
}

// agrees holds what the browser answers against what the index does.
func (r *reader) agrees(index *search.Reader, s searched) {
	r.t.Helper()
	answer, err := index.Search(s.query())
	if err != nil {
		r.t.Fatal(err)
	}
	var want, got []string
	for _, h := range answer.Hits {
		want = append(want, fmt.Sprint(h.Address, " ", h.Score))
	}
	for _, n := range answer.Links {
		want = append(want, n.Name)
	}
	want = append(want, answer.Apart, answer.Near, fmt.Sprint(answer.Some))
	asked := map[string]string{"q": s.Query, "udvalg": s.Committee, "gruppe": s.Subject}
	if s.Year > 0 {
		asked["aar"] = fmt.Sprint(s.Year)
	}
	if s.Decisions {
		asked["beslutninger"] = "1"
	}
	q, _ := json.Marshal(asked)
	r.given(fmt.Sprintf(`answerTo(%s, %v).then(a => [...a.next(1000).map(h => h.page + (h.anchor && "#" + h.anchor) + " " + h.score), ...a.names.map(n => n.name),
		a.heard?.words.find(w => w.parts)?.word ?? "", a.heard?.words.find(w => w.meant)?.meant ?? "", String(!!a.some)])`, q, s.Typing), &got)
	if !slices.Equal(got, want) {
		r.t.Errorf("%+v finds\n%q\nin the browser and\n%q\nhere", s, got, want)
	}
}

func TestTheFieldOfAnyPageLeadsToWhatItAsksFor(t *testing.T) {
	r := newSearcher(t, nil)
	r.open("/arkiv/referater/", 320)
	r.do(chromedp.SendKeys(`.find input`, "samtykket"), chromedp.Focus(`.find input`))
	r.keys(kb.Enter)
	r.is(`location.pathname + location.search`, "/arkiv/soeg/?q=samtykket")
	r.is(statusWords, "2 punkter fundet.")
	r.is(`document.querySelectorAll("input[name=q]").length + form.q.value`, "1samtykket")
	r.is(`document.querySelector(".hits a").pathname + document.querySelector(".hits a").hash`, "/arkiv/referater/bruger/2023-02-07/#punkt-1")
	r.is(`document.querySelector(".hits mark").innerText`, "Samtykke")
	r.is(shownIndex, "false")
}

func TestAnswersFollowTypingAndTakeNoFocus(t *testing.T) {
	r := newSearcher(t, nil)
	r.open("/arkiv/soeg/", 1280)
	r.is(shownIndex, "true")
	r.do(chromedp.Evaluate[chromedp.Void](`window.told = []; new MutationObserver(() => told.push(said.innerText)).observe(said, {childList: true, characterData: true, subtree: true})`))
	r.do(chromedp.Evaluate[chromedp.Void](holdPauses))
	r.do(chromedp.Focus(`#q`))
	r.keys("samtyk")
	r.is(`pauses.size + said.innerText`, "1")
	r.do(chromedp.Evaluate[chromedp.Void](`endPauses()`))
	r.is(statusWords, "2 punkter fundet.")
	r.is(inFocus, "q")
	r.is(`location.search`, "?q=samtyk")
	r.is(`pauses.size`, "0") // nothing more will be said
	r.is(`told`, "2 punkter fundet.")
	r.is(`history.length`, "2")
	r.do(chromedp.Evaluate[chromedp.Void](`form.q.select()`))
	r.keys(kb.Delete)
	r.do(chromedp.Evaluate[chromedp.Void](`endPauses()`))
	r.is(shownIndex, "true") // nothing is asked for any more
	r.is(statusWords+` + location.search`, "")
}

// holdPauses keeps what waits for a pause in typing until the test ends the pause, however slow
// the machine is.
const holdPauses = `window.pauses = new Map();
	window.setTimeout = (then) => { const n = Math.random(); pauses.set(n, then); return n };
	window.clearTimeout = (n) => pauses.delete(n);
	window.endPauses = () => { const all = [...pauses.values()]; pauses.clear(); all.forEach((then) => then()) }`

func TestAnOlderAnswerNeverTakesThePlaceOfANewerOne(t *testing.T) {
	release := make(chan bool)
	r := newSearcher(t, func(_ http.ResponseWriter, r *http.Request) bool {
		if r.URL.Path == "/referater/bruger/2024-02-06/index.json" { // where the dog is
			<-release
		}
		return false
	})
	r.open("/arkiv/soeg/", 1280)
	r.ask("hund")
	r.is(statusWords, "Søger …")
	r.ask("takst")
	r.is(hits, "Rejsegodtgørelse")
	close(release)
	time.Sleep(300 * time.Millisecond)
	r.is(hits, "Rejsegodtgørelse")
}

// ask writes a question in the place of what is in the field, and sends it.
func (r *reader) ask(question string) {
	r.t.Helper()
	r.do(chromedp.Evaluate[chromedp.Void](`form.q.focus(), form.q.select()`))
	r.keys(kb.Delete)
	r.keys(question + kb.Enter)
}

func TestTheAddressCarriesTheQuestionAndBackBringsTheOneBefore(t *testing.T) {
	r := newSearcher(t, nil)
	r.open("/arkiv/soeg/?q=samtykke&udvalg=bruger", 320)
	r.is(statusWords, "1 punkt fundet.")
	r.is(`form.udvalg.value + form.querySelector("details").open`, "brugertrue")
	r.ask("hund")
	r.is(statusWords, "1 punkt fundet.")
	r.do(chromedp.Click(`#beslutninger`))
	r.is(`location.search`, "?q=hund&udvalg=bruger&beslutninger=1")
	r.do(chromedp.Evaluate[chromedp.Void](`history.back()`))
	r.is(`location.search + form.q.value + form.beslutninger.checked`, "?q=hund&udvalg=brugerhundfalse")
	r.do(chromedp.Evaluate[chromedp.Void](`history.back()`))
	r.is(`location.search + form.q.value`, "?q=samtykke&udvalg=brugersamtykke")
	r.is(statusWords, "1 punkt fundet.")
}

func TestMoreHitsComeWhereTheReaderIs(t *testing.T) {
	r := newSearcher(t, nil)
	r.open("/arkiv/soeg/?udvalg=raadgivning", 320)
	r.is(`document.querySelectorAll(".hits > li").length`, "10")
	first := `document.querySelectorAll(".hits a")[10]`
	r.do(chromedp.Focus(`.further`))
	r.keys(kb.Enter)
	r.is(`document.activeElement == `+first, "true")
	r.is(statusWords, "Viser 20 af 24.")
	r.keys(kb.Tab) // and not at the beginning of the page
	r.is(`document.activeElement == document.querySelectorAll(".hits a")[11]`, "true")
}

func TestTheSearchSaysWhatIsWrong(t *testing.T) {
	var down atomic.Bool
	r := newSearcher(t, func(w http.ResponseWriter, r *http.Request) bool {
		if down.Load() && strings.HasPrefix(r.URL.Path, "/soeg/indeks/") {
			w.WriteHeader(http.StatusServiceUnavailable)
			return true
		}
		return false
	})
	r.open("/arkiv/soeg/", 320)
	down.Store(true)
	r.ask("samtykke")
	r.is(statusWords, "Søgningen kunne ikke hentes. Er du på nettet, så prøv igen om lidt. Oversigten herunder virker også uden søgning.")
	r.is(shownIndex, "true")
	down.Store(false)
	r.ask("samtykke")
	r.is(statusWords, "2 punkter fundet.")
	r.is(shownIndex, "false")
	r.ask("og at")
	r.is(statusWords, "Ordene er for almindelige til at søge efter. Prøv med andre ord.")
	r.ask("qqqqqq")
	r.is(statusWords, "Ingen punkter i referater og dagsordener svarer til »qqqqqq«.")
	r.is(`advice.checkVisibility()`, "true")
	r.ask("samtykqe")
	r.is(statusWords, "Ingen punkter har ordet »samtykqe«. Viser resultater for »samtykke«. 2 punkter fundet.")
	r.ask("samtykket trækkes formullar") // which is not in the sentence that is shown
	r.is(statusWords, "Ingen punkter har ordet »formullar«. Viser resultater for »formular«. 1 punkt fundet.")
	r.ask("samtykqe")
	r.is(`document.title`, "samtykqe – Søg – Prøvemyndigheden")
	r.ask("")
	r.is(statusWords, "Skriv, hvad du vil søge efter.")
	r.ask("?!")
	r.is(statusWords, "Ingen punkter i referater og dagsordener svarer til »?!«.")
}

func TestAHitSaysWhatItIs(t *testing.T) {
	const when = `document.querySelector(".hits .when").innerText.replace(/\u00a0/g, " ")`
	r := newSearcher(t, nil)
	r.open("/arkiv/soeg/?q=ventelister", 320)
	r.is(when, "9. september 2025, pkt. 2 · Brugerrådet · Planlagt")
	r.is(hits, "Ventelister ved undersøgelse")
	r.ask("børnekræft")
	r.is(statusWords, "Ordet »børnekræft« står ingen steder. Her er punkter, hvor dets dele står. 1 punkt fundet.")
	r.is(`[...document.querySelectorAll(".hits mark")].map(e => e.innerText).join(" ")`, "Kræft børn børn kræft")
	r.ask("børnekræft zebrafisk")
	r.is(statusWords, "Ingen punkter har alle ordene. Her er dem, der har de fleste. 1 punkt fundet.")
	r.ask("håndbog")
	r.is(statusWords, "1 møde fundet.")
	r.is(`document.querySelector(".hits .sentence").innerText`, "Pårørende efterlyste en håndbog.")
	r.ask("ventelister december 2024")
	r.is(statusWords, "Ingen punkter har alle ordene. Her er dem, der har de fleste. 1 punkt fundet.")
	r.ask("21/01234")
	r.is(`document.querySelector(".hits .sentence").innerText`, "Sagsnr. 21/01234")
	r.ask("revisionen besluttet april 2023")
	r.is(when, "18. april 2023, pkt. 3 · Rådgivningsgruppen for genomdata · Beslutning")
	r.ask("ventelister")
	r.do(chromedp.Click(".hits a"))
	r.is(`document.querySelector(":target").innerText.replace(/\s+/g, " ")`, "2 Ventelister ved undersøgelse")
}

func TestFilesFromBeforeAChangeOfTheSiteAreFetchedAgain(t *testing.T) {
	var asked atomic.Int32
	old := filepath.Join(builtSearchSite(t), "soeg", "indeks")
	r := newSearcher(t, func(w http.ResponseWriter, r *http.Request) bool {
		name, inIndex := strings.CutPrefix(r.URL.Path, "/soeg/indeks/")
		if !inIndex || !strings.HasSuffix(name, "/steder.bin") || asked.Add(1) > 1 {
			return false
		}
		other, _ := filepath.Glob(filepath.Join(old, "*", "0.bin"))
		http.ServeFile(w, r, other[0]) // whatever it is, these are no places
		return true
	})
	r.open("/arkiv/soeg/?q=samtykke", 320)
	r.is(statusWords, "2 punkter fundet.")
}

func TestWithoutScriptsTheSearchPageIsTheIndexOfNames(t *testing.T) {
	r := newSearcher(t, nil)
	if _, err := chromedp.Call(r.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
	r.open("/arkiv/", 320)
	r.is(`document.querySelector(".find input").checkVisibility()`, "false")
	r.do(chromedp.Click(`.find button`))
	r.is(`location.pathname`, "/arkiv/soeg/")
	r.is(`document.querySelector(".query").checkVisibility() + " " + `+shownIndex+` + " " + document.querySelector("noscript").checkVisibility()`, "false true true")
	r.is(`[...document.querySelectorAll(".letters a")].every(a => document.getElementById(a.hash.slice(1)).innerText == a.innerText)`, "true")
	r.is(`[...document.querySelectorAll(".entries li")].map(li => li.innerText).filter(name => /nyre/i.test(name)).join("; ")`, "Kidney failure se Nyresvigt; Nyresvigt Patientgruppe")
}

func TestNothingOfTheSearchIsWiderThanTheScreen(t *testing.T) {
	r := newSearcher(t, nil)
	for _, width := range []int64{320, 1280} {
		for _, question := range []string{"", "?q=samtykke", "?q=" + url.QueryEscape(strings.Repeat("kvælstof", 20))} {
			r.open("/arkiv/soeg/"+question, width)
			if question != "" {
				r.is(`document.querySelector(".said").innerText != ""`, "true")
			}
			r.is(`document.documentElement.scrollWidth <= innerWidth`, "true")
		}
	}
}
