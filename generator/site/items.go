package site

import (
	"cmp"

	"referat/generator/content"
	"referat/generator/data"
	"referat/generator/plain"
)

// itemRows are the items of a meeting as rows of a table. It is a leaf.
type itemRows struct {
	minutes *content.Minutes
	name    string // of the committee
	draft   bool
	digest  plain.Digest
}

func (r *itemRows) Digest() plain.Digest { return r.digest }

// itemRowsOf are the rows of a meeting; those before, when they are the same.
func (f *frame) itemRowsOf(m *meeting, before *itemRows) *itemRows {
	r := &itemRows{minutes: m.Minutes, name: m.committee.Title, draft: m.draft}
	r.digest = plain.DigestOf(r.appendTo(make([]data.ItemRow, 0, len(m.Items)), f))
	if before != nil && before.digest == r.digest {
		return before
	}
	return r
}

func (r *itemRows) appendTo(rows []data.ItemRow, f *frame) []data.ItemRow {
	m := r.minutes
	address, date := f.absolute(f.minutesAddress(m)), m.Date.String()
	for i := range m.Items {
		item := &m.Items[i]
		if item.Closed {
			continue
		}
		row := data.ItemRow{Date: date, Committee: m.Committee, CommitteeName: r.name, Number: item.Number, Title: item.Title,
			Kind: f.KindOf(item.Kind), Draft: r.draft, Address: address + "#" + item.Anchor}
		if a := m.AgendaItem(item.Number); a != nil {
			row.Kind, row.Concerns = cmp.Or(a.Kind, row.Kind), concernedBy(a)
		}
		for _, part := range item.Decided() {
			row.DecisionTexts = append(row.DecisionTexts, fragments(m.Path, part.Text))
		}
		rows = append(rows, row)
	}
	return rows
}

// itemTable is what the table of all items is made from.
type itemTable struct {
	frame *frame
	rows  *sheaf[*itemRows]
}

// View makes the rows. There are many, so that room is made for them once.
func (t itemTable) View() any {
	most := 0
	for _, r := range t.rows.leaves {
		most += len(r.minutes.Items)
	}
	v := data.Items{Rows: make([]data.ItemRow, 0, most)}
	for _, r := range t.rows.leaves {
		v.Rows = r.appendTo(v.Rows, t.frame)
	}
	return v
}

func (t itemTable) graft(g *grafts) any {
	t.rows = onSheaf(g, t.rows)
	return t
}

// itemsOutput is the table of the items of all public minutes, the newest meeting first. A
// translation would have them twice.
func (s *Site) itemsOutput() Output {
	held := s.held[""]
	rows := make([]*itemRows, len(held))
	for i, m := range held {
		rows[i] = m.extract.items
	}
	return Output{Path: outputPath(itemsAddress), Form: CSV, Made: itemTable{s.frame, tie(&s.memory.lists, itemsAddress, rows)}}
}
