package layouts

import (
	"html/template"
	"reflect"
	"strings"

	"referat/generator/chart"
)

// The words of the charts are labels of their own, so that a chart can be
// understood without being seen.
const (
	lineTitle       = "chart-line-title"
	lineRange       = "chart-line-range"       // first number, its date, last number, its date
	lineRise        = "chart-line-rise"        // by how much, the dates between which
	lineOthers      = "chart-line-others"      // counted
	lineProvisional = "chart-line-provisional" // counted
	lineGaps        = "chart-line-gaps"        // counted
	markOther       = "chart-other"
	markProvisional = "chart-provisional"
	markNoMonths    = "chart-no-months"
	barTitle        = "chart-bar-title"
	barGreatest     = "chart-bar-greatest" // its number, its name
	barMasked       = "chart-bar-masked"   // counted
	timelineTitle   = "chart-timeline-title"
	timelineAbout   = "chart-timeline-description"
)

func (w *words) lineChart(l chart.Line) template.HTML {
	return template.HTML(l.SVG(chart.LineWords{
		Title:       w.labels.raw(lineTitle),
		Description: w.describeLine(l.Summary()),
		Other:       w.labels.raw(markOther),
		Provisional: w.labels.raw(markProvisional),
		NoMonths:    w.labels.raw(markNoMonths),
		Thousands:   w.labels.raw("thousands"),
		Months:      w.shortMonths(),
	}))
}

// describeLine says in a sentence or some what the drawing shows.
func (w *words) describeLine(s chart.Summary) string {
	if s.Total == 0 {
		return ""
	}
	sentences := []string{w.labels.phrases[lineRange].fill(
		w.numeral(s.First.Value), s.First.Words, w.numeral(s.Last.Value), s.Last.Words)}
	if s.Rise.By > 0 {
		sentences = append(sentences, w.labels.phrases[lineRise].fill(w.numeral(s.Rise.By), s.Rise.From.Words, s.Rise.To.Words))
	}
	for _, c := range []struct {
		key string
		n   int
	}{{lineOthers, s.Others}, {lineProvisional, s.Provisional}, {lineGaps, s.Gaps}} {
		if c.n > 0 {
			sentences = append(sentences, w.counted(c.key, c.n))
		}
	}
	return strings.Join(sentences, " ")
}

func (w *words) barChart(c chart.BarChart) template.HTML {
	return template.HTML(c.SVG(chart.BarWords{
		Title:       w.labels.raw(barTitle),
		Description: w.describeBars(c),
		Hidden:      w.labels.raw("hidden"),
		Thousands:   w.labels.raw("thousands"),
	}))
}

// describeBars names the longest bar, and says how many counts have none.
func (w *words) describeBars(c chart.BarChart) string {
	greatest, ok := c.Greatest()
	if !ok {
		return ""
	}
	sentences := []string{w.labels.phrases[barGreatest].fill(w.numeral(greatest.Value), greatest.Name)}
	if n := c.Masked(); n > 0 {
		sentences = append(sentences, w.counted(barMasked, n))
	}
	return strings.Join(sentences, " ")
}

func (w *words) timeline(t chart.Timeline) template.HTML {
	return template.HTML(t.SVG(chart.TimelineWords{
		Title:       w.labels.raw(timelineTitle),
		Description: w.labels.raw(timelineAbout),
		Months:      w.shortMonths(),
	}))
}

func (w *words) shortMonths() (names [12]string) {
	copy(names[:], w.labels.lists[monthsShortKey])
	return names
}

func strip(number string) template.HTML { return template.HTML(chart.Strip(number)) }

func bars(n reflect.Value) template.HTML { return template.HTML(chart.Bars(int(n.Int()))) }
