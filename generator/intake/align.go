package intake

import "strings"

// align pairs the blocks of two texts, in order: to each of the first belongs the index of one of
// the second, or -1. Blocks of the same words are pairs before those that are only alike.
func align(a, b []*block) []int {
	pair := make([]int, len(a))
	from := 0
	for from < min(len(a), len(b)) && a[from].same(b[from]) {
		pair[from] = from
		from++
	}
	end := 0
	for end < min(len(a), len(b))-from && a[len(a)-1-end].same(b[len(b)-1-end]) {
		pair[len(a)-1-end] = len(b) - 1 - end
		end++
	}
	for i, j := range bestPairs(a[from:len(a)-end], b[from:len(b)-end]) {
		if j >= 0 {
			j += from
		}
		pair[from+i] = j
	}
	return pair
}

// bestPairs finds the pairs that are most alike together (Needleman and Wunsch).
func bestPairs(a, b []*block) []int {
	alike := make([][]float64, len(a))
	best := make([][]float64, len(a)+1) // of a[i:] and b[j:]
	best[len(a)] = make([]float64, len(b)+1)
	for i := len(a) - 1; i >= 0; i-- {
		best[i] = make([]float64, len(b)+1)
		alike[i] = make([]float64, len(b))
		for j := len(b) - 1; j >= 0; j-- {
			alike[i][j] = a[i].alike(b[j])
			best[i][j] = max(best[i+1][j], best[i][j+1])
			if alike[i][j] > 0 {
				best[i][j] = max(best[i][j], best[i+1][j+1]+alike[i][j])
			}
		}
	}
	pair := make([]int, len(a))
	for i, j := 0, 0; i < len(a); i++ {
		pair[i] = -1
		for j < len(b) && best[i][j] == best[i][j+1] {
			j++
		}
		if j < len(b) && best[i][j] != best[i+1][j] {
			pair[i] = j
			j++
		}
	}
	return pair
}

// same tells of blocks of the same words, however they are written.
func (b *block) same(c *block) bool { return b.kind == c.kind && squeezed(b.text) == squeezed(c.text) }

// least is how much of their words blocks and titles must share to count as one that was changed.
const least = 0.4

// alike is how much two blocks are one: 2 for the same, less than 1 for one that was
// changed, 0 for different ones.
func (b *block) alike(c *block) float64 {
	switch {
	case b.kind != c.kind:
		return 0
	case b.same(c):
		return 2
	}
	return shared(wordsIn(b.text), wordsIn(c.text))
}

// shared is the share of words that two texts have in common, 0 when that is too little.
func shared(a, b []string) float64 {
	if len(a)+len(b) == 0 {
		return 0
	}
	count := map[string]int{}
	for _, w := range a {
		count[strings.ToLower(w)]++
	}
	common := 0
	for _, w := range b {
		if w = strings.ToLower(w); count[w] > 0 {
			count[w]--
			common++
		}
	}
	if share := 2 * float64(common) / float64(len(a)+len(b)+1); share >= least {
		return share
	}
	return 0
}

// rename gives the items or sections of another text the ids that those of the first have: by
// title and number, by title, by number, and by a title that is alike, in this order.
func rename(first, other []*node) {
	taken, done := map[*node]bool{}, map[*node]bool{}
	for _, matches := range []func(a, b *node) bool{
		func(a, b *node) bool { return a.id == b.id && a.title() == b.title() },
		func(a, b *node) bool { return a.title() == b.title() && a.title() != "" },
		func(a, b *node) bool { return a.id == b.id },
		func(a, b *node) bool { return shared(strings.Fields(a.title()), strings.Fields(b.title())) > 0 },
	} {
		for _, b := range other {
			for _, a := range first {
				if !taken[a] && !done[b] && matches(a, b) {
					taken[a], done[b] = true, true
					b.id = a.id
				}
			}
		}
	}
	ids := map[string]bool{}
	for _, a := range first {
		ids[a.id] = true
	}
	for _, b := range other {
		for !done[b] && ids[b.id] {
			b.id += " *" // its own is that of another
		}
	}
}

// title is the words of a heading without its label and number, in small letters.
func (n *node) title() string {
	words := wordsIn(strings.ToLower(n.text))
	for len(words) > 0 && (strings.Trim(words[0], "0123456789") == "" || strings.Contains(" pkt punkt ad sag item dagsordenens ", " "+words[0]+" ")) {
		words = words[1:]
	}
	return strings.Join(words, " ")
}
