package site

import (
	"referat/generator/content"
	"referat/generator/data"
	"referat/generator/plain"
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
	v.Own, v.Shared = p.decisionViews(p.own), p.decisionViews(p.shared)
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
			v := f.frame.mention(m, m.reading.Mentions[place])
			d.Mentions = append(d.Mentions, data.Mention{Date: v.Date.String(), Address: f.frame.origin + v.Href, Draft: v.Draft, Text: v.Before + v.Name + v.After})
		}
	}
	return d
}

// mentions are those of every subject, newest first.
func (s *Site) mentions() map[string][]*mentions {
	all := map[string][]*mentions{}
	for _, g := range s.subjects {
		if before := s.memory.mentions.before[g.ID]; before != nil {
			all[g.ID] = make([]*mentions, 0, len(before.leaves)+8)
		}
	}
	for _, m := range s.minutes {
		if m.extract == nil {
			continue
		}
		for _, group := range m.extract.mentions {
			all[group.subject] = append(all[group.subject], group)
		}
	}
	return all
}

// decision is a decision of an item that concerns subjects, with links that know
// nothing of where it is shown. It is a leaf.
type decision struct {
	view   DecisionView
	on     days
	digest plain.Digest
}

func (d *decision) Digest() plain.Digest { return d.digest }

// readDecisions finds, newest first, the decisions of items that concern a
// subject, by its id, and under "*" those of items that concern all.
func (s *Site) readDecisions() map[string][]*decision {
	found := map[string][]*decision{}
	for _, m := range s.held[""] {
		for _, d := range m.extract.decisions {
			shown := d.shown
			if shown == nil {
				shown = s.decision(m, d.item, d.text)
			}
			for _, id := range d.concerns {
				found[id] = append(found[id], shown)
			}
		}
	}
	return found
}

func (s *Site) decision(m *meeting, item *content.Item, text *content.Fragment) *decision {
	d := &decision{on: m.on, view: DecisionView{Date: m.Date, Sequence: m.Sequence(), Committee: m.committee.Title, Draft: m.draft, Number: item.Number,
		Href: s.href(m.address + "#" + item.Anchor), Text: Text{From: m.Path, Fragment: text.ID, Quoted: true, Heading: item.Title}}}
	for _, hole := range text.Links {
		d.view.Text.Links = append(d.view.Text.Links, s.links.target(m.Path, hole))
	}
	d.digest = plain.DigestOf(&struct {
		view DecisionView
		on   days
	}{d.view, d.on})
	return d
}

// decisionViews shows decisions on the subject's page.
func (p subjectPage) decisionViews(list []*decision) []DecisionView {
	var views []DecisionView
	for _, d := range list {
		v := d.view
		v.Text.Links = nil
		for _, t := range d.view.Text.Links {
			v.Text.Links = append(v.Text.Links, Target{p.frame.onPage(t.Href, p.address), t.Size})
		}
		views = append(views, v)
	}
	return views
}
