package chart

import (
	"reflect"
	"testing"
)

func TestTheSummarySaysWhatTheDrawingShows(t *testing.T) {
	l := known()
	want := Summary{First: l.Points[0], Last: l.Points[1], Total: 2, Others: 1, Gaps: 1}
	if got := l.Summary(); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got := (Line{}).Summary(); got != (Summary{}) {
		t.Errorf("got %+v of nothing", got)
	}
	p := func(date string, value int) Point {
		end := day(date)
		return Point{From: end.AddDays(-9), To: end, Value: value}
	}
	l = Line{Points: []Point{p("2023-01-31", 10), p("2023-02-28", 15), p("2023-03-31", 35), p("2023-04-30", 40), p("2023-07-31", 900)}}
	l.Points[4].Provisional = true
	got := l.Summary()
	if got.Rise != (Rise{From: l.Points[1], To: l.Points[2], By: 20}) {
		t.Errorf("largest rise %+v; a rise over a gap is not one of a month", got.Rise)
	}
	if got.Gaps != 1 || got.Provisional != 1 || got.Others != 0 {
		t.Errorf("got %+v", got)
	}
}
