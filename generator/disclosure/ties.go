package disclosure

// This file says what a reader takes two versions of a table to have to do with each other.

// belief is how much of the connection of two versions a reader can still believe.
type belief uint8

const (
	full     belief = iota // of every cell that does not itself contradict it
	apart                  // of the cells of lines in which none contradicts it
	unlinked               // of none
)

// tie is the same cell in two versions.
type tie struct {
	old, now place
	believed bool   // the later less the earlier lies within the bounds
	within   bounds // of that difference
	guarded  bool   // the difference must not be known to be small
}

// place is a cell of a version.
type place struct {
	version int
	Place
}

// bounds are the counts that a cell may stand for.
func (r Rule) bounds(c Cell) bounds {
	switch c.Mark {
	case Small:
		low, below := int64(1), r.Threshold
		if c.Value > 0 {
			below = c.Value
		}
		if r.MaskZero {
			low = 0
		}
		return bounds{low, int64(below) - 1}
	case Hidden:
		return bounds{int64(r.Threshold), Most}
	case Empty:
		return bounds{0, 0}
	}
	return bounds{int64(c.Value), int64(c.Value)}
}

// below is the threshold below which a cell is; 0 of one that is not small.
func (r Rule) below(c Cell) int {
	if c.Mark != Small {
		return 0
	}
	return int(r.bounds(c).high) + 1
}

// ties are the cells that two versions, the earlier first, have in common.
func (r Rule) ties(versions []numbered, i, j int, how belief) []tie {
	old, now := versions[i], versions[j]
	same := old.Date == now.Date
	if r.Periods && !same {
		return nil
	}
	later := map[Name]Place{}
	for _, p := range now.places() {
		later[now.Name(p)] = p
	}
	var list []tie
	doubted := map[Name]bool{}
	for _, p := range old.places() {
		name := old.Name(p)
		q, both := later[name]
		if !both {
			continue
		}
		t := tie{old: place{i, p}, now: place{j, q}, guarded: !old.Published || !now.Published, believed: j == i+1, within: bounds{0, Most}}
		if same {
			t.within.high = 0
		}
		if x, y := r.bounds(old.at(p)), r.bounds(now.at(q)); y.high-x.low < t.within.low || y.low-x.high > t.within.high {
			t.believed = false
			doubted[Name{name.Row, "row"}], doubted[Name{"column", name.Column}] = true, true
		}
		list = append(list, t)
	}
	for k := range list {
		name := now.Name(list[k].now.Place)
		doubt := doubted[Name{name.Row, "row"}] || doubted[Name{"column", name.Column}]
		list[k].believed = list[k].believed && how != unlinked && (how == full || !doubt)
	}
	return list
}
