package plain

import (
	"reflect"
	"slices"
	"strings"
	"unsafe"
)

// stringMap is a map of type t, whose keys are strings.
func stringMap(elem part, t reflect.Type) part {
	return part{
		write: func(to []byte, p unsafe.Pointer) []byte {
			m := reflect.NewAt(t, p).Elem()
			to = appendLength(to, m.IsNil(), m.Len())
			keys := m.MapKeys()
			slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
			box := reflect.New(t.Elem())
			for _, k := range keys {
				s := k.String()
				to = writeString(to, unsafe.Pointer(&s))
				box.Elem().Set(m.MapIndex(k))
				to = elem.write(to, box.UnsafePointer())
			}
			return to
		},
		read: func(in string, p unsafe.Pointer) (string, bool) {
			n, isNil, rest, ok := length(in, 1+elem.least)
			if !ok || isNil {
				return rest, ok
			}
			m := reflect.MakeMapWithSize(t, n)
			reflect.NewAt(t, p).Elem().Set(m)
			return readEntries(elem, m, rest, n)
		},
		least: 1,
	}
}

func readEntries(elem part, m reflect.Value, in string, n int) (string, bool) {
	key, value := reflect.New(m.Type().Key()).Elem(), reflect.New(m.Type().Elem())
	last := ""
	for i := range n {
		rest, ok := readString(in, key.Addr().UnsafePointer())
		if !ok || i > 0 && key.String() <= last { // out of order, or twice
			return in, false
		}
		last = key.String()
		value.Elem().SetZero()
		if in, ok = elem.read(rest, value.UnsafePointer()); !ok {
			return in, false
		}
		m.SetMapIndex(key, value.Elem())
	}
	return in, true
}
