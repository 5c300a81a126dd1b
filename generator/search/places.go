package search

import (
	"encoding/binary"
	"hash"
	"hash/fnv"
	"slices"
	"strings"

	"referat/generator/danish"
)

// The beginnings of the unpacked files.
const (
	magicVocabulary = "RV\x01"
	magicPlaces     = "RT\x01"
	magicPostings   = "RP\x01"
	magicPositions  = "RO\x01"
)

// dayOf is a date as days since 1900.
func dayOf(d danish.Date) int { return d.DaysSince(danish.Date{Year: 1900, Month: 1, Day: 1}) }

// writePlaces writes down what the items of the part are.
func (p *Part) writePlaces(all []count) {
	var committees []string
	for _, m := range all {
		if i, found := slices.BinarySearch(committees, m.Committee); !found {
			committees = slices.Insert(committees, i, m.Committee)
		}
	}
	out := binary.AppendUvarint([]byte(magicPlaces), uint64(len(committees)))
	for _, id := range committees {
		out = appendText(out, id)
	}
	out = binary.AppendUvarint(out, uint64(len(all)))
	var sizes, anchors []byte
	before := 0
	chain := newChain()
	p.chains = append(p.chains, chain.Sum32())
	for i := range all {
		m := &all[i]
		day := dayOf(m.Date)
		committee, _ := slices.BinarySearch(committees, m.Committee)
		out = binary.AppendUvarint(out, uint64(day-before))
		out = binary.AppendUvarint(out, uint64(committee))
		out = appendText(out, strings.TrimPrefix(m.Name, m.Date.String()))
		flags := byte(0)
		if m.Draft {
			flags = flagDraft
		}
		out = binary.AppendUvarint(append(out, flags), uint64(len(m.Items)))
		sizes = append(sizes, m.sizes...)
		chain.add(m.Committee + "/" + m.Name)
		for _, item := range m.Items {
			anchors = append(append(anchors, item.Anchor...), '\n')
			chain.add(item.Anchor)
		}
		p.chains = append(p.chains, chain.Sum32())
		before = day
	}
	p.places = [][]byte{out, sizes, anchors}
}

// chain is a sum over the meetings of a part so far: what was numbered when there
// were fewer meetings is right as long as the first of them are the same.
type chain struct{ hash.Hash32 }

func newChain() chain { return chain{fnv.New32a()} }

func (c chain) add(line string) { _, _ = c.Write([]byte(line + "\n")) }

// dateOf is the date of days since 1900.
func dateOf(day int) danish.Date { return danish.Date{Year: 1900, Month: 1, Day: 1}.AddDays(day) }
