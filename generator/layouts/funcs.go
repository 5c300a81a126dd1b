package layouts

import (
	"html/template"
	"reflect"
	"slices"

	"referat/generator/chart"
	"referat/generator/danish"
	"referat/generator/site"
	"referat/generator/source"
)

// function is what the checker knows of a template function.
type function struct {
	params []param
	more   *param // of any number of further arguments; nil: there can be none
	result reflect.Type
	needs  []need // labels it takes words from
}

// param is an argument that a function takes.
type param struct {
	want     any // in a message: a name, or a reason's words
	fits     func(reflect.Type) bool
	constant bool // a name in quotes
}

// need is a label and how many arguments it gets.
type need struct {
	key  string
	args int
}

// param is what the function takes as its argument i.
func (fn function) param(i int) param {
	if i < len(fn.params) {
		return fn.params[i]
	}
	return *fn.more
}

func exactly(t reflect.Type) param {
	return param{want: describe(t), fits: func(u reflect.Type) bool { return u == t }}
}

var (
	aName   = param{constant: true}
	aNumber = param{want: source.Why(source.WholeNumber), fits: isInteger}
	aString = exactly(stringType)
	aDate   = exactly(dateType)
	aWord   = param{want: source.Why(source.TextOrNumber), fits: func(t reflect.Type) bool { return isWords(t) || isInteger(t) }}

	needThousands   = need{"thousands", 0}
	needMonths      = need{monthsKey, 0}
	needShortMonths = need{monthsShortKey, 0}
)

// functions is the one table of the functions of the templates; those that are
// built into the template language are in builtins.go. What each does stands in
// the package comment.
var functions = map[string]function{
	"label":     {params: []param{aName}, more: &aWord, result: stringType},
	"count":     {params: []param{aName, aNumber}, result: stringType, needs: []need{needThousands}},
	"number":    {params: []param{aNumber}, result: stringType, needs: []need{needThousands}},
	"date":      {params: []param{aDate}, result: stringType, needs: []need{{"date", 0}, needMonths}},
	"iso":       {params: []param{aDate}, result: stringType},
	"month":     {params: []param{aNumber}, result: stringType, needs: []need{needMonths}},
	"year":      {params: []param{aNumber}, result: stringType},
	"asset":     {params: []param{aName}, result: urlType},
	"text":      {params: []param{exactly(reflect.TypeFor[site.Text]())}, result: htmlType, needs: []need{{"decimal", 0}}},
	"size":      {params: []param{aNumber}, result: stringType, needs: []need{{"decimal", 0}}},
	"capital":   {params: []param{aString}, result: stringType},
	"telephone": {params: []param{aString}, result: urlType},
	"tie":       {params: []param{aString}, result: stringType},
	"strip":     {params: []param{aString}, result: htmlType},
	"bars":      {params: []param{aNumber}, result: htmlType},
	"lineChart": {params: []param{exactly(reflect.TypeFor[chart.Line]())}, result: htmlType,
		needs: []need{needThousands, needShortMonths, {lineTitle, 0}, {lineRange, 4}, {lineRise, 3},
			{lineOthers + ".one", 1}, {lineOthers + ".other", 1},
			{lineProvisional + ".one", 1}, {lineProvisional + ".other", 1},
			{lineGaps + ".one", 1}, {lineGaps + ".other", 1},
			{markOther, 0}, {markProvisional, 0}, {markNoMonths, 0}}},
	"barChart": {params: []param{exactly(reflect.TypeFor[chart.BarChart]())}, result: htmlType,
		needs: []need{needThousands, {barTitle, 0}, {barGreatest, 2}, {barMasked + ".one", 1}, {barMasked + ".other", 1}, {"hidden", 0}}},
	"facts":     {params: []param{exactly(reflect.TypeFor[site.Page]()), aString, aString}, result: htmlType, needs: []need{{homeLabel, 0}}},
	"dataFacts": {params: []param{exactly(reflect.TypeFor[site.OpenDataView]()), aString}, result: htmlType, needs: slices.Concat(datasetLabels(), spoken(), []need{{homeLabel, 0}})},
	"say":       {params: []param{exactly(reflect.TypeFor[site.Wording]())}, result: stringType, needs: slices.Concat(datasetLabels(), spoken())},
	"timeline": {params: []param{exactly(reflect.TypeFor[chart.Timeline]())}, result: htmlType,
		needs: []need{needShortMonths, {timelineTitle, 0}, {timelineAbout, 0}}},
}

// funcMap gives the functions as one language's templates call them.
func (w *words) funcMap(text Text) template.FuncMap {
	return template.FuncMap{
		"label":     w.label,
		"count":     w.count,
		"number":    w.number,
		"date":      w.dateWords,
		"iso":       iso,
		"month":     w.month,
		"year":      year,
		"asset":     w.asset,
		"text":      func(t site.Text) template.HTML { return text(t, w.sizeOf) },
		"size":      w.size,
		"capital":   capital,
		"telephone": telephone,
		"tie":       danish.Tie,
		"strip":     strip,
		"bars":      bars,
		"lineChart": w.lineChart,
		"timeline":  w.timeline,
		"barChart":  w.barChart,
		"facts":     w.facts,
		"dataFacts": w.dataFacts,
		"say":       func(words site.Wording) string { return w.say(words) },
	}
}

// functionNames is what the parser accepts.
func functionNames() map[string]any {
	names := map[string]any{}
	for name := range functions {
		names[name] = true
	}
	for name := range builtins {
		names[name] = true
	}
	return names
}
