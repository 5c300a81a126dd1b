package site

import (
	"slices"
	"strings"

	"referat/generator/content"
	"referat/generator/data"
	"referat/generator/source"
)

// meetingPages are the pages of the meetings, and the stones where withdrawn
// ones stood.
func (s *Site) meetingPages() {
	views := make([]MinutesView, len(s.minutes))
	files := make([]data.Minutes, len(s.minutes))
	s.parallel(func(i int, l *linker) {
		if m := s.minutes[i]; m.State != content.Withdrawn {
			attachments := l.attachments(m)
			views[i], files[i] = s.minutesView(m, attachments), s.minutesData(m, attachments)
		}
	})
	for i, m := range s.minutes {
		if m.State == content.Withdrawn {
			s.withdrawnPage(m)
			continue
		}
		s.putPage("minutes", m.address, views[i].Page, views[i], m.Path)
		s.putJSON(m.address, files[i], m.Path)
	}
}

// meetingFrame is the page of a meeting without its text.
func (s *Site) meetingFrame(m *meeting) Page {
	p := s.page(m.address, m.committee.Short,
		Link{Text: s.settings.Minutes.Title, Href: s.href(s.listAddress())},
		Link{Text: m.committee.Short, Href: s.href(s.committeeList(m.Committee))})
	p.Crumbs[len(p.Crumbs)-1] = Link{Current: true} // the layout writes the date
	if m.Lang != "" {
		p.Lang = m.Lang
	}
	p.Draft = m.draft
	return p
}

func (s *Site) withdrawnPage(m *meeting) {
	v := WithdrawnView{Page: s.meetingFrame(m), Date: m.Date, Withdrawn: m.Withdrawn,
		Committee: Link{Text: m.committee.Title, Href: s.href(s.committeeAddress(m.committee))}}
	s.putPage("withdrawn", m.address, v.Page, v, m.Path)
}

func (s *Site) minutesView(m *meeting, attachments []attachment) MinutesView {
	r := m.Record
	v := MinutesView{
		Page: s.meetingFrame(m), Heading: m.Title, Date: m.Date, Sequence: m.Sequence(), Start: m.Start, End: m.End, Place: m.Place,
		Committee: Link{Text: m.committee.Title, Href: s.href(s.committeeAddress(m.committee))},
		Closed:    s.closedWords(m.committee),
		Chair:     m.Chair, Secretary: m.Secretary, State: string(m.State), Approved: m.Approved,
		Record:  RecordView{Unit: r.Unit, Officer: r.Officer, Case: r.Case, Document: r.Document, Date: r.Date},
		Summary: m.Summary,
		Preface: m.texts[m.Preface], Notes: m.texts[m.Notes],
		Cite: s.absolute(m.address),
	}
	v.JSON = s.href(m.address + "index.json")
	for _, c := range m.Corrections {
		if c.What == "" {
			continue // of a closed item
		}
		v.Corrections = append(v.Corrections, CorrectionView{Date: c.Date, What: c.What, Why: c.Why, Item: c.Item, Href: m.anchor(c.Item)})
	}
	for _, p := range m.Participants {
		switch person := personView(p); {
		case p.Staff:
			v.Staff = append(v.Staff, person)
		case p.Absent:
			v.Absent = append(v.Absent, person)
		default:
			v.Present = append(v.Present, person)
		}
	}
	v.Invited = len(v.Present) + len(v.Absent)
	for i := range m.Agenda {
		v.Agenda = append(v.Agenda, s.agendaRow(m, &m.Agenda[i]))
	}
	for i := range m.Items {
		item := s.itemView(m, &m.Items[i], attachments)
		v.Items = append(v.Items, item)
		v.Decisions += item.Decisions
	}
	for _, a := range attachments {
		if m.Item(a.item) == nil {
			v.Attachments = append(v.Attachments, a.view)
		}
	}
	if t := s.targets[m.TranslationOf.Path]; !m.TranslationOf.IsZero() && t.meeting != nil {
		v.Original = Link{Text: t.title, Href: s.href(t.address)}
	}
	for _, other := range s.translations[m.Path] {
		v.Translation = append(v.Translation, Link{Text: other.Lang, Href: s.href(other.address)})
	}
	v.Previous, v.Next = s.neighbour(m.previous), s.neighbour(m.next)
	return v
}

