package site

import (
	"maps"
	"slices"

	"referat/generator/content"
	"referat/generator/danish"
	"referat/generator/record"
	"referat/generator/source"
)

// Minutes that were recorded and whose words were corrected since keep what they said:
// each earlier version has a page at an address of its own, below theirs. It is in no list.
// Which there are follows from the seals alone, so that recording the corrected text changes
// no page but what tells days of the record.

// versions are the earlier versions of minutes, and which version these are themselves.
type versions struct {
	number  int
	earlier []version // the first first
}

// version is minutes as they once were. Of withdrawn ones only the number is known.
type version struct {
	number  int
	date    danish.Date
	minutes *content.Minutes
}

// allVersions are those of all minutes that have any, by their paths.
type allVersions map[source.Path]versions

func (h allVersions) same(other allVersions) bool {
	return maps.EqualFunc(h, other, func(a, b versions) bool { return a.number == b.number && slices.Equal(a.earlier, b.earlier) })
}

// findVersions finds the minutes that the record has in other words than they have now.
// Both lists are sorted by path.
func (s *Site) findVersions() allVersions {
	found := allVersions{}
	recorded := s.past.Documents
	for _, m := range s.docs.Minutes {
		if m.State == content.Withdrawn {
			if v := s.versionsGone(m); len(v.earlier) > 0 {
				found[m.Path] = v
			}
			continue
		}
		for len(recorded) > 0 && recorded[0].Path < m.Path {
			recorded = recorded[1:]
		}
		n := 0
		for n < len(recorded) && recorded[n].Path == m.Path {
			n++
		}
		if n == 0 || n == 1 && recorded[0].Seal == m.Seal {
			continue // as nearly all minutes
		}
		if v := s.versionsIn(m, recorded[:n]); len(v.earlier) > 0 {
			found[m.Path] = v
		}
		recorded = recorded[n:]
	}
	return found
}

func (s *Site) versionsIn(m *content.Minutes, recorded []record.Document) versions {
	latest := recorded[len(recorded)-1]
	v := versions{number: latest.Version}
	if latest.Seal != m.Seal {
		v.number++
	} else {
		recorded = recorded[:len(recorded)-1]
	}
	for _, d := range recorded {
		switch {
		case d.Seal == (source.Digest{}) || m.State != content.Final && m.State != content.Approved:
		case d.State == content.Withdrawn:
			v.earlier = nil // nothing comes back of what was taken away
		case !s.released(m, d.Version):
			if was := s.docs.Edition(s.past.TextPath(d), m.Path); was != nil && opensNothing(was, m) {
				v.earlier = append(v.earlier, version{d.Version, dateOf(was, d.Recorded), was})
			}
		}
	}
	return v
}

// versionsGone are the earlier versions of withdrawn minutes that had a public page: the
// record knows their addresses, though it may no longer know what they said.
func (s *Site) versionsGone(m *content.Minutes) (v versions) {
	for _, address := range s.past.Below(s.minutesAddress(m)) {
		if n := record.VersionAt(address, s.minutesAddress(m)); n > 0 && !s.released(m, n) {
			v.earlier = append(v.earlier, version{number: n})
		}
	}
	slices.SortFunc(v.earlier, func(a, b version) int { return a.number - b.number })
	return v
}

// released tells that the page of a version was given up.
func (s *Site) released(m *content.Minutes, number int) bool {
	address := record.VersionAddress(s.minutesAddress(m), number)
	return slices.ContainsFunc(s.Released, func(r content.Released) bool { return r.Address == address })
}

// opensNothing tells that no item stands open in an earlier version that is closed now.
func opensNothing(was, is *content.Minutes) bool {
	closed := func(number string) bool { return number == "" || !is.IsClosed(number) || was.IsClosed(number) }
	return !slices.ContainsFunc(was.Agenda, func(a content.AgendaItem) bool { return !closed(a.Number) }) &&
		!slices.ContainsFunc(was.Items, func(i content.Item) bool { return !closed(i.Number) })
}

// dateOf is the day of a version: that of its newest correction, and of a first
// version that on which it was recorded.
func dateOf(m *content.Minutes, recorded danish.Date) danish.Date {
	if day := corrected(m); !day.IsZero() {
		return day
	}
	return recorded
}

// differencesAddress is where a page tells what was changed in minutes since a version.
func differencesAddress(of string, number int) string {
	return record.VersionAddress(of, number) + "forskelle/"
}

// versionsOf are the versions of minutes as their own page names them: which they are
// themselves, and those before, the newest first.
func (s *Site) versionsOf(m *meeting) (own VersionLink, earlier []VersionLink) {
	h := s.versions[m.Path]
	if len(h.earlier) == 0 {
		return VersionLink{}, nil
	}
	for _, v := range slices.Backward(h.earlier) {
		earlier = append(earlier, s.versionLink(m, v))
	}
	return VersionLink{Number: h.number, Date: dateOf(m.Minutes, danish.Date{}), Href: s.href(m.address)}, earlier
}

// endedOn is the version of minutes that the corrections of a day put an end to; empty of
// one that is not kept.
func (s *Site) endedOn(m *meeting, day danish.Date) VersionLink {
	earlier := s.versions[m.Path].earlier
	for i, v := range earlier {
		next := dateOf(m.Minutes, danish.Date{})
		if i+1 < len(earlier) {
			next = earlier[i+1].date
		}
		if next == day {
			return s.versionLink(m, v)
		}
	}
	return VersionLink{}
}

// goneVersions are the addresses at which earlier versions of withdrawn minutes stood.
func (s *Site) goneVersions(m *meeting) []string {
	var list []string
	for _, v := range s.versions[m.Path].earlier {
		list = append(list, record.VersionAddress(m.address, v.number), differencesAddress(m.address, v.number))
	}
	return list
}

func (s *Site) versionLink(m *meeting, v version) VersionLink {
	return VersionLink{Number: v.number, Date: v.date, Href: s.href(record.VersionAddress(m.address, v.number)),
		Differences: s.href(differencesAddress(m.address, v.number))}
}

// versionPages are the earlier versions, and for each what has changed since.
func (s *Site) versionPages() {
	published := map[source.Path]bool{} // files
	for _, p := range s.links.used {
		published[p] = true
	}
	for _, m := range s.byPath {
		if m.State == content.Withdrawn {
			continue
		}
		for _, v := range s.versions[m.Path].earlier {
			r := s.versionRecipe(m, v, published)
			s.put(Output{Path: outputPath(record.VersionAddress(m.address, v.number)), Form: HTML, Layout: "minutes", Lang: s.langOf(v.minutes), Made: minutesPage{r}, From: m.Path, Earlier: true})
			d := s.differences(m, v)
			s.put(Output{Path: outputPath(differencesAddress(m.address, v.number)), Form: HTML, Layout: "differences", Lang: d.Lang, Made: d, From: m.Path, Earlier: true})
		}
	}
}
