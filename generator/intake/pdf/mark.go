package pdf

import (
	"math"
	"strconv"
	"strings"

	"referat/generator/intake/pattern"
)

// bullets stand before entries of lists and nowhere else.
const bullets = "•●○▪■□◦‣⁃∙·➢➤►✓✔☐☑☒❑"

// markPattern is a mark of another kind: "1.", "a)", "(2)", a dash.
var markPattern = pattern.Of(`^(?:(?:\d{1,3}|[a-zæøåA-ZÆØÅ]|[ivx]{1,5})[.)]|\(?(?:\d{1,2}|[a-zæøå])\)|[-–—*])$`)

// mark is what stands before an entry of a list.
type mark struct {
	text string
	size int // how many letters
	x    float64
	to   float64 // where the text behind it begins
	sure bool    // it can be nothing else; a number at the start of a line may be a date
}

// markOf finds the mark that a line begins with.
func markOf(p *piece) (mark, bool) {
	end := 1
	for end < len(p.glyphs) && !p.glyphs[end].blank && end < 8 {
		end++
	}
	first := p.glyphs[0].letter
	bullet := strings.ContainsRune(bullets, first)
	if bullet {
		end = 1
	}
	if end >= len(p.glyphs) {
		return mark{}, false
	}
	var word strings.Builder
	for _, g := range p.glyphs[:end] {
		word.WriteRune(g.letter)
	}
	if !bullet && (!p.glyphs[end].blank || !markPattern().MatchString(word.String())) {
		return mark{}, false
	}
	gap := p.glyphs[end].box.x0 - p.glyphs[end-1].box.x1
	return mark{
		text: word.String(), size: end, x: p.box.x0, to: p.glyphs[end].box.x0,
		sure: bullet || gap > 0.5*p.size,
	}, true
}

// onlyMark reports whether a piece is nothing but a mark.
func onlyMark(p *piece) bool {
	if len(p.glyphs) == 1 && strings.ContainsRune(bullets, p.glyphs[0].letter) {
		return true
	}
	return len(p.glyphs) < 6 && markPattern().MatchString(p.text())
}

// number is the number in a mark and what it is written with: 2 and ")" of "2)"; a letter counts from a.
func (m mark) number() (int, string) {
	digits := strings.Trim(m.text, "().")
	style := strings.Replace(m.text, digits, "", 1)
	if n, err := strconv.Atoi(digits); err == nil {
		return n, "1" + style
	}
	if len(digits) == 1 {
		return int(digits[0]|0x20-'a') + 1, "a" + style
	}
	return 0, ""
}

// follows reports whether a mark is the next of a list, so that the line begins an entry.
func (m mark) follows(before mark) bool {
	if math.Abs(m.x-before.x) > 8 {
		return false
	}
	if strings.ContainsAny(m.text, "-–—*") {
		return m.text == before.text
	}
	n, style := m.number()
	last, lastStyle := before.number()
	return n > 0 && n == last+1 && style == lastStyle
}

// joinMarks puts a mark that stands apart before the text that it marks.
func joinMarks(all []*piece, rules []rule) []*piece {
	var joined []*piece
	for i := 0; i < len(all); i++ {
		p := all[i]
		if onlyMark(p) && i+1 < len(all) {
			next := all[i+1]
			gap := next.box.x0 - p.box.x1
			if math.Abs(next.base-p.base) < 0.15*p.size && 0 < gap && gap < 60 && !parted(rules, p.box.x1, next.box.x0, p.base) {
				next.glyphs[0].blank = true
				p.glyphs = append(p.glyphs, next.glyphs...)
				p.box, p.size, p.base, p.reach = p.box.union(next.box), next.size, next.base, next.reach
				i++
			}
		}
		joined = append(joined, p)
	}
	return joined
}