// anchor leads to an item on the meeting's own page; "" of one without text.
func (m *meeting) anchor(number string) string {
	if item := m.Item(number); item != nil && number != "" {
		return "#" + item.Anchor
	}
	return ""
}

func personView(p content.Person) Person {
	return Person{Name: p.Name, Role: p.Role, Organisation: p.Organisation, NominatedBy: p.NominatedBy,
		Specialty: p.Specialty, Note: p.Note, Chair: p.Chair, Absent: p.Absent}
}

func (s *Site) agendaRow(m *meeting, a *content.AgendaItem) AgendaRow {
	if a.Closed {
		return AgendaRow{Number: a.Number, Minutes: a.Minutes, Closed: true}
	}
	row := AgendaRow{Number: a.Number, Title: a.Title, Minutes: a.Minutes, Kind: a.Kind,
		KindWords: s.settings.KindName(a.Kind), Presenter: a.Presenter, Href: m.anchor(a.Number)}
	if same := m.Elsewhere(a); same != nil && row.Href == "" {
		row.Href, row.Elsewhere = "#"+same.Anchor, same.Number
	}
	return row
}

func (s *Site) itemView(m *meeting, item *content.Item, attachments []attachment) ItemView {
	if item.Closed {
		return ItemView{Anchor: item.Anchor, Label: item.Label, Number: item.Number, Closed: true}
	}
	v := ItemView{Anchor: item.Anchor, Label: item.Label, Number: item.Number, Title: item.Title,
		Kind: item.Kind, Presenter: item.Presenter, Decisions: item.Decisions()}
	for _, section := range item.Sections {
		sv := SectionView{Anchor: section.Anchor, Name: section.Name, Role: string(section.Role)}
		for _, p := range section.Parts {
			sv.Parts = append(sv.Parts, PartView{Decision: p.Decision, Anchor: p.Anchor, Text: m.texts[p.Text]})
		}
		v.Sections = append(v.Sections, sv)
	}
	for _, a := range attachments {
		if a.item == item.Number && a.item != "" {
			v.Files = append(v.Files, a.view)
		}
	}
	return v
}

func (s *Site) neighbour(m *meeting) MeetingLink {
	if m == nil {
		return MeetingLink{}
	}
	return MeetingLink{Date: m.Date, Href: s.href(m.address)}
}

// attachment is a published file of a meeting.
type attachment struct {
	view    AttachmentView
	item    string
	address string
}

// attachments are the meeting's listed files, without those of closed items.
func (l *linker) attachments(m *meeting) []attachment {
	var list []attachment
	for _, a := range m.Attachments {
		if agenda := m.AgendaItem(a.Item); agenda != nil && a.Item != "" && agenda.Closed {
			continue
		}
		p := source.Path(string(m.Dir) + "/" + a.File)
		f, ok := l.site.files[p]
		if !ok || !m.Bundle || strings.Contains(a.File, "/") {
			l.report(a.Pos, source.AttachmentMissing, a.File, l.site.nearestBeside(m, a.File), bundleOf(m), inBundle(m))
			continue
		}
		address := l.fileAddress(p, a.Pos)
		if address == "" {
			continue
		}
		list = append(list, attachment{item: a.Item, address: address, view: AttachmentView{
			Title: a.Title, Href: l.site.href(address), Type: strings.TrimPrefix(p.Ext(), "."), Size: f.Size}})
	}
	return list
}

// bundleOf is where minutes without a folder of their own must move to have
// files beside them; "" of those that have one.
func bundleOf(m *meeting) string {
	if m.Bundle {
		return ""
	}
	return m.Name + "/index.md"
}

// inBundle is not empty of minutes with a folder of their own.
func inBundle(m *meeting) string {
	if m.Bundle {
		return m.Dir.Base()
	}
	return ""
}

// nearestBeside is the file in the meeting's folder most like the one named.
func (s *Site) nearestBeside(m *meeting, name string) string {
	var names []string
	if m.Bundle {
		for p := range s.files {
			if p.Dir() == m.Dir {
				names = append(names, p.Base())
			}
		}
	}
	slices.Sort(names)
	return source.Nearest(name, names)
}
