package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"referat/generator/intake/manuscript"
	"referat/generator/intake/pattern"
)

// pageNumber is a line that is no more than the number of its page. Like all patterns here it is compiled when it
// is first used: the program has other commands.
var pageNumber = pattern.Of(`(?i)^[-–|]?\s*(side|page|s\.)?\s*\d{1,3}\s*((af|of|/|\||-|–)\s*\d{1,3})?\s*[-–|.]?$`)

// withoutNumbers is words with each number as good as any other.
func withoutNumbers(words string) string {
	var s strings.Builder
	last := ' '
	for _, r := range words {
		if unicode.IsDigit(r) {
			r = '0'
			if last == r {
				continue
			}
		}
		s.WriteRune(r)
		last = r
	}
	return s.String()
}

// edge is the part of a page's height, at its head and foot, where furniture may stand.
const edge = 0.14

// furniture takes from all pages what is repeated at their heads and feet, and the numbers of pages.
func furniture(sheets []*sheet) []manuscript.Aside {
	seen := map[string][]*sheet{} // by words and place, the pages where they stand
	for _, s := range sheets {
		for _, key := range s.edgeKeys() {
			seen[key] = append(seen[key], s)
		}
	}
	repeated := func(s *sheet, p *piece) bool {
		for _, key := range keys(s, p) {
			n := len(seen[key])
			if n >= 3 || n == 2 && len(sheets) <= 4 {
				return true
			}
		}
		return false
	}
	var asides []manuscript.Aside
	for _, s := range sheets {
		taken := s.takeEdges(func(p *piece) bool { return repeated(s, p) || s.numbered(p) })
		for _, line := range byLine(taken) {
			asides = setAside(asides, merged(line).text(), furnitureReason(line), s.place(line[0]))
		}
	}
	return asides
}

func furnitureReason(line []*piece) manuscript.Reason {
	if pageNumber().MatchString(merged(line).text()) {
		return manuscript.PageNumber
	}
	return manuscript.Furniture
}

// setAside notes words, or that they have come again.
func setAside(asides []manuscript.Aside, words string, why manuscript.Reason, at manuscript.Place) []manuscript.Aside {
	for i := range asides {
		if a := &asides[i]; a.Words == words && a.Why == why {
			a.Times++
			return asides
		}
	}
	return append(asides, manuscript.Aside{Words: words, Why: why, At: at, Times: 1})
}

func (s *sheet) atEdge(p *piece) bool {
	h := s.box.height()
	return p.base < edge*h || p.base > (1-edge)*h
}

func (s *sheet) edgeKeys() []string {
	var all []string
	for _, p := range s.pieces {
		if s.atEdge(p) {
			all = append(all, keys(s, p)...)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// keys are the words of a piece with its place. Numbers are as good as any other where they count pages,
// or stand at the foot. A place may lie on the border between two steps, so it counts for both.
func keys(s *sheet, p *piece) []string {
	words := p.text()
	if p.base > s.box.height()/2 || pageNumber().MatchString(words) {
		words = withoutNumbers(words)
	}
	step := math.Round(p.base / 6)
	place := func(n float64) string { return words + "\x00" + string(rune(0x4000+int(n))) }
	return []string{place(math.Floor(p.base / 6)), place(step + 5000)}
}

// numbered reports whether a piece is the number of its page, at the very edge of it.
func (s *sheet) numbered(p *piece) bool {
	words := p.text()
	if !pageNumber().MatchString(words) || !(p.base > 0.9*s.box.height() || p.base < 0.08*s.box.height()) {
		return false
	}
	return strings.ContainsFunc(words, func(r rune) bool { return r < '0' || r > '9' }) || p.base > 0.93*s.box.height()
}

// takeEdges takes the pieces that a test is true of, from the edges inwards and up to the first line that
// has none.
func (s *sheet) takeEdges(test func(*piece) bool) []*piece {
	lines := byLine(s.pieces)
	apart := map[*piece]bool{}
	mark := func(line []*piece) bool {
		any := false
		for _, p := range line {
			if s.atEdge(p) && test(p) {
				apart[p], any = true, true
			}
		}
		return any
	}
	for i := 0; i < len(lines) && mark(lines[i]); i++ {
	}
	for i := len(lines) - 1; i >= 0 && mark(lines[i]); i-- {
	}
	return s.take(func(p *piece) bool { return apart[p] })
}
