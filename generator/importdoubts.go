package main

import (
	"cmp"

	"referat/generator/content"
	"referat/generator/intake"
	"referat/generator/intake/manuscript"
	"referat/generator/source"
)

// toldDoubt is a doubt as a report tells it.
type toldDoubt struct {
	source.Pos    // in the content file
	code          source.Code
	message, hint string
	place         manuscript.Place // in the source; of a doubt that stood in the file before not known
	at            string           // the same in words
}

// told are the doubts about a document's file. Of one that was merged they are those that stand
// in it now: what staff have settled is not asked again.
func (m *imported) told(w wording) []toldDoubt {
	var list []toldDoubt
	if m.merged != "" {
		for _, d := range m.left {
			list = append(list, toldDoubt{Pos: placeOf(d, m.merged), message: d.Text, at: d.At})
		}
		return list
	}
	for _, d := range m.file.Doubts {
		t := toldDoubt{Pos: source.Pos{Path: m.path, Line: d.Pos.Line}, code: d.Code, place: d.At}
		t.message, t.hint = masked(d.Text(w.lang))
		if d.At != (manuscript.Place{}) {
			t.at = w.place(d.At)
		}
		list = append(list, t)
	}
	return list
}

// placeOf is the line of a content file that a doubt in it is about; its own where it does not say.
func placeOf(d content.ImportDoubt, file string) source.Pos {
	return source.Pos{Path: d.Pos.Path, Line: cmp.Or(intake.LineOf(file, d), d.Pos.Line)}
}
