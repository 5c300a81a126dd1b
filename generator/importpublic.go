package main

import (
	"strings"

	"referat/generator/content"
	"referat/generator/source"
)

// publicity is what readers have of minutes that an import changes.
type publicity struct {
	state   content.State // of what was there; "" when readers do not see it
	lost    bool          // the page is now a draft's, which they do not see
	linking int           // files that link to a page that is lost
}

// publicity tells in what state readers see minutes with the text.
func (i *importer) publicity(p source.Path, text string) publicity {
	m := i.files.Check(p, text).Minutes
	if m == nil || i.hides(m) {
		return publicity{}
	}
	return publicity{state: m.State}
}

// linking counts the files that link to one. A link is the way from the file's folder, so it is looked for
// as that; a text that says the same by chance is counted too.
func (i *importer) linking(to source.Path) int {
	n := 0
	for _, f := range i.tree.Below("content") {
		if f.Path == to || !f.IsText() {
			continue
		}
		loaded, problem := i.tree.Load(f)
		if problem == nil && strings.Contains(loaded.Text, relative(f.Path.Dir(), to)) {
			n++
		}
	}
	return n
}
