package pdf

import (
	"fmt"
	"strings"

	"referat/generator/intake/manuscript"
)

// dump is a document as a person can check it at a glance.
func dump(d *manuscript.Document) string {
	var s strings.Builder
	for _, b := range d.Blocks {
		fmt.Fprintf(&s, "%d:%d ", b.At.Page, b.At.Line)
		switch b.Kind {
		case manuscript.Heading:
			fmt.Fprintf(&s, "H%d ", b.Level)
		case manuscript.Entry:
			fmt.Fprintf(&s, "%s[%s] ", strings.Repeat("  ", b.Level), b.Mark)
		case manuscript.Table:
			dumpTable(&s, b.Rows)
			continue
		}
		if b.Strong {
			s.WriteString("! ")
		}
		if b.Wrapped {
			s.WriteString("~ ")
		}
		s.WriteString(marked(b.Text) + "\n")
	}
	for i, n := range d.Notes {
		fmt.Fprintf(&s, "note %d (%d:%d): %s\n", i+1, n.At.Page, n.At.Line, marked(n.Text))
	}
	for _, a := range d.Aside {
		fmt.Fprintf(&s, "aside %s %d:%d ×%d: %s\n", a.Why, a.At.Page, a.At.Line, a.Times, a.Words)
	}
	for _, u := range d.Unseen {
		fmt.Fprintf(&s, "unseen %s %d:%d, %d words\n", u.Kind, u.At.Page, u.At.Line, u.Words)
	}
	for _, j := range d.Joins {
		fmt.Fprintf(&s, "join %d:%d %s %s\n", j.At.Page, j.At.Line, j.Left, j.Right)
	}
	return s.String()
}

func dumpTable(s *strings.Builder, rows [][]manuscript.Cell) {
	s.WriteString("table\n")
	for _, row := range rows {
		for _, c := range row {
			s.WriteString("    |")
			if c.Heading {
				s.WriteString("#")
			}
			if c.Columns > 1 {
				fmt.Fprintf(s, "%d ", c.Columns)
			}
			s.WriteString(marked(c.Text))
		}
		s.WriteString("\n")
	}
}

// marked is the text of runs with signs for their looks: *bold*, _italic_, ^high^, -struck-, <address>.
func marked(runs []manuscript.Run) string {
	var s strings.Builder
	for _, r := range runs {
		text := strings.ReplaceAll(r.Text, "\n", "⏎")
		signs := ""
		for _, look := range []struct {
			is   bool
			sign string
		}{{r.Look.Bold, "*"}, {r.Look.Italic, "_"}, {r.Look.Superscript, "^"}, {r.Look.Subscript, ","}, {r.Look.Struck, "-"}} {
			if look.is {
				signs += look.sign
			}
		}
		if r.Note > 0 {
			text = fmt.Sprintf("{note %d}", r.Note)
		}
		s.WriteString(signs + text + signs)
		if r.Link != "" {
			s.WriteString("<" + r.Link + ">")
		}
	}
	return s.String()
}
