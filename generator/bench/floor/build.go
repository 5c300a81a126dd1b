package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/html"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
)

// names are what pages call committees and groups, by their files' names.
type names struct{ committees, groups map[string]string }

// build makes the pages of all minutes. What the neighbours of a page are is
// told by the names of the files, so that no page waits for another.
func build(site, out string) error {
	content := filepath.Join(site, "content")
	files, err := filepath.Glob(filepath.Join(content, "referater", "*", "*.md"))
	if err != nil {
		return err
	}
	slices.SortFunc(files, func(a, b string) int { return strings.Compare(stem(a), stem(b)) })
	called := names{titles(filepath.Join(content, "udvalg")), titles(filepath.Join(content, "patientgrupper"))}
	return onAll(len(files), func(next func() (int, bool)) error {
		w := newWorker(called, out)
		for i, ok := next(); ok; i, ok = next() {
			p := page{place: stem(files[i])}
			if i > 0 && sameFolder(files[i-1], files[i]) {
				p.before = stem(files[i-1])
			}
			if i+1 < len(files) && sameFolder(files[i+1], files[i]) {
				p.after = stem(files[i+1])
			}
			if err := w.make(files[i], &p); err != nil {
				return fmt.Errorf("%s: %w", files[i], err)
			}
		}
		return nil
	})
}

// stem is a file's place below content/referater, "drift/2023-11-07".
func stem(file string) string {
	dir, name := filepath.Split(file)
	return filepath.Base(dir) + "/" + strings.TrimSuffix(name, ".md")
}

func sameFolder(a, b string) bool { return filepath.Dir(a) == filepath.Dir(b) }

// titles are the titles of a folder's files; the corpus writes them first.
func titles(dir string) map[string]string {
	called := map[string]string{}
	files, _ := filepath.Glob(filepath.Join(dir, "*.md")) // the pattern is well formed
	for _, file := range files {
		data, _ := os.ReadFile(file) // without it the page has no name, and the work is the same
		_, rest, _ := strings.Cut(string(data), `title = "`)
		title, _, _ := strings.Cut(rest, `"`)
		called[strings.TrimSuffix(filepath.Base(file), ".md")] = title
	}
	return called
}

// worker makes one page after another with its own tools.
type worker struct {
	names    names
	out      string
	markdown goldmark.Markdown
	minifier *minify.M
	drawn    bytes.Buffer // whole page
	small    bytes.Buffer // the same, minified
}

func newWorker(called names, out string) *worker {
	w := &worker{names: called, out: out, minifier: minify.New(),
		markdown: goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList),
			goldmark.WithParserOptions(parser.WithAutoHeadingID()))}
	w.minifier.Add("text/html", &html.Minifier{KeepDocumentTags: true, KeepEndTags: true})
	return w
}

// make is the way of one page, from the file to the file.
func (w *worker) make(file string, p *page) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	front, text, found := bytes.Cut(bytes.TrimPrefix(data, []byte("+++\n")), []byte("\n+++\n"))
	if !found {
		return errors.New("no front matter")
	}
	if err := toml.Unmarshal(front, &p.meta); err != nil {
		return err
	}
	if p.text, err = w.convert(text); err != nil {
		return err
	}
	w.drawn.Reset()
	draw(&w.drawn, p, w.names)
	w.small.Reset()
	if err := w.minifier.Minify("text/html", &w.small, &w.drawn); err != nil {
		return err
	}
	dir := filepath.Join(w.out, "referater", filepath.FromSlash(p.place))
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "index.html"), w.small.Bytes(), 0o644)
}
