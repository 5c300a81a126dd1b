package content

import "referat/generator/source"

// ImportDoubt is something that an importer asks a person to settle, who then deletes it.
type ImportDoubt struct {
	Text   string
	At     string // place in the document: "side 3, linje 12"
	Anchor string // of the item or section that it is about; "" is the front matter
	Pos    source.Pos
}

// readImport reads what an importer asks of people. The rest that it kept is for those who
// look at the file, and may have any form.
func (m *Minutes) readImport(t *table) {
	kept := t.table("import")
	if kept.flag("unbalanced") {
		m.Unbalanced = kept.pos("unbalanced")
	}
	for _, d := range kept.tables("doubts") {
		m.Doubts = append(m.Doubts, ImportDoubt{Text: d.required("text", `text = "…"`), At: d.text("at"), Anchor: d.text("anchor"), Pos: d.pos("text")})
		d.end()
	}
}
