package site

import (
	"referat/generator/data"
	"referat/generator/plain"
)

// decision is a decision in some minutes, with links that know nothing of where it is
// shown. It is a leaf.
type decision struct {
	decisionParts
	digest plain.Digest
}

// decisionParts is what is known of it. Of a long decision pages show how it begins,
// and data all of it.
type decisionParts struct {
	view      DecisionView
	committee string   // id
	concerns  []string // ids of subjects, or data.AllSubjects
	on        days
}

func (d *decision) Digest() plain.Digest { return d.digest }

// shown is a decision with its links followed.
func (s *Site) shown(m *meeting, d *decided) *decision {
	if d.shown != nil {
		return d.shown
	}
	return s.decision(m, d)
}

func (s *Site) decision(m *meeting, of *decided) *decision {
	text := of.part.Text
	d := &decision{decisionParts: decisionParts{committee: m.Committee, concerns: of.concerns, on: m.on,
		view: DecisionView{Date: m.Date, Sequence: m.Sequence(), Committee: m.committee.Title, Draft: m.draft,
			Number: of.item.Number, Title: of.item.Title, Href: s.href(m.address + "#" + of.item.Anchor), Opening: of.part.Opening,
			Text: Text{From: m.Path, Fragment: text.ID, Quoted: true, Heading: of.item.Title}}}}
	if of.part.Opening == "" {
		for _, hole := range text.Links {
			d.view.Text.Links = append(d.view.Text.Links, s.links.target(m.Path, hole))
		}
	}
	d.digest = plain.DigestOf(d.decisionParts)
	return d
}

// subjectName is a subject as the register names it.
type subjectName struct {
	ID string
	Link
}

// decisionViews shows decisions on the page at an address; with the names of the
// subjects, also which of these they concern.
func (f *frame) decisionViews(list []*decision, page string, names []subjectName) []DecisionView {
	var views []DecisionView
	for _, d := range list {
		v := d.view
		v.Text.Links = nil
		for _, t := range d.view.Text.Links {
			v.Text.Links = append(v.Text.Links, Target{f.onPage(t.Href, page), t.Size})
		}
		if v.Opening != "" {
			v.Text = Text{}
		}
		for _, name := range names {
			for _, id := range d.concerns {
				if id == name.ID {
					v.Subjects = append(v.Subjects, name.Link)
				}
			}
		}
		if names != nil && d.all() {
			v.All = f.Subjects.Many
		}
		views = append(views, v)
	}
	return views
}

// all tells that it concerns all subjects.
func (d *decision) all() bool { return len(d.concerns) == 1 && d.concerns[0] == data.AllSubjects }

// decisionFile is what the register's data are made from.
type decisionFile struct {
	frame     *frame
	decisions *sheaf[*decision]
}

// View puts the decisions in.
func (l decisionFile) View() any {
	f := l.frame
	d := data.Decisions{SchemaAddress: f.schemaAddress("decisions"), Schema: data.SchemaVersion("decisions"), Address: f.absolute(decisionsAddress), Decisions: make([]data.Decision, 0, len(l.decisions.leaves))}
	for _, one := range l.decisions.leaves {
		v := &one.view
		row := data.Decision{Date: v.Date.String(), Draft: v.Draft, Number: v.Number, Title: v.Title, Address: f.origin + v.Href,
			Committee: data.Named{ID: one.committee, Name: v.Committee, Address: f.absolute(f.committeeAddress(one.committee))},
			BodyText:  data.Text{{From: string(v.Text.From), Fragment: v.Text.Fragment}}}
		if row.ConcernsAll = one.all(); !row.ConcernsAll {
			row.Concerns = one.concerns
		}
		d.Decisions = append(d.Decisions, row)
	}
	return d
}
