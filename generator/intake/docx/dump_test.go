package docx

import (
	"fmt"
	"strings"

	"referat/generator/intake/manuscript"
)

// dump writes a document so that a person can read what is in it: a line of each block, looks as
// letters in braces.
func dump(d *manuscript.Document) string {
	var s strings.Builder
	for _, b := range d.Blocks {
		fmt.Fprintf(&s, "%s %s\n", where(b.At), block(b))
	}
	for i, n := range d.Notes {
		fmt.Fprintf(&s, "%s note %d: %s\n", where(n.At), i+1, runs(n.Text))
	}
	for _, a := range d.Aside {
		fmt.Fprintf(&s, "%s aside %s ×%d: %q\n", where(a.At), a.Why, a.Times, a.Words)
	}
	for _, u := range d.Unseen {
		fmt.Fprintf(&s, "%s unseen %s, words: %d\n", where(u.At), u.Kind, u.Words)
	}
	return s.String()
}

func where(p manuscript.Place) string {
	if p.Page > 0 {
		return fmt.Sprintf("%d/%d", p.Page, p.Line)
	}
	return fmt.Sprint(p.Line)
}

func block(b manuscript.Block) string {
	s := map[manuscript.Kind]string{manuscript.Paragraph: "p", manuscript.Heading: fmt.Sprint("h", b.Level), manuscript.Entry: fmt.Sprint("e", b.Level), manuscript.Table: "table"}[b.Kind]
	if b.Strong {
		s += " strong"
	}
	if b.Mark != "" {
		s += fmt.Sprintf(" [%s]", b.Mark)
	}
	if b.Kind != manuscript.Table {
		return s + ": " + runs(b.Text)
	}
	for _, row := range b.Rows {
		s += "\n\t"
		for _, c := range row {
			s += "|"
			if c.Heading {
				s += "#"
			}
			if c.Columns != 1 {
				s += fmt.Sprintf("(%d)", c.Columns)
			}
			s += " " + runs(c.Text) + " "
		}
	}
	return s
}

func runs(all []manuscript.Run) string {
	var s strings.Builder
	for _, r := range all {
		if r.Note > 0 {
			fmt.Fprintf(&s, "[^%d]", r.Note)
			continue
		}
		text := strings.NewReplacer("\n", "⏎", "\t", "⇥").Replace(r.Text)
		look := ""
		for _, l := range []struct {
			has  bool
			sign string
		}{{r.Look.Bold, "b"}, {r.Look.Italic, "i"}, {r.Look.Struck, "s"}, {r.Look.Superscript, "^"}, {r.Look.Subscript, "_"}} {
			if l.has {
				look += l.sign
			}
		}
		if r.Link != "" {
			look += "→" + r.Link
		}
		if look != "" {
			text = "{" + look + " " + text + "}"
		}
		s.WriteString(text)
	}
	return s.String()
}
