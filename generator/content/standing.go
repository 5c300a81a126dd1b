package content

import (
	"referat/generator/danish"
	"referat/generator/source"
)

// Standing is how far minutes have come, and what the authority says of that.
type Standing struct {
	State           State
	Approved        danish.Date
	ApprovedBy      Ref // the minutes of the meeting that approved these
	Withdrawn       danish.Date
	WithdrawnReason Reason // "" of old files, which do not say
}

// State is how far minutes have come.
type State string

const (
	Planned   State = "planned"   // called; there may be an agenda
	Cancelled State = "cancelled" // not held
	Draft     State = "draft"     // not for the public
	Final     State = "final"     // sent out; whether approved is not stated
	Approved  State = "approved"  // with a date
	Withdrawn State = "withdrawn" // with a date; the text is not published
)

// States are all states.
func States() []string {
	return []string{string(Planned), string(Cancelled), string(Draft), string(Final), string(Approved), string(Withdrawn)}
}

// Reason is the class of reasons for which minutes are withdrawn.
type Reason string

const (
	PersonalData Reason = "persondata" // told of persons what was not to be told
	Mistake      Reason = "fejl"       // published by mistake, or wrong as a whole
	Copyright    Reason = "ophavsret"  // somebody else's work
)

func reasons() []string { return []string{string(PersonalData), string(Mistake), string(Copyright)} }

func (m *Minutes) readStanding(t *table) {
	if t.required("state", `state = "draft"`) != "" {
		m.State = State(t.choice("state", States()...))
	}
	m.Approved = t.stateDate("approved", m.State == Approved)
	m.ApprovedBy = t.ref("approved_by")
	m.Withdrawn = t.stateDate("withdrawn", m.State == Withdrawn)
	m.WithdrawnReason = Reason(t.choice("withdrawn_reason", reasons()...))
	if !m.Approved.IsZero() && m.Approved.Before(m.Date) {
		t.report("approved", source.ApprovedEarly, m.Approved.String())
	}
	if m.ApprovedBy.Web != "" {
		t.report("approved_by", source.ApprovedBy, m.ApprovedBy.As)
		m.ApprovedBy = Ref{}
	}
	if m.State == Withdrawn && m.WithdrawnReason == "" && !t.has("withdrawn_reason") {
		t.report("withdrawn", source.WithdrawnReason)
	}
}

// stateDate is a date that its state needs.
func (t *table) stateDate(key string, needed bool) danish.Date {
	d := t.date(key)
	if needed && !t.has(key) {
		t.missing(key, key+" = 2023-11-07")
	}
	return d
}
