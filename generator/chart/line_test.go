package chart

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"referat/generator/danish"
)

func lineWords() LineWords {
	return LineWords{Title: "Genomer", Description: "To tal er kendt.", Other: "oplyst af andre", Provisional: "foreløbigt",
		NoMonths: "ingen månedstal oplyst", Thousands: ".", Months: danishMonths}
}

// known is all that is known of the count of genomes.
func known() Line {
	return Line{ID: "genomer", Points: []Point{
		{From: day("2023-10-21"), To: day("2023-10-31"), Words: "ultimo oktober 2023", Value: 20621},
		{To: day("2024-04-12"), Words: "senest 12. april 2024", Value: 26458, Other: true},
	}}
}

// invented returns own figures of n months in a row; it stands for no count.
func invented(n int) Line {
	l := Line{ID: "opdigtet"}
	value := 0
	for i := range n {
		end := danish.EndOfMonth(2015+(i+6)/12, (i+6)%12+1)
		value += 300 + i*37%11*70
		l.Points = append(l.Points, Point{From: end.AddDays(-9), To: end, Words: "ultimo " + end.String(), Value: value})
	}
	return l
}

// without returns the line with the points from and up to to left out.
func without(l Line, from, to int) Line {
	l.Points = slices.Delete(slices.Clone(l.Points), from, to)
	return l
}

// axes is the inverse of a drawing's scales, read off its axis and its numbers.
type axes struct {
	left, right, zero, top float64
	greatest               int
	first                  danish.Date
	days                   int
}

func readAxes(t failer, p picture, l Line) axes {
	t.Helper()
	base := p.strokes(t, "axis")[0]
	a := axes{left: base[0].x, right: base[1].x, zero: base[0].y}
	for _, n := range p.of("label") {
		var number int
		digits := strings.ReplaceAll(n.text, ".", "")
		if _, err := fmt.Sscanf(digits, "%d", &number); err != nil || digits != fmt.Sprint(number) {
			continue
		}
		a.greatest = number
	}
	a.top = a.zero
	for _, s := range p.strokes(t, "grid") {
		a.top = min(a.top, s[0].y)
	}
	begin, end := l.Points[0].To, l.Points[len(l.Points)-1].To
	if l.Points[0].From.IsZero() {
		begin = danish.Date{Year: begin.Year, Month: begin.Month, Day: 1}.AddDays(-1)
	}
	a.first = danish.Date{Year: begin.Year, Month: begin.Month, Day: 1}
	a.days = danish.EndOfMonth(end.Year, end.Month).AddDays(1).DaysSince(a.first)
	return a
}

func (a axes) at(p Point) corner {
	return corner{
		a.left + (a.right-a.left)*float64(p.To.DaysSince(a.first))/float64(a.days),
		a.zero - (a.zero-a.top)*float64(p.Value)/float64(a.greatest),
	}
}

func TestEveryNumberStandsWhereTheAxesSay(t *testing.T) {
	lines := map[string]Line{"two": known(), "12": invented(12), "24": invented(24), "120": invented(120), "gap": without(invented(12), 4, 6)}
	for name, l := range lines {
		wide, narrow := read(t, l.SVG(lineWords()))
		for _, p := range []picture{wide, narrow} {
			a := readAxes(t, p, l)
			var places []corner
			for _, n := range append(p.of("point"), p.of("point-other")...) {
				places = append(places, corner{decimal(t, n.attrs["cx"]), decimal(t, n.attrs["cy"])})
			}
			if len(l.Points) > dense {
				for _, s := range p.strokes(t, "line") {
					places = append(places, s...)
				}
			}
			for _, point := range l.Points {
				want := a.at(point)
				if !slices.ContainsFunc(places, func(p corner) bool { return near(p.x, want.x) && near(p.y, want.y) }) {
					t.Errorf("%s, %v wide: %d of %s is not at %v but in %v", name, p.width, point.Value, point.To, want, places)
				}
			}
		}
	}
}

