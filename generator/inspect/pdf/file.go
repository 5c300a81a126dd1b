package pdf

import (
	"bytes"
	"slices"

	"referat/generator/inspect/found"
)

// file is all objects of a document, of all its revisions.
type file struct {
	data      []byte
	in        *found.Into
	objects   []*object       // in the order of the file
	newest    map[int]*object // by number
	trailers  []trailer
	loose     []byte // what stands between objects and is no part of a table of them
	notes     []byte // what stands in comments
	marks     map[int][]mark
	encrypted bool
	faults    []fault
}

// trailer is a dictionary that leads to the rest of a revision.
type trailer struct {
	dict
	at int
}

// mark is a place that looks like the start of an object.
type mark struct{ start, body, number int }

// fault is something of the file that could not be read.
type fault struct {
	object int
	why    found.Reason
}

// scan finds the objects of a file by looking for them, not by its tables: those say only what the last revision
// wants to be seen.
func scan(data []byte, in *found.Into) *file {
	f := &file{data: data, in: in, newest: map[int]*object{}, marks: map[int][]mark{}}
	all := marksOf(data)
	for _, m := range all {
		f.marks[m.number] = append(f.marks[m.number], m)
	}
	at := 0
	for _, m := range all {
		if m.start < at {
			continue // inside the object before it
		}
		f.between(at, m.start)
		at = f.object(m)
	}
	f.between(at, len(data))
	f.index()
	f.unpack()
	f.index()
	for _, o := range f.objects {
		if o.is("XRef") {
			f.trailers = append(f.trailers, trailer{o.dict(), o.at})
		}
	}
	slices.SortStableFunc(f.trailers, func(a, b trailer) int { return a.at - b.at })
	for _, t := range f.trailers {
		f.encrypted = f.encrypted || t.dict["Encrypt"] != nil
	}
	return f
}

// index finds the newest object of each number.
func (f *file) index() {
	for _, o := range f.objects {
		f.newest[o.number] = o
	}
}

