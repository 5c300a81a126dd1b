// Package check holds a finished site to rules, by its files alone: whatever made
// them, this is what a reader will get.
//
// Every file of the folder is read once, on as many workers as there are processors,
// and only then are files compared with each other. The rules:
//
//   - every address of the site's own leads to a file, and its #fragment to a place
//     there: in HTML and SVG, in style sheets, in JSON, CSV, sitemap, feeds and calendars, and in
//     the rules for web servers;
//   - nothing runs or styles that is not a file of the site's own: no style, script or
//     handler in a page, no javascript:, no resource from elsewhere or over http:;
//   - the sitemap has every page that search engines may know, and robots.txt names it;
//   - every page links to the accessibility statement;
//   - a web server knows the type of every file.
//
// Outside addresses are listed for whoever asks them (Result.Outside); this package does
// not use the network. It knows files, and may not know what they were made from.
package check

import (
	"bytes"
	"context"
	"hash/maphash"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"referat/generator/hosting"
	"referat/generator/source"
)

// Site is what is known of the site beforehand.
type Site struct {
	Origin    string // scheme and host of its address: "https://ngc.dk"
	Base      string // path of its address, escaped; ends in a slash
	Statement string // path of the page about accessibility, below the base: "was/index.html"
}

// Finding is what a rule has against some files.
type Finding struct {
	Code  source.Code
	What  string   // an address as it is written, an attribute, an element, the end of a name; "" of the whole file
	More  string   // of an address of another site: what it answered
	Files []string // slash paths below the folder, sorted; never empty
}

// Result is what a check found, and how much it looked at.
type Result struct {
	Findings     []Finding // by their first files
	Files, Pages int
	Addresses    int                 // distinct ones of the site's own
	Outside      map[string][]string // addresses of other sites that pages link to, and the files that do
}

// Folder checks the files of a folder. Names are slash paths below it, sorted.
func Folder(ctx context.Context, dir string, names []string, s Site, progress func(done, all int)) (Result, error) {
	c := &checker{site: s, names: names, files: make([]file, len(names)), seed: maphash.MakeSeed(), all: newMarks()}
	found := make([]*reader, runtime.GOMAXPROCS(0))
	var next, done atomic.Int64
	var wg sync.WaitGroup
	for w := range found {
		r := &reader{checker: c, marks: newMarks(), places: map[string]*place{}}
		found[w] = r
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(names) && ctx.Err() == nil && r.err == nil; i = int(next.Add(1)) - 1 {
				r.read(dir, i)
				progress(int(done.Add(1)), len(names))
			}
		})
	}
	wg.Wait()
	if ctx.Err() != nil {
		return Result{}, context.Cause(ctx)
	}
	for _, r := range found {
		if r.err != nil {
			return Result{}, r.err
		}
		c.all.take(r.marks)
	}
	c.compare()
	return c.result(), nil
}

// checker is one check of a folder.
type checker struct {
	site  Site
	names []string
	files []file
	seed  maphash.Seed
	all   marks
}

// file is what the comparison has to know of a file.
type file struct {
	page   bool     // HTML
	quiet  bool     // search engines are not to know it
	moved  bool     // it only leads elsewhere
	stated bool     // it links to the statement
	listed bool     // the sitemap names it
	places []uint64 // what stands for its ids
}

// marks are what the files hold.
type marks struct {
	own      map[string]*address // of the site, by their paths
	outside  map[string]*uses    // addresses of other sites, as they are written
	listed   []string            // addresses that the sitemap lists
	mapped   bool                // robots.txt names the sitemap
	findings []Finding
}

func newMarks() marks { return marks{own: map[string]*address{}, outside: map[string]*uses{}} }

// address is where links of the site lead, but for their fragments.
type address struct {
	files  uses    // that have it
	asked  []asked // places there
	target int     // the number of the file that answers; -1 of none
}

// asked is a link to a place.
type asked struct {
	place *place
	by    int32 // the file's number
}

// place is an id or a fragment. Pages have very many of few words, so that each is kept once.
type place struct {
	name string // of a fragment, as it is written
	hash uint64 // of what it means
}

// reader is one of the workers.
type reader struct {
	*checker
	marks
	err error

	number int // of the file at hand
	buffer []byte
	scan   scanner
	inside []*place          // that links of the page at hand lead to
	places map[string]*place // by their names
}

// read reads a file, if its kind has anything for the rules.
func (r *reader) read(dir string, number int) {
	r.number = number
	name := r.names[number]
	look := lookAt(name)
	if look == nil {
		return
	}
	if r.buffer, r.err = load(filepath.Join(dir, filepath.FromSlash(name)), r.buffer); r.err == nil {
		look(r, r.buffer)
	}
}

// load reads a file into a buffer, which grows when it must.
func load(name string, buffer []byte) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	into := bytes.NewBuffer(buffer[:0])
	into.Grow(int(info.Size()) + bytes.MinRead)
	_, err = into.ReadFrom(f)
	return into.Bytes(), err
}

// lookAt gives what reads a file of that name, nil of what holds no address.
func lookAt(name string) func(r *reader, text []byte) {
	if hosting.Hidden(name) {
		return (*reader).serverRules
	}
	switch strings.ToLower(path.Ext(name)) {
	case ".html":
		return (*reader).page
	case ".svg":
		return (*reader).drawing
	case ".json":
		return (*reader).json
	case ".xml", ".atom":
		return (*reader).xml
	case ".csv":
		return (*reader).csv
	case ".ics":
		return (*reader).calendar
	case ".css":
		return (*reader).styles
	}
	if name == robots {
		return (*reader).robots
	}
	return nil
}

func (r *reader) found(code source.Code, what string) {
	r.findings = append(r.findings, Finding{Code: code, What: what, Files: []string{r.names[r.number]}})
}

// take joins what one worker has found to the rest.
func (m *marks) take(more marks) {
	m.findings = append(m.findings, more.findings...)
	m.listed = append(m.listed, more.listed...)
	m.mapped = m.mapped || more.mapped
	for path, a := range more.own {
		if had := m.own[path]; had != nil {
			had.files, had.asked = append(had.files, a.files...), append(had.asked, a.asked...)
		} else {
			m.own[path] = a
		}
	}
	for written, by := range more.outside {
		if had := m.outside[written]; had != nil {
			*had = append(*had, *by...)
		} else {
			m.outside[written] = by
		}
	}
}
