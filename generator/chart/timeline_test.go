package chart

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"referat/generator/danish"
)

func timelineWords() TimelineWords {
	return TimelineWords{Title: "Plan", Description: "17 patientgrupper, 15 statusrapporter.", Months: danishMonths}
}

// plan is the plan of the 17 groups as of November 2023.
func plan() Timeline {
	block := func(start, end, report string, names ...string) []Row {
		dates := strings.Fields(start + " " + end + " " + report)
		var rows []Row
		for i, name := range names {
			rows = append(rows, Row{Name: name, StartFrom: day(dates[0]), StartTo: day(dates[1]), EndFrom: day(dates[2]), EndTo: day(dates[3]),
				ReportFrom: day(dates[4]), ReportTo: day(dates[5]), NewBlock: i == 0})
		}
		return rows
	}
	t := Timeline{ID: "plan", Rows: slices.Concat(
		block("2023-01-11 2023-01-20", "2023-04-21 2023-04-30", "2023-06-01 2023-06-30",
			"Endokrinologiske patienter", "Arvelige hjertesygdomme", "Primær immundefekt"),
		block("2023-03-11 2023-03-20", "2023-09-21 2023-09-30", "2023-10-01 2023-10-31", "Nyresvigt", "Neurogenetiske patienter"),
		block("2023-05-01 2023-05-10", "2023-10-11 2023-10-20", "2023-10-01 2023-10-31", "Psykiatri børn og unge"),
		block("2023-08-11 2023-08-20", "2023-11-11 2023-11-20", "2023-12-01 2023-12-31", "Føtal medicin", "Oftalmologi", "Audiogenetik"),
		block("2023-10-11 2023-10-20", "2024-01-21 2024-01-31", "2024-02-01 2024-02-29",
			"Børn og voksne med sjældne sygdomme", "Svære arvelige hudsygdomme", "Arvelige kolestatiske og fibrotiske leversygdomme"),
		block("2024-01-11 2024-01-20", "2024-03-21 2024-03-31", "2024-04-01 2024-04-30",
			"Børn og unge med kræft", "Unge voksne med kræft (18-30 år) samt arvelig kræft hos voksne",
			"Udbredt og uhelbredelig kræft", "Arvelig hæmatologisk sygdom", "Hæmatologisk kræft"),
	)}
	t.Rows[12].JoinedWithNext = true
	t.Rows[15].JoinedWithNext = true
	return t
}

// days is the inverse of a timeline's scale, read off two January lines.
type days struct {
	january, next float64 // where 2023 and 2024 begin
}

func readDays(t failer, p picture) days {
	t.Helper()
	var at []float64
	for _, s := range p.strokes(t, "axis") {
		if !slices.Contains(at, s[0].x) {
			at = append(at, s[0].x)
		}
	}
	if len(at) != 2 {
		t.Fatalf("January lines at %v, want two", at)
	}
	return days{at[0], at[1]}
}

func (d days) at(date danish.Date) float64 {
	return d.january + (d.next-d.january)*float64(date.DaysSince(day("2023-01-01")))/365
}

// after is where the day ends.
func (d days) after(date danish.Date) float64 { return d.at(date.AddDays(1)) }

func TestEveryPeriodAndReportStandsWhereTheYearsSay(t *testing.T) {
	wide, narrow := read(t, plan().SVG(timelineWords()))
	for _, p := range []picture{wide, narrow} {
		scale := readDays(t, p)
		bars := p.of("bar")
		if len(bars) != 17 {
			t.Fatalf("%d bars, want 17", len(bars))
		}
		var ends []string // the whiskers' horizontal strokes
		for _, s := range p.strokes(t, "whisker") {
			if s[0].y == s[1].y {
				ends = append(ends, fmt.Sprintf("%.0f %.0f %.0f", s[0].y, min(s[0].x, s[1].x), max(s[0].x, s[1].x)))
			}
		}
		if len(ends) != 34 {
			t.Errorf("%d whiskers, want 34", len(ends))
		}
		above := 0.0
		for i, row := range plan().Rows {
			left, width := decimal(t, bars[i].attrs["x"]), decimal(t, bars[i].attrs["width"])
			if !near(left, scale.at(row.StartTo)) || !near(left+width, scale.after(row.EndFrom)) {
				t.Errorf("%s: bar from %v, %v long, want %v to %v", row.Name, left, width, scale.at(row.StartTo), scale.after(row.EndFrom))
			}
			y := decimal(t, bars[i].attrs["y"]) + decimal(t, bars[i].attrs["height"])/2
			if y <= above {
				t.Errorf("%s is not under the row before it", row.Name)
			}
			above = y
			for _, want := range []corner{{scale.at(row.StartFrom), scale.at(row.StartTo)}, {scale.after(row.EndFrom), scale.after(row.EndTo)}} {
				if !slices.ContainsFunc(ends, func(s string) bool {
					var at, from, to float64
					_, err := fmt.Sscan(s, &at, &from, &to)
					return err == nil && near(at/2, y/2) && near(from/2, want.x/2) && near(to/2, want.y/2)
				}) {
					t.Errorf("%s: no whisker %v at %v among %q", row.Name, want, y, ends)
				}
			}
		}
	}
}

