package pdf

import (
	"context"

	"referat/generator/intake/hyphen"
	"referat/generator/intake/manuscript"
)

// document puts the sheets together. When the context is over it is not whole.
func document(ctx context.Context, sheets []*sheet, attachments int) *manuscript.Document {
	doc := &manuscript.Document{}
	c := &composer{measures: measure(sheets), heads: map[string]bool{}}
	doc.Aside = furniture(sheets)
	tagged := structured(sheets)
	notes := &notes{onPage: map[int]map[string]int{}}
	var pages [][]*block
	for _, s := range sheets {
		if ctx.Err() != nil {
			break
		}
		blocks, asides := c.blocks(s, notes, tagged)
		pages = append(pages, blocks)
		doc.Aside = s.watermark(append(doc.Aside, asides...))
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
	hyphen.Rejoin(doc)
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
	return append(blocks, c.sideways(s)...), asides
}
