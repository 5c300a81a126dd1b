package site

import (
	"cmp"
	"slices"
	"strings"

	"referat/generator/content"
	"referat/generator/danish"
	"referat/generator/data"
	"referat/generator/source"
)

// mostMeetingsInFeed is of how many meetings a subject's feed tells what they decided and
// said. It counts meetings, not entries, which an edit of a text may join or part.
const mostMeetingsInFeed = 50

// subjectFeed is what a subject's feed is made from: its view, which has only the steps of
// the subject yet, and what minutes decided and said of it.
type subjectFeed struct {
	FeedView
	frame       *frame
	many        string // subjects, as in SubjectsSummary
	own, shared []*decision
	mentions    *sheaf[*mentions]
}

// subjectFeed makes it of what minutes say of the subject; newest are the minutes in the
// order in which feeds tell of them.
func (s *Site) subjectFeed(g *content.Subject, own, shared []*decision, all []*mentions, newest []*meeting) subjectFeed {
	address := s.subjectAddress(g.ID)
	f := subjectFeed{FeedView: s.feedOf(address, Wording{Label: "feed_title", Words: []string{g.Title, s.Title}}), frame: s.frame, many: s.Subjects.Many}
	steps := s.steps(g)
	slices.SortStableFunc(steps, func(a, b step) int { return b.Date.AsOf().Compare(a.Date.AsOf()) }) // many may have been recorded on one day
	for _, step := range steps {
		if step.told() {
			f.Entries = append(f.Entries, FeedEntry{Page: s.absolute(address + "#" + step.anchor), Published: step.on.publishedAt(), Updated: step.on.updatedAt(),
				Title: []Wording{{Label: "feed_step", Words: []string{step.Title, step.Date.Spoken()}}}, Text: []Wording{{Words: []string{step.Note}}}})
		}
	}
	kept := newestAbout(g.ID, newest)
	others := func(d *decision) bool { return !kept[d.view.Text.From] }
	f.own, f.shared = slices.DeleteFunc(slices.Clone(own), others), slices.DeleteFunc(slices.Clone(shared), others)
	f.mentions = tie(&s.memory.subjects, g.ID+" feed", slices.DeleteFunc(slices.Clone(all), func(m *mentions) bool { return !kept[m.minutes.Path] }))
	return f
}

// newestAbout are the first of some meetings that tell of a subject.
func newestAbout(id string, newest []*meeting) map[source.Path]bool {
	about := map[source.Path]bool{}
	for _, m := range newest {
		if len(about) == mostMeetingsInFeed {
			break
		}
		if m.tellsOf(id) {
			about[m.Path] = true
		}
	}
	return about
}

// tellsOf tells that minutes mention a subject, or hold a decision about it or about all.
// The decisions of a translation are those of its original.
func (m *meeting) tellsOf(id string) bool {
	return slices.ContainsFunc(m.extract.mentions, func(one *mentions) bool { return one.subject == id }) ||
		m.TranslationOf.IsZero() && slices.ContainsFunc(m.extract.decisions, func(d decided) bool {
			return slices.Contains(d.concerns, id) || slices.Contains(d.concerns, data.AllSubjects)
		})
}

// View puts in what minutes decided and said: an entry for each item.
func (f subjectFeed) View() any {
	v := f.FeedView
	v.Entries = slices.Clone(v.Entries)
	places := map[string]int{}
	at := func(e FeedEntry) *FeedEntry {
		i, there := places[e.Page]
		if !there {
			i = len(v.Entries)
			places[e.Page] = i
			v.Entries = append(v.Entries, e)
		}
		return &v.Entries[i]
	}
	for _, d := range f.own {
		at(f.decided(d, Wording{Label: "feed_decision", Words: []string{d.view.Text.Heading}})).quote(d)
	}
	for _, d := range f.shared {
		at(f.decided(d, Wording{Label: "feed_decision_all", Words: []string{f.many, d.view.Text.Heading}})).quote(d)
	}
	for _, m := range f.mentions.leaves {
		for _, place := range m.places {
			found := m.of.reading.Mentions[place]
			e := at(f.mentioned(m, found))
			if e.quotes(m.decided(found)) {
				continue
			}
			told := Wording{Label: "concerned"}
			if found.named() {
				told = Wording{Words: []string{strings.TrimSpace(m.of.reading.Words[found.From:found.To])}}
			}
			e.Text = append(e.Text, told)
		}
	}
	slices.SortStableFunc(v.Entries, func(a, b FeedEntry) int { return cmp.Compare(b.Updated, a.Updated) })
	if len(v.Entries) > 0 {
		v.Updated = v.Entries[0].Updated
	}
	return v
}

// quote adds the words of a decision.
func (e *FeedEntry) quote(d *decision) {
	e.Quote = append(e.Quote, data.Part{From: string(d.view.Text.From), Fragment: d.view.Text.Fragment})
}

// quotes tells that the entry has the words of the decision with such a text, and so each
// sentence of it.
func (e *FeedEntry) quotes(text string) bool {
	return slices.ContainsFunc(e.Quote, func(p data.Part) bool { return p.Fragment == text })
}

// decided is the entry of an item in which something was decided, without its words.
func (f subjectFeed) decided(d *decision, title Wording) FeedEntry {
	return FeedEntry{Page: f.frame.origin + d.view.Href, Published: d.on.publishedAt(), Updated: d.on.updatedAt(), Category: d.view.Committee,
		Title: itemTitled(title, d.view.Draft, d.view.Date, d.view.Sequence, d.view.Committee)}
}

// mentioned is the entry of an item in which the subject is mentioned or which concerns it,
// without its words.
func (f subjectFeed) mentioned(m *mentions, found Mentioned) FeedEntry {
	item, v := m.minutes.Items[found.Item], f.frame.mention(m, found)
	label := "feed_mention"
	if !found.named() {
		label = "feed_concerned"
	}
	return FeedEntry{Page: f.frame.absolute(f.frame.minutesAddress(m.minutes) + "#" + item.Anchor), Published: m.of.on.publishedAt(), Updated: m.of.on.updatedAt(),
		Category: m.of.committee, Title: itemTitled(Wording{Label: label, Words: []string{v.Title}}, v.Draft, v.Date, v.Sequence, v.Committee)}
}

// itemTitled is the title of an entry about an item of a meeting.
func itemTitled(item Wording, draft bool, day danish.Date, sequence int, committee string) []Wording {
	title := append([]Wording{item}, titled("feed_in_minutes", false, day, sequence, committee)...)
	if draft {
		title = slices.Insert(title, 0, Wording{Label: "draft_title"})
	}
	return title
}

func (f subjectFeed) graft(g *grafts) any {
	f.own, f.shared = onList(g, f.own), onList(g, f.shared)
	f.mentions = onSheaf(g, f.mentions)
	return f
}