// middles returns the middles of the diamonds.
func middles(t failer, p picture) []corner {
	var middles []corner
	for _, s := range p.strokes(t, "diamond") {
		middles = append(middles, corner{s[0].x, (s[0].y + s[2].y) / 2})
	}
	return middles
}

func TestSeventeenGroupsHaveFifteenReportsTwoOfThemOnABracket(t *testing.T) {
	wide, narrow := read(t, plan().SVG(timelineWords()))
	for _, p := range []picture{wide, narrow} {
		scale, diamonds, bars := readDays(t, p), middles(t, p), p.of("bar")
		if len(diamonds) != 15 {
			t.Fatalf("%d diamonds, want 15", len(diamonds))
		}
		y := func(row int) float64 {
			return decimal(t, bars[row].attrs["y"]) + decimal(t, bars[row].attrs["height"])/2
		}
		if want := (scale.at(day("2023-06-01")) + scale.at(day("2023-07-01"))) / 2; !near(diamonds[0].x, want) || !near(diamonds[0].y, y(0)) {
			t.Errorf("the first report is at %v, want %v in the middle of June", diamonds[0], want)
		}
		brackets := p.strokes(t, "bracket")
		if len(brackets) != 4 {
			t.Fatalf("%d halves of brackets, want 4", len(brackets))
		}
		for i, joined := range []struct{ diamond, from, to int }{{12, 12, 13}, {14, 15, 16}} {
			d, upper, lower := diamonds[joined.diamond], brackets[2*i], brackets[2*i+1]
			if !near(d.y, (y(joined.from)+y(joined.to))/2) || !near(d.x, upper[1].x) || !near(d.x, lower[1].x) {
				t.Errorf("the joint report is at %v, the bracket at %v and %v", d, upper, lower)
			}
			if !near(upper[0].y, y(joined.from)) || !near(lower[0].y, y(joined.to)) {
				t.Errorf("the bracket joins %v and %v, want rows at %v and %v", upper[0].y, lower[0].y, y(joined.from), y(joined.to))
			}
			if upper[2].y > d.y || lower[2].y < d.y {
				t.Errorf("the bracket runs through its diamond")
			}
		}
	}
}

func TestTheTimelineCanStandInAnyPage(t *testing.T) {
	wantPlain(t, "plan", plan().SVG(timelineWords()))
	wide, narrow := read(t, plan().SVG(timelineWords()))
	for _, p := range []picture{wide, narrow} {
		wantReadable(t, p, "grid", "axis", "bracket", "whisker")
		if p.bytes > 8000 {
			t.Errorf("%d bytes", p.bytes)
		}
		if got := p.words("year"); !slices.Equal(got, []string{"2023", "2024"}) {
			t.Errorf("years %q", got)
		}
		if got := strings.Join(p.words("month"), " "); got != "jan mar maj jul sep nov jan mar" {
			t.Errorf("months %q, want every second", got)
		}
	}
}

func TestLongNamesAreWrappedAndWhole(t *testing.T) {
	wide, narrow := read(t, plan().SVG(timelineWords()))
	for _, p := range []picture{wide, narrow} {
		got := strings.Join(p.words("label"), " ")
		var want []string
		for _, row := range plan().Rows {
			want = append(want, row.Name)
		}
		if got != strings.Join(want, " ") {
			t.Errorf("names read %q", got)
		}
		if lines := len(p.of("label")); lines != 19 {
			t.Errorf("%d lines, want two names on two", lines)
		}
	}
}

func TestABlockStandsApart(t *testing.T) {
	wide, _ := read(t, plan().SVG(timelineWords()))
	y := func(i int) float64 { return decimal(t, wide.of("bar")[i].attrs["y"]) }
	if within, between := y(2)-y(1), y(3)-y(2); between < within+10 {
		t.Errorf("%v between blocks, %v within one", between, within)
	}
}

func TestWhatIsNotKnownIsNotDrawn(t *testing.T) {
	row := plan().Rows[0]
	nothing := Timeline{ID: "x", Rows: []Row{{Name: "Nyresvigt"}}}
	if got := nothing.SVG(timelineWords()) + (Timeline{}).SVG(timelineWords()); got != "" {
		t.Errorf("nothing gives %q", got)
	}
	for name, c := range map[string]struct {
		change                  func(*Row)
		bars, diamonds, whisker int // strokes of whiskers: a cap and a length each
	}{
		"all":           {func(*Row) {}, 1, 1, 4},
		"no end":        {func(r *Row) { r.EndFrom, r.EndTo = danish.Date{}, danish.Date{} }, 0, 1, 0},
		"no start":      {func(r *Row) { r.StartFrom, r.StartTo = danish.Date{}, danish.Date{} }, 0, 1, 0},
		"no report":     {func(r *Row) { r.ReportFrom, r.ReportTo = danish.Date{}, danish.Date{} }, 1, 0, 4},
		"exact start":   {func(r *Row) { r.StartTo = r.StartFrom }, 1, 1, 2},
		"one of two":    {func(r *Row) { r.StartTo = danish.Date{} }, 1, 1, 2},
		"none certain":  {func(r *Row) { r.StartTo, r.EndFrom = r.EndTo, r.StartFrom }, 0, 1, 3},
		"end too early": {func(r *Row) { r.EndFrom, r.EndTo = day("2022-01-01"), day("2022-01-02") }, 0, 1, 0},
	} {
		changed := row
		c.change(&changed)
		wide, _ := read(t, Timeline{ID: "x", Rows: []Row{changed}}.SVG(timelineWords()))
		if b, d, w := len(wide.of("bar")), len(middles(t, wide)), len(wide.strokes(t, "whisker")); b != c.bars || d != c.diamonds || w != c.whisker {
			t.Errorf("%s: %d bars, %d diamonds, %d strokes of whiskers, want %+v", name, b, d, w, c)
		}
	}
}

