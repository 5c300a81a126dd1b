// Package pdf reads PDF documents.
//
// PDFium finds the letters and where they stand; it runs as WebAssembly on wazero, with no cgo, in a sandbox
// without files or network, within bounds of memory and time. All that makes words, lines and blocks of the letters
// is in this package. The way of a document:
//
//	load       page → letters, rules, shapes, links, structure; and what becomes of each letter
//	newSheet   letters → pieces of lines
//	furniture  what is repeated at the edges of pages is set aside
//	compose    pieces → blocks, by where they stand; or readTagged, by the document's own structure
//	joinPages  what the end of a page has cut is joined
//
// The structure of a tagged document is followed when it reaches nearly all letters. What it does not reach is put
// among the rest by where it stands, so that no letter is lost for want of a tag.
//
// Letters that a reader of the page does not see are never text: printed in no color or in that of their ground,
// covered by what is drawn later, outside the page, too small. Struck letters are not, unless the options say so; a
// deletion that a word processor has printed looks the same. Text behind the picture of a scanned page, which a
// machine has read, is invisible too: a document that has no other is refused, and never read by halves. Of all
// these only the place and the number of words are told.
//
// Starting costs a compilation of some seconds unless a folder keeps the result, and nothing at all before Read is
// called. The package may not write anywhere else, and knows no word of minutes.
package pdf

import (
	"context"
	"errors"
	"strings"
	"time"

	"referat/generator/intake/manuscript"
)

// Options are how a document is to be read.
type Options struct {
	AcceptChanges bool   // struck text is a deletion that is accepted: it stays left out, and is told all the same
	KeepStruck    bool   // struck text is text
	Cache         string // folder that keeps PDFium compiled; "" compiles it anew, which takes seconds
}

// longest is how long a document may take.
const longest = 2 * time.Minute

// Read reads a document. An error is a *manuscript.Refusal, or the context's, or that of starting PDFium.
func Read(ctx context.Context, data []byte, o Options) (*manuscript.Document, error) {
	if len(data) > maxBytes {
		return nil, &manuscript.Refusal{Why: manuscript.TooLarge, Detail: "the file is too large", Limit: manuscript.Bytes, Most: maxBytes}
	}
	ctx, cancel := context.WithTimeout(ctx, longest)
	defer cancel()
	e, err := startEngine(ctx, o.Cache)
	if err != nil {
		return nil, err
	}
	defer e.close()
	return e.read(ctx, data, o)
}

func (e *engine) read(ctx context.Context, data []byte, o Options) (*manuscript.Document, error) {
	b, err := open(ctx, e, data)
	if err != nil {
		return nil, err
	}
	sheets, err := readSheets(ctx, b, o)
	if err != nil {
		return nil, err
	}
	doc := document(ctx, sheets, readAttachments(b))
	if err := b.fault(ctx); err != nil {
		return nil, err
	}
	if strings.TrimSpace(doc.Raw) == "" {
		return nil, &manuscript.Refusal{Why: manuscript.NoText}
	}
	return doc, nil
}

func readSheets(ctx context.Context, b *book, o Options) ([]*sheet, error) {
	var sheets []*sheet
	for i := range b.pages {
		l := load(b, i)
		if err := b.fault(ctx); err != nil {
			return nil, err
		}
		sheets = append(sheets, newSheet(l, o.KeepStruck))
	}
	return sheets, nil
}

// stopped tells that PDFium is of no more use.
const stopped = "PDFium could not read on"

// fault is why a document cannot be read on.
func (b *book) fault(ctx context.Context) error {
	var refusal *manuscript.Refusal
	switch {
	case errors.As(b.err, &refusal):
		return refusal
	case ctx.Err() != nil:
		return ctx.Err()
	case b.err != nil:
		return &manuscript.Refusal{Why: manuscript.Damaged, Detail: stopped}
	}
	return nil
}
