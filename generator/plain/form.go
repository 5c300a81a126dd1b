package plain

import (
	"crypto/sha256"
	"errors"
	"reflect"
	"sync"
	"unsafe"
)

// form is all that is worked out once about a type.
type form struct {
	typ     reflect.Type
	shape   Digest // of the names, order and kinds of all its parts
	root    part
	pointed bool // the values asked about are pointers to typ
	members func() []member
	err     error // why typ has no form
}

// part writes and reads the values of one type, which stand at p.
type part struct {
	write   func(to []byte, p unsafe.Pointer) []byte
	read    func(in string, p unsafe.Pointer) (rest string, ok bool) // what is at p is zero
	least   int                                                      // bytes that the shortest value takes
	strings int                                                      // of how many strings a value consists, if of nothing else
	elem    *element                                                 // of a slice; else nil
}

// element is what a slice consists of.
type element struct {
	part
	size uintptr
}

// purpose is what a form is for: a digest takes leaves, the binary form takes
// more kinds of types.
type purpose int

const (
	digests purpose = iota
	codecs
)

// forms only spares work: a form is a pure function of its type and purpose.
var forms [2]sync.Map // reflect.Type to *form

// formOf is the form of a value of type t, or of the value that it points to.
func formOf(t reflect.Type, why purpose) *form {
	if known, ok := forms[why].Load(t); ok {
		return known.(*form)
	}
	var f *form
	if standsForItsElement(t, why) {
		f = newForm(t.Elem(), why)
		f.pointed = true
	} else {
		f = newForm(t, why)
	}
	known, _ := forms[why].LoadOrStore(t, f)
	return known.(*form)
}

func standsForItsElement(t reflect.Type, why purpose) bool {
	if t == nil || t.Kind() != reflect.Pointer {
		return false
	}
	elem := t.Elem()
	return why == codecs || elem.Kind() == reflect.Struct && (elem.Implements(leafType) || !t.Implements(leafType))
}

func newForm(t reflect.Type, why purpose) *form {
	if t == nil {
		return &form{err: errors.New("nil is not plain data")}
	}
	c := compiler{why: why}
	root, err := c.part(t, nameOf(t))
	return &form{
		typ: t, shape: sha256.Sum256(c.shape), root: root, err: err,
		members: sync.OnceValue(func() []member { return membersOf(t) }),
	}
}

// must panics if there is no form.
func (f *form) must() {
	if f.err != nil {
		panic("plain: " + f.err.Error())
	}
}

// address is where v stands, or a copy of it.
func (f *form) address(v any) unsafe.Pointer {
	value := reflect.ValueOf(v)
	if f.pointed {
		if value.IsNil() {
			panic("plain: nil pointer to " + nameOf(f.typ))
		}
		return value.UnsafePointer()
	}
	box := reflect.New(f.typ)
	box.Elem().Set(value)
	return box.UnsafePointer()
}

// nameOf tells types of one name in two packages apart.
func nameOf(t reflect.Type) string {
	if t.PkgPath() != "" {
		return t.PkgPath() + "." + t.Name()
	}
	return t.String()
}
