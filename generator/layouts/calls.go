package layouts

import (
	"reflect"
	"text/template/parse"

	"referat/generator/chart"
	"referat/generator/danish"
	"referat/generator/site"
)

// function compiles the call of a function; before is what the step before in
// the pipeline gives, its last argument.
func (c *compiler) function(f *parse.IdentifierNode, nodes []parse.Node, before []expression) expression {
	least, most := 1, 0
	if _, ok := builtins[f.Ident]; ok || functions[f.Ident].result != nil {
		least, most = arity(f.Ident)
	}
	var args []expression
	for _, n := range nodes {
		args = append(args, c.operand(n))
	}
	args = append(args, before...)
	if len(args) < least || len(args) > most {
		c.refuse(f)
		return constant(false)
	}
	if _, ok := builtins[f.Ident]; ok {
		return builtinCall(f.Ident, args)
	}
	if functions[f.Ident].params[0].constant {
		if name, ok := nodes[0].(*parse.StringNode); ok {
			return c.named(f.Ident, name.Text, args[1:])
		}
	}
	var text func(*drawing, reflect.Value) string
	switch f.Ident {
	case "facts":
		text = c.facts(args)
	case "dataFacts":
		text = c.dataFacts(args)
	default:
		text = c.texts(f.Ident, args[0])
	}
	if text == nil {
		c.refuse(f)
		return constant(false)
	}
	at, _ := (*parse.Tree)(nil).ErrorContext(f)
	return textual(functions[f.Ident].result, func(d *drawing, dot reflect.Value) string {
		d.at = at
		return text(d, dot)
	})
}

// named compiles a function of a name in quotes.
func (c *compiler) named(function, name string, args []expression) expression {
	w := c.words
	switch {
	case function == "asset":
		return constant(w.asset(name))
	case function == "count":
		n := args[0].value
		return textual(stringType, func(d *drawing, dot reflect.Value) string { return w.count(name, n(d, dot)) })
	case len(args) == 0:
		return constant(w.label(name))
	}
	phrase := w.labels.phrases[name]
	args = args[:min(len(args), places)]
	texts := make([]func(*drawing, reflect.Value) string, len(args))
	for i, arg := range args {
		if texts[i] = arg.text; arg.text == nil {
			texts[i] = func(d *drawing, dot reflect.Value) string { return w.argument(arg.value(d, dot)) }
		}
	}
	return textual(stringType, func(d *drawing, dot reflect.Value) string {
		var filled [places]string
		for i, text := range texts {
			filled[i] = text(d, dot)
		}
		return phrase.fill(filled[:len(texts)]...)
	})
}

// texts compiles a function of one value, or gives nil for one it does not know.
func (c *compiler) texts(function string, arg expression) func(*drawing, reflect.Value) string {
	w, value := c.words, arg.value
	switch function {
	case "number":
		return func(d *drawing, dot reflect.Value) string { return w.number(value(d, dot)) }
	case "month":
		return func(d *drawing, dot reflect.Value) string { return w.month(value(d, dot)) }
	case "year":
		return func(d *drawing, dot reflect.Value) string { return year(value(d, dot)) }
	case "size":
		return func(d *drawing, dot reflect.Value) string { return w.size(value(d, dot)) }
	case "date":
		return func(d *drawing, dot reflect.Value) string { return w.dateWords(as[danish.Date](value(d, dot))) }
	case "iso":
		return func(d *drawing, dot reflect.Value) string { return iso(as[danish.Date](value(d, dot))) }
	case "text":
		return func(d *drawing, dot reflect.Value) string {
			return string(c.text(as[site.Text](value(d, dot)), c.words.sizeOf))
		}
	case "say":
		return func(d *drawing, dot reflect.Value) string { return w.say(as[site.Wording](value(d, dot))) }
	case "bars":
		return func(d *drawing, dot reflect.Value) string { return string(bars(value(d, dot))) }
	case "lineChart":
		return func(d *drawing, dot reflect.Value) string { return string(w.lineChart(as[chart.Line](value(d, dot)))) }
	case "barChart":
		return func(d *drawing, dot reflect.Value) string {
			return string(w.barChart(as[chart.BarChart](value(d, dot))))
		}
	case "timeline":
		return func(d *drawing, dot reflect.Value) string {
			return string(w.timeline(as[chart.Timeline](value(d, dot))))
		}
	}
	words := arg.words()
	switch function {
	case "capital":
		return func(d *drawing, dot reflect.Value) string { return capital(words(d, dot)) }
	case "tie":
		return func(d *drawing, dot reflect.Value) string { return danish.Tie(words(d, dot)) }
	case "strip":
		return func(d *drawing, dot reflect.Value) string { return string(strip(words(d, dot))) }
	case "telephone":
		return func(d *drawing, dot reflect.Value) string { return string(telephone(words(d, dot))) }
	}
	return nil
}

// as takes a value out of a view, without a copy on the heap where it can.
func as[T any](v reflect.Value) T {
	if v.CanAddr() {
		return *v.Addr().Interface().(*T)
	}
	return v.Interface().(T)
}

// builtinCall compiles a function of builtins.go.
func builtinCall(name string, args []expression) expression {
	first, rest := args[0].value, args[1:]
	compare := func(holds func(a, b reflect.Value) bool) expression {
		return computed(func(d *drawing, dot reflect.Value) reflect.Value {
			a := first(d, dot)
			for _, arg := range rest {
				if holds(a, arg.value(d, dot)) {
					return reflect.ValueOf(true)
				}
			}
			return reflect.ValueOf(false)
		})
	}
	switch name {
	case "not":
		return computed(func(d *drawing, dot reflect.Value) reflect.Value { return reflect.ValueOf(!truth(first(d, dot))) })
	case "len":
		return computed(func(d *drawing, dot reflect.Value) reflect.Value { return reflect.ValueOf(first(d, dot).Len()) })
	case "eq":
		return compare(equal)
	case "ne":
		return compare(func(a, b reflect.Value) bool { return !equal(a, b) })
	case "lt":
		return compare(less)
	case "le":
		return compare(func(a, b reflect.Value) bool { return less(a, b) || equal(a, b) })
	case "gt":
		return compare(func(a, b reflect.Value) bool { return !less(a, b) && !equal(a, b) })
	case "ge":
		return compare(func(a, b reflect.Value) bool { return !less(a, b) })
	}
	stop := name == "or"
	return computed(func(d *drawing, dot reflect.Value) reflect.Value {
		v := first(d, dot)
		for _, arg := range rest {
			if truth(v) == stop {
				break
			}
			v = arg.value(d, dot)
		}
		return v
	})
}
