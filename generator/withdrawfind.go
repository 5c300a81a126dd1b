package main

import (
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"referat/generator/content"
	"referat/generator/record"
	"referat/generator/site"
	"referat/generator/source"
)

// departed is what is taken off: a document, or a file that documents refer to.
type departed struct {
	document record.Document  // zero of a file
	minutes  *content.Minutes // of the document as it was published; nil of another page or where it cannot be read
	before   content.Standing // of minutes that are withdrawn already; else zero
	file     source.Path      // "" of a document
}

// address is where it could be read.
func (d departed) address() string {
	if d.file != "" {
		return site.FileAddress(d.file)
	}
	return d.document.Address
}

// path is its file in content/.
func (d departed) path() source.Path {
	if d.file != "" {
		return d.file
	}
	return d.document.Path
}

// ofAVersion parts the address of an earlier version of minutes, or of what it has below
// it, into that of the minutes and the rest.
var ofAVersion = regexp.MustCompile(`^(.*/)(v[1-9][0-9]*/)(?:[a-z]+/)?$`)

// find finds out what is meant: by an address, whole or below the site's, the path of a
// file in the output folder, or that of a content file.
func (w *withdrawal) find() (departed, []source.Problem) {
	documents := w.documents()
	asked := source.Path(path.Clean(strings.ReplaceAll(w.asked, `\`, "/")))
	if rel, err := filepath.Rel(w.desk.dir, real(w.asked)); err == nil && filepath.IsAbs(w.asked) {
		asked = source.Path(filepath.ToSlash(rel))
	}
	for _, d := range documents {
		if d.Path == asked {
			return w.document(d)
		}
	}
	if _, there := w.desk.tree.File(asked); there && strings.HasPrefix(string(asked), "content/") {
		return w.attached(asked)
	}
	var known []string
	for _, name := range (question{options: w.options, path: w.asked}).names(w.files.Settings.Base) {
		address := "/" + strings.TrimSuffix(strings.TrimSuffix(name, "index.html"), "index.json")
		for _, d := range documents {
			if d.Address != "" && d.Address == address {
				return w.document(d)
			}
			if v := ofAVersion.FindStringSubmatch(address); v != nil && d.Address == v[1] && w.isMinutes(d.Path) {
				return departed{}, []source.Problem{source.At(source.Pos{Path: d.Path}, source.WithdrawVersion, v[1]+v[2], v[1])}
			}
			known = append(known, d.Address)
		}
		for _, f := range w.desk.tree.Below("content") {
			if site.FileAddress(f.Path) == address && f.Path.Ext() != ".md" {
				return w.attached(f.Path)
			}
		}
	}
	return departed{}, []source.Problem{source.At(source.Pos{}, source.WithdrawUnknown, w.asked, source.Nearest(w.asked, known))}
}

// attached is a file that documents refer to; the tables of the site are none.
func (w *withdrawal) attached(p source.Path) (departed, []source.Problem) {
	_, described := w.desk.tree.File(source.Path(strings.TrimSuffix(string(p), ".csv") + ".toml"))
	if p.Ext() == ".toml" || described {
		return departed{}, []source.Problem{source.At(source.Pos{Path: p}, source.WithdrawKind)}
	}
	return departed{file: p}, nil
}

// documents are those of the record, and those of the site that it does not know.
func (w *withdrawal) documents() []record.Document {
	var list []record.Document
	w.past.Latest(func(d record.Document) { list = append(list, d) })
	for _, f := range w.desk.tree.Below("content") {
		if _, known := w.past.Document(f.Path); known || f.Path.Ext() != ".md" {
			continue
		}
		list = append(list, record.Document{Path: f.Path, Address: w.addressOf(f.Path), Version: 1, Recorded: w.day()})
	}
	return list
}

// addressOf is the address of the page of a content file, by its path.
func (w *withdrawal) addressOf(p source.Path) string {
	parts := strings.TrimSuffix(strings.TrimSuffix(strings.TrimPrefix(string(p), "content/"), ".md"), "/index")
	if parts == "index" {
		return "/"
	}
	return "/" + parts + "/"
}

// document is a document that may be withdrawn: minutes, or a page that nothing else needs.
func (w *withdrawal) document(d record.Document) (departed, []source.Problem) {
	s := w.files.Settings
	inFolder := func(folder string) bool { return strings.HasPrefix(string(d.Path), "content/"+folder+"/") }
	refused := []source.Problem{source.At(source.Pos{Path: d.Path}, source.WithdrawKind)}
	switch {
	case inFolder(s.Committees.Folder), inFolder(s.Subjects.Folder), inFolder(s.Counts.Folder), d.Path.Ext() != ".md", d.Address == "/", d.Path == "content/404.md":
		return departed{}, refused
	case !w.isPublic(d):
		return departed{}, []source.Problem{source.At(source.Pos{Path: d.Path}, source.WithdrawPrivate)}
	case !inFolder(s.Minutes.Folder):
		return departed{document: d}, nil
	}
	gone := departed{document: d}
	for _, text := range [][]byte{w.ownText(d.Path), w.recordedText(d)} {
		if text == nil {
			continue
		}
		m := w.files.Check(d.Path, string(text)).Minutes
		if m == nil {
			continue
		}
		gone.minutes = m
		if m.State == content.Withdrawn && gone.before.WithdrawnReason != content.PersonalData {
			gone.before = m.Standing
		}
	}
	if was := gone.before.WithdrawnReason; was != "" && w.reason != was && w.reason != content.PersonalData { // which would tell readers less
		return departed{}, []source.Problem{source.At(source.Pos{Path: d.Path}, source.WithdrawAgain,
			gone.before.Withdrawn.String(), string(was), source.Given(was != content.PersonalData))}
	}
	return gone, nil
}

// isPublic tells that the record knows the page of a document, or that a build has made
// it: then it may have been published without being recorded.
func (w *withdrawal) isPublic(d record.Document) bool {
	if recorded, known := w.past.Document(d.Path); known {
		return recorded.Address != ""
	}
	_, err := os.Lstat(filepath.Join(w.out, filepath.FromSlash(d.Address), "index.html"))
	return err == nil
}

// recordedText is the text of a version; nil when there is none, or another than was
// recorded.
func (w *withdrawal) recordedText(d record.Document) []byte {
	text, problem := w.past.Verified(d)
	if problem != nil {
		return nil
	}
	return text
}

// ownText is the text of a content file as staff have it; nil when there is none.
func (w *withdrawal) ownText(p source.Path) []byte {
	text, err := w.desk.root.ReadFile(string(p))
	if err != nil {
		return nil
	}
	return text
}

// isMinutes tells minutes from another page.
func (w *withdrawal) isMinutes(p source.Path) bool {
	return strings.HasPrefix(string(p), "content/"+w.files.Settings.Minutes.Folder+"/")
}
