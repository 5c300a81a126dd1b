package search

import (
	"encoding/binary"
	"hash/fnv"
	"slices"
)

// Part is a part of the site's meetings turned round: from their words to the
// places where these stand. It gives the files of the part.
type Part struct {
	shards int
	places [][]byte // the columns of that file
	chains []uint32 // of the first meetings, one more than there are
	terms  []term   // in order of bytes
	order  [][]int32
}

// term is what a part has of a stem, or of a special term.
type term struct {
	name      string
	items     uint32
	last      int32 // the last meeting that has it
	gaps      []byte
	impacts   []byte
	counts    []byte
	sentences []byte
	spots     []byte
}

// Counted is a meeting, of whose items the anchors alone are needed, and the count of its words.
type Counted struct {
	Meeting
	Count []byte
}

// Invert turns meetings round, which stand in order of date, committee and name.
func Invert(meetings []Counted, shards int) *Part {
	p := &Part{shards: shards}
	all := p.nameTerms(meetings)
	p.writePlaces(all)
	p.measure(all)
	p.fill(all)
	p.order = make([][]int32, AllShards(shards))
	for i := range p.terms {
		n := shardOf(p.terms[i].name, shards)
		p.order[n] = append(p.order[n], int32(i))
	}
	return p
}

// count is a meeting's count, taken apart.
type count struct {
	*Meeting
	sizes   []byte
	numbers []int32 // of its stems in the part
	items   []byte
}

// nameTerms gives the terms of all meetings an order, and the counts their places in it.
func (p *Part) nameTerms(meetings []Counted) []count {
	known := map[string]int32{}
	var names []string
	all := make([]count, len(meetings))
	for i := range meetings {
		s := scanner{rest: meetings[i].Count}
		c := count{Meeting: &meetings[i].Meeting, sizes: s.take(s.number())}
		c.numbers = make([]int32, s.number())
		for j := range c.numbers {
			name := s.take(int(s.byte()))
			n, ok := known[string(name)]
			if !ok {
				n = int32(len(names))
				names = append(names, string(name))
				known[names[n]] = n
			}
			c.numbers[j] = n
		}
		c.items = s.rest
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

// each visits what was counted of every item, in order.
func (p *Part) each(all []count, visit func(n int32, f finding)) {
	var f finding
	for i := range all {
		in := all[i].items
		next := func() uint64 {
			if v := in[0]; v < 0x80 {
				in = in[1:]
				return uint64(v)
			}
			v, n := binary.Uvarint(in)
			in = in[n:]
			return v
		}
		f.meeting = int32(i)
		for range all[i].sizes {
			for range next() {
				n := all[i].numbers[next()]
				f.impact = in[0]
				in = in[1:]
				f.spots = f.spots[:0]
				for range 2 * next() {
					f.spots = append(f.spots, next())
				}
				visit(n, f)
			}
			f.item++
		}
	}
}

// finding is what an item has of a term.
type finding struct {
	meeting, item int32
	impact        byte
	spots         []uint64 // sentence from the one before, and place
}

// measure finds out how much the part has of every term, and gives it the room.
func (p *Part) measure(all []count) {
	type sizes struct{ gaps, impacts, counts, sentences, spots, next int }
	list := make([]sizes, len(p.terms))
	p.each(all, func(n int32, f finding) {
		s := &list[n]
		s.gaps += uvarintSize(uint64(int(f.item) + 1 - s.next))
		s.next = int(f.item) + 1
		s.impacts++
		if n := len(f.spots) / 2; n > impactCount {
			s.counts += uvarintSize(uint64(n))
		}
		for i := 0; i < len(f.spots); i += 2 {
			s.sentences += uvarintSize(f.spots[i])
			s.spots += uvarintSize(f.spots[i+1])
		}
	})
	for i := range p.terms {
		t, s := &p.terms[i], &list[i]
		room := make([]byte, s.gaps+s.impacts+s.counts+s.sentences+s.spots)
		take := func(n int) []byte {
			taken := room[:0:n]
			room = room[n:]
			return taken
		}
		t.gaps, t.impacts, t.counts, t.sentences, t.spots = take(s.gaps), take(s.impacts), take(s.counts), take(s.sentences), take(s.spots)
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
	p.each(all, func(n int32, f finding) {
		t := &p.terms[n]
		t.gaps = binary.AppendUvarint(t.gaps, uint64(f.item+1-next[n]))
		next[n] = f.item + 1
		t.impacts = append(t.impacts, f.impact)
		if n := len(f.spots) / 2; n > impactCount {
			t.counts = binary.AppendUvarint(t.counts, uint64(n))
		}
		for i := 0; i < len(f.spots); i += 2 {
			t.sentences = binary.AppendUvarint(t.sentences, f.spots[i])
			t.spots = binary.AppendUvarint(t.spots, f.spots[i+1])
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

// postings are the columns of a shard.
func (p *Part) postings(shard int) [][]byte {
	meetings := int32(0)
	var names, letters, sizes, gaps, impacts []byte
	before := ""
	for _, i := range p.order[shard] {
		t := &p.terms[i]
		meetings = max(meetings, t.last+1)
		n := shared(before, t.name)
		names = append(names, byte(n), byte(len(t.name)-n))
		letters = append(letters, t.name[n:]...)
		sizes = binary.AppendUvarint(binary.AppendUvarint(sizes, uint64(t.items)), uint64(len(t.gaps)))
		gaps, impacts = append(gaps, t.gaps...), append(impacts, t.impacts...)
		before = t.name
	}
	head := binary.AppendUvarint([]byte(magicPostings), uint64(p.shards))
	head = binary.AppendUvarint(head, uint64(meetings))
	head = binary.LittleEndian.AppendUint32(head, p.chains[meetings])
	head = binary.AppendUvarint(head, uint64(len(p.order[shard])))
	return [][]byte{append(head, names...), letters, sizes, gaps, impacts}
}

// Postings is the file of a shard.
func (p *Part) Postings(shard int) []byte { return numbers(p.postings(shard)...) }

// Positions is the file of a shard's positions.
func (p *Part) Positions(shard int) []byte {
	sizes := binary.LittleEndian.AppendUint32([]byte(magicPositions), sumOf(p.postings(shard)...))
	var counts, sentences, spots []byte
	for _, i := range p.order[shard] {
		t := &p.terms[i]
		for _, column := range [][]byte{t.counts, t.sentences, t.spots} {
			sizes = binary.AppendUvarint(sizes, uint64(len(column)))
		}
		counts, sentences, spots = append(counts, t.counts...), append(sentences, t.sentences...), append(spots, t.spots...)
	}
	return numbers(sizes, counts, sentences, spots)
}

func sumOf(columns ...[]byte) uint32 {
	h := fnv.New32a()
	for _, c := range columns {
		_, _ = h.Write(c)
	}
	return h.Sum32()
}