func TestTheDrawingsCanStandInAnyPage(t *testing.T) {
	wantPlain(t, "genomer", known().SVG(lineWords()))
	l := without(invented(14), 3, 5)
	l.Points[11].Provisional = true
	wantPlain(t, "opdigtet", l.SVG(lineWords()))
}

func TestWordsAreEscaped(t *testing.T) {
	evil := `</svg><script>"'&`
	l := known()
	l.Points[0].Words, l.ID = evil, "a&b"
	w := lineWords()
	w.Title, w.Description, w.Other, w.NoMonths, w.Months[0] = evil, evil, evil, evil, "<&"
	svg := l.SVG(w)
	if strings.Contains(svg, "<script") {
		t.Errorf("unescaped: %s", svg)
	}
	wide, _ := read(t, svg)
	for _, n := range wide.nodes {
		if (n.name == "title" || n.name == "desc") && n.text != evil {
			t.Errorf("%s reads %q", n.name, n.text)
		}
	}
	if !slices.Contains(wide.words("label"), evil) {
		t.Errorf("labels read %q", wide.words("label"))
	}
}

func TestTheTwoKnownNumbersAreNotJoined(t *testing.T) {
	wide, narrow := read(t, known().SVG(lineWords()))
	for _, p := range []picture{wide, narrow} {
		if got := len(p.of("line")) + len(p.of("line-provisional")); got != 0 {
			t.Errorf("%d lines, want none", got)
		}
		if len(p.of("point")) != 1 || len(p.of("point-other")) != 1 {
			t.Errorf("want one solid and one open point: %v", p.nodes)
		}
		if got, want := p.words("value"), []string{"26.458", "20.621"}; !slices.Equal(got, want) {
			t.Errorf("values %q, want %q", got, want)
		}
		for _, want := range []string{"ultimo oktober 2023", "senest 12. april 2024", "oplyst af andre", "ingen månedstal oplyst", "0", "10.000", "20.000", "30.000"} {
			if !slices.Contains(p.words("label"), want) {
				t.Errorf("%v wide: no label %q in %q", p.width, want, p.words("label"))
			}
		}
		wantReadable(t, p, "grid", "axis", "gap", "whisker")
	}
}

func TestADateThatIsOnlyALimitHasADottedWhiskerToTheLeft(t *testing.T) {
	wide, _ := read(t, known().SVG(lineWords()))
	whisker := wide.of("whisker")
	if len(whisker) != 1 || whisker[0].attrs["stroke-dasharray"] == "" {
		t.Fatalf("want one dotted whisker: %v", whisker)
	}
	s, open := wide.strokes(t, "whisker")[0], wide.of("point-other")[0]
	if x := decimal(t, open.attrs["cx"]); s[0].x >= x || s[1].x >= s[0].x || !near(s[0].y, decimal(t, open.attrs["cy"])) {
		t.Errorf("whisker %v does not lead left from %v", s, open.attrs)
	}
	first := known()
	first.Points[0].From, first.Points[0].To = danish.Date{}, day("2024-01-01")
	wide, _ = read(t, first.SVG(lineWords()))
	if s := wide.strokes(t, "whisker"); len(s) != 2 || s[0][1].x > s[0][0].x-20 {
		t.Errorf("whisker %v has no room before the first of the month", s)
	}
	exact := known()
	exact.Points[1].From = exact.Points[1].To
	if wide, _ := read(t, exact.SVG(lineWords())); len(wide.of("whisker")) != 0 {
		t.Error("a known date has a whisker")
	}
}

