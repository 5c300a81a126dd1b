package layouts

import (
	"reflect"
	"strings"
	"testing"

	"referat/generator/chart"
	"referat/generator/danish"
	"referat/generator/site"
)

func testWords(t *testing.T, text string) *words {
	t.Helper()
	l, problems := readLabels("layouts/labels/da.toml", text)
	if len(problems) > 0 {
		t.Fatal(listed(problems))
	}
	return newWords(l, map[string]string{"style.css": "/x/assets/style.css"})
}

func TestNumbersDatesAndSizesAreWrittenAsTheLabelsSay(t *testing.T) {
	n := func(n int64) reflect.Value { return reflect.ValueOf(n) }
	d := danish.Date{Year: 2023, Month: 11, Day: 7}
	da, en := testWords(t, daLabels), testWords(t, enLabels)
	for _, c := range []struct{ got, want string }{
		{da.number(n(20621)), "20.621"},
		{en.number(n(20621)), "20,621"},
		{da.number(n(999)), "999"},
		{da.dateWords(d), "7.\u00A0november 2023"},
		{en.dateWords(d), "7 November 2023"},
		{da.dateWords(danish.Date{}), ""},
		{iso(d), "2023-11-07"},
		{iso(danish.Date{}), ""},
		{da.month(n(11)), "november"},
		{da.month(n(0)) + da.month(n(13)) + da.month(n(-1)), ""},
		{year(n(2023)), "2023"},
		{da.count("decisions", n(0)), "0 beslutninger"},
		{da.count("decisions", n(1)), "1 beslutning"},
		{en.count("decisions", n(1200)), "1,200 decisions"},
		{da.label("two", reflect.ValueOf("den ene"), n(2000)), "den ene af 2.000"},
		{da.label("latest", reflect.ValueOf("{1}"), n(1)), "Seneste {1}"},
		{da.size(n(0)), "0\u00A0kB"},
		{da.size(n(1)), "1\u00A0kB"},
		{da.size(n(1499)), "1\u00A0kB"},
		{da.size(n(240_000)), "240\u00A0kB"},
		{da.size(n(999_499)), "999\u00A0kB"},
		{da.size(n(999_500)), "1,0\u00A0MB"},
		{en.size(n(1_240_000)), "1.2\u00A0MB"},
		{da.size(n(9_949_999)), "9,9\u00A0MB"},
		{da.size(n(9_950_000)), "10\u00A0MB"},
		{da.size(n(240_499_000)), "240\u00A0MB"},
		{da.size(n(999_500_000)), "1,0\u00A0GB"},
		{capital("ændring"), "Ændring"},
		{capital("2. møde") + capital("") + capital("NGC"), "2. mødeNGC"},
		{string(telephone("+45 24 97 17 65")), "tel:+4524971765"},
		{string(telephone("24 97 17 65 (hverdage)")), "tel:24971765"},
		{string(telephone("javascript:alert(1)")), "tel:1"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

const chartLabels = `chart-line-title = "Udvikling"
chart-line-range = "Fra {1} ({2}) til {3} ({4})."
chart-line-rise = "Steg mest med {1}, fra {2} til {3}."
chart-other = "oplyst af andre"
chart-provisional = "foreløbigt"
chart-no-months = "ingen månedstal"
chart-timeline-title = "Perioder & rapporter"
chart-timeline-description = "Tabellen siger det samme."
` + daLabels + `
[chart-line-others]
one = "Ét tal er oplyst af andre."
other = "{1} tal er oplyst af andre."
[chart-line-provisional]
one = "Ét tal er foreløbigt."
other = "{1} tal er foreløbige."
[chart-line-gaps]
one = "Ét sted mangler der måneder."
other = "{1} steder mangler der måneder."
`

func TestTheDescriptionOfALineSaysWhatItShows(t *testing.T) {
	w := testWords(t, chartLabels)
	date := func(m, d int) danish.Date { return danish.Date{Year: 2023, Month: m, Day: d} }
	line := chart.Line{Points: []chart.Point{
		{From: date(1, 31), To: date(1, 31), Words: "ultimo januar", Value: 1000},
		{From: date(2, 28), To: date(2, 28), Words: "ultimo februar", Value: 2500},
		{From: date(3, 31), To: date(3, 31), Words: "ultimo marts", Value: 2600, Provisional: true},
		{From: date(8, 31), To: date(8, 31), Words: "ultimo august", Value: 20621, Other: true},
	}}
	want := "Fra 1.000 (ultimo januar) til 20.621 (ultimo august). Steg mest med 1.500, fra ultimo januar til ultimo februar. " +
		"Ét tal er oplyst af andre. Ét tal er foreløbigt. Ét sted mangler der måneder."
	if got := w.describeLine(line.Summary()); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got := w.describeLine(chart.Line{}.Summary()); got != "" {
		t.Errorf("a line without points is described: %s", got)
	}
}

func TestChartsAreDrawnWithTheWordsOfTheLabels(t *testing.T) {
	files := map[string]string{
		"counts.html":    `{{define "main"}}{{range .Series}}{{lineChart .Chart}}{{end}}{{end}}`,
		"subjects.html":  `{{define "main"}}{{timeline .Timeline}}{{end}}`,
		"labels/da.toml": chartLabels,
	}
	o := testOptions
	o.Languages = []string{"da"}
	s, problems := Load(ownTree(t, files), fileSystem(plainFiles()), o)
	if len(problems) > 0 {
		t.Fatal(listed(problems))
	}
	day := func(m int) danish.Date { return danish.Date{Year: 2023, Month: m, Day: 1} }
	line := chart.Line{ID: "l", Points: []chart.Point{{From: day(1), To: day(1), Words: "<jan>", Value: 1000}, {From: day(2), To: day(2), Words: "feb", Value: 2000}}}
	plan := chart.Timeline{ID: "t", Rows: []chart.Row{{Name: "<Nyresvigt>", StartFrom: day(1), StartTo: day(1), EndFrom: day(6), EndTo: day(6)}}}
	for page, words := range map[string][]string{
		render(t, s, "counts", "da", site.CountsView{Series: []site.SeriesView{{Chart: line}}}): {"<svg", ">Udvikling<", "Fra 1.000 (&lt;jan&gt;) til 2.000 (feb)."},
		render(t, s, "subjects", "da", site.SubjectsView{Timeline: plan}):                       {"<svg", ">Perioder &amp; rapporter<", "&lt;Nyresvigt&gt;", ">jan<"},
	} {
		for _, w := range words {
			if !strings.Contains(page, w) {
				t.Errorf("the page has no %s\n%s", w, page)
			}
		}
	}
	if _, problems := load(t, map[string]string{"subjects.html": files["subjects.html"]}); len(problems) != 4 {
		t.Errorf("two labels are missing in two languages, but the problems are\n%s", listed(problems))
	}
}

func TestEveryFunctionIsInBothTables(t *testing.T) {
	made := testWords(t, daLabels).funcMap(testOptions.Text)
	for name, fn := range functions {
		f := reflect.TypeOf(made[name])
		if f == nil {
			t.Errorf("%s cannot be called", name)
			continue
		}
		if f.Out(0) != fn.result {
			t.Errorf("%s gives %s, not %s", name, f.Out(0), fn.result)
		}
		params := len(fn.params)
		if fn.more != nil {
			params++
		}
		if f.NumIn() != params || f.IsVariadic() != (fn.more != nil) {
			t.Errorf("%s takes %d arguments, not %d", name, f.NumIn(), params)
		}
	}
	if len(made) != len(functions) {
		t.Errorf("%d functions can be called and %d are known", len(made), len(functions))
	}
}
