package search

import (
	"encoding/binary"
	"math/bits"
	"slices"
)

// Stem is a stem and how many items have it.
type Stem struct {
	Name  string
	Items uint32
}

// Stems are those of letters alone, in order of bytes, for the vocabulary.
func (p *Part) Stems() []Stem {
	list := make([]Stem, 0, len(p.terms))
	for i := range p.terms {
		if t := &p.terms[i]; t.name[0] != '=' && !hasDigit(t.name) {
			list = append(list, Stem{t.name, t.items})
		}
	}
	return slices.Clip(list)
}

// useOf is how many bits the number of a stem's items has.
func useOf(items uint32) byte { return byte(min(bits.Len32(items), mostUse)) }

// What can be said of a stem in half a byte each: how many bytes it shares with the one
// before, and how much it is used.
const (
	mostShared = 1<<4 - 1
	mostUse    = 1<<4 - 1
)

// Vocabulary is the file of all stems, from those of every part.
func Vocabulary(parts [][]Stem) []byte {
	stems := merged(parts)
	out := binary.AppendUvarint([]byte(magicVocabulary), uint64(len(stems)))
	var rest []byte
	before := ""
	for _, s := range stems {
		n := min(shared(before, s.Name), mostShared)
		out = append(out, byte(n)|useOf(s.Items)<<4)
		rest = append(append(rest, s.Name[n:]...), '\n')
		before = s.Name
	}
	return texts(out, rest)
}

// merged are the stems of all parts, those of one name added up.
func merged(parts [][]Stem) []Stem {
	var all []Stem
	for _, stems := range parts {
		both := make([]Stem, 0, len(all)+len(stems))
		for len(all) > 0 && len(stems) > 0 {
			switch {
			case all[0].Name < stems[0].Name:
				both, all = append(both, all[0]), all[1:]
			case all[0].Name > stems[0].Name:
				both, stems = append(both, stems[0]), stems[1:]
			default:
				both = append(both, Stem{all[0].Name, all[0].Items + stems[0].Items})
				all, stems = all[1:], stems[1:]
			}
		}
		all = append(append(both, all...), stems...)
	}
	return all
}
