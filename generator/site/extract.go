package site

import (
	"cmp"
	"slices"

	"referat/generator/content"
	"referat/generator/data"
	"referat/generator/plain"
)

// extract is what other pages show of a meeting.
type extract struct {
	row       *row
	tiding    *tiding
	event     *event
	mentions  []*mentions
	decisions []decided
	indexed   *indexed // that is like before if the index shows nothing else
	items     *itemRows
	page      string // output paths of the page and its data
	file      string
	of        extractOf
}

// extractOf is all that an extract depends on, but for the minutes.
type extractOf struct {
	reading   *Reading
	settings  plain.Digest
	committee string
	draft     bool
	on        days
}

// newExtract is one that tells nothing yet.
func newExtract() *extract { return &extract{row: &row{}, tiding: &tiding{}, event: &event{}} }

func (s *Site) extractOf(m *meeting) extractOf {
	return extractOf{m.reading, s.frame.Digest(), m.committee.Title, m.draft, m.on}
}

// decided is a decision and the subjects that its item concerns.
type decided struct {
	item     *content.Item
	part     *content.Part
	concerns []string  // their ids, or data.AllSubjects
	shown    *decision // nil where links are shown, which lead where the whole site says
}

// row is a meeting in lists. It is a leaf.
type row struct {
	MeetingRow
	digest plain.Digest
}

func (r *row) Digest() plain.Digest { return r.digest }

// mentions are the sentences of a meeting that name one subject, and items that concern it.
// It is a leaf.
type mentions struct {
	subject string
	minutes *content.Minutes
	of      *extractOf // the extract that it is part of, as those of other subjects
	places  []int      // in the reading
	digest  plain.Digest
}

func (m *mentions) Digest() plain.Digest { return m.digest }

func (m *mentions) appendViews(to []MentionView, f *frame) []MentionView {
	to = slices.Grow(to, len(m.places))
	for _, place := range m.places {
		to = append(to, f.mention(m, m.of.reading.Mentions[place]))
	}
	return to
}

// mentionsParts are what others show of mentions: pages their views, feeds also the items
// and the decisions that they stand in.
type mentionsParts struct {
	views   []MentionView
	items   []string // their anchors
	decided []string // the texts of decisions; "" of all else
	on      days
}

func (p *mentionsParts) fill(m *mentions, f *frame) {
	p.views, p.items, p.decided, p.on = m.appendViews(p.views[:0], f), p.items[:0], p.decided[:0], m.of.on
	for _, place := range m.places {
		found := m.of.reading.Mentions[place]
		p.items = append(p.items, m.minutes.Items[found.Item].Anchor)
		p.decided = append(p.decided, m.decided(found))
	}
}

// decided names the text of the decision that a mention stands in; "" of any other text.
func (m *mentions) decided(found Mentioned) string {
	if !found.named() {
		return ""
	}
	section := &m.minutes.Items[found.Item].Sections[found.Section]
	if part := &section.Parts[found.Part]; slices.Contains(section.Decided(), part) {
		return part.Text.ID
	}
	return ""
}

// makeExtract makes the meeting's extract. Parts that are as in the one before it
// stay the very same.
func (s *Site) makeExtract(of *meeting, before *extract) *extract {
	e := &extract{of: s.extractOf(of), row: &row{MeetingRow: s.row(of)}, decisions: decisionsOf(of.Minutes),
		page: outputPath(of.address), file: outputPath(of.address + "index.json")}
	e.row.digest = plain.DigestOf(&e.row.MeetingRow)
	e.tiding, e.event = tidingOf(of, &e.row.MeetingRow), eventOf(of, e.row.Href)
	e.indexed = s.makeIndexed(of)
	e.items = s.itemRowsOf(of, before.items)
	e.keep(before)
	for i := range e.decisions {
		d := &e.decisions[i]
		if len(d.part.Text.Links) > 0 && d.part.Opening == "" {
			continue
		}
		d.shown = s.decision(of, d)
		if i < len(before.decisions) && before.decisions[i].shown != nil && before.decisions[i].shown.digest == d.shown.digest {
			d.shown = before.decisions[i].shown
		}
	}
	e.mentions = e.mentionsIn(of.Minutes)
	var parts mentionsParts
	for i, m := range e.mentions {
		parts.fill(m, s.frame)
		m.digest = plain.DigestOf(&parts)
		for _, was := range before.mentions {
			if was.digest == m.digest && was.subject == m.subject {
				e.mentions[i] = was
			}
		}
	}
	return e
}

