package main

import (
	"bytes"
	"fmt"
	"sync"

	"referat/generator/plain"
	"referat/generator/search"
	"referat/generator/site"
)

// index draws the files of the readers' index. A part is turned round once in a
// build, however many of its files are drawn, and forgotten when others are.
type index struct {
	builder *builder

	mu    sync.Mutex
	parts [2]turned // neighbours may be drawn at the same time
	next  int       // is forgotten next
}

// turned is a part of the index that somebody has asked for.
type turned struct {
	of   plain.Digest
	part func() *search.Part
}

func (b *builder) newIndex() *index { return &index{builder: b} }

// draw writes a file of the index.
func (x *index) draw(page *bytes.Buffer, view any) error {
	switch v := view.(type) {
	case search.Manifest:
		page.Write(v.JSON())
	case site.IndexWords:
		stems := make([][]search.Stem, len(v.Parts))
		for i, p := range v.Parts {
			stems[i] = x.stemsOf(p)
		}
		page.Write(search.Vocabulary(stems))
	case site.IndexFile:
		part := x.part(v.Part)
		switch v.Kind {
		case site.IndexPlaces:
			page.Write(part.Places())
		case site.IndexPostings:
			page.Write(part.Postings(v.Shard))
		case site.IndexPositions:
			page.Write(part.Positions(v.Shard))
		}
	default:
		return fmt.Errorf("no way to draw %T", view)
	}
	return nil
}

// stemsOf are the stems of a part.
func (x *index) stemsOf(p *site.IndexPart) []search.Stem {
	if stems := x.builder.recallStems(p.Digest()); stems != nil {
		return stems
	}
	return x.part(p).Stems()
}

// part turns a part round, unless that has been done.
func (x *index) part(p *site.IndexPart) *search.Part {
	return x.find(p)()
}

func (x *index) find(p *site.IndexPart) func() *search.Part {
	x.mu.Lock()
	defer x.mu.Unlock()
	for _, t := range x.parts {
		if t.part != nil && t.of == p.Digest() {
			return t.part
		}
	}
	turn := sync.OnceValue(func() *search.Part {
		part := search.Invert(x.builder.counted(p), p.Shards)
		x.builder.stems.keep(p.Digest(), part.Stems())
		return part
	})
	x.parts[x.next] = turned{p.Digest(), turn}
	x.next = (x.next + 1) % len(x.parts)
	return turn
}
