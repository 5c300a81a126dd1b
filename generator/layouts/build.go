package layouts

import (
	"errors"
	"html/template"
	"io"
	"path"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"text/template/parse"
	"unicode/utf8"

	"referat/generator/source"
)

// build makes a layout of every checked kind of page in every language.
//
// Making one ready takes as long as drawing some pages, so it is left until the
// first page is drawn. In one language html/template looks at it here, because
// that finds what it refuses, which no label can change.
func (l *loader) build(checkers map[string]*checker, assets []Asset) *Set {
	s := &Set{layouts: map[page]*layout{}, assets: assets}
	address := map[string]string{}
	for _, a := range assets {
		address[a.Name] = path.Join("/", l.options.Base, a.Address)
	}
	if len(checkers) == 0 {
		return s
	}
	known := newShortcuts()
	for i, lang := range l.options.Languages {
		w := newWords(l.languages[lang], address)
		functions := w.funcMap(l.options.Text)
		for _, k := range kinds {
			c := checkers[k.name]
			if c == nil {
				continue
			}
			if i == 0 {
				if _, err := interpreted(c, k.view, functions); err != nil {
					l.problems = append(l.problems, l.escapeProblem(k, err))
					delete(checkers, k.name)
					continue
				}
			}
			made := sync.OnceValues(func() (drawer, error) { return newDrawer(c, k.view, w, l.options.Text, known) })
			s.layouts[page{k.name, lang}] = &layout{made, k.view, digest(c, w.labels, address), c, w.labels}
		}
	}
	return s
}

// errStop ends an execution at the first byte.
var errStop = errors.New("stop")

type stopWriter struct{}

func (stopWriter) Write([]byte) (int, error) { return 0, errStop }

// drawer draws pages of one kind in one language: a program, or html/template's
// interpreter for what cannot be compiled.
type drawer struct {
	program     *program
	interpreter *template.Template // when there is no program
}

func newDrawer(c *checker, view reflect.Type, w *words, text Text, known []*shortcut) (drawer, error) {
	p, err := compile(c, view, w, text, known)
	if err == nil {
		return drawer{program: p}, nil
	}
	t, err := interpreted(c, view, w.funcMap(text))
	return drawer{interpreter: t}, err
}

func (d drawer) draw(w io.Writer, view any) error {
	if d.program == nil {
		return d.interpreter.Execute(w, view)
	}
	return d.program.draw(w, view)
}

// interpreted puts the templates together and lets html/template find the
// context of every action, which it does before it executes anything.
func interpreted(c *checker, view reflect.Type, functions template.FuncMap) (*template.Template, error) {
	t := template.New(frame).Funcs(functions)
	for name := range c.uses.templates {
		if _, err := t.AddParseTree(name, c.templates[name].tree.Copy()); err != nil {
			return nil, err
		}
	}
	t = t.Lookup(frame)
	if err := t.Execute(stopWriter{}, reflect.Zero(view).Interface()); err != nil && !errors.Is(err, errStop) {
		return nil, err
	}
	return t, nil
}

// escapeProblem tells what html/template refuses, such as an action between two
// tags of which only one is closed. It knows the place of most such things.
func (l *loader) escapeProblem(k kind, err error) source.Problem {
	pos := source.Pos{Path: l.path(k.file())}
	message := strings.TrimPrefix(err.Error(), "html/template:")
	if fault := (*template.Error)(nil); errors.As(err, &fault) {
		message = fault.Description
		if fault.Node != nil {
			location, _ := (*parse.Tree)(nil).ErrorContext(fault.Node)
			pos = l.location(location, pos)
		}
	}
	return source.At(pos, source.LayoutSyntax, complaint(message))
}

// location reads "partials/link.html:12:7", where the column counts bytes from 0.
func (l *loader) location(location string, otherwise source.Pos) source.Pos {
	parts := strings.Split(location, ":")
	if len(parts) < 3 {
		return otherwise
	}
	f := l.files[strings.Join(parts[:len(parts)-2], ":")]
	line, err1 := strconv.Atoi(parts[len(parts)-2])
	col, err2 := strconv.Atoi(parts[len(parts)-1])
	if f == nil || err1 != nil || err2 != nil {
		return otherwise
	}
	lines := strings.Split(f.text, "\n")
	if line < 1 || line > len(lines) {
		return otherwise
	}
	before := lines[line-1]
	return source.Pos{Path: f.path, Line: line, Col: utf8.RuneCountInString(before[:min(col, len(before))]) + 1}
}
