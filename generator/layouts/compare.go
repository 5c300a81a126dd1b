package layouts

import "reflect"

// The functions of this file do what text/template's builtins do with values
// that the checker lets through.

// truth tells what counts as true in a condition.
func truth(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Invalid:
		return false
	case reflect.String, reflect.Slice, reflect.Array:
		return v.Len() > 0
	case reflect.Bool:
		return v.Bool()
	case reflect.Struct:
		return true
	case reflect.Float32, reflect.Float64:
		return v.Float() != 0 // -0 too is false
	case reflect.Complex64, reflect.Complex128:
		return v.Complex() != 0
	}
	return !v.IsZero()
}

func equal(a, b reflect.Value) bool {
	if !a.IsValid() || !b.IsValid() {
		return isNil(a) && isNil(b)
	}
	switch k := a.Kind(); {
	case k == reflect.Bool:
		return a.Bool() == b.Bool()
	case k == reflect.String:
		return a.String() == b.String()
	case a.CanInt():
		return a.Int() == b.Int()
	case a.CanUint():
		return a.Uint() == b.Uint()
	case a.CanFloat():
		return a.Float() == b.Float()
	case a.CanComplex():
		return a.Complex() == b.Complex()
	}
	return a.Interface() == b.Interface()
}

func isNil(v reflect.Value) bool { return !v.IsValid() || v.Kind() == reflect.Slice && v.IsNil() }

func less(a, b reflect.Value) bool {
	switch {
	case a.CanInt():
		return a.Int() < b.Int()
	case a.CanFloat():
		return a.Float() < b.Float()
	}
	return a.String() < b.String()
}
