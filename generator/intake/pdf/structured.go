package pdf

// reached is the part of a document's letters that its structure must reach to be of use.
const reached = 0.9

// structured reports whether the structure of a document is to be followed: it reaches nearly all letters, and
// tells more than that all of them are one paragraph.
func structured(sheets []*sheet) bool {
	all, in, largest, texts := 0, 0, 0, 0
	for _, s := range sheets {
		byMark := map[int]int{}
		for _, g := range s.left() {
			all++
			byMark[g.ink.mark]++
		}
		for _, e := range s.tree {
			in += count(e, byMark, &largest, &texts)
		}
	}
	return all > 0 && float64(in) >= reached*float64(all) && (largest*2 < all || all < 600) && texts >= len(sheets)
}

// count is how many letters an element reaches; each marked content counts once.
func count(e *element, byMark map[int]int, largest, texts *int) int {
	n := 0
	for _, p := range e.parts {
		if p.element != nil {
			n += count(p.element, byMark, largest, texts)
			continue
		}
		n += byMark[p.mark]
		byMark[p.mark] = 0
	}
	if isText(e.kind) && n > 0 {
		*largest = max(*largest, n)
		*texts++
	}
	return n
}
