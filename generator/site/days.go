package site

import (
	"cmp"
	"slices"
	"time"

	"referat/generator/content"
	"referat/generator/danish"
	"referat/generator/record"
	"referat/generator/source"
)

// remembered is what the record tells of what was published.
type remembered struct {
	past     *record.Record
	versions allVersions
	days     []days   // of all minutes, in their order
	lists    []string // addresses that lists of a year or a month have had
	begun    int64    // when the site was first published, an instant in seconds; 0: it is not known
}

// begunIn is when the site was first published, as the record knows it.
func begunIn(past *record.Record) int64 {
	if len(past.Documents) == 0 {
		return 0
	}
	first := slices.MinFunc(past.Documents, func(a, b record.Document) int { return a.Recorded.Compare(b.Recorded) })
	return days{published: first.Recorded}.closely(first.Instant, "").first
}

// newestChange is when the newest of the public minutes changed; 0 when there are none.
func (s *Site) newestChange() (at int64) {
	for _, m := range minutesIn(s.held[""]) {
		at = max(at, m.on.last)
	}
	return at
}

// days are when minutes were first published and when they last changed. The record
// knows the day on which it was told of the first; until then the document's own dates
// have to do. A later version has the day of its newest correction, as on its page, and a
// meeting to come the day on which the record was told of its latest change. The clock is
// never asked, so that two builds say the same.
type days struct {
	published danish.Date // zero of a meeting to come whose document has no date
	updated   danish.Date
	changes   int  // of when and where the meeting is, or whether, and later of the words
	recorded  bool // by the record, not by the document
	ahead     bool // of a record, which knows others, but not these

	first, last int64 // the same as published and updated, as closely as it is known: instants in seconds
}

// closely are days whose instants are those of the record, "" where it has none, but for
// what the days tell of later ones.
func (d days) closely(first, last string) days {
	d.first, d.last = seconds(d.published), seconds(d.updated)
	if at, err := time.Parse(time.RFC3339, first); err == nil {
		d.first = at.Unix()
	}
	if at, err := time.Parse(time.RFC3339, last); err == nil {
		d.last = max(d.last, at.Unix())
	}
	return d
}

// knownDays are the days of the minutes in the site before, when the record tells the same;
// else there are none. Whether minutes are the same is still to be asked.
func (s *Site) knownDays() (minutes []*content.Minutes, known []days) {
	if s.memory.last == nil {
		return nil, nil
	}
	last := s.memory.last.site
	if s.Minutes.Folder != last.Minutes.Folder || !equal(s.past.Documents, last.past.Documents) || !equal(s.past.Meetings, last.past.Meetings) {
		return nil, nil
	}
	return last.docs.Minutes, last.days
}

// readDays finds the days of all minutes, of which only those need to be looked at that
// are others than in the site before. Both lists are sorted by path.
func (s *Site) readDays() []days {
	recorded, announced := s.past.Documents, s.past.Announced()
	any, all := len(recorded) > 0, make([]days, len(s.docs.Minutes))
	minutes, known := s.knownDays()
	for i, m := range s.docs.Minutes {
		if i < len(known) && minutes[i] == m {
			all[i] = known[i]
			continue
		}
		for len(recorded) > 0 && recorded[0].Path < m.Path {
			recorded = recorded[1:]
		}
		n := 0
		for n < len(recorded) && recorded[n].Path == m.Path {
			n++
		}
		all[i] = daysOf(m, recorded[:n])
		all[i].ahead = all[i].ahead && any
		var told record.Announced
		if len(s.past.Meetings) > 0 { // else no address needs to be made
			told = announced(s.minutesAddress(m))
		}
		all[i].changes += told.Changes(m)
		all[i].updated = later(all[i].updated, told.Recorded)
		recorded = recorded[n:]
	}
	return all
}

// daysOf are the days of minutes of which these versions were recorded. One that was
// recorded before the minutes were a record says nothing of these.
func daysOf(m *content.Minutes, recorded []record.Document) days {
	sealed := m.State == content.Final || m.State == content.Approved
	recorded = slices.DeleteFunc(slices.Clone(recorded), func(d record.Document) bool {
		return sealed && (d.Seal == (source.Digest{}) || d.State == content.Planned || d.State == content.Cancelled)
	})
	if len(recorded) == 0 {
		own := ownDay(m)
		return days{published: own, updated: later(own, corrected(m)), ahead: true}.closely("", "")
	}
	first, latest := recorded[0], recorded[len(recorded)-1]
	d := days{recorded: true, published: first.Recorded, updated: later(first.Recorded, corrected(m)), changes: latest.Version - 1}
	if sealed && latest.Seal != m.Seal {
		d.changes++
	}
	return d.closely(first.Instant, latest.Instant)
}

// ownDay is the day that a document gives itself. A meeting to come has none but that
// on which it is going to be.
func ownDay(m *content.Minutes) danish.Date {
	switch at := m.Life.Publish; {
	case at != nil:
		return dayOf(*at)
	case !m.Record.Date.IsZero():
		return m.Record.Date
	case m.State == content.Planned || m.State == content.Cancelled:
		return danish.Date{}
	}
	return m.Date
}

// entryDays are the days of a number or a step that stands in a document: those that the
// record has of it, and until it has any the last day of the time that it is of. A time
// that is longer than a day tells nobody when anything was published.
func (f *remembered) entryDays(p source.Path, name string, of danish.Partial) days {
	if first, last, known := f.past.Entries.Days(p, name); known {
		return days{recorded: true, published: first, updated: last}.closely("", "")
	}
	own := days{updated: of.AsOf(), ahead: len(f.past.Entries) > 0}
	if of.From == of.To {
		own.published = own.updated
	}
	return own.closely("", "")
}

func dayOf(at time.Time) danish.Date { return danish.FromTime(danish.Local(at)) }

// corrected is the day of the newest correction that all may read; zero of none.
func corrected(m *content.Minutes) (day danish.Date) {
	for _, c := range m.PublicCorrections() {
		day = later(day, c.Date)
	}
	return day
}

func later(a, b danish.Date) danish.Date {
	if a.Before(b) {
		return b
	}
	return a
}

// newestOf are the minutes among meetings, given newest first, as feeds tell of them: what
// was published or changed last comes first, and before it what the record does not know yet.
func newestOf(list []*meeting) []*meeting {
	sorted := minutesIn(list)
	slices.SortStableFunc(sorted, func(a, b *meeting) int { return inFeeds(a.on, b.on) })
	return sorted
}

// inFeeds orders what feeds tell by when it changed.
func inFeeds(a, b days) int {
	switch {
	case a.ahead && !b.ahead:
		return -1
	case b.ahead && !a.ahead:
		return 1
	}
	return cmp.Compare(b.last, a.last)
}
