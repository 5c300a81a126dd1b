package main

import (
	"math"
	"slices"
	"strconv"
)

// cell is what a series of figures is about.
type cell struct {
	size int
	what quantity
	who  string
}

// The programs.
const (
	ours  = "referat"
	floor = "floor"
	hugo  = "Hugo"
)

// figures are all that was measured, in the order of the rounds.
type figures struct {
	values map[cell][]float64 // NaN of what did not happen
	loads  map[cell][]float64 // of others, by size and quantity, whoever ran
}

func newFigures() *figures {
	return &figures{values: map[cell][]float64{}, loads: map[cell][]float64{}}
}

func (f *figures) add(c cell, value, others float64) {
	f.values[c] = append(f.values[c], value)
	if others >= 0 {
		row := cell{size: c.size, what: c.what}
		f.loads[row] = append(f.loads[row], others)
	}
}

func (f *figures) of(size int, q quantity, who string) []float64 {
	return f.values[cell{size, q, who}]
}

// summary is the median of some figures, the least and the greatest.
type summary struct {
	median, least, most float64
	n                   int
}

// summarise leaves out what did not happen.
func summarise(values []float64) summary {
	known := slices.DeleteFunc(slices.Clone(values), math.IsNaN)
	if len(known) == 0 {
		return summary{}
	}
	slices.Sort(known)
	n := len(known)
	return summary{(known[(n-1)/2] + known[n/2]) / 2, known[0], known[n-1], n}
}

// ratios divides two series round by round.
func ratios(a, b []float64) []float64 {
	r := make([]float64, min(len(a), len(b)))
	for i := range r {
		r[i] = a[i] / b[i]
	}
	return r
}

// unit says how a figure is written.
type unit int

const (
	seconds unit = iota
	megabytes
	times
)

// format writes one figure.
func (u unit) format(v float64) string {
	if math.IsNaN(v) {
		return "never"
	}
	s := u.scale(v)
	return s.number(v) + s.name
}

// spread is the median with the least and the greatest, where there are several.
func (u unit) spread(values []float64) string {
	s := summarise(values)
	switch {
	case len(values) == 0:
		return ""
	case s.n == 0:
		return "never"
	case s.n == 1:
		return u.format(s.median)
	}
	scale := u.scale(s.median)
	return u.format(s.median) + " (" + scale.number(s.least) + "–" + scale.number(s.most) + ")"
}

// scale is how figures around some size are written.
type scale struct {
	factor   float64
	decimals int
	name     string
}

func (s scale) number(v float64) string { return strconv.FormatFloat(v*s.factor, 'f', s.decimals, 64) }

func (u unit) scale(v float64) scale {
	switch {
	case u == megabytes:
		return scale{1, 0, " MB"}
	case u == times && v < 10:
		return scale{1, 2, ""}
	case u == times:
		return scale{1, 0, ""}
	case v < 0.01:
		return scale{1000, 1, " ms"}
	case v < 1:
		return scale{1000, 0, " ms"}
	}
	return scale{1, 2, " s"}
}
