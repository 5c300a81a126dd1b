package plain

import (
	"encoding/binary"
	"reflect"
	"unsafe"
)

// fieldPart is a field inside a struct.
type fieldPart struct {
	part
	offset uintptr
}

func structure(fields []fieldPart, size uintptr) part {
	fields = joined(fields)
	if len(fields) == 1 && uintptr(fields[0].strings)*unsafe.Sizeof("") == size {
		return fields[0].part
	}
	least := 0
	for _, f := range fields {
		least += f.least
	}
	return part{
		write: func(to []byte, p unsafe.Pointer) []byte {
			for i := range fields {
				to = fields[i].write(to, unsafe.Add(p, fields[i].offset))
			}
			return to
		},
		read: func(in string, p unsafe.Pointer) (string, bool) {
			ok := true
			for i := range fields {
				if in, ok = fields[i].read(in, unsafe.Add(p, fields[i].offset)); !ok {
					break
				}
			}
			return in, ok
		},
		least: least,
	}
}

func array(elem part, n int, size uintptr) part {
	return part{
		write: func(to []byte, p unsafe.Pointer) []byte {
			return writeElements(elem, to, p, n, size)
		},
		read: func(in string, p unsafe.Pointer) (string, bool) {
			return readElements(elem, in, p, n, size)
		},
		least:   n * elem.least,
		strings: n * elem.strings,
	}
}

func writeElements(elem part, to []byte, p unsafe.Pointer, n int, size uintptr) []byte {
	if elem.strings > 0 {
		return writeStrings(to, p, n*elem.strings)
	}
	for i := range n {
		to = elem.write(to, unsafe.Add(p, uintptr(i)*size))
	}
	return to
}

func readElements(elem part, in string, p unsafe.Pointer, n int, size uintptr) (string, bool) {
	if elem.strings > 0 {
		return readStrings(in, p, n*elem.strings)
	}
	ok := true
	for i := range n {
		if in, ok = elem.read(in, unsafe.Add(p, uintptr(i)*size)); !ok {
			break
		}
	}
	return in, ok
}

func byteArray(n int) part {
	return part{
		write: func(to []byte, p unsafe.Pointer) []byte { return append(to, unsafe.Slice((*byte)(p), n)...) },
		read: func(in string, p unsafe.Pointer) (string, bool) {
			if len(in) < n {
				return in, false
			}
			copy(unsafe.Slice((*byte)(p), n), in)
			return in[n:], true
		},
		least: n,
	}
}

// header is how any slice stands in memory.
type header struct {
	data     unsafe.Pointer
	len, cap int
}

func slice(elem part, t reflect.Type) part {
	size := t.Elem().Size()
	makeAt := maker(t)
	return part{
		write: func(to []byte, p unsafe.Pointer) []byte {
			h := (*header)(p)
			to = appendLength(to, h.data == nil, h.len)
			return writeElements(elem, to, h.data, h.len, size)
		},
		read: func(in string, p unsafe.Pointer) (string, bool) {
			n, isNil, rest, ok := length(in, elem.least)
			if !ok || isNil {
				return rest, ok
			}
			makeAt(p, n)
			return readElements(elem, rest, (*header)(p).data, n, size)
		},
		least: 1,
		elem:  &element{elem, size},
	}
}

func byteSlice(t reflect.Type) part {
	makeAt := maker(t)
	return part{
		write: func(to []byte, p unsafe.Pointer) []byte {
			bytes := *(*[]byte)(p)
			return append(appendLength(to, bytes == nil, len(bytes)), bytes...)
		},
		read: func(in string, p unsafe.Pointer) (string, bool) {
			n, isNil, rest, ok := length(in, 1)
			if !ok || isNil {
				return rest, ok
			}
			makeAt(p, n)
			copy(*(*[]byte)(p), rest)
			return rest[n:], true
		},
		least: 1,
	}
}

// maker gives the function that puts a slice of type t and n zero elements at p,
// where a nil slice is.
func maker(t reflect.Type) func(p unsafe.Pointer, n int) {
	empty := reflect.MakeSlice(t, 0, 0)
	return func(p unsafe.Pointer, n int) {
		v := reflect.NewAt(t, p).Elem()
		if n == 0 {
			v.Set(empty)
			return
		}
		v.Grow(n) // unlike reflect.MakeSlice it allocates no header
		v.SetLen(n)
	}
}

// appendLength writes the length of what may be nil.
func appendLength(to []byte, isNil bool, n int) []byte {
	if isNil {
		return append(to, 0)
	}
	return binary.AppendUvarint(to, uint64(n)+1)
}

// length reads what appendLength wrote. It is not ok if the bytes that are left
// cannot hold so many elements of at least that many bytes.
func length(in string, least int) (n int, isNil bool, rest string, ok bool) {
	x, rest, ok := uvarint(in)
	switch {
	case !ok:
		return 0, false, in, false
	case x == 0:
		return 0, true, rest, true
	case x-1 > uint64(len(rest)/least):
		return 0, false, in, false
	}
	return int(x - 1), false, rest, true
}

func pointer(elem part, t reflect.Type) part {
	return part{
		write: func(to []byte, p unsafe.Pointer) []byte {
			if p = *(*unsafe.Pointer)(p); p == nil {
				return append(to, 0)
			}
			return elem.write(append(to, 1), p)
		},
		read: func(in string, p unsafe.Pointer) (string, bool) {
			if in == "" || in[0] > 1 {
				return in, false
			}
			if in[0] == 0 {
				return in[1:], true
			}
			made := reflect.New(t).UnsafePointer()
			*(*unsafe.Pointer)(p) = made
			return elem.read(in[1:], made)
		},
		least: 1,
	}
}
