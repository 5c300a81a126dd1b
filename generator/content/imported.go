package content

import "referat/generator/source"

// ImportDoubt is something that an importer asks a person to settle, who then deletes it.
type ImportDoubt struct {
	Text   string
	At     string     // place in the document: "side 3, linje 12"
	Anchor string     // of the item or section that it is about; "" is what stands before them
	Near   string     // first words of the text that it is about; "" is all of the part
	Nth    int        // which of the places that have these words, from 1; 0 is the first
	Key    string     // of front matter: "date", or "participants", of whom one has the name Near; "" is the text
	Pos    source.Pos // of the entry
}

// readImport reads what an importer asks of people. The rest that it kept is for those who
// look at the file, and may have any form.
func (m *Minutes) readImport(t *table) {
	kept := t.table("import")
	if kept.flag("unbalanced") {
		m.Unbalanced = kept.pos("unbalanced")
	}
	for _, d := range kept.tables("doubts") {
		m.Doubts = append(m.Doubts, ImportDoubt{Text: d.required("text", `text = "…"`), At: d.text("at"), Anchor: d.text("anchor"),
			Near: d.text("near"), Nth: d.number("nth", 1), Key: d.text("key"), Pos: d.pos("text")})
		d.end()
	}
}
