package search

import (
	"cmp"
	"encoding/json"
	"strconv"
)

// Reader answers queries from the files of an index.
type Reader struct {
	Manifest   Manifest
	file       func(name string) ([]byte, error)
	vocabulary []word
	synonyms   [][][]string // lists of entries, which are stems
	common     map[string]bool
	parts      []*part
	widest     int   // shards of the part with most of them
	loads      []int // of these
}

// part is what is fetched of a part so far.
type part struct {
	PartName
	*places
	shards map[int]*shard
}

// Open reads the manifest and the vocabulary; file gives the bytes of a file of the
// index by its name.
func Open(file func(name string) ([]byte, error)) (*Reader, error) {
	r := &Reader{file: file, common: map[string]bool{}, widest: 1}
	data, err := file(ManifestName)
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(data, &r.Manifest); err != nil {
		return nil, fault(ManifestName, err)
	}
	if r.Manifest.Format != Format {
		return nil, fault(ManifestName, errStale)
	}
	for _, s := range r.Manifest.Common {
		r.common[s] = true
	}
	for _, p := range r.Manifest.Parts {
		if p.Shards < 1 || p.Shards > mostShards || p.Shards&(p.Shards-1) != 0 {
			return nil, fault(ManifestName, errDamaged)
		}
		r.widest = max(r.widest, p.Shards)
		r.parts = append(r.parts, &part{PartName: p, shards: map[int]*shard{}})
	}
	for _, list := range r.Manifest.Synonyms {
		r.synonyms = append(r.synonyms, r.entries(list))
	}
	err = r.open(VocabularyName, func(data []byte) (err error) {
		r.vocabulary, err = readVocabulary(data)
		return err
	})
	r.loads = loads(r.vocabulary, r.widest)
	return r, err
}

// entries are the stems of synonyms, without common words.
func (r *Reader) entries(list []string) [][]string {
	var entries [][]string
	for _, written := range list {
		var stems []string
		eachWord(written, func(word string, _ bool) {
			if s := stemOf(word); s != "" && !r.common[s] {
				stems = append(stems, s)
			}
		})
		if len(stems) > 0 {
			entries = append(entries, stems)
		}
	}
	return entries
}

// open fetches and unpacks a file, and has it read.
func (r *Reader) open(name string, read func(data []byte) error) error {
	data, err := r.file(name)
	if err == nil {
		data, err = unpacked(data)
	}
	if err == nil {
		err = read(data)
	}
	if err != nil {
		return fault(name, err)
	}
	return nil
}

// The names of an index's files.
const (
	ManifestName   = "indeks.json"
	VocabularyName = "ord.bin"
)

// PlacesName is the name of the places of a part.
func PlacesName(part string) string { return part + "/steder.bin" }

// PostingsName is the name of a shard of a part.
func PostingsName(part string, shard int) string { return part + "/" + strconv.Itoa(shard) + ".bin" }

// PositionsName is the name of a shard's positions.
func PositionsName(part string, shard int) string {
	return part + "/p" + strconv.Itoa(shard) + ".bin"
}

// whole fetches the places of a part.
func (r *Reader) whole(p *part) error {
	if p.places != nil {
		return nil
	}
	return r.open(PlacesName(p.Name), func(data []byte) (err error) {
		p.places, err = readPlaces(data)
		return err
	})
}

// shard fetches the shard of a stem.
func (r *Reader) shard(p *part, stem string) (*shard, error) {
	n := shardOf(stem, p.Shards)
	if p.shards[n] != nil {
		return p.shards[n], nil
	}
	err := r.open(PostingsName(p.Name, n), func(data []byte) (err error) {
		p.shards[n], err = readPostings(data, p.Shards, p.places)
		return err
	})
	return p.shards[n], err
}

// postings are those of a stem in a part.
func (r *Reader) postings(p *part, stem string) ([]posting, error) {
	s, err := r.shard(p, stem)
	if err != nil {
		return nil, err
	}
	list, err := s.postings(stem, p.places)
	if err != nil {
		return nil, fault(PostingsName(p.Name, shardOf(stem, p.Shards)), err)
	}
	return list, nil
}

// spots are where a stem stands in the items of its postings.
func (r *Reader) spots(p *part, stem string, list []posting) (spots [][]int, err error) {
	n := shardOf(stem, p.Shards)
	err = r.open(PositionsName(p.Name, n), func(data []byte) (err error) {
		spots, err = p.shards[n].readPositions(data, stem, list)
		return err
	})
	return spots, err
}

// Answer is what a query finds.
type Answer struct {
	Hits   []Hit
	Links  []Named // pages whose names the query is in
	Common bool    // there are words, but all of them are common
	Some   bool    // no item has all words: the hits have the most of them
	Apart  string  // a word that is nowhere: the hits have its two parts
	Near   string  // the stem that the hits have in the place of a word that is nowhere
}

// Hit is an item that a query finds.
type Hit struct {
	Address string // with the anchor
	Draft   bool
	Score   int

	day, item int
	part      *part
}

// Search answers a query.
func (r *Reader) Search(q Query) (Answer, error) {
	s := listen(q.Text, q.Typing, func(stem string) bool { return r.common[stem] })
	groups, err := r.groups(s)
	if err != nil {
		return Answer{}, err
	}
	if len(groups) == 0 && !s.empty {
		return Answer{Common: true}, nil
	}
	if len(groups) == 0 && q == (Query{Text: q.Text, Typing: q.Typing}) {
		return Answer{}, nil
	}
	found := make([]finder, len(r.parts))
	for i, p := range r.parts {
		if q.Year != 0 && (yearOf(p.First) > q.Year || q.Year > yearOf(p.Last)) {
			continue
		}
		if err := r.whole(p); err != nil {
			return Answer{}, err
		}
		found[i] = finder{reader: r, part: p, query: q}
		if err := found[i].find(groups); err != nil {
			return Answer{}, err
		}
	}
	a := Answer{Links: r.links(s, q)}
	for _, g := range groups {
		a.Apart = cmp.Or(a.Apart, g.apart)
		a.Near = cmp.Or(a.Near, g.near)
	}
	a.Hits, a.Some = r.rank(found, groups)
	return a, nil
}

// yearOf is the year of a day of the manifest.
func yearOf(day string) int {
	n, _ := strconv.Atoi(day[:min(4, len(day))])
	return n
}
