package main

import (
	"net/url"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// names are the paths in the output folder that may be meant, the likeliest
// first. A person may write the path of the file from the folder he stands in,
// from the site's or from the output folder, or an address: whole, as it stands
// in a page, or without the part that all addresses of the site have in common.
func (q question) names(base *url.URL) []string {
	if u, err := url.Parse(q.path); err == nil && u.Host != "" {
		if u.Host != base.Host && !isLocal(u.Hostname()) { // the preview has the same paths
			return nil
		}
		return belowBase(u.Path, base)
	}
	asked := strings.ReplaceAll(q.path, `\`, "/")
	var names []string
	for _, file := range []string{asked, filepath.Join(q.dir, asked)} {
		for _, out := range []string{q.out, real(q.out)} {
			if file, err := filepath.Abs(file); err == nil && inside(file, out) {
				rel, _ := filepath.Rel(out, file)
				names = append(names, filesAt(filepath.ToSlash(rel))...)
			}
		}
	}
	address, _, _ := strings.Cut(asked, "#")
	address, _, _ = strings.Cut(address, "?")
	if plain, err := url.PathUnescape(address); err == nil {
		address = plain
	}
	return slices.Concat(names, filesAt(address), belowBase(address, base))
}

// belowBase are the files that answer for a path with what all addresses of the
// site have in common; none when it has that not.
func belowBase(p string, base *url.URL) []string {
	if rest, below := strings.CutPrefix(p+"/", base.Path); below {
		return filesAt(strings.TrimSuffix(rest, "/"))
	}
	return nil
}

// filesAt are the files that answer for a path: it, and the page of the folder.
func filesAt(p string) []string {
	folder := strings.HasSuffix(p, "/")
	p = strings.TrimPrefix(path.Clean("/"+p), "/")
	if p == "" || folder {
		return []string{path.Join(p, "index.html")}
	}
	return []string{p, p + "/index.html"}
}

func isLocal(host string) bool { return host == "localhost" || host == "127.0.0.1" || host == "::1" }
