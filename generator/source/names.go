package source

import (
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
)

// This file tells the user's files from what programs leave beside them.

// Ignored names what editors, office programs and systems leave behind. Such a
// file or folder is no part of the site.
func Ignored(name string) bool {
	if strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || strings.HasSuffix(name, "~") ||
		strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#") {
		return true
	}
	switch strings.ToLower(path.Ext(name)) {
	case ".swp", ".swx", ".tmp", ".bak", ".go":
		return true
	}
	switch strings.ToLower(name) {
	case "thumbs.db", "desktop.ini", "4913": // the last is how vim tries a folder
		return true
	}
	return false
}

// conflict is the end that a program which shares folders gives to the name of
// a second version: OneDrive the computer's name, "om-PC-1A2B.md", others words
// in brackets.
var conflict = regexp.MustCompile(`^(.+?)(?:-[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*| \(\d+\)| - (?:Kopi|kopi|Copy)(?: \(\d+\))?|[ _]\(?[^()]*(?:conflicted copy|konflikt|in conflict)[^()]*\)?)(\.[A-Za-z0-9]+)$`)

// conflictOf is the file that another one beside it seems to be a second version
// of; "" of none.
func conflictOf(name string, beside []fs.DirEntry) string {
	if strings.Trim(name[:len(name)-len(path.Ext(name))], "0123456789-") == "" {
		return "" // as nearly all are called; the expression takes a while
	}
	m := conflict.FindStringSubmatch(name)
	if m == nil {
		return ""
	}
	original := m[1] + m[2]
	if computer := strings.HasPrefix(name[len(m[1]):], "-"); computer && !isText(Path(name)) {
		return "" // an attachment may well be called bilag-B.pdf
	}
	if !slices.ContainsFunc(beside, func(e fs.DirEntry) bool { return e.Name() == original }) {
		return ""
	}
	return original
}
