package layouts

import (
	"fmt"
	"html/template"
	"reflect"
	"slices"
	"strings"

	"referat/generator/danish"
)

// types is what an expression may be when the page is drawn: mostly one type,
// several after "or", "and" or an assignment in a branch. The type nil is the
// value nil. No types at all means that a problem has been reported, and that
// what follows from it is not reported again.
type types []reflect.Type

var (
	boolType    = reflect.TypeFor[bool]()
	intType     = reflect.TypeFor[int]()
	floatType   = reflect.TypeFor[float64]()
	complexType = reflect.TypeFor[complex128]()
	stringType  = reflect.TypeFor[string]()
	htmlType    = reflect.TypeFor[template.HTML]()
	urlType     = reflect.TypeFor[template.URL]()
	dateType    = reflect.TypeFor[danish.Date]()

	stringerType = reflect.TypeFor[fmt.Stringer]()
)

// nothing is the dot of a template that is called without one.
var nothing = types{nil}

func one(t reflect.Type) types { return types{t} }

// with is the union of ts and more.
func (ts types) with(more types) types {
	union := slices.Clip(ts)
	for _, t := range more {
		if !slices.Contains(union, t) {
			union = append(union, t)
		}
	}
	return union
}

func (ts types) without(drop func(reflect.Type) bool) types {
	return slices.DeleteFunc(slices.Clone(ts), drop)
}

// alwaysTrue tells a type whose every value counts as true in a condition.
func alwaysTrue(t reflect.Type) bool { return t != nil && t.Kind() == reflect.Struct }

func alwaysFalse(t reflect.Type) bool { return t == nil }

func isInteger(t reflect.Type) bool {
	if t == nil {
		return false
	}
	switch t.Kind() {
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return true
	}
	return false
}

// isWords tells a text that is not HTML already.
func isWords(t reflect.Type) bool {
	return t != nil && t.Kind() == reflect.String && t != htmlType
}

// hasLength tells what "len" takes.
func hasLength(t reflect.Type) bool {
	if t == nil {
		return false
	}
	switch t.Kind() {
	case reflect.String, reflect.Slice, reflect.Array:
		return true
	}
	return false
}

// isPrintable tells what can stand for itself on a page. html/template prints
// anything; a struct or a list would come out in Go's notation.
func isPrintable(t reflect.Type) bool {
	if t == nil {
		return false
	}
	switch t.Kind() {
	case reflect.Struct, reflect.Slice, reflect.Array:
		return t.Implements(stringerType)
	}
	return true
}

// element is what "range" gives of a type, or nil.
func element(t reflect.Type) reflect.Type {
	switch {
	case t == nil:
		return nil
	case isInteger(t):
		return t
	case t.Kind() == reflect.Slice, t.Kind() == reflect.Array:
		return t.Elem()
	}
	return nil
}

// fieldNames lists what a template can reach in a struct, fields of embedded
// structs too.
func fieldNames(t reflect.Type) []string {
	var names []string
	for _, f := range reflect.VisibleFields(t) {
		if f.IsExported() && !f.Anonymous && !slices.Contains(names, f.Name) {
			names = append(names, f.Name)
		}
	}
	return names
}

// describe names a type in a message.
func describe(t reflect.Type) string {
	if t == nil {
		return "nil"
	}
	return t.String()
}

func (ts types) String() string {
	names := make([]string, len(ts))
	for i, t := range ts {
		names[i] = describe(t)
	}
	return strings.Join(names, " or ")
}
