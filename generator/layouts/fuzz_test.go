package layouts

import (
	"errors"
	"testing"
	"text/template/parse"

	"referat/generator/site"
)

// limitedWriter ends a page that grows beyond all measure.
type limitedWriter struct{ left int }

var errTooLong = errors.New("too long")

func (w *limitedWriter) Write(p []byte) (int, error) {
	if w.left -= len(p); w.left < 0 {
		return 0, errTooLong
	}
	return len(p), nil
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
	return loops > 6
}

// FuzzCheck holds what the checker promises: no text makes it panic, and what it
// accepts can be drawn from an empty view and from a full one.
func FuzzCheck(f *testing.F) {
	for _, main := range accepted {
		f.Add(main)
	}
	for _, c := range refused {
		f.Add(c.main)
	}
	m := newMinutesChecker(f)
	views := []any{site.MinutesView{}, fill(m.kind.view)}
	f.Fuzz(func(t *testing.T, main string) {
		if endless(main) {
			t.Skip()
		}
		page, refused := m.check(main)
		if refused != "" {
			return
		}
		for _, view := range views {
			if err := m.draw(page, &limitedWriter{1 << 20}, view); err != nil && !errors.Is(err, errTooLong) {
				t.Errorf("accepted, but %v", err)
			}
		}
	})
}
