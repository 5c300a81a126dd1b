package main

import (
	"embed"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"referat/layouts"
)

// project are the settings and layouts of every twin; all: takes _partials too.
//
//go:embed all:site
var project embed.FS

// longList is from how many meetings on a list is cut by time, as in our own site.
const longList = 100

// convert writes the twin of a site and gives the number of meetings in it.
func convert(from fs.FS, out string) (int, error) {
	w := &writer{dir: out}
	w.tree(project, "site", "")
	for _, asset := range []string{"style.css", "icon.svg"} {
		w.copy(layouts.Files, "assets/"+asset, "assets/"+asset)
	}
	w.copy(from, "content/genomtal/genomer.csv", "assets/genomer.csv")
	w.page("content/was.md", `title = "Tilgængelighedserklæring"`)
	w.page("content/referater/_index.md", `title = "Referater"`)
	w.page("content/udvalg/_index.md", `title = "Udvalg"`)
	w.page("content/patientgrupper/_index.md", `title = "Patientgrupper"`)
	w.copy(from, "content/index.md", "content/_index.md")
	w.copy(from, "content/om.md", "content/om.md")
	if facts, err := fs.ReadFile(from, "content/genomtal/genomer.toml"); w.noted(err) {
		w.page("content/genomtal/_index.md", strings.TrimSpace(string(facts)))
	}
	w.committees(from)
	w.groups(from)
	n := w.meetings(from)
	return n, w.err
}

// writer writes files below a folder until one cannot be written.
type writer struct {
	dir string
	err error // the first
}

// noted tells that there is no error, and keeps the first there is.
func (w *writer) noted(err error) bool {
	if w.err == nil {
		w.err = err
	}
	return err == nil
}

func (w *writer) put(name string, data []byte) {
	if w.err != nil {
		return
	}
	file := filepath.Join(w.dir, filepath.FromSlash(name))
	if w.noted(os.MkdirAll(filepath.Dir(file), 0o755)) {
		w.noted(os.WriteFile(file, data, 0o644))
	}
}

// page is a page that has front matter only.
func (w *writer) page(name, front string) { w.put(name, []byte("+++\n"+front+"\n+++\n")) }

func (w *writer) copy(from fs.FS, name, to string) {
	if data, err := fs.ReadFile(from, name); w.noted(err) {
		w.put(to, data)
	}
}

// tree copies a folder.
func (w *writer) tree(from fs.FS, dir, to string) {
	w.noted(fs.WalkDir(from, dir, func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			w.copy(from, name, path.Join(to, strings.TrimPrefix(name, dir+"/")))
		}
		return err
	}))
}

// each reads the files of a pattern.
func (w *writer) each(from fs.FS, pattern string, use func(name string, d document)) int {
	names, err := fs.Glob(from, pattern)
	w.noted(err)
	for _, name := range names {
		data, err := fs.ReadFile(from, name)
		if !w.noted(err) {
			break
		}
		d, err := split(string(data))
		if !w.noted(err) {
			w.err = fmt.Errorf("%s: %w", name, w.err)
			break
		}
		use(name, d)
	}
	return len(names)
}

// committees writes each committee's page, and its list of minutes, which has
// the same title.
func (w *writer) committees(from fs.FS) {
	w.each(from, "content/udvalg/*.md", func(name string, d document) {
		w.put(name, d.bytes())
		title, _, _ := strings.Cut(d.front, "\n") // what the corpus writes first
		w.page("content/referater/"+stem(name)+"/_index.md", title)
	})
}

func (w *writer) groups(from fs.FS) {
	w.each(from, "content/patientgrupper/*.md", func(name string, d document) {
		d.text, _ = rewrite(d.text, path.Dir(name))
		d.front = addresses(d.front, path.Dir(name))
		w.put("content/patientgrupper/"+stem(name)+"/_index.md", d.bytes())
	})
}

// meetings writes the minutes with the lists by time that they stand in.
func (w *writer) meetings(from fs.FS) int {
	const pattern = "content/referater/*/*.md"
	names, err := fs.Glob(from, pattern)
	w.noted(err)
	ofYear, ofCommittee := map[string]int{}, map[string]int{}
	for _, name := range names {
		ofYear[stem(name)[:len("2006")]]++
		ofCommittee[path.Base(path.Dir(name))]++
	}
	return w.each(from, pattern, func(name string, d document) {
		committee, day := path.Base(path.Dir(name)), stem(name)
		year := day[:len("2006")]
		lists := map[string]string{"aar": year}
		if ofYear[year] > longList {
			lists["maaned"] = day[:len("2006-01")]
		}
		if ofCommittee[committee] > longList {
			lists["udvalgsaar"] = committee + "-" + year
		}
		d, err := meeting(d, path.Dir(name), lists)
		if !w.noted(err) {
			w.err = fmt.Errorf("%s: %w", name, w.err)
		}
		w.put(name, d.bytes())
	})
}

// stem is a file's name without folder and ending.
func stem(name string) string { return strings.TrimSuffix(path.Base(name), ".md") }
