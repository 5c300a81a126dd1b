package chart

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"referat/generator/danish"
)

// anyLine draws a series with every peculiarity.
func anyLine(t *rapid.T) Line {
	l := Line{ID: "x"}
	at := monthOf(day("2001-01-01")) + rapid.IntRange(0, 300).Draw(t, "first")
	most := rapid.SampledFrom([]int{0, 3, 40, 30_000, 5_000_000, 1 << 31}).Draw(t, "most")
	for range rapid.IntRange(2, 130).Draw(t, "points") {
		at += rapid.SampledFrom([]int{0, 1, 1, 1, 1, 2, 9}).Draw(t, "months")
		end := danish.EndOfMonth(at/12, at%12+1).AddDays(-rapid.IntRange(0, 27).Draw(t, "days"))
		p := Point{From: end, To: end, Value: rapid.IntRange(0, most).Draw(t, "value")}
		p.Words = rapid.SampledFrom([]string{"", "i dag", "ultimo oktober 2023", "senest 12. april 2024, efter hvad der blev sagt på et møde",
			strings.Repeat("å", 70)}).Draw(t, "words")
		p.Other = rapid.IntRange(0, 5).Draw(t, "other") == 0
		p.Provisional = rapid.IntRange(0, 5).Draw(t, "provisional") == 0
		if rapid.IntRange(0, 5).Draw(t, "limit") == 0 {
			p.From = danish.Date{}
		}
		l.Points = append(l.Points, p)
	}
	slices.SortStableFunc(l.Points, func(a, b Point) int { return a.To.Compare(b.To) })
	return l
}

func TestNoTextOfAnySeriesIsCoveredOrCutOff(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := anyLine(t)
		wide, narrow := read(t, l.SVG(lineWords()))
		for _, p := range []picture{wide, narrow} {
			wantReadable(t, p, "grid", "axis", "gap")
			if got := len(p.words("value")); got == 0 {
				t.Fatalf("%v wide: the last number is not named", p.width)
			}
			for _, class := range []string{"line", "line-provisional", "whisker", "gap", "grid"} {
				for _, s := range p.strokes(t, class) {
					for _, at := range s {
						if at.x < 0 || at.x > p.width || at.y < 0 || at.y > p.height {
							t.Fatalf("%s leaves the drawing at %v", class, at)
						}
					}
				}
			}
		}
	})
}

func TestNoTextButTheLastNumberLiesOnALine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		wide, narrow := read(t, anyLine(t).SVG(lineWords()))
		for _, p := range []picture{wide, narrow} {
			// the last number's label is the first after the axis' texts
			first := slices.IndexFunc(p.nodes, func(n node) bool { return n.class == "value" })
			last := first + 1
			for last < len(p.nodes) && p.nodes[last].name == "text" && p.nodes[last].class == "label" && p.nodes[last].text != lineWords().NoMonths {
				last++
			}
			p.nodes = slices.Delete(slices.Clone(p.nodes), first, last)
			wantReadable(t, p, "line", "line-provisional", "whisker")
			for _, n := range append(p.of("point"), p.of("point-other")...) {
				x, y, r := decimal(t, n.attrs["cx"]), decimal(t, n.attrs["cy"]), decimal(t, n.attrs["r"])
				for _, room := range p.rooms(t) {
					if room.struck(corner{x - r, y}, corner{x + r, y}) || room.struck(corner{x, y - r}, corner{x, y + r}) {
						t.Fatalf("%q lies on the point at %v, %v", room.words, x, y)
					}
				}
			}
		}
	})
}
