package layouts

import (
	"bytes"
	"errors"
	"io"
	"math/rand/v2"
	"testing"
	"text/template/parse"

	"referat/generator/site"
)

// limitedWriter ends a page that grows beyond all measure.
type limitedWriter struct {
	to   io.Writer
	left int
}

var errTooLong = errors.New("too long")

func (w *limitedWriter) Write(p []byte) (int, error) {
	if w.left -= len(p); w.left < 0 {
		return 0, errTooLong
	}
	return w.to.Write(p)
}

// endless tells a template that could draw for ever, though correctly.
func endless(main string) bool {
	trees, err := parseText("x", main)
	if err != nil {
		return false
	}
	loops := 0
	for _, tree := range trees {
		walk(tree.Root, func(n parse.Node) {
			switch n := n.(type) {
			case *parse.RangeNode, *parse.TemplateNode:
				loops++
			case *parse.NumberNode:
				if n.Int64 > 20 {
					loops = 100
				}
			}
		})
	}
	return loops > 4
}

// FuzzCheck holds what the checker and the compiler promise: no text makes them
// panic, what is accepted can be drawn from an empty view and from a full one,
// and what is compiled gives the bytes of html/template.
func FuzzCheck(f *testing.F) {
	for _, main := range accepted {
		f.Add(main)
	}
	for _, c := range refused {
		f.Add(c.main)
	}
	m := newMinutesChecker(f)
	views := []any{site.MinutesView{}, fill(m.kind.view), grammar{rand.New(rand.NewPCG(5, 6))}.someView(m.kind.view)}
	f.Fuzz(func(t *testing.T, main string) {
		if endless(main) {
			return // it would loop for minutes
		}
		interpreter, program, refused := m.both(main)
		if refused != "" {
			return
		}
		if program == nil && !setsWithin(main) {
			t.Error("not compiled")
		}
		for _, view := range views {
			var want, got bytes.Buffer
			err := interpreter.Execute(&limitedWriter{&want, 1 << 20}, view)
			if errors.Is(err, errTooLong) {
				continue
			}
			if err != nil {
				t.Errorf("accepted, but %v", err)
			}
			if program == nil {
				continue
			}
			if err := program.draw(&got, view); err != nil || got.String() != want.String() {
				t.Errorf("%v\ngot  %s\nwant %s", err, got.String(), want.String())
			}
		}
	})
}
