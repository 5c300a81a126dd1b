package site

import (
	"referat/generator/content"
	"referat/generator/plain"
)

// Memory keeps what was found in single documents from one site to the next, so
// that a site of many documents, of which few have changed, is quickly made. All
// in it is a pure function of what it is found by.
type Memory struct {
	// Recall gives what a cache knows of a reading by its key, or nil.
	Recall func(key plain.Digest) *Reading

	known map[*content.Minutes]known
}

// known is what is remembered of some minutes.
type known struct {
	names   plain.Digest // that the reading was made with
	reading *Reading
	extract *extract
}

// Readings visits the readings of the site last made, for a cache to keep.
func (m *Memory) Readings(visit func(key plain.Digest, r *Reading)) {
	for _, k := range m.known {
		visit(k.reading.made, k.reading)
	}
}

// readTexts finds what every public text mentions.
func (s *Site) readTexts() {
	names := s.names.digest()
	s.parallel(func(i int, l *linker) {
		m := s.minutes[i]
		m.extract = &extract{row: &row{}} // for the rest of New, should a fault follow
		if m.State == content.Withdrawn {
			return
		}
		k := s.memory.known[m.Minutes]
		if k.reading == nil || k.names != names {
			k.reading = s.read(m.Minutes, names)
		}
		m.reading = k.reading
		if k.extract == nil || k.extract.of != s.extractOf(m) {
			k.extract = s.extract(m)
		}
		m.extract = k.extract
	})
	s.memory.keep(s.minutes, names)
}

// read reads the texts of some minutes, unless a cache knows what they say.
func (s *Site) read(m *content.Minutes, names plain.Digest) *Reading {
	key := plain.DigestOf([2]plain.Digest{m.Digest(), names})
	var r *Reading
	if s.memory.Recall != nil {
		r = s.memory.Recall(key)
	}
	if r == nil {
		made := s.names.read(m, func(id string) *content.Fragment { return s.docs.Fragment(m.Path, id) })
		r = &made
	}
	r.made = key
	return r
}

// keep forgets what no meeting has any more.
func (m *Memory) keep(list []*meeting, names plain.Digest) {
	m.known = make(map[*content.Minutes]known, len(list))
	for _, one := range list {
		if one.reading != nil {
			m.known[one.Minutes] = known{names, one.reading, one.extract}
		}
	}
}
