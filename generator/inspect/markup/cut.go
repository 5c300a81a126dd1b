package markup

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"

	"referat/generator/inspect/letters"
)

// Cuts are what is to be cut out of XML.
type Cuts struct {
	Prefixes map[string]string
	Open     func(e *Element)              // may set Drop or Empty of an element, or of those above it
	Attr     func(e *Element, a Attr) bool // an attribute is to be cut
}

// span is where bytes are.
type span struct{ from, to int64 }

// cutter is a file of XML while its parts to be cut are looked for.
type cutter struct {
	cuts   *Cuts
	data   []byte
	read   *reading // for its names and stack
	starts []span   // of the elements that are open: where the tag begins and ends
	spans  []span   // to be cut
}

// Cut is XML without what rules say. All other bytes stay as they are.
func Cut(data []byte, c *Cuts) ([]byte, error) {
	plain := letters.FromUTF16(data)
	d := xml.NewDecoder(bytes.NewReader(plain))
	d.CharsetReader = func(charset string, in io.Reader) (io.Reader, error) {
		return nil, errors.ErrUnsupported
	}
	k := &cutter{cuts: c, data: plain, read: &reading{rules: &Rules{Prefixes: c.Prefixes}, stack: make([]Element, 0, maxDepth), names: map[xml.Name]string{}}}
	recoded := len(plain) != len(data) && !bytes.HasSuffix(data, plain)
	for {
		from := d.InputOffset()
		t, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, errors.New("not well-formed")
		}
		switch t := t.(type) {
		case xml.StartElement:
			if len(k.read.stack) == cap(k.read.stack) {
				return nil, errTooDeep
			}
			k.open(t, span{from, d.InputOffset()})
		case xml.EndElement:
			k.close(from, d.InputOffset())
		case xml.ProcInst:
			if t.Target == "xml" && recoded {
				k.spans = append(k.spans, span{from, d.InputOffset()})
			}
		}
	}
	return k.rest(), nil
}

func (k *cutter) open(t xml.StartElement, tag span) {
	e := k.read.element(t)
	k.starts = append(k.starts, tag)
	if k.cuts.Open != nil {
		k.cuts.Open(e)
	}
	if k.cuts.Attr == nil {
		return
	}
	places := attributes(k.data[tag.from:tag.to])
	for i, a := range e.Attrs {
		if i < len(places) && k.cuts.Attr(e, a) {
			k.spans = append(k.spans, span{tag.from + places[i].from, tag.from + places[i].to})
		}
	}
}

func (k *cutter) close(from, to int64) {
	last := len(k.starts) - 1
	e, tag := &k.read.stack[last], k.starts[last]
	switch {
	case e.Drop:
		k.spans = append(k.spans, span{tag.from, to})
	case e.Empty:
		k.spans = append(k.spans, span{tag.to, max(from, tag.to)})
	}
	k.read.stack, k.starts = k.read.stack[:last], k.starts[:last]
}

// rest is what is not cut.
func (k *cutter) rest() []byte {
	slices.SortFunc(k.spans, func(a, b span) int { return int(a.from - b.from) })
	left := make([]byte, 0, len(k.data))
	at := int64(0)
	for _, s := range k.spans {
		if s.from > at {
			left = append(left, k.data[at:s.from]...)
		}
		at = max(at, s.to)
	}
	return append(left, k.data[at:]...)
}

// attributes are where the attributes of a tag are, each with the space before it.
func attributes(tag []byte) (places []span) {
	const space = " \t\r\n"
	at := bytes.IndexAny(tag, space+"/>")
	for at >= 0 && at < len(tag) {
		from := at
		at += len(tag[at:]) - len(bytes.TrimLeft(tag[at:], space))
		equals := bytes.IndexByte(tag[at:], '=')
		if equals < 0 {
			break
		}
		at += equals + 1
		at += len(tag[at:]) - len(bytes.TrimLeft(tag[at:], space))
		if at >= len(tag) {
			break
		}
		end := bytes.IndexByte(tag[at+1:], tag[at])
		if end < 0 {
			break
		}
		at += end + 2
		places = append(places, span{int64(from), int64(at)})
	}
	return places
}
