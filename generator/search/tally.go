package search

import (
	"encoding/binary"
	"sync"
)

// Count counts the words of a meeting. What it gives depends on nothing else, so that
// it can be kept: an index is made of the counts of its meetings.
func Count(m *Meeting) []byte {
	t := tallies.Get().(*tally)
	defer tallies.Put(t)
	return t.meeting(m)
}

// tallies only spares work: a tally knows the stems of the words that it has met.
var tallies = sync.Pool{New: func() any { return &tally{lexicon: newLexicon()} }}

// tally counts the words of one meeting after the other. A count is: the number of
// items and a byte for each, as in the places; the number of stems and these, each behind its length in
// a byte; and for each item how many stems it has, and for each of these number, impact,
// how often, and of every time sentence (from the one before) and place.
type tally struct {
	*lexicon
	heads    []head // by number of the stem
	item     int32  // serial number of the item in progress
	first    int32  // and of the meeting's first
	met      []int32
	spots    []spot
	length   int // words of the item in progress
	sentence uint32
	place    uint32
	counted
}

// counted is the count of the meeting in progress.
type counted struct {
	named int // stems
	names []byte
	sizes []byte
	items []byte
}

// head is what the item in progress has of a stem.
type head struct {
	item        int32 // whether it is that item
	meeting     int32 // the first item of the meeting that number is of
	number      int32
	first, last int32
	count       int32
	impact      byte
}

// spot is one occurrence.
type spot struct {
	sentence, place uint32
	next            int32
}

// mostWords is how many words a tally may know before it forgets them all.
const mostWords = 1 << 18

func (t *tally) meeting(m *Meeting) []byte {
	if len(t.words) > mostWords {
		*t = tally{lexicon: newLexicon()}
	}
	t.first = t.item + 1
	t.counted = counted{0, t.names[:0], t.sizes[:0], t.items[:0]}
	for i := range m.Items {
		t.oneItem(&m.Items[i])
	}
	all := binary.AppendUvarint(make([]byte, 0, len(t.names)+len(t.sizes)+len(t.items)+2*binary.MaxVarintLen32), uint64(len(t.sizes)))
	all = binary.AppendUvarint(append(all, t.sizes...), uint64(t.named))
	return append(append(all, t.names...), t.items...)
}

func (t *tally) oneItem(i *Item) {
	t.item++
	t.met, t.spots, t.length = t.met[:0], t.spots[:0], 0
	impact := byte(0)
	if i.titled() {
		impact = impactTitle
	}
	t.title(i.Title, impact)
	for _, text := range i.Texts {
		impact = 0
		if text.Decision {
			impact = impactDecision
		}
		t.text(text.Plain, impact)
	}
	for _, id := range i.About {
		if name := "=" + id; len(name) <= longestTerm {
			t.head(t.term(name))
		}
	}
	size := byte(placeLength) // what stands outside the items comes after them
	if i.titled() {
		size = lengthClass(t.length)
	}
	if i.decides() {
		size |= placeDecision
	}
	t.sizes = append(t.sizes, size)
	t.write()
}

// title counts the words of the title, which is sentence 0.
func (t *tally) title(title string, impact byte) {
	t.sentence, t.place = 0, 0
	eachWord(title, func(word string, _ bool) { t.word(word, impact) })
}

// text counts the words of a text.
func (t *tally) text(text string, impact byte) {
	eachWord(text, func(word string, begins bool) {
		if begins {
			t.sentence++
			t.place = 0
		}
		t.word(word, impact)
	})
}

func (t *tally) word(word string, impact byte) {
	if n := t.number(word); n != commonWord {
		t.occurs(n, impact)
	}
	t.place++
	t.length++
}

// head is what the item in progress has of a stem.
func (t *tally) head(n int32) *head {
	if int(n) >= len(t.heads) {
		t.heads = append(t.heads, make([]head, max(1024, int(n)))...)
	}
	h := &t.heads[n]
	if h.item != t.item {
		if h.meeting != t.first {
			h.meeting, h.number = t.first, int32(t.named)
			t.named++
			name := t.terms[n]
			t.names = append(append(t.names, byte(len(name))), name...)
		}
		*h = head{item: t.item, meeting: h.meeting, number: h.number}
		t.met = append(t.met, n)
	}
	return h
}

func (t *tally) occurs(n int32, impact byte) {
	h, at := t.head(n), int32(len(t.spots))
	t.spots = append(t.spots, spot{t.sentence, t.place, -1})
	if h.count == 0 {
		h.first = at
	} else {
		t.spots[h.last].next = at
	}
	h.last = at
	h.count++
	h.impact |= impact
}

// write writes the item in progress.
func (t *tally) write() {
	t.items = binary.AppendUvarint(t.items, uint64(len(t.met)))
	for _, n := range t.met {
		h := &t.heads[n]
		impact := h.impact
		if h.count > 0 {
			impact |= byte(min(h.count-1, impactCount))
		}
		t.items = append(binary.AppendUvarint(t.items, uint64(h.number)), impact)
		t.items = binary.AppendUvarint(t.items, uint64(h.count))
		before := uint32(0)
		for i, at := int32(0), h.first; i < h.count; i++ {
			s := &t.spots[at]
			t.items = binary.AppendUvarint(t.items, uint64(s.sentence-before))
			t.items = binary.AppendUvarint(t.items, uint64(s.place))
			before, at = s.sentence, s.next
		}
	}
}
