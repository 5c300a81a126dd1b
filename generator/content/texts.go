package content

import (
	"sync"

	"referat/generator/plain"
	"referat/generator/source"
)

// Cache keeps what files say, by the digest of what that was made from. Each of
// its functions may be nil.
type Cache struct {
	Recall func(key plain.Digest) *Parsed           // what a file said; nil when it is not known
	Put    func(key plain.Digest, html []byte) bool // keeps the HTML of a file's texts
	Get    func(key plain.Digest) (string, bool)    // what Put has kept

	// Part is some bytes of what Put has kept, which may have been damaged since.
	Part func(key plain.Digest, from, size int) (string, bool)
}

// shelve moves the HTML of a file's texts out of memory: a site has far more of it
// than is needed at once.
func (c Cache) shelve(p *Parsed) {
	key, ok := p.Key()
	if !ok || c.Put == nil {
		return
	}
	s := newScratch()
	defer s.giveBack()
	p.eachFragment(func(f *Fragment) { s.all = append(s.all, f.HTML...) })
	if !c.Put(key, s.all) {
		return
	}
	p.eachFragment(func(f *Fragment) { f.HTML = "" })
	p.bare = true
}

// texts gives HTML that is not in memory: all of a file at once, where most of it is expected
// to be asked for, else one text alone. It remembers that of a few files, since several outputs
// of one file are drawn one after the other, or at the same time.
type texts struct {
	reader fileReader

	mu     sync.Mutex
	opened [8]opened
	next   int // is forgotten next
}

// opened is a file whose texts are expected to be asked for; the first who does reads them.
type opened struct {
	of    *Parsed
	texts func() []Fragment
}

func (t *texts) fragment(path source.Path, p *Parsed, id string) *Fragment {
	t.mu.Lock()
	texts := t.find(p)
	t.mu.Unlock()
	if texts == nil {
		if f := t.part(p, id); f != nil {
			return f
		}
		texts = t.expect(path, p)
	}
	whole := texts()
	if whole == nil {
		p.lost.Store(true)
	}
	for i := range whole {
		if whole[i].ID == id {
			return &whole[i]
		}
	}
	return nil
}

// find gives the texts of a file that are remembered, or nil. The lock is held.
func (t *texts) find(p *Parsed) func() []Fragment {
	for i := range t.opened {
		if t.opened[i].of == p && !p.lost.Load() {
			return t.opened[i].texts
		}
	}
	return nil
}

// expect remembers the texts of a file, which nobody has read so far.
func (t *texts) expect(path source.Path, p *Parsed) func() []Fragment {
	t.mu.Lock()
	defer t.mu.Unlock()
	if known := t.find(p); known != nil {
		return known
	}
	read := sync.OnceValue(func() []Fragment {
		if whole := t.kept(p); whole != nil {
			return whole
		}
		return t.again(path, p)
	})
	t.opened[t.next] = opened{p, read}
	t.next = (t.next + 1) % len(t.opened)
	return read
}

// part is one text as the cache has it, or nil. Its ID proves it.
func (t *texts) part(p *Parsed, id string) *Fragment {
	key, ok := p.Key()
	if !ok || t.reader.cache.Part == nil {
		return nil
	}
	at, found := 0, Fragment{}
	p.eachFragment(func(f *Fragment) {
		if found.ID == "" && f.ID == id {
			found = Fragment{ID: f.ID, Size: f.Size, Links: f.Links}
		}
		if found.ID == "" {
			at += f.Size
		}
	})
	if found.ID == "" {
		return nil
	}
	if found.HTML, ok = t.reader.cache.Part(key, at, found.Size); !ok || !found.isItself() {
		return nil
	}
	return &found
}

// kept are the texts as the cache has them, or nil.
func (t *texts) kept(p *Parsed) []Fragment {
	key, ok := p.Key()
	if !ok || t.reader.cache.Get == nil {
		return nil
	}
	html, ok := t.reader.cache.Get(key)
	if !ok {
		return nil
	}
	n := 0
	p.eachFragment(func(*Fragment) { n++ })
	whole := make([]Fragment, 0, n)
	p.eachFragment(func(f *Fragment) {
		if ok = ok && f.Size <= len(html); ok {
			whole = append(whole, Fragment{ID: f.ID, HTML: html[:f.Size], Size: f.Size, Links: f.Links})
			html = html[f.Size:]
		}
	})
	if !ok || html != "" {
		return nil
	}
	return whole
}

// again makes the texts from their file, or gives nil when that has changed.
func (t *texts) again(path source.Path, p *Parsed) []Fragment {
	f, ok := t.reader.tree.File(path)
	if !ok {
		return nil
	}
	now := t.reader.read(f)
	html := map[string]*Fragment{}
	now.eachFragment(func(f *Fragment) { html[f.ID] = f })
	whole := []Fragment{}
	p.eachFragment(func(f *Fragment) {
		if same := html[f.ID]; same != nil {
			whole = append(whole, Fragment{ID: f.ID, HTML: same.HTML, Size: f.Size, Links: f.Links})
		} else {
			ok = false
		}
	})
	if !ok {
		return nil
	}
	if key, known := p.Key(); known && now.key == (plain.Digest{}) {
		now.key = key
		t.reader.cache.shelve(now)
	}
	return whole
}
