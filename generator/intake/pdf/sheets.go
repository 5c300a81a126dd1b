package pdf

import (
	"context"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Sheet is all that stands on a page, whether or not a reader of the page sees it.
type Sheet struct {
	Text    string  // every letter, in the order of the file
	Seen    int     // letters that a reader of the page sees
	Hidden  int     // letters that he does not, whatever hides them
	Covered int     // those of them that something drawn over them hides
	Unnamed int     // letters whose font does not say what they are
	Picture float64 // the part of the page that its largest picture takes
	Drawn   int     // things on it that are no letters
}

// What makes a page a picture: hardly a letter beside a picture of half of the page, as of one that has been scanned and stamped; or no
// letter at all, and drawings such as letters become that are drawn as lines.
const (
	mostly   = 0.5
	stamped  = 150
	drawings = 20
)

// ImageOnly tells that what the page says is in a picture, which nobody can read here.
func (s Sheet) ImageOnly() bool {
	if s.Seen == 0 {
		return s.Picture > logo || s.Drawn > drawings
	}
	return s.Picture >= mostly && s.Seen < stamped
}

// Sheets reads all that stands on the pages of a document. It is for whoever must know what is in it, not for whoever wants to read it.
func Sheets(ctx context.Context, data []byte, cache string) ([]Sheet, error) {
	e, err := startEngine(ctx, cache)
	if err != nil {
		return nil, err
	}
	defer e.close()
	b, err := open(ctx, e, data)
	if err != nil {
		return nil, err
	}
	b.exact = true
	var sheets []Sheet
	for i := range b.pages {
		unnamed := b.unnamed
		l := load(b, i)
		if err := b.fault(ctx); err != nil {
			return sheets, err
		}
		s := l.whole()
		s.Unnamed = b.unnamed - unnamed
		sheets = append(sheets, s)
	}
	return sheets, nil
}

// whole is all that stands on a page.
func (l *loaded) whole() Sheet {
	s := Sheet{Drawn: l.drawings}
	var text strings.Builder
	for _, group := range append([][]glyph{l.glyphs, l.slanted}, l.others...) {
		for i := range group {
			g := &group[i]
			if g.blank {
				text.WriteByte(' ')
			}
			text.WriteString(spelled(g.letter))
			switch {
			case g.fate < hidden:
				s.Seen++
			case g.fate == covered:
				s.Covered++
				s.Hidden++
			default:
				s.Hidden++
			}
		}
		text.WriteByte('\n')
	}
	s.Text = norm.NFC.String(text.String())
	for _, shape := range l.shapes {
		if area := l.box.width() * l.box.height(); shape.image && area > 0 {
			s.Picture = max(s.Picture, shape.width()*shape.height()/area)
		}
	}
	return s
}
