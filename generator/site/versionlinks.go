package site

import (
	"slices"
	"strings"

	"referat/generator/content"
	"referat/generator/plain"
	"referat/generator/source"
)

// versionRecipe is what the page of an earlier version is made from: the same as that of
// the minutes, but for what belongs to them as they are now. What is wrong with its links
// and files is not told: the version stays what it was. Nor is any file published for its
// sake, since staff may have taken it away.
func (s *Site) versionRecipe(m *meeting, v version, published map[source.Path]bool) *meetingRecipe {
	was := *m
	was.Minutes = v.minutes
	l := oldLinker{newLinker(s), s.href(m.address), published}
	own, _ := s.versionsOf(m)
	r := &meetingRecipe{meetingParts: meetingParts{
		Minutes: v.minutes, Reading: s.readingOf(v.minutes), Frame: s.frame, Committee: m.committeeName(),
		Links: l.linksOfAll(m, v.minutes), Attachments: l.attachments(was), Corrections: s.past.Entries.Placed(v.minutes), ApprovedBy: l.approvedBy(&was),
		Version: s.versionLink(m, v), Current: own,
	}}
	s.links.goals = append(s.links.goals, l.goals...)
	r.digest = plain.DigestOf(&r.meetingParts)
	return r
}

// oldLinker follows links of an earlier version. Where one leads nowhere any more, it leads
// to the minutes as they are now.
type oldLinker struct {
	*linker
	current   string
	published map[source.Path]bool
}

// linksOfAll fills the holes of an earlier version's texts.
func (l oldLinker) linksOfAll(m *meeting, was *content.Minutes) [][]Target {
	linked := was.Linked()
	if len(linked) == 0 {
		return nil
	}
	all := make([][]Target, linked[len(linked)-1].Place+1)
	for _, text := range linked {
		for _, hole := range text.Links {
			before := len(l.used)
			to := l.target(m.Path, hole)
			to.Href = l.site.onPage(to.Href, m.address)
			gone := slices.ContainsFunc(l.used[before:], func(p source.Path) bool { return !l.published[p] })
			if to.Href == "" || gone || strings.HasPrefix(hole.Target, "/") && !l.site.stands(hole.Target) {
				to = Target{Href: l.current}
			}
			all[text.Place] = append(all[text.Place], to)
		}
	}
	return all
}

// attachments are those files of an earlier version that are published today.
func (l oldLinker) attachments(was meeting) []attachment {
	m := *was.Minutes
	m.Attachments = slices.DeleteFunc(slices.Clone(m.Attachments), func(a content.Attachment) bool { return !l.published[m.Dir+"/"+source.Path(a.File)] })
	was.Minutes = &m
	return l.linker.attachments(&was)
}

// stands tells that a page answers at an address that an author wrote, and that minutes
// have the place that it names.
func (s *Site) stands(address string) bool {
	address, anchor, _ := strings.Cut(address, "#")
	if _, stands := s.owner(folded(outputPath(address))); !stands {
		return false
	}
	return anchor == "" || !slices.ContainsFunc(s.minutes, func(m *meeting) bool {
		return m.address == address && (m.State == content.Withdrawn || !m.Anchors.Has(anchor))
	})
}
