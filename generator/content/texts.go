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
}

// shelve moves the HTML of a file's texts out of memory: a site has far more of it
// than is needed at once.
func (c Cache) shelve(p *Parsed) {
	key, ok := p.Key()
	if !ok || c.Put == nil {
		return
	}
	size := 0
	p.eachFragment(func(f *Fragment) { size += f.Size })
	html := make([]byte, 0, size)
	p.eachFragment(func(f *Fragment) { html = append(html, f.HTML...) })
	if !c.Put(key, html) {
		return
	}
	p.eachFragment(func(f *Fragment) { f.HTML = "" })
	p.bare = true
}

// texts gives HTML that is not in memory. It remembers that of a few files, since
// several outputs of one file are drawn one after the other.
type texts struct {
	reader fileReader

	mu     sync.Mutex
	opened [8]struct {
		of    *Parsed
		texts []*Fragment
	}
	next int // is forgotten next
}

func (t *texts) fragment(path source.Path, p *Parsed, id string) *Fragment {
	for _, f := range t.open(path, p) {
		if f.ID == id {
			return f
		}
	}
	return nil
}

// open gives the whole texts of a file.
func (t *texts) open(path source.Path, p *Parsed) []*Fragment {
	t.mu.Lock()
	for i := range t.opened {
		if t.opened[i].of == p {
			defer t.mu.Unlock()
			return t.opened[i].texts
		}
	}
	t.mu.Unlock()
	whole := t.kept(p)
	if whole == nil {
		whole = t.again(path, p)
	}
	if whole == nil {
		p.lost.Store(true)
		return nil
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.opened[t.next].of, t.opened[t.next].texts = p, whole
	t.next = (t.next + 1) % len(t.opened)
	return whole
}

// kept are the texts as the cache has them, or nil.
func (t *texts) kept(p *Parsed) []*Fragment {
	key, ok := p.Key()
	if !ok || t.reader.cache.Get == nil {
		return nil
	}
	html, ok := t.reader.cache.Get(key)
	if !ok {
		return nil
	}
	whole := []*Fragment{}
	p.eachFragment(func(f *Fragment) {
		if ok = ok && f.Size <= len(html); ok {
			whole = append(whole, &Fragment{ID: f.ID, HTML: html[:f.Size], Size: f.Size, Links: f.Links})
			html = html[f.Size:]
		}
	})
	if !ok || html != "" {
		return nil
	}
	return whole
}

// again makes the texts from their file, or gives nil when that has changed.
func (t *texts) again(path source.Path, p *Parsed) []*Fragment {
	f, ok := t.reader.tree.File(path)
	if !ok {
		return nil
	}
	now := t.reader.read(f)
	html := map[string]*Fragment{}
	now.eachFragment(func(f *Fragment) { html[f.ID] = f })
	whole := []*Fragment{}
	p.eachFragment(func(f *Fragment) {
		if same := html[f.ID]; same != nil {
			whole = append(whole, &Fragment{ID: f.ID, HTML: same.HTML, Size: f.Size, Links: f.Links})
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