func TestAMissingMonthInterruptsTheLineUnderABracket(t *testing.T) {
	l := without(invented(12), 4, 6)
	wide, narrow := read(t, l.SVG(lineWords()))
	for _, p := range []picture{wide, narrow} {
		a := readAxes(t, p, l)
		if got := len(p.strokes(t, "line")); got != 2 {
			t.Errorf("%d lines, want 2", got)
		}
		before, after := a.at(l.Points[3]).x, a.at(l.Points[4]).x
		var spans []corner
		for _, s := range p.strokes(t, "gap") {
			if s[0].y == s[1].y {
				spans = append(spans, corner{s[0].x, s[1].x})
			}
		}
		if len(spans) != 1 || !near(spans[0].x, before) || !near(spans[0].y, after) {
			t.Errorf("brackets %v, want one from %v to %v", spans, before, after)
		}
		if !slices.Contains(p.words("label"), "ingen månedstal oplyst") {
			t.Errorf("the gap is not named: %q", p.words("label"))
		}
	}
	if wide, _ := read(t, without(invented(12), 4, 5).SVG(lineWords())); len(wide.of("gap")) != 1 || len(wide.strokes(t, "line")) != 2 {
		t.Error("a single missing month is no gap")
	}
	if wide, _ := read(t, invented(12).SVG(lineWords())); len(wide.of("gap")) != 0 || len(wide.strokes(t, "line")) != 1 {
		t.Error("a whole series has a gap")
	}
}

func TestStepsToAProvisionalFigureAreDashedAndItsPointOpen(t *testing.T) {
	l := invented(6)
	l.Points[5].Provisional = true
	wide, _ := read(t, l.SVG(lineWords()))
	dashed := wide.of("line-provisional")
	if len(dashed) != 1 || dashed[0].attrs["stroke-dasharray"] == "" || len(wide.strokes(t, "line-provisional")[0]) != 2 {
		t.Errorf("want one dashed step: %v", dashed)
	}
	if s := wide.strokes(t, "line"); len(s) != 1 || len(s[0]) != 5 {
		t.Errorf("want four solid steps: %v", s)
	}
	if len(wide.of("point-other")) != 1 || !slices.Contains(wide.words("label"), "foreløbigt") {
		t.Errorf("the provisional figure is not shown as one: %q", wide.words("label"))
	}
}

func TestAStepFromAProvisionalFigureIsDashedToo(t *testing.T) {
	l := invented(6)
	l.Points[2].Provisional = true
	wide, _ := read(t, l.SVG(lineWords()))
	if s := wide.strokes(t, "line-provisional"); len(s) != 1 || len(s[0]) != 3 {
		t.Errorf("want two dashed steps in one: %v", s)
	}
	if s := wide.strokes(t, "line"); len(s) != 2 {
		t.Errorf("want a solid line on either side: %v", s)
	}
}

func TestAFigureOfNoCertainMonthIsJoinedToNothing(t *testing.T) {
	for name, from := range map[string]danish.Date{"a limit": {}, "a quarter": day("2015-10-01")} {
		l := invented(6) // to December 2015
		l.Points[5].From = from
		wide, _ := read(t, l.SVG(lineWords()))
		if s := wide.strokes(t, "line"); len(s) != 1 || len(s[0]) != 5 {
			t.Errorf("%s: want a line through five points: %v", name, s)
		}
	}
}

func TestSomebodyElsesFigureIsJoinedToNothing(t *testing.T) {
	l := invented(6)
	l.Points[3].Other = true
	wide, _ := read(t, l.SVG(lineWords()))
	if s := wide.strokes(t, "line"); len(s) != 2 || len(s[0]) != 3 || len(s[1]) != 2 {
		t.Errorf("want lines through 3 and 2 points: %v", s)
	}
	between := invented(6)
	between.Points = slices.Insert(between.Points, 3, Point{To: between.Points[2].To.AddDays(9), Words: "senest i dag", Value: 900, Other: true})
	wide, _ = read(t, between.SVG(lineWords()))
	if s := wide.strokes(t, "line"); len(s) != 1 || len(s[0]) != 6 {
		t.Errorf("somebody else's figure interrupts the own line: %v", s)
	}
}

