package pdf

import (
	"context"
	"errors"

	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"referat/generator/intake/manuscript"
)

// What a document may hold. Minutes hold a hundredth of it. The last two bound what is compared with each other.
const (
	maxBytes   = 64 << 20
	maxPages   = 500
	maxGlyphs  = 2_000_000
	maxObjects = 300_000

	maxPageGlyphs = 40_000
	maxPairs      = 200_000_000 // of letters and shapes of a page
)

// book is an open document. It remembers the first error after which PDFium cannot be asked any more.
type book struct {
	*engine
	ref     references.FPDF_DOCUMENT
	pages   int
	glyphs  int // read so far
	objects int
	exact   bool // ask of each letter whether its font says what it is
	unnamed int  // letters of which it does not, so far
	err     error
}

// ask asks PDFium for one thing. An answer is never nil; it is empty when there is no such thing.
func ask[Q, A any](b *book, call func(*Q) (*A, error), q Q) (answer *A, ok bool) {
	if b.err != nil {
		return new(A), false
	}
	answer, err := guarded(call, &q)
	if err == nil {
		return answer, true
	}
	if broken(err) {
		b.err = err
	}
	return new(A), false
}

// errPanic is a fault in the code around PDFium, which a damaged document may bring about.
var errPanic = errors.New("panic around PDFium")

func guarded[Q, A any](call func(*Q) (*A, error), q *Q) (answer *A, err error) {
	defer func() {
		if recover() != nil {
			err = errPanic
		}
	}()
	return call(q)
}

// open opens a document, or says why it is refused.
func open(ctx context.Context, e *engine, data []byte) (*book, error) {
	opened, err := guarded(e.OpenDocument, &requests.OpenDocument{File: &data})
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case errors.Is(err, pdferrors.ErrPassword), errors.Is(err, pdferrors.ErrSecurity):
		return nil, &manuscript.Refusal{Why: manuscript.Encrypted}
	case err != nil:
		return nil, &manuscript.Refusal{Why: manuscript.Damaged, Detail: "it cannot be opened"}
	}
	b := &book{engine: e, ref: opened.Document}
	count, _ := ask(b, e.FPDF_GetPageCount, requests.FPDF_GetPageCount{Document: b.ref})
	b.pages = count.PageCount
	switch {
	case b.pages == 0:
		return nil, &manuscript.Refusal{Why: manuscript.Damaged, Detail: "it has no pages"}
	case b.pages > maxPages:
		return nil, &manuscript.Refusal{Why: manuscript.TooLarge, Detail: "it has too many pages", Limit: manuscript.Pages, Most: maxPages}
	}
	return b, nil
}

// tooMuch refuses a document for one of its pages.
func (b *book) tooMuch() {
	if b.err == nil {
		b.err = &manuscript.Refusal{Why: manuscript.TooLarge, Detail: "there is too much on one of its pages"}
	}
}

// spend counts what has been read, and refuses the document when it is too much.
func (b *book) spend(glyphs, objects int) bool {
	b.glyphs += glyphs
	b.objects += objects
	if b.err == nil && (b.glyphs > maxGlyphs || b.objects > maxObjects) {
		b.err = &manuscript.Refusal{Why: manuscript.TooLarge, Detail: "there is too much on its pages"}
	}
	return b.err == nil
}
