package chart

import (
	"slices"

	"referat/generator/danish"
)

// Line is a series of one count. Its points are drawn in the order of their
// dates.
type Line struct {
	ID     string // makes the ids of the drawings; unique on its page, without white space
	Points []Point
}

// Point is one number of a series. It is drawn at To. A point without To, and
// a number below zero, is never drawn.
type Point struct {
	From        danish.Date // zero: the number was stated "at the latest To"
	To          danish.Date
	Words       string // the date in the authority's words
	Value       int
	Other       bool // stated by somebody else than the authority
	Provisional bool // the authority's own, not final
}

// LineWords are the words of a line's drawings.
type LineWords struct {
	Title       string     // names the drawing to a screen reader
	Description string     // says what the drawing shows; made from the line's Summary
	Other       string     // under a number that somebody else stated
	Provisional string     // under a provisional number
	NoMonths    string     // at a gap
	Thousands   string     // mark between thousands
	Months      [12]string // short names
}

// Summary is what a description of the line says. It is made from the points
// that the drawing shows, so that the two cannot disagree.
type Summary struct {
	First, Last Point
	Total       int  // points
	Others      int  // points stated by somebody else
	Provisional int  // own points that are not final
	Gaps        int  // places where at least one whole month has no number
	Rise        Rise // the largest
}

// Rise is the way from one own figure to that of the next month. By is 0 when
// there is none.
type Rise struct {
	From, To Point
	By       int
}

// Summary returns what a description of the line says, and the zero Summary of
// a line without points.
func (l Line) Summary() Summary {
	s := series(l.Points).drawn()
	if len(s) == 0 {
		return Summary{}
	}
	sum := Summary{First: s[0], Last: s[len(s)-1], Total: len(s), Gaps: len(s.gaps())}
	for _, p := range s {
		if p.Other {
			sum.Others++
		} else if p.Provisional {
			sum.Provisional++
		}
	}
	for _, pair := range s.steps() {
		from, to := s[pair.from], s[pair.to]
		if by := to.Value - from.Value; by > sum.Rise.By {
			sum.Rise = Rise{From: from, To: to, By: by}
		}
	}
	return sum
}

// SVG returns the wide and the narrow drawing of the line. Fewer than two
// points need no axis of time: they are told by the number itself and give "".
func (l Line) SVG(w LineWords) string {
	s := series(l.Points).drawn()
	if len(s) < 2 {
		return ""
	}
	all := ""
	for _, f := range forms {
		all += drawLine(s, f, w).svg(l.ID, w.Title, w.Description)
	}
	return all
}

// series is what can be drawn of a line.
type series []Point

// dense is the number of points above which the line alone is drawn, without a
// mark for each month.
const dense = 24

// drawn returns the points that have a place, the oldest first.
func (s series) drawn() series {
	var drawn series
	for _, p := range s {
		if !p.To.IsZero() && p.Value >= 0 {
			drawn = append(drawn, p)
		}
	}
	slices.SortStableFunc(drawn, func(a, b Point) int { return a.To.Compare(b.To) })
	return drawn
}

// open reports whether the point is drawn hollow.
func (p Point) open() bool { return p.Other || p.Provisional }

// month returns the number of the month that the point belongs to. A point
// whose date is longer than a month, or only a limit, belongs to none.
func (p Point) month() (int, bool) {
	return monthOf(p.To), !p.From.IsZero() && monthOf(p.From) == monthOf(p.To)
}

// pair is two points by their places in the series.
type pair struct {
	from, to int
}

// steps returns the pairs of own figures that follow each other within a month
// or from one month to the next. Somebody else's figure between them counts
// differently, or another thing, and is passed over.
func (s series) steps() []pair {
	var steps []pair
	last := -1
	for i, p := range s {
		if p.Other {
			continue
		}
		if last >= 0 {
			before, known := s[last].month()
			after, alsoKnown := p.month()
			if known && alsoKnown && after-before <= 1 {
				steps = append(steps, pair{last, i})
			}
		}
		last = i
	}
	return steps
}

// gaps returns the pairs of neighbours with at least one whole month between
// them.
func (s series) gaps() []pair {
	var gaps []pair
	for i := 1; i < len(s); i++ {
		if monthOf(s[i].To)-monthOf(s[i-1].To) > 1 {
			gaps = append(gaps, pair{i - 1, i})
		}
	}
	return gaps
}

// greatest returns the greatest value.
func (s series) greatest() int {
	greatest := 0
	for _, p := range s {
		greatest = max(greatest, p.Value)
	}
	return greatest
}

// marked returns which points have a mark: all of a short series; of a long one
// the last, those of somebody else, and those that no line leads to.
func (s series) marked() []bool {
	marked := make([]bool, len(s))
	for i, p := range s {
		marked[i] = len(s) <= dense || i == len(s)-1 || p.Other
	}
	if len(s) > dense {
		joined := make([]bool, len(s))
		for _, step := range s.steps() {
			joined[step.from], joined[step.to] = true, true
		}
		for i := range s {
			marked[i] = marked[i] || !joined[i]
		}
	}
	return marked
}

// named returns the points that should have a label, the most important first:
// all of a very short series; else the last point, the last of each kind, and in
// a series whose points are marked also the first, those of somebody else and
// those beside a gap.
func (s series) named() []int {
	last := len(s) - 1
	named := []int{last}
	add := func(i int) {
		if !slices.Contains(named, i) {
			named = append(named, i)
		}
	}
	for _, other := range [...]bool{false, true} {
		for i := last; i >= 0; i-- {
			if s[i].Other == other {
				add(i)
				break
			}
		}
	}
	if len(s) > dense {
		return named
	}
	add(0)
	for i, p := range s {
		if p.Other || len(s) <= 4 {
			add(i)
		}
	}
	for _, gap := range s.gaps() {
		add(gap.from)
		add(gap.to)
	}
	return named
}
