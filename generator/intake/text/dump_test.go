package text

import (
	"fmt"
	"strings"

	"referat/generator/intake/manuscript"
)

// dump writes a document so that a person sees at once what became of every line.
func dump(doc *manuscript.Document) string {
	var s strings.Builder
	if doc.Encoding != "" {
		fmt.Fprintf(&s, "encoding %s\n", doc.Encoding)
	}
	for _, b := range doc.Blocks {
		fmt.Fprintf(&s, "%s %s", place(b.At), [...]string{"paragraph", "heading", "entry", "table"}[b.Kind])
		if b.Kind == manuscript.Heading || b.Level > 0 {
			fmt.Fprintf(&s, " level %d", b.Level)
		}
		if b.Mark != "" {
			fmt.Fprintf(&s, " mark %q", b.Mark)
		}
		if b.Strong {
			s.WriteString(" strong")
		}
		if b.Wrapped {
			s.WriteString(" wrapped")
		}
		s.WriteByte('\n')
		for _, row := range b.Rows {
			for i, c := range row {
				fmt.Fprintf(&s, "\t%s%s", [...]string{"", "| "}[min(i, 1)], strings.ReplaceAll(runs(c.Text), "\n", " / "))
			}
			s.WriteByte('\n')
		}
		if b.Kind != manuscript.Table {
			fmt.Fprintf(&s, "\t%s\n", strings.ReplaceAll(runs(b.Text), "\n", "\n\t"))
		}
	}
	for i, n := range doc.Notes {
		fmt.Fprintf(&s, "%s note %d\n\t%s\n", place(n.At), i+1, runs(n.Text))
	}
	for _, a := range doc.Aside {
		fmt.Fprintf(&s, "%s aside %s %d\n\t%s\n", place(a.At), a.Why, a.Times, a.Words)
	}
	for _, u := range doc.Unseen {
		fmt.Fprintf(&s, "%s unseen %s %d\n", place(u.At), u.Kind, u.Words)
	}
	for _, j := range doc.Joins {
		fmt.Fprintf(&s, "%s join %s %s\n", place(j.At), j.Left, j.Right)
	}
	return s.String()
}

func place(p manuscript.Place) string {
	if p.Page == 0 {
		return fmt.Sprint(p.Line)
	}
	return fmt.Sprintf("%d/%d", p.Page, p.Line)
}

// runs writes runs with their looks in brackets.
func runs(text []manuscript.Run) string {
	var s strings.Builder
	for _, r := range text {
		look := ""
		for _, l := range []struct {
			has  bool
			name string
		}{{r.Look.Bold, "b"}, {r.Look.Italic, "i"}, {r.Look.Struck, "s"}} {
			if l.has {
				look += l.name
			}
		}
		switch {
		case r.Note > 0:
			fmt.Fprintf(&s, "[^%d]", r.Note)
		case look != "" || r.Link != "":
			fmt.Fprintf(&s, "[%s]{%s %s}", r.Text, look, r.Link)
		default:
			s.WriteString(r.Text)
		}
	}
	return s.String()
}
