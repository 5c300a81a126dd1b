package main

import (
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

// find gives the stems of a part, nil when they are not known.
func (m *stemMemory) find(part plain.Digest) []search.Stem {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.known[part]
}

// recallStems finds in the cache which stems a part of the index has.
func (b *builder) recallStems(part plain.Digest) []search.Stem {
	data, ok := b.facts.Find(stemsKey(part))
	if !ok {
		return nil
	}
	var stems []search.Stem
	if rest, err := plain.Read(data, &stems); err != nil || rest != "" {
		return nil
	}
	return stems
}

// stemFacts are what is to be kept of the index that was made last.
func (b *builder) stemFacts() (facts []ledger.Fact) {
	for i := range b.outputs {
		words, are := b.outputs[i].View().(site.IndexWords)
		if b.outputs[i].Form != site.Index || !are {
			continue
		}
		for _, p := range words.Parts {
			if stems := b.stems.find(p.Digest()); stems != nil || b.facts.Has(stemsKey(p.Digest())) {
				facts = append(facts, ledger.Fact{Key: stemsKey(p.Digest()), Value: func() []byte { return plain.Append(nil, stems) }})
			}
		}
	}
	return facts
}

// stemsKey is the key of that fact.
func stemsKey(part plain.Digest) plain.Digest {
	return plain.DigestOf(struct{ Stems plain.Digest }{part})
}
