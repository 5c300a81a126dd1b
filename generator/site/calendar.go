package site

import (
	"strings"

	"referat/generator/content"
	"referat/generator/danish"
	"referat/generator/plain"
	"referat/generator/source"
)

// calendarName is the name of every calendar, in the folder of whose meetings it has.
const calendarName = "kalender.ics"

// CalendarView is a calendar of meetings, those to come and those that are past. Its words
// stand there by their labels and are put in when it is written.
type CalendarView struct {
	Self   string // absolute address
	Name   []Wording
	Maker  string
	Events []EventView
}

// EventView is a meeting in a calendar, known by the address of its page.
type EventView struct {
	Page      string // absolute address
	Title     []Wording
	Text      []Wording
	Place     string
	Committee string
	Changed   string // instant (RFC 3339)
	Sequence  int    // grows with what is published of the meeting
	Date      danish.Date
	Start     string // 14:00; may be empty, as may what follows
	End       string
	Cancelled bool
}

// calendars are the calendar of all meetings and one for each committee.
func (s *Site) calendars() {
	s.putCalendar("/", "", "", Wording{Label: "calendar_title", Words: []string{s.Title}})
	for _, c := range s.committees {
		s.putCalendar(s.committeeAddress(c.ID), c.ID, c.Path, Wording{Label: "calendar_title", Words: []string{c.Title}})
	}
}

func (s *Site) putCalendar(address, committee string, from source.Path, name Wording) {
	list := s.held[committee]
	leaves := make([]*event, len(list))
	for i, m := range list {
		leaves[i] = m.extract.event
	}
	made := calendarFile{CalendarView{Self: s.absolute(address + calendarName), Name: []Wording{name}, Maker: s.Organisation.Name},
		s.origin, tie(&s.memory.lists, address+calendarName, leaves)}
	s.put(Output{Path: outputPath(address + calendarName), Form: Calendar, Layout: FeedWords, Lang: s.Language, Made: made, From: from})
}

// calendarFile is what a calendar is made from: its view without events, and these.
type calendarFile struct {
	CalendarView
	origin string
	events *sheaf[*event]
}

// View puts the events in.
func (f calendarFile) View() any {
	v := f.CalendarView
	v.Events = make([]EventView, len(f.events.leaves))
	for i, e := range f.events.leaves {
		v.Events[i] = e.view(f.origin)
	}
	return v
}

func (f calendarFile) graft(g *grafts) any {
	f.events = onSheaf(g, f.events)
	return f
}

// event is what calendars tell of a meeting. It is a leaf.
type event struct {
	eventParts
	digest plain.Digest
}

func (e *event) Digest() plain.Digest { return e.digest }

type eventParts struct {
	href, title, committee, place string
	date                          danish.Date
	start, end                    string
	state                         content.State
	draft                         bool
	on                            days
}

func eventOf(m *meeting, href string) *event {
	e := &event{eventParts: eventParts{href, m.Title, m.committee.Title, m.Place, m.Date, m.Start, m.End, m.State, m.draft, m.on}}
	e.digest = plain.DigestOf(&e.eventParts)
	return e
}

func (e *event) view(origin string) EventView {
	v := EventView{Page: origin + e.href, Title: []Wording{{Words: []string{e.title}}}, Place: e.place, Committee: e.committee,
		Changed: instantOf(e.on.updated), Sequence: e.on.changes, Date: e.date, Start: strings.Replace(e.start, ".", ":", 1), End: strings.Replace(e.end, ".", ":", 1),
		Cancelled: e.state == content.Cancelled}
	label := "calendar_minutes"
	switch {
	case v.Cancelled:
		label = "calendar_agenda"
		v.Title[0].Label = "calendar_cancelled"
	case e.state == content.Planned:
		label = "calendar_agenda"
	case e.draft:
		label = "calendar_draft"
	}
	v.Text = []Wording{{Label: label, Words: []string{v.Page}}}
	return v
}
