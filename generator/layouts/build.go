package layouts

import (
	"errors"
	"html/template"
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
// Making one executable takes as long as drawing some pages, so it is left until
// the first page is drawn. It is done here for one language, because that finds
// what html/template refuses, which no label can change.
func (l *loader) build(checkers map[string]*checker, assets []Asset) *Set {
	s := &Set{layouts: map[page]*layout{}, assets: assets, shortcuts: newShortcuts()}
	address := map[string]string{}
	for _, a := range assets {
		address[a.Name] = path.Join("/", l.options.Base, a.Address)
	}
	if len(checkers) == 0 {
		return s
	}
	for i, lang := range l.options.Languages {
		w := newWords(l.languages[lang], address)
		functions := w.funcMap(l.options.Text)
		for _, k := range kinds {
			c := checkers[k.name]
			if c == nil {
				continue
			}
			made := sync.OnceValues(func() (*template.Template, error) { return executable(c, k.view, functions, w, s.shortcuts) })
			if i == 0 {
				if _, err := made(); err != nil {
					l.problems = append(l.problems, l.escapeProblem(k, err))
					delete(checkers, k.name)
					continue
				}
			}
			s.layouts[page{k.name, lang}] = &layout{made, k.view, digest(c, w.labels, address)}
		}
	}
	return s
}

// errStop ends an execution at the first byte.
var errStop = errors.New("stop")

type stopWriter struct{}

func (stopWriter) Write([]byte) (int, error) { return 0, errStop }

// executable puts the templates together and lets html/template find the
// context of every action, which it does before it executes anything.
func executable(c *checker, view reflect.Type, functions template.FuncMap, w *words, shortcuts []*shortcut) (*template.Template, error) {
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
	inline(t, w, shortcuts)
	takeShortcuts(t, shortcuts, c.prints)
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
	return source.At(pos, source.LayoutSyntax, message)
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
