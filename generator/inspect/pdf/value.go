package pdf

// The values of a PDF file. A number is a float64, null is nil, and a word is whatever is none of the others:
// true, endobj, an operator of a page.
type (
	name  string
	text  []byte
	word  string
	array []any
	dict  map[name]any
	ref   struct{ number, generation int }
)

// object is a value as it stands in the file under a number; the file may hold others with that number.
type object struct {
	number int
	at     int // where it begins, or the object stream that it is in
	value  any
	raw    []byte // of a stream, as the file has it
	stream bool

	guessed bool // the stream is taken to end where the file says so first, since its length leads nowhere
}

// dict is the object's dictionary, if it is one or has one.
func (o *object) dict() dict {
	if o == nil {
		return nil
	}
	d, _ := o.value.(dict)
	return d
}

// is tells what an object says that it is.
func (o *object) is(typ name) bool { return o.dict()["Type"] == typ }

func (o *object) subtype() name {
	s, _ := o.dict()["Subtype"].(name)
	return s
}

// each calls what it is given for a value and all that is in it, with the key that it stands under; of an entry
// of an array that is the array's. It goes on into a value when that is wanted.
func each(key name, v any, call func(key name, v any) (into bool)) {
	if !call(key, v) {
		return
	}
	switch v := v.(type) {
	case array:
		for _, e := range v {
			each(key, e, call)
		}
	case dict:
		for _, k := range sortedKeys(v) {
			each(k, v[k], call)
		}
	}
}
