package main

import (
	"cmp"
	"context"
	"encoding/json"
	"io"
	"os"
	"slices"
	"strings"

	"referat/generator/layouts"
	"referat/generator/site"
	"referat/generator/source"
)

// runWhy is the command why: it says what a file of the output folder is drawn
// from, and why the last build wrote it. It writes no file.
func runWhy(_ context.Context, args []string, stdout, stderr io.Writer) int {
	q, err := whyOptions(args)
	if err != nil {
		return explain(err, languageOf(args), stdout, stderr)
	}
	e, r := q.answer()
	switch {
	case !r.done() && q.json:
		r.printJSON(stdout)
	case !r.done():
		for _, p := range pressing(r.problems) {
			printProblem(stderr, p, r.lang)
		}
	case q.json:
		encoder := json.NewEncoder(stdout)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", "  ")
		_ = encoder.Encode(e)
	default:
		e.print(stdout, q.shown, r.lang)
	}
	if !r.done() {
		return exitProblems
	}
	return exitDone
}

// question is what why was asked.
type question struct {
	options
	path  string // of a file of the output folder, as a person names it
	since bool   // what matters is the last build
}

// explanation is what an output is drawn from.
type explanation struct {
	Output   string        `json:"output"`             // its path in the output folder
	Address  string        `json:"address,omitempty"`  // where it will stand; empty when the program no longer makes it
	Form     string        `json:"form,omitempty"`     // as site.Form, or "asset"
	Sources  []source.Path `json:"sources,omitempty"`  // the user's files whose words or facts stand in it
	Layout   *drawnWith    `json:"layout,omitempty"`   // of a page
	Kinds    []string      `json:"kinds,omitempty"`    // of pages that load it, of an asset
	Embedded []source.Path `json:"embedded,omitempty"` // files of layouts/ that are the program's, not the site's
	Fields   []field       `json:"fields,omitempty"`   // of its view
	MadeOf   []string      `json:"made_of,omitempty"`  // outputs, of a compilation
	Since    *sinceLast    `json:"since_last,omitempty"`
}

// drawnWith is a layout and all that it includes.
type drawnWith struct {
	Kind      string        `json:"kind"`
	Language  string        `json:"language"`
	Templates []source.Path `json:"templates"`
	Words     source.Path   `json:"labels_file"`
	Labels    []string      `json:"labels"`
	Assets    []source.Path `json:"assets"`
}

// answer finds the output that was asked about and explains it.
func (q question) answer() (explanation, report) {
	r := report{lang: cmp.Or(q.lang, "da")}
	b, problems := newBuilder(q.options)
	if r.add(problems...); b == nil {
		return explanation{}, r
	}
	b.asks = true
	defer b.close()
	s, r := b.survey()
	if !r.done() {
		return explanation{}, r
	}
	names := q.names(s.docs.Settings.Base)
	for _, name := range names {
		if i, found := pieceAt(s.pieces, name); found {
			return s.explain(&s.pieces[i], q.since), r
		}
	}
	if e, removed := s.removed(names); removed && q.since {
		return e, r
	}
	return explanation{}, report{problems: []source.Problem{s.unknown(q, names)}, lang: r.lang}
}

// survey is the site as a build would find it now.
type survey struct {
	*builder
	draw   artist
	pieces []piece // by path
}

// survey goes the way of build as far as to what is wanted, and writes nothing on
// that way, not even into .cache.
func (b *builder) survey() (survey, report) {
	r := report{lang: cmp.Or(b.lang, "da")}
	b.open()
	b.tree, r.problems = source.Look(os.DirFS(b.dir), b.root.FS(), b.records(nil, 0))
	pages, outputs := b.model(&r)
	if pages == nil {
		return survey{}, r
	}
	r.problems = source.Sort(r.problems)
	draw := b.artist()
	return survey{b, draw, draw.pieces(outputs, b.shelf)}, r
}

// explain tells what a piece is drawn from.
func (s survey) explain(p *piece, since bool) explanation {
	e := explanation{Output: p.Path, Address: s.address(p.Path), Form: string(p.made.Form)}
	if p.asset != nil {
		s.explainAsset(&e)
	} else {
		p.files = s.finished(p.made.Of)
		view := p.made.ViewOf(p.files)
		e.Sources, e.Fields, e.MadeOf = s.sources(p.made, view), fieldsOf(view, s.docs), p.made.Of
		if p.made.Form == site.HTML {
			e.Layout = s.layoutOf(p.made)
		}
	}
	files := e.layoutFiles()
	for _, f := range files {
		if _, own := s.tree.File(f); !own {
			e.Embedded = append(e.Embedded, f)
		}
	}
	if since {
		e.Since = s.sinceLast(p, slices.Concat(e.Sources, files))
	}
	return e
}

func (s survey) explainAsset(e *explanation) {
	e.Form = "asset"
	for _, a := range s.look.set.Assets() {
		if a.Address != e.Output {
			continue
		}
		e.Sources = a.Files
		for kind := range layouts.Kinds() {
			for _, lang := range s.docs.Languages() {
				if slices.Contains(s.look.set.Sources(kind, lang).Assets, a.Name) && !slices.Contains(e.Kinds, kind) {
					e.Kinds = append(e.Kinds, kind)
				}
			}
		}
	}
	slices.Sort(e.Kinds)
}

func (s survey) layoutOf(o site.Output) *drawnWith {
	from := s.look.set.Sources(o.Layout, o.Lang)
	l := &drawnWith{o.Layout, o.Lang, from.Templates, from.Words, from.Labels, nil}
	for _, a := range s.look.set.Assets() {
		if slices.Contains(from.Assets, a.Name) {
			l.Assets = append(l.Assets, a.Files...)
		}
	}
	return l
}

// layoutFiles are the files of layouts/ that the output is drawn with.
func (e explanation) layoutFiles() []source.Path {
	if e.Form == "asset" {
		return e.Sources
	}
	if e.Layout == nil {
		return nil
	}
	return slices.Concat(e.Layout.Templates, []source.Path{e.Layout.Words}, e.Layout.Assets)
}

// address is where an output will stand.
func (s survey) address(p string) string {
	if p == "index.html" || strings.HasSuffix(p, "/index.html") {
		p = strings.TrimSuffix(p, "index.html")
	}
	return s.docs.Settings.Base.String() + p
}
