package site

import (
	"referat/generator/data"
)

// This file holds what minutes say of a subject: decisions and mentions. There may
// be thousands, so that a page's recipe holds them as leaves.

// subjectPage is what a subject's page is made from.
type subjectPage struct {
	SubjectView
	frame       *frame
	address     string
	own, shared []*decision
	mentions    *sheaf[*mentions]
}

// View puts decisions and mentions in.
func (p subjectPage) View() any {
	v := p.SubjectView
	v.Own, v.Shared = p.frame.decisionViews(p.own, p.address, nil), p.frame.decisionViews(p.shared, p.address, nil)
	v.Mentions = mentionViews(p.frame, p.mentions)
	return v
}

// mentionViews shows mentions. Views are made each time: there may be hundreds of
// thousands.
func mentionViews(f *frame, of *sheaf[*mentions]) []MentionView {
	views := make([]MentionView, 0, countMentions(of))
	for _, m := range of.leaves {
		views = m.appendViews(views, f)
	}
	return views
}

func countMentions(of *sheaf[*mentions]) (n int) {
	for _, m := range of.leaves {
		n += len(m.places)
	}
	return n
}

// subjectFile is what a subject's data are made from.
type subjectFile struct {
	data.Subject
	frame    *frame
	mentions *sheaf[*mentions]
}

// View puts the mentions in.
func (f subjectFile) View() any {
	d := f.Subject
	d.Mentions = make([]data.Mention, 0, countMentions(f.mentions))
	for _, m := range f.mentions.leaves {
		for _, place := range m.places {
			v := f.frame.mention(m, m.of.reading.Mentions[place])
			d.Mentions = append(d.Mentions, data.Mention{Date: v.Date.String(), Address: f.frame.origin + v.Href, Draft: v.Draft, Text: v.Before + v.Name + v.After})
		}
	}
	return d
}

// mentions are those of every subject, newest first.
func (s *Site) mentions() map[string][]*mentions {
	all := map[string][]*mentions{}
	for _, g := range s.subjects {
		if before, ok := s.memory.subjects.before[g.ID].(*sheaf[*mentions]); ok {
			all[g.ID] = make([]*mentions, 0, len(before.leaves)+8)
		}
	}
	for _, m := range s.minutes {
		for _, group := range m.extract.mentions {
			all[group.subject] = append(all[group.subject], group)
		}
	}
	return all
}

// readDecisions finds, newest first, the decisions of items that concern a
// subject, by its id, and under data.AllSubjects those of items that concern all.
func (s *Site) readDecisions() map[string][]*decision {
	found := map[string][]*decision{}
	for _, m := range s.held[""] {
		for i := range m.extract.decisions {
			d := &m.extract.decisions[i]
			if len(d.concerns) == 0 {
				continue
			}
			shown := s.shown(m, d)
			for _, id := range d.concerns {
				found[id] = append(found[id], shown)
			}
		}
	}
	return found
}
