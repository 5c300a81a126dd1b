package pdf

import (
	"cmp"
	"math"
	"slices"

	"referat/generator/intake/manuscript"
)

// sheet is a page on its way to blocks: the pieces of lines that are still to be placed.
type sheet struct {
	*loaded
	pieces []*piece
	rows   []float64 // where lines stand, from the top
	levels []rule
	sides  []rule
	signs  map[int]bool // letters that have become a sign: numbers of notes
}

// maxRules is up to how many rules a page is ruled; with more of them it is a drawing.
const maxRules = 4000

func newSheet(l *loaded, keepStruck bool) *sheet {
	if len(l.rules) > maxRules {
		l.rules = nil
	}
	s := &sheet{loaded: l, signs: map[int]bool{}}
	for _, r := range l.rules {
		if r.upright {
			s.sides = append(s.sides, r)
		} else {
			s.levels = append(s.levels, r)
		}
	}
	l.strike()
	if !keepStruck {
		for i := range l.glyphs {
			if l.glyphs[i].fate == struck {
				l.glyphs[i].fate = dropped
			}
		}
	}
	s.pieces = s.piecesOf(l.glyphs)
	for _, p := range s.pieces {
		if len(s.rows) == 0 || p.base > s.rows[len(s.rows)-1]+0.3*p.size {
			s.rows = append(s.rows, p.base)
		}
	}
	l.report(s.lineAt)
	return s
}

func (s *sheet) piecesOf(glyphs []glyph) []*piece { return joinMarks(pieces(glyphs, s.sides), s.sides) }

// lineAt is the number of the line that a height of the page belongs to.
func (s *sheet) lineAt(y float64) int {
	i, _ := slices.BinarySearch(s.rows, y+2)
	return max(i, 1)
}

func (s *sheet) place(p *piece) manuscript.Place {
	return manuscript.Place{Page: s.number, Line: s.lineAt(p.base)}
}

// take removes the pieces of which a test is true, and gives them.
func (s *sheet) take(test func(*piece) bool) []*piece {
	var taken, rest []*piece
	for _, p := range s.pieces {
		if test(p) {
			taken = append(taken, p)
		} else {
			rest = append(rest, p)
		}
	}
	s.pieces = rest
	return taken
}

// byLine puts pieces in the order of reading, line by line, and joins those of one line.
func byLine(all []*piece) [][]*piece {
	sorted := slices.Clone(all)
	slices.SortStableFunc(sorted, func(a, b *piece) int { return cmp.Compare(a.base, b.base) })
	var lines [][]*piece
	for _, p := range sorted {
		if n := len(lines); n > 0 && p.base-lines[n-1][0].base < 0.3*min(p.size, lines[n-1][0].size) {
			lines[n-1] = append(lines[n-1], p)
			continue
		}
		lines = append(lines, []*piece{p})
	}
	for _, line := range lines {
		slices.SortStableFunc(line, func(a, b *piece) int { return cmp.Compare(a.box.x0, b.box.x0) })
	}
	return lines
}

// merged is the pieces of one line as one.
func merged(line []*piece) *piece {
	if len(line) == 1 {
		return line[0]
	}
	m := &piece{base: line[0].base, size: line[0].size, box: line[0].box, from: line[0].from}
	for _, p := range line {
		p.glyphs[0].blank, p.glyphs[0].far = true, true
		m.glyphs = append(m.glyphs, p.glyphs...)
		m.box, m.reach = m.box.union(p.box), max(m.reach, p.reach)
	}
	return m
}

// measures are what most of a document's text has in common.
type measures struct {
	size  float64             // of letters
	pitch map[float64]float64 // from line to line, by size
	left  float64
	right float64 // of lines
}

func measure(sheets []*sheet) measures {
	m := measures{pitch: map[float64]float64{}}
	sizes := map[float64]int{}
	pitches := map[float64]map[float64]int{}
	lefts, rights := map[float64]int{}, []float64{}
	for _, s := range sheets {
		for i, p := range s.pieces {
			sizes[round(p.size)] += len(p.glyphs)
			lefts[math.Round(p.box.x0)] += len(p.glyphs)
			if len(p.glyphs) > 40 {
				rights = append(rights, p.box.x1)
			}
			if i == 0 || !same(p.size, s.pieces[i-1].size) || p.base-s.pieces[i-1].base < 0.5*p.size {
				continue
			}
			if pitches[round(p.size)] == nil {
				pitches[round(p.size)] = map[float64]int{}
			}
			pitches[round(p.size)][round(p.base-s.pieces[i-1].base)]++
		}
	}
	m.size, m.left = most(sizes), most(lefts)
	for size, count := range pitches {
		m.pitch[size] = most(count)
	}
	slices.Sort(rights)
	if n := len(rights); n > 0 {
		m.right = rights[n-1-n/50]
	}
	return m
}

// pitchOf is how far lines of a size stand apart within a paragraph.
func (m *measures) pitchOf(size float64) float64 {
	pitch := m.pitch[round(size)]
	if pitch < size || pitch > 2.2*size {
		return 1.25 * size
	}
	return pitch
}

func round(x float64) float64 { return math.Round(x*2) / 2 }

// most is the value counted most often, the least of several.
func most(count map[float64]int) float64 {
	best, n := 0.0, 0
	for v, c := range count {
		if c > n || c == n && v < best {
			best, n = v, c
		}
	}
	return best
}
