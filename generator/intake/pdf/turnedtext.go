package pdf

import (
	"strings"

	"referat/generator/intake/manuscript"
)

// sideways gives the text that runs in another direction than most of a page, as paragraphs behind the rest.
func (c *composer) sideways(s *sheet) []*block {
	var blocks []*block
	c.sheet = &sheet{loaded: &loaded{page: page{number: s.number}}} // links and lines are those of the rest
	for _, group := range s.others {
		var lines []*piece
		for _, line := range byLine(pieces(group, nil)) {
			lines = append(lines, merged(line))
		}
		for _, b := range c.flow(lines, c.right) {
			b.At = manuscript.Place{Page: s.number}
			blocks = append(blocks, b)
		}
	}
	return blocks
}

// watermark sets aside what is printed across a page, such as a large "UDKAST".
func (s *sheet) watermark(asides []manuscript.Aside) []manuscript.Aside {
	var words strings.Builder
	for _, g := range s.slanted {
		if g.fate >= hidden {
			continue
		}
		if g.blank && words.Len() > 0 {
			words.WriteByte(' ')
		}
		words.WriteString(spelled(g.letter))
	}
	if words.Len() == 0 {
		return asides
	}
	return setAside(asides, words.String(), manuscript.Decoration, manuscript.Place{Page: s.number})
}
