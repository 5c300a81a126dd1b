package main

import (
	"fmt"
	"strings"

	"referat/generator/intake"
	"referat/generator/source"
)

// This file tells documents of other meetings from documents that come again.

// otherMeeting tells that a document has so little of the minutes in its place that they are
// another meeting's. What the document gave before is the better measure: staff may have
// written much in the file.
func (i *importer) otherMeeting(m *imported, mine string) bool {
	before := mine
	if base, ok := i.base(m); ok {
		before = base
	}
	o := intake.OverlapOf(before, m.file.Text)
	if !o.Little() {
		return false
	}
	m.problems = append(m.problems, source.At(source.Pos{Path: m.path}, source.ImportUnlike, o.Percent(), i.nextName(m.path)))
	return true
}

// nextName is the name of one more meeting on the day of a file.
func (i *importer) nextName(p source.Path) string {
	committee, name := meetingOf(p)
	day := nameForm.FindStringSubmatch(name)[1]
	for n := 2; ; n++ {
		next := fmt.Sprintf("%s-%d", day, n)
		if !i.exists(i.pathOf(committee, next)) {
			return next
		}
	}
}

// twin tells of minutes of another day that the document seems to be of: they have its number, or
// nearly its text. Who has named the day has answered that.
func (i *importer) twin(m *imported) *source.Problem {
	if i.as != "" {
		return nil
	}
	committee, name := meetingOf(m.path)
	for _, f := range i.tree.Below(source.Path(i.folderOf(committee))) {
		if f.Path.Ext() != ".md" || !i.exists(f.Path) {
			continue
		}
		loaded, problem := i.tree.Load(f)
		if problem != nil {
			continue
		}
		number := i.sameNumber(m, f.Path, loaded.Text)
		if !number && !sameText(m.file.Text, loaded.Text) {
			continue
		}
		to := source.Path(strings.Replace(string(f.Path), nameOf(f.Path), name, 1))
		p := source.At(source.Pos{Path: source.Path(m.name)}, source.ImportTwin, source.Given(number), source.Given(!number), string(f.Path),
			string(to), string(basePath(f.Path, "")), string(basePath(to, "")), name)
		return &p
	}
	return nil
}

func nameOf(p source.Path) string {
	_, name := meetingOf(p)
	return name
}

// sameNumber tells that minutes have the document's number.
func (i *importer) sameNumber(m *imported, p source.Path, text string) bool {
	number := m.draft.Record.Document
	if number == "" || !strings.Contains(text, number) {
		return false
	}
	other := i.files.Check(p, text).Minutes
	return other != nil && other.Record.Document == number
}

// sameText tells that two files have nearly the same text.
func sameText(a, b string) bool {
	const most = 2 // a text that is so many times as long is another
	if len(a) > most*len(b) || len(b) > most*len(a) {
		return false
	}
	return intake.OverlapOf(a, b).Most() && intake.OverlapOf(b, a).Most()
}
