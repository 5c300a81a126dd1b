package search

// Counted is a meeting, of whose items the anchors alone are needed, and the count of its words.
type Counted struct {
	Meeting
	Count string
}

// count is a meeting's count, taken apart.
type count struct {
	*Meeting
	sizes   string
	numbers []int32 // of its stems in the part
	items   cursor
}

// finding is what an item has of a term.
type finding struct {
	meeting, item int32
	impact        byte
	spots         []uint64 // sentence from the one before, and place
}

// each visits what was counted of every item, in order.
func each(all []count, visit func(n int32, f finding)) {
	var f finding
	for i := range all {
		in := all[i].items
		f.meeting = int32(i)
		for range len(all[i].sizes) {
			for range in.number() {
				n := all[i].numbers[in.number()]
				f.impact = in.byte()
				f.spots = f.spots[:0]
				for range 2 * in.number() {
					f.spots = append(f.spots, uint64(in.number()))
				}
				visit(n, f)
			}
			f.item++
		}
	}
}

// cursor is what is still to be read of a count, which is known to be whole.
type cursor string

func (c *cursor) take(n int) string {
	taken := (*c)[:n]
	*c = (*c)[n:]
	return string(taken)
}

func (c *cursor) byte() byte {
	b := (*c)[0]
	*c = (*c)[1:]
	return b
}

func (c *cursor) number() int {
	v, shift := 0, 0
	for b := c.byte(); ; b = c.byte() {
		if v |= int(b&0x7f) << shift; b < 0x80 {
			return v
		}
		shift += 7
	}
}
