package search

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"strings"
)

// errDamaged is the fault of a file that is none of the index's, or not whole.
var errDamaged = errors.New("damaged")

// errStale is the fault of two files of which one is from before a change of the site.
var errStale = errors.New("from another time than the files beside it")

// scanner reads an unpacked file. What is not there reads as nothing, and is
// remembered.
type scanner struct {
	rest   []byte
	broken bool
}

// scan begins a file that has to begin with magic.
func scan(data []byte, magic string) *scanner {
	s := &scanner{rest: data}
	if string(s.take(len(magic))) != magic {
		s.broken = true
	}
	return s
}

func (s *scanner) err() error {
	if s.broken {
		return errDamaged
	}
	return nil
}

func (s *scanner) take(n int) []byte {
	if s.broken || n < 0 || n > len(s.rest) {
		s.broken, s.rest = true, nil
		return nil
	}
	taken := s.rest[:n]
	s.rest = s.rest[n:]
	return taken
}

func (s *scanner) byte() byte {
	if b := s.take(1); b != nil {
		return b[0]
	}
	return 0
}

func (s *scanner) number() int {
	v, n := binary.Uvarint(s.rest)
	if n <= 0 || v > math.MaxInt32 {
		s.broken, s.rest = true, nil
		return 0
	}
	s.rest = s.rest[n:]
	return int(v)
}

// count is a number of things of which each takes a byte at least.
func (s *scanner) count() int {
	n := s.number()
	if n > len(s.rest) {
		s.broken, s.rest = true, nil
		return 0
	}
	return n
}

func (s *scanner) sum() uint32 {
	if b := s.take(4); b != nil {
		return binary.LittleEndian.Uint32(b)
	}
	return 0
}

func (s *scanner) text() string { return string(s.take(s.number())) }

// line is the text up to a line feed.
func (s *scanner) line() string {
	at := strings.IndexByte(string(s.rest[:min(len(s.rest), 1<<12)]), '\n')
	line := string(s.take(at))
	s.take(1)
	return line
}

// word is a stem of the vocabulary.
type word struct {
	name string
	use  byte
}

// readVocabulary reads the file of all stems.
func readVocabulary(data []byte) ([]word, error) {
	s := scan(data, magicVocabulary)
	heads := s.take(s.count())
	words := make([]word, 0, len(heads))
	before := ""
	for _, head := range heads {
		n := int(head & mostShared)
		if n > len(before) {
			return nil, errDamaged
		}
		before = before[:n] + s.line()
		words = append(words, word{before, head >> 4})
	}
	return words, s.err()
}

// meetingPlace is a meeting of a part.
type meetingPlace struct {
	committee, name string
	day             int
	draft           bool
	first           int // number of its first item
}

// places are what the items of a part are.
type places struct {
	meetings []meetingPlace
	of       []int32 // the meeting of each item
	sizes    []byte
	anchors  []string
	chains   []uint32
}

// readPlaces reads the file of a part's places.
func readPlaces(data []byte) (*places, error) {
	s := scan(data, magicPlaces)
	committees := make([]string, s.count())
	for i := range committees {
		committees[i] = s.text()
	}
	p := &places{meetings: make([]meetingPlace, s.count())}
	day := 0
	for i := range p.meetings {
		day += s.number()
		committee, tail := s.number(), s.text()
		flags, items := s.byte(), s.count()
		if s.broken || committee >= len(committees) || day > mostDays {
			return nil, errDamaged
		}
		p.meetings[i] = meetingPlace{committees[committee], dateOf(day).String() + tail, day, flags&flagDraft != 0, len(p.of)}
		for range items {
			p.of = append(p.of, int32(i))
		}
		if len(p.of) > len(data) {
			return nil, errDamaged
		}
	}
	p.sizes = s.take(len(p.of))
	for range p.of {
		p.anchors = append(p.anchors, s.line())
	}
	p.addUp()
	return p, s.err()
}

// addUp reckons the chains of the first meetings.
func (p *places) addUp() {
	c, item := newChain(), 0
	p.chains = append(p.chains, c.Sum32())
	for i, m := range p.meetings {
		c.add(m.committee + "/" + m.name)
		for ; item < len(p.of) && int(p.of[item]) == i; item++ {
			c.add(p.anchors[item])
		}
		p.chains = append(p.chains, c.Sum32())
	}
}

