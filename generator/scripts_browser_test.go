package main

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"referat/generator/hosting"
)

// The scripts of the layouts, in a browser and under the policy of the finished site.

// reader is a tab on the built test site.
type reader struct {
	t       *testing.T
	ctx     context.Context
	address string
}

func newReader(t *testing.T) *reader {
	t.Helper()
	out := t.TempDir()
	buildInto(t, copySite(t, "testdata/site"), out)
	return readerOf(t, http.FileServer(http.Dir(out)))
}

// readerOf is a tab on a site that is served with the headers of the preview.
func readerOf(t *testing.T, site http.Handler) *reader {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for _, h := range hosting.Headers(false) {
			w.Header().Set(h.Name, h.Value)
		}
		site.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	options := append([]chromedp.ExecAllocatorOption{}, chromedp.DefaultExecAllocatorOptions[:]...)
	options = append(options, chromedp.ExecPath(browserPath(t)), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.UserDataDir(t.TempDir()),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("no-proxy-server", true))
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	ctx, closeTab := chromedp.NewContext(allocator)
	t.Cleanup(closeTab)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("chromium does not start: %v", err)
	}
	return &reader{t, ctx, server.URL}
}

func browserPath(t *testing.T) string {
	t.Helper()
	if own := os.Getenv("CHROMIUM"); own != "" {
		return own
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Fatal("no browser: install chromium (Debian: apt-get install chromium), or name one in CHROMIUM")
	return ""
}

// open shows a page in a window of a width.
func (r *reader) open(path string, width int64) {
	r.t.Helper()
	size := emulation.SetDeviceMetricsOverrideParams{Width: width, Height: 800, DeviceScaleFactor: 1}
	if _, err := chromedp.Call(r.ctx, emulation.SetDeviceMetricsOverride, size); err != nil {
		r.t.Fatal(err)
	}
	r.do(chromedp.Navigate(r.address + path))
}

func (r *reader) do(steps ...chromedp.Action[chromedp.Void]) {
	r.t.Helper()
	ctx, cancel := context.WithTimeout(r.ctx, 20*time.Second)
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		r.t.Fatal(err)
	}
}

// is waits until an expression has a value, as text.
func (r *reader) is(expression, want string) {
	r.t.Helper()
	got := ""
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		text, err := chromedp.Run(r.ctx, chromedp.Evaluate[string](`String(`+expression+`)`))
		if got = text; err == nil && got == want {
			return
		}
	}
	r.t.Errorf("%s: %q, want %q", expression, got, want)
}

// inTable are the names in the table of status that can be seen, from first to last.
const inTable = `(rows => rows[0].innerText + " … " + rows.at(-1).innerText + ", " + rows.length)([...document.querySelectorAll(".overview tbody th")].filter(th => th.checkVisibility()))`

func TestReadersSortAndPickInTheTableOfStatus(t *testing.T) {
	r := newReader(t)
	r.open("/patientgrupper/", 1280)
	r.is(inTable, "Endokrinologiske patienter … Hæmatologisk kræft, 17")
	r.do(chromedp.Click(`[data-sort="name"]`))
	r.is(inTable, "Arvelig hæmatologisk sygdom … Unge voksne med kræft (18-30 år) samt arvelig kræft hos voksne, 17")
	r.is(`[...document.querySelectorAll("[aria-sort]")].map(th => th.innerText + th.ariaSort)`, "Navnascending")
	r.do(chromedp.Click(`[data-sort="status"]`))
	r.is(inTable, "Endokrinologiske patienter … Hæmatologisk kræft, 17")
	r.is(`document.querySelectorAll(".overview tbody b")[6].innerText`, "Statusrapport foreligger")
	r.do(chromedp.Click(`[data-status="Statusrapport planlagt"]`))
	r.is(inTable, "Føtal medicin … Hæmatologisk kræft, 10")
	r.is(`document.querySelector(".tools [role=status]").textContent`, "10 af 17")
	r.is(`[...document.querySelectorAll("[aria-pressed=true]")].map(b => b.innerText)`, "status,Statusrapport planlagt (10)")
	r.do(chromedp.Click(`[data-status=""]`), chromedp.Click(`[data-sort="period"]`))
	r.is(inTable, "Endokrinologiske patienter … Hæmatologisk kræft, 17")
}

func TestALinkToAnItemCopiesItsAddress(t *testing.T) {
	r := newReader(t)
	r.open("/"+minutes+"/", 1280)
	r.is(`document.querySelector('a.copy[href="#punkt-3"]').nextSibling.textContent`, "")
	r.do(chromedp.Click(`a.copy[href="#punkt-3"]`))
	r.is(`document.querySelector('a.copy[href="#punkt-3"]').nextSibling.textContent`, "Adressen er kopieret")
	r.is(`location.hash`, "#punkt-3")
	r.do(chromedp.Click(`a.copy[href="#punkt-2"]`))
	r.is(`document.querySelector('a.copy[href="#punkt-3"]').nextSibling.textContent`, "")
}

func TestAPlaceOnAPageThatHasMovedIsFound(t *testing.T) {
	r := newReader(t)
	for from, to := range map[string]string{
		"/dokumenter/Referat%207.%20november/#punkt-3": "/" + minutes + "/#punkt-3", "/dokumenter/Referat%207.%20november/": "/" + minutes + "/", "/om.html#%C3%A6": "/om/#%C3%A6",
	} {
		r.open("/404.html", 320)
		r.open(from, 320)
		r.is(`location.pathname + location.hash`, to)
		time.Sleep(200 * time.Millisecond) // the page is not left again
		r.is(`location.pathname + location.hash`, to)
	}
}

func TestTheListOfContentsShutsWhenAnItemIsChosen(t *testing.T) {
	r := newReader(t)
	r.open("/"+minutes+"/", 320)
	r.do(chromedp.Click(`.contents summary`))
	r.is(`document.querySelector(".contents details").open`, "true")
	r.do(chromedp.Click(`.contents a[href="#punkt-3"]`))
	r.is(`document.querySelector(".contents details").open`, "false")
	r.is(`location.hash`, "#punkt-3")
}
