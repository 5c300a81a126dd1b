package plain

import (
	"encoding/binary"
	"reflect"
	"unsafe"
)

// scalar is the part of a kind that has no parts itself.
func scalar(kind reflect.Kind) (part, bool) {
	switch kind {
	case reflect.Bool:
		return part{write: writeBool, read: readBool, least: 1}, true
	case reflect.String:
		return part{write: writeString, read: readString, least: 1, strings: 1}, true
	case reflect.Int:
		return part{write: writeSigned[int], read: readSigned[int], least: 1}, true
	case reflect.Int8:
		return part{write: writeSigned[int8], read: readSigned[int8], least: 1}, true
	case reflect.Int16:
		return part{write: writeSigned[int16], read: readSigned[int16], least: 1}, true
	case reflect.Int32:
		return part{write: writeSigned[int32], read: readSigned[int32], least: 1}, true
	case reflect.Int64:
		return part{write: writeSigned[int64], read: readSigned[int64], least: 1}, true
	case reflect.Uint:
		return part{write: writeUnsigned[uint], read: readUnsigned[uint], least: 1}, true
	case reflect.Uint8:
		return part{write: writeUnsigned[uint8], read: readUnsigned[uint8], least: 1}, true
	case reflect.Uint16:
		return part{write: writeUnsigned[uint16], read: readUnsigned[uint16], least: 1}, true
	case reflect.Uint32:
		return part{write: writeUnsigned[uint32], read: readUnsigned[uint32], least: 1}, true
	case reflect.Uint64:
		return part{write: writeUnsigned[uint64], read: readUnsigned[uint64], least: 1}, true
	}
	return part{}, false
}

func writeBool(to []byte, p unsafe.Pointer) []byte {
	if *(*bool)(p) {
		return append(to, 1)
	}
	return append(to, 0)
}

func readBool(in string, p unsafe.Pointer) (string, bool) {
	if in == "" || in[0] > 1 {
		return in, false
	}
	*(*bool)(p) = in[0] == 1
	return in[1:], true
}

func writeSigned[T int | int8 | int16 | int32 | int64](to []byte, p unsafe.Pointer) []byte {
	return binary.AppendVarint(to, int64(*(*T)(p)))
}

func readSigned[T int | int8 | int16 | int32 | int64](in string, p unsafe.Pointer) (string, bool) {
	zigzag, rest, ok := uvarint(in)
	x := int64(zigzag>>1) ^ -int64(zigzag&1)
	if !ok || int64(T(x)) != x {
		return in, false
	}
	*(*T)(p) = T(x)
	return rest, true
}

func writeUnsigned[T uint | uint8 | uint16 | uint32 | uint64](to []byte, p unsafe.Pointer) []byte {
	return binary.AppendUvarint(to, uint64(*(*T)(p)))
}

func readUnsigned[T uint | uint8 | uint16 | uint32 | uint64](in string, p unsafe.Pointer) (string, bool) {
	x, rest, ok := uvarint(in)
	if !ok || uint64(T(x)) != x {
		return in, false
	}
	*(*T)(p) = T(x)
	return rest, true
}

// uvarint reads a number in its shortest form only, so that no value has two.
func uvarint(in string) (x uint64, rest string, ok bool) {
	if len(in) > 0 && in[0] < 0x80 {
		return uint64(in[0]), in[1:], true
	}
	return longUvarint(in)
}

func longUvarint(in string) (x uint64, rest string, ok bool) {
	for i := range min(len(in), binary.MaxVarintLen64) {
		b := in[i]
		if b >= 0x80 {
			x |= uint64(b&0x7f) << (7 * i)
			continue
		}
		if b == 0 || i == binary.MaxVarintLen64-1 && b > 1 { // 64 bits are nine times seven and one
			return 0, in, false
		}
		return x | uint64(b)<<(7*i), in[i+1:], true
	}
	return 0, in, false
}
