// Package pdf reads PDF documents into manuscripts.
package pdf

import (
	"context"
	"errors"
	"fmt"
	"time"

	"referat/generator/intake/manuscript"
)

// Options are how a document is to be read.
type Options struct {
	AcceptChanges bool   // struck text stays left out, and nobody need be asked
	KeepStruck    bool   // struck text is text
	Cache         string // folder that keeps PDFium compiled; "" compiles it anew, which takes seconds
}

// longest is how long a document may take, compiling apart.
const longest = 2 * time.Minute

// Read reads a document. An error is a *manuscript.Refusal, or the context's.
func Read(ctx context.Context, data []byte, o Options) (doc *manuscript.Document, err error) {
	if len(data) > maxBytes {
		return nil, &manuscript.Refusal{Why: manuscript.TooLarge, Detail: "the file is too large"}
	}
	ctx, cancel := context.WithTimeout(ctx, longest)
	defer cancel()
	e, err := startEngine(ctx, o.Cache)
	if err != nil {
		return nil, err
	}
	defer e.close()
	b, err := open(ctx, e, data)
	if err != nil {
		return nil, err
	}
	sheets, err := readSheets(ctx, b, o)
	if err != nil {
		return nil, err
	}
	return document(sheets, readAttachments(b)), nil
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

// fault is why a document cannot be read on.
func (b *book) fault(ctx context.Context) error {
	var refusal *manuscript.Refusal
	switch {
	case errors.As(b.err, &refusal):
		return refusal
	case ctx.Err() != nil:
		return ctx.Err()
	case b.err != nil:
		return &manuscript.Refusal{Why: manuscript.Damaged, Detail: fmt.Sprintf("PDFium stopped at page %d", 0)}
	}
	return nil
}

// document puts the sheets together.
func document(sheets []*sheet, attachments int) *manuscript.Document {
	doc := &manuscript.Document{}
	c := &composer{measures: measure(sheets), heads: map[string]bool{}}
	doc.Aside = furniture(sheets)
	tagged := structured(sheets)
	notes := &notes{onPage: map[int]map[string]int{}}
	var pages [][]*block
	for _, s := range sheets {
		blocks, asides := c.blocks(s, notes, tagged)
		pages = append(pages, blocks)
		doc.Aside = append(doc.Aside, asides...)
		doc.Unseen = append(doc.Unseen, s.unseen...)
		doc.Raw += s.words(s.signs)
	}
	all, asides := joinPages(pages)
	doc.Aside = append(doc.Aside, asides...)
	c.headings(all)
	depths(all)
	for _, b := range all {
		doc.Blocks = append(doc.Blocks, b.Block)
	}
	doc.Notes = notes.all
	rejoin(doc, all)
	for range attachments {
		doc.Unseen = append(doc.Unseen, manuscript.Unseen{Kind: manuscript.Embedded})
	}
	return doc
}

// blocks gives the blocks of a sheet, by its structure or by where things stand, with references to its notes.
func (c *composer) blocks(s *sheet, n *notes, tagged bool) (blocks []*block, asides []manuscript.Aside) {
	lines := s.pieces
	if tagged && len(s.tree) > 0 {
		blocks, asides = c.readTagged(s, n)
	} else {
		n.take(s, c.size)
		blocks = c.compose(s)
	}
	for _, b := range blocks {
		n.refer(s, b)
	}
	n.referSigns(s, lines)
	return blocks, asides
}
