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

	readings map[plain.Digest]*Reading // by minutes and names
	extracts map[*content.Minutes]*extract
}

// Readings visits the readings of the site last made, for a cache to keep.
func (m *Memory) Readings(visit func(key plain.Digest, r *Reading)) {
	for key, r := range m.readings {
		visit(key, r)
	}
}

// readTexts finds what every public text mentions.
func (s *Site) readTexts() {
	names := s.names.digest()
	s.parallel(func(i int, l *linker) {
		m := s.minutes[i]
		if m.State == content.Withdrawn {
			return
		}
		m.reading, m.extract = &Reading{}, &extract{row: &row{}} // for the rest of New, should a fault follow
		m.reading = s.memory.reading(m.Minutes, names, func() Reading {
			return s.names.read(m.Minutes, func(id string) *content.Fragment { return s.docs.Fragment(m.Path, id) })
		})
		m.extract = s.memory.extract(s.frame, m)
	})
	s.memory.keep(s.minutes)
}

// reading gives what is known of the minutes' texts, or reads them. It changes
// nothing, so that several goroutines may ask.
func (m *Memory) reading(minutes *content.Minutes, names plain.Digest, read func() Reading) *Reading {
	key := plain.DigestOf([2]plain.Digest{minutes.Digest(), names})
	if known := m.readings[key]; known != nil {
		return known
	}
	var r *Reading
	if m.Recall != nil {
		r = m.Recall(key)
	}
	if r == nil {
		made := read()
		r = &made
	}
	r.made = key
	return r
}

// keep forgets what no document has any more.
func (m *Memory) keep(list []*meeting) {
	readings := make(map[plain.Digest]*Reading, len(list))
	extracts := make(map[*content.Minutes]*extract, len(list))
	for _, one := range list {
		if one.reading != nil {
			readings[one.reading.made], extracts[one.Minutes] = one.reading, one.extract
		}
	}
	m.readings, m.extracts = readings, extracts
}
