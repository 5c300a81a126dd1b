package main

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"time"

	"pgregory.net/rapid"
)

// author edits the files of a site as people and their programs do.
type author struct {
	dir     string
	past    map[string][]saved // earlier versions of files by path
	good    map[string]saved   // the site when it last had no errors
	broken  bool               // it has errors now
	linked  bool               // there is or was a symbolic link
	touched []string           // what was changed since a build last looked, both names of what was renamed
}

// saved is a file as it was.
type saved struct {
	text     string
	modified time.Time
}

func newAuthor(t *rapid.T, dir string) *author {
	a := &author{dir: dir, past: map[string][]saved{}}
	site := randomSite(t)
	alike := time.Now().Add(-time.Hour)
	for _, name := range slices.Sorted(maps.Keys(site)) {
		a.put(t, name, saved{site[name], alike})
	}
	a.touched = nil
	a.keepGood(t)
	return a
}

func must(t rapid.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func (a *author) file(name string) string { return filepath.Join(a.dir, filepath.FromSlash(name)) }

func (a *author) touch(name string) { a.touched = append(a.touched, name) }

// read gives a file as it is; nothing of one that is not there.
func (a *author) read(t rapid.TB, name string) saved {
	info, err := os.Stat(a.file(name))
	if err != nil {
		return saved{}
	}
	text, err := os.ReadFile(a.file(name))
	must(t, err)
	return saved{string(text), info.ModTime()}
}

// place makes room for a file. One that is written takes the place of a link.
func (a *author) place(t rapid.TB, name string) {
	a.touch(name)
	if info, err := os.Lstat(a.file(name)); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		must(t, os.Remove(a.file(name)))
	}
	must(t, os.MkdirAll(filepath.Dir(a.file(name)), 0o755))
}

// write saves a file, in place or by a rename, and remembers how it was.
func (a *author) write(t *rapid.T, name, text string) {
	if was := a.read(t, name); was.text != "" {
		a.past[name] = append(a.past[name], was)
	}
	a.place(t, name)
	if rapid.Bool().Draw(t, "renamed into place") {
		must(t, os.WriteFile(a.file(name)+"~", []byte(text), 0o644))
		must(t, os.Rename(a.file(name)+"~", a.file(name)))
		return
	}
	must(t, os.WriteFile(a.file(name), []byte(text), 0o644))
}

// put makes a file what it was, its time included.
func (a *author) put(t rapid.TB, name string, s saved) {
	a.place(t, name)
	must(t, os.WriteFile(a.file(name), []byte(s.text), 0o644))
	must(t, os.Chtimes(a.file(name), s.modified, s.modified))
}

// list is all files of the site whose paths match, sorted.
func (a *author) list(t rapid.TB, pattern string) []string {
	var found []string
	is := regexp.MustCompile(pattern)
	for _, top := range []string{"site.toml", "content", "layouts"} {
		if _, err := os.Stat(a.file(top)); err != nil {
			continue
		}
		must(t, fs.WalkDir(os.DirFS(a.dir), top, func(name string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() && is.MatchString(name) {
				found = append(found, name)
			}
			return err
		}))
	}
	return found
}

// some picks a file whose path matches.
func (a *author) some(t *rapid.T, pattern string) string {
	all := a.list(t, pattern)
	if len(all) == 0 {
		t.Skip("no such file")
	}
	return rapid.SampledFrom(all).Draw(t, "file")
}

// copyTo copies the site, its links as links.
func (a *author) copyTo(dir string) error {
	for _, top := range []string{"site.toml", "content", "layouts"} {
		info, err := os.Lstat(a.file(top))
		switch {
		case errors.Is(err, fs.ErrNotExist):
			continue
		case err == nil && info.IsDir():
			err = os.CopyFS(filepath.Join(dir, top), os.DirFS(a.file(top)))
		case err == nil:
			var text []byte
			if text, err = os.ReadFile(a.file(top)); err == nil {
				err = os.WriteFile(filepath.Join(dir, top), text, 0o644)
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (a *author) keepGood(t rapid.TB) {
	a.good, a.broken = map[string]saved{}, false
	for _, name := range a.list(t, "") {
		a.good[name] = a.read(t, name)
	}
}

// mend makes the site what it was when it last had no errors.
func (a *author) mend(t rapid.TB) {
	for _, name := range a.list(t, "") {
		if _, ok := a.good[name]; !ok {
			a.touch(name)
			must(t, os.Remove(a.file(name)))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(a.good)) {
		if a.read(t, name) != a.good[name] {
			a.put(t, name, a.good[name])
		}
	}
	a.broken = false
}

// replace puts something else in one of the places in a file that match.
func (a *author) replace(t *rapid.T, name, pattern, with string) {
	text := a.read(t, name).text
	places := regexp.MustCompile(pattern).FindAllStringIndex(text, -1)
	if len(places) == 0 {
		t.Skip("no such place")
	}
	at := rapid.SampledFrom(places).Draw(t, "place")
	a.write(t, name, text[:at[0]]+with+text[at[1]:])
}
