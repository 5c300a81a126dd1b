package pdf

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
	"github.com/tetratelabs/wazero/sys"
)

// memoryPages is how much PDFium may use, in pages of 64 kB.
const memoryPages = 6144

// engine is PDFium in a sandbox: it sees the bytes that it is given and no file, clock or network.
// The context that it was started with ends whatever it does.
type engine struct {
	pdfium.Pdfium
	pool  pdfium.Pool
	cache wazero.CompilationCache
}

// starting lets one cache be opened at a time: wazero finds out its own version when the first
// is, and does not guard what it remembers of it.
var starting sync.Mutex

// startEngine starts PDFium. The first start compiles it, which takes seconds; with a folder the
// compiled program is kept there. A folder that cannot be used only costs that time.
func startEngine(ctx context.Context, folder string) (*engine, error) {
	if folder != "" {
		if cache, err := newCache(folder); err == nil {
			e, err := startWith(ctx, cache)
			if err == nil || ctx.Err() != nil {
				return e, err
			}
		}
	}
	return startWith(ctx, wazero.NewCompilationCache())
}

func newCache(folder string) (wazero.CompilationCache, error) {
	starting.Lock()
	defer starting.Unlock()
	return wazero.NewCompilationCacheWithDir(folder)
}

func startWith(ctx context.Context, cache wazero.CompilationCache) (*engine, error) {
	e := &engine{cache: cache}
	var err error
	e.pool, err = webassembly.Init(webassembly.Config{
		Context:  ctx,
		MaxTotal: 1,
		FSConfig: wazero.NewFSConfig(),
		Stdout:   io.Discard,
		Stderr:   io.Discard,
		RuntimeConfig: wazero.NewRuntimeConfig().
			WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
			WithCompilationCache(cache).
			WithCloseOnContextDone(true).
			WithMemoryLimitPages(memoryPages),
	})
	if err == nil {
		e.Pdfium, err = e.pool.GetInstanceWithContext(ctx)
	}
	if err != nil {
		e.close()
		return nil, fmt.Errorf("starting PDFium: %w", err)
	}
	return e, nil
}

// close ends PDFium, in whatever state it is.
func (e *engine) close() {
	if e.Pdfium != nil {
		_ = e.Pdfium.Kill()
	}
	if e.pool != nil {
		_ = e.pool.Close()
	}
	_ = e.cache.Close(context.Background())
}

// broken reports whether an error of PDFium is no answer ("there is no such thing") but the end of it:
// a trap, no more memory, or the context.
func broken(err error) bool {
	var exit *sys.ExitError
	return errors.Is(err, errPanic) || errors.As(err, &exit) || strings.Contains(err.Error(), "wasm error")
}
