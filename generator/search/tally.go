package search

import "encoding/binary"

// tally counts the words of meetings, one after the other, and writes what it finds
// by the numbers of its lexicon: for each item how many stems, and for each of these
// number, impact, occurrences, and of every occurrence sentence (from the one before)
// and place.
type tally struct {
	*lexicon
	heads    []head // by number of the stem
	item     int32  // serial number of the item in progress
	met      []int32
	spots    []spot
	words    int
	sentence uint32
	place    uint32
	out      []byte
	classes  []byte
}

// head is what the item in progress has of a stem.
type head struct {
	item        int32 // whether it is that item
	first, last int32
	count       int32
	impact      byte
}

// spot is one occurrence.
type spot struct {
	sentence, place uint32
	next            int32
}

func newTally() *tally { return &tally{lexicon: newLexicon()} }

// counted is a meeting as a tally has written it.
type counted struct {
	by    int32 // the tally's number
	bytes []byte
	sizes []byte // of the items: what stands in the places
}

// meeting counts the words of a meeting.
func (t *tally) meeting(m *Meeting, by int) counted {
	t.out, t.classes = t.out[:0], t.classes[:0]
	for i := range m.Items {
		t.oneItem(&m.Items[i])
	}
	both := append(append(make([]byte, 0, len(t.out)+len(t.classes)), t.out...), t.classes...)
	return counted{int32(by), both[:len(t.out)], both[len(t.out):]}
}

func (t *tally) oneItem(i *Item) {
	t.item++
	t.met, t.spots, t.words = t.met[:0], t.spots[:0], 0
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
		t.head(t.term("=" + id))
	}
	size := lengthClass(t.words)
	if i.decides() {
		size |= placeDecision
	}
	t.classes = append(t.classes, size)
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
	t.words++
}

// head is what the item in progress has of a stem.
func (t *tally) head(n int32) *head {
	if int(n) >= len(t.heads) {
		t.heads = append(t.heads, make([]head, max(1024, int(n)))...)
	}
	h := &t.heads[n]
	if h.item != t.item {
		*h = head{item: t.item}
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
	t.out = binary.AppendUvarint(t.out, uint64(len(t.met)))
	for _, n := range t.met {
		h := &t.heads[n]
		impact := h.impact
		if h.count > 0 {
			impact |= byte(min(h.count-1, impactCount))
		}
		t.out = append(binary.AppendUvarint(t.out, uint64(n)), impact)
		t.out = binary.AppendUvarint(t.out, uint64(h.count))
		before := uint32(0)
		for i, at := int32(0), h.first; i < h.count; i++ {
			s := &t.spots[at]
			t.out = binary.AppendUvarint(t.out, uint64(s.sentence-before))
			t.out = binary.AppendUvarint(t.out, uint64(s.place))
			before, at = s.sentence, s.next
		}
	}
}
