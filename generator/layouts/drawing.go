package layouts

import (
	"fmt"
	"io"
	"reflect"
	"sync"
)

// drawing is one page being drawn.
type drawing struct {
	to   io.Writer
	out  []byte // not yet written
	vars []reflect.Value
	at   string // the place of the function called last, for an error
}

// spareDrawings keeps the memory of drawings for the next page.
type spareDrawings struct{ sync.Pool }

// full is how many bytes are written at once.
const full = 1 << 16

// writeError is the panic of a page that cannot be written.
type writeError struct{ error }

func (d *drawing) write(p []byte) {
	if d.out = append(d.out, p...); len(d.out) >= full {
		d.flush()
	}
}

func (d *drawing) writeString(s string) {
	if d.out = append(d.out, s...); len(d.out) >= full {
		d.flush()
	}
}

func (d *drawing) flush() {
	d.at = ""
	if _, err := d.to.Write(d.out); err != nil {
		panic(writeError{err})
	}
	d.out = d.out[:0]
}

// draw writes the page of a view. A function that panics gives an error with its
// place.
func (p *program) draw(w io.Writer, view any) (err error) {
	d, ok := p.spare.Get().(*drawing)
	if !ok {
		d = &drawing{vars: make([]reflect.Value, p.slots)}
	}
	d.to = w
	defer func() {
		switch fault := recover().(type) {
		case nil:
			clear(d.vars)
			d.to, d.out = nil, d.out[:0]
			p.spare.Put(d)
		case writeError:
			err = fault.error
		case error: // a function's own, which its caller may know
			err = fmt.Errorf("%s: %w", d.at, fault)
		default:
			err = fmt.Errorf("%s: %v", d.at, fault)
		}
	}()
	p.body(d, reflect.ValueOf(view))
	d.flush()
	return nil
}
