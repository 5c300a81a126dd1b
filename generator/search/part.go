package search

import (
	"encoding/binary"
	"hash/fnv"
	"slices"
	"strings"
)

// Part is a part of the site's meetings turned round: from their words to the
// places where these stand. It gives the files of the part.
type Part struct {
	shards int
	places [][]byte // the columns of that file
	chains []uint32 // of the first meetings, one more than there are
	terms  []term   // in order of bytes
	files  []shardFiles
}

// term is what a part has of a stem, or of a special term.
type term struct {
	name  string
	items uint32
	last  int32 // the last meeting that has it
	columns
}

// columns are what is written down of every time that a term is there. Those of a term
// are pieces of its shard's.
type columns [5][]byte

// The columns: the first two go into the postings, the others into the positions.
const (
	columnGaps = iota
	columnImpacts
	columnCounts
	columnSentences
	columnSpots
)

// shardFiles are the terms of a shard, in order, and what they have together.
type shardFiles struct {
	terms []int32
	columns
	postings [][]byte // the columns of that file
}

// Invert turns meetings round, which stand in order of date, committee and name.
func Invert(meetings []Counted, shards int) *Part {
	p := &Part{shards: shards}
	all := p.nameTerms(meetings)
	p.writePlaces(all)
	p.files = make([]shardFiles, AllShards(shards))
	for i := range p.terms {
		f := &p.files[shardOf(p.terms[i].name, shards)]
		f.terms = append(f.terms, int32(i))
	}
	p.makeRoom(p.measure(all))
	p.fill(all)
	for i := range p.files {
		p.files[i].postings = p.postings(&p.files[i])
	}
	return p
}

// nameTerms gives the terms of all meetings an order, and the counts their places in it.
func (p *Part) nameTerms(meetings []Counted) []count {
	known := map[string]int32{}
	var names []string
	all := make([]count, len(meetings))
	for i := range meetings {
		in := cursor(meetings[i].Count)
		c := count{Meeting: &meetings[i].Meeting, sizes: in.take(in.number())}
		c.numbers = make([]int32, in.number())
		for j := range c.numbers {
			name := in.take(int(in.byte()))
			n, ok := known[name]
			if !ok {
				n = int32(len(names))
				name = strings.Clone(name) // no part of the count, which is large
				names = append(names, name)
				known[name] = n
			}
			c.numbers[j] = n
		}
		c.items = in
		all[i] = c
	}
	slices.Sort(names)
	p.terms = make([]term, len(names))
	places := make([]int32, len(names))
	for i, name := range names {
		p.terms[i].name = name
		places[known[name]] = int32(i)
	}
	for i := range all {
		for j, n := range all[i].numbers {
			all[i].numbers[j] = places[n]
		}
	}
	return all
}

// measure finds out how many bytes the columns of every term have.
func (p *Part) measure(all []count) []sizes {
	list, next := make([]sizes, len(p.terms)), make([]int32, len(p.terms))
	each(all, func(n int32, f finding) {
		s := &list[n]
		s[columnGaps] += uvarintSize(uint64(f.item + 1 - next[n]))
		next[n] = f.item + 1
		s[columnImpacts]++
		if n := len(f.spots) / 2; n > impactCount {
			s[columnCounts] += uvarintSize(uint64(n))
		}
		for i := 0; i < len(f.spots); i += 2 {
			s[columnSentences] += uvarintSize(f.spots[i])
			s[columnSpots] += uvarintSize(f.spots[i+1])
		}
	})
	return list
}

type sizes [len(columns{})]int

// makeRoom makes the columns of all shards, and gives each term its pieces of them, still empty.
func (p *Part) makeRoom(list []sizes) {
	for i := range p.files {
		f := &p.files[i]
		for column := range f.columns {
			size := 0
			for _, n := range f.terms {
				size += list[n][column]
			}
			room := make([]byte, size)
			f.columns[column] = room
			for _, n := range f.terms {
				size := list[n][column]
				p.terms[n].columns[column], room = room[:0:size], room[size:]
			}
		}
	}
}

func uvarintSize(v uint64) int {
	n := 1
	for ; v >= 0x80; v >>= 7 {
		n++
	}
	return n
}

// fill writes down where every term stands.
func (p *Part) fill(all []count) {
	next := make([]int32, len(p.terms))
	each(all, func(n int32, f finding) {
		t := &p.terms[n]
		add := func(column int, number uint64) { t.columns[column] = binary.AppendUvarint(t.columns[column], number) }
		add(columnGaps, uint64(f.item+1-next[n]))
		next[n] = f.item + 1
		t.columns[columnImpacts] = append(t.columns[columnImpacts], f.impact)
		if n := len(f.spots) / 2; n > impactCount {
			add(columnCounts, uint64(n))
		}
		for i := 0; i < len(f.spots); i += 2 {
			add(columnSentences, f.spots[i])
			add(columnSpots, f.spots[i+1])
		}
		t.items++
		t.last = f.meeting
	})
}

func shared(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func appendText(to []byte, s string) []byte {
	return append(binary.AppendUvarint(to, uint64(len(s))), s...)
}

// Places is the file of the part's places.
func (p *Part) Places() []byte { return texts(p.places...) }

// postings are the columns of a shard's postings.
func (p *Part) postings(f *shardFiles) [][]byte {
	meetings := int32(0)
	var names, letters, sizes []byte
	before := ""
	for _, i := range f.terms {
		t := &p.terms[i]
		meetings = max(meetings, t.last+1)
		n := shared(before, t.name)
		names = append(names, byte(n), byte(len(t.name)-n))
		letters = append(letters, t.name[n:]...)
		sizes = binary.AppendUvarint(binary.AppendUvarint(sizes, uint64(t.items)), uint64(len(t.columns[columnGaps])))
		before = t.name
	}
	head := binary.AppendUvarint([]byte(magicPostings), uint64(p.shards))
	head = binary.AppendUvarint(head, uint64(meetings))
	head = binary.LittleEndian.AppendUint32(head, p.chains[meetings])
	head = binary.AppendUvarint(head, uint64(len(f.terms)))
	return [][]byte{append(head, names...), letters, sizes, f.columns[columnGaps], f.columns[columnImpacts]}
}

// Postings is the file of a shard.
func (p *Part) Postings(shard int) []byte { return numbers(p.files[shard].postings...) }

// Positions is the file of a shard's positions.
func (p *Part) Positions(shard int) []byte {
	f := &p.files[shard]
	sizes := binary.LittleEndian.AppendUint32([]byte(magicPositions), sumOf(f.postings...))
	for _, i := range f.terms {
		for _, column := range p.terms[i].columns[columnCounts:] {
			sizes = binary.AppendUvarint(sizes, uint64(len(column)))
		}
	}
	return numbers(append([][]byte{sizes}, f.columns[columnCounts:]...)...)
}

func sumOf(columns ...[]byte) uint32 {
	h := fnv.New32a()
	for _, c := range columns {
		_, _ = h.Write(c)
	}
	return h.Sum32()
}