// marksOf finds each "1 0 obj".
func marksOf(data []byte) []mark {
	var all []mark
	for at := 0; ; {
		n := bytes.Index(data[at:], []byte("obj"))
		if n < 0 {
			return all
		}
		body := at + n + len("obj")
		at = body
		end := skipBack(data, body-len("obj"), isBlank)
		generation := skipBack(data, end, isDigit)
		gap := skipBack(data, generation, isBlank)
		start := skipBack(data, gap, isDigit)
		number, ok := whole(data[start:gap])
		if ok && generation < end && gap < generation && start < gap {
			all = append(all, mark{start, body, number})
		}
	}
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func skipBack(data []byte, at int, skip func(byte) bool) int {
	for at > 0 && skip(data[at-1]) {
		at--
	}
	return at
}

// object reads the object at a mark, and tells where it ends.
func (f *file) object(m mark) (end int) {
	r := &reader{data: f.data, at: m.body, refs: true}
	o := &object{number: m.number, at: m.start}
	f.objects = append(f.objects, o)
	v, ok := r.next()
	if !ok || v == word("endobj") {
		return r.at
	}
	o.value = v
	before := r.at
	next, _ := r.next()
	if next == word("stream") {
		r.at = f.stream(o, r.at)
		before = r.at
		next, _ = r.next()
	}
	f.notes = append(f.notes, r.notes...)
	if next != word("endobj") {
		return before
	}
	return r.at
}

// stream takes the bytes of a stream, by its length when that leads to its end, else up to the word that ends it.
func (f *file) stream(o *object, at int) (end int) {
	o.stream = true
	if bytes.HasPrefix(f.data[at:], []byte("\r\n")) {
		at += 2
	} else if at < len(f.data) && (f.data[at] == '\n' || f.data[at] == '\r') {
		at++
	}
	for _, length := range f.lengths(o.dict()["Length"]) {
		if length > len(f.data)-at {
			continue
		}
		if rest := f.data[at+length:]; bytes.HasPrefix(bytes.TrimLeft(rest[:min(len(rest), 20)], "\r\n \x00\t"), []byte("endstream")) {
			o.raw = f.data[at : at+length]
			return at + length + bytes.Index(rest, []byte("endstream")) + len("endstream")
		}
	}
	o.guessed = true
	n := bytes.Index(f.data[at:], []byte("endstream"))
	if n < 0 {
		o.raw = f.data[at:]
		f.fail(o.number, found.Damaged)
		return len(f.data)
	}
	o.raw = bytes.TrimRight(f.data[at:at+n], "\r\n")
	return at + n + len("endstream")
}

// lengths are what the length of a stream may be: a reference may lead to several objects.
func (f *file) lengths(v any) []int {
	switch v := v.(type) {
	case float64:
		if v >= 0 && v < 1<<31 {
			return []int{int(v)}
		}
	case ref:
		var all []int
		marks := f.marks[v.number]
		for _, m := range marks[:min(len(marks), 10)] {
			r := &reader{data: f.data, at: m.body}
			if n, _ := r.next(); n != nil {
				if n, is := n.(float64); is && n >= 0 && n < 1<<31 {
					all = append(all, int(n))
				}
			}
		}
		return all
	}
	return nil
}

func (f *file) fail(object int, why found.Reason) { f.faults = append(f.faults, fault{object, why}) }

// between reads what stands between two objects: tables, trailers, comments. What is none of these may be anything.
func (f *file) between(from, to int) {
	gap := f.data[from:to]
	r := &reader{data: gap, refs: true}
	for {
		start := r.at
		v, ok := r.next()
		if !ok {
			break
		}
		switch v := v.(type) {
		case dict:
			f.trailers = append(f.trailers, trailer{v, from + start})
		case float64, nil:
		case word:
			if !slices.Contains([]word{"xref", "trailer", "startxref", "n", "f", "endobj", ">>"}, v) {
				f.loose = append(append(f.loose, gap[start:r.at]...), '\n')
			}
		default:
			f.loose = append(append(f.loose, gap[start:r.at]...), '\n')
		}
	}
	f.notes = append(f.notes, r.notes...)
}

// unpack reads the objects in object streams. They follow the stream that they are in.
func (f *file) unpack() {
	var all []*object
	for _, o := range f.objects {
		all = append(all, o)
		if o.stream && o.is("ObjStm") {
			all = append(all, f.packed(o)...)
		}
	}
	f.objects = all
}

func (f *file) packed(o *object) []*object {
	data, done := f.decode(o)
	if !done {
		return nil // told by decode
	}
	first, _ := f.resolve(o.dict()["First"]).(float64)
	if first < 0 || int(first) > len(data) {
		f.fail(o.number, found.Damaged)
		return nil
	}
	head := &reader{data: data[:int(first)]}
	var all []*object
	for {
		number, more := head.next()
		offset, whole := head.next()
		if !more || !whole {
			break
		}
		n, isNumber := number.(float64)
		at, isPlace := offset.(float64)
		if !isNumber || !isPlace || n < 0 || n > 1<<30 || at < 0 || int(first)+int(at) > len(data) || len(all) == maxObjects {
			f.fail(o.number, found.Damaged)
			break
		}
		r := &reader{data: data, at: int(first) + int(at), refs: true}
		v, _ := r.next()
		all = append(all, &object{number: int(n), at: o.at, value: v})
	}
	return all
}

// resolve follows a reference to the newest object of its number.
func (f *file) resolve(v any) any {
	for range 10 {
		to, is := v.(ref)
		if !is {
			return v
		}
		o := f.newest[to.number]
		if o == nil {
			return nil
		}
		v = o.value
	}
	return nil
}

// dictAt is the dictionary that a value is or refers to.
func (f *file) dictAt(v any) dict {
	d, _ := f.resolve(v).(dict)
	return d
}
