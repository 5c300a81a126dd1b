package plain

import (
	"crypto/sha256"
	"iter"
	"reflect"
	"slices"
	"sync"
	"unsafe"
)

// DigestOf is the digest of a value of plain data. A pointer to a struct has the
// digest of the struct, so that large ones need not be copied.
//
// A value that is not plain data (see CheckType) and a nil pointer are faults of
// the program: DigestOf panics with the path to what is wrong.
func DigestOf(v any) Digest {
	f := formOf(reflect.TypeOf(v), digests)
	f.must()
	buffer := buffers.Get().(*[]byte)
	defer buffers.Put(buffer)
	return f.digest(buffer, f.address(v))
}

// CheckType tells without a value whether DigestOf takes values of type t: the
// error has the path to the first part of t that is not plain data.
func CheckType(t reflect.Type) error { return formOf(t, digests).err }

// Fields gives the fields of v, a struct of plain data or a pointer to one, in
// order: their names and the digests of what they hold. Fields of embedded structs
// count one by one, as Go promotes them; one that Go does not promote because its
// name is taken has its path for a name, "Page.Title". Fields panics where DigestOf
// does.
func Fields(v any) iter.Seq2[string, Digest] {
	f := formOf(reflect.TypeOf(v), digests)
	f.must()
	p := f.address(v)
	return func(yield func(string, Digest) bool) {
		buffer := buffers.Get().(*[]byte)
		defer buffers.Put(buffer)
		for _, m := range f.members() {
			if !yield(m.name, m.form.digest(buffer, unsafe.Add(p, m.offset))) {
				return
			}
		}
	}
}

// Names are those of the fields of v that Fields gives.
func Names(v any) []string {
	f := formOf(reflect.TypeOf(v), digests)
	f.must()
	var names []string
	for _, m := range f.members() {
		names = append(names, m.name)
	}
	return names
}

// digest hashes the shape and then the value, whose parts therefore need no more
// than their lengths to be told apart.
func (f *form) digest(buffer *[]byte, p unsafe.Pointer) Digest {
	*buffer = append((*buffer)[:0], f.shape[:]...)
	if f.root.elem != nil && (*header)(p).len > few {
		return f.root.elem.digest(buffer, (*header)(p))
	}
	*buffer = f.root.write(*buffer, p)
	return sha256.Sum256(*buffer)
}

// few is how many elements of a list are hashed at a time.
const few = 256

// digest hashes what is in the buffer and then a long list, which may have many megabytes,
// a few elements at a time.
func (e *element) digest(buffer *[]byte, list *header) Digest {
	hash := sha256.New()
	*buffer = appendLength(*buffer, false, list.len)
	for from := 0; from < list.len; from += few {
		*buffer = writeElements(e.part, *buffer, unsafe.Add(list.data, uintptr(from)*e.size), min(few, list.len-from), e.size)
		hash.Write(*buffer)
		*buffer = (*buffer)[:0]
	}
	return Digest(hash.Sum(nil))
}

// buffers only spares work: a buffer is always overwritten from its start.
var buffers = sync.Pool{New: func() any { return new([]byte) }}

// member is a field as Fields tells it.
type member struct {
	name   string
	offset uintptr
	form   *form
}

// memberForm is the form of a field's type. A pointer in a struct is a leaf, and does not stand for
// what it points to. Many structs have fields of the same types.
func memberForm(t reflect.Type) *form {
	if t.Kind() == reflect.Pointer {
		return newForm(t, digests)
	}
	return formOf(t, digests)
}

// membersOf lists the fields of the struct t, for the forms of digests.
func membersOf(t reflect.Type) []member {
	if t.Kind() != reflect.Struct {
		panic("plain: " + nameOf(t) + " has no fields")
	}
	var members []member
	var add func(in reflect.Type, index []int, path string, offset uintptr)
	add = func(in reflect.Type, index []int, path string, offset uintptr) {
		for i := range in.NumField() {
			field := in.Field(i)
			at := append(index[:len(index):len(index)], i)
			if field.Anonymous && field.Type.Kind() == reflect.Struct && !field.Type.Implements(leafType) {
				add(field.Type, at, path+field.Name+".", offset+field.Offset)
				continue
			}
			name := field.Name
			if path != "" { // else nothing can take its name
				if shown, ok := t.FieldByName(name); !ok || !slices.Equal(shown.Index, at) {
					name = path + name
				}
			}
			form := memberForm(field.Type)
			form.must()
			members = append(members, member{name, offset + field.Offset, form})
		}
	}
	add(t, nil, "", 0)
	return members
}
