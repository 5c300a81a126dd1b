package site

import (
	"crypto/sha256"
	"slices"

	"referat/generator/content"
	"referat/generator/plain"
	"referat/generator/search"
	"referat/generator/source"
)

// Memory keeps what was found in single documents from one site to the next, so
// that a site of many documents, of which few have changed, is quickly made. All
// in it is a pure function of what it is compared with before it is used.
type Memory struct {
	// Recall gives what a cache knows of a reading by its key, or nil.
	Recall func(key plain.Digest) *Reading
	// Count is told what the index is to have of a meeting, while its texts are at hand,
	// with a key that stands for it. It may be nil.
	Count func(key plain.Digest, m *search.Meeting)

	last     *stage // nil of none
	round    int    // how often the links of all meetings were followed
	known    map[source.Path]*known
	targets  map[source.Path]target
	files    map[source.Path]int64 // their sizes; -1 of those that are shut
	lists    sheaves
	subjects sheaves // of the subjects' pages, which may be taken over when others are made again
}

// known is what is remembered of some minutes.
type known struct {
	minutes *content.Minutes // that all else is about
	names   plain.Digest     // that the reading was made with
	reading *Reading
	extract *extract
	recipe  *meetingRecipe
	trail   trail    // of its texts
	round   int      // at which the trail was right
	found   findings // of all its links
}

// trail is where the links of some minutes lead.
type trail struct {
	goals    []source.Path // documents and files
	used     []source.Path // files among them
	promised []promise
}

// Readings visits the readings of the site last made, for a cache to keep.
func (m *Memory) Readings(visit func(key plain.Digest, r *Reading)) {
	for _, k := range m.known {
		if k.reading != nil {
			visit(k.reading.made, k.reading)
		}
	}
}

// of gives what is remembered of the minutes at a path, be they the same or not.
func (m *Memory) of(minutes *content.Minutes) *known {
	if k := m.known[minutes.Path]; k != nil {
		return k
	}
	return &known{}
}

// keep forgets what no meeting has any more.
func (m *Memory) keep(list []*meeting) {
	m.known = make(map[source.Path]*known, len(list))
	for _, one := range list {
		m.known[one.Path] = one.known
	}
}

// moved are the documents and files that links lead to otherwise than in the site
// before.
func (m *Memory) moved(targets map[source.Path]target, files map[source.Path]*source.File, shut map[source.Path]bool) map[source.Path]bool {
	const closed = -1
	moved := map[source.Path]bool{}
	compare(moved, m.targets, targets, target.same)
	m.targets = targets
	now := make(map[source.Path]int64, len(files))
	for p, f := range files {
		now[p] = f.Size // links to it tell that
		if shut[p] {
			now[p] = closed
		}
	}
	compare(moved, m.files, now, func(a, b int64) bool { return a == b })
	m.files = now
	return moved
}

// compare notes the paths at which two maps differ.
func compare[V any](differ map[source.Path]bool, before, after map[source.Path]V, same func(a, b V) bool) {
	for p, now := range after {
		if was, ok := before[p]; !ok || !same(was, now) {
			differ[p] = true
		}
	}
	for p := range before {
		if _, still := after[p]; !still {
			differ[p] = true
		}
	}
}

// same tells that links lead to two targets alike.
func (t target) same(other target) bool {
	return t.address == other.address && t.title == other.title && t.withdrawn == other.withdrawn &&
		t.anchors == other.anchors && (t.minutes == other.minutes || slices.Equal(t.minutes.Headings(), other.minutes.Headings()))
}

// leaf is a type of leaves of which one can be told from another.
type leaf interface {
	plain.Leaf
	comparable
}

// sheaf is a list of leaves that has one digest. It is a leaf.
type sheaf[T leaf] struct {
	leaves []T
	digest plain.Digest
}

func (s *sheaf[T]) Digest() plain.Digest { return s.digest }

// bind makes a sheaf of leaves. There may be tens of thousands, so that their digests
// are put together without package plain, which has to find out what each of them is.
func bind[T leaf](leaves []T) *sheaf[T] {
	sums := make([]byte, 0, len(leaves)*len(plain.Digest{}))
	for _, leaf := range leaves {
		sum := leaf.Digest()
		sums = append(sums, sum[:]...)
	}
	return &sheaf[T]{leaves, sha256.Sum256(sums)}
}

// sheaves are those of this site and of the one before, by what they are for.
type sheaves struct{ before, now map[string]plain.Leaf }

func (s *sheaves) turn() { s.before, s.now = s.now, map[string]plain.Leaf{} }

// tie makes a sheaf. One of the very same leaves is not made again, so that not
// every leaf is asked for its digest.
func tie[T leaf](s *sheaves, use string, leaves []T) *sheaf[T] {
	made, ok := s.before[use].(*sheaf[T])
	if !ok || !slices.Equal(made.leaves, leaves) {
		made = bind(leaves)
	}
	s.now[use] = made
	return made
}

// equal is slices.Equal, and quick for what is one slice.
func equal[T comparable](a, b []T) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0] || slices.Equal(a, b))
}
