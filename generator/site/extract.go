package site

import (
	"referat/generator/content"
	"referat/generator/plain"
)

// extract is what other pages show of a meeting.
type extract struct {
	row      *row
	mentions []*mentions
	made     plain.Digest // of all that it was made from
}

// row is a meeting in lists. It is a leaf.
type row struct {
	MeetingRow
	digest plain.Digest
}

func (r *row) Digest() plain.Digest { return r.digest }

// mentions are the sentences of a meeting that name one subject. It is a leaf.
type mentions struct {
	subject string
	views   []MentionView
	digest  plain.Digest
}

func (m *mentions) Digest() plain.Digest { return m.digest }

// extract gives the meeting's extract, the same as long as nothing changes it.
// Like reading it changes nothing.
func (m *Memory) extract(f *frame, of *meeting) *extract {
	made := plain.DigestOf(struct {
		Reading   *Reading
		Frame     *frame
		Committee string
		Draft     bool
	}{of.reading, f, of.committee.Title, of.draft})
	if known := m.extracts[of.Minutes]; known != nil && known.made == made {
		return known
	}
	e := &extract{made: made, row: &row{MeetingRow: f.row(of)}}
	e.row.digest = plain.DigestOf(e.row.MeetingRow)
	bySubject := map[string]*mentions{}
	for _, found := range of.reading.Mentions {
		group := bySubject[found.Subject]
		if group == nil {
			group = &mentions{subject: found.Subject}
			bySubject[found.Subject] = group
			e.mentions = append(e.mentions, group)
		}
		group.views = append(group.views, f.mention(of, found))
	}
	for _, group := range e.mentions {
		group.digest = plain.DigestOf(group.views)
	}
	return e
}

func (f *frame) row(m *meeting) MeetingRow {
	r := MeetingRow{Date: m.Date, Sequence: m.Sequence(), Title: m.Title, Committee: m.committee.Title, State: string(m.State), Draft: m.draft,
		Href: f.href(m.address), Case: m.Record.Case}
	for i := range m.Items {
		if item := &m.Items[i]; !item.Closed {
			r.Items++
			r.Decisions += item.Decisions()
			r.Topics = append(r.Topics, item.Title)
		}
	}
	return r
}

func (f *frame) mention(m *meeting, found Mentioned) MentionView {
	item := &m.Items[found.Item]
	section := &item.Sections[found.Section]
	anchor := section.Anchor
	if anchor == "" {
		anchor = item.Anchor
	}
	return MentionView{Date: m.Date, Committee: m.committee.Title, Number: item.Number, Title: item.Title, Section: section.Name,
		Href: f.href(m.address + "#" + anchor), Before: found.Before, Name: found.Name, After: found.After}
}

// rowsOf are the rows of meetings.
func rowsOf(list []*meeting) []*row {
	rows := make([]*row, len(list))
	for i, m := range list {
		rows[i] = m.extract.row
	}
	return rows
}

func viewsOf(rows []*row) []MeetingRow {
	views := make([]MeetingRow, len(rows))
	for i, r := range rows {
		views[i] = r.MeetingRow
	}
	return views
}

// textOf is a fragment on a page, with its holes filled.
func textOf(from *content.Minutes, f *content.Fragment, links []string, marks []Mark) Text {
	if f == nil || f.ID == "" {
		return Text{}
	}
	return Text{From: from.Path, Fragment: f.ID, Links: links, Marks: marks}
}