// mentionsIn are those of the reading, by subject, in the order in which these are mentioned first.
func (e *extract) mentionsIn(minutes *content.Minutes) []*mentions {
	found := e.of.reading.Mentions
	var subjects []string
	for _, m := range found {
		if !slices.Contains(subjects, m.Subject) {
			subjects = append(subjects, m.Subject)
		}
	}
	all, list, places := make([]mentions, len(subjects)), make([]*mentions, len(subjects)), make([]int, 0, len(found))
	for i, id := range subjects {
		for place, m := range found {
			if m.Subject == id {
				places = append(places, place)
			}
		}
		all[i] = mentions{subject: id, minutes: minutes, of: &e.of, places: slices.Clip(places)}
		list[i], places = &all[i], places[len(places):]
	}
	return list
}

// keep takes over those leaves of the extract before that say the same.
func (e *extract) keep(before *extract) {
	if e.row.digest == before.row.digest {
		e.row = before.row
	}
	if e.tiding.digest == before.tiding.digest {
		e.tiding = before.tiding
	}
	if e.event.digest == before.event.digest {
		e.event = before.event
	}
	if before.indexed != nil && before.indexed.digest == e.indexed.digest {
		e.indexed = before.indexed
	}
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

func (f *frame) mention(m *mentions, found Mentioned) MentionView {
	item := &m.minutes.Items[found.Item]
	anchor, name := item.Anchor, ""
	if found.named() {
		section := &item.Sections[found.Section]
		anchor, name = cmp.Or(section.Anchor, anchor), section.Name
	}
	before, words, after := m.of.reading.sentence(found)
	return MentionView{Date: m.minutes.Date, Sequence: m.minutes.Sequence(), Committee: m.of.committee, Draft: m.minutes.State == content.Draft, Number: item.Number, Title: item.Title, Section: name,
		Href: f.href(f.minutesAddress(m.minutes) + "#" + anchor), Before: before, Name: words, After: after}
}

// decisionsOf are the decisions of minutes.
func decisionsOf(m *content.Minutes) []decided {
	var list []decided
	for i := range m.Items {
		item := &m.Items[i]
		if item.Closed {
			continue
		}
		var concerns []string
		if a := m.AgendaItem(item.Number); a != nil {
			concerns = concernedBy(a)
		}
		for _, part := range item.Decided() {
			list = append(list, decided{item: item, part: part, concerns: concerns})
		}
	}
	return list
}

// concernedBy are the subjects that an item of the agenda concerns, or data.AllSubjects.
func concernedBy(a *content.AgendaItem) []string {
	if a.All {
		return []string{data.AllSubjects}
	}
	return a.Concerns
}

// rowsOf are the rows of meetings, for use in one place.
func (s *Site) rowsOf(use string, list []*meeting) *sheaf[*row] {
	rows := make([]*row, len(list))
	for i, m := range list {
		rows[i] = m.extract.row
	}
	return tie(&s.memory.lists, use, rows)
}

func viewsOf(rows *sheaf[*row]) []MeetingRow {
	views := make([]MeetingRow, len(rows.leaves))
	for i, r := range rows.leaves {
		views[i] = r.MeetingRow
	}
	return views
}

// textOf is a fragment on a page, with its holes filled.
func textOf(from *content.Minutes, f *content.Fragment, links []Target, marks []Mark) Text {
	if f == nil || f.ID == "" {
		return Text{}
	}
	return Text{From: from.Path, Fragment: f.ID, Links: links, Marks: marks}
}
