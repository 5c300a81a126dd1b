package site

import (
	"referat/generator/content"
	"referat/generator/danish"
	"referat/generator/data"
	"referat/generator/source"
)

// minutesData is a meeting for machines: what its page shows, no more.
func (r *meetingRecipe) minutesData() data.Minutes {
	m, f := r.Minutes, r.Frame
	address := f.minutesAddress(m)
	d := data.Minutes{
		SchemaAddress: f.schemaAddress("minutes"), Schema: data.SchemaVersion("minutes"), Address: f.absolute(address), Title: m.Title, Language: f.meetingFrame(m, r.Committee, r.Draft).Lang,
		Date: m.Date.String(), Start: m.Start, End: m.End, Place: m.Place,
		Committee: data.Named{ID: m.Committee, Name: r.Committee.Title, Address: f.absolute(f.committeeAddress(m.Committee))},
		State:     string(m.State), Approved: isoDate(m.Approved), Draft: r.Draft, Chair: m.Chair, Secretary: m.Secretary,
		Record: data.Record{Unit: m.Record.Unit, Officer: m.Record.Officer, Case: m.Record.Case,
			Document: m.Record.Document, Date: isoDate(m.Record.Date)},
		Participants: participants(m.Participants),
		Agenda:       make([]data.AgendaItem, 0, len(m.Agenda)), Items: make([]data.Item, 0, len(m.Items)),
		Attachments: []data.File{}, Corrections: []data.Correction{},
		Summary: m.Summary, PrefaceText: fragments(m.Path, m.Preface), NotesText: fragments(m.Path, m.Notes),
	}
	if r.ApprovedBy.Href != "" {
		d.ApprovedBy = f.origin + r.ApprovedBy.Href
	}
	d.Version = r.Version.Number
	for _, v := range r.Earlier {
		d.Earlier = append(d.Earlier, data.Version{Number: v.Number, Date: v.Date.String(), Address: f.origin + v.Href})
	}
	for i := range m.Agenda {
		d.Agenda = append(d.Agenda, r.agendaData(address, &m.Agenda[i]))
	}
	for i := range m.Items {
		if item := &m.Items[i]; !item.Closed {
			d.Items = append(d.Items, r.itemData(address, item))
		}
	}
	for _, a := range r.Attachments {
		d.Attachments = append(d.Attachments, data.File{Title: a.view.Title, Address: f.absolute(a.address), Item: a.item, Size: a.view.Size})
	}
	for _, c := range r.Corrections {
		d.Corrections = append(d.Corrections, data.Correction{Date: c.Date.String(), Kind: string(c.Kind), What: c.What, Why: c.Why, Item: c.Item,
			Address: f.absolute(address + "#" + c.Anchor)})
	}
	return d
}

func (r *meetingRecipe) agendaData(address string, a *content.AgendaItem) data.AgendaItem {
	if a.Closed {
		return data.AgendaItem{Number: a.Number, Minutes: a.Minutes, Closed: true}
	}
	d := data.AgendaItem{Number: a.Number, Title: a.Title, Minutes: a.Minutes, Kind: a.Kind,
		Presenter: a.Presenter, Concerns: a.Concerns, ConcernsAll: a.All}
	if anchor := r.Minutes.Announced(a); anchor != "" {
		d.Address = r.Frame.absolute(address + "#" + anchor)
	}
	return d
}

func (r *meetingRecipe) itemData(address string, item *content.Item) data.Item {
	d := data.Item{Number: item.Number, Title: item.Title, Kind: item.Kind, Presenter: item.Presenter,
		Address: r.Frame.absolute(address + "#" + item.Anchor), Sections: make([]data.Section, 0, len(item.Sections))}
	for i := range item.Sections {
		section := &item.Sections[i]
		ds := data.Section{Name: section.Name, Role: string(section.Role)}
		if section.Anchor != "" {
			ds.Address = r.Frame.absolute(address + "#" + section.Anchor)
		}
		ds.BodyText = make(data.Text, 0, len(section.Parts))
		for _, p := range section.Parts {
			ds.BodyText = append(ds.BodyText, fragments(r.Minutes.Path, p.Text)...)
		}
		for _, p := range section.Decided() {
			ds.DecisionTexts = append(ds.DecisionTexts, fragments(r.Minutes.Path, p.Text))
		}
		d.Sections = append(d.Sections, ds)
	}
	return d
}

func fragments(from source.Path, f *content.Fragment) data.Text {
	if f == nil || f.ID == "" {
		return nil
	}
	return data.Text{{From: string(from), Fragment: f.ID}}
}

func participants(people []content.Person) []data.Participant {
	list := make([]data.Participant, len(people))
	for i, p := range people {
		list[i] = data.Participant{Name: p.Name, Role: p.Role, Organisation: p.Organisation, NominatedBy: p.NominatedBy,
			Specialty: p.Specialty, Note: p.Note, Chair: p.Chair, Absent: p.Absent, Staff: p.Staff}
	}
	return list
}

// isoDate is "" of no date.
func isoDate(d danish.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}
