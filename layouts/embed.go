// Package layouts holds the layouts of the site, embedded, so that the program
// builds any site without a layouts folder: HTML templates, what several of
// them share (partials), the words the site adds in each language (labels),
// and what pages load (assets). Package generator/layouts says what may stand
// in them, and how a site's own layouts folder replaces any of these files.
package layouts

import "embed"

// Files are the files of this folder by their path in it, "minutes.html" or
// "labels/da.toml".
//
//go:embed *.html partials labels assets
var Files embed.FS
