package content

import (
	"sync"

	"referat/generator/plain"
	"referat/generator/source"
)

// editions are minutes that were read from other files than theirs: versions that
// were kept. They are few, so that their texts stay in memory.
type editions struct {
	last *editions // of the documents before; nil of none
	mu   sync.Mutex
	read map[source.Path]*Parsed
}

// Edition gives the minutes at a path as another file of the tree has them; nil when
// they cannot be read there. Their Path is that file's, in which their texts stand,
// and all else is as it stood at the path. What was wrong with them is no matter any
// more. Minutes of the same bytes are the very same ones as in the documents before.
func (d *Documents) Edition(file, path source.Path) *Minutes {
	f, there := d.tree.File(file)
	if !there {
		return nil
	}
	digest, err := d.tree.Sum(f)
	if err != nil {
		return nil
	}
	key := plain.DigestOf(struct {
		File, Path string
		Bytes      source.Digest
		Words      plain.Digest
	}{string(file), string(path), digest, plain.DigestOf(d.Settings.Words)})
	e := d.editions.find(file, key)
	if e == nil {
		loaded, problem := d.tree.Load(f)
		if problem != nil {
			return nil
		}
		loaded.Path = path
		e = &Parsed{}
		if e.Minutes, _ = parseMinutes(loaded, &d.Settings.Vocabulary); e.Minutes == nil {
			return nil
		}
		e.Minutes.Path = file
		e.made(key, digest)
	}
	d.editions.keep(file, e)
	return e.Minutes
}

// Words are the record's words of the minutes at a path as a file of the tree has them.
func (d *Documents) Words(file, path source.Path) []Word {
	f, there := d.tree.File(file)
	if !there {
		return nil
	}
	loaded, problem := d.tree.Load(f)
	if problem != nil {
		return nil
	}
	loaded.Path = path
	_, words := Wording(loaded, &d.Settings.Vocabulary)
	return words
}

// find gives an edition by all that it was made from, if it is known.
func (e *editions) find(file source.Path, key plain.Digest) *Parsed {
	for _, at := range []*editions{e, e.last} {
		if at == nil {
			continue
		}
		at.mu.Lock()
		known := at.read[file]
		at.mu.Unlock()
		if known != nil && known.key == key {
			return known
		}
	}
	return nil
}

func (e *editions) keep(file source.Path, of *Parsed) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.read[file] = of
}

// fragment gives a text of an edition, or nil.
func (e *editions) fragment(file source.Path, id string) (found *Fragment) {
	e.mu.Lock()
	of := e.read[file]
	e.mu.Unlock()
	if of == nil {
		return nil
	}
	of.eachFragment(func(f *Fragment) {
		if f.ID == id {
			found = f
		}
	})
	return found
}
