package site

import (
	"cmp"

	"referat/generator/content"
)

// textViews gives the texts of a meeting as its page shows them, one after the other
// in the order in which EachText visits them.
type textViews struct {
	of   *meetingRecipe
	next int
}

func (t *textViews) take(f *content.Fragment) Text {
	r, n := t.of, t.next
	t.next++
	var links []Target
	if n < len(r.Links) {
		links = r.Links[n]
	}
	return textOf(r.Minutes, f, links, r.Frame.marks(r.Reading.marks(n)))
}

// marks turns the ids of mentioned subjects into addresses.
func (f *frame) marks(found []Mark) []Mark {
	if len(found) == 0 {
		return nil
	}
	marks := make([]Mark, len(found))
	for i, m := range found {
		if m.Kind == Mention {
			m.Value = f.href(f.subjectAddress(m.Value))
		}
		marks[i] = m
	}
	return marks
}

func (r *meetingRecipe) minutesView() MinutesView {
	m, f, record := r.Minutes, r.Frame, r.Minutes.Record
	address, texts := f.minutesAddress(m), &textViews{of: r}
	v := MinutesView{
		Page: f.meetingFrame(m, r.Committee, r.Draft), Heading: m.Title, Date: m.Date, Sequence: m.Sequence(), Start: m.Start, End: m.End, Place: m.Place,
		Committee: Link{Text: r.Committee.Title, Href: f.href(f.committeeAddress(r.Committee.ID))},
		Closed:    r.Committee.Closed,
		Chair:     m.Chair, Secretary: m.Secretary, State: string(m.State), Approved: m.Approved, By: r.ApprovedBy,
		Record:  RecordView{Unit: record.Unit, Officer: record.Officer, Case: record.Case, Document: record.Document, Date: record.Date},
		Summary: m.Summary, AllOfThem: f.href(correctionsAddress),
		Cite:     f.absolute(address),
		Original: r.Original, Translation: r.Translation, Previous: r.Previous, Next: r.Next,
		Follow: f.followCommittee(r.Committee.ID, r.Committee.Title),
	}
	v.JSON, v.Description, v.Languages = f.href(address+"index.json"), descriptionOf(m), r.Languages
	v.Version, v.Earlier, v.Current = r.Version, r.Earlier, r.Current
	if r.Current.Href != "" {
		v.JSON, v.Cite, v.Description = "", f.origin+r.Version.Href, "" // search engines are to find those that hold now
	} else if !r.Draft {
		v.Facts.Meeting = r.meetingFacts()
	}
	for _, c := range r.Corrections {
		v.Corrections = append(v.Corrections, correctionView(m, c))
	}
	v.Present = make([]Person, 0, len(m.Participants))
	for _, p := range m.Participants {
		switch person := personView(p); {
		case p.Staff:
			person.Marked = p.Absent
			v.Staff = append(v.Staff, person)
		case p.Absent:
			v.Absent = append(v.Absent, person)
		default:
			v.Present = append(v.Present, person)
		}
	}
	v.Invited = len(v.Present) + len(v.Absent)
	v.Agenda = make([]AgendaRow, len(m.Agenda))
	for i := range m.Agenda {
		v.Agenda[i] = f.agendaRow(m, &m.Agenda[i])
	}
	if m.Preface != nil {
		v.Preface = headed(texts.take(m.Preface), m.Title)
	}
	v.Items = make([]ItemView, len(m.Items))
	for i := range m.Items {
		v.Items[i] = r.itemView(&m.Items[i], texts)
		v.Decisions += v.Items[i].Decisions
	}
	if m.Notes != nil {
		v.Notes = texts.take(m.Notes)
	}
	for _, a := range r.Attachments {
		if m.Item(a.item) == nil {
			v.Attachments = append(v.Attachments, a.view)
		}
	}
	return v
}

// anchorOf leads to an item on the meeting's own page; "" of one without text.
func anchorOf(m *content.Minutes, number string) string {
	if item := m.Item(number); item != nil && number != "" {
		return "#" + item.Anchor
	}
	return ""
}

func personView(p content.Person) Person {
	return Person{Name: p.Name, Role: p.Role, Organisation: p.Organisation, NominatedBy: p.NominatedBy,
		Specialty: p.Specialty, Note: p.Note, Chair: p.Chair, Absent: p.Absent}
}

func (f *frame) agendaRow(m *content.Minutes, a *content.AgendaItem) AgendaRow {
	if a.Closed {
		return AgendaRow{Number: a.Number, Minutes: a.Minutes, Closed: true}
	}
	row := AgendaRow{Number: a.Number, Title: a.Title, Minutes: a.Minutes, Kind: a.Kind,
		KindWords: f.KindName(a.Kind), Presenter: a.Presenter, Href: anchorOf(m, a.Number), Anchor: m.Announced(a)}
	if same := m.Elsewhere(a); same != nil && row.Href == "" {
		row.Href, row.Elsewhere = "#"+same.Anchor, same.Number
	}
	return row
}

func (r *meetingRecipe) itemView(item *content.Item, texts *textViews) ItemView {
	sections := make([]SectionView, len(item.Sections))
	for i := range item.Sections {
		section := &item.Sections[i]
		v := SectionView{Anchor: section.Anchor, Name: section.Name, Role: string(section.Role), Parts: make([]PartView, len(section.Parts))}
		for j, p := range section.Parts {
			v.Parts[j] = PartView{Decision: p.Decision, Anchor: p.Anchor, Text: headed(texts.take(p.Text), cmp.Or(section.Name, item.Title))}
		}
		sections[i] = v
	}
	if item.Closed {
		return ItemView{Anchor: item.Anchor, Label: item.Label, Number: item.Number, Closed: true}
	}
	v := ItemView{Anchor: item.Anchor, Label: item.Label, Number: item.Number, Title: item.Title,
		Kind: item.Kind, Presenter: item.Presenter, Decisions: item.Decisions(), Sections: sections}
	for _, a := range r.Attachments {
		if a.item == item.Number && a.item != "" {
			v.Files = append(v.Files, a.view)
		}
	}
	return v
}

// headed is a text below a heading.
func headed(t Text, heading string) Text {
	if t.Fragment != "" {
		t.Heading = heading
	}
	return t
}
