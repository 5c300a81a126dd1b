package text

import "testing"

func TestAMarkInALineOfItsOwnBelongsToTheLineBelow(t *testing.T) {
	doc, err := Read([]byte("Til stede\n•\n\nAnna Holm\n\n•\n\nBo Lund\n\n2.\n\nØkonomi\n"))
	if err != nil {
		t.Fatal(err)
	}
	var marks []string
	for _, b := range doc.Blocks {
		marks = append(marks, b.Mark+b.Words())
	}
	want := []string{"Til stede", "•Anna Holm", "•Bo Lund", "2.Økonomi"}
	for i, w := range want {
		if i >= len(marks) || marks[i] != w {
			t.Fatalf("read as %q, want %q", marks, want)
		}
	}
}
