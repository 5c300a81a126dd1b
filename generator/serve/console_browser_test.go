package serve

import (
	"context"
	"slices"
	"sync"

	"github.com/chromedp/chromedp"
)

// console is what a page has said in the browser's console: faults of scripts,
// what the content security policy refused, files that are not there.
type console struct {
	ended chan struct{} // closed when the page is no more

	mu   sync.Mutex
	said []string
}

func listen(page context.Context) *console {
	c := &console{ended: make(chan struct{})}
	messages := chromedp.Console(page)
	go func() {
		defer close(c.ended)
		for m, err := range messages {
			if err != nil {
				return
			}
			c.mu.Lock()
			c.said = append(c.said, m.String())
			c.mu.Unlock()
		}
	}()
	return c
}

func (c *console) all() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return slices.Clone(c.said)
}
