package pdf

import (
	"cmp"
	"slices"

	"referat/generator/intake/manuscript"
)

// larger is how much larger than most text a heading is printed.
const larger = 1.12

// longHeading is how many letters make a text in large letters no heading.
const longHeading = 220

// headings makes headings of the paragraphs in large letters, the larger the higher. The largest of all,
// when it is used once and first, is the document's title.
func (c *composer) headings(blocks []*block) {
	var large []*block
	for _, b := range blocks {
		if b.Kind == manuscript.Paragraph && len(b.lines) > 0 && b.first().size > larger*c.size && len(b.Words()) < longHeading {
			large = append(large, b)
		}
	}
	var sizes []float64
	for _, b := range large {
		sizes = append(sizes, round(b.first().size))
	}
	slices.SortFunc(sizes, func(a, b float64) int { return cmp.Compare(b, a) })
	once := len(sizes) > 0 && (len(sizes) == 1 || sizes[1] < sizes[0]) && large[0] != nil && round(large[0].first().size) == sizes[0]
	sizes = slices.Compact(sizes)
	for _, b := range large {
		level := slices.Index(sizes, round(b.first().size))
		if !once {
			level++
		}
		b.Kind, b.Level, b.Strong = manuscript.Heading, level, false
	}
}

// depths gives entries their depth by how far their marks are indented, in each list by itself.
func depths(blocks []*block) {
	var indents []float64
	for _, b := range blocks {
		if b.mark == nil {
			if b.Kind != manuscript.Paragraph || len(b.lines) > 0 && len(indents) > 0 && b.first().box.x0 < indents[0]+4 {
				indents = nil
			}
			continue
		}
		if b.tagged {
			continue
		}
		for len(indents) > 0 && b.mark.x < indents[len(indents)-1]-5 {
			indents = indents[:len(indents)-1]
		}
		if len(indents) == 0 || b.mark.x > indents[len(indents)-1]+5 {
			indents = append(indents, b.mark.x)
		}
		b.Level = len(indents) - 1
	}
}
