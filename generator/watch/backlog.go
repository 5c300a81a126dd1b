package watch

import "slices"

// most is how many paths a hint names. The caller's look at so many single files
// costs as much as one at all.
const most = 256

// backlog is the hint that the caller has not taken yet.
type backlog struct {
	hint    Hint
	waiting bool // there is one; hint.Paths is empty both of none and of everywhere
}

func (b *backlog) add(path string) {
	if b.waiting && len(b.hint.Paths) == 0 {
		return
	}
	b.waiting = true
	i, found := slices.BinarySearch(b.hint.Paths, path)
	if found {
		return
	}
	if len(b.hint.Paths) == most {
		b.everywhere()
		return
	}
	b.hint.Paths = slices.Insert(b.hint.Paths, i, path)
}

func (b *backlog) everywhere() { *b = backlog{waiting: true} }