func TestAJointReportMayCoverMoreThanTwoRowsAndOneWithoutDates(t *testing.T) {
	three := Timeline{ID: "x", Rows: slices.Clone(plan().Rows[:4])}
	three.Rows[0].JoinedWithNext, three.Rows[1].JoinedWithNext = true, true
	three.Rows[3].JoinedWithNext = true // nothing follows it
	three.Rows[0].ReportFrom, three.Rows[0].ReportTo = danish.Date{}, danish.Date{}
	wide, _ := read(t, three.SVG(timelineWords()))
	if d, b := len(middles(t, wide)), len(wide.strokes(t, "bracket")); d != 2 || b != 2 {
		t.Errorf("%d diamonds, %d halves of brackets, want 2 and 2", d, b)
	}
}

func TestTheTimelineOfManyYearsNamesFewer(t *testing.T) {
	far := plan()
	far.Rows[16].EndFrom, far.Rows[16].EndTo = day("2063-03-01"), day("2063-03-31")
	wide, narrow := read(t, far.SVG(timelineWords()))
	if got := wide.words("year"); !slices.Equal(got, []string{"2025", "2030", "2035", "2040", "2045", "2050", "2055", "2060"}) {
		t.Errorf("wide: years %q", got)
	}
	for _, p := range []picture{wide, narrow} {
		wantReadable(t, p, "grid", "axis")
		if len(p.words("month")) != 0 {
			t.Errorf("months %q", p.words("month"))
		}
	}
}

func TestNamesOfRowsAreEscaped(t *testing.T) {
	l := plan()
	l.Rows[0].Name = `<b onload="x">&'`
	wide, _ := read(t, l.SVG(timelineWords()))
	if got := wide.words("label")[0]; got != l.Rows[0].Name {
		t.Errorf("reads %q", got)
	}
}

// anyTimeline draws a plan with every peculiarity.
func anyTimeline(t *rapid.T) Timeline {
	l := Timeline{ID: "x"}
	years := rapid.SampledFrom([]int{1, 2, 5, 30}).Draw(t, "years")
	date := func(name string) danish.Date {
		if rapid.IntRange(0, 9).Draw(t, "unknown") == 0 {
			return danish.Date{}
		}
		return day("2019-11-05").AddDays(rapid.IntRange(0, 365*years).Draw(t, name))
	}
	word := rapid.SampledFrom([]string{"kræft", "og", "helgenomsekventering", "(18-30 år)", strings.Repeat("ø", 60), "", "hos voksne"})
	for range rapid.IntRange(1, 25).Draw(t, "rows") {
		interval := func(name string) (from, to danish.Date) {
			from = date(name)
			to = from.AddDays(rapid.IntRange(0, 40).Draw(t, name))
			return from, to
		}
		var row Row
		row.Name = strings.Join(rapid.SliceOfN(word, 1, 8).Draw(t, "name"), " ")
		row.StartFrom, row.StartTo = interval("start")
		row.EndFrom, row.EndTo = interval("end")
		row.ReportFrom, row.ReportTo = interval("report")
		row.JoinedWithNext = rapid.IntRange(0, 4).Draw(t, "joined") == 0
		row.NewBlock = rapid.Bool().Draw(t, "block")
		l.Rows = append(l.Rows, row)
	}
	return l
}

func TestNoTextOfAnyTimelineIsCoveredOrCutOff(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := anyTimeline(t)
		svg := l.SVG(timelineWords())
		if svg == "" {
			return
		}
		wide, narrow := read(t, svg)
		for _, p := range []picture{wide, narrow} {
			wantReadable(t, p, "grid", "axis", "bracket", "whisker", "diamond")
			var want string
			for _, row := range l.Rows {
				want += row.Name
			}
			if got := strings.Join(p.words("label"), ""); strings.ReplaceAll(got, " ", "") != strings.ReplaceAll(want, " ", "") {
				t.Fatalf("names read %q, want %q", got, want)
			}
			for _, class := range []string{"bar", "whisker", "diamond", "bracket", "grid", "axis"} {
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
