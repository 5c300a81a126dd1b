package chart

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func barWords() BarWords {
	return BarWords{Title: "Henviste", Description: "Største viste tal: 1.053, Nyrer.", Hidden: "skjult", Thousands: "."}
}

// anyBars are blocks of invented counts, some of them masked.
func anyBars(t *rapid.T) BarChart {
	c := BarChart{ID: "opdigtet"}
	for i := range rapid.IntRange(1, 4).Draw(t, "blocks") {
		b := Block{Name: rapid.SampledFrom([]string{"", "Øst", "Region Hovedstaden og Bornholm, begge køn og alle aldre"}).Draw(t, "block")}
		for range rapid.IntRange(1, 20).Draw(t, "bars") {
			bar := Bar{Name: rapid.SampledFrom([]string{"Nyrer", "Arvelige kolestatiske og fibrotiske leversygdomme", "Ø"}).Draw(t, "name")}
			switch rapid.IntRange(0, 3).Draw(t, "mark") {
			case 0:
				bar.Mark, bar.Value = "<5", rapid.IntRange(0, 4).Draw(t, "secret")
			case 1:
				bar.Hidden, bar.Value = true, rapid.IntRange(5, 99_999_999).Draw(t, "secret")
			default:
				bar.Value = rapid.IntRange(0, []int{9, 3000, 5_000_000}[i%3]).Draw(t, "count")
			}
			b.Bars = append(b.Bars, bar)
		}
		c.Blocks = append(c.Blocks, b)
	}
	return c
}

// bars are all bars of a chart.
func (c BarChart) bars() (all []Bar) {
	for _, b := range c.Blocks {
		all = append(all, b.Bars...)
	}
	return all
}

func TestABarIsAsLongAsItsCountAndAMaskedOneHasNone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyBars(t)
		greatest, ok := c.Greatest()
		if !ok || greatest.Value == 0 {
			if svg := c.SVG(barWords()); svg != "" {
				t.Fatalf("nothing has a length, but %s is drawn", svg)
			}
			return
		}
		wide, narrow := read(t, c.SVG(barWords()))
		for _, p := range []picture{wide, narrow} {
			wantReadable(t, p)
			var drawn []Bar
			for _, b := range c.bars() {
				if !b.masked() {
					drawn = append(drawn, b)
				}
			}
			drawn = slices.DeleteFunc(drawn, func(b Bar) bool { return share(1<<14, uint64(b.Value), uint64(greatest.Value)) < 30 })
			rects := slices.DeleteFunc(p.of("bar"), func(n node) bool { return n.name != "rect" })
			longest := 0.0
			for _, r := range rects {
				longest = max(longest, decimal(t, r.attrs["width"]))
			}
			i := 0
			for _, b := range drawn {
				want := longest * float64(b.Value) / float64(greatest.Value)
				for i < len(rects) && math.Abs(decimal(t, rects[i].attrs["width"])-want) > 0.5 {
					i++
				}
				if i == len(rects) {
					t.Fatalf("no bar of %d is %g long", b.Value, want)
				}
				i++
			}
			if most := len(c.bars()) - c.Masked(); len(rects) > most {
				t.Fatalf("%d bars for %d counts that are shown", len(rects), most)
			}
		}
	})
}

func TestADrawingDoesNotDependOnMaskedCounts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyBars(t)
		before := c.SVG(barWords())
		for _, block := range c.Blocks {
			for i := range block.Bars {
				if block.Bars[i].masked() {
					block.Bars[i].Value = rapid.IntRange(0, 99_999_999).Draw(t, "other secret")
				}
			}
		}
		if after := c.SVG(barWords()); after != before {
			t.Fatalf("%s\n%s", before, after)
		}
	})
}

func TestMaskedCountsAreWords(t *testing.T) {
	c := BarChart{ID: "x", Blocks: []Block{{Bars: []Bar{{Name: "Nyrer", Mark: "<5"}, {Name: "Hjerte", Hidden: true}, {Name: "Øjne", Value: 1053}}}}}
	wide, narrow := read(t, c.SVG(barWords()))
	for _, p := range []picture{wide, narrow} {
		if got := strings.Join(p.words("value"), " "); got != "<5 skjult 1.053" {
			t.Error(got)
		}
		if n := len(p.of("bar")); n != 1 {
			t.Error(fmt.Sprint(n, " bars"))
		}
	}
}
