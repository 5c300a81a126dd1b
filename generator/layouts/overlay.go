package layouts

import (
	"errors"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"referat/generator/source"
)

// folder is where a site keeps its own layouts, and the beginning of the path
// that a problem names, whether the file is the site's or embedded.
const folder = "layouts"

// overlay is the site's layouts folder laid over the embedded one: file by
// file, the site's wins.
type overlay struct {
	tree     *source.Tree
	embedded fs.FS
	site     map[string]*source.File
	names    []string // of all files, without "layouts/", sorted
}

func newOverlay(tree *source.Tree, embedded fs.FS) (*overlay, error) {
	o := &overlay{tree: tree, embedded: embedded, site: map[string]*source.File{}}
	names := map[string]bool{}
	err := fs.WalkDir(embedded, ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			names[name] = true
		}
		return err
	})
	for _, f := range tree.Below(folder) {
		name := strings.TrimPrefix(string(f.Path), folder+"/")
		o.site[name] = f
		names[name] = true
	}
	o.names = slices.Sorted(maps.Keys(names))
	return o, err
}

// path is what a problem calls the file.
func (o *overlay) path(name string) source.Path {
	return source.Path(path.Join(folder, name))
}

// read gives the whole of a file. Line ends of embedded files depend on how the
// program's source was checked out, so they are made alike.
func (o *overlay) read(name string) (string, error) {
	f, ok := o.site[name]
	if !ok {
		data, err := fs.ReadFile(o.embedded, name)
		if isText(name) {
			return strings.ReplaceAll(string(data), "\r\n", "\n"), err
		}
		return string(data), err
	}
	if f.IsText() {
		loaded, problem := o.tree.Load(f)
		if problem != nil {
			return "", unread{*problem}
		}
		return loaded.Text, nil
	}
	r, err := o.tree.Open(f.Path)
	if err != nil {
		return "", err
	}
	defer r.Close()
	data, err := io.ReadAll(r)
	return string(data), err
}

// unread is a file that cannot be read as text.
type unread struct{ source.Problem }

func (u unread) Error() string { message, _ := u.Text("en"); return message }

// unreadable is the problem of a file that read gave an error for.
func unreadable(pos source.Pos, err error) source.Problem {
	if u := (unread{}); errors.As(err, &u) {
		return u.Problem
	}
	return source.At(pos, source.FileUnreadable, source.Because(err))
}

func isText(name string) bool {
	return (&source.File{Path: source.Path(name)}).IsText()
}

// in gives the files below a folder, by their names in it.
func (o *overlay) in(dir string) []string {
	var below []string
	for _, name := range o.names {
		if rest, ok := strings.CutPrefix(name, dir+"/"); ok {
			below = append(below, rest)
		}
	}
	return below
}
