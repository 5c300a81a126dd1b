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

// minutesOf gives a function that finds minutes by their path, quickly when it is asked
// in about the order of the paths.
func (s Site) minutesOf() func(source.Path) *content.Minutes {
	all, next := s.Docs.Minutes, 0
	return func(p source.Path) *content.Minutes {
		if next < len(all) && all[next].Path == p {
			return all[next]
		}
		if next+1 < len(all) && all[next+1].Path == p {
			next++
			return all[next]
		}
		i, found := slices.BinarySearchFunc(all, p, func(m *content.Minutes, p source.Path) int { return cmp.Compare(m.Path, p) })
		if !found {
			return nil
		}
		next = i
		return all[i]
	}
}

// sealable tells of minutes whose words the record seals.
func sealable(s content.State) bool { return s == content.Final || s == content.Approved }
