package site

import (
	"testing"

	"referat/generator/content"
	"referat/generator/source"
)

func TestAnUnknownNameIsToldWhereverItStands(t *testing.T) {
	c := collation{site: &Site{library: library{subjects: []*content.Subject{{Title: "Nyresvigt"}}}}, names: map[string]bool{}, listed: map[string]string{}}
	c.know("Nyresvigt")
	for line, name := range []string{"Nyresvikt", "NYRESVIGT og", "Nyresvikt", " ,;", "Nyresvigt,", "Nyresvikt,"} {
		c.compare(&content.Prose{Listed: []content.ListedName{{Name: name, Column: "Patientgrupper", Pos: source.Pos{Line: 1 + line}}}})
	}
	var lines []int
	for _, p := range c.problems {
		if p.Code != source.UnknownName {
			t.Errorf("%v", p)
		}
		lines = append(lines, p.Pos.Line)
	}
	if len(lines) != 3 || lines[0] != 1 || lines[1] != 3 || lines[2] != 6 {
		t.Errorf("told in lines %v, want 1, 3 and 6", lines)
	}
}
