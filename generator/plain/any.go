package plain

import (
	"encoding/binary"
	"fmt"
	"reflect"
	"unsafe"
)

// What any holds is told by a byte before it.
const (
	holdsNothing = iota
	holdsString
	holdsInt
	holdsInt64
	holdsInt32
	holdsUint8
	holdsBool
)

// anything is an any at path.
func anything(path string) part {
	return part{
		write: func(to []byte, p unsafe.Pointer) []byte { return appendHeld(to, *(*any)(p), path) },
		read:  readHeld,
		least: 1,
	}
}

func appendHeld(to []byte, v any, path string) []byte {
	switch x := v.(type) {
	case nil:
		return append(to, holdsNothing)
	case string:
		return writeString(append(to, holdsString), unsafe.Pointer(&x))
	case int:
		return binary.AppendVarint(append(to, holdsInt), int64(x))
	case int64:
		return binary.AppendVarint(append(to, holdsInt64), x)
	case int32:
		return binary.AppendVarint(append(to, holdsInt32), int64(x))
	case uint8:
		return binary.AppendUvarint(append(to, holdsUint8), uint64(x))
	case bool:
		return writeBool(append(to, holdsBool), unsafe.Pointer(&x))
	}
	if named := reflect.ValueOf(v); named.Kind() == reflect.String {
		if _, shownOtherwise := v.(fmt.Stringer); !shownOtherwise {
			return appendHeld(to, named.String(), path)
		}
	}
	panic(fmt.Sprintf("plain: %s holds a %T, which cannot be kept", path, v))
}

func readHeld(in string, p unsafe.Pointer) (string, bool) {
	if in == "" {
		return in, false
	}
	to, rest := (*any)(p), in[1:]
	switch in[0] {
	case holdsNothing:
		return rest, true
	case holdsString:
		return hold(to, rest, readString, "")
	case holdsInt:
		return hold(to, rest, readSigned[int], 0)
	case holdsInt64:
		return hold(to, rest, readSigned[int64], int64(0))
	case holdsInt32:
		return hold(to, rest, readSigned[int32], int32(0))
	case holdsUint8:
		return hold(to, rest, readUnsigned[uint8], uint8(0))
	case holdsBool:
		return hold(to, rest, readBool, false)
	}
	return in, false
}

// hold reads a value of x's type and puts it into to.
func hold[T any](to *any, in string, read func(string, unsafe.Pointer) (string, bool), x T) (string, bool) {
	rest, ok := read(in, unsafe.Pointer(&x))
	*to = x
	return rest, ok
}
