package main

import (
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/text/unicode/norm"

	"referat/generator/source"
)

// path is the path in the site of a file that a person names from where he or she stands
// or, where no such file is, from the site's folder. It is not ok outside the site.
func (d *desk) path(name string) (p source.Path, ok bool) {
	absolute, err := filepath.Abs(filepath.FromSlash(name))
	if err != nil {
		return "", false
	}
	if _, err := os.Stat(absolute); err != nil {
		absolute = filepath.Join(d.dir, filepath.FromSlash(name))
	}
	rel, err := filepath.Rel(d.dir, real(absolute))
	if err != nil || !filepath.IsLocal(rel) {
		return source.Path(filepath.ToSlash(name)), false
	}
	return source.Path(norm.NFC.String(filepath.ToSlash(rel))), true
}

// relative is the way from a folder of the site to a file of it.
func relative(dir, to source.Path) string {
	up, down := strings.Split(string(dir), "/"), strings.Split(string(to), "/")
	for len(up) > 0 && len(down) > 1 && up[0] == down[0] {
		up, down = up[1:], down[1:]
	}
	return strings.Repeat("../", len(up)) + strings.Join(down, "/")
}
