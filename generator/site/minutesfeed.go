package site

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"referat/generator/danish"
	"referat/generator/plain"
)

// minutesFeeds are the feed of all minutes and one for each committee.
func (s *Site) minutesFeeds() {
	s.put(s.feedOutput(s.listAddress(), s.minutesFeed("", s.feedOf(s.listAddress(), Wording{Label: "feed_title", Words: []string{s.Minutes.Title, s.Title}})), ""))
	for _, c := range s.committees {
		address := s.committeeAddress(c.ID)
		s.put(s.feedOutput(address, s.minutesFeed(c.ID, s.feedOf(address, Wording{Label: "feed_title", Words: []string{c.Title, s.Title}})), c.Path))
	}
}

// minutesFeed is what a feed of minutes is made from: its view without entries, and
// what those tell.
type minutesFeed struct {
	FeedView
	origin  string
	tidings *sheaf[*tiding]
}

func (s *Site) minutesFeed(committee string, head FeedView) minutesFeed {
	newest := newestOf(s.held[committee])
	newest = newest[:min(len(newest), mostInFeed)]
	leaves := make([]*tiding, len(newest))
	for i, m := range newest {
		leaves[i] = m.extract.tiding
	}
	return minutesFeed{head, s.origin, tie(&s.memory.lists, head.Self, leaves)}
}

// View puts the entries in.
func (f minutesFeed) View() any {
	v := f.FeedView
	var updated int64
	for _, n := range f.tidings.leaves {
		updated = max(updated, n.on.last)
		v.Entries = append(v.Entries, n.entry(f.origin))
	}
	if len(v.Entries) > 0 {
		v.Updated = instantAt(updated)
	}
	return v
}

// tiding is what a feed tells of minutes. It is a leaf.
type tiding struct {
	tidingParts
	digest plain.Digest
}

func (n *tiding) Digest() plain.Digest { return n.digest }

type tidingParts struct {
	href      string
	date      danish.Date
	sequence  int
	committee string
	draft     bool
	summary   string   // of the minutes
	topics    []string // titles of the items
	on        days
}

func tidingOf(m *meeting, row *MeetingRow) *tiding {
	n := &tiding{tidingParts: tidingParts{row.Href, m.Date, row.Sequence, row.Committee, m.draft, m.Summary, row.Topics, m.on}}
	n.digest = plain.DigestOf(&n.tidingParts)
	return n
}

// entry is the entry of a feed. It says in few words what the minutes are about.
func (n *tiding) entry(origin string) FeedEntry {
	about := cmp.Or(n.summary, strings.Join(n.topics, "; "))
	return FeedEntry{Page: origin + n.href, Published: n.on.publishedAt(), Updated: n.on.updatedAt(), Category: n.committee,
		Title: titled("feed_minutes", n.draft, n.date, n.sequence, n.committee), Summary: []Wording{{Words: []string{about}}}}
}

// titled is the title of an entry about a meeting, without the title of the meeting.
func titled(label string, draft bool, day danish.Date, sequence int, committee string, before ...danish.Date) []Wording {
	title := []Wording{{Label: label, Days: append(slices.Clip(before), day), Words: []string{committee}}}
	if sequence > 0 {
		title = append(title, Wording{Label: "feed_sequence", Words: []string{strconv.Itoa(sequence)}})
	}
	if draft {
		title = slices.Insert(title, 0, Wording{Label: "draft_title"})
	}
	return title
}

func (f minutesFeed) graft(g *grafts) any {
	f.tidings = onSheaf(g, f.tidings)
	return f
}
