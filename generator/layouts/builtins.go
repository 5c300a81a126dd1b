package layouts

import (
	"math"
	"reflect"
	"text/template/parse"

	"referat/generator/source"
)

// argument is a checked argument and its place; one that came through the
// pipeline has the place of the function.
type argument struct {
	value
	node parse.Node
}

// builtin is a function that the template language has of itself.
type builtin struct {
	least, most int // arguments
	check       func(s *scope, f *parse.IdentifierNode, args []argument) value
}

// builtins is the one table of them. Others that the language has, such as
// printf, index and html, are left out: layouts need none of them, and some can
// fail on a view that is empty.
var builtins = map[string]builtin{
	"and": {1, math.MaxInt, (*scope).and},
	"or":  {1, math.MaxInt, (*scope).or},
	"not": {1, 1, (*scope).not},
	"len": {1, 1, (*scope).length},
	"eq":  {2, math.MaxInt, (*scope).equal},
	"ne":  {2, 2, (*scope).equal},
	"lt":  {2, 2, (*scope).order},
	"le":  {2, 2, (*scope).order},
	"gt":  {2, 2, (*scope).order},
	"ge":  {2, 2, (*scope).order},
}

// arity is how many arguments a function takes.
func arity(name string) (least, most int) {
	if b, ok := builtins[name]; ok {
		return b.least, b.most
	}
	fn := functions[name]
	if fn.more != nil {
		return len(fn.params), math.MaxInt
	}
	return len(fn.params), len(fn.params)
}

func arityWords(least, most, got int) source.Explanation {
	if most > least {
		return source.Why(source.FewArguments, least, got)
	}
	return source.Why(source.Arguments, least, got)
}

// arguments checks the arguments of a function in the order in which they are
// evaluated. "and" and "or" stop as soon as they can, so what their later
// arguments do to variables may not happen.
func (s *scope) arguments(dot types, f *parse.IdentifierNode, nodes []parse.Node, before *value) []argument {
	var args []argument
	lazy := f.Ident == "and" || f.Ident == "or"
	for i, n := range nodes {
		skipped := append([]variable(nil), s.vars...)
		args = append(args, argument{s.operand(dot, n), n})
		if !lazy || i == 0 {
			continue
		}
		if len(s.vars) > len(skipped) {
			s.wrong(n, n, source.Why(source.NoDeclaration))
		}
		s.vars = join(skipped, s.vars)
	}
	if before != nil {
		args = append(args, argument{*before, f})
	}
	return args
}

// and gives its first argument that is false, else its last.
func (s *scope) and(_ *parse.IdentifierNode, args []argument) value {
	var v value
	for i, arg := range args {
		if len(arg.all) == 0 {
			return value{}
		}
		if i < len(args)-1 {
			s.condition(arg.node, arg.all)
			v.all = v.all.with(arg.all.without(alwaysTrue))
		} else {
			v.all, v.truthy = v.all.with(arg.all), arg.truthy
		}
	}
	return v
}

// or gives its first argument that is true, else its last.
func (s *scope) or(_ *parse.IdentifierNode, args []argument) value {
	var v value
	for i, arg := range args {
		if len(arg.all) == 0 {
			return value{}
		}
		if i < len(args)-1 {
			s.condition(arg.node, arg.all)
			v.all = v.all.with(arg.truthy)
		} else {
			v.all = v.all.with(arg.all)
		}
		v.truthy = v.truthy.with(arg.truthy)
	}
	return v
}

func (s *scope) not(_ *parse.IdentifierNode, args []argument) value {
	s.condition(args[0].node, args[0].all)
	return valueOf(one(boolType))
}

func (s *scope) length(f *parse.IdentifierNode, args []argument) value {
	for _, t := range args[0].all {
		if !hasLength(t) {
			s.wrong(args[0].node, f, source.Why(source.WithoutLength, describe(t)))
		}
	}
	return valueOf(one(intType))
}

func (s *scope) equal(f *parse.IdentifierNode, args []argument) value {
	return s.comparison(f, args, areComparable)
}

func (s *scope) order(f *parse.IdentifierNode, args []argument) value {
	return s.comparison(f, args, areOrdered)
}

// comparison compares the first argument with each of the others.
func (s *scope) comparison(f *parse.IdentifierNode, args []argument, fit func(a, b reflect.Type) bool) value {
	for _, arg := range args[1:] {
		for _, a := range args[0].all {
			for _, b := range arg.all {
				if !fit(a, b) {
					s.wrong(arg.node, f, source.Why(source.NotComparable, describe(a), describe(b)))
				}
			}
		}
	}
	return valueOf(one(boolType))
}

// basic groups the types that can be compared with each other by their values;
// "" is any other type.
func basic(t reflect.Type) string {
	if t == nil {
		return ""
	}
	switch k := t.Kind(); {
	case k == reflect.Bool:
		return "bool"
	case isInteger(t):
		return "integer"
	case k == reflect.Float32, k == reflect.Float64:
		return "float"
	case k == reflect.Complex64, k == reflect.Complex128:
		return "complex"
	case k == reflect.String:
		return "string"
	}
	return ""
}

// areComparable tells what eq and ne accept whatever the values are: two lists
// can only be compared while one of them is nil.
func areComparable(a, b reflect.Type) bool {
	if a == nil || b == nil {
		return true
	}
	if basic(a) != "" || basic(b) != "" {
		return basic(a) == basic(b)
	}
	return a.Kind() == b.Kind() && a.Kind() != reflect.Slice && b.Comparable()
}

func areOrdered(a, b reflect.Type) bool {
	switch basic(a) {
	case "integer", "float", "string":
		return basic(a) == basic(b)
	}
	return false
}
