package main

import (
	"math"
	"slices"
	"testing"
)

func TestTheMedianLiesInTheMiddle(t *testing.T) {
	never := math.NaN()
	for _, c := range []struct {
		values []float64
		want   summary
	}{
		{nil, summary{}},
		{[]float64{never}, summary{}},
		{[]float64{3}, summary{3, 3, 3, 1}},
		{[]float64{9, 1, 2}, summary{2, 1, 9, 3}},
		{[]float64{4, 1, 2, 9}, summary{3, 1, 9, 4}},
		{[]float64{4, never, 2}, summary{3, 2, 4, 2}},
	} {
		if got := summarise(c.values); got != c.want {
			t.Errorf("%v: got %v, want %v", c.values, got, c.want)
		}
	}
}

func TestSummarisingKeepsTheOrderOfTheRounds(t *testing.T) {
	values := []float64{3, 1, 2}
	summarise(values)
	if !slices.Equal(values, []float64{3, 1, 2}) {
		t.Errorf("got %v", values)
	}
}

func TestRatiosAreTakenRoundByRound(t *testing.T) {
	if got := ratios([]float64{10, 40, 90}, []float64{5, 10}); !slices.Equal(got, []float64{2, 4}) {
		t.Errorf("got %v", got)
	}
	if got := ratios([]float64{math.NaN()}, []float64{5}); !math.IsNaN(got[0]) {
		t.Errorf("what never happened has a ratio: %v", got)
	}
}

func TestFiguresAreWrittenInTheirUnits(t *testing.T) {
	for _, c := range []struct {
		unit   unit
		values []float64
		want   string
	}{
		{seconds, nil, ""},
		{seconds, []float64{math.NaN()}, "never"},
		{seconds, []float64{12.345}, "12.35 s"},
		{seconds, []float64{0.25, 0.75, 1.5}, "750 ms (250–1500)"},
		{seconds, []float64{0.001, 0.0025, 0.5}, "2.5 ms (1.0–500.0)"},
		{seconds, []float64{0.5, 2, 3}, "2.00 s (0.50–3.00)"},
		{megabytes, []float64{99.6, 200}, "150 MB (100–200)"},
		{times, []float64{3.14159}, "3.14"},
		{times, []float64{99, 100, 350}, "100 (99–350)"},
	} {
		if got := c.unit.spread(c.values); got != c.want {
			t.Errorf("%v: got %q, want %q", c.values, got, c.want)
		}
	}
}