// block is where in a shard the postings of a stem stand.
type block struct {
	number, items int
	gaps, impacts []byte
}

// shard is a file of postings.
type shard struct {
	blocks map[string]block
	sum    uint32
}

// readPostings reads a shard of a part that has some places.
func readPostings(data []byte, shards int, places *places) (*shard, error) {
	s := scan(data, magicPostings)
	if n, k, chain := s.number(), s.number(), s.sum(); !s.broken && (n != shards || k >= len(places.chains) || places.chains[k] != chain) {
		return nil, errStale
	}
	n := s.count()
	heads := s.take(2 * n)
	list, names := make([]block, len(heads)/2), make([]string, len(heads)/2)
	name := ""
	for i := range list {
		shares, rest := int(heads[2*i]), int(heads[2*i+1])
		if shares > len(name) {
			return nil, errDamaged
		}
		name = name[:shares] + string(s.take(rest))
		names[i] = name
	}
	sizes := make([]int, len(list))
	for i := range list {
		list[i].number, list[i].items, sizes[i] = i, s.number(), s.number()
	}
	for i := range list {
		list[i].gaps = s.take(sizes[i])
	}
	for i := range list {
		list[i].impacts = s.take(list[i].items)
	}
	read := &shard{blocks: make(map[string]block, n), sum: sumOf(data)}
	for i := range list {
		read.blocks[names[i]] = list[i]
	}
	return read, s.err()
}

// posting is an item that has a stem.
type posting struct {
	item   int32
	impact byte
}

// postings are those of a stem; none when the shard does not know it.
func (s *shard) postings(stem string, places *places) ([]posting, error) {
	b, ok := s.blocks[stem]
	if !ok {
		return nil, nil
	}
	in := &scanner{rest: b.gaps}
	list := make([]posting, len(b.impacts))
	item := -1
	for i, impact := range b.impacts {
		gap := in.number()
		item += gap
		if gap == 0 || item >= len(places.of) {
			return nil, errDamaged
		}
		list[i] = posting{int32(item), impact}
	}
	return list, in.err()
}

// readPositions gives where in each item of its postings a stem stands: the sentence
// times spotsInSentence and the place in it.
func (s *shard) readPositions(data []byte, stem string, list []posting) ([][]int, error) {
	in := scan(data, magicPositions)
	if sum := in.sum(); !in.broken && sum != s.sum {
		return nil, errStale
	}
	b, ok := s.blocks[stem]
	if !ok {
		return nil, nil
	}
	var before, own, all [3]int // bytes of the three columns
	for number := range len(s.blocks) {
		for column := range all {
			size := in.number()
			if all[column] += size; number < b.number {
				before[column] += size
			} else if number == b.number {
				own[column] = size
			}
		}
	}
	var columns [3]scanner
	for i := range columns {
		in.take(before[i])
		columns[i].rest = in.take(own[i])
		in.take(all[i] - before[i] - own[i])
	}
	if in.broken {
		return nil, errDamaged
	}
	return spotsIn(&columns[0], &columns[1], &columns[2], list)
}

// spotsIn reads the columns of a stem.
func spotsIn(counts, sentences, places *scanner, list []posting) ([][]int, error) {
	spots := make([][]int, len(list))
	for i, p := range list {
		n := int(p.impact&impactCount) + 1
		if n > impactCount {
			n = counts.number()
		}
		if n > len(sentences.rest) {
			return nil, errDamaged
		}
		sentence := 0
		for range n {
			sentence += sentences.number()
			spots[i] = append(spots[i], sentence*spotsInSentence+min(places.number(), spotsInSentence-1))
		}
	}
	if counts.broken || sentences.broken || places.broken {
		return nil, errDamaged
	}
	return spots, nil
}

// spotsInSentence is more than the words of any sentence that a phrase can be in.
const spotsInSentence = 1 << 20

// mostDays keeps dates within four digits of years.
const mostDays = 2_900_000

// fault tells in which file something is wrong.
func fault(name string, err error) error { return fmt.Errorf("%s: %w", name, err) }
