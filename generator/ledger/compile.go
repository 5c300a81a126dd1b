package ledger

import (
	"encoding/binary"
	"fmt"
	"math"
	"reflect"
)

// compiler turns a type into a function that writes its values, and into words
// that tell the type's shape. Each type inside is compiled once; a type may
// contain slices of itself.
type compiler struct {
	checked map[reflect.Type]bool
	parts   map[reflect.Type]*part
	shape   []byte
}

// part is the writer of one type inside a view. It is set after the parts below
// it are compiled, which for a type that contains itself refer to it.
type part struct {
	number int // in the order of meeting
	write  func(to []byte, v reflect.Value) []byte
}

// check looks for what is not plain data in t, which stands at path.
func (c *compiler) check(t reflect.Type, path string) error {
	if t == nil {
		return fmt.Errorf("%s is not plain data", path)
	}
	if c.checked[t] {
		return nil
	}
	c.checked[t] = true
	switch t.Kind() {
	case reflect.Bool, reflect.String,
		reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
		reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return nil
	case reflect.Slice, reflect.Array:
		return c.check(t.Elem(), path+"[]")
	case reflect.Struct:
		for i := range t.NumField() {
			f := t.Field(i)
			if err := c.check(f.Type, path+"."+f.Name); err != nil {
				return err
			}
		}
		return nil
	}
	return fmt.Errorf("%s is a %s (%s), which is not plain data", path, t.Kind(), t)
}

// compile adds t to the shape and gives its writer. A type met again is only
// numbered.
func (c *compiler) compile(t reflect.Type) *part {
	if known, ok := c.parts[t]; ok {
		c.shape = fmt.Appendf(c.shape, "#%d", known.number)
		return known
	}
	p := &part{number: len(c.parts)}
	c.parts[t] = p
	c.shape = fmt.Appendf(c.shape, "%q %s", nameOf(t), t.Kind())
	switch t.Kind() {
	case reflect.Bool:
		p.write = writeBool
	case reflect.String:
		p.write = writeString
	case reflect.Slice:
		p.write = writeSlice(c.compile(t.Elem()))
	case reflect.Array:
		c.shape = fmt.Appendf(c.shape, " %d ", t.Len())
		p.write = writeArray(c.compile(t.Elem()), t.Len())
	case reflect.Struct:
		p.write = writeStruct(c.fields(t))
	default: // check lets nothing but integers come here
		p.write = writeInteger
		if t.Kind() >= reflect.Uint {
			p.write = writeUnsigned
		}
	}
	return p
}

func (c *compiler) fields(t reflect.Type) []*part {
	parts := make([]*part, t.NumField())
	c.shape = append(c.shape, '{')
	for i := range parts {
		c.shape = fmt.Appendf(c.shape, "%q", t.Field(i).Name)
		parts[i] = c.compile(t.Field(i).Type)
	}
	c.shape = append(c.shape, '}')
	return parts
}

// nameOf tells types of one name in two packages apart.
func nameOf(t reflect.Type) string {
	if t == nil {
		return "nil"
	}
	if t.PkgPath() != "" {
		return t.PkgPath() + "." + t.Name()
	}
	return t.String()
}

func writeBool(to []byte, v reflect.Value) []byte {
	if v.Bool() {
		return append(to, 1)
	}
	return append(to, 0)
}

func writeString(to []byte, v reflect.Value) []byte {
	s := v.String()
	return append(binary.AppendUvarint(to, uint64(len(s))), s...)
}

func writeInteger(to []byte, v reflect.Value) []byte {
	return binary.LittleEndian.AppendUint64(to, uint64(v.Int()))
}

func writeUnsigned(to []byte, v reflect.Value) []byte {
	return binary.LittleEndian.AppendUint64(to, v.Uint())
}

func writeSlice(elem *part) func([]byte, reflect.Value) []byte {
	return func(to []byte, v reflect.Value) []byte {
		if v.IsNil() {
			return binary.AppendUvarint(to, math.MaxUint64) // a length that no slice has
		}
		n := v.Len()
		to = binary.AppendUvarint(to, uint64(n))
		for i := range n {
			to = elem.write(to, v.Index(i))
		}
		return to
	}
}

func writeArray(elem *part, n int) func([]byte, reflect.Value) []byte {
	return func(to []byte, v reflect.Value) []byte {
		for i := range n {
			to = elem.write(to, v.Index(i))
		}
		return to
	}
}

func writeStruct(fields []*part) func([]byte, reflect.Value) []byte {
	return func(to []byte, v reflect.Value) []byte {
		for i, f := range fields {
			to = f.write(to, v.Field(i))
		}
		return to
	}
}
