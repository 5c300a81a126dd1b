package site

import (
	"referat/generator/content"
	"referat/generator/danish"
	"referat/generator/data"
)

// subjectData is a subject for machines.
func (s *Site) subjectData(g *content.Subject) data.Subject {
	d := data.Subject{
		SchemaAddress: s.schemaAddress("subject"), Schema: data.SchemaVersion("subject"), ID: g.ID, Address: s.absolute(s.subjectAddress(g.ID)), Name: g.Title, Family: g.Family,
		Aliases: []data.Alias{}, Milestones: []data.Milestone{}, Mentions: []data.Mention{}, BodyText: fragments(g.Path, g.Text),
		Status: s.statusData(g),
	}
	for _, a := range g.Aliases {
		d.Aliases = append(d.Aliases, data.Alias{Name: a.Name, Language: a.Lang, Date: a.Date.Words, Source: s.citeAddress(a.Source)})
	}
	if e := g.Evaluation; e.Period.Words != "" {
		d.Evaluation = data.Evaluation{Inferred: e.Inferred, Source: s.citeAddress(e.Source), Period: data.Period{
			Words: e.Period.Words, From: isoYear(e.Period.Start.From), To: isoYear(e.Period.End.To)}}
	}
	if r := g.Report; r.Due.Words != "" {
		d.Report = data.Report{Due: period(r.Due), JointWith: r.JointWith, Source: s.citeAddress(r.Source)}
	}
	for _, m := range append(append([]content.Milestone(nil), g.Milestones...), s.shared...) {
		d.Milestones = append(d.Milestones, data.Milestone{Title: m.Title, Date: period(m.Date), Done: m.Done,
			Source: s.citeAddress(m.Source), Note: m.Note})
	}
	return d
}

func (s *Site) statusData(g *content.Subject) data.Status {
	v := s.status(g)
	d := data.Status{Title: v.Title, Done: v.Done, Date: period(g.Report.Due), Source: s.citeAddress(g.Report.Source)}
	for _, m := range g.Milestones {
		if v.Done && m.Done && m.Title == v.Title && m.Date.Spoken() == v.Words {
			d.Date, d.Source = period(m.Date), s.citeAddress(m.Source)
		}
	}
	return d
}

func period(p danish.Partial) data.Period {
	return data.Period{Words: p.Words, From: isoYear(p.From), To: isoYear(p.To)}
}

// isoYear is "" of a day whose year is not known.
func isoYear(d danish.Date) string {
	if d.Year == 0 {
		return ""
	}
	return isoDate(d)
}
