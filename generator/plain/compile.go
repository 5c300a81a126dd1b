package plain

import (
	"fmt"
	"reflect"
	"slices"
	"time"
)

var (
	leafType = reflect.TypeFor[Leaf]()
	timeType = reflect.TypeFor[time.Time]()
)

// compiler turns a type into the functions that write and read its values, and
// into words that tell its shape.
type compiler struct {
	why   purpose
	open  []reflect.Type // from the root to where the compiler is
	shape []byte
}

// part compiles t, which stands at path.
func (c *compiler) part(t reflect.Type, path string) (part, error) {
	c.shape = fmt.Appendf(c.shape, "%q %s", nameOf(t), t.Kind())
	if c.why == digests && t.Implements(leafType) {
		c.shape = append(c.shape, " leaf"...)
		return leaf(t, path)
	}
	if slices.Contains(c.open, t) {
		return part{}, fmt.Errorf("%s is a %s inside a %s: a type may not contain itself", path, nameOf(t), nameOf(t))
	}
	c.open = append(c.open, t)
	defer func() { c.open = c.open[:len(c.open)-1] }()

	if simple, ok := scalar(t.Kind()); ok {
		return simple, nil
	}
	switch t.Kind() {
	case reflect.Array:
		return c.array(t, path)
	case reflect.Slice:
		return c.slice(t, path)
	case reflect.Struct:
		if c.why == codecs && t == timeType {
			return instant(), nil
		}
		return c.structure(t, path)
	}
	if c.why == codecs {
		switch {
		case t.Kind() == reflect.Pointer:
			return c.pointer(t, path)
		case t.Kind() == reflect.Map && t.Key().Kind() == reflect.String:
			return c.stringMap(t, path)
		case t.Kind() == reflect.Interface && t.NumMethod() == 0:
			return anything(path), nil
		}
	}
	return part{}, fmt.Errorf("%s is a %s (%s), which is not plain data", path, t.Kind(), t)
}

func (c *compiler) array(t reflect.Type, path string) (part, error) {
	c.shape = fmt.Appendf(c.shape, " %d ", t.Len())
	elem, err := c.part(t.Elem(), path+"[]")
	if c.isBytes(t) {
		return byteArray(t.Len()), err
	}
	return array(elem, t.Len(), t.Elem().Size()), err
}

func (c *compiler) slice(t reflect.Type, path string) (part, error) {
	elem, err := c.part(t.Elem(), path+"[]")
	switch {
	case err != nil:
		return part{}, err
	case c.isBytes(t):
		return byteSlice(t), nil
	case c.why == codecs && elem.least == 0: // their number would have no bound in the bytes
		return part{}, fmt.Errorf("%s is a slice of values that take no bytes (%s)", path, t)
	}
	return slice(elem, t), nil
}

// isBytes tells that the elements of t may be copied as they stand.
func (c *compiler) isBytes(t reflect.Type) bool {
	return t.Elem().Kind() == reflect.Uint8 && !(c.why == digests && t.Elem().Implements(leafType))
}

func (c *compiler) structure(t reflect.Type, path string) (part, error) {
	var fields []fieldPart
	c.shape = append(c.shape, '{')
	for i := range t.NumField() {
		f := t.Field(i)
		if c.why == codecs && f.Tag.Get("plain") == "-" {
			continue
		}
		c.shape = fmt.Appendf(c.shape, "%q", f.Name)
		p, err := c.part(f.Type, path+"."+f.Name)
		if err != nil {
			return part{}, err
		}
		fields = append(fields, fieldPart{p, f.Offset})
	}
	c.shape = append(c.shape, '}')
	return structure(fields, t.Size()), nil
}

func (c *compiler) pointer(t reflect.Type, path string) (part, error) {
	elem, err := c.part(t.Elem(), path)
	return pointer(elem, t.Elem()), err
}

func (c *compiler) stringMap(t reflect.Type, path string) (part, error) {
	c.shape = fmt.Appendf(c.shape, " %q ", nameOf(t.Key()))
	elem, err := c.part(t.Elem(), path+"[]")
	return stringMap(elem, t), err
}
