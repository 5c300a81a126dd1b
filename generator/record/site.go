package record

import (
	"cmp"
	"iter"
	"slices"
	"time"

	"referat/generator/content"
	"referat/generator/source"
)

// Site is a site as it is now.
type Site struct {
	Tree  *source.Tree
	Docs  *content.Documents
	Now   time.Time
	Shown iter.Seq[Shown] // every page and file that has an address to keep, by path
}

// Shown is a file of public/ that has an address to keep.
type Shown struct {
	Path string // below public/
	Kind Kind
	From source.Path // the content file that it is drawn from; "" of a list
}

// Kind is what answers at an address.
type Kind uint8

const (
	Page     Kind = iota
	Data          // a file: data or an attachment
	Stone         // where something withdrawn stood
	Redirect      // to the page drawn from the same content file
)

// minutesOf gives a function that finds minutes by their path, nil where there are none.
func (s Site) minutesOf() func(source.Path) *content.Minutes {
	return inOrder(s.Docs.Minutes, func(m *content.Minutes, p source.Path) int { return cmp.Compare(m.Path, p) })
}

// inOrder gives a function that finds what a sorted list has of a key, quickly when it is
// asked in about the order of the list.
func inOrder[T, K any](all []T, compare func(T, K) int) func(K) T {
	next := 0
	return func(key K) (found T) {
		for i := next; i < min(next+2, len(all)); i++ {
			if compare(all[i], key) == 0 {
				next = i
				return all[i]
			}
		}
		if i, ok := slices.BinarySearchFunc(all, key, compare); ok {
			next, found = i, all[i]
		}
		return found
	}
}

// sealable tells of minutes whose words the record seals.
func sealable(s content.State) bool { return s == content.Final || s == content.Approved }
