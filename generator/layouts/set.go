package layouts

import (
	"errors"
	"fmt"
	"io"
	"reflect"

	"referat/generator/site"
)

// Set is the layouts of a site, ready to draw pages. It does not change, so any
// number of goroutines may use it.
type Set struct {
	layouts map[page]*layout
	assets  []Asset
	feeds   map[string]feedWords // by language
}

// page is a kind of page in a language.
type page struct {
	kind, lang string
}

type layout struct {
	drawer  func() (drawer, error)
	view    reflect.Type
	digest  [32]byte
	checked *checker
	labels  *labels
}

// Render draws a page of a kind from its view in a language that the set was
// loaded with. On an error, which names the layout, w has got part of the page.
func (s *Set) Render(w io.Writer, kind, lang string, view any) (err error) {
	defer func() {
		switch fault := recover().(type) {
		case nil:
		case error:
			err = fault
		default:
			err = fmt.Errorf("%v", fault)
		}
		if err != nil {
			err = fmt.Errorf("%s/%s.html in %q: %w", folder, kind, lang, err)
		}
	}()
	l := s.layouts[page{kind, lang}]
	if l == nil {
		return errors.New("there is no such layout, or it has problems")
	}
	if t := reflect.TypeOf(view); t != l.view {
		return fmt.Errorf("it draws %s, not %s", l.view, describe(t))
	}
	d, err := l.drawer()
	if err != nil {
		return err
	}
	return d.draw(w, view)
}

// Digest is a digest of all that decides how a kind of page is drawn in
// a language, beside the view and the program: the templates it can reach, and
// the labels and assets that they name. Of site.FeedWords it covers the labels
// that feeds may have. It is zero of a kind that has problems.
func (s *Set) Digest(kind, lang string) [32]byte {
	if kind == site.FeedWords {
		return s.feeds[lang].digest
	}
	if l := s.layouts[page{kind, lang}]; l != nil {
		return l.digest
	}
	return [32]byte{}
}

// Assets gives the assets that layouts name, by their names in order.
func (s *Set) Assets() []Asset { return s.assets }
