package main

import (
	"os"
	"path/filepath"

	"github.com/rogpeppe/go-internal/lockedfile"

	"referat/generator/content"
	"referat/generator/layouts"
	"referat/generator/ledger"
	"referat/generator/plain"
	"referat/generator/public"
	"referat/generator/record"
	"referat/generator/site"
	"referat/generator/source"
)

// builder builds one site, once or again and again.
type builder struct {
	options
	places
	remembered
	texts     texts
	stems     stemMemory
	learn     bool   // make documents and outputs also when nothing has changed
	ahead     func() // told once it is known what is wanted, before it is drawn; may be nil
	rescues   bool   // its site is a recorded one (recordedsite.go)
	asks      bool   // it only answers questions, and writes nothing
	unsettled bool   // the ledger is still to be written
	askew     bool   // the output folder was not found as the last build left it, and no build has made that good
}

// places are the folders that a builder reads and writes.
type places struct {
	root   *os.Root          // the site
	target public.Target     // the output folder
	lock   *lockedfile.Mutex // of the output folder: two builds take turns
	cache  string            // where ledgers are kept
	ledger *ledger.Ledger    // nil until open
}

// remembered is what makes the next build quicker and never different: everything
// in it is found by the digest of what it was made from, or compared with what is
// on disk.
type remembered struct {
	tree    *source.Tree // as last looked at
	clock   int64        // the disk's time before that look
	docs    *content.Documents
	past    *record.Record // what was published
	memory  site.Memory
	look    layoutMemory
	gate    *gate
	facts   *ledger.Facts // nil until they are needed
	html    *ledger.Texts // opened with the facts
	shelf   ledger.Shelf  // of the last build's outputs
	outputs []site.Output // of the last good build
	hides   bool          // it left something out that only a preview shows

	inspected map[plain.Digest]*inspected // of the files that were published as they are
	learnt    bool                        // some of that is still to be written
}

// layoutMemory is the layouts that were last loaded.
type layoutMemory struct {
	made     plain.Digest // of the files, languages and address they were loaded from
	set      *layouts.Set
	problems []source.Problem
	marks    []layoutMarks
}

// newBuilder opens the site's folder.
func newBuilder(o options) (*builder, []source.Problem) {
	root, err := os.OpenRoot(o.dir)
	if err != nil {
		return nil, []source.Problem{asUnread(err, string(source.Settings))}
	}
	out, err := public.Locate(o.out)
	if err != nil {
		_ = root.Close()
		return nil, []source.Problem{asProblem(err, o.shown)}
	}
	b := &builder{options: o, places: places{root: root, target: public.Target{Dir: out, Shown: o.shown}}}
	b.keepIn(filepath.Join(o.dir, ".cache"))
	b.memory.Recall, b.memory.Count = b.recallReading, b.keepCount
	return b, nil
}

// keepIn says where what is known of the output folder is remembered.
func (b *builder) keepIn(cache string) {
	b.cache, b.target.Cache = cache, ledger.Folder(cache, b.target.Dir)
	b.lock = lockedfile.MutexAt(filepath.Join(b.target.Cache, "lock"))
}

// open reads what is remembered of the output folder, once.
func (b *builder) open() {
	if b.ledger == nil {
		b.ledger = ledger.Open(b.cache, b.target.Dir, engine())
		b.shelf = b.ledger.Last().Shelf()
	}
}

func (b *builder) close() {
	if b.html != nil {
		_ = b.html.Close()
	}
	_ = b.root.Close()
}

// asked stands for what a build was asked for, but for the instant.
func (b *builder) asked() plain.Digest {
	if b.rescues {
		return rescued()
	}
	return plain.DigestOf(b.drafts)
}

func (b *builder) factCache() content.Cache {
	c := content.Cache{Recall: b.recall, Put: b.html.Put, Get: b.html.Get, Part: b.html.Part}
	if b.asks {
		c.Put = nil
	}
	return c
}

// recall finds in the cache what a file says.
func (b *builder) recall(key plain.Digest) *content.Parsed {
	if data, ok := b.facts.Find(key); ok {
		if p, err := content.Recall(data); err == nil {
			return p
		}
	}
	return nil
}

func (b *builder) recallReading(key plain.Digest) *site.Reading {
	data, ok := b.facts.Find(key)
	if !ok {
		return nil
	}
	r := &site.Reading{}
	if rest, err := plain.Read(data, r); err != nil || rest != "" {
		return nil
	}
	return r
}

// keepFacts hands what was learnt of single files to the cache. Without a cache
// the next build learns it again. What was last shown is kept with it: while a file
// has an error, its page is drawn from what the file said before.
func (b *builder) keepFacts() {
	var facts []ledger.Fact
	var texts []plain.Digest
	var buffer []byte // each value is written before the next is asked for
	kept := map[plain.Digest]bool{}
	for _, docs := range []*content.Documents{b.docs, b.texts.build.Load(), b.texts.preview.Load()} {
		if docs == nil {
			continue
		}
		docs.Each(func(p *content.Parsed) {
			if key, ok := p.Key(); ok && !kept[key] {
				kept[key], texts = true, append(texts, key)
				facts = append(facts, ledger.Fact{Key: key, Value: func() []byte { buffer = p.Append(buffer[:0]); return buffer }})
			}
		})
	}
	b.memory.Readings(func(key plain.Digest, r *site.Reading) {
		facts = append(facts, ledger.Fact{Key: key, Value: func() []byte { buffer = plain.Append(buffer[:0], r); return buffer }})
	})
	for key, in := range b.inspected {
		facts = append(facts, ledger.Fact{Key: key, Value: func() []byte { buffer = plain.Append(buffer[:0], in); return buffer }})
	}
	index, counts := b.indexFacts()
	facts, texts = append(facts, index...), append(texts, counts...)
	_ = b.facts.Keep(facts)
	_ = b.html.Keep(texts)
}
