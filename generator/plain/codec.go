package plain

import (
	"fmt"
	"reflect"
)

// Append adds the binary form of v to to. If v is a pointer, the value is what it
// points to: to keep a pointer that may be nil, give a pointer to it.
//
// A type without binary form, a nil v, and an any in v that holds what it may not
// are faults of the program: Append panics with the path to what is wrong.
func Append(to []byte, v any) []byte {
	f := formOf(reflect.TypeOf(v), codecs)
	f.must()
	return f.root.write(to, f.address(v))
}

// Read sets what v points to to the value with which data begins, and gives the
// rest of data. Strings in the value are parts of data, which they keep in
// memory. Fields that are left out are zero.
//
// The error says where data is no value of this type; what v points to is then of
// no use. A v that is not a pointer to a type with a binary form is a fault of
// the program: Read panics.
func Read(data string, v any) (rest string, err error) {
	f := formOf(reflect.TypeOf(v), codecs)
	f.must()
	if !f.pointed {
		panic("plain: " + nameOf(f.typ) + " is not a pointer")
	}
	p := f.address(v)
	reflect.ValueOf(v).Elem().SetZero()
	rest, ok := f.root.read(data, p)
	if !ok {
		return "", fmt.Errorf("no %s: damaged at byte %d of %d", nameOf(f.typ), len(data)-len(rest), len(data))
	}
	return rest, nil
}

// Shape is the digest of the names, order and kinds of all parts of t that Append
// writes. Bytes that another version of the program wrote may be read as values
// of t only if the type that they were written from had the same shape. A pointer
// has the shape of what it points to. Shape panics if t has no binary form.
func Shape(t reflect.Type) Digest {
	f := formOf(t, codecs)
	f.must()
	return f.shape
}
