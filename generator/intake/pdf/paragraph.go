package pdf

import (
	"math"
	"strings"
	"unicode"

	"referat/generator/intake/manuscript"
)

// block is a block with what is needed to see whether it goes on on the next page.
type block struct {
	manuscript.Block
	page   int
	lines  []*piece // of a paragraph, a heading or an entry
	mark   *mark
	right  float64   // how far its lines might go
	tagged bool      // its depth is told by the document
	grid   []float64 // of a table: where its columns begin
	box    rect
	top    float64 // where it stands in the order of reading
}

func (b *block) first() *piece { return b.lines[0] }
func (b *block) last() *piece  { return b.lines[len(b.lines)-1] }

// flow is text that runs down one column.
type flow struct {
	lines []*piece
	right float64                    // how far lines go
	pitch func(size float64) float64 // from line to line within a paragraph
	page  int
}

// paragraphs parts the lines of a column.
func (f *flow) paragraphs() []*block {
	var all []*block
	var now *block
	for i, line := range f.lines {
		if now == nil || f.begins(now, line, f.lines[i+1:]) {
			now = &block{page: f.page, right: f.right, box: line.box}
			if m, ok := markOf(line); ok {
				now.mark = &m
			}
			all = append(all, now)
		}
		now.lines = append(now.lines, line)
		now.box = now.box.union(line.box)
	}
	settleMarks(all)
	return all
}

// begins reports whether a line begins a paragraph of its own.
func (f *flow) begins(now *block, line *piece, rest []*piece) bool {
	last := now.last()
	if !same(last.size, line.size) || line.base-last.base > 1.3*f.pitch(line.size) || line.base <= last.base+0.2*line.size {
		return true
	}
	if m, ok := markOf(line); ok && (m.sure || now.mark != nil && m.follows(*now.mark)) {
		return true
	}
	if allBold(last) != allBold(line) || fits(last, line, f.right) {
		return true
	}
	if now.mark != nil && now.mark.sure {
		return line.box.x0 < now.mark.x-4 || line.box.x0 > now.mark.to+6
	}
	indent := line.from - last.from
	if len(now.lines) == 1 && indent < 0 {
		return indent < -80
	}
	return math.Abs(indent) > 5 && (indent < 0 || len(rest) == 0 || rest[0].box.x0 < line.box.x0-5)
}

// fits reports whether the first word of a line had room at the end of the line before, so that somebody
// has ended it. After a hyphen nobody has.
func fits(last, line *piece, right float64) bool {
	if last.glyphs[len(last.glyphs)-1].letter == '-' && unicode.IsLower(line.glyphs[0].letter) {
		return false
	}
	end := 1
	for end < len(line.glyphs) && !line.glyphs[end].blank && line.glyphs[end-1].letter != '-' {
		end++
	}
	word := line.glyphs[end-1].box.x1 - line.glyphs[0].box.x0
	return last.reach+0.2*line.size+word < right-0.1*line.size
}

// allBold reports whether all words of a line are bold.
func allBold(p *piece) bool {
	any := false
	for i := range p.glyphs {
		if r := p.glyphs[i].letter; unicode.IsLetter(r) || unicode.IsDigit(r) {
			if !p.glyphs[i].ink.bold {
				return false
			}
			any = true
		}
	}
	return any
}

// settleMarks takes numbers and dashes that are no marks for text: "7. november" and a dash of a sentence.
func settleMarks(all []*block) {
	for i, b := range all {
		if b.mark == nil || b.mark.sure {
			continue
		}
		if strings.ContainsAny(b.mark.text, "-–—*") {
			continue
		}
		before := i > 0 && all[i-1].mark != nil && b.mark.follows(*all[i-1].mark)
		after := i+1 < len(all) && all[i+1].mark != nil && all[i+1].mark.follows(*b.mark)
		if !before && !after {
			b.mark = nil
		}
	}
}

// ended reports whether a paragraph is at its end, by its last words.
func ended(words string) bool {
	words = strings.TrimRight(words, " \n\")”’»]")
	return words == "" || strings.ContainsAny(words[len(words)-1:], ".!?:;")
}
