package chart

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestTicksAreRoundAndFew(t *testing.T) {
	for _, c := range []struct {
		greatest int
		step     uint64
		count    int
	}{
		{0, 1, 3}, {1, 1, 3}, {5, 1, 5}, {6, 2, 3}, {10, 2, 5}, {11, 5, 3}, {20621, 5000, 5}, {26458, 10000, 3}, {100000, 20000, 5},
	} {
		if step, count := ticks(c.greatest); step != c.step || count != c.count {
			t.Errorf("ticks(%d) = %d, %d, want %d, %d", c.greatest, step, count, c.step, c.count)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		greatest := rapid.IntRange(0, math.MaxInt).Draw(t, "greatest")
		step, count := ticks(greatest)
		if count < 3 || count > 5 || step*uint64(count) < uint64(greatest) {
			t.Fatalf("ticks(%d) = %d, %d", greatest, step, count)
		}
		if greatest > 3 && step*uint64(count-1) >= uint64(greatest) {
			t.Fatalf("ticks(%d) = %d, %d: the highest is not needed", greatest, step, count)
		}
	})
}

func TestShareIsTheNearestTenth(t *testing.T) {
	for _, c := range []struct {
		length      int
		part, whole uint64
		want        int
	}{
		{100, 0, 3, 0}, {100, 1, 3, 33}, {100, 2, 3, 67}, {100, 3, 3, 100}, {3200, math.MaxUint64, math.MaxUint64, 3200},
		{3200, math.MaxUint64 / 2, math.MaxUint64, 1600},
	} {
		if got := share(c.length, c.part, c.whole); got != c.want {
			t.Errorf("share(%d, %d, %d) = %d, want %d", c.length, c.part, c.whole, got, c.want)
		}
	}
}

func TestNumbersAreWrittenAsShortAsTheyAre(t *testing.T) {
	for tenths, want := range map[int]string{0: "0", 5: "0.5", -5: "-0.5", 120: "12", -123: "-12.3"} {
		if got := number(tenths); got != want {
			t.Errorf("number(%d) = %q, want %q", tenths, got, want)
		}
	}
	for value, want := range map[uint64]string{0: "0", 999: "999", 1000: "1.000", 20621: "20.621", 1234567: "1.234.567"} {
		if got := grouped(value, "."); got != want {
			t.Errorf("grouped(%d) = %q, want %q", value, got, want)
		}
	}
}

func TestMonthsLieBetweenTheEdges(t *testing.T) {
	c := newCalendar(day("2023-11-05"), day("2024-02-29"), 100, 1310)
	if c.count != 4 || c.days != 121 {
		t.Fatalf("%d months of %d days, want 4 of 121", c.count, c.days)
	}
	for date, want := range map[string]int{"2023-11-01": 100, "2023-12-01": 400, "2024-01-01": 710, "2024-02-29": 1300, "2024-03-01": 1310} {
		if got := c.x(day(date)); got != want {
			t.Errorf("%s is at %d, want %d", date, got, want)
		}
	}
	for _, s := range []struct{ width, want int }{{300, 1}, {303, 3}, {907, 3}, {908, 12}, {3631, 24}, {100000, 600}} {
		if got := c.monthStep(s.width); got != s.want {
			t.Errorf("monthStep(%d) = %d, want %d", s.width, got, s.want)
		}
	}
}

func TestALineCrossesABoxOnlyWithSomethingInside(t *testing.T) {
	b := box{10, 10, 20, 20}
	for _, c := range []struct {
		p, q spot
		want bool
	}{
		{spot{0, 15}, spot{30, 15}, true},
		{spot{0, 10}, spot{30, 10}, false}, // along the edge
		{spot{0, 0}, spot{30, 30}, true},
		{spot{0, 15}, spot{15, 0}, false}, // past the corner
		{spot{0, 25}, spot{25, 0}, true},
		{spot{12, 12}, spot{13, 14}, true}, // all of it
		{spot{0, 15}, spot{9, 15}, false},  // ends before
	} {
		if got := b.crosses(c.p, c.q); got != c.want || b.crosses(c.q, c.p) != c.want {
			t.Errorf("%v to %v: %v, want %v", c.p, c.q, got, c.want)
		}
	}
}

func TestALineWithoutItsHoles(t *testing.T) {
	for _, c := range []struct {
		holes, want []span
	}{
		{nil, []span{{10, 90}}},
		{[]span{{50, 60}, {20, 30}}, []span{{10, 20}, {30, 50}, {60, 90}}},
		{[]span{{20, 60}, {30, 40}}, []span{{10, 20}, {60, 90}}},
		{[]span{{0, 20}, {80, 200}}, []span{{20, 80}}},
		{[]span{{0, 200}}, nil},
		{[]span{{0, 5}, {95, 99}}, []span{{10, 90}}},
	} {
		if got := (span{10, 90}).without(slices.Clone(c.holes)); !slices.Equal(got, c.want) {
			t.Errorf("without %v: %v, want %v", c.holes, got, c.want)
		}
	}
}

func TestLinesAreBrokenAtSpacesAndLoseNothing(t *testing.T) {
	f := form{font: 100} // a letter is 5.6 units wide
	for _, c := range []struct {
		words string
		limit int
		want  []string
	}{
		{"", 560, nil},
		{"kræft hos børn", 560, []string{"kræft hos", "børn"}},
		{"kræft hos børn", 2000, []string{"kræft hos børn"}},
		{"kræft hos børn", 560, []string{"kræft hos", "børn"}},
		{"pkt.\u00a03 og", 360, []string{"pkt.\u00a03", "og"}},
		{"helgenomsekventering er", 560, []string{"helgenomse", "kventering", "er"}},
		{"åå", 10, []string{"å", "å"}},
		{" to\n ord\t", 560, []string{"to ord"}},
	} {
		if got := wrap(c.words, "label", c.limit, f); !slices.Equal(got, c.want) {
			t.Errorf("wrap(%q, %d) = %q, want %q", c.words, c.limit, got, c.want)
		}
	}
}
