package plain

import (
	"fmt"
	"reflect"
	"unsafe"
)

// leaf writes 1 and the digest that a value of type t gives, or 0 for a nil
// pointer. It is for digests only and cannot be read back.
func leaf(t reflect.Type, path string) (part, error) {
	if t.Kind() == reflect.Struct {
		for i := range t.NumField() {
			// Go promotes the method, and what else is in t would count for nothing.
			if f := t.Field(i); f.Anonymous && f.Type.Implements(leafType) {
				return part{}, fmt.Errorf("%s embeds %s, whose digest would stand for the whole", path, f.Type)
			}
		}
	}
	return part{write: func(to []byte, p unsafe.Pointer) []byte {
		l := leafAt(t, p)
		if l == nil {
			return append(to, 0)
		}
		sum := l.Digest()
		return append(append(to, 1), sum[:]...)
	}}, nil
}

// leafAt is the leaf of type t at p, nil for a nil pointer. A leaf that is no
// pointer is asked through one, which has all its methods and needs no copy.
func leafAt(t reflect.Type, p unsafe.Pointer) Leaf {
	switch t.Kind() {
	case reflect.Pointer:
		if p = *(*unsafe.Pointer)(p); p == nil {
			return nil
		}
		t = t.Elem()
	case reflect.Interface:
		held := reflect.NewAt(t, p).Elem().Elem()
		if !held.IsValid() || held.Kind() == reflect.Pointer && held.IsNil() {
			return nil
		}
		return held.Interface().(Leaf)
	}
	return reflect.NewAt(t, p).Interface().(Leaf)
}
