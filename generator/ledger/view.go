package ledger

import (
	"crypto/sha256"
	"reflect"
	"sync"
)

// View is the digest of a view: of every bool, integer and string in it, and of
// the names and order of the fields that they stand in. Two views have the same
// digest only if they are of the same type and equal in all values, except that
// a nil slice and an empty one differ, because JSON writes them differently.
//
// Fields without capital letter count as well, since methods can show them.
//
// A view that is not plain data (see CheckType) is a fault of the program, and
// View panics with the path to what is wrong.
func View(v any) Digest {
	e := encoderOf(reflect.TypeOf(v))
	if e.err != nil {
		panic("ledger: " + e.err.Error())
	}
	buffer := buffers.Get().(*[]byte)
	*buffer = append((*buffer)[:0], e.shape[:]...)
	*buffer = e.write(*buffer, reflect.ValueOf(v))
	sum := sha256.Sum256(*buffer)
	buffers.Put(buffer)
	return sum
}

// CheckType tells without a value whether views of type t can be digested: the
// error has the path to the first part of t that is not plain data. Plain data
// are bool, integers and strings, and slices, arrays and structs of plain data.
// Floating-point numbers are not: what equals what is doubtful among them.
func CheckType(t reflect.Type) error { return encoderOf(t).err }

// Both only spare work: an encoder is a pure function of its type, a buffer is
// always overwritten from its start.
var (
	encoders sync.Map // reflect.Type to *encoder
	buffers  = sync.Pool{New: func() any { return new([]byte) }}
)

// encoder appends the canonical form of the values of one type. It stands after
// the type's shape, in which names and order of all fields are told, so that
// values need no more than their lengths to be told apart.
type encoder struct {
	shape [sha256.Size]byte
	write func(to []byte, v reflect.Value) []byte
	err   error
}

func encoderOf(t reflect.Type) *encoder {
	if known, ok := encoders.Load(t); ok {
		return known.(*encoder)
	}
	c := compiler{checked: map[reflect.Type]bool{}, parts: map[reflect.Type]*part{}}
	e := &encoder{err: c.check(t, nameOf(t))}
	if e.err == nil {
		root := c.compile(t)
		e.shape = sha256.Sum256(c.shape)
		e.write = root.write
	}
	known, _ := encoders.LoadOrStore(t, e)
	return known.(*encoder)
}
