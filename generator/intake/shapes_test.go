package intake

import (
	"cmp"
	"slices"
	"strings"
	"testing"
)

// said tells a draft in lines that cases can name: one for each fact, person, item and doubt.
func said(d *Draft) []string {
	var list []string
	add := func(what string, parts ...string) {
		list = append(list, strings.TrimRight(what+" "+strings.Join(parts, " | "), " |"))
	}
	flags := func(names ...string) string {
		return strings.Join(slices.DeleteFunc(names, func(s string) bool { return s == "" }), " ")
	}
	flag := func(is bool, name string) string {
		if is {
			return name
		}
		return ""
	}
	h, r := d.Head, d.Record
	for name, value := range map[string]string{"title": h.Title, "committee": h.Committee, "date": h.Date.String(), "start": h.Start, "end": h.End, "place": h.Place, "chair": h.Chair, "secretary": h.Secretary,
		"unit": r.Unit, "officer": r.Officer, "case": r.Case, "document": r.Document, "recorded": r.Date.String(), "cancelled": flag(h.Cancelled, "yes")} {
		if value != "" {
			add(name, value)
		}
	}
	for _, p := range d.Participants {
		add("person", p.Name, p.Role, p.Organisation, p.NominatedBy, p.Specialty, p.Note, flags(flag(p.Chair, "chair"), flag(p.Absent, "absent"), flag(p.Staff, "staff")))
	}
	for _, a := range d.Agenda {
		add("agenda", a.Number, a.Title, a.Kind, a.Presenter, minutesWords(a.Minutes), flag(a.Closed, "closed"))
	}
	for _, i := range d.Items {
		var names []string
		for _, s := range i.Sections {
			names = append(names, s.Name)
		}
		add("item", cmp.Or(i.Number, "-"), i.Heading, strings.Join(names, "; "))
	}
	for _, b := range d.Preface {
		add("preface", spaced(b.Words()))
	}
	for _, k := range d.Kept {
		add("kept", k.What, k.Words)
	}
	for _, x := range d.Doubts {
		add(string(x.Code))
	}
	return list
}

// shape is a document and what is read in it. Each line of want must be said; one that begins with "no "
// must not be, nor may any that begins so.
type shape struct{ name, text, want string }

func testShapes(t *testing.T, shapes []shape) {
	t.Helper()
	words := siteWords(t)
	for _, c := range shapes {
		t.Run(c.name, func(t *testing.T) {
			doc := linesDocument(c.text)
			d := Analyse(doc, words)
			got := said(d)
			for line := range strings.Lines(c.want) {
				line = strings.TrimSpace(line)
				unwanted, not := strings.CutPrefix(line, "no ")
				switch {
				case line == "":
				case not && slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, unwanted) }):
					t.Errorf("said: %q", unwanted)
				case !not && !slices.Contains(got, line):
					t.Errorf("not said: %q", line)
				}
			}
			if lost := lostWords(doc, d); len(lost) > 0 {
				t.Errorf("lost: %q", lost)
			}
			if t.Failed() {
				t.Log("\n" + strings.Join(got, "\n"))
			}
		})
	}
}
