package site

import (
	"referat/generator/content"
	"referat/generator/danish"
	"referat/generator/data"
)

// minutesData is a meeting for machines: what its page shows, no more.
func (s *Site) minutesData(m *meeting, attachments []attachment) data.Minutes {
	d := data.Minutes{
		Schema: "minutes/v0", Address: s.absolute(m.address), Title: m.Title, Language: s.meetingFrame(m).Lang,
		Date: m.Date.String(), Start: m.Start, End: m.End, Place: m.Place,
		Committee: data.Named{ID: m.Committee, Name: m.committee.Title, Address: s.absolute(s.committeeAddress(m.committee))},
		State:     string(m.State), Approved: isoDate(m.Approved), Draft: m.draft, Chair: m.Chair, Secretary: m.Secretary,
		Record: data.Record{Unit: m.Record.Unit, Officer: m.Record.Officer, Case: m.Record.Case,
			Document: m.Record.Document, Date: isoDate(m.Record.Date)},
		Participants: participants(m.Participants),
		Agenda:       []data.AgendaItem{}, Items: []data.Item{}, Attachments: []data.File{}, Corrections: []data.Correction{},
		PrefaceText: fragments(m.Preface), NotesText: fragments(m.Notes),
	}
	for _, a := range m.Agenda {
		if a.Closed {
			d.Agenda = append(d.Agenda, data.AgendaItem{Number: a.Number, Minutes: a.Minutes, Closed: true})
			continue
		}
		d.Agenda = append(d.Agenda, data.AgendaItem{Number: a.Number, Title: a.Title, Minutes: a.Minutes, Kind: a.Kind,
			Presenter: a.Presenter, Concerns: a.Concerns, ConcernsAll: a.All})
	}
	for i := range m.Items {
		if item := &m.Items[i]; !item.Closed {
			d.Items = append(d.Items, s.itemData(m, item))
		}
	}
	for _, a := range attachments {
		d.Attachments = append(d.Attachments, data.File{Title: a.view.Title, Address: s.absolute(a.address), Item: a.item, Size: a.view.Size})
	}
	for _, c := range m.Corrections {
		if c.What == "" {
			continue // of a closed item
		}
		d.Corrections = append(d.Corrections, data.Correction{Date: c.Date.String(), What: c.What, Why: c.Why, Item: c.Item})
	}
	return d
}

func (s *Site) itemData(m *meeting, item *content.Item) data.Item {
	d := data.Item{Number: item.Number, Title: item.Title, Kind: item.Kind, Presenter: item.Presenter,
		Address: s.absolute(m.address + "#" + item.Anchor), Sections: []data.Section{}}
	for _, section := range item.Sections {
		ds := data.Section{Name: section.Name, Role: string(section.Role)}
		if section.Anchor != "" {
			ds.Address = s.absolute(m.address + "#" + section.Anchor)
		}
		for _, p := range section.Parts {
			ds.BodyText = append(ds.BodyText, fragments(p.Text)...)
			if p.Decision {
				ds.DecisionTexts = append(ds.DecisionTexts, fragments(p.Text))
			}
		}
		d.Sections = append(d.Sections, ds)
	}
	return d
}

func fragments(f *content.Fragment) data.Text {
	if f == nil || f.ID == "" {
		return nil
	}
	return data.Text{f.ID}
}

func participants(people []content.Person) []data.Participant {
	list := []data.Participant{}
	for _, p := range people {
		list = append(list, data.Participant{Name: p.Name, Role: p.Role, Organisation: p.Organisation, NominatedBy: p.NominatedBy,
			Specialty: p.Specialty, Note: p.Note, Chair: p.Chair, Absent: p.Absent, Staff: p.Staff})
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
