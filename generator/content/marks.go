package content

import (
	"strings"
	"unicode/utf8"

	"referat/generator/personal"
	"referat/generator/source"
)

// Mark is what looks like personal data in a file, or in its path: what may be printed of it, and its place.
// It is found in all that the file says, whether that is published or not.
type Mark struct {
	Kind      personal.Kind
	Sure      bool
	Line, Col int // 0 of what stands in the path
	Shown     string
	Same      uint64 // equal of the same number or address
}

// MarksOf finds them in a text file.
func MarksOf(path source.Path, text string) []Mark {
	marks := marksOfPath(path)
	var found []personal.Finding
	if path.Ext() == ".csv" {
		found = personal.ScanCSV([]byte(text))
	} else {
		found = personal.ScanSource(text)
	}
	line, begins := 1, 0
	for _, f := range found {
		line += strings.Count(text[begins:f.From], "\n")
		begins += strings.LastIndexByte(text[begins:f.From], '\n') + 1
		m := markOf(f)
		m.Line, m.Col = line, utf8.RuneCountInString(text[begins:f.From])+1
		marks = append(marks, m)
	}
	return marks
}

// marksOfPath finds them in the path of a file.
func marksOfPath(path source.Path) []Mark {
	var marks []Mark
	for _, f := range personal.Scan(string(path)) {
		marks = append(marks, markOf(f))
	}
	return marks
}

func markOf(f personal.Finding) Mark {
	return Mark{Kind: f.Kind, Sure: f.Sure, Shown: f.Shown, Same: f.Same}
}

// EachMark visits what looks like personal data in the settings and in the files of content/, file by file.
func (d *Documents) EachMark(visit func(source.Path, []Mark)) {
	visit(source.Settings, d.Settings.Personal.marks)
	for _, p := range d.marked {
		visit(p, d.parsed[p].Marks)
	}
}