func TestALongSeriesMarksItsLastPointAlone(t *testing.T) {
	for n, want := range map[int]int{24: 24, 25: 1, 120: 1} {
		wide, narrow := read(t, invented(n).SVG(lineWords()))
		if len(wide.of("point")) != want || len(narrow.of("point")) != want {
			t.Errorf("%d months have %d marks, want %d", n, len(wide.of("point")), want)
		}
		last := invented(n).Points[n-1]
		if got := wide.words("value")[0]; got != grouped(uint64(last.Value), ".") {
			t.Errorf("the first label reads %s, want the last number", got)
		}
	}
	alone := without(without(invented(40), 21, 24), 18, 20)
	if wide, _ := read(t, alone.SVG(lineWords())); len(wide.of("point")) != 2 {
		t.Errorf("a month between two gaps has no mark: %v", wide.of("point"))
	}
}

func TestMonthsAreNamedAloneThenByQuarterThenByYear(t *testing.T) {
	for _, c := range []struct {
		n      int
		months []string // of the narrow drawing
		years  []string
	}{
		{3, []string{"jul", "aug", "sep"}, []string{"2015"}},
		{12, []string{"jul", "okt", "jan", "apr"}, []string{"2016", "2015"}},
		{36, nil, []string{"2016", "2017"}},
		{120, nil, []string{"2016", "2018", "2020", "2022", "2024"}},
	} {
		_, p := read(t, invented(c.n).SVG(lineWords()))
		if !slices.Equal(p.words("month"), c.months) || !slices.Equal(p.words("year"), c.years) {
			t.Errorf("%d months: %q %q, want %q %q", c.n, p.words("month"), p.words("year"), c.months, c.years)
		}
	}
}

func TestNothingIsDrawnOfFewerThanTwoNumbers(t *testing.T) {
	one := known()
	one.Points = one.Points[:1]
	undated := known()
	undated.Points[1].To = danish.Date{}
	negative := known()
	negative.Points[1].Value = -1
	for _, l := range []Line{{}, one, undated, negative} {
		if got := l.SVG(lineWords()); got != "" {
			t.Errorf("%d points give %q", len(l.Points), got)
		}
	}
}

func TestNumbersTooLongForThePhoneAreLeftOut(t *testing.T) {
	l := known()
	l.Points[1].Value = math.MaxInt
	for _, mark := range []string{".", " tusind og "} {
		w := lineWords()
		w.Thousands = mark
		wide, narrow := read(t, l.SVG(w))
		for _, p := range []picture{wide, narrow} {
			wantReadable(t, p, "grid", "axis")
			open := p.of("point-other")
			if len(open) != 1 {
				t.Fatalf("%v wide: the point is missing", p.width)
			}
			if x := decimal(t, open[0].attrs["cx"]); x < 0 || x > p.width {
				t.Errorf("%v wide: the point is at %v", p.width, x)
			}
		}
	}
}

func TestADrawingOfTenYearsIsSmall(t *testing.T) {
	worst, alternating := invented(120), invented(120)
	for i := range worst.Points {
		worst.Points[i].Other, worst.Points[i].From = true, danish.Date{}
		alternating.Points[i].Other = i%2 == 0
	}
	quarters := Line{ID: "kvartaler"}
	for i := 0; i < 360; i += 3 {
		quarters.Points = append(quarters.Points, invented(360).Points[i])
	}
	for _, l := range []Line{invented(120), worst, alternating, quarters} {
		wide, narrow := read(t, l.SVG(lineWords()))
		if wide.bytes > 8000 || narrow.bytes > 8000 {
			t.Errorf("%d and %d bytes, want at most 8000", wide.bytes, narrow.bytes)
		}
	}
}

func TestTheOrderOfPointsChangesNothing(t *testing.T) {
	l := without(invented(30), 7, 9)
	turned := l
	turned.Points = slices.Clone(l.Points)
	slices.Reverse(turned.Points)
	first := l.SVG(lineWords())
	if again := l.SVG(lineWords()); first != again || first != turned.SVG(lineWords()) {
		t.Error("the same data give two drawings")
	}
	if turned.Points[0] != l.Points[27] {
		t.Error("the caller's points were moved")
	}
}
