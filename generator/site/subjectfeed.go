package site

import (
	"cmp"
	"slices"
	"strconv"
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

// inAllFeeds is what the feeds of all subjects have in common.
type inAllFeeds struct {
	shared   []*decision          // that concern all
	meetings map[source.Path]bool // which these are of
	newest   []*meeting           // all that have minutes, as feeds tell of them
}

func (s *Site) inAllFeeds(shared []*decision) inAllFeeds {
	return inAllFeeds{shared, meetingsOf(shared), newestOf(minutesIn(s.minutes), len(s.minutes))}
}

func meetingsOf(list []*decision) map[source.Path]bool {
	meetings := map[source.Path]bool{}
	for _, d := range list {
		meetings[d.view.Text.From] = true
	}
	return meetings
}

func (s *Site) subjectFeed(g *content.Subject, h history, all inAllFeeds) subjectFeed {
	address := s.subjectAddress(g.ID)
	f := subjectFeed{FeedView: s.feedOf(address, Wording{Label: "feed_title", Words: []string{g.Title, s.Title}}), frame: s.frame, many: s.Subjects.Many}
	for _, step := range s.steps(g) {
		if at := step.Date.AsOf(); step.Done && at.Year > 0 {
			day := instantOf(at)
			f.Entries = append(f.Entries, FeedEntry{Page: s.absolute(address + "#" + step.anchor), Published: day, Updated: day,
				Title: []Wording{{Label: "feed_step", Words: []string{step.Title, step.Date.Spoken()}}}, Text: []Wording{{Words: []string{step.Note}}}})
		}
	}
	kept := all.newestAbout(g.ID, meetingsOf(h.decisions))
	others := func(d *decision) bool { return !kept[d.view.Text.From] }
	f.own, f.shared = slices.DeleteFunc(slices.Clone(h.decisions), others), slices.DeleteFunc(slices.Clone(all.shared), others)
	f.mentions = s.memory.mentions.tie(g.ID+" feed", slices.DeleteFunc(slices.Clone(h.mentions), func(m *mentions) bool { return !kept[m.minutes.Path] }))
	return f
}

// newestAbout are the meetings that the feed of a subject tells of, of which some decided.
func (a inAllFeeds) newestAbout(id string, decided map[source.Path]bool) map[source.Path]bool {
	kept := map[source.Path]bool{}
	for _, m := range a.newest {
		if len(kept) == mostMeetingsInFeed {
			break
		}
		if decided[m.Path] || a.meetings[m.Path] || m.mentions(id) {
			kept[m.Path] = true
		}
	}
	return kept
}

// mentions tells that the texts of a meeting name a subject, or that an item concerns it.
func (m *meeting) mentions(id string) bool {
	return slices.ContainsFunc(m.extract.mentions, func(of *mentions) bool { return of.subject == id })
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
			told := Wording{Words: []string{strings.TrimSpace(found.Before + found.Name + found.After)}}
			if found.Name == "" {
				told = Wording{Label: "concerned"}
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
	return FeedEntry{Page: f.frame.origin + d.view.Href, Published: instantOf(d.on.published), Updated: instantOf(d.on.updated), Category: d.view.Committee,
		Title: itemTitled(title, d.view.Draft, d.view.Date, d.view.Sequence, d.view.Committee)}
}

// mentioned is the entry of an item in which the subject is mentioned or which concerns it,
// without its words.
func (f subjectFeed) mentioned(m *mentions, found Mentioned) FeedEntry {
	item, v := m.minutes.Items[found.Item], f.frame.mention(m, found)
	label := "feed_mention"
	if found.Name == "" {
		label = "feed_concerned"
	}
	return FeedEntry{Page: f.frame.absolute(f.frame.minutesAddress(m.minutes) + "#" + item.Anchor), Published: instantOf(m.of.on.published), Updated: instantOf(m.of.on.updated),
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
	f.own, f.shared = onList(g, f.own, g.decisions), onList(g, f.shared, g.decisions)
	f.mentions = onSheaf(g, f.mentions, g.mentions)
	return f
}

// step is a dated step of a subject, or of all, and its place on the subject's page.
type step struct {
	content.Milestone
	all    bool
	anchor string
}

// steps are a subject's own steps and those of all subjects. The stage of a report names
// its place for good; any other step has its title.
func (s *Site) steps(g *content.Subject) []step {
	list := make([]step, 0, len(g.Milestones)+len(s.shared))
	taken := map[string]int{}
	add := func(m content.Milestone, all bool) {
		anchor := "forloeb-" + cmp.Or(m.Stage, danish.Slug(m.Title))
		if taken[anchor]++; taken[anchor] > 1 {
			anchor += "-" + strconv.Itoa(taken[anchor])
		}
		list = append(list, step{m, all, anchor})
	}
	for _, m := range g.Milestones {
		add(m, false)
	}
	for _, m := range s.shared {
		add(m, true)
	}
	return list
}
