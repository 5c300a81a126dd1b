package serve

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// patience is how long something may take that happens at once; only a
// failure waits as long.
const patience = 20 * time.Second

// startBrowser starts Chromium for a test and its subtests.
func startBrowser(t *testing.T, more ...chromedp.ExecAllocatorOption) context.Context {
	t.Helper()
	options := append([]chromedp.ExecAllocatorOption{}, chromedp.DefaultExecAllocatorOptions[:]...)
	options = append(options, chromedp.ExecPath(chromium(t)), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.UserDataDir(t.TempDir()),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("no-proxy-server", true),
		chromedp.WindowSize(1280, 800))
	options = append(options, more...)
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	ctx, closeTab := chromedp.NewContext(allocator)
	t.Cleanup(closeTab)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("chromium does not start: %v", err)
	}
	return ctx
}

func chromium(t *testing.T) string {
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

// tab is a page of a preview in a browser.
type tab struct {
	t       *testing.T
	ctx     context.Context
	address string // of the server
	console *console
}

// openTab shows a page of a preview in a tab of its own.
func openTab(t *testing.T, browser context.Context, preview http.Handler, path string) *tab {
	t.Helper()
	server := httptest.NewServer(preview)
	t.Cleanup(server.Close)
	t.Cleanup(server.CloseClientConnections)
	ctx, closeTab := chromedp.NewContext(browser, chromedp.WithNewBrowserContext())
	b := &tab{t: t, ctx: ctx, address: server.URL, console: listen(ctx)}
	t.Cleanup(func() {
		closeTab()
		<-b.console.ended
	})
	b.open(path)
	return b
}

// open goes to a page and waits for the bar.
func (b *tab) open(path string) {
	b.t.Helper()
	b.do(chromedp.Navigate(b.address + path))
	b.until(bar + ".querySelector('.counts')?.textContent")
}

// bar is the shadow tree that the bar stands in, as an expression.
const bar = `document.querySelector("referat-preview").shadowRoot`

func (b *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		b.t.Fatal(err)
	}
}

// tell is the value of an expression as text.
func (b *tab) tell(expression string) string {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	text, err := chromedp.Run(ctx, chromedp.Evaluate[string](`String(`+expression+`)`))
	if err != nil {
		b.t.Fatalf("%s: %v", expression, err)
	}
	return text
}

// is fails the test when an expression has another value.
func (b *tab) is(expression, want string) {
	b.t.Helper()
	if got := b.tell(expression); got != want {
		b.t.Errorf("%s: %q, want %q", expression, got, want)
	}
}

// until waits for an expression to be true, also across pages.
func (b *tab) until(expression string) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	look := chromedp.Evaluate[bool](`(() => { try { return Boolean(` + expression + `) } catch { return false } })()`)
	for ctx.Err() == nil {
		if ok, err := chromedp.Run(ctx, look); err == nil && ok {
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
	page, _ := chromedp.Run(b.ctx, chromedp.Evaluate[string](`document.documentElement.outerHTML + (`+bar+`?.innerHTML ?? "")`))
	b.t.Fatalf("never true: %s\non %s", expression, page)
}

// js runs a statement in the page.
func (b *tab) js(format string, args ...any) {
	b.t.Helper()
	b.do(chromedp.Evaluate[chromedp.Void](fmt.Sprintf(format, args...)))
}

// media lets the page believe that a reader has asked for something.
func (b *tab) media(name, value string) {
	b.t.Helper()
	feature := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: name, Value: value}}}
	if _, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, feature); err != nil {
		b.t.Fatal(err)
	}
}

// eventually waits for what must become true.
func eventually(t *testing.T, is func() bool) {
	t.Helper()
	for end := time.Now().Add(patience); !is(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("it never is")
		}
	}
}
