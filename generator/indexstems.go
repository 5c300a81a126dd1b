package main

import (
	"maps"
	"slices"
	"sync"

	"referat/generator/ledger"
	"referat/generator/plain"
	"referat/generator/search"
	"referat/generator/site"
)

// stemMemory knows the stems of the parts of the readers' index, by the digests of the
// parts: the vocabulary of the site is made of them, of which an edit changes one.
type stemMemory struct {
	mu    sync.Mutex
	known map[plain.Digest][]search.Stem
}

// keep remembers the stems of a part.
func (m *stemMemory) keep(part plain.Digest, stems []search.Stem) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.known == nil {
		m.known = map[plain.Digest][]search.Stem{}
	}
	m.known[part] = stems
}

// only forgets all but the stems of some parts: every edit makes another part.
func (m *stemMemory) only(parts []*site.IndexPart) {
	m.mu.Lock()
	defer m.mu.Unlock()
	maps.DeleteFunc(m.known, func(known plain.Digest, _ []search.Stem) bool {
		return !slices.ContainsFunc(parts, func(p *site.IndexPart) bool { return p.Digest() == known })
	})
}

// find gives the stems of a part, nil when they are not known.
func (m *stemMemory) find(part plain.Digest) []search.Stem {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.known[part]
}

// recallStems gives the stems of a part of the index, nil when they are not known.
func (b *builder) recallStems(part plain.Digest) []search.Stem {
	if stems := b.stems.find(part); stems != nil {
		return stems
	}
	data, ok := b.facts.Find(stemsKey(part))
	if !ok {
		return nil
	}
	var stems []search.Stem
	if rest, err := plain.Read(data, &stems); err != nil || rest != "" {
		return nil
	}
	b.stems.keep(part, stems)
	return stems
}

// keepCount counts the words of a meeting for the index, and keeps that.
func (b *builder) keepCount(key plain.Digest, m *search.Meeting) {
	if !b.asks && !slices.Contains(b.leaveOut, site.Index) {
		b.html.Put(countKey(key), search.Count(m))
	}
}

// counted are the meetings of a part with the counts of their words, which are made
// again where they are not kept.
func (b *builder) counted(p *site.IndexPart) []search.Counted {
	all := make([]search.Counted, p.Len())
	for i := range all {
		all[i].Meeting = p.Outline(i)
		kept, ok := b.html.Get(countKey(p.Key(i)))
		if !ok {
			m := p.Meeting(i, b.texts.plain)
			count := search.Count(&m)
			b.html.Put(countKey(p.Key(i)), count)
			kept = string(count)
		}
		all[i].Count = kept
	}
	return all
}

// indexFacts are what is to be kept of the index that was made last: the stems of its parts, and the
// keys of the counts of its meetings.
func (b *builder) indexFacts() (facts []ledger.Fact, counts []plain.Digest) {
	for i := range b.outputs {
		if b.outputs[i].Form != site.Index {
			continue
		}
		words, are := b.outputs[i].View().(site.IndexWords)
		if !are {
			continue
		}
		b.stems.only(words.Parts)
		for _, p := range words.Parts {
			if stems := b.recallStems(p.Digest()); stems != nil {
				facts = append(facts, ledger.Fact{Key: stemsKey(p.Digest()), Value: func() []byte { return plain.Append(nil, stems) }})
			}
			for i := range p.Len() {
				counts = append(counts, countKey(p.Key(i)))
			}
		}
	}
	return facts, counts
}

// stemsKey and countKey are the keys of what is kept of a part and of a meeting.
func stemsKey(part plain.Digest) plain.Digest {
	return plain.DigestOf(struct{ Stems plain.Digest }{part})
}

func countKey(meeting plain.Digest) plain.Digest {
	return plain.DigestOf(struct{ Count plain.Digest }{meeting})
}
